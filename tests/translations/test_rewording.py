"""Wording only: an attorney keeps a translation approved; never where numbers, not, may, names or dates changed."""

import datetime as dt
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from handouts.shelf import TOPIC
from handouts.shelf import shelf as shelf_with

from legalassist.api.approving import approve, ledger_of
from legalassist.api.rewording import reworded, wording_only
from legalassist.api.translating import extract_into_catalogs, texts
from legalassist.cli import main
from legalassist.errors import UsageError
from legalassist.library import Library
from legalassist.reviews.ledger import State, Step
from legalassist.translations.rewording import changes_of

DAY = dt.date(2026, 11, 23)
CONTEXT = "topic.at-shop.closed.text"
OLD = "You can keep the door closed."
SMALL = {"please", "you", "the", "do", "open", "call", "it"}


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("Wait 30 days.", "Wait 60 days.", "numbers"),
        ("Wait two weeks.", "Wait three weeks.", "numbers"),
        ("Come by May 4, 2026.", "Come by May 5, 2026.", "numbers"),
        ("Come in May.", "Come in June.", "names"),
        ("Come on Monday.", "Come on Tuesday.", "names"),
        ("Come today.", "Come tomorrow.", "dates"),
        ("Come at 9 a.m.", "Come at 9 p.m.", "dates"),
        ("It takes weeks.", "It takes months.", "dates"),
        ("Do not open the door.", "Do open the door.", "negations"),
        ("Nobody can enter.", "Everybody can enter.", "negations"),
        ("It is safe.", "It is unsafe.", "opposite"),
        ("You must sign.", "You may sign.", "must, may"),
        ("You can go.", "You may go.", "must, may"),
        ("You should ask.", "You must ask.", "must, may"),
        ("ICE may come.", "USCIS may come.", "names"),
        ("Call Womankind.", "Call Sanctuary.", "names"),
        ("Womankind can help.", "Sanctuary can help.", "names"),
        ("Ask {name}.", "Ask {who}.", "names"),
        ("Say “no”.", "Say “yes”.", "names"),
        ("Sign only here.", "Sign here.", "bounds"),
        ("Call before you sign.", "Call after you sign.", "bounds"),
        ("Call us or come.", "Call us and come.", "bounds"),
        ("Ask your lawyer.", "Ask your boss.", "who does it"),
    ],
)
def test_what_is_more_than_wording_is_seen(old: str, new: str, what: str) -> None:
    assert [one for one in changes_of(old, new, SMALL) if what in one]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Call us.", "Please call us."),
        ("You cannot be made to sign.", "You can't be made to sign."),
        ("You need to sign.", "You have to sign."),
        ("Keep it, in a safe place.", "Keep it in a safe place."),
        ("This paper is for you.", "This sheet is for you."),
    ],
)
def test_wording_is_let_be(old: str, new: str) -> None:
    assert list(changes_of(old, new, {*SMALL, "keep", "this"})) == []


@pytest.fixture(scope="module")
def approved(tmp_path_factory: pytest.TempPathFactory, library: Library) -> Path:
    """A clinic's shelf with one topic, its Chinese checked and approved, and its English."""
    folder = tmp_path_factory.mktemp("reworded") / "shelf"
    own = shelf_with(folder, library, TOPIC)
    shutil.copy(library.get("interviews/tvisa/examples/clinic.yaml").path, folder / "clinic.yaml")
    for language in ("en", "zh_Hans"):
        found = texts(own, language, "kyr", "at-shop")
        approve(own, found, "A. Reader", DAY, step=Step.CHECKED)
        approve(own, found, "je", DAY)
    return folder


def changed(approved: Path, folder: Path, new: str) -> Library:
    shutil.copytree(approved, folder)
    topic = folder / "interviews/kyr/topics/at-shop.yaml"
    topic.write_text(TOPIC.replace(OLD, new), encoding="utf-8")
    return Library(folder)


def state(own: Library, language: str = "zh_Hans") -> State:
    (one,) = [one for one in texts(Library(own.shelves[0][1]), language, "kyr") if one.message.context == CONTEXT]
    return one.state


def say(own: Library, who: str = "je", reason: str = "shorter, the same meaning") -> None:
    wording_only(own, "kyr", reworded(own, "kyr", CONTEXT), who=who, reason=reason, day=DAY)


