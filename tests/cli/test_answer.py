import hashlib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from legalassist.api import asking
from legalassist.cli import main
from legalassist.library import Library


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "case.yaml"
    path.write_text("# kept\ninvented: true\ninterview: tvisa\n", encoding="utf-8")
    return path


def answer(case: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["answer", str(case), "--by", "tester", *arguments])


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_answers_are_recorded_and_named_by_their_paths_only(case: Path, library: Library) -> None:
    done = answer(case, "client.birth_date=2004-02-29", "client.other_names[1].name={family: WANG, given: AMY}")
    assert done.exit_code == 0, done.output
    assert done.output.splitlines() == [
        "recorded: client.birth_date",
        "recorded: client.other_names",
        "recorded: client.other_names[1].name",
    ]
    current = asking.open_answers(case, library).case.current
    assert str(current["client.birth_date"].value) == "2004-02-29"
    assert current["client.birth_date"].said.by == "tester"
    assert case.read_text(encoding="utf-8").startswith("# kept\n")


def test_an_answer_in_the_place_of_an_earlier_one_is_said(case: Path) -> None:
    first = "client.other_names[1].name={family: WANG, given: AMY}"
    assert "in place" not in answer(case, first).output
    done = answer(case, first.replace("AMY", "ANN"))
    assert done.output.splitlines() == ["recorded: client.other_names[1].name (in place of an earlier answer)"]


def test_a_state_is_an_answer_too(case: Path, library: Library) -> None:
    assert answer(case, "client.ssn={state: later}").exit_code == 0
    assert asking.open_answers(case, library).case.current["client.ssn"].state == "later"


def test_one_answer_that_does_not_fit_and_none_is_recorded(case: Path) -> None:
    before = digest(case)
    done = answer(case, "client.sex=female", "client.birth_date=SecretDay", "client.brith_city=SecretTown")
    assert done.exit_code == 2
    assert digest(case) == before
    assert "client.birth_date: this is not a date" in done.output
    assert "did you mean 'client.birth_city'?" in done.output
    assert "nothing was recorded" in done.output
    assert "Secret" not in done.output


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["client.sex"], "PATH=VALUE"),
        (["client.sex=male", "client.sex=female"], "answered twice"),
        (["family=two"], "its rows are answered"),
        (["no-such.yaml"], "there is no file"),
        (["client.sex=male", "--language", "klingon"], "no language"),
        (["client.sex=male", "--interpreter", "a\x1bb"], "--interpreter: character 2 is a control character"),
        (["[9].x=1"], "no question of this interview asks for this"),
    ],
)
def test_wrong_use_is_told_and_nothing_is_recorded(case: Path, arguments: list[str], words: str) -> None:
    before = digest(case)
    done = answer(case, *arguments)
    assert done.exit_code == 2
    assert words in done.output
    assert digest(case) == before


def test_a_file_of_answers_with_groups_is_recorded(case: Path, tmp_path: Path, library: Library) -> None:
    more = tmp_path / "more.yaml"
    more.write_text(
        "answers:\n  client.sex: female\n  arrests:\n    rows: []\n    no more: yes\n  jobs:\n    - employer: A\n",
        encoding="utf-8",
    )
    assert answer(case, str(more)).exit_code == 0
    opened = asking.open_answers(case, library).case
    assert opened.rows("arrests").complete
    assert opened.rows("jobs").numbers == (1,)


def test_an_answer_that_does_not_apply_now_is_kept_and_said(case: Path) -> None:
    answer(case, "client.passport_held_by=client", "client.passport_number=E00000000")
    done = answer(case, "client.passport_held_by=never", "client.passport_country=CN")
    assert "recorded: client.passport_country (its question does not apply now" in done.output
    assert "no longer applies, kept and left out: client.passport_number" in done.output
    assert "E0000" not in done.output


def test_a_real_persons_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "real.yaml"
    path.write_text("interview: tvisa\n", encoding="utf-8")
    done = answer(path, "client.sex=female")
    assert done.exit_code == 2
    assert "encrypted case store" in done.output


@pytest.mark.parametrize("value", ["a\x00b", "a\u202eb", "\ufeff", "x" * 70_000])
def test_dangerous_text_does_not_pass_the_door(case: Path, value: str) -> None:
    before = digest(case)
    done = answer(case, f"contact.must_not_know={value}")
    assert done.exit_code == 2
    assert digest(case) == before


def test_template_marks_and_markup_are_kept_as_typed(case: Path, library: Library) -> None:
    assert answer(case, "contact.must_not_know='{{ 7*7 }} <b>&amp;</b> {% raw %}'").exit_code == 0
    value = asking.open_answers(case, library).case.current["contact.must_not_know"].value
    assert value == "{{ 7*7 }} <b>&amp;</b> {% raw %}"


def test_the_interview_without_a_terminal_says_what_to_do_instead(case: Path) -> None:
    done = CliRunner().invoke(main, ["ask", str(case)])
    assert done.exit_code == 2
    assert "needs a terminal" in done.output
    assert "legalassist answer CASE PATH=VALUE" in done.output


@pytest.mark.parametrize("command", ["ask", "answer"])
def test_the_help_has_an_example(command: str) -> None:
    done = CliRunner().invoke(main, [command, "--help"])
    assert done.exit_code == 0
    assert f"Example: legalassist {command} " in done.output
