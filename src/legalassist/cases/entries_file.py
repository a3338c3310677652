"""Lists of small records in an answers file, and entries of its log: texts by key, each problem at its place."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from legalassist.errors import AnswerRefused, Problem
from legalassist.facts.text import clean
from legalassist.interviews.yaml_source import At, Data, Source, did_you_mean, quoted

YES_NO = {"yes": True, "no": False}


@dataclass(frozen=True, slots=True)
class EntryShape:
    """What an entry of one list is: its keys in the order written, and which it cannot do without.

    `listed` and `lacking` are what is said where no list, or no whole entry, stands. `wrong` yields what is wrong with
    the text of one key (the source, the key, the text, its place), which is clean already: `prose` of some lines and so
    many characters, everything else one line of `line` characters.
    """

    keys: tuple[str, ...]
    needed: tuple[str, ...]
    listed: str
    lacking: str
    wrong: Callable[[Source, str, str, At], Iterator[Problem]]
    prose: Mapping[str, int] = field(default_factory=dict)
    line: int = 200


def read_entries(source: Source, data: Data, at: At, shape: EntryShape, *, first: int = 0
                 ) -> tuple[tuple[dict[str, str], ...], tuple[Problem, ...]]:  # fmt: skip
    """Return the entries of a list that have no problem, every key in each, and all problems of the others.

    `first` is the place of the first entry. A key that is left out reads as an empty text.
    """
    if not isinstance(data, list):
        return (), (source.problem(at, f"{shape.listed} is expected here", "begin each with '- '"),)
    found: list[dict[str, str]] = []
    problems: list[Problem] = []
    for number, entry in enumerate(data, first):
        wrong = list(_problems(source, entry, (*at, number), shape))
        problems.extend(wrong)
        if not wrong and isinstance(entry, dict):
            found.append({key: str(entry.get(key, "")) for key in shape.keys})
    return tuple(found), tuple(problems)


def _problems(source: Source, entry: Data, at: At, shape: EntryShape) -> Iterator[Problem]:
    """Yield what is wrong with one entry."""
    if not isinstance(entry, dict) or any(not isinstance(entry.get(key), str) for key in shape.needed):
        yield source.problem(at, shape.lacking)
        return
    for key, word in entry.items():
        if key not in shape.keys:
            yield source.problem((*at, key), f"unknown key {key!r}", did_you_mean(key, shape.keys))
        elif not isinstance(word, str):
            yield source.problem((*at, key), f"{key}: one text is expected here")
        else:
            yield from _wrong(source, key, word, (*at, key), shape)


def _wrong(source: Source, key: str, word: str, at: At, shape: EntryShape) -> Iterator[Problem]:
    """Yield what is wrong with the text of one key."""
    try:
        clean(word, one_line=key not in shape.prose, limit=shape.prose.get(key, shape.line))
    except AnswerRefused as refused:
        yield source.problem(at, f"{key}: {refused.message}", refused.hint)
        return
    yield from shape.wrong(source, key, word, at)


def entry_lines(words: Mapping[str, str], shape: EntryShape) -> Iterator[str]:
    """Yield the lines of a log entry, every value in quotes so that nothing is guessed."""
    for place, key in enumerate(shape.keys):
        if words[key] or key in shape.needed:
            yield f"  {'- ' if place == 0 else '  '}{key}: {quoted(words[key])}"
