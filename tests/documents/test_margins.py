"""What CSS puts into the margins is an artifact; what belongs to the page stays in its reading order."""

import re
from io import BytesIO

import pikepdf
import pytest
from markupsafe import Markup
from one_library import LIBRARY

from legalassist.documents import pdf as printing
from legalassist.documents.fonts import Fonts
from legalassist.documents.page import INVENTED, environment, page
from legalassist.documents.pdf import write_pdf
from legalassist.documents.tags.tagged import audit, tagged_text
from legalassist.errors import DocumentError
from legalassist.library import fonts as fonts_folder

OURS = Fonts.read(fonts_folder())
TEMPLATES = environment(LIBRARY)
FOOTNOTE = Markup('<h1>Title</h1><p>Before<span class="footnote">A note</span> after</p>')
PAGES = Markup("<h1>Title</h1>") + Markup('<p class="new-page">Text</p>') * 3
NUMBERS = "@page { @bottom-left { content: counter(page) ' of ' counter(pages); vertical-align: top } }"


def printed(body: Markup, *css: str) -> bytes:
    html = page(
        TEMPLATES, body, title="t", language="en", css=[".footnote { float: footnote }", *css], bands=[INVENTED]
    )
    return write_pdf(html, fonts=OURS, identifier=b"x")


def streams(pdf: bytes) -> list[str]:
    with pikepdf.open(BytesIO(pdf)) as opened:
        return [one.Contents.read_bytes().decode("latin-1") for one in opened.pages]


def test_text_in_the_margins_is_an_artifact_on_every_page() -> None:
    pdf = printed(PAGES, NUMBERS)
    assert audit(pdf) == []
    assert tagged_text(pdf).split() == ["Title", "Text", "Text", "Text"]
    for stream in streams(pdf):
        assert len(re.findall(r"/Artifact\s+<</Type /Pagination>>\s+BDC", stream)) == len(INVENTED.splitlines()) + 1


def test_a_footnote_stays_in_the_reading_order() -> None:
    pdf = printed(FOOTNOTE)
    assert audit(pdf) == []
    assert "A note" in tagged_text(pdf)


def test_the_audit_sees_what_the_engine_does_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "release_margins", lambda _document, _pdf: None)
    assert {problem.rule for problem in audit(printed(PAGES))} == {"leaf"}


def test_an_element_moved_into_the_margin_is_refused() -> None:
    css = ".r { position: running(r) } @page { @top-left { content: element(r) } }"
    with pytest.raises(DocumentError, match="page 1 has text that a screen reader would not find"):
        printed(Markup('<div class="r">Letterhead</div><h1>Title</h1>'), css)
