"""Every text of an XML part of a Word or Excel file, of XMP, or of an HTML page: runs joined, attributes too."""

import re
from itertools import groupby

from lxml import etree

from legalassist.disclosure.bare_lines import bare_lines, begins_a_page
from legalassist.disclosure.parts import OFFICE_PART, Kind, Part, unreadable

_INLINE = frozenset({
    "r", "t", "rPr", "b", "i", "u", "ins", "moveTo", "hyperlink", "sdt", "sdtContent", "smartTag", "proofErr",
    "bookmarkStart", "bookmarkEnd", "tab", "br", "cr", "noBreakHyphen", "softHyphen", "span", "a", "em", "strong",
    "font", "sub", "sup", "small", "mark", "lastRenderedPageBreak", "rFonts", "lang", "sz", "szCs", "color",
    "ruby", "rubyBase", "fldChar", "fldSimple", "commentRangeStart", "commentRangeEnd", "commentReference",
    "customXml", "rp", "wbr", "bdo", "bdi", "abbr", "code", "cite", "q", "s", "del", "kbd", "tt", "var", "label",
    "time", "dfn", "tspan", "nobr",
})  # fmt: skip
"""Elements (by local name) inside which a line of text goes on."""
_HIDDEN = frozenset({"instrText", "delText", "delInstrText"})
"""Text that Word does not show: read by itself."""
_ROWS = frozenset({"row", "tr", "sst", "svg"})
"""Elements whose cells stand side by side: a surname in one, a given name in the next."""
_SPACES = {"tab": " ", "br": "\n", "cr": "\n"}
_TELLING = frozenset({
    "author", "initials", "name", "descr", "title", "alt", "tag", "alias", "userId", "providerId", "displayName",
    "Target", "tooltip", "href", "src", "content", "placeholder", "value", "lastModifiedBy", "company", "manager",
    "prompt", "promptTitle", "error", "errorTitle", "user", "userName", "owner", "lastEditedBy", "caption", "string",
    "label", "aria-label", "summary", "tblCaption", "tblDescription", "statusText", "helpText", "docPart",
})  # fmt: skip
"""Attributes that hold words of a person, not settings of a machine."""
_SOMEBODY = frozenset({
    "author", "creator", "contributor", "editor", "lastmodifiedby", "manager", "company", "owner", "user", "username",
    "publisher", "person",
})  # fmt: skip
"""Elements, lower case, whose text says who somebody is: judged as metadata wherever they stand."""
_CELLS = frozenset({"n", "d", "s", "inputCells", "filter", "customFilter", "dateGroupItem", "time", "data", "input"})
"""Elements that keep the value of a cell or a field in an attribute (ECMA-376, 18.10; HTML): read as text."""
_VALUES = frozenset({"v", "val", "datetime", "value"})
_LETTERS = re.compile(r"[A-Z]{3,5}")
"""Capital letters alone are no word of a machine in any attribute of these formats: they may be somebody's."""
_FONTS = frozenset({"ascii", "hAnsi", "eastAsia", "cs", "typeface", "font-family", "face"})
_A_WORD_OR_TWO = 20
"""Letters of a line that may hold a part of a name or of a day whose rest stands in the next."""
_SHORT, _STACKED = 2, 3
"""Letters of a line, and letters, that are read as one text: a word down the page or over the cells of a table."""
_SHEET_EDGES = ("Header", "Footer")
_SHEET_CODE = re.compile(r"&(?:K[0-9A-Fa-f]{6}|\d{1,3}|\"[^\"]*\"|[A-Z])")
"""In the head and foot of a sheet: left, middle, right, a font, a size, a colour (ECMA-376, 18.3.1.46)."""
_TYPE = re.compile(rb"<!DOCTYPE[^>]*>", re.IGNORECASE)
_OWN_TYPE = re.compile(rb"<!DOCTYPE[^>]*\[", re.IGNORECASE)
_TAG = re.compile(r"<[!/]?[a-zA-Z][^<>]*>|<!--")
_XHTML = "{http://www.w3.org/1999/xhtml}"
_XPACKET = re.compile(r"begin=[\"'].?[\"'] id=[\"']W5M0MpCehiHzreSzNTczkc9d[\"']|end=[\"'][rw][\"']")
"""The marks around XMP, the same in every file (ISO 16684-1, 7.3.2)."""
_DOCUMENT_PROPERTIES = frozenset({"coreProperties", "Properties", "xmpmeta", "RDF", "people", "cp"})


