"""What each kind of piece is filled with: the words its template may use, beyond the facts of the case."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from legalassist.assessments.assess import Assessment
from legalassist.documents.citations import in_brackets
from legalassist.documents.clinic import Attorney, Clinic
from legalassist.documents.context import Used, fact_words, is_known
from legalassist.documents.wording import SWORN, in_words, message_context
from legalassist.errors import ContentError
from legalassist.facts.known import Known
from legalassist.facts.paths import pattern_of
from legalassist.forms.answer_sheet import answer_sheet
from legalassist.forms.edition import Edition, read_edition
from legalassist.forms.no_blanks import read_no_blanks
from legalassist.forms.sources import Read, Sources
from legalassist.languages.catalog import Catalog
from legalassist.languages.formats import join_list, spoken_name
from legalassist.languages.tags import ENGLISH
from legalassist.law.parameters import Parameters
from legalassist.library import Library
from legalassist.packets.build import Build, PacketState
from legalassist.packets.declared import Declared, ReadBackShown, declared
from legalassist.packets.enclosed import forms_for
from legalassist.packets.filing_day import filing_day
from legalassist.packets.memo import memo_words
from legalassist.packets.plan import Folder, Planned
from legalassist.packets.printed_facts import PrintedFacts
from legalassist.packets.readings import Readings
from legalassist.packets.signing import signing_lines
from legalassist.reviews.ledger import Said


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A piece as the cover letter lists it."""

    code: str
    title: str


@dataclass(frozen=True, slots=True)
class ListedExhibit:
    """An exhibit as the index and the cover letter list it."""

    letter: str
    title: str
    pages: int
    language_name: str
    speaks_to: tuple[str, ...]
    page: int | None = None


@dataclass(frozen=True, slots=True)
class PagesShown:
    """What a piece that prints packet pages knows of them: first pages and page counts, by the codes of pieces."""

    first: Mapping[str, int]
    lengths: Mapping[str, int]


NO_PAGES = PagesShown({}, {})


@dataclass(frozen=True, slots=True)
class FilingPlace:
    """Where the packet is sent, and the authority that says so."""

    lines: tuple[str, ...]
    authority: str


@dataclass(frozen=True, slots=True)
class FormHead:
    """The head of an answer sheet."""

    name: str
    edition: str
    title: str


WORD_WORDS: Mapping[str, object] = MappingProxyType({
    "clinic": Clinic, "attorney": Attorney, "as_of": dt.date, "enclosed": list[Enclosed],
    "exhibits_listed": list[ListedExhibit], "filing_place": FilingPlace, "reference": str, "language": str,
    "invented": bool, "declared": Declared, "reading": ReadBackShown,
})  # fmt: skip
"""The words of a Word template beside the facts of the case, with their types: what `word_context` gives."""

PRINT_WORDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "contents": frozenset({"title", "lines", "exhibits"}),
        "exhibit-index": frozenset({"title", "lines", "exhibits"}),
        "exhibit-cover": frozenset({"exhibit"}),
        "answer-sheet": frozenset({"form", "parts"}),
        "addendum": frozenset({"form", "person", "entries"}),
        "memo": frozenset(
            {
                "elements",
                "every_ground",
                "relatives_grounds",
                "grounds",
                "family",
                "weak",
                "undecided",
                "signatures",
                "deadlines",
                "missing",
                "contradictions",
                "settled",
                "overrides",
                "notes",
                "coverage",
                "readings",
            }
        ),
        "signing-sheet": frozenset({"lines"}),
        "filing-day": frozenset({"forms", "fee", "addresses", "record"}),
    }
)
"""The print templates a packet can use, and the words each is given: what `print_context` gives, or the writer of
pieces that show packet pages."""

CHINESE = "zh_Hans"
_LANGUAGE_NAMES = {"en": "English", "zh_Hans": "Chinese", "zh_Hant": "Chinese"}


def word_context(  # noqa: PLR0913, PLR0917 - what a letter is filled from
    build: Build, assessment: Assessment, planned: Planned, pieces: Sequence[Planned], used: Used, readings: Readings,
) -> dict[str, object]:  # fmt: skip
    """Return the words of a Word template: facts, clinic, what the packet holds, and the fixed words' translator."""
    attorney: Attorney = build.clinic.attorney
    sources = Sources(build.interview, assessment.facts, build.clinic, build.case)
    facts = fact_words(build.interview, PrintedFacts(sources, used), used)
    return {
        **facts,
        "declared": declared(assessment.facts, planned, getattr(facts["statement"], "paragraphs", [])),
        "reading": ReadBackShown(readings, used),
        "clinic": build.clinic,
        "attorney": attorney,
        "as_of": build.as_of,
        "enclosed": [Enclosed(one.code, one.title) for one in pieces if _is_enclosed(one, planned)],
        "exhibits_listed": listed_exhibits(build, assessment, pieces),
        "filing_place": filing_place(build),
        "reference": build.case.reference,
        "language": planned.language,
        "invented": build.case.invented,
        "known": is_known,
        "cite": lambda key, page: in_brackets(str(key), int(page)),
        "_": translator(build, planned.word, build.script_of(planned.language), used),
        "_zh": translator(build, planned.word, build.script_of(CHINESE), used),
    }


def _is_enclosed(one: Planned, letter: Planned) -> bool:
    """Say whether a letter lists a piece as enclosed with it: not itself, and not the lists the packet brings along."""
    listing = one.print in {"contents", "exhibit-index"}
    return one.folder is Folder.FILING and one.level == 1 and one.code != letter.code and not listing


