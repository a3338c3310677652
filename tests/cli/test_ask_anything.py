"""Whatever is typed and pressed, in any order: nothing raises, nothing said is lost, every screen fits."""

import tempfile
from pathlib import Path

from cli.sitting import begin, seen
from hypothesis import given, settings
from hypothesis import strategies as st
from one_library import LIBRARY

from legalassist.api import asking
from legalassist.cases.answer import State
from legalassist.cli.ask_session import Session

LINES = st.one_of(
    st.sampled_from(
        ["", "1", "2", "3", "y", "否", "2004-02-29", "2010", "CN", "718-555-0123", "USD 5", "王小媺", "WANG"]
    ),
    st.text(max_size=8),
    st.sampled_from(["\ud800", "\x1b[2J", "\u202e", "{{ 7*7 }}", "'\"\\", "# x", "- a: b", "\n\n", "\x85", "\u2028"]),
)
KEYS = st.sampled_from(["back", "skip", "parts", "pause", "later", "decline", "unknown"])
ACTS = st.lists(st.one_of(LINES.map(lambda line: ("line", line)), KEYS.map(lambda key: ("key", key))), max_size=25)


def press(session: Session, key: str) -> None:
    states = {"later": State.LATER, "decline": State.DECLINED, "unknown": State.DOES_NOT_KNOW}
    if key in states:
        session.leave(states[key])
    else:
        {"back": session.back, "skip": session.skip, "parts": session.parts, "pause": session.pause}[key]()


@settings(max_examples=25)
@given(ACTS, st.integers(0, 60))
def test_anything_may_be_typed_and_pressed_and_what_was_said_is_on_the_disk(
    acts: list[tuple[str, str]], start: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        session = begin(Path(folder), LIBRARY)
        session.review_from(session.opened.steps[start % len(session.opened.steps)])
        said = 0
        for kind, what in acts:
            if session.done:
                break
            if kind == "line":
                session.submit(what)
            else:
                press(session, what)
            assert seen(session)
            assert len(session.opened.case.answers) >= said, "answers are only ever added"
            said = len(session.opened.case.answers)
        assert asking.open_answers(session.opened.kept.path, LIBRARY).case == session.opened.case
