"""Read the two files of the law that are data: authorities and parameters, strictly, with every problem at once."""

import json
from datetime import date
from importlib import resources
from typing import Annotated, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError, model_validator

from legalassist.errors import ContentError, Problem
from legalassist.interviews.yaml_source import Source, did_you_mean, read_yaml


def _day(value: object) -> object:
    """Read ``2026-11-22``; a bare number, which pydantic would take for seconds since 1970, is no day."""
    return date.fromisoformat(value) if isinstance(value, str) else value


Day = Annotated[date, BeforeValidator(_day)]
"""A day as our files write it."""


class Dated(BaseModel):
    """Anything with a day on which it was last read at its source, and a day on which to read it again."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    as_of: Day
    check_again: Day

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

    Raises ContentError with a Problem (file, line, column) for everything that does not fit, and for every key that is
    used twice.
    """
    source = read_yaml(text, name)
    problems = list(source.problems)
    if not problems and not isinstance(source.data, list):
        problems = [source.problem((), "a list of entries is needed", "begin every entry with '- '")]
    entries: dict[str, Entry] = {}
    for number, item in enumerate(source.data if isinstance(source.data, list) else ()):
        try:
            entry = model.model_validate_json(json.dumps(item))  # strict, as JSON: a list may be a tuple
        except ValidationError as wrong:
            problems += _problems(source, number, wrong, tuple(model.model_fields))
            continue
        identifier = getattr(entry, key)
        if identifier in entries:
            problems.append(source.problem((number, key), f"{key} {identifier} is used twice"))
        entries[identifier] = entry
    if problems:
        raise ContentError(problems=tuple(problems))
    return tuple(entries.values())


def _problems(source: Source, number: int, wrong: ValidationError, known: tuple[str, ...]) -> list[Problem]:
    """Return what pydantic found wrong in one entry, each at its place in the file."""
    found: list[Problem] = []
    for error in wrong.errors(include_url=False):
        at = error["loc"]
        hint = did_you_mean(str(at[-1]), known) if error["type"] == "extra_forbidden" else ""
        named = f"{'.'.join(map(str, at))}: " if at else ""
        found.append(source.problem((number, *at), f"{named}{error['msg']}", hint))
    return found
