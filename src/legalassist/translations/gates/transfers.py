"""Who gives, sends, tells or shows to whom: the one who gives and the one who receives have changed places.

The English names both with a verb between them (my doctor may send … to the clinic); in Chinese the receiver stands
first and the giver behind 给, 告诉 and the like. Traditional text is read in simplified characters.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from legalassist.translations.gates.alarm import Found, Pair
from legalassist.translations.gates.doers import MORE
from legalassist.translations.gates.patterns import finditer, search
from legalassist.translations.gates.roles import PEOPLE, sentences_of

_PARTIES: Mapping[str, str] = MappingProxyType({
    **PEOPLE,
    **MORE,
    r"\byou\b": "您(?!的?(?:律师|医生|雇主|父|母|家|孩子|朋友|房东))",
    r"\b(?:we|us|our (?:office|team))\b": "我们(?!的?律师)|本所|本办公室",
    r"\b(?:i|me)\b": "本人(?!的)|我(?!们|的)",
    r"\bfamily\b": "亲属|亲戚|家人",
    r"\b(?:social workers?|case managers?)\b": "社工|个案管理员",
})  # fmt: skip
"""Who may give or take; those who speak and are spoken to, as a sentence about a transfer names them."""
_WHO = "|".join(_PARTIES)
_BEFORE = rf"(?:(?:the|your|my|our|a|an|this|that|any|his|her|their) )?(?:(?!to\b|with\b)\w+ )?(?P<giver>{_WHO})"
_VERB = (
    r"(?:send|give|gave|hand|show|tell|told|mail|pa(?:y|id|ys)|sent|report|provide|forward|release|disclose|return|lend|lent|owe|notif|inform|"
    r"sell|sold|bring|brought|transfer|explain|deliver|call|ask|warn|remind|contact)\w*"
)
_TO = rf"(?:to |with )?(?:(?:the|your|my|our|a|an|this|that|any|his|her|their) )?(?P<taker>{_WHO})"
_GIVES = re.compile(
    rf"\b{_BEFORE}(?: (?:will|may|can|could|must|should|would|has to|have to|did|ever|also|only|then|not|cannot|to|first))* {_VERB}"
    rf"(?: (?:(?!to\b|with\b|and\b|or\b|that\b|if\b|when\b|who\b|by\b)[\w'-]+ ){{0,5}}(?:to|with))? {_TO}\b(?!')"
)
_GIVEN = "(?:给|告诉|告知|通知|联系|提醒|警告|向|对|跟|问|欠|还给|打电话找)"
_TURNED = re.compile("[被由受]|收到|接到|得到|拿到|从|来自")


def transfers(pair: Pair) -> Iterator[Found]:
    """Yield a giver and a receiver who have changed places."""
    for english, chinese in sentences_of(pair):
        if _TURNED.search(chinese):
            continue
        for found in _GIVES.finditer(english):
            giver, taker = _chinese(found["giver"]), _chinese(found["taker"])
            if giver == taker or not search(giver, chinese) or not search(taker, chinese):
                continue
            if _gives(taker, giver, chinese) and not _gives(giver, taker, chinese):
                yield "who gives or tells whom: the Chinese has them the other way round", "look who acts, and to whom"
                return


def _chinese(who: str) -> str:
    return next(f"(?:{zh})" for en, zh in _PARTIES.items() if re.fullmatch(en, who))


def _gives(giver: str, taker: str, chinese: str) -> bool:
    """Say whether in a Chinese clause one gives to the other."""
    said = rf"{giver}[^。；？！]*?{_GIVEN}(?:了|过)?(?:您的?|我们的?|本人的?|我的?)?{taker}"
    return any(
        not re.search(rf"{_GIVEN}(?:本人的?|我的?|您的?)?$", chinese[: one.start()]) for one in finditer(said, chinese)
    )
