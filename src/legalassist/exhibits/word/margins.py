"""Headers and footers of a stranger's file: a letterhead is part of the letter, so it is printed, once."""

import re
from collections.abc import Iterator

from lxml import etree

from legalassist.documents.docx_file import DocxFile
from legalassist.documents.subset.fields import kind_of
from legalassist.documents.subset.styles import W, child, is_on, val
from legalassist.exhibits.cleaned import Noticed
from legalassist.exhibits.word.fields import PAGES
from legalassist.exhibits.word.names import R, drop, words_in

ONCE = "header or footer (printed once: headers before the text, footers behind it)"
UNSEEN = "header or footer that no page shows"
NUMBERS = "page numbers (each page gets the exhibit's own mark)"
_ABOUT_PAGES = re.compile(r"page|of|pg|p|seite|von|第|页|頁|共|[\W_]", re.IGNORECASE)
_DRAWN = ("drawing", "pict", "object", "sym")


def margins_of(file: DocxFile, root: etree._Element, noticed: list[Noticed]) -> dict[str, list[etree._Element]]:
    """Return the headers and the footers that pages show: what stands in them, each part once, by their names.

    The keys are ``header`` and ``footer``; an element is the root of a part, which is given as its ``part`` attribute.
    """
    found: dict[str, list[etree._Element]] = {"header": [], "footer": []}
    links, shown = file.relationships(file.main), set()
    said: set[tuple[str, str]] = set()
    for kind, ident in _referred(root, _both_sides(file)):
        part = links[ident].target if ident in links and not links[ident].external else ""
        story = file.xml(part) if part and part not in shown else None
        shown.add(part)
        if story is None:
            continue
        _without_numbers(story, noticed)
        words = "".join(words_in(story).split())
        drawn = any(next(story.iter(W + name), None) is not None for name in _DRAWN)
        if drawn or (words and (kind, words) not in said):
            story.set("part", part)
            found[kind].append(story)
            noticed.append(Noticed(ONCE))
        said.add((kind, words))
    every = {one.target for one in links.values() if one.kind in found and not one.external}
    hidden = sum(1 for part in every - shown if (story := file.xml(part)) is not None and words_in(story).strip())
    noticed += [Noticed(UNSEEN)] * hidden
    return found


def _both_sides(file: DocxFile) -> bool:
    return is_on(child(file.xml(file.related("settings")), "evenAndOddHeaders"))


def _referred(root: etree._Element, both_sides: bool) -> Iterator[tuple[str, str]]:  # noqa: FBT001 - as above
    """Yield kind and relationship of every header and footer that some page shows, section by section."""
    for section in root.iter(W + "sectPr"):
        kinds = [*(["first"] if is_on(child(section, "titlePg")) else []), "default", *(["even"] if both_sides else [])]
        for kind in ("header", "footer"):
            for wanted in kinds:
                for one in section.iter(f"{W}{kind}Reference"):
                    if (val(one, "type") or "default") == wanted:
                        yield kind, one.get(R + "id", "")


def _without_numbers(story: etree._Element, noticed: list[Noticed]) -> None:
    """Take out the paragraphs that only number pages; a number that was typed may be a telephone's, or a court's."""
    for paragraph in list(story.iter(W + "p")):
        kinds = {kind_of(one.text or "") for one in paragraph.iter(W + "instrText")}
        kinds |= {kind_of(val(one, "instr")) for one in paragraph.iter(W + "fldSimple")}
        counts = kinds & PAGES or next(paragraph.iter(W + "pgNum"), None) is not None
        drawn = any(next(paragraph.iter(W + name), None) is not None for name in _DRAWN)
        if counts and not drawn and not _ABOUT_PAGES.sub("", _beside_numbers(paragraph)):
            noticed.append(Noticed(NUMBERS))
            if paragraph.getparent() is not None and len(paragraph.getparent().findall(W + "p")) > 1:  # type: ignore[union-attr]
                drop(paragraph)
            else:  # a cell or a part needs its last paragraph
                for each in [one for one in paragraph if one.tag != W + "pPr"]:
                    paragraph.remove(each)


def _beside_numbers(paragraph: etree._Element) -> str:
    """Return the words of a paragraph without the page numbers that Word counted."""
    fields: list[str] = []
    words = ""
    for each in paragraph.iter(W + "fldChar", W + "instrText", W + "t"):
        kind = val(each, "fldCharType")
        if kind == "begin":
            fields.append("")
        elif kind == "end" and fields:
            fields.pop()
        elif each.tag == W + "instrText" and fields:
            fields[-1] += each.text or ""
        elif each.tag == W + "t":
            around = [*fields[:1], *(val(one, "instr") for one in each.iterancestors(W + "fldSimple"))]
            words += "" if any(kind_of(one) in PAGES for one in around) else each.text or ""
    return words
