from pathlib import Path

import pytest
from cli.office import Office
from click.testing import CliRunner, Result

from legalassist.api import asking
from legalassist.cases.case import Case
from legalassist.cases.determination import Determination
from legalassist.cli import main
from legalassist.library import Library

CONVICTED, PARTY = "i-914 4.1.D", "i-914 4.6"


@pytest.fixture
def case(tmp_path: Path, top: Path) -> Path:
    path = tmp_path / "mei.yaml"
    text = (top / "interviews/tvisa/examples/mei.yaml").read_text(encoding="utf-8")
    head, decisions, answers = (text.partition("determinations:\n")[0], *text.partition("answers:\n")[1:])
    path.write_text(f"{head}{decisions}{answers}", encoding="utf-8")  # without what was decided already
    return path


def decide(case: Path | str, *words: str, typed: str = "") -> Result:
    return CliRunner().invoke(main, ["decide", str(case), *words], input=typed)


def case_of(path: Path, library: Library) -> Case:
    return asking.open_answers(path, library).case


def last(path: Path, library: Library) -> Determination:
    return case_of(path, library).determinations[-1]


def test_everything_an_attorney_must_decide_is_listed_with_the_answers_beside_it(case: Path) -> None:
    done = decide(case)
    assert done.exit_code == 1
    assert "I-914 Application for T Nonimmigrant Status (client)" in done.output
    assert "i-914 2.9: Marital status\n      Are you married, or have you been married?  Never married" in done.output
    assert "items are still an attorney's to decide" in done.output


def test_a_decision_is_recorded_with_its_attorney_and_what_it_rests_on(case: Path, library: Library) -> None:
    done = decide(case, CONVICTED, "no", "--by", "je", "--why", "no arrest on the rap sheet")
    assert (done.exit_code, done.output) == (0, f"recorded: {CONVICTED}\n")
    one = last(case, library)
    assert (one.item, one.about, one.decided, one.by) == (CONVICTED, "", "no", "Jordan Example")
    assert one.why == "no arrest on the rap sheet"
    assert len(one.rests_on) == 64
    assert f"{CONVICTED}: Convicted, even if later cleared or pardoned" in decide(case).output
    assert "-> No (by Jordan Example, " in decide(case).output


def test_it_is_undecided_again_when_an_answer_beside_it_changes(case: Path) -> None:
    decide(case, CONVICTED, "no", "--by", "je")
    arrest = "arrests[1].charge=Loitering"
    assert CliRunner().invoke(main, ["answer", str(case), "--by", "t", arrest]).exit_code == 0
    assert "to be decided again, an answer beside it has changed; before: No (by Jordan Example" in decide(case).output


def test_a_decision_without_a_plain_answer_is_shown_as_not_used_as_the_packet_has_it(case: Path) -> None:
    later = ["answer", str(case), "--by", "t", "past.many_spouses={state: later}"]
    assert CliRunner().invoke(main, later).exit_code == 0
    done = decide(case, "i-914 4.19", "no", "--by", "je")
    assert done.output.splitlines() == [
        "recorded: i-914 4.19",
        "not used yet, its box stays empty: no plain answer is there; one of these gives it: past.many_spouses",
    ]
    listed = decide(case).output
    unused = "      -> not used yet, its box stays empty: no plain answer is there; decided: No (by Jordan Example, "
    assert unused in listed.partition("i-914 4.19: ")[2].partition("\n  i-914")[0] + "\n"
    assert listed.endswith("\n1 decided, and not used yet: no plain answer is there\n")
    why = CliRunner().invoke(main, ["packet", "why", str(case), "answer-sheet", "4.19"]).output
    assert "attorney decided, and no plain answer is there yet" in why
    assert "i-914 4.19" not in decide(case, "--walk", "--by", "je", typed="\n" * 300).output, "it waits for an answer"
    assert CliRunner().invoke(main, [*later[:-1], "past.many_spouses=no"]).exit_code == 0
    assert "to be decided again" in decide(case).output.partition("i-914 4.19: ")[2].partition("\n  i-914")[0]


