"""``legalassist handout`` as a person meets it."""

import re
from functools import partial
from pathlib import Path

from click.testing import CliRunner, Result
from one_library import LIBRARY

from legalassist.cli import main


def run_anywhere(*words: str, content: Path | None = None) -> Result:
    own = ["--content", str(content)] if content is not None else []
    return CliRunner().invoke(main, [*own, "handout", *words])


run = run_anywhere


def test_the_list_names_topics_formats_and_what_is_left_to_people() -> None:
    told = run("list", "--as-of", "2026-11-23")
    assert told.exit_code == 0
    assert "at-the-door" in told.output
    assert "has not acknowledged KY-05, KY-07 (contested)" in told.output


def test_a_print_says_what_it_made_that_it_is_banded_and_ends_with_1(tmp_path: Path) -> None:
    out = tmp_path / "cards"
    told = run("print", "at-the-door", "--format", "wallet", "--language", "zh-CN", "--out", str(out))
    assert told.exit_code == 1
    assert told.output.startswith("Before you hand one over, ask: May I give you this?")
    assert "banded" in told.output
    assert "CT-04, CT-05" in told.output
    assert sorted(path.name for path in out.iterdir()) == ["at-the-door-wallet-zh-Hans.pdf", "handouts.json"]


def test_everything_says_what_was_not_made_and_why_and_ends_with_1(tmp_path: Path) -> None:
    clinic, out = tmp_path / "clinic.yaml", tmp_path / "all"
    book = LIBRARY.get("interviews/tvisa/examples/clinic.yaml").text
    name = "The Example Street Community Legal Services Clinic of the County of Queens, N.Y."
    clinic.write_text(book.replace("name: Example Street Legal Clinic", f'name: "{name}"', 1), encoding="utf-8")
    told = run("print", "at-the-door", "--all", "--format", "wallet,half", "--language", "en",
               "--clinic", str(clinic), "--workers", "1", "--out", str(out))  # fmt: skip
    assert told.exit_code == 1
    said = " ".join(told.output.split())
    assert "all: made 1; look at" in said
    why = "the text does not fit, not even in letters of 8 points: the clinic's name of 80 characters takes the room"
    assert f"Not made: 1 - at-the-door-wallet-en: {why}" in said
    index = (out / "index.html").read_text(encoding="utf-8")
    assert "Not made: 1" in index
    assert "at-the-door-wallet-en" in index.partition("<nav>")[0]
    assert [path.name for path in out.rglob("*.pdf")] == ["at-the-door-half-en.pdf"]


def test_all_plain_pieces_are_asked_for_without_naming_the_topics_that_have_none(tmp_path: Path) -> None:
    words = ["print", "--all", "--variant", "plain", "--format", "mini,wallet", "--language", "en", "--workers", "1"]
    told = run(*words, "--out", str(tmp_path / "all"))
    assert told.exit_code == 2
    assert "no plain piece is made before its attorney has cleared it" in told.output
    assert list(tmp_path.iterdir()) == []
    named = run("print", "one-option", "--all", "--variant", "plain", "--out", str(tmp_path / "all"))
    assert "the topic 'one-option' has no plain variant" in named.output


def test_a_misspelt_topic_format_or_language_is_answered_and_nothing_is_made(tmp_path: Path) -> None:
    out = str(tmp_path / "out")
    for words, exit_code, said in (
        (["print", "at-the-dor", "--out", out], 3, "at-the-door"),
        (["print", "at-the-door", "--format", "walet", "--out", out], 2, "did you mean 'wallet'"),
        (["print", "at-the-door", "--language", "klingon", "--out", out], 2, "klingon"),
        (["print", "--out", out], 2, "TOPIC"),
        (["print", "at-the-door", "--format", "letter", "--language", "yue", "--out", out], 2, "not printed as letter"),
        (["print", "free-advice", "--format", "letter", "--out", out], 2, "free-advice is made as mini, sticker"),
        (["print", "at-the-door", "--format", "fold", "--language", "en", "--out", out], 2, "fold is made in both"),
        (["print", "at-the-door", "--as-of", "soon", "--out", out], 2, "--as-of"),
    ):
        told = run(*words)
        assert told.exit_code == exit_code, told.output
        assert said in told.output
        assert "Traceback" not in told.output
    assert list(tmp_path.iterdir()) == []


