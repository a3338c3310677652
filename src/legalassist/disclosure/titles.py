"""Titles, ranks and offices beside a part of a name: "Ms. Chun", "Officer O'Brien", "Lin laoban". Rule (4)."""

from dataclasses import replace

from legalassist.disclosure.reading import Reading, Window, Word
from legalassist.disclosure.word_lists import NAME_PARTICLES, TITLE_WORDS, TITLES, TITLES_AFTER


def as_one(words: tuple[Word, ...]) -> Word:
    """Return words of one part as one word, written as a name where one of them is: ``de la Cruz``."""
    first, named = words[0], next((word for word in words if word.capital), words[0])
    return Word(named.text, named.lower, first.start, words[-1].end, first.opens)


def has_title(reading: Reading, window: Window) -> bool:
    """Say whether a title stands before or behind a part; small words of a name may stand between."""
    at = reading.number_of(window.words[0])
    after = at + len(window.words)
    behind = reading.words[after] if after < len(reading.words) else None
    part = as_one(window.words)
    while True:
        before = reading.words[at - 1] if at else None
        if is_titled(reading, part, before, behind):
            return True
        if before is None or before.lower not in NAME_PARTICLES or not reading.beside(before, part):
            return False
        at, part = at - 1, replace(part, start=before.start)  # Officer O'Brien


def called_a(reading: Reading, window: Window) -> bool:
    """Say whether "A" stands before a part, apart from it, as Chinese people call each other: A Feng (阿凤)."""
    first = window.words[0]
    at = reading.number_of(first)
    before = reading.words[at - 1] if at else None
    return before is not None and before.text == "A" and first.capital and reading.beside(before, first)


def is_titled(reading: Reading, word: Word, before: Word | None, after: Word | None) -> bool:
    """Say whether a title stands beside a word."""
    if before is not None and reading.beside(before, word):
        hyphened = reading.folded[before.end : word.start] == "-"
        if before.lower in TITLES or (before.lower in TITLE_WORDS and word.capital):
            return before.lower != "a" and (before.lower != "ah" or word.capital)
        if before.lower in {"a", "ah"} and hyphened:
            return True
    return after is not None and reading.beside(word, after) and after.lower in TITLES_AFTER and word.capital
