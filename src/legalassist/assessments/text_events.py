"""How a statement speaks, in English and Chinese, of what the interview asks a day for."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Event:
    """Something that both the statement and an answer can date: how it is spoken of, and the facts that date it.

    `never` is the answer that says there was none: a group that is empty, or a question answered with no. `side` is
    "before" or "after" where only a day before or after every answer is compared: she can go to Manhattan, or run to
    the corner, on any day between. `unless` is what a sentence speaks of when the words mean something else.
    """

    name: str
    spoken: re.Pattern[str]
    facts: tuple[str, ...]
    never: str = ""
    side: str = ""
    unless: re.Pattern[str] | None = None


def _event(name: str, facts: tuple[str, ...], *spoken: str, never: str = "", side: str = "", unless: str = "") -> Event:
    compiled = re.compile(unless, re.IGNORECASE) if unless else None
    return Event(name, re.compile("|".join(spoken), re.IGNORECASE), facts, never, side, compiled)


_I = r"\b(?:I|we)(?:\s+(?:first|then|finally|later|also|once|soon|just|myself|even|both))?"
_US = (
    r"(?:the\s+)?(?:New York|United States|America|Los Angeles|San Francisco|U\.?S\.?A?|JFK|Kennedy|Newark|LAX)(?!\w)"
    r"(?:\s+(?:City|State|(?:International\s+)?Airport|Kennedy))*"
    r"(?!['’]s|[\s.-]+(?:embassy|consulate|visa|immigration|dollars?|(?-i:[A-Z])))"
)
_WAY = (
    r"(?:,?\s+(?:here|over|alone|first|finally|safely|all the way|by (?:plane|air|boat|sea|bus|car|train)"
    r"|at (?:night|dawn|last)|with (?:my |an? |the )?\w+(?: \w+)?|from [^,.]{2,20}?))*,?\s+"
)
_END = r"(?:[\s\x00,.!;]|\b(?:in|on|at|around|about|by|that|day|night|alone|for the first time|plane|when|late)\b)*$"
_HERE = r"(?:纽约|美国|洛杉矶|旧金山|肯尼迪机场|纽瓦克)(?![领使大移签人电新城梦]|时间)"
_REACHED = r"(?<![看听想说提谈聊梦等收寄知感遇见找得碰打接查学回话信传发汇嫁轮])到了?"
_END_HAN = r"(?:[\s\x00。！]|机场|市|的|了|时候?|那[天年时]|是|在)*$"
_POLICE = (
    r"(?:(?:the|an?|two|some|local|nearest|city|state|federal|same)\s+)*"
    r"(?:(?!(?:the|an?|my|his|her|him|them|us|me|about|of|near|that|if|to|not|who|and|or|lawyer)\b)\w+\s+){0,2}?"
    r"(?:police|labor (?:office|department)|department of labor|law enforcement|government agency|prosecutor"
    r"|district attorney|FBI)\b(?!['’]s (?!office))"
    r"(?!\s+(?:officers? )?(?:who|were|was|came|had|would|might|are|is|could|car)\b)"
)
_ALL = r"(?:(?:everything|it|this|that|all|them|him|her|my (?!\w+ to )\w+|what \w+(?: \w+){0,5}?)\s+)?"
_BUREAU = r"(?:警察局|警局|警方|劳工部门?|劳工局|派出所|检察官|联邦调查局)"
_OFFICERS = r"(?:police(?: officers?)?|officers|ICE(?: agents)?|immigration (?:officers|agents))"
_OFFICERS_HAN = r"(?:警察|警方|公安|移民局|移民官)(?:的人)?"
_CRIME = r"\bthe (?:human )?(?:trafficking|exploitation|forced labou?r|abuse)"
_AWAY = (
    r"(?: (?:from (?:them|there|(?:the|that) (?:restaurant|house|basement|shop|boss))"
    r"|that (?:house|place|restaurant)))?"
)
_CAME = ("entries[].date", "departures[].returned_on")
_REPORTED, _TOLD = ("reporting.date", "requests[].date"), "reporting.reported"
EVENTS = (
    _event(
        "the birth", ("client.birth_date",),
        r"\bI was born\b", r"我(?:叫[^，。]{1,12}，)?[^，。妈爸母父妹弟哥姐儿女孩]{0,20}(?:出生|生于)",
    ),
    _event(
        "the arrival", _CAME,
        rf"{_I} (?:arrived|came|entered|landed)(?: here)?(?: (?:in|to|at|into))? {_US}{_END}",
        rf"(?:{_REACHED}{_HERE}|来到?了?{_HERE}|[到来]的{_HERE}|入境){_END_HAN}", unless=r"从(?![\d一二])|回",
    ),
    _event(
        "the arrival", _CAME,
        rf"{_I} (?:arrived|came|flew|landed|moved|travel+ed|got|made it|immigrated){_WAY}(?:in|to|at|into) {_US}",
        rf"{_I} (?:entered|reached) {_US}",
        rf"{_I} set foot (?:in|on) {_US}",
        rf"{_I} (?:came|arrived|got|moved) here{_END}",
        rf"\bmy (?:flight|plane) (?:landed|arrived|touched down){_WAY}(?:in|at) {_US}",
        rf"{_I}(?:['’]ve| have| had)? (?:been|lived|stayed)(?: living| here)? in {_US}",
        rf"\b(?:took|brought|sent|flew|smuggled|trafficked) (?:me|us) (?:here )?(?:to|into) {_US}",
        rf"(?:{_REACHED}|来到?了?|[到来]的|飞到?|去了){_HERE}", r"入境",
        r"我们?(?:是|在)?\x00*(?:坐飞机|坐船)?来的(?=[\s。，！]*$)", rf"(?:带|送|弄|骗|卖)我们?(?:来到?|到|去){_HERE}",
        rf"被[^，。没不]{{0,6}}(?:带|送|弄|骗|卖)(?:来到?|到|去)了?{_HERE}", side="before",
    ),
    _event(
        "the report", _REPORTED,
        rf"{_I} (?:went(?: (?:with|alone)(?: \w+){{0,4}})? to|spoke (?:to|with)|talked (?:to|with)) {_POLICE}",
        rf"{_I} (?:told|called) {_POLICE}", rf"{_I} (?:told|reported|complained) {_ALL}to {_POLICE}",
        rf"{_I} filed a (?:report|complaint) with {_POLICE}",
        rf"去了[^，。]{{0,8}}{_BUREAU}", rf"(?:报告|告诉)[^，。]{{0,4}}(?:警察|{_BUREAU})",
        rf"[向去]{_BUREAU}[^，。没不]{{0,2}}(?:投诉|举报|报告|求助)",
        r"报了?[案警](?![和或不电]|还是|的人)", never=_TOLD,
    ),
    _event(
        "the report", _REPORTED, rf"{_I} (?:called|dialed|phoned) 911\b(?!\s+(?:for|about))",
        r"打了?(?:110|911)", never=_TOLD,
        unless=r"\b(?:ambulance|fire|faint|sick|hospital|burn|heart|blood|breath|doctor|pain|hurt|baby|accident)"
        r"|救护|火|晕|病|医院|烫|血|疼|痛|生孩子|车祸",
    ),
    _event(
        "the arrest", ("arrests[].date",),
        r"\bI was (?:arrested|taken away by (?:the )?police)\b"
        r"(?! by (?!the police|police|ICE|immigration|an? officer))",
        rf"\b{_OFFICERS}(?: then| also| finally| had)? arrested (?:me|us)\b",
        r"我们?[又就还也]?被(?:抓|逮捕)了?(?=[\s\x00。，！]*$|起来(?!打)|的时候|进(?:警察局|看守所|监狱))",
        rf"被{_OFFICERS_HAN}[^，。没不]{{0,4}}(?:抓(?![住着头])|带走|逮捕|拘留)",
        rf"{_OFFICERS_HAN}(?:来)?(?:抓|逮捕|带走|拘留)了我们?(?=[\s\x00。，！]*$)",
        rf"{_OFFICERS_HAN}把我们?[^，。没不]{{0,2}}(?:抓(?![住着头])|带走|逮捕|拘留|铐)", never="arrests",
    ),
    _event(
        "leaving the country", ("departures[].left_on",),
        rf"{_I} (?:left|went out of) (?:the United States|America|the U\.?S\.?)"
        r"(?!\w|[\s-]+(?:embassy|consulate|immigration))",
        rf"{_I} (?:went|flew|travel+ed|returned)(?: back| home)* to (?:China|my (?:home ?)?country|my homeland)\b"
        r"(?!\s+(?-i:[A-Z]))",
        r"离开(?:了)?美国(?![领使大移人])", r"回了?(?:中国|国)(?![餐人家产内外语货城])", never="departures",
    ),
    _event(
        "the wedding", ("family[].marriage_date", "prior_spouses[].married_on"),
        r"\b(?:I|we) (?:got )?married\b(?! couple)",
        r"我们[^，。]{0,8}(?:结了?婚|领了?证(?!件)|登记(?=的|了?结婚|了?[\s\x00。，]*$))",
    ),
    _event(
        "the beginning of what happened", ("trafficking.first_date",),
        rf"{_CRIME} (?:began|started)\b(?! (?:again|slowly))", r"开始被?剥削(?:我们?)?(?=[\s\x00。，！]*$)",
        r"(?:剥削|强迫劳动|人口贩卖)[^，。]{0,4}开始",
    ),
    _event(
        "the beginning of what happened", ("trafficking.first_date",),
        r"开始(?:被(?:控制|强迫)|(?:控制|强迫)我们?(?=[\s\x00。，！]*$))", side="before",
    ),
    _event(
        "the end of what happened", ("trafficking.last_date",),
        rf"{_CRIME} (?:ended|stopped|was over)\b", r"(?:剥削|强迫劳动|人口贩卖)[^，。]{0,4}结束",
    ),
    _event(
        "the end of what happened", ("trafficking.last_date",),
        rf"{_I} escaped{_AWAY}{_END}", r"(?<!医院)逃(?:了?出来|出来|跑?了|脱)了?(?=[\s\x00。，！]*$)", side="after",
    ),
)  # fmt: skip
"""Only these are compared. An event that no answer dates yet is no contradiction, unless one says it never was."""

UNREAL = re.compile(
    r"\b(?:if|unless|would|might|afraid|feared|scared|worried|threatened|whether|wish(?:ed)?|dream(?:s|ed|t)?|nightmares?)\b"
    r"|怕|如果|要是|担心|威胁|吓|万一|假如|只要",
    re.IGNORECASE,
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
