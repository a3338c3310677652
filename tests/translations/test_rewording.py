"""Wording only: an attorney keeps a translation approved; never where numbers, not, may, names or dates changed."""

import datetime as dt
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from handouts.shelf import TOPIC
from handouts.shelf import shelf as shelf_with
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legalassist.api.approving import approve, ledger_of
from legalassist.api.rewording import reworded, wording_only
from legalassist.api.translating import extract_into_catalogs, texts
from legalassist.cli import main
from legalassist.errors import UsageError
from legalassist.library import Library
from legalassist.reviews.ledger import State, Step
from legalassist.translations.extract import extract
from legalassist.translations.rewording import changes_of

DAY = dt.date(2026, 11, 23)
CONTEXT = "topic.at-shop.closed.text"
OLD = "You can keep the door closed."
NEW = "You can keep the door closed!"


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("Wait 30 days.", "Wait 60 days.", "30"),
        ("Wait two weeks.", "Wait three weeks.", "two"),
        ("Come by May 4, 2026.", "Come by May 5, 2026.", "4"),
        ("Come on Monday.", "Come on Tuesday.", "monday"),
        ("Come at 9 a.m.", "Come at 9 p.m.", "am"),
        ("Do not open the door.", "Do open the door.", "not"),
        ("It is safe.", "It is unsafe.", "unsafe"),
        ("You must sign.", "You may sign.", "must"),
        ("You can go.", "You may go.", "can"),
        ("ICE may come.", "USCIS may come.", "ICE"),
        ("Call us.", "Call US.", "US"),
        ("Womankind can help.", "Sanctuary can help.", "womankind"),
        ("Ask {name}.", "Ask {who}.", "{name}"),
        ("See example.org/a.", "See example.org/b.", "a"),
        ("Say “no”.", "Say “yes”.", "no"),
        ("Sign only here.", "Sign here.", "only"),
        ("Call before you sign.", "Call after you sign.", "before"),
        ("Call us or come.", "Call us and come.", "or"),
        ("Ask your lawyer.", "Ask your boss.", "lawyer"),
        ("If you were under 21.", "If you were over 21.", "under"),
        ("It lasts up to four years.", "It lasts above four years.", "up to"),
        ("It is a crime by them, not by you.", "It is a crime by you, not by them.", "them"),
        ("It is your choice.", "It is our choice.", "our"),
        ("Keep originals. Give copies.", "Keep copies. Give originals.", "copies"),
        ("Tell us everything.", "Tell us something.", "something"),
        ("The cases are joined.", "The cases are split.", "split"),
        ("Come early.", "Come late.", "late"),
        ("Some people wait.", "Few people wait.", "few"),
        ("A few people wait.", "Few people wait.", "a"),
        ("You can lose the right.", "You can keep the right.", "lose"),
        ("It is dangerous.", "It is safe.", "safe"),
        ("Bring a copy.", "Bring the original.", "original"),
        ("You are free to go.", "You are told to go.", "told"),
        ("This paper is for you.", "This sheet is for you.", "paper"),
        (
            "Do not sign before a lawyer reads it. Call us.",
            "Do not sign. Before a lawyer reads it, call us.",
            ".",
        ),
        ("Do not sign before a lawyer reads it, call us.", "Do not sign, before a lawyer reads it call us.", "comma"),
        ("No, call us.", "No call us.", "comma"),
        ("You can go.", "You can go?", "?"),
        ("You just need one copy.", "You need one copy.", "just"),
        ("Do as you please.", "Do as you.", "please"),
        ("Open Monday–Friday.", "Open Monday, Friday.", "dash"),
        ("Open Monday - Friday.", "Open Monday, Friday.", "dash"),
        ("Pay $5–$10.", "Pay $5, $10.", "dash"),
        ("Sections A–C apply.", "Sections A, C apply.", "dash"),
        ("You may re-sign it.", "You may resign it.", "re"),
        ("He has two half-brothers.", "He has two half brothers.", "dash"),
        ("Bring the papers you have to show your age.", "Bring the papers you need to show your age.", "have"),
        ("Bring what you do not have to prove.", "Bring what you do not need to prove.", "have"),
        ("You only have to sign.", "You only need to sign.", "have"),
        ("Children, who are under 21, can apply.", "Children who are under 21 can apply.", "comma"),
        ("Do not sign because they say so.", "Do not sign, because they say so.", "comma"),
        ("A paper, signed by a judge, is enough.", "A paper signed by a judge is enough.", "comma"),
        ("However, you came here, you can ask.", "However you came here, you can ask.", "comma"),
        ("Ask your lawyer, Ana Ruiz, and a doctor.", "Ask your lawyer, Ana Ruiz and a doctor.", "comma"),
        ("Ask a friend, a lawyer, and a doctor.", "Ask a friend (a lawyer) and a doctor.", "comma"),
        ("Even you, only ask.", "Even you only, ask.", "only"),
        ("Sign (if you agree).", "Sign if you agree.", "bracket"),
        ("Let us speak to the officer.", "Let's speak to the officer.", "us"),
        ("You can not answer.", "You cannot answer.", "not"),
        ("You could not answer.", "You couldn't answer.", "not"),
        ("Ask for a lawyer.", "Ask for the lawyer.", "the"),
        ("Show a warrant.", "Show warrant.", "a"),
        ("The relative in the charge of a sister.", "The relative in charge of a sister.", "the"),
        ("Ask for it in the possession of them.", "Ask for it in possession of them.", "the"),
        ("It is out of the question.", "It is out of question.", "the"),
        ("Call Her Justice.", "Call her justice.", "Her"),
        ("Ask the Door.", "Ask the door.", "Door"),
        ("We know them; sanctuary is near.", "We know them. Sanctuary is near.", "anctuary"),
        ("Just write your name.", "Write your name.", "Just"),
        ("Say “I want a lawyer.”", "Say I want a lawyer.", '"'),
        ("Ask the lawyers' office.", "Ask the lawyer's office.", "lawyer"),
        ("They took your sister's papers.", "They took your sisters' papers.", "sister"),
        ("Tell your lawyer in order to stop.", "Tell your lawyer to stop.", "in order"),
        ("You signed.", "You sign.", "sign"),
        ("Only you sign.", "You only sign.", "nly"),
        ("No one of them came.", "Nobody of them came.", "obody"),
    ],
)
def test_what_is_more_than_wording_is_seen(old: str, new: str, what: str) -> None:
    assert [
        one for one in changes_of(old, new) if one.startswith("more than wording: ") and what.lower() in one.lower()
    ]
    assert list(changes_of(new, old)), "the other way round too"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Call us.", "Please call us."),
        ("If they come, call us.", "If they come, please call us!"),
        ("You cannot be made to sign.", "You can't be made to sign."),
        ("You don’t have to go.", "You do not have to go."),
        ("It's free.", "It is free!"),
        ("You need to sign.", "You have to sign."),
        ("You don't need to sign if you need to ask.", "You do not have to sign if you have to ask."),
        ("Your lawyer needs to sign.", "Your lawyer has to sign."),
        ("Keep it — in a safe place.", "Keep it (in a safe place)."),
        ("Pay $5–$10 from May–July.", "Pay $5-$10 from May-July"),
        ("No one may come in; ask someone.", "Nobody may come in. Ask somebody."),
        ("Bring your passport, photos and letters.", "Bring your passport, photos, and letters."),
        ("Call by telephone at 9 a.m.", "Call by phone at 9 am."),
        ("Say “no”.", "Say 'no'."),
        ("They ask; you do not have to answer.", "They ask. You don’t have to answer."),
        ("At work and at the same place.", "At work & at the same place."),
    ],
)
def test_wording_is_let_be(old: str, new: str) -> None:
    assert list(changes_of(old, new)) == []
    assert list(changes_of(new, old)) == []


