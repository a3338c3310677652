"""Signed pages: a scan stands for a piece or one page of it, tagged, with everything around it as it was."""

from io import BytesIO

import pikepdf
import pytest
from forms.maps import files
from packets.made import FONTS, IDENTIFIER, WORDS, written
from PIL import Image, ImageDraw

from legalassist.documents.pdf_file import open_pdf
from legalassist.documents.tags.tagged import audit, tagged_text
from legalassist.errors import UsageError
from legalassist.exhibits.clean import House, clean
from legalassist.forms.flatten import flatten
from legalassist.library import fonts
from legalassist.packets.binder import bind
from legalassist.packets.build import Signed
from legalassist.packets.pieces import BoundPiece
from legalassist.packets.plan import Folder, Planned
from legalassist.packets.signed import bind_signed

LETTER = Planned("letter", "Letter", Folder.FILING)
SAYS = ("ONE", "TWO", "THREE")
BODY = (
    f'<h1 id="top">T</h1><p>ONE <a href="#sig">to the signature</a> {WORDS * 30}</p><h2 class="new" id="sig">Sign</h2>'
    f'<p>TWO {WORDS}<span class="note">A footnote.</span></p><h2 class="new">Last</h2><p>THREE {WORDS}</p>'
)


def picture(which: int = 0, *, ink: int = 0, size: tuple[int, int] = (850, 1100)) -> bytes:
    """Return a scan of one page with a stroke of ink, as a scanner gives it; another page, another stroke."""
    image = Image.new("L", size, 255)
    ImageDraw.Draw(image).line((100, 900 - 20 * which, 500, 850), fill=ink, width=6)
    out = BytesIO()
    image.save(out, "JPEG", dpi=(100, 100))
    return out.getvalue()


@pytest.fixture(scope="module")
def scan() -> bytes:
    """The scan, cleaned behind the exhibits' walls."""
    return clean(picture(), House(fonts(), ""), ending=".jpg").pdf


def pages(scan: bytes, count: int) -> bytes:
    pdf = pikepdf.new()
    for _ in range(count):
        with open_pdf(scan, "scan") as one:
            pdf.pages.append(one.pages[0])
    out = BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue()


def bound(pdf: bytes, *, ours: bool = True) -> bytes:
    piece = BoundPiece("letter", "Letter", pdf, ours=ours)
    return bind([piece], title="t", language="en", identifier=IDENTIFIER, stamp_font=FONTS.stamp).pdf


def figures(pdf: bytes) -> list[tuple[int, str]]:
    """Return the page (from 1) and the text of every figure, in the order of the tags."""
    found: list[tuple[int, str]] = []
    with pikepdf.open(BytesIO(pdf)) as opened:
        order = {page.obj.objgen: number for number, page in enumerate(opened.pages, 1)}

        def walk(element: pikepdf.Object) -> None:
            if element.get("/S") == pikepdf.Name.Figure:
                found.append((order[element.Pg.objgen], str(element.get("/Alt"))))
            children = element.get("/K")
            for kid in children if isinstance(children, pikepdf.Array) else [children]:
                if isinstance(kid, pikepdf.Dictionary):
                    walk(kid)

        walk(opened.Root.StructTreeRoot)
    return found


@pytest.mark.parametrize("page", [1, 2, 3])
def test_a_signed_page_takes_the_place_of_one_page_and_of_nothing_else(scan: bytes, page: int) -> None:
    made = bind_signed(LETTER, written(BODY), [Signed("letter", page, scan)])
    assert made == bind_signed(LETTER, written(BODY), [Signed("letter", page, scan)]), "the same bytes"
    for pdf in (made, bound(made)):
        assert audit(pdf) == []
        assert [said in tagged_text(pdf) for said in SAYS] == [number != page for number in (1, 2, 3)]
        assert figures(pdf) == [(page, f"Letter ({page}/3)")]
        with pikepdf.open(BytesIO(pdf)) as opened:
            assert len(opened.pages) == 3
            assert len(opened.pages[page - 1].get_images()) == 1
            links = [a for one in opened.pages for a in one.get("/Annots", ())]
            assert len(links) == (0 if page == 1 else 1), "a link to the replaced page still leads there"


def test_several_pages_and_the_whole_piece(scan: bytes) -> None:
    made = bind_signed(LETTER, written(BODY), [Signed("letter", 3, scan), Signed("letter", 1, scan)])
    assert audit(bound(made)) == []
    assert [number for number, _ in figures(bound(made))] == [1, 3]
    whole = bind_signed(LETTER, written(BODY), [Signed("letter", 0, pages(scan, 3))])
    assert whole == pages(scan, 3)
    assert audit(bound(whole)) == []
    assert figures(bound(whole)) == [(n, f"Letter ({n}/3)") for n in (1, 2, 3)]
    assert bind_signed(LETTER, b"%PDF-as it was", []) == b"%PDF-as it was"


def test_a_page_of_an_official_form_keeps_the_tags_of_the_others(scan: bytes) -> None:
    form = flatten(files("g28.2018-09-17")[-1][0], name="g-28")
    alone, count = len(audit(form)), len(open_pdf(form, "g-28").pages)
    made = bind_signed(LETTER, form, [Signed("letter", count, scan)])
    assert len(audit(made)) <= alone
    assert len(audit(bound(made, ours=False))) <= alone
    assert figures(made)[-1] == (count, f"Letter ({count}/{count})")


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ((0, 2), "the signed scan has 2 pages; what it takes the place of has 3"),
        ((2, 2), "the scan of page 2 has 2 pages; what it takes the place of has 1"),
        ((4, 1), "letter has no page 4"),
    ],
)
def test_a_scan_with_other_pages_is_refused(scan: bytes, given: tuple[int, int], message: str) -> None:
    page, count = given
    with pytest.raises(UsageError, match=message):
        bind_signed(LETTER, written(BODY), [Signed("letter", page, pages(scan, count))])


def test_a_whole_piece_and_a_page_of_it_are_not_both_taken(scan: bytes) -> None:
    both = [Signed("letter", 0, pages(scan, 3)), Signed("letter", 2, scan)]
    with pytest.raises(UsageError, match="a scan of the whole piece and one of a page"):
        bind_signed(LETTER, written(BODY), both)
