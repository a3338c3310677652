"""What to tell an author whose expression is not in the language: a message and what to write instead."""

import ast
import re
from collections.abc import Mapping

SPLIT = "split it: put a part of it into the `when` of another question"

USAGE: Mapping[str, str] = {
    "known": "known(client.name)",
    "declined": "declined(client.name)",
    "any": 'any(family, each.relation == "child")',
    "all": 'all(family, each.relation == "child")',
    "none": 'none(family, each.relation == "child")',
    "count": 'count(family) or count(family, each.relation == "child")',
    "age": 'age(client.birth_date, date("2024-08-28"))',
    "date": 'date("2024-08-28")',
}

CONSTANTS: Mapping[str, str] = {
    "true": "write `True`",
    "yes": "write the fact alone, or `True`",
    "false": "write `False`",
    "no": "write `not` before the fact, or `False`",
    "null": "ask `known(...)`",
    "nil": "ask `known(...)`",
    "unknown": "ask `not known(...)`",
}

_STRINGS = re.compile(r"'[^']*'|\"[^\"]*\"")

# Slips that Python's parser reports as "invalid syntax": what they look like, outside of texts, and what to write.
_SLIPS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile("===|!=="), "this comparison has one `=` too many", "write `==` or `!=`"),
    (re.compile("<>"), "`<>` is not part of the language", "write `!=`"),
    (re.compile(":="), "nothing can be assigned in an expression", "did you mean `==`?"),
    (re.compile("=[<>]"), "this comparison is the wrong way round", "write `<=` or `>=`"),
    (re.compile("(?<![=!<>:])=(?!=)"), "a single `=` does not compare", "did you mean `==`?"),
    (re.compile("&&"), "`&&` is not part of the language", "use `and`"),
    (re.compile(r"\|\|"), "`||` is not part of the language", "use `or`"),
    (re.compile("!(?!=)"), "`!` is not part of the language", "use `not`"),
    (
        re.compile(r"\b(AND|OR|NOT|And|Or|Not)\b"),
        "`and`, `or`, `not` are written in small letters",
        "use small letters",
    ),
    (
        re.compile(r"[\u2018\u2019\u201c\u201d\u300c\u300d\uff02\uff07]"),
        "these quotation marks do not enclose a text",
        'use straight ones: "female"',
    ),
    (re.compile(r"[\uff01-\uff5e\u3002]"), "this is a full-width sign", "type it with the keyboard in English"),
    (
        re.compile(r"\blambda\b|\bfor\b|\bawait\b|\byield\b"),
        "this is not part of the language",
        "use any, all, none, count",
    ),
)

_NAMED: Mapping[type[ast.expr], tuple[str, str]] = {
    ast.Lambda: ("a function cannot be written here", f"use one of {', '.join(USAGE)}"),
    ast.IfExp: ("`if ... else` is not part of the language", "use `and`, `or`, `not`"),
    ast.NamedExpr: ("nothing can be assigned in an expression", "did you mean `==`?"),
    ast.JoinedStr: ("a text cannot be put together here", "write it out in plain quotation marks"),
    ast.Subscript: (
        "square brackets are not part of the language",
        "name a field: `each.relation` inside any, all, none",
    ),
    ast.BinOp: (
        "there is no calculating in an expression",
        "use `and`, `or`; law computes, and publishes derived facts",
    ),
    ast.ListComp: ("a loop cannot be written here", f"write {USAGE['any']}"),
    ast.SetComp: ("a loop cannot be written here", f"write {USAGE['any']}"),
    ast.GeneratorExp: ("a loop cannot be written here", f"write {USAGE['any']}"),
    ast.DictComp: ("a loop cannot be written here", f"write {USAGE['any']}"),
    ast.Dict: ("this is not part of the language", 'a list of values is written ("a", "b")'),
    ast.List: ("a list of values is written in round brackets", 'write `in ("a", "b")`'),
    ast.Set: ("a list of values is written in round brackets", 'write `in ("a", "b")`'),
    ast.Tuple: ("a list of values stands only after `in`", 'write `path in ("a", "b")`'),
    ast.Starred: ("`*` is not part of the language", ""),
    ast.Attribute: ("only facts have dots", "a path is small letters and dots: client.birth_date"),
}
_OTHER = ("this is not part of the language", f"facts, values, and, or, not, comparisons, {', '.join(USAGE)}")
_CONDITIONS = (ast.BoolOp, ast.Compare)


def of_text(text: str, longest: int) -> tuple[int, str, str] | None:
    """Return what keeps a text from being read at all: offset, message, hint; None if nothing does."""
    if len(text) > longest:
        return 0, f"an expression has at most {longest:,} characters", SPLIT
    if not text.strip():
        return 0, "the expression is empty", "leave `when` out if the question is always asked"
    if found := re.search(r"[#\\`;\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]", text):
        return (
            found.start(),
            "this character is not part of the language",
            "write comments in the YAML, outside the value",
        )
    return None


def of_syntax(text: str, offset: int) -> tuple[int, str, str]:
    """Return what is wrong in a text that Python's parser gave up on at an offset."""
    outside = _STRINGS.sub(lambda found: " " * len(found.group()), text)
    for pattern, message, hint in _SLIPS:
        if found := pattern.search(outside):
            return found.start(), message, hint
    if outside.count("(") != outside.count(")"):
        return offset, "the brackets do not match", "every `(` needs its `)`"
    if "'" in outside or '"' in outside:
        return offset, "a text is not closed", "put quotation marks before and after it"
    return offset, "the expression cannot be read here", "look for a missing `and`, `or` or operator"


def of_condition(node: ast.expr) -> tuple[str, str]:
    """Return why a node is no condition."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str | int | float):
        return "this is a value, not a condition", 'compare it: `client.sex == "female"`'
    return _by_sign(node) or _NAMED.get(type(node), _OTHER)


def of_value(node: ast.expr) -> tuple[str, str]:
    """Return why a node is no value that can be compared."""
    if isinstance(node, _CONDITIONS) or (isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)):
        return "a condition cannot be compared", "join conditions with `and`, `or`, `not`"
    if isinstance(node, ast.Constant) and node.value is None:
        return "`None` is not part of the language", "ask `known(...)`"
    if isinstance(node, ast.Call):
        return of_call(node.func.id if isinstance(node.func, ast.Name) else "", compared=True)
    return _by_sign(node) or _NAMED.get(type(node), _OTHER)


def of_call(name: str, *, compared: bool = False) -> tuple[str, str]:
    """Return why a call is not understood; `compared` says that a value was expected."""
    if compared and name in ("known", "declined", "any", "all", "none"):
        return f"{name}() is a condition and cannot be compared", f"let it stand alone, or write `not {name}(...)`"
    if name in ("count", "age", "date"):
        return f"{name}() is a value, not a condition", "compare it with `==`, `<`, `>`"
    return "only a named few can be called", f"the functions are {', '.join(USAGE)}"


def of_path(node: ast.expr) -> tuple[str, str]:
    """Return why a node is no path."""
    if isinstance(node, ast.Name | ast.Attribute):
        return "this is not a path", "a path is small letters and dots: client.birth_date"
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return "a path is written without quotation marks", "write client.birth_date"
    return "a path is needed here", _NAMED.get(type(node), _OTHER)[1]


def _by_sign(node: ast.expr) -> tuple[str, str] | None:
    """Return the hint for a sign that other languages use for and, or, not."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitAnd):
        return "`&` is not part of the language", "use `and`"
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        return "`|` is not part of the language", "use `or`"
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Invert):
        return "`~` is not part of the language", "use `not`"
    return None
