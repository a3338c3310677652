"""A PDF read through its tags: the text a screen reader reads, and what it would miss."""

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from packets import made
from pikepdf import Array, Dictionary, Name, String

from legalassist.documents.tags.fonts import NO_TEXT, decoder
from legalassist.documents.tags.tagged import TagProblem, audit, read_tagged, tagged_text
from legalassist.errors import DocumentError

Plant = Callable[[pikepdf.Pdf], None]


def changed(source: bytes, change: Plant) -> bytes:
    with pikepdf.open(BytesIO(source)) as pdf:
        change(pdf)
        return made.saved(pdf)


def problems(source: bytes, change: Plant) -> list[str]:
    return [str(each) for each in audit(changed(source, change))]


def test_a_piece_of_ours_has_no_problem_and_its_text_in_reading_order() -> None:
    pdf = made.written(made.LETTER)
    assert audit(pdf) == []
    lines = tagged_text(pdf).split("\n")
    assert lines[:7] == [
        "Cover letter", "See the end, the brief, Exhibit B at 2 and its facts.1", "Enclosed", "Piece", "Pages",
        "Brief", "3",
    ]  # fmt: skip
    assert (made.WORDS * 3).strip() in lines
    assert any(line.startswith("1. A footnote with The applicant") for line in lines)
    assert "INVENTED" not in tagged_text(pdf), "what stands in the margin is no text of the piece"


def test_lines_are_joined_with_a_space_between_words_and_without_between_chinese_characters() -> None:
    body = f"<h1>x</h1><p>{made.WORDS * 5}</p><p>{made.CHINESE * 5}</p><p>twenty-{'five-' * 40}six</p>"
    lines = tagged_text(made.written(body)).split("\n")
    assert lines[1:] == [(made.WORDS * 5).strip(), made.CHINESE * 5, f"twenty-{'five-' * 40}six"]


def test_a_space_between_two_elements_is_read_though_the_typesetter_draws_none() -> None:
    assert tagged_text(made.written("<h1><b>One</b> <i>two</i><span>three</span></h1>")) == "One twothree"


def test_rare_characters_of_a_name_are_whole() -> None:
    assert tagged_text(made.written("<h1>王小㛃、䶮䶮</h1>")) == "王小㛃、䶮䶮"


@settings(max_examples=10)
@given(st.lists(st.text("abc -,.好的。“”12", min_size=1, max_size=200), min_size=1, max_size=4))
def test_no_character_of_a_paragraph_is_lost_or_doubled(paragraphs: list[str]) -> None:
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    read = tagged_text(made.written(body))
    assert "".join(read.split()) == "".join("".join(paragraphs).split())


def test_an_untagged_pdf_has_one_problem_and_no_text() -> None:
    assert audit(made.typed()) == [TagProblem(0, "tree", "there is no structure tree")]
    assert tagged_text(made.typed()) == ""


def test_an_official_form_s_numbered_artifacts_are_exempt() -> None:
    assert audit(made.official_form()) == []
    assert tagged_text(made.official_form()) == "Part 1. Family name"


def test_replacement_text_is_read_instead_of_what_is_drawn() -> None:
    def element(pdf: pikepdf.Pdf) -> None:
        pdf.Root.StructTreeRoot.K.K[0].ActualText = String("Instead")

    def content(pdf: pikepdf.Pdf) -> None:
        stream = pdf.pages[0].obj.Contents
        drawn = b"/Span <</ActualText (Within)>> BDC BT /F0 12 Tf (Drawn) Tj ET EMC"
        stream.write(stream.read_bytes().replace(b"BT /F0 12 Tf 72 700 Td (Part 1. Family name) Tj ET", drawn))

    assert tagged_text(changed(made.official_form(), element)) == "Instead"
    assert tagged_text(changed(made.official_form(), content)) == "Within"


def lead_nowhere(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Annots[0].Dest = String("gone")


def own_copy_of_a_link(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Annots.append(Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9]))


def untagged_link(pdf: pikepdf.Pdf) -> None:
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], Dest=Array([pdf.pages[0].obj, Name.Fit]))
    pdf.pages[0].obj.Annots.append(pdf.make_indirect(link))


def element_twice(pdf: pikepdf.Pdf) -> None:
    kids = pdf.Root.StructTreeRoot.K[0].K
    kids.append(kids[0])


def circle(pdf: pikepdf.Pdf) -> None:
    top = pdf.Root.StructTreeRoot.K[0]
    top.K[0].K.append(top)


def wrong_parent(pdf: pikepdf.Pdf) -> None:
    kids = pdf.Root.StructTreeRoot.K[0].K
    kids[1].P = kids[0]


