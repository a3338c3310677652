"""Settlements as an answers file spells them: below ``settlements:``, and as entries of its log."""

from collections.abc import Iterator

from legalassist.cases.entries_file import YES_NO, EntryShape, entry_lines, read_entries
from legalassist.cases.settlement import LONGEST_NOTE, SHORT_ID, Settlement
from legalassist.errors import Problem
from legalassist.interviews.yaml_source import At, Data, Source

FIRST_KEY = "settles"
"""The key by which an entry of a log is known to be a settlement."""


def read_settlements(source: Source, data: Data, at: At, *, first: int = 0
                     ) -> tuple[tuple[Settlement, ...], tuple[Problem, ...]]:  # fmt: skip
    """Return the settlements a list holds, and every problem in it; `first` is the place of its first entry."""
    entries, problems = read_entries(source, data, at, _SHAPE, first=first)
    return tuple(map(_settlement, entries)), problems


def _settlement(said: dict[str, str]) -> Settlement:
    settled = YES_NO[said["settled"] or "yes"]
    return Settlement(said[FIRST_KEY], said["note"], said["by"], said["at"], said["rests_on"], settled=settled)


def _wrong_word(source: Source, key: str, word: str, at: At) -> Iterator[Problem]:
    """Yield what is wrong with the text of one key."""
    if key == FIRST_KEY and not SHORT_ID.fullmatch(word):
        yield source.problem(at, "this is no short id of a contradiction", "'legalassist settle CASE' lists them")
    elif key == "settled" and word not in YES_NO:
        yield source.problem(at, "settled: yes or no is expected here")


_SHAPE = EntryShape(
    keys=(FIRST_KEY, "note", "by", "at", "rests_on", "settled"),
    needed=(FIRST_KEY, "note", "by"),
    listed="a list of settlements",
    lacking="a settlement needs 'settles:' (the short id), 'note:' and 'by:' (a name)",
    wrong=_wrong_word,
    prose={"note": LONGEST_NOTE},
)


def settlement_lines(one: Settlement) -> Iterator[str]:
    """Yield the lines of a log entry."""
    words = {FIRST_KEY: one.contradiction, "note": one.note, "by": one.by, "at": one.at, "rests_on": one.rests_on}
    return entry_lines({**words, "settled": "" if one.settled else "no"}, _SHAPE)
