"""The list of checks in docs/chinese-checks.md: all 61 numbers, no rule that is none, no weight that is another."""

import re
from pathlib import Path

from legalassist.library import Library
from legalassist.translations.gates.alarm import Severity
from legalassist.translations.gates.every import rules_of

DOCS = Path(__file__).parents[2] / "docs"
LIST = (DOCS / "chinese-checks.md").read_text(encoding="utf-8")
ACROSS = {"one-term", "same-chinese", "drift"}
OF_A_PAGE = set(re.findall(r"`([a-z-]+)`", (DOCS / "rendered-checks.md").read_text(encoding="utf-8")))
ELSEWHERE = {"in-english", "helpers-apart", "code"}


def rows(text: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line.startswith("|")]


def named(text: str) -> set[str]:
    return {word for word in re.findall(r"`([^`]+)`", text) if re.fullmatch(r"[a-z]+(-[a-z]+)*", word)}


def test_every_number_stands_there_once() -> None:
    numbers = [int(one) for row in rows(LIST) for one in re.findall(r"\d+", row[0])]
    assert sorted(numbers) == list(range(1, 62))


def test_every_rule_it_names_is_one(library: Library) -> None:
    known = {rule.name for rule in rules_of(library)} | ACROSS | OF_A_PAGE | ELSEWHERE
    assert named(LIST) - known == set()


def test_the_weights_are_those_of_the_rules(library: Library) -> None:
    weights = {rule.name: "error" if rule.severity is Severity.ERROR else "look" for rule in rules_of(library)}
    for number, _, where, weight in (row for row in rows(LIST) if re.match(r"\d", row[0])):
        found = {weights[name] for name in named(where) if name in weights}
        if found:
            assert found <= set(re.findall("error|look", weight)), number
