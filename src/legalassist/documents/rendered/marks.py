"""Signs as they were drawn in our own Chinese: quotation marks, half-width signs, gaps, the script (qa.md, 19, 21, 24).

Shelf texts have passed the gates one by one; here is read what a template made of them.  Never run over what a client
said or a person typed: her comma is hers.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from legalassist.documents.rendered.found import Found, Weight
from legalassist.documents.rendered.lines import Block, Line, is_han
from legalassist.languages.scripts import simplified_only, traditional_only
from legalassist.languages.tags import SIMPLIFIED, TRADITIONAL

_HAN = "\u3400-\u9fff"
_HALF = re.compile(rf"[{_HAN}）”》」][,;:?!]|[{_HAN}][(]|[)](?=[{_HAN}])|[(](?=[{_HAN}])|[{_HAN}]\.(?=[{_HAN}\s]|$)")
_SPACE = re.compile(rf"[{_HAN}，。、；：？！] +[{_HAN}]")
_STRAIGHT = re.compile(rf"[{_HAN}，。：][\"']|[\"'](?=[{_HAN}])")
_BANDS = re.compile("未审阅 请勿分发|未審閱 請勿分發")
"""Two short sentences of the band, without a stop between them."""

_NARROW = 0.9
_OTHER_QUOTES = {
    SIMPLIFIED: re.compile("[「」『』]"),
    TRADITIONAL: re.compile(rf"[“‘](?=[{_HAN}])|(?<=[{_HAN}，。！？])[”’]"),
}
"""Quotation marks of the other script; around an English sentence the English ones are right in both."""


def quote_widths(block: Block) -> Iterator[Found]:
    """Yield a curly quotation mark beside Chinese that is not as wide as Chinese."""
    for line in block.lines if _is_chinese(block) else ():
        for before, after in pairwise(line.letters):
            opens = before.text in "“‘" and is_han(after.text[:1]) and before.width < _NARROW
            closes = after.text in "”’" and is_han(before.text[-1:]) and after.width < _NARROW
            if opens or closes:
                yield _found(line, "quote-width", Weight.ERROR, "a quotation mark beside Chinese is narrow",
                             "mark the text lang=zh: there the quotation marks are as wide as a character")  # fmt: skip
                break


def half_width(block: Block) -> Iterator[Found]:
    """Yield half-width punctuation that touches Chinese, as the page shows it."""
    if _is_chinese(block) and _HALF.search(block.text):
        yield _found(block.lines[0], "half-width", Weight.ERROR, "half-width punctuation touches Chinese",
                     "write ，。；：？！（） in the template where Chinese stands")  # fmt: skip


def spaces(block: Block) -> Iterator[Found]:
    """Yield a typed space inside Chinese; between an English text and its Chinese one is right."""
    if _is_chinese(block) and _SPACE.search(_BANDS.sub("", block.text)):
        yield _found(block.lines[0], "space", Weight.LOOK, "a space stands inside Chinese",
                     "write none: Chinese has no space between words")  # fmt: skip


def straight_quotes(block: Block) -> Iterator[Found]:
    """Yield straight quotation marks beside Chinese."""
    if _STRAIGHT.search(block.text):
        yield _found(block.lines[0], "straight-quote", Weight.ERROR, "a straight quotation mark stands beside Chinese",
                     "write “” in simplified Chinese, 「」 in traditional")  # fmt: skip


def other_script(block: Block, language: str) -> Iterator[Found]:
    """Yield a text of one script (`language`) that holds characters or quotation marks of the other."""
    strange = simplified_only() if language == TRADITIONAL else traditional_only()
    if _OTHER_QUOTES[language].search(block.text) or not strange.isdisjoint(block.text):
        yield _found(block.lines[0], "script", Weight.ERROR, "characters of the other script",
                     "write the text in one script")  # fmt: skip


def _is_chinese(block: Block) -> bool:
    """Say whether a block is written in Chinese: more Chinese characters than Latin words."""
    text = "".join(line.text for line in block.lines)
    return sum(map(is_han, text)) > len(re.findall(r"[A-Za-z]+", text))


def _found(line: Line, rule: str, weight: Weight, message: str, hint: str) -> Found:
    return Found(line.page + 1, rule, weight, message, hint)
