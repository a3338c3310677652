"""Files and functions stay small enough to read: the limits of the house, checked on every run."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

FILE_LINES = 400
FUNCTION_LINES = 60
LAW_FUNCTION_LINES = 25
REASON = "# long:"
"""A longer function may say why, behind this mark on its first line."""

CODE = ("src", "scripts", "bench", "tests")


def shape_problems(name: str, source: str) -> Iterator[str]:
    """Yield what is too long in a Python file; lines of a function count its docstring, not its decorators."""
    lines = source.splitlines()
    if len(lines) > FILE_LINES:
        yield f"{name}: {len(lines)} lines, more than {FILE_LINES}; split it where the subject changes"
    limit = LAW_FUNCTION_LINES if "/law/" in name and name.startswith("src/") else FUNCTION_LINES
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > limit and REASON not in lines[node.lineno - 1]:
                yield f"{name}:{node.lineno}: {node.name} has {length} lines, more than {limit}"


def python_files(top: Path) -> Iterator[Path]:
    """Yield our Python files in name order."""
    for folder in CODE:
        yield from sorted((top / folder).rglob("*.py"))


def test_every_file_and_function_is_short_enough_to_read(top: Path) -> None:
    found = [
        problem
        for path in python_files(top)
        for problem in shape_problems(path.relative_to(top).as_posix(), path.read_text(encoding="utf-8"))
    ]
    assert not found, "\n".join(found)


def function_of(lines: int, first: str = "def work():") -> str:
    return "\n".join([first, *["    pass"] * (lines - 1)])


@pytest.mark.parametrize(
    ("name", "source", "expected"),
    [
        ("src/legalassist/a.py", "x = 1\n" * 401, "401 lines"),
        ("src/legalassist/a.py", function_of(61), "a.py:1: work has 61 lines, more than 60"),
        ("src/legalassist/law/a.py", function_of(26), "work has 26 lines, more than 25"),
        ("src/legalassist/a.py", "class A:\n  async def work():\n" + "    pass\n" * 60, "work has 61 lines"),
    ],
)
def test_a_planted_long_file_or_function_is_found(name: str, source: str, expected: str) -> None:
    (problem,) = shape_problems(name, source)
    assert expected in problem


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("src/legalassist/a.py", "x = 1\n" * 400),
        ("src/legalassist/a.py", function_of(60)),
        ("src/legalassist/law/a.py", function_of(25)),
        ("tests/law/test_a.py", function_of(60)),
        ("src/legalassist/a.py", function_of(80, "def work():  # long: one table, read in one piece")),
    ],
)
def test_what_is_within_the_limits_or_says_why_is_left_alone(name: str, source: str) -> None:
    assert not list(shape_problems(name, source))
