"""A logo as drawing programs save it is taken and drawn as it was; whatever could fetch, run or move is refused."""

import re
from base64 import b64decode, b64encode
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from legalassist.documents.fonts import Fonts
from legalassist.documents.pdf import write_pdf
from legalassist.errors import UsageError
from legalassist.handouts.drawing import plain_drawing
from legalassist.handouts.logo import read_logo
from legalassist.library import fonts

XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
SVG = f'<svg xmlns="http://www.w3.org/2000/svg" {XLINK} viewBox="0 0 10 10"><path d="M0 0h10v10z"/></svg>'
W3C = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
INKSCAPE = """<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with Inkscape (http://www.inkscape.org/) -->
<svg width="60mm" height="20mm" viewBox="0 0 60 20" id="svg5" inkscape:version="1.2" sodipodi:docname="logo.svg"
  xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns="http://www.w3.org/2000/svg"
  xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
  xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cc="http://creativecommons.org/ns#">
  <sodipodi:namedview id="namedview7" pagecolor="#ffffff" inkscape:document-units="mm" showgrid="false"/>
  <title>Logo of somebody</title><metadata><rdf:RDF><cc:Work rdf:about="somebody"/></rdf:RDF></metadata>
  <g inkscape:label="Layer (1)" inkscape:groupmode="layer" id="layer1">
    <path style="fill:#1a1a1a;stroke:#000000;-inkscape-stroke:none" d="M 2,2 H 18 V 18 H 2 Z" id="path111"/>
  </g></svg>"""
ILLUSTRATOR = f"""<?xml version="1.0" encoding="utf-8"?>
<!-- Generator: Adobe Illustrator 27.0.0, SVG Export Plug-In -->{W3C}
<svg version="1.1" id="Layer_1" xmlns="http://www.w3.org/2000/svg" {XLINK} viewBox="0 0 120 40"
  style="enable-background:new 0 0 120 40;" xml:space="preserve" data-name="Layer (1)">
<style type="text/css">
  /* both */ .st0,.st1{{fill:#FFFFFF;}}
  .st0{{fill:#231F20;}} .st1{{fill:none;stroke:#231F20;stroke-width:4;}}
</style>
<defs><rect id="SVGID_1_" width="120" height="40"/></defs>
<clipPath id="SVGID_2_"><use xlink:href="#SVGID_1_" style="overflow:visible;"/></clipPath>
<rect x="5" y="5" class="st0" width="30" height="30" fill="#ffffff" clip-path="url(#SVGID_2_)"/>
<circle class="st1" cx="80" cy="20" r="14"/></svg>"""
FIGMA = """<svg width="120" height="40" viewBox="0 0 120 40" fill="none" xmlns="http://www.w3.org/2000/svg">
<g clip-path="url(#clip0_1_2)"><path fill-rule="evenodd" d="M5 5H35V35H5V5Z" fill="url('#paint0')"/></g><defs>
<linearGradient id="paint0" x1="0" x2="1"><stop stop-color="#111"/><stop offset="1" stop-color="#333"/></linearGradient>
<clipPath id="clip0_1_2"><rect width="120" height="40" fill="white"/></clipPath></defs></svg>"""


def drawn(path: Path) -> pypdfium2.PdfBitmap:
    """Return the dots of a logo, one for each unit of its drawing, as the layout engine draws it."""
    page = '<html lang="en"><style>@page {{ size: 120pt 40pt; margin: 0 }} body {{ margin: 0 }} p {{ margin: 0 }} '
    page += 'img {{ width: 120pt; height: 40pt; display: block }}</style><title>x</title><p><img src="{}" alt="x"></p>'
    pdf = write_pdf(page.format(read_logo(path)), fonts=Fonts.read(fonts()))
    with pypdfium2.PdfDocument(pdf) as opened:
        return opened[0].render(scale=6, grayscale=True).to_pil().resize((120, 40), Image.Resampling.NEAREST)


def patterns(address: str) -> int:
    """Return how many gradients a page with a picture holds as such."""
    page = f'<html lang="en"><title>x</title><p>x <img src="{address}" alt="x"></p>'
    with pikepdf.open(BytesIO(write_pdf(page, fonts=Fonts.read(fonts())))) as pdf:
        return sum(isinstance(one, pikepdf.Dictionary) and "/ShadingType" in str(one) for one in pdf.objects)


