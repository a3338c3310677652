"""The card for people who do not read: five drawn signs, one word each, the number in 24 points once it is cleared."""

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from legalassist.api.handout_run import Run
from legalassist.api.opening import open_clinic
from legalassist.documents.fonts import Fonts
from legalassist.documents.page import environment
from legalassist.documents.tags.tagged import read_tagged
from legalassist.handouts.formats import FORMATS, SIGNS
from legalassist.handouts.printing import print_piece
from legalassist.library import Library, fonts

DAY = date(2026, 11, 26)


@pytest.fixture(scope="module")
def cleared(library: Library) -> bytes:
    """Return the card in Chinese as it is printed once nothing stands in its way."""
    run = Run(library, open_clinic(library), DAY)
    piece, _ = next(run.candidates(run.topic("signs"), FORMATS["signs"], "zh_Hans"))
    return print_piece(replace(piece, banded=False), environment(library), Fonts.read(fonts())).pdf


def test_the_number_has_24_points_and_every_sign_one_word(cleared: bytes, library: Library) -> None:
    runs = [run for page in read_tagged(cleared).pages for marked in page.marked for run in marked.runs]
    assert [round(run.size, 1) for run in runs if run.text == "212-555-0100"] == [24.0] * 4
    topic = Run(library, open_clinic(library), DAY).topic("signs")
    assert tuple(one.sign for one in topic.statements) == SIGNS
    assert all(one.text.isalpha() for one in topic.statements)
    words = ("关着门", "不说话", "不签字", "找律师", "打电话")
    assert [sum(run.text == word for run in runs) for word in words] == [4] * 5


def test_each_sign_is_drawn_beside_its_word(cleared: bytes) -> None:
    with pypdfium2.PdfDocument(cleared) as pdf:
        image = pdf[0].render(scale=100 / 72, grayscale=True).to_pil()
    column = image.crop((60, 78, 110, 368))  # beside the words of the first card, below its title
    inked = [any(value < 128 for value in column.crop((0, y, 50, y + 1)).tobytes()) for y in range(column.height)]
    signs = [y for y in range(1, len(inked)) if inked[y] and not any(inked[max(0, y - 3) : y])]
    assert len(signs) == len(SIGNS)
