"""Settling a contradiction through the command: listed by short id, noted by name, printed in the memo only."""

import datetime as dt
import json
from pathlib import Path

import pytest
from cli.office import Office
from click.testing import CliRunner, Result

from legalassist.api import asking
from legalassist.api.building import prepare
from legalassist.api.tracing_words import look, why_word
from legalassist.cases.case import Case
from legalassist.cli import main
from legalassist.library import Library
from legalassist.packets.build import Build

DAY = "2026-11-22"
NOTE = "Canary: she gave the lunar day; the passport has the other one."


@pytest.fixture
def case(tmp_path: Path, top: Path) -> Path:
    path = tmp_path / "mei.yaml"
    path.write_text((top / "interviews/tvisa/examples/mei.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    plant(path, "trafficking.last_date=2020-05")
    return path


def plant(case: Path, answer: str) -> None:
    assert CliRunner().invoke(main, ["answer", str(case), "--by", "t", answer]).exit_code == 0


def settle(case: Path | str, *words: str, typed: str = "") -> Result:
    return CliRunner().invoke(main, ["settle", str(case), *words, "--as-of", DAY], input=typed)


def short_of(case: Path) -> str:
    line = next(one for one in settle(case).output.splitlines() if "the end of what happened comes before" in one)
    return line.split()[0]


def case_of(path: Path, library: Library) -> Case:
    return asking.open_answers(path, library).case


def built(path: Path, library: Library) -> Build:
    return prepare(path, library, as_of=dt.date.fromisoformat(DAY))


def test_what_is_open_is_listed_with_its_questions_and_no_answers(case: Path) -> None:
    done = settle(case)
    assert done.exit_code == 1
    line = next(one for one in done.output.splitlines() if "the end of what happened" in one)
    assert line.split(maxsplit=1)[1] == "open: the end of what happened comes before its beginning"
    assert "[trafficking.last_date] t, " in done.output
    assert "2020" not in done.output.replace("T", " ").split("[trafficking.first_date]")[0]
    assert "to ask about once more" in done.output.splitlines()[-1]


def test_a_note_settles_it_until_an_answer_changes(case: Path, library: Library) -> None:
    short = short_of(case)
    done = settle(case, short, "--by", "Jordan Example", typed=NOTE)
    assert (done.exit_code, done.output) == (0, f"settled: {short}\n")
    one = case_of(case, library).settled[short]
    assert (one.note, one.by, len(one.rests_on)) == (NOTE, "Jordan Example", 64)
    listed = settle(case).output
    assert f"{short}  settled: " in listed
    assert "Jordan Example, " in listed
    assert "Canary" not in listed
    plant(case, "trafficking.last_date=2020-04")
    assert f"{short}  open again, an answer has changed: " in settle(case).output


def test_a_second_note_says_whose_it_takes_the_place_of(case: Path, library: Library) -> None:
    short = short_of(case)
    settle(case, short, "--by", "Jordan Example", typed=NOTE)
    first = case_of(case, library).settled[short]
    again = settle(case, short, "--by", "Riley Specimen", typed="She brought the passport.")
    assert again.output == (
        f"settled: {short}\n"
        f"this takes the place of what Jordan Example noted, {first.at}; that note stays in the history\n"
    )
    kept = case_of(case, library)
    assert [one.by for one in kept.settlements] == ["Jordan Example", "Riley Specimen"]
    settle(case, short, "--by", "Jordan Example", "--open-again")
    assert settle(case, short, "--by", "Jordan Example", typed=NOTE).output == f"settled: {short}\n", "none stood"


def test_the_note_stands_in_the_memo_and_in_no_other_piece(case: Path, library: Library) -> None:
    short = short_of(case)
    settle(case, short, "--by", "Jordan Example", typed=NOTE)
    build = built(case, library)
    memo = look(build, "memo").text
    assert NOTE in memo
    assert "Asked about and settled" in memo
    assert list(why_word(build, "memo", "Canary")) == [f"what was noted about contradiction {short} (Jordan Example)"]
    for code in ("cover-letter", "answer-sheet", "signing-sheet", "filing-day", "statement-english"):
        assert "Canary" not in look(build, code).text
    plant(case, "trafficking.last_date=2020-04")
    memo = look(built(case, library), "memo").text
    assert "Settled before; an answer has changed since:" in memo
    assert "Asked about and settled" not in memo


def test_assess_names_only_what_is_open_and_repeats_no_note(case: Path) -> None:
    short = short_of(case)
    words = ["assess", str(case), "--as-of", DAY]
    assert f"please ask ({short})" in CliRunner().invoke(main, words).output
    settle(case, short, "--by", "Jordan Example", typed=NOTE)
    said = CliRunner().invoke(main, words).output
    assert short not in said
    assert "1 asked about and settled" in said
    data = CliRunner().invoke(main, [*words, "--format", "json"]).output
    assert short not in [one["id"] for one in json.loads(data)["contradictions"]]
    assert "Canary" not in said + data


def test_it_can_be_taken_back_and_nothing_is_lost(case: Path, library: Library) -> None:
    short = short_of(case)
    settle(case, short, "--by", "Jordan Example", typed=NOTE)
    done = settle(case, short, "--open-again", "--by", "Al Stern")
    assert (done.exit_code, done.output) == (0, f"open again: {short}\n")
    assert short not in case_of(case, library).settled
    assert [one.note for one in case_of(case, library).settlements] == [NOTE, ""]
    assert settle(case, short, "--open-again", "--by", "Al Stern").exit_code == 2


@pytest.mark.parametrize(
    ("words", "typed", "message"),
    [
        (["0000000000", "--by", "J"], NOTE, "this case has no contradiction with this short id"),
        (["spelling", "--by", "J"], NOTE, "this is no short id of a contradiction"),
        (["SHORT", "--by", "J"], "  \n", "a contradiction is settled with a note"),
        (["SHORT", "--by", "J"], "a\u202eb", "this note cannot be kept: character 2 is a direction override"),
        (["SHORT", "--by", "J"], "x" * 4001, "this note cannot be kept: this text has more than 4,000 characters"),
        (["SHORT"], NOTE, "a settlement has a name to it"),
        (["SHORT", "--by", "J\n"], NOTE, "this name cannot be kept"),
        (["--open-again"], "", "--open-again needs the short id"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_written(
    case: Path, words: list[str], typed: str, message: str
) -> None:
    short, before = short_of(case), case.read_bytes()
    done = settle(case, *(short if one == "SHORT" else one for one in words), typed=typed)
    assert done.exit_code == 2
    assert message in done.output
    assert case.read_bytes() == before


def test_a_note_from_a_pipe_is_utf8_and_of_a_length_that_can_be_kept(case: Path) -> None:
    short, before = short_of(case), case.read_bytes()
    for typed, message in ((b"a \xff b", "not UTF-8 text (byte 2)"), (b"x" * 70_000, "more was piped in")):
        done = CliRunner().invoke(main, ["settle", str(case), short, "--by", "J", "--as-of", DAY], input=typed)
        assert (done.exit_code, message in done.output) == (2, True)
    assert case.read_bytes() == before


def test_in_the_store_whoever_unlocked_it_settles_and_the_note_alone_is_shredded(office: Office) -> None:
    number = office.new("trafficking.first_date=2021-03", "trafficking.last_date=2020-05")
    line = office.run("settle", number, "--as-of", DAY).output.splitlines()[0]
    short = line.split()[0]
    assert f"settled: {short}" in office.run("settle", number, short, "--as-of", DAY, entered=NOTE).output
    assert "Canary" not in office.done("case", "history", number)
    assert "1  settled" in office.done("case", "demand", number)
    assert "struck" in office.done("case", "redact", number, f"note:{short}", "--why", "names a co-worker")
    assert f"{short}  settled: " in office.run("settle", number, "--as-of", DAY).output
    again = office.run("case", "redact", number, f"note:{short}", "--why", "again")
    assert again.exit_code == 4
    assert "no note on this contradiction" in again.output
