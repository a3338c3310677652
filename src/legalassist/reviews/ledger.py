"""The ledger of translations: who has read a text, who approved it, each line tied to both texts by their hashes.

It is a file of the clinic's own shelf, and only ever grows; legalassist ships none. Nothing in it says "stale": a
line counts while the English and the translation still have the hashes it names, and stops counting by itself when
one character of either changes. `.po` files hold texts and no approvals.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from legalassist.errors import ContentError, Place, Problem
from legalassist.library import Library

LEDGER = "reviews/translations.jsonl"
"""The ledger's name on a clinic's shelf: one JSON object a line."""

READERS = 2
"""How many people must have read a text before it counts as approved, where a clinic has not said otherwise."""

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Line = Annotated[str, StringConstraints(min_length=1, max_length=300, strip_whitespace=True)]


class State(StrEnum):
    """How far a translation has come; `MISSING` and `STALE` are never written down, they are seen."""

    MISSING = "missing"
    STALE = "stale"
    DRAFT = "draft"
    CHECKED = "checked"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class Said:
    """A text as it stands today: where, in which language, its English, and itself."""

    context: str
    language: str
    english: str
    text: str


class Entry(BaseModel):
    """One line: a person has checked or approved one text.

    `english` and `text` are sha256 hashes of the two texts. `known` says, of somebody outside the clinic, how they are
    known.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    context: Line
    language: Line
    english: Digest
    text: Digest
    state: Annotated[State, "checked or approved"]
    who: Line
    when: date
    known: str = ""

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What the line is about: context, language, and both hashes."""
        return self.context, self.language, self.english, self.text


def digest_of(text: str) -> str:
    """Return the sha256 of a text, in hex."""
    return sha256(text.encode()).hexdigest()


def key_of(said: Said) -> tuple[str, str, str, str]:
    """Return what a line about this text would be about."""
    return said.context, said.language, digest_of(said.english), digest_of(said.text)


@dataclass(frozen=True)
class Ledger:
    """Every line, in the order written; `readers` is how many people an approval takes."""

    entries: tuple[Entry, ...] = ()
    readers: int = READERS

    @cached_property
    def _by_key(self) -> dict[tuple[str, str, str, str], list[Entry]]:
        found: dict[tuple[str, str, str, str], list[Entry]] = {}
        for one in self.entries:
            found.setdefault(one.key, []).append(one)
        return found

    @cached_property
    def _once(self) -> frozenset[tuple[str, str]]:
        return frozenset((one.context, one.language) for one in self.entries if one.state is State.APPROVED)

    def lines_of(self, said: Said) -> tuple[Entry, ...]:
        """Return the lines about these very texts, in the order written."""
        return tuple(self._by_key.get(key_of(said), ()))

    def state(self, said: Said) -> State:
        """Return how far a text has come: approved takes a line that says so, and enough different people."""
        lines = self.lines_of(said)
        people = {one.who for one in lines}
        if any(one.state is State.APPROVED for one in lines) and len(people) >= self.readers:
            return State.APPROVED
        return State.CHECKED if lines else State.DRAFT

    def holds(self, said: Said) -> bool:
        """Say whether a text is approved as it stands."""
        return self.state(said) is State.APPROVED

    def lapsed(self, said: Said) -> bool:
        """Say whether this text was approved once, in another wording of either language, and is not any more."""
        return (said.context, said.language) in self._once and self.state(said) is not State.APPROVED

    def approved(self) -> Iterator[tuple[str, str, str, str]]:
        """Yield what is approved: context, language, hash of the English, hash of the text."""
        for key, lines in self._by_key.items():
            enough = len({one.who for one in lines}) >= self.readers
            if enough and any(one.state is State.APPROVED for one in lines):
                yield key


def read_ledger(library: Library, readers: int = READERS) -> Ledger:
    """Return the ledger of the first shelf that has one, an empty one where none has.

    Raises ContentError naming every line that is not as it should be: a damaged ledger approves nothing.
    """
    book = library.find(LEDGER)
    if book is None:
        return Ledger(readers=readers)
    entries: list[Entry] = []
    problems: list[Problem] = []
    for number, line in enumerate(book.text.splitlines(), 1):
        try:
            entries.append(_entry(line))
        except (ValidationError, ValueError):
            hint = "take the line out; what it approved is then a draft again"
            problems.append(Problem(Place(book.name, number), "this is no line of the ledger", hint))
    if problems:
        raise ContentError(problems=tuple(problems))
    return Ledger(tuple(entries), readers)


def _entry(line: str) -> Entry:
    entry = Entry.model_validate_json(line)
    if entry.state not in {State.CHECKED, State.APPROVED}:
        message = "only what a person did is written down"
        raise ValueError(message)
    return entry


def written(entries: Iterable[Entry]) -> str:
    """Return entries as lines of the file, each ending with a line break."""
    return "".join(f"{one.model_dump_json(exclude_defaults=True)}\n" for one in entries)
