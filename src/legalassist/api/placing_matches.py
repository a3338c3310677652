"""Attorneys from firms' lists into the store, and the ranked list for a case."""

import datetime as dt
from pathlib import Path

from legalassist.api.placing_kept import last_summary
from legalassist.api.placing_steps import add_to_shelf, of_the_shelf
from legalassist.errors import UsageError
from legalassist.library import Library
from legalassist.placement.firms import Attorney, read_attorneys
from legalassist.placement.matching import Match, Needs, ranked
from legalassist.placement.menus import read_menus
from legalassist.stores.cases import OpenCase
from legalassist.stores.headers import Side
from legalassist.stores.store import OpenStore

_ADVERSE = frozenset({Side.ADVERSE.value, Side.BUSINESS.value})


def take_in(store: OpenStore, path: Path, at: dt.datetime) -> tuple[Attorney, ...]:
    """Take a firm's list in, whole or not at all; raises DocumentError with every row that is wrong."""
    try:
        data = path.read_bytes()
    except OSError as wrong:
        raise UsageError(f"{path} cannot be read: {wrong.strerror}", hint="name a CSV or XLSX file") from None
    found = read_attorneys(path.name, data, at.date(), store.person.name)
    add_to_shelf(store, at, *found)
    return found


def attorneys(store: OpenStore) -> tuple[Attorney, ...]:
    """Return every attorney as the last list says."""
    return tuple({one.email: one for one in of_the_shelf(store, Attorney)}.values())


def matches(store: OpenStore, opened: OpenCase, library: Library) -> tuple[Match, ...]:
    """Return whom to ask about a case, ranked with reasons; UsageError where it has no summary yet."""
    labels = {row.row: row.label for row in read_menus(library).menus.rows}
    said = dict(last_summary(store, opened).lines)
    adverse = tuple(name for side, name, _ in opened.header.parties if side in _ADVERSE)
    needs = Needs(said.get(labels.get("language", ""), ""), said.get(labels.get("posture", ""), ""), adverse)
    first: dict[str, str] = {}
    for one in of_the_shelf(store, Attorney):
        first.setdefault(one.email, one.on)
    return ranked(needs, attorneys(store), first)
