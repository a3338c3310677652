"""What comes first, and what hangs on what: two events that changed places at *before*, *after*, *once* or *if*.

English and Chinese name the same few events; each language says in its own way which of two comes first. Where the
English has one first and the Chinese the other, a rule is turned round: sign, then talk to a lawyer.
"""

import re

from legalassist.translations.gates.alarm import Pair
from legalassist.translations.gates.patterns import search
from legalassist.translations.gates.sentences import side_by_side

EVENTS: tuple[tuple[str, str], ...] = (
    (r"\b(?:lawyer|attorney)s?\b|\blegal advice\b", "律师"),
    (r"\bsign(?:s|ed|ing)?\b|\bsignature", "签(?!证)"),
    (r"\b(?:fil(?:e|es|ed|ing)|submit\w*|apply|applies|applied)\b", "递交|提交|申请"),
    (r"\b(?:call|calls|called|calling)\b", "打电话|致电|拨打|来电"),
    (r"\b(?:pay|pays|paid|paying)\b", "付|交钱|缴"),
    (r"\b(?:travel\w*|leav(?:e|es|ing)|left)\b", "离开|出境|旅行|离境"),
    (r"\b(?:confirm\w*|certif\w*)\b", "确认|认定"),
    (r"\b(?:arrest\w*|detain\w*)\b", "被捕|逮捕|拘留"),
    (r"\b(?:open|opens|opened|opening)\b", "开门|打开|可以用|开放"),
    (r"\b(?:hearing|court)\b", "开庭|出庭|法院|法庭"),
    (r"\bmov(?:e|es|ed|ing)\b", "搬"),
    (r"\banswer\w*\b", "回答"),
    (r"\b(?:speak|spoke|talk|say)\w*\b", "说话|谈(?!话)|谈话"),
    (r"\bpolice\b", "警"),
    (r"\bofficers?\b", "执法人员|官员"),
    (r"\bjudges?\b", "法官"),
    (r"\bread(?:s|ing)?\b", "看完|读完|看过|读过|念|读|看懂|[再先]看|看(?=文件|清|一遍|内容)"),
    (r"\bwr(?:ite|ites|iting|itten|ote)\b", "写"),
    (r"\bplea\w*\b|\bplead\w*\b", "认罪|认不认罪|答辩"),
    (r"\bapprov\w+|\bgrant(?:s|ed|ing)?\b", "批准|获批"),
    (r"\b(?:agree|consent)\w*\b", "同意"),
    (r"\binterpret\w+\b", "口译"),
    (r"\bdoctors?\b", "医生"),
    (r"\bwork(?:s|ing|ed)?\b", "工作|上班|干活"),
    (r"\b(?:marr(?:y|ies|ied)|wedding)\b", "结婚"),
    (r"\bdecid\w+|\bdecision\b", "决定"),
    (r"\bwarrants?\b", "令状|搜查令|逮捕令"),
    (r"\b(?:come in|enter|let \w+ in)\b", "进来|进门|进屋|入内"),
    (r"\b(?:delet|destroy|eras)\w+", "删|销毁"),
    (r"\b(?:send|sends|sending|sent|mail|mails|mailed)\b", "寄|发出|发送"),
    (r"\b(?:receiv\w+|arriv\w+|gets? (?:the|your|a) (?:card|letter|notice|paper))\b", "收到|寄到|拿到|到了|来了"),
    (r"\b(?:expir\w+|runs? out)\b", "到期|过期"),
    (r"\b(?:renew|extend)\w*\b", "续|延"),
    (r"\btell(?:s|ing)?\b|\btold\b", "告诉|说出"),
    (r"\bexplain\w*\b", "说明|解释|讲清"),
    (r"\bappl(?:y|ication|ied)\b", "申请"),
    (r"\bclose[sd]?\b|\bends?\b|\bended\b", "结案|结束|关闭"),
    (r"\bcountry\b|\bunited states\b", "美国|国家|离境|出境"),
    (r"\bcases?\b", "案"),
    (r"\bdebts?\b", "债"),
    (r"\bpassports?\b", "护照"),
    (r"\bchild(?:ren)?\b", "孩子|子女"),
    (r"\breport(?:s|ed|ing)?\b", "报案|举报|报告"),
    (r"\b(?:refus|den(?:y|ied|ies))\w*", "拒绝|被拒|驳回"),
    (r"\b(?:lose|loses|lost|losing)\b", "失去|丢"),
    (r"\bbirth\b|\bborn\b", "出生"),
)
"""What is done and what it is about, in both languages: enough to tell which of two things stands where."""

_NO = r"\b(?:not|no|never|nobody|nothing|cannot|without)\b|n't\b"
_HAN_NOT = re.compile("[不没别勿莫未]|切勿|禁止|避免|拒")
_LATER = re.compile(r"\b(?:before(?! (?:an?|the|any) (?:\w+ )?(?:judge|court|officer)\b)|until)\b")
_EARLIER = re.compile(r"\b(?:after|once|as soon as)\b(?! (?:again|more|a|in)\b)")
_ELSE = re.compile(r"\b(?:not after|even|as before|than before|at once|never too|have to|need not|whether|the day)\b")
_CONDITION = re.compile(r"^(?:if|when|because|as|even if|unless|in) [^,]+, ")
_FRONT = re.compile("^(.*?)(?:之前|以前|(?<![提事面目以之])前(?![面天往来年几台]))(.*)$")
_FIRST = re.compile("^(.*?)(?:首先|先)(.*)$")
_THEN = re.compile("(?:然后|之后|以后|后来|接着|随后|再|才)")
_BIDDEN = "先(?!(?:千万|一定|绝对|暂时)?(?:不|别|勿))|请(?![^，；]{0,10}?(?:不(?!懂|清楚|明白|安|同|满|到)|别(?![人的处])|勿))"
"""What bids: 先 and 请, but not where 不 follows them, be it at once or behind 一定, 千万 or what is not to be done."""
_BACK = re.compile("^(.*?)(?:之后|以后|(?<![最然以之])后(?![面天来果])|(?<![为])了|完)(.*)$")