HARMLESS = {"please", "just", "telephone", "phone", "someone", "somebody", "anyone", "anybody", "everyone", "everybody",
            "until", "till", "nobody", "need", "have", "needs", "photo", "photograph"}  # fmt: skip


@pytest.fixture(scope="module")
def sentences(library: Library) -> tuple[str, ...]:
    """The English of every shipped handout text."""
    return tuple(one.english for one in extract(library, "kyr") if len(one.english.split()) > 1)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_word_of_content_put_for_another_is_refused(sentences: tuple[str, ...], data: st.DataObject) -> None:
    words = sorted({word for one in sentences for word in re.findall(r"\b[a-z]{3,}\b", one)} - HARMLESS - {"the"})
    old = data.draw(st.sampled_from(sentences))
    places = [one for one in re.finditer(r"\b[a-z]{3,}\b", old) if one[0] in words]
    if not places:
        return
    gone = data.draw(st.sampled_from(places))
    come = data.draw(st.sampled_from([word for word in words if word != gone[0]]))
    for said in (come, "", f"{gone[0]} {come}"):  # another one, none, one more
        new = f"{old[: gone.start()]}{said}{old[gone.end() :]}"
        assert list(changes_of(old, new)), (old, new)
    other = data.draw(st.sampled_from(places))
    if other[0] != gone[0]:
        first, last = sorted((gone, other), key=re.Match.start)
        middle = old[first.end() : last.start()]
        new = f"{old[: first.start()]}{last[0]}{middle}{first[0]}{old[last.end() :]}"
        assert list(changes_of(old, new)), (old, new)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_signs_alone_are_let_be_and_another_article_never(sentences: tuple[str, ...], data: st.DataObject) -> None:
    old = data.draw(st.sampled_from(sentences))
    assert list(changes_of(old, old)) == []
    assert (
        list(changes_of(old, f" {old.replace(' ', '  ')} ".replace("’", "'").replace("“", '"').replace("”", '"'))) == []
    )
    other = re.sub(r"\ba (?=\w)", "the ", old)
    assert bool(list(changes_of(old, other))) == (other != old)