def test_a_decision_can_be_taken_back_and_nothing_is_lost(case: Path, library: Library) -> None:
    decide(case, CONVICTED, "no", "--by", "je")
    done = decide(case, CONVICTED, "--undo", "--by", "je", "--why", "wrong client's papers")
    assert (done.exit_code, done.output) == (0, f"taken back: {CONVICTED}\n")
    assert (CONVICTED, "") not in case_of(case, library).determined
    assert [one.decided for one in case_of(case, library).determinations if one.item == CONVICTED][-2:] == ["no", ""]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([CONVICTED, "no"], "--by: no attorney of the clinic has this code"),
        ([CONVICTED, "no", "--by", "xy"], "clinic.yaml has: je"),
        ([CONVICTED, "perhaps", "--by", "je"], f"{CONVICTED}: "),
        ([CONVICTED, "no", "--about", "family[1]", "--by", "je"], "I-914 is about the client only"),
        (["i-914 4.1.Z", "no", "--by", "je"], "no form on the shelf has this item"),
        (["i-914 2.10", "no", "--by", "je"], "i-914 2.10 is not an attorney's to decide"),
        ([CONVICTED, "--by", "je"], "write a value to decide"),
        ([CONVICTED, "no", "--undo", "--by", "je"], "write a value to decide"),
        ([PARTY, "--undo", "--by", "je"], "nothing was decided that could be taken back"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_recorded(case: Path, words: list[str], message: str) -> None:
    before = case.read_bytes()
    done = decide(case, *words)
    assert done.exit_code == 2, done.output
    assert message in done.output
    assert case.read_bytes() == before


def test_walking_asks_for_every_undecided_item_once_and_keeps_each_at_once(case: Path, library: Library) -> None:
    before = len(case_of(case, library).determinations)
    done = decide(case, "--walk", "--by", "je", typed="yes\n\nwidow\nwidowed\nq\n")
    assert done.exit_code == 1
    assert "this is not one of the choices" in done.output
    new = case_of(case, library).determinations[before:]
    assert [(one.item, one.decided) for one in new] == [("i-914 1.1.A", "yes"), ("i-914 2.9", "widowed")]


def test_why_names_the_attorney_and_never_the_reason(case: Path) -> None:
    decide(case, CONVICTED, "no", "--by", "je", "--why", "a private reason")
    done = CliRunner().invoke(main, ["packet", "why", str(case), "answer-sheet"])
    assert f"{CONVICTED}: decided by Jordan Example, 20" in done.output
    assert "a private reason" not in done.output


def test_two_forms_that_ask_the_same_of_a_person_must_agree(case: Path) -> None:
    assert decide(case, "i-914 2.9", "single", "--by", "je").exit_code == 0
    assert decide(case, "i-765 2.11", "married", "--by", "je").exit_code == 0
    shown = decide(case).output.partition("i-765 2.11")[2]
    assert "Decided for i-914 2.9:  single" in shown
    assert "to be decided again" in shown.partition("i-765 2.24")[0]


def test_the_examples_attorney_left_some_items_open(top: Path) -> None:
    for name in ("mei", "lan"):
        shown = decide(top / f"interviews/tvisa/examples/{name}.yaml").output
        assert "-> Yes (by Jordan Example, 2026-11-20)" in shown
        assert "-> undecided" in shown
        assert "decided again" not in shown


def test_a_case_names_its_attorney_by_code_and_an_unknown_code_is_a_clear_problem(case: Path) -> None:
    named = ["answer", str(case), "--by", "t"]
    assert CliRunner().invoke(main, [*named, "representation.attorney=rs"]).exit_code == 0
    shown = CliRunner().invoke(main, ["packet", "why", str(case), "appearance-sheet", "1.2"])
    assert "attorney.name: the clinic's particulars" in shown.output
    assert decide(case).exit_code == 1
    assert CliRunner().invoke(main, [*named, "representation.attorney=zz"]).exit_code == 0
    for refused in (decide(case), CliRunner().invoke(main, ["packet", "why", str(case), "cover-letter"])):
        assert refused.exit_code == 2
        assert "representation.attorney: clinic.yaml has nobody with this code" in refused.output
        assert "it has: je, rs" in refused.output
        assert "zz" not in refused.output


def test_a_case_of_the_store_keeps_what_was_decided(office: Office) -> None:
    number = office.new("client.marital_status=single")
    assert office.done("decide", number, "i-914 2.9", "single", "--by", "je") == "recorded: i-914 2.9\n"
    assert "-> Never married (by Jordan Example, " in office.done("decide", number)
    office.done("answer", number, "client.marital_status=married")
    assert "to be decided again" in office.done("decide", number)


def test_a_caseworker_of_the_store_decides_nothing(office: Office) -> None:
    number = office.new("client.marital_status=single")
    result, (passphrase,) = office.shown("case", "people", "add", "C. Worker", "--role", "caseworker")
    assert result.exit_code == 0, result.output
    refused = office.run("decide", number, "i-914 2.9", "single", "--by", "je", typed=(passphrase,))
    assert refused.exit_code == 4, refused.output
    assert "only an attorney of this store may decide what a form says" in refused.output
    assert "undecided" in office.run("decide", number, typed=(passphrase,)).output


def test_what_is_printed_for_a_confidential_address_is_an_attorneys_choice(case: Path, library: Library) -> None:
    name = "address client.physical_address"
    assert f"{name}: What the forms print for this confidential address" in decide(case).output
    assert "136-00 Example Avenue" in decide(case).output
    done = decide(case, name, "{street: 100 Example Street, city: New York, state: NY}", "--by", "je")
    assert done.exit_code == 0, done.output
    assert last(case, library).item == name
    shown = decide(case).output.partition(f"{name}: ")[2]
    assert "-> 100 Example Street, New York, NY (by Jordan Example, " in shown
    assert "say what is printed" in decide(case, name, "no", "--by", "je").output
    assert (
        "no confidential address stands there"
        in decide(case, "address client.mailing_address", "no", "--by", "je").output
    )


def together(case: Path, how: str, typed: str) -> Result:
    return decide(case, "--together", how, "--by", "je", typed=typed)


@pytest.fixture(scope="module")
def family(tmp_path_factory: pytest.TempPathFactory, top: Path) -> Path:
    path = tmp_path_factory.mktemp("family") / "hui.yaml"
    path.write_bytes((top / "interviews/tvisa/examples/hui.yaml").read_bytes())
    return path


def test_a_part_whose_answers_are_all_no_is_shown_whole_and_decided_together(family: Path, library: Library) -> None:
    before = len(case_of(family, library).determinations)
    shown = together(family, "part", "q\n").output
    assert len(case_of(family, library).determinations) == before, "nothing is decided before somebody says so"
    group = shown.partition("items together\n")[2].partition("decide all")[0]
    names = [line.strip().partition(": ")[0] for line in group.splitlines() if line.startswith("  i-")]
    answers = [
        line.rpartition("  ")[2] for line in group.splitlines() if line.startswith("      ") and "->" not in line
    ]
    assert len(names) > 1
    assert {word for line in answers for word in line.split(", ")} <= {"No", "0 listed"}

    done = together(family, "part", "perhaps\nno\nq\n")
    assert "yes or no is expected here" in done.output
    new = case_of(family, library).determinations[before:]
    assert [f"{one.item} ({one.about})" if one.about else one.item for one in new] == names
    assert {(one.decided, one.by) for one in new} == {("no", "Jordan Example")}
    assert all(len(one.rests_on) == 64 for one in new)
    assert len({(one.key, one.digest) for one in new}) == len(new)


def test_one_item_of_several_people_with_the_same_answers_is_decided_together(family: Path, library: Library) -> None:
    before = len(case_of(family, library).determinations)
    assert together(family, "item", "\n" * 500).exit_code == 1
    assert len(case_of(family, library).determinations) == before, "Enter leaves a group undecided"
    assert together(family, "item", "single\nq\n").exit_code == 1
    new = case_of(family, library).determinations[before:]
    assert len({one.item for one in new}) == 1
    assert len({one.about for one in new}) == len(new) > 1
