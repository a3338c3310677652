"""What stays on one line: dates, times, counted things, telephone and form numbers, and the signs beside them.

A page is laid out with these kept together (`keep_together`), and the finished page is read for any that was not
(`documents.rendered`): both ask the same patterns.  Source: W3C CLREQ; measured: a date in a narrow Chinese column was
broken in 143 of 300 places, and in none once it was kept together.
"""

import re
from collections.abc import Collection, Iterator
from typing import Final

LONGEST: Final = 26
"""The most characters that are kept together: in a narrow cell something longer would hang out of it."""

_CLOSING_SIGNS: Final = "。，、；：？！”’）〉》】\u3015」』·"
MAY_NOT_START: Final = f"{_CLOSING_SIGNS}—…"
MAY_NOT_END: Final = "“‘（〈《【\u3014「『"
"""Signs that may not begin, or end, a line (GB/T 15834-2011, 5.1; W3C CLREQ, "basic", and "strict" for the dashes)."""

_HAN: Final = "[\u3400-\u9fff\U00020000-\U0003ffff]"
_MEASURES: Final = (
    "美元|周岁|個月|个月|小時|小时|分鐘|分钟|星期|英寸|公里|厘米|人(?![民类])|[天日岁歲年月周週秒分点點个個份名位次頁页条條项項张張套种種号號"
    "家封间間层層楼樓栏欄题題章节節款期倍句段行遍步类類級级元%\uff05]"
)
_COUNTED: Final = rf"第?\d[\d,.]*(?:[–至-]\d[\d,.]*)?[万萬亿億千百]?多?(?:{_MEASURES})(?:[之以]?[前后後内內])?"
_DATE: Final = r"\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日"
_TIME: Final = r"(?:上午|下午|晚上|早上|凌晨|中午)\d{1,2}(?:[:：]\d{2}|[点點时時](?:半|\d{1,2}分)?)"
_MONEY: Final = r"(?:人民币|人民幣|RMB ?)\d[\d,.]*[万萬亿億]?元?"
_SPACED: Final = r"(?:1-)?\(\d{3}\) \d{3}-\d{4}"
_A_NUMBER: Final = r"(?<![A-Za-z0-9-])A-Number(?![A-Za-z])"
_ON_THE_PAPER: Final = "(?<![A-Za-z])Order of Protection(?![A-Za-z])"
"""What a reader looks for on a court's paper, as it is printed there."""
_LOOSE: Final = rf"(?<![\d#&])(?:{_DATE}|{_TIME}|{_SPACED}|{_MONEY}|{_COUNTED})(?!\d)|{_A_NUMBER}|{_ON_THE_PAPER}"

_FIRM: Final = (
    r"(?<![\w-])(?:(?:1-)?\d{3}-\d{3}-\d{4}|\d{4}-\d{2}-\d{2}|US\$\d[\d,.]*)(?!\d)"
    r"|(?<![A-Za-z0-9-])[A-Z]{1,4}-\d{1,4}[A-Z]?(?![A-Za-z0-9])"
)
"""What no line-breaking takes apart (Unicode, LB25); the finished page is asked all the same."""

TOKEN: Final = re.compile(f"{_LOOSE}|{_FIRM}")
"""One thing that stays together."""

_CLOSING: Final = f"[{_CLOSING_SIGNS}]"
_OPENING: Final = f"[{MAY_NOT_END}]"
_KEPT: Final = re.compile(rf"{_OPENING}?(?:{_LOOSE}){_CLOSING}*|(?:{_HAN}|[”’）》」』]){{1,2}}(?:——|……){_CLOSING}*")
_MARKUP: Final = re.compile(r"(<[^>]*>)")
_UNTOUCHED: Final = ("a", "code", "style", "svg", "title")
"""Elements whose text is left as it is; in a link every element inside would become a link of its own."""


def tokens(text: str) -> Iterator[tuple[int, int]]:
    """Yield the place, first and past the last character, of everything in a text that stays together."""
    for found in TOKEN.finditer(text):
        if found.end() - found.start() <= LONGEST:
            yield found.span()


def keep_together(html: str, names: Collection[str] = ()) -> str:
    """Return the HTML of a page's body with everything that stays together in a span of the class ``keep``.

    `names` are people's names in Chinese characters, which stay together as well.
    """
    parts, inside, kept = _MARKUP.split(html), 0, _KEPT
    if names:
        longest_first = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
        kept = re.compile(f"{_OPENING}?(?:{longest_first}){_CLOSING}*|{_KEPT.pattern}")
    for number, part in enumerate(parts):
        if number % 2:
            inside += _opens(part)
        elif not inside:
            parts[number] = kept.sub(_keep, part)
    return "".join(parts)


def _keep(found: re.Match[str]) -> str:
    text = found[0]
    return f'<span class="keep">{text}</span>' if len(text) <= LONGEST else text


def _opens(tag: str) -> int:
    """Return 1 where a tag opens an element that is left as it is, -1 where it closes one, else 0."""
    name = re.match(r"</?([a-zA-Z0-9]+)", tag)
    if name is None or name[1].lower() not in _UNTOUCHED or tag.endswith("/>"):
        return 0
    return -1 if tag.startswith("</") else 1
