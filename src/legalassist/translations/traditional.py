"""Drafts in traditional characters: made from the simplified text, then a matter of its own translator and reviewer.

OpenCC turns the characters (s2tw; never s2twp, which writes 程式 for a legal 程序). Then our own words: the glossary's
traditional terms, and the words that readers from Taiwan, Hong Kong and Guangdong say otherwise. Where they differ
from each other, both stand there. Names never come here: a text holds them as {placeholders}, which stay as they are.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from legalassist.languages.scripts import to_traditional
from legalassist.translations.gates.terms import Glossary

PHRASES: Mapping[str, str] = MappingProxyType({
    "信息": "資訊", "網絡": "網路", "短信": "簡訊（短訊）", "複印件": "影印本", "複印": "影印", "屏幕": "螢幕", "打印": "列印",
    "視頻": "影片", "郵箱": "信箱", "出租車": "計程車", "公交車": "公車", "登錄": "登入", "賬戶": "帳戶", "賬號": "帳號",
    "臺灣": "台灣", "週歲": "周歲", "瞭解": "了解", "身分": "身份", "計劃": "計畫", "普通話": "國語（普通話）", "錄像": "錄影",
    "掃描二維碼": "掃描QR碼", "二維碼": "QR碼", "微信": "微信（WeChat）",
    "公寓樓": "公寓大樓", "保姆": "保母", "鼠標": "滑鼠", "智能手機": "智慧型手機", "軟件": "軟體",
    "默認": "預設", "渠道": "管道", "小區": "社區", "文檔": "文件",
    "唸": "念", "賬單": "帳單", "合同": "合約", "中介公司": "仲介公司", "律所": "事務所",
    "衛生間": "洗手間", "幼兒園": "幼兒園（幼稚園）", "工資單": "薪資單", "菜單": "選單", "質量": "品質",
    "後臺": "後台", "櫃臺": "櫃台", "櫃檯": "櫃台", "平臺": "平台", "一臺": "一台", "臺階": "台階",
})  # fmt: skip
"""What the characters alone give, and what we say."""

_FIRST_ONLY = ("簡訊（短訊）", "微信（WeChat）", "國語（普通話）", "幼兒園（幼稚園）")
_QUOTES = str.maketrans({"“": "「", "”": "」", "‘": "『", "’": "』"})
_APOSTROPHE = re.compile(r"(?<=[A-Za-z])’(?=[A-Za-z])")
_KEPT = "\0"


def draft(simplified: str, glossary: Glossary, *, aloud: bool = False) -> str:
    """Return a draft in traditional characters of a simplified text.

    What is said `aloud` has one word where readers of different places would see two: nobody hears a bracket.
    """
    text = _APOSTROPHE.sub(_KEPT, simplified)
    text = to_traditional(text)
    pattern, words = _terms(glossary)
    text = pattern.sub(lambda found: words[found[0]], text)
    for theirs, ours in PHRASES.items():
        text = text.replace(theirs, ours)
    for both in _FIRST_ONLY:
        first, found, rest = text.partition(both)
        said = both.split("（")[0]
        text = first + (said if found and aloud else found) + rest.replace(both, said)
    return text.translate(_QUOTES).replace(_KEPT, "’")


@lru_cache(maxsize=2)
def _of(rows: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    words = {theirs: ours for simplified, ours in rows if (theirs := to_traditional(simplified)) != ours}
    pattern = re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))) or r"(?!)")
    return pattern, words


def _terms(glossary: Glossary) -> tuple[re.Pattern[str], dict[str, str]]:
    """Return the terms whose traditional form is another word, longest first."""
    return _of(
        tuple(
            (one.simplified, one.traditional) for one in glossary.terms if one.traditional and len(one.simplified) > 1
        )
    )
