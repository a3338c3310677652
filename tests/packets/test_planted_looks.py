"""Faults of the look, planted into a good packet whose manifest was sealed anew: words right, page wrong."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from packets import made
from pikepdf import Array, Dictionary, Name, String

from legalassist.packets.check_pages import BoundPdf
from legalassist.packets.looks import Looks

Plant = Callable[[pikepdf.Pdf], None]
LETTER, BRIEF, SCAN, TURNED, FORM, TYPED = 0, 3, 12, 14, 18, 19
"""Pages (from 0) of the packet of every kind that the faults are planted on."""


def planted(plant: Plant) -> bytes:
    with pikepdf.open(BytesIO(made.mixed_packet().pdf)) as pdf:
        plant(pdf)
        return made.saved(pdf)


def told(tmp_path: Path, packet: bytes) -> list[str]:
    return [each.message for each in made.problems(made.folder(tmp_path, packet, made.mixed()))]


def drawn_over(page: int, drawing: bytes) -> Plant:
    """Draw over a page as an artifact, so that no tag is wrong."""
    return lambda pdf: pdf.pages[page].contents_add(b"/Artifact BMC q " + drawing + b" Q EMC")


def drawn_under(page: int, drawing: bytes) -> Plant:
    return lambda pdf: pdf.pages[page].contents_add(drawing, prepend=True)


def with_entry(page: int, key: str, value: object) -> Plant:
    def plant(pdf: pikepdf.Pdf) -> None:
        pdf.pages[page].obj[key] = value

    return plant


def stamp_covers(pdf: pikepdf.Pdf) -> None:
    """Let the stamp itself draw a white sheet first."""
    stream = list(pdf.pages[BRIEF].obj.Contents)[-1]
    stream.write(stream.read_bytes().replace(b"BDC q", b"BDC 1 g 0 0 612 792 re f q", 1))


def stamp_font_swapped(pdf: pikepdf.Pdf) -> None:
    font = pdf.pages[BRIEF].obj.Resources.Font["/LANumber"]
    font.FontDescriptor.FontFile2.write(made.FONTS.bold.read_bytes())


def glyphs_emptied(pdf: pikepdf.Pdf) -> None:
    """Swap the outlines of a piece's font: the codes still read as the words, the paper shows others."""
    fonts = pdf.pages[BRIEF].obj.Resources.Font
    font = next(each for name, each in fonts.items() if name != "/LANumber")
    font.DescendantFonts[0].FontDescriptor.FontFile2.write(b"nothing")


def picture_mirrored(pdf: pikepdf.Pdf) -> None:
    pdf.pages[SCAN].obj.Resources.XObject["/Im0"]["/Decode"] = Array([1, 0])


def picture_swapped(pdf: pikepdf.Pdf) -> None:
    here, there = (pdf.pages[SCAN + n].obj.Resources.XObject for n in (0, 1))
    here["/Im0"] = there["/Im0"]


def layer_hidden(pdf: pikepdf.Pdf) -> None:
    """Put what the page draws on a layer that does not show."""
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("x")))
    pdf.Root["/OCProperties"] = Dictionary(OCGs=Array([group]), D=Dictionary(Name="layers", OFF=Array([group])))
    pdf.pages[SCAN].obj.Resources.XObject["/Im0"]["/OC"] = group


def first_link(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return next(each for each in pdf.pages[LETTER].obj.Annots if each.Subtype == Name.Link)


def link_zeroed(pdf: pikepdf.Pdf) -> None:
    first_link(pdf).Rect = Array([0, 0, 0, 0])


def link_led_astray(pdf: pikepdf.Pdf) -> None:
    first_link(pdf).Dest = Array([pdf.pages[FORM].obj, Name.Fit])


def link_led_outside(pdf: pikepdf.Pdf) -> None:
    pdf.pages[TYPED].obj.Annots[0]["/A"] = Dictionary(S=Name.URI, URI=String("https://example.org/other"))


def link_more(pdf: pikepdf.Pdf) -> None:
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 600, 700], Dest=String("letter"))
    pdf.pages[BRIEF].obj["/Annots"] = Array([*pdf.pages[BRIEF].obj.get("/Annots", []), pdf.make_indirect(link)])


