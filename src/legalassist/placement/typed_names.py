"""A person's name that was typed into a text: read as a name only where a Chinese surname leaves no doubt.

"Zhou Xiaomei" is the same person whether it was typed into a sentence or entered as a name. "Xiaomei Upstairs" is no
name of anybody, and tells the client's.
"""

import re
from collections.abc import Iterable, Iterator

from legalassist.disclosure.romanisations import syllables
from legalassist.disclosure.word_lists import MORE_SURNAMES, ROLES, SURNAMES, TITLE_WORDS, TITLES
from legalassist.facts.names import COMPOUND_SURNAMES, split_native
from legalassist.facts.values import PersonName
from legalassist.languages.scripts import to_simplified
from legalassist.stores.spelling import plain

_HAN = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓韩冯曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟"
    "熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤施翁欧倪阮温柯詹凌颜章鲁葛毕齐伍殷洪庄樊俞涂申翟甘岑池游"
)
"""Surnames of Chinese people that most of them have."""
_BETWEEN = re.compile(r"[\n,;/:()，；、：（）。“”\"]|(?<!\w)(?:and|or)(?!\w)")
_SENTENCE_ENDS = re.compile(
    r"(?<!\bmr)(?<!\bmrs)(?<!\bms)(?<!\bdr)(?<!\bst)(?<!\binc)(?<!\bco)(?<!\bltd)(?<!\bcorp)(?<!\bdet)(?<!\bsgt)(?<!\bjr)"
    r"(?<!\bsr)(?<!\bdept)(?<!\b\w)(?<=\w)[.!?]+\s+(?-i:(?=[A-Z]))",
    re.IGNORECASE,
)
"""Where a sentence ends; behind "Mr." and "J." none does."""
_BEFORE = frozenset({"my", "the", "our", "owner", "manager", "landlord", "landlady", "supervisor", "employer"}) | (
    TITLES | TITLE_WORDS | ROLES
)
"""Words that may stand before the name of an adverse person in a list."""
_MOST_WORDS = 3
_MOST_HAN = 4


def sentences(text: str) -> list[str]:
    """Return a text cut where a sentence ends: "Peter Ho. Wang got nothing" is about two people."""
    return _SENTENCE_ENDS.split(text)


def persons_in(text: str, written: Iterable[str]) -> Iterator[tuple[str, PersonName]]:
    """Yield, of the names written in a text, the whole Chinese names that stand by themselves, with those names.

    By themselves is between commas and the like, or behind "my boss": in a sentence, "Chen Xiaomei" may be the client.
    """
    cut = [" ".join(piece.split()).strip(" .") for one in sentences(text) for piece in _BETWEEN.split(one)]
    for said in written:
        alone = any(set(one.removesuffix(said).lower().split()) <= _BEFORE for one in cut if one.endswith(said))
        name = person_in(said) if alone else None
        if name is not None:
            yield said, name


def person_in(said: str) -> PersonName | None:
    """Return the name that a text is, whole, without a title before it; None where it is something else."""
    words = said.split()
    for named in (words, words[1:] if words and words[0].strip(".").lower() in TITLES | TITLE_WORDS else []):
        found = _in_letters(named) if said.isascii() else _in_characters("".join(named))
        if found is not None:
            return found
    return None


def _in_letters(words: list[str]) -> PersonName | None:
    """Read two or three words as a surname, first or last, and a given name in syllables."""
    bare = [plain(word) for word in words]
    written = all(word[:1].isupper() for word in words) and all(map(syllables, bare))
    if not written or not 1 < len(words) <= _MOST_WORDS:
        return None
    for family, given in ((words[0], words[1:]), (words[-1], words[:-1])):
        if _surname(plain(family)) and len(given) < _MOST_WORDS:
            return PersonName(family, " ".join(given))
    return None


def _surname(word: str) -> bool:
    return word in SURNAMES or word in MORE_SURNAMES


def _in_characters(native: str) -> PersonName | None:
    """Read two to four characters as a surname and a given name."""
    simplified = to_simplified(native)
    family, given = split_native(simplified)
    known = family in _HAN or family in COMPOUND_SURNAMES
    if not known or not 1 < len(simplified) <= _MOST_HAN or len(given) > 2:  # noqa: PLR2004 - a given name
        return None
    return PersonName(native=native)
