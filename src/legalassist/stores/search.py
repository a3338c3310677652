"""Search and conflict check over the decrypted headers, in memory: there is no index in the database, hashed or not."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from legalassist.stores.headers import Side, comparable, mark
from legalassist.stores.listing import Listed, foreign_marks, list_cases, marks_key
from legalassist.stores.spelling import plain, spellings
from legalassist.stores.store import OpenStore

_SHORTEST = 2
_DIGITS_THAT_COUNT = 7


SEE_SUPERVISOR = "see supervisor"
"""All a hit in a case shows to somebody who may not open it."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A case that holds a name or number asked for: on which side, and as it is written there."""

    number: str
    side: Side | None
    said: str
    asked: str
    exact: bool = False
    """The same letters; otherwise they agree in another spelling, or by sound."""


def search(cases: Iterable[Listed], text: str) -> tuple[Listed, ...]:
    """Return the cases whose number, stage, names or numbers contain the text, or all its words, in any spelling."""
    whole, *words = [tuple(way for way in {plain(word), *spellings(word)} if way) for word in (text, *text.split())]
    if not whole:
        return ()
    found = []
    for one in cases:
        header = one.header
        own = f"{header.number}\n{header.reference}\n{header.stage}".casefold().replace("-", "").replace(" ", "")
        there = "\n".join([own, *[spelt for _, _, spelt in header.parties]])
        if _within(whole, there) or _all_within(words, there):
            found.append(one)
    return tuple(found)


def _within(ways: Iterable[str], there: str) -> bool:
    for way in ways:  # noqa: SIM110 -- `any` with a generator takes twice as long, ten thousand times
        if way in there:
            return True
    return False


def _all_within(words: Iterable[Iterable[str]], there: str) -> bool:
    for ways in words:  # noqa: SIM110 -- as above
        if not _within(ways, there):
            return False
    return True


def conflicts(cases: Iterable[Listed], asked: Iterable[str]) -> tuple[Hit, ...]:
    """Return every case and side that may be one of the people, businesses or numbers asked for.

    A hit is a question for a person, not an answer: names that merely sound alike hit too, and so do numbers whose
    last seven digits agree.
    """
    wanted = [(text, frozenset(comparable((plain(text), *spellings(text))))) for text in asked]
    hits = []
    for one in cases:
        for side, said, ways in one.header.parties:
            own = frozenset(comparable(ways.split()))
            for text, asked_ways in wanted:
                if own & asked_ways:
                    hits.append(Hit(one.header.number, Side(side), said, text, plain(text) == plain(said)))
    return tuple(dict.fromkeys(hits))


def marked(store: OpenStore, asked: Iterable[str]) -> tuple[Hit, ...]:
    """Return a hit that says only "see supervisor" for each name in a restricted case that is not the person's."""
    key, foreign = marks_key(store), foreign_marks(store)
    hits = []
    for text in asked:
        wanted = {mark(key, way) for way in comparable((plain(text), *spellings(text)))}
        if any(wanted & one.marks for one in foreign):
            hits.append(Hit(SEE_SUPERVISOR, None, SEE_SUPERVISOR, text))
    return tuple(hits)


def check_conflicts(store: OpenStore, asked: tuple[str, ...], at: datetime) -> tuple[Hit, ...]:
    """Check names against every case, restricted ones by their marks; note in the audit what was asked and found."""
    hits = (*conflicts(list_cases(store), asked), *marked(store, asked))
    found = sorted({hit.number for hit in hits})
    with store.changing(at) as change:
        detail = json.dumps({"asked": asked, "cases": found}, ensure_ascii=False)
        store.note(change, at, "checked for conflicts", detail=detail)
    return hits
