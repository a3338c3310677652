"""The whole way once: from the invented client's answers to a packet that reads back clean."""

import datetime as dt
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from bound_packet import bound_pdf, golden_text
from docx_changes import with_text_replaced
from golden_files import check_golden
from one_library import LIBRARY

from legalassist.api.building import Built, Edit, build_packet, edits_kept, in_script_of, prepare, with_edits
from legalassist.api.checking import check_packet, remarks_on_packet
from legalassist.api.tracing import why
from legalassist.cases.answer import Said
from legalassist.documents.subset.reading import read
from legalassist.documents.subset.text import text_of
from legalassist.documents.tags.tagged import tagged_text
from legalassist.documents.word_html import to_html
from legalassist.errors import DocumentError, UsageError
from legalassist.facts.values import PersonName
from legalassist.library import Library
from legalassist.packets.build import Build, PacketState
from legalassist.packets.check import remarks
from legalassist.packets.edits import BaseChangedError

pytestmark = pytest.mark.usefixtures("laid_out")

MEI = "interviews/tvisa/examples/mei.yaml"
DAY = dt.date(2026, 11, 22)


@pytest.fixture(scope="module")
def build() -> Build:
    """The inputs of Mei's packet."""
    library = LIBRARY
    return prepare(library.get(MEI).path, library, as_of=DAY)


