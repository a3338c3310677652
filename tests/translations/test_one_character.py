"""One character of an English text, of every shelf and at every kind of source: exactly its translations are stale."""

import datetime as dt
import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path
from types import MappingProxyType

import pytest

from legalassist.api import papers, placing_release
from legalassist.api.approving import ledger_of
from legalassist.handouts import texts as handout_texts
from legalassist.interviews.reader import read_interview
from legalassist.languages.catalog import Catalog
from legalassist.languages.tags import ENGLISH, LANGUAGES
from legalassist.library import Library
from legalassist.papers import voices
from legalassist.papers.sheet import KINDS
from legalassist.papers.written import read_papers
from legalassist.placement.spoken import spoken_yes
from legalassist.reviews.ledger import LEDGER, Ledger, State, Step, entry_of
from legalassist.translations import extract
from legalassist.translations.status import standings

DAY = dt.date(2026, 11, 26)
Key = tuple[str, str, str]
"""Shelf, language, context."""

BOTH_SCRIPTS = ("zh_Hans", "zh_Hant")
PLACED = [("placement", language) for language in BOTH_SCRIPTS]
OF_A_HANDOUT = [("kyr", language) for language in BOTH_SCRIPTS]
FILES: Mapping[str, tuple[str, str, dict[str, list[tuple[str, str]]]]] = {
    # name: the file, what its English says there, the contexts with the shelves and languages that translate them
    "question": (
        "interviews/tvisa/pages/contact.yaml", "What days and times are good for a call?",
        {"contact.safe_times.ask": [("tvisa", "zh_Hans")]},
    ),
    "question-on-paper": (
        "interviews/tvisa/pages/names.yaml", "What is your full legal name?",
        {"client.name.ask": [("tvisa", "zh_Hans")]},
    ),
    "paper": (
        "interviews/tvisa/papers.yaml", "Which of these cannot be found?",
        {"papers.documents.close.1": [("tvisa", "zh_Hans")]},
    ),
    "letter": (
        "templates/tvisa/declaration.docx", "Signature and date: on the signed original.",
        {"template.declaration.signature-and-date-on-the-signed-original": [("tvisa", one) for one in BOTH_SCRIPTS]},
    ),
    "handout": (
        "interviews/kyr/topics/at-the-door.yaml", "Ask them to slide any paper under the door.",
        {
            "topic.at-the-door.paper.text": OF_A_HANDOUT,
            "spoken-cmn.at-the-door.paper": [("spoken-cmn", one) for one in BOTH_SCRIPTS],
        },
    ),
    "yes": ("interviews/placement/spoken-yes.yaml", "They first get a short sheet.", {"spoken-yes.sheet": PLACED}),
    "release": (
        "interviews/placement/release-form.yaml", "It ends on the day written below.", {"release-form.until": PLACED},
    ),
}  # fmt: skip

TABLES: Mapping[str, tuple[list[tuple[object, str]], str, list[tuple[str, str]]]] = {
    # name: the tables of words in the program and where they are read, a context, the shelves and languages
    "screen": ([(extract, "SCREEN_WORDS"), (voices, "WORDS")], "ask.yes", [("app", "zh_Hans")]),
    "every-handout": ([(extract, "HANDOUT_WORDS"), (handout_texts, "WORDS")], "piece.call_us", OF_A_HANDOUT),
    "session": ([(extract, "HANDOUT_KIT")], "kit.total", OF_A_HANDOUT),
}


def states(library: Library, ledger: Ledger) -> dict[Key, State]:
    """Return the state of every text of every shelf in every language."""
    return {
        (domain, language, one.message.context): one.state
        for language in LANGUAGES
        for domain in extract.domains(library)
        for one in standings(library, language, domain, ledger)
    }


@pytest.fixture(scope="module")
def ledger(library: Library) -> Ledger:
    """Everything that stands today is checked and approved."""
    steps = ((Step.CHECKED, "A. Reader"), (Step.APPROVED, "je"))
    said = [
        one.said
        for language in LANGUAGES
        for domain in extract.domains(library)
        for one in standings(library, language, domain, Ledger())
        if one.state is not State.MISSING
    ]
    return Ledger(tuple(entry_of(one.wording, step, who, DAY) for one in said for step, who in steps))


@pytest.fixture(scope="module")
def before(library: Library, ledger: Ledger) -> dict[Key, State]:
    found = states(library, ledger)
    assert {state for (shelf, *_), state in found.items() if shelf != "spoken-yue"} == {State.APPROVED}
    return found


def with_one_character(library: Library, folder: Path, names: Iterable[str], ledger: Ledger) -> Library:
    """Return a clinic's shelf whose own copies of sources say one character otherwise, with the ledger of before."""
    for name in names:
        file, english, _ = FILES[name]
        content, last = library.get(file).content, {".": "!", "?": "!"}[english[-1]]
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        if file.endswith(".docx"):
            out = BytesIO()
            with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
                for member in old.infolist():
                    part = old.read(member)
                    main = member.filename == "word/document.xml"
                    new.writestr(member, changed_in(part, english, last) if main else part)
            (folder / file).write_bytes(out.getvalue())
        else:
            (folder / file).write_bytes(changed_in(content, english, last))
    (folder / LEDGER).parent.mkdir()
    lines = "".join(f"{one.model_dump_json(exclude_defaults=True)}\n" for one in ledger.entries)
    (folder / LEDGER).write_text(lines, encoding="utf-8")
    return Library(folder)


