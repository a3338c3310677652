"""The written release as a page: all of it in two languages on one sheet, accessible, and nobody's name on it."""

import page as page_validation
import pytest
from one_library import LIBRARY

from legalassist.documents.page import DRAFT
from legalassist.documents.pdf_file import open_pdf
from legalassist.documents.rendered.every import seen
from legalassist.documents.tags.tagged import audit, tagged_text
from legalassist.placement.release_page import release_pdf
from legalassist.placement.spoken import release_form


@pytest.mark.parametrize("language", ["zh_Hans", "zh_Hant"])
@pytest.mark.parametrize("stage", [2, 3])
def test_it_is_one_accessible_page_with_every_sentence_and_blank_in_both_languages(language: str, stage: int) -> None:
    library = LIBRARY
    pdf = release_pdf(library, language, stage, {"firm": "Example LLP", "ends": "2026-12-07 17:00"}, (DRAFT,))
    assert page_validation.validate_pdf_bytes(pdf, profile="ua1").failures == []
    assert audit(pdf) == []
    assert seen(pdf) == []
    with open_pdf(pdf, "the form") as opened:
        assert len(opened.pages) == 1
        assert str(opened.docinfo.Title) == "Release"
    said = "".join(tagged_text(pdf).split())
    for one in ("en", language):
        form = release_form(library, one)
        told, other = (form.lines[one].text for one in (("names", "file") if stage == 2 else ("file", "names")))
        for text in (*(line.text for line in (*form.script, *form.blanks.values())), told, form.lines["locked"].text):
            assert "".join(text.split()) in said
        assert "".join(other.split()) not in said
    assert "ExampleLLP" in said
    assert "2026-12-0717:00" in said
