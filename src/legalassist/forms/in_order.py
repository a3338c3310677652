"""Rows in the order of their dates, newest first: only where every reading of the dates gives the same order."""

from itertools import pairwise

from legalassist.facts.dates import PartialDate
from legalassist.facts.known import Facts, known_value
from legalassist.facts.paths import row_path


def last_rows(facts: Facts, group: str, part: str) -> tuple[int, ...] | None:
    """Return the rows of a group by a date of theirs, newest first; None where the order is not certain.

    A group to which rows may still be added has no last row, and nor has one with a row whose date is not known.
    One row alone is the last whatever is known of its date.
    """
    rows = facts.rows(group)
    if not rows.complete:
        return None
    if len(rows.numbers) < 2:  # noqa: PLR2004 - one row needs no order
        return rows.numbers
    dated = [(_date(facts, f"{row_path(group, number)}.{part}"), number) for number in rows.numbers]
    known = [(when, number) for when, number in dated if when is not None]
    if len(known) < len(dated):
        return None
    newest_first = sorted(known, key=lambda one: one[0].latest, reverse=True)
    certain = all(newer[0].earliest > older[0].latest for newer, older in pairwise(newest_first))
    return tuple(number for _, number in newest_first) if certain else None


def _date(facts: Facts, path: str) -> PartialDate | None:
    value = known_value(facts, path)
    return value if isinstance(value, PartialDate) else None
