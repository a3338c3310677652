"""What a box refuses, and that a form which lacks a value is an error, whoever lost it."""

from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from forms.maps import editions, stand_in_of
from forms.stand_in import stand_in
from pikepdf import Array, Dictionary, Name

from legalassist.documents.fonts import Fonts
from legalassist.documents.tags.tagged import audit, read_tagged
from legalassist.errors import DocumentError
from legalassist.forms import flatten as flatten_module
from legalassist.forms.blank import Blank, BlankBox, Kind, read_blank
from legalassist.forms.boxes import Box, Boxes
from legalassist.forms.drawing import Drawn
from legalassist.forms.filled import write_form
from legalassist.forms.filling import Entry, fill, plain_entry
from legalassist.forms.flatten import flatten
from legalassist.forms.native import native_page
from legalassist.forms.placing import BoxAnswer, Overflow, place
from legalassist.forms.rereading import ink, render, reread
from legalassist.library import fonts

G28, I914 = "g28.2018-09-17", "i914.2025-01-20"


@pytest.fixture
def g28() -> tuple[bytes, Blank]:
    return stand_in_of(G28)


def box_at(blank: Blank, item: str, part: str = "", means: str = "") -> BlankBox:
    boxes = editions()[G28]
    found = next(b for b in boxes.boxes if (b.item, b.part, b.means) == (item, part, means) and not b.repeat)
    return blank.by_name[boxes.full(found)]


def test_a_text_longer_than_the_box_is_refused_not_cut(g28: tuple[bytes, Blank]) -> None:
    content, blank = g28
    number = box_at(blank, "3.9")
    entry = plain_entry(number, "12345678901")
    with pytest.raises(DocumentError, match="11 characters where the box takes 9"):
        fill(content, blank, {number.name: entry}, name="g-28")


def test_a_text_wider_than_the_box_is_refused_not_clipped(g28: tuple[bytes, Blank]) -> None:
    content, blank = g28
    name = box_at(blank, "3.6.A", "family")
    entry = Entry("W" * 40, Drawn(("W" * 40,), 10))
    with pytest.raises(DocumentError, match="the text does not fit into the box"):
        fill(content, blank, {name.name: entry}, name="g-28")


@pytest.mark.parametrize(("text", "code"), [("王小红", "U+738B"), ("Wáng Xiǎohóng", "U+01CE"), ("a\tb", "U+0009")])
def test_characters_the_box_cannot_print_are_refused_by_code_point(
    g28: tuple[bytes, Blank], text: str, code: str
) -> None:
    content, blank = g28
    name = box_at(blank, "3.6.A", "family")
    with pytest.raises(DocumentError) as refused:
        fill(content, blank, {name.name: plain_entry(name, text)}, name="g-28")
    assert code in refused.value.message
    assert name.name in refused.value.message
    assert text not in refused.value.message
    assert "English" in refused.value.hint


def test_placing_names_the_box_and_the_fact_but_not_the_answer() -> None:
    boxes = editions()[G28]
    box = next(one for one in boxes.boxes if one.item == "3.6.A")
    placed = place(stand_in_of(G28)[1], boxes, [BoxAnswer(box, "王", fact="client.name")])
    (problem,) = placed.problems
    assert box.box in problem.message
    assert "client.name" in problem.message
    assert "王" not in str(problem)


def test_rows_that_continue_in_letters_the_form_does_not_have_are_a_problem() -> None:
    boxes, (_, blank) = editions()[G28], stand_in_of(G28)
    placed = place(blank, boxes, [], [Overflow(1, "2", "2", "Other names", "王小红", "client.other_names[3].name")])
    (problem,) = placed.problems
    assert "U+738B" in problem.message
    assert "client.other_names[3].name" in problem.hint
    assert "王" not in str(problem)


@pytest.mark.parametrize(
    ("item", "part", "means", "entry", "reason"),
    [
        ("1.3.D", "state", "", Entry("ZZ", Drawn(("ZZ",), 10)), "not on the box's own list"),
        ("3.6.A", "family", "", Entry(ticked=True), "a text box cannot take this"),
        ("2.1.A", "", "yes", Entry("Yes", Drawn(("Yes",), 10)), "a check box cannot take this"),
        ("3.6.A", "family", "", Entry("Wang"), "nothing says how this text is drawn"),
    ],
)
def test_what_a_box_is_not_made_for_is_refused(
    g28: tuple[bytes, Blank], item: str, part: str, means: str, entry: Entry, reason: str
) -> None:
    content, blank = g28
    with pytest.raises(DocumentError, match=reason):
        fill(content, blank, {box_at(blank, item, part, means).name: entry}, name="g-28")


