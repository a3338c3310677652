"""Whether somebody is named as papers write a name: a family name and a given name, and no role ("Stepdad", 继父).

A name is what a comparison with the adverse people of a case needs; a role compares with nothing. What may be a name
and is not sure to be one (a single word, a surname nobody knows, "Grace Pastor") is for an attorney who saw the papers.
"""

import re
from enum import Enum
from itertools import pairwise

from legalassist.disclosure.folding import fold, is_han
from legalassist.disclosure.word_lists import (
    BESIDE_ROLES,
    CALLED_YOUNG,
    GUARDIAN_FILLERS,
    GUARDIAN_ROLES,
    HAN_HONORIFICS,
    HAN_ROLES,
    HAN_SURNAMES,
    HAN_TITLES_ALONE,
    MORE_SURNAMES,
    OTHER_ROLES,
    PERHAPS_ROLES,
    PINYIN_ROLES,
    SENTENCE_WORDS,
    SURNAMES,
    TITLE_WORDS,
    TITLES,
    TITLES_AFTER,
)
from legalassist.facts.names import COMPOUND_SURNAMES
from legalassist.languages.scripts import to_simplified


class Written(Enum):
    """How somebody is named: as papers write a name, as hardly any paper does, or by what they are alone."""

    NAME = "a name"
    UNSURE = "perhaps a name"
    ROLE = "a role"


_POLITE = frozenset({"mr", "mrs", "ms", "mx", "mme", "dr", "miss", "jr", "sr"})
_PREFIXES = tuple("step foster god grand big my her his the old boss case social half".split())  # noqa: SIM905
_BEFORE_HAN = "我你您他她们的这那个位一大小老二三阿"
_ALSO_GIVEN = frozenset({"爱人", "妹妹", "弟弟", "大人", "成人", "贵人", "没有", "先生", "长老"})
"""Roles that stand behind a surname as a given name."""
_LETTERS = frozenset("aeoy")
"""Names of one letter, in pinyin and in Vietnamese; with a full stop behind they are initials."""
_SYLLABLES_AS_TITLES = TITLES_AFTER - {"ge", "jie"}
"""Chinese titles in pinyin that are no given name."""
_ALSO_PINYIN_GIVEN = frozenset("meimei jiaren yifu bobo airen fanyi".split())  # noqa: SIM905
"""Roles in pinyin that stand behind a surname as a given name."""
_HEAD, _YOUNG = "zong", "xiao"
"""王总, 小刘: behind a surname, what somebody is in a firm; before one, how somebody young is called."""
BESIDE_NAMES = TITLES | TITLE_WORDS | TITLES_AFTER | SENTENCE_WORDS
"""Words that a sentence or a form of address holds: of these alone hardly anybody's name is made ("He Jie" is one)."""
_WORDS, _GIVEN, _MARRIED = 2, 2, 3
_LEAST_ROLE = 3
"""Letters of a role behind a word that is written to it."""


def written(said: str) -> Written:
    """Return how somebody is named; a name in Chinese and in Latin letters has to be none but a name in both."""
    read = to_simplified(fold(said))
    han = "".join(one for one in read if is_han(one) or one in "·•")
    words = [one for one in re.findall(r"[^\W\d_]+\.?", re.sub(r"['’]s\b", "", read)) if one.isascii()]
    latin = _latin(words)
    characters = _characters(han.strip("·•"))
    both = [one for one, there in ((latin, words), (characters, han)) if there]
    if not both or re.search(r"\d", read):
        other = re.findall(r"[^\W\d_]{2,}", said.lower()) if not both else []
        return Written.UNSURE if other and not OTHER_ROLES.issuperset(other) else Written.ROLE
    if han and words and characters is Written.NAME and latin is Written.UNSURE and not _roles(words):
        return Written.NAME  # "Lihua 王丽华"
    return max(both, key=list(Written).index)


