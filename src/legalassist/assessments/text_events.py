"""How a statement speaks, in English and Chinese, of what the interview asks a day for; of an age; of a name."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Event:
    """Something that both the statement and an answer can date: how it is spoken of, and the facts that date it."""

    name: str
    spoken: re.Pattern[str]
    facts: tuple[str, ...]


def _event(name: str, facts: tuple[str, ...], *spoken: str) -> Event:
    return Event(name, re.compile("|".join(spoken), re.IGNORECASE), facts)


_TO_THE_US = r"(?:New York|the United States|America|Los Angeles|U\.S\.)"
EVENTS = (
    _event(
        "the birth", ("client.birth_date",),
        r"\bI was born\b", r"我(?:叫[^，。]{1,12}，)?[^，。妈爸母父妹弟哥姐儿女孩]{0,20}(?:出生|生于)",
    ),
    _event(
        "the arrival", ("entries[].date",),
        rf"\b(?:I|we) (?:arrived|came|flew|entered)\b[^.]*{_TO_THE_US}",
        r"(?:我|我们)[^，。]{0,14}(?:到了?(?:纽约|美国|洛杉矶)|来到?(?:美国|纽约)|入境)",
    ),
    _event(
        "the report", ("reporting.date", "requests[].date"),
        r"\bI (?:went to|told|reported to|spoke (?:to|with))\b[^.]*(?:police|labor (?:office|department)|agency)",
        r"(?:去了|报告|告诉)[^，。]{0,8}(?:警察局|劳工部门|劳工局|派出所)", r"报了?案",
    ),
    _event("the arrest", ("arrests[].date",), r"\bI was arrested\b", r"我被(?:警察)?(?:抓|逮捕)"),
    _event(
        "leaving the country", ("departures[].left_on",),
        r"\bI (?:left|went out of) (?:the United States|America)", r"我?离开(?:了)?美国",
    ),
    _event(
        "the wedding", ("family[].marriage_date",),
        r"\b(?:I|we) (?:got )?married\b", r"我们[^，。]{0,8}(?:结了?婚|领了?证|登记)",
    ),
)  # fmt: skip
"""Only these are compared. An event that is not dated by an answer yet is no contradiction."""

SENTENCE = re.compile(r"(?:[^.!?。！？；;\n]|\.(?=\d)|(?<=\b[A-Z])\.|(?<=Sept)\.)+[.!?。！？；;]?")
"""A sentence; the point of ``3.5``, of an initial and of ``Sept.`` ends none."""

_ENGLISH_AGES = (
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "twenty-one",
)  # fmt: skip
_HAN_AGE = r"(?:十[一二三四五六七八九]?|二十[一二三四五六七八九]?)"
_NOT_A_SPAN = r"(?! (?:hour|day|week|month|dollar|mile|minute|people))"
AGE = re.compile(
    rf"(?P<now>今年|现在)?(?:我)?(?:已经|才|刚|只有|刚满|满)?(?P<han>{_HAN_AGE})周?岁"
    r"|\bI (?P<also_now>am)?(?:was)? (?:only |already |just )?"
    rf"(?P<english>\d\d|{'|'.join(_ENGLISH_AGES)})\b{_NOT_A_SPAN}",
    re.IGNORECASE,
)
_HAN = {"": 0, **{sign: number for number, sign in enumerate("一二三四五六七八九", 1)}}


def years_of(found: re.Match[str]) -> int:
    """Return the years that a match of `AGE` says."""
    word = (found["english"] or "").lower()
    if word:
        return int(word) if word.isdigit() else _ENGLISH_AGES.index(word) + 13
    tens, _, ones = found["han"].partition("十")
    return (_HAN[tens] or 1) * 10 + _HAN[ones]


MY_NAME = re.compile(
    r"(?:^|[。！\s])(?:我叫|我的名字是|我的名字叫|本人)(?P<han>[\u3400-\u9fff\U00020000-\U0003ffff]{2,4})(?=[，,。；;（(]|$)"
)
"""How a statement in Chinese gives its own name."""
