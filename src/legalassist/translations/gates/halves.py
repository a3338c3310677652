"""Spans of time with a half in them: 半年 is no *one year*, 一年半 is 18 months, 两年半 *two and a half years*.

多半 (probably), 一半 (half of it), 大半年 (most of a year) and 上半年 (the first half of the year) are no such span.
"""

from legalassist.translations.gates.patterns import finditer, search
from legalassist.translations.gates.said_numbers import NUMERALS, TENS, UNITS

_UNITS = {
    "year": ("年", 365.0),
    "month": ("个?月", 30.4),
    "week": ("个?(?:星期|礼拜)|周", 7.0),
    "day": ("天", 1.0),
    "hour": ("个?(?:小时|钟头)", 1 / 24),
    "minute": ("分钟", 1 / 1440),
}
"""Each unit, how Chinese counts in it (simplified), and its days."""
_NEAR = 0.09
"""So far apart two spans may be and still be one: half a month is 15 days or two weeks."""
_COUNTS = {**UNITS, **TENS, "a": 1, "an": 1}
_HAN_COUNTS = {han: number for number, han in NUMERALS.items() if han} | {"两": 2}
_COUNT = rf"(?P<count>{'|'.join(sorted(_COUNTS, key=len, reverse=True))}|\d+)"
_HAN_COUNT = r"(?P<count>[一二两三四五六七八九十]+|\d+)"
_ENGLISH = (
    *(
        (wording, days, half)
        for unit, (_, days) in _UNITS.items()
        for wording, half in (
            (rf"\b{_COUNT}[- ]{unit}s?(?! and a half)(?![a-z])", 0.0),
            (rf"\b{_COUNT} {unit}s? and a half\b", 0.5),
            (rf"\b{_COUNT} and a half {unit}s?\b", 0.5),
            (rf"\b(?P<count>\d+)\.5[- ]{unit}s?\b", 0.5),
            (rf"\bhalf[- ](?:(?:an?|one|the|of the) )?{unit}\b", 0.5),
        )
    ),
    (r"\bfortnight\b", 14.0, 1.0),
)
_CHINESE = tuple(
    (wording, days)
    for han, days in _UNITS.values()
    for wording in (
        rf"(?<![一二两三四五六七八九十\d年.]){_HAN_COUNT}(?:{han})半(?!天|年|月|个|夜|路|数|载)",
        rf"(?<![一二两三四五六七八九十\d年.]){_HAN_COUNT}个半(?:{han})",
        rf"(?<!\d)(?P<count>\d+)\.5(?:{han})",
        rf"(?<![大小多上下一二两三四五六七八九十年月天周期拜时头个\d])半(?:{han})(?!多|都|也|不|没)",
    )
)
_BETWEEN = r"\btwice\b|\btwo times\b|\bhalf (?:of )?(?!an?\b|the\b|year|month|day|hour|week)\w+"
"""English that says a half as something else: twice a year, half of them."""


def in_english(english: str) -> dict[str, float]:
    """Return every span an English text (in small letters) counts, as it stands there, in days."""
    found = {}
    for wording, days, half in _ENGLISH:
        for one in finditer(wording, english):
            said = one.groupdict().get("count")
            number = (int(said) if said.isdigit() else _COUNTS[said]) if said else 0
            found[one[0]] = (number + half) * days
    for one in finditer(rf"\b{_COUNT} years?,? (?:and )?(?P<more>{'|'.join(UNITS)}|\d+) months?\b", english):
        years, months = (int(one[name]) if one[name].isdigit() else _COUNTS[one[name]] for name in ("count", "more"))
        found[one[0]] = years * _UNITS["year"][1] + months * _UNITS["month"][1]
    return found


def in_chinese(chinese: str) -> dict[str, float]:
    """Return the spans with a half of a Chinese text in simplified characters, in days."""
    found = {}
    for wording, days in _CHINESE:
        for one in finditer(wording, chinese):
            said = one.groupdict().get("count")
            number = _number(said) if said else 0
            if number is not None:
                found[one[0]] = (number + 0.5) * days
    return found


def whole_in_chinese(chinese: str) -> dict[str, float]:
    """Return the spans of a Chinese text without a half, in days: 一年, 18个月."""
    found = {}
    for han, days in _UNITS.values():
        for one in finditer(rf"(?<![一二两三四五六七八九十\d.第]){_HAN_COUNT}(?:{han})(?!半)", chinese):
            number = _number(one["count"])
            if number is not None:
                found[one[0]] = number * days
    return found


def _number(count: str) -> int | None:
    return int(count) if count.isdigit() else _HAN_COUNTS.get(count)


def without_halves(english: str, chinese: str) -> tuple[str, str]:
    """Return both texts without their spans with a half, for a rule that counts whole ones."""
    for span in in_chinese(chinese):
        chinese = chinese.replace(span, " ")
    for span in in_english(english):
        if "half" in span or ".5" in span:
            english = english.replace(span, " ")
    return english, chinese


def _alike(one: float, other: float) -> bool:
    return abs(one - other) <= _NEAR * max(one, other)


def other_half(english: str, chinese: str) -> tuple[str, str] | None:
    """Return a span of the English and what it became, where a half in either text makes it another one."""
    ours, theirs = in_english(english), in_chinese(chinese)
    if not ours or search(_BETWEEN, english):
        return None
    for span, days in theirs.items():
        if not any(_alike(days, one) for one in ours.values()):
            return next(iter(ours)), span
    said = theirs | whole_in_chinese(chinese)
    for span, days in ours.items():
        if ("half" in span or ".5" in span) and said and not any(_alike(days, one) for one in said.values()):
            return span, next(iter(said))
    return None


def answered_by_half(number: str, english: str, chinese: str) -> bool:
    """Say whether a number of the English stands in the Chinese as a span with a half: 18 months, 一年半."""
    return any(
        number in span.replace("-", " ").split() and any(_alike(days, one) for one in in_chinese(chinese).values())
        for span, days in in_english(english).items()
    )


def said_by_half(number: str, english: str, chinese: str) -> bool:
    """Say whether a number of the Chinese stands in the English as a span with a half: two and a half years, 30个月."""
    spans = [days for span, days in in_english(english).items() if "half" in span or ".5" in span]
    ours = in_english(english).values()
    return any(
        span.startswith(number) and any(_alike(days, one) for one in spans)
        for span, days in whole_in_chinese(chinese).items()
    ) or any(
        span.startswith(number) and any(_alike(days, one) for one in ours) for span, days in in_chinese(chinese).items()
    )