def not_marked(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/MarkInfo"]


def no_place(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj["/StructParents"]


def empty_place(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.ParentTree.Nums[1] = Array([])


def swapped_places(pdf: pikepdf.Pdf) -> None:
    owners = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    owners[0], owners[1] = owners[1], owners[0]


def wrong_key_of_a_link(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Annots[0].StructParent = 99


def leaf_without_a_page(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.K[0].K[0].K[0].Pg = Dictionary(Type=Name.Page)


def drawn_outside(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(b"0 0 50 50 re f")


@pytest.mark.parametrize(
    ("plant", "told"),
    [
        (lead_nowhere, "page 1: link: a link leads nowhere"),
        (own_copy_of_a_link, "page 1: object: an annotation cannot be referred to: it is no object of its own"),
        (untagged_link, "page 1: object: an annotation (/Link) has no place in the tree"),
        (element_twice, "stands in the tree twice, or too deep"),
        (circle, "stands in the tree twice, or too deep"),
        (wrong_parent, "names another parent"),
        (not_marked, "the file: tree: the file does not say that it is tagged"),
        (no_place, "page 1: way back: the page has content ids but no place in the parent tree"),
        (empty_place, "page 1: way back: the parent tree does not lead from content 0 to its leaf"),
        (swapped_places, "page 1: way back: the parent tree does not lead from content 0 to its leaf"),
        (wrong_key_of_a_link, "page 1: object: the parent tree does not lead from an annotation to its element"),
        (leaf_without_a_page, "the file: leaf: the leaf of content 0 names no page of this file"),
        (drawn_outside, "page 1: outside: 1 marks on paper are neither tagged nor an artifact"),
    ],
)
def test_each_planted_fault_is_told_with_its_page(plant: Plant, told: str) -> None:
    assert told in "\n".join(problems(made.written(made.LETTER), plant))


def test_elements_nested_without_end_are_reported_not_followed() -> None:
    def deep(pdf: pikepdf.Pdf) -> None:
        inner = pdf.Root.StructTreeRoot.K[0].K[0]
        for _ in range(300):
            inner = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Div, K=Array([inner])))
        pdf.Root.StructTreeRoot.K[0].K[0] = inner

    assert "too deep" in "\n".join(problems(made.written(made.LETTER), deep))


def test_a_form_xobject_that_draws_itself_is_followed_only_so_far() -> None:
    def inside_itself(pdf: pikepdf.Pdf) -> None:
        drawn = pdf.make_stream(b"/Me Do", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
        drawn["/Resources"] = Dictionary(XObject=Dictionary(Me=drawn))
        pdf.pages[0].obj.Resources["/XObject"] = Dictionary(Me=drawn)
        pdf.pages[0].contents_add(b"/Me Do")

    assert problems(made.official_form(), inside_itself) == []


HOLDER = pikepdf.new()
"""Streams live as long as the PDF they belong to."""


def to_unicode(cmap: bytes, *, composite: bool) -> Dictionary:
    subtype = Name.Type0 if composite else Name.TrueType
    return Dictionary(Type=Name.Font, Subtype=subtype, ToUnicode=HOLDER.make_stream(cmap))


def test_codes_read_by_characters_ranges_lists_and_pairs() -> None:
    cmap = b"""1 begincodespacerange <0000> <ffff> endcodespacerange
    2 beginbfchar <0001> <0041> <0002> <d842dfb7> endbfchar
    2 beginbfrange <0010> <0012> <0061> <0020> <0021> [<4f60> <597d>] endbfrange"""
    assert decoder(to_unicode(cmap, composite=True)).decode(bytes.fromhex("00010002001000120020002100ff")) == (
        f"A𠮷ac你好{NO_TEXT}"
    )


def test_a_simple_font_reads_by_its_encoding_and_its_differences() -> None:
    encoding = Dictionary(
        BaseEncoding=Name.WinAnsiEncoding, Differences=Array([65, Name.eacute, Name("/fi"), 68, Name.x])
    )
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, Encoding=encoding)
    assert decoder(font).decode(b"ABCD\x93") == "éﬁCx“"


def test_a_broken_map_or_encoding_reads_as_unknown_and_never_fails() -> None:
    broken = b"beginbfrange <00> <ff> [<41>] endbfrange <zz> beginbfchar <01> endbfchar"
    assert decoder(to_unicode(broken, composite=True)).decode(b"\x00\x01\x02") == NO_TEXT * 2
    assert decoder(None).decode(b"a") == "a"


@settings(max_examples=60)
@given(st.binary(max_size=200), st.booleans())
def test_no_map_makes_the_reader_fail(cmap: bytes, composite: bool) -> None:
    decoder(to_unicode(b"begincodespacerange <00> <ff> endcodespacerange " + cmap, composite=composite)).decode(b"abc")


@settings(max_examples=40)
@given(st.binary(max_size=120))
def test_no_page_content_makes_the_audit_fail(content: bytes) -> None:
    def scribble(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].contents_add(content)

    try:
        audit(changed(made.official_form(), scribble))
    except DocumentError as wrong:
        assert "damaged" in wrong.message  # noqa: PT017 - either outcome is right


def test_stamps_are_read_as_artifacts_with_their_kind() -> None:
    read = read_tagged(made.our_packet().pdf)
    said = {each.subtype: each.runs[0].text for each in read.artifacts(7) if each.subtype}
    assert said == {"PageNum": "8", "Bates": "A-1"}
