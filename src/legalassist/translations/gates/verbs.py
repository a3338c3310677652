"""Who does what to whom, verb by verb: in each clause of the English, and wherever the Chinese says that verb.

Where the verb is *tell*, the one before it tells and the one behind it is told; in Chinese the one before 告诉 tells
unless 向, 给 or 跟 leads him, and the one behind it is told. A text for the ear says the same in many short ideas, so the
Chinese is not asked for its order but for the part each person has. Traditional text is read in simplified characters.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from legalassist.translations.gates.alarm import Found, Pair
from legalassist.translations.gates.patterns import finditer, match
from legalassist.translations.gates.spoken import PAUSE

_VERBS: Mapping[str, str] = MappingProxyType({
    r"ask(?:s|ed|ing)?": "问|要求|请求",
    r"tell(?:s|ing)?|told": "告诉|转告",
    r"call(?:s|ed|ing)?": "打电话|拨打",
    r"help(?:s|ed|ing)?": "帮|协助",
    r"pay(?:s|ing)?|paid": "付|给钱|缴",
    r"send(?:s|ing)?|sent": "寄|发送|递交",
    r"giv(?:e|es|ing)|gave": "给|提供",
    r"tak(?:e|es|ing)|took": "拿走|收走|带走",
    r"show(?:s|ed|ing)?": "出示",
    r"decid(?:e|es|ed|ing)": "决定",
    r"choos(?:e|es|ing)|chose": "选",
    r"control(?:s|led|ling)?|power over": "控制|管",
    r"made|mak(?:e|es|ing)|forc(?:e|es|ed|ing)": "逼|强迫|迫使",
    r"threaten(?:s|ed|ing)?": "威胁",
    r"hurt(?:s|ing)?|harm(?:s|ed|ing)?": "伤害|打伤",
    r"ow(?:e|es|ed|ing)": "欠",
    r"promis(?:e|es|ed|ing)": "答应|承诺",
    r"arrest(?:s|ed|ing)?": "逮捕|抓",
    r"writ(?:e|es|ing)|wrote": "写",
    r"sign(?:s|ed|ing)?": "签",
    r"read(?:s|ing)?": "念|读",
    r"agree(?:s|d|ing)?|consent(?:s|ed|ing)?": "同意",
    r"report(?:s|ed|ing)?": "举报|报告|报案",
    r"interpret(?:s|ed|ing)?": "口译",
    r"wait(?:s|ed|ing)?|meet(?:s|ing)?|met": "等",
    r"trust(?:s|ed|ing)?": "信任|相信|信得过",
    r"blam(?:e|es|ed|ing)": "怪",
    r"bring(?:s|ing)?|brought": "带",
    r"watch(?:es|ed|ing)?": "看着|监视|盯",
    r"follow(?:s|ed|ing)?": "跟踪|跟着",
    r"search(?:es|ed|ing)?": "搜",
    r"recruit(?:s|ed|ing)?|hir(?:e|es|ed|ing)": "招|雇",
    r"sue(?:s|d)?": "起诉",
    r"offer(?:s|ed|ing)?": "提供|介绍",
    r"lend(?:s|ing)?|lent": "借给",
    r"protect(?:s|ed|ing)?": "保护",
    r"teach(?:es|ing)?|taught": "教",
    r"visit(?:s|ed|ing)?": "看望|拜访|探望",
    r"see(?:s|ing)?|saw": "看到|见到",
    r"know(?:s|ing)?|knew": "知道|认识",
    r"lie(?:s|d)?|lying|cheat(?:s|ed)?|trick(?:s|ed)?": "说谎|骗",
    r"order(?:s|ed|ing)?": "命令|要求",
    r"explain(?:s|ed|ing)?": "解释|说明",
    r"answer(?:s|ed|ing)?": "回答|答复",
    r"represent(?:s|ed|ing)?": "代理|代表",
    r"find(?:s|ing)?|found": "找",
    r"check(?:s|ed|ing)?": "检查|核对",
    r"contact(?:s|ed|ing)?": "联系",
})  # fmt: skip
_PEOPLE: Mapping[str, str] = MappingProxyType({
    r"you": "您",
    r"we|us": "我们",
    r"lawyers?|attorneys?": "律师",
    r"firms?": "事务所",
    r"police": "警察|警方",
    r"officers?|agents?": "执法人员|官员|对方",
    r"officials?": "官员",
    r"judges?": "法官",
    r"courts?": "法院|法庭",
    r"government": "政府",
    r"uscis": "USCIS|移民服务局",
    r"interpreters?": "口译员",
    r"translators?": "笔译员",
    r"employers?|boss": "雇主|老板",
    r"landlords?": "房东",
    r"doctors?": "医生",
    r"providers?": "服务机构",
    r"agenc(?:y|ies)": "机构|部门|州政府",
    r"notar(?:y|ies)": "公证人",
    r"traffickers?|abusers?": "贩运者|施暴者",
    r"child(?:ren)?": "孩子|子女",
    r"parents?": "父母|家长",
    r"client": "当事人",
    r"person|relatives?|family members?": "家人|亲属",
    r"spouse|husband|wife": "配偶",
    r"friends?": "朋友",
    r"somebody|someone|anybody|anyone|nobody|no one|people|others?": "有人|别人|谁|其他人|人",
    r"who": "谁",
})  # fmt: skip
_ANYBODY = "|".join(zh for zh in _PEOPLE.values() if zh != "谁").removesuffix("|人")
_LEADS = "向|给|对|跟|替|帮|问|告诉|找|交给|寄给|把|将|(?<!因)为|从|和|与|陪|怪|信|听|看|请|让|叫|由|除了|关于|有没有|没有|有"
_ACTS_LED = "由|让|叫|请|有没有|没有|有|除了|关于"
"""He who stands behind one of these acts all the same."""
_BETWEEN = (
    "(?:您的|您|我们的?|这位|那位|一位|一个|其他|别的|任何|自己的?|移民|执法|纽约市?|纽约州|美国|当地的?|所有|该)*"
)
_LED = re.compile(f"(?:{_LEADS}){_BETWEEN}$")
_ACTS = re.compile(f"(?:{_ACTS_LED}){_BETWEEN}$")
_SUFFERS = re.compile("被|受到|收到|接到|得到|听说|属于")
_CLAUSE = re.compile(
    r"[,;:.?!()“”\"]|\b(?:before|after|if|when|until|unless|because|while|that|which|so|and|but|or|where|what|how|than|as|whether|why)\b"
)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being|get|got)\b(?: \w+){0,2}$")
_NOUN = re.compile(r"\b(?:your|our|the|an?|no|his|her|their|this|any|every|of)\s+$")
_PLACED = re.compile(
    r"\b(?:over|to|for|with|of|from|against|by|about|help|let|ask|want|have)\s+(?:the |your |our |an? |any )?(?:\w+ )?$"
)
_BEHIND = re.compile(
    r"^\s*(?:to |for |from |on |about )?(?:the |your |our |an? |any |this |that )?(?:(?!against)\w+ )?$"
)


_WHO = "谁"


@dataclass(frozen=True, slots=True)
class _Named:
    """One mention of a person: how he is called in Chinese, where it begins and ends."""

    who: str
    begins: int
    ends: int


@dataclass(frozen=True, slots=True)
class _Part:
    """How often a person does something in Chinese, and how often it is done to him."""

    acts: int
    suffers: int


def verbs(pair: Pair) -> Iterator[Found]:
    """Yield one who does in English what is only done to him in Chinese, or the other way round."""
    for english, chinese in _side_by_side(pair):
        for clause in _CLAUSE.split(english):
            for verb in _turned(clause or "", chinese):
                yield f"who does it to whom: “{verb}” is turned round", "look who does it, and to whom"
                return
        yield from _goes_to_another(english, chinese)


def _side_by_side(pair: Pair) -> list[tuple[str, str]]:
    english = [one for one in re.split(r"(?<=[.?!;])\s+", pair.low) if one]
    chinese = [one for one in re.split("(?<=[。？！；])", pair.simplified) if one]
    if len(english) != len(chinese) or PAUSE in pair.text:
        return [(pair.low, pair.simplified)]
    return list(zip(english, chinese, strict=True))


@lru_cache(maxsize=512)
def _word(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b(?!'s)")


def _turned(clause: str, chinese: str) -> Iterator[str]:
    """Yield the verbs of an English clause whose two people change their parts in the Chinese."""
    people = _people_in(clause)
    for en, zh in _VERBS.items() if people else ():
        for verb in _word(en).finditer(clause):
            before, behind = clause[: verb.start()], clause[verb.end() :]
            if _PASSIVE.search(before.rstrip()) or _NOUN.search(before) or behind.startswith(" by"):
                continue
            doer, done_to = _doer(clause, people, verb.start()), _done_to(clause, people, verb.end())
            if doer == _WHO:
                wrong = _another_acts(zh, chinese)
            else:
                lost = bool(doer) and doer != done_to and _suffers_only(doer, zh, chinese)
                wrong = lost or (bool(done_to) and doer != done_to and _acts_only(done_to, zh, chinese))
            if wrong:
                yield verb[0]


_HANDED = re.compile(
    r"\b(?:send|sends|sent|give|gives|gave|mail|mails|hand|hands|show|shows|pay|pays|paid|for|instead of)\b"
)
_TO = re.compile(r"\b(to|for) (?:the |your |our |an? |this |that )?(?:\w+ )?([a-z]+)\b")
_TAKES = {"to": "(?:寄|发|送|交|付|拿|出示|转|还|带|说|读|念)给", "for": "(?<!因)(?:替|为|帮)"}
"""What stands in Chinese before one to whom a thing goes, and before one for whom it is done."""
_TAKEN = {"to": "[给向]", "for": "(?<!因)[替为帮给]"}


def _goes_to_another(english: str, chinese: str) -> Iterator[Found]:
    """Yield what goes to one person in English and to another in Chinese, or is done for another."""
    people = {word: zh for _, word in _TO.findall(english) if (zh := _called(word))}
    for way, takes in _TAKES.items():
        meant = [people[word] for lead, word in _TO.findall(english) if lead == way and word in people]
        said = [found[1] for found in re.finditer(f"{takes}{_BETWEEN}({_ANYBODY})(?!的(?!人))", chinese)]
        if (
            meant
            and said
            and _HANDED.search(english)
            and not any(re.search(f"{_TAKEN[way]}{_BETWEEN}(?:{zh})", chinese) for zh in meant)
            and not any(re.search(zh, one) for zh in meant for one in said)
        ):
            yield f"it is done {way} {said[0]} in Chinese, {way} somebody else in English", "look to whom it goes"
            return


def _called(word: str) -> str | None:
    return next((zh for en, zh in _PEOPLE.items() if _word(en).fullmatch(word)), None)


def _people_in(clause: str) -> list[_Named]:
    """Return the people of a clause in their order, but those who stand in it twice: order says nothing of them."""
    found = [_Named(zh, one.start(), one.end()) for en, zh in _PEOPLE.items() for one in _word(en).finditer(clause)]
    often = Counter(one.who for one in found)
    return sorted((one for one in found if often[one.who] == 1), key=lambda one: one.begins)


def _doer(clause: str, people: list[_Named], verb: int) -> str:
    """Return who stands before a verb and does it: not one behind *for* or *with*, *who* only where it asks."""
    one = next((one for one in reversed(people) if one.ends <= verb), None)
    if one is None or _PLACED.search(clause[: one.begins]):
        return ""
    return "" if one.who == _WHO and not clause.strip().startswith("who") else one.who


def _done_to(clause: str, people: list[_Named], verb: int) -> str:
    """Return who stands close behind a verb."""
    one = next((one for one in people if one.begins >= verb), None)
    return one.who if one and _BEHIND.match(clause[verb : one.begins]) else ""


def _another_acts(verb: str, chinese: str) -> bool:
    """Say whether nobody asks who does it, and somebody named does it."""
    return not _part("谁|哪", verb, chinese).acts and any(
        _part(who, verb, chinese).acts for who in ("您", "我们", "律师", "对方")
    )


def _suffers_only(who: str, verb: str, chinese: str) -> bool:
    part = _part(who, verb, chinese)
    return part.suffers > 0 and not part.acts


def _acts_only(who: str, verb: str, chinese: str) -> bool:
    part = _part(who, verb, chinese)
    return part.acts > 0 and not part.suffers


def _part(who: str, verb: str, chinese: str) -> _Part:
    """Return what part a person has wherever the Chinese says a verb."""
    acts = suffers = 0
    for clause in re.split("[，。／；：？！]", chinese):
        if _SUFFERS.search(clause):
            continue
        for said in finditer(verb, clause):
            before, behind = clause[: said.start()], clause[said.end() :]
            for one in finditer(who, before):
                if before[one.end() :].startswith("的"):
                    continue
                led = _LED.search(before[: one.start()]) and not _ACTS.search(before[: one.start()])
                acts, suffers = acts + (not led), suffers + bool(led)
            suffers += bool(
                match(f"(?:了|过|着|到|给|于)?{_BETWEEN}?(?:{who})(?!的(?!人)|[^，]{{0,4}}的(?!人))", behind)
            )
    return _Part(acts, suffers)
