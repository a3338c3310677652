"""Dates, money, lists, countries and spoken languages as each language writes them.

The words and patterns are those of the Unicode CLDR (through Babel), except where a filing or a reader of Chinese
needs otherwise; each exception says why. Nothing here knows a fact: plain numbers and codes go in, text comes out.
"""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from functools import cache

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal, get_currency_name

from legalassist.errors import UsageError
from legalassist.languages.tags import ENGLISH, LANGUAGES, TRADITIONAL, is_yue, normalise

_NOT_COUNTRIES = frozenset(["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"])
"""Two-letter codes CLDR names that are no country of ISO 3166-1: unions, outlying islands, pseudo-locales."""

OTHER_SPOKEN = "mis"
"""ISO 639-2 for "a language without a code": the dialect then holds its name, as said."""

SPOKEN = (
    ("cmn", ""),
    ("yue", ""),
    ("cdo", ""),
    ("wuu", "Wenzhounese"),
    ("yue", "Taishanese"),
    ("en", ""),
    (OTHER_SPOKEN, ""),
)
"""The spoken languages an interview offers first: code (ISO 639) and dialect."""

# CLDR calls cmn "Mandarin Chinese" or nothing at all, and has no names for the dialects; readers say these.
_SPOKEN_NAMES = {
    ("cmn", ""): ("Mandarin", "普通话", "國語（普通話）"),
    ("yue", ""): ("Cantonese", "粤语", "粵語"),
    ("cdo", ""): ("Fuzhounese", "福州话", "福州話"),
    ("wuu", "Wenzhounese"): ("Wenzhounese", "温州话", "溫州話"),
    ("yue", "Taishanese"): ("Taishanese", "台山话", "台山話"),
    ("en", ""): ("English", "英语", "英語"),
    (OTHER_SPOKEN, ""): ("Another language", "其他语言", "其他語言"),
}

# CLDR says "Hong Kong SAR China"; passports, forms and readers here use the short names.
_SHORT_NAMES = {"HK": ("Hong Kong", "香港", "香港"), "MO": ("Macau", "澳门", "澳門")}

_ABOUT = {"en": "about {}", "zh_Hans": "约{}", "zh_Hant": "約{}"}


def long_date(language: str, year: int, month: int = 0, day: int = 0, *, approximate: bool = False) -> str:
    """Return a date as far as it is known: ``February 29, 2004``, ``2004年2月``, ``about 2019``.

    A month or day of 0 is unknown; a day without its month is not printed. Raises ValueError for a day no calendar has.
    """
    locale = normalise(language)
    if month and day:
        text = format_date(dt.date(year, month, day), "long", locale=locale)
    elif month:
        text = month_year(language, year, month)
    else:
        text = str(year) if locale == ENGLISH else f"{year}年"
    return _ABOUT[locale].format(text) if approximate else text


def month_year(language: str, year: int, month: int) -> str:
    """Return a month of a year: ``February 2004``, ``2004年2月``."""
    first = dt.date(year, month, 1)
    return str(format_skeleton("yMMMM", first, locale=normalise(language)))


def form_date(day: dt.date) -> str:
    """Return a date as English forms ask for it: ``02/29/2004`` (mm/dd/yyyy); never for Chinese text."""
    return f"{day.month:02}/{day.day:02}/{day.year:04}"


def amount(language: str, number: Decimal, currency: str) -> str:
    """Return money as said, never converted: ``$2,500``, ``RMB 300,000``; ``US$2,500``, ``人民币300,000元``.

    Whole amounts have no cents. Chinese text never uses ¥ or a bare 元, which readers take for either currency.
    """
    locale = normalise(language)
    whole = number == number.to_integral_value()
    digits = format_decimal(number, "#,##0" if whole else "#,##0.00", locale=locale)
    if currency == "USD":
        return f"${digits}" if locale == ENGLISH else f"US${digits}"
    if currency == "CNY":
        yuan = "人民幣" if locale == TRADITIONAL else "人民币"
        return f"RMB {digits}" if locale == ENGLISH else f"{yuan}{digits}元"
    return f"{currency} {digits}" if locale == ENGLISH else f"{get_currency_name(currency, locale=locale)}{digits}"