def test_a_topic_goes_from_draft_to_print_to_recall_through_the_commands(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    run = partial(run_anywhere, content=tmp_path / "own")
    shelf = ["--records", str(tmp_path / "shelf"), "--as-of", "2026-11-25"]
    ready = run("ready", "phone-safety", *shelf)
    assert ready.exit_code == 1
    assert "Next: legalassist handout sheet phone-safety --language en" in ready.output
    told = run("sheet", "phone-safety", "--out", str(tmp_path / "sheet"), *shelf)
    assert told.exit_code == 0, told.output
    code = re.search(r"sheet ([0-9A-F]{6}),", told.output)
    assert code is not None
    wrong = run(
        "approve",
        "phone-safety",
        "--from-sheet",
        "000000",
        "--by",
        "je",
        "--read-by",
        "Y. Lin",
        "--known",
        "teaches",
        *shelf,
    )
    assert (wrong.exit_code, "is not today's" in wrong.output) == (2, True)
    signed = [
        "approve",
        "phone-safety",
        "--from-sheet",
        code[1],
        "--by",
        "je",
        "--read-by",
        "Y. Lin",
        "--known",
        "teaches",
        *shelf,
    ]
    homeless = run_anywhere(*signed)
    assert (homeless.exit_code, "no shelf of its own" in homeless.output) == (2, True)
    done = run(*signed)
    assert done.exit_code == 0, done.output
    out = str(tmp_path / "cards")
    printed = run("print", "phone-safety", "--format", "wallet", "--language", "both", "--final", "--out", out, *shelf)
    assert printed.exit_code == 0, printed.output
    assert "cleared" in printed.output
    copies = ["--format", "wallet", "--language", "both", "--copies", "50", "--drop-point", "D7"]
    assert run("log", "phone-safety", *copies, *shelf).exit_code == 0
    assert "nothing to call back" in run("recall", *shelf).output
    assert run("recall", "phone-safety.wechat", *shelf).exit_code == 1
    assert "approve" in run("list", "phone-safety", *shelf).output
    plain = run("log", "phone-safety", *copies, "--variant", "plain", *shelf)
    version = re.search(r"version (\w{4}), 50 copies", plain.output)
    assert version is not None
    assert version[1] not in printed.output  # the plain card is another version than the open one
    back = run("recall", version[1].lower(), *shelf)
    assert (back.exit_code, back.output.count("D7"), version[1] in back.output) == (1, 1, True)
    other = run("log", "phone-safety", *copies, "--foot", version[1], *shelf)
    assert (other.exit_code, "the copies are of another" in other.output) == (2, True)


def test_a_record_without_a_shelf_and_a_call_of_tomorrow_are_refused(tmp_path: Path) -> None:
    refused = run("acknowledge", "KY-05", "--by", "je")
    assert (refused.exit_code, "no handout shelf" in refused.output) == (2, True)
    words = ["contact", "checked", "CT-04", "--by", "mm", "--answered-in", "English", "--records", str(tmp_path / "s")]
    late = CliRunner().invoke(main, [*words, "--date", "2026-12-02", "--as-of", "2026-12-01"])
    assert (late.exit_code, "after today" in late.output) == (2, True)
    assert not (tmp_path / "s").exists()
    called = CliRunner().invoke(main, [*words, "--date", "2026-11-20", "--as-of", "2026-12-01"])
    assert (called.exit_code, "90 days" in called.output) == (0, True)


def test_help_shows_examples_that_run() -> None:
    for words in (["--help"], ["list", "--help"], ["print", "--help"], ["recall", "--help"], ["sheet", "--help"]):
        assert "Example: legalassist handout" in run(*words).output


def test_a_recording_is_entered_listed_and_a_bad_day_is_answered(tmp_path: Path) -> None:
    words = ["at-the-door", "--file", "at-the-door-mm.mp3", "--voice", "mm", "--as-of", "2026-11-26"]
    added = run("recording", "add", *words, "--date", "2026-11-25", content=tmp_path)
    assert added.output == "at-the-door, spoken-cmn: at-the-door-mm.mp3, voice mm, 17 texts\n"
    listed = run("recording", "list", "--as-of", "2026-11-26", content=tmp_path)
    assert listed.exit_code == 0
    assert re.search(r"at-the-door-mm\.mp3\W+mm\W+2026-11-25\W+draft", listed.output)
    book = "locales/zh_Hans/LC_MESSAGES/spoken-cmn.po"
    (tmp_path / book).parent.mkdir(parents=True)
    shipped = LIBRARY.get(book).text
    (tmp_path / book).write_text(shipped.replace("请先问来的人是谁", "请先问对方是谁", 1), encoding="utf-8")
    stale = run("recording", "list", "--as-of", "2026-11-26", content=tmp_path)
    assert (stale.exit_code, "stale" in stale.output) == (1, True)
    assert "at-the-door-mm.mp3: spoken-cmn.at-the-door.who changed" in stale.output
    assert "--date is not a day" in run("recording", "add", *words, "--date", "soon", content=tmp_path).output
    assert "no recording is entered" in run("recording", "list", "paid-help", content=tmp_path).output
    without = run("recording", "add", *words)
    assert (without.exit_code, "no handout shelf to write to" in without.output) == (2, True)


def test_a_variety_that_is_only_spoken_is_no_language_of_a_piece(tmp_path: Path) -> None:
    for variety, said in (
        ("spoken-yue", "Cantonese: not filled by the clinic: 0 of 19 texts of at-the-door"),
        ("Cantonese", "not filled by the clinic: 0 of 19"),
        ("spoken-cmn", "--language zh_Hans prints it"),
    ):
        told = run("print", "at-the-door", "--format", "script", "--language", variety, "--out", str(tmp_path / "out"))
        assert (told.exit_code, said in " ".join(told.output.split())) == (2, True)
    assert not (tmp_path / "out").exists()