def field_repainted(pdf: pikepdf.Pdf) -> None:
    pdf.pages[FORM].obj.Annots[0].AP.N.write(b"0 g 0 0 200 20 re f")


def bookmark_more(pdf: pikepdf.Pdf) -> None:
    last = pdf.Root.Outlines.Last
    more = pdf.make_indirect(Dictionary(Title=String("More"), Parent=pdf.Root.Outlines, Prev=last, Dest=last.Dest))
    last["/Next"], pdf.Root.Outlines["/Last"] = more, more


def bookmark_twice(pdf: pikepdf.Pdf) -> None:
    last = pdf.Root.Outlines.Last
    more = pdf.make_indirect(Dictionary(Title=last.Title, Parent=pdf.Root.Outlines, Prev=last, Dest=last.Dest))
    last["/Next"], pdf.Root.Outlines["/Last"] = more, more


def bookmark_acts(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Outlines.First["/A"] = Dictionary(S=Name.URI, URI=String("https://example.org/"))


def titled(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Title"] = String("Something else")


def produced(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Producer"] = String("Somebody's program")


def xmp_titled(pdf: pikepdf.Pdf) -> None:
    metadata = pdf.Root.Metadata.read_bytes()
    assert b">R7K2<" in metadata
    pdf.Root.Metadata.write(metadata.replace(b">R7K2<", b">Something else<"))


def opens_otherwise(pdf: pikepdf.Pdf) -> None:
    pdf.Root["/ViewerPreferences"]["/PrintPageRange"] = Array([0, 2])


def carries_more(pdf: pikepdf.Pdf) -> None:
    pdf.Root["/Collection"] = Dictionary(View=Name.T)


CUT = Array([100, 100, 300, 300])
FAULTS: dict[str, tuple[Plant, str]] = {
    "covered": (drawn_over(BRIEF, b"1 g 0 0 612 792 re f"), "something else is drawn than on page 1 of brief"),
    "covered, a scan": (drawn_over(SCAN, b"1 g 0 0 612 792 re f"), "something else is drawn than on page 1 of scan"),
    "covered, a form": (drawn_over(FORM, b"1 g 0 0 612 792 re f"), "something else is drawn than on page 1 of form"),
    "covered by the stamp": (stamp_covers, "something else is drawn than on page 1 of brief"),
    "clipped": (drawn_under(BRIEF, b"0 0 1 1 re W n"), "something else is drawn than on page 1 of brief"),
    "shrunk": (drawn_under(TYPED, b"0.01 0 0 0.01 0 0 cm"), "something else is drawn than on page 1 of typed"),
    "cut by its crop box": (
        with_entry(BRIEF, "/CropBox", CUT),
        "the page is cut or sized otherwise than page 1 of brief",
    ),
    "cut by its media box": (
        with_entry(SCAN, "/MediaBox", CUT),
        "the page is cut or sized otherwise than page 1 of scan",
    ),
    "cut by its trim box": (
        with_entry(FORM, "/TrimBox", CUT),
        "the page is cut or sized otherwise than page 1 of form",
    ),
    "in another unit": (with_entry(BRIEF, "/UserUnit", 5), "the page is cut or sized otherwise than page 1 of brief"),
    "turned": (with_entry(BRIEF, "/Rotate", 180), "the page is turned otherwise than page 1 of brief"),
    "turned back": (with_entry(TURNED, "/Rotate", 0), "the page is turned otherwise than page 1 of turned"),
    "blended": (
        with_entry(BRIEF, "/Group", Dictionary(S=Name.Transparency, K=True)),
        "the page has another Group than",
    ),
    "other number font": (stamp_font_swapped, "the running number is set in another font than ours on page 1 of brief"),
    "other outlines": (glyphs_emptied, "the page draws with another Font than page 1 of brief"),
    "picture inverted": (picture_mirrored, "the page draws with another XObject than page 1 of scan"),
    "picture swapped": (picture_swapped, "the page draws with another XObject than page 1 of scan"),
    "on a hidden layer": (layer_hidden, "the page draws with another XObject than page 1 of scan"),
    "link box zeroed": (link_zeroed, "link or field 1 lies elsewhere or looks otherwise than on page 1 of letter"),
    "link led astray": (link_led_astray, "link 1 leads elsewhere than on page 1 of letter"),
    "link led outside": (link_led_outside, "link 1 leads elsewhere than on page 1 of typed"),
    "a link more": (link_more, "there are more or fewer links and fields than on page 1 of brief"),
    "field repainted": (field_repainted, "link or field 1 lies elsewhere or looks otherwise than on page 1 of form"),
    "a bookmark more": (bookmark_more, "the bookmarks are not exactly those of its 12 pieces"),
    "a bookmark twice": (bookmark_twice, "the bookmarks are not exactly those of its 12 pieces"),
    "a bookmark that acts": (bookmark_acts, "bookmark 1 has more than a title and a page"),
    "another title": (titled, "the file's title or its other particulars are not those it was bound with"),
    "another producer": (produced, "the file's title or its other particulars are not those it was bound with"),
    "another title in XMP": (xmp_titled, "the XMP metadata is not what it was bound with"),
    "a page range to print": (opens_otherwise, "the file's ViewerPreferences carries PrintPageRange"),
    "something more": (carries_more, "the file carries Collection"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_the_look_turns_the_check_red_though_the_manifest_fits(fault: str, tmp_path: Path) -> None:
    plant, said = FAULTS[fault]
    found = told(tmp_path, planted(plant))
    assert [each for each in found if said in each], found


def test_the_faults_are_planted_on_the_pages_they_name() -> None:
    bound = BoundPdf(made.mixed_packet().pdf, "R7K2")
    pages = {"letter": LETTER, "brief": BRIEF, "scan": SCAN, "turned": TURNED, "form": FORM, "typed": TYPED}
    assert {code: bound.starts[code] for code in pages} == pages


def test_a_packet_saved_anew_with_nothing_changed_is_as_good_as_before(tmp_path: Path) -> None:
    assert told(tmp_path, planted(lambda _: None)) == []


def test_a_piece_that_lies_in_an_envelope_of_its_own_is_the_piece(tmp_path: Path) -> None:
    folder = made.folder(tmp_path, made.mixed_packet().pdf, made.mixed())
    other = made.written("<h1>Memo</h1><p>Another memo than the piece.</p>")
    assert [each.message for each in made.problems(made.rewritten(folder, "internal/R7K2-memo.pdf", other))] == [
        "memo: the manifest has two hashes for its PDF"
    ]


def layered(**default: object) -> pikepdf.Pdf:
    pdf = pikepdf.new()
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("x")))
    pdf.Root["/OCProperties"] = Dictionary(OCGs=Array([group]), D=Dictionary(**{
        key: Array([group]) if value is True else value for key, value in default.items()
    }))  # fmt: skip
    return pdf


def test_a_layer_that_shows_is_told_from_the_same_layer_hidden() -> None:
    seen = {
        name: Looks(pdf).digest(pdf.Root.OCProperties.OCGs)
        for name, pdf in {
            "plain": layered(),
            "off": layered(OFF=True),
            "all off": layered(BaseState=Name.OFF),
            "all off but this": layered(BaseState=Name.OFF, ON=True),
        }.items()
    }
    assert seen["plain"] == seen["all off but this"]
    assert seen["off"] == seen["all off"] != seen["plain"]


def test_a_thing_that_holds_itself_or_goes_very_deep_has_a_digest() -> None:
    pdf = pikepdf.new()
    round_ = pdf.make_indirect(Dictionary())
    round_["/Self"] = round_
    deep = Array([])
    for _ in range(200):
        deep = pdf.make_indirect(Array([deep]))
    assert Looks(pdf).digest(round_) != Looks(pdf).digest(deep)
