"""Which class a family member comes under: the relation's outcome over every reading of what is uncertain."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import Any, get_args

from legalassist.facts.known import Facts, Unknown, Why, known_value
from legalassist.facts.paths import row_path
from legalassist.law.readings import (
    BIRTH_DATE,
    GRANTED_DATE,
    RECEIPT_DATE,
    Band,
    Open,
    Wedding,
    band,
    client_under_21,
    wedding,
    why_open,
    yes_or_no,
)
from legalassist.law.relations import KINSHIPS, Class, Kinship, Outcome, Reading, Variable
from legalassist.law.rule import Seen

GROUP = "family"
BETWEEN: tuple[Class, ...] = ("T-2", "T-3", "T-4", "T-5")
"""The classes whose holder's child can be a T-6 (FM-05)."""

READS = (
    GROUP,
    BIRTH_DATE,
    RECEIPT_DATE,
    "client.marital_status",
    "family[].relation",
    "family[].birth_date",
    "family[].married",
    "family[].retaliation",
    "family[].apply",
    "family[].marriage_date",
    "family[].by_marriage_on",
    GRANTED_DATE,
)
"""Every fact that the class of a family member can depend on."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What the readings of one family member give.

    `outcomes` has one entry for each reading; `matters` names the parts of a reading that leave the class open; `needs`
    the facts that would settle it, and `why` says why it is open (`Why.NO_RULE` where the answers are all there and no
    source speaks). `bearing` names the facts without which the outcome could be another.
    """

    outcomes: tuple[tuple[Reading, Outcome], ...]
    matters: tuple[Variable, ...] = ()
    needs: frozenset[str] = frozenset()
    why: Why = Why.NO_RULE
    bearing: frozenset[str] = frozenset()

    @property
    def possible(self) -> tuple[Class, ...]:
        """Return the classes that some reading gives, each once, in order."""
        given = {outcome.given for _, outcome in self.outcomes}
        return tuple(each for each in get_args(Class) if each in given)

    @property
    def settled(self) -> Class | None:
        """Return the class that every reading gives, or None."""
        return self.possible[0] if len(self.possible) == 1 else None


def kinship_of(facts: Facts, row: str) -> Kinship | None:
    """Return the relation of a family row that rules speak of; None where it is unknown or has no sourced rule."""
    relation = known_value(facts, f"{row}.relation")
    return KINSHIPS.get(relation) if isinstance(relation, str) else None


def decide(facts: Facts, row: str) -> Decision:
    """Decide the class of a family row over every reading of what is uncertain."""
    kinship = kinship_of(facts, row)
    if kinship is None:
        fact = facts.get(f"{row}.relation")
        return Decision((), (), fact.needs, fact.why) if isinstance(fact, Unknown) else Decision(())
    looks = {name: Seen(facts) for name in kinship.uses}
    opens = {name: _OPEN[name](looks[name], row) for name in kinship.uses}
    readings = [_reading(kinship.uses, values) for values in product(*(each.values for each in opens.values()))]
    outcomes = {reading: kinship.outcome(reading) for reading in readings}
    matters = tuple(name for name in kinship.uses if _matters(name, outcomes))
    needs = frozenset[str]().union(*(opens[name].needs for name in matters))
    why = next((opens[name].why for name in matters), Why.NO_RULE)
    bearing = {path for name in kinship.uses if _bears(name, kinship, readings) for path in looks[name].known}
    return Decision(tuple(outcomes.items()), matters, needs, why, frozenset({f"{row}.relation", *bearing}))


def _reading(names: tuple[Variable, ...], values: tuple[Any, ...]) -> Reading:
    """Return the reading in which the named parts have these values."""
    return Reading(**dict(zip(names, values, strict=True)))


def _matters(name: Variable, outcomes: dict[Reading, Outcome]) -> bool:
    """Say whether two readings that differ only in this part give different classes."""
    given: dict[Reading, Class] = {}
    for reading, outcome in outcomes.items():
        others: Any = {name: getattr(Reading(), name)}
        if given.setdefault(replace(reading, **others), outcome.given) != outcome.given:
            return True
    return False


def _bears(name: Variable, kinship: Kinship, readings: list[Reading]) -> bool:
    """Say whether the outcome of some reading would be another if this part of it were."""
    values: tuple[Any, ...] = _KINDS.get(name, (True, False))
    for reading in readings:
        others = [kinship.outcome(replace(reading, **{name: value})) for value in values]
        if len({(outcome.given, outcome.verdict) for outcome in others}) > 1:
            return True
    return False


