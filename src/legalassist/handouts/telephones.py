"""Telephone numbers in a text, however they are typed: none stands in a sentence, all come from checked data.

A number of others is printed for 90 days after somebody called it. Typed into a sentence, into its Chinese, or into a
line of the clinic's own it would stand there for ever; so it is looked for, and refused.

phonenumbers' own matcher was tried for this: it misses numbers parted by strokes, and takes statutes (CPL 440.10),
ZIP+4 and hours for numbers.
"""

import re
from collections.abc import Iterable, Iterator
from unicodedata import category, normalize

import phonenumbers

NUMBER_IN_IT = "a telephone number stands in the sentence"
NUMBERS_GO = "list its contact under 'numbers'"
"""What a problem says, and what to do instead."""

_TEN = 10
_HAN_DIGITS = {ord(han): str(digit) for digit, han in enumerate("〇一二三四五六七八九")} | {ord("零"): "0"}

_DATE = re.compile(r"(?<!\d)(?:19|20)\d\d[-./](?:\d{1,2}[-./]\d{1,2}|(?:19|20)\d\d)(?!\d)|\d{1,2}:\d\d")
"""Days, spans of years and times of day: their digits are no number to call."""

_BETWEEN = r"[-. ()/]{0,4}"
_HERE = re.compile(rf"(?<!\d)(?:\+?1{_BETWEEN})?[2-9]\d\d{_BETWEEN}\d{{3}}{_BETWEEN}\d{{4}}(?!\d)")
_LOCAL = re.compile(r"(?<!\d)\d{3} ?[-.] ?\d{4}(?!\d)")
_LONG = re.compile(rf"(?:\d{_BETWEEN}){{6,}}\d")
_GROUP = 3
_LETTERS = re.compile(r"(?<!\d)(?:1[-. ]?)?\(?8(?:00|22|33|44|55|66|77|88)\)?[-. ]?[A-Z](?:[-. ]?[A-Z\d]){6,}")
_SHORT = re.compile(
    r"(?:\b(?:call|dial|text|phone|tel|hotline|sms)\b|[打拨撥呼]|致电|致電|电话|電話|短信|短讯|短訊|简讯|簡訊|热线|熱線)"
    r"[^\d.。;；]{0,16}((?:[2-8]11|988|\d{5,6})(?!\d|:\d))",
    re.IGNORECASE,
)
"""A short number to call or to write to: 988, 233733. That of the emergency services, 911, may stand anywhere."""


def numbers_in(text: str) -> tuple[str, ...]:
    """Return the digits of each telephone number in a text, without the 1 of the country."""
    return tuple(dict.fromkeys(_of(_DATE.sub("|", one_writing(text)))))


def one_writing(text: str) -> str:
    """Return a text with its digits, dashes and letters in one writing: no full width, no 八〇〇, nothing unseen."""
    seen = "".join(sign for sign in normalize("NFKC", text) if category(sign) != "Cf")
    seen = re.sub(r"\s+", " ", re.sub(r"[\u2010-\u2015\u2212\u30fb·_]", "-", seen))
    return seen.translate(_HAN_DIGITS)


def not_own(texts: Iterable[str], own: str) -> tuple[str, ...]:
    """Return the numbers in some texts that are not among those of the clinic's own telephone, as it is written."""
    known = [*numbers_in(own), _digits(own)]
    found = dict.fromkeys(number for text in texts for number in numbers_in(text))
    return tuple(number for number in found if not any(one.endswith(number) for one in known))


def _of(text: str) -> Iterator[str]:
    for found in _LETTERS.finditer(text):
        yield _digits(phonenumbers.convert_alpha_characters_in_number(found[0]))
    yield from (_digits(found[0]) for found in _HERE.finditer(text))
    text = _HERE.sub("|", text)
    for found in _LONG.finditer(text):
        groups = re.findall(r"\d+", found[0])
        many = len("".join(groups)) >= _TEN and sum(len(one) >= _GROUP for one in groups) > 1
        if many or max(map(len, groups)) > 2 * _GROUP:
            yield _digits(found[0])
    yield from (_digits(found[0]) for found in _LOCAL.finditer(text))
    yield from (found[1] for found in _SHORT.finditer(text))


def _digits(text: str) -> str:
    digits = re.sub(r"\D", "", text)
    return digits[1:] if len(digits) == _TEN + 1 and digits[0] == "1" else digits
