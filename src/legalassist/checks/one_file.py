"""One file by itself: recognised by its name and what it holds, and checked as if it lay on the shelf.

The file is laid over the shelves in the place where it belongs, the checkers of its kind run, and only the problems
in that file are reported, under the name it was given with.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from legalassist.assessments.assess import WORDS
from legalassist.cases.answers_file import interview_named
from legalassist.checks.authorities import template_authority_problems
from legalassist.checks.boxes import box_problems
from legalassist.checks.catalogs import catalog_problems, other_catalog_problems, screen_problems
from legalassist.checks.examples import answers_problems, clinic_problems
from legalassist.checks.forms import form_problems
from legalassist.checks.interviews import interview_problems
from legalassist.checks.matter import Checker, read_matter, trying
from legalassist.checks.packets import packet_problems
from legalassist.checks.print_templates import print_template_problems
from legalassist.checks.word_templates import word_template_problems
from legalassist.errors import Place, Problem
from legalassist.forms.boxes import SUFFIX
from legalassist.handouts.check import topic_problems
from legalassist.interviews.reader import interview_names, read_page, types_of
from legalassist.interviews.schema import Question
from legalassist.interviews.yaml_source import did_you_mean, read_yaml
from legalassist.languages.tags import LANGUAGES, SIMPLIFIED
from legalassist.law.authorities import Authorities
from legalassist.library import KINDS, Book, Library
from legalassist.translations.extract import domains

KEYS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "page": frozenset({"page", "section", "title", "warning", "pause_after", "questions"}),
        "packet": frozenset({"packet", "title", "pieces"}),
        "interview": frozenset({"interview", "title", "pages"}),
        "answers": frozenset({"invented", "interview", "reference", "entered_by", "entered_at", "answers", "log"}),
        "form": frozenset({"form", "title", "edition", "sha256", "parts"}),
        "boxes": frozenset({"form", "edition", "sha256", "pages", "under", "addition", "boxes"}),
        "clinic": frozenset({"name", "address_lines", "phone", "email", "attorney"}),
        "topic": frozenset({"topic", "name", "title", "written", "numbers", "plain_title", "statements"}),
    }
)
"""The first keys of each kind of YAML file: most shared keys win, so that a misspelt one does not hide the kind."""

_BY_NAME = {
    "packet.yaml": "packet",
    "interview.yaml": "interview",
    "clinic.yaml": "clinic",
    "authorities.yaml": "ids",
    "no-blanks.yaml": "no-blanks",
}
_BY_FOLDER = {"pages": "page", "forms": "form"}
_PO_LANGUAGE = re.compile(r'^"Language: ([\w-]+)\\n"$', re.MULTILINE)
_UNKNOWN = "nothing here reads a file of this kind"
_KINDS_THERE_ARE = (
    "a page, packet.yaml, answers, clinic.yaml, a form edition, a topic, a .docx or .html template, or a catalog"
)


class LaidOver(Library):
    """The shelves with one file laid over them, and what lies beside it and belongs to it."""

    def __init__(self, below: Library, *books: Book) -> None:
        """Take the shelves, and the files under the names they have on a shelf."""
        self.shelves = below.shelves
        self._books = {book.name: book for book in books}

    def find(self, name: str) -> Book | None:
        """Return the laid-over book where that is meant, else what the shelves have."""
        return self._books.get(name) or super().find(name)

    def books(self, folder: str, suffix: str) -> Iterator[Book]:
        """Yield the books of the shelves, the laid-over ones in their places."""
        laid = {name: one for name, one in self._books.items() if name.startswith(f"{folder}/")}
        found = {book.name: book for book in super().books(folder, suffix)}
        found |= {name: one for name, one in laid.items() if name.endswith(suffix)}
        yield from (found[name] for name in sorted(found))


@dataclass(frozen=True, slots=True)
class _File:
    """One file to be checked: where it is, how it was named, and the shelves around it."""

    path: Path
    shown: str
    library: Library

    @property
    def matter(self) -> str:
        """The matter it belongs to: the one its folders name, else the first there is."""
        names = interview_names(self.library)
        return next((part for part in reversed(self.path.parts[:-1]) if part in names), names[0] if names else "")

    def book(self, name: str) -> Book:
        """The file as a book of that name."""
        return Book(name, "file", self.path)


def file_problems(library: Library, path: Path) -> Iterator[Problem]:
    """Yield everything wrong with one file; Places name it as `path` does.

    A file that nothing reads is itself a problem. The file must exist.
    """
    file = _File(path, str(path), library)
    kinds = {".docx": _word, ".html": _print, ".po": _catalog, ".yaml": _yaml, ".yml": _yaml}
    check = kinds.get(path.suffix)
    if check is None:
        yield Problem(Place(file.shown), _UNKNOWN, f"it can be {_KINDS_THERE_ARE}")
        return
    yield from dict.fromkeys(trying(file.shown, lambda: check(file)))


def folder_problems(library: Library, folder: Path) -> Iterator[Problem]:
    """Yield everything wrong with the files of a folder, each by itself; dotted files and folders are left out."""
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.is_file() and path.suffix in {".docx", ".html", ".po", ".yaml"} and not hidden:
            yield from file_problems(library, path)


def is_shelf(folder: Path) -> bool:
    """Say whether a folder is a shelf: it holds interviews/, templates/ or locales/."""
    return any((folder / kind).is_dir() for kind in KINDS)


def _laid_over(file: _File, name: str, *checks: Checker) -> Iterator[Problem]:
    """Run checkers with the file in its place on the shelves; yield what they find in it."""
    library = LaidOver(file.library, file.book(name), *_beside(file, name))
    matter = read_matter(library, file.matter)
    for check in checks:
        yield from _only(file, name, trying(name, lambda check=check: check(matter)))  # type: ignore[misc]


def _beside(file: _File, name: str) -> Iterator[Book]:
    """Yield the form's Items that lie beside a boxes file which is not on a shelf yet."""
    items = file.path.with_name(file.path.name.replace(f"{SUFFIX}.yaml", ".yaml"))
    if items != file.path and items.is_file():
        yield Book(name.replace(f"{SUFFIX}.yaml", ".yaml"), "file", items)


