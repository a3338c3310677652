"""Every fault a merge can make, planted into a good packet: `packet check` must turn red for each of them."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import page as page_validation
import pikepdf
import pytest
from packets import made
from pikepdf import Array, Dictionary, Name, String

from legalassist.documents.tags.tagged import audit

Plant = Callable[[pikepdf.Pdf], None]


def parts(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return pdf.Root.StructTreeRoot.K[0].K


def elements(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [e for e in pdf.objects if isinstance(e, Dictionary) and e.get("/Type") == "/StructElem"]


def leaves_pointing_at_page_1(pdf: pikepdf.Pdf) -> None:
    for element in elements(pdf):
        if "/Pg" in element:
            element.Pg = pdf.pages[0].obj


def no_page_renumbered(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        page.obj.StructParents = 0


def first_piece_only(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.K[0].K = Array([parts(pdf)[0]])


def destinations_lost(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Names


def one_destination_lost(pdf: pikepdf.Pdf) -> None:
    leaf = pdf.Root.Names.Dests.Kids[0]
    at = [str(name) for name in list(leaf.Names)[::2]].index("letter#end")
    del leaf.Names[2 * at]
    del leaf.Names[2 * at]


def reference_dangling(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0].obj
    page.Annots = Array([pdf.make_indirect(Dictionary(each)) for each in page.Annots])


def id_twice(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_coalesce()
    stream = pdf.pages[0].obj.Contents
    stream.write(stream.read_bytes().replace(b"/MCID 1>>", b"/MCID 0>>").replace(b"/MCID 1 ", b"/MCID 0 "))


SIX: dict[str, tuple[Plant, str]] = {
    "StructParents not renumbered": (no_page_renumbered, "shares its place 0 in the parent tree"),
    "tree of the first piece only": (first_piece_only, "has no leaf"),
    "/Pg wrong": (leaves_pointing_at_page_1, "content that is not there"),
    "destination lost": (one_destination_lost, "a link leads nowhere"),
    "OBJR dangling": (reference_dangling, "refers to an annotation that is on no page"),
    "id twice": (id_twice, "stands on the page 2 times"),
}


def planted(plant: Plant, packet: bytes | None = None) -> bytes:
    with pikepdf.open(BytesIO(packet or made.our_packet().pdf)) as pdf:
        plant(pdf)
        return made.saved(pdf)


def found(tmp_path: Path, packet: bytes) -> str:
    """Return all problems `check` finds in a folder whose manifest has the right hash of the faulty packet."""
    return "\n".join(map(str, made.problems(made.folder(tmp_path, packet, made.ours()))))


def validator_passes(pdf: bytes) -> bool:
    return bool(page_validation.validate_pdf_bytes(pdf, profile="ua1").is_compliant)


def test_a_good_packet_has_no_problem_at_all(tmp_path: Path) -> None:
    assert found(tmp_path, made.our_packet().pdf) == ""
    assert found(tmp_path, planted(lambda _: None)) == ""


@pytest.mark.parametrize("fault", SIX)
def test_each_of_the_six_merge_faults_turns_the_audit_and_the_check_red(fault: str, tmp_path: Path) -> None:
    plant, told = SIX[fault]
    packet = planted(plant)
    assert told in "\n".join(map(str, audit(packet)))
    assert told in found(tmp_path, packet)


def test_the_validator_alone_passes_merges_that_no_screen_reader_can_read() -> None:
    assert validator_passes(made.our_packet().pdf)
    blind = {fault for fault, (plant, _) in SIX.items() if validator_passes(planted(plant))}
    assert {"tree of the first piece only", "/Pg wrong", "destination lost"} <= blind


def pages_swapped(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[4].obj
    del pdf.pages[4]
    pdf.pages.insert(5, pikepdf.Page(page))


def page_dropped(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[10]


def content_replaced(page: int, old: bytes, new: bytes) -> Plant:
    def plant(pdf: pikepdf.Pdf) -> None:
        pdf.pages[page].contents_coalesce()
        stream = pdf.pages[page].obj.Contents
        content = stream.read_bytes()
        assert old in content
        stream.write(content.replace(old, new))

    return plant


def contents_point_elsewhere(pdf: pikepdf.Pdf) -> None:
    link = next(each for each in pdf.pages[2].obj.Annots if str(each.get("/Dest")) == "english")
    link.Dest = String("chinese")


def piece_at_another_page(pdf: pikepdf.Pdf) -> None:
    names = pdf.Root.Names.Dests.Kids[0].Names
    at = [str(name) for name in list(names)[::2]].index("english")
    names[2 * at + 1] = Array([pdf.pages[10].obj, Name.Fit])


def foreign_font(pdf: pikepdf.Pdf) -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    pdf.pages[5].obj.Resources.Font["/Other"] = pdf.make_indirect(font)


def author(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Author"] = String("Somebody")


def dated_xmp(pdf: pikepdf.Pdf) -> None:
    metadata = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata.write(metadata.replace(b"<dc:title>", b"<xmp:CreateDate>2026</xmp:CreateDate><dc:title>"))


def script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def script_in_a_link(pdf: pikepdf.Pdf) -> None:
    link = pdf.pages[0].obj.Annots[0]
    link["/A"] = Dictionary(S=Name.Launch, F=String("x"))


def attached_file(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["note.txt"] = b"x"


def label_wrong(pdf: pikepdf.Pdf) -> None:
    pdf.Root.PageLabels.Nums[1].St = 5


def bookmark_wrong(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Outlines.First.Dest = Array([pdf.pages[1].obj, Name.Fit])


def bookmark_renamed(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Outlines.First.Title = String("Something else")


def untagged_words(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(b"BT /LANumber 9 Tf 100 400 Td (Hello) Tj ET")


def words_hidden_as_artifact(pdf: pikepdf.Pdf) -> None:
    pdf.pages[6].contents_coalesce()
    stream = pdf.pages[6].obj.Contents
    stream.write(stream.read_bytes().replace(b"/Span\n<</MCID 0>>", b"/Artifact\n<<>>"))
    heading = next(e for e in elements(pdf) if e.get("/Pg") == pdf.pages[6].obj and e.get("/S") == "/H1")
    del heading["/K"]


def parts_out_of_order(pdf: pikepdf.Pdf) -> None:
    part = parts(pdf)[2]
    part.K = Array(reversed(list(part.K)))


def last_stream(page: pikepdf.Page) -> pikepdf.Object:
    return list(page.obj.Contents)[-1]


def number_moved(pdf: pikepdf.Pdf) -> None:
    stream = last_stream(pdf.pages[3])
    stream.write(stream.read_bytes().replace(b"(4)", b"(5)"))


def number_lost(pdf: pikepdf.Pdf) -> None:
    last_stream(pdf.pages[3]).write(b"Q")


def mark_wrong(pdf: pikepdf.Pdf) -> None:
    stream = last_stream(pdf.pages[9])
    stream.write(stream.read_bytes().replace(b"(A-3)", b"(A-9)"))


def claim_kept_without_ground(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/ViewerPreferences"]


OTHERS: dict[str, tuple[Plant, str]] = {
    "page swapped": (pages_swapped, "the running number is missing or wrong"),
    "page swapped, seen against the piece": (pages_swapped, "the page is not page 2 of brief"),
    "page dropped": (page_dropped, "does not stand on pages"),
    "contents lead elsewhere": (contents_point_elsewhere, "the contents print another page for chinese"),
    "piece begins elsewhere": (piece_at_another_page, "the contents print another page for english"),
    "running number wrong": (number_moved, "page 4: the running number is missing or wrong"),
    "running number lost": (number_lost, "page 4: the running number is missing or wrong"),
    "page mark wrong": (mark_wrong, "page 10: the exhibit's own page mark is missing or wrong"),
    "foreign font": (foreign_font, "the font Helvetica is not one of ours"),
    "author": (author, "the metadata names Author"),
    "dated XMP": (dated_xmp, "the XMP metadata holds xmp:CreateDate"),
    "script": (script, "the file holds an action on opening"),
    "launching link": (script_in_a_link, "the file holds an action /Launch"),
    "attached file": (attached_file, "the file holds names of EmbeddedFiles"),
    "page label": (label_wrong, "the page label is"),
    "bookmark": (bookmark_wrong, "bookmark 1 does not lead to the beginning of a piece"),
    "bookmark renamed": (bookmark_renamed, "the piece letter has no bookmark of its title"),
    "all destinations lost": (destinations_lost, "a link leads nowhere"),
    "untagged words": (untagged_words, "neither tagged nor an artifact"),
    "words hidden from the tags": (words_hidden_as_artifact, "the text of statement, read in the order of its tags"),
    "tree out of order": (parts_out_of_order, "the text of brief, read in the order of its tags"),
    "claim without ground": (claim_kept_without_ground, "claims PDF/UA-1 and fails its rule"),
}


@pytest.mark.parametrize("fault", OTHERS)
def test_each_other_fault_turns_the_check_red(fault: str, tmp_path: Path) -> None:
    plant, told = OTHERS[fault]
    assert told in found(tmp_path, planted(plant))


def test_a_stamp_on_an_official_page_is_found(tmp_path: Path) -> None:
    stamp = b"/Artifact <</Type /Pagination /Subtype /PageNum>> BDC BT /F0 9 Tf 500 18 Td (19) Tj ET EMC"
    packet = planted(lambda pdf: pdf.pages[18].contents_add(stamp), made.mixed_packet().pdf)
    problems = made.problems(made.folder(tmp_path, packet, made.mixed()))
    assert [str(each).partition("\n")[0] for each in problems] == [
        "filing/R7K2-packet.pdf: page 19: something else is drawn than on page 1 of form",
        "filing/R7K2-packet.pdf: page 19: the page is not page 1 of form",
    ]


def test_a_changed_hash_a_missing_file_and_a_strange_file_are_found(tmp_path: Path) -> None:
    top = made.folder(tmp_path, made.our_packet().pdf, made.ours())
    packet = top / "filing" / "R7K2-packet.pdf"
    packet.write_bytes(packet.read_bytes() + b"\n")
    (top / "pieces" / "brief.pdf").unlink()
    (top / "filing" / "trafficking-notes.txt").write_text("x")
    told = "\n".join(map(str, made.problems(top)))
    assert "filing/R7K2-packet.pdf: the file was changed after the packet was made" in told
    assert "pieces/brief.pdf: the file is missing" in told
    assert "filing/trafficking-notes.txt: the file is not in the manifest" in told
    assert "a file name tells too much" in told


def test_an_internal_sentence_in_the_filing_is_found_wherever_its_lines_break(tmp_path: Path) -> None:
    memo = f"<h1>Memo</h1><p>{made.WORDS.strip()}</p>"
    told = made.problems(made.folder(tmp_path, made.our_packet().pdf, made.ours(), memo=memo))
    assert [each.message for each in told] == ["paragraph 2 also stands in the filing"]


def test_a_name_in_a_title_is_found_and_not_repeated(tmp_path: Path) -> None:
    def named(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Outlines.First.Title = String("Letter for WANG Xiaomei")

    top = made.folder(tmp_path, planted(named), made.ours())
    told = "\n".join(map(str, made.problems(top, forbidden=("Nobody", "wang xiaomei"))))
    assert "shows forbidden text number 2" in told
    assert "xiaomei" not in told.casefold()
