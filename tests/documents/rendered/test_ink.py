"""Text that is there and not seen: each way to hide it is found, and what is merely coloured or moved is not."""

from io import BytesIO

import pikepdf
import pytest
from markupsafe import Markup
from one_library import LIBRARY

from legalassist.documents.fonts import Fonts
from legalassist.documents.page import DRAFT, INVENTED, environment, page
from legalassist.documents.pdf import write_pdf
from legalassist.documents.pdf_file import open_pdf
from legalassist.documents.rendered.ink import unseen
from legalassist.documents.tags.tagged import read_tagged
from legalassist.errors import DocumentError
from legalassist.library import fonts as fonts_folder

OURS = Fonts.read(fonts_folder())
TEMPLATES = environment(LIBRARY)
BODY = (
    "<h1>电话</h1><p class='it'>您可以不开门。 You can <b>keep</b> the door closed, 917-555-0142.</p><p>请打电话。</p>"
)


def drawn(css: str, body: str = BODY) -> bytes:
    html = page(TEMPLATES, Markup(body), title="t", language="zh_Hans", css=[css], bands=[INVENTED, DRAFT])  # noqa: S704
    return write_pdf(html, fonts=OURS, identifier=b"x")


def rules(pdf: bytes) -> list[str]:
    with open_pdf(pdf, "t") as opened:
        return [found.rule for found in unseen(pdf, opened, read_tagged(opened))]


@pytest.mark.parametrize(
    "css",
    [
        "", ".it { color: #595959 }", ".it { color: #7a0019 }", ".it { background: #000; color: #fff }",
        ".it { background: #eee }", "b { font-size: 6pt }", ".it { letter-spacing: 3pt }", ".it { word-spacing: 9pt }",
        ".it { text-align: justify; width: 3in }", ".it { position: relative; left: 2in }",
        "b { text-decoration: underline }", ".it { width: 2in; margin: 1in; transform: rotate(90deg) }",
        ".it { opacity: 0.95 }",
        "@page { size: 4in 3in; bleed: 0.125in; marks: crop }", ".it { border: 2pt solid #000 }",
    ],
)  # fmt: skip
def test_what_can_be_read_is_left_alone(css: str) -> None:
    assert rules(drawn(css)) == []


COVER = "content: ''; position: absolute; left: 0; top: 0; width: 100%; height: 100%"


@pytest.mark.parametrize(
    ("css", "rule"),
    [
        (".it { color: #fff }", "hidden"), (".it { opacity: 0 }", "hidden"), (".it { opacity: 0.3 }", "hidden"),
        (".it { color: transparent }", "hidden"), (".it { color: #999 }", "hidden"),
        (".it { background: #000 }", "hidden"), (".it { background: #888 }", "hidden"),
        (".it { color: #fff; background: #bbb }", "hidden"), ("b { color: #fff }", "hidden"),
        (f".it {{ position: relative }} .it::after {{ {COVER}; background: #fff }}", "hidden"),
        (f"b {{ position: relative }} b::after {{ {COVER}; background: #000 }}", "hidden"),
        (f"html::after {{ {COVER}; background: rgba(255, 255, 255, 0.6) }}", "hidden"),
        (".it { height: 0; overflow: hidden; border-radius: 2pt }", "no-ink"), (".it { text-indent: -9in }", "no-ink"),
        (".it { position: absolute; left: -5in; width: 4in }", "no-ink"),
        (".it { text-decoration: line-through }", "struck"), ("b { text-decoration: line-through 0.5pt }", "struck"),
        (f".it {{ position: relative }} .it::after {{ {COVER}; border-bottom: 1pt solid; height: 50% }}", "struck"),
        (".it { background: repeating-linear-gradient(90deg, #fff, #fff 2pt, #000 2pt, #000 4pt) }", "struck"),
        (".it { letter-spacing: -0.4em }", "squeezed"), ("b { margin-left: -3em }", "squeezed"),
        (".it { transform: scaleX(0.5) }", "squeezed"),
    ],
)  # fmt: skip
def test_each_way_to_hide_a_text_is_found(css: str, rule: str) -> None:
    assert rule in rules(drawn(css))


def test_a_text_drawn_in_no_way_is_found() -> None:
    with pikepdf.open(BytesIO(drawn(""))) as pdf:
        first = pdf.pages[0]
        first.contents_coalesce()
        said = first.Contents.read_bytes()
        first.Contents.write(said.replace(b"BT", b"BT 3 Tr"))  # text mode 3: neither filled nor stroked
        out = BytesIO()
        pdf.save(out)
    assert rules(out.getvalue()) == ["no-ink"]


@pytest.mark.parametrize("css", [".it { transform: scale(0) }", ".it { transform: scaleX(0) }"])
def test_a_text_without_a_size_is_refused_before(css: str) -> None:
    with pytest.raises(DocumentError, match="has no size"):
        drawn(css)
