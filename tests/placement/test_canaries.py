"""Two hundred clients, everything of theirs a canary: none of it in any byte of what firms are told at stage 1."""

import datetime as dt
import itertools
import re
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

import pytest
from one_library import LIBRARY
from placement.offered import REFERENCE
from placement.people import SAID, TODAY, Client, clients

from legalassist.api.opening import open_clinic, open_interview
from legalassist.api.placing import fresh_reference, make_teaser
from legalassist.api.placing_lists import Offered, make_list
from legalassist.api.placing_tried import tried
from legalassist.assessments.assess import live_facts
from legalassist.disclosure.containers import file_parts
from legalassist.disclosure.folding import fold
from legalassist.documents.fonts import Fonts
from legalassist.documents.page import environment
from legalassist.documents.tables import as_docx, as_html, as_pdf, as_xlsx
from legalassist.errors import DocumentError
from legalassist.facts.values import PersonName
from legalassist.library import Library, fonts
from legalassist.placement.bands import bands_of
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


def printed(ones: Iterable[Client], library: Library, *, pages: bool = True) -> dict[str, bytes]:
    """Return the list of these clients as it is printed, without the search; the PDF of the first of them alone."""
    clinic, menus = open_clinic(library), read_menus(library)
    interview = open_interview(library, "tvisa")
    lines = []
    for number, one in enumerate(ones):
        made = make(menus, live_facts(interview, one.case), clinic, reference=reference(number), answer_by=TODAY)
        said = tuple((line.label, line.value) for line in made.rows)
        lines.append(Line(made.reference, said, (), made.tasks, made.answer_by.value))
    public = (clinic.name, clinic.phone, clinic.email)
    sheet = list_sheet(menus.menus, lines, public, bands_of(invented=True, read=False))
    first = list_sheet(menus.menus, lines[:12], public, bands_of(invented=True, read=False))
    return {
        "cases.docx": as_docx(sheet, library),
        "cases.html": as_html(sheet, environment(library)),
        "cases.xlsx": as_xlsx(sheet),
        **({"cases.pdf": as_pdf(first, environment(library), Fonts.read(fonts()))} if pages else {}),
    }


@dataclass
class Tried:
    """What was tried and what came of it: files made, canaries that sang, clean outputs that were stopped or asked."""

    files: int = 0
    sang: list[str] = field(default_factory=list)
    stopped: list[str] = field(default_factory=list)
    asked: int = 0

    def look(self, what: str, files: Mapping[str, bytes], people: Iterable[Client]) -> None:
        """Look through files for every canary of these people."""
        self.files += len(files)
        self.sang += [f"{what}: {canary}" for canary in sung(files, people)]


def lists(ones: Sequence[Client], library: Library, folder: Path, size: int, tried_: Tried) -> None:
    """Make lists of all clients, each searched for all who stand on it."""
    for begin in range(0, len(ones), size):
        group, out = ones[begin : begin + size], folder / f"list{begin}"
        listed = make_list(offered(group, library, begin), library, out, as_of=TODAY, shuffle=lambda n: range(n)[::-1])
        tried_.asked += sum(bool(hits) for hits in listed.asks.values())
        tried_.look("a list", read(out), group)
        shutil.rmtree(out)


def summaries(ones: Iterable[Client], library: Library, folder: Path, tried_: Tried) -> None:
    """Make the summary of each client: Word, PDF, text, and the second reader's sheet."""
    for number, one in enumerate(ones):
        out = folder / f"summary{number}"
        try:
            made = make_teaser(one.case, library, out, as_of=TODAY, reference=_fresh(one, library, number))
        except DocumentError as stopped:
            tried_.stopped.append(stopped.message)
            continue
        tried_.asked += bool(made.asks)
        tried_.look("a summary", read(out), [one])
        shutil.rmtree(out)


def _fresh(one: Client, library: Library, number: int) -> str:
    drawn = map(reference, itertools.count(number * 1000))
    return fresh_reference(one.case, library, lambda: next(drawn))


def test_no_canary_of_two_hundred_clients_is_in_what_firms_are_told(tmp_path: Path) -> None:
    library = LIBRARY
    assert sung(printed(people(), library), people()) == []
    tried_ = Tried()
    lists(people()[:2], library, tmp_path, 2, tried_)
    summaries(people()[:3], library, tmp_path, tried_)
    assert (tried_.sang, tried_.stopped, tried_.asked) == ([], [], 0)
    assert tried_.files == 4 + 3 * 5


def test_a_canary_that_does_sing_is_heard_in_every_kind_of_file(tmp_path: Path) -> None:
    library, one = LIBRARY, people(1)[0]
    out = tmp_path / "list"
    make_list(offered([one], library), library, out, as_of=TODAY, shuffle=range)
    told = streams(read(out))
    assert "labor trafficking" in told
    for name, data in read(out).items():
        heard = Client(one.case, frozenset({"newyorkcity"}))
        assert sung({name: data}, [heard]) == ["newyorkcity"]


def test_two_clients_of_one_trafficker_stand_on_different_lists(tmp_path: Path) -> None:
    library, (first, second) = LIBRARY, people(2)
    boss = PersonName("ZHOU", "Tiezhu", native="周铁柱")
    alike = [replace(one, case=one.case.answer("adverse[1].name", boss, SAID)) for one in (first, second)]
    with pytest.raises(DocumentError, match="the same adverse person or business") as refused:
        make_list(offered(alike, library), library, tmp_path / "out", as_of=TODAY, shuffle=range)
    assert "Zhou" not in str(refused.value)
    assert not (tmp_path / "out").exists()


def test_two_lines_that_alone_share_what_stands_out_are_shown_and_all_answer_by_one_day(tmp_path: Path) -> None:
    library, ones = LIBRARY, people(5)
    held = [replace(one, case=one.case.answer("first.detained", number < 2, SAID)) for number, one in enumerate(ones)]
    known = offered(held, library)
    later = [
        Offered(one.case, replace(one.line, answer_by=f"2026-12-{day}"))
        for one, day in zip(known, range(14, 19), strict=True)
    ]
    listed = make_list(later, library, tmp_path / "out", as_of=TODAY, shuffle=range)
    assert listed.together == (tuple(sorted(one.line.reference for one in known[:2])),)
    told = (tmp_path / "out/cases.html").read_text(encoding="utf-8")
    assert told.count("December 18, 2026") == 5
    assert "December 14" not in told


def test_a_line_that_names_one_client_of_the_list_stops_the_whole_list(tmp_path: Path) -> None:
    library, (first, second) = LIBRARY, people(2)
    word = second.case.current["client.name"].value.native  # type: ignore[union-attr]
    ones = offered([first, second], library)
    told = Offered(ones[0].case, type(ones[0].line)(REFERENCE, (("Type", word),), (), (), "2026-12-14"))
    with pytest.raises(DocumentError, match="nothing was written") as refused:
        make_list([told, ones[1]], library, tmp_path / "out", as_of=dt.date(2026, 11, 23), shuffle=range)
    assert word not in str(refused.value)
    assert not (tmp_path / "out").exists()