def join_list(language: str, items: Iterable[str]) -> str:
    """Return words as a sentence lists them: ``a, b, and c``; ``a、b和c``."""
    return str(format_list(list(items), locale=normalise(language)))


@cache
def country_codes() -> frozenset[str]:
    """Return the two-letter codes of countries and areas (ISO 3166-1, and XK for Kosovo)."""
    codes = [str(code) for code in Locale.parse(ENGLISH).territories]
    return frozenset(code for code in codes if len(code) == len("US") and code not in _NOT_COUNTRIES)


def country_name(code: str, language: str) -> str:
    """Return a country's name: ``CN`` -> ``China``, ``中国``; raises UsageError for a code that names none."""
    if code not in country_codes():
        message = "this is not a country's two-letter code"
        raise UsageError(message, hint="for example CN, US, HK")
    locale = normalise(language)
    if code in _SHORT_NAMES:
        return _SHORT_NAMES[code][LANGUAGES.index(locale)]
    return str(Locale.parse(locale).territories[code])


_FORMER: tuple[tuple[frozenset[str], tuple[str, ...]], ...] = (
    (frozenset({"su", "ussr", "soviet union", "苏联", "蘇聯"}),
     ("RU", "UA", "BY", "UZ", "KZ", "GE", "AZ", "LT", "MD", "LV", "KG", "TJ", "AM", "TM", "EE")),
    (frozenset({"yu", "yugoslavia", "南斯拉夫"}), ("RS", "HR", "SI", "BA", "MK", "ME", "XK")),
    (frozenset({"czechoslovakia", "捷克斯洛伐克"}), ("CZ", "SK")),
    (frozenset({"dd", "gdr", "east germany", "东德", "東德"}), ("DE",)),
    (frozenset({"south vietnam", "north vietnam", "南越", "北越"}), ("VN",)),
    (frozenset({"bu", "burma"}), ("MM",)),
    (frozenset({"zr", "zaire", "扎伊尔"}), ("CD",)),
    (frozenset({"an", "netherlands antilles"}), ("CW", "SX", "BQ")),
)  # fmt: skip
"""Names of countries there are no longer, with those their places are in today."""


def countries_after(words: str) -> tuple[str, ...]:
    """Return the codes of the countries in which the places of a former country are today; none for any other word."""
    word = words.strip().casefold()
    return next((after for names, after in _FORMER if word in names), ())


def country_code(words: str) -> str | None:
    """Return the code of a country named by its code or its name in any of our languages; None where none fits."""
    return _codes_by_name().get(words.strip().casefold())


@cache
def _codes_by_name() -> dict[str, str]:
    found = {code.casefold(): code for code in sorted(country_codes())}
    for language in LANGUAGES:
        for code in sorted(country_codes()):
            found.setdefault(country_name(code, language).casefold(), code)
    found["usa"] = "US"
    return found


def spoken_name(code: str, dialect: str, language: str) -> str:
    """Return what a spoken language is called: (``cmn``, "") -> ``Mandarin``, ``普通话``.

    A dialect we have no word for is returned as it was said; a code nobody names is returned as it is.
    """
    locale = normalise(language)
    names = _SPOKEN_NAMES.get((code, dialect))
    if names is not None:
        return names[LANGUAGES.index(locale)]
    if dialect:
        return dialect
    return str(Locale.parse(locale).languages.get(code, code))


def check_spoken(tag: str) -> None:
    """Refuse what names no language anybody speaks; a code (``cdo``), or one of our tags (``zh_Hans``), does.

    Raises UsageError.
    """
    code = tag.strip().lower()
    known = {one for one, _ in _SPOKEN_NAMES if one != OTHER_SPOKEN}
    if is_yue(code) or code in known or code in Locale.parse(ENGLISH).languages:
        return
    normalise(tag)
