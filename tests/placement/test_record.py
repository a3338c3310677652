"""The record of a teaser, and files put down whole or not at all."""

from pathlib import Path

import pytest

from legalassist.errors import DocumentError, UsageError
from legalassist.placement.record import RECORD, Record, case_mark, check_untouched, read_record, save


def record(**files: str) -> Record:
    return Record(
        reference="K7M2-Q9X4", case=case_mark("K7M2-Q9X4", "R7K2-M9QD"), profile="minimal", as_of="2026-11-23",
        answer_by="2026-12-14", program="0", yes=(), asks=(), files=files,
    )  # fmt: skip


def test_a_record_reads_back(tmp_path: Path) -> None:
    save({}, record(), tmp_path / "out")
    assert read_record(tmp_path / "out") == record()


def test_a_broken_record_is_refused_with_the_way_out(tmp_path: Path) -> None:
    (tmp_path / "internal").mkdir()
    (tmp_path / RECORD).write_text("{}", encoding="utf-8")
    with pytest.raises(DocumentError, match="not a record"):
        read_record(tmp_path)


def test_a_file_in_the_way_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="a file, not a folder"):
        check_untouched(tmp_path / "out")


def test_what_was_there_stays_where_writing_fails(tmp_path: Path) -> None:
    out = tmp_path / "out"
    save({}, record(), out)
    with pytest.raises(DocumentError, match="could not be written"):
        save({"internal/record.json/below": b"x", RECORD: b"x"}, record(), out)
    assert read_record(out) == record()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out"]


def test_the_mark_of_a_case_needs_its_file_number() -> None:
    assert case_mark("K7M2-Q9X4", "R7K2-M9QD") != case_mark("K7M2-Q9X5", "R7K2-M9QD")
