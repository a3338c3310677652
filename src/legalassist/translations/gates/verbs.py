"""Who does what to whom, verb by verb: in each clause of the English, and wherever the Chinese says that verb.

Where the verb is *tell*, the one before it tells and the one behind it is told; in Chinese the one before 告诉 tells
unless 向, 给 or 跟 leads him, and the one behind it is told. A text for the ear says the same in many short ideas, so the
Chinese is not asked for its order but for the part each person has. Traditional text is read in simplified characters.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from legalassist.translations.gates.alarm import Found, Pair
from legalassist.translations.gates.patterns import finditer, match
from legalassist.translations.gates.people import ACTS, ANYONE, BETWEEN, LED, PEOPLE, word_of
from legalassist.translations.gates.sentences import side_by_side

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
_MORE: Mapping[str, str] = MappingProxyType({
    r"look(?:s|ed|ing)?": "看|查",
    r"want(?:s|ed|ing)?": "想|要",
    r"us(?:e|es|ed|ing)": "用",
    r"keep(?:s|ing)?|kept": "留|放|保管|收好",
    r"say(?:s|ing)?|said": "说|回答",
    r"talk(?:s|ed|ing)?|speak(?:s|ing)?|spoke": "谈|说",
    r"stop(?:s|ped|ping)?": "停",
    r"go(?:es|ing)?|went": "去|走",
    r"com(?:e|es|ing)|came": "来|进",
    r"leav(?:e|es|ing)|left": "离开|走|留",
    r"liv(?:e|es|ed|ing)": "住|生活",
    r"work(?:s|ed|ing)?": "工作|做|干",
    r"need(?:s|ed|ing)?": "需要|要",
    r"join(?:s|ed|ing)?": "加入|参加|团聚",
    r"apply|applies|applied": "申请",
    r"fil(?:e|es|ed|ing)": "递交|申请|交",
    r"travel(?:s|ed|ing)?": "旅行|离开|出",
    r"mov(?:e|es|ed|ing)": "搬|动",
    r"get(?:s|ting)?|got": "拿|得到|收|取",
    r"receiv(?:e|es|ed|ing)": "收",
    r"remember(?:s|ed|ing)?": "记",
    r"think(?:s|ing)?|thought": "觉得|想|认为",
    r"understand(?:s|ing)?|understood": "懂|明白|理解",
    r"hid(?:e|es|ing)|hid": "藏|瞒",
    r"run(?:s|ning)?|ran": "跑|经营|开",
    r"feel(?:s|ing)?|felt": "觉得|感到",
    r"worr(?:y|ies|ied)": "担心",
    r"belong(?:s|ed)?": "加入|参加",
    r"record(?:ed|ing)?": "录下|录音",
    r"plan(?:s|ned|ning)?": "打算|计划|安排",
    r"car(?:e|es|ed|ing)": "照顾",
    r"pick(?:s|ed)? up": "接",
    r"order(?:s|ed)?": "命令",
    r"skip(?:s|ped)?": "跳过",
    r"change(?:s|d)?": "改|换",
    r"mak(?:e|es)": "发出|做|写",
    r"lose(?:s)?|lost": "丢|失去",
    r"miss(?:es|ed)?": "错过",
    r"touch(?:es|ed)?": "碰",
    r"open(?:s|ed)?": "开|拆",
    r"close(?:s|d)?": "关",
    r"refuse(?:s|d)?": "拒绝|不",
    r"try|tries|tried": "试",
    r"end(?:s|ed)?": "结束",
    r"begin(?:s)?|began|start(?:s|ed)?": "开始",
    r"cover(?:s|ed)?": "包括",
    r"add(?:s|ed)?": "添加|加|写",
    r"name(?:s|d)?": "写|说出|提",
    r"believe(?:s|d)?": "相信",
    r"love(?:s|d)?": "爱",
    r"stay(?:s|ed)?": "留|住|待",
    r"act(?:s|ed)?": "代|办|做",
    r"punish(?:es|ed)?": "惩罚|处罚",
    r"drive(?:s|n)?|drove": "开车|送",
    r"print(?:s|ed)?": "印",
    r"count(?:s|ed)?": "算",
    r"repeat(?:s|ed)?": "重复|再",
    r"pass(?:es|ed)? on": "转",
    r"put(?:s)?": "放|写",
    r"learn(?:s|ed)?": "知道|学|记",
    r"buy(?:s)?|bought": "买",
    r"sell(?:s)?|sold": "卖",
    r"steal(?:s)?|stole": "偷",
    r"hit(?:s)?|beat(?:s)?": "打",
    r"follow(?:s|ed)?": "跟|按|信",
    r"marry|marries|married": "结婚|再婚",
    r"correct(?:s|ed|ing)?": "改正|更正|纠正",
})  # fmt: skip
"""Verbs said in so many ways that only who does them is asked, not to whom."""
_ANYBODY = "|".join(zh for zh in PEOPLE.values() if zh != "谁").removesuffix("|人")
_SUFFERS = re.compile("被|受到|收到|接到|得到|听说|属于")
_CLAUSE = re.compile(
    r"[,;:.?!()“”\"]|\b(?:before|after|if|when|until|unless|because|while|that|which|so|and|but|or|where|what|how|than|as|whether|why)\b"
)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being|get|got)\b(?: \w+){0,2}$")
_NOUN = re.compile(r"\b(?:your|our|the|an?|no|his|her|their|this|any|every|of|orders)\s+$")
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
    for english, chinese in side_by_side(pair):
        for clause in _CLAUSE.split(english):
            for verb in _turned(clause or "", chinese):
                yield f"who does it to whom: “{verb}” is turned round", "look who does it, and to whom"
                return
        yield from _goes_to_another(english, chinese)
        yield from _done_by_another(english, chinese)


def _acted(verb: str, clause: str) -> Iterator[re.Match[str]]:
    """Yield where a verb says that somebody does it: not as a noun, and not that it is done by somebody."""
    for found in word_of(verb).finditer(clause):
        before = clause[: found.start()]
        done = _PASSIVE.search(before.rstrip()) or clause[found.end() :].startswith(" by")
        if not (done or _NOUN.search(before)):
            yield found


def _turned(clause: str, chinese: str) -> Iterator[str]:
    """Yield the verbs of an English clause whose two people change their parts in the Chinese."""
    people = _people_in(clause)
    for en, zh in _VERBS.items() if people else ():
        for verb in _acted(en, clause):
            doer, done_to = _doer(clause, people, verb.start()), _done_to(clause, people, verb.end())
            if doer == _WHO:
                wrong = _another_acts(zh, chinese)
            else:
                lost = bool(doer) and doer != done_to and _suffers_only(doer, zh, chinese)
                wrong = lost or (bool(done_to) and doer != done_to and _acts_only(done_to, zh, chinese))
            if wrong:
                yield verb[0]


_FAR = 4
"""So many English words at most stand between one who acts and what he does."""
_NEAR = 8
"""So many characters at most stand between one who acts and what he does."""
_OPEN = ANYONE | {""}
"""Whose deed stays open: anybody's, or nobody's in particular."""


def _done_by_another(english: str, chinese: str) -> Iterator[Found]:
    """Yield a verb that one person does in English, and only another in Chinese, wherever it is said."""
    doers: dict[str, set[str]] = {}
    for clause in filter(None, _CLAUSE.split(english)):
        people = _people_in(clause)
        for en, zh in (*_VERBS.items(), *_MORE.items()):
            for verb in _acted(en, clause):
                doer = _doer(clause, people, verb.start())
                last = max((one.ends for one in people if one.ends <= verb.start()), default=0)
                far = doer and len(clause[last : verb.start()].split()) > _FAR
                doers.setdefault(zh, set()).add("" if far else doer)
    for way, whose in doers.items():
        theirs = [] if whose & _OPEN else _doers_of(way, chinese)
        if theirs and not set(theirs) & (_OPEN | whose):
            yield f"who does it to whom: {theirs[0].split('|')[0]} does it in Chinese ({way})", "look who does it"
            return


_LET = re.compile("[让叫使请]$")
"""Who is let or asked does it, and somebody else lets him: whose deed it is stands open."""


def _doers_of(verb: str, chinese: str) -> list[str]:
    """Return who does it wherever the Chinese says a verb: nobody where it is not said."""
    found = []
    for clause in re.split("[，。／；：？！、]", chinese):
        for said in finditer(verb, "" if _SUFFERS.search(clause) else clause):
            before = clause[: said.start()]
            near = [
                (one.end(), -one.start(), "" if _LET.search(before[: one.start()]) else who)
                for who in PEOPLE.values()
                for one in finditer(who, before)
                if len(before) - one.end() <= _NEAR
                and not before[one.end() :].startswith("的")
                and (not LED.search(before[: one.start()]) or ACTS.search(before[: one.start()]))
            ]
            found.append(max(near, default=(0, 0, ""))[2])
    return found


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
        said = [found[1] for found in re.finditer(f"{takes}{BETWEEN}({_ANYBODY})(?!的(?!人))", chinese)]
        if (
            meant
            and said
            and _HANDED.search(english)
            and not any(re.search(f"{_TAKEN[way]}{BETWEEN}(?:{zh})", chinese) for zh in meant)
            and not any(re.search(zh, one) for zh in meant for one in said)
        ):
            yield f"it is done {way} {said[0]} in Chinese, {way} somebody else in English", "look to whom it goes"
            return


def _called(word: str) -> str | None:
    return next((zh for en, zh in PEOPLE.items() if word_of(en).fullmatch(word)), None)


def _people_in(clause: str) -> list[_Named]:
    """Return the people of a clause in their order, but those who stand in it twice: order says nothing of them."""
    found = [_Named(zh, one.start(), one.end()) for en, zh in PEOPLE.items() for one in word_of(en).finditer(clause)]
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
                led = LED.search(before[: one.start()]) and not ACTS.search(before[: one.start()])
                acts, suffers = acts + (not led), suffers + bool(led)
            suffers += bool(
                match(f"(?:了|过|着|到|给|于)?{BETWEEN}?(?:{who})(?!的(?!人)|[^，]{{0,4}}的(?!人))", behind)
            )
    return _Part(acts, suffers)
