"""``packet.yaml``: conditions that fit the facts, templates and forms that exist, and each piece in a safe folder."""

from collections.abc import Iterator

from legalassist.assessments.assess import WORDS
from legalassist.checks.matter import Matter
from legalassist.documents.word_check import template_reads
from legalassist.errors import ContentError, DocumentError, Problem
from legalassist.forms.edition import read_edition
from legalassist.interviews.reader import types_of
from legalassist.interviews.schema import Sensitivity
from legalassist.interviews.yaml_source import At, Source, did_you_mean, read_yaml
from legalassist.languages.tags import ENGLISH
from legalassist.packets.contexts import PRINT_WORDS
from legalassist.packets.plan import (
    ExhibitWritten,
    Folder,
    PacketPlan,
    Part,
    PieceWritten,
    kinds_of,
    plan_file,
    read_plan,
)


def packet_problems(matter: Matter) -> Iterator[Problem]:
    """Yield everything wrong with a matter's packet.yaml, and with the plans of its other packets."""
    for kind in ("", *kinds_of(matter.library, matter.name)):
        yield from _plan_problems(matter, kind)


def _plan_problems(matter: Matter, kind: str) -> Iterator[Problem]:
    file = plan_file(matter.name, kind)
    try:
        plan, problems = read_plan(matter.library, matter.name, kind)
        source = read_yaml(matter.library.get(file).text, file)
    except ContentError as wrong:
        yield source_less(matter, wrong)
        return
    yield from problems
    if plan is not None:
        yield from _Checking(matter, source).plan(plan)


def _file(matter: Matter) -> str:
    return f"interviews/{matter.name}/packet.yaml"


def source_less(matter: Matter, wrong: ContentError) -> Problem:
    """Return the problem of a packet.yaml that is missing or not text."""
    return Source(_file(matter)).problem((), wrong.message, wrong.hint)


