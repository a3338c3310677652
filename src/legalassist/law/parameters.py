"""Numbers, editions, fees and addresses that change with time: dated data with its source, in ``parameters.yaml``."""

from datetime import date
from functools import cache
from itertools import pairwise
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, field_validator

from legalassist.errors import ContentError
from legalassist.law.dated import Dated, Day, read_entries, shipped_text

ParameterValue = int | str | tuple[str, ...]

RULE_IN_FORCE = date(2024, 8, 28)
"""First day of the present T rule. It covers applications pending on that day too (PR-30, PR-34), so an earlier
receipt date is judged by the values of this day."""


class DatedValue(Dated):
    """A value and the first day on which it holds."""

    since: Day
    value: ParameterValue
    authority: str = Field(pattern=r"^[A-Z]{2}-\d{2}$")

    @field_validator("value", mode="before")
    @classmethod
    def _digits_are_a_number(cls, value: object) -> object:
        """Read digits alone as a whole number, and a list as lines; anything else stays text."""
        if isinstance(value, str) and value.isascii() and value.isdigit():
            return int(value)
        return tuple(value) if isinstance(value, list) else value


class Parameter(BaseModel):
    """A named value over time: what it means, its unit, and its values, oldest first."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    name: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    means: str = Field(min_length=1)
    unit: str = ""
    values: tuple[DatedValue, ...] = Field(min_length=1)

    @field_validator("values")
    @classmethod
    def _oldest_first(cls, values: tuple[DatedValue, ...]) -> tuple[DatedValue, ...]:
        """Refuse values that do not follow one another in time."""
        if any(later.since <= earlier.since for earlier, later in pairwise(values)):
            message = "values stand oldest first, one for each day they begin"
            raise ValueError(message)
        return values


class Parameters:
    """All parameters, by name."""

    def __init__(self, entries: tuple[Parameter, ...]) -> None:
        """Take the parameters in the order of their file; names are unique."""
        self._entries = {entry.name: entry for entry in entries}

    @classmethod
    @cache
    def load(cls) -> Self:
        """Return the shipped parameters, read once."""
        return cls.read(shipped_text("parameters.yaml"))

    @classmethod
    def read(cls, text: str, name: str = "law/parameters.yaml") -> Self:
        """Read parameters from YAML text; raises ContentError with every problem."""
        return cls(read_entries(name, text, Parameter, key="name"))

    def value_on(self, name: str, day: date) -> ParameterValue:
        """Return the value that holds on a day; raises ContentError for an unknown name or too early a day."""
        return self.entry_on(name, day).value

    def years(self, name: str, day: date) -> int:
        """Return a number of years that holds on a day; see `whole_number`."""
        return self.whole_number(name, day)

    def whole_number(self, name: str, day: date) -> int:
        """Return a number of years, months or days (its unit) on a day, `RULE_IN_FORCE` at the earliest.

        Raises ContentError for an unknown name, too early a day, or a value that is no whole number.
        """
        value = self.value_on(name, max(day, RULE_IN_FORCE))
        if not isinstance(value, int):
            message = f"the parameter {name} is not a whole number"
            raise ContentError(message)
        return value

    def entry_on(self, name: str, day: date) -> DatedValue:
        """Return the dated value that holds on a day, with its authority; raises ContentError like `value_on`."""
        entry = self._entries.get(name)
        if entry is None:
            message = f"there is no parameter {name}"
            raise ContentError(message, hint="law/parameters.yaml lists them")
        held = [value for value in entry.values if value.since <= day]
        if not held:
            message = f"no source gives the parameter {name} for {day}"
            raise ContentError(message, hint=f"its first value begins on {entry.values[0].since}")
        return held[-1]

    def all(self) -> tuple[Parameter, ...]:
        """Return every parameter, in the order of the file."""
        return tuple(self._entries.values())

    def due(self, as_of: date) -> tuple[str, ...]:
        """Return the names of those whose newest value has come to its check-again day."""
        return tuple(entry.name for entry in self.all() if entry.values[-1].is_due(as_of))
