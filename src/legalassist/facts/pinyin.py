"""How a name in Chinese characters may sound: a hint for the screen, never for a document, never for an answer.

Software mis-reads names: the same character sounds otherwise as a surname, and a passport may say Lyu, Siu or Ng.  So
what the passport says wins, and this is only shown where the two differ, for a person to look again.
"""

import unicodedata
from types import MappingProxyType
from typing import Final

from legalassist.facts.names import split_native
from legalassist.facts.values import PersonName

_SURNAMES: Final = MappingProxyType({
    "单": "shàn", "單": "shàn", "仇": "qiú", "解": "xiè", "曾": "zēng", "查": "zhā", "任": "rén", "华": "huà",
    "華": "huà", "区": "ōu", "區": "ōu", "盖": "gě", "朴": "piáo", "尉迟": "yùchí", "尉遲": "yùchí", "万俟": "mòqí",
    "萬俟": "mòqí",
    "长孙": "zhǎngsūn", "長孫": "zhǎngsūn", "澹台": "tántái", "澹臺": "tántái", "令狐": "línghú", "单于": "chányú",
    "單于": "chányú", "秘": "bì", "繁": "pó", "乐": "yuè", "樂": "yuè", "宁": "nìng", "洗": "xiǎn", "冼": "xiǎn",
    "覃": "qín", "乐正": "yuèzhèng", "樂正": "yuèzhèng", "宰父": "zǎifǔ", "夹谷": "jiágǔ", "夾谷": "jiágǔ",
    "子车": "zǐjū", "子車": "zǐjū",
})  # fmt: skip
"""Surnames that sound otherwise than the word does."""


def hint(name: PersonName) -> str:
    """Return how the characters of a name sound, where the Latin letters beside them say something else; else nothing.

    With tone marks, surname first: ``Wáng Xiǎoměi``.  Nothing for a name without Chinese characters.
    """
    family, given = split_native(name.native)
    heard = [_sound(part, surname=surname) for part, surname in ((family, True), (given, False)) if part]
    if not name.native or not all(heard):
        return ""
    said = f"{name.family}{name.given}{name.middle}"
    return "" if _letters(said) in {_letters("".join(heard)), _letters("".join(reversed(heard)))} else " ".join(heard)


def _sound(characters: str, *, surname: bool) -> str:
    """Return the sound of a part, beginning with a capital; nothing where it has no Chinese."""
    if not characters or not all("\u3400" <= one <= "\u9fff" for one in characters):
        return ""
    if surname and characters in _SURNAMES:
        return _SURNAMES[characters].capitalize()
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415 -- its tables take a tenth of a second; only a hint needs them

    return "".join(lazy_pinyin(characters, style=Style.TONE)).capitalize()


def _letters(text: str) -> str:
    """Return the bare letters of a spelling; ü as passports write it is not told from v and yu."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("ü", "v").replace("lyu", "lv").replace("nyu", "nv"))
    plain = plain.replace("u\u0308", "v")
    return "".join(one for one in plain if one.isascii() and one.isalpha())
