"""What the tests of the interview share: a sitting over a small case, without a terminal."""

import datetime as dt
from pathlib import Path

from legalassist.api import asking
from legalassist.cases.answer import Said
from legalassist.cli.ask_pages import frame
from legalassist.cli.ask_session import Session
from legalassist.cli.ask_text import width_of
from legalassist.cli.ask_views import Ask, Menu
from legalassist.cli.ask_voices import Voices
from legalassist.library import Library

TODAY = dt.date(2026, 11, 22)
HEAD = "invented: true\ninterview: tvisa\n"


def begin(folder: Path, library: Library, answers: str = "", languages: str = "en,zh_Hans") -> Session:
    """Return a sitting over a new answers file that holds these lines below ``answers:``."""
    path = folder / "case.yaml"
    path.write_text(HEAD + ("answers:\n" + answers if answers else ""), encoding="utf-8")
    return sit(path, library, languages)


def sit(path: Path, library: Library, languages: str = "en,zh_Hans") -> Session:
    """Return a sitting over an answers file."""
    opened = asking.open_answers(path, library)
    voices = Voices.read(library, languages, opened.interview)
    said = Said("tester", "2026-11-22T10:00:00+00:00", voices.spoken)
    return Session(opened, voices, lambda: said, today=TODAY)


def at(session: Session) -> str:
    """Return the path that is being asked (with its part), or what kind of menu is shown."""
    view = session.view
    if isinstance(view, Ask):
        return f"{view.step.path}:{view.part}" if view.part else view.step.path
    return view.step.path if view.question is not None and view.step is not None else "menu"


def goto(session: Session, path: str) -> None:
    """Show the question at a path."""
    step = asking.step_at(session.opened, path)
    assert step is not None, path
    session.warned.add(step.page.name)
    session.show(step)


def seen(session: Session, columns: int = 80, rows: int = 24) -> str:
    """Return the whole text of the screen; no line of it is wider than the terminal."""
    page = frame(session, columns, rows)
    lines = ["".join(text for _, text in line) for line in (*page.head, *page.body, *page.message, *page.foot)]
    assert max(map(width_of, lines)) <= columns
    return "\n".join(lines)


def choose(session: Session, words: str) -> None:
    """Choose the option of a menu whose English label contains these words."""
    assert isinstance(session.view, Menu)
    number = next(n for n, option in enumerate(session.view.options, 1) if words in option.label[0])
    session.submit(str(number))
