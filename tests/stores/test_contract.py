"""The contract: what every store does, whatever its tables are. Another back end joins by one line in `making`."""

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from stores.making import (
    AL,
    ANA,
    AT,
    BO,
    CY,
    DI,
    KINDS,
    LATER,
    SAID,
    invented,
    kept,
    let_team_in,
    new_tables,
    opened_by,
    set_up,
)

from legalassist.cases.case import Case
from legalassist.errors import StoreError
from legalassist.stores.backups import check_head, issue_head
from legalassist.stores.cases import NewCase, new_case, open_case, save_case, set_hold, set_stage
from legalassist.stores.chain import Head
from legalassist.stores.crew import SEEN_STAYS_SEEN, Removed, add_person, change_passphrase, remove_person
from legalassist.stores.erasing import erase
from legalassist.stores.exhibits import Paper, attach, content_of
from legalassist.stores.listing import list_cases, list_placements
from legalassist.stores.people import Role
from legalassist.stores.records import (
    Act,
    Approved,
    FirmEntered,
    Kind,
    Meeting,
    Moved,
    Printed,
    Released,
    Settled,
)  # fmt: skip
from legalassist.stores.slots import CHEAP, Cost
from legalassist.stores.store import NewPerson, OpenStore, create, unlock, unlock_with_recovery
from legalassist.stores.tables import Table, Tables
from legalassist.stores.verifying import problems

PDF = Paper("Hotel register", "application/pdf")


@pytest.fixture(params=KINDS)
def tables(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Tables]:
    made = new_tables(request.param, tmp_path)
    yield made
    made.close()


@pytest.fixture
def store(tables: Tables) -> OpenStore:
    return set_up(tables).store


# ---- cases ----


def test_a_case_comes_back_as_it_was_kept(store: OpenStore) -> None:
    opened = kept(store)
    again = open_case(opened_by(store.tables, ANA), "2026-0001")
    assert again == opened
    assert again.case == invented()


def test_answers_are_added_and_an_earlier_one_stays_in_the_history(store: OpenStore) -> None:
    opened = kept(store)
    saved = save_case(store, opened, opened.case.answer("first.detained", False, SAID), LATER)
    again = open_case(store, "2026-0001")
    assert again == saved
    assert [answer.value for answer in again.case.history("first.detained")] == [True, False]


def test_two_who_save_to_one_case_do_not_lose_an_answer(store: OpenStore) -> None:
    mine, theirs = kept(store), open_case(store, "2026-0001")
    saved = save_case(store, mine, mine.case.answer("client.email", "a@example.org", SAID), AT)
    with pytest.raises(StoreError, match="somebody else saved"):
        save_case(store, theirs, theirs.case.answer("client.email", "b@example.org", SAID), AT)
    assert open_case(store, "2026-0001") == saved


def test_a_case_is_saved_only_by_going_on_from_the_one_that_was_opened(store: OpenStore) -> None:
    opened = kept(store)
    with pytest.raises(ValueError, match="adding answers"):
        save_case(store, opened, Case("other", "tvisa"), AT)
    assert save_case(store, opened, opened.case, AT) is opened


def test_a_number_is_given_once(store: OpenStore) -> None:
    kept(store)
    with pytest.raises(StoreError, match="this number is there already"):
        kept(store)
    with pytest.raises(StoreError, match="no case with this number"):
        open_case(store, "2026-0009")


def test_the_list_is_by_number_and_shows_name_and_stage(store: OpenStore) -> None:
    kept(store, "2026-0002", invented(name="LI"))
    set_stage(store, kept(store), "placing", AT)
    assert [(one.header.number, one.header.client, one.header.stage) for one in list_cases(store)] == [
        ("2026-0001", "Xiaomei WANG", "placing"), ("2026-0002", "Xiaomei LI", "open"),
    ]  # fmt: skip


# ---- streams ----

RECORDS = {
    Kind.APPROVALS: Approved(at="t", context="c", source_digest="1", text_digest="2"),
    Kind.PRINT_LOG: Printed(at="t", document="card", language="zh_Hans", digest="3", copies=50),
    Kind.PIPELINE: Moved(at="t", case="00", stage="teaser sent"),
    Kind.FIRMS: FirmEntered(at="t", firm="f1", name="Example LLP"),
    Kind.AUDIT: Act(at="t", what="looked"),
}
OF_CASES = {
    Kind.MEETINGS: Meeting(at="t", minutes=50, present=("Ana",), note="rested twice"),
    Kind.RELEASES: Released(at="t", what="packet", to="Example LLP", consent="signed"),
    Kind.SETTLEMENTS: Settled(at="t", contradiction="0123456789", note="a", entered_by="Ana", entered_at="t"),
}


