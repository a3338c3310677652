"""The header of a case: what lists, search and conflict checks read without opening the case.

Two faces, each sealed under a key of its own. The full one (names in all spellings, numbers, stage) opens for the
people of the case. The placement one says where a case stands and names nobody; it opens for the placement group.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict
from pydantic_core import from_json

from legalassist.cases.case import Case
from legalassist.facts.known import Rows
from legalassist.facts.paths import pattern_of
from legalassist.facts.values import PersonName
from legalassist.stores.sealing import name_of
from legalassist.stores.spelling import pieces, plain, spellings, within


class Side(StrEnum):
    """Whose name or number it is."""

    CLIENT = "client"
    RELATIVE = "relative"
    CO_VICTIM = "co-victim"
    ADVERSE = "adverse"
    BUSINESS = "business"
    HELPER = "helper"


Sides = Mapping[str, Side]
"""Which facts of an interview name somebody, and whom: fact pattern -> side."""

TVISA: Sides = {
    "client.name": Side.CLIENT,
    "client.other_names[].name": Side.CLIENT,
    "client.a_number": Side.CLIENT,
    "client.passport_number": Side.CLIENT,
    "client.ssn": Side.CLIENT,
    "client.email": Side.CLIENT,
    "contact.safe_phone": Side.CLIENT,
    "client.i94_number": Side.CLIENT,
    "notices[].receipt_number": Side.CLIENT,
    "filings[].receipt_number": Side.CLIENT,
    "waivers.receipt_number": Side.CLIENT,
    "prior_spouses[].name": Side.RELATIVE,
    "family[].name": Side.RELATIVE,
    "family[].other_names[].name": Side.RELATIVE,
    "family[].children[].name": Side.RELATIVE,
    "family[].spouse_name": Side.RELATIVE,
    "family[].prior_spouses[].name": Side.RELATIVE,
    "family[].a_number": Side.RELATIVE,
    "family[].spouse_a_number": Side.RELATIVE,
    "family[].passport_number": Side.RELATIVE,
    "family[].ssn": Side.RELATIVE,
    "family[].waiver_receipt_number": Side.RELATIVE,
    "family[].email": Side.RELATIVE,
    "family[].phone": Side.RELATIVE,
    "first.conflict_names": Side.ADVERSE,
    "adverse[].name": Side.ADVERSE,
    "trafficking.who_gained": Side.ADVERSE,
    "jobs[].employer": Side.BUSINESS,
    "representation.name": Side.HELPER,
    "translator.name": Side.HELPER,
    "translator.phone": Side.HELPER,
}

IN_WORDS = frozenset({"first.conflict_names", "trafficking.who_gained"})
"""Facts that may name several people, within a sentence: each run of words in them is a spelling to compare."""

DIGITS_THAT_COUNT = 7
"""Telephone numbers agree where their last seven digits do: country and area codes are often left out."""

_SHORTEST = 2

Party = tuple[str, str, str]
"""Side, the name or number as said, and the ways it may be looked for, with spaces between them."""


class Header(NamedTuple):
    """The full face. `stage` is free text of the clinic; times are UTC.

    A tuple, because a list makes ten thousand of them at once: a pydantic model takes twice as long to make, and the
    garbage collector three times as long to walk.
    """

    number: str
    reference: str
    interview: str
    opened_at: str
    client: str = ""
    """The client's name as last said."""
    stage: str = "open"
    restricted: bool = False
    held: bool = False
    invented: bool = False
    parties: tuple[Party, ...] = ()
    version: int = 1

    @classmethod
    def read(cls, written: bytes) -> "Header":
        """Return the header that `written` gave; ValueError for one of a newer program."""
        said = from_json(written, cache_strings="keys")
        try:
            said["parties"] = tuple(map(tuple, said["parties"]))
            header = cls(**said)
        except (TypeError, KeyError):
            raise ValueError("not a header this program knows") from None
        if header.version != 1:
            raise ValueError("a header of another version")
        return header

    @property
    def written(self) -> bytes:
        """The header as compact JSON."""
        return json.dumps(self._asdict(), ensure_ascii=False, separators=(",", ":")).encode()

    def describing(self, case: Case, sides: Sides = TVISA) -> "Header":
        """Return the header with the names and numbers that a case's answers hold."""
        return self._replace(client=_client(case, sides), parties=_all_parties(case, sides))

    @property
    def placement(self) -> "PlacementHeader":
        """The face that names nobody."""
        return PlacementHeader(
            reference=self.reference, interview=self.interview, opened_at=self.opened_at[:10], stage=self.stage
        )


class PlacementHeader(BaseModel):
    """The placement face: a random reference, what kind of case, since which day, and where it stands."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    version: int = 1
    reference: str
    interview: str
    opened_at: str
    stage: str


class Marks(BaseModel):
    """What a restricted case shows to a conflict check of people who may not open it: that something agrees, no more.

    A mark is a MAC of one spelling, sealed besides. Whoever works on cases can ask whether a name they already have
    is in a restricted case; nobody can read the names there.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    version: int = 1
    marks: frozenset[str] = frozenset()

    @classmethod
    def of(cls, header: Header, key: bytes) -> "Marks":
        """Return the marks of every name and number of a case."""
        return cls(marks=frozenset(mark(key, way) for _, _, ways in header.parties for way in comparable(ways.split())))


def mark(key: bytes, way: str) -> str:
    """Return the mark of one spelling."""
    return name_of(key, f"mark {way}").hex()


def comparable(ways: Iterable[str]) -> Iterator[str]:
    """Yield spellings in the form two are compared in: as they are, and numbers also by their last seven digits."""
    for way in ways:
        if len(way) >= _SHORTEST:
            yield way
        tail = way[-DIGITS_THAT_COUNT:]
        if len(tail) == DIGITS_THAT_COUNT and tail.isdigit():
            yield f"...{tail}"


def _client(case: Case, sides: Sides) -> str:
    """Return the client's name: the current answer to the first fact that names the client."""
    for path in sides:
        answer = case.current.get(path)
        if sides[path] is Side.CLIENT and answer is not None and isinstance(answer.value, PersonName):
            return answer.value.full
    return ""


def _all_parties(case: Case, sides: Sides) -> tuple[Party, ...]:
    """Return every name and number in a case's answers, superseded ones too: a conflict may hide in an old spelling."""
    found = dict.fromkeys(party for party in _parties(case, sides) if party[2])
    return tuple(sorted(found, key=lambda party: list(Side).index(Side(party[0]))))


def _parties(case: Case, sides: Sides) -> Iterator[Party]:
    for answer in reversed(case.answers):
        side = sides.get(pattern_of(answer.path))
        if side is None or answer.value is None or isinstance(answer.value, Rows):
            continue
        if isinstance(answer.value, PersonName):
            name = answer.value
            ways = (*spellings(name.family, name.given, name.middle), *spellings(name.family, name.given))
            yield side.value, name.full, " ".join(dict.fromkeys((*ways, *spellings(name.native))))
        elif pattern_of(answer.path) in IN_WORDS:
            for said in pieces(str(answer.value)):
                yield side.value, said, " ".join(within(said))
        else:
            said = str(answer.value)
            yield side.value, said, plain(said) if said[-1:].isdigit() else " ".join(spellings(said))