def _married(facts: Facts, row: str) -> Open[bool]:
    """Return whether the row's person is married; a spouse's marriage shows in the client's own marital status too."""
    if known_value(facts, f"{row}.relation") != "spouse":
        return yes_or_no(facts, f"{row}.married")
    own, status = known_value(facts, f"{row}.married"), known_value(facts, "client.marital_status")
    said = {own} if isinstance(own, bool) else set[bool]()
    said |= {status == "married"} if isinstance(status, str) else set()
    if len(said) == 1:
        return Open(tuple(said))
    return Open((True, False), frozenset({"client.marital_status"}), why_open(facts, ["client.marital_status"]))


def _through(facts: Facts, row: str) -> Open[bool]:
    """Return whether a derivative stands between the client and the row's person: a parent, a spouse, or a child.

    One parent who comes in T-4 is enough for a sibling, the spouse (T-2) for a step-child. A grandchild's parent is one
    of the client's children, and the answers do not say which: children who differ leave it open.
    """
    relation = known_value(facts, f"{row}.relation")
    any_is_enough = relation in ("sibling", "stepchild")
    rows, between = facts.rows(GROUP), _BETWEEN_BY.get(relation if isinstance(relation, str) else "", ())
    carriers = [_carries(facts, row_path(GROUP, n), between) for n in rows.numbers if row_path(GROUP, n) != row]
    present = [each for each in carriers if each is not None]
    needs = frozenset[str]().union(*(each.needs for each in present), () if rows.complete else (GROUP,))
    may = not rows.complete or any(True in each.values for each in present)
    may_not = _may_lack(present, any_is_enough=any_is_enough, complete=rows.complete)
    values = tuple(value for value, possible in ((True, may), (False, may_not)) if possible)
    return Open(values, needs, next((each.why for each in present if each.needs), Why.NOT_ASKED))


def _may_lack(carriers: list[Open[bool]], *, any_is_enough: bool, complete: bool) -> bool:
    """Say whether it is possible that nobody stands in between."""
    if any_is_enough:
        return all(False in each.values for each in carriers)
    return not carriers or not complete or any(False in each.values for each in carriers)


def _carries(facts: Facts, row: str, relations: tuple[str, ...]) -> Open[bool] | None:
    """Return whether a row's person, of one of the relations, is in a class and wants to come; None for all others."""
    known = known_value(facts, f"{row}.relation")
    if known is None:
        return Open((True, False), frozenset({f"{row}.relation"}), why_open(facts, [f"{row}.relation"]))
    return comes_in_class(facts, row) if known in relations else None


def comes_in_class(facts: Facts, row: str) -> Open[bool]:
    """Return whether a family member can have a class from T-2 to T-5 and wants to come."""
    decision, wish = decide(facts, row), yes_or_no(facts, f"{row}.apply")
    in_class = {given in BETWEEN for given in decision.possible if given != "no rule"}
    if "no rule" in decision.possible or not decision.outcomes:
        in_class = {True, False}
    values = {klass and wanted for klass in in_class for wanted in wish.values}
    if len(values) == 1:
        return Open(tuple(values))
    return Open((True, False), decision.needs | wish.needs, wish.why if wish.needs else decision.why)


def _wedding(facts: Facts, row: str) -> Open[Wedding]:
    """Return when the marriage came: the spouse's own, or the one that made a step-relation."""
    spouse = known_value(facts, f"{row}.relation") == "spouse"
    return wedding(facts, f"{row}.marriage_date" if spouse else f"{row}.by_marriage_on")


def family_rows(facts: Facts) -> Iterator[str]:
    """Yield the paths of the family rows."""
    yield from (row_path(GROUP, number) for number in facts.rows(GROUP).numbers)


_OPEN: dict[Variable, Callable[[Facts, str], Open[Any]]] = {
    "client_under_21": lambda facts, _row: client_under_21(facts),
    "band": lambda facts, row: band(facts, f"{row}.birth_date"),
    "married": _married,
    "in_danger": lambda facts, row: yes_or_no(facts, f"{row}.retaliation"),
    "through": _through,
    "wedding": _wedding,
}
"""How each part of a reading is read from the facts of a case."""

_KINDS: dict[Variable, tuple[Any, ...]] = {"band": tuple(Band), "wedding": tuple(Wedding)}
"""All values of the parts that are more than a yes or no."""

_BETWEEN_BY = {"sibling": ("parent", "stepparent"), "grandchild": ("child", "stepchild"), "stepchild": ("spouse",)}
"""Who can stand between the client and a relative."""
