"""What counts with a firm: every step belongs to the release that was live when it was taken, and ends with it.

One walk over the events of a case makes the chain of a firm; whoever asks whether something was sent, answered or
signed asks the chain. So no step counts outside of it: not after a release was taken back or ran out, not after a
newer one, not after the case came back.
"""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final

from legalassist.errors import DocumentError, UsageError
from legalassist.placement.releases import (
    Answered,
    GivenBack,
    Granted,
    Retained,
    Told,
    Undertaken,
    Withdrawn,
    ended,
    live,
    released,
)
from legalassist.placement.steps import OfACase

ADVERSE, CLIENT = "adverse names", "client's names"
SHEETS: Final = (ADVERSE, CLIENT)
"""The sheets of names, in the order they go out."""


@dataclass(frozen=True, slots=True)
class Chain:
    """What counts with one firm now: the client's release for names, and what was done under it, in its order.

    `sheets` holds the newest sheet of each step, `clear` the steps whose newest sheet was last answered "clear".
    """

    release: Granted | None = None
    undertaken: Undertaken | None = None
    sheets: Mapping[str, Told] = field(default_factory=lambda: MappingProxyType({}))
    clear: frozenset[str] = frozenset()
    retained: bool = False

    @property
    def all_clear(self) -> bool:
        """Say whether both sheets were answered "clear"."""
        return self.clear.issuperset(SHEETS)

    def after(self, event: OfACase) -> "Chain":
        """Return the chain after an event with its firm; one that is out of order, or too late, opens nothing."""
        if isinstance(event, Withdrawn):
            return self if event.whose else Chain()
        if isinstance(event, Granted) and (event.stage, event.whose) == (2, ""):
            return Chain(release=event)
        counts = self._open_on(event.on)
        if isinstance(event, Told) and event.step in SHEETS:
            others = {name: told for name, told in self.sheets.items() if name != event.step}
            sent = {event.step: event} if counts and self._may_send(event.step) else {}
            return replace(self, sheets=others | sent, clear=self.clear - {event.step})
        if isinstance(event, Answered):
            clear = event.clear and counts and event.step in self.sheets
            return replace(self, clear=self.clear | {event.step} if clear else self.clear - {event.step})
        if isinstance(event, Undertaken) and counts:
            return replace(self, undertaken=event)
        return replace(self, retained=True) if isinstance(event, Retained) and counts and self.all_clear else self

    def _may_send(self, step: str) -> bool:
        return self.undertaken is not None and (step == ADVERSE or ADVERSE in self.clear)

    def _open_on(self, day: str) -> bool:
        """Say whether the release was still live on a day; the retainer, once signed under it, outlives it."""
        if self.release is None:
            return False
        ends = dt.datetime.fromisoformat(self.release.until)
        last = max(ends.date(), ends.astimezone(dt.UTC).date())  # a day is kept without its clock
        return self.retained or dt.date.fromisoformat(day) <= last


def chain_with(steps: Sequence[OfACase], firm: str) -> Chain:
    """Return what counts with a firm, from every step of a case, oldest first."""
    found = Chain()
    for event in steps:
        if isinstance(event, GivenBack):
            found = Chain()
        elif getattr(event, "firm", None) == firm:
            found = found.after(event)
    return found


def check_open(steps: Sequence[OfACase], firm: str, now: dt.datetime) -> Granted:
    """Return the release an undertaking would belong to; DocumentError where it is none, or over.

    A firm that has the retainer may sign a new one under a live release for the file as well.
    """
    over = chain_with(steps, firm).retained and released(steps, firm, now, 3) and not released(steps, firm, now, 2)
    return live(steps, firm, 3 if over else 2, now)


def check_asked(steps: Sequence[OfACase], firm: str, step: str, now: dt.datetime) -> None:
    """Refuse an answer to what was not asked under the release that is live.

    A late answer, to a sheet of a release that was taken back or ran out, counts for nothing. Raises UsageError for
    what was not asked, DocumentError where the release ran out since.
    """
    chain = chain_with(steps, firm)
    if step not in chain.sheets:
        told = any(isinstance(one, Told) and (one.firm, one.step) == (firm, step) for one in steps)
        late = "; what went before belongs to a release that is over, and its answer counts for nothing" if told else ""
        hint = "write the sheet first: legalassist placement conflict; or, where it was asked so, add --by-telephone"
        raise UsageError(f"the firm was not asked this under a live release{late}", hint)
    live(steps, firm, 2, now)


def check_all_asked(steps: Sequence[OfACase], firm: str, step: str, names: Collection[str]) -> None:
    """Refuse to go on where names came to a case since a firm was asked; `names`: digests of those it has now.

    Raises DocumentError.
    """
    told = chain_with(steps, firm).sheets.get(step)
    if told is not None and set(names) - set(told.names):
        message = f"names came to the case since the firm was asked about the {step}"
        raise DocumentError(message, hint="ask anew: legalassist placement conflict CASE FIRM, and record the answer")


def undertaking(steps: Sequence[OfACase], firm: str, now: dt.datetime) -> Undertaken:
    """Return a firm's last undertaking; DocumentError where there is none, or its day to delete by is over."""
    found = chain_with(steps, firm).undertaken
    hint = "record it: legalassist placement undertaking CASE FIRM --delete-by DAY"
    if found is None:
        raise DocumentError("the firm's signed undertaking is not on record under this release", hint)
    if dt.date.fromisoformat(found.delete_by) <= now.date():
        message = f"the firm's undertaking is over: it was to delete the names by {found.delete_by}"
        raise DocumentError(message, hint=f"have a new one signed, and {hint}")
    return found


def ready_for(steps: Sequence[OfACase], firm: str, step: str, now: dt.datetime) -> Granted:
    """Return the release under which a step goes out; DocumentError names what is missing before it, in its order.

    The steps: "adverse names", "client's names", "retainer", "hand-over". The retainer is signed while the release for
    names is live too; the file goes under its own release, live, to a firm that has the retainer.
    """
    release = live(steps, firm, 3 if step in {"retainer", "hand-over"} else 2, now)
    chain = chain_with(steps, firm)
    undertaking(steps, firm, now)
    if step != ADVERSE and ADVERSE not in chain.clear:
        raise DocumentError("the firm has not said 'clear' to the adverse names", "they go first, without the client's")
    if step in {"retainer", "hand-over"} and CLIENT not in chain.clear:
        raise DocumentError("the firm has not said 'clear' to the client's names", "the file goes to no firm before")
    if step == "retainer" and not chain.retained and chain.release is not None and ended(chain.release, now):
        message = f"the release under which the firm said 'clear' ended at {chain.release.ends}"
        raise DocumentError(message, hint="its answers ended with it: record a new release, and ask the firm anew")
    if step == "hand-over" and not chain.retained:
        hint = "record it: legalassist placement retained CASE FIRM"
        raise DocumentError("the signed retainer is not on record", hint)
    return release