def test_a_gradient_reaches_a_piece_as_dots_for_some_viewers_leave_its_pattern_out(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(FIGMA, encoding="utf-8")
    assert patterns(read_logo(tmp_path / "logo.svg")) == 0
    assert patterns(f"data:image/svg+xml;base64,{b64encode(FIGMA.encode()).decode()}") > 0, "the drawing itself"


@pytest.mark.parametrize("drawing", [INKSCAPE, ILLUSTRATOR, FIGMA], ids=["inkscape", "illustrator", "figma"])
def test_what_drawing_programs_save_is_drawn_as_it_was(tmp_path: Path, drawing: str) -> None:
    (tmp_path / "logo.svg").write_text(drawing, encoding="utf-8")
    dots = drawn(tmp_path / "logo.svg")
    assert dots.getpixel((20, 20)) < 60  # the square, in the colour of its class, gradient or style
    assert dots.getpixel((2, 2)) == dots.getpixel((80, 20)) == 255  # nothing beside it, and a ring is not filled
    if drawing == ILLUSTRATOR:
        assert dots.getpixel((94, 20)) < 60  # the line of the ring
    kept = b64decode(read_logo(tmp_path / "logo.svg").partition(",")[2]).decode("latin-1")
    assert not re.search("namedview|metadata|somebody|class=|<style|DOCTYPE|Generator|Layer \\(1\\)", kept)


@pytest.mark.parametrize(
    "drawing",
    [
        SVG, SVG.replace("<path", '<path style="fill:rgb(120, 0, 25);stroke:none"'), W3C + SVG, "<!DOCTYPE svg>" + SVG,
        SVG.replace("<path", '<path transform="translate(1,1) rotate(3 1 1) scale(.5)"'),
        SVG.replace("<svg", '<svg xmlns:i="http://example.org/i" i:label="Layer (1) \\ a"'),
        SVG.replace("viewBox", 'width="5000" height="3000" viewBox'), SVG.replace("<path", "<!-- by hand --><path"),
        SVG.replace("<path", '<style type="text/css">path, #a{fill:#111}</style><path'),
        SVG.replace("<path", '<mask id="m"><rect width="9" height="9" fill="#fff"/></mask><path mask="url(#m)"'),
    ],
)  # fmt: skip
def test_a_drawing_that_only_draws_is_taken(drawing: str) -> None:
    assert b"<path" in plain_drawing(drawing.encode(), "logo.svg")


ENDLESS = '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'
DOUBLED = '<g id="a"><path d="M0 0"/></g><g id="b"><use href="#a"/><use href="#a"/></g><use href="#b"/>'


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        ("<script>alert(1)</script>", "<script>"), ('<path onload="x()" d="M0 0"/>', "the attribute onload"),
        ('<script xmlns="http://www.w3.org/1999/xhtml"/>', "<script>"),
        ("<metadata><script>x</script></metadata>", "<script>"), ('<x xmlns="http://example.org/x"/>', "<x>"),
        ('<image href="https://example.org/a.png"/>', "<image>"), ("<text>x</text>", "<text>"),
        ("<animate attributeName='d'/>", "<animate>"), ("<set attributeName='fill' to='#fff'/>", "<set>"),
        ("<a href='https://example.org'/>", "<a>"), ("<foreignObject/>", "<foreignObject>"),
        ("<filter id='f'/>", "<filter>"), ("<?xml-stylesheet href='x'?>", "an entity or instruction"),
        ("<style>@import url(x);</style>", "a style sheet"), ("<style>@font-face{src:url(x)}</style>", "a style sheet"),
        ("<style>.a{fill:url(https://example.org/a)}</style>", "a style sheet"),
        ("<style>.a{width:expression(alert(1))}</style>", "a style sheet"),
        (r"<style>.a{fill:u\72l(x)}</style>", "a style sheet"), ("<style>g .a{fill:red}</style>", "a style sheet"),
        ("<style>.a:hover{fill:red}</style>", "a style sheet"), ("<style>.a{fill:red</style>", "a style sheet"),
        ("<style>.a{fill:u/**/rl(x)}</style>", "a style sheet"), ('<style media="print">.a{}</style>', "a style sheet"),
        ('<path style="fill:url(https://example.org/a)" d="M0 0"/>', "the attribute style"),
        ('<path style="fill:url(other.svg#a)" d="M0 0"/>', "the attribute style"),
        ('<use href="https://example.org/a.svg#a"/>', "the attribute href"),
        ('<use xlink:href="data:image/svg+xml,x"/>', "the attribute href"), ('<path href="#a"/>', "the attribute href"),
        ('<use href="#nowhere"/>', "a reference to a part that it does not hold"),
        ('<path fill="url(#nowhere)"/>', "a reference to a part that it does not hold"),
        (ENDLESS, "a part that refers to itself"), (DOUBLED, "parts repeated within repeated parts"),
        ('<g id="u"/>' + '<use href="#u"/>' * 51, "or too many"),
        ('<clipPath id="c"><path d="M0 0" clip-path="url(#c)"/></clipPath>', "a part that refers to itself"),
        (r'<path style="fill:u\72l(https://example.org/a)" d="M0 0"/>', "the attribute style"),
        (r'<path style="fill:\000075rl(x)" d="M0 0"/>', "the attribute style"),
        ('<path style="fill:u/**/rl(x)" d="M0 0"/>', "the attribute style"),
        ('<path style="background:image-set(x)" d="M0 0"/>', "the attribute style"),
        ('<path fill="src(x)" d="M0 0"/>', "the attribute fill"), ('<path src="x" d="M0 0"/>', "the attribute src"),
        ('<g xml:base="https://example.org/"/>', "the attribute base"),
    ],
)  # fmt: skip
def test_a_drawing_with_anything_else_is_refused(inside: str, what: str) -> None:
    with pytest.raises(UsageError, match=re.escape(what)):
        plain_drawing(SVG.replace("<path", inside + "<path", 1).encode(), "logo.svg")


@pytest.mark.parametrize(
    "before",
    [
        '<!DOCTYPE svg [<!ENTITY a "x">]>', '<!DOCTYPE svg [<!ENTITY % a SYSTEM "x"> %a;]>',
        '<!DOCTYPE svg [<!ATTLIST svg onload CDATA "x()">]>', '<!DOCTYPE svg SYSTEM "https://example.org/x.dtd">',
        W3C.replace("www.w3.org", "example.org"), '<?xml-stylesheet href="https://example.org/x.css"?>',
    ],
)  # fmt: skip
def test_what_stands_before_a_drawing_may_declare_nothing(before: str) -> None:
    with pytest.raises(UsageError, match="not a plain SVG drawing"):
        plain_drawing((before + SVG).encode(), "logo.svg")