@pytest.fixture(scope="module")
def built(build: Build, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Mei's packet, made once for all tests that only look at it."""
    return build_packet(build, tmp_path_factory.mktemp("packets") / "mei")


@pytest.fixture
def copy(built: Built, tmp_path: Path) -> Path:
    """A copy of Mei's packet that a test may change."""
    return Path(shutil.copytree(built.out, tmp_path / "copy"))


def test_what_is_done_with_a_folders_packet_is_done_in_the_clients_script(built: Built, build: Build) -> None:
    other = replace(build, language="zh_Hant")
    assert in_script_of(other, built.out).language == edits_kept(other, built.out).language == build.language
    assert in_script_of(other, built.out.parent).language == "zh_Hant"


def test_the_packet_of_the_invented_client_reads_back_without_problems(built: Built) -> None:
    assert [str(problem) for problem in check_packet(built.out)] == []


def test_there_is_nothing_to_look_at_in_it_and_a_name_on_two_lines_would_be_told(
    built: Built, library: Library
) -> None:
    case = library.get("interviews/tvisa/examples/mei.yaml").path
    assert remarks_on_packet(built.out, case, library) == ()
    told = remarks(built.out, ["通\u8bdd说"])  # no name, but broken over two lines in her statement
    assert {one.message.partition(": ")[2] for one in told} == {"a name is broken over two lines (broken-name)"}


def test_the_golden_packet_has_this_text_and_these_bookmarks(built: Built, request: pytest.FixtureRequest) -> None:
    check_golden("mei/packet.txt", golden_text(built.out, built.to_do), request.config)


def test_the_golden_memo_has_this_text(built: Built, request: pytest.FixtureRequest) -> None:
    check_golden("mei/memo.txt", tagged_text((built.out / "pieces" / "memo.pdf").read_bytes()) + "\n", request.config)


def test_what_a_word_file_says_is_what_its_pdf_says(built: Built) -> None:
    pieces = [one for one in built.assembled.written if one.docx]
    assert len(pieces) == 5
    for one in pieces:
        said = text_of(read(one.docx, name=one.planned.code))
        printed = tagged_text(built.assembled.pdfs[one.planned.code])
        assert "".join(said.split()) == "".join(printed.split()), one.planned.code


def test_no_sentence_of_the_memo_is_in_the_filing(built: Built) -> None:
    filing = " ".join(tagged_text(bound_pdf(built.out).read_bytes()).split())
    memo = [line.strip() for line in tagged_text((built.out / "pieces" / "memo.pdf").read_bytes()).splitlines()]
    long_lines = [line for line in memo if len(line) >= 40]
    assert len(long_lines) > 20
    assert [line for line in long_lines if line in filing] == []


def test_the_manifest_holds_no_word_of_the_client(built: Built, build: Build) -> None:
    manifest = (built.out / "manifest.json").read_text(encoding="utf-8")
    name = build.case.current["client.name"].value
    for secret in (name.family, name.given, name.native, "Wenzhou", "饭馆", "restaurant"):
        assert secret not in manifest


def test_file_names_carry_the_reference_and_codes_only(built: Built) -> None:
    names = " ".join(path.relative_to(built.out).as_posix() for path in built.out.rglob("*")).lower()
    for word in ("wang", "xiaomei", "visa", "traffick", "mei"):
        assert word not in names


def test_building_again_where_nothing_changed_lays_out_nothing(
    built: Built, build: Build, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_named: object) -> bytes:
        message = "a page was laid out again"
        raise AssertionError(message)

    monkeypatch.setattr("legalassist.packets.written.write_pdf", refuse)
    again = build_packet(build, copy)
    assert again.manifest == built.manifest


def test_the_same_inputs_give_the_same_bytes_in_another_zone_folder_and_hash_seed(built: Built, tmp_path: Path) -> None:
    program = (
        "import sys, datetime; from pathlib import Path; from legalassist.library import Library\n"
        "from legalassist.api.building import build_packet, prepare\n"
        f"library = Library(); path = library.get({MEI!r}).path\n"
        f"build_packet(prepare(path, library, as_of=datetime.date({DAY.year}, {DAY.month}, {DAY.day})), Path('here'))\n"
    )
    elsewhere = {
        **os.environ,
        "TZ": "Pacific/Kiritimati",
        "PYTHONHASHSEED": "4711",
        "LC_ALL": "C",
        "HOME": str(tmp_path),
    }
    subprocess.run([sys.executable, "-c", program], cwd=tmp_path, env=elsewhere, check=True, capture_output=True)
    first = {path.relative_to(built.out): path.read_bytes() for path in built.out.rglob("*") if path.is_file()}
    second = {
        path.relative_to(tmp_path / "here"): path.read_bytes()
        for path in (tmp_path / "here").rglob("*")
        if path.is_file()
    }
    assert first.keys() == second.keys()
    assert [str(name) for name in first if first[name] != second[name]] == []


def test_an_edited_letter_is_bound_in_and_stays_until_its_rendering_changes(
    build: Build, copy: Path, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.docx"
    original = (copy / "filing" / "word" / "cover-letter.docx").read_bytes()
    letter.write_bytes(with_text_replaced(original, "Dear Officer:", "Dear Officer in charge:"))
    edited = with_edits(build, [Edit("cover-letter", letter)])
    bound = build_packet(edited, copy)
    assert "Dear Officer in charge:" in tagged_text(bound_pdf(copy).read_bytes())
    assert bound.manifest.piece("cover-letter").edited_from
    assert [str(problem) for problem in check_packet(copy)] == []

    build_packet(build, copy)
    assert "Dear Officer in charge:" in tagged_text(bound_pdf(copy).read_bytes())

    later = replace(build, as_of=dt.date(2026, 12, 1))
    with pytest.raises(BaseChangedError, match="cover-letter"):
        build_packet(later, copy)
    told = (copy / "internal" / "changes-cover-letter.txt").read_text(encoding="utf-8")
    assert "-November 22, 2026" in told
    assert "+December 1, 2026" in told

    build_packet(later, copy, discard_edits=True)
    assert "Dear Officer in charge:" not in tagged_text(bound_pdf(copy).read_bytes())


def test_a_pdf_that_word_exported_can_be_bound_in_and_is_not_claimed_to_be_ours(
    build: Build, built: Built, copy: Path, tmp_path: Path
) -> None:
    exported = tmp_path / "exported.pdf"
    exported.write_bytes((built.out / "pieces" / "cover-letter.pdf").read_bytes())
    bound = build_packet(with_edits(build, [Edit("cover-letter", exported)]), copy)
    piece = bound.manifest.piece("cover-letter")
    assert (piece.ours, piece.pdf_ua) == (False, False)
    assert [str(problem) for problem in check_packet(copy)] == []


def test_a_word_file_of_another_origin_is_refused(build: Build, copy: Path, tmp_path: Path) -> None:
    stranger = tmp_path / "stranger.docx"
    library = LIBRARY
    stranger.write_bytes(library.get("templates/tvisa/cover-letter.docx").content)
    with pytest.raises(DocumentError, match="carries no mark"):
        build_packet(with_edits(build, [Edit("cover-letter", stranger)]), copy)


@pytest.mark.parametrize(("code", "message"), [("nothing", "no piece"), ("memo", "no Word file")])
def test_only_pieces_that_can_be_edited_take_a_file(build: Build, copy: Path, code: str, message: str) -> None:
    file = copy / "filing" / "word" / "cover-letter.docx"
    with pytest.raises((UsageError, DocumentError), match=message):
        build_packet(with_edits(build, [Edit(code, file)]), copy)


def test_a_file_a_person_changed_in_place_is_never_overwritten(build: Build, copy: Path) -> None:
    letter = copy / "filing" / "word" / "cover-letter.docx"
    changed = letter.read_bytes() + b" "
    letter.write_bytes(changed)
    with pytest.raises(DocumentError, match=r"filing/word/cover-letter\.docx"):
        build_packet(build, copy)
    assert letter.read_bytes() == changed


def test_a_folder_that_holds_something_else_is_left_alone(build: Build, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="holds no packet"):
        build_packet(build, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_failure_while_saving_leaves_the_earlier_packet_whole(
    build: Build, built: Built, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("legalassist.documents.folder.os.fsync", full)
    with pytest.raises(DocumentError, match="No space left"):
        build_packet(replace(build, as_of=dt.date(2026, 12, 1)), copy)
    monkeypatch.undo()
    assert (copy / "manifest.json").read_bytes() == (built.out / "manifest.json").read_bytes()
    assert [path.name for path in copy.parent.iterdir()] == ["copy"]


def test_a_packet_for_signature_is_refused_while_anything_is_missing(build: Build, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not ready for signature") as refused:
        build_packet(replace(build, state=PacketState.FOR_SIGNATURE), tmp_path / "signed")
    assert "client.ssn" in refused.value.hint
    assert "answer-sheet" in refused.value.hint
    assert not (tmp_path / "signed").exists()


def test_a_character_that_no_font_draws_is_named_with_its_facts_and_never_repeated(
    build: Build, tmp_path: Path
) -> None:
    said = Said(by="mm", at="2026-11-22T10:00:00", language="zh_Hans")
    name = PersonName("WANG", "XIAOMEI", native="王\U00020bb7")
    case = build.case.answer("client.name", name, said).answer("contact.must_not_know", "a \U0001f600 b", said)
    with pytest.raises(DocumentError) as stopped:
        build_packet(replace(build, case=case), tmp_path / "out")
    assert "U+20BB7 (in client.name)" in stopped.value.message
    assert "answer client.name again with a form of the character that prints" in stopped.value.hint
    assert not {"\U00020bb7", "\U0001f600", "XIAOMEI"} & set(str(stopped.value))
    assert not (tmp_path / "out").exists()


def test_every_page_of_ours_says_invented_and_draft(built: Built) -> None:
    import pypdfium2  # noqa: PLC0415 - only here

    document = pypdfium2.PdfDocument(bound_pdf(built.out))
    exhibits = [piece for piece in built.manifest.pieces if piece.exhibit]
    for number, page in enumerate(document):
        if any(piece.first <= number + 1 <= piece.last for piece in exhibits):
            continue  # a paper of somebody else's carries no band of ours
        text = page.get_textpage().get_text_range()
        assert "INVENTED" in text, number + 1
        assert "虚构" in text, number + 1
        assert "草稿" in text, number + 1


def test_a_clinics_own_template_wins_and_the_manifest_says_which_shelf(tmp_path: Path) -> None:
    shelf = tmp_path / "shelf"
    own = shelf / "templates" / "tvisa" / "exhibit-cover.html"
    own.parent.mkdir(parents=True)
    own.write_text("<h1>Our own cover {{ exhibit.letter }}</h1>", encoding="utf-8")
    library = Library(shelf)
    made = build_packet(prepare(library.get(MEI).path, library, as_of=DAY), tmp_path / "out")
    assert made.manifest.shelves["templates/tvisa/exhibit-cover.html"] == "clinic"
    assert made.manifest.shelves["templates/tvisa/memo.html"] == "shipped"
    assert "Our own cover A" in tagged_text(bound_pdf(made.out).read_bytes())


def test_why_names_question_answer_and_line_and_repeats_no_answer(build: Build) -> None:
    told = "\n".join(why(build, "answer-sheet", "2.10"))
    assert "client.birth_date" in told
    assert "names.yaml:" in told
    assert "2004" not in told
    with pytest.raises(UsageError, match="no piece"):
        list(why(build, "nothing"))
    with pytest.raises(UsageError, match="no Item"):
        list(why(build, "answer-sheet", "99.1"))
    index = list(why(build, "exhibit-index"))
    assert any(line.startswith("Exhibit B: exhibits[1].paper: answer a") for line in index)
    assert index[0].startswith("made from the finished packet")
    assert any("exhibits[1].paper: answer a" in line for line in why(build, "paper-b"))
    assert any("translator.phone: missing" in line for line in why(build, "translation-certificate"))


def test_a_page_that_would_lose_a_paragraph_of_its_word_file_is_never_bound(
    build: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "legalassist.packets.written.to_html", lambda word: to_html(replace(word, blocks=word.blocks[:-1]))
    )
    with pytest.raises(DocumentError, match="would not say what the Word file says"):
        build_packet(build, tmp_path / "out")
    assert not (tmp_path / "out").exists()