def _only(file: _File, name: str, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the problems that stand in the file, under the name it was given with."""
    for problem in problems:
        if problem.where.file == name:
            where = replace(problem.where, file=file.shown)
            yield Problem(where, problem.message.replace(name, file.shown), problem.hint.replace(name, file.shown))


def _word(file: _File) -> Iterator[Problem]:
    yield from _laid_over(file, f"templates/{file.matter}/{file.path.name}", word_template_problems)


def _print(file: _File) -> Iterator[Problem]:
    folder = "common" if file.path.parent.name == "common" else file.matter
    yield from _laid_over(file, f"templates/{folder}/{file.path.name}", print_template_problems)


def _catalog(file: _File) -> Iterator[Problem]:
    """Check a catalog: against the texts of whatever shelf has its name."""
    found = _PO_LANGUAGE.search(file.book(file.shown).text)
    language = found[1] if found and found[1] in LANGUAGES else SIMPLIFIED
    name = f"locales/{language}/LC_MESSAGES/{file.path.name}"
    if file.path.stem in interview_names(file.library):
        matter = read_matter(LaidOver(file.library, file.book(name)), file.path.stem)
        yield from _only(file, name, catalog_problems(matter))
    elif file.path.stem in domains(file.library):
        laid = LaidOver(file.library, file.book(name))
        yield from _only(file, name, (*screen_problems(laid), *other_catalog_problems(laid)))
    else:
        message = f"nothing is translated by a catalog called {file.path.stem!r}"
        yield Problem(Place(file.shown), message, f"name it {', '.join(domains(file.library))}")


def _yaml(file: _File) -> Iterator[Problem]:
    kind = _kind(file)
    matter = file.matter
    places = {
        "packet": (f"interviews/{matter}/packet.yaml", packet_problems),
        "interview": (f"interviews/{matter}/interview.yaml", interview_problems),
        "form": (f"templates/{matter}/forms/{file.path.name}", form_problems),
        "boxes": (f"templates/{matter}/forms/{file.path.name}", box_problems),
        "ids": (f"templates/{matter}/authorities.yaml", template_authority_problems),
        "no-blanks": (f"templates/{matter}/no-blanks.yaml", form_problems),
    }
    if kind in places:
        name, check = places[kind]
        yield from _laid_over(file, name, check)
    elif kind == "page":
        yield from _page(file)
    elif kind == "answers":
        yield from _answers(file)
    elif kind == "clinic":
        yield from clinic_problems(file.book(file.shown))
    elif kind == "topic":
        yield from topic_problems(file.book(file.shown), Authorities.load())
    else:
        source = read_yaml(file.book(file.shown).text, file.shown)
        yield from source.problems or (Problem(Place(file.shown, 1, 1), _UNKNOWN, f"it can be {_KINDS_THERE_ARE}"),)


def _answers(file: _File) -> Iterator[Problem]:
    """Check an answers file against the interview it names."""
    book = file.book(file.shown)
    named = interview_named(book.text, file.shown)
    names = interview_names(file.library)
    if named not in names:
        source = read_yaml(book.text, file.shown)
        hint = did_you_mean(named, names) or f"there are: {', '.join(names)}"
        yield source.problem(("interview",), f"there is no interview {named!r}", hint)
        return
    yield from answers_problems(book, read_matter(file.library, named).reading.required())


def _kind(file: _File) -> str:
    """Return what kind of YAML file it is, by its name, its folder, or its first keys; empty where nobody can tell."""
    if file.path.name.endswith(f"{SUFFIX}.yaml"):
        return "boxes"
    named = _BY_FOLDER.get(file.path.parent.name) or _BY_NAME.get(file.path.name)
    if named is not None:
        return named
    data = read_yaml(file.book(file.shown).text, file.shown).data
    keys = set(data) if isinstance(data, dict) else set()
    shared = {kind: len(keys & known) for kind, known in KEYS.items()}
    best = max(shared, key=lambda kind: shared[kind])
    return best if shared[best] > 1 else ""


def _page(file: _File) -> Iterator[Problem]:
    """Check a page: in its interview where that asks it, else by itself, its conditions against all facts there are."""
    text = file.book(file.shown).text
    page, problems = read_page(text, file.shown)
    matter = read_matter(file.library, file.matter)
    asked = {one.name for one in matter.interview.pages} if matter.interview is not None else set()
    if page is not None and page.name in asked:
        yield from _laid_over(
            file, f"interviews/{matter.name}/pages/{page.name}.yaml", interview_problems, form_problems
        )
        return
    yield from problems
    if page is not None and matter.interview is not None:
        alone = replace(matter.interview, pages=(*matter.interview.pages, page))
        types = types_of(alone, WORDS)
        for question in _every(page.questions):
            if question.when is not None:
                yield from question.when.check(types)


def _every(questions: tuple[Question, ...]) -> Iterator[Question]:
    for question in questions:
        yield question
        yield from _every(question.questions)
