"""What is asked of a text that is read aloud: short, nothing only an eye can see, numbers as said, pauses, no sound-alikes.

Chinese numbers are compared as they are said, by digits (九一四) or as a count (十八): in no text for the ear stand figures.
"""

import re
from collections.abc import Iterator

from legalassist.translations.gates.alarm import Found, Pair

LONGEST = 15
"""How many characters a sentence may have that is heard once."""

PAUSE = "／"
"""Where whoever reads aloud stops: after each idea."""

_TOGETHER = 2
_ALIKE = {
    "权利": "权力 sounds the same: say what the listener can do (您可以……)",
    "权力": "权利 sounds the same: say who decides",
    "签字": "签证 sounds much the same: say 签名, or 签",
    "授权": "受权 sounds the same: say 同意 who may do what",
    "公证书": "公正 sounds the same: say 公证人写的文件",
    "截至": "截止 sounds the same: say 到……为止",
    "定金": "订金 sounds the same: say 先付的钱",
}
_BRACKETS = re.compile(r"[（）()【】\[\]《》〈〉“”‘’「」『』]")
_FIGURE = re.compile(r"\d")
_NUMBER = re.compile(r"\d[\d,]*")
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
           "november", "december")  # fmt: skip
_DIGITS = "零一二三四五六七八九"
_HAN = re.compile(r"[\u3400-\u9fff]")


def sentence_length(pair: Pair) -> Iterator[Found]:
    """Yield each sentence that is longer than an ear holds."""
    for one in re.split(rf"[。？！；：{PAUSE}]", pair.text):
        count = len(_HAN.findall(one)) + len(re.findall(r"[A-Za-z]+", one))
        if count > LONGEST:
            yield f"a sentence has {count} characters, and is heard once", f"make two of it: at most {LONGEST} each"


def brackets(pair: Pair) -> Iterator[Found]:
    """Yield brackets and quotation marks: nobody hears them."""
    if found := _BRACKETS.search(pair.text):
        yield f"{found[0]} cannot be heard", "say it in a sentence of its own"


def figures(pair: Pair) -> Iterator[Found]:
    """Yield figures: they are read in whatever language the reader thinks in."""
    if _FIGURE.search(pair.text):
        yield "numbers stand in figures", "write them as they are said: 九一一, 十八岁"


def numbers(pair: Pair) -> Iterator[Found]:
    """Yield numbers and months of the English that are not said, and long ones that the English does not have."""
    text = pair.simplified.replace("\u3007", "零").replace("两", "二")
    ways = [said(one.replace(",", "")) for one in _NUMBER.findall(pair.english)]
    ways += [
        (f"{_counted(place)}月",) for place, month in enumerate(_MONTHS, 1) if re.search(rf"\b{month} \d", pair.low)
    ]
    left = text
    for way in sorted(ways, key=lambda one: -max(map(len, one))):
        here = next((one for one in way if one in left), None)
        if here is None:
            yield f"a number of the English is not said ({way[-1]})", f"say {' or '.join(way)}"
        else:
            left = left.replace(here, "\0", 1)
    if found := re.search(rf"[{_DIGITS}十百千万]{{2,}}", left):
        yield f"{found[0]} is no number of the English", "say the numbers that the English has"


def said(digits: str) -> tuple[str, ...]:
    """Return how a number is said: digit by digit, and as a count."""
    one_by_one = "".join(_DIGITS[int(one)] for one in digits)
    return tuple(dict.fromkeys((one_by_one, _counted(int(digits)))))


def _counted(number: int) -> str:
    """Return a number below ten thousand as a count: 18 is 十八, 205 is 二百零五."""
    if number >= 10_000:  # noqa: PLR2004 - 万: none of our numbers for the ear is as large; it is said by its digits
        return "".join(_DIGITS[int(one)] for one in str(number))
    out, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            out += ("零" if gap and out else "") + _DIGITS[digit] + name
        gap = not digit
    return out.removeprefix("一") if out.startswith("一十") else out or _DIGITS[0]


def pauses(pair: Pair) -> Iterator[Found]:
    """Yield a text that runs through several ideas without a pause."""
    for part in pair.text.split(PAUSE):
        count = len(re.findall(r"[。？！；]", part))
        if count > _TOGETHER:
            yield f"{count} sentences without a pause", f"put {PAUSE} after each idea"


def sounds_alike(pair: Pair) -> Iterator[Found]:
    """Yield a word that the ear takes for another."""
    text = pair.simplified
    for word, hint in _ALIKE.items():
        if word in text:
            yield f"{word} can be heard as another word", hint