def xml_parts(place: str, data: bytes) -> list[Part] | None:
    """Return the texts of an XML (or HTML) file; None where it is neither. Entities and document types are refused."""
    root = _parsed(data)
    if root is None:
        return None
    if isinstance(root, str):
        return [unreadable(place, root)]
    page = begins_a_page(str(root.tag).removeprefix(_XHTML), _INLINE)
    return _texts(place, root, data) + (_bare(place, etree.tostring(root, encoding="unicode")) if page else [])


def page_parts(place: str, text: str) -> list[Part]:
    """Return the texts of a piece of a page, as mail programs write it, tags taken out: "Shu<b>hua</b>" is Shuhua.

    Nothing for a text without a tag. What is no page, and has a sign like one, is read here a second time.
    """
    if _TAG.search(text) is None:
        return []
    data = text.encode("utf-8", "replace")
    try:
        root = etree.fromstring(data, etree.HTMLParser(no_network=True, encoding="utf-8", huge_tree=False))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return []
    return [] if root is None else _texts(place, root, data) + _bare(place, text)


def _bare(place: str, text: str) -> list[Part]:
    """Return the lines of a page that a tag of no list would cut, whole."""
    return [Part(f"{place}, a line without its tags", line) for line in bare_lines(text, _INLINE) if line.strip()]


def _texts(place: str, root: etree._Element, data: bytes) -> list[Part]:
    """Return the texts of an element, of what stands beside it, and of its document type."""
    name = _local(root.tag)
    kind = Kind.METADATA if name in _DOCUMENT_PROPERTIES else Kind.TEXT
    reader = _Reader(place, kind)
    reader.element(root)
    reader.flush()
    reader.stacked()
    for told in _TYPE.findall(data):
        reader.parts.append(Part(f"{place}, type of the document", told.decode("utf-8", "replace"), Kind.MARKUP))
    for node in root.itersiblings(preceding=True):
        reader.aside(node)
    for node in root.itersiblings():
        reader.aside(node)
    return reader.parts


def _parsed(data: bytes) -> etree._Element | str | None:
    """Return the root of XML or HTML, or why it cannot be looked into, or None where it is neither."""
    if b"<!ENTITY" in data or _OWN_TYPE.search(data):
        return "a document type of its own, which could hide text"
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        if b"<html" not in data[:2000].lower():
            return None
        return etree.fromstring(data, etree.HTMLParser(no_network=True, encoding=_encoding(data)))
    return root


def _local(name: object) -> str:
    """Return an element's or an attribute's name without its namespace; a page has prefixes alone (``o:p``)."""
    return str(name).rpartition("}")[2].rpartition(":")[2]


def _shown(name: str, text: str) -> str:
    """Return the text of an element; the head and foot of a sheet without the codes that stand between words."""
    return _SHEET_CODE.sub(" ", text) if name.endswith(_SHEET_EDGES) else text


def _reversed(name: str, element: etree._Element) -> bool:
    """Say whether an element shows its letters from right to left, whatever they are."""
    ways = {str(value).lower() for value in element.attrib.values()}
    return (name == "bdo" and "rtl" in ways) or any("bidi-override" in way and "rtl" in way for way in ways)


