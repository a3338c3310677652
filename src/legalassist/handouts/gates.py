"""The two gates of print: is every text approved, and is every weak or contested authority acknowledged, today?

Approvals stand in the clinic's one ledger (`reviews.ledger`), acknowledgments and calls in the handout shelf's records.
legalassist ships none: until a clinic has some, every piece carries its band. An approval belongs to a text, whatever
format prints it, and is tied to both texts by their hashes: a changed sentence is unapproved again, by itself.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from legalassist.law.authorities import Authority
from legalassist.law.kyr import NUMBER_DAYS, acknowledged_until, needs_acknowledgment
from legalassist.reviews.ledger import Ledger, Said


@dataclass(frozen=True, slots=True)
class Clearances:
    """The ledger of approvals; which authorities were acknowledged, and which numbers called, when."""

    ledger: Ledger = field(default_factory=Ledger)
    acknowledged: Mapping[str, dt.date] = field(default_factory=dict)
    called: Mapping[str, dt.date] = field(default_factory=dict)
    """The contacts somebody called, by id, and when last; what nobody answered is not among them."""

    def printable(self, contacts: Iterable[str], day: dt.date) -> tuple[str, ...]:
        """Return the contacts that may be printed on a day: for 90 days after a call, and not on the 91st."""
        called = ((one, self.called.get(one)) for one in contacts)
        return tuple(one for one, on in called if on is not None and on <= day <= on + dt.timedelta(days=NUMBER_DAYS))


NONE = Clearances()
"""Nothing approved, nothing acknowledged: what a new clinic has."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands between a piece and print: texts without approval, authorities to acknowledge with the reason."""

    unapproved: tuple[Said, ...]
    unacknowledged: Mapping[str, str]

    @property
    def cleared(self) -> bool:
        """Whether the piece may be handed out: nothing stands in its way."""
        return not self.unapproved and not self.unacknowledged


def standing(texts: Iterable[Said], authorities: Iterable[Authority], clearances: Clearances, day: dt.date) -> Standing:
    """Return what stands between a piece with these texts, resting on these authorities, and print on a day."""
    unapproved = tuple(one for one in dict.fromkeys(texts) if not clearances.ledger.holds(one))
    return Standing(unapproved, dict(_unacknowledged(authorities, clearances.acknowledged, day)))


def _unacknowledged(
    authorities: Iterable[Authority], acknowledged: Mapping[str, dt.date], day: dt.date
) -> Iterator[tuple[str, str]]:
    for one in authorities:
        reason, on = needs_acknowledgment(one, day), acknowledged.get(one.id)
        if reason and not (on is not None and on <= day < acknowledged_until(one, on)):
            yield one.id, reason
