"""Handouts come into their folder whole or not at all, and never over something else."""

import json
from pathlib import Path

import pytest

from legalassist.errors import DocumentError, UsageError
from legalassist.handouts.folder import RECORD, check_untouched, save

FILES = {"at-work-wallet-en.pdf": b"%PDF-"}


def test_an_earlier_print_is_replaced(tmp_path: Path) -> None:
    out = tmp_path / "out"
    save(FILES, {}, out)
    save({"other.pdf": b"x"}, {"version": "1"}, out)
    assert sorted(path.name for path in out.iterdir()) == [RECORD, "other.pdf"]
    assert json.loads((out / RECORD).read_text(encoding="utf-8"))["version"] == "1"
    assert out.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("name", ["note.txt", RECORD, "at-work-wallet-en.pdf"])
def test_a_file_a_person_added_or_changed_is_never_overwritten(tmp_path: Path, name: str) -> None:
    out = tmp_path / "out"
    save(FILES, {}, out)
    (out / name).write_bytes(b"mine")
    with pytest.raises(UsageError, match="something else"):
        save(FILES, {}, out)
    assert (out / name).read_bytes() == b"mine"


def test_an_empty_folder_may_be_used_and_a_file_not(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    save(FILES, {}, tmp_path / "empty")
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(UsageError, match="is a file"):
        check_untouched(tmp_path / "file")


def test_a_folder_inside_is_not_ours(tmp_path: Path) -> None:
    out = tmp_path / "out"
    save(FILES, {}, out)
    (out / "inside").mkdir()
    with pytest.raises(UsageError, match="something else"):
        check_untouched(out)


def test_a_disk_that_refuses_leaves_the_earlier_print(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    save(FILES, {}, out)
    move = Path.rename

    def refusing(self: Path, target: Path) -> Path:
        if self.name.endswith(".new"):
            raise OSError(28, "No space left on device")
        return move(self, target)

    monkeypatch.setattr(Path, "rename", refusing)
    with pytest.raises(DocumentError, match="No space left"):
        save({"other.pdf": b"x"}, {}, out)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert (out / "at-work-wallet-en.pdf").read_bytes() == b"%PDF-"
