"""Which parts of a drawing name which others: a part that is not there, or that names itself, is a problem."""

import re
from collections.abc import Iterator

from lxml import etree

MOST_USES = 50
"""How often a logo repeats a part of itself at most."""

_OWN = re.compile(r"""url\(\s*["']?#([\w.-]+)""")


def reference_problem(root: etree._Element) -> Iterator[str]:
    """Yield what is wrong with the references of a drawing; with more than so many, or in a circle, it has no end."""
    parts = {one.get("id", ""): one for one in root.iter() if one.get("id")}
    names = {own: tuple(_named_in(part)) for own, part in parts.items()}
    used = [one for one in root.iter() if _local(one) == "use"]
    if any(named not in parts for named in _named_in(root)):
        yield "a reference to a part that it does not hold"
    elif any(_comes_back(own, names) for own in names):
        yield "a part that refers to itself"
    elif len(used) > MOST_USES or any(_uses(parts[named]) for one in used for named in _of(one)):
        yield "parts repeated within repeated parts, or too many"


def attributes_of(one: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield the attributes of an element, with their namespaces."""
    yield from ((str(key), str(value)) for key, value in one.attrib.items())


def _named_in(part: etree._Element) -> Iterator[str]:
    for one in part.iter():
        yield from _of(one)


def _of(one: etree._Element) -> Iterator[str]:
    for key, value in attributes_of(one):
        if etree.QName(key).localname == "href" and value.startswith("#"):
            yield value[1:]
        yield from _OWN.findall(value)
    if _local(one) == "style":
        yield from _OWN.findall(one.text or "")


def _local(one: etree._Element) -> str:
    return etree.QName(one).localname


def _uses(part: etree._Element) -> bool:
    return any(_local(one) == "use" for one in part.iter())


def _comes_back(start: str, names: dict[str, tuple[str, ...]]) -> bool:
    seen: set[str] = set()
    ahead = list(names[start])
    while ahead:
        name = ahead.pop()
        if name == start:
            return True
        if name not in seen:
            seen.add(name)
            ahead += names.get(name, ())
    return False
