"""The text of a PDF's pages in the order it is drawn, whether it is tagged or not (ISO 32000-1, 9.4)."""

from collections.abc import Iterator

import pikepdf

from legalassist.documents.pdf_file import entry, number_of, text_of, type_error, whole_pdf
from legalassist.documents.tags_fonts import Decoder, decoder

_MOVES = frozenset({"Td", "TD", "Tm", "T*", "ET", "'", '"'})
GAP = "\x1f"
"""Stands where the pen moved: between two words, or between two letters of one word; nobody can tell."""
_DEEPEST = 12


def drawn_text(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Yield the text of each page; `GAP` stands wherever the pen was moved. Raises DocumentError where damaged."""
    fonts: dict[int, Decoder] = {}
    with whole_pdf("the PDF"):
        for page in pdf.pages:
            yield "".join(_stream(page.obj, entry(page.obj, "/Resources"), fonts, 0))


def _stream(source: pikepdf.Object, resources: object, fonts: dict[int, Decoder], depth: int) -> Iterator[str]:
    decode: Decoder | None = None
    for step in pikepdf.parse_content_stream(source):
        word, operands = str(step.operator), list(step.operands)
        try:
            if word in _MOVES:
                yield GAP
            if word == "Tf":
                decode = _font(entry(entry(resources, "/Font"), str(operands[0])), fonts)
            elif word in {"Tj", "TJ", "'", '"'} and decode is not None:
                yield decode.decode(_codes(operands[-1]))
            elif word in {"BDC", "DP"}:
                yield text_of(entry(operands[1], "/ActualText")) or ""
            elif word == "Do" and depth < _DEEPEST:
                yield from _form(entry(entry(resources, "/XObject"), str(operands[0])), resources, fonts, depth)
        except (IndexError, *type_error):
            continue  # an operator with wrong operands shows nothing


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
