"""The lists of a stranger's file: bullets in ordinary letters, linked list styles looked up, none left undefined."""

from copy import deepcopy

from lxml import etree

from legalassist.documents.subset.styles import W, child, val
from legalassist.exhibits.word.names import drop_each

_PRIVATE = range(0xE000, 0xF900)
BULLET = "\u2022"


def house_lists(root: etree._Element | None) -> tuple[str, ...]:
    """Make the numbering part printable, and return the ids of its lists."""
    if root is None:
        return ()
    _link(root)
    drop_each(root.iter(W + "lvlPicBulletId"))
    for text in root.iter(W + "lvlText"):
        said = val(text)
        plain = "".join(BULLET if ord(sign) in _PRIVATE else sign for sign in said)
        # A bullet with a picture of its own, or with nothing, is still a bullet.
        if not plain and val(child(text.getparent(), "numFmt")) == "bullet":
            plain = BULLET
        text.set(W + "val", plain)
    known = {val(one, "abstractNumId") for one in root.iter(W + "abstractNum")}
    return tuple(
        ident
        for one in root.iter(W + "num")
        if (ident := val(one, "numId")) and val(child(one, "abstractNumId")) in known
    )


def _link(root: etree._Element) -> None:
    """Give a list that only names a list style that style's levels."""
    named = {val(child(one, "styleLink")): one for one in root.iter(W + "abstractNum") if len(one.findall(W + "lvl"))}
    for one in root.iter(W + "abstractNum"):
        wanted = val(child(one, "numStyleLink"))
        if wanted in named and child(one, "lvl") is None:
            one.extend(deepcopy(level) for level in named[wanted].iter(W + "lvl"))


def unlist(story: etree._Element, lists: tuple[str, ...]) -> None:
    """Take paragraphs out of lists that the file does not define: Word prints no number there."""
    for properties in list(story.iter(W + "numPr")):
        ident = val(child(properties, "numId"))
        if ident and ident != "0" and ident not in lists:
            child(properties, "numId").set(W + "val", "0")  # type: ignore[union-attr] # it was found just now
