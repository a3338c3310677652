"""Read YAML as text with positions: the one door through which shelf files and answers files come in.

YAML guesses, and a guess changes what an author wrote: ``no`` becomes False, ``012`` becomes ten, ``2024-01-02`` a
date, a second ``ask:`` silently wins. Here every scalar stays the text that was typed, a repeated key is a problem,
and every value keeps its line and column. Reading never raises: what is wrong comes back as problems.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property

import yaml

from legalassist.errors import Place, Problem

Data = str | list["Data"] | dict[str, "Data"]
"""What a YAML file holds once nothing is guessed."""
At = tuple[str | int, ...]
"""Where in the data something stands: keys and list positions, outermost first."""

MAX_CHARACTERS = 5_000_000
MAX_DEPTH = 40
_NEEDS_QUOTES = "expected ',' or"

# What YAML refuses, and the line breaks of other times (NEL, LS, PS), which it would turn into spaces in silence.
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\ufffe\uffff]|(?!^)\ufeff")


@dataclass(frozen=True)
class Source:
    """One YAML file: its data, where each part of it stands, and what was wrong with it."""

    file: str
    data: Data = ""
    places: dict[At, tuple[int, int]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    values: dict[At, tuple[int, int]] = field(default_factory=dict)

    def place(self, at: At) -> Place:
        """Return the place of a part of the data; of the nearest part around it where it does not exist."""
        while at and at not in self.places:
            at = at[:-1]
        line, column = self.places.get(at, (1, 1))
        return Place(self.file, line, column)

    def value_place(self, at: At) -> Place:
        """Return the place of the first character of a text: behind its key, its quotation mark or its ``|``."""
        found = self.values.get(at)
        return self.place(at) if found is None else Place(self.file, *found)

    def problem(self, at: At, message: str, hint: str = "") -> Problem:
        """Make a problem that points at a part of the data."""
        return Problem(self.place(at), message, hint)


def read_yaml(text: str, file: str) -> Source:
    """Read one YAML document; whatever is wrong is in `Source.problems`, with its place."""
    if len(text) > MAX_CHARACTERS:
        message = f"the file has {len(text):,} characters; at most {MAX_CHARACTERS:,} are read"
        return Source(file, problems=(Problem(Place(file, 1, 1), message, "a long text belongs into an exhibit"),))
    if unreadable := _NOT_TEXT.search(text):
        return Source(file, problems=(_unreadable(file, text, unreadable.start()),))
    reading = _Reading(file, text)
    try:
        data = reading.document()
    except yaml.MarkedYAMLError as wrong:
        reading.problems.append(_syntax_problem(file, wrong))
        data = ""
    return Source(file, data, reading.places, tuple(reading.problems), reading.values)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ``did you mean 'ask'?`` where a known word is close, else an empty text."""
    close = nearest(word, known)
    return f"did you mean {close!r}?" if close else ""


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that is closest to a word, or an empty text where none is close."""
    return next(iter(get_close_matches(word, sorted(known), n=1, cutoff=0.6)), "")


class _TooDeepError(Exception):
    """The file nests deeper than anyone writes; reading stops there."""


class _Reading:
    """One reading of the parser's events, which (unlike its node tree) cannot be nested to death or looped."""

    def __init__(self, file: str, text: str) -> None:
        self.file, self.text = file, text
        self.places: dict[At, tuple[int, int]] = {}
        self.values: dict[At, tuple[int, int]] = {}
        self.problems: list[Problem] = []

    def document(self) -> Data:
        """Return the data of the only document of the text."""
        events = yaml.parse(self.text, yaml.CSafeLoader)
        data: Data | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if data is not None:
                    self._add(event, "a second document begins here", "one file holds one document: remove '---'")
                    break
                try:
                    data = self._value(next(events), events, ())
                except _TooDeepError:
                    return ""
        if data is None:
            self.problems.append(Problem(Place(self.file, 1, 1), "the file is empty"))
            return ""
        return data

    def _value(self, event: yaml.Event, events: Iterator[yaml.Event], at: At) -> Data:
        """Return the data that begins with an event, and remember where it stands."""
        self.places.setdefault(at, _position(event))
        if len(at) > MAX_DEPTH:
            self._add(event, f"more than {MAX_DEPTH} levels inside one another")
            raise _TooDeepError
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            self._add(
                event, "anchors and aliases (& and *) are not used here", "put the text in quotes, or write it out"
            )
        elif getattr(event, "tag", None):
            self._add(event, "tags (!) are not used here", "remove it, or put the text in quotes")
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(events, at)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, at)
        if not isinstance(event, yaml.ScalarEvent):
            return ""
        self.values[at] = self._text_position(event)
        return str(event.value)

    def _text_position(self, event: yaml.ScalarEvent) -> tuple[int, int]:
        """Return the line and column of a scalar's first character."""
        line, column = _position(event)
        if event.style in {"|", ">"}:
            begun = next((row for row in self._lines[line:] if row.strip()), "")
            return self._lines.index(begun, line) + 1 if begun else line, len(begun) - len(begun.lstrip()) + 1
        return line, column + (event.style in {"'", '"'})

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.splitlines()

    def _sequence(self, events: Iterator[yaml.Event], at: At) -> list[Data]:
        """Return a list's data."""
        items: list[Data] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._value(event, events, (*at, len(items))))
        return items

    def _mapping(self, events: Iterator[yaml.Event], at: At) -> dict[str, Data]:
        """Return a mapping's data; a key that is not a word, or stands twice, is a problem."""
        data: dict[str, Data] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            if not isinstance(event, yaml.ScalarEvent):
                self._add(event, "a key must be a word", "put text that begins with [ or { in quotes")
                self._value(event, events, (*at, ""))
                self._value(next(events), events, (*at, ""))
                continue
            key = str(event.value)
            if key in data:
                first = self.places[*at, key][0]
                self._add(event, f"{key!r} stands here twice (first in line {first})", "keep one of the two")
                self._value(next(events), events, (*at, ""))
                continue
            self.places[*at, key] = _position(event)
            data[key] = self._value(next(events), events, (*at, key))
        return data

    def _add(self, event: yaml.Event, message: str, hint: str = "") -> None:
        self.problems.append(Problem(Place(self.file, *_position(event)), message, hint))


