"""The lines of a page in which a tag stands that no list knows: a browser shows such a tag as if it were not there."""

import re
from collections.abc import Collection, Iterator
from html import unescape

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6",
    "head", "header", "hr", "html", "iframe", "legend", "li", "link", "main", "menu", "meta", "nav", "ol", "optgroup",
    "option", "p", "pre", "script", "section", "select", "style", "summary", "svg", "table", "tbody", "td", "template",
    "textarea", "tfoot", "th", "thead", "title", "tr", "ul",
})  # fmt: skip
"""Elements that begin a line of their own (HTML, 15.3), or hold another thing than the text around them."""
_TAG = re.compile(r"<!--.*?(?:-->|\Z)|<[!?][^<>]*+>|</?([a-zA-Z][^\s<>/]*+)[^<>]*+>", re.DOTALL)
"""Nothing is tried twice: a long text that only begins a tag takes no longer than any other."""


def bare_lines(text: str, known: Collection[str]) -> Iterator[str]:
    """Yield the lines with a tag that is neither a block's nor `known`, without their tags: "Shu<big>hua</big>"."""
    line, at, told = list[str](), 0, False
    for tag in _TAG.finditer(text):
        line.append(text[at : tag.start()])
        at, name = tag.end(), (tag[1] or "").lower()
        if name in _BLOCKS:
            if told:
                yield unescape("".join(line))
            line, told = [], False
        elif name == "br":
            line.append("\n")
        else:
            told = told or (name != "" and name not in known)
    if told:
        yield unescape("".join([*line, text[at:]]))


def begins_a_page(name: str, known: Collection[str]) -> bool:
    """Say whether a root of this name is a page's, or a piece's of one, and not that of a file of an office program."""
    return name.lower() in _BLOCKS or name.lower() in known
