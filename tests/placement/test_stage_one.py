"""What a stage-1 PDF may not be made of: each planted thing is found."""

from io import BytesIO

import pikepdf
import pytest
from disclosure.made_files import pdf_with, printed

from legalassist.placement.stage_one import stage_one_problems


def test_a_page_of_text_has_no_problem() -> None:
    assert list(stage_one_problems(printed())) == []


@pytest.mark.parametrize(
    ("corner", "expected"),
    [
        ("picture", "a picture"),
        ("field", "form fields"),
        ("script", "a script"),
        ("attached", "attached files"),
        ("author", "metadata besides a title"),
    ],
)
def test_a_planted_thing_is_found(corner: str, expected: str) -> None:
    assert expected in list(stage_one_problems(pdf_with(corner, "Harmless")))


def test_a_link_out_of_the_file_is_found() -> None:
    with pikepdf.open(BytesIO(printed())) as pdf:
        link = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String("https://example.net"))
        note = pikepdf.Dictionary(Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=pdf.make_indirect(link))
        pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(note)])
        target = BytesIO()
        pdf.save(target)
    assert "a link outside" in list(stage_one_problems(target.getvalue()))
