"""How a statement speaks, in English and Chinese, of what the interview asks a day for."""

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

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|「[^」]*」|『[^』]*』|‘[^’]*’")


def her_own(text: str) -> str:
    """Return a text in which whatever stands in quotation marks is masked, sign for sign: others said it."""
    return _QUOTED.sub(lambda found: "\x01" * len(found[0]), text)