class _Checking:
    """One look through a plan, each problem at its line."""

    def __init__(self, matter: Matter, source: Source) -> None:
        self.matter, self.source = matter, source

    def plan(self, plan: PacketPlan) -> Iterator[Problem]:
        """Yield the problems of every line of the plan."""
        for number, part in enumerate(plan.parts):
            at: At = ("pieces", number)
            yield from self._part(part, at)
            for inside_number, inside in enumerate(part.inside):
                yield from self._part(inside, (*at, "pieces", inside_number))

    def _part(self, part: Part, at: At) -> Iterator[Problem]:
        for condition in (part.when, part.read_back):
            if condition is not None and self.matter.interview is not None:
                yield from condition.check(types_of(self.matter.interview, WORDS))
        if isinstance(part.written, ExhibitWritten):
            yield from self._exhibit(part.written, at)
        else:
            yield from self._piece(part.written, at)
            yield from self._folder(part.written, at)

    def _exhibit(self, exhibit: ExhibitWritten, at: At) -> Iterator[Problem]:
        """Yield what an exhibit lacks: its cover's template, the group its papers come from."""
        yield from self._template(exhibit.cover, ".html", (*at, "cover"))
        interview = self.matter.interview
        if exhibit.each and interview is not None:
            paper = interview.by_fact.get(f"{exhibit.each}[].paper")
            if paper is None or paper.kind != "exhibit":
                groups = tuple(fact for fact, question in interview.by_fact.items() if question.is_group)
                hint = did_you_mean(exhibit.each, groups) or "name a group that has a fact 'paper' of type 'exhibit'"
                yield self.source.problem((*at, "each"), f"{exhibit.each!r} is no group of papers", hint)
        yield from self._tabs(exhibit, at)

    def _tabs(self, exhibit: ExhibitWritten, at: At) -> Iterator[Problem]:
        """Yield tabs of what is no group, and words that no paper can speak to."""
        interview = self.matter.interview
        if exhibit.tabs and not exhibit.each:
            yield self.source.problem((*at, "tabs"), "only the papers of a group ('each:') stand under tabs")
        speaks = interview.by_fact.get(f"{exhibit.each}[].speaks_to") if interview is not None else None
        known = speaks.values if speaks is not None else ()
        for number, tab in enumerate(exhibit.tabs):
            for place, word in enumerate(tab.speaks_to):
                if speaks is not None and word not in known:
                    hint = did_you_mean(word, known) or f"one of: {', '.join(known)}"
                    where: At = (*at, "tabs", number, "speaks_to", place)
                    yield self.source.problem(where, f"no paper speaks to {word!r}", hint)

    def _piece(self, piece: PieceWritten, at: At) -> Iterator[Problem]:
        """Yield what a piece lacks: its template, its form, a language there is."""
        if piece.word:
            yield from self._template(piece.word, ".docx", (*at, "word"))
        if piece.print and piece.print not in PRINT_WORDS:
            hint = did_you_mean(piece.print, tuple(PRINT_WORDS)) or f"there are: {', '.join(sorted(PRINT_WORDS))}"
            yield self.source.problem((*at, "print"), f"nothing fills a print template called {piece.print!r}", hint)
        elif piece.print:
            yield from self._template(piece.print, ".html", (*at, "print"))
        if piece.form:
            yield from self._found(f"templates/{self.matter.name}/forms", piece.form, ".yaml", (*at, "form"))
        elif piece.print == "answer-sheet":
            yield self.source.problem(at, "an answer sheet needs a form", "add 'form:' with the edition's file name")
        if piece.print and piece.language != ENGLISH:
            message = "the fixed words of a print template are English, and nothing translates them yet"
            yield self.source.problem((*at, "language"), message, "leave 'language:' out, or use a Word template")

    def _template(self, name: str, suffix: str, at: At) -> Iterator[Problem]:
        yield from self._found(f"templates/{self.matter.name}", name, suffix, at)

    def _found(self, folder: str, name: str, suffix: str, at: At) -> Iterator[Problem]:
        """Yield a problem where no shelf has the file."""
        if self.matter.library.find(f"{folder}/{name}{suffix}") is None:
            books = self.matter.library.books(folder, suffix)
            known = tuple(book.name.removeprefix(f"{folder}/").removesuffix(suffix) for book in books)
            yield self.source.problem(at, f"no shelf holds {folder}/{name}{suffix}", did_you_mean(name, known))

    def _folder(self, piece: PieceWritten, at: At) -> Iterator[Problem]:
        """Yield a problem where a piece would go to somebody who must not read it."""
        where = (*at, "folder") if piece.folder is not Folder.FILING else at
        if piece.folder is not Folder.AGENCY or self.matter.interview is None:
            return
        paths = self._of_template(piece.word) if piece.word else self._of_form(piece.form) if piece.form else set()
        asked = (self.matter.interview.by_fact.get(path) for path in paths)
        for fact in sorted(one.fact for one in asked if one is not None and one.sensitivity is Sensitivity.HEAVY):
            what = "template" if piece.word else "form"
            message = f"this goes to an agency, and its {what} prints {fact}, which is a heavy answer"
            yield self.source.problem(where, message, "leave it out, or keep the piece in the filing")

    def _of_form(self, name: str) -> set[str]:
        """Return the facts the items of a form print, those that an attorney sees beside an item included."""
        try:
            edition = read_edition(self.matter.library, self.matter.name, name)
        except ContentError:  # the edition's own checker says what is wrong with it
            return set()
        items = [item for part in edition.parts for item in part.items]
        interview = self.matter.interview
        groups = [interview.by_fact[one.group] for one in items if interview and one.group in interview.by_fact]
        return {path for item in items for path in (item.fact, item.relative, *item.plain, *item.plain_relative)} | {
            question.fact for group in groups for question in group.questions
        }

    def _of_template(self, word: str) -> set[str]:
        """Return the facts a Word template names."""
        book = self.matter.library.find(f"templates/{self.matter.name}/{word}.docx")
        if book is None:
            return set()
        try:
            return {read.path for read in template_reads(book.content, book.name)}
        except DocumentError:  # the template's own checker says what is wrong with it
            return set()
