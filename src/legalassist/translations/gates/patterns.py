"""Patterns kept once made: the lists hold more of them than `re` remembers, which would make each anew for every text."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache


@lru_cache(maxsize=16384)
def kept(pattern: str) -> re.Pattern[str]:
    """Return a pattern ready for use."""
    return re.compile(pattern)


def search(pattern: str, text: str) -> re.Match[str] | None:
    """Return where a pattern stands first in a text."""
    return kept(pattern).search(text)


def unanswered(
    words: Iterable[tuple[str, str, str]], english: str, chinese: str
) -> Iterator[tuple[re.Match[str], str]]:
    """Yield, of a list of English patterns, Chinese ones and what to say, what stands in English alone."""
    for ours, theirs, says in words:
        found = search(ours, english)
        if found and not search(theirs, chinese):
            yield found, says


def match(pattern: str, text: str) -> re.Match[str] | None:
    """Return a pattern at the beginning of a text."""
    return kept(pattern).match(text)


def fullmatch(pattern: str, text: str) -> re.Match[str] | None:
    """Return a pattern that is the whole text."""
    return kept(pattern).fullmatch(text)


def finditer(pattern: str, text: str) -> Iterator[re.Match[str]]:
    """Yield each place of a pattern in a text."""
    return kept(pattern).finditer(text)
