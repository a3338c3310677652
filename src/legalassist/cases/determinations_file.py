"""Determinations as an answers file spells them: below ``determinations:``, and as entries of its log."""

from collections.abc import Iterator
from dataclasses import asdict

from legalassist.cases.determination import ITEM, Determination
from legalassist.cases.entries_file import EntryShape, entry_lines, read_entries
from legalassist.errors import Problem
from legalassist.facts.paths import is_instance
from legalassist.facts.text import LONGEST
from legalassist.interviews.yaml_source import At, Data, Source


def read_determinations(source: Source, data: Data, at: At, *, first: int = 0
                        ) -> tuple[tuple[Determination, ...], tuple[Problem, ...]]:  # fmt: skip
    """Return the determinations a list holds, and every problem in it; `first` is the place of its first entry."""
    entries, problems = read_entries(source, data, at, _SHAPE, first=first)
    return tuple(Determination(**said) for said in entries), problems


def _wrong_word(source: Source, key: str, word: str, at: At) -> Iterator[Problem]:
    """Yield what is wrong with the text of one key."""
    if key == "item" and not ITEM.fullmatch(word):
        hint = "the form, then Part and Item as it prints them: i-914 4.1.A"
        yield source.problem(at, "this is not an item of a form", hint)
    if key == "about" and word and not is_instance(word):
        yield source.problem(at, "this is no row of the family", "write family[2]; leave it out for the client")


_SHAPE = EntryShape(
    keys=("item", "about", "decided", "by", "at", "why", "rests_on"),
    needed=("item", "decided", "by"),
    listed="a list of what attorneys decided",
    lacking="a determination needs 'item:', 'decided:' and 'by:' (the attorney's name)",
    wrong=_wrong_word,
    prose={"decided": LONGEST, "why": LONGEST},
    line=LONGEST,
)


def determination_lines(one: Determination) -> Iterator[str]:
    """Yield the lines of a log entry."""
    return entry_lines(asdict(one), _SHAPE)
