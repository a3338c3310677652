"""Read the two files of the law that are data: authorities and parameters, strictly, with every problem at once."""

from collections import Counter
from datetime import date
from importlib import resources
from typing import TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from legalassist.errors import ContentError, Place, Problem

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same results, ten times faster where libyaml is there


class Dated(BaseModel):
    """Anything with a day on which it was last read at its source, and a day on which to read it again."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    as_of: date
    check_again: date

    @model_validator(mode="after")
    def _checked_later(self) -> "Dated":
        """Refuse a check-again day that is not after the as-of day."""
        if self.check_again <= self.as_of:
            message = "check_again must be after as_of"
            raise ValueError(message)
        return self

    def is_due(self, day: date) -> bool:
        """Say whether its check-again day has come."""
        return day >= self.check_again


Entry = TypeVar("Entry", bound=BaseModel)


def shipped_text(name: str) -> str:
    """Return the text of a data file that stands beside this module."""
    return resources.files("legalassist.law").joinpath(name).read_text(encoding="utf-8")


def read_entries(name: str, text: str, model: type[Entry], key: str) -> tuple[Entry, ...]:
    """Read a YAML list of entries, each told apart by the field `key`.

    Raises ContentError with a Problem (file, line of the entry) for every entry that does not fit, and for every key
    that is used twice.
    """
    lines, items = _items(name, text)
    entries: list[Entry] = []
    problems: list[Problem] = []
    for line, item in zip(lines, items, strict=True):
        try:
            entries.append(model.model_validate(item))
        except ValidationError as wrong:
            problems += [
                Problem(Place(name, line), f"{'.'.join(map(str, error['loc']))}: {error['msg']}".removeprefix(": "))
                for error in wrong.errors()
            ]
    counted = Counter(getattr(entry, key) for entry in entries)
    problems += [Problem(Place(name), f"{key} {used} is used twice") for used, count in counted.items() if count > 1]
    if problems:
        raise ContentError(problems=tuple(problems))
    return tuple(entries)


def _items(name: str, text: str) -> tuple[list[int], list[object]]:
    """Return the lines at which the entries begin, and the entries; lists become tuples, as frozen models want."""
    try:
        node = yaml.compose(text, Loader=_Loader)
        loaded = yaml.load(text, Loader=_Loader)  # noqa: S506  a safe loader, see above
    except yaml.YAMLError as wrong:
        mark = getattr(wrong, "problem_mark", None)
        problem = Problem(Place(name, mark.line + 1 if mark else 0), "this is not YAML")
        raise ContentError(problems=(problem,)) from None
    if not isinstance(loaded, list) or not isinstance(node, yaml.SequenceNode):
        problem = Problem(Place(name), "a list of entries is needed", hint="begin every entry with '- '")
        raise ContentError(problems=(problem,))
    return [entry.start_mark.line + 1 for entry in node.value], [_frozen(item) for item in loaded]


def _frozen(item: object) -> object:
    """Return the item with every list in it made a tuple."""
    if isinstance(item, list):
        return tuple(_frozen(part) for part in item)
    if isinstance(item, dict):
        return {key: _frozen(value) for key, value in item.items()}
    return item
