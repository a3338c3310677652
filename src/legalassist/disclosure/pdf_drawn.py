"""The text of a PDF's pages in the order it is drawn, whether it is tagged or not (ISO 32000-1, 9.4); and pictures."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from decimal import Decimal

import pikepdf

from legalassist.documents.pdf_file import entry, number_of, text_of, type_error, whole_pdf
from legalassist.documents.tags.fonts import Decoder, decoder

_MOVES = frozenset({"Td", "TD", "Tm", "T*", "ET", "'", '"'})
_TELL_WHERE = frozenset({"Td", "TD", "Tm"})
_SAYS = frozenset({"Tf", "Tj", "TJ", "'", '"', "BDC", "DP", "Do"})
GAP = "\x1f"
"""Stands where the pen moved: between two words, or between two letters of one word; nobody can tell."""
BACK = "\x1d"
"""Stands where the pen moved back on its line: what is drawn there stands before what was drawn."""
PICTURE = "\x1e"
"""Stands where a picture is drawn that lies in the page's own stream."""
_NOT_SAID = frozenset({"/ActualText", "/MCID", "/Lang"})
_DEEPEST = 12
_A_LETTER_BACK = 700
"""Thousandths of the letter size: pen movements between two strings that are no kerning but go back over a letter."""
_OPERATORS = "Td TD Tm T* ET ' \" Tf Tj TJ BDC DP Do BI ID EI"
"""What is looked at; a page has three times as many steps that only draw lines and colours."""


class Drawing:
    """Reads what a PDF draws, each font once; knows which forms its pages draw."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        """Take an open PDF; nothing is read yet."""
        self._pdf, self._fonts, self._seen = pdf, dict[int, Decoder](), set[int]()

    def pages(self) -> Iterator[str]:
        """Yield the text of each page, with `GAP`, `BACK` and `PICTURE` in it. Raises DocumentError where damaged."""
        with whole_pdf("the PDF"):
            for page in self._pdf.pages:
                yield "".join(self._stream(page.obj, entry(page.obj, "/Resources"), 0))

    def aside(self) -> Iterator[tuple[int, str]]:
        """Yield what no page draws by itself, by its number: how notes look, patterns, forms nobody uses.

        Called after `pages`. Raises DocumentError where damaged.
        """
        with whole_pdf("the PDF"):
            for number, thing in enumerate(self._pdf.objects, 1):
                drawing = isinstance(thing, pikepdf.Stream) and entry(thing, "/BBox") is not None
                if drawing and number_of(thing) not in self._seen:
                    yield number, "".join(self._stream(thing, entry(thing, "/Resources"), 0))

    def _stream(self, source: pikepdf.Object, resources: object, depth: int) -> Iterator[str]:
        decode: Decoder | None = None
        at: tuple[float, ...] = ()
        for step in pikepdf.parse_content_stream(source, _OPERATORS):
            word = str(step.operator)
            if word in _MOVES:
                moved = _numbers(step.operands) if word in _TELL_WHERE else ()
                yield BACK if _back(word, moved, at) else GAP
                at = moved if word == "Tm" else at
            elif word == "INLINE IMAGE":
                yield PICTURE
            if word in _SAYS:
                with suppress(IndexError, *type_error):  # an operator with wrong operands shows nothing
                    operands = list(step.operands)
                    if word == "Tf":
                        decode = self._font(entry(entry(resources, "/Font"), str(operands[0])))
                    elif word == "Do" and depth < _DEEPEST:
                        yield from self._form(entry(entry(resources, "/XObject"), str(operands[0])), resources, depth)
                    else:
                        yield _said(word, operands, decode)

    def _form(self, form: object, resources: object, depth: int) -> Iterator[str]:
        """Yield the text of a form XObject."""
        if isinstance(form, pikepdf.Stream) and text_of(entry(form, "/Subtype")) == "/Form":
            self._seen.add(number_of(form))
            yield from self._stream(form, entry(form, "/Resources") or resources, depth + 1)

    def _font(self, font: object) -> Decoder:
        number = number_of(font)
        if number not in self._fonts or not number:
            self._fonts[number] = decoder(font)
        return self._fonts[number]


def in_order(drawn: str) -> str:
    """Return a drawn text as its letters stand on the page: the last first where the pen moved back on a line."""
    return GAP.join(GAP.join(reversed(piece.split(BACK))) for piece in drawn.split(GAP))


def _numbers(operands: Iterable[object]) -> tuple[float, ...]:
    with suppress(ValueError, TypeError, ArithmeticError):
        return tuple(float(str(one)) for one in operands)
    return ()


def _back(word: str, moved: tuple[float, ...], at: tuple[float, ...]) -> bool:
    """Say whether a move goes back on the same line: by how much it moves, or from where the last began."""
    if word == "Tm":
        return len(moved) == len(at) == 6 and moved[5] == at[5] and moved[4] < at[4]  # noqa: PLR2004 - a matrix
    return len(moved) == 2 and moved[1] == 0 and moved[0] < 0  # noqa: PLR2004 - across and up


def _said(word: str, operands: Sequence[object], decode: Decoder | None) -> str:
    """Return what a step shows, or what its mark says stands there instead."""
    if word in {"BDC", "DP"}:
        return GAP.join(_marked(operands[1]))
    if decode is None or word == "Do":
        return ""
    return BACK.join(map(decode.decode, _codes(operands[-1])))


def _marked(marks: object) -> Iterator[str]:
    """Yield what the properties of marked content say: the text that is meant, and whatever else is told there."""
    yield text_of(entry(marks, "/ActualText")) or ""
    if isinstance(marks, pikepdf.Dictionary):
        yield from (
            str(value) for key, value in marks.items() if key not in _NOT_SAID and isinstance(value, pikepdf.String)
        )


def _codes(shown: object) -> Iterator[bytes]:
    """Yield the codes of a shown string, or of the strings in an array, cut where the pen goes back over a letter."""
    if not isinstance(shown, pikepdf.Array):
        yield bytes(shown) if isinstance(shown, pikepdf.String) else b""
        return
    codes = b""
    for each in shown:
        if isinstance(each, pikepdf.String):
            codes += bytes(each)
        elif codes and isinstance(each, int | Decimal) and each > _A_LETTER_BACK:
            yield codes
            codes = b""
    yield codes
