"""Two hundred clients, everything of theirs a canary: none of it in any byte of what firms are told at stage 1."""

import datetime as dt
import itertools
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import pytest
from placement.offered import REFERENCE
from placement.people import TODAY, Client, clients

from legalassist.api.opening import open_clinic, open_interview
from legalassist.api.placing import make_teaser
from legalassist.api.placing_lists import Offered, make_list
from legalassist.api.placing_tried import tried
from legalassist.assessments.assess import live_facts
from legalassist.disclosure.containers import file_parts
from legalassist.disclosure.folding import fold
from legalassist.documents.fonts import Fonts
from legalassist.documents.page import DRAFT, INVENTED, environment
from legalassist.documents.tables import as_docx, as_html, as_pdf, as_xlsx
from legalassist.errors import DocumentError
from legalassist.library import Library, fonts
from legalassist.placement.lists import Line, list_sheet
from legalassist.placement.menus import read_menus
from legalassist.placement.teaser import make

COUNT = 200
_LETTERS, _DIGITS = "BCDFGHJKMN", "23456789"


def reference(number: int) -> str:
    """Return a reference made of a number: letter and digit in turn."""
    drawn = []
    for place in range(8):
        letters = _LETTERS if place % 2 == 0 else _DIGITS
        number, rest = divmod(number * 7 + place + 3, len(letters))
        drawn.append(letters[rest])
    return f"{''.join(drawn[:4])}-{''.join(drawn[4:])}"


def streams(files: Mapping[str, bytes]) -> str:
    """Return everything that is in files, unpacked, folded and in lower case: as text, and as raw bytes."""
    parts = dict.fromkeys(part.text for name, data in files.items() for part in file_parts(name, data))
    raw = dict.fromkeys(line for data in files.values() for line in data.decode("latin-1").splitlines())
    text = fold("\n".join([*files, *parts])).lower()
    return "\n".join([text, re.sub(r"[\s\W_]+", "", text), *raw])


def sung(files: Mapping[str, bytes], people: Iterable[Client]) -> list[str]:
    """Return the canaries that are in files."""
    text = streams(files)
    return [canary for client in people for canary in client.canaries if canary in text]


def read(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


@cache
def people(count: int = COUNT) -> tuple[Client, ...]:
    return tuple(clients(count))


def offered(ones: Iterable[Client], library: Library, begin: int = 0) -> list[Offered]:
    clinic = open_clinic(library)
    assert clinic.name
    drawn = map(reference, itertools.count(begin * 1000))
    return [tried(one.case, library, TODAY, lambda: next(drawn)) for one in ones]


def printed(ones: Iterable[Client], library: Library) -> dict[str, bytes]:
    """Return the list of these clients as it is printed, without the search; the PDF of the first of them alone."""
    clinic, menus = open_clinic(library), read_menus(library)
    interview = open_interview(library, "tvisa")
    lines = []
    for number, one in enumerate(ones):
        made = make(menus, live_facts(interview, one.case), clinic, reference=reference(number), answer_by=TODAY)
        said = tuple((line.label, line.value) for line in made.rows)
        lines.append(Line(made.reference, said, (), made.tasks, made.answer_by.value))
    public = (clinic.name, clinic.phone, clinic.email)
    sheet = list_sheet(menus.menus, lines, public, (INVENTED, DRAFT))
    first = list_sheet(menus.menus, lines[:12], public, (INVENTED, DRAFT))
    return {
        "cases.docx": as_docx(sheet, library),
        "cases.html": as_html(sheet, environment(library)),
        "cases.xlsx": as_xlsx(sheet),
        "cases.pdf": as_pdf(first, environment(library), Fonts.read(fonts())),
    }


def run(count: int, folder: Path, *, size: int = 50, summaries: int = 4) -> list[str]:
    """Make lists of all clients, searched for each, and summaries of some; return the canaries that sing."""
    library, ones = Library(), tuple(clients(count))
    found: list[str] = []
    for begin in range(0, count, size):
        group = ones[begin : begin + size]
        out = folder / f"list{begin}"
        make_list(offered(group, library, begin), library, out, as_of=TODAY, shuffle=lambda many: range(many)[::-1])
        found += sung(read(out), group)
    for number, one in enumerate(ones[:summaries]):
        out = folder / f"summary{number}"
        make_teaser(one.case, library, out, as_of=TODAY, reference=reference(number))
        found += sung(read(out), [one])
    return found


def test_no_canary_of_two_hundred_clients_is_in_what_firms_are_told(tmp_path: Path) -> None:
    library = Library()
    assert sung(printed(people(), library), people()) == []
    assert run(2, tmp_path, size=2, summaries=1) == []


def test_a_canary_that_does_sing_is_heard_in_every_kind_of_file(tmp_path: Path) -> None:
    library, one = Library(), people(1)[0]
    out = tmp_path / "list"
    make_list(offered([one], library), library, out, as_of=TODAY, shuffle=range)
    told = streams(read(out))
    assert "labor trafficking" in told
    for name, data in read(out).items():
        heard = Client(one.case, frozenset({"newyorkcity"}))
        assert sung({name: data}, [heard]) == ["newyorkcity"]


def test_a_line_that_names_one_client_of_the_list_stops_the_whole_list(tmp_path: Path) -> None:
    library, (first, second) = Library(), people(2)
    word = second.case.current["client.name"].value.native  # type: ignore[union-attr]
    ones = offered([first, second], library)
    told = Offered(ones[0].case, type(ones[0].line)(REFERENCE, (("Type", word),), (), (), "December 14, 2026"))
    with pytest.raises(DocumentError, match="nothing was written") as refused:
        make_list([told, ones[1]], library, tmp_path / "out", as_of=dt.date(2026, 11, 23), shuffle=range)
    assert word not in str(refused.value)
    assert not (tmp_path / "out").exists()
