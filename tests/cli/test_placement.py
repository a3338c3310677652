"""``legalassist placement`` as a person meets it."""

import re
from pathlib import Path

from click.testing import CliRunner, Result
from placement.offered import REFERENCE, YES, answers

from legalassist.cli import main
from legalassist.cli.drawing import draw_reference
from legalassist.placement.teaser import REFERENCE as SHAPE


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, ["placement", *map(str, words)])


def test_a_summary_is_made_and_a_person_still_has_to_read_it(tmp_path: Path) -> None:
    case, out = answers(tmp_path), tmp_path / "out"
    told = run("teaser", case, "--out", out, "--as-of", "2026-11-23")
    assert told.exit_code == 1, told.output
    assert "New York City" in told.output
    assert "a second person reads the sheet" in told.output
    (summary,) = out.glob("to-firms/*.txt")
    assert SHAPE.fullmatch(summary.stem)
    again = run("teaser", case, "--out", out, "--as-of", "2026-11-24")
    assert again.exit_code == 1
    assert [path.stem for path in out.glob("to-firms/*.txt")] == [summary.stem]


def test_reference_and_day_can_be_given(tmp_path: Path) -> None:
    out = tmp_path / "out"
    told = run("teaser", answers(tmp_path), "--out", out, "--as-of", "2026-11-23", "--reference", REFERENCE,
               "--answer-by", "2027-01-11")  # fmt: skip
    assert told.exit_code == 1, told.output
    assert "January 11, 2027" in (out / f"to-firms/{REFERENCE}.txt").read_text(encoding="utf-8")


def test_without_her_yes_the_command_says_what_to_do(tmp_path: Path) -> None:
    told = run("teaser", answers(tmp_path, ""), "--out", tmp_path / "out")
    assert told.exit_code == 3
    assert "the client's yes is not on record (placement.may_offer)" in told.output
    assert "legalassist placement script" in told.output
    assert "Traceback" not in told.output


def test_a_leak_is_told_by_rule_fact_and_place_alone(tmp_path: Path) -> None:
    told = run("teaser", answers(tmp_path, YES), "--out", tmp_path / "out", "--reference", "2WXM-2222")
    assert told.exit_code == 3
    assert "blocks: rule 6, client.name, in a .pdf file (its name)" in told.output
    assert not (tmp_path / "out").exists()


def test_wrong_use_ends_with_two(tmp_path: Path) -> None:
    assert run("teaser", tmp_path / "nobody.yaml", "--out", tmp_path / "out").exit_code == 2
    assert run("teaser", answers(tmp_path), "--out", tmp_path / "out", "--reference", "x").exit_code == 2
    assert run("teaser", answers(tmp_path), "--out", tmp_path / "out", "--answer-by", "soon").exit_code == 2


def test_the_script_is_shown_in_both_languages() -> None:
    assert "May we offer your case" in run("script").output
    assert "我们可以这样把您的案子介绍出去吗" in run("script", "--language", "zh_Hans").output
    assert run("script", "--language", "tlh").exit_code == 2


def test_a_reference_is_drawn_without_words_and_look_alikes() -> None:
    drawn = {draw_reference() for _ in range(200)}
    assert len(drawn) == 200
    for one in drawn:
        assert SHAPE.fullmatch(one)
        assert not re.search(r"[AEIOUL01]|[A-Z]{2}|\d{2}", one)


def test_every_subcommand_has_help_with_an_example() -> None:
    for name in ("teaser", "script"):
        assert "Example: legalassist placement" in run(name, "--help").output
