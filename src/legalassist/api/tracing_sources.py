"""The places that a word of a piece can come from, each looked through by itself."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, is_dataclass
from functools import lru_cache
from html import unescape

from legalassist.assessments.assess import Assessment
from legalassist.documents.context import GAP_WORDS
from legalassist.documents.subset.text import text_of
from legalassist.documents.wording import date_in_form, in_words, phone_in_words
from legalassist.facts.dates import PartialDate
from legalassist.facts.known import Known
from legalassist.facts.paths import pattern_of
from legalassist.facts.values import PersonName, Value
from legalassist.forms.edition import read_edition
from legalassist.languages.catalog import Catalog
from legalassist.languages.tags import LANGUAGES
from legalassist.law.authorities import Authorities
from legalassist.library import Library
from legalassist.packets.build import Build
from legalassist.packets.plan import Folder, Planned, Planning
from legalassist.packets.written import Written

_TAG = re.compile(r"<(style|script|title)\b.*?</\1>|<[^>]+>", re.DOTALL)
_ROW = re.compile(r"\[\d+\]")
_AROUND = ".,;:()[]{}<>\"'“”‘’。，；：、（）【】"
_SHORTEST = 3


@dataclass(frozen=True)
class Looked:
    """One piece that was written to be looked through, with all it was made from."""

    build: Build
    assessment: Assessment
    planning: Planning
    planned: Planned
    written: Written | None

    @property
    def text(self) -> str:
        """What the piece says; of a piece that is made from the finished packet, nothing is known here."""
        if self.written is None:
            return ""
        if self.written.word is not None:
            return text_of(self.written.word)
        return unescape(_TAG.sub(" ", self.written.html))


def squeezed(text: str) -> str:
    """Return text as it is compared: without case and spaces."""
    return "".join(text.split()).casefold()


def wanted_of(word: str) -> str:
    """Return a word as it is looked for, without the signs around it."""
    return squeezed(word).strip(_AROUND)


def _says(texts: Iterable[str], wanted: str) -> bool:
    """Say whether one of the texts holds what is wanted, or is the larger part of it."""
    return any(
        wanted in one or (len(one) >= _SHORTEST and 2 * len(one) >= len(wanted) and one in wanted)
        for one in map(squeezed, texts)
    )


# ---- answers and decisions ----


def _answers(looked: Looked, wanted: str) -> Iterator[str]:
    build, facts = looked.build, looked.assessment.facts
    paths = looked.written.used.answers if looked.written is not None else {}
    for path in sorted(paths) or sorted(build.case.current):
        fact = facts.get(path)
        if isinstance(fact, Known) and _says(_printed(fact.value, path, build), wanted):
            yield f"{path}: {origin(build, path, fact.answer)}"


def _printed(value: Value, path: str, build: Build) -> Iterator[str]:
    """Yield the ways in which documents print a value."""
    question = build.interview.by_fact.get(pattern_of(path))
    for language in ("en", "zh_Hans"):
        try:
            yield in_words(value, question, language)
        except KeyError:
            continue
    if isinstance(value, PartialDate):
        yield date_in_form(value)
    if isinstance(value, PersonName):
        yield from (value.full, value.indexed)
    if is_dataclass(value):
        yield from (str(part) for part in asdict(value).values() if part not in ("", None, False, True))
    if isinstance(value, str) and question is not None and question.kind == "phone":
        yield phone_in_words(value)
    yield str(value)


def origin(build: Build, path: str, answer: str) -> str:
    """Return the answer behind a fact, with the question, who entered it and when; or that a rule derives it."""
    if not answer:
        return "derived by a rule of law"
    given = next(one for one in build.case.answers if one.id == answer)
    question = build.interview.by_fact[pattern_of(path)]
    through = f", through {given.said.interpreter}" if given.said.interpreter else ""
    return (
        f"answer {answer}, entered by {given.said.by}{through}, {given.said.at}, to {question.ask!r} ({question.place})"
    )


def _decisions(looked: Looked, wanted: str) -> Iterator[str]:
    for one in looked.build.case.determined.values():
        if _says((one.decided, one.by, f"decided by {one.by}", one.why), wanted):
            yield f"{one.item}: decided by {one.by}, {one.at}"


def _settlements(looked: Looked, wanted: str) -> Iterator[str]:
    for one in looked.build.case.settled.values():
        if looked.planned.folder is Folder.INTERNAL and _says((one.note, one.by, one.at, one.contradiction), wanted):
            yield f"what was noted about contradiction {one.contradiction} ({one.by})"


# ---- the clinic, the law, the shelves ----


def _clinic(looked: Looked, wanted: str) -> Iterator[str]:
    clinic = looked.build.clinic
    for at, text in _leaves(clinic.model_dump(mode="json"), ""):
        if _says((text, phone_in_words(text) if text.startswith("+") else text), wanted):
            yield f"clinic.yaml: {at}"
    for person in (*clinic.attorneys, *clinic.interpreters, *clinic.preparers):
        if _says((person.name.full, *(person.address.lines if person.address else ())), wanted):
            yield f"clinic.yaml: {person.code}"


def _leaves(data: object, at: str) -> Iterator[tuple[str, str]]:
    """Yield every text of plain data with the path to it."""
    if isinstance(data, str):
        yield at, data
    elif isinstance(data, dict):
        for key, inside in data.items():
            yield from _leaves(inside, f"{at}.{key}" if at else str(key))
    elif isinstance(data, list | tuple):
        for number, inside in enumerate(data, 1):
            yield from _leaves(inside, f"{at}[{number}]")


def _form(looked: Looked, wanted: str) -> Iterator[str]:
    if not looked.planned.form:
        return
    build, name = looked.build, looked.planned.form
    edition = read_edition(build.library, build.interview.name, name)
    file = f"templates/{build.interview.name}/forms/{name}.yaml"
    if _says((edition.title, edition.form, edition.edition), wanted):
        yield f"{file}: the form's head"
    for part in edition.parts:
        if _says((part.title, f"Part {part.number}. {part.title}"), wanted):
            yield f"{file}: the title of Part {part.number}"
        for item in part.items:
            if _says((item.label, item.item, item.by_hand, item.answer), wanted):
                yield f"{file}: Part {part.number}, Item {item.item}"


def _law(looked: Looked, wanted: str) -> Iterator[str]:
    for name, texts in (*_findings(looked.assessment), *_owed(looked.assessment)):
        if _says(texts, wanted):
            yield name
    for one in Authorities.load():
        if _says((one.id, one.citation, one.text, one.notes or "", str(one.as_of)), wanted):
            yield f"law/authorities.yaml: {one.id}"


Named = tuple[str, tuple[str, ...]]
"""What something is called, and the texts it can print."""


def _findings(assessment: Assessment) -> Iterator[Named]:
    for one in assessment.findings:
        texts = (one.title, one.subject or "", one.reason.value, one.verdict.value, *one.readings, *one.authorities)
        parts = (*(part.title for part in one.parts), *one.hangs_on, *one.absent, *one.exhibits)
        yield f"the rule {one.rule} ({', '.join(one.authorities)})", (*texts, *parts)


def _owed(assessment: Assessment) -> Iterator[Named]:
    for deadline in assessment.deadlines:
        days = (str(deadline.received_by), str(deadline.mail_by), str(deadline.not_before))
        name = f"the deadline {deadline.title!r} ({', '.join(deadline.authorities)})"
        yield name, (deadline.title, deadline.reason.value, *days)
    for one in assessment.contradictions:
        yield f"the look for contradictions ({one.rule})", (one.about, one.settle, *one.paths)
    for item in assessment.missing:
        yield f"what is missing: {item.path} (page {item.page})", (item.path, item.why, item.page, item.ask)


def _questions(looked: Looked, wanted: str) -> Iterator[str]:
    pattern = _ROW.sub("[]", wanted)  # a sheet names what is not answered by its path, with the row
    for question in looked.build.interview.by_fact.values():
        texts = [
            question.ask,
            question.help,
            question.fact,
            question.row,
            *(choice.label for choice in question.choices),
        ]
        if _says(texts, wanted) or (pattern != wanted and _says((question.fact,), pattern)):
            yield f"the question {question.fact} ({question.place})"
    for page in looked.build.interview.pages:
        if _says((page.title, page.section, page.name), wanted):
            yield f"the page {page.name} ({page.place})"


def _packet(looked: Looked, wanted: str) -> Iterator[str]:
    for one in looked.planning.pieces:
        if _says((one.title, one.code, one.letter), wanted):
            yield f"interviews/{looked.build.interview.name}/packet.yaml: {one.code}"
    fixed = (looked.build.as_of.isoformat(), looked.build.case.reference, *looked.build.bands, *GAP_WORDS.values())
    if _says(fixed, wanted):
        yield "the packet itself: its day, its reference, its bands, its words for what is missing"


def template_of(looked: Looked) -> str:
    """Return the name of the template a piece is made from."""
    planned = looked.planned
    name = f"{planned.word}.docx" if planned.word else f"{planned.print}.html"
    return f"templates/{looked.build.interview.name}/{name}"


def _templates(looked: Looked, wanted: str) -> Iterator[str]:
    """Yield the lines of the piece's own template that say a word."""
    name = template_of(looked)
    book = looked.build.library.find(name)
    if book is not None and name.endswith(".html"):
        for number, line in enumerate(book.text.splitlines(), 1):
            plain = line.replace("\\", "")
            if wanted in squeezed(unescape(_TAG.sub(" ", plain))) or wanted in squeezed(plain):
                yield f"{name}:{number}"
    elif looked.written is not None and looked.written.word is not None:
        for number, line in enumerate(text_of(looked.written.word).splitlines(), 1):
            if wanted in squeezed(line):
                yield f"{name}: the template's own words, line {number} of the piece"


