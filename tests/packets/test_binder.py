"""Pieces of every kind bound into one packet: tags, text, links, numbers, marks, bookmarks, and nothing that acts."""

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import page as page_validation
import pikepdf
import pytest
from forms import blanks_at_hand
from hypothesis import given, settings
from hypothesis import strategies as st
from packets import made
from pikepdf import Array, Dictionary, Name, String

from legalassist.documents.tags.tagged import audit, landing_page, named_destinations, read_tagged, tagged_text
from legalassist.documents.tags.tree import page_numbers
from legalassist.errors import DocumentError
from legalassist.packets.binder import bind
from legalassist.packets.check_pages import BoundPdf
from legalassist.packets.pieces import Bound, BoundPiece

BLANKS = blanks_at_hand.folder() or Path("shared/forms/pdf")


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(pdf))


def one(pdf: bytes, *, ours: bool = True) -> Bound:
    return made.bound([BoundPiece("one", "One", pdf, ours=ours)])


def test_a_packet_of_our_pieces_claims_pdf_ua_and_keeps_it() -> None:
    packet = made.our_packet()
    assert packet.pdf_ua
    assert audit(packet.pdf) == []
    assert page_validation.validate_pdf_bytes(packet.pdf, profile="ua1").failures == []


def test_a_packet_with_an_official_form_keeps_all_tags_and_claims_nothing() -> None:
    packet = made.mixed_packet()
    assert not packet.pdf_ua
    assert audit(packet.pdf) == []
    assert b"pdfuaid:part>" not in opened(packet.pdf).Root.Metadata.read_bytes()


def test_the_text_in_tree_order_is_the_text_of_the_pieces_one_after_the_other() -> None:
    packet = made.mixed_packet()
    texts = [tagged_text(piece.pdf) for piece in made.mixed() if piece.pdf and piece.code != "typed"]
    whole = tagged_text(packet.pdf)
    at = 0
    for text in texts:
        at = whole.index(text, at) + len(text)  # raises where a piece is missing or out of order
    assert made.CHINESE * 60 in whole.replace("\n", "")  # a paragraph over two pages has two elements
    assert "An untagged line." in whole


def test_the_same_pieces_give_the_same_bytes_in_any_time_zone_and_folder(tmp_path: Path) -> None:
    code = "from packets import made; import hashlib; print(hashlib.sha256(made.mixed_packet().pdf).hexdigest())"
    digests = set()
    for seed, zone, folder in (("0", "Asia/Shanghai", tmp_path), ("7", "America/New_York", Path("/"))):
        path = os.pathsep.join(str(Path(each).resolve()) for each in sys.path if each)
        surroundings = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": path,
            "PYTHONHASHSEED": seed,
            "TZ": zone,
            "LC_ALL": "C",
        }
        run = subprocess.run(
            [sys.executable, "-c", code], env=surroundings, cwd=folder, capture_output=True, check=True
        )
        digests.add(run.stdout)
    assert len(digests) == 1


def test_the_contents_print_the_page_each_piece_begins_on() -> None:
    packet = made.our_packet()
    begins = {span.code: span.first for span in packet.spans}
    rows = {jump.code: jump.last for jump in BoundPdf(packet.pdf, "packet").jumps() if jump.page == 2}
    assert set(rows) == {piece.code for piece in made.ours()} - {"contents", "letter-again"}
    assert all(row == str(begins[code]) for code, row in rows.items())


def test_links_inside_a_piece_and_between_pieces_land() -> None:
    with opened(made.our_packet().pdf) as pdf:
        names, pages = named_destinations(pdf), page_numbers(pdf)
        landed = [landing_page(link.Dest, names, pages) for link in pdf.pages[0].obj.Annots]
        assert landed == [1, 3, 13, 4]
        assert landing_page(pdf.pages[17].obj.Annots[0].Dest, names, pages) == 15
        assert str(pdf.pages[0].obj.Annots[1].Contents) == "Brief"
        assert "/A" not in pdf.pages[0].obj.Annots[1]


def test_every_page_of_ours_is_numbered_and_exhibits_count_their_own_pages() -> None:
    packet = BoundPdf(made.mixed_packet().pdf, "packet")
    numbers = [packet.stamp(page, "PageNum") for page in range(20)]
    assert numbers == [(str(page),) for page in range(1, 19)] + [(), ()]
    marks = [packet.stamp(page, "Bates") for page in range(20)]
    expected = [""] * 7 + ["A-1", "A-2", "A-3", "A-4", "A-5", "B-1", "B-2", "C-1"] + [""] * 5
    assert marks == [(mark,) if mark else () for mark in expected]
    labels = [str(page.label) for page in packet.pdf.pages]
    assert labels == [mark or str(number) for number, mark in enumerate(expected, 1)]