@pytest.fixture(scope="module")
def approved(tmp_path_factory: pytest.TempPathFactory, library: Library) -> Path:
    """A clinic's shelf with one topic, its Chinese checked and approved, and its English."""
    folder = tmp_path_factory.mktemp("reworded") / "shelf"
    own = shelf_with(folder, library, TOPIC)
    shutil.copy(library.get("interviews/tvisa/examples/clinic.yaml").path, folder / "clinic.yaml")
    for language in ("en", "zh_Hans"):
        found = texts(own, language, "kyr", "at-shop")
        approve(own, found, "A. Reader", DAY, step=Step.CHECKED, known="teaches")
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
    own = changed(approved, tmp_path / "shelf", NEW)
    if merged:
        extract_into_catalogs(own, ("zh_Hans",))
    assert state(own) is State.STALE
    (one,) = reworded(own, "kyr", CONTEXT)
    assert (one.old, one.new, one.language) == (OLD, NEW, "zh_Hans")
    say(own)
    assert state(own) is State.APPROVED
    assert state(own, "en") is State.DRAFT, "the English is approved by itself"
    entry = ledger_of(own).entries[-1]
    assert (entry.step, entry.who, entry.reason) == (Step.WORDING_ONLY, "je", "shorter, the same meaning")
    with pytest.raises(UsageError, match="approved with an earlier English"):
        reworded(Library(tmp_path / "shelf"), "kyr", CONTEXT)


def test_it_holds_through_several_changes_and_not_for_a_text_that_changed_too(approved: Path, tmp_path: Path) -> None:
    own = changed(approved, tmp_path / "shelf", NEW)
    say(own)
    topic = tmp_path / "shelf/interviews/kyr/topics/at-shop.yaml"
    topic.write_text(TOPIC.replace(OLD, "You can keep the door closed"), encoding="utf-8")
    own = Library(tmp_path / "shelf")
    assert state(own) is State.STALE
    say(own)
    assert state(own) is State.APPROVED
    po = own.get("locales/zh_Hans/LC_MESSAGES/kyr.po").path
    (one,) = [one for one in texts(own, "zh_Hans", "kyr") if one.message.context == CONTEXT]
    po.write_text(po.read_text(encoding="utf-8").replace(one.text, f"请{one.text}"), encoding="utf-8")
    assert state(own) is State.DRAFT


def test_nobody_but_an_attorney_says_so_and_never_without_a_reason(approved: Path, tmp_path: Path) -> None:
    own = changed(approved, tmp_path / "shelf", NEW)
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
     "You can keep the door closed until May 4.", "You can keep the door closed or open.",
     "You can leave the door closed."],
)  # fmt: skip
def test_a_change_of_meaning_is_refused_and_nothing_is_written(approved: Path, tmp_path: Path, new: str) -> None:
    own = changed(approved, tmp_path / "shelf", new)
    before = {path: path.read_bytes() for path in (tmp_path / "shelf").rglob("*.*") if path.is_file()}
    with pytest.raises(UsageError, match="no change of wording only"):
        say(own)
    assert {path: path.read_bytes() for path in before} == before


def test_what_was_never_approved_cannot_stay_approved(library: Library, tmp_path: Path) -> None:
    own = shelf_with(tmp_path / "shelf", library, TOPIC.replace(OLD, NEW))
    with pytest.raises(UsageError, match="approved with an earlier English"):
        reworded(own, "kyr", CONTEXT)


def test_the_command_shows_both_and_asks(approved: Path, tmp_path: Path) -> None:
    own = changed(approved, tmp_path / "shelf", NEW)
    words = ["--content", str(tmp_path / "shelf"), "translate", "wording-only", CONTEXT, "--shelf", "kyr", "--as", "je"]
    words += ["--reason", "shorter", "--as-of", "2026-11-23"]
    done = CliRunner().invoke(main, words, input="n\n")
    assert OLD in done.output
    assert NEW in done.output
    assert done.exit_code != 0
    assert state(own) is State.STALE
    done = CliRunner().invoke(main, words, input="y\n")
    assert (done.exit_code, state(own)) == (0, State.APPROVED), done.output
