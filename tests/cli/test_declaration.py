"""``legalassist declaration`` and ``read-back``: what they say, and that no word of hers gets out unasked."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from legalassist.cli import main
from legalassist.library import Library

HERS = "我叫韩兰"


@pytest.fixture
def case(library: Library, tmp_path: Path) -> Path:
    """Lan's case in a folder of its own, with its papers."""
    source = library.get("interviews/tvisa/examples/lan.yaml").path
    shutil.copytree(source.parent, tmp_path / "cases")
    return tmp_path / "cases" / source.name


WHO = ("--interpreter", "demo-interpreter")
IN_MANDARIN = (*WHO, "--language", "cmn")
SIGNED = ("--piece", "statement-english")


def run(*words: object, text: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], input=text)


def test_words_are_printed_only_where_they_are_asked_for(case: Path) -> None:
    for command in (("show",), ("show", "--history"), ("matrix",)):
        done = run("declaration", command[0], case, *command[1:])
        assert done.exit_code in {0, 1}, done.output
        assert HERS not in done.output
    assert HERS in run("declaration", "show", case, "--words").output


def test_a_text_comes_from_a_pipe_or_a_file_and_a_changed_sentence_makes_the_reading_stale(case: Path) -> None:
    assert "statement-english: read back, and unchanged since" in run("read-back", case, "--list").output
    done = run("declaration", "add", case, "--english", "--after", 2, "--by", "P. Lin", text="One more sentence.\n")
    assert (done.exit_code, done.output) == (0, "added: 1 paragraphs, by P. Lin\n")
    done = run("read-back", case, "--list")
    assert done.exit_code == 1
    assert "statement-english: changed since it was read back: read it again" in done.output
    done = run("read-back", case, *SIGNED, *IN_MANDARIN, "--by", "P. Lin")
    assert done.exit_code == 0, done.output
    assert "recorded, confirmed" in done.output
    assert "statement-english: read back, and unchanged since" in run("read-back", case, "--list").output


@pytest.mark.parametrize(
    ("language", "words", "message"),
    [
        (
            "zh_Hans",
            ("--language", "en"),
            "does not stand in the place of its words\n  hint: say --english",
        ),
        ("en", ("--english",), "the statement is in English, and has no second English"),
        (
            "en",
            ("--language", "zh_Hans"),
            "these words would be printed in it as they are",
        ),
        ("{state: later}", ("--language", "en"), "nobody has said yet in which language the statement is made"),
    ],
)
def test_words_in_the_place_of_another_language_are_refused(
    case: Path, language: str, words: tuple[str, ...], message: str
) -> None:
    assert run("answer", case, "--by", "t", f"statement.language={language}").exit_code == 0
    before = case.read_bytes()
    for command in (("add", case), ("edit", case, 1)):
        done = run("declaration", *command, "--by", "P. Lin", *words, text="One more sentence.\n")
        assert (done.exit_code, message in done.output) == (2, True), done.output
    assert case.read_bytes() == before


