"""Flags for grounds that hang on entries, departures, orders and the passport.

What these rules do not decide: whether a ground exists, how long a stay without permission was, whether consent to
reapply was given. Dates are compared only to choose what a flag says, or where every reading shows that it is silent.
"""

from datetime import date

from legalassist.facts.known import Facts, known_value
from legalassist.law.finding import Reason
from legalassist.law.flags import NO, YES, any_of, flag, has_rows
from legalassist.law.parameters import Parameters
from legalassist.law.readings import RECEIPT_DATE, date_at, law_day
from legalassist.law.rule import Rule, instances

CHECKED, PAPERS = "entries[].checked", "entries[].papers"
HELD_BY, EXPIRES = "client.passport_held_by", "client.passport_expires"
ORDER, SENT_OUT = "first.removal_order", "departures[].sent_out"
LEFT_ON, ORDER_LEFT = "departures[].left_on", "orders[].left"
LEFT_SINCE = "presence.left_since"


@flag("flags.entry", "Entry without inspection", authorities=("AD-06",), asks=(CHECKED, PAPERS))
def entry(facts: Facts, _client: str) -> Reason | None:
    """Flag an entry that no officer checked. INA 212(a)(6)(A)(i).

    "An alien present in the United States without being admitted or paroled".
    """
    unchecked = any_of(facts, (CHECKED,), NO) | any_of(facts, (PAPERS,), frozenset({"none"}))
    return Reason.UNCHECKED_ENTRY if unchecked else None


_YEAR = 12
"""Months of a year."""


@flag(
    "flags.passport",
    "Passport: none in hand, or not valid long enough",
    authorities=("AD-09", "PR-22"),
    asks=(HELD_BY, EXPIRES),
    reads=(RECEIPT_DATE,),
)
def passport(facts: Facts, _client: str) -> Reason | None:
    """Flag a passport that is not in hand or may run out. INA 212(a)(7)(B)(i)(I); 8 CFR 214.203(a).

    "not in possession of a passport valid for a minimum of six months from the date of the expiration of the initial
    period of the alien's admission or contemplated initial period of stay". T-1 status is given for up to 4 years.
    """
    if any_of(facts, (HELD_BY,), frozenset({"other", "lost", "never"})):
        return Reason.NO_PASSPORT_IN_HAND
    expires, receipt = date_at(facts, EXPIRES), date_at(facts, RECEIPT_DATE)
    if expires is None or receipt is None:
        return None
    day, known = law_day(facts), Parameters.load().whole_number
    months, stay = known("passport_months", day), _YEAR * known("status_years", day)
    if expires.latest < _months_later(receipt.earliest, months):
        return Reason.PASSPORT_RUNS_OUT
    return Reason.PASSPORT_MAY_RUN_OUT if expires.earliest < _months_later(receipt.latest, stay + months + 1) else None


def _months_later(day: date, months: int) -> date:
    """Return the first day of the month that begins so many months after a day's month."""
    return date(day.year + (day.month - 1 + months) // 12, (day.month - 1 + months) % 12 + 1, 1)


@flag(
    "flags.removal_order",
    "Earlier removal order",
    authorities=("AD-10", "AD-16", "PR-32", "NF-06"),
    asks=(ORDER, SENT_OUT),
    reads=(ORDER_LEFT, "orders[].date", "orders[].left_on"),
)
def removal_order(facts: Facts, _client: str) -> Reason | None:
    """Flag a removal order, and say whether a departure after it is on record. INA 212(a)(9)(A).

    "has been ordered removed ... or departed the United States while an order of removal was outstanding, and who seeks
    admission within 10 years of the date of such alien's departure or removal".
    """
    left = any_of(facts, (SENT_OUT, ORDER_LEFT), YES)
    if left:
        _ = [facts.get(path) for name in ("orders[].date", "orders[].left_on") for path in instances(facts, name)]
        return Reason.ORDER_AND_LEFT
    return Reason.ORDER_NOT_LEFT if any_of(facts, (ORDER,), YES) or has_rows(facts, "orders") else None


@flag(
    "flags.entry_after",
    "Entry without inspection after an order or an earlier stay",
    authorities=("AD-12",),
    asks=(CHECKED, PAPERS, ORDER, LEFT_SINCE, SENT_OUT),
    reads=(ORDER_LEFT, LEFT_ON, "entries[].date"),
)
def entry_after(facts: Facts, _client: str) -> Reason | None:
    """Flag an unchecked entry beside an order or a departure. INA 212(a)(9)(C)(i).

    "has been unlawfully present in the United States for an aggregate period of more than 1 year, or ... has been
    ordered removed ... and who enters or attempts to reenter the United States without being admitted".
    """
    unchecked = any_of(facts, (CHECKED,), NO) | any_of(facts, (PAPERS,), frozenset({"none"}))
    earlier = any_of(facts, (ORDER, LEFT_SINCE, SENT_OUT, ORDER_LEFT), YES) or has_rows(facts, "departures")
    return Reason.CAME_BACK_UNCHECKED if unchecked and earlier and not _all_entries_came_first(facts) else None


def _all_entries_came_first(facts: Facts) -> bool:
    """Say whether all entries came before every departure, by every reading; one entry and no departure is such."""
    if len(instances(facts, "entries[].date")) == 1 and _never_left(facts):
        return True
    entered = [date_at(facts, path) for path in instances(facts, "entries[].date")]
    left = [date_at(facts, path) for path in instances(facts, LEFT_ON)]
    pairs = [(came, went) for came in entered for went in left]
    return bool(pairs) and all(came is not None and went is not None and came.before(went) for came, went in pairs)


def _never_left(facts: Facts) -> bool:
    """Say whether the answers leave no departure: none listed and no more to come, and no other answer of one."""
    rows = facts.rows("departures")
    said_no = known_value(facts, LEFT_SINCE) is False and not any_of(facts, (ORDER_LEFT,), YES)
    return said_no and rows.complete and not rows.numbers


@flag(
    "flags.unlawful_presence",
    "Stay without permission, and a departure",
    authorities=("AD-11", "EL-18"),
    asks=(LEFT_SINCE, SENT_OUT),
    reads=(CHECKED, "entries[].allowed_until", LEFT_ON),
)
def unlawful_presence(facts: Facts, _client: str) -> Reason | None:
    """Flag a stay only where a departure is on record: the bars begin with one. INA 212(a)(9)(B)(i), (iii)(V).

    "Clause (i) shall not apply to an alien who demonstrates that the severe form of trafficking ... was at least one
    central reason for the alien's unlawful presence in the United States."
    """
    if not (any_of(facts, (LEFT_SINCE, SENT_OUT), YES) or has_rows(facts, "departures")):
        return None
    _ = [facts.get(path) for name in (CHECKED, "entries[].allowed_until", LEFT_ON) for path in instances(facts, name)]
    return Reason.STAY_THEN_DEPARTURE


RULES: tuple[Rule, ...] = (removal_order, entry, passport, entry_after, unlawful_presence)
"""The rules of this module."""
