"""``legalassist handout`` as a person meets it."""

from pathlib import Path

from click.testing import CliRunner, Result

from legalassist.cli import main


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["handout", *words])


def test_the_list_names_topics_formats_and_what_is_left_to_people() -> None:
    told = run("list", "--as-of", "2026-11-23")
    assert told.exit_code == 0
    assert "at-the-door" in told.output
    assert "has not acknowledged KY-05, KY-07 (contested)" in told.output


def test_a_print_says_what_it_made_that_it_is_banded_and_ends_with_1(tmp_path: Path) -> None:
    out = tmp_path / "cards"
    told = run("print", "at-the-door", "--format", "wallet", "--language", "zh-CN", "--out", str(out))
    assert told.exit_code == 1
    assert "banded" in told.output
    assert "CT-04, CT-05" in told.output
    assert sorted(path.name for path in out.iterdir()) == ["at-the-door-wallet-zh-Hans.pdf", "handouts.json"]


def test_a_misspelt_topic_format_or_language_is_answered_and_nothing_is_made(tmp_path: Path) -> None:
    out = str(tmp_path / "out")
    for words, exit_code, said in (
        (["print", "at-the-dor", "--out", out], 3, "at-the-door"),
        (["print", "at-the-door", "--format", "walet", "--out", out], 2, "did you mean 'wallet'"),
        (["print", "at-the-door", "--language", "klingon", "--out", out], 2, "klingon"),
        (["print", "at-the-door", "--language", "zh_Hant", "--out", out], 2, "zh_Hant"),
        (["print", "--out", out], 2, "TOPIC"),
        (["print", "at-the-door", "--as-of", "soon", "--out", out], 2, "--as-of"),
    ):
        told = run(*words)
        assert told.exit_code == exit_code, told.output
        assert said in told.output
        assert "Traceback" not in told.output
    assert list(tmp_path.iterdir()) == []


def test_help_shows_examples_that_run() -> None:
    for words in (["--help"], ["list", "--help"], ["print", "--help"]):
        assert "Example: legalassist handout" in run(*words).output
