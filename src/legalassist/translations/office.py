"""What only the office reads, in English so far: titles of pieces, why the law says what it says, words of print pages.

They are extracted like everything else, with their notes, so that an attorney can read and approve them by sheet and
nothing that is printed is known to no list; `scope` says that no Chinese is asked for.
"""

import re
from collections import Counter
from collections.abc import Iterator

from jinja2 import Environment
from jinja2.ext import extract_from_ast

from legalassist.documents.wording import message_context
from legalassist.law.reasons import Reason
from legalassist.library import Library
from legalassist.packets.plan import ExhibitWritten, kinds_of, required_plan
from legalassist.translations.message import Message, Note

LAW = "law"
"""The domain of what the law's findings and deadlines say."""

OFFICE = ("packet", "print", "law")
"""How the contexts of these texts begin."""

_JINJA = re.compile(r"\{\{-?\s*(\w*)[^}]*\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_STYLE = re.compile(r"<style\b.*?</style>|<!--.*?-->", re.DOTALL)
_WITHIN_A_TAG = re.compile(r"<\w(?:\{[{%].*?[}%]\}|[^<>{])*>", re.DOTALL)
_INSIDE = re.compile(r"</?(?:a|b|br|code|em|i|li|small|span|strong|sub|sup|u)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")


def packet_messages(library: Library, name: str) -> Iterator[Message]:
    """Yield the titles of a matter's packets, of their pieces, exhibits and tabs."""
    if library.find(f"interviews/{name}/packet.yaml") is None:
        return
    note = Note(
        "a title: in the cover letter, the contents and the bookmarks", "the clinic, to whoever reads the packet"
    )
    for kind in ("", *kinds_of(library, name)):
        plan = required_plan(library, name, kind)
        head = f"packet.{kind or name}"
        titles = {f"{head}.title": plan.title} | {f"{head}.{one.piece}": one.title for one in plan.pieces}
        for part in plan.parts:
            if isinstance(part.written, ExhibitWritten):
                titles[f"{head}.{part.written.exhibit}"] = part.written.title
                for number, tab in enumerate(part.written.tabs, 1):
                    titles[f"{head}.{part.written.exhibit}.tab-{number}"] = tab.title
        yield from (
            Message(name, f"packet-{kind or name}", context, text, note) for context, text in titles.items() if text
        )


def law_messages() -> Iterator[Message]:
    """Yield every reason that a finding or a deadline can give."""
    note = Note("in the attorney's memo and in `assess`", "the program, to the attorney")
    for one in Reason:
        yield Message(LAW, "reasons", f"law.reason.{one.name.lower().replace('_', '-')}", one.value, note)


def print_messages(library: Library, folder: str, domain: str) -> Iterator[Message]:
    """Yield the words that print templates of a folder hold themselves; a value that is put in stands in braces."""
    seen = Counter[str]()
    for book in library.books(f"templates/{folder}", ".html"):
        template = book.name.rpartition("/")[2].removesuffix(".html")
        note = Note(f"on the page {template!r}", "the program, to whoever the page is printed for")
        for text in dict.fromkeys(texts_in(book.text)):
            begins = message_context(template, text).replace("template.", "print.", 1)
            seen[begins] += 1
            context = begins if seen[begins] == 1 else f"{begins}-{seen[begins]}"
            yield Message(domain, f"print-{template}", context, text, note)


def texts_in(html: str) -> Iterator[str]:
    """Yield the texts of a print template: what it gives to `_()`, and what stands in it with a word in it."""
    tree = Environment(autoescape=True).parse(html)
    yield from (str(message) for _, name, message in extract_from_ast(tree) if name == "_")
    plain = _STYLE.sub("", html)
    plain = _WITHIN_A_TAG.sub(lambda found: _JINJA.sub("", found[0]), plain)
    plain = _JINJA.sub(lambda found: f"{{{found[1]}}}" if found[1] else "<>", plain)
    plain = _INSIDE.sub(" ", plain)
    for piece in _TAG.split(plain):
        text = " ".join(piece.split())
        if re.search(r"[A-Za-z]{2,}", re.sub(r"\{[^}]*\}|&\w+;", "", text)):
            yield text