def test_a_paragraph_without_one_of_its_texts_says_so(case: Path) -> None:
    assert run("declaration", "show", case).exit_code == 0
    assert run("declaration", "add", case, "--english", "--by", "t", text="Only English.\n").exit_code == 0
    assert run("declaration", "show", case).exit_code == 0, "on the second route the English alone is signed"
    assert run("declaration", "add", case, "--language", "zh_Hans", "--by", "t", text="只有中文。\n").exit_code == 0
    done = run("declaration", "show", case)
    assert (done.exit_code, done.output.count("look again: its English is missing")) == (1, 1)
    assert run("answer", case, "--by", "t", "statement.route=translated").exit_code == 0
    assert run("declaration", "show", case).output.count("look again: its words are missing") == 1


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((*SIGNED, "--interpreter", "nobody", "--language", "cmn"), "has this code"),
        ((*SIGNED, *WHO, "--language", "yue"), "for that language"),
        ((*SIGNED, *WHO, "--language", "Mandarin"), "--language"),
        ((*SIGNED, *IN_MANDARIN, "--relay", "nobody"), "--relay: no interpreter of the clinic"),
        ((*SIGNED, *IN_MANDARIN, "--relay", "demo-interpreter"), "--relay: this is whoever spoke with her"),
        (("--piece", "statment", *IN_MANDARIN), "has no piece 'statment'"),
        (("--piece", "memo", *IN_MANDARIN), "nobody reads it back"),
        (IN_MANDARIN, "say which pieces were read"),
        ((*SIGNED, *IN_MANDARIN, "--on", "2999-01-01"), "has not come yet"),
        ((*SIGNED, *IN_MANDARIN, "--on", "today"), "--on is not a day"),
        ((*SIGNED, *IN_MANDARIN, "--on", "2001-01-01"), "entered or decided on 2026-11-19, after that day"),
        (("--take-back", "--piece", "answer-sheet"), "no reading of 'answer-sheet' is recorded"),
    ],
)  # fmt: skip
def test_a_reading_that_cannot_be_is_refused_and_nothing_is_recorded(
    case: Path, words: tuple[str, ...], message: str
) -> None:
    before = case.read_bytes()
    done = run("read-back", case, *words)
    assert done.exit_code == 2
    assert message in done.output
    assert case.read_bytes() == before


def test_a_relay_who_shares_no_language_with_whoever_spoke_with_her_is_refused(
    case: Path, library: Library, tmp_path: Path
) -> None:
    text = library.get("interviews/tvisa/examples/clinic.yaml").text
    more = "interpreters:\n  - {code: yy, name: {family: Yu, given: Yi}, languages: [%s]}\n"
    for languages, code in (("yue", 2), ("yue, cmn", 0)):
        clinic = tmp_path / "clinic.yaml"
        clinic.write_text(text.replace("interpreters:\n", more % languages).replace("- cmn\n", "- cmn\n      - cdo\n"))
        words = (*SIGNED, *WHO, "--language", "cdo", "--relay", "yy", "--clinic", clinic)
        done = run("read-back", case, *words)
        assert (done.exit_code, "no language in which they could work together" in done.output) == (code, code == 2)


def test_a_sentence_typed_today_was_not_read_out_last_week(case: Path) -> None:
    words = ("--piece", "statement-english", *IN_MANDARIN)
    assert run("read-back", case, *words, "--on", "2026-11-21").exit_code == 0
    run("declaration", "edit", case, "2", "--english", text="One more word, typed today.\n")
    refused = run("read-back", case, *words, "--on", "2026-11-21")
    assert (refused.exit_code, "after that day" in refused.output) == (2, True)
    assert "statement-english: changed since it was read back" in run("read-back", case, "--list").output
    assert run("read-back", case, *words).exit_code == 0


def test_a_reading_recorded_by_mistake_is_taken_back(case: Path) -> None:
    done = run("read-back", case, "--take-back", "--piece", "statement-english")
    assert (done.exit_code, done.output) == (0, "taken back: statement-english\n")
    assert "statement-english: not read back yet" in run("read-back", case, "--list").output


def test_what_is_not_utf8_or_too_long_is_refused_without_a_word_of_it(case: Path, tmp_path: Path) -> None:
    before = case.read_bytes()
    broken = tmp_path / "broken.txt"
    broken.write_bytes(b"secret \xff words")
    for file, text in ((broken, None), (None, "secret words " * 9_000)):
        where = ("--file", file) if file is not None else ()
        done = run("declaration", "add", case, "--language", "en", *where, text=text)
        assert done.exit_code in {2, 3}
        assert "secret" not in done.output
    assert case.read_bytes() == before


def test_the_language_of_a_text_is_never_guessed(case: Path) -> None:
    done = run("declaration", "add", case, text="words\n")
    assert done.exit_code == 2
    assert "--language is missing" in done.output