def test_the_number_can_have_a_prefix_and_only_letters_we_draw() -> None:
    settings_of = {
        "title": "x",
        "language": "en",
        "identifier": b"x",
        "stamp_font": made.FONTS.stamp,
    }
    piece = BoundPiece("one", "One", made.written("<h1>x</h1>"))
    packet = BoundPdf(bind([piece], number_prefix="LA-7 ", **settings_of).pdf, "packet")
    assert packet.stamp(0, "PageNum") == ("LA-7 1",)
    assert str(packet.pdf.pages[0].label) == "LA-7 1"
    with pytest.raises(DocumentError, match="cannot be stamped"):
        bind([piece], number_prefix="页", **settings_of)


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_the_number_stands_upright_at_the_bottom_right_however_the_page_is_turned(turned: int) -> None:
    pdfium = pytest.importorskip("pypdfium2")
    pdf = one(made.scan(turned=turned, pages=1)).pdf
    page = pdfium.PdfDocument(pdf)[0]
    picture = page.render(scale=1, grayscale=True).to_pil()
    wide, high = picture.size
    corner = picture.crop((wide - 60, high - 34, wide, high))
    assert corner.getextrema()[1] == 255, "the number stands on white"
    assert picture.crop((0, 0, wide, high - 40)).getextrema()[1] < 255


def test_bookmarks_are_nested_by_level_and_lead_to_the_pieces() -> None:
    with opened(made.our_packet().pdf) as pdf:
        with pdf.open_outline() as outline:
            top = [item.title for item in outline.root]
            assert top == [
                "Cover letter",
                "Contents",
                "Brief",
                "Exhibit A",
                "Exhibit B",
                "Exhibit C",
                "Copy of the letter",
            ]
            inside = [item.title for item in outline.root[3].children]
        assert inside == ["Statement, Chinese", "Statement, English", "Certificate"]


def test_a_stranger_s_form_keeps_its_look_and_loses_all_that_acts() -> None:
    packet = one(made.official_form(), ours=False)
    assert {(each.what, each.count) for each in packet.dropped} == {
        ("XFA form", 1), ("action on opening", 1), ("attached file", 1), ("form field (now read-only)", 1)
    }  # fmt: skip
    with opened(packet.pdf) as pdf:
        assert not {"/OpenAction", "/AA"} & set(pdf.Root.keys())
        (field,) = pdf.Root.AcroForm.Fields
        assert "/AA" not in field
        assert "/AP" in field
        assert int(field.Ff) & 1
        assert "/XFA" not in pdf.Root.AcroForm
        assert "EmbeddedFiles" not in str(pdf.Root.Names.keys())
    assert b"app.alert" not in packet.pdf


def test_nothing_is_drawn_on_a_stranger_s_page() -> None:
    packet = made.mixed_packet()
    with opened(packet.pdf) as pdf, opened(made.official_form()) as form:
        assert pdf.pages[18].obj.Contents.read_bytes() == form.pages[0].obj.Contents.read_bytes()


def test_a_link_that_would_start_something_leads_to_its_own_page_instead() -> None:
    pdf = opened(made.typed())
    pdf.pages[0].obj.Annots[0].A = Dictionary(S=Name.Launch, F=String("x.exe"))
    packet = one(made.saved(pdf), ours=False)
    assert [each.what for each in packet.dropped] == ["action Launch of a link"]
    assert audit(packet.pdf) == []


def test_made_up_roles_classes_and_ids_of_two_pieces_do_not_collide() -> None:
    def form(role: Name, color: str) -> bytes:
        pdf = opened(made.official_form())
        root = pdf.Root.StructTreeRoot
        root.RoleMap = Dictionary(Sub=role, P=Name.Div, Sect=Name.Sect)
        root.ClassMap = Dictionary(Big=Dictionary(O=Name.Layout, Color=String(color)))
        root.K.K[0]["/C"] = Name.Big
        return made.saved(pdf)

    pieces = [BoundPiece("a", "A", form(Name.P, "1"), ours=False), BoundPiece("b", "B", form(Name.H1, "2"), ours=False)]
    packet = made.bound(pieces).pdf
    assert audit(packet) == []
    tree = read_tagged(packet).tree
    assert tree is not None
    first, second = ([each.role for each in part.elements()][2] for part in tree.elements[0].kids)
    assert (first, second) == ("Div", "H1"), "each piece keeps its own meaning, chains followed"
    with opened(packet) as pdf:
        root = pdf.Root.StructTreeRoot
        assert "/P" not in root.RoleMap
        assert {str(root.ClassMap[key].Color) for key in root.ClassMap.keys()} == {"1", "2"}  # noqa: SIM118 - a PDF name tree is no dict
        names = [str(each) for each in list(root.IDTree.Kids[0].Names)[::2]]
        assert names == ["a.f1", "b.f1"]