def translator(build: Build, template: str, language: str, used: Used) -> Callable[[str], str]:
    """Return the function a template's ``_()`` is: its fixed words in a language, strictly; what it says is noted.

    ``_zh()`` is the same in the Chinese she reads, for what stands in both languages above a signature. A draft, which
    says on every page that it is one, may still say what an earlier English text was translated as; nothing else may.
    Words that somebody swears to are noted in English too: an attorney approves them in both languages.
    """
    catalog = _catalog(build.library, language, build.interview.name)
    look_up = catalog.draft if build.state is PacketState.DRAFT else catalog.text

    def said(english: str) -> str:
        context = message_context(template, english)
        text = look_up(context, english)
        if language != ENGLISH or template in SWORN:
            used.translated[context, language] = Said(context, language, english, text)
        return text

    return said


def unapproved(build: Build, used: Used) -> tuple[str, ...]:
    """Return the texts a piece prints that nobody has approved in that wording, each as ``language context``."""
    waiting = (one for one in used.translated.values() if not build.ledger.holds(one))
    return tuple(sorted(f"{one.language} {one.context}" for one in waiting))


@lru_cache(maxsize=8)
def _catalog(library: Library, language: str, domain: str) -> Catalog:
    """Return a catalog, read once for each opened library."""
    return Catalog.read(library, language, domain)


def filing_place(build: Build) -> FilingPlace:
    """Return the filing address in force on the packet's day (PR-06)."""
    value = Parameters.load().entry_on("filing_address_new_york", build.as_of)
    lines = value.value if isinstance(value.value, tuple) else (str(value.value),)
    return FilingPlace(tuple(str(line) for line in lines), value.authority)


def listed_exhibits(build: Build, assessment: Assessment, pieces: Sequence[Planned], shown: PagesShown = NO_PAGES
                    ) -> list[ListedExhibit]:  # fmt: skip
    """Return the exhibits of a packet as its index lists them, the applicant's statement first."""
    listed = []
    for one in (piece for piece in pieces if piece.cover):
        speaks_to, page = _speaks_to(build, assessment, one), shown.first.get(one.code)
        if one.tab:
            below = [piece.pages for piece in pieces if piece.letter.startswith(f"{one.letter}-") and piece.cover]
            listed.append(ListedExhibit(one.letter, _title(one), sum(below), "", (), page))
        elif one.paper is None:
            inside = [piece for piece in pieces if piece.letter == one.letter and not piece.cover]
            length = sum(shown.lengths.get(piece.code, 0) for piece in inside)
            languages = join_list("en", dict.fromkeys(_LANGUAGE_NAMES[piece.language] for piece in inside))
            listed.append(ListedExhibit(one.letter, _title(one), length, languages, speaks_to, page))
        else:
            language = spoken_name(one.paper.language, "", "en")
            listed.append(ListedExhibit(one.letter, one.paper.title, one.pages, language, speaks_to, page))
    return listed


def _title(cover: Planned) -> str:
    """Return an exhibit's title without its letter."""
    return cover.title.partition(": ")[2]


def _speaks_to(build: Build, assessment: Assessment, planned: Planned) -> tuple[str, ...]:
    """Return what a paper speaks to, as its question labels it."""
    path = f"{planned.paper_path}.speaks_to"
    fact = assessment.facts.get(path) if planned.paper_path else None
    if not isinstance(fact, Known) or not isinstance(fact.value, tuple):
        return ()
    question = build.interview.by_fact.get(pattern_of(path))
    return tuple(in_words((one,), question) for one in fact.value)


def print_context(
    build: Build, assessment: Assessment, planned: Planned, used: Used, readings: Readings
) -> Mapping[str, object]:
    """Return the words of a print template that shows no packet pages."""
    makers: Mapping[str, Callable[[], Mapping[str, object]]] = {
        "exhibit-cover": lambda: {"exhibit": _cover(planned)},
        "answer-sheet": lambda: _sheet(build, assessment, planned, used, readings),
        "memo": lambda: memo_words(build, assessment, readings),
        "signing-sheet": lambda: {"lines": signing_lines(build, assessment)},
        "filing-day": lambda: filing_day(build, assessment),
    }
    maker = makers.get(planned.print)
    if maker is None:
        raise ContentError(f"no piece is made from the print template {planned.print!r}")
    return maker()


def _cover(planned: Planned) -> ListedExhibit:
    if planned.paper is None:
        return ListedExhibit(planned.letter, _title(planned), 0, "", ())
    paper = planned.paper
    return ListedExhibit(planned.letter, paper.title, planned.pages, spoken_name(paper.language, "", "en"), ())


def _sheet(
    build: Build, assessment: Assessment, planned: Planned, used: Used, readings: Readings
) -> Mapping[str, object]:
    """Return the words of an answer sheet."""
    edition = read_edition(build.library, build.interview.name, planned.form)
    head = FormHead(edition.form.upper(), edition.edition, edition.title)
    return {
        "form": head,
        "parts": answer_sheet(edition, form_sources(build, assessment, planned, edition, readings), used),
    }


def form_sources(
    build: Build, assessment: Assessment, planned: Planned, edition: Edition, readings: Readings | None = None
) -> Sources:
    """Return what a form of the packet is filled from, for the person it is about; without `readings`, as if unread."""
    read = readings.of_form(planned) if readings is not None else Read(planned.code, None, planned.read_back)
    return Sources(
        build.interview, assessment.facts, build.clinic, build.case, about=planned.about, form=edition.form,
        forms=forms_for(build.library, build.interview.name, assessment.facts, planned.about, build.kind), read=read,
        blanks=read_no_blanks(build.library, build.interview.name),
    )  # fmt: skip
