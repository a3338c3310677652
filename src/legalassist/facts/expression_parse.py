"""From the text of an expression to its parts: a closed list of Python's syntax, everything else is a problem.

Nothing is ever executed. Python's own parser makes the tree; `Reader` walks it once, keeps what is on the list and
collects a problem with its offset for what is not. Text, length and depth are limited first, so that a hostile
expression costs nothing.
"""

import ast
import re
import warnings
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple, NoReturn

from legalassist.facts import expression_hints as hints
from legalassist.facts.expression_nodes import (
    DERIVED,
    AgeOn,
    And,
    AnyRow,
    Comparison,
    Condition,
    Constant,
    Count,
    IsYes,
    Literal,
    Not,
    OneOf,
    Operand,
    Operator,
    Or,
    Path,
    State,
)
from legalassist.facts.expression_readings import read_value
from legalassist.facts.paths import is_pattern

LONGEST = 2_000
DEEPEST = 40
LARGEST = 10**12
TOO_DEEP = "this expression is nested too deeply"


class Fault(NamedTuple):
    """What is wrong in an expression, and where: the offset in its text, from 0."""

    offset: int
    message: str
    hint: str = ""


class NotReadableError(Exception):
    """A part that is not on the list; carries its fault to the nearest part that can be read by itself."""

    def __init__(self, fault: Fault) -> None:
        """Take the fault."""
        super().__init__(fault.message)
        self.fault = fault


def read(text: str, group: str = "") -> tuple[Condition, list[Fault]]:
    """Return the condition that a text says, and the faults found; with faults the condition is not to be used."""
    if fault := hints.of_text(text, LONGEST):
        return _NOTHING, [Fault(*fault)]
    flat = text.replace("\n", " ").replace("\t", " ")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(flat.lstrip(), mode="eval").body
    except SyntaxError as error:
        offset = min(max((error.offset or 1) - 1, 0) + len(flat) - len(flat.lstrip()), len(flat))
        deep = "nested" in error.msg
        return _NOTHING, [Fault(offset, TOO_DEEP, hints.SPLIT) if deep else Fault(*hints.of_syntax(flat, offset))]
    except (RecursionError, MemoryError, ValueError):
        return _NOTHING, [Fault(0, TOO_DEEP, hints.SPLIT)]
    reader = Reader(flat, len(flat) - len(flat.lstrip()))
    return reader.condition(tree, group, 0), reader.faults


