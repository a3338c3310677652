"""Who is meant: the reader, ourselves, or somebody else. A slip writes 您 for the client, or 我们 for an agency.

Chinese often leaves 您 and 我们 out, so only what it adds or exchanges is looked at. Traditional text is read in
simplified characters.
"""

import re
from collections.abc import Iterator

from legalassist.translations.gates.alarm import Found, Pair

_WE = re.compile(r"\b(?:we|us|our|ours|let's|clinic(?:'s)?|office|team)\b")
_YOU = re.compile(r"\b(?:you|yours?|yourself|yourselves|please|welcome)\b")
_THIRD = re.compile(
    r"\b(?:client|this person|applicant|relative|family member|they|them|somebody|someone|anyone|officers?|agency|firm|"
    r"government|lawyers?|attorneys?|employers?|child|children|people|interpreter|court|judge|police)\b"
)
_OTHERS = re.compile("对方|当事人|这位家人|申请人|别人|他人")
_SOMEBODY = re.compile(
    r"\b(?:else|others?|other (?:person|people|parent|side)|client|person|people|somebody|someone|anybody|anyone|nobody|they|them|"
    r"their|applicant|officers?|who|whoever|office|agency|family|relative|member|abuser|trafficker|parent|police|agents?|boss|"
    r"employer|landlord|stranger)\b"
)


def meant(pair: Pair) -> Iterator[Found]:
    """Yield 我们, 您 or 对方 where the English means somebody else, or 我们 for an agency."""
    english, chinese = pair.low, pair.simplified
    if "我们" in chinese and not _WE.search(english):
        yield "the Chinese says 我们, the English does not mean us", "say who it is in the English"
    if "您" in chinese and not _YOU.search(english) and _THIRD.search(english):
        yield "the Chinese says 您, the English does not mean the reader", "say who it is in the English"
    other = _OTHERS.search(chinese)
    if other and "您" not in chinese and _YOU.search(english) and not _SOMEBODY.search(english):
        yield f"the Chinese says {other[0]}, the English means the reader", "say 您"
