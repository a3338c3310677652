"""The text of a PDF's pages in the order it is drawn, whether it is tagged or not (ISO 32000-1, 9.4); and pictures."""

from collections.abc import Iterator, Sequence
from contextlib import suppress

import pikepdf

from legalassist.documents.pdf_file import entry, number_of, text_of, type_error, whole_pdf
from legalassist.documents.tags.fonts import Decoder, decoder

_MOVES = frozenset({"Td", "TD", "Tm", "T*", "ET", "'", '"'})
_SAYS = frozenset({"Tf", "Tj", "TJ", "'", '"', "BDC", "DP", "Do"})
GAP = "\x1f"
"""Stands where the pen moved: between two words, or between two letters of one word; nobody can tell."""
PICTURE = "\x1e"
"""Stands where a picture is drawn that lies in the page's own stream."""
_NOT_SAID = frozenset({"/ActualText", "/MCID", "/Lang"})
_DEEPEST = 12
_OPERATORS = "Td TD Tm T* ET ' \" Tf Tj TJ BDC DP Do BI ID EI"
"""What is looked at; a page has three times as many steps that only draw lines and colours."""


def drawn_text(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Yield the text of each page, `GAP` wherever the pen was moved, `PICTURE` for a picture in the page's stream.

    Raises DocumentError where damaged.
    """
    fonts: dict[int, Decoder] = {}
    with whole_pdf("the PDF"):
        for page in pdf.pages:
            yield "".join(_stream(page.obj, entry(page.obj, "/Resources"), fonts, 0))


def _stream(source: pikepdf.Object, resources: object, fonts: dict[int, Decoder], depth: int) -> Iterator[str]:
    decode: Decoder | None = None
    for step in pikepdf.parse_content_stream(source, _OPERATORS):
        word = str(step.operator)
        if word in _MOVES:
            yield GAP
        elif word == "INLINE IMAGE":
            yield PICTURE
        if word in _SAYS:
            with suppress(IndexError, *type_error):  # an operator with wrong operands shows nothing
                operands = list(step.operands)
                if word == "Tf":
                    decode = _font(entry(entry(resources, "/Font"), str(operands[0])), fonts)
                elif word == "Do" and depth < _DEEPEST:
                    yield from _form(entry(entry(resources, "/XObject"), str(operands[0])), resources, fonts, depth)
                else:
                    yield _said(word, operands, decode)


def _said(word: str, operands: Sequence[object], decode: Decoder | None) -> str:
    """Return what a step shows, or what its mark says stands there instead."""
    if word in {"BDC", "DP"}:
        return GAP.join(_marked(operands[1]))
    return "" if decode is None or word == "Do" else decode.decode(_codes(operands[-1]))


def _marked(marks: object) -> Iterator[str]:
    """Yield what the properties of marked content say: the text that is meant, and whatever else is told there."""
    yield text_of(entry(marks, "/ActualText")) or ""
    if isinstance(marks, pikepdf.Dictionary):
        yield from (
            str(value) for key, value in marks.items() if key not in _NOT_SAID and isinstance(value, pikepdf.String)
        )


def _form(form: object, resources: object, fonts: dict[int, Decoder], depth: int) -> Iterator[str]:
    """Yield the text of a form XObject."""
    if isinstance(form, pikepdf.Stream) and text_of(entry(form, "/Subtype")) == "/Form":
        yield from _stream(form, entry(form, "/Resources") or resources, fonts, depth + 1)


def _font(font: object, fonts: dict[int, Decoder]) -> Decoder:
    number = number_of(font)
    if number not in fonts or not number:
        fonts[number] = decoder(font)
    return fonts[number]


def _codes(shown: object) -> bytes:
    """Return the codes of a shown string, or of the strings in an array; its spacings are left out."""
    if isinstance(shown, pikepdf.Array):
        return b"".join(bytes(each) for each in shown if isinstance(each, pikepdf.String))
    return bytes(shown) if isinstance(shown, pikepdf.String) else b""
