"""Three invented clients, the files of each that leave the clinic, and the search that the commands make in them."""

import csv
import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

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
from legalassist.documents.page import DRAFT, INVENTED, environment
from legalassist.documents.tables import Sheet, as_pdf
from legalassist.facts.dates import PartialDate
from legalassist.facts.values import Address, PersonName
from legalassist.library import Library, fonts
from legalassist.placement.lists import Line
from legalassist.placement.menus import ReadMenus, read_menus
from legalassist.placement.names import rows as rows_of
from legalassist.placement.stage_one import stage_one_problems

HERE = Path(__file__).parent
TODAY, TO_ANSWER = dt.date(2026, 11, 23), dt.date(2026, 12, 14)
day = PartialDate.parse

CLIENTS: dict[str, dict[str, object]] = {
    "a": {
        "client.name": PersonName("LIN", "Xiaotang", native="林晓棠"),
        "client.other_names[1].name": PersonName("", "Tiffany"),
        "client.other_names[2].name": PersonName("LAM", "Hiu Tong", native="林曉棠"),
        "client.birth_date": day("1997-08-14"), "client.birth_city": "Changle", "client.birth_province": "Fujian",
        "client.a_number": "216555908", "client.ssn": "219550147", "client.passport_number": "EJ4415067",
        "client.email": "tang.lin97@example.net", "contact.safe_phone": "+19295550137",
        "client.physical_address": Address("143-27 Sample Willow Avenue", "APT", "5F", "Flushing", "NY", "11355"),
        "homes[1].address": Address("9 Example Quay", city="Brooklyn", state="NY", zip_code="11231",
                                    in_care_of="Safe Lantern House"),
        "adverse[1].name": PersonName("GUO", "Baoshan", native="郭宝山"),
        "jobs[1].employer": "Jade Crane Spa", "trafficking.places": "Jade Crane Spa, Sample Court Road",
        "family[3].name": PersonName("CHEN", "Yuxin", native="陈雨欣"), "family[3].birth_date": day("2015-03-09"),
        "family[1].safe_contact": "微信 lxt_haitang97", "reporting.case_number": "2023-140-00417",
        "reporting.agency": "Example 140th Precinct", "arrests[1].docket": "CR-018842-19QN",
        "filings[1].receipt_number": "EAR2190055123",
    },
    "b": {
        "client.name": PersonName("HE", "An", native="何安"),
        "client.other_names[1].name": PersonName("", "May"),
        "client.birth_date": day("1991-11-03"), "client.birth_city": "Pingtan", "client.birth_province": "Fujian",
        "client.a_number": "204555613", "client.ssn": "221550163", "client.passport_number": "E12093344",
        "client.email": "an.he.1991@example.com", "contact.safe_phone": "+13475550162",
        "client.physical_address": Address("2250 Example Elm Street", "APT", "12C", "Brooklyn", "NY", "11214"),
        "homes[1].address": Address("40 Example Row", city="Brooklyn", state="NY", zip_code="11220",
                                    in_care_of="Quiet Harbor Home"),
        "adverse[1].name": PersonName("SONG", "Long", native="宋龙"),
        "jobs[1].employer": "Bright Fortune Garment Corp", "family[3].birth_date": day("2018-12-25"),
        "family[3].name": PersonName("HE", "Lele", native="何乐乐"),
        "family[1].safe_contact": "微信 heanan_9103", "arrests[1].docket": "KN-077123-20",
    },
    "c": {
        "client.name": PersonName("LYU", "Fengying", native="吕凤英"),
        "client.other_names[1].name": PersonName("", "Hope"),
        "client.birth_date": day("1984-10-09"), "client.birth_city": "Tingjiang", "client.birth_province": "Fujian",
        "client.a_number": "209555377", "client.ssn": "223550171", "client.passport_number": "G55120987",
        "client.email": "fy_lyu@example.org", "contact.safe_phone": "+16465550148",
        "client.physical_address": Address("61 Sample Mulberry Lane", "APT", "4A", "New York", "NY", "10013"),
        "homes[1].address": Address("7 Example Pier", city="New York", state="NY", zip_code="10002",
                                    in_care_of="Morning Tide Residence"),
        "adverse[1].name": PersonName("FANG", "Ming", native="方明"),
        "jobs[1].employer": "Golden Osprey Nail & Spa LLC", "family[3].birth_date": day("2020-02-29"),
        "family[3].name": PersonName("OUYANG", "Nuo", native="欧阳诺"), "reporting.officer": "Marco Rinaldi",
        "family[3].jobs[1].employer": "Sample Poplar Academy",
        "family[1].safe_contact": "微信 ying_1009_ny", "arrests[1].docket": "NY-014455-21",
        "filings[1].receipt_number": "IOE0912345678",
    },
}  # fmt: skip


_FILES = {
    "docx": (f"to-firms/{REFERENCE}.docx", WORD), "pdf": (f"to-firms/{REFERENCE}.pdf", PDF),
    "txt": (f"to-firms/{REFERENCE}.txt", TEXTS), "xlsx": ("cases.xlsx", BOOKS), "html": ("cases.html", PAGES),
    "sheet": ("names.pdf", PDF),
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
    library = Library()
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
        return {f"to-firms/{NAMES[place](text)}": one.files[f"{REFERENCE}.txt"]}
    name, places = _FILES[kind]
    return {name: places[place](one.files[Path(name).name], text)}


def result(row: Row, one: Told) -> str:
    """Return what the search says of a row's file: block, refuse (nobody can look into it), ask or clean."""
    files = planted(row, one)
    if row.place.startswith("sheet "):
        hits = check_files(files, one.hers).hits
    else:
        menus, every = _shelf()
        hits = placing._found(files, menus, one.made.teaser, one.identifiers, (INVENTED, DRAFT), every).hits
    blocks = [hit for hit in hits if hit.level is Level.BLOCK]
    if any(hit.rule != CANNOT_LOOK for hit in blocks):
        return "block"
    shown = (data for name, data in files.items() if name.endswith(".pdf") and not row.place.startswith("sheet "))
    if blocks or any(tuple(stage_one_problems(data)) for data in shown):
        return "refuse"
    return "ask" if hits else "clean"


@cache
def _shelf() -> tuple[ReadMenus, frozenset[str]]:
    return read_menus(Library()), placing.scaffold(Library())


def right(row: Row, found: str) -> bool:
    """Say whether a result is what a row expects: a text that is to be asked about may be stopped as well."""
    wanted = {"clean": {"clean", "ask"}, "ask": {"ask", "block"}, "block": {"block", "refuse"}, "refuse": {"refuse"},
              "missed": {"clean", "ask"}}  # fmt: skip
    return found in wanted[row.expected]
