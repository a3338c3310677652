"""Who does it, told by what stands before his name: 向, 给, 跟, 问 or 告诉 stand before one who does not act.

One who acts in the English sentence and is only led in the Chinese one has changed places with somebody, also where the
words stand in the right order. Traditional text is read in simplified characters.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from legalassist.translations.gates.alarm import Found, Pair
from legalassist.translations.gates.patterns import finditer, kept, search
from legalassist.translations.gates.roles import PASSIVE, PEOPLE, sentences_of

MORE: Mapping[str, str] = MappingProxyType({
    r"\bdoctors?\b": "医生|大夫",
    r"\b(?:agency|agencies)\b": "机构|中介|移民公司|部门",
    r"\bproviders?\b": "服务机构",
    r"\bnotar(?:y|ies)\b": "公证人",
    r"\b(?:relatives?|family members?)\b": "亲属|亲戚|家人",
    r"\b(?:this|that|the) person\b": "这位家人|对方|那个人|这个人|当事人",
    r"\bdrivers?\b": "司机",
    r"\btranslators?\b": "笔译员",
    r"\b(?:employees?|workers?)\b": "员工|工人|工作人员",
    r"\bclinic\b": "诊所|我们办公室|本机构",
    r"\bteachers?\b": "老师",
    r"\bnurses?\b": "护士",
    r"\bhotlines?\b": "热线",
    r"\bhospitals?\b": "医院",
    r"\bshelters?\b": "庇护所|收容所|安全住处",
    r"\bconsulates?\b": "领事馆",
    r"\bschools?\b": "学校",
    r"\bbanks?\b": "银行",
    r"\bstate\b": "州政府",
    r"\buscis\b": "移民服务局|USCIS",
})  # fmt: skip
_ACTS: Mapping[str, str] = MappingProxyType(
    {
        **PEOPLE,
        **MORE,
        r"(?<!thank )\byou\b": "您",
        r"\b(?:we|us|our (?:office|team|clinic))\b": "(?!)",
        r"\bwe\b": "我们",
    }
)
_ASKS = r"did|does|do|has|have|had|can|may|could|will|would|should|is|was|were|are|if|when|what|how|which|where|why|and|but|then|so|in court,?"
_SUBJECT = re.compile(
    rf"^(?:(?:with|without|under|after|before|by|through|in|on|at) [^,]{{3,60}}, ?)?(?:(?:{_ASKS})\s+)*(?:ever\s+)?(?:the|your|an?|any|our|every|each|some|all|most|this|that|no|only an?|only|new york(?: city)?(?:'s)?|"
    r"city|state|federal)?\s*(?:(?!(?:for|to|with|of|by|from)\b)[a-z]+\s)?$"
)
_LED = re.compile(
    "(?:向|给|对|跟|替|帮|问|告诉|找|交给|寄给|说给|带给|付给|通知|联系|陪|送给|卖给|欠|借给|还给|听|怪)"
    "(?:您的|您|我们的?|这位|那位|一位|一个|其他|别的|任何|自己的?|移民|执法|纽约市?|纽约州|美国|当地的?|所有)*$"
)
_TURNED = re.compile("[被由受让叫使]|收到|接到|得到|拿到|听到|听说|属于|来自")
_BLAMED = re.compile(r"\b(?:be|been|being|is|are|was|were|get|got) (?:\w+ly )?\w+(?:ed|en|de|ld|ught|id)\b")
_TOGETHER = re.compile(r"^\w+\W*$|\b(?:talk|speak|meet|agree|together)\b")
"""One word alone, and what two do with each other: 跟 leads one of them and takes nothing from him."""
_IMPERATIVE = re.compile(
    r"^(?:please |then |always |only |first |[^,]{3,40}, )?(?:tell|ask|call|show|give|send|bring|pay|write|text|email|help|trust|follow|let|lend|"
    r"answer|warn|remind|contact|visit|invite|introduce|read|hand|mail) (?:to )?(?:the|your|an?|any|our|this|that)?\s*(?:[a-z]+ )?$"
)
_SAID = "they change places in Chinese"


def doers(pair: Pair) -> Iterator[Found]:
    """Yield one who acts in English and is only told, asked or given to in Chinese, and one addressed who acts."""
    for english, chinese in sentences_of(pair):
        if PASSIVE.search(english) or _TURNED.search(chinese):
            continue
        if _only_led(english, chinese) or _acts_on_reader(english, chinese) or _left_to_reader(english, chinese):
            yield f"who does it to whom: {_SAID}", "look who acts in each sentence, and to whom"
            return
    if _for_them_to_say(pair.low, pair.simplified) or _handled(pair.low, pair.simplified):
        yield f"who does it to whom: {_SAID}", "look who acts in each sentence, and to whom"


_WE_ACT = re.compile(r"(?:^|, |; |and |then )we (?:will|can|may|also|then|shall|do|would|could|are going to)\b(?! not)")
_HAN_WE = re.compile("我们|我們|本所|本办|诊所|办公室|团队|律师|工作人员|同事|我[会帮替来]")
_HAN_YOU_DO = re.compile("请您|麻烦您|您(?:要|需要|必须|得|可以自己|自己)")


def _left_to_reader(english: str, chinese: str) -> bool:
    """Say whether what we do in English is left to the reader in Chinese, as in 请您寄给…."""
    return bool(_WE_ACT.search(english) and not _HAN_WE.search(chinese) and _HAN_YOU_DO.search(chinese))


def _first(english: str) -> tuple[str, str] | None:
    """Return what stands before the first person a sentence names, and how he is called in Chinese."""
    found = [(one.start(), len(zh), zh) for en, zh in _ACTS.items() if zh != "(?!)" and (one := search(en, english))]
    if not found:
        return None
    start, _, zh = min(found)
    return english[:start], zh


def _only_led(english: str, chinese: str) -> bool:
    """Say whether the one who acts in English is only led in Chinese."""
    first = _first(english)
    if first is None or not _SUBJECT.search(first[0]) or _BLAMED.search(english) or _TOGETHER.search(english):
        return False
    said = [chinese[: one.start()] for one in finditer(first[1], chinese)]
    return bool(said) and all(_LED.search(before) for before in said)


def _for_them_to_say(english: str, chinese: str) -> bool:
    """Say whether the one for whom it is to say or decide is only told in Chinese."""
    found = search(r"\bfor (?:your|the|our|a|an) (\w+) to (?:say|tell|decide|answer|explain|choose)\b", english)
    zh = next((zh for en, zh in _ACTS.items() if found and re.fullmatch(en, found[1])), "")
    return bool(zh) and bool(search(f"(?:向|跟|对|给)(?:您的|您|我们的?)?(?:{zh})", chinese))


_BY = re.compile(r"\b(?:is|are|was|were|been|be|being) \w+(?: \w+){0,4}? by ((?:[\w']+ ?){1,4})")


def _handled(english: str, chinese: str) -> bool:
    """Say whether the one by whom it was done has it done to him in Chinese (把, 将), or is only told or given to."""
    found = _BY.search(english)
    agents = [zh for en, zh in _ACTS.items() if found and zh != "(?!)" and search(en, found[1])]
    led = "告诉|交给|寄给|[说读念写]给|(?:向|跟|对|给|问)(?=[^，。／；]*[说读念问讲])"
    return any(
        search(f"(?:把|将)[^，。／；]{{0,5}}(?:{zh})", chinese)
        or (search(f"(?:{led})[^，。／；]{{0,4}}(?:{zh})", chinese) and len(kept(zh).findall(chinese)) == 1)
        for zh in agents
    ) and not search("被|由", chinese)


def _acts_on_reader(english: str, chinese: str) -> bool:
    """Say whether one whom the reader is to call, tell or ask does it to the reader in Chinese."""
    for en, zh in {**PEOPLE, **MORE}.items():
        one = search(en, english)
        if not one or "you" in en or not _IMPERATIVE.search(english[: one.start()]):
            continue
        acts = search(
            f"(?:{zh.replace('(?!的)', '')})[^，。；？！、]{{0,8}}(?:给|向|告诉|问|跟|对|找|帮|替|为|请)您(?!的)",
            chinese,
        )
        return bool(acts) and not _LED.search(chinese[: acts.start() if acts else 0])
    return False
