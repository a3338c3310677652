"""Who does it to whom: people who changed places, where every word is there and the sentence says the opposite.

A rule of order, not of grammar: English and Chinese both name the one who does it first, unless the Chinese says so by
被, 由, 收到 and the like. Traditional text is read in simplified characters.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from legalassist.translations.gates.alarm import Found, Pair
from legalassist.translations.gates.patterns import finditer, fullmatch, match, search
from legalassist.translations.gates.sentences import split

PEOPLE: Mapping[str, str] = MappingProxyType({
    r"(?<!thank )\byou\b": "您(?!的|父|母|家|律师|配偶|孩|子女)",
    r"\b(?:we|us|our (?:office|team|clinic))\b": "我们(?!的)",
    r"\b(?:officers?|agents?)\b": "执法人员|官员|人员",
    r"\bpolice\b": "警方|警察",
    r"\bjudges?\b": "法官",
    r"\bcourts?\b(?! (?:record|paper|date|clerk))": "法院|法庭",
    r"\b(?:prosecutors?|district attorney)\b": "检察官",
    r"(?<!district )\b(?:lawyers?|attorneys?)\b": "律师(?!事务所|助理)",
    r"\binterpreters?\b": "口译员",
    r"\b(?:law )?firms?\b": "律师事务所|事务所",
    r"\bgovernment\b": "政府",
    r"\b(?:employers?|boss)\b": "雇主|老板",
    r"\blandlords?\b": "房东",
    r"\b(?:recruiters?|recruitment agency)\b": "招工的人|招工者|中介",
    r"\b(?:traffickers?|abusers?)\b": "贩运者|施暴者",
    r"\b(?:parents?|mother|father)\b": "父母|父亲|母亲|妈妈|爸爸",
    r"\b(?:child|children|sons?|daughters?)\b": "子女|孩子|儿子|女儿",
    r"\b(?:sisters?|brothers?|siblings?)\b": "兄弟姐妹|姐妹|兄弟|姐姐|妹妹|哥哥|弟弟",
    r"\b(?:spouse|husband|wife)\b": "配偶|丈夫|妻子",
    r"\bfriends?\b": "朋友",
    r"\broommates?\b": "室友",
    r"\b(?:client|applicant)\b": "当事人|申请人",
    r"\b(?:anyone|someone|somebody|anybody)(?: else)?\b": "任何人|有人|别人|其他人|他人|谁",
})  # fmt: skip
_PERSON = r"client|attorney|lawyer|person|who|relative|applicant|interpreter|witness|sender|reader|preparer"
_PLACE = re.compile(rf"\{{(?:{_PERSON})\}}(?!'s)")
_TURNED = re.compile("[被由受遭获]|让|叫|使|收到|接到|得到|拿到|听到|听说|属于|来自|经过?|为了|[是就]…的")
_LED_BY = tuple("向给对跟和与同为替把将请帮从在除凭按问找陪带像比或、及")
"""What stands before one who does not act: he is told, given, asked."""
_YOU_ACT = re.compile(
    r"\byou (?!here\b|there\b|back\b|away\b|home\b|in\b|out\b|up\b|to\b|the\b|an?\b|your\b|money\b|for\b|at\b|with\b|from\b|and\b|or\b|"
    r"about\b|on\b|by\b|this\b|that\b|before\b|after\b|when\b|if\b|off\b|again\b)\w"
)
_SPLIT = re.compile(
    r"[,;:]|\b(?:before|after|if|when|until|unless|because|while|that|who|which|so|and|but|or|where|what|how|than|as|to(?! (?:the|your|our|an?|you|us|\{)))\b"
)
_JOINED = re.compile(r"\b(before|after|when|if|until|once|unless|because)\b")
_SUBORDINATE = re.compile(
    "以后(?!才)|之后|以前|之前|[^然]后$|前$|时$|时候$|^即使|^就算|^如果|^要是|^因为|^除非|^一旦|^当|^直到"
)
_CAUSED = re.compile(r"\bask (?:the|your|an?) ([a-z ]{3,20}?) to\b")
PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+\s+)?\w+\s+by\b|\bthere (?:is|are|was|were)\b")
_START = re.compile(
    r"^(?:did|does|do|has|have|can|may|could|will|is|was|were|are|in court,?)?\s*(?:the|your|an?|any|our)?\s*$"
)


@dataclass(frozen=True, slots=True)
class _Named:
    """One mention of a person in a text: which one, and where it begins and ends."""

    who: str
    begins: int
    ends: int


def _named(text: str, *, english: bool) -> list[_Named]:
    """Return the people a text names, each where it stands first, in their order."""
    found = []
    bare = re.sub(r"\{[^}]*\}", lambda place: " " * len(place[0]), text)
    for en, zh in PEOPLE.items():
        one = search(en if english else zh, bare)
        if one:
            found.append(_Named(en, one.start(), one.end()))
    for place in dict.fromkeys(_PLACE.findall(text)):
        start = text.index(place)
        found.append(_Named(place, start, start + len(place)))
    return sorted(found, key=lambda one: one.begins)


def sentences_of(pair: Pair) -> Iterator[tuple[str, str]]:
    """Yield the sentences of both texts side by side; the whole texts where they are not as many."""
    english, chinese = split(pair.low, pair.simplified)
    if len(english) != len(chinese):
        chinese = [one for one in re.split("(?<=[，。？！；])", pair.simplified) if one.strip()]
    yield from zip(english, chinese, strict=True) if len(english) == len(chinese) else ()


def roles(pair: Pair) -> Iterator[Found]:
    """Yield people who changed places: who owes whom, who shows what to whom, who goes first."""
    said = "the Chinese has them the other way round"
    for english, chinese in sentences_of(pair):
        if PASSIVE.search(english):
            continue
        for wrong in (_reversed, _taken_over, _never_acts, _who, _others_exchanged, _clauses_exchanged, _asked):
            if wrong(english, chinese):
                yield f"who does it to whom: {said}", "look who acts in each sentence, and to whom"
                return
    if _subjects_exchanged(pair) or _not_the_one(pair.low, pair.simplified):
        yield f"who does it to whom: {said}", "look who acts in each sentence, and to whom"


_NOT_ONE = re.compile(
    r"(?<!do )(?<!does )(?<!did )\bnot (?:by |to |for |from |with |of )?(?:the |your |an? |any )?(\w+)"
)


def _not_the_one(english: str, chinese: str) -> bool:
    """Say whether the Chinese says of another than the English: not this one (by them, *not by you*)."""
    meant = {
        zh
        for word in _NOT_ONE.findall(english)
        for en, zh in PEOPLE.items()
        if fullmatch(en.replace("(?<!thank )", ""), word)
    }
    said = re.findall("(?:不是|不用|不必由?|不由|不要(?:告诉|交给|给|问|找|跟|向|对))([^，。／；？！]{1,8})", chinese)
    named = [any(search(zh.split("(?!")[0], one) for zh in meant) for one in said]
    others = any(
        match(zh.split("(?!")[0], one) for one in said for zh in (*PEOPLE.values(), "对方", "本所|诊所|本机构")
    )
    return bool(meant) and others and not any(named)


def _reversed(english: str, chinese: str) -> bool:
    """Say whether two people of one English clause stand in the other order in one Chinese clause."""
    clauses = re.split("[，；：。？！（）“”]", chinese)
    order = [one.who for one in _named(english, english=True)]
    for part in _SPLIT.split(english):
        people = _named(part, english=True)
        if len(people) < 2 or not part[people[0].ends : people[1].begins].strip():  # noqa: PLR2004 - a pair
            continue
        first, second = people[0].who, people[1].who
        if order.index(first) > order.index(second):  # each acts on the other: order says nothing
            continue
        for clause in clauses:
            there = {one.who: one for one in _named(clause, english=False)}
            if first in there and second in there and _acts_first(clause, there[second], there[first]):
                return True
    return False


def _acts_first(clause: str, wrong: _Named, right: _Named) -> bool:
    """Say whether one person acts on another in a Chinese clause, as far as order tells."""
    if wrong.begins >= right.begins or _TURNED.search(clause):
        return False
    before = re.sub("(?:您的|您|我们的|我们|的|一[位名个])$", "", clause[: wrong.begins])
    if _SUBORDINATE.search(clause):
        before = before.removesuffix("在")
    if before.endswith(_LED_BY) or search(
        "[向给对跟和与同为替把将请帮从问找](?:您的|我们的?)?$", clause[: wrong.begins]
    ):
        return False
    between = re.sub("(?:您|我们)的$", "", clause[wrong.ends : right.begins])
    return not clause[wrong.ends :].startswith("的") and not match("[^，]{0,8}的$", between)


def _taken_over(english: str, chinese: str) -> bool:
    """Say whether the reader does in Chinese what somebody else does in English."""
    people = [one for one in _named(english, english=True) if "you" not in one.who]
    person = match(r"(?:the|a) (?:person|people|man|woman|one)s? who\b", english)
    acting = re.sub(r"\b(?:who|that) (?:\w+ ){1,2}you\b", "", english)
    if _YOU_ACT.search(acting) or not (person or (people and _START.search(english[: people[0].begins]))):
        return False
    begins = match("(?:请问，?|在|如果|是否)?您(?!的|父|母|家|律师|配偶|孩|子女)", chinese)
    acts = any(
        match(f"(?:{PEOPLE.get(one.who, '(?!)')})", clause) for one in people for clause in re.split("[，／]", chinese)
    )
    return bool(begins) and not acts and "you" in english and not _TURNED.search(chinese)


def _never_acts(english: str, chinese: str) -> bool:
    """Say whether the one who acts in English is in Chinese only spoken to, given to, helped."""
    people = _named(english, english=True)
    if not people or "you" in people[0].who or not _START.search(english[: people[0].begins]):
        return False
    who = PEOPLE.get(people[0].who, re.escape(people[0].who))
    said = [chinese[: one.start()] for one in finditer(who, chinese)]
    led = [search("[向给对跟替帮](?:您的|我们的)?$", before) for before in said]
    return (
        bool(said)
        and all(led)
        and match("(?:请问，?|如果)?您(?!的)", chinese) is not None
        and not _TURNED.search(chinese)
    )


def _who(english: str, chinese: str) -> bool:
    """Say whether the *who* that acts in the English is acted for in Chinese, or the other way round."""
    acts = match(
        r"who (?!(?:did|do|does|can|could|may|should|will|would|are|is|was|were|has|have) (?:you|we|they|the|your)\b)\w",
        english,
    )
    acted_on = match(r"who(?:m)? (?:did|do|does|can|could|may|should|will|would) (?:you|we)\b", english)
    if acts:
        return bool(search("(?<!是)[为给替向帮对跟把将](?:了)?谁", chinese))
    return bool(acted_on and search("谁[^，。？]{0,6}您|^谁", chinese) and not search("您[^，。？]{0,8}谁", chinese))


_TO_DO = r"(?:tell|told|ask|asked|make|made|force|forced|order|ordered|let|get|got|push|pushed|want|wanted|invite|invited|teach|taught|pay|paid)"
_OTHERS = r"(?:any|some)(?:one|body)(?: else)?|people|others|other people"
_OTHERS_ACT = re.compile(rf"\b(?:{_OTHERS})(?: \w+)? {_TO_DO} you\b")
_READER_ACTS = re.compile(rf"\byou(?: \w+)? {_TO_DO} (?:{_OTHERS})\b")
_HAN_TO_DO = "(?:叫|让|逼|逼迫|强迫|要求|命令|指使|使唤|请|教|劝)(?:过|着)?"
_HAN_READER = re.compile(f"您[^，。？；/／]{{0,5}}{_HAN_TO_DO}(?:任何人|别人|其他人|他人|人|谁)")
_HAN_OTHERS = re.compile(f"(?:人|谁|对方)[^，。？；您]{{0,5}}{_HAN_TO_DO}您")


def _others_exchanged(english: str, chinese: str) -> bool:
    """Say whether somebody made the reader do a thing and in Chinese the reader somebody, or the other way round."""
    by_others, by_reader = _HAN_OTHERS.search(chinese), _HAN_READER.search(chinese)
    if _OTHERS_ACT.search(english):
        return bool(by_reader and not by_others)
    return bool(_READER_ACTS.search(english) and by_others and not by_reader)


def _clauses_exchanged(english: str, chinese: str) -> bool:
    """Say whether the two halves of *A before B* have exchanged those who act."""
    halves = _halves(english)
    if halves is None or halves[0].who == halves[1].who:
        return False
    clauses = [one for one in re.split("[，。？！；]", chinese) if one]
    subordinate = [one for one in clauses if _SUBORDINATE.search(one)]
    rest = [one for one in clauses if not _SUBORDINATE.search(one)]
    if len(subordinate) != 1 or not rest:
        return False
    there = {one.who for one in _named(subordinate[0], english=False)}
    main = {one.who for one in _named("，".join(rest), english=False)}
    main_said, joined_said = halves[0].who, halves[1].who
    return main_said in there - main and joined_said in main - there


def _halves(english: str) -> tuple[_Named, _Named] | None:
    """Return who acts in the main half of a sentence and who in the joined one: *A before B*, *even if B, A*."""
    found = _JOINED.search(english)
    if not found or len(_JOINED.findall(english)) > 1:
        return None
    main, joined = english[: found.start()], english[found.end() :]
    if main.strip() in {"", "even", "only", "just"}:
        joined, comma, main = joined.partition(",")
        if not comma:
            return None
    ours, theirs = _named(main, english=True)[:1], _named(joined, english=True)[:1]
    return (ours[0], theirs[0]) if ours and theirs else None


def _asked(english: str, chinese: str) -> bool:
    """Say whether one who is asked to do something has it done to him."""
    for who in _CAUSED.findall(english):
        named = next((zh for en, zh in PEOPLE.items() if search(en, who)), None)
        if (
            named
            and search(f"[向给对](?:{named})", chinese)
            and not search(
                f"[向给对](?:{named})[^，。]{{0,6}}(?:要求|提出|请求|说|问)|(?:要求|请|让|叫)(?:{named})", chinese
            )
        ):
            return True
    return False


def _subjects_exchanged(pair: Pair) -> bool:
    """Say whether two short sentences became one Chinese one with those who act exchanged."""
    text = pair.simplified
    english = [_named(one, english=True)[:1] for one in re.split(r"(?<=[.?!;])\s+", pair.low) if one.strip()]
    clauses = [one for one in re.split("[，。？！；]", text) if one]
    if len(english) != 2 or len(clauses) != 2 or not all(english):  # noqa: PLR2004 - two against two
        return False
    chinese = [_named(one, english=False)[:1] for one in clauses]
    ours = [one[0].who for one in english]
    theirs = [one[0].who for one in chinese if one]
    return ours[0] != ours[1] and theirs == ours[::-1] and not _TURNED.search(text)