def test_barcodes_and_unknown_boxes_are_refused(g28: tuple[bytes, Blank]) -> None:
    content, blank = g28
    code = next(box for box in blank.boxes if box.kind is Kind.BARCODE)
    with pytest.raises(DocumentError, match="the agency's and is never filled"):
        fill(content, blank, {code.name: plain_entry(code, "x")}, name="g-28")
    with pytest.raises(DocumentError, match="there is no such box"):
        fill(content, blank, {"Nothing[0]": plain_entry(code, "x")}, name="g-28")


def test_two_ticks_where_only_one_may_be_are_a_problem() -> None:
    boxes, (_, blank) = editions()[I914], stand_in_of(I914)
    yes, no = (box for box in boxes.boxes if box.group == "3.1")
    placed = place(blank, boxes, [BoxAnswer(yes, ticked=True), BoxAnswer(no, ticked=True)])
    (problem,) = placed.problems
    assert "select only one" in problem.message
    assert not place(blank, boxes, [BoxAnswer(yes, ticked=True)]).problems


def test_a_number_that_does_not_fit_is_a_problem_and_never_continues() -> None:
    boxes, (_, blank) = editions()[G28], stand_in_of(G28)
    box = next(one for one in boxes.boxes if one.item == "3.9")
    placed = place(blank, boxes, [BoxAnswer(box, "1234567890", fact="client.a_number", continues=False)])
    (problem,) = placed.problems
    assert "10 characters where the box takes 9" in problem.message
    assert not placed.entries


def test_what_has_no_room_says_where_it_belongs_then_goes_on_a_sheet() -> None:
    boxes, (_, blank) = editions()[G28], stand_in_of(G28)
    box = next(one for one in boxes.boxes if one.item == "2.1.D")
    placed = place(blank, boxes, [BoxAnswer(box, "A very long name of a firm, " * 120)])
    first = {one.part: placed.entries[boxes.full(one)].value for one in boxes.boxes if one.block == 1}
    assert (first["page"], first["part"], first["item"]) == ("1", "2", "1.D")
    (left,) = placed.addendum
    assert (left.page, left.part, left.item) == (1, "2", "1.D")


# ---- planted faults: what was lost on the way is found by reading back ----


def planted(g28: tuple[bytes, Blank]) -> tuple[bytes, Blank, dict[str, Entry], bytes, bytes]:
    content, blank = g28
    text, tick = box_at(blank, "3.6.A", "family"), box_at(blank, "3.5", "", "applicant")
    entries = {text.name: plain_entry(text, "Wang"), tick.name: Entry(ticked=True)}
    return content, blank, entries, *write_form(content, blank, entries, name="g-28")


def edited(content: bytes, change: object) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        change(pdf)  # type: ignore[operator]
        pdf.save(out)
    return out.getvalue()


def widget_of(pdf: pikepdf.Pdf, value: str) -> pikepdf.Object:
    return next(each for page in pdf.pages for each in page.obj.Annots if str(each.get("/V", "")) == value)


def test_a_good_form_reads_back(g28: tuple[bytes, Blank]) -> None:
    content, blank, entries, fillable, printed = planted(g28)
    reread(content, blank, fillable, printed, entries, name="g-28")


def test_a_value_that_is_shown_but_not_kept_is_an_error(g28: tuple[bytes, Blank]) -> None:
    content, blank, entries, fillable, printed = planted(g28)
    broken = edited(fillable, lambda pdf: widget_of(pdf, "Wang").__setitem__("/V", pikepdf.String("Wan")))
    with pytest.raises(DocumentError, match="does not keep its value"):
        reread(content, blank, broken, printed, entries, name="g-28")


def test_a_value_that_is_kept_but_not_shown_is_an_error(g28: tuple[bytes, Blank]) -> None:
    content, blank, entries, fillable, _ = planted(g28)

    def hide(pdf: pikepdf.Pdf) -> None:
        del widget_of(pdf, "Wang")["/AP"]

    broken = flatten(edited(fillable, hide), name="g-28")
    with pytest.raises(DocumentError, match="does not show its text"):
        reread(content, blank, fillable, broken, entries, name="g-28")


