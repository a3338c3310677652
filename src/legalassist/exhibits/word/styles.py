"""The styles of a stranger's file, under the names of the house: headings by their level, everything else body text."""

from lxml import etree

from legalassist.documents.subset.styles import (
    CHARACTER_STYLES,
    HOUSE_STYLES,
    NOTE_STYLES,
    Style,
    Styles,
    W,
    child,
    val,
    whole,
)
from legalassist.exhibits.word.names import made, own

_HEADING = "heading "
_DEEPEST = 3
_BODY_LEVEL = 9
_NOTES = (*NOTE_STYLES, "endnote text")


def house_styles(root: etree._Element, lists: tuple[str, ...]) -> etree._Element:
    """Give the styles part house names, and return it; `lists` are the ids of the lists that paragraphs may belong to.

    A style keeps what it asks of a paragraph and its text. For each list one style of ours is added, so that the closed
    reader takes the list for one of the house.
    """
    styles = Styles(root)
    if styles.get("") is None:
        root.append(_style("paragraph", "received", "LA Body", default="1"))
        styles = Styles(root)
    names = {ident: _house_name(styles, style) for ident, style in _every(styles, root).items()}
    for element in root.iter(W + "style"):
        name = names.get(val(element, "styleId"))
        if name is not None:
            own(element, "name").set(W + "val", name)
    for ident in lists:
        style = _style("paragraph", f"received-list-{ident}", "LA Numbered")
        numbering = etree.SubElement(etree.SubElement(style, W + "pPr"), W + "numPr")
        numbering.append(made("numId", val=ident))
        root.append(style)
    return root


def _style(kind: str, ident: str, name: str, **more: str) -> etree._Element:
    element = made("style", type=kind, styleId=ident, **more)
    element.append(made("name", val=name))
    return element


def _every(styles: Styles, root: etree._Element) -> dict[str, Style]:
    idents = (val(element, "styleId") for element in root.iter(W + "style"))
    return {ident: style for ident in idents if (style := styles.get(ident)) is not None}


def _house_name(styles: Styles, style: Style) -> str:
    if style.kind == "character":
        return style.name if style.name in CHARACTER_STYLES else "Strong"
    if style.kind != "paragraph" or style.name in HOUSE_STYLES:
        return style.name
    name = style.name.lower()
    if name in _NOTES:
        return "LA Note"
    if name == "title":
        return "LA Title"
    level = _level(styles, style)
    return f"LA Heading {min(level, _DEEPEST)}" if level else "LA Body"


def _level(styles: Styles, style: Style) -> int:
    """Return which heading a style is, from 1; 0 for body text. What it is based on counts, as in Word."""
    for each in styles.chain(style.ident):
        asked = child(each.paragraph, "outlineLvl")
        if asked is not None:
            level = whole(val(asked), _BODY_LEVEL)
            return level + 1 if 0 <= level < _BODY_LEVEL else 0
        if each.name.lower().startswith(_HEADING):
            return whole(each.name[len(_HEADING) :])
    return 0
