from collections.abc import Iterator
from pathlib import Path

import pytest
from cli.sitting import at, begin, choose, goto, seen

from legalassist.api import asking
from legalassist.cases.answer import State
from legalassist.cli.ask_session import Session
from legalassist.library import Library


@pytest.fixture
def session(tmp_path: Path, library: Library) -> Iterator[Session]:
    session = begin(tmp_path, library)
    session.submit("")
    yield session
    again = asking.open_answers(session.opened.kept.path, library)
    assert again.case == session.opened.case, "what is shown as answered is on the disk"


# ---- answers with parts ----


def test_a_name_is_asked_part_by_part_and_summed_up_before_it_is_kept(session: Session) -> None:
    goto(session, "client.name")
    for typed in ("WANG", "XIAO", "", "王小媺"):
        assert at(session).startswith("client.name:")
        session.submit(typed)
    assert "client.name" not in session.opened.case.current
    assert "1  Family name · 姓   WANG" in seen(session)
    session.submit("2")
    assert at(session) == "client.name:given"
    session.submit("XIAOMEI")
    session.submit("")
    assert session.opened.case.current["client.name"].value.full == "XIAOMEI WANG"  # type: ignore[union-attr]


def test_back_inside_a_name_goes_to_the_part_before_with_what_it_held(session: Session) -> None:
    goto(session, "client.name")
    session.submit("WANG")
    session.back()
    assert at(session) == "client.name:family"
    assert session.view.prefill == "WANG"  # type: ignore[union-attr]
    session.back()
    assert not at(session).startswith("client.name")


def test_a_wrong_part_is_refused_at_once_and_an_empty_name_at_its_end(session: Session) -> None:
    goto(session, "client.mailing_address")
    for typed in ("", "1 Example Street", "", "New York", "US", "NY"):
        session.submit(typed)
    assert at(session) == "client.mailing_address:zip_code"
    session.submit("12")
    assert at(session) == "client.mailing_address:zip_code"
    assert "five digits" in seen(session)
    goto(session, "client.name")
    for _ in range(5):
        session.submit("")
    assert "A name needs at least one part" in seen(session)
    assert "client.name" not in session.opened.case.current


# ---- rows ----


def test_rows_are_added_changed_and_taken_out(session: Session) -> None:
    goto(session, "client.other_names")
    session.submit("y")
    assert at(session) == "client.other_names[1].name:family"
    for typed in ("", "Amy", "", "", ""):
        session.submit(typed)
    assert at(session) == "client.other_names"
    assert "Other name 1 · 其他名字1   Amy" in seen(session)
    choose(session, "Change one")
    choose(session, "Other name 1")
    choose(session, "Take it out")
    assert "Earlier answers that no longer apply: 1." in seen(session)
    session.submit("")
    choose(session, "None")
    assert session.opened.case.rows("client.other_names").complete
    assert session.opened.case.rows("client.other_names").numbers == ()


def test_rows_inside_rows_are_asked_before_the_next_row(session: Session) -> None:
    goto(session, "family")
    choose(session, "Add")
    assert "Family member 1 · 家人1" in seen(session)
    goto(session, "family[1].children")
    choose(session, "Add")
    assert at(session) == "family[1].children[1].name:family"


def test_leaving_a_group_that_has_rows_loses_none(session: Session) -> None:
    goto(session, "family")
    choose(session, "Add")
    goto(session, "family")
    session.leave(State.LATER)
    assert session.opened.case.rows("family").numbers == (1,)
