"""Read one paragraph: its style, the number it prints, its layout, and its pieces with their languages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lxml import etree

from legalassist.documents.docx_file import EXPORT_AS_PDF
from legalassist.documents.subset.blocks import Align, Indent, NoteMark, Paragraph, Piece, Run
from legalassist.documents.subset.faults import HIDDEN, MISPLACED, TRACKED, Faults
from legalassist.documents.subset.language import mostly_chinese, parts, tag_of
from legalassist.documents.subset.looks import Looks
from legalassist.documents.subset.numbers import Label, NotPrintedError, Numbering
from legalassist.documents.subset.runs import Around, Found, Runs, Settled, says
from legalassist.documents.subset.styles import (
    HOUSE_STYLES,
    NOTE_STYLES,
    Styles,
    child,
    is_on,
    properties_in,
    val,
    whole,
)

_ALIGN = {
    "left": Align.LEFT,
    "start": Align.LEFT,
    "center": Align.CENTER,
    "right": Align.RIGHT,
    "end": Align.RIGHT,
    "both": Align.BOTH,
    "distribute": Align.BOTH,
}
_NO_LIST = "0"
_MARGIN = 720
"""Twentieths of a point: text may reach half an inch into the margin of an inch."""
_WIDEST = 7200
"""Of the 9360 twentieths of a point that a line has, indents leave at least an inch and a half."""
_NO_LABEL = Label("", "", None)


@dataclass(frozen=True, slots=True)
class Tools:
    """What reading a paragraph needs, made once for a file."""

    styles: Styles
    numbering: Numbering
    looks: Looks
    faults: Faults
    settled: Settled


@dataclass(frozen=True, slots=True)
class Opened:
    """A paragraph whose pieces have been read; ``joins`` says that an accepted deletion took its end away."""

    element: etree._Element
    found: list[Found]
    joins: bool


class Paragraphs:
    """Reads the paragraphs of one story."""

    def __init__(self, tools: Tools, runs: Runs) -> None:
        """Take the file's tools and the story's runs."""
        self._tools = tools
        self._runs = runs
        styles = tools.styles
        house = (numbering for ident, numbering in styles.linked.items() if styles.name(ident) in HOUSE_STYLES)
        self._house_lists = {tools.numbering.definition_of(val(child(each, "numId"))) for each in house}

    def open(self, element: etree._Element, tag: str) -> Opened:
        """Read the pieces of a ``w:p``, and note what of its properties is outside the subset."""
        properties = child(element, "pPr")
        met = self._runs.met
        found = self._runs.read(element, Around(style=val(child(properties, "pStyle")), tag=tag))
        if self._runs.met - met != says(element) and not self._tools.faults.problems:
            self._tools.faults.add(*MISPLACED)
        self._check_properties(properties)
        mark = child(properties, "rPr")
        deleted = child(mark, "del") is not None or child(mark, "moveFrom") is not None
        return Opened(element, found, deleted and self._tools.settled.accept_changes)

    def finish(self, opened: Opened, before: Sequence[Found], place: int, *, in_note: bool) -> Paragraph:
        """Make the paragraph; ``before`` are the pieces of deleted-away paragraphs that run into it."""
        properties = child(opened.element, "pPr")
        ident = val(child(properties, "pStyle"))
        found = [*before, *opened.found]
        label = self._label(properties, ident)
        style = self._house_style(ident, printed=bool(label.text) or any(_prints(f.piece) for f in found), note=in_note)
        text = "".join(f.piece.text for f in found if isinstance(f.piece, Run))
        chinese = style == "LA Chinese" or mostly_chinese(text)
        language = next((tag_of(f.east_asian) for f in found if f.east_asian), "zh-Hans") if chinese else "en"
        asked = {**self._tools.styles.paragraph_properties(ident), **properties_in(properties)}
        return Paragraph(
            place=place,
            style=style,
            pieces=_pieces(found, language),
            label=label.text,
            gap=label.gap if label.text else "",
            language=language,
            align=_ALIGN.get(val(asked.get("jc")), Align.LEFT),
            indent=self._indent(properties, ident, label),
            before=_space(properties, "before"),
            after=_space(properties, "after"),
            keep_next=is_on(asked.get("keepNext")),
            keep_lines=is_on(asked.get("keepLines")),
            page_break_before=is_on(asked.get("pageBreakBefore")),
        )

    def _house_style(self, ident: str, *, printed: bool, note: bool) -> str:
        name = self._tools.styles.name(ident)
        if note and name in NOTE_STYLES:
            return "LA Note"
        if name in HOUSE_STYLES:
            return name
        if printed:
            self._tools.faults.add(
                "is in a style that is not one of the house styles", "give it one of the LA styles, such as LA Body"
            )
        return "LA Body"

    def _check_properties(self, properties: etree._Element | None) -> None:
        faults, mark = self._tools.faults, child(properties, "rPr")
        tracked = [child(properties, "pPrChange"), child(properties, "numberingChange"), child(mark, "rPrChange")]
        tracked += [child(mark, name) for name in ("ins", "del", "moveFrom", "moveTo")]
        if not self._tools.settled.accept_changes and any(each is not None for each in tracked):
            faults.add(*TRACKED)
        if is_on(child(mark, "vanish")) or is_on(child(mark, "specVanish")):
            faults.add(*HIDDEN)
        if child(properties, "framePr") is not None:
            faults.add("stands in a frame", "remove the frame: its text stays in the paragraph")
        if is_on(child(properties, "bidi")) or child(properties, "textDirection") is not None:
            faults.add("does not run from left to right", EXPORT_AS_PDF)

    def _label(self, properties: etree._Element | None, ident: str) -> Label:
        """Count the paragraph if it is numbered, and return the number it prints."""
        own = child(properties, "numPr")
        linked = self._tools.styles.linked.get(ident or "")
        instance = val(child(own, "numId")) or val(child(linked, "numId"))
        if not instance or instance == _NO_LIST:
            return _NO_LABEL
        if own is not None and child(own, "ilvl") is not None:
            level = whole(val(child(own, "ilvl")))
        else:
            level = self._tools.numbering.level_of_style(instance, ident) or whole(val(child(linked, "ilvl")))
        if self._tools.numbering.definition_of(instance) not in self._house_lists:
            self._tools.faults.add(
                "belongs to a list that is not linked to a house style (a pasted list?)",
                "give it the style LA Numbered or LA Lettered",
            )
            return _NO_LABEL
        try:
            return self._tools.numbering.count(instance, level)
        except NotPrintedError as fault:
            self._tools.faults.add(str(fault), f"give it the style LA Numbered, or {EXPORT_AS_PDF}")
            return _NO_LABEL

    def _indent(self, properties: etree._Element | None, ident: str, label: Label) -> Indent:
        """Return the indent: the paragraph's own, then its own list's, then the style's, then the style's list's."""
        own = child(properties, "ind")
        styled = self._tools.styles.indents(ident)
        from_list = [] if label.indent is None else [label.indent]
        own_list = child(properties, "numPr") is not None
        order = [*from_list, *styled] if own_list else [*styled, *from_list]
        sources = [*([] if own is None else [own]), *order]
        indent = Indent(
            left=_twips(sources, "left", "start"),
            right=_twips(sources, "right", "end"),
            first=_first_line(sources),
        )
        inside = min(indent.left, indent.right, indent.left + indent.first) >= -_MARGIN
        if not inside or indent.left + indent.right + max(0, indent.first) > _WIDEST:
            self._tools.faults.add("is indented beyond the page", "set its indents to less than four inches")
        return indent

    def close(self, saying: int) -> None:
        """Note problems where the story ends inside a field, or ``saying`` texts and calls were not all met."""
        self._runs.fields.close()
        if self._runs.met != saying and not self._tools.faults.problems:
            self._tools.faults.add(*MISPLACED)


