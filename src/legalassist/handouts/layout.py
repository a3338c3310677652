"""Lay a piece out: its panels in their places on the sheet, or one panel by itself to see whether it fits."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256

from jinja2 import Environment

from legalassist.documents.page import fill, page
from legalassist.handouts.formats import BOTH, Box, Format
from legalassist.handouts.texts import Text, feet_of, languages_of
from legalassist.handouts.topic import Kind, Statement, Topic
from legalassist.handouts.words import BAND
from legalassist.languages.catalog import fill as put
from legalassist.languages.formats import long_date
from legalassist.languages.tags import ENGLISH, bcp47

_CODE = "23456789BCDFGHJKLMNPQRSTVWXZ"
"""The signs of a version code: no vowels, so that it never spells a word, and nothing that looks like another."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A text in one language; of a statement also what stands before it, what is said in English, and what follows."""

    tag: str
    text: str
    lead: str = ""
    phrase: str = ""
    more: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The statements of one kind: their headings and each statement, in every language of the panel."""

    kind: str
    heads: tuple[Voice, ...]
    statements: tuple[tuple[Voice, ...], ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """One cut piece: what it says, and the CSS of its place on the sheet."""

    titles: tuple[Voice, ...]
    groups: tuple[Group, ...]
    calls: tuple[Voice, ...]
    feet: tuple[Voice, ...]
    place: str = ""


@dataclass(frozen=True)
class Piece:
    """One piece to be printed: a topic in a format and a language, its texts, its number, and whether it is banded.

    `language` is one of `formats.LANGUAGES`; `check_again` the first day on which one of its authorities is due.
    """

    topic: Topic
    form: Format
    language: str
    texts: tuple[Text, ...]
    clinic: str
    number: str
    check_again: dt.date
    banded: bool

    @property
    def name(self) -> str:
        """The piece's name in file names and messages: ``at-the-door-wallet-zh-Hans``."""
        return f"{self.topic.id}-{self.form.name}-{self.tag}"

    @property
    def tag(self) -> str:
        """The language as file names write it: ``en``, ``zh-Hans``, ``both``."""
        return self.language if self.language == BOTH else bcp47(self.language)

    @property
    def folded(self) -> bool:
        """Whether its two languages stand on the two halves of a folded card."""
        return self.form.folded and self.language == BOTH

    @cached_property
    def code(self) -> str:
        """The version code: four signs that change with any word, number or authority's day of the piece."""
        told = repr((self.name, self.texts, self.clinic, self.number, self.check_again, self.topic.written))
        left = int.from_bytes(sha256(told.encode()).digest()[:8])
        signs = []
        for _ in range(4):
            left, sign = divmod(left, len(_CODE))
            signs.append(_CODE[sign])
        return "".join(signs)

    @cached_property
    def said(self) -> dict[tuple[str, str], str]:
        """The texts by context and language."""
        return {(one.context, one.language): one.text for one in self.texts}


def whole_sheet(templates: Environment, piece: Piece, size: float) -> str:
    """Return the HTML of the sheet, its letters `size` points high."""
    form = piece.form
    boxes = list(form.panels())
    panels = [replace(panel, place=_place(box)) for box, panel in zip(boxes, _panels(piece, len(boxes)), strict=True)]
    marks = [_mark(box, fold=fold) for box, fold in form.marks(folded=piece.folded)]
    css = (
        f"@page {{ size: {form.sheet.width}in {form.sheet.height}in; margin: 0 }}"
        f".panel {{ position: absolute; padding: {form.margin}in }}"
        f".bottom {{ position: absolute; left: {form.margin}in; right: {form.margin}in; bottom: {form.margin}in }}"
    )
    return _page(templates, piece, panels, marks, _letters(size) + css)


