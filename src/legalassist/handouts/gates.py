"""The two gates of print: is every text approved, and is every weak or contested authority acknowledged, today?

Approvals and acknowledgments are the clinic's records, made by its attorney. legalassist ships none: until a clinic
has some, every piece carries its band. An approval belongs to a text, whatever format prints it, and is tied to both
texts by their hashes: a changed sentence is unapproved again, by itself.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from legalassist.handouts.texts import Text
from legalassist.law.authorities import Authority
from legalassist.law.kyr import NUMBER_DAYS, acknowledged_until, needs_acknowledgment


@dataclass(frozen=True, slots=True)
class Approval:
    """The attorney's yes to a text in a language: where it stands, and the sha256 of its English and of the text."""

    context: str
    language: str
    english: str
    text: str


@dataclass(frozen=True, slots=True)
class Clearances:
    """What the clinic's attorney has approved; which authorities were acknowledged, and which numbers called, when."""

    approved: frozenset[Approval] = frozenset()
    acknowledged: Mapping[str, dt.date] = field(default_factory=dict)
    called: Mapping[str, dt.date] = field(default_factory=dict)
    """The contacts somebody called, by id, and when last; what nobody answered is not among them."""

    def printable(self, contacts: Iterable[str], day: dt.date) -> tuple[str, ...]:
        """Return the contacts that may be printed on a day: called in the last 90 days, that day not in the future."""
        called = ((one, self.called.get(one)) for one in contacts)
        return tuple(one for one, on in called if on is not None and on <= day < on + dt.timedelta(days=NUMBER_DAYS))


NONE = Clearances()
"""Nothing approved, nothing acknowledged: what a new clinic has."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands between a piece and print: texts without approval, authorities to acknowledge with the reason."""

    unapproved: tuple[Approval, ...]
    unacknowledged: Mapping[str, str]

    @property
    def cleared(self) -> bool:
        """Whether the piece may be handed out: nothing stands in its way."""
        return not self.unapproved and not self.unacknowledged


def approval_of(said: Text) -> Approval:
    """Return the approval that a text needs."""
    return Approval(said.context, said.language, _digest(said.english), _digest(said.text))


def standing(texts: Iterable[Text], authorities: Iterable[Authority], clearances: Clearances, day: dt.date) -> Standing:
    """Return what stands between a piece with these texts, resting on these authorities, and print on a day."""
    needed = dict.fromkeys(map(approval_of, texts))
    unapproved = tuple(one for one in needed if one not in clearances.approved)
    return Standing(unapproved, dict(_unacknowledged(authorities, clearances.acknowledged, day)))


def _unacknowledged(
    authorities: Iterable[Authority], acknowledged: Mapping[str, dt.date], day: dt.date
) -> Iterator[tuple[str, str]]:
    for one in authorities:
        reason, on = needs_acknowledgment(one, day), acknowledged.get(one.id)
        if reason and not (on is not None and on <= day < acknowledged_until(one, on)):
            yield one.id, reason


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()
