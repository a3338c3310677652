"""Numbers written in words, Chinese and English, as digits: for finding dates and telephone numbers, nothing else."""

import re

_CHINESE = {
    **dict(zip("零〇○一二三四五六七八九", "000123456789", strict=True)),
    **dict(zip("壹贰叁肆伍陆柒捌玖两幺", "12345678921", strict=True)),
}
_TEN = "十拾"
_TENS = {"廿": 2, "卅": 3}
_DIGIT = "[" + "".join(_CHINESE) + r"\d]"
_WITH_TEN = re.compile(rf"({_DIGIT}?)[{_TEN}]({_DIGIT}?)|([廿卅])[{_TEN}]?({_DIGIT}?)")

_HUNDRED = re.compile(r"(?<!\d)(\d?)百(?:0(?=\d))?(\d{1,2})?(?=年)")
"""A year of the calendar of Taiwan: 一百零一年."""

_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_BY_TEN = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
_SMALL = {word: number for number, word in enumerate(_UNITS)} | {"oh": 0}
_LARGE = {word: 10 * number for number, word in enumerate(_BY_TEN, 2)}
_ANY = "|".join(sorted({*_SMALL, *_LARGE, *_ORDINALS, "hundred", "thousand"}, key=len, reverse=True))
_RUN = re.compile(rf"\b(?:{_ANY})(?:[\s-]+(?:and[\s-]+)?(?:{_ANY}))*\b", re.IGNORECASE)


def chinese_digits(text: str) -> str:
    """Return the text with Chinese numerals as digits: 二〇〇四年二月二十九日 -> 2004年2月29日."""
    tens = _WITH_TEN.sub(_with_ten, text)
    digits = "".join(_CHINESE.get(one, one) for one in tens)
    return _HUNDRED.sub(lambda found: str(int(found[1] or 1) * 100 + int(found[2] or 0)), digits)


def _with_ten(found: re.Match[str]) -> str:
    before, after = (found[1], found[2]) if found[3] is None else (str(_TENS[found[3]]), found[4])
    tens = _CHINESE.get(before, before) or "1"
    return tens + (_CHINESE.get(after, after) or "0")


def english_digits(text: str) -> str:
    """Return the text with English number words as digits: ``two thousand four`` -> 2004, ``one eight`` -> 1 8."""
    return _RUN.sub(lambda run: _spelled(re.split(r"[\s-]+", run[0].lower())), text)


def _spelled(words: list[str]) -> str:
    """Return a run of number words as digits, number after number."""
    numbers: list[int] = []
    ends = True  # whether the next word begins a new number
    for word in words:
        if word == "and":
            continue
        if word == "hundred" and numbers:
            numbers[-1] *= 100
            ends = False
        elif word == "thousand" and numbers:
            numbers[-1] *= 1000
            ends = False
        else:
            value = _SMALL.get(word, _LARGE.get(word, _ORDINALS.get(word, 0)))
            room = numbers and not ends and numbers[-1] % (100 if value > 9 else 10) == 0 and numbers[-1] >= 20  # noqa: PLR2004 - tens and units
            if room:
                numbers[-1] += value
            else:
                numbers.append(value)
            ends = word not in _LARGE and not (room and word in _LARGE)
    return _joined(numbers)


def _joined(numbers: list[int]) -> str:
    """Join numbers: a year said in two halves and digits said one by one become one number, others stand apart."""
    if len(numbers) >= 3 and all(number < 10 for number in numbers):  # noqa: PLR2004 - digit by digit
        return "".join(map(str, numbers))
    if len(numbers) >= 2 and numbers[-2] in (18, 19, 20) and numbers[-1] < 100:  # noqa: PLR2004 - twenty twenty-one
        numbers = [*numbers[:-2], numbers[-2] * 100 + numbers[-1]]
    return " ".join(map(str, numbers))