def _latin(words: list[str]) -> Written:
    """Judge words in Latin letters, with the full stops behind them."""
    bare = [one.strip(".") for one in words]
    joined = "".join(bare).lower()
    named = [one for one in words if _may_name(one)]
    lower = [one.strip(".").lower() for one in named]
    alone = all(_is_role(one) or one in BESIDE_ROLES for one in lower) and (not lower or any(map(_is_role, lower)))
    if _is_role(joined) or alone:
        surname = len(words) > 1 and bare[0].lower() in SURNAMES.keys() | MORE_SURNAMES  # "Ji Fu" may be a name
        return Written.UNSURE if joined in PINYIN_ROLES - GUARDIAN_ROLES and surname else Written.ROLE
    perhaps = _roles(words) or _addressed(lower) or BESIDE_NAMES.issuperset(lower) or len(named) < _WORDS
    return Written.UNSURE if perhaps else Written.NAME


def _addressed(words: list[str]) -> bool:
    """Say whether words may be how somebody is called: a role in any language beside a name, or Xiao, or Zong."""
    if "".join(words) in PERHAPS_ROLES or any(one in PINYIN_ROLES - _ALSO_PINYIN_GIVEN for one in words):
        return True
    first, last = words if len(words) == _WORDS else ("", "")
    return (first == _YOUNG and last in CALLED_YOUNG) or (last == _HEAD and first in SURNAMES)


def _may_name(word: str) -> bool:
    """Say whether a word is written as a part of a name: with a capital letter, no title, no letter with a stop."""
    lower = word.strip(".").lower()
    one_letter = len(lower) == 1 and (lower not in _LETTERS or word.endswith("."))
    return word[0].isupper() and not one_letter and lower not in GUARDIAN_FILLERS | _POLITE


def _roles(words: list[str]) -> bool:
    """Say whether a word, or two side by side, or all together, are a role."""
    bare = [one.strip(".").lower() for one in words]
    together = [a + b for a, b in pairwise(bare)]
    english = any(map(_is_english_role, (*bare, *together)))
    return english or not _SYLLABLES_AS_TITLES.isdisjoint(bare) or "".join(bare) in PINYIN_ROLES


def _is_role(word: str) -> bool:
    return word in PINYIN_ROLES or _is_english_role(word)


def _is_english_role(word: str) -> bool:
    """Say whether a word is what somebody is: alone, in the plural, or with a word before it written to it."""
    for one in (word, word.removesuffix("s")):
        for prefix in ("", *_PREFIXES):
            rest = one.removeprefix(prefix)
            if len(rest) >= _LEAST_ROLE - (not prefix) and (rest != one or not prefix) and rest in GUARDIAN_ROLES:
                return True
    return False


def _characters(han: str) -> Written:
    """Judge Chinese characters, simplified."""
    for polite in HAN_HONORIFICS:
        rest = han.removesuffix(polite)
        han = rest if len(rest) > 1 else han
    left = han.lstrip(_BEFORE_HAN)
    if not left or left in HAN_ROLES or han in HAN_ROLES:
        return Written.ROLE
    parts = re.split("[·•]", han)
    inside = any(role in han for role in HAN_ROLES if role not in _ALSO_GIVEN)
    if inside or "的" in han or len(han) == 1:
        return Written.ROLE if not _but_roles(han) else Written.UNSURE
    if len(parts) > 1:
        return Written.NAME if all(len(one) > 1 for one in parts) else Written.UNSURE
    return Written.NAME if any(map(_is_given, _behind_surname(han))) else Written.UNSURE


def _but_roles(han: str) -> str:
    """Return what is left of characters without roles, and without what stands before them."""
    for role in sorted(HAN_ROLES, key=len, reverse=True):
        han = han.replace(role, "")
    return "".join(one for one in han if one not in _BEFORE_HAN)


def _behind_surname(han: str) -> list[str]:
    """Return what may be the given name: behind a surname of two characters, of one, or of a couple's two."""
    found = [han[2:]] if han[:2] in COMPOUND_SURNAMES and len(han) > _GIVEN else []
    if han[0] in HAN_SURNAMES:
        found.append(han[1:])
        if len(han) > _MARRIED and han[1] in HAN_SURNAMES:  # 陈方安生
            found.append(han[2:])
    return found


def _is_given(given: str) -> bool:
    return 0 < len(given) <= _GIVEN and given not in HAN_TITLES_ALONE
