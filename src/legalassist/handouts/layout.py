"""Lay a piece out: its panels in their places on its pages, or one panel by itself to see whether it fits."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jinja2 import Environment

from legalassist.documents.page import fill, page
from legalassist.handouts.formats import PRINTER, Box, Format, Way
from legalassist.handouts.panels import Panel, Voice, foot, panels_of
from legalassist.handouts.piece import Piece
from legalassist.handouts.places import Leaf, leaves_of
from legalassist.handouts.texts import PAUSES, words_of
from legalassist.handouts.words import band_of
from legalassist.languages.tags import YUE, bcp47

__all__ = ["foot", "single_panels", "whole_sheet"]

TAB, TABS = 0.85, 9
"""How wide a tab to tear off is (inches), and how many a poster has."""

LINE = 6
"""No line of large print is longer: inches (flow.css)."""

_BAND_LETTERS = 12.0
"""How large a band's letters are where it stands in the margin; in large print as all of it."""


@dataclass(frozen=True, slots=True)
class _Placed:
    panel: Panel
    place: str


@dataclass(frozen=True, slots=True)
class _Page:
    panels: tuple[_Placed, ...]
    marks: tuple[str, ...]
    size: str
    tabs: tuple[str, ...] = ()


def whole_sheet(templates: Environment, piece: Piece, size: float) -> str:
    """Return the HTML of the piece's pages, its letters `size` points high."""
    form, panels = piece.form, panels_of(piece)
    if form.way == Way.FLOW:
        return _flowing(templates, piece, panels[0], size)
    leaves = leaves_of(piece, len(panels))
    pages = [_page_of(piece, leaf, panels) for leaf in leaves]
    css = (
        f"@page {{ size: {leaves[0].width}in {leaves[0].height}in; margin: 0{_press(piece)} }}{_scan_size(piece)}"
        f".panel {{ position: absolute; padding: {form.margin}in }}"
        f".bottom {{ position: absolute; left: {form.margin}in; right: {form.margin}in; bottom: {form.margin}in }}"
    )
    return _page(templates, piece, pages, _letters(size) + css)


def single_panels(templates: Environment, piece: Piece, size: float) -> Iterator[str]:
    """Yield the HTML of each different panel on a page that is just what its margins leave: it fits on one, or not."""
    live = piece.form.live
    css = f"@page {{ size: {live.width:.4f}in {live.height:.4f}in; margin: 0 }} .panel {{ width: {live.width:.4f}in }}"
    css += _scan_size(piece)
    for panel in dict.fromkeys(panels_of(piece)):
        yield _page(templates, piece, [_Page((_Placed(panel, ""),), (), "")], _letters(size) + css)


def _scan_size(piece: Piece) -> str:
    return f" .scan img {{ width: {piece.code_to_scan[1]}mm; height: {piece.code_to_scan[1]}mm }}"


def _press(piece: Piece) -> str:
    bleed = piece.profile.bleed
    return f"; bleed: {bleed}in; marks: {'crop' if piece.profile.crop else 'none'}" if bleed else ""


def _flowing(templates: Environment, piece: Piece, panel: Panel, size: float) -> str:
    """Return the HTML of a piece that takes as many pages as it needs; a band stands on each of them."""
    form = piece.form
    css = (
        f"@page {{ size: {form.sheet.width}in {form.sheet.height}in; margin: {form.margin}in;"
        f' @bottom-center {{ content: counter(page) " / " counter(pages); font: 400 {max(9, form.foot)}pt "LA Sans"; '
        f"vertical-align: top; padding-top: 6pt }} {_running_band(piece)} }}"
        " @page :first { @top-left { content: none } }"
    )
    return _page(templates, piece, [_Page((_Placed(panel, ""),), (), "")], _letters(size) + css)


