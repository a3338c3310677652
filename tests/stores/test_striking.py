"""Striking and erasing: what must disappear does, who, when and why stay, and a legal hold keeps everything."""

import os
from collections.abc import Iterator
from dataclasses import replace
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

from legalassist.errors import StoreError
from legalassist.stores.cases import NewCase, demand, new_case, open_case, save_case, set_hold
from legalassist.stores.chain import Head, digest_of, entomb
from legalassist.stores.erasing import erase, redact, same_paper, strike
from legalassist.stores.exhibits import Paper, attach
from legalassist.stores.records import Act, Attached, Kind, Meeting, Tombstone
from legalassist.stores.store import NewPerson, OpenStore
from legalassist.stores.tables import Table
from legalassist.stores.tally import written_time
from legalassist.stores.verifying import problems

PDF = Paper("Hotel register", "application/pdf")


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[OpenStore]:
    tables = new_tables(request.param, tmp_path)
    yield set_up(tables).store
    tables.close()


def test_a_struck_answer_keeps_who_when_and_why_and_the_chain_holds(store: OpenStore) -> None:
    opened = kept(store)
    opened = save_case(store, opened, opened.case.answer("client.name", None, SAID), AT)
    struck = redact(store, opened, "client.name", "the wrong person's answer", LATER)
    again = open_case(store, "2026-0001")
    assert again == struck
    assert [answer.value for answer in again.case.history("client.name")] == [None, None]
    assert again.header.client == ""
    stones = [one.record for one in again.kept if isinstance(one.record, Tombstone)]
    assert {(stone.path, stone.why, stone.by) for stone in stones} == {
        ("client.name", "the wrong person's answer", store.person.hex)
    }
    assert not problems(store)
    save_case(store, again, again.case.answer("client.name", None, SAID), LATER)


def test_an_attorney_strikes_an_answer_an_exhibit_and_a_draft_and_who_when_and_why_stay(store: OpenStore) -> None:
    let_team_in(store)
    attorney = opened_by(store.tables, AL)
    opened = attach(store, kept(store), PDF, [os.urandom(70_000)], AT)
    opened = attach(store, opened, Paper("Draft", "application/pdf", "document"), [b"draft"], AT)
    opened = redact(attorney, opened, "client.birth_date", "another person's", LATER)
    for paper in [one.number for one in opened.kept if isinstance(one.record, Attached)]:
        opened = strike(attorney, opened, (paper,), "consent withdrawn", LATER)
    stones = [one.record for one in open_case(store, "2026-0001").kept if isinstance(one.record, Tombstone)]
    assert [(stone.by, stone.at, stone.why) for stone in stones] == [
        (attorney.person.hex, written_time(LATER), why)
        for why in ("another person's", "consent withdrawn", "consent withdrawn")
    ]
    assert opened.case.current["client.birth_date"].value is None
    for who in (store, attorney, opened_by(store.tables, BO)):
        assert not problems(who)


@pytest.mark.parametrize("who", [BO, CY, DI])
def test_nobody_but_an_attorney_or_a_supervisor_strikes(store: OpenStore, who: NewPerson) -> None:
    let_team_in(store)
    opened = kept(store)
    with pytest.raises(StoreError, match="your key does not open what is kept for 'attorneys'"):
        redact(opened_by(store.tables, who), opened, "client.name", "why", AT)
    assert open_case(store, "2026-0001") == opened


def test_a_record_that_was_taken_away_without_an_attorneys_key_is_found(store: OpenStore) -> None:
    let_team_in(store)
    opened = kept(store)
    bo, stream = opened_by(store.tables, BO), opened.stream(Kind.ANSWERS)
    with bo.changing(LATER) as change:  # what somebody with a case's keys, and a program of their own, could do
        was = digest_of(change.tables, stream, 2).hex()
        stone = Tombstone(at="t", by=store.person.hex, why="w", was=was, was_kind="answer", mark="00" * 16)
        entomb(change, stream, 2, stone)
    assert problems(bo) == ()
    (found,) = problems(store)
    assert found == "case 2026-0001: record 2 was taken away without an attorney's mark"


