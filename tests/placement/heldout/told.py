"""Invented clients, the files of each that leave the clinic, and the search that the commands make in them."""

import csv
import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from one_library import LIBRARY
from placement.heldout.clients import CLIENTS
from placement.heldout.more_pdf_places import MORE_PDF
from placement.heldout.more_places import MORE_BOOKS, MORE_NAMES, MORE_PAGES, MORE_WORD
from placement.heldout.other_places import BOOKS, NAMES, PAGES, TEXTS
from placement.heldout.pdf_places import PDF
from placement.heldout.spellings import spelled
from placement.heldout.word_places import WORD
from placement.offered import REFERENCE
from placement.people import SAID, _pattern

from legalassist.api import placing, placing_firms, placing_lists
from legalassist.api.opening import open_clinic
from legalassist.cases.case import Case
from legalassist.disclosure.hits import CANNOT_LOOK, Level
from legalassist.disclosure.identifiers import Identifiers, identifiers_of
from legalassist.disclosure.leaks import check_files
from legalassist.documents.fonts import Fonts
from legalassist.documents.page import environment
from legalassist.documents.tables import Sheet, as_pdf
from legalassist.library import fonts
from legalassist.placement.bands import bands_of
from legalassist.placement.lists import Line
from legalassist.placement.menus import ReadMenus, read_menus
from legalassist.placement.names import rows as rows_of
from legalassist.placement.stage_one import stage_one_problems

HERE = Path(__file__).parent
TODAY, TO_ANSWER = dt.date(2026, 11, 23), dt.date(2026, 12, 14)

_FILES = {
    "docx": (f"to-firms/{REFERENCE}.docx", WORD | MORE_WORD), "pdf": (f"to-firms/{REFERENCE}.pdf", PDF | MORE_PDF),
    "list": ("cases.docx", WORD | MORE_WORD), "txt": (f"to-firms/{REFERENCE}.txt", TEXTS),
    "xlsx": ("cases.xlsx", BOOKS | MORE_BOOKS), "html": ("cases.html", PAGES | MORE_PAGES),
    "sheet": ("names.pdf", PDF | MORE_PDF),
}  # fmt: skip
"""The file a place belongs to: of the summary, of the list, or the first sheet of stage 2."""


@dataclass(frozen=True)
class Row:
    """One text that is to be found, or not, and where it stands."""

    number: int
    expected: str
    place: str
    spelling: str
    text: str
    client: str = ""
    """Whose files; of a set about one client, the set's name."""
    rule: str = ""
    """Why the row is expected to be stopped, asked about or let through."""

    def __str__(self) -> str:
        return f"{self.number}, {self.expected}, {self.place}"


def rows(name: str) -> Iterator[Row]:
    """Yield the rows of a set; its first row is line 2 of its file."""
    with (HERE / f"set_{name}.tsv").open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE), 1):
            if number > 1:
                yield Row(number, *row)


@dataclass(frozen=True)
class Told:
    """What leaves about one client, and all the search stands on."""

    case: Case
    made: placing.Placed
    files: Mapping[str, bytes]
    identifiers: Identifiers
    hers: Identifiers
    """Without the adverse people, as the first sheet of stage 2 is searched."""


@cache
def told(name: str) -> Told:
    """Make the summary and the list of one client, as the commands do."""
    interview, case = _pattern()
    hers = CLIENTS[name]  # the example's own names are not this client's earlier ones
    case = replace(case, answers=tuple(one for one in case.answers if one.path not in hers), reference=f"held-{name}")
    for path, value in hers.items():
        case = case.answer(path, value, SAID)  # type: ignore[arg-type]
    library = LIBRARY
    with TemporaryDirectory() as folder:
        out = Path(folder)
        made = placing.make_teaser(case, library, out / "teaser", as_of=TODAY, reference=REFERENCE)
        said = tuple((row.label, row.value) for row in made.teaser.rows)
        line = Line(REFERENCE, said, (), made.teaser.tasks, TO_ANSWER.isoformat())
        offered = [placing_lists.Offered(case, line)]
        placing_lists.make_list(offered, library, out / "list", as_of=TODAY, shuffle=range)
        files = {path.name: path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}
    sheet = Sheet(title="Names to check", caption="Names, step 1 of 2", columns=placing_firms._COLUMNS,
                  rows=rows_of(case, 1))  # fmt: skip
    files["names.pdf"] = as_pdf(sheet, environment(library), Fonts.read(fonts()))
    clinic = open_clinic(library, None)
    identifiers = identifiers_of(case, interview, public=placing._public(clinic))
    first = placing_firms.hers_alone(identifiers_of(case, interview))
    return Told(case, made, files, identifiers, first)


def planted(row: Row, one: Told) -> dict[str, bytes]:
    """Return a real file of the client's with the text of a row in its place."""
    kind, _, place = row.place.partition(" ")
    text = spelled(row.text, row.spelling)
    if kind == "name":
        return {f"to-firms/{(NAMES | dict(MORE_NAMES))[place](text)}": one.files[f"{REFERENCE}.txt"]}
    name, places = _FILES[kind]
    return {name: places[place](one.files[Path(name).name], text)}


def result(row: Row, one: Told) -> str:
    """Return what the search says of a row's file: block, refuse (nobody can look into it), ask or clean."""
    files = planted(row, one)
    if row.place.startswith("sheet "):
        hits = check_files(files, one.hers).hits
    else:
        menus, every = _shelf()
        hits = placing._found(
            files, menus, one.made.teaser, one.identifiers, bands_of(invented=True, read=False), every
        ).hits
    blocks = [hit for hit in hits if hit.level is Level.BLOCK]
    if any(hit.rule != CANNOT_LOOK for hit in blocks):
        return "block"
    shown = (data for name, data in files.items() if name.endswith(".pdf") and not row.place.startswith("sheet "))
    if blocks or any(tuple(stage_one_problems(data)) for data in shown):
        return "refuse"
    return "ask" if hits else "clean"


@cache
def _shelf() -> tuple[ReadMenus, frozenset[str]]:
    return read_menus(LIBRARY), placing.scaffold(LIBRARY)


def right(row: Row, found: str) -> bool:
    """Say whether a result is what a row expects: a text that is to be asked about may be stopped as well."""
    wanted = {
        "clean": {"clean", "ask"},
        "ask": {"ask", "block"},
        "block": {"block", "refuse"},
        "refuse": {"refuse"},
    }
    return found in wanted[row.expected]
