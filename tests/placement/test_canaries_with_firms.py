"""What one firm is told at stage 2, the board, the figures: no canary they must not hold, in any byte of them."""

from collections.abc import Mapping
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pikepdf
from one_library import LIBRARY
from placement.people import Client
from placement.test_canaries import Tried, people, read, sung
from stores.making import AT, kept, new_tables, set_up

from legalassist.api import placing_firms as firms
from legalassist.api.placing_board import board
from legalassist.api.placing_clocks import clock_of
from legalassist.api.placing_figures import figures, figures_files
from legalassist.api.placing_firms import Lock
from legalassist.api.placing_kept import move
from legalassist.documents.page import environment
from legalassist.documents.tables import as_html, as_xlsx
from legalassist.errors import DocumentError
from legalassist.library import Library
from legalassist.placement.board import board_sheet
from legalassist.placement.names import STEPS
from legalassist.placement.releases import Granted
from legalassist.stores.cases import OpenCase
from legalassist.stores.store import OpenStore

FIRM = "Example LLP"
WORDS = "wafer waffle waged wager waggle wagon"
DAY = AT.date()


def open_store(folder: Path) -> OpenStore:
    return set_up(new_tables("memory", folder)).store


def unlocked(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return files with the locked one opened as the firm opens it."""
    with pikepdf.open(BytesIO(files["documents.pdf"]), password=WORDS) as opened:
        target = BytesIO()
        opened.save(target, encryption=False)
    return {**files, "inside.pdf": target.getvalue()}


def ask(store: OpenStore, opened: OpenCase, one: Client, library: Library, folder: Path, tried: Tried) -> None:
    """Take a client through both sheets; the first may hold adverse names alone, the second the client's alone."""
    until = (AT + timedelta(days=14)).isoformat()
    said = {"on": DAY.isoformat(), "stage": 2, "firm": FIRM, "why": "conflict check", "language": "zh_Hans",
            "interpreter": "none", "until": until}  # fmt: skip
    firms.grant(store, opened, library, Granted.model_validate(said), AT)
    firms.undertake(store, opened, LIBRARY, FIRM, DAY + timedelta(days=30), AT)
    for step, allowed in ((1, one.adverse), (2, one.names)):
        out = folder / f"{opened.dossier.id.hex()}-{step}"
        try:
            firms.conflict_sheet(
                store, opened, library, out, firm=FIRM, step=step, lock=Lock(passphrase=WORDS), at=AT
            )  # fmt: skip
        except DocumentError as stopped:
            tried.stopped.append(f"{STEPS[step]}: {stopped.message}")
            return
        files = read(out)
        tried.look("what is seen from outside", files, [one])
        tried.look(f"the sheet of {STEPS[step]}", {"inside.pdf": unlocked(files)["inside.pdf"]}, [one.but(allowed)])
        firms.answer(store, opened, FIRM, step, AT, clear=True)


def told_of_all(store: OpenStore, library: Library) -> dict[str, bytes]:
    """Return the board and a table of figures, in every format."""
    sheet = board_sheet(board(store), DAY.isoformat())
    counted = figures_files(figures(store, library, "2026", "stage"), library)
    return {"board.xlsx": as_xlsx(sheet), "board.html": as_html(sheet, environment(library)), **counted}


def through_the_store(ones: tuple[Client, ...], library: Library, folder: Path, tried: Tried) -> None:
    """Keep every client in one store, ask a firm about each, then look at the board and the figures."""
    store = open_store(folder)
    for number, one in enumerate(ones):
        opened = kept(store, f"2026-{number:05}", one.case)
        move(store, clock_of(store, opened, library, AT), "screened", AT)
        ask(store, opened, one, library, folder, tried)
    tried.look("the board or the figures", told_of_all(store, library), ones)


def test_no_canary_is_in_what_a_firm_the_board_and_the_figures_are_told(tmp_path: Path) -> None:
    tried = Tried()
    through_the_store(people()[:4], LIBRARY, tmp_path, tried)
    assert (tried.sang, tried.stopped) == ([], [])


def test_the_sheets_do_hold_what_they_are_for(tmp_path: Path) -> None:
    store, one, library = open_store(tmp_path), people()[0], LIBRARY
    ask(store, kept(store, case=one.case), one, library, tmp_path, Tried())
    first, second = (
        unlocked(read(out))["inside.pdf"] for out in sorted(tmp_path.iterdir(), key=lambda path: path.name[-1])
    )
    assert sung({"inside.pdf": first}, [Client(one.case, one.adverse)])
    assert sung({"inside.pdf": second}, [Client(one.case, one.names)])
    assert not sung({"inside.pdf": first}, [Client(one.case, one.names - one.adverse)])
