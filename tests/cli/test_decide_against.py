"""A decision against the plain answers: said at once, asked about by 'settle', printed in the memo and nowhere else."""

import datetime as dt
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from legalassist.api.building import assessed, prepare
from legalassist.cli import main
from legalassist.library import Library
from legalassist.packets.memo import memo_words
from legalassist.packets.readings import Readings

JAIL = "i-914 4.1.D"


@pytest.fixture
def case(tmp_path: Path, top: Path) -> Path:
    path = tmp_path / "lan.yaml"
    path.write_text((top / "interviews/tvisa/examples/lan.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    return path


def run(*words: object, typed: str = "") -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], input=typed)


def test_it_is_said_at_once_asked_about_and_named_in_the_memo(case: Path, library: Library) -> None:
    done = run("decide", case, "i-914 4.1.B", "no", "--by", "je")
    assert done.exit_code == 0
    assert done.output.splitlines()[:3] == [
        "recorded: i-914 4.1.B",
        "this goes against the answers beside it: proposed Yes, decided No",
        "  arrests",
    ]
    assert run("decide", case, "i-914 4.1.B", "yes", "--by", "je").output == "recorded: i-914 4.1.B\n"
    done = run("decide", case, JAIL, "no", "--by", "je")
    assert "this goes against the answers beside it: decided No" in done.output
    listed = run("settle", case)
    assert listed.exit_code == 1
    (line,) = [one for one in listed.output.splitlines() if "what an attorney decided" in one]
    assert line.endswith(f"({JAIL})")
    assert f"What was decided  [{JAIL}] Jordan Example, " in listed.output
    short = line.split()[0]
    build = prepare(case, library, as_of=dt.date(2026, 11, 22))
    readings = Readings(build.case, build.clinic, (), lambda _: "")
    (words,) = memo_words(build, assessed(build), readings)["contradictions"]  # type: ignore[misc]
    assert (words["id"], words["where"]) == (short, JAIL)
    assert [one["answer"] for one in words["answers"]][-1] == "no"
    assert "Jordan Example, " in words["answers"][-1]["entered"]
    settled = run("settle", case, short, "--by", "Riley Specimen", typed="asked; the court file says otherwise")
    assert settled.output == f"settled: {short}\n"
    assert run("settle", case).exit_code == 0
    assert run("decide", case, JAIL, "yes", "--by", "je").output == f"recorded: {JAIL}\n"
    assert "what an attorney decided" not in run("settle", case).output


def test_one_that_is_taken_back_is_against_nothing_any_more(case: Path) -> None:
    assert "this goes against" in run("decide", case, JAIL, "no", "--by", "je").output
    assert run("decide", case, JAIL, "--undo", "--by", "je").output == f"taken back: {JAIL}\n"