def _running_band(piece: Piece) -> str:
    """Return the band of every page but the first, which has it above its title, where a screen reader finds it too."""
    if not piece.banded:
        return ""
    large = piece.form.foot > _BAND_LETTERS
    between, width = (r"\A", LINE) if large else (" · ", piece.form.live.width)
    words = between.join(text for _, text in band_of(piece.languages))
    letters = piece.form.foot if large else _BAND_LETTERS
    return (
        f'@top-left {{ content: "{words}"; width: {width}in; margin: {PRINTER}in 0 8pt; background: #000; color: #fff; '
        f'font: 700 {letters}pt/1.2 "LA Sans"; white-space: pre-line; text-align: center; vertical-align: middle }}'
    )


def _page_of(piece: Piece, leaf: Leaf, panels: Sequence[Panel]) -> _Page:
    placed = tuple(_Placed(panels[spot.panel], _place(spot.box)) for spot in leaf.spots)
    cut = piece.profile.together and not leaf.back
    marks = tuple(_mark(box, fold=fold) for box, fold in piece.form.marks()) if cut else ()
    tabs = tuple(_tabs(piece.form, leaf)) if piece.form.way == Way.TABS else ()
    return _Page(placed, marks, f"width:{leaf.width}in;height:{leaf.height}in", tabs)


def _tabs(form: Format, leaf: Leaf) -> Iterator[str]:
    """Yield the place of each tab at the foot of a poster, inside of what an office printer prints."""
    left = (leaf.width - TAB * TABS) / 2
    for number in range(TABS):
        height = leaf.height - PRINTER - form.trim.height
        yield _place(Box(left + number * TAB, form.trim.height, TAB, height))


def _letters(size: float) -> str:
    return f"html {{ font-size: {size}pt }}"


def _page(templates: Environment, piece: Piece, pages: Sequence[_Page], css: str) -> str:
    shown = piece.shown
    context = {
        "pages": pages,
        "flat": "" if pages[0].size else "flat",
        "form": piece.form.name,
        "headings": piece.form.headings,
        "seconds": piece.form.seconds,
        "covered": piece.form.covered,
        "tight": piece.tight,
        "band": [Voice(tag, text) for tag, text in band_of(piece.languages)] if piece.banded else [],
        "shown": shown,
        "address": piece.address,
        "scan": piece.code_to_scan[0],
        "words": {
            context: list(_every(piece, context))
            for context in (*words_of(piece.topic, piece.form, scanned=bool(piece.code_to_scan[0])), PAUSES)
        },
        "code": piece.code,
    }
    sheets = [_shelf_css(templates, name) for name in _sheets(piece)]
    if shown.colour:
        sheets.append(f".panel h1, .panel h2, .call {{ color: {shown.colour}; border-color: {shown.colour} }}")
    return page(
        templates, fill(templates, "kyr/sheet.html", context), title=f"{piece.topic.name} – {piece.title}",
        language=piece.language if piece.language == YUE else piece.languages[0], css=[*sheets, css],
    )  # fmt: skip


def _every(piece: Piece, context: str) -> Iterator[Voice]:
    for one in piece.languages:
        if aloud := piece.aloud(context, one):  # what is said around every topic, in the same variety
            yield Voice(bcp47(piece.language if piece.language == YUE else one), aloud)
        elif (context, one) in piece.said:
            yield Voice(bcp47(one), piece.said[context, one])


def _sheets(piece: Piece) -> tuple[str, ...]:
    """Return the style sheets of a piece, the later over the earlier."""
    form, tight = piece.form, ("tight",) if piece.tight else ()
    if form.way in {Way.FLOW, Way.NUMBER, Way.SIGNS}:
        return ("sheet", form.way.value)
    if form.headings:
        return ("sheet", "panels", *tight)
    return ("sheet", "card" if form.covered else "palm", *tight)


def _shelf_css(templates: Environment, name: str) -> str:
    return str(fill(templates, f"kyr/{name}.css", {}))


def _place(box: Box) -> str:
    return f"left:{box.left:.4f}in;top:{box.top:.4f}in;width:{box.width:.4f}in;height:{box.height:.4f}in"


def _mark(box: Box, *, fold: bool) -> str:
    side = "left" if box.height else "top"
    style = "dotted" if fold else "solid"
    return f"{_place(box)};border-{side}:0.5pt {style} #000"
