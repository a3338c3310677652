"""Words that would tell whoever sees a handout, its file's name or a printer's list what it is about.

They are looked for in English, in Chinese of both scripts and in pinyin, however they are typed: in capitals, with dots
or spaces between their letters (I.C.E.), full-width, with tones, with characters between them that nobody sees, with
letters of another alphabet that look like Latin ones.
"""

import re
from collections.abc import Iterable, Iterator
from unicodedata import category, normalize

from legalassist.languages.scripts import to_simplified

_ANYWHERE = (
    "traffick", "victim", "survivor", "t ?visa", "prostitut", "police", "immigra(?:tion|nt)?", "migrant", "asylum",
    "asylee", "refugee", "deport", "detain", "detention", "smuggl", "slave", "abuse", "abusi", "violen(?:ce|t)?",
    "assault", "undocumented", "uscis", "homeland security", "brothel", "sexual", "sexwork", "exploit",
    "(?<!ad)(?<!impro)visa(?!lia|ge|bl)", "prison", "incarcerat", "illegal",
    "forced ?(?:labou?r|work|marriage|prost)", "servitude", "debt ?bond", "bonded ?labou?r", "bondage", "peonage",
    "sweat ?shop", "(?<!if )arrest", "coerc", "battered", "kidnap", "abduct", "hostage", "captivity", "molest",
    "harass", "traumati", "porn", "massage ?parlou?r", "(?<!ever)green ?card", "border ?patrol", "sheriff",
    "safe ?house", "women s ?shelter", "orders? of protection", "protecti(?:on|ve) orders?", "restraining ?order",
    "work ?permit",
)  # fmt: skip
"""In English, as a part of any word: an address on the web joins its words. A shipped topic is called if-arrested."""

_WORDS = (
    "ice", "sex", "rapes?", "raped", "rapists?", "pimps?", "pimped", "raid(?:s|ed|ing)?", "dhs", "cbp", "nypd",
    "fbi", "slaving", "vawa", "tvpa", "tvpra", "u ?visas?", "jail(?:s|ed|house)?", "inmates?", "cops?",
    "felony", "felonies", "escorts?", "escorting", "captives?", "stalk(?:s|ed|ing|ers?)", "aliens?",
    "rescue[drs]?", "trauma", "handcuff(?:s|ed)?", "hookers?", "whores?", "snakeheads?",
)  # fmt: skip
"""In English, as a word by itself: they stand inside of others (advice, Essex, Visalia, warranty)."""

_CHINESE = (
    "人口贩", "人口买卖", "贩运", "贩卖", "人贩", "贩人", "拐卖", "拐骗", "诱拐", "被拐", "偷渡", "人蛇", "蛇头",
    "走私", "卖淫", "性交易", "性工作", "性侵", "性剥削", "性虐", "性奴", "性骚扰", "猥亵", "强奸", "强暴", "嫖",
    "妓", "娼", "(?<![特角颜景])色情", "(?<!买)卖身", "皮条", "老鸨", "按摩店", "按摩院", "楼凤", "站街", "援交",
    "坐台", "红灯区", "受害", "被害", "幸存", "签证", "移民", "警", "(?<!办)公安", "庇护", "避难", "难民", "遣返",
    "遣送", "递解", "驱逐", "拘留", "拘押", "拘禁", "拘捕", "拘役", "逮捕", "逮到", "抓捕", "被捕", "被抓", "抓人",
    "搜捕", "突袭", "通缉", "羁押", "监狱", "监禁", "坐牢", "囚", "看守所", "软禁", "家暴", "暴力", "虐",
    "奴隶", "奴役", "黑户", "黑工", "非法", "无证", "没身份", "强迫", "强制劳", "胁迫", "逼迫", "逼婚", "包身工",
    "债役", "血汗工厂", "剥削", "解救", "营救", "绑架", "绿卡", "(?<!员)工卡", "工作许可", "[tu]签", "保护令",
    "罪犯", "罪名", "前科", "案底", "边境", "国土安全",
)  # fmt: skip
"""In simplified characters: a text is turned into them first."""

_PINYIN = (
    "ren kou", "fan yun", "ren fan zi", "mai yin", "yi min", "jing cha", "qian zheng", "shou hai", "nan min",
    "qian fan", "qian song", "tou du", "xing cun", "nue dai", "qiang jian", "qiang po", "xing jiao yi", "guai mai",
    "qu zhu", "ji ya", "bao hu ling",
)  # fmt: skip
"""By syllables, joined anywhere or apart."""

_PINYIN_WORDS = (
    "bi hu", "di jie", "ju liu", "jia bao", "bao li", "she tou", "fan mai", "dai bu", "jian yu", "se qing",
    "mai shen", "hei gong", "jie jiu", "bang jia", "lv ka", "gong'an", "nu yi",
)  # fmt: skip
"""By syllables, as a word by itself: joined, they stand inside of other words (Julius), or stand for another (she)."""

_LOOK_ALIKE = str.maketrans(
    "\u0430\u0432\u0435\u04bb\u0456\u043a\u043c\u043d\u043e\u0440\u0441\u0442\u0443\u0445\u0455"
    "\u0458\u0501\u051b\u051d\u050d\u0261\u0251\u03b1\u03b2\u03b5\u03b9\u03ba\u03bd\u03bf\u03c1"
    "\u03c4\u03c5\u03c7\u0131\u028f",
    "abehikmhopctyxsjdqwggaabeikvoptuxiy",
)
"""Letters of other alphabets that a reader takes for Latin ones; in small letters: capitals are made small first."""


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
    bare = bare.translate(_LOOK_ALIKE)
    one = re.sub(r"[\s_\-\u2010-\u2015\u2212]+", " ", bare)
    one = _APART.sub(lambda letters: re.sub(r"[^a-z]", "", letters[0]), one)
    if not re.search(_HAN, one):
        return one
    return to_simplified(re.sub(rf"(?<={_HAN}){_GAP}(?={_HAN})", "", one))