def test_a_paper_goes_as_it_came_and_as_it_was_cleaned_and_no_other_one_does(store: OpenStore) -> None:
    opened = attach(store, kept(store), PDF, [b"as it came"], AT)
    first = opened.head.count
    digest = opened.attached[0].sha256
    opened = attach(
        store, opened, replace(PDF, cleaned_from=digest, row="exhibits[1]", role="original"), [b"cleaned"], AT
    )
    opened = attach(store, opened, PDF, [b"another"], AT)
    assert same_paper(opened, first) == same_paper(opened, first + 1) == (first, first + 1)
    assert same_paper(opened, first + 2) == (first + 2,)
    assert same_paper(opened, 2) == (2,)
    opened = strike(store, opened, same_paper(opened, first), "not hers", LATER)
    assert [one.size for one in opened.attached] == [len(b"another")]


def test_an_exhibit_is_struck_with_all_its_pieces(store: OpenStore) -> None:
    opened = attach(store, kept(store), PDF, [os.urandom(200_000)], AT)
    struck = strike(store, opened, (opened.kept[-1].number,), "not hers", AT)
    assert struck.attached == ()
    with store.reading() as look:
        assert not list(look.rows(Table.CHUNKS))
    assert demand(store, struck)["struck attached"] == 1


def test_what_has_no_answer_cannot_be_struck(store: OpenStore) -> None:
    opened = kept(store)
    with pytest.raises(StoreError, match="no answer that could be struck"):
        redact(store, opened, "hardship.fear", "why", AT)
    with pytest.raises(StoreError, match="holds nothing that can be struck"):
        strike(store, opened, (1,), "why", AT)


def test_an_erased_case_leaves_an_audit_line_with_a_random_id_and_no_row(store: OpenStore) -> None:
    before = {table: len(_rows(store, table)) for table in Table}
    opened = attach(store, kept(store), PDF, [os.urandom(200_000)], AT)
    store.append(opened.stream(Kind.MEETINGS), (Meeting(at="t", minutes=50),), Head(), AT)
    restricted = new_case(store, NewCase("2", invented(), only=(store.person,)), AT)
    for one in (opened, restricted):
        erase(store, one, LATER)
    audit = store.read(store.shelf_stream(Kind.AUDIT))[0]
    assert [one.record.case for one in audit if isinstance(one.record, Act) and one.record.what == "erased a case"] == [
        opened.dossier.id.hex(), restricted.dossier.id.hex(),
    ]  # fmt: skip
    after = {table: len(_rows(store, table)) for table in Table}
    before |= {Table.GONE: 2, Table.HEADS: 1, Table.RECORDS: len(audit)}
    assert after == before
    assert not problems(opened_by(store.tables, ANA))


def _rows(store: OpenStore, table: Table) -> list[object]:
    with store.reading() as look:
        return list(look.rows(table))


def test_a_legal_hold_freezes_erasing_and_striking_until_it_ends(store: OpenStore) -> None:
    opened = set_hold(store, kept(store), "subpoena", AT, on=True)
    assert opened.header.held
    with pytest.raises(StoreError, match="legal hold"):
        erase(store, opened, AT)
    with pytest.raises(StoreError, match="legal hold"):
        redact(store, opened, "client.name", "why", AT)
    let_team_in(store)
    with pytest.raises(StoreError, match="legal hold"):
        redact(opened_by(store.tables, AL), opened, "client.name", "why", AT)
    opened = set_hold(store, opened, "withdrawn", LATER, on=False)
    assert erase(store, opened, LATER) == ()


def test_a_hold_that_began_in_another_window_is_kept_and_an_exhibit_added_there_goes_with_the_case(
    store: OpenStore,
) -> None:
    before = {table: len(_rows(store, table)) for table in (Table.LOCKS, Table.HEADERS, Table.CHUNKS)}
    stale = kept(store)
    opened = set_hold(store, stale, "subpoena", AT, on=True)
    for act in (lambda: erase(store, stale, AT), lambda: redact(store, stale, "client.name", "why", AT)):
        with pytest.raises(StoreError, match="legal hold"):
            act()
    opened = set_hold(store, opened, "withdrawn", AT, on=False)
    attach(store, opened, PDF, [os.urandom(200_000)], AT)
    erase(store, stale, LATER)
    assert {table: len(_rows(store, table)) for table in before} == before
