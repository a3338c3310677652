"""Words that would tell whoever sees a handout, its file's name or a printer's list what it is about.

They are looked for in English, in Chinese of both scripts and in pinyin, however they are typed: in capitals, with dots
or spaces between their letters (I.C.E.), full-width, with tones, with characters between them that nobody sees.
"""

import re
from collections.abc import Iterable, Iterator
from unicodedata import category, normalize

from legalassist.languages.scripts import to_simplified

_ANYWHERE = (
    "traffick", "victim", "survivor", "t visa", "tvisa", "prostitut", "police", "immigra(?:tion|nt)?", "migrant",
    "asylum", "asylee", "refugee", "deport", "detain", "detention", "smuggl", "slave", "abuse", "abusi",
    "violen(?:ce|t)?", "assault", "undocumented", "uscis", "homeland security", "brothel", "sexual", "sexwork",
    "exploitation", "(?<!ad)(?<!impro)visa(?!lia|ge|bl)",
)  # fmt: skip
"""In English, as a part of any word: an address on the web joins its words."""

_WORDS = (
    "ice", "sex", "rape", "raped", "rapist", "pimps?", "raids?", "dhs", "cbp", "nypd", "fbi", "slaving",
)  # fmt: skip
"""In English, as a word by itself: they stand inside of others (advice, Essex, Visalia)."""

_CHINESE = (
    "人口贩", "人口买卖", "贩运", "贩卖", "拐卖", "偷渡", "人蛇", "蛇头", "走私", "卖淫", "性交易", "性工作", "性侵",
    "性剥削", "性虐", "强奸", "嫖", "妓", "受害", "幸存", "签证", "移民", "警", "庇护", "难民", "遣返", "遣送", "递解",
    "驱逐", "拘留", "拘押", "拘禁", "拘捕", "羁押", "家暴", "暴力", "虐", "奴隶", "奴役", "黑户", "非法", "无证",
)  # fmt: skip
"""In simplified characters: a text is turned into them first."""

_PINYIN = (
    "ren kou", "fan yun", "mai yin", "yi min", "jing cha", "qian zheng", "shou hai", "nan min", "qian fan", "qian song",
    "tou du", "xing cun", "nue dai", "qiang jian", "xing jiao yi", "guai mai", "qu zhu", "ji ya",
)  # fmt: skip
"""By syllables, joined anywhere or apart."""

_PINYIN_WORDS = ("bi hu", "di jie", "ju liu", "jia bao", "bao li", "she tou", "fan mai")
"""By syllables, as a word by itself: joined, they stand inside of other words (Julius), or stand for another (she)."""


def _spoken(words: Iterable[str]) -> Iterator[str]:
    yield from (word.replace(" ", "[1-5]?[ ']?") for word in words)


_TELLING = re.compile(
    "|".join([
        *_ANYWHERE, *_CHINESE, *(rf"\b(?:{word})\b" for word in _WORDS), *_spoken(_PINYIN),
        *(rf"\b{word}[1-5]?\b" for word in _spoken(_PINYIN_WORDS)),
    ])
)  # fmt: skip

_HAN = "[\u3400-\u9fff]"
_GAP = "[ .·•・*/|]+"
_APART = re.compile(rf"(?<![a-z])(?:[a-z]{_GAP})+[a-z](?![a-z])")
"""Letters that stand apart: I.C.E., I C E."""


def telling_word(text: str) -> str:
    """Return the first word in a text that would tell what a handout is about, or an empty text."""
    found = _TELLING.search(_plainly(text))
    return found[0] if found else ""


def _plainly(text: str) -> str:
    """Return a text in one writing: no capitals, marks or unseen characters, simplified, a space for any dash."""
    seen = "".join(sign for sign in normalize("NFKC", text) if category(sign) != "Cf")
    bare = "".join(sign for sign in normalize("NFD", seen) if category(sign) != "Mn").casefold()
    one = re.sub(r"[\s_\-\u2010-\u2015\u2212]+", " ", bare)
    one = _APART.sub(lambda letters: re.sub(r"[^a-z]", "", letters[0]), one)
    if not re.search(_HAN, one):
        return one
    return to_simplified(re.sub(rf"(?<={_HAN}){_GAP}(?={_HAN})", "", one))