@pytest.mark.parametrize("merged", [False, True])
def test_the_chinese_stays_approved_and_name_and_reason_are_logged(
    approved: Path, tmp_path: Path, merged: bool
) -> None:
    own = changed(approved, tmp_path / "shelf", "You can leave the door closed.")
    if merged:
        extract_into_catalogs(own, ("zh_Hans",))
    assert state(own) is State.STALE
    (one,) = reworded(own, "kyr", CONTEXT)
    assert (one.old, one.new, one.language) == (OLD, "You can leave the door closed.", "zh_Hans")
    say(own)
    assert state(own) is State.APPROVED
    assert state(own, "en") is State.DRAFT, "the English is approved by itself"
    entry = ledger_of(own).entries[-1]
    assert (entry.step, entry.who, entry.reason) == (Step.WORDING_ONLY, "je", "shorter, the same meaning")
    with pytest.raises(UsageError, match="approved with an earlier English"):
        reworded(Library(tmp_path / "shelf"), "kyr", CONTEXT)


def test_it_holds_through_several_changes_and_not_for_a_text_that_changed_too(approved: Path, tmp_path: Path) -> None:
    own = changed(approved, tmp_path / "shelf", "You can leave the door closed.")
    say(own)
    topic = tmp_path / "shelf/interviews/kyr/topics/at-shop.yaml"
    topic.write_text(TOPIC.replace(OLD, "You can leave your door closed."), encoding="utf-8")
    own = Library(tmp_path / "shelf")
    assert state(own) is State.STALE
    say(own)
    assert state(own) is State.APPROVED
    po = own.get("locales/zh_Hans/LC_MESSAGES/kyr.po").path
    (one,) = [one for one in texts(own, "zh_Hans", "kyr") if one.message.context == CONTEXT]
    po.write_text(po.read_text(encoding="utf-8").replace(one.text, f"请{one.text}"), encoding="utf-8")
    assert state(own) is State.DRAFT


def test_nobody_but_an_attorney_says_so_and_never_without_a_reason(approved: Path, tmp_path: Path) -> None:
    own = changed(approved, tmp_path / "shelf", "You can leave the door closed.")
    before = ledger_of(own).entries
    with pytest.raises(UsageError, match="only an attorney says this"):
        say(own, who="mm")
    with pytest.raises(UsageError, match="a reason is needed"):
        say(own, reason=" ")
    assert ledger_of(own).entries == before
    assert state(own) is State.STALE


@pytest.mark.parametrize(
    "new",
    ["You must keep the door closed.", "You can keep 2 doors closed.",
     "You can keep the door closed until May 4.", "You can keep the door closed or open."],
)  # fmt: skip
def test_a_change_of_meaning_is_refused_and_nothing_is_written(approved: Path, tmp_path: Path, new: str) -> None:
    own = changed(approved, tmp_path / "shelf", new)
    before = {path: path.read_bytes() for path in (tmp_path / "shelf").rglob("*.*") if path.is_file()}
    with pytest.raises(UsageError, match="no change of wording only"):
        say(own)
    assert {path: path.read_bytes() for path in before} == before


def test_what_was_never_approved_cannot_stay_approved(library: Library, tmp_path: Path) -> None:
    own = shelf_with(tmp_path / "shelf", library, TOPIC.replace(OLD, "You can leave the door closed."))
    with pytest.raises(UsageError, match="approved with an earlier English"):
        reworded(own, "kyr", CONTEXT)


def test_the_command_shows_both_and_asks(approved: Path, tmp_path: Path) -> None:
    own = changed(approved, tmp_path / "shelf", "You can leave the door closed.")
    words = ["--content", str(tmp_path / "shelf"), "translate", "wording-only", CONTEXT, "--shelf", "kyr", "--as", "je"]
    words += ["--reason", "shorter", "--as-of", "2026-11-23"]
    done = CliRunner().invoke(main, words, input="n\n")
    assert OLD in done.output
    assert "You can leave the door closed." in done.output
    assert done.exit_code != 0
    assert state(own) is State.STALE
    done = CliRunner().invoke(main, words, input="y\n")
    assert (done.exit_code, state(own)) == (0, State.APPROVED), done.output
