"""Does an expression fit the types of the facts it reads? Unknown paths, misspelt choices, impossible comparisons."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from legalassist.facts.expression_nodes import (
    AgeOn,
    AnyRow,
    Comparison,
    Condition,
    Count,
    IsYes,
    Literal,
    OneOf,
    Operand,
    Operator,
    Part,
    Path,
    State,
    parts_of,
)
from legalassist.facts.expression_parse import Fault
from legalassist.facts.expression_readings import Interval


@dataclass(frozen=True, slots=True)
class FactType:
    """The type of a fact as an interview names it ("yes no", "choice", "partial date", "group"), and its choices."""

    name: str
    choices: tuple[str, ...] = ()


GROUP = "group"
YES_NO = "yes no"
SEVERAL = "several choices"
ORDERED = frozenset({"number", "day", "money"})

# Types that compare as one kind; any other type is text to an author.
_KINDS: Mapping[str, str] = {
    YES_NO: YES_NO,
    SEVERAL: SEVERAL,
    "number": "number",
    "age": "number",
    "money": "money",
    "date": "day",
    "partial date": "day",
    "person name": "person name",
    "address": "address",
    "exhibit": "exhibit",
    "language": "language",
    "references": "references",
    GROUP: GROUP,
}
_HOW_TO_COMPARE: Mapping[str, str] = {
    "day": 'compare it with another date, or with date("2024-08-28")',
    YES_NO: "let the fact stand alone, or write `not` before it",
    SEVERAL: 'ask `"labor" in path`',
    "money": "an amount has a currency: it compares only with another amount",
    GROUP: "use any, all, none or count",
    "number": "compare it with a number",
}


def faults_of_types(condition: Condition, types: Mapping[str, FactType]) -> list[Fault]:
    """Return every fault of a condition against the types of all paths."""
    faults: list[Fault] = []
    for part in parts_of(condition):
        faults += _faults(part, types)
    return faults


def _faults(part: Part, types: Mapping[str, FactType]) -> Iterator[Fault]:
    """Yield the faults of one part, not of the parts inside it."""
    match part:
        case Path():
            yield from _unknown_path(part, types)
        case IsYes(path=path):
            yield from _is_of_kind(
                path, YES_NO, types, "this fact is not a yes or no", "compare it, or ask `known(...)`"
            )
        case State(path=path):
            yield from _is_no_group(path, types)
        case AnyRow(group=group) | Count(group=group):
            yield from _is_of_kind(group, GROUP, types, "this is one fact, not a group", "name a repeating group")
        case AgeOn(birth=birth, day=day):
            yield from _is_of_kind(birth, "day", types, "age() needs two dates", "name a question that asks a date")
            yield from _is_of_kind(day, "day", types, "age() needs two dates", "name a question that asks a date")
        case OneOf() | Comparison():
            for left, operator, right in _pairs(part):
                yield from _unlike(left, operator, right, types)


def _pairs(part: OneOf | Comparison) -> Iterator[tuple[Operand, Operator, Operand]]:
    """Yield what is compared with what: a list after `in` is as many comparisons."""
    if isinstance(part, Comparison):
        yield part.left, part.operator, part.right
    else:
        for value in part.values:
            yield part.item, Operator.EQUAL, value


def _unknown_path(path: Path, types: Mapping[str, FactType]) -> Iterator[Fault]:
    """Yield a fault if no question and no derived fact has this path."""
    if path.pattern in types:
        return
    named = f"`{path.pattern}` is not a known fact"
    close = get_close_matches(path.pattern, types, n=1, cutoff=0.75)
    group = next((known for known, kind in types.items() if kind.name == GROUP and _is_inside(path.pattern, known)), "")
    if group and not path.in_row:
        field = path.pattern[len(group) + 1 :]
        yield Fault(path.offset, named, f"`{group}` is a group: write any({group}, each.{field} ...)")
    else:
        yield Fault(path.offset, named, f"did you mean `{close[0]}`?" if close else "check the paths of the interview")


def _is_inside(pattern: str, group: str) -> bool:
    """Say whether a pattern passes through a group without its brackets."""
    return pattern.startswith(f"{group}.")


def _is_no_group(path: Path, types: Mapping[str, FactType]) -> Iterator[Fault]:
    """Yield a fault if known() or declined() is asked about a group."""
    if _kind(path, types) == GROUP:
        yield Fault(path.offset, "this is a group, not one fact", _HOW_TO_COMPARE[GROUP])


def _is_of_kind(
    side: Path | Literal, kind: str, types: Mapping[str, FactType], message: str, hint: str
) -> Iterator[Fault]:
    """Yield a fault if the kind of a side is known and is another."""
    if _kind(side, types) not in (kind, ""):
        yield Fault(side.offset, message, hint)


def _unlike(left: Operand, operator: Operator, right: Operand, types: Mapping[str, FactType]) -> Iterator[Fault]:
    """Yield a fault if two sides can never compare, or if a text is none of the choices."""
    kinds = (_kind(left, types), _kind(right, types))
    if "" in kinds:
        return
    if operator is Operator.MEMBER:
        fits = kinds == ("text", SEVERAL)
    else:
        fits = kinds[0] == kinds[1] and kinds[0] not in (SEVERAL, GROUP)
        fits = fits and (operator is Operator.EQUAL or kinds[0] in ORDERED)
    if not fits:
        yield _misfit(left, operator, right, kinds)
        return
    for fact, text in ((left, right), (right, left)):
        yield from _misspelt_choice(fact, text, types)


def _misfit(left: Operand, operator: Operator, right: Operand, kinds: tuple[str, str]) -> Fault:
    """Return the fault of two sides that do not compare; its place is the side that is not written out."""
    offset = right.offset if isinstance(left, Literal) else left.offset
    kind = kinds[1] if isinstance(left, Literal) else kinds[0]
    hint = _HOW_TO_COMPARE.get(kind, "compare like with like, by `==` or `!=`")
    if operator is Operator.MEMBER:
        return Fault(right.offset, "`in` needs a fact with several choices, or a list", 'write `path in ("a", "b")`')
    if kinds[0] != kinds[1]:
        return Fault(offset, f"{kinds[0]} and {kinds[1]} cannot be compared", hint)
    if operator is Operator.EQUAL:
        return Fault(offset, f"{kind} cannot be compared by `==`", hint)
    return Fault(offset, f"{kind} has no order", hint)


def _misspelt_choice(fact: Operand, text: Operand, types: Mapping[str, FactType]) -> Iterator[Fault]:
    """Yield a fault if a fact with choices is compared with a text that is none of them."""
    if not isinstance(fact, Path) or not isinstance(text, Literal) or not isinstance(text.value, str):
        return
    choices = types[fact.pattern].choices
    if not choices or text.value in choices:
        return
    close = get_close_matches(text.value, choices, n=1, cutoff=0.5)
    hint = f'did you mean "{close[0]}"?' if close else f"the choices are {', '.join(choices)}"
    yield Fault(text.offset, f"`{fact.pattern}` has no such choice", hint)


def _kind(side: Operand, types: Mapping[str, FactType]) -> str:
    """Return the kind of a side: "text", "number", "day" ...; empty for a path that is not known."""
    if isinstance(side, Path):
        return _KINDS.get(types[side.pattern].name, "text") if side.pattern in types else ""
    if isinstance(side, Literal):
        if isinstance(side.read, Interval):
            return side.read.kind
        return YES_NO if isinstance(side.value, bool) else "text"
    return "number"
