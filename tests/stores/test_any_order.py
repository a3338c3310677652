"""Whatever a clinic does, in whatever order: the store always holds what a plain model of it holds."""

import os
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from stores.making import ANA, AT, SAID, new_tables, opened_by, set_up

from legalassist.cases.case import Case
from legalassist.stores import sqlite
from legalassist.stores.backups import back_up, restore
from legalassist.stores.cases import NewCase, new_case, open_case, save_case
from legalassist.stores.crew import add_person, remove_person
from legalassist.stores.erasing import erase, redact
from legalassist.stores.exhibits import Paper, attach, content_of
from legalassist.stores.listing import list_cases
from legalassist.stores.parcels import Opener
from legalassist.stores.people import Role
from legalassist.stores.store import NewPerson
from legalassist.stores.verifying import problems

PATHS = st.sampled_from(["client.email", "hardship.fear", "first.detained"])
VALUES = st.one_of(st.booleans(), st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40))


class Clinic(RuleBasedStateMachine):
    """A store beside its model: for each case number, the answers in their order, and the papers' bytes."""

    @initialize(kind=st.sampled_from(["memory", "sqlite"]))
    def begin(self, kind: str) -> None:
        self.kept_in = tempfile.TemporaryDirectory()
        self.folder = Path(self.kept_in.name)
        self.kind = kind
        self.store = set_up(new_tables(kind, self.folder)).store
        self.answers: dict[str, list[tuple[str, object]]] = {}
        self.papers: dict[str, list[bytes]] = {}
        self.count = 0

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.tables.close()
            self.kept_in.cleanup()

    def one(self, which: int) -> str:
        return sorted(self.answers)[which % len(self.answers)]

    @rule()
    def begin_a_case(self) -> None:
        self.count += 1
        number = f"2026-{self.count:04}"
        new_case(self.store, NewCase(number, Case(f"r{self.count}", "tvisa")), AT)
        self.answers[number], self.papers[number] = [], []

    @precondition(lambda self: self.answers)
    @rule(which=st.integers(0, 9), path=PATHS, value=VALUES)
    def answer(self, which: int, path: str, value: bool | str) -> None:
        number = self.one(which)
        opened = open_case(self.store, number)
        save_case(self.store, opened, opened.case.answer(path, value, SAID), AT)
        self.answers[number].append((path, value))

    @precondition(lambda self: self.answers)
    @rule(which=st.integers(0, 9), content=st.binary(max_size=2_000), times=st.sampled_from([1, 90]))
    def attach_a_paper(self, which: int, content: bytes, times: int) -> None:
        number = self.one(which)
        attach(self.store, open_case(self.store, number), Paper("t", "text/plain"), [content] * times, AT)
        self.papers[number].append(content * times)

    @precondition(lambda self: any(self.answers.values()))
    @rule(which=st.integers(0, 9), path=PATHS)
    def strike_a_path(self, which: int, path: str) -> None:
        number = self.one(which)
        if any(one == path and value is not None for one, value in self.answers[number]):
            redact(self.store, open_case(self.store, number), path, "why", AT)
            self.answers[number] = [(one, None if one == path else value) for one, value in self.answers[number]]

    @precondition(lambda self: self.answers)
    @rule(which=st.integers(0, 9))
    def erase_a_case(self, which: int) -> None:
        number = self.one(which)
        erase(self.store, open_case(self.store, number), AT)
        del self.answers[number], self.papers[number]

    @rule()
    def let_somebody_in_and_out(self) -> None:
        person = add_person(self.store, NewPerson("Somebody", Role.CASEWORKER, "their phrase"), AT)
        remove_person(self.store, person, AT)

    @rule()
    def unlock_again(self) -> None:
        self.store = opened_by(self.store.tables, ANA)

    @precondition(lambda self: self.kind == "sqlite")
    @rule()
    def back_up_and_go_on_from_the_backup(self) -> None:
        self.count += 1
        backup, into = self.folder / f"{self.count}.bak", self.folder / f"{self.count}.store"
        back_up(self.store, backup, (self.store.person,), AT)
        self.store.tables.close()
        restore(backup, into, Opener(ANA.passphrase), AT, os.urandom)
        self.store = opened_by(sqlite.open_file(into), ANA)

    @invariant()
    def it_holds_what_the_model_holds(self) -> None:
        if not hasattr(self, "store"):
            return
        assert [one.header.number for one in list_cases(self.store)] == sorted(self.answers)
        for number, answers in self.answers.items():
            opened = open_case(self.store, number)
            assert [(answer.path, answer.value) for answer in opened.case.answers] == answers
            papers = [b"".join(content_of(self.store, one)) for one in opened.attached]
            assert papers == self.papers[number]
        assert problems(self.store) == ()


TestClinic = Clinic.TestCase
TestClinic.settings = settings(max_examples=12, stateful_step_count=15, deadline=None)