def _encoding(data: bytes) -> str | None:
    """Return the encoding of an HTML page that does not say it; None where the parser has to find out."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return None
    return "utf-8"


class _Reader:
    """Collects the texts of one file, paragraph by paragraph."""

    def __init__(self, place: str, kind: Kind) -> None:
        self.place, self.kind = place, kind
        self.parts: list[Part] = []
        self.line: list[str] = []
        self.hidden: list[tuple[int, str]] = []
        """What is not shown, and behind how many pieces of the line it stands."""
        self.above: list[str] = []
        self.cells: list[str] = []
        self.number = 0

    def flush(self) -> None:
        """End the line of text that has been collected."""
        line, hidden = self.line, self.hidden
        self.line, self.hidden = [], []
        text = "".join(line)
        if text.strip():
            self.number += 1
            self.cells.append(text)
            self._add(text, self.kind, f"paragraph {self.number}")
        if hidden:
            self._add("".join(words for _, words in hidden), self.kind, f"hidden text after paragraph {self.number}")
            for at, words in reversed(hidden):  # and as it reads where somebody shows it, or puts it back
                line.insert(at, words)
            self._add("".join(line), self.kind, f"paragraph {self.number} with its hidden text")
        above, self.above = " ".join(self.above), []
        self._add(above, self.kind, f"small text above paragraph {self.number}")

    def stacked(self) -> None:
        """Read short lines that stand one under the other as one text: single letters, or the words of a name."""
        for short, lines in groupby(map(str.strip, self.cells), lambda text: len(text) <= _SHORT):
            letters = "".join(lines) if short else ""
            if len(letters) >= _STACKED:
                self._add(letters, self.kind, "lines of single letters")
        for short, lines in groupby(map(str.strip, self.cells), lambda text: len(text) <= _A_WORD_OR_TWO):
            words = list(lines) if short else []
            if len(words) > 1:
                self._add("\n".join(words), Kind.MARKUP, "short lines, one under the other")

    def element(self, element: etree._Element) -> None:
        """Read an element, everything in it, and what stands behind it."""
        if not isinstance(element.tag, str):
            self.aside(element)
            self.line.append(element.tail or "")
            return
        name = _local(element.tag)
        self._attributes(element)
        if _reversed(name, element):
            self._add("".join(map(str, element.itertext()))[::-1], self.kind, f"reversed after paragraph {self.number}")
        if name.endswith("Pr"):  # properties of a run or a paragraph hold no text, and do not end one
            for inside in element.iterdescendants():
                self._attributes(inside)
        elif name in _HIDDEN:
            self.hidden.append((len(self.line), element.text or ""))
        elif name == "rt":  # sounds above characters: neither may part the other's words
            self.above.append("".join(map(str, element.itertext())))
        else:
            begin = len(self.cells)
            self._content(name, element)
            self._row(name, element, begin)
        self.line.append(element.tail or "")

    def _content(self, name: str, element: etree._Element) -> None:
        """Read what is inside an element; it is a line of its own where it is not inline."""
        inline, kind = name in _INLINE, self.kind
        if not inline:
            self.flush()
        self.kind = Kind.METADATA if name.lower() in _SOMEBODY else kind
        self.line.append(_SPACES.get(name) or _shown(name, element.text or ""))
        for child in element:
            self.element(child)
        if not inline:
            self.flush()
        self.kind = kind

    def _row(self, name: str, element: etree._Element, begin: int) -> None:
        """Read the cells of a row as one text, where one just ended."""
        if name in _ROWS and len(self.cells) - begin > 1:
            self._add(" ".join(self.cells[begin:]), Kind.MARKUP, f"the row that ends at paragraph {self.number}")
        if name == "c" and element.get("t") == "s":  # the number of a string, which stands elsewhere
            del self.cells[begin:]

    def aside(self, node: etree._Element) -> None:
        """Read a comment or a processing instruction."""
        if not isinstance(node.tag, str) and not _XPACKET.fullmatch(node.text or ""):
            self._add(node.text or "", Kind.METADATA, f"comment in the markup after paragraph {self.number}")

    def _attributes(self, element: etree._Element) -> None:
        name = _local(element.tag)
        own = [(_local(key), str(value)) for key, value in element.attrib.items()]
        for key, value in own:
            told = key in _TELLING or (key == "val" and name in _TELLING)
            told = told or (_LETTERS.fullmatch(value) is not None and key not in _FONTS)
            kind = Kind.METADATA if told else Kind.TEXT if key in _VALUES and name in _CELLS else Kind.MARKUP
            # The same attribute is called `title` in a picture's properties, where it is read aloud, and elsewhere.
            self._add(value, kind, f"an attribute after paragraph {self.number}")

    def _add(self, text: str, kind: Kind, where: str) -> None:
        if text.strip() and not OFFICE_PART.fullmatch(text):
            self.parts.append(Part(f"{self.place}, {where}", text, kind))
