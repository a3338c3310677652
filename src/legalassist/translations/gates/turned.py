"""What is turned round for certain: an order not to, a before, an up to, a person, a consent that says the opposite.

Other gates ask a reader to look at many a thing that may be right. What is here stops the print of a handout: each rule
asks for the English and for a Chinese that contradicts it, and is silent where the Chinese could be said to mean the same.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from legalassist.translations.gates.alarm import Found, Pair
from legalassist.translations.gates.patterns import finditer, search
from legalassist.translations.gates.roles import PEOPLE
from legalassist.translations.gates.said_numbers import NUMERALS, UNITS
from legalassist.translations.gates.sentences import side_by_side

_NO = r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|unless)\b|n't\b"
_CHOICE = (
    r"\b(?:whether|free|choice|choose|optional|skip\w*|miss\w*|stay|need|only|too|hard|refuse\w*|stop\w*|lose|lost)\b"
)


@dataclass(frozen=True, slots=True)
class Turned:
    """The English and what would excuse it there, the Chinese that contradicts it and what would excuse that."""

    english: str
    unless: str
    chinese: str
    but: str
    says: str


_SPAN = r"(?:years?|months?|weeks?|days?|hours?)"
TURNED = (
    Turned(rf"\bup to [\w,]+ {_SPAN}\b(?! (?:early|before|ahead))", r"at least|minimum|or more|from \w+ (?:to|up)",
           "至少|起码|最少|不少于|不低于", "最多|至多|不超过|以内|之内", "最多"),
    Turned(rf"\bup to [\w,]+ {_SPAN} (?:early|before|ahead)\b", r"\bby\b|no later|latest", "最迟|最晚", "最早|最多|提前至多", "最早"),
    Turned(r"\b(?:at most|no more than|not more than)\b", r"at least|minimum|no (?:less|fewer)", "至少|起码|不少于|不低于",
           "最多|至多|不超过|以内", "最多"),
    Turned(r"\bat least\b", r"at most|up to|no more|maximum|not more", "最多|至多|不超过|不高于|不多于", "至少|起码|最少|以上|不少于|不低于", "至少"),
    Turned(r"\b(?:under|younger than) (?:the age of )?\d+", r"over|older|above|\bor more|turn", r"超过|大于|(?<![未不没])满\d+岁(?!以?[前下])",
           "未满|不满|没满|不到|以下|小于|之前|以前", "未满"),
    Turned(r"\b(?:over|older than) (?:the age of )?\d+", r"under|younger|below|not over", "未满|不满|没满|不到|小于", "超过|已满|以上|大于|年满", "超过"),
    Turned(r"\bonly (?:with|after|if) (?:your|you)\b[^.;]*", r"without|need not|no need|not have to",
           "(?:不用|不需要|不必|无需|不经|不管|未经)(?:经过|得到|征得|有)?您(?:的)?(?:书面)?(?:同意|许可|允许)", "[就便]?不会|不能|不可", "只有…才"),
    Turned(r"\bcrimes? (?:of|by) (?!you)", r"you commit|your crime|by you\b(?<!not by you)", "(?<!不)是您(?:在|的)?犯|(?<!不是)您(?:就|也|是|会)?犯了?[罪法]",
           "不是您|您没有", "对方犯罪"),
    Turned(r"\bask (?:somebody|someone|anybody|anyone|a friend) to\b", r"\byou to\b", "请", "人|谁|友|亲|托|别|对方|家|同事|律师", "请人"),
    Turned(r"(?:^|, |[.;:] |must |have to |please |always )go\b(?! (?:away|on)\b)|\bgo to (?:every|your|the|each) (?:hearing|court|interview)",
           rf"{_NO}|{_CHOICE}", "可以不[去到来]|不用[去到来]|不必[去到来]|不需要[去到来]|不去也|无需[去到]", "可不可以", "请去"),
    Turned(r"\b(?:may|might|could) (?:be|mean|count|lead)\b", rf"{_NO}|\b(?:only|un\w+|hard|refuse\w*|den\w+|lost?|lose|stop\w*|end\w*)\b",
           "不会|不可能", "(?<!不)可能|也许|或许|能不能|会不会|(?<!不)会", "可能"),
    Turned(r"\bunless\b", r"\beven\b", "即使|就算|哪怕", "除非|否则|如果|要是|才|只有|除了|再", "除非"),
    Turned(r"\bbefore, not after\b", r"(?!)", "不要(?:等到)?[^，。／]*(?:先|前)", "(?!)", "先, 不要等到…之后"),
    Turned(r"\bcriminal (?:case|court|charge|law|lawyer|record)", r"\bcivil\b", "民事", "刑事", "刑事"),
    Turned(r"\bcivil (?:case|court|claim|law)", r"\bcriminal\b", "刑事", "民事", "民事"),
    Turned(r"\bconvict(?:ed|ion)\b", r"arrest|detain|held", "被捕|逮捕", "定罪|判|有罪|罪名成立", "定罪"),
    Turned(r"\bwith the door closed\b|\b(?:keep|leave) the door (?:closed|shut|locked)\b", r"\bopen\w*\b", "开着门|打开门|把门打开|开门(?!见)",
           "关|不|别|隔着", "关着门"),
    Turned(r"\bor a warrant\b|\byour consent or\b", r"\band\b|\bboth\b", "并且|而且|同时", "或|要么|还是|任", "或"),
)  # fmt: skip
"""One line, one contradiction; `but` names every way in which the Chinese may still be right."""


def turned_round(pair: Pair) -> Iterator[Found]:
    """Yield what says the opposite of its English beyond doubt; asked of handouts, where it stops the print."""
    for english, chinese in side_by_side(pair):
        for one in TURNED:
            found = search(one.english, english)
            wrong = search(one.chinese, chinese)
            if found and wrong and not search(one.unless, english) and not search(one.but, chinese):
                yield f"“{found[0].strip(' ,.;:')}” became {wrong[0]}", f"say {one.says}"
        if _order_lost(english, chinese):
            yield "an order not to do a thing became one to do it", "say 不要 each time"
        if _later(english, chinese):
            yield "the English says “before”, the Chinese says after", "say …之前"
        if _earlier(english, chinese):
            yield "the English says “after”, the Chinese says before", "say …之后"
        if _not_this_one(english, chinese):
            yield (
                "the one the English says *not* of, and the other one, have changed places",
                "look whom “not” is about",
            )


_ORDERS = re.compile(r"\b(?:do not|don't|never) (?!(?:need|have|know|want|understand|agree|mean)\b)")
_MORE = re.compile(
    r"\b(?:but|instead|just|can|may|could|rather|then|stay|keep)\b|;|, (?!and (?:do not|don't|never)|or\b)"
)
_HAN_NOT = re.compile("[不没别勿莫未无]|切勿|禁止|避免|停止|拒")
_NOT_THAT = re.compile("不利|不同(?!意)|不久|不断|不过|无论|不论|不管|别人|别的|特别|没收|对不起|不但|不仅|未来|差不多")
_JOINS = re.compile("或|和|及|跟|、|也|还|并|与")
_POSITIVE = re.compile("^(?:请|您|也|还|就)*(?:可以|要|应该|能|请)|起来$|^[^，]{1,3}$")
_OTHERWISE = re.compile("前|先|才|再|免|除|随时|欢迎|放心|尽管|记|留|保管|收好|只")


def _order_lost(english: str, chinese: str) -> bool:
    """Say whether of two *do not* side by side one became a *do*, or the only order of a sentence did."""
    orders = list(_ORDERS.finditer(english))
    text = _NOT_THAT.sub("", chinese)
    if not orders:
        return False
    if len(orders) == 1:
        begins = re.match(r"(?:if [^,]+, )?(?:please )?(?:do not|don't|never) ", english) is not None
        alone = not search(
            r"hesitate|forget|lose|miss|hand over|give up|afraid|worry|without|until|before|unless", english
        )
        allowed = search("(?:^|，)(?:请|您)*(?:可以|要|应该|必须)", text)
        return bool(begins and alone and allowed and not _HAN_NOT.search(text) and not _OTHERWISE.search(text))
    if _MORE.search(english[orders[0].end() :]) or len(_HAN_NOT.findall(text)) >= len(orders):
        return False
    clauses = [one for one in re.split("[，。；！／]", text) if one]
    first = next((number for number, one in enumerate(clauses) if _HAN_NOT.search(one)), None)
    rest = clauses[first + 1 :] if first is not None else []
    return any(_POSITIVE.search(one) and not _HAN_NOT.search(one) and not _JOINS.search(one) for one in rest)


_EVENTS = (
    (r"\b(?:lawyer|attorney)s?\b", "律师"),
    (r"\bsign(?:s|ed|ing)?\b", "签"),
    (r"\b(?:fil(?:e|es|ed|ing)|submit\w*)\b", "递交|提交|申请"),
    (r"\b(?:call|calls|called|calling)\b", "打电话|致电|拨打"),
    (r"\b(?:pay|pays|paid|paying)\b", "付|交钱|缴"),
    (r"\b(?:travel\w*|leav(?:e|es|ing))\b", "离开|出境|旅行"),
    (r"\b(?:confirm\w*|certif\w*)\b", "确认|认定"),
    (r"\b(?:arrest\w*|detain\w*)\b", "被捕|逮捕|拘留"),
    (r"\b(?:open|opens|opened|opening)\b", "开门|打开|可以用|开放"),
    (r"\b(?:hearing|court)\b", "开庭|出庭|法院|法庭"),
    (r"\bmov(?:e|es|ed|ing)\b", "搬"),
    (r"\b(?:answer\w*|speak\w*|talk\w*)\b", "回答|说话|谈"),
)
"""What is done, in both languages: enough to tell which of two events stands at the *before*."""


def _events(text: str, *, english: bool) -> set[str]:
    return {ours for ours, theirs in _EVENTS if search(ours if english else theirs, text)}


def _later(english: str, chinese: str) -> bool:
    """Say whether *A before B* became B之后 A (and *no A before B* B之后 no A)."""
    halves = re.split(r"\bbefore\b", english)
    if len(halves) != 2 or search(r"\bafter\b", english) or search("前|先|才|再|方可", chinese):  # noqa: PLR2004
        return False
    parts = re.match("(.*?)(?:之后|以后|后)(?![来面天])(.*)", chinese)
    main, joined = (_events(one, english=True) for one in halves)
    if not parts or not (main - joined) or not (joined - main):
        return False
    at, rest = (_events(parts[number], english=False) for number in (1, 2))
    turned = joined & at - rest and main & rest - at
    denied = search(_NO, halves[0])
    return bool(turned and (not denied or _HAN_NOT.search(_NOT_THAT.sub("", parts[2]))))


def _earlier(english: str, chinese: str) -> bool:
    """Say whether *A once B* became B之前 A."""
    halves = re.split(r"\b(?:after|once|as soon as)\b", english)
    if len(halves) != 2 or search(rf"{_NO}|\b(?:before|until|at once|once (?:more|again|only)|only)\b", english):  # noqa: PLR2004
        return False
    parts = re.match("(.*?)(?:之前|以前)(.*)", chinese)
    if not parts or search("后|才|再|先|不|没|未", chinese):
        return False
    joined = _events(halves[1].split(",")[0], english=True) - _events(halves[0], english=True)
    return bool(joined & _events(parts[1], english=False))


_DENIED = re.compile(
    "(?:不是|没有|并非|而非|不由|不要(?:告诉|交给|给|问|找|跟|向|对))(?:由|您的|我们的)?([^，。／；？！]{1,8})"
)
_NOT_ONE = re.compile(
    r"(?<!do )(?<!does )(?<!did )(?<!is )(?<!are )\bnot (?:by |to |from |with )?(?:the |your |an? |any )?(\w+)"
)


def _not_this_one(english: str, chinese: str) -> bool:
    """Say whether *X, not Y* became *Y, not X*: both stand in both texts, and the *not* is at the other one."""
    denied = {zh for word in _NOT_ONE.findall(english) for en, zh in PEOPLE.items() if search(rf"^(?:{en})$", word)}
    said = {zh for en, zh in PEOPLE.items() if search(en, _NOT_ONE.sub(" ", english))} - denied
    if not denied or not said:
        return False
    nots = [one[1] for one in _DENIED.finditer(chinese)]
    rest = _DENIED.sub(" ", chinese)
    exchanged = any(search(f"^(?:{zh})", one) for one in nots for zh in said)
    return exchanged and all(search(zh, rest) and not any(search(zh, one) for one in nots) for zh in denied)


_COUNTS = {word: number for word, number in UNITS.items() if number <= 12}  # noqa: PLR2004 - a dozen
_HAN_COUNTS = {NUMERALS[number]: number for number in _COUNTS.values()} | {"两": 2}
_HAN_UNITS = {"year": "年(?!级|代|龄)", "month": "个月", "week": "(?:个?星期|周|个礼拜)", "day": "天", "hour": "个?(?:小时|钟头)",
              "minute": "分钟", "copy": "份", "copies": "份", "time": "次", "page": "页"}  # fmt: skip
_COUNTED = re.compile(rf"\b({'|'.join(_COUNTS)}|\d+)[- ](year|month|week|day|hour|minute|cop(?:y|ies)|time|page)s?\b")


def other_number(pair: Pair) -> Iterator[Found]:
    """Yield a span or count whose number is another one in Chinese: 两年 for *one year*. Asked of handouts."""
    for english, chinese in side_by_side(pair):
        for unit, han in _HAN_UNITS.items():
            ours = {_COUNTS.get(one, 0) or int(one) for one, name in _COUNTED.findall(english) if name == unit}
            text = re.sub(r"第[一二三四五六七八九十\d]+|[一二三四五六七八九十\d]+[多几]", " ", chinese)
            theirs = {
                _HAN_COUNTS.get(one[1], 0) or int(one[1])
                for one in finditer(
                    rf"(?<![\d一二三四五六七八九十百千.])(十[一二]|[一二两三四五六七八九十]|\d{{1,4}}){han}", text
                )
                if one[1] in _HAN_COUNTS or int(one[1]) < 1900  # noqa: PLR2004 - a year has a name, not a number
            }
            if ours and theirs and not ours & theirs:
                said, wrong = (", ".join(str(one) for one in sorted(some)) for some in (ours, theirs))
                yield f"{said} ({unit}) became {wrong}", "write the number of the English"
