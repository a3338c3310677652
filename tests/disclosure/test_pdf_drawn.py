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
