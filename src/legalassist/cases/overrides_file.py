"""Overrides as an answers file spells them: below ``overrides:``, and as entries of its log."""

from collections.abc import Iterator

from legalassist.cases.entries_file import YES_NO, EntryShape, entry_lines, read_entries
from legalassist.cases.override import LONGEST_REASON, RULE, Override
from legalassist.errors import Problem
from legalassist.interviews.yaml_source import At, Data, Source

FIRST_KEY = "overrides_rule"
"""The key by which an entry of a log is known to be an override."""


def read_overrides(source: Source, data: Data, at: At, *, first: int = 0
                   ) -> tuple[tuple[Override, ...], tuple[Problem, ...]]:  # fmt: skip
    """Return the overrides a list holds, and every problem in it; `first` is the place of its first entry."""
    entries, problems = read_entries(source, data, at, _SHAPE, first=first)
    return tuple(map(_override, entries)), problems


def _override(said: dict[str, str]) -> Override:
    given = YES_NO[said["given"] or "yes"]
    return Override(said[FIRST_KEY], said["reason"], said["by"], said["at"], said["rests_on"], given=given)


def _wrong_word(source: Source, key: str, word: str, at: At) -> Iterator[Problem]:
    """Yield what is wrong with the text of one key."""
    if key == FIRST_KEY and not RULE.fullmatch(word):
        yield source.problem(at, "this is no rule of the gate", "'legalassist packet gate CASE' lists them")
    elif key == "given" and word not in YES_NO:
        yield source.problem(at, "given: yes or no is expected here")


_SHAPE = EntryShape(
    keys=(FIRST_KEY, "reason", "by", "at", "rests_on", "given"),
    needed=(FIRST_KEY, "reason", "by"),
    listed="a list of overrides",
    lacking="an override needs 'overrides_rule:', 'reason:' and 'by:' (the attorney's code)",
    wrong=_wrong_word,
    prose={"reason": LONGEST_REASON},
)


def override_lines(one: Override) -> Iterator[str]:
    """Yield the lines of a log entry."""
    words = {FIRST_KEY: one.rule, "reason": one.reason, "by": one.by, "at": one.at, "rests_on": one.rests_on}
    return entry_lines({**words, "given": "" if one.given else "no"}, _SHAPE)