def _position(event: yaml.Event) -> tuple[int, int]:
    """Return the line and column an event begins at, counted from 1."""
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)


def _syntax_problem(file: str, wrong: yaml.MarkedYAMLError) -> Problem:
    """Turn PyYAML's complaint into a problem at its place."""
    mark = wrong.problem_mark or wrong.context_mark
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file, 1, 1)
    what = wrong.problem or "the file is not YAML"
    if "undefined alias" in what or "found duplicate anchor" in what:
        return Problem(place, "anchors and aliases (& and *) are not used here", "put the text in quotes")
    if "quoted scalar" in (wrong.context or "") and "end of stream" in what and wrong.context_mark:
        opened = Place(file, wrong.context_mark.line + 1, wrong.context_mark.column + 1)
        return Problem(opened, "a quotation mark is opened here and never closed", "close it, or leave both out")
    if "tab character" in what:
        return Problem(place, f"this is not YAML: {what}", "use spaces")
    if "escape" in what:
        hint = "in double quotes a \\ begins an escape: use single quotes, or write the character itself"
        return Problem(place, f"this is not YAML: {what}", hint)
    hint = "put the text in quotes, or below the key after '|'" if _suggests_quotes(what) else "check the indentation"
    return Problem(place, f"this is not YAML: {what}", hint)


def _suggests_quotes(what: str) -> bool:
    return any(sign in what for sign in (_NEEDS_QUOTES, "mapping values", "cannot start any token", "alias"))


def _unreadable(file: str, text: str, position: int) -> Problem:
    """Make the problem of a character that a text may not contain."""
    before = text[:position]
    place = Place(file, before.count("\n") + 1, position - (before.rfind("\n") + 1) + 1)
    message = f"a character that text may not contain (U+{ord(text[position]):04X})"
    return Problem(place, message, "delete it, or type this part of the text anew")


def quoted(text: str) -> str:
    """Return text as a double-quoted YAML scalar on one line."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'
