"""Why an Item has no answer of its own: its state, which the answer sheet and the official form say alike."""

from dataclasses import dataclass

from legalassist.facts.known import Fact, Unknown, Why
from legalassist.facts.paths import pattern_of, row_path
from legalassist.forms.edition import Item, row_condition
from legalassist.forms.no_blanks import OF_FACT, Empty
from legalassist.forms.rules import RULES
from legalassist.forms.sources import READ_BACK, Sources


@dataclass(frozen=True, slots=True)
class Emptiness:
    """Why nothing stands there: the state, what it was looked up as (a path, a rule, a particular), the kind of Item.

    `why` is the reason where a fact gives one.
    """

    state: Empty
    name: str
    kind: str
    why: Why | None = None


def pattern_for(item: Item, sources: Sources) -> str:
    """Return the pattern of the facts an Item asks for, for the person the form is about."""
    return sources.here(item.relative if sources.about and item.relative else item.fact)


def may_be_wanted(item: Item, path: str, sources: Sources) -> bool:
    """Say whether an Item asks for the row a path stands in; a row nobody can decide on may be wanted."""
    condition = row_condition(item)
    if condition is None:
        return True
    return condition.evaluate(sources.facts, path[: path.rfind("]") + 1]).value is not False


def paths_of(item: Item, sources: Sources) -> tuple[str, ...]:
    """Return the paths of the facts an Item asks for: every row that may be wanted, or the one it is for (`nth`)."""
    paths = tuple(path for path in sources.instances(pattern_for(item, sources)) if may_be_wanted(item, path, sources))
    return paths[item.nth - 1 : item.nth] if item.nth else paths


def rows_of(item: Item, sources: Sources) -> tuple[int, ...]:
    """Return the numbers of the rows an Item of a group asks for, as `paths_of` does."""
    here = sources.here(item.group)
    numbers = tuple(number for number in sources.facts.rows(here).numbers
                    if may_be_wanted(item, f"{row_path(here, number)}.x", sources))  # fmt: skip
    return numbers[item.nth - 1 : item.nth] if item.nth else numbers


def no_rows(item: Item, sources: Sources, pattern: str) -> Emptiness:
    """Return why an Item's rows are not there: nobody was asked, there are none, or none is wanted."""
    group, _, _ = pattern.partition("[].")
    rows, fact = sources.facts.rows(group), sources.facts.get(group)
    if not rows.complete:
        why = fact.why if isinstance(fact, Unknown) else Why.NOT_ASKED
        return Emptiness(OF_FACT[why], group, item.answer, why)
    settled = rows.numbers or (isinstance(fact, Unknown) and fact.why is Why.DOES_NOT_APPLY)
    return Emptiness(Empty.DOES_NOT_APPLY if settled else Empty.NONE, group, item.answer)


def no_fact(path: str, fact: Unknown, kind: str) -> Emptiness:
    """Return why a fact says nothing."""
    return Emptiness(OF_FACT[fact.why], path, kind, fact.why)


def no_outcome(item: Item, name: str, fact: Unknown) -> Emptiness:
    """Return why a particular of the clinic or a rule's outcome says nothing."""
    state = OF_FACT[fact.why]
    unwritten = item.clinic and state is not Empty.DOES_NOT_APPLY
    return Emptiness(Empty.NO_PARTICULAR if unwritten else state, name, item.answer, fact.why)


def empty_box(item: Item, sources: Sources, row: int = 0, last: str = "") -> Emptiness | None:
    """Return why a box has nothing to say: of an Item, of its `row` (counted from 1), of the fact `last` in that row.

    None where something is there, or where nobody can say which row is meant; pure, never raises.
    """
    if item.fact or item.relative:
        return _fact_box(item, sources, row)
    if item.group:
        return _row_box(item, sources, row, last)
    if item.clinic:
        return _outcome(item, item.clinic, sources.particular(item.clinic))
    if item.rule:
        rule = RULES[item.rule]
        path = rule.path(sources)
        return _of(path, sources, item.answer) if path else _outcome(item, f"rule: {item.rule}", rule.compute(sources))
    return None


def _fact_box(item: Item, sources: Sources, row: int) -> Emptiness | None:
    paths = paths_of(item, sources)
    if not paths[row - 1 : row] if row else not paths:
        return _beyond(no_rows(item, sources, pattern_for(item, sources)), first=row <= 1)
    if not row and len(paths) > 1:
        return None
    return _of(paths[row - 1 if row else 0], sources, item.answer)


def _row_box(item: Item, sources: Sources, row: int, last: str) -> Emptiness | None:
    here, numbers = sources.here(item.group), rows_of(item, sources)
    question = sources.interview.by_fact.get(f"{pattern_of(item.group)}[].{last}")
    kind = question.kind if question is not None else item.answer
    if not numbers[row - 1 : row] if row else not numbers:
        found = _beyond(no_rows(item, sources, f"{here}[].x"), first=row <= 1)
        return Emptiness(found.state, found.name, kind, found.why)
    if not last or (not row and len(numbers) > 1):
        return None
    return _of(f"{row_path(here, numbers[row - 1 if row else 0])}.{last}", sources, kind)


def _beyond(found: Emptiness, *, first: bool) -> Emptiness:
    """Return a row's emptiness: where there are no rows, the first says so, and the others do not apply."""
    if found.state is Empty.NONE and not first:
        return Emptiness(Empty.DOES_NOT_APPLY, found.name, found.kind, found.why)
    return found


def _of(path: str, sources: Sources, kind: str) -> Emptiness | None:
    fact = sources.facts.get(path)
    return no_fact(path, fact, kind) if isinstance(fact, Unknown) else None


def _outcome(item: Item, name: str, fact: Fact) -> Emptiness | None:
    """Return why a particular or an outcome says nothing; what waits for its reading says nothing yet."""
    if not isinstance(fact, Unknown) or any(need.startswith(READ_BACK) for need in fact.needs):
        return None
    return no_outcome(item, name, fact)
