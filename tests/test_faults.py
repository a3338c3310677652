"""Every broken input gets a clear message at the right place; none gets a traceback, and none is half read."""

import tracemalloc
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from documents.docx_builder import docx, house_parts, paragraph, zipped
from fault_files import FAULTS, LETTER, MATTER, SHELF, Fault, fault_files, make_shelf, read_fault, said_about

from legalassist.api.opening import open_case
from legalassist.checks.everything import matter_problems
from legalassist.cli import main
from legalassist.documents.docx_file import SAVE_AS_DOCX
from legalassist.errors import LegalAssistError
from legalassist.library import Library

FEWEST = 120
"""Fault files there must be: none is dropped in silence."""


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_shelf(tmp_path_factory.mktemp("faults"))


def test_the_shelf_that_faults_are_laid_over_has_none_of_its_own(shelf: Path) -> None:
    assert list(matter_problems(Library(shelf), MATTER)) == []


@pytest.mark.parametrize("path", fault_files(), ids=lambda path: path.name)
def test_a_fault_is_found_where_it_is_with_the_words_it_expects(path: Path, shelf: Path, tmp_path: Path) -> None:
    fault = read_fault(path)
    assert fault.expected, f"{path.name} does not say what it expects"
    assert said_about(fault, shelf, tmp_path) == fault.expected


def test_no_fault_is_lost_and_each_replaces_a_file_there_is() -> None:
    assert len(fault_files()) >= FEWEST
    replaced = {fault.replaces for fault in map(read_fault, fault_files())} - {"", LETTER}
    assert {name for name in replaced if not (SHELF / name).is_file()} == {"interviews/try/pages/person.yaml"}


def test_a_fault_whose_words_changed_is_noticed(shelf: Path, tmp_path: Path) -> None:
    fault = read_fault(FAULTS / "page-unknown-key.yaml")
    planted = Fault(fault.path, fault.replaces, ["1:1: something else"])
    assert said_about(planted, shelf, tmp_path) != planted.expected


# ---- Word files that are none, or would hurt: not text, so they are built here ----


def zip_bomb() -> bytes:
    parts = house_parts()
    parts["word/document.xml"] = b"<w:document>" + b" " * 25_000_000 + b"</w:document>"
    return zipped(parts)


def with_an_entity() -> bytes:
    parts = house_parts()
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><document>&b;</document>'
    return zipped({**parts, "word/document.xml": bomb})


def with_macros() -> bytes:
    edit = {"[Content_Types].xml": ("wordprocessingml.document.main+xml", "macroEnabled.main+xml")}
    return docx(paragraph("x"), edit=edit)


def many_members() -> bytes:
    return zipped({**house_parts(), **{f"word/extra{number}.xml": b"<a/>" for number in range(600)}})


def climbing_out() -> bytes:
    return zipped({**house_parts(), "../../etc/passwd": b"x"})


WORD_FAULTS: dict[str, tuple[Callable[[], bytes], str]] = {
    # expect: a zip bomb is refused by what it would unpack to, before it is unpacked
    "zip-bomb": (zip_bomb, "it unpacks to far more than a letter can hold"),
    # expect: not a .docx at all
    "no-docx": (lambda: b"Dear Sir or Madam", "it is not a .docx"),
    "empty": (lambda: b"", "it is not a .docx"),
    "pdf": (lambda: b"%PDF-1.7\n", "it is a PDF"),
    "rtf": (lambda: b"{\\rtf1 Dear}", "it is an RTF file"),
    "old-doc": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512,
        "it is an old .doc, or a .docx with a password",
    ),
    "damaged": (lambda: docx(paragraph("x"))[:-200], "the zip inside it is damaged"),
    "zip-of-something-else": (lambda: zipped({"a.txt": b"x"}), "there is no Word document in it"),
    "with-an-entity": (with_an_entity, "its part word/document.xml declares a document type, which no Word file does"),
    "many-members": (many_members, "it holds more than 500 files"),
    "climbing-out": (climbing_out, "a name inside it points outside of the file"),
    "with-macros": (with_macros, "it may hold macros (.docm)"),
}


@pytest.mark.parametrize("name", WORD_FAULTS)
def test_a_file_that_is_no_word_letter_is_refused_with_what_to_do(name: str, shelf: Path, tmp_path: Path) -> None:
    build, expected = WORD_FAULTS[name]
    path = tmp_path / f"{name}.docx"
    path.write_bytes(build())
    (said,) = said_about(Fault(path, LETTER, []), shelf, tmp_path)
    message, _, hint = said.partition("\n  hint: ")
    assert message.endswith(expected)
    assert hint
    if name == "no-docx":
        assert hint == SAVE_AS_DOCX


def test_the_zip_bomb_is_small_and_is_not_unpacked(shelf: Path, tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    path.write_bytes(zip_bomb())
    assert path.stat().st_size < 100_000
    tracemalloc.start()
    try:
        said_about(Fault(path, LETTER, []), shelf, tmp_path)
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


def test_an_ordinary_word_file_is_not_refused(shelf: Path, tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    path.write_bytes(docx(paragraph('Dear {{ person.name.full }}, {{ _("Sincerely,") }}')))
    assert said_about(Fault(path, LETTER, []), shelf, tmp_path) == []


# ---- answers that are too long, and every fault through the door ----

MEGABYTE = 1_000_000
ANA = "invented: true\ninterview: try\nanswers:\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ANA + f"  person.story: {'a' * 10 * MEGABYTE}\n", "at most 5,000,000 are read"),
        (ANA + f"  person.story: {'a' * MEGABYTE}\n", "this text has more than 60,000 characters"),
        (ANA + f"  person.name:\n    given: {'a' * 1000}\n", "this text has more than 120 characters"),
    ],
    ids=["10 MB", "1 MB", "a long name"],
)
def test_a_text_that_is_too_long_is_refused_and_never_repeated(
    text: str, expected: str, shelf: Path, tmp_path: Path
) -> None:
    path = tmp_path / "answers.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LegalAssistError) as refused:
        open_case(path, Library(shelf))
    assert expected in str(refused.value)
    assert "aaaa" not in str(refused.value)


@pytest.mark.parametrize("path", [one for one in fault_files() if one.suffix != ".xml"], ids=lambda path: path.name)
def test_no_broken_file_makes_any_command_show_a_traceback(path: Path, shelf: Path, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    for command in (
        ["check", str(path)],
        ["assess", str(path)],
        ["packet", "build", str(path), "--out", str(tmp_path / "out")],
    ):
        done = CliRunner().invoke(main, ["--content", str(shelf), *command])
        assert done.exit_code in {0, 2, 3}, done.output
        assert "Traceback" not in done.output
        assert "fault of its own" not in done.output
        if command[0] != "check":
            assert done.exit_code != 0, "a broken file became a case"
    assert sorted(tmp_path.rglob("*")) == before, "something was half written"


def test_a_zip_with_two_files_of_one_name_is_refused(shelf: Path, tmp_path: Path) -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in house_parts().items():
            archive.writestr(name, content)
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("word/document.xml", b"<other/>")
    path = tmp_path / "double.docx"
    path.write_bytes(out.getvalue())
    (said,) = said_about(Fault(path, LETTER, []), shelf, tmp_path)
    assert "it holds two files of the same name" in said
