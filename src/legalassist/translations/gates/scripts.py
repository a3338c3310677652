"""One script in one text: no characters of the other, no words of another region, no rare characters by a slip."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from legalassist.languages.scripts import simplified_only, to_simplified, to_traditional, traditional_only
from legalassist.translations.gates.alarm import Found, Pair
from legalassist.translations.gates.marks import HAN
from legalassist.translations.traditional import PHRASES

_SIMPLIFIED_REGION: Mapping[str, str] = MappingProxyType({
    "资讯": "信息", "网路": "网络", "简讯": "短信", "影印": "复印", "计程车": "出租车", "身分": "身份", "瞭解": "了解",
    "软体": "软件", "硬体": "硬件", "程式": "程序", "萤幕": "屏幕", "滑鼠": "鼠标", "列印": "打印", "档案夹": "文件夹",
})  # fmt: skip
_TRADITIONAL_REGION: Mapping[str, str] = MappingProxyType({
    "程式": "程序", "檔案": "文件", "物件": "對象", "社群": "社區", "開啟門": "開門", "高階法院": "高等法院", "專案": "項目",
    "支援檔案": "證明文件", "許可權": "權限", "公共汽車": "公車",
    **{theirs: ours for theirs, ours in PHRASES.items() if theirs not in ours},
})  # fmt: skip
"""What a converter or another region writes, and what we write (`traditional.PHRASES`, and what s2twp adds)."""


def mixed_scripts(pair: Pair) -> Iterator[Found]:
    """Yield characters and words of the other script."""
    strange = simplified_only() if pair.traditional else traditional_only()
    found = sorted({one for one in pair.text if one in strange})
    if found:
        yield f"characters of the other script: {''.join(found)}", "write the text in one script"
    words = _TRADITIONAL_REGION if pair.traditional else _SIMPLIFIED_REGION
    for word, ours in words.items():
        if word in pair.text and word + ours not in _ALIKE:
            yield f"{word} is another region's word", f"write {ours}"


_ALIKE = frozenset(
    [
        "台臺",
        "唸念",
        "念唸",
        "僱雇",
        "雇僱",
        "占佔",
        "佔占",
        "污汙",
        "汙污",
        "布佈",
        "佈布",
        "裏裡",
        "爲為",
        "綫線",
        "牀床",
        "説說",
        "啓啟",
        "僞偽",
        "群羣",
        "羣群",
        "瞭了",
        "了瞭",
        "週周",
        "周週",
        "復覆",
        "覆復",
        "粧妝",
        "註注",
        "注註",
    ]
)
"""Two characters for one word, both in use in Taiwan or Hong Kong."""


def conversion(pair: Pair) -> Iterator[Found]:
    """Yield a traditional character that belongs to another word: 之后, 頭發, 關系, 批準; a converter knows it from the word."""
    if not pair.traditional:
        return
    expected = to_traditional(to_simplified(pair.text))
    if len(expected) != len(pair.text):
        return
    for place, (ours, theirs) in enumerate(zip(pair.text, expected, strict=True)):
        if ours != theirs and ours + theirs not in _ALIKE:
            yield f"{pair.text[max(0, place - 1) : place + 1]}: {ours} belongs to another word", f"write {theirs}"
            return


def rare_characters(pair: Pair) -> Iterator[Found]:
    """Yield characters outside of the common set of the script: probably a slip."""
    encoding = "big5" if pair.traditional else "gb2312"
    for one in re.findall(rf"[{HAN}]", pair.text):
        try:
            one.encode(encoding)
        except UnicodeEncodeError:
            yield f"{one} is rare", "look whether it is the character that is meant"
            return