def _translations(looked: Looked, wanted: str) -> Iterator[str]:
    """Yield the translations of the fixed words of the piece's template that say a word."""
    build = looked.build
    for language in (one for one in LANGUAGES if one != "en"):
        if build.library.find(f"locales/{language}/LC_MESSAGES/{build.interview.name}.po") is None:
            continue
        for one in _catalog(build.library, language, build.interview.name).by_context.values():
            if one.context.startswith(f"template.{looked.planned.word}.") and _says((one.text, one.english), wanted):
                yield f"{one.place}: {one.context}"


@lru_cache(maxsize=4)
def _catalog(library: Library, language: str, domain: str) -> Catalog:
    """Return a catalog, read once however many words are asked about."""
    return Catalog.read(library, language, domain)


def _blanks(looked: Looked, wanted: str) -> Iterator[str]:
    """Yield the lines of the list of words that stand where there is no answer."""
    book = looked.build.library.find(f"templates/{looked.build.interview.name}/no-blanks.yaml")
    for number, line in enumerate(book.text.splitlines() if book is not None and looked.planned.form else (), 1):
        if wanted in squeezed(line):
            yield f"{book.name if book is not None else ''}:{number}"


PLACES: tuple[Callable[[Looked, str], Iterator[str]], ...] = (
    _answers, _decisions, _settlements, _clinic, _form, _packet, _law, _questions, _blanks, _templates, _translations,
)  # fmt: skip
"""Where a word is looked for, the likeliest first."""
