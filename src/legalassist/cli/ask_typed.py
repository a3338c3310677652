"""What was typed, as the data its question type reads: menu numbers, yes and no, dates as people write them.

Only what has one spelling in a file (a choice, a date, a number) is rewritten; words a person said never are.
"""

import re
from unicodedata import normalize

from legalassist.facts.values import Value
from legalassist.interviews.schema import Question
from legalassist.interviews.types import write_value
from legalassist.interviews.yaml_source import Data
from legalassist.languages.formats import SPOKEN, spoken_name
from legalassist.languages.tags import LANGUAGES

_HAN_DIGITS = {digit: number for number, digit in enumerate("一二三四五六七八九", 1)}
_MONTH_NAMES = {"正": 1, "冬": 11, "腊": 12}
_HAN_PLACE = re.compile(
    r"(?<=[年闰])(?P<month>正|冬|腊|[一二三四五六七八九]|十[一二]?)(?=月)"
    r"|(?<=月)(?P<day>初[一二三四五六七八九十]|十[一二三四五六七八九]?|[二廿]十?[一二三四五六七八九]?|三十|[一二三四五六七八九])(?=日|号|$)"
)
"""A month and a day written in Chinese, behind the year or the month."""

YES = frozenset(["y", "yes", "1", "是", "是的", "对", "有"])
NO = frozenset(["n", "no", "2", "否", "不", "不是", "没有"])
SPELLED = frozenset(
    ["date", "partial date", "number", "money", "phone", "email", "a-number", "ssn", "receipt number", "passport"]
)
"""Types whose answers a Chinese keyboard may write in full-width digits; they are read as plain ones."""

_SEVERAL = re.compile(r"[\s,;，；、]+")
_DATE = re.compile(
    r"(?P<about>about |大约|约)?(?P<lunar>lunar:|lunar |农历|阴历)?(?P<year>\d{4})"
    r"(?:[-/.年](?P<leap>闰)?(?P<month>\d{1,2})(?:[-/.月](?P<day>\d{1,2})日?|月)?|年)?(?P<doubt>[~?%]|左右)?",
    re.ASCII,
)


def offered(question: Question) -> tuple[str, ...]:
    """Return the values a question offers by number: its choices, yes and no, spoken languages by position."""
    if question.kind == "yes no":
        return ("yes", "no")
    if question.kind == "language":
        return tuple(str(number) for number in range(len(SPOKEN)))
    return question.values


def typed_data(question: Question, text: str) -> Data:
    """Return what was typed as the question's type reads it; what it cannot place comes back as it is."""
    data: Data = text.strip()
    match question.kind:
        case "long text":
            data = text
        case "yes no":
            data = yes_or_no(text)
        case "language":
            data = _language(text)
        case "several choices" | "references":
            data = [pick(one, question.values) for one in _SEVERAL.split(normalize("NFKC", text)) if one]
        case "choice" | "relation":
            data = pick(text, question.values)
        case "date" | "partial date":
            data = spelled_date(text)
        case kind if kind in SPELLED:
            data = normalize("NFKC", text)
    return data


def menu_number(text: str) -> int | None:
    """Return the number that was typed, half or full width; None for anything else."""
    digits = normalize("NFKC", text).strip().rstrip(".)")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < len("10000") else None


def pick(text: str, values: tuple[str, ...]) -> str:
    """Return the value with that number; any other text as it is."""
    number = menu_number(text)
    return values[number - 1] if number is not None and 1 <= number <= len(values) else text.strip()


def yes_or_no(text: str) -> str:
    """Return ``yes`` or ``no`` for any usual way of saying it; any other text as it is."""
    word = normalize("NFKC", text).strip().lower()
    return "yes" if word in YES else "no" if word in NO else text


def spelled_date(text: str) -> str:
    """Return a date as `PartialDate.parse` reads it: 2019年4月7日, 2019/4/7, 大约2019年, 农历1999年八月十五."""
    plain = normalize("NFKC", text).strip()
    found = _DATE.fullmatch(_in_digits(plain))
    if found is None:
        return plain
    date = found["year"]
    if found["month"]:
        date += f"-{'leap' if found['leap'] else ''}{int(found['month']):02}"
    if found["day"]:
        date += f"-{int(found['day']):02}"
    doubt = found["doubt"] if found["doubt"] in {"~", "?", "%"} else "~" if found["doubt"] or found["about"] else ""
    return f"{'lunar:' if found['lunar'] else ''}{date}{doubt}"


def _in_digits(date: str) -> str:
    """Return a date with its month and day in digits, as lunar dates are said: 正月初八, 腊月廿三, 闰二月三十."""
    return _HAN_PLACE.sub(lambda found: f"{_number_of(found['month'] or found['day'])}", date).replace("号", "日")


def _number_of(said: str) -> int:
    """Return the number of a month or day said in Chinese: 初八 -> 8, 十 -> 10, 廿三 -> 23, 三十 -> 30, 腊 -> 12."""
    if said in _MONTH_NAMES:
        return _MONTH_NAMES[said]
    tens, ten, ones = said.removeprefix("初").replace("廿", "二十").rpartition("十")
    return (_HAN_DIGITS.get(tens, 1) * 10 if ten else 0) + _HAN_DIGITS.get(ones, 0)


def _language(text: str) -> Data:
    """Return a spoken language picked by number, or typed by its name in any of our languages; a code as it is."""
    typed, number = normalize("NFKC", text).strip().lower(), menu_number(text)
    named = [one for one in SPOKEN if typed in {spoken_name(*one, tag).lower() for tag in LANGUAGES}]
    if number is not None and 1 <= number <= len(SPOKEN):
        named = [SPOKEN[number - 1]]
    if not named:
        return typed
    code, dialect = named[0]
    return {"language": code, "dialect": dialect} if dialect else {"language": code}


def typed_form(question: Question, value: Value) -> str:
    """Return a value as it can be typed again and corrected; nothing for what is picked from a list or has parts."""
    if offered(question) or question.type.parts:
        return ""
    data = write_value(value)
    return data if isinstance(data, str) else ""
