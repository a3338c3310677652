"""Her own age, as a statement says it in English or Chinese: in words or digits, and the day or event it is said of.

Read only where it is surely hers and surely about one day: an age in quotation marks, of a relative, on false papers or
told to somebody, "before I was eighteen", is nobody's to compare.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from legalassist.assessments.text_clauses import blotted
from legalassist.facts.text_dates import TextDate

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
         "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {"first": "one", "second": "two", "third": "three", "fifth": "five", "eighth": "eight", "ninth": "nine",
             "twelfth": "twelve"}  # fmt: skip
_HAN = {sign: number for number, sign in enumerate("一二三四五六七八九", 1)}
_NOMINAL = 3
"""An age counted from 1 at birth (虚岁) is up to so many more than the full years."""

_WORD = rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_ONES[:9])}))?|{'|'.join(reversed(_ONES))})"
_NUMBER = rf"(?:\d\d?|{_WORD})"
_ABOUT = r"about|around|almost|nearly|not yet|not even|barely|maybe|perhaps|probably"
_FEW = rf"(?P<about>{_ABOUT})?(?:\s*\b(?:only|already|just|still|then|exactly))*"
_THEN = (
    r"(?=\s*(?:[.,;!?:)—–]|$|years?(?:\s+old\b|\s+of\s+age\b|\s*(?:[.,;!?)]|$))|(?:when|then|and|at|in|on|by|now|or|but|so"
    r"|because|while|still|that|with|I|we|my)\b))"
)
_TOLD = (
    r"(?P<told>\b(?:since|until|till|before|after|if|once|unless|by the time|as if|as though|like|that|says?|said"
    r"|saying|told \w+|thought|wrote|claim(?:ed)?|pretend(?:ed)?|believed?|when)\s+(?:that\s+)?)?"
)
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        (rf"{_TOLD}\bI(?:\s+(?:(?P<am>am)|was|turned|(?:had|have)\s+(?:just\s+)?turned|became)|(?P<m>['’]m))\s+{_FEW}\s*"
        rf"\b(?P<years>{_NUMBER})(?:\s+(?:or|to)\s+(?P<upto>{_NUMBER}))?{_THEN}"),
        rf"\bI was (?:an?|only an?|just an?)\s+(?P<years>{_NUMBER})[- ]years?[- ]old\b",
        rf"\b(?:at (?:the )?age of|at age|aged)\s+{_FEW}\s*\b(?P<years>{_NUMBER})\b(?!\s+(?:or|to)\b)",
        (r"(?P<told>\b(?:before|after|until|since|by|near|of)\s+)?\bmy\s+"
        r"(?P<ordinal>\d\d?(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?)\s+birthday\b"),
        (r"(?<![\d一二三四五六七八九十百两几第大小长])(?P<about>大概|大约|约|差不多|快要?|不到|还不到|将近|才?刚?过)?"
        r"(?P<full>周岁|刚?满了?)?(?P<years>\d\d?|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
        r"(?P<upto>[一二三四五六七八九])?(?P<also_full>周)?岁(?P<close>左右|上下)?"
        r"(?!数|以下|以上|以前|之前|以后|之后|前|后|起|开始|到(?=[\d一二三四五六七八九十现今])|还要"
        r"|的(?:女孩|男孩|人|孩子|妹|弟|女儿|儿子))"),
    )
)  # fmt: skip
_NOT_HERS = re.compile(
    r"\b(?:says?|said|saying|tell|told|claim(?:ed)?|pretend(?:ed)?|thought|looked|fake|false|papers?|card|passport|form"
    r"|documents?|wrote|written|if|unless|wish(?:ed)?|until|since|before)\b"
    r"|说我|说成|以为|看起来|看上去|写|证|假|等我|如果|要是|直到|自从|装|冒充|填|比|虚岁",
    re.IGNORECASE,
)
KIN = (
    r"妈|爸|母亲|父亲|妹|弟|哥|姐|儿子|女儿|孩子|小孩|丈夫|老公|妻子|老婆|外婆|外公|奶奶|爷爷|姑|姨|叔|舅|婆|表|堂|嫂"
    r"|朋友|同学|同乡|老乡|邻居|男友|女友|男人|女人|先生|太太"
)
OTHERS = "同事|工友|同屋|室友|有人|别人|厨师|师傅|女孩|男孩|女工|男工|经理|工头|中介|蛇头|房东|律师|社工"
_WHO = re.compile(
    rf"(?P<mine>(?<![生养给对跟让叫问说打把带骗接教比送帮和找要替为向像骂看陪逼卖])我(?!们|的?[^，。；]{{0,2}}(?:{KIN})))"
    rf"|(?P<theirs>{KIN}|他|她|老板|司机|警察|客人|{OTHERS})|\b(?P<i>I)\b"
    r"|\b(?P<they>(?i:he|she|they|my (?!\S+ birthday|job\b|work\b)\w+)|her|his|boss"
    r"|owners?|coworkers?|roommates?|who|daughter|son|sister|brother|mother"
    r"|father|friend|girls?|boys?)\b",
)
_CLAUSE = re.compile(r"[,，;；:：—–()（）]")
_NOTHING = re.compile(
    r"\b(?:when|then|and|but|only|already|just|still|at|that|time|the|was|old|years?|of|age|i|in|on|about|around|so|by"
    r"|early|late|during|it|because|while)\b|那时候|那时|当时|那年|那一年|那天|的时候|我|才|刚|只有|已经|时|的|还|就|正好"
    r"|大概|是|在|到|从|了|后来|还没|生日|[^\w]|\x00",
    re.IGNORECASE,
)
_THAT_TIME = re.compile(r"\b(?:then|at (?:that|the) time)\b|那时|当时|那年|那一年|那天", re.IGNORECASE)
_WHEN = re.compile(r"^\W*(?:when|while|at)\b|(?:的时候|那年|那一年|时)\W*$", re.IGNORECASE)
_NOW = re.compile(r"今年|现在|如今|\b(?:now|today|this year)\b", re.IGNORECASE)
_BIRTH = re.compile(r"\bborn\b|出生|生于|birth(?!day)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SaidAge:
    """One age that she says of herself.

    `youngest` and `oldest` are the full years it can mean; `now` says that it is of the day she speaks; otherwise it is
    of `day`, or of what `about`, the words beside it, speaks of, or of a day that the sentence does not give.
    """

    youngest: int
    oldest: int
    now: bool = False
    day: TextDate | None = None
    about: str = ""


def ages_in(quiet: str, dates: tuple[TextDate, ...], before: tuple[TextDate, ...], *, mine: bool) -> Iterator[SaidAge]:
    """Yield the ages a sentence says of her.

    Args:
        quiet: one sentence, with what others say in it masked (`text_events.her_own`).
        dates: the dates in it.
        before: the dates in the sentence before it, which "then" and 那时候 mean.
        mine: whether a sentence without a subject is about her, as `about_her` says of the one before.
    """
    for shape in _SHAPES:
        for found in shape.finditer(quiet):
            years = _years(found)
            clause = _clause_of(quiet, dates, found.start())
            if years is None or not about_her(quiet[: found.end()], mine=mine) or _told(quiet, clause, found):
                continue
            if _is_now(quiet, clause, found):
                yield SaidAge(*years, now=True)
            else:
                day, about = _said_of(quiet, dates, before, found)
                yield SaidAge(*years, day=day, about=about)


def about_her(text: str, *, mine: bool) -> bool:
    """Say whether whoever a text speaks of last is she herself; `mine` where it names nobody."""
    for found in _WHO.finditer(text):
        mine = bool(found["mine"] or found["i"])
    return mine


def _number(text: str) -> int | None:
    """Return a number from 1 to 99 in digits, in English words (cardinal or ordinal) or in Chinese."""
    lowered = re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", text.lower().replace(" ", "-"))
    if lowered.isdigit():
        return int(lowered)
    if lowered[0] in _HAN or lowered[0] == "十":
        tens, ten, ones = lowered.rpartition("十")
        return (_HAN.get(tens, 1) * 10 if ten else 0) + _HAN.get(ones, 0)
    first, _, second = lowered.partition("-")
    parts = [_cardinal(part) for part in (first, second) if part]
    return sum(part for part in parts if part is not None) if None not in parts else None


def _cardinal(word: str) -> int | None:
    plain = _ORDINALS.get(word, word)
    for ending, instead in (("", ""), ("ieth", "y"), ("th", "")):
        root = plain.removesuffix(ending) + instead if plain.endswith(ending) else plain
        if root in _ONES:
            return _ONES.index(root) + 1
        if root in _TENS:
            return (_TENS.index(root) + 2) * 10
    return None


def _years(found: re.Match[str]) -> tuple[int, int] | None:
    """Return the full years a match can mean, from and to."""
    parts = found.groupdict()
    first = _number(parts.get("ordinal") or found["years"])
    if first is None:
        return None
    last, upto = first, parts.get("upto")
    if upto:
        more = _number(upto)
        last = first if more is None else more if more > first else first // 10 * 10 + more
    wide = 1 if parts.get("about") or parts.get("close") else 0
    counted = "岁" in found[0] and not parts.get("full") and not parts.get("also_full")
    return max(first - wide - (_NOMINAL if counted else 0), 0), last + wide


def _told(quiet: str, clause: tuple[int, int], found: re.Match[str]) -> bool:
    """Say whether an age was told, written or supposed, not lived."""
    word = (found.groupdict().get("told") or "").strip().lower()
    return word not in {"", "when"} or _NOT_HERS.search(quiet, clause[0], found.start()) is not None


def _is_now(quiet: str, clause: tuple[int, int], found: re.Match[str]) -> bool:
    parts = found.groupdict()
    return bool(parts.get("am") or parts.get("m") or _NOW.search(quiet, *clause))


def _clauses(quiet: str, dates: tuple[TextDate, ...]) -> list[tuple[int, int]]:
    """Return where the clauses of a sentence stand: an age is said of one with its conjunctions in it."""
    masked = blotted(quiet, dates)
    cuts = [0, *(found.end() for found in _CLAUSE.finditer(masked)), len(quiet)]
    return [(first, last) for first, last in pairwise(cuts) if first < last]


def _clause_of(quiet: str, dates: tuple[TextDate, ...], at: int) -> tuple[int, int]:
    return next((one for one in _clauses(quiet, dates) if one[0] <= at < one[1]), (0, len(quiet)))


def _said_of(
    quiet: str, dates: tuple[TextDate, ...], before: tuple[TextDate, ...], found: re.Match[str]
) -> tuple[TextDate | None, str]:
    """Return the one date an age is said of, or the words beside it that may name what happened then.

    These are in its own clause; where the clause says the age and nothing else ("when I was nineteen", 那时候我十七岁),
    in the one before it or, at the start of a sentence, after it; "then" at the start means the sentence before.
    """
    clauses, masked = _clauses(quiet, dates), blotted(quiet, dates)
    at = next((n for n, (first, last) in enumerate(clauses) if first <= found.start() < last), 0)
    own = clauses[at]
    rest = masked[own[0] : found.start()] + masked[found.end() : own[1]]
    alone = not _NOTHING.sub("", rest)
    places = [own]
    if at and (alone or _THAT_TIME.search(rest) or not _NOTHING.sub("", masked[slice(*clauses[at - 1])])):
        places.append(clauses[at - 1])
    elif alone and at + 1 < len(clauses) and _WHEN.search(quiet[own[0] : own[1]]):
        places.append(clauses[at + 1])
    for place in places:
        here = [one for one in dates if place[0] <= one.start < place[1]]
        if len(here) == 1 and not _BIRTH.search(quiet, *place):
            return here[0], ""
        if here:
            return None, ""
    if not at and _THAT_TIME.search(rest) and not dates and len(before) == 1:
        return before[0], ""
    return None, " ".join(quiet[first:last] for first, last in places)
