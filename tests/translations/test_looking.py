"""A reader answers what a gate asks about a text: by name, with a reason, for these two texts and no others."""

import datetime as dt
import json
import shutil
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from legalassist.api.looking import look_at
from legalassist.api.translating import found_by_gates
from legalassist.cli import main
from legalassist.errors import UsageError
from legalassist.library import Library
from legalassist.reviews.ledger import LEDGER

DAY = dt.date(2026, 11, 26)
PO = "locales/zh_Hans/LC_MESSAGES/placement.po"
CONTEXT = "spoken-yes.says"
SHORT = "上面只写案件的类型。"
REASON = "the sheet shows the rest"


@pytest.fixture
def shelf(tmp_path: Path, library: Library) -> Path:
    """A shelf of a clinic on which one text says less than its English."""
    for name, source in ((PO, PO), ("clinic.yaml", "interviews/tvisa/examples/clinic.yaml")):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(library.get(source).path, tmp_path / name)
    say(tmp_path, SHORT)
    return tmp_path


def say(shelf: Path, text: str) -> None:
    """Let the one text say something else."""
    path = shelf / PO
    written = path.read_text(encoding="utf-8")
    before = written[written.index(f'msgctxt "{CONTEXT}"') :].split("msgstr ", 1)[1].split("\n", 1)[0]
    path.write_text(written.replace(before, f'"{text}"'), encoding="utf-8")


def check(shelf: Path, *words: str) -> str:
    return CliRunner().invoke(main, ["--content", str(shelf), "translate", "check", *words]).output


def test_what_was_looked_at_is_asked_no_more_until_a_text_changes(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("legalassist.cli.translate.found_by_gates", partial(found_by_gates, context=CONTEXT))
    before = found_by_gates(Library(shelf), ["zh_Hans"], context=CONTEXT)
    rule = before[0].rule
    place = f"{CONTEXT} ({rule})"
    assert place in check(shelf, "--language", "zh_Hans")
    asked = ["--content", str(shelf), "translate", "looked-at", CONTEXT, "--rule", rule, "--as", "Jordan Example"]
    done = CliRunner().invoke(main, [*asked, "--reason", REASON, "--as-of", "2026-11-26"])
    assert (done.exit_code, before[0].message in done.output) == (0, True), done.output
    (line,) = [json.loads(one) for one in (shelf / LEDGER).read_text(encoding="utf-8").splitlines()]
    assert (line["step"], line["rule"], line["who"], line["reason"], line["when"]) == (
        "looked at", rule, "je", REASON, "2026-11-26",
    )  # fmt: skip
    after = check(shelf, "--language", "zh_Hans")
    assert place not in after
    assert after.count("warning: ") == len(before) - 1 > 0, "what other rules ask is asked still"
    assert "1 that a reader has looked at" in after
    assert place in check(shelf, "--language", "zh_Hans", "--all")
    assert CliRunner().invoke(main, [*asked, "--reason", REASON]).exit_code == 0
    assert len((shelf / LEDGER).read_text(encoding="utf-8").splitlines()) == 1, "said once"
    say(shelf, "上面只写案件的类别。")
    assert place in check(shelf, "--language", "zh_Hans")


@pytest.mark.parametrize(
    ("text", "rule", "who", "reason", "said"),
    [
        (SHORT, "lenght", "je", REASON, "'lenght' asks nothing about 'spoken-yes.says'"),
        (SHORT + "非法移民", "forbidden", "je", REASON, "it is mended, not looked at"),
        (SHORT, "", "", REASON, "a name is needed"),
        (SHORT, "", "je", " ", "a reason is needed"),
        (SHORT, "", "A. Reader", REASON, "nobody in clinic.yaml has this code or name"),
    ],
)
def test_what_nobody_asks_what_is_an_error_and_what_nobody_signs_is_refused(
    shelf: Path, text: str, rule: str, who: str, reason: str, said: str
) -> None:
    say(shelf, text)
    own = Library(shelf)
    rule = rule or found_by_gates(own, ["zh_Hans"], context=CONTEXT)[0].rule
    with pytest.raises(UsageError, match=said):
        look_at(own, CONTEXT, rule, who=who, reason=reason, day=DAY, languages=["zh_Hans"])
    assert not (shelf / LEDGER).exists()


def test_what_steers_a_terminal_is_shown_by_its_number(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("legalassist.cli.translate.found_by_gates", partial(found_by_gates, context=CONTEXT))
    say(shelf, "上面只写\u200b案件\u009b31m的类型。")
    said = check(shelf, "--language", "zh_Hans", "--no-warnings")
    assert "上面只写\\u200b案件\\u009b31m的类型。" in said
    assert "\u009b" not in said
