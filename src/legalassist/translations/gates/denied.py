"""What the English denies and the Chinese has done, verb by verb: 请反抗，不要跑 for “do not resist and do not run”.

A text has its *not* somewhere; here each verb is asked for its own. The verb has to stand in the Chinese without a 不
before it, in a clause that bids or allows it (请, 可以, 要), and no other word of the English may be said in that way.
The other way round a bidding that became a prohibition: 不要要求免费律师 for “ask for a free lawyer”.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from legalassist.translations.gates.alarm import Found, Pair
from legalassist.translations.gates.patterns import finditer, fullmatch, kept, match, search
from legalassist.translations.gates.said_without import without_answered, without_rhetorical
from legalassist.translations.gates.sentences import side_by_side

VERBS: Mapping[str, str] = MappingProxyType({
    r"resist\w*": "反抗|抗拒|抵抗",
    r"run|runs|running": "跑|逃",
    r"hid(?:e|es|ing)": "躲|藏|隐瞒|瞒",
    r"sign(?:s|ed|ing)?": "签(?!证)",
    r"open(?:s|ed|ing)?": "打开|开门|拆开|另开",
    r"answer(?:s|ed|ing)?": "回答|答复",
    r"l(?:ie|ies|ied|ying)": "说谎|撒谎|骗",
    r"show(?:s|n)?": "出示|拿出|给[^，。]{0,4}看",
    r"tell(?:s|ing)?|told|say(?:s|ing)?|said|speak(?:s|ing)?|talk(?:s|ing)?": "告诉|说(?![谎明假])|讲|谈|透露",
    r"giv(?:e|es|ing|en)|hand(?:s|ed)?|leave[sd]?|left": "交给|留给|交出|给(?!您)|留在|放在|留下|离开",
    r"pay(?:s|ing)?|paid": "付|交钱|缴|给钱",
    r"call(?:s|ed|ing)?": "打电话|拨打|致电|打给",
    r"ask(?:s|ed|ing)?": "要求|请求|询问|问(?!题)",
    r"agree(?:s|d)?|consent(?:s|ed)?": "同意|答应",
    r"travel(?:s|ed|ing)?": "离开|出境|旅行|出国",
    r"go|goes|going": "去(?!过)|前往",
    r"wait(?:s|ed|ing)?": "等(?!到|待期)",
    r"send(?:s|ing)?|sent|mail(?:s|ed)?": "寄|发送|发给",
    r"keep(?:s|ing)?|kept": "保留|保存|保管|留着|收好|留(?=[一份副原复])",
    r"stop(?:s|ped|ping)?": "停止|停下",
    r"us(?:e|es|ed|ing)": "使用|用(?!户)",
    r"fil(?:e|es|ed|ing)|submit\w*|apply|applies|applied": "递交|提交|申请",
    r"bring(?:s|ing)?|brought": "带上|带来|带(?!着)",
    r"writ(?:e|es|ing|ten)|wrote": "写",
    r"read(?:s|ing)?": "念|读|看",
    r"guess(?:es|ed|ing)?": "猜",
    r"shar(?:e|es|ed|ing)": "分享|告诉|透露|共享",
    r"let(?:s|ting)?": "让|放",
    r"refus(?:e|es|ed|ing)": "拒绝",
    r"believ(?:e|es|ed)|trust(?:s|ed)?": "相信|信任",
    r"delet(?:e|es|ed)|eras(?:e|es|ed)|destroy(?:s|ed)?": "删|销毁",
    r"sell|sold": "卖",
    r"work(?:s|ed|ing)?": "工作|干活|打工",
    r"miss(?:es|ed)?": "错过|缺席",
    r"arrest(?:s|ed)?": "被捕|逮捕|抓",
    r"convict(?:s|ed)?": "定罪",
    r"blam(?:e|es|ed)": "怪|责怪",
    r"punish(?:es|ed)?": "惩罚|处罚",
    r"report(?:s|ed)?": "举报|报告",
    r"record(?:s|ed)?": "录音|录下|记录",
    r"argu(?:e|es|ed)": "争吵|争辩|吵",
    r"touch(?:es|ed)?": "碰|触摸",
    r"drink(?:s)?": "喝",
    r"count(?:s|ed)?": "算",
    r"interpret(?:s|ed)?": "口译",
    r"charg(?:e|es|ed)": "收费|收钱",
    r"promis(?:e|es|ed)": "承诺|保证|答应",
    r"explain(?:s|ed)?": "解释|说明",
    r"contact(?:s|ed)?": "联系",
    r"help(?:s|ed)?": "帮",
    r"need(?:s|ed)?|require[sd]?": "需要",
    r"search(?:es|ed)?": "搜查|搜身",
    r"follow(?:s|ed)?": "跟着|跟踪",
    r"understand(?:s)?|understood": "[看听读]懂|明白",
})  # fmt: skip
"""Verbs and the Chinese ways that say them and nothing else."""
LOST = r"(?:ever|also|just|even|please|simply|have to|has to|need to|want to|try to|be made to|be forced to|be|get)"
_AUX = r"(?:do|does|did|must|may|can|could|should|will|would|need|shall|is|are|was|were)"
_NOT = re.compile(
    rf"(?:\b{_AUX}(?: not|n't)|\bnever|\bcannot|\bcan't|\bwon't|\bnot to|(?<=[,;] )not|\b(?:and|or|nor)(?= (?:do|does) not))"
    rf" (?:{LOST} )*(\w+)(?:,? (?:or|nor|and) (?:{LOST} )*(?!(?:{_AUX}|never)\b)(\w+))?"
)
_NOBODY = re.compile(
    r"\b(?:nobody|no one)\b(?: who [^,.;]*?(?= (?:may|can|could|must|will|should|has|needs)\b))?(?: (?:may|can|could|must|will|should|has to|needs to|is allowed to|is going to|ever))*"
    r" (?:be )?(?!who\b)(\w+)(?: or (\w+))?"
)
_NOTHING = re.compile(r"\b(\w+) (?:(?:him|her|them|us|me|you|(?:your|the) \w+) )?(?:nothing|nobody|no one|no \w+)\b")
EXCUSED = re.compile(
    r"\b(?:before|until|unless|without|except|only|but|instead|rather|hesitate|forget|too|whether|yet|enough|if you do not|why)\b"
)
"""What makes a *not* a condition, which Chinese may say without one; `sequence` asks who comes first."""
_HAN_NOT = re.compile("[不没别勿莫未无免禁拒]|停止|避免|防止|以外|之外|除(?=[了非外])|只|才|哪怕|小心|当心")
_HAN_PLAIN = re.compile(
    "不同(?!意)|不久|不断|不过|无论|不论|不管|别人|别的|特别|对不起|不但|不仅|未来|差不多|未成年|免费"
)
_JOINED = re.compile("^(?:(?:或者?|和|及|以及|与|跟)|(?:还|并|也|更)(?!请|要|可以|会|得|能))")
_BIDS = re.compile(
    "会(?:被|受到|因此)?$|(?:请|可以|要|必须|应该|都可以|得|什么都|都|先)(?:您|先|把|将|就|去|自己)*[^，、您不]{0,5}$"
)
_FORBIDS = "(?:请?(?:不要|别|勿|切勿|不用|不必|无需|不需要|不可以?|不得|不能))"


_UNDERSTANDS = re.compile(r"\bunderst(?:an|oo)d\w*|\bread english\b")
_NOT_UNDERSTOOD = re.compile("[看听读]不懂|不明白|不懂")
ANY_NOT = re.compile(
    r"\b(?:not|no|never|nobody|cannot|none|nothing|nor|neither|hard|unless|too|mis\w+|fail\w*)\b|n't\b"
)


def denied(pair: Pair) -> Iterator[Found]:
    """Yield a verb that the English denies and the Chinese has done, and one it bids and the Chinese forbids."""
    if _UNDERSTANDS.search(pair.low) and _NOT_UNDERSTOOD.search(pair.simplified) and not ANY_NOT.search(pair.low):
        yield "what is understood in English is not in Chinese", "look whether it is understood or not"
    for english, chinese in side_by_side(pair):
        wrong = next((verb for verb, _ in _done(english, chinese)), "") or next(_forbidden(english, chinese), "")
        if wrong:
            yield f"what is said of “{wrong}” is turned round", "look whether it is to be done or not"
            return


def bidden(english: str, chinese: str) -> bool:
    """Say whether a verb that the English denies is bidden in Chinese, or forbidden where the English bids it."""
    return any(sure for _, sure in _done(english, chinese)) or next(_forbidden(english, chinese), "") != ""


def _denied_in(english: str) -> list[str]:
    found = [word for one in _NOT.finditer(english) for word in one.groups() if word]
    found += [word for one in _NOBODY.finditer(english) for word in one.groups() if word]
    return found + [one[1] for one in _NOTHING.finditer(english)]


def way_of(word: str) -> str:
    """Return the Chinese ways of a verb in any of its forms; nothing for a word that is not listed."""
    return next((zh for en, zh in VERBS.items() if fullmatch(en, word)), "")


def _done(english: str, chinese: str) -> Iterator[tuple[str, bool]]:
    """Yield each denied verb that stands in Chinese without a negation, and whether it is bidden there."""
    if EXCUSED.search(english):
        return
    said = without_answered(english, chinese)
    verbs = _denied_in(said)
    spare = Counter(re.findall(r"\w+", said)) - Counter(verbs)  # “do not call them, call us” bids to call, too
    others = "|".join(way for word in spare if (way := way_of(word)))
    text = without_rhetorical(_HAN_PLAIN.sub("", chinese))
    clauses = [one for one in re.split("[，。；！？：／]", text) if one]
    for verb in dict.fromkeys(verbs):
        way = way_of(verb)
        places = [
            (clause, one, number) for number, clause in enumerate(clauses) for one in finditer(way or "(?!)", clause)
        ]
        places = [one for one in places if not (others and kept(others).search(one[1][0]))]
        if not places or not all(_bare(clause, one) for clause, one, _ in places):
            continue
        if any(
            _JOINED.search(clause) or _HAN_NOT.search("".join(clauses[:number][-1:]) if _short(clause) else "")
            for clause, _, number in places
        ):
            continue
        yield verb, any(_BIDS.search(clause[: one.start()]) for clause, one, _ in places)


def _bare(clause: str, verb: re.Match[str]) -> bool:
    """Say whether no negation is at a verb: none before it, one far behind it only where the verb is bidden itself."""
    before, behind = clause[: verb.start()], clause[verb.end() :]
    if _HAN_NOT.search(before):
        return False
    return not _HAN_NOT.search(behind) or bool(
        search("(?:请|可以|必须|应该|会)$", before) and not match(".?不", behind)
    )


def _short(clause: str) -> bool:
    return len(clause) < 4  # noqa: PLR2004 - a bare verb, which goes on with the clause before it


_BIDDEN = re.compile(
    r"(?:^|[.;:!?] |, (?:then |please )?|^if [^,]+, )(?:please |always |then |just )?([a-z]+)\b(?! to be\b)"
)


_CLAUSE = re.compile(r"[,.;]|\b(?:if|when|unless|until|because|before|after|where|who)\b")


def _forbidden(english: str, chinese: str) -> Iterator[str]:
    """Yield each verb of a request that is forbidden, or not needed, in Chinese."""
    if search(r"\b(?:only|except|instead|rather|less|unless|stop|avoid|free to|or)\b", english):
        return
    verbs = _denied_in(english)
    others = "|".join(way for word in verbs if (way := way_of(word)))
    for one in _BIDDEN.finditer(english):
        way = way_of(one[1])
        if not way or one[1] in verbs or ANY_NOT.search(_CLAUSE.split(english[one.start(1) :])[0]):
            continue
        wrong = search(f"{_FORBIDS}(?:您|再|先|去|自己|马上)*((?:{way}))", chinese)
        if not wrong or (others and kept(others).search(wrong[1])):
            continue
        if len(kept(way).findall(chinese)) == 1:  # said once, and forbidden there
            yield one[1]
