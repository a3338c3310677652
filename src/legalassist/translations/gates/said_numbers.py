"""Numbers that one of two texts says another way: noon and 12, a dozen, half a year and 6 months, 72 hours and 3 days."""

import re
from collections.abc import Iterator

from legalassist.translations.gates.patterns import finditer, search

UNITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
             "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12}  # fmt: skip
_COUNT = rf"(?:\d+|{'|'.join((*UNITS, *TENS))}|an?|half an?)"
_PHRASES = (
    (r"\bnoon\b|\bmidday\b", (12,)),
    (r"\bmidnight\b", (0, 12, 24)),
    (r"\bhalf past\b|\bhalf an hour\b|\bhalf-hour\b", (30,)),
    (r"\bquarter past\b", (15,)),
    (r"\bquarter to\b", (45,)),
    (r"\bhour and a half\b", (90,)),
    (r"\byear and a half\b", (18,)),
    (r"\bmonth and a half\b", (45, 6)),
    (r"\bhalf a year\b|\bhalf-year\b", (6,)),
    (r"\bhalf a dozen\b", (6,)),
    (r"\b(?:a|one) dozen\b", (12,)),
    (r"\btwo dozen\b", (24,)),
    (r"\bfortnight\b", (14, 2)),
    (r"\b(?:a|another) couple\b|\bboth\b|\btwice\b", (2,)),
    (r"\bweekly\b|\ba week\b|\bone week\b", (7,)),
    (r"\ba year\b|\bone year\b", (12, 365)),
    (r"\b(?:around the clock|day and night|all day and (?:all )?night)\b", (24,)),
    (r"\bhundred\b", (100,)),
)
_SIGNS = ("", *"一二三四五六七八九")
NUMERALS = {
    10 * tens + ones: _SIGNS[tens] * (tens != 1) + "十" * (tens > 0) + _SIGNS[ones]
    for tens in range(10) for ones in range(10)
}  # fmt: skip
"""How Chinese writes the numbers up to 99: 三, 十二, 四十五; nothing for 0."""
_EXCHANGED = (("hour", "day", 24), ("day", "week", 7), ("month", "year", 12), ("minute", "hour", 60))
"""A smaller unit, a larger one, and how many of the one the other is."""
_ALL_DAY = re.compile("全天|昼夜|晝夜|日夜|整天|随时|隨時|任何时|任何時|白天晚上|不分昼夜|一天到晚")


def said(english: str) -> set[str]:
    """Return the numbers an English text (in small letters) says in words, or by another unit, as digits."""
    words = {str(value) for word, value in (*UNITS.items(), *_ORDINALS.items()) if value > 1 and _has(word, english)}
    words |= {str(value) for values in (found for one, found in _PHRASES if search(one, english)) for value in values}
    for tens, value in TENS.items():
        words |= {str(value)} if _has(tens, english) else set()
        words |= {str(value + UNITS[one[1]]) for one in finditer(rf"\b{tens}[- ]({'|'.join(UNITS)})\b", english)}
    return words | {str(value) for _, values in exchanged(english) for value in values}


def _has(word: str, english: str) -> bool:
    return search(rf"\b{word}\b", english) is not None


def exchanged(english: str) -> Iterator[tuple[str, set[int]]]:
    """Yield each counted span of time, its number as it stands, with the number in the next unit: 72 hours, 3 days."""
    for small, large, times in _EXCHANGED:
        for one in finditer(rf"\b({_COUNT})[- ]{small}s?\b", english):
            number = _value(one[1])
            if number and number % times == 0:
                yield one[1], {number // times}
        for one in finditer(rf"\b({_COUNT})[- ]{large}s?\b", english):
            if number := _value(one[1]):
                yield one[1], {number * times}


def _value(word: str) -> int:
    if word.isdigit():
        return int(word)
    return 1 if word in {"a", "an"} else UNITS.get(word, 0) or TENS.get(word, 0)


def answered(number: str, english: str, chinese: set[str], text: str) -> bool:
    """Say whether a number of the English stands in the Chinese by another unit: 72 hours, 3天; 24 hours, 全天."""
    if number == "24" and search(r"\b24[- /]?(?:hours?|7)\b", english) and _ALL_DAY.search(text):
        return True
    for said_so, values in exchanged(english):
        if said_so == number and any(
            str(one) in chinese or (one > 1 and NUMERALS.get(one, "\0") in text) for one in values
        ):
            return True
    return False
