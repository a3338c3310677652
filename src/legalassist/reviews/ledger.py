"""The one ledger of approvals: who has read a text, who approved it, each line tied to both texts by their hashes.

It is a file of the clinic's own shelf, and only ever grows; legalassist ships none. Letters, papers and handouts all
ask it, so one yes to a text counts wherever the text is printed. Nothing in it says "stale": a line counts while the
English and the translation still have the hashes it names, and stops counting by itself when one character of either
changes. `.po` files hold texts and no approvals.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError, model_validator

from legalassist.errors import ContentError, Place, Problem
from legalassist.languages.tags import ENGLISH
from legalassist.library import Library
from legalassist.reviews.people import NOBODY, People

LEDGER = "reviews/translations.jsonl"
"""The ledger's name on a clinic's shelf: one JSON object a line."""

READERS = 2
"""How many people must have read a translation before it counts as approved, where a clinic has not said otherwise."""

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Line = Annotated[str, StringConstraints(min_length=1, max_length=300, strip_whitespace=True)]


class State(StrEnum):
    """How far a text has come. Never written down: computed from today's texts and the lines about them."""

    MISSING = "missing"
    STALE = "stale"
    DRAFT = "draft"
    CHECKED = "checked"
    APPROVED = "approved"


class Step(StrEnum):
    """What a person did, as a line of the ledger says it."""

    CHECKED = "checked"
    APPROVED = "approved"
    WORDING_ONLY = "wording only"
    """An attorney says that a change of the English changed no meaning: its translation stands as it stood."""
    LOOKED_AT = "looked at"
    """A reader says that what one rule asks about this text is as it should be; it approves nothing."""


@dataclass(frozen=True, slots=True)
class Said:
    """A text as it stands today: where, in which language, its English, and itself."""

    context: str
    language: str
    english: str
    text: str

    @property
    def wording(self) -> "Wording":
        """The text by its hashes, as the ledger and the print log keep it."""
        return Wording(self.context, self.language, digest_of(self.english), digest_of(self.text))


@dataclass(frozen=True, slots=True, order=True)
class Wording:
    """A text by its hashes: where it stands, its language, the sha256 of its English and of itself."""

    context: Line
    language: Line
    english: Digest
    text: Digest


