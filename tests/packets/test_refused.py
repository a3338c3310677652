"""What is not bound, and what the refusal says: the piece by its code, what is wrong, what to do."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from packets import made
from pikepdf import Encryption, Name, String

from legalassist.documents.page import PIECE_LINK
from legalassist.errors import DocumentError
from legalassist.packets.binder import BoundPiece, bind


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(pdf))


def refused(pieces: list[BoundPiece]) -> str:
    with pytest.raises(DocumentError) as wrong:
        made.bound(pieces)
    assert wrong.value.hint
    return wrong.value.message


@pytest.mark.parametrize(
    ("aim", "told"),
    [("nowhere", "'nowhere', which is not in this packet"), ("one#gone", "'gone'"), ("one#page=2", "'page=2'")],
)
def test_a_link_to_a_piece_or_place_that_is_not_there_is_refused(aim: str, told: str) -> None:
    assert told in refused(
        [BoundPiece("one", "One", made.written(f'<h1>x</h1><p><a href="{PIECE_LINK}{aim}">x</a></p>'))]
    )


@pytest.mark.parametrize("kind", ["Text", "FreeText", "Ink", "Stamp"])
def test_a_comment_or_drawing_on_a_page_is_refused(kind: str) -> None:
    pdf = opened(made.typed())
    pdf.pages[0].obj.Annots[0].Subtype = Name(f"/{kind}")
    message = refused([BoundPiece("scan-7", "x", made.saved(pdf), ours=False)])
    assert message == f"scan-7: page 1 carries a comment or drawing on top of the page ({kind})"


def test_a_filled_field_that_shows_nothing_is_refused() -> None:
    pdf = opened(made.official_form())
    field = pdf.pages[0].obj.Annots[0]
    del field["/AP"]
    field.V = String("WANG")
    assert refused([BoundPiece("form", "x", made.saved(pdf), ours=False)]) == (
        "form: page 1 has a filled field that shows nothing yet"
    )


def locked() -> bytes:
    out = BytesIO()
    opened(made.typed()).save(out, encryption=Encryption(owner="o", user="u"))
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "this is not a PDF"),
        (b"PK\x03\x04 a zip", "this is not a PDF"),
        (b"%PDF-1.7\nnothing", "is damaged"),
        (made.typed()[: len(made.typed()) // 2], "is damaged"),
        (locked(), "is locked by a password"),
        (made.saved(pikepdf.new()), "has 0 pages"),
    ],
)
def test_a_file_that_cannot_be_bound_is_refused_by_its_code(content: bytes, told: str) -> None:
    message = refused([BoundPiece("exhibit-b", "Exhibit B", content, ours=False)])
    assert message.startswith("exhibit-b: ")
    assert told in message


def test_a_file_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("legalassist.documents.pdf_file.MAX_BYTES", 100)
    assert "more than" in refused([BoundPiece("one", "One", made.typed())])


@settings(max_examples=25)
@given(st.data())
def test_a_damaged_pdf_is_bound_or_refused_never_a_traceback(data: st.DataObject) -> None:
    source = made.official_form()
    at = data.draw(st.integers(0, len(source) - 1))
    content = source[:at] + data.draw(st.binary(min_size=1, max_size=8)) + source[at + data.draw(st.integers(0, 40)) :]
    try:
        made.bound([BoundPiece("one", "One", content, ours=False)])
    except DocumentError as wrong:
        assert wrong.message.startswith(("one: ", "the packet: "))  # noqa: PT017 - either outcome is right


@pytest.mark.parametrize("codes", [["a", "a"], ["A"], ["a b"], [""], []])
def test_codes_are_small_letters_and_used_once(codes: list[str]) -> None:
    with pytest.raises(DocumentError):
        made.bound([BoundPiece(code, "x", made.typed()) for code in codes])


def test_a_stamp_font_that_is_no_font_is_refused(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.ttf"
    wrong.write_bytes(b"no font")
    piece = BoundPiece("a", "x", made.written("<h1>x</h1>"))
    with pytest.raises(DocumentError, match=r"page numbers cannot be read: wrong\.ttf"):
        bind([piece], title="x", language="en", identifier=b"x", stamp_font=wrong)
