"""A folder of ours appears whole or not at all, and never over what is not ours."""

from pathlib import Path

import pytest

from legalassist.documents.folder import bring_back, changed_files, check_place, save
from legalassist.errors import DocumentError, UsageError

FILES = {"a.pdf": b"one", "inside/b.pdf": b"two"}
WHAT = "the packet"


def anything_goes(_out: Path) -> None:
    pass


def refused(_out: Path) -> None:
    message = "not ours"
    raise UsageError(message)


def test_the_files_are_there_and_for_their_owner_alone(tmp_path: Path) -> None:
    out = tmp_path / "new" / "out"
    save(FILES, out, what=WHAT, check=anything_goes)
    assert {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()} == set(FILES)
    assert {path.stat().st_mode & 0o777 for path in (out, out / "inside")} == {0o700}
    assert [path.name for path in out.parent.iterdir()] == ["out"]


def test_what_the_check_refuses_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="not ours"):
        save(FILES, tmp_path, what=WHAT, check=refused)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("name", [".", "", "..", "/", "x/.."])
def test_a_folder_without_a_name_of_its_own_is_refused(
    name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    with pytest.raises(UsageError, match="cannot become the folder of the packet"):
        save(FILES, Path(name), what=WHAT, check=anything_goes)
    assert [path.name for path in tmp_path.rglob("*")] == ["empty"]


def test_a_file_and_a_name_too_long_are_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(UsageError, match="is a file, not a folder"):
        check_place(tmp_path / "file", WHAT)
    with pytest.raises(UsageError, match="cannot be looked at: File name too long"):
        check_place(tmp_path / ("n" * 300), WHAT)
    with pytest.raises(DocumentError, match="the packet could not be written"):
        save(FILES, tmp_path / "file" / "below", what=WHAT, check=anything_goes)


def test_an_empty_folder_and_one_that_is_not_there_hold_nothing(tmp_path: Path) -> None:
    assert not check_place(tmp_path, WHAT)
    assert not check_place(tmp_path / "gone", WHAT)


def test_an_earlier_folder_comes_back_where_a_save_was_cut_short(tmp_path: Path) -> None:
    out = tmp_path / "out"
    save(FILES, out, what=WHAT, check=anything_goes)
    out.rename(tmp_path / ".out.before")
    bring_back(out)
    assert (out / "a.pdf").read_bytes() == b"one"


def test_changed_and_strange_files_are_told_apart_from_ours(tmp_path: Path) -> None:
    digest = "2c624232cdd221771294dfbb310aca000a0df6ac8b66b696d90ef06fdefb64a3"
    for name, text in {"same": "0", "other": "1", "strange": "2", "record": "3"}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    digests = {"same": "5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9", "other": digest}
    assert list(changed_files(tmp_path, digests, own=("record",))) == ["other", "strange"]


def test_what_must_be_remembered_comes_before_anybody_sees_the_files(tmp_path: Path) -> None:
    out, seen = tmp_path / "out", []

    def remember() -> None:
        seen.append((out.exists(), (tmp_path / ".out.new/a").read_bytes()))

    def cannot() -> None:
        raise UsageError("refused", hint="never")

    with pytest.raises(UsageError, match="refused"):
        save({"a": b"1"}, out, what="it", check=lambda _: None, kept=cannot)
    assert list(tmp_path.iterdir()) == []
    save({"a": b"1"}, out, what="it", check=lambda _: None, kept=remember)
    assert seen == [(False, b"1")]
    assert (out / "a").read_bytes() == b"1"
