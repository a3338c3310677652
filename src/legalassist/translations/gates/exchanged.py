"""Things and parts that have changed places where every word is there: whose passport and whose money, who saw and who suffered.

Each asks a reader to look: the English is sure, the Chinese can be said in many ways. Traditional text is read in
simplified characters.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from legalassist.translations.gates.alarm import Found, Pair
from legalassist.translations.gates.patterns import finditer, search
from legalassist.translations.gates.sentences import side_by_side

_THINGS: Mapping[str, str] = MappingProxyType({
    r"passports?": "护照",
    r"money|pay|pays|paid|cash|fees?": "钱|款|费",
    r"phones?|numbers?": "手机|电话|号码",
    r"papers?|documents?": "文件|证件|材料",
    r"keys?": "钥匙",
    r"cards?": "卡",
    r"address(?:es)?": "地址|住址",
    r"letters?": "信",
    r"names?": "姓名|名字",
})  # fmt: skip
"""What is handed over and what somebody is known by, in both languages."""
_HANDED = re.compile(
    r"\b(?:leave|give|hand|send|show|tell|lend|pay|trust)\b(?P<thing>[^.;,]*?)\b(?:with|to|for)? ?"
    r"(?:whoever|(?:any|some)(?:one|body)|(?:the )?(?:person|people|man|woman|one)s?)\b(?P<known>[^.;,]*)"
)
_HAN_HANDED = re.compile(
    "[把将](?P<thing>[^，。；把将]{1,10})(?:留|交|递|寄|给|放|借|送|托)[^，。；]{0,4}?给?(?P<known>[^，。；]{1,12}的人)"
)


def exchanged(pair: Pair) -> Iterator[Found]:
    """Yield two things that changed places, one who saw and became who suffered, and a purpose that lost its *not*."""
    for english, chinese in side_by_side(pair):
        if _things(english, chinese):
            yield (
                "the thing handed over and the one whoever takes it is known by have changed places",
                "look which is which",
            )
        if _suffers(english, chinese):
            yield "the one who saw it done suffers it in Chinese", "say that others were, and that the reader saw it"
        if wrong := _meant_to_avoid(english, chinese):
            yield f"“{wrong}” lost its not", "say 为了不…, or 以免"


def _of(text: str, *, english: bool) -> set[str]:
    return {en for en, zh in _THINGS.items() if search(rf"\b(?:{en})\b" if english else zh, text)}


def _things(english: str, chinese: str) -> bool:
    """Say whether the passport left with whoever is paid became money left with whoever holds the passport."""
    for one in _HANDED.finditer(english):
        ours, known = (_of(one[name], english=True) for name in ("thing", "known"))
        for other in _HAN_HANDED.finditer(chinese):
            theirs, by = (_of(other[name], english=False) for name in ("thing", "known"))
            if ours - known and theirs & (known - ours) and by & (ours - known) and not theirs & (ours - known):
                return True
    return False


_OTHERS = r"(?:people|others?|other people|somebody|someone|anybody|anyone|neighbou?rs|children|women|men|workers)"
_WITNESS = re.compile(
    rf"\b(?:were|was) you (?:ever )?(?:there|present|nearby|around) when {_OTHERS}(?: else)? (?:was|were|got)\b"
    rf"|\byou (?:ever )?(?:see|saw|seen|watch|watched|hear|heard|witness\w*)(?: how| that| when)? {_OTHERS}(?: else)?\b"
)
_HAN_WITNESS = re.compile(
    "看|见|目睹|亲眼|在场|旁|听|当场|在(?:那里|那儿|现场)|别人|有人|其他人|他人|人被|人家|大家|邻居|同事"
)
_HAN_VICTIM = re.compile("您[^，。；？]{0,10}(?:被|受到|遭|挨)")


def _suffers(english: str, chinese: str) -> bool:
    """Say whether what others suffered and the reader saw is in Chinese done to the reader."""
    return bool(
        _WITNESS.search(english)
        and _HAN_VICTIM.search(chinese)
        and not _HAN_WITNESS.search(re.sub("被人|受人", "", chinese))
    )


_AVOIDS = r"\b(?:so as not to|in order not to|so that (?:you|they|we|he|she|it|nobody|no one) (?:do not|does not|did not|would not|will not|cannot|could not|can|could|would)|(?:in order )?to (?:avoid|escape|keep from|get out of))\b"
_QUESTIONS = "有没有|是不是|能不能|会不会|可不可以|要不要|愿不愿意?|是否|肯不肯|该不该|不过|不久"
_HAN_AVOIDS = "[不没免避躲逃防怕别未无拒]|担心|摆脱|脱身"


def _meant_to_avoid(english: str, chinese: str) -> str:
    """Return the words of the English that say what was not to happen, where no word of the Chinese does."""
    for one in finditer(_AVOIDS, english):
        denied = " not " in f"{one[0]} " or search(r"nobody|no one|cannot|avoid|escape|keep from|get out of", one[0])
        if denied and not search(_HAN_AVOIDS, re.sub(_QUESTIONS, "", chinese)):
            return one[0]
    return ""
