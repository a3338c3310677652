"""What must be on record before names go to a firm, and in which order: release, undertaking, clear, retainer.

Sources: 34 U.S.C. 12291(b)(2)(B)-(D), 28 CFR 90.4 (informed, written, reasonably time-limited consent; no consent as a
condition of help). How long is the programme's own rule: 14 days where nobody says, never more than 90.
"""

import datetime as dt
from collections.abc import Collection, Sequence
from typing import Literal

from legalassist.errors import DocumentError, UsageError
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


class Withdrawn(OfACase):
    """She took the release for a firm back."""

    firm: str


class Undertaken(OfACase):
    """The firm signed: conflicts staff only, deleted by a day, no other use."""

    firm: str
    delete_by: str


class Told(OfACase):
    """Something went to a firm: which step, the digest of the locked file, and by when it is deleted.

    Without a digest no file went: the firm was asked by telephone.
    """

    firm: str
    step: Literal["adverse names", "client's names", "hand-over"]
    digest: str
    delete_by: str
    holds: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    """Digests of the names a firm was asked about: one that came to the case since was not among them."""


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
    if release.language != "en" and not release.interpreter.strip():
        raise UsageError("the interpreter it was read through is not named", hint="add --interpreter, 'none' for none")
    return release


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
    rows = {one.whose for one in steps if isinstance(one, Granted) and one.firm == firm and one.whose}
    last = (_last(steps, firm, 2, row) for row in rows)
    return frozenset(one.whose for one in last if one is not None and not _ended(one, now))


def _last(steps: Sequence[OfACase], firm: str, stage: int, whose: str = "") -> Granted | None:
    """Return the last release, the client's or a relative's own; None where it was taken back, or never was."""
    found: Granted | None = None
    for one in since_return(steps):
        if isinstance(one, Granted) and (one.firm, one.stage, one.whose) == (firm, stage, whose):
            found = one
        elif isinstance(one, Withdrawn) and one.firm == firm:
            found = None
    return found


def _ended(release: Granted, now: dt.datetime) -> bool:
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
    if _ended(found, now):
        raise DocumentError(f"the release for this firm ended at {found.until}", hint)
    return found


def released(steps: Sequence[OfACase], firm: str, now: dt.datetime) -> bool:
    """Say whether a firm has a live release of the client, for names or for the file."""
    last = (_last(steps, firm, stage) for stage in (2, 3))
    return any(one is not None and not _ended(one, now) for one in last)


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


def _under_way(steps: Sequence[OfACase], firm: str, now: dt.datetime) -> bool:
    """Say whether a firm has a live release and has not said "not clear" since it was last asked."""
    if not released(steps, firm, now):
        return False
    with_it = [one for one in since_return(steps) if isinstance(one, Granted | Told | Answered) and one.firm == firm]
    last = [one for one in with_it if not (isinstance(one, Granted) and one.whose)][-1]
    return not isinstance(last, Answered) or last.clear


def retained(steps: Sequence[OfACase], firm: str) -> bool:
    """Say whether a firm has the signed retainer."""
    return any(isinstance(one, Retained) and one.firm == firm for one in since_return(steps))


def cleared(steps: Sequence[OfACase], firm: str, step: str) -> bool:
    """Say whether a firm's last answer to a step is "clear", and it was not asked the step anew since.

    Where she took the release back the firm deletes the names, and whom it works for may change: it is asked anew, but
    not a firm that has the retainer.
    """
    last = False
    for one in since_return(steps):
        if isinstance(one, Told | Answered) and (one.firm, one.step) == (firm, step):
            last = isinstance(one, Answered) and one.clear
        elif isinstance(one, Withdrawn) and one.firm == firm:
            last = last and retained(steps, firm)
    return last


def check_all_asked(steps: Sequence[OfACase], firm: str, step: str, names: Collection[str]) -> None:
    """Refuse to go on where names came to a case since a firm was asked; `names`: digests of those it has now.

    Raises DocumentError.
    """
    told = [one for one in since_return(steps) if isinstance(one, Told) and (one.firm, one.step) == (firm, step)][-1:]
    if any(set(names) - set(one.names) for one in told):
        message = f"names came to the case since the firm was asked about the {step}"
        raise DocumentError(message, hint="ask anew: legalassist placement conflict CASE FIRM, and record the answer")


def undertaking(steps: Sequence[OfACase], firm: str, now: dt.datetime) -> Undertaken:
    """Return a firm's last undertaking; DocumentError where there is none, or its day to delete by is over."""
    found = [one for one in since_return(steps) if isinstance(one, Undertaken) and one.firm == firm][-1:]
    hint = "record it: legalassist placement undertaking CASE FIRM --delete-by DAY"
    for one in found:
        if dt.date.fromisoformat(one.delete_by) > now.date():
            return one
        message = f"the firm's undertaking is over: it was to delete the names by {one.delete_by}"
        raise DocumentError(message, hint=f"have a new one signed, and {hint}")
    raise DocumentError("the firm's signed undertaking is not on record", hint)


def ready_for(steps: Sequence[OfACase], firm: str, step: str, now: dt.datetime) -> Granted:
    """Return the release under which a step goes out; DocumentError names what is missing before it, in its order.

    The steps: "adverse names", "client's names", "retainer", "hand-over".
    """
    release = live(steps, firm, 3 if step in {"retainer", "hand-over"} else 2, now)
    undertaking(steps, firm, now)
    if step != "adverse names" and not cleared(steps, firm, "adverse names"):
        raise DocumentError("the firm has not said 'clear' to the adverse names", "they go first, without the client's")
    if step in {"retainer", "hand-over"} and not cleared(steps, firm, "client's names"):
        raise DocumentError("the firm has not said 'clear' to the client's names", "the file goes to no firm before")
    if step == "hand-over" and not retained(steps, firm):
        hint = "record it: legalassist placement retained CASE FIRM"
        raise DocumentError("the signed retainer is not on record", hint)
    return release