def changed_in(content: bytes, english: str, last: str) -> bytes:
    assert content.count(english.encode()) == 1, english
    return content.replace(english.encode(), f"{english[:-1]}{last}".encode())


def differing(before: dict[Key, State], after: dict[Key, State]) -> dict[Key, State]:
    assert before.keys() == after.keys()
    return {key: state for key, state in after.items() if state is not before[key]}


def stale(contexts: dict[str, list[tuple[str, str]]]) -> dict[Key, State]:
    """Return what has to be stale: the translations of the contexts; their English is a draft again."""
    english = {
        (shelf, ENGLISH, context): State.DRAFT
        for context, where in contexts.items()
        for shelf in {shelf for shelf, _ in where if not shelf.startswith("spoken-")}
    }
    return english | {(shelf, one, context): State.STALE for context, where in contexts.items() for shelf, one in where}


@pytest.fixture
def changed_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """One character of a word of each table in the program."""
    for tables, context, _ in TABLES.values():
        for module, table in tables:
            words = getattr(module, table)
            monkeypatch.setattr(module, table, MappingProxyType({**words, context: f"{words[context]}."}))


@pytest.mark.usefixtures("changed_words")
def test_one_character_at_every_kind_of_source_makes_exactly_its_translations_stale(
    library: Library, tmp_path: Path, ledger: Ledger, before: dict[Key, State]
) -> None:
    own = with_one_character(library, tmp_path, FILES, ledger)
    expected = [stale(contexts) for _, _, contexts in FILES.values()]
    expected += [stale({context: where}) for _, context, where in TABLES.values()]
    assert differing(before, states(own, ledger)) == {key: state for one in expected for key, state in one.items()}


def test_a_shelf_and_a_kind_of_source_that_is_not_walked_would_be_seen(library: Library) -> None:
    walked = {shelf for _, _, contexts in FILES.values() for where in contexts.values() for shelf, _ in where}
    walked |= {shelf for _, _, where in TABLES.values() for shelf, _ in where}
    # What only the office reads has no translation; of Cantonese, which is shipped empty, test_cantonese asks it.
    assert walked == set(extract.domains(library)) - {"law", "spoken-yue"}


def test_a_comparison_that_overlooks_a_character_would_be_seen(
    library: Library, tmp_path: Path, ledger: Ledger, before: dict[Key, State], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The planted fault: who compares without the last sign takes the changed English for the old one."""
    own = with_one_character(library, tmp_path, ["handout"], ledger)

    def careless(catalog: Catalog, context: str, english: str) -> bool:
        one = catalog.by_context.get(context)
        return one is not None and bool(one.text) and one.english.strip(".!?") != english.strip(".!?")

    monkeypatch.setattr(Catalog, "stale", careless)
    assert differing(before, states(own, ledger)) != stale(FILES["handout"][2])


# ---- the bands: letters and handouts are asked in test_states.py ----


def banded_papers(library: Library, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Return which papers for the table carry the band, without laying them out."""
    monkeypatch.setattr(papers, "write_pdf", lambda html, **_: html.encode())
    interview = read_interview(library, "tvisa").required()
    written = read_papers(library, interview)
    pages = {kind: papers.paper_pdf(library, interview, written, kind, "zh_Hans") for kind in KINDS}
    assert all((papers.DRAFT.encode() in page) == bool(waiting) for page, waiting in pages.values())
    return {kind for kind, (_, waiting) in pages.items() if waiting}


@pytest.mark.parametrize(("name", "banded"), [("paper", {"documents"}), ("question-on-paper", {"sheet"})])
def test_it_bands_exactly_the_papers_for_the_table_that_say_it(
    library: Library, tmp_path: Path, name: str, banded: set[str], ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = with_one_character(library, tmp_path, [name], ledger)
    assert banded_papers(own, monkeypatch) == banded


@pytest.mark.parametrize(("name", "release", "read_aloud"), [("release", True, False), ("yes", False, True)])
def test_it_bands_exactly_the_release_or_what_is_read_aloud_before(
    library: Library, tmp_path: Path, name: str, ledger: Ledger, *, release: bool, read_aloud: bool
) -> None:
    own = with_one_character(library, tmp_path, [name], ledger)
    ledgers = ledger_of(own)
    for language in BOTH_SCRIPTS:
        with pytest.MonkeyPatch.context() as patch:  # an earlier English has a translation no more: take it as it is
            patch.setattr(Catalog, "text", Catalog.draft)
            assert bool(placing_release.waiting(own, language)) == release
            said = (*spoken_yes(own, ENGLISH), *spoken_yes(own, language))
            assert (not all(map(ledgers.holds, said))) == read_aloud