class Entry(BaseModel):
    """One line: a person has done a step with one text.

    `english` and `text` are the hashes of the two texts. `known` says, of somebody outside the clinic, how they are
    known; `sheet` is the code of the paper that was signed. Of a change of wording only, `was` is the hash of the
    English before it, and `reason` why it changed no meaning; of what a reader looked at, `rule` is what asked about
    the text, and `reason` why it may stand.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    context: Line
    language: Line
    english: Digest
    text: Digest
    step: Step
    who: Line
    when: date
    known: str = ""
    sheet: str = ""
    was: Annotated[str, StringConstraints(pattern=r"^([0-9a-f]{64})?$")] = ""
    reason: str = ""
    rule: Annotated[str, StringConstraints(pattern=r"^[a-z-]*$")] = ""

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if (self.step is Step.WORDING_ONLY, self.step is Step.LOOKED_AT) != (bool(self.was), bool(self.rule)):
            message = (
                "a change of wording only names the English before it, what was looked at its rule, nothing else does"
            )
            raise ValueError(message)
        if bool(self.was or self.rule) != bool(self.reason):
            message = "both need a reason, and nothing else has one"
            raise ValueError(message)
        return self

    @property
    def wording(self) -> Wording:
        """The text that the line is about."""
        return Wording(self.context, self.language, self.english, self.text)

    @property
    def before(self) -> Wording:
        """The same translation with the English as it was before a change of wording only."""
        return Wording(self.context, self.language, self.was, self.text)


def entry_of(  # noqa: PLR0913 - one argument for each part of a line
    wording: Wording, step: Step, who: str, when: date, *, known: str = "", sheet: str = "", was: str = "",
    reason: str = "", rule: str = "",
) -> Entry:  # fmt: skip
    """Return the line that says that somebody has done a step with a text."""
    return Entry(
        context=wording.context, language=wording.language, english=wording.english, text=wording.text, step=step,
        who=who, when=when, known=known, sheet=sheet, was=was, reason=reason,
        rule=rule,
    )  # fmt: skip


def digest_of(text: str) -> str:
    """Return the sha256 of a text, in hex."""
    return sha256(text.encode()).hexdigest()


@dataclass(frozen=True)
class Ledger:
    """Every line, in the order written; `readers` is how many people the approval of a translation takes.

    A text in English has nobody between its author and the attorney: her approval alone is enough. `people` says who of
    those who are named is one person: a line counts for the person, however the name was typed.
    """

    entries: tuple[Entry, ...] = ()
    readers: int = READERS
    people: People = NOBODY

    @cached_property
    def _by_wording(self) -> dict[Wording, list[Entry]]:
        found: dict[Wording, list[Entry]] = {}
        for one in self.entries:
            found.setdefault(one.wording, []).append(one)
        return found

    @cached_property
    def _once(self) -> frozenset[tuple[str, str]]:
        return frozenset((one.context, one.language) for one in self.entries if one.step is Step.APPROVED)

    def lines_of(self, wording: Wording) -> tuple[Entry, ...]:
        """Return the lines that speak for these very texts; through a change of wording only, also the earlier ones."""
        lines: list[Entry] = []
        waiting, seen = [wording], {wording}
        while waiting:
            for one in self._by_wording.get(waiting.pop(), ()):
                lines.append(one)
                if one.step is Step.WORDING_ONLY and one.before not in seen:
                    waiting.append(one.before)
                    seen.add(one.before)
        return tuple(lines)

    def state_of(self, wording: Wording) -> State:
        """Return how far a text has come: approved takes a line that says so, and enough different people."""
        lines = [one for one in self.lines_of(wording) if one.step in {Step.CHECKED, Step.APPROVED}]
        enough = 1 if wording.language == ENGLISH else self.readers
        if any(one.step is Step.APPROVED for one in lines) and self.people.count(one.who for one in lines) >= enough:
            return State.APPROVED
        return State.CHECKED if lines else State.DRAFT

    def looked_at(self, wording: Wording) -> frozenset[str]:
        """Return the rules whose questions about these very texts a reader has answered."""
        return frozenset(one.rule for one in self._by_wording.get(wording, ()) if one.step is Step.LOOKED_AT)

    def state(self, said: Said) -> State:
        """Return how far a text as it stands today has come."""
        return self.state_of(said.wording)

    def holds(self, said: Said) -> bool:
        """Say whether a text is approved as it stands."""
        return self.state(said) is State.APPROVED

    def lapsed(self, said: Said) -> bool:
        """Say whether this text was approved once, in another wording of either language, and is not any more."""
        return (said.context, said.language) in self._once and not self.holds(said)

    def with_lines(self, lines: Iterable[Entry]) -> "Ledger":
        """Return the ledger as it will be with some more lines at its end."""
        return Ledger((*self.entries, *lines), self.readers, self.people)

    def has_read(self, said: Said, who: str) -> bool:
        """Say whether this person has checked or approved these very texts, under whatever name."""
        lines = (one for one in self.lines_of(said.wording) if one.step in {Step.CHECKED, Step.APPROVED})
        return any(self.people.same(one.who, who) for one in lines)

    def approved(self) -> Iterator[Wording]:
        """Yield what is approved."""
        yield from (one for one in self._by_wording if self.state_of(one) is State.APPROVED)


def read_ledger(library: Library, readers: int = READERS, people: People | None = None) -> Ledger:
    """Return the ledger of the first shelf that has one, an empty one where none has; `people` are clinic.yaml's.

    Raises ContentError naming every line that is not as it should be: a damaged ledger approves nothing.
    """
    book = library.find(LEDGER)
    if book is None:
        return Ledger((), readers, people or NOBODY)
    entries: list[Entry] = []
    problems: list[Problem] = []
    for number, line in enumerate(book.text.splitlines(), 1):
        try:
            entries.append(Entry.model_validate_json(line))
        except ValidationError:
            hint = "take the line out; what it approved is then a draft again"
            problems.append(Problem(Place(book.name, number), "this is no line of the ledger", hint))
    if problems:
        raise ContentError(problems=tuple(problems))
    return Ledger(tuple(entries), readers, people or NOBODY)


def written(entries: Iterable[Entry]) -> str:
    """Return entries as lines of the file, each ending with a line break."""
    return "".join(f"{one.model_dump_json(exclude_defaults=True)}\n" for one in entries)
