"""A case store for the commands' tests: set up once, copied for each test."""

import shutil
from pathlib import Path

import pytest
from cli.office import Office, set_up

from legalassist.cli import agent_client, backup, case_people, restore, store_door, unlock
from legalassist.cli.agent import Agent


@pytest.fixture(scope="session")
def first_office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """A store that was set up through the command."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(case_people, "protect_memory", lambda: None)
        return set_up(tmp_path_factory.mktemp("office") / "data")


@pytest.fixture
def office(first_office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """A copy of it, unlocked, with an agent of its own; the tests' own process stays open to debuggers."""
    data = tmp_path / "data"
    shutil.copytree(first_office.data, data)
    agent = Agent()
    agent.key, agent.idle = dict(first_office.agent.key or {}), 600.0
    copy = Office(data, first_office.passphrase, first_office.recovery, agent)
    monkeypatch.setattr(agent_client, "_talk", copy.talk)
    for door in (backup, case_people, restore, store_door, unlock):
        monkeypatch.setattr(door, "protect_memory", lambda: None)
    return copy
