"""Files that are no untouched official blank, one of each kind: refused with the reason, nothing kept."""

import datetime as dt
import os
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from forms.blanks_at_hand import NAMES, blank_file
from forms.maps import editions, stand_in_of
from forms.stand_in import stand_in
from pikepdf import Array, Dictionary, Name, String

from legalassist.api.forms import add_form, allow_form, given_blanks, list_forms, map_form, to_verify, verify_form
from legalassist.errors import DocumentError, UsageError
from legalassist.forms.boxes import Boxes
from legalassist.forms.filling import fill, plain_entry
from legalassist.forms.library import RECORD, Blanks
from legalassist.forms.vetting import MOST_BYTES, vet
from legalassist.library import Library

TODAY, SOON, LATER = dt.date(2026, 11, 25), dt.date(2027, 2, 1), dt.date(2027, 3, 1)
G28, I914 = "g28.2018-09-17", "i914.2025-01-20"
SMALL = "g1145.2014-09-26"


def changed(change: Callable[[pikepdf.Pdf], None], **save: object) -> bytes:
    """Return a stand-in that somebody did something to."""
    out = BytesIO()
    with pikepdf.open(BytesIO(stand_in_of(SMALL)[0])) as pdf:
        change(pdf)
        pdf.save(out, **save)  # type: ignore[arg-type]
    return out.getvalue()


def no_boxes(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/AcroForm"]
    for page in pdf.pages:
        page.obj["/Annots"] = Array()


def scanned(pdf: pikepdf.Pdf) -> None:
    no_boxes(pdf)
    for page in pdf.pages:
        page.obj["/Contents"] = pdf.make_stream(b"q 612 0 0 792 0 0 cm /Im0 Do Q")


def please_wait(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        page.obj["/Annots"] = Array()
    pdf.Root["/AcroForm"]["/Fields"] = Array()


def script(pdf: pikepdf.Pdf) -> None:
    action = Dictionary(S=Name.JavaScript, JS=String("app.alert('x')"))
    pdf.Root["/Names"] = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), pdf.make_indirect(action)])))


def script_in_a_box(pdf: pikepdf.Pdf) -> None:
    box = pdf.pages[0].obj["/Annots"][0]
    box["/AA"] = Dictionary(K=Dictionary(S=Name.JavaScript, JS=String("app.alert('x')")))


def sends_itself(pdf: pikepdf.Pdf) -> None:
    box = pdf.pages[0].obj["/Annots"][0]
    box["/A"] = Dictionary(S=Name.SubmitForm, F=String("https://example.org"))


def opens_something(pdf: pikepdf.Pdf) -> None:
    pdf.Root["/OpenAction"] = Dictionary(S=Name.Launch, F=String("x"))


