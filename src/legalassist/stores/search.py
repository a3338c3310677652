"""Search and conflict check over the decrypted headers, in memory: there is no index in the database, hashed or not."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from legalassist.stores.cases import Listed, list_cases
from legalassist.stores.headers import Side
from legalassist.stores.spelling import plain, spellings
from legalassist.stores.store import OpenStore

_SHORTEST = 2
_DIGITS_THAT_COUNT = 7


@dataclass(frozen=True, slots=True)
class Hit:
    """A case that holds a name or number asked for: on which side, and as it is written there."""

    number: str
    side: Side
    said: str
    asked: str
    exact: bool
    """The same letters; otherwise they contain one another, or sound alike."""


def search(cases: Iterable[Listed], text: str) -> tuple[Listed, ...]:
    """Return the cases whose number, reference, stage, names or numbers contain the text, in any spelling or script."""
    wanted = plain(text)
    ways = {wanted, *spellings(text)} - {""}
    found = []
    for one in cases:
        header = one.header
        own = (plain(header.number), plain(header.reference), plain(header.stage))
        if any(way in word for way in ways for word in own) or any(
            way in spelled for _, _, spelt in header.parties for spelled in spelt for way in ways
        ):
            found.append(one)
    return tuple(found)


def conflicts(cases: Iterable[Listed], asked: Iterable[str]) -> tuple[Hit, ...]:
    """Return every case and side that may be one of the people, businesses or numbers asked for.

    A hit is a question for a person, not an answer: names that merely sound alike hit too, and so do numbers whose
    last seven digits agree.
    """
    wanted = [(text, {way for way in (plain(text), *spellings(text)) if len(way) >= _SHORTEST}) for text in asked]
    hits = []
    for one in cases:
        for side, said, spelt in one.header.parties:
            for text, ways in wanted:
                if any(_alike(way, spelled) for way in ways for spelled in spelt):
                    hits.append(Hit(one.header.number, Side(side), said, text, plain(text) == plain(said)))
    return tuple(dict.fromkeys(hits))


def _alike(way: str, spelled: str) -> bool:
    """Say whether two spellings agree: the same, or the same telephone or passport but for what stands before it."""
    if way == spelled:
        return True
    digits, others = way[-_DIGITS_THAT_COUNT:], spelled[-_DIGITS_THAT_COUNT:]
    return len(digits) == _DIGITS_THAT_COUNT and digits.isdigit() and digits == others


def check_conflicts(store: OpenStore, asked: tuple[str, ...], at: datetime) -> tuple[Hit, ...]:
    """Check the names against every case the person's keys open, and note what was asked and found in the audit."""
    hits = conflicts(list_cases(store), asked)
    found = sorted({hit.number for hit in hits})
    with store.changing(at) as change:
        detail = json.dumps({"asked": asked, "cases": found}, ensure_ascii=False)
        store.note(change, at, "checked for conflicts", detail=detail)
    return hits
