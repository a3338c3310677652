"""Stages 2 and 3, the board and the firms' lists, as a person meets them at the door."""

import re
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from cli.office import Office
from disclosure.made_files import printed

FIRM = "Example LLP"
SOON = f"{datetime.now().astimezone() + timedelta(days=30):%Y-%m-%d}"
ENDS = f"{datetime.now().astimezone() + timedelta(days=14):%Y-%m-%d}"
TOLD = ("first.conflict_names=Zhou Tiezhu", "client.name={family: WANG, given: Xiaomei}", "client.birth_date=1990")


def test_the_whole_way_to_a_firm(office: Office, tmp_path: Path) -> None:
    case = office.new(*TOLD)
    assert "Law firm: ___" in office.done("placement", "release-form")
    one = ("placement", "conflict", case, FIRM, "--step", "1", "--out", str(tmp_path / "1"))
    assert "shown once, on a terminal" in office.run(*one).output
    stopped, _ = office.shown(*one)
    assert "no written release" in stopped.output
    give = ("placement", "release", case, FIRM, "--why", "to take the case", "--language", "en")
    office.done(*give, "--stage", "2")
    assert "within 90 days" in office.run(*give, "--stage", "2", "--until", "2099-01-01").output
    office.done(*give, "--stage", "3")  # signed at one sitting, and not needed before its turn
    over = ("placement", "hand-over", case, FIRM, "--out", str(tmp_path / "3"))
    stopped, _ = office.shown(*over, str(tmp_path))
    assert "undertaking is not on record" in stopped.output
    office.done("placement", "undertaking", case, FIRM, "--delete-by", SOON)
    for step in ("1", "2"):
        made = (*one[:5], step, "--out", str(tmp_path / step))
        done, (passphrase,) = office.shown(*made)
        assert done.exit_code == 0, done.output
        assert len(passphrase.split()) == 6
        assert passphrase not in done.output
        assert f"; to be deleted by {SOON}" in done.output
        office.done("placement", "answer", case, FIRM, "--step", step, "--clear")
    listed = tmp_path / "list.csv"
    listed.write_text(f"name,firm,email,capacity\nJo Doe,{FIRM},jo@example.org,1\n", encoding="utf-8")
    office.done("placement", "firms", str(listed))
    assert "on no list of this firm" in office.run("placement", "retained", case, FIRM, "--attorney", "x@y.org").output
    taken = office.done("placement", "retained", case, FIRM, "--attorney", "Jo@example.org")
    assert "still take, by the firm's list: 0" in taken
    paper = tmp_path / "packet.pdf"
    paper.write_bytes(printed())
    stopped, _ = office.shown(*over, str(paper))
    assert "--of-this-case FILE" in stopped.output
    done, _ = office.shown(*over, str(paper), "--of-this-case", str(paper))
    assert done.exit_code == 0, done.output
    held = f"he release ends on {ENDS}; from then on it is held under the retainer, or deleted"
    assert f"; t{held}" in done.output  # the screen, the receipt and the log say it alike
    assert f"T{held}" in (tmp_path / "3/receipt.txt").read_text(encoding="utf-8")
    told = office.done("placement", "steps", case)
    for said in ("the file went to", held, "adverse names (1)", "whoever entered it: packet.pdf"):
        assert said in told
    assert told.count(f"deleted by {SOON}") == 3
    assert sha256(b"Zhou Tiezhu").hexdigest() not in told
    assert "placed" in office.done("placement", "board")
    assert "documents.pdf" in {path.name for path in (tmp_path / "3").iterdir()}
    assert "Please delete" in office.done("placement", "withdraw", case, FIRM)
    office.done("placement", "stage", case, "returned")
    assert "clocks read of 1 cases" in office.done("placement", "board", "--clocks")
    assert "1 time" in office.done("placement", "board", "--out", str(tmp_path / "board"))
    assert b"Xiaomei" not in (tmp_path / "board/board.html").read_bytes()
    assert "returned: fewer than 10" in office.done("placement", "figures", "2026")
    assert "leave --corrects out" in office.run("placement", "figures", "2026", "--corrects").output


