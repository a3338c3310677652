"""How a stranger's text looks: what only decorates is left off, what would hide text stays for the reader to refuse."""

from lxml import etree

from legalassist.documents.subset.looks import is_pale
from legalassist.documents.subset.styles import (
    Properties,
    Styles,
    W,
    brightness,
    child,
    is_on,
    properties_in,
    val,
    whole,
)
from legalassist.exhibits.cleaned import Noticed
from legalassist.exhibits.word.names import W14, drop, drop_each, made, own

MARKED = "highlighting or shading (the words stay)"
_DECORATION = (
    "position", "fitText", "em", "eastAsianLayout", "effect", "outline", "shadow", "emboss", "imprint", "bdr",
    "webHidden",
)  # fmt: skip
_LIGHT = frozenset({"yellow", "green", "cyan", "magenta", "lightGray", "white", "none"})
_LIGHT_FROM = 150
"""Of 255; black letters are read on a ground as bright as this."""
_LEFT, _RIGHT, _FIRST, _HANGING = 4320, 1440, 1440, 720
"""Twentieths of a point that indents may have at most, so that every line has room."""


def plain_looks(root: etree._Element, noticed: list[Noticed]) -> None:
    """Leave off what decorates in a part: raised letters, dots, outlines, light grounds, frames, wide indents."""
    drop_each(each for name in _DECORATION for each in root.iter(W + name) if _in_run_properties(each))
    for mark in list(root.iter(W + "highlight")):
        if val(mark) in _LIGHT:
            _leave_off(mark, noticed, marked=val(mark) not in ("none", "white"))
    for ground in list(root.iter(W + "shd")):
        fill = brightness(val(ground, "fill"))
        if fill is None or fill >= _LIGHT_FROM:
            _leave_off(ground, noticed, marked=fill is not None and fill < 255)  # noqa: PLR2004 - white
    drop_each(root.iter(W + "framePr"))
    for indent in root.iter(W + "ind"):
        _narrow(indent)


def _in_run_properties(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == W + "rPr"


def _leave_off(element: etree._Element, noticed: list[Noticed], *, marked: bool) -> None:
    drop(element)
    if marked:
        noticed.append(Noticed(MARKED))


def _narrow(indent: etree._Element) -> None:
    """Keep an indent on the page; what is counted in characters goes by its twentieths of a point."""
    for name, most in (("left", _LEFT), ("start", _LEFT), ("right", _RIGHT), ("end", _RIGHT), ("firstLine", _FIRST),
                       ("hanging", _HANGING)):  # fmt: skip
        asked = val(indent, name)
        if asked:
            indent.set(W + name, str(min(max(whole(asked), 0), most)))


def visible_letters(story: etree._Element, styles: Styles) -> None:
    """Write out capitals made by formatting, and turn pale letters on a dark ground about.

    Letters that are not seen in Word, whatever makes them so, stay as they are or become hidden text: the closed
    reader refuses both.
    """
    for run in story.iter(W + "r"):
        asked = _asked(run, styles)
        if is_on(asked.get("caps")):
            for text in run.iter(W + "t"):
                text.text = (text.text or "").upper()
            _set(run, "caps", "0")
        if _clear(run):
            _set(run, "vanish", "1")
    for ground in list(story.iter(W + "shd")):
        _turn_about(ground, styles)


def _turn_about(ground: etree._Element, styles: Styles) -> None:
    """Make dark letters on white of pale ones on a dark ground; a dark ground under any other letter stays."""
    fill, properties = brightness(val(ground, "fill")), ground.getparent()
    if fill is None or fill >= _LIGHT_FROM or properties is None or properties.tag == W + "tblPr":
        return
    holder = properties.getparent()
    runs = [] if holder is None else [run for run in _runs(holder) if next(run.iter(W + "t"), None) is not None]
    if all(_pale(run, styles) for run in runs):
        for run in runs:
            _set(run, "color", "000000")
        drop(ground)
    elif properties.tag == W + "pPr":
        for run in runs:  # the closed reader looks at the ground of cells and runs alone
            own(run, "rPr").append(made("shd", val="clear", fill="000000"))


def _runs(holder: etree._Element) -> list[etree._Element]:
    return [holder] if holder.tag == W + "r" else list(holder.iter(W + "r"))


def _pale(run: etree._Element, styles: Styles) -> bool:
    return is_pale(val(_asked(run, styles).get("color")))


def _asked(run: etree._Element, styles: Styles) -> Properties:
    """Return what a run's text looks like: the file's defaults, its paragraph's style, its own style, itself."""
    paragraph = next(run.iterancestors(W + "p"), None)
    ident = val(child(child(paragraph, "pPr"), "pStyle"))
    asked = properties_in(child(run, "rPr"))
    styled = styles.run_properties(val(asked.get("rStyle"))) if "rStyle" in asked else {}
    return {**styles.default_run, **styles.run_properties(ident or _default(styles)), **styled, **asked}


def _default(styles: Styles) -> str:
    style = styles.get("")
    return "" if style is None else style.ident


def _clear(run: etree._Element) -> bool:
    """Say whether newer Word fills a run's letters with nothing, or with something one can see through."""
    fill = next(run.iter(W14 + "textFill"), None)
    return fill is not None and any(one.tag in (W14 + "noFill", W14 + "alpha") for one in fill.iter())


def _set(run: etree._Element, name: str, value: str) -> None:
    properties = own(run, "rPr")
    drop_each(properties.findall(W + name))
    properties.append(made(name, val=value))
