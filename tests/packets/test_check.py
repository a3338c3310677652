"""`packet check` on folders and single files: what it accepts, what it refuses, and what it never repeats."""

import json
import zipfile
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from packets import made
from pikepdf import Dictionary, Name

from legalassist.errors import DocumentError
from legalassist.packets import check_inside
from legalassist.packets.manifest import MANIFEST


def alone(tmp_path: Path, content: bytes, **asked: tuple[str, ...]) -> list[str]:
    path = tmp_path / "one.pdf"
    path.write_bytes(content)
    return [each.message for each in made.problems(path, **asked)]


def test_a_folder_with_strangers_pieces_has_no_problem(tmp_path: Path) -> None:
    assert made.problems(made.folder(tmp_path, made.mixed_packet().pdf, made.mixed())) == []


def test_a_bound_packet_and_a_single_piece_can_be_checked_by_themselves(tmp_path: Path) -> None:
    assert alone(tmp_path, made.our_packet().pdf) == []
    assert alone(tmp_path, made.mixed_packet().pdf) == []
    assert alone(tmp_path, made.written(made.BRIEF)) == []


def test_a_stranger_s_pdf_by_itself_shows_what_it_carries(tmp_path: Path) -> None:
    told = alone(tmp_path, made.official_form())
    assert "page 1: the font Helvetica is not one of ours" in told
    assert {
        "the file holds an action on opening",
        "the file holds an XFA form",
        "the file holds an additional action",
    } <= set(told)
    assert "tags: the file: tree: there is no structure tree" in alone(tmp_path, made.typed())


def test_a_font_of_ours_that_is_not_embedded_is_found(tmp_path: Path) -> None:
    with pikepdf.open(BytesIO(made.written(made.BRIEF))) as pdf:
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name("/ABCDEF+LASans"))
        pdf.pages[0].obj.Resources.Font["/Bare"] = pdf.make_indirect(font)
        told = alone(tmp_path, made.saved(pdf))
    assert "page 1: the font ABCDEF+LASans is not embedded" in told


def test_the_names_of_our_fonts_can_be_given(tmp_path: Path) -> None:
    assert any("is not one of ours" in each for each in alone(tmp_path, made.written(made.BRIEF), our_fonts=("Other",)))


def test_a_title_that_tells_what_the_case_is_about_is_found(tmp_path: Path) -> None:
    with pikepdf.open(BytesIO(made.written(made.BRIEF))) as pdf:
        pdf.docinfo["/Title"] = "A T visa packet"
        told = alone(tmp_path, made.saved(pdf))
    assert told == ["the title tells what the case is about"]


def test_without_the_validator_the_claim_is_not_checked_and_nothing_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(_: str) -> object:
        raise ImportError

    assert check_inside.can_validate()
    monkeypatch.setattr(check_inside, "import_module", absent)
    assert not check_inside.can_validate()
    assert check_inside.ua_failures(b"") == []


def test_a_validator_that_gives_up_is_told_not_raised() -> None:
    assert check_inside.ua_failures(b"no pdf") == ["the validator stopped: ParseError"]


def test_an_internal_sentence_in_a_word_file_of_the_filing_is_found(tmp_path: Path) -> None:
    memo = f"<h1>Memo</h1><p>{made.WORDS.strip().replace('debt', 'loan')}</p>"
    folder = made.folder(tmp_path, made.our_packet().pdf, made.ours(), memo=memo)
    assert made.problems(folder) == []
    word = BytesIO()
    with zipfile.ZipFile(word, "w") as archive:
        half, rest = made.WORDS.replace("debt", "loan").split("loan")
        archive.writestr("word/document.xml", f"<w:p><w:t>{half}</w:t><w:t>loan{rest}</w:t></w:p>")
    told = [each.message for each in made.problems(made.rewritten(folder, "filing/word/letter.docx", word.getvalue()))]
    assert told == ["paragraph 2 also stands in the filing"]
    assert made.problems(made.rewritten(folder, "filing/word/letter.docx", b"no zip")) == []


def test_a_faulty_piece_in_the_office_s_folder_is_found_too(tmp_path: Path) -> None:
    folder = made.folder(tmp_path, made.our_packet().pdf, made.ours())
    told = [str(each) for each in made.problems(made.rewritten(folder, "internal/R7K2-memo.pdf", made.typed()))]
    assert any(each.startswith("internal/R7K2-memo.pdf: tags: ") for each in told)


def test_a_damaged_file_of_the_packet_is_a_problem_not_a_stop(tmp_path: Path) -> None:
    folder = made.folder(tmp_path, made.our_packet().pdf, made.ours())
    told = [str(each) for each in made.problems(made.rewritten(folder, "filing/R7K2-packet.pdf", b"%PDF-1.7 nothing"))]
    assert any("is damaged" in each for each in told)


def test_a_piece_longer_by_itself_and_one_with_two_hashes_are_found(tmp_path: Path) -> None:
    folder = made.folder(tmp_path, made.our_packet().pdf, made.ours())
    told = "\n".join(
        str(each) for each in made.problems(made.rewritten(folder, "pieces/brief.pdf", made.written(made.LETTER)))
    )
    assert "brief has 3 pages here, 2 by itself" in told
    assert "brief: the manifest has two hashes for its PDF" in told


def test_a_packet_that_claims_more_than_its_pieces_keep_is_found(tmp_path: Path) -> None:
    folder = made.folder(tmp_path, made.our_packet().pdf, made.ours())
    pieces = json.loads((folder / MANIFEST).read_bytes())["pieces"]
    pieces[0]["pdf_ua"] = False
    told = [each.message for each in made.problems(made.rewritten(folder, "pieces/x.txt", b"", pieces=pieces))]
    assert told == ["the file claims PDF/UA, which the piece letter does not keep"]


def test_a_tag_problem_that_the_merge_added_to_a_stranger_s_form_is_found(tmp_path: Path) -> None:
    with pikepdf.open(BytesIO(made.mixed_packet().pdf)) as pdf:
        pdf.Root.StructTreeRoot.K[0].K[10].K[0].K[0].Pg = pdf.pages[0].obj
        told = [each.message for each in made.problems(made.folder(tmp_path, made.saved(pdf), made.mixed()))]
    assert "form: 1 tag problems in the packet, 0 in the piece by itself" in told


def test_a_packet_that_is_not_there_or_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(DocumentError, match=r"gone\.pdf cannot be read"):
        made.problems(tmp_path / "gone.pdf")
    with pytest.raises(DocumentError, match="cannot be read"):
        made.problems(tmp_path)
    monkeypatch.setattr("legalassist.packets.check.MAX_PACKET_BYTES", 10)
    with pytest.raises(DocumentError, match="more than"):
        alone(tmp_path, made.typed())


@settings(max_examples=15)
@given(data=st.data())
def test_a_damaged_packet_is_a_problem_or_refused_never_a_traceback(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    source = made.our_packet().pdf
    at = data.draw(st.integers(0, len(source) - 1))
    content = source[:at] + data.draw(st.binary(min_size=1, max_size=6)) + source[at + data.draw(st.integers(0, 30)) :]
    try:
        alone(tmp_path_factory.mktemp("damaged"), content)
    except DocumentError as wrong:
        assert wrong.message.startswith("one.pdf")  # noqa: PT017 - either outcome is right
