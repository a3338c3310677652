"""Signs, spaces, quotation marks, placeholders and mark-up: what can be seen without understanding a word."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

from legalassist.translations.gates.alarm import Found, Pair

HAN = "一-鿿㐀-䶿"
_PLACEHOLDER = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|%\([a-z_]+\)[sd]|\{[a-z][a-z0-9_]*\}")
_OF = re.compile(rf"({_PLACEHOLDER.pattern}) of ({_PLACEHOLDER.pattern})")
_HALF_WIDTH = re.compile(
    rf"[{HAN}）”》」][,;:?!]|[{HAN}][()]|[,;:?!)](?=[{HAN}])|\((?=[{HAN}])|[{HAN}]\.(?!\w)|(?<![A-Za-z])\.(?=[{HAN}])"
)
_PARAGRAPH = re.compile(r"(?<=\d)(?:\([A-Za-z0-9]{1,4}\))+")
"""The paragraph of a statute: 440.10(1)(i)."""
_FULL_WIDTH = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")
_SPACE = re.compile(rf"[{HAN}，。？！：；、] |(?<![.?!]) [{HAN}]|　")
_ODD = re.compile(
    "[\u0080-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad\u00a0\ufffd\ue000-\uf8ff\u2e80-\u2fdf\uf900-\ufaff]"
)
_MOJIBAKE = re.compile(
    "Ã.|â€|Â.|ï»¿|锟斤拷|烫烫|屯屯|å.{1,2}æ|ä\u00b8|[ã-ï][\u0080-\u00bf“”‘’„…†‡\u02c6‰Š\u2039Œ•–—\u02dc™š\u203aœžŸƒ€]{2}"
)
_PAIRS = {"（": "）", "“": "”", "‘": "’", "《": "》", "「": "」", "『": "』", "【": "】"}
_DOTS = re.compile(r"\.\.\.|。。|，，|(?<!…)…(?!…)|(?<!—)—(?!—)|、、|：：")
_APOSTROPHE = re.compile(r"[A-Za-z]’[A-Za-z]|[A-Za-z]’(?=\s|$)")


def placeholders(pair: Pair) -> Iterator[Found]:
    """Yield placeholders that differ, and two that changed places (``{number} of {total}``)."""
    here, there = (Counter(_PLACEHOLDER.findall(text)) for text in (pair.english, pair.text))
    if here != there:
        names = ", ".join(sorted({*(here - there), *(there - here)}))
        yield f"the placeholders differ: {names}", "copy each one as it stands in the English"
    for part, whole in _OF.findall(pair.english):
        if f"第{whole}" in pair.text or f"共{part}" in pair.text:
            yield f"{part} and {whole} have changed places", f"write 第{part}…共{whole}…"


def half_width(pair: Pair) -> Iterator[Found]:
    """Yield half-width punctuation beside a Chinese character; English sentences, times and addresses are let be."""
    found = _HALF_WIDTH.search(_PARAGRAPH.sub("", pair.text))
    if found:
        yield f"half-width punctuation beside Chinese ({found[0]})", "write ，。；：？！（）"


def full_width(pair: Pair) -> Iterator[Found]:
    """Yield full-width letters and digits."""
    found = _FULL_WIDTH.search(pair.text)
    if found:
        plain = unicodedata.normalize("NFKC", found[0])
        yield f"a full-width letter or digit ({found[0]})", f"write {plain}"


def quotes(pair: Pair) -> Iterator[Found]:
    """Yield straight quotation marks, those of the other script, and brackets without their other half."""
    text = _APOSTROPHE.sub("", pair.text)
    if re.search(rf"[\"'](?=[{HAN}])|[{HAN}][\"']", text):
        yield "a straight quotation mark", "write 「」" if pair.traditional else "write “”"
    wrong = "“”‘’" if pair.traditional else "「」『』"
    if any(mark in text for mark in wrong):
        yield f"quotation marks of the other script ({wrong})", "write 「」" if pair.traditional else "write “”"
    waiting: list[str] = []
    for mark in text:
        if mark in _PAIRS:
            waiting.append(_PAIRS[mark])
        elif mark in _PAIRS.values() and (not waiting or waiting.pop() != mark):
            yield f"{mark} closes nothing", "put each bracket and quotation mark in pairs"
            return
    if waiting:
        yield f"{waiting[-1]} is missing", "put each bracket and quotation mark in pairs"


def spaces(pair: Pair) -> Iterator[Found]:
    """Yield spaces beside Chinese characters: none is stored, the page makes the small gap by itself."""
    if _SPACE.search(pair.text) or pair.text != pair.text.strip():
        yield "a space beside Chinese, or at an end", "write no space: T签证, 请拨打911"


def dots(pair: Pair) -> Iterator[Found]:
    """Yield doubled stops, and dashes and ellipses that are not in pairs."""
    found = _DOTS.search(pair.text)
    if found and not (found[0] in {"—", "…"} and found[0] in pair.english and not re.search(rf"[{HAN}]", pair.text)):
        yield f"{found[0]} is not how Chinese is punctuated", "one 。, two —— or ……"


def odd_characters(pair: Pair) -> Iterator[Found]:
    """Yield characters nobody sees, private ones, radicals, and the remains of a wrong encoding."""
    found = _ODD.search(pair.text)
    if found:
        yield f"a character that does not belong here (U+{ord(found[0]):04X})", "type the word again"
    if _MOJIBAKE.search(pair.text):
        yield "the remains of a wrong encoding", "save the file as UTF-8 and put the text in again"
    if unicodedata.normalize("NFC", pair.text) != pair.text:
        yield "a character in parts that belong together", "save the text in NFC"


class _Tags(HTMLParser):
    """Counts the tags of a text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found[f"<{tag}{' …' if attrs else ''}>"] += 1

    def handle_endtag(self, tag: str) -> None:
        self.found[f"</{tag}>"] += 1


def _tags(text: str) -> Counter[str]:
    parser = _Tags()
    parser.feed(text)
    parser.close()
    return parser.found


def markup(pair: Pair) -> Iterator[Found]:
    """Yield tags and line breaks that the two texts do not share."""
    if "<" in pair.text or "<" in pair.english:
        here, there = _tags(pair.english), _tags(pair.text)
        if here != there:
            names = ", ".join(sorted({*(here - there), *(there - here)}))
            yield f"the tags differ: {names}", "copy the tags of the English, add none"
    if pair.english.count("\n") != pair.text.count("\n"):
        yield "the line breaks differ", "break the lines where the English does"


def template_signs(pair: Pair) -> Iterator[Found]:
    """Yield signs of a template language that the English does not have."""
    for sign in ("{{", "{%", "{#", "}}", "%}"):
        if sign in pair.text and sign not in pair.english:
            yield f"{sign} would be read as a template", "take it out"
