"""Behind the doors nobody reads the clock, the environment, the home directory, the network or random numbers.

Docs: docs/decisions/0006-same-inputs-same-bytes.md and 0008-no-network.md.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

DOORS = ("cli", "web", "jobs", "__main__.py")
MODULES = {"getpass", "http", "random", "requests", "secrets", "smtplib", "socket", "time", "urllib.request", "uuid"}
NAMES = {"environ", "expanduser", "getenv", "gethostname", "getlogin", "urandom"}
CALLS = {("Path", "home"), ("date", "today"), ("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow")}
REASON = "# world:"
"""A line, or the first line of a function, that must touch the world all the same says why behind this mark."""


def touched_by(node: ast.AST) -> set[str]:
    """Return what one piece of code reaches for outside the program: modules and names, usually none."""
    match node:
        case ast.Import(names=aliases):
            return {alias.name for alias in aliases} & MODULES
        case ast.ImportFrom(module=str(module), names=aliases):
            imported = {alias.name for alias in aliases}
            modules = {module, *(f"{module}.{word}" for word in imported)} & MODULES
            return modules | (imported & NAMES if module in {"os", "os.path"} else set())
        case ast.Attribute(attr=word, value=ast.Name(id=owner) | ast.Attribute(attr=owner)):
            return {word} if word in NAMES or (owner, word) in CALLS else set()
        case ast.Attribute(attr=word):
            return {word} & NAMES
    return set()


def excused_lines(tree: ast.AST, lines: list[str]) -> set[int]:
    """Return the numbers of lines that give their reason, and of all lines of functions whose first line does."""
    excused = {number for number, line in enumerate(lines, 1) if REASON in line}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.lineno in excused:
            excused.update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return excused


def world_problems(name: str, source: str) -> Iterator[str]:
    """Yield each import or attribute that reaches out of the program, with its line."""
    tree = ast.parse(source)
    excused = excused_lines(tree, source.splitlines())
    for node in ast.walk(tree):
        touched, line = touched_by(node), getattr(node, "lineno", 0)
        if touched and line not in excused:
            yield f"{name}:{line}: {', '.join(sorted(touched))} reads the world; take it as an argument"


def test_nothing_behind_the_doors_reads_the_world(top: Path) -> None:
    package = top / "src/legalassist"
    found = [
        problem
        for path in sorted(package.rglob("*.py"))
        if path.relative_to(package).parts[0] not in DOORS
        for problem in world_problems(path.relative_to(top).as_posix(), path.read_text(encoding="utf-8"))
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("source", "touched"),
    [
        ("import random", "random"),
        ("import time", "time"),
        ("from uuid import uuid4", "uuid"),
        ("from urllib import request", "urllib.request"),
        ("import urllib.request", "urllib.request"),
        ("from os import environ", "environ"),
        ("import os\nx = os.environ['HOME']", "environ"),
        ("from datetime import date\nday = date.today()", "today"),
        ("from datetime import datetime\nclock = datetime.now", "now"),
        ("import datetime as dt\nclock = dt.datetime.now(dt.UTC)", "now"),
        ("from pathlib import Path\nx = Path.home()", "home"),
        ("x = '~/case'.expanduser()", "expanduser"),
    ],
)
def test_a_planted_look_at_the_world_is_found(source: str, touched: str) -> None:
    (problem,) = world_problems("a.py", source)
    assert f": {touched} reads the world" in problem


@pytest.mark.parametrize(
    "source",
    [
        "from datetime import date\nday = date(2026, 11, 23)",
        "from urllib.parse import quote",
        "import os\nos.environ['X'] = 'y'  # world: the library asks nothing else",
        "import os\ndef work():  # world: the library asks nothing else\n    return os.environ",
        "def assess(self, today): return (today, self.now)",
    ],
)
def test_arguments_and_written_reasons_are_left_alone(source: str) -> None:
    assert not list(world_problems("a.py", source))
