"""What must be on record before names go to a firm, and in which order: release, undertaking, clear, retainer.

Sources: 34 U.S.C. 12291(b)(2)(B)-(D), 28 CFR 90.4 (informed, written, reasonably time-limited consent; no consent as a
condition of help). How long is the programme's own rule: 14 days where nobody says, never more than 90.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Literal

from legalassist.errors import DocumentError, UsageError
from legalassist.languages.formats import check_spoken
from legalassist.placement.steps import OfACase
from legalassist.stores.spelling import plain

USUAL_DAYS, MOST_DAYS = 14, 90


class Granted(OfACase):
    """The client's written release: to whom, for which stage, why, until when, and how she was told."""

    stage: Literal[2, 3]
    firm: str
    why: str
    until: str
    language: str
    interpreter: str
    signer: Literal["client", "safe guardian", "the person"] = "client"
    whose: str = ""
    """The row of a relative who is named under a release of their own (``family[2]``); empty: the client."""
    signed_by: str = ""
    """The guardian's name; kept with the case, printed on nothing that leaves."""
    child: Literal["", "signed", "too young to sign"] = ""
    """Whether a child signed beside the guardian; empty: an adult's release."""
    not_meant: str = ""
    """Why, as an attorney recorded (`by`), nobody who signs is the relative that the answers name by a role alone."""
    name_seen: str = ""
    """How an attorney (`by`) knows that a name which looks like none is the signer's whole one ("the passport")."""
    appointed: str = ""
    """By what somebody else signs for an adult, as an attorney (`by`) recorded: the court's order."""

    @property
    def ends(self) -> str:
        """Day and hour of its end, as a person reads them: ``18:00 on 2026-12-07``."""
        return f"{dt.datetime.fromisoformat(self.until):%H:%M on %Y-%m-%d}"


class Withdrawn(OfACase):
    """She took the release for a firm back; or a relative (`whose`: the row) theirs alone."""

    firm: str
    whose: str = ""


class Undertaken(OfACase):
    """The firm signed: conflicts staff only, deleted by a day, no other use."""

    firm: str
    delete_by: str


class Told(OfACase):
    """Something went to a firm: which step, the digest of the locked file, and by when it is deleted.

    Without a digest no file went: the firm was asked by telephone. Of the file, `delete_by` is the end of the release.
    """

    firm: str
    step: Literal["adverse names", "client's names", "hand-over"]
    digest: str
    delete_by: str
    holds: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    """Digests of the names a firm was asked about: one that came to the case since was not among them."""
    by_word: tuple[str, ...] = ()
    """Papers that are of this case by the word of whoever entered it; no manifest says so."""

    @property
    def until(self) -> str:
        """How long the firm holds it, in words; screen, receipt and log say the same.

        Names are deleted by the day of the undertaking; the file goes under the retainer, which outlives the release.
        """
        if self.step == "hand-over":
            return f"the release ends on {self.delete_by}; from then on it is held under the retainer, or deleted"
        return f"to be deleted by {self.delete_by}"


class Answered(OfACase):
    """The firm's answer to a step: clear or not clear, nothing else."""

    firm: str
    step: Literal["adverse names", "client's names"]
    clear: bool


class Retained(OfACase):
    """The retainer between the client and the firm was signed."""

    firm: str


class GivenBack(OfACase):
    """A firm gave the case back: no step with any firm before it counts for one after it."""


def new_release(release: Granted, given: dt.date) -> Granted:
    """Return a release that may be recorded; UsageError for one that is too long, or is told of without language."""
    days = (dt.datetime.fromisoformat(release.until).date() - given).days
    if not 0 <= days <= MOST_DAYS:
        message = f"a release ends within {MOST_DAYS} days, and not before it begins"
        raise UsageError(message, hint=f"{USUAL_DAYS} days where --until is left out")
    for what, said in (("firm", release.firm), ("purpose", release.why), ("language", release.language)):
        if not said.strip():
            raise UsageError(f"a release names its {what}", hint="see 'legalassist placement release --help'")
    check_spoken(release.language)
    if release.language != "en" and not release.interpreter.strip():
        raise UsageError("the interpreter it was read through is not named", hint="add --interpreter, 'none' for none")
    return release


def new_undertaking(said: Undertaken, signed: dt.date) -> Undertaken:
    """Return an undertaking that may be recorded; UsageError where the names are kept too long, or the day is over.

    How long a firm keeps the names at most is the programme's own rule, as for a release.
    """
    days = (dt.date.fromisoformat(said.delete_by) - signed).days
    if days <= 0:
        raise UsageError("the day to delete by is over", hint="name a later day")
    if days > MOST_DAYS:
        last = signed + dt.timedelta(days=MOST_DAYS)
        message = f"the firm deletes the names within {MOST_DAYS} days, as long as a release lasts at most"
        raise UsageError(message, hint=f"name a day up to {last.isoformat()}; a new undertaking is signed if need be")
    return said


