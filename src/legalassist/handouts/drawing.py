"""A logo drawn in lines and areas (SVG), as the usual drawing programs save it: looked through before it is drawn.

What a program notes for itself draws nothing (metadata, views, names of layers); a style sheet may have plain
selectors. Whatever could fetch, run, move, or write letters is refused.
"""

import re
from collections.abc import Iterator

from lxml import etree

from legalassist.errors import UsageError
from legalassist.handouts.drawing_refs import attributes_of, reference_problem

HINT = "save it as a small PNG in black and white, at most 1 MB; or as a plain SVG, its text turned into paths"

_SVG, _XHTML = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml"
_NOTES = frozenset({
    "http://www.inkscape.org/namespaces/inkscape", "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
})  # fmt: skip
"""What a drawing program writes down for itself, in elements of its own."""

_TOLD = frozenset({"metadata", "title", "desc"})
_DRAWS = _TOLD | {
    "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "defs", "symbol", "style",
    "linearGradient", "radialGradient", "stop", "clipPath", "mask", "use",
}  # fmt: skip
_POINTS = frozenset({"use", "linearGradient", "radialGradient"})
"""What may name another part of the same file."""

_LINK = "{http://www.w3.org/1999/xlink}href"
_NEVER = frozenset({"href", "src", "base"})

_CALLS = frozenset({"rgb", "rgba", "hsl", "hsla", "matrix", "translate", "scale", "rotate", "skewx", "skewy"})
"""The only functions in an attribute of a drawing: colours and movements. Every other one might fetch something."""

_CALL = re.compile(r"([^\s,;:()]*)\s*\(")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_OWN_PART = re.compile(r"""url\(\s*(["']?)#[\w.-]+\1\s*\)""")
"""A part of the same file: the only address there may be in a value."""

_SELECTOR = r"(?:\*|[A-Za-z]+|(?:[A-Za-z]+)?[.#][A-Za-z_][\w-]*)"
_RULE = re.compile(rf"\s*({_SELECTOR}(?:\s*,\s*{_SELECTOR})*)\s*\{{([^{{}}]*)\}}\s*")

_DOCTYPE = re.compile(r'<!DOCTYPE svg(?: PUBLIC "-//W3C//DTD SVG [\w. ]+//EN" "https?://www\.w3\.org/[\w./-]+\.dtd")?>')


def plain_drawing(content: bytes, name: str) -> bytes:
    """Return a drawing that does nothing but draw, without its comments and its head.

    Raises UsageError for what is no SVG, or a damaged one, and for one that holds scripts, links, anything that could
    fetch, entities, movement, embedded pictures or text.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        message = f"the logo {name} is no SVG drawing, or a damaged one"
        raise UsageError(message, hint=HINT) from None
    if not _plain_head(root) or etree.QName(root).localname != "svg":
        raise UsageError(f"the logo {name} is not a plain SVG drawing", hint=HINT)
    what = next(_problems(root), "")
    if what:
        message = f"the logo {name} holds {what}; a drawing of lines and areas is all that is printed"
        raise UsageError(message, hint=HINT)
    return etree.tostring(root)


def _plain_head(root: etree._Element) -> bool:
    """Say whether nothing stands before a drawing but, at most, that it is one by the rules of the W3C."""
    tree = root.getroottree()
    if any(isinstance(one, etree._ProcessingInstruction) for one in root.itersiblings(preceding=True)):  # noqa: SLF001 - the only name lxml has for it
        return False
    head = etree.tostring(tree, encoding="unicode").partition("<svg")[0].strip()
    return not head or bool(_DOCTYPE.fullmatch(head))  # what it declares of its own would stand between brackets


def _problems(root: etree._Element) -> Iterator[str]:
    """Yield what in a drawing is more than drawing."""
    for one in root.iter():
        if not isinstance(one.tag, str):
            yield "an entity or instruction"
            continue
        name = etree.QName(one)
        if name.namespace in {None, _SVG, _XHTML}:
            if name.localname not in _DRAWS or name.namespace == _XHTML:
                yield f"<{name.localname}>"
        elif name.namespace not in _NOTES and not any(_local(above) == "metadata" for above in one.iterancestors()):
            yield f"<{name.localname}>"
        else:
            continue  # a note: nothing of it is drawn
        yield from _of_attributes(one, name.localname)
        if name.localname == "style" and not _rules(one.text or "", one):
            yield "a style sheet with more than plain selectors of elements, classes and ids"
    yield from reference_problem(root)


def _of_attributes(one: etree._Element, tag: str) -> Iterator[str]:
    for key, value in attributes_of(one):
        name = etree.QName(key)
        word = name.localname.lower()
        if word == "href" and tag in _POINTS and key in {"href", _LINK} and re.fullmatch(r"#[\w.-]+", value):
            continue
        if word.startswith("on") or word in _NEVER or (not _noted(key) and _fetches(value)):
            yield f"the attribute {word}"


def _noted(key: str) -> bool:
    """Say whether an attribute is a note of a drawing program."""
    name = etree.QName(key)
    return (bool(name.namespace) and key != _LINK) or name.localname.startswith("data-")


def _fetches(value: str) -> bool:
    """Say whether a value could fetch something: an escaped sign may stand for any other, so there is none."""
    bare = _OWN_PART.sub("", _COMMENT.sub("", value))
    calls = {found[1].lower() for found in _CALL.finditer(bare)}
    return "\\" in value or "@" in value or "<" in value or not calls <= _CALLS


def _rules(text: str, style: etree._Element) -> list[tuple[str, str]] | None:
    """Return the rules of a style sheet, each selector by itself; None where it holds anything else."""
    left, found = _COMMENT.sub("", text), []
    if len(style) or style.get("media") or style.get("type", "text/css") != "text/css":
        return None
    while left.strip():
        rule = _RULE.match(left)
        if rule is None or _fetches(rule[2]):
            return None
        found += [(one.strip(), rule[2].strip().strip(";")) for one in rule[1].split(",")]
        left = left[rule.end() :]
    return found or [("*", "")]


def _local(one: etree._Element) -> str:
    return etree.QName(one).localname