@pytest.mark.parametrize("kind", RECORDS)
def test_each_of_the_clinics_streams_keeps_its_records_in_order(store: OpenStore, kind: Kind) -> None:
    stream = store.shelf_stream(kind)
    before, head = store.read(stream)
    record = RECORDS[kind]
    head = store.append(stream, (record, record), head, AT)
    head = store.append(stream, (record,), head, AT)
    again, now = opened_by(store.tables, ANA).read(stream)
    assert [one.record for one in again] == [*(one.record for one in before), record, record, record]
    assert [one.number for one in again] == list(range(1, len(again) + 1))
    assert now == head


@pytest.mark.parametrize("kind", OF_CASES)
def test_each_stream_of_a_case_stands_for_itself(store: OpenStore, kind: Kind) -> None:
    opened = kept(store)
    store.append(opened.stream(kind), (OF_CASES[kind],), Head(), AT)
    assert [one.record for one in store.read(opened.stream(kind))[0]] == [OF_CASES[kind]]
    again = open_case(store, "2026-0001")
    assert (again.kept, again.head, again.case.answers) == (opened.kept, opened.head, opened.case.answers)


def test_appending_to_a_stream_that_went_on_is_refused_and_changes_nothing(store: OpenStore) -> None:
    stream = store.shelf_stream(Kind.FIRMS)
    head = store.append(stream, (RECORDS[Kind.FIRMS],), Head(), AT)
    for expected in (Head(), Head(1, bytes(32)), Head(2, head.last)):
        with pytest.raises(StoreError, match="somebody else saved"):
            store.append(stream, (RECORDS[Kind.FIRMS],), expected, AT)
    assert store.read(stream)[1] == head


def test_a_change_that_fails_in_the_middle_leaves_nothing(store: OpenStore) -> None:
    before = store.head

    def stop() -> None:
        with store.changing(AT) as change:
            change.add(Table.CHUNKS, b"o" * 16, b"r" * 16, b"sealed")
            raise RuntimeError("pulled")

    with pytest.raises(RuntimeError):
        stop()
    with store.reading() as look:
        assert not list(look.rows(Table.CHUNKS))
    assert store.head == before
    assert not problems(store)


# ---- who may ----


def test_each_role_sees_what_its_groups_open_and_no_more(store: OpenStore) -> None:
    let_team_in(store)
    kept(store)
    assert [one.header.number for one in list_cases(opened_by(store.tables, BO))] == ["2026-0001"]
    assert list_cases(opened_by(store.tables, CY)) == ()
    assert [one.reference for one in list_placements(opened_by(store.tables, CY)).values()] == ["k3v9"]
    outreach = opened_by(store.tables, DI)
    assert list_cases(outreach) == ()
    with pytest.raises(StoreError, match="your key does not open"):
        list_placements(outreach)
    with pytest.raises(StoreError, match="your key does not open"):
        outreach.shelf_stream(Kind.AUDIT)
    assert outreach.read(outreach.shelf_stream(Kind.PRINT_LOG))[0] == ()


def test_a_restricted_case_opens_for_its_people_and_the_recovery_key(tables: Tables) -> None:
    done = set_up(tables)
    let_team_in(done.store)
    new_case(done.store, NewCase("1", invented(), only=(done.store.person,)), AT)
    new_case(done.store, NewCase("2", invented(), only=(done.store.person,), recoverable=False), AT)
    assert [one.header.number for one in list_cases(opened_by(tables, ANA))] == ["1", "2"]
    assert list_cases(opened_by(tables, BO)) == ()
    assert list_placements(opened_by(tables, CY)) == {}
    recovered = unlock_with_recovery(tables, done.recovery.lower(), os.urandom)
    assert [one.header.number for one in list_cases(recovered)] == ["1"]


def test_a_removed_person_opens_nothing_and_everybody_else_everything(store: OpenStore) -> None:
    team = let_team_in(store)
    kept(store)
    assert remove_person(store, team[Role.CASEWORKER], LATER) == Removed(SEEN_STAYS_SEEN, 0)
    with pytest.raises(StoreError, match="passphrase does not open"):
        opened_by(store.tables, BO)
    for who, cases in ((ANA, 1), (CY, 0), (DI, 0)):
        assert len(list_cases(opened_by(store.tables, who))) == cases
    save_case(store, open_case(store, "2026-0001"), open_case(store, "2026-0001").case.answer("a.b", "c", SAID), LATER)
    assert not problems(store)