def single_panels(templates: Environment, piece: Piece, size: float) -> Iterator[str]:
    """Yield the HTML of each different panel on a page that is just what its margins leave: it fits on one, or not."""
    live = piece.form.live
    css = f"@page {{ size: {live.width:.4f}in {live.height:.4f}in; margin: 0 }} .panel {{ width: {live.width:.4f}in }}"
    for panel in dict.fromkeys(_panels(piece, 2)):
        yield _page(templates, piece, [panel], [], _letters(size) + css)


def _letters(size: float) -> str:
    return f"html {{ font-size: {size}pt }}"


def _page(templates: Environment, piece: Piece, panels: Sequence[Panel], marks: Sequence[str], css: str) -> str:
    context = {
        "panels": panels,
        "marks": marks,
        "headings": piece.form.headings,
        "seconds": piece.form.seconds,
        "covered": piece.form.covered,
        "band": [Voice(tag, text) for tag, text in BAND] if piece.banded else [],
        "number": piece.number,
        "clinic": piece.clinic,
        "code": piece.code,
    }
    sheets = [_shelf_css(templates, name) for name in (("sheet",) if piece.form.headings else ("sheet", "card"))]
    first = languages_of(piece.language)[0]
    return page(
        templates, fill(templates, "kyr/sheet.html", context), title=f"{piece.topic.name} – {piece.form.title}",
        language=first, css=[*sheets, css],
    )  # fmt: skip


def _shelf_css(templates: Environment, name: str) -> str:
    return str(fill(templates, f"kyr/{name}.css", {}))


def _place(box: Box) -> str:
    return f"left:{box.left}in;top:{box.top}in;width:{box.width}in;height:{box.height}in"


def _mark(box: Box, *, fold: bool) -> str:
    side = "left" if box.height else "top"
    style = "dotted" if fold else "solid"
    return f"{_place(box)};border-{side}:0.5pt {style} #000"


def _panels(piece: Piece, count: int) -> list[Panel]:
    """Return what stands on each panel; on a folded card English left, Chinese right: the right half is its front."""
    if not piece.folded:
        return [_panel(piece, languages_of(piece.language))] * count
    chinese, english = (_panel(piece, (one,)) for one in languages_of(BOTH))
    return [english, chinese] * (count // 2)


def _panel(piece: Piece, languages: tuple[str, ...]) -> Panel:
    def every(context: str) -> tuple[Voice, ...]:
        return tuple(Voice(bcp47(one), piece.said[context, one]) for one in languages)

    statements = piece.topic.printed_on(piece.form.name)
    groups = []
    for kind in dict.fromkeys(one.kind for one in statements):
        told = tuple(_statement(piece, one, languages) for one in statements if one.kind == kind)
        groups.append(Group(kind, every(f"piece.{kind}") if piece.form.headings else (), told))
    feet = tuple(foot(piece, one) for one in languages)
    return Panel(every(piece.topic.title_context), tuple(groups), every("piece.call_us"), feet)


def _statement(piece: Piece, one: Statement, languages: tuple[str, ...]) -> tuple[Voice, ...]:
    spoken = one.kind == Kind.SAY
    more = bool(one.more) and piece.form.seconds
    return tuple(
        Voice(
            bcp47(language),
            piece.said[piece.topic.context(one, "text"), language],
            lead=piece.said["piece.say_short", language] if spoken and not piece.form.headings else "",
            phrase=one.text if spoken and ENGLISH not in languages else "",
            more=piece.said[piece.topic.context(one, "more"), language] if more else "",
        )
        for language in languages
    )


def foot(piece: Piece, language: str) -> Voice:
    """Return the lines at the foot: keep it only if that is safe, no advice, the days of the text."""
    space = " " if language == ENGLISH else ""
    days = {"written": _day(piece.topic.written, language), "again": _day(piece.check_again, language)}
    lines = [piece.said[context, language] for context in feet_of(piece.form)]
    return Voice(bcp47(language), put(space.join(lines), **days))


def _day(day: dt.date, language: str) -> str:
    return long_date(language, day.year, day.month, day.day)
