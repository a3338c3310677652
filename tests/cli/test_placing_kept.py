"""Stage 1 of cases of the store: the second reader, the list, what was ruled, a case that came back."""

from hashlib import sha256
from pathlib import Path

import pytest
from cli.office import Office
from click.testing import Result

YES = (
    "placement.may_offer=yes", "placement.yes_date=2026-11-18", "placement.yes_language=en",
    "client.name={family: WANG, given: Xiaomei}", "client.birth_date=1990-05-06", "trafficking.kind=labor",
)  # fmt: skip
DAY = ("--as-of", "2026-11-23")


@pytest.fixture
def case(office: Office) -> str:
    return office.new(*YES)


def test_a_list_needs_another_persons_yes_to_these_very_words(office: Office, case: str, tmp_path: Path) -> None:
    out = tmp_path / "list"
    refused = office.run("placement", "list", case, "--out", str(out), *DAY)
    assert "no summary of this case was made yet" in refused.output
    office.done("placement", "teaser", case, "--out", str(tmp_path / "one"), *DAY)
    assert "no second reader has said yes" in office.run("placement", "list", case, "--out", str(out), *DAY).output
    same = office.run("placement", "second", case, "--by", "p. lin", *DAY)
    assert same.exit_code == 2
    assert "not its second reader" in same.output
    office.done("placement", "second", case, "--by", "B. Chen", "--no", *DAY)
    assert office.run("placement", "list", case, "--out", str(out), *DAY).exit_code == 3
    send = ("placement", "teaser", case, "--out", str(tmp_path / "one"), "--for-sending", *DAY)
    assert "no second reader has said yes" in office.run(*send).output
    office.done("placement", "second", case, "--by", "B. Chen", *DAY)
    assert "the text that was read" in office.run(*send, "--also", "borough").output
    office.done(*send)
    assert "NOT TO BE SENT" not in next((tmp_path / "one/to-firms").glob("*.txt")).read_text(encoding="utf-8")
    office.done("placement", "list", case, "--out", str(out), *DAY)
    assert sorted(path.name for path in out.iterdir()) == ["cases.docx", "cases.html", "cases.pdf", "cases.xlsx"]
    (reference,) = [path.stem for path in (tmp_path / "one/to-firms").glob("*.txt")]
    assert reference in (out / "cases.html").read_text(encoding="utf-8")
    office.done("answer", case, "trafficking.kind=sex")
    office.done("placement", "teaser", case, "--out", str(tmp_path / "one"), *DAY)
    again = office.run("placement", "list", case, "--out", str(tmp_path / "again"), *DAY)
    assert "no second reader has said yes" in again.output


def test_a_list_of_every_case_that_waits_for_a_firm(office: Office, case: str, tmp_path: Path) -> None:
    def listed(out: str) -> Result:
        return office.run("placement", "list", "--on-offer", "--out", str(tmp_path / out), *DAY)

    assert "no case is on offer" in listed("none").output
    other = office.new(*YES)
    for one in (case, other):
        office.done("placement", "teaser", one, "--out", str(tmp_path / one), *DAY)
    assert "no case is on offer" in listed("none").output  # nobody has read them
    office.done("placement", "second", case, "--by", "B. Chen", *DAY)
    assert listed("first").exit_code in {0, 1}
    references = {one: next((tmp_path / one / "to-firms").glob("*.txt")).stem for one in (case, other)}
    page = (tmp_path / "first/cases.html").read_text(encoding="utf-8")
    assert references[case] in page
    assert references[other] not in page
    office.done("placement", "second", other, "--by", "B. Chen", *DAY)
    office.done("answer", case, "placement.may_offer=no")
    told = listed("second")
    assert told.exit_code == 1, told.output
    assert f"{references[case]} is left out: the case {references[case]} may not be offered" in told.output
    page = (tmp_path / "second/cases.html").read_text(encoding="utf-8")
    assert (references[case] in page, references[other] in page) == (False, True)
    both = office.run("placement", "list", case, "--on-offer", "--out", str(tmp_path / "x"), *DAY)
    assert "name them, or say --on-offer alone" in both.output
    assert "is not said" in office.run("placement", "list", "--out", str(tmp_path / "x"), *DAY).output


def test_what_is_not_about_her_is_ruled_with_a_reason_and_kept(office: Office, case: str, tmp_path: Path) -> None:
    made = ("placement", "teaser", case, "--out", str(tmp_path / "one"), *DAY, "--reference", "2WXM-2222")
    stopped = office.run(*made)
    assert stopped.exit_code == 3
    codes = sorted({line.split()[0] for line in stopped.output.splitlines() if " blocks: rule 6" in line})
    assert codes
    rulings = [word for code in codes for word in ("--not-hers", code)]
    assert "a ruling needs its reason" in office.run(*made, *rulings).output
    assert "nothing with the code" in office.run(*made, "--not-hers", "00000000", "--why", "x").output
    office.done(*made, *rulings, "--why", "a code drawn by chance")
    assert office.run(*made).exit_code == 1  # kept: the same texts are not asked about again