@dataclass
class Reader:
    """Walks the tree of one expression and collects its faults."""

    text: str
    indent: int = 0
    faults: list[Fault] = field(default_factory=list)

    def condition(self, node: ast.expr, group: str, depth: int) -> Condition:
        """Return the condition of a node; `group` is the pattern of the group whose row ``each`` means."""
        offset = self.offset(node)
        try:
            if depth > DEEPEST:
                self.refuse(node, TOO_DEEP, hints.SPLIT)
            return self._condition(node, group, depth, offset)
        except NotReadableError as refused:
            self.faults.append(refused.fault)
            return _NOTHING

    def _condition(self, node: ast.expr, group: str, depth: int, offset: int) -> Condition:
        """Return the condition of a node, by its kind."""
        match node:
            case ast.BoolOp(op=operator, values=values):
                parts = tuple(self.condition(value, group, depth + 1) for value in values)
                return And(offset, parts) if isinstance(operator, ast.And) else Or(offset, parts)
            case ast.Compare():
                return self._comparisons(node, group, depth)
            case ast.Call():
                return self._call(node, group, depth)
        return self._simple(node, group, depth, offset)

    def _simple(self, node: ast.expr, group: str, depth: int, offset: int) -> Condition:
        """Return ``not condition``, True, False, or a yes-or-no fact standing alone."""
        match node:
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return Not(offset, self.condition(operand, group, depth + 1))
            case ast.Constant(value=bool(value)):
                return Constant(offset, value)
            case ast.Name() | ast.Attribute():
                return IsYes(offset, self.path(node, group))
        return self.refuse(node, *hints.of_condition(node))

    def _comparisons(self, node: ast.Compare, group: str, depth: int) -> Condition:
        """Return one comparison, or all of a chain joined by and (``date("2020-01-01") < entry < filing``)."""
        sides = [node.left, *node.comparators]
        pairs = zip(sides, node.ops, sides[1:], strict=False)
        parts = tuple(self._comparison(left, operator, right, group, depth) for left, operator, right in pairs)
        return parts[0] if len(parts) == 1 else And(self.offset(node), parts)

    def _comparison(self, left: ast.expr, operator: ast.cmpop, right: ast.expr, group: str, depth: int) -> Condition:
        """Return one comparison in terms of ==, <, <= and in."""
        if type(operator) not in _TURNED:
            self.refuse(left, "`is` is not part of the language", "compare with `==` or `!=`, or ask `known(...)`")
        known, swapped, negated = _TURNED[type(operator)]
        offset = self.offset(left)
        part: Condition
        if known is Operator.MEMBER and isinstance(right, ast.Tuple | ast.List | ast.Set):
            part = OneOf(offset, self.value(left, group, depth), self._literals(right))
        elif known is Operator.MEMBER and isinstance(right, ast.Constant):
            return self.refuse(right, "`in` needs several values", 'a list of one ends in a comma: ("CN",)')
        else:
            sides = (self.value(left, group, depth), self.value(right, group, depth))
            part = Comparison(offset, sides[swapped], known, sides[not swapped])
        return Not(offset, part) if negated else part

    def _literals(self, node: ast.Tuple | ast.List | ast.Set) -> tuple[Literal, ...]:
        """Return the values of a list written in the expression; at least one."""
        if not isinstance(node, ast.Tuple) or not node.elts:
            self.refuse(node, "a list of values is written in round brackets", 'write ("a", "b")')
        return tuple(self.literal(value) for value in node.elts)

    def value(self, node: ast.expr, group: str, depth: int) -> Operand:
        """Return the value that a node of a comparison stands for."""
        match node:
            case ast.Name() | ast.Attribute():
                return self.path(node, group)
            case ast.Call(func=ast.Name(id="age")):
                birth, day = self._arguments(node, 2, 2)
                return AgeOn(self.offset(node), self._date(birth, group), self._date(day, group))
            case ast.Call(func=ast.Name(id="count")):
                return self._count(node, group, depth)
        return self.literal(node)

    def literal(self, node: ast.expr) -> Literal:
        """Return the value written: a number, a text, True, False, or date("2024-08-28")."""
        offset = self.offset(node)
        match node:
            case ast.Constant(value=bool() | str() as value):
                return Literal(offset, value, read_value(value, ""))
            case ast.Constant(value=int() | float() as number):
                return self._number(node, number)
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as number)):
                return self._number(node, -number)
            case ast.Call(func=ast.Name(id="date")):
                return self._day(node)
        return self.refuse(node, *hints.of_value(node))

    def _number(self, node: ast.expr, number: float) -> Literal:
        """Return a number: whole, or the decimal that is written."""
        if not -LARGEST <= number <= LARGEST:
            self.refuse(node, "this number is too large")
        exact = number if isinstance(number, int) else Decimal(str(number))
        return Literal(self.offset(node), exact, read_value(exact, ""))

    def _day(self, node: ast.Call) -> Literal:
        """Return the day of ``date("2024-08-28")``."""
        (written,) = self._arguments(node, 1, 1)
        day = _day_of(written.value) if isinstance(written, ast.Constant) else None
        if day is None:
            self.refuse(node, "this is not a day of the calendar", f"write {hints.USAGE['date']}")
        return Literal(self.offset(node), day, read_value(day, ""))

    def _date(self, node: ast.expr, group: str) -> Path | Literal:
        """Return an argument of age(): the path of a date, or date(...)."""
        if isinstance(node, ast.Name | ast.Attribute):
            return self.path(node, group)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "date":
            return self._day(node)
        return self.refuse(node, "age() needs two dates", 'age(client.birth_date, date("2024-08-28"))')

    def _call(self, node: ast.Call, group: str, depth: int) -> Condition:
        """Return the condition of a call: one of a named few."""
        offset, name = self.offset(node), node.func.id if isinstance(node.func, ast.Name) else ""
        if name in ("known", "declined"):
            (argument,) = self._arguments(node, 1, 1)
            return State(offset, self.path(argument, group), declined=name == "declined")
        if name in ("any", "all", "none"):
            where, condition = self._arguments(node, 2, 2)
            rows = self.path(where, group)
            inner = self.condition(condition, f"{rows.pattern}[]", depth + 1)
            if name == "all":
                return Not(offset, AnyRow(offset, rows, Not(inner.offset, inner)))
            found = AnyRow(offset, rows, inner)
            return found if name == "any" else Not(offset, found)
        return self.refuse(node, *hints.of_call(name))

    def _count(self, node: ast.Call, group: str, depth: int) -> Count:
        """Return ``count(group)`` or ``count(group, condition)``."""
        where, *condition = self._arguments(node, 1, 2)
        rows = self.path(where, group)
        inner = self.condition(condition[0], f"{rows.pattern}[]", depth + 1) if condition else None
        return Count(self.offset(node), rows, inner)

    def path(self, node: ast.expr, group: str) -> Path:
        """Return a dotted path: of a fact, or of the row at hand where it begins with ``each``."""
        offset, words = self.offset(node), _dotted(node)
        if not words or not is_pattern(words) or "".join(self._source(node).split()) != words:
            self.refuse(node, *hints.of_path(node))
        if words in hints.CONSTANTS:
            self.refuse(node, f"`{words}` is not part of the language", hints.CONSTANTS[words])
        first, _, rest = words.partition(".")
        if first != "each":
            return Path(offset, words, words)
        if not rest:
            self.refuse(node, "`each` is a row, not a fact", "name a field of the row: `each.relation`")
        if not group:
            self.refuse(
                node, "`each` has no row here", "use it inside any, all, none or count, or in a group's question"
            )
        derived = rest.startswith(DERIVED)
        bare = rest.removeprefix(DERIVED)
        return Path(offset, bare, f"{DERIVED if derived else ''}{group}.{bare}", in_row=True, derived=derived)

    def _arguments(self, node: ast.Call, least: int, most: int) -> list[ast.expr]:
        """Return the arguments of a call, neither named nor starred, and as many as it takes."""
        plain = not node.keywords and not any(isinstance(argument, ast.Starred) for argument in node.args)
        if not plain or not least <= len(node.args) <= most:
            name = _dotted(node.func)
            self.refuse(node, f"{name}() is not used this way", f"write {hints.USAGE[name]}")
        return node.args

    def offset(self, node: ast.expr) -> int:
        """Return where a node begins in the text; Python counts bytes, we count characters."""
        return self.indent + len(self._bytes()[: node.col_offset].decode(errors="ignore"))

    def _source(self, node: ast.expr) -> str:
        """Return the text of a node."""
        return self._bytes()[node.col_offset : node.end_col_offset].decode(errors="ignore")

    def _bytes(self) -> bytes:
        """Return the text as Python's parser counts it."""
        return self.text[self.indent :].encode()

    def refuse(self, node: ast.expr, message: str, hint: str = "") -> NoReturn:
        """Give up this part: the fault is at the node."""
        raise NotReadableError(Fault(self.offset(node), message, hint))


_NOTHING = Constant(0, value=False)

# How each of Python's comparisons is said with ours: (operator, sides swapped, result negated).
_TURNED: dict[type[ast.cmpop], tuple[Operator, bool, bool]] = {
    ast.Eq: (Operator.EQUAL, False, False),
    ast.NotEq: (Operator.EQUAL, False, True),
    ast.Lt: (Operator.LESS, False, False),
    ast.Gt: (Operator.LESS, True, False),
    ast.LtE: (Operator.LESS_OR_EQUAL, False, False),
    ast.GtE: (Operator.LESS_OR_EQUAL, True, False),
    ast.In: (Operator.MEMBER, False, False),
    ast.NotIn: (Operator.MEMBER, False, True),
}


def _dotted(node: ast.expr) -> str:
    """Return ``a.b.c`` of names joined by dots, empty for anything else."""
    words: list[str] = []
    while isinstance(node, ast.Attribute):
        words.append(node.attr)
        node = node.value
    return ".".join([node.id, *reversed(words)]) if isinstance(node, ast.Name) else ""


def _day_of(text: object) -> date | None:
    """Return the day that a text such as ``2024-08-28`` names, None if it names none."""
    if not isinstance(text, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