def test_a_passphrase_is_changed_for_its_owner_alone(store: OpenStore) -> None:
    let_team_in(store)
    change_passphrase(opened_by(store.tables, BO), "one other phrase", AT, made=True)
    with pytest.raises(StoreError):
        opened_by(store.tables, BO)
    assert unlock(store.tables, "one  Other phrase", os.urandom).person.name == "Bo Chen"
    assert opened_by(store.tables, ANA).person.name == "Ana Reyes"


@pytest.mark.parametrize("who", [AL, BO, CY, DI])
def test_only_a_supervisor_lets_in_removes_holds_and_erases(store: OpenStore, who: NewPerson) -> None:
    let_team_in(store)
    opened = kept(store)
    other = opened_by(store.tables, who)
    for act in (
        lambda: add_person(other, NewPerson("New", Role.OUTREACH, "x"), AT),
        lambda: remove_person(other, store.person, AT),
        lambda: set_hold(other, opened, "why", AT, on=True),
        lambda: erase(other, opened, AT),
        lambda: other.accept_clock(AT),
    ):
        with pytest.raises(StoreError, match="your key does not open"):
            act()


def test_setting_up_refuses_a_cheap_cost_a_weak_phrase_and_a_place_that_is_taken(tables: Tables) -> None:
    with pytest.raises(StoreError, match="cost too little"):
        create(tables, ANA, CHEAP, AT, os.urandom)
    with pytest.raises(StoreError, match="too easy to guess"):
        create(tables, NewPerson("Ana", Role.SUPERVISOR, "ana 1985", made=False), Cost(), AT, os.urandom)
    with pytest.raises(StoreError, match="is a supervisor"):
        create(tables, BO, CHEAP, AT, os.urandom, cheap=True)
    set_up(tables)
    with pytest.raises(StoreError, match="set up here already"):
        set_up(tables)


def test_a_locked_store_answers_nothing(store: OpenStore) -> None:
    store.lock()
    with pytest.raises(StoreError, match="the store is locked"):
        list_cases(store)
    with pytest.raises(StoreError, match="the store is locked"):
        kept(store)


# ---- exhibits ----


@pytest.mark.parametrize("size", [0, 1, 65_531, 65_532, 65_533, 131_064, 131_065, 300_000])
def test_an_exhibit_comes_back_byte_for_byte(store: OpenStore, size: int) -> None:
    content = os.urandom(size)
    pieces = [content[at : at + 7_000] for at in range(0, size, 7_000)]
    opened = attach(store, kept(store), PDF, pieces, AT)
    (attached,) = open_case(store, "2026-0001").attached
    assert attached == opened.attached[0]
    assert b"".join(content_of(store, attached)) == content


def test_an_exhibit_whose_source_fails_is_not_kept_at_all(store: OpenStore) -> None:
    def pieces() -> Iterator[bytes]:
        yield b"x" * 200_000
        raise OSError("the stick was pulled out")

    opened = kept(store)
    with pytest.raises(OSError, match="pulled"):
        attach(store, opened, PDF, pieces(), AT)
    with store.reading() as look:
        assert not list(look.rows(Table.CHUNKS))
    assert open_case(store, "2026-0001") == opened


# ---- clock and head ----


def test_a_clock_that_was_set_back_is_refused_until_a_supervisor_accepts_it(store: OpenStore) -> None:
    opened = kept(store)
    opened = save_case(store, opened, opened.case.answer("a.b", "c", SAID), AT - timedelta(minutes=4))
    with pytest.raises(StoreError, match=r"clock was set back: the last change .* 2026-11-23 14:00 UTC"):
        save_case(store, opened, opened.case.answer("a.b", "d", SAID), AT - timedelta(minutes=6))
    store.accept_clock(AT - timedelta(days=2))
    save_case(store, opened, opened.case.answer("a.b", "d", SAID), AT - timedelta(days=2))


def test_the_code_of_a_head_is_known_again_whatever_came_after(store: OpenStore) -> None:
    code = issue_head(store, AT)
    kept(store)
    check_head(opened_by(store.tables, ANA), f" {code.lower()} ")
    check_head(store, store.head.code(store.ring.store_key))
    with pytest.raises(StoreError, match="never was at this code"):
        check_head(store, "1-AAAA-AAAA-AAAA-AAAA")
    with pytest.raises(StoreError, match="older than this code"):
        check_head(store, "999-AAAA-AAAA-AAAA-AAAA")
