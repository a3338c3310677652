"""What was written beside a name, into the boxes of a name: "Peter, boss of", "Rose who works nights", 小美的老板.

A name goes to a firm, and nothing that was said about anybody. What is looked for is the sentence, not its words: small
letters beside large ones, a word that tells whose somebody is, signs that part one thing from another.
"""

import re

from legalassist.disclosure.folding import fold, is_han
from legalassist.disclosure.word_lists import BUSINESSES, PARTICLES, ROLES, SENTENCE
from legalassist.facts.values import PersonName
from legalassist.languages.scripts import to_simplified
from legalassist.placement.her_words import says_whose

_SIGNS = re.compile(r"[;:/\\|=<>@#*_\n]")
_SIGNS_HAN = re.compile('[，。、；：,;:()（）“”"]')
"""Signs beside characters: 王小美（阿美）is two names."""
_SENTENCE = re.compile(r"(?i)(?<![a-z])(?:a\.?k\.?a|alias|who|whose|of)(?![a-z])")
_SENTENCE_HAN = re.compile("[的是在了住叫跟和与被把给她他我]|又名|也叫|真名|原名|外号|绰号")
_ROLES_HAN = tuple(one for one in ROLES if not one.isascii())


def has_remark(name: PersonName) -> bool:
    """Say whether a part of a name holds more than a name."""
    latin = (name.family, name.given, name.middle, "".join(" " if is_han(one) else one for one in name.native))
    return any(map(_in_letters, latin)) or _in_characters(f"{name.family} {name.given} {name.native}")


def _in_letters(part: str) -> bool:
    """Say whether letters are a sentence, or say whose somebody is."""
    folded = fold(part)
    words = [bare for one in folded.split() if (bare := one.strip("'’-.,()\"“”"))]
    small = {one for one in words if one.islower()}  # "Ka-fai" is not
    mixed = len(small) < len(set(words)) and not small <= PARTICLES
    sentence = _SENTENCE.search(folded) is not None or not SENTENCE.isdisjoint(map(str.lower, words))
    return bool(_SIGNS.search(folded)) or mixed or sentence or says_whose(folded)


def _in_characters(text: str) -> bool:
    """Say whether characters are a sentence, or hold what somebody is; one of 和, 是 may be a name's own."""
    han = to_simplified("".join(filter(is_han, fold(text))))
    inside = han[1:]  # 和 is a surname
    if han and _SIGNS_HAN.search(text):
        return True
    if any(role in han for role in _ROLES_HAN) or "的" in han:
        return True
    return len(han) > 4 and _SENTENCE_HAN.search(inside) is not None  # noqa: PLR2004 - longer than a Chinese name


def is_business(name: PersonName) -> bool:
    """Say whether one part alone was entered, and it is a business's name: "Bank of China" tells nothing of anybody."""
    parts = [part for part in (name.family, name.given, name.middle, name.native) if part]
    words = set(fold(" ".join(parts)).lower().split())
    return (
        len(parts) == 1 and not words.isdisjoint(BUSINESSES) and words.isdisjoint(SENTENCE) and not says_whose(parts[0])
    )
