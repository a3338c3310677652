"""``legalassist form`` from the outside: what it says, its exit codes, and a packet with a filled form in it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from forms.maps import editions
from forms.stand_in import stand_in

from legalassist.cli import main

G28, I914 = "g28.2018-09-17", "i914.2025-01-20"
DAY = ("--as-of", "2026-11-25")


@pytest.fixture
def blanks(tmp_path: Path) -> Path:
    return tmp_path / "blanks"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments])


def put(name: str, folder: Path, **said: str) -> Path:
    path = folder / f"{name}.pdf"
    path.write_bytes(stand_in(editions()[name], **said))
    return path


def test_without_a_shelf_it_asks_where_the_blanks_are() -> None:
    told = run("form", "list", *DAY)
    assert told.exit_code == 2
    assert "name the clinic's shelf (--content DIR), or the folder itself (--blanks DIR)" in told.output


def test_the_clinics_shelf_is_where_they_are_kept(tmp_path: Path) -> None:
    shelf = tmp_path / "shelf"
    (shelf / "templates").mkdir(parents=True)
    told = run("--content", shelf, "form", "add", put(I914, tmp_path), *DAY)
    assert told.exit_code == 1
    assert "this edition, but another file than the map knows" in told.output
    assert "its boxes are the same" in told.output
    assert len(list((shelf / "blanks").glob("i914.2025-01-20.*.pdf"))) == 1


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path, blanks: Path) -> None:
    (tmp_path / "bad.pdf").write_bytes(b"nothing")
    told = run("form", "add", tmp_path / "bad.pdf", put(I914, tmp_path), "--blanks", blanks, *DAY)
    assert told.exit_code == 3
    assert "bad.pdf: this is not a PDF" in told.output
    assert len(list(blanks.glob("*.pdf"))) == 1


def test_an_old_and_an_unknown_edition_are_told_apart(tmp_path: Path, blanks: Path) -> None:
    old = run("form", "add", put(G28, tmp_path, edition="05/05/16"), "--blanks", blanks, *DAY)
    assert "is superseded: 09/17/18 was seen on 2026-10-02 (FE-01)" in old.output
    new = run("form", "add", put(I914, tmp_path, edition="01/01/27"), "--blanks", blanks, *DAY)
    assert "is another edition" in new.output
    assert f"legalassist form map {I914}.pdf --from {I914}" in new.output
    assert (old.exit_code, new.exit_code) == (1, 1)


def test_the_list_says_what_is_missing(tmp_path: Path, blanks: Path) -> None:
    run("form", "add", put(I914, tmp_path), "--blanks", blanks, *DAY)
    told = run("form", "list", "--blanks", blanks, *DAY)
    assert told.exit_code == 1
    assert "missing" in told.output
    assert "drafts" in told.output
    assert "PR-01" in told.output
    assert "soon" in run("form", "list", "--blanks", blanks, "--as-of", "2027-02-01").output
    assert "now" in run("form", "list", "--blanks", blanks, "--as-of", "2027-03-01").output


def test_the_table_of_a_form_is_shown() -> None:
    told = run("form", "show", "i-914")
    assert told.exit_code == 0
    assert "attorney decides" in told.output
    assert "client.name" in told.output
    unknown = run("form", "show", "i-915")
    assert unknown.exit_code == 2
    assert "there is no form 'i-915' on the shelf" in unknown.output
    assert I914 in unknown.output


def test_boxes_are_verified_by_a_named_person(tmp_path: Path, blanks: Path) -> None:
    run("form", "add", put(I914, tmp_path), "--blanks", blanks, *DAY)
    listed = run("form", "verify", "i-914", "--blanks", blanks, *DAY)
    assert listed.exit_code == 1
    assert "CheckBox1[0]" in listed.output
    nameless = run("form", "verify", "i-914", "--box", "CheckBox1[0]", "--means", "yes", "--blanks", blanks)
    assert nameless.exit_code == 2
    done = run("form", "verify", "i-914", "--box", "CheckBox1[0]", "--means", "yes", "--by", "A. Attorney",
               "--blanks", blanks, *DAY)  # fmt: skip
    assert done.exit_code == 0
    assert "seen by A. Attorney" in done.output
    again = run("form", "verify", "i-914", "--blanks", blanks, *DAY)
    assert "CheckBox1[0]" not in again.output


def test_an_attorney_allows_by_name(tmp_path: Path, blanks: Path) -> None:
    run("form", "add", put(I914, tmp_path), "--blanks", blanks, *DAY)
    nobody = run("form", "allow", "i-914", "--attorney", "A. Attorney", "--why", "x", "--blanks", blanks, *DAY)
    assert (nobody.exit_code, "--attorney: no attorney of the clinic" in nobody.output) == (2, True)
    done = run("form", "allow", "i-914", "--attorney", "je", "--why", "posted again", "--blanks", blanks, *DAY)
    assert done.exit_code == 0
    listed = run("form", "list", "--blanks", blanks, *DAY).output
    assert ("allowed by" in listed, "Jordan" in listed) == (True, True)
    missing = run("form", "allow", "g-28", "--attorney", "je", "--why", "x", "--blanks", blanks, *DAY)
    assert missing.exit_code == 2
    assert "no blank of g-28 is here" in missing.output


def test_a_map_is_written_into_a_new_folder_only(tmp_path: Path) -> None:
    file = put(I914, tmp_path, edition="01/01/27")
    told = run("form", "map", file, "--from", I914, "--out", tmp_path / "map")
    assert told.exit_code == 1
    assert sorted(one.name for one in (tmp_path / "map").iterdir()) == [
        "i914.2027-01-01.boxes.yaml",
        "i914.2027-01-01.yaml",
    ]
    again = run("form", "map", file, "--from", I914, "--out", tmp_path / "map")
    assert again.exit_code == 2
    assert "is not empty" in again.output
    clean = run("check", tmp_path / "map" / "i914.2027-01-01.boxes.yaml")
    assert clean.exit_code == 0, clean.output