def test_her_own_numbers_and_days_can_never_be_ruled_away(office: Office, case: str, tmp_path: Path) -> None:
    office.done("answer", case, "first.in_court=yes", "first.hearing_date=2027-01-11")
    made = ("placement", "teaser", case, "--out", str(tmp_path / "one"), *DAY, "--answer-by", "2027-01-11")
    stopped = office.run(*made)
    assert "final    blocks: rule 1, first.hearing_date" in stopped.output


def test_a_line_of_the_fuller_profile_needs_twenty_cases(office: Office, case: str, tmp_path: Path) -> None:
    made = ("placement", "teaser", case, "--out", str(tmp_path / "one"), *DAY)
    refused = office.run(*made, "--also", "borough", "--say", "borough=Queens")
    assert refused.exit_code == 2
    assert "fewer than 20 cases" in refused.output
    wrong = office.run(*made, "--say", "borough")
    assert "LINE=VALUE" in wrong.output


def test_linking_is_measured_on_the_clinics_own_cases(office: Office, case: str, tmp_path: Path) -> None:
    assert "no summary yet" in office.run("placement", "linking").output
    office.done("placement", "teaser", case, "--out", str(tmp_path / "one"), *DAY)
    told = office.done("placement", "linking")
    assert "minimal" in told
    assert "1.00" in told


@pytest.mark.parametrize("listed_before", [True, False])
def test_a_case_that_came_back_has_no_reference_and_no_yes_any_more(
    office: Office, case: str, tmp_path: Path, *, listed_before: bool
) -> None:
    def listed(*which: str) -> Result:
        return office.run("placement", "list", *which, "--out", str(tmp_path / "again"), *DAY)

    made = ("placement", "teaser", case, "--out", str(tmp_path / "one"), *DAY)
    office.done(*made)
    (old,) = [path.stem for path in (tmp_path / "one/to-firms").glob("*.txt")]
    office.done("placement", "second", case, "--by", "B. Chen", *DAY)
    if listed_before:
        office.done("placement", "list", case, "--out", str(tmp_path / "list"), *DAY)
    office.done("placement", "stage", case, "drafting")  # placed by telephone
    assert "(over)" not in office.done("placement", "board")
    office.done("placement", "stage", case, "returned")
    for which in ((case,), ("--on-offer",)):
        assert listed(*which).exit_code in {2, 3}
    late = office.run("placement", "second", case, "--by", "B. Chen", *DAY)
    assert late.exit_code == 3
    assert "came back since its summary was made" in late.output
    board = office.done("placement", "board")
    assert "(over)" in board
    assert "Came bac" not in board.replace("Came back", "")  # no letter of a heading is cut in 80 columns
    assert "ended when the case came back" in office.run(*made, "--reference", old).output
    office.done(*made)
    (new,) = [path.stem for path in (tmp_path / "one/to-firms").glob("*.txt")]
    assert new != old
    assert "no second reader has said yes" in listed(case).output
    assert "(over)" not in office.done("placement", "board")
    office.done("placement", "second", case, "--by", "B. Chen", *DAY)
    assert listed("--on-offer").exit_code in {0, 1}


def test_a_file_that_somebody_edited_is_searched_before_it_is_mailed(office: Office, case: str, tmp_path: Path) -> None:
    office.done("placement", "teaser", case, "--out", str(tmp_path / "one"), *DAY)
    office.done("placement", "second", case, "--by", "B. Chen", *DAY)
    file = next((tmp_path / "one/to-firms").glob("*.txt"))
    told = office.run("placement", "search", case, str(file), *DAY)
    assert told.exit_code == 0, told.output
    digest = sha256(file.read_bytes()).hexdigest()
    assert f"file 1: clean, {file.name}, SHA-256 {digest}" in told.output
    assert "have it read again; --read-by NAME" in told.output
    assert office.done("placement", "searched").strip().endswith(f"  {digest}  P. Lin")
    for nobody in ("P. Lin", "LIN Ping", "Lin", "me"):
        refused = office.run("placement", "search", case, str(file), "--read-by", nobody, *DAY)
        assert (refused.exit_code, "is not its second reader" in refused.output) == (2, True), nobody
    read = office.run("placement", "search", case, str(file), "--read-by", "B. Chen", *DAY)
    assert (read.exit_code, "have it read again" in read.output) == (0, False), read.output
    assert office.done("placement", "searched").strip().endswith(f"  {digest}  P. Lin, read by B. Chen")
    edited = tmp_path / "Xiaomei.txt"
    edited.write_text(file.read_text(encoding="utf-8") + "\nAsk Xiaomei.\n", encoding="utf-8")
    stopped = office.run("placement", "search", "--open-cases", str(edited), *DAY)
    assert stopped.exit_code == 3
    assert "blocks: rule 3, client.name, in a .txt file (its name)" in stopped.output
    assert "Xiaomei" not in stopped.output
    assert "which file is searched is not said" in office.run("placement", "search", case).output
    ruled = office.run("placement", "search", case, str(edited), "--not-hers", "00000000", *DAY)
    assert "a ruling needs its reason" in ruled.output
