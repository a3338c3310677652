"""How a name is put in order: by the language it stands in, and by the boxes of an official form.

Nothing here spells, romanises or converts: a name is what the person's papers say, part by part (`PersonName`).
Sources: USCIS Policy Manual, vol. 1, part E, ch. 5 (names are taken from documents; a single name is provided for);
the naming customs of the People's Republic (a given name of two characters is one name, never split into a middle one).
"""

import re
from typing import Final

from legalassist.facts.values import PersonName, name_in

_OF_THE_BOOK: Final = (
    "万俟 萬俟 司马 司馬 上官 欧阳 歐陽 夏侯 诸葛 諸葛 闻人 聞人 东方 東方 赫连 赫連 皇甫 "
    "尉迟 尉遲 公羊 澹台 澹臺 公冶 宗政 濮阳 濮陽 淳于 单于 單于 太叔 申屠 公孙 公孫 仲孙 仲孫 "
    "轩辕 軒轅 令狐 钟离 锺离 鍾離 鐘離 宇文 长孙 長孫 慕容 鲜于 鮮于 闾丘 閭丘 司徒 司空 亓官 司寇 "
    "子车 子車 颛孙 顓孫 端木 巫马 巫馬 公西 漆雕 乐正 樂正 壤驷 壤駟 公良 拓跋 夹谷 夾谷 宰父 "
    "谷梁 穀梁 段干 百里 东郭 東郭 南门 南門 呼延 羊舌 微生 梁丘 左丘 东门 東門 西门 西門 南宫 南宮 "
    "第五 独孤 獨孤 太史"
)
"""The surnames of two characters in the Hundred Family Surnames (百家姓, Song); 独孤 and 太史 besides."""
_OF_TAIWAN: Final = "范姜 张简 張簡 周黄 周黃 张廖 張廖"
"""Two families' names in one: the first three lead Taiwan's statistics of names (全國姓名統計分析, 2018)."""

COMPOUND_SURNAMES: Final = frozenset(f"{_OF_THE_BOOK} {_OF_TAIWAN}".split())
"""Surnames of two characters, in both scripts."""

JOINED_SURNAMES: Final = frozenset(f"{_OF_TAIWAN} 乐正 樂正 段干 梁丘 谷梁 左丘 万俟 萬俟".split())
"""Those that begin with a surname by itself: 张简文 may be Zhang Jianwen. A search for a name looks for both."""

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
    boxed = for_form(name)
    passport = " ".join(part for part in (boxed.family.upper(), boxed.given, boxed.middle) if part)
    if not boxed.native:
        return passport
    return f"{boxed.native}（{passport}）" if passport else boxed.native


def for_form(name: PersonName) -> PersonName:
    """Return a name as the three boxes of an official form take it.

    A single name goes into the family name, wherever it was said; FNU, LNU and the like are never written, alone or
    beside a name: they are no name, and an answer with one is refused.  A name known in its own script only leaves the
    boxes empty: nobody romanises it here.
    """
    parts = [name_in(part) for part in (name.family, name.given, name.middle)]
    said = [part for part in parts if part]
    family, given, middle = (*said, "", "") if len(said) == 1 else parts
    return PersonName(family=family, given=given, middle=middle, native=name_in(name.native))
