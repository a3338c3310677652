"""How a statement speaks, in English and Chinese, of what the interview asks a day for."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Event:
    """Something that both the statement and an answer can date: how it is spoken of, and the facts that date it.

    `never` is the answer that says there was none: a group that is empty, or a question answered with no.
    """

    name: str
    spoken: re.Pattern[str]
    facts: tuple[str, ...]
    never: str = ""


def _event(name: str, facts: tuple[str, ...], *spoken: str, never: str = "") -> Event:
    return Event(name, re.compile("|".join(spoken), re.IGNORECASE), facts, never)


_TO_THE_US = r"(?:New York|the United States|America|Los Angeles|San Francisco|the U\.?S\.?|JFK|Kennedy|Newark|LAX)\b"
_HERE = r"(?:纽约|美国|洛杉矶|旧金山)"
_CRIME = r"\bthe (?:human )?(?:trafficking|exploitation|forced labou?r|abuse)"
EVENTS = (
    _event(
        "the birth", ("client.birth_date",),
        r"\bI was born\b", r"我(?:叫[^，。]{1,12}，)?[^，。妈爸母父妹弟哥姐儿女孩]{0,20}(?:出生|生于)",
    ),
    _event(
        "the arrival", ("entries[].date", "departures[].returned_on"),
        rf"\b(?:I|we) (?:first )?(?:arrived|came|flew|entered|landed)\b[^.]*{_TO_THE_US}",
        rf"\b(?:took|brought|sent|flew) (?:me|us) (?:here )?to {_TO_THE_US}",
        rf"(?:我|我们)[^，。]{{0,20}}(?:到了?{_HERE}|[来到]到?{_HERE}|[到来]的{_HERE}|入境)",
        rf"(?:带|送|弄|骗)(?:我|我们)(?:来|到|来到|去){_HERE}",
    ),
    _event(
        "the report", ("reporting.date", "requests[].date"),
        r"\bI (?:went to|told|reported to|spoke (?:to|with))\b(?:(?!\b(?:that|if)\b)[^.])*"
        r"(?:police|labor (?:office|department)|law enforcement|government agency|prosecutor|district attorney|FBI)",
        r"(?:去了|报告|告诉)[^，。]{0,8}(?:警察局|劳工部门|劳工局|派出所)", r"报了?案", never="reporting.reported",
    ),
    _event(
        "the arrest", ("arrests[].date",), r"\bI was arrested\b", r"我被(?:警察)?(?:抓|逮捕)", never="arrests",
    ),
    _event(
        "leaving the country", ("departures[].left_on",),
        r"\bI (?:left|went out of) (?:the United States|America|the U\.?S\.?)", r"(?<!没)(?<!没有)离开(?:了)?美国",
        never="departures",
    ),
    _event(
        "the wedding", ("family[].marriage_date", "prior_spouses[].married_on"),
        r"\b(?:I|we) (?:got )?married\b", r"我们[^，。]{0,8}(?:结了?婚|领了?证|登记)",
    ),
    _event(
        "the beginning of what happened", ("trafficking.first_date",),
        rf"{_CRIME} (?:began|started)\b", r"开始被?(?:剥削|控制|强迫)",
        r"(?:剥削|强迫劳动|人口贩卖)[^，。]{0,4}开始",
    ),
    _event(
        "the end of what happened", ("trafficking.last_date",),
        rf"{_CRIME} (?:ended|stopped|was over)\b", r"(?:剥削|强迫劳动|人口贩卖)[^，。]{0,4}结束",
    ),
)  # fmt: skip
"""Only these are compared. An event that no answer dates yet is no contradiction, unless one says it never was."""

UNREAL = re.compile(
    r"\b(?:if|unless|would|might|afraid|feared|scared|worried|threatened)\b|怕|如果|要是|担心|威胁|吓", re.IGNORECASE
)
"""What stands behind such a word was feared, threatened or supposed, and has no day."""

ABROAD = re.compile(
    r"\b(?:China|Chinese police|hometown|back home|village|county)\b|老家|国内|中国|县|村|派出所", re.IGNORECASE
)
"""A sentence about another country: a report or an arrest there is not the one that the answers are about."""

SENTENCE = re.compile(r"(?:[^.!?。！？；;\n]|\.(?=\d)|(?<=\b[A-Z])\.|(?<=Sept)\.)+[.!?。！？；;]?")
"""A sentence; the point of ``3.5``, of an initial and of ``Sept.`` ends none."""

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|「[^」]*」|『[^』]*』|‘[^’]*’")


def her_own(text: str) -> str:
    """Return a text in which whatever stands in quotation marks is masked, sign for sign: others said it."""
    return _QUOTED.sub(lambda found: "\x01" * len(found[0]), text)
