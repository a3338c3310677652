"""Read YAML as text with positions: the one door through which shelf files and answers files come in.

YAML guesses, and a guess changes what an author wrote: ``no`` becomes False, ``012`` becomes ten, ``2024-01-02`` a
date, a second ``ask:`` silently wins. Here every scalar stays the text that was typed, a repeated key is a problem,
and every value keeps its line and column. Reading never raises: what is wrong comes back as problems.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches

import yaml

from legalassist.errors import Place, Problem

Data = str | list["Data"] | dict[str, "Data"]
"""What a YAML file holds once nothing is guessed."""
At = tuple[str | int, ...]
"""Where in the data something stands: keys and list positions, outermost first."""

MAX_CHARACTERS = 5_000_000
MAX_DEPTH = 40
_NEEDS_QUOTES = "expected ',' or"


@dataclass(frozen=True)
class Source:
    """One YAML file: its data, where each part of it stands, and what was wrong with it."""

    file: str
    data: Data = ""
    places: dict[At, tuple[int, int]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def place(self, at: At) -> Place:
        """Return the place of a part of the data; of the nearest part around it where it does not exist."""
        while at and at not in self.places:
            at = at[:-1]
        line, column = self.places.get(at, (1, 1))
        return Place(self.file, line, column)

    def problem(self, at: At, message: str, hint: str = "") -> Problem:
        """Make a problem that points at a part of the data."""
        return Problem(self.place(at), message, hint)


def read_yaml(text: str, file: str) -> Source:
    """Read one YAML document; whatever is wrong is in `Source.problems`, with its place."""
    if len(text) > MAX_CHARACTERS:
        message = f"the file has {len(text):,} characters; at most {MAX_CHARACTERS:,} are read"
        return Source(file, problems=(Problem(Place(file, 1, 1), message, "a long text belongs into an exhibit"),))
    reading = _Reading(file)
    try:
        text.encode()
        data = reading.document(text)
    except UnicodeEncodeError as wrong:
        reading.problems.append(_unreadable(file, text, wrong.start))
        data = ""
    except yaml.MarkedYAMLError as wrong:
        reading.problems.append(_syntax_problem(file, wrong))
        data = ""
    except yaml.YAMLError as wrong:
        position = getattr(wrong, "position", 0)
        reading.problems.append(_unreadable(file, text, position if isinstance(position, int) else 0))
        data = ""
    return Source(file, data, reading.places, tuple(reading.problems))


def did_you_mean(word: str, known: Iterator[str] | list[str] | tuple[str, ...] | frozenset[str]) -> str:
    """Return ``did you mean 'ask'?`` where a known word is close, else an empty text."""
    close = get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f"did you mean {close[0]!r}?" if close else ""


class _TooDeepError(Exception):
    """The file nests deeper than anyone writes; reading stops there."""


class _Reading:
    """One reading of the parser's events, which (unlike its node tree) cannot be nested to death or looped."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.places: dict[At, tuple[int, int]] = {}
        self.problems: list[Problem] = []

    def document(self, text: str) -> Data:
        """Return the data of the only document of the text."""
        events = yaml.parse(text, yaml.CSafeLoader)
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
            self._add(event, "anchors and aliases (& and *) are not used here", "put the text in quotes, or write it out")
        elif getattr(event, "tag", None):
            self._add(event, "tags (!) are not used here", "remove it, or put the text in quotes")
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(events, at)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, at)
        return str(event.value) if isinstance(event, yaml.ScalarEvent) else ""

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
    return event.start_mark.line + 1, event.start_mark.column + 1


def _syntax_problem(file: str, wrong: yaml.MarkedYAMLError) -> Problem:
    """Turn PyYAML's complaint into a problem at its place."""
    mark = wrong.problem_mark or wrong.context_mark
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file, 1, 1)
    what = wrong.problem or "the file is not YAML"
    if "undefined alias" in what or "found duplicate anchor" in what:
        return Problem(place, "anchors and aliases (& and *) are not used here", "put the text in quotes")
    hint = "put the text in quotes, or below the key after '|'" if _suggests_quotes(what) else "check the indentation"
    return Problem(place, f"this is not YAML: {what}", hint)


def _suggests_quotes(what: str) -> bool:
    return any(sign in what for sign in (_NEEDS_QUOTES, "mapping values", "cannot start any token", "alias"))


def _unreadable(file: str, text: str, position: int) -> Problem:
    """Make the problem of a character YAML does not allow."""
    before = text[:position]
    place = Place(file, before.count("\n") + 1, position - (before.rfind("\n") + 1) + 1)
    return Problem(place, "a character that text may not contain", "remove control characters; save the file as UTF-8")
