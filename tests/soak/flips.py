"""Flip bits in a store's file or a backup: every flip is found or does no harm; wrong content is never served."""

import os
import random
import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from stores.making import ANA, AT, SAID, invented, kept, opened_by, set_up

from legalassist.errors import StoreError
from legalassist.stores import sqlite
from legalassist.stores.backups import back_up, restore
from legalassist.stores.cases import open_case, save_case
from legalassist.stores.exhibits import Paper, attach, content_of
from legalassist.stores.listing import list_cases
from legalassist.stores.parcels import Opener
from legalassist.stores.records import Kind
from legalassist.stores.store import OpenStore
from legalassist.stores.verifying import problems


def everything(store: OpenStore) -> Iterator[object]:
    """Yield all that a store serves, piece by piece, until it refuses."""
    yield store.people()
    for listed in list_cases(store):
        yield listed.header
        opened = open_case(store, listed.header.number)
        yield opened.case
        for attached in opened.attached:
            yield attached, b"".join(content_of(store, attached))
    yield store.read(store.shelf_stream(Kind.AUDIT))


def made(folder: Path) -> tuple[Path, Path]:
    """Return a small store, closed, and a backup of it."""
    tables = sqlite.make(folder / "whole.store")
    store = set_up(tables).store
    opened = kept(store)
    opened = save_case(store, opened, opened.case.answer("hardship.fear", "怕" * 300, SAID), AT)
    attach(store, opened, Paper("Register", "application/pdf"), [bytes(range(256)) * 300], AT)
    kept(store, "2026-0002", invented("q", "LI"))
    back_up(store, folder / "whole.bak", (store.person,), AT)
    tables.close()
    return folder / "whole.store", folder / "whole.bak"


def flipped(source: Path, target: Path, chance: random.Random) -> None:
    """Write a copy with one bit, or a short run of bytes, changed."""
    content = bytearray(source.read_bytes())
    at = chance.randrange(len(content))
    for position in range(at, min(len(content), at + chance.choice((1, 1, 1, 16)))):
        content[position] ^= 1 << chance.randrange(8)
    target.write_bytes(content)


def outcome(serve: Iterator[object], truth: list[object]) -> str:
    """Return "harmless" or "found"; anything served that is not the truth is "wrong"."""
    served = []
    try:
        for one in serve:
            served.append(one)
            if one != truth[len(served) - 1]:
                return "wrong"
    except StoreError:
        return "found"
    return "harmless" if len(served) == len(truth) else "wrong"


def served_by_file(path: Path) -> Iterator[object]:
    """Yield what a store's file serves, once its verification passed."""
    tables = sqlite.open_file(path)
    try:
        store = opened_by(tables, ANA)
        if problems(store):
            raise StoreError("found by verification")
        yield from everything(store)
    finally:
        tables.close()


def served_unverified(path: Path) -> Iterator[object]:
    """Yield what a store's file serves to somebody who told the program to accept the damage."""
    from legalassist.stores.store import unlock  # noqa: PLC0415 -- beside its one use

    tables = sqlite.open_file(path)
    try:
        yield from everything(unlock(tables, ANA.passphrase, os.urandom, accept_damage=True))
    finally:
        tables.close()


def served_by_backup(path: Path, into: Path) -> Iterator[object]:
    """Yield what a backup serves once it is restored; restoring adds an audit line, which is left out."""
    restore(path, into, Opener(ANA.passphrase), AT + timedelta(hours=2), os.urandom)
    yield from list(served_by_file(into))[:-1]


def run(count: int, seed: int, folder: Path) -> dict[str, int]:
    """Flip so many times; return how often each outcome came, and "wrong" must be 0."""
    chance = random.Random(seed)  # noqa: S311 -- picks places, not keys
    whole, backup = made(folder)
    shutil.copy(whole, folder / "truth.store")
    truth = list(served_by_file(folder / "truth.store"))
    counts = {"found": 0, "harmless": 0, "wrong": 0}
    tried, into = folder / "tried.store", folder / "restored.store"
    for number in range(count):
        for path in (tried, into):
            sqlite.remove(path)
        if number % 4 == 3:
            flipped(backup, folder / "tried.bak", chance)
            came = outcome(served_by_backup(folder / "tried.bak", into), truth[:-1])
        else:
            flipped(whole, tried, chance)
            serve = served_unverified if number % 4 == 2 else served_by_file
            came = outcome(serve(tried), truth)
        counts[came] += 1
    return counts