def since_return(steps: Sequence[OfACase]) -> tuple[OfACase, ...]:
    """Return the steps that count: those since a firm gave the case back, or all where none did."""
    back = max((number for number, one in enumerate(steps, 1) if isinstance(one, GivenBack)), default=0)
    return tuple(steps[back:])


def as_written(steps: Sequence[OfACase], firm: str) -> str:
    """Return a firm as it was written first in a case: blanks, capitals and signs make no other firm of it."""
    before = (one.firm for one in steps if isinstance(one, Granted | Undertaken | Told | Answered | Retained))
    return next((one for one in before if plain(one) == plain(firm)), firm)


def own_releases(steps: Sequence[OfACase], firm: str, now: dt.datetime) -> frozenset[str]:
    """Return the rows of relatives with a live release of their own for a firm's check of names."""
    return frozenset(one.whose for one in live_of_relatives(steps, firm, now))


def live_of_relatives(steps: Sequence[OfACase], firm: str, now: dt.datetime) -> tuple[Granted, ...]:
    """Return the live releases of relatives' own for a firm's check of names."""
    rows = sorted({one.whose for one in steps if isinstance(one, Granted) and one.firm == firm and one.whose})
    last = (_last(steps, firm, 2, row) for row in rows)
    return tuple(one for one in last if one is not None and not ended(one, now))


def _last(steps: Sequence[OfACase], firm: str, stage: int, whose: str = "") -> Granted | None:
    """Return the last release, the client's or a relative's own; None where it was taken back, or never was."""
    found: Granted | None = None
    for one in since_return(steps):
        if isinstance(one, Granted) and (one.firm, one.stage, one.whose) == (firm, stage, whose):
            found = one
        elif isinstance(one, Withdrawn) and one.firm == firm and one.whose in {"", whose}:
            found = None  # with the client's own every relative's ends
    return found


def ended(release: Granted, now: dt.datetime) -> bool:
    """Say whether a release is over."""
    return dt.datetime.fromisoformat(release.until) <= now


def live(steps: Sequence[OfACase], firm: str, stage: int, now: dt.datetime) -> Granted:
    """Return the live release for a firm and a stage; DocumentError where there is none, it ended, or was taken back.

    A release for the full file (3) does not stand in for one for names (2), nor the other way round; a relative's own
    stands in for none.
    """
    found = _last(steps, firm, stage)
    hint = "print the form ('legalassist placement release-form'), read it aloud, and record her signature"
    if found is None:
        since = " since the case came back" if len(since_return(steps)) < len(steps) else ""
        message = f"no written release for this firm and stage {stage} is on record{since}, or she took it back"
        raise DocumentError(message, hint)
    if ended(found, now):
        raise DocumentError(f"the release for this firm ended at {found.ends}", hint)
    return found


def released(steps: Sequence[OfACase], firm: str, now: dt.datetime, *stages: int) -> bool:
    """Say whether a firm has a live release of the client; where no stage is named, for names or for the file."""
    last = (_last(steps, firm, stage) for stage in stages or (2, 3))
    return any(one is not None and not ended(one, now) for one in last)


def check_alone(steps: Sequence[OfACase], firm: str, now: dt.datetime) -> None:
    """Refuse a second firm while another one is asked, said "clear", or has the retainer; raises UsageError."""
    for other in dict.fromkeys(one.firm for one in since_return(steps) if isinstance(one, Granted | Retained)):
        if other == firm:
            continue
        if retained(steps, other):
            message = "another firm has the signed retainer: one firm at a time"
            raise UsageError(message, hint="when it gives the case back: legalassist placement stage CASE returned")
        if _under_way(steps, other, now):
            message = "another firm has a live release: one firm at a time"
            raise UsageError(message, hint="record that it is not clear, or that she took the release back")


def check_late(steps: Sequence[OfACase], firm: str, now: dt.datetime) -> None:
    """Refuse that a firm says "clear" after all while another one is asked or retained; raises UsageError."""
    try:
        check_alone(steps, firm, now)
    except UsageError as wrong:
        message = f"this firm's turn is over: {wrong.message}"
        hint = "its 'clear' counts for nothing now; after the other firm's turn it gets a release, and is asked anew"
        raise UsageError(message, hint) from None


def _under_way(steps: Sequence[OfACase], firm: str, now: dt.datetime) -> bool:
    """Say whether a firm has a live release and has not said "not clear" since it was last asked."""
    if not released(steps, firm, now):
        return False
    with_it = [one for one in since_return(steps) if isinstance(one, Granted | Told | Answered) and one.firm == firm]
    last = [one for one in with_it if not (isinstance(one, Granted) and one.whose)][-1]
    return not isinstance(last, Answered) or last.clear


def retained(steps: Sequence[OfACase], firm: str) -> bool:
    """Say whether a firm has the signed retainer: until it gives the case back no other firm is asked.

    Whether the file may go to it says `chain.Chain` alone.
    """
    return any(isinstance(one, Retained) and one.firm == firm for one in since_return(steps))