def _events(text: str, *, english: bool) -> set[str]:
    return {ours for ours, theirs in EVENTS if search(ours if english else theirs, text)}


def turned_in_time(pair: Pair) -> bool:
    """Say whether of two events the second one comes first in Chinese: sign, then talk to a lawyer."""
    return any(_follows(english, chinese, turned=True) for english, chinese in side_by_side(pair))


def in_time(pair: Pair) -> bool:
    """Say whether two events certainly come in the order of the English: talk, then sign."""
    return any(_follows(english, chinese, turned=False) for english, chinese in side_by_side(pair))


def _follows(english: str, chinese: str, *, turned: bool) -> bool:
    said, done = _order(english), _han_order(chinese)
    if said is None or done is None:
        return False
    first, second = said
    ones, others = (_events(one, english=False) for one in (done[::-1] if turned else done))
    only_first, only_second = first - second, second - first
    return bool(only_first & ones and only_second & others and not only_first & others and not only_second & ones)


def _order(english: str) -> tuple[set[str], set[str]] | None:
    """Return what comes first and what second, in a sentence with one *before*, *until*, *after* or *once*."""
    later, earlier = list(_LATER.finditer(english)), list(_EARLIER.finditer(english))
    if len(later) + len(earlier) != 1 or _ELSE.search(english):
        return None
    joint = (later or earlier)[0]
    main, joined = _CONDITION.sub("", english[: joint.start()]), english[joint.end() :]
    if not main.strip(" ,"):
        joined, _, main = joined.partition(",")
    else:
        joined = joined.split(",")[0]
    ours, theirs = _events(main, english=True), _events(joined, english=True)
    denied = search(_NO, main) is not None
    if later and joint[0] == "until" and not denied:
        return None
    if search(_NO, joined) or (earlier and denied):
        return None
    return (theirs, ours) if earlier or denied else (ours, theirs)


def _han_order(chinese: str) -> tuple[str, str] | None:
    """Return what is done earlier and what later in a Chinese sentence, where it says so."""
    text = re.sub("不久|不过|无论|不论|不管|别人|别的", "", chinese).rstrip("。！？")
    for said in (_before_it, _first_of_all, _only_then, _after_it):
        found = said(text)
        if found:
            return found
    return None


def _before_it(text: str) -> tuple[str, str] | None:
    """B之前，A: A comes first, unless it is not to be done before B."""
    front = _FRONT.match(text)
    if not front:
        return None
    before, main = front[1].rpartition("，")[2], front[2].lstrip("，")
    main = main or front[1].rpartition("，")[0]  # 请先签，在谈之前
    denied = _HAN_NOT.search(main) and not search(_BIDDEN, main)
    return (before, main) if denied else (main, before)


def _first_of_all(text: str) -> tuple[str, str] | None:
    """先A，再B: A comes first; 先不要B: B comes later."""
    first = _FIRST.match(text)
    if not first:
        return None
    then = _THEN.search(first[2])
    if _HAN_NOT.match(first[2]):
        ours, _, theirs = first[2].partition("，")
        return theirs, ours
    if not then:
        return first[2], first[1]
    before, behind = first[2][: then.start()], first[2][then.end() :]
    cut = before.rfind("，")
    return (before[:cut], before[cut:] + behind) if cut > 0 else (before, behind)


def _only_then(text: str) -> tuple[str, str] | None:
    """A了才B, 等A再B: A comes first."""
    then = search("(?<!一)[再才]", text)
    if not then or _HAN_NOT.search(text):
        return None
    cut = max(text.rfind(one, 0, then.start()) for one in "，了后")
    return (text[:cut], text[cut:]) if cut > 0 else (text[: then.start()], text[then.end() :])


def _after_it(text: str) -> tuple[str, str] | None:
    """A之后，B: A comes first; A之后，不B: B belongs before it."""
    back = _BACK.match(text)
    if not back or not back[2].strip("，") or _HAN_NOT.search(back[1]):
        return None
    return (back[2], back[1]) if _HAN_NOT.search(back[2]) else (back[1], back[2])


_IF = re.compile(r"\b(?:if|when|once)\b")
_HAN_IF = re.compile("(?:如果|要是|假如|万一|一旦|只要|若)([^，。；！？]+)(?:，|$)|(?:^|，)([^，。；！？]+)的话")
_WITH_ALL = 3
"""So many events at least tell a condition from what follows from it."""


def condition_exchanged(pair: Pair) -> bool:
    """Say whether the condition became what follows, and what follows the condition."""
    for english, chinese in side_by_side(pair):
        joints, conditions = list(_IF.finditer(english)), list(_HAN_IF.finditer(chinese))
        if len(joints) != 1 or len(conditions) != 1 or search(r"\b(?:only|even|ask|as) if\b", english):
            continue
        main, joined = english[: joints[0].start()], english[joints[0].end() :]
        if not main.strip(" ,"):
            joined, _, main = joined.partition(",")
        ours, theirs = _events(main, english=True), _events(joined, english=True)
        condition = _events(conditions[0][1] or conditions[0][2], english=False)
        rest = _events(chinese[: conditions[0].start()] + chinese[conditions[0].end() :], english=False)
        only_main, only_joined = ours - theirs, theirs - ours
        exchanged = only_main & condition and only_joined & rest and not (only_main & rest or only_joined & condition)
        if exchanged and len(only_main & condition) + len(only_joined & rest) >= _WITH_ALL:
            return True
    return False
