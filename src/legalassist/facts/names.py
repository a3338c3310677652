"""How a name is put in order: by the language it stands in, and by the boxes of an official form.

Nothing here spells, romanises or converts: a name is what the person's papers say, part by part (`PersonName`).
Sources: USCIS Policy Manual, vol. 1, part E, ch. 5 (names are taken from documents; a single name is provided for);
the naming customs of the People's Republic (a given name of two characters is one name, never split into a middle one).
"""

import re
from typing import Final

from legalassist.facts.values import PersonName

_COMPOUND: Final = (
    "欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 夏侯 皇甫 尉迟 尉遲 公孙 公孫 慕容 司徒 令狐 "
    "端木 东方 東方 独孤 獨孤 南宫 南宮 轩辕 軒轅 宇文 长孙 長孫 司空 淳于 单于 單于 "
    "太史 钟离 鍾離 闻人 聞人 澹台 澹臺 公冶 百里 呼延 东郭 東郭 西门 西門 申屠 拓跋 "
    "赫连 赫連 第五 公羊 万俟 萬俟 "
)
COMPOUND_SURNAMES: Final = frozenset(_COMPOUND.split())
"""Surnames of two characters, in both scripts."""

NO_NAME: Final = frozenset({"FNU", "LNU", "MNU", "NFN", "NLN", "NMN", "NMI", "XXX", "UNKNOWN"})
"""What systems write where a name has no such part ("first name unknown"): no part of anybody's name."""

_HAN: Final = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+")
_ENGLISH: Final = "en"


def split_native(native: str) -> tuple[str, str]:
    """Return the surname and the given name of a name in Chinese characters; the surname comes first in it.

    A name with a dot (买买提·艾力), of one character, or in another script has no part that is known to be a surname:
    the first is then empty.
    """
    if not _HAN.fullmatch(native) or len(native) == 1:
        return "", native
    length = 2 if native[:2] in COMPOUND_SURNAMES and len(native) > 2 else 1  # noqa: PLR2004 - two characters
    return native[:length], native[length:]


def in_order(name: PersonName, language: str) -> str:
    """Return a name as a text in that language has it.

    English: given, middle, family.  Chinese: the person's own characters where they are known, behind them in brackets
    the passport's spelling, family name first and in capitals as there; without characters the spelling alone.
    """
    if language == _ENGLISH:
        return name.full
    passport = " ".join(part for part in (name.family.upper(), name.given, name.middle) if part)
    if not name.native:
        return passport
    return f"{name.native}（{passport}）" if passport else name.native


def for_form(name: PersonName) -> PersonName:
    """Return a name as the three boxes of an official form take it.

    A single name goes into the family name, wherever it was said; FNU, LNU and the like are never written: they are no
    name, and where a visa shows one it is recorded among the other names.  A name known in its own script only leaves
    the boxes empty: nobody romanises it here.
    """
    parts = ["" if part.upper().strip(".") in NO_NAME else part for part in (name.family, name.given, name.middle)]
    said = [part for part in parts if part]
    family, given, middle = (*said, "", "") if len(said) == 1 else parts
    return PersonName(family=family, given=given, middle=middle, native=name.native)