def test_marked_content_inside_a_form_xobject_and_a_nested_parent_tree_are_carried() -> None:
    pdf = opened(made.official_form())
    page, root = pdf.pages[0].obj, pdf.Root.StructTreeRoot
    drawn = pdf.make_stream(b"/P <</MCID 0>> BDC BT /F0 9 Tf (In a form XObject) Tj ET EMC")
    for key, value in {
        "Type": Name.XObject,
        "Subtype": Name.Form,
        "BBox": Array([0, 0, 99, 99]),
        "StructParents": 7,
    }.items():
        drawn[f"/{key}"] = value
    drawn["/Resources"] = Dictionary(Font=page.Resources.Font)
    page.Resources["/XObject"] = Dictionary(Fm0=drawn)
    page.Contents = Array([page.Contents, pdf.make_stream(b"/Fm0 Do")])
    leaf = Dictionary(Type=Name.MCR, Pg=page, Stm=drawn, MCID=0)
    element = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=root.K, K=leaf))
    root.K.K.append(element)
    kid = pdf.make_indirect(Dictionary(Limits=Array([0, 7]), Nums=Array([*root.ParentTree.Nums, 7, Array([element])])))
    root.ParentTree = Dictionary(Kids=Array([kid]))
    source = made.saved(pdf)
    assert audit(source) == []
    packet = made.bound([BoundPiece("a", "A", source, ours=False), BoundPiece("b", "B", source, ours=False)]).pdf
    assert audit(packet) == []
    assert tagged_text(packet).count("In a form XObject") == 2


def test_layers_that_were_hidden_stay_hidden() -> None:
    pdf = opened(made.typed())
    seen, hidden = (pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(name))) for name in ("seen", "hidden"))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([seen, hidden]), D=Dictionary(OFF=Array([hidden]), AS=Array([])))
    with opened(one(made.saved(pdf), ours=False).pdf) as packet:
        layers = packet.Root.OCProperties
        assert [str(each.Name) for each in layers.D.OFF] == ["hidden"]
        assert len(layers.OCGs) == 2


def test_metadata_say_title_language_and_producer_only() -> None:
    with opened(made.mixed_packet().pdf) as pdf:
        assert {key: str(value) for key, value in pdf.docinfo.items()} == {"/Title": "R7K2", "/Producer": "legalassist"}
        assert str(pdf.Root.Lang) == "en"
        assert bytes(pdf.trailer.ID[0]) == made.IDENTIFIER
        languages = [str(part.get("/Lang")) for part in pdf.Root.StructTreeRoot.K[0].K]
        assert languages[4] == "zh-Hans"


def test_an_untagged_scan_is_one_figure_a_page_with_a_text_for_it() -> None:
    tree = read_tagged(one(made.scan()).pdf).tree
    assert tree is not None
    figures = [each for each in tree.elements[0].elements() if each.role == "Figure"]
    assert [each.alt for each in figures] == ["One (1/2)", "One (2/2)"]


@settings(max_examples=12)
@given(st.lists(st.sampled_from(range(11)), min_size=1, max_size=6))
def test_any_selection_of_pieces_in_any_order_keeps_its_tags_text_and_pages(chosen: list[int]) -> None:
    pool = [piece for piece in made.mixed() if piece.code != "contents"]
    needed = {"brief", "scan"}  # the letter links to them
    picked = [BoundPiece(f"n-{n}", pool[at].title, pool[at].pdf, ours=pool[at].ours) for n, at in enumerate(chosen)]
    picked += [piece for piece in pool if piece.code in needed]
    packet = made.bound(picked)
    assert audit(packet.pdf) == []
    assert packet.spans[-1].last == sum(len(opened(piece.pdf).pages) for piece in picked)
    texts = [tagged_text(piece.pdf) for piece in picked]
    assert all(text in tagged_text(packet.pdf) for text in texts)


@pytest.mark.skipif(not BLANKS.is_dir(), reason="the official blanks are not here: ../shared/forms/pdf")
def test_official_blanks_come_out_with_the_tag_problems_they_came_with_and_no_more() -> None:
    blanks = sorted(BLANKS.glob("*.pdf"))
    pieces = [BoundPiece(path.stem, path.stem, path.read_bytes(), ours=False) for path in blanks]
    packet = made.bound(pieces)
    found = audit(packet.pdf)
    for piece, span in zip(pieces, packet.spans, strict=True):
        inside = [each for each in found if span.first <= each.page <= span.last]
        assert len(inside) == len(audit(piece.pdf)), piece.code
    assert not [each for each in found if not each.page]
