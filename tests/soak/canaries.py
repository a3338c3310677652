"""Put canaries into answers, names, titles and exhibits; then look for them in every byte that was written anywhere."""

import base64
import io
import logging
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path

from stores.making import ANA, AT, SAID, all_bytes, kept, let_team_in, set_up

from legalassist.cases.case import Case
from legalassist.facts.values import PersonName
from legalassist.stores import sqlite
from legalassist.stores.backups import back_up, restore
from legalassist.stores.cases import open_case, save_case
from legalassist.stores.erasing import erase, redact
from legalassist.stores.exhibits import Paper, attach
from legalassist.stores.exports import Lockup, Shape, export_case
from legalassist.stores.parcels import Opener
from legalassist.stores.search import check_conflicts
from legalassist.stores.slots import CHEAP

BIRDS = ("金丝雀鸣于深谷", "canarySINGSdeep")
"""In every answer, name, title and exhibit; long enough that random bytes never spell them."""


def shapes(bird: str) -> dict[str, bytes]:
    """Return the ways a text may lie in a file: encodings, and base64 (at each of three offsets) and hex of them."""
    plain = {name: bird.encode(name) for name in ("utf-8", "utf-16-le", "utf-16-be", "gbk")}
    found = dict(plain)
    for name, written in plain.items():
        found[f"{name} hex"] = written.hex().encode()
        found[f"{name} HEX"] = written.hex().upper().encode()
        for offset in range(3):
            # Of base64, the first and last letters depend on what stands beside; the middle does not.
            found[f"{name} base64+{offset}"] = base64.b64encode(b"\0" * offset + written)[4 if offset else 0 : -4]
    return found


def sightings(content: bytes, birds: tuple[str, ...] = BIRDS) -> list[str]:
    """Return in which shapes a canary lies in the bytes."""
    return [f"{bird} as {shape}" for bird in birds for shape, way in shapes(bird).items() if way in content]


@contextmanager
def watched(folder: Path) -> Iterator[list[str]]:
    """Note every file opened for writing outside a folder while this lasts."""
    outside: list[str] = []
    watching = [True]

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        if not watching[0] or event != "open":
            return
        path, mode, flags = arguments
        writes = bool(isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
        inside = isinstance(path, (str, bytes)) and os.fsdecode(path).startswith((str(folder), "/dev/null"))
        if writes and not inside and not isinstance(path, int):
            outside.append(f"{path!r} {mode!r}")

    sys.addaudithook(hear)
    try:
        yield outside
    finally:
        watching[0] = False


def run(answers: int, exhibits: int, folder: Path) -> dict[str, object]:
    """Keep so many answers and exhibits, use every verb that writes, and return what was seen where it must not be."""
    temporary = folder / "temporary"
    temporary.mkdir()
    screen, before = io.StringIO(), tempfile.tempdir
    tempfile.tempdir = str(temporary)
    heard = logging.StreamHandler(screen)
    logging.getLogger().addHandler(heard)
    try:
        with watched(folder) as outside, redirect_stdout(screen), redirect_stderr(screen):
            _live(answers, exhibits, folder)
            while_open = all_bytes(folder)
    finally:
        logging.getLogger().removeHandler(heard)
        tempfile.tempdir = before
    seen = sightings(while_open) + sightings(all_bytes(folder)) + sightings(screen.getvalue().encode())
    seen += [f"a temporary file {path.name}" for path in temporary.iterdir()]
    return {"answers": answers, "exhibits": exhibits, "seen": seen, "outside": outside, "bytes": len(while_open)}


def _live(answers: int, exhibits: int, folder: Path) -> None:
    """Do with canaries everything a store can do."""
    tables = sqlite.make(folder / "clinic.store")
    store = set_up(tables).store
    let_team_in(store)
    opened = kept(
        store, BIRDS[1], Case("r", "tvisa").answer("client.name", PersonName(BIRDS[1], native=BIRDS[0]), SAID)
    )
    case = opened.case
    for number in range(answers):
        case = case.answer("hardship.fear", f"{BIRDS[number % 2]} {number}", SAID)
        if number % 10 == 9:
            opened = save_case(store, opened, case, AT)
    opened = save_case(store, opened, case, AT)
    for number in range(exhibits):
        content = "".join(BIRDS).encode(("utf-8", "gbk")[number % 2]) * 4_000
        opened = attach(store, opened, Paper(BIRDS[0], "text/plain"), [content], AT)
    check_conflicts(store, BIRDS, AT)
    back_up(store, folder / "one.bak", (store.person,), AT)
    for shape in Shape:
        export_case(store, opened, folder / f"{shape.name}.case", Lockup("made", CHEAP), AT, shape=shape)
    restore(folder / "one.bak", folder / "restored.store", Opener(ANA.passphrase), AT, os.urandom)
    opened = redact(store, opened, "client.name", f"struck {BIRDS[0]}", AT)
    erase(store, open_case(store, BIRDS[1]), AT)
    # not closed here: the log must be looked at while it is there
    folder.joinpath("open").touch()
    _OPEN.append(tables)


_OPEN: list[sqlite.SqliteTables] = []


def close_all() -> None:
    """Close what `run` left open."""
    while _OPEN:
        _OPEN.pop().close()
