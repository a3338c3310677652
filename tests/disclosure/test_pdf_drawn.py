"""A picture that lies in a page's own stream, or in a form's, stops the search like any picture."""

from io import BytesIO

import pikepdf
import pytest

from legalassist.disclosure.containers import file_parts
from legalassist.disclosure.parts import Kind

PICTURE = b"q 10 0 0 10 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID a EI Q"


def page_of(drawn: bytes, *, inside_a_form: bool) -> bytes:
    """Return a PDF whose page draws this, itself or through a form XObject."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        stream = pdf.make_stream(drawn)
        if inside_a_form:
            stream["/Subtype"], stream["/BBox"] = pikepdf.Name.Form, pikepdf.Array([0, 0, 9, 9])
            pdf.pages[0]["/Resources"] = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=stream))
            stream = pdf.make_stream(b"/F Do")
        pdf.pages[0]["/Contents"] = stream
        target = BytesIO()
        pdf.save(target)
    return target.getvalue()


@pytest.mark.parametrize("inside_a_form", [False, True])
@pytest.mark.parametrize(("drawn", "pictures"), [(PICTURE, 1), (b"0 0 9 9 re f", 0)])
def test_a_picture_in_a_stream_cannot_be_looked_into(drawn: bytes, pictures: int, *, inside_a_form: bool) -> None:
    parts = file_parts("a.pdf", page_of(drawn, inside_a_form=inside_a_form))
    refused = [part for part in parts if part.kind is Kind.UNREADABLE and "a picture" in part.place]
    assert len(refused) == pictures


def texts_of(data: bytes) -> set[str]:
    """Return the texts of a PDF, without what marks where the pen moved."""
    kept = (part.text.translate(dict.fromkeys(range(0x1D, 0x20))) for part in file_parts("a.pdf", data))
    return {text.strip() for text in kept}


FONT = pikepdf.Dictionary(
    Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica,
    Encoding=pikepdf.Name.WinAnsiEncoding,
)  # fmt: skip


def written(drawn: bytes, *, as_a_note: bool = False) -> bytes:
    """Return a PDF whose page, or the look of a note on it, shows text in the font F."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        stream, resources = pdf.make_stream(drawn), pikepdf.Dictionary(Font=pikepdf.Dictionary(F=FONT))
        if as_a_note:
            stream["/Subtype"], stream["/BBox"] = pikepdf.Name.Form, pikepdf.Array([0, 0, 9, 9])
            stream["/Resources"] = resources
            note = pikepdf.Dictionary(Subtype=pikepdf.Name.Stamp, AP=pikepdf.Dictionary(N=pdf.make_indirect(stream)))
            pdf.pages[0]["/Annots"] = pikepdf.Array([pdf.make_indirect(note)])
        else:
            pdf.pages[0]["/Contents"], pdf.pages[0]["/Resources"] = stream, resources
        target = BytesIO()
        pdf.save(target)
    return target.getvalue()


@pytest.mark.parametrize(
    ("drawn", "stands"),
    [
        (b"BT /F 9 Tf 30 0 Td (i) Tj -6 0 Td (e) Tj -6 0 Td (m) Tj ET", "mei"),
        (b"BT /F 9 Tf 1 0 0 1 30 9 Tm (i) Tj 1 0 0 1 20 9 Tm (me) Tj ET", "mei"),
        (b"BT /F 9 Tf [(i) 1200 (e) 1500 (m)] TJ ET", "mei"),
        (b"BT /F 9 Tf [(m) 30 (e) -200 (i)] TJ 0 -9 Td (ni) Tj ET", "meini"),  # a kerning, and a new line
    ],
)
def test_letters_drawn_from_the_last_to_the_first_are_read_as_they_stand(drawn: bytes, stands: str) -> None:
    assert stands in texts_of(written(drawn))


def test_letters_drawn_forwards_are_not_turned_around() -> None:
    assert "iem" not in texts_of(written(b"BT /F 9 Tf (m) Tj 6 0 Td (e) Tj 6 0 Td (i) Tj ET"))


def test_what_a_note_looks_like_is_read_though_no_page_draws_it() -> None:
    assert "Xiaomei" in texts_of(written(b"BT /F 9 Tf (Xiaomei) Tj ET", as_a_note=True))