def test_a_case_without_an_adverse_name_is_asked_about_by_telephone(office: Office, tmp_path: Path) -> None:
    case = office.new(*TOLD[1:])
    give = ("placement", "release", case, FIRM, "--why", "to take the case", "--language", "en", "--stage", "2")
    office.done(*give)
    office.done("placement", "undertaking", case, FIRM, "--delete-by", SOON)
    stopped, _ = office.shown("placement", "conflict", case, FIRM, "--step", "1", "--out", str(tmp_path / "1"))
    assert "by telephone: legalassist placement answer --by-telephone" in " ".join(stopped.output.split())
    before = office.done("placement", "steps", case)
    unsaid = office.run("placement", "answer", case, FIRM, "--step", "1", "--by-telephone")
    assert (unsaid.exit_code, "add --clear or --not-clear" in unsaid.output) == (2, True)
    assert office.done("placement", "steps", case) == before  # nothing was asked
    told = office.done("placement", "answer", case, FIRM.upper(), "--step", "1", "--clear", "--by-telephone")
    assert "step 1: clear recorded" in told


def test_a_name_in_doubt_is_named_by_its_code_and_a_person_says_what_it_is(office: Office, tmp_path: Path) -> None:
    case = office.new(*TOLD[1:], "first.conflict_names=my boss Peter Ho; he also hurt Lin Mei; Wang's boss")
    office.done("placement", "release", case, FIRM, "--why", "to ask", "--language", "en", "--stage", "2")
    office.done("placement", "undertaking", case, FIRM, "--delete-by", SOON)
    one = ("placement", "conflict", case, FIRM, "--step", "1", "--out", str(tmp_path / "1"))
    stopped, _ = office.shown(*one)
    (code,) = re.findall(r"([0-9a-f]{8}) name 2 of first.conflict_names", stopped.output)
    assert "Lin" not in stopped.output
    assert "needs its reason" in office.run(*one, "--leave-off", code).output
    done, _ = office.shown(*one, "--leave-off", code, "--why", "a co-worker")
    assert done.exit_code == 0, done.output
    assert "left off, a name of hers or her family: name 3 of first.conflict_names" in done.output
    assert "left off the first sheet" in office.done("placement", "steps", case)


def test_a_list_of_attorneys_is_taken_in_and_a_broken_one_is_not(office: Office, tmp_path: Path) -> None:
    good, bad = tmp_path / "a.csv", tmp_path / "b.csv"
    good.write_text("name,firm,email\nJo Doe,Example LLP,jo@example.org\n", encoding="utf-8")
    bad.write_text("name,firm,email\n=cmd,Example LLP,jo@example.org\n", encoding="utf-8")
    assert "1 attorneys taken in" in office.done("placement", "firms", str(good))
    assert "begins like a formula" in office.run("placement", "firms", str(bad)).output
    assert "Jo Doe" in office.done("placement", "firms")
    assert "no summary of this case" in office.run("placement", "match", office.new()).output


@pytest.mark.parametrize(("hour", "ends"), [("", "23:59"), ("T17:00", "17:00"), ("T00:00", "00:00")])
def test_a_release_ends_at_the_hour_she_signed_and_a_day_alone_at_its_end(office: Office, hour: str, ends: str) -> None:
    give = ("placement", "release", office.new(*TOLD), FIRM, "--why", "to take the case", "--language", "en")
    day = (datetime.now().astimezone() + timedelta(days=3)).date().isoformat()
    told = office.done(*give, "--stage", "2", "--until", f"{day}{hour}")
    assert f"ends on {day} at {ends}" in told


def test_a_note_for_colleagues_is_searched_and_shown_with_the_steps(office: Office) -> None:
    case = office.new(*TOLD)
    for note, rule in (
        ("call 718-555-0199", "rule 9, a telephone number"), ("ask Xiaomei first", "rule 3, client.name"),
        ("Zhou Tiezhu called", "first.conflict_names"),
    ):  # fmt: skip
        refused = office.run("placement", "stage", case, "screened", "--note", note)
        assert (refused.exit_code, rule in refused.output) == (2, True), refused.output
        assert note not in refused.output
    office.done("placement", "stage", case, "screened", "--note", "waits for the interpreter 等翻译")
    assert "stage screened: waits for the interpreter" in office.done("placement", "steps", case)


def test_the_end_of_the_appearance_is_a_day_to_come(office: Office, tmp_path: Path) -> None:
    case = office.new(*TOLD)
    over = ("placement", "hand-over", case, FIRM, str(tmp_path), "--out", str(tmp_path / "3"), "--appearance-ends")
    for said, message in (("2020-01-01", "the clinic's appearance ends is over"), ("soon", "is not a day")):
        stopped, _ = office.shown(*over, said)
        assert (stopped.exit_code, message in stopped.output) == (2, True), stopped.output