def _space(properties: etree._Element | None, side: str) -> int | None:
    """Return the space before or after that a paragraph itself asks for, or None."""
    asked = val(child(properties, "spacing"), side)
    return max(0, whole(asked)) if asked else None


def _twips(sources: Sequence[etree._Element], *names: str) -> int:
    return next((whole(val(s, name)) for s in sources for name in names if val(s, name)), 0)


def _first_line(sources: Sequence[etree._Element]) -> int:
    """Return the first-line indent; hanging wins over first line within one source, as in Word."""
    for source in sources:
        if val(source, "hanging"):
            return -whole(val(source, "hanging"))
        if val(source, "firstLine"):
            return whole(val(source, "firstLine"))
    return 0


def _prints(piece: Piece) -> bool:
    return isinstance(piece, NoteMark) or (isinstance(piece, Run) and bool(piece.text.strip()))


def _pieces(found: Sequence[Found], language: str) -> tuple[Piece, ...]:
    """Cut runs by language and join what looks, links and reads the same."""
    pieces: list[Piece] = []
    for each in found:
        for piece in _by_language(each, language):
            last = pieces[-1] if pieces else None
            if isinstance(piece, Run) and isinstance(last, Run) and replace(last, text=piece.text) == piece:
                pieces[-1] = replace(last, text=last.text + piece.text)
            else:
                pieces.append(piece)
    return tuple(pieces)


def _by_language(found: Found, language: str) -> list[Piece]:
    run = found.piece
    if not isinstance(run, Run) or language != "en":
        return [run]
    tag = tag_of(found.east_asian)
    return [replace(run, text=text, language=tag if chinese else "") for text, chinese in parts(run.text)]
