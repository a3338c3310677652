"""Flags for a waiver request (Form I-192): what plain answers raise, and what an attorney weighs for each.

A flag says only that an answer touches a ground. Whether the ground exists, and by which leg it could be waived, is for
the attorney: the T waiver of INA 212(d)(13), in the national interest and with a link to the trafficking, or the
general waiver of INA 212(d)(3)(A)(ii), by balancing. Where every answer is no, or was not asked of this person, a flag
has nothing to say. One answer is never derived from another: the form's "ever" is not the ground's ten years.
"""

from collections.abc import Callable
from functools import partial

from legalassist.facts.known import Facts, Unknown, Why
from legalassist.law.finding import Reason, Verdict
from legalassist.law.rule import Conclusion, Point, Rule, instances, rule, subjects

WAIVER = ("PR-11", "EL-16", "AD-15", "NF-16", "NF-17")
"""What every request for a waiver rests on."""

LINK_FACTS = ("trafficking.means",)
T_WAIVER = Point(
    "Waiver by INA 212(d)(13): national interest, and conduct caused by or incident to the trafficking",
    (),
    ("records",),
    LINK_FACTS,
)
T_WAIVER_HEALTH = Point("Waiver by INA 212(d)(13): national interest; for health grounds no link is needed")
GENERAL_WAIVER = Point("Waiver by INA 212(d)(3)(A)(ii): general balancing, also without a link to the trafficking")
BEYOND_T_WAIVER = Point("Not by INA 212(d)(13): security grounds, (a)(10)(C) and (a)(10)(E)")
BEYOND_BOTH = Point(
    "Beyond both legs: espionage and sabotage, other unlawful activity, overthrow, foreign policy, Nazi persecution "
    "and genocide"
)
NO_WAIVER_NEEDED = Point("A ground for immigrants only: nothing to waive for T status as such")
TWO_LEGS = (T_WAIVER, GENERAL_WAIVER)

Raised = Callable[[Facts, str], Reason | None]
"""What a flag's function returns: the reason why it is raised, or None."""


def flag(  # noqa: PLR0913  these are the columns of a flag; each is given by name
    name: str,
    title: str,
    *,
    authorities: tuple[str, ...],
    asks: tuple[str, ...],
    reads: tuple[str, ...] = (),
    group: str = "",
    legs: tuple[Point, ...] = TWO_LEGS,
    waiver: tuple[str, ...] = WAIVER,
) -> Callable[[Raised], Rule]:
    """Make a flag's `Rule` of the function below it; `asks` are the answers that would raise it."""
    cited = (*authorities, *(name for name in waiver if name not in authorities))
    made = rule(name, title, authorities=cited, reads=(*asks, *reads), group=group, topics=("records",), points=legs)
    return lambda raised: made(partial(_decide, raised, asks))


def _decide(raised: Raised, asks: tuple[str, ...], facts: Facts, subject: str) -> Conclusion | None:
    """Raise the flag, or say that its answers are not all there, or nothing."""
    reason, settled = raised(facts, subject), _all_answered(facts, asks)
    if reason is not None:
        return Conclusion(Verdict.ATTORNEY_DECIDES, reason)
    return None if settled else Conclusion(Verdict.UNKNOWN, Reason.NOT_ANSWERED_YET, points=())


def _all_answered(facts: Facts, patterns: tuple[str, ...]) -> bool:
    """Look at every answer, and say whether each is known or does not apply, and no more rows may come."""
    settled = True
    for pattern in patterns:
        around = pattern.rpartition("[].")[0]
        settled &= not around or facts.rows(around).complete
        for path in instances(facts, pattern):
            fact = facts.get(path)
            settled &= not isinstance(fact, Unknown) or fact.why is Why.DOES_NOT_APPLY
    return settled


def any_of(facts: Facts, patterns: tuple[str, ...], values: frozenset[object]) -> bool:
    """Look at every instance of the patterns, and say whether one is known to hold one of the values."""
    held = [facts.get(path) for pattern in patterns for path in instances(facts, pattern)]
    return any(not isinstance(fact, Unknown) and _one_of(fact.value, values) for fact in held)


def _one_of(value: object, values: frozenset[object]) -> bool:
    """Say whether a value, or one of several choices, is among the values."""
    said = value if isinstance(value, tuple) else (value,)
    return any(one in values for one in said)


def has_rows(facts: Facts, group: str) -> bool:
    """Say whether a group has a row."""
    return bool(subjects(facts, group))


YES: frozenset[object] = frozenset({True})
NO: frozenset[object] = frozenset({False})
