"""The pseudo-language on the screen of the interview: every question and menu, whole, and nothing said outside it."""

import re
from pathlib import Path

import pytest
from cli.sitting import begin, goto, seen, sit
from translations.pseudo import CLOSE, OPEN, outside, pseudo_shelf

from legalassist.cli.ask_pages import INVENTED, KEYS, frame
from legalassist.cli.ask_session import Session
from legalassist.languages.formats import SPOKEN, spoken_name
from legalassist.library import Library

WIDE = (80, 400)
KEY_NAMES = {key for key, _ in KEYS}
SPOKEN_NAMES = {part for one in SPOKEN for part in re.findall(r"\w+", spoken_name(*one, "zh_Hans"))}
"""What the tables of languages say, not the catalogs."""


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory, library: Library) -> Library:
    return pseudo_shelf(tmp_path_factory.mktemp("pseudo"), library, ("app", "tvisa"))


def cut_off(session: Session) -> list[str]:
    """Return how a text of a screen's middle was cut: it begins and never ends, or ends in dots.

    The rows of a group are left out: they show the beginning of an answer, on one line each.
    """
    page = frame(session, *WIDE)
    every = ["".join(text for _, text in line) for line in (*page.body, *page.message)]
    whole = "\n".join(line for line in every if not line.strip().startswith("·"))
    parts = [whole[: found.start()] for found in re.finditer("…", whole)]
    dotted = ["dotted" for part in parts if part.count(OPEN) > part.count(CLOSE)]
    return dotted + (["unclosed"] if whole.count(OPEN) != whole.count(CLOSE) else [])


def unsaid(session: Session) -> list[str]:
    """Return the words of a screen that stand in no catalog: names of keys, and an invented case's mark, are none."""
    left = outside(seen(session, *WIDE).replace(INVENTED, " ")).replace("…", "")
    return [word for word in re.findall(r"[A-Za-z\u4e00-\u9fff]+\d*", left) if word not in KEY_NAMES]


def test_every_question_is_whole_and_says_nothing_outside_the_catalogs(tmp_path: Path, shelf: Library) -> None:
    session = begin(tmp_path, shelf, languages="zh_Hans")
    said, seen_questions = set(), 0
    for step in session.opened.steps:
        goto(session, step.path)
        assert cut_off(session) == [], step.path
        said |= set(unsaid(session))
        seen_questions += 1
    assert seen_questions > 30
    assert said <= SPOKEN_NAMES


def test_a_case_with_answers_shows_every_text_whole(tmp_path: Path, shelf: Library) -> None:
    path = tmp_path / "mei.yaml"
    path.write_bytes(shelf.get("interviews/tvisa/examples/mei.yaml").content)
    session = sit(path, shelf, "zh_Hans")
    assert len(session.opened.steps) > 150
    for step in session.opened.steps:
        goto(session, step.path)
        assert cut_off(session) == [], step.path


def test_what_no_catalog_says_and_what_is_cut_would_be_seen(tmp_path: Path, shelf: Library, library: Library) -> None:
    session = begin(tmp_path, shelf, languages="en")
    goto(session, "client.name")
    assert "full" in unsaid(session)
    plain = begin(tmp_path, library, languages="zh_Hans")
    goto(plain, "client.name")
    assert unsaid(plain)
    assert outside(f"a {OPEN}b\nc{CLOSE} d") == "a   d"
