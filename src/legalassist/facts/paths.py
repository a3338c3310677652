"""Paths name facts: ``client.name``, ``family[2].birth_date``, ``family[].birth_date`` (that column of all rows).

Words are lower case with underscores; row numbers count from 1 and are never re-used. ``[]`` makes a *pattern*:
what an interview and an expression name. A path with numbers is an *instance*: what an answer names.
"""

import re

_WORD = r"[a-z][a-z0-9_]*"
_PATTERN = re.compile(rf"{_WORD}(\[\])?(\.{_WORD}(\[\])?)*")
_INSTANCE = re.compile(rf"{_WORD}(\[[1-9]\d{{0,5}}\])?(\.{_WORD}(\[[1-9]\d{{0,5}}\])?)*")
_NUMBER = re.compile(r"\[([1-9]\d*)\]")


def is_pattern(path: str) -> bool:
    """Say whether the text is a well-formed path without row numbers (``family[].name``)."""
    return _PATTERN.fullmatch(path) is not None


def is_instance(path: str) -> bool:
    """Say whether the text is a well-formed path of one fact (``family[2].name``)."""
    return _INSTANCE.fullmatch(path) is not None


def pattern_of(instance: str) -> str:
    """Return the pattern of an instance: ``family[2].name`` -> ``family[].name``."""
    return _NUMBER.sub("[]", instance) if "[" in instance else instance


def numbers_of(instance: str) -> tuple[int, ...]:
    """Return the row numbers in an instance, outermost first."""
    return tuple(int(number) for number in _NUMBER.findall(instance))


def instance_of(pattern: str, numbers: tuple[int, ...]) -> str:
    """Put row numbers, outermost first, into a pattern; numbers that find no bracket are left over."""
    waiting = iter(numbers)
    return re.sub(r"\[\]", lambda empty: f"[{number}]" if (number := next(waiting, 0)) else empty.group(), pattern)


def row_path(group: str, number: int) -> str:
    """Return the path of one row: ``family``, 2 -> ``family[2]``."""
    return f"{group}[{number}]"


def group_of(pattern: str) -> str | None:
    """Return the innermost group a path stands in: ``family[].name`` -> ``family``; None outside groups."""
    cut = pattern.rfind("[")
    return None if cut < 0 else pattern[:cut]