def test_a_tick_that_does_not_show_is_an_error(g28: tuple[bytes, Blank]) -> None:
    content, blank, entries, fillable, _ = planted(g28)
    broken = flatten(edited(fillable, lambda pdf: widget_of(pdf, "/A").__setitem__("/AS", Name.Off)), name="g-28")
    with pytest.raises(DocumentError, match="shows nothing"):
        reread(content, blank, fillable, broken, entries, name="g-28")


def test_a_value_nobody_gave_is_an_error(g28: tuple[bytes, Blank]) -> None:
    content, blank, entries, fillable, printed = planted(g28)
    fewer = {name: given for name, given in entries.items() if given.ticked}
    with pytest.raises(DocumentError, match="a value that nobody gave"):
        reread(content, blank, fillable, printed, fewer, name="g-28")


def test_a_changed_barcode_and_a_lost_page_are_errors(g28: tuple[bytes, Blank]) -> None:
    content, blank, entries, fillable, printed = planted(g28)
    code = blank.codes[0]
    other = edited(fillable, lambda pdf: widget_of(pdf, code).__setitem__("/V", pikepdf.String("G-28|01/01/30|1")))
    with pytest.raises(DocumentError, match="its pages, edition or barcodes have changed"):
        reread(content, blank, other, printed, entries, name="g-28")

    def shorter(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[-1]

    with pytest.raises(DocumentError, match="pages are not those of the blank"):
        reread(content, blank, fillable, edited(printed, shorter), entries, name="g-28")


def test_the_tags_of_the_print_copy_hold_every_answer_and_say_what_kind_of_box_it_was(
    g28: tuple[bytes, Blank],
) -> None:
    content, blank, _, _, printed = planted(g28)
    assert len(audit(content)) == len(blank.codes)  # the stand-in's barcodes, which nobody needs to hear
    assert audit(printed) == []
    assert "Wang" in read_tagged(printed).text()
    with pikepdf.open(BytesIO(printed)) as pdf:
        elements = [one for one in pdf.objects if isinstance(one, Dictionary) and one.get("/S") == Name.Form]
        states = [str(one.A.get("/checked")) for one in elements if one.A.Role == Name.cb]
        assert "/AcroForm" not in pdf.Root
        assert not [one for page in pdf.pages for one in page.obj.Annots if one.Subtype == Name.Widget]
    filled = sum(box.kind not in {Kind.BARCODE, Kind.BUTTON} for box in blank.boxes)
    assert len(elements) == filled
    assert states.count("/on") == 1


def test_the_audit_would_see_a_flatten_that_loses_the_tags(
    g28: tuple[bytes, Blank], monkeypatch: pytest.MonkeyPatch
) -> None:
    content, _, _, fillable, _ = planted(g28)
    monkeypatch.setattr(flatten_module, "_places", lambda _root: ())
    assert len(audit(flatten(fillable, name="g-28"))) > len(audit(content))


# ---- a text in the person's own script ----

_BOX = {"box": "Native[0]", "kind": "text", "item": "1.1", "native": "yes", "page": "1", "rect": "60 600 294 618"}
NATIVE = Boxes.model_validate({"form": "x-1", "edition": "01/01/20", "pages": "1", "boxes": [_BOX]})


def test_a_box_for_the_own_script_shows_chinese_in_an_embedded_font() -> None:
    content = stand_in(NATIVE)
    blank = read_blank(content, "x")
    box = blank.by_name["Native[0]"]
    entry = Entry("王小红", native=native_page("王小红", box, Fonts.read(fonts())))
    _, printed = write_form(content, blank, {"Native[0]": entry}, name="x")
    page = pypdfium2.PdfDocument(printed)[0]
    assert "王小红" in page.get_textpage().get_text_bounded(*box.rect)
    assert ink(render(pypdfium2.PdfDocument(content)[0]), render(page), box)
    assert audit(printed) == []
    assert isinstance(NATIVE.boxes[0], Box)
    with pikepdf.open(BytesIO(printed)) as pdf:
        embedded = [each for each in pdf.objects if isinstance(each, Dictionary) and "/FontFile2" in each]
        assert embedded
        assert isinstance(pdf.pages[0].obj.Annots, Array)


def test_the_own_script_needs_a_font_of_ours() -> None:
    box = BlankBox("x", Kind.TEXT, 1, (0, 0, 100, 18))
    with pytest.raises(DocumentError, match=r"U\+1F600"):
        native_page("😀", box, Fonts.read(fonts()))