def attached(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["a.txt"] = b"hello"


def filled_in(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj["/Annots"][0]["/V"] = String("Somebody")


def locked(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/StructTreeRoot"]


BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "printed to PDF": (lambda: changed(no_boxes), "a copy printed to PDF: it has no boxes"),
    "scanned": (lambda: changed(scanned), "a scanned copy: it has no boxes"),
    "XFA only": (lambda: changed(please_wait), "only a 'Please wait' page"),
    "script": (lambda: changed(script), "a script was added to it"),
    "script in a box": (lambda: changed(script_in_a_box), "an action that the official file does not have"),
    "sends itself": (lambda: changed(sends_itself), "an action that the official file does not have"),
    "opens something": (lambda: changed(opens_something), "it starts something when it is opened"),
    "attached file": (lambda: changed(attached), "a file is attached to it"),
    "filled in": (lambda: changed(filled_in), "1 boxes are filled in already"),
    "password": (
        lambda: changed(locked, encryption=pikepdf.Encryption(owner="a", user="b")),
        "locked by a password",
    ),
    "truncated": (lambda: stand_in_of(SMALL)[0][:-700], "the PDF is damaged"),
    "no PDF": (lambda: b"<html>Not found</html>", "this is not a PDF"),
    "empty": (lambda: b"", "this is not a PDF"),
}


@pytest.mark.parametrize("kind", BAD)
def test_what_is_no_untouched_blank_is_refused(kind: str, tmp_path: Path, library: Library) -> None:
    made, reason = BAD[kind]
    (tmp_path / "form.pdf").write_bytes(made())
    blanks = Blanks(tmp_path / "blanks")
    with pytest.raises(DocumentError) as refused:
        add_form(tmp_path / "form.pdf", blanks, library, by="pl", on=TODAY)
    assert reason in refused.value.message
    assert "uscis.gov" in refused.value.hint
    assert "print" not in refused.value.hint
    assert not blanks.folder.exists()


def test_a_file_of_two_gigabytes_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "huge.pdf").open("wb") as file:
        file.truncate(2 << 30)
    with pytest.raises(DocumentError, match=rf"2048 MB, and a blank form has at most {MOST_BYTES >> 20} MB"):
        vet(tmp_path / "huge.pdf")


def test_a_form_of_another_kind_is_refused_by_the_names_of_its_boxes(tmp_path: Path, library: Library) -> None:
    foreign = Boxes.model_validate({"form": "x-1", "edition": "01/01/20", "pages": "1", "boxes": [
        {"box": f"Other[{n}]", "kind": "text", "item": "1.1"} for n in range(9)]})  # fmt: skip
    (tmp_path / "x.pdf").write_bytes(stand_in(foreign, form="W-42"))
    with pytest.raises(DocumentError, match="this is form W-42, edition 01/01/20, and no map has its boxes"):
        add_form(tmp_path / "x.pdf", Blanks(tmp_path), library, by="pl", on=TODAY)


def test_a_missing_file_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        vet(tmp_path / "nothing.pdf")


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    with pytest.raises(UsageError, match="is no file"):
        vet(tmp_path / "pipe.pdf")


@pytest.mark.parametrize("name", NAMES)
def test_every_official_file_passes(name: str) -> None:
    path = blank_file(name)
    blank, content = vet(path)
    assert blank.form == name
    assert content == path.read_bytes()


def put(name: str, folder: Path, **said: str) -> Path:
    path = folder / f"{name}.pdf"
    path.write_bytes(stand_in(editions()[name], **said))
    return path


def test_a_stand_in_is_kept_as_this_edition_but_another_file(tmp_path: Path, library: Library) -> None:
    blanks = Blanks(tmp_path / "blanks")
    added = add_form(put(I914, tmp_path), blanks, library, by="pl", on=TODAY)
    assert (added.recognised.name, added.recognised.known, added.recognised.same_edition) == (I914, False, True)
    assert added.kept.path.name.startswith("i914.2025-01-20.")
    assert added.kept.read() == (tmp_path / f"{I914}.pdf").read_bytes()
    (given,) = given_blanks(blanks, library, TODAY)
    assert not given.mailable
    allow_form("i-914", blanks, library, by="A. Attorney", why="posted again", on=TODAY)
    (given,) = given_blanks(blanks, library, TODAY)
    assert given.allowed_by == "A. Attorney"
    assert given.mailable


def test_another_edition_is_kept_and_compared(tmp_path: Path, library: Library) -> None:
    blanks = Blanks(tmp_path / "blanks")
    older = add_form(put(G28, tmp_path, edition="05/05/16"), blanks, library, by="pl", on=TODAY)
    assert older.superseded
    assert older.recognised.differences == ("edition 05/05/16 where the map has 09/17/18",)
    assert list(given_blanks(blanks, library, TODAY)) == []


def test_boxes_that_moved_vanished_or_came_are_told_one_by_one(tmp_path: Path, library: Library) -> None:
    boxes = editions()[G28]
    kept = [box for box in boxes.boxes if "FaxNumber" not in box.box]
    first = next(box for box in kept if box.rect)
    assert first.rect is not None
    moved = first.model_copy(update={"rect": tuple(side + 20 for side in first.rect)})
    new = first.model_copy(update={"box": "Brand.New[0]"})
    other = boxes.model_copy(update={"boxes": (moved, *[box for box in kept if box is not first], new)})
    path = tmp_path / "new.pdf"
    path.write_bytes(stand_in(other, edition="01/01/27"))
    added = add_form(path, Blanks(tmp_path / "blanks"), library, by="pl", on=TODAY)
    told = "\n".join(added.recognised.differences)
    assert "edition 01/01/27 where the map has 09/17/18" in told
    assert "box has moved: " + boxes.full(first) in told
    assert "box is gone: form1[0].#subform[0].Pt1ItemNumber7_FaxNumber[0]" in told
    assert "new box (text, page 1): form1[0].Brand.New[0]" in told
    assert len(added.recognised.differences) == 4

    written, differences = map_form(path, G28, library_with_edition(tmp_path), tmp_path / "map")
    assert len(differences) == 4
    text = written.read_text(encoding="utf-8")
    assert text.count("\n  # ") == 3
    assert "# box has moved (it was: {item:" in text
    assert len(text.splitlines()) == 8 + len(kept) + 1 + 3 - 4 + 4


def library_with_edition(tmp_path: Path) -> Library:
    """Return the shelves with an edition's items for Form G-28, whatever the shipped ones have."""
    forms = tmp_path / "shelf" / "templates" / "tvisa" / "forms"
    forms.mkdir(parents=True)
    lines = ("form: g-28", "title: Notice", 'edition: "09/17/18"', "sha256: 0", "parts: []")
    (forms / f"{G28}.yaml").write_text("\n".join(lines), encoding="utf-8")
    return Library(tmp_path / "shelf")


def test_the_real_blank_has_exactly_the_boxes_of_its_map(tmp_path: Path, library: Library) -> None:
    for form in ("g-28", "i-765", "g-1145"):
        added = add_form(blank_file(form), Blanks(tmp_path), library, by="pl", on=TODAY)
        assert added.recognised.known
        assert added.recognised.differences == ()


def test_the_list_says_what_is_here_what_is_missing_and_what_lapses(tmp_path: Path, library: Library) -> None:
    blanks = Blanks(tmp_path / "blanks")
    add_form(put(I914, tmp_path), blanks, library, by="pl", on=TODAY)
    lines = {one.form: one for one in list_forms(blanks, library, TODAY)}
    assert lines["i-914"].state == "not the known file: drafts only"
    assert lines["i-914"].currency.authority == "PR-01"
    assert not lines["i-914"].lapsed
    assert lines["g-28"].state == "missing"
    assert {one.soon for one in list_forms(blanks, library, SOON)} == {True}
    assert {one.lapsed for one in list_forms(blanks, library, LATER)} == {True}


def test_a_box_only_a_person_can_tell_is_filled_once_she_has_told(tmp_path: Path, library: Library) -> None:
    blanks = Blanks(tmp_path / "blanks")
    add_form(put(I914, tmp_path), blanks, library, by="pl", on=TODAY)
    before = to_verify("i-914", blanks, library, TODAY)
    assert "CheckBox1[0]" in before[0].box
    with pytest.raises(UsageError, match="has no box"):
        verify_form("i-914", "Nothing[0]", "yes", blanks, library, by="A. Attorney", on=TODAY)
    verify_form("i-914", "CheckBox1[0]", "yes", blanks, library, by="A. Attorney", on=TODAY)
    verify_form("i-914", "CheckBox1[1]", "never", blanks, library, by="A. Attorney", on=TODAY)
    after = to_verify("i-914", blanks, library, TODAY)
    assert len(after) == len(before) - 2
    (given,) = given_blanks(blanks, library, TODAY)
    told = {given.sure.full(box): box for box in given.sure.boxes}
    assert told["form1[0].#subform[0].CheckBox1[0]"].means == "yes"
    assert told["form1[0].#subform[0].CheckBox1[1]"].by_hand


def test_a_kept_file_that_was_changed_is_not_used(tmp_path: Path, library: Library) -> None:
    blanks = Blanks(tmp_path / "blanks")
    added = add_form(put(I914, tmp_path), blanks, library, by="pl", on=TODAY)
    added.kept.path.write_bytes(added.kept.path.read_bytes() + b"\n")
    with pytest.raises(DocumentError, match="is not the file that was added"):
        list(given_blanks(blanks, library, TODAY))


def test_nothing_half_written_stays_and_the_record_only_grows(tmp_path: Path, library: Library) -> None:
    blanks = Blanks(tmp_path / "blanks")
    path = put(SMALL, tmp_path)
    add_form(path, blanks, library, by="pl", on=TODAY)
    first = (blanks.folder / RECORD).read_text(encoding="utf-8")
    add_form(path, blanks, library, by="somebody else", on=TODAY)
    assert (blanks.folder / RECORD).read_text(encoding="utf-8") == first
    allow_form("g-1145", blanks, library, by="A. Attorney", why="because", on=TODAY)
    assert (blanks.folder / RECORD).read_text(encoding="utf-8").startswith(first.rstrip("\n"))
    assert sorted(one.suffix for one in blanks.folder.iterdir()) == [".pdf", ".yaml"]


def test_a_filled_form_is_no_blank(tmp_path: Path, library: Library) -> None:
    content, blank = stand_in_of(SMALL)
    box = next(one for one in blank.boxes if one.kind == "text")
    (tmp_path / "filled.pdf").write_bytes(fill(content, blank, {box.name: plain_entry(box, "Wang")}, name="x"))
    with pytest.raises(DocumentError, match="1 boxes are filled in already"):
        add_form(tmp_path / "filled.pdf", Blanks(tmp_path / "b"), library, by="pl", on=TODAY)
