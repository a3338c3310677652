"""Kill the program with SIGKILL at random moments, again and again; whatever it acknowledged must be there afterwards.

Run as ``python kills.py COUNT SEED FOLDER``: a process of its own, because it forks. Each run is a child that saves
answers, attaches exhibits, backs up, lets people in and removes them (which wraps every lock anew), erases, migrates,
and writes one line to a pipe after each act that returned. The parent kills it, opens the store, and compares.
"""

import json
import os
import random
import shutil
import signal
import sqlite3
import sys
import time
from datetime import timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from stores.making import ANA, AT, SAID, invented, kept, opened_by, set_up

from legalassist.cases.case import Case
from legalassist.errors import StoreError
from legalassist.stores import migrating, sqlite
from legalassist.stores.backups import back_up, restore
from legalassist.stores.cases import NewCase, new_case, open_case, save_case
from legalassist.stores.crew import add_person, remove_person
from legalassist.stores.erasing import erase, redact
from legalassist.stores.exhibits import Paper, attach, content_of
from legalassist.stores.listing import list_cases
from legalassist.stores.parcels import Opener
from legalassist.stores.people import Role
from legalassist.stores.store import NewPerson, OpenStore
from legalassist.stores.verifying import problems

NEXT = """
import sqlalchemy as sa
from alembic import op
revision, down_revision = "r9999", "r0001"
def upgrade():
    op.create_table("later", sa.Column("owner", sa.LargeBinary(16)), sa.Column("sealed", sa.LargeBinary))
    for _ in range(40):
        op.execute("INSERT INTO later SELECT owner, max(sealed) FROM records GROUP BY owner")
        op.execute("DELETE FROM later")
"""


def newer_scripts(folder: Path) -> Path:
    """Return migrations with one revision more than today's, for a migration to be killed in."""
    scripts = folder / "scripts"
    if not scripts.exists():
        shutil.copytree(migrating.SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
        (scripts / "versions/r9999.py").write_text(NEXT, encoding="utf-8")
    return scripts


def work(folder: Path, seed: int, tell: int) -> None:
    """Act on the store until killed; tell of every act that returned."""
    chance = random.Random(seed)  # noqa: S311 -- picks acts, not keys
    tables = sqlite.open_file(folder / "clinic.store")
    store = opened_by(tables, ANA)
    opened = open_case(store, "2026-0001")
    others: dict[str, str] = {}
    for turn in range(10_000):
        act = chance.choices(("answer", "exhibit", "strike", "backup", "crew", "erase"), (12, 3, 2, 1, 1, 1))[0]
        said = {"act": act, "turn": f"{seed}-{turn}"}
        if act == "answer":
            opened = save_case(store, opened, opened.case.answer("hardship.fear", f"{seed}-{turn}", SAID), AT)
        elif act == "exhibit":
            content = f"{seed}-{turn}".encode() * chance.randrange(1, 30_000)
            opened = attach(store, opened, Paper(f"{seed}-{turn}", "text/plain"), [content], AT)
        elif act == "strike":
            opened = save_case(store, opened, opened.case.answer("client.email", f"{seed}-{turn}", SAID), AT)
            opened = redact(store, opened, "client.email", "another person's", AT)
        elif act == "backup":
            back_up(store, folder / f"{seed}-{turn}.bak", (store.person,), AT)
        elif act == "crew":
            new = add_person(store, NewPerson(f"{seed}-{turn}", Role.CASEWORKER, f"phrase {turn}"), AT)
            remove_person(store, new, AT)
        else:
            number = f"gone {seed}-{turn}"
            erase(store, new_case(store, NewCase(number, Case("r", "tvisa")), AT), AT)
            others[number] = "erased"
        os.write(tell, (json.dumps(said) + "\n").encode())


def migrate(folder: Path, _seed: int, tell: int) -> None:
    """Bring a copy of the store to a newer revision; tell when that returned."""
    sqlite.open_file(folder / "migrating.store", newer_scripts(folder)).close()
    os.write(tell, b'{"act": "migrated"}\n')


def killed(act: object, folder: Path, seed: int, after: float) -> list[dict[str, str]]:
    """Run an act in a child, kill it after some seconds, and return what it told."""
    hear, tell = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(hear)
        try:
            act(folder, seed, tell)  # type: ignore[operator]
        finally:
            os._exit(1 if sys.exc_info()[0] else 0)
    os.close(tell)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(hear) as told:
        return [json.loads(line) for line in told]


def wrong_after(folder: Path, told: list[dict[str, str]]) -> list[str]:
    """Return what is not as it was acknowledged, or only half there."""
    tables = sqlite.open_file(folder / "clinic.store")
    store = opened_by(tables, ANA)
    wrong = list(problems(store))
    opened = open_case(store, "2026-0001")
    papers = {one.title: one for one in opened.attached}
    there = {
        "answer": {str(answer.value) for answer in opened.case.history("hardship.fear")},
        "exhibit": set(papers),
        "backup": {path.stem for path in folder.glob("*.bak")},
    }
    struck = {str(answer.value) for answer in opened.case.history("client.email")}
    for one in told:
        if one["act"] in there and one["turn"] not in there[one["act"]]:
            wrong.append(f"the acknowledged {one['act']} {one['turn']} is lost")
        if one["act"] == "strike" and one["turn"] in struck:
            wrong.append(f"the acknowledged strike {one['turn']} is undone")
    for title, one in papers.items():
        if not b"".join(content_of(store, one)).startswith(title.encode()):
            wrong.append(f"the exhibit {title} is not what was attached")
    numbers = {one.header.number for one in list_cases(store)}
    if any(f"gone {one.get('turn')}" in numbers for one in told if one["act"] == "erase"):
        wrong.append("an acknowledged erasure is undone")
    wrong += half_written_backups(folder, store)
    tables.close()
    return wrong


def half_written_backups(folder: Path, store: OpenStore) -> list[str]:
    """Return the backups that have their name and do not restore; then remove them all, and what was left of others."""
    wrong = []
    for path in folder.glob("*.bak"):
        into = folder / "tried.store"
        try:
            restore(path, into, Opener(ANA.passphrase), AT + timedelta(days=1), os.urandom)
        except StoreError as refused:
            wrong.append(f"{path.name}: {refused.message}")
        sqlite.remove(into)
        path.unlink()
    for left in folder.glob(".*.new"):
        left.unlink()
    return wrong + ([] if store.whole else ["the store is damaged"])


def run(count: int, seed: int, folder: Path) -> dict[str, object]:
    """Kill the program so many times; return how many acts it had acknowledged, and everything that was wrong."""
    chance = random.Random(seed)  # noqa: S311 -- as above
    folder.mkdir(parents=True, exist_ok=True)
    tables = sqlite.make(folder / "clinic.store")
    kept(set_up(tables).store, case=invented())
    tables.close()
    wrong: list[str] = []
    acts = 0
    for number in range(count):
        if number % 5 == 4:
            source = sqlite3.connect(folder / "clinic.store")
            target = sqlite3.connect(folder / "migrating.store")
            source.backup(target)
            source.close()
            target.close()
            newer_scripts(folder)  # whole, before a child can be killed while it copies them
            told = killed(migrate, folder, number, chance.uniform(0, 0.35))
            sqlite.open_file(folder / "migrating.store", newer_scripts(folder)).close()
            (folder / "migrating.store").rename(folder / "migrated.store")
            migrated = sqlite.open_file(folder / "migrated.store", newer_scripts(folder))
            wrong += problems(opened_by(migrated, ANA))
            migrated.close()
            sqlite.remove(folder / "migrated.store")
        else:
            told = killed(work, folder, seed * 100_000 + number, chance.uniform(0.02, 0.5))
            wrong += wrong_after(folder, told)
        acts += len(told)
    return {"runs": count, "acts": acts, "wrong": wrong}


if __name__ == "__main__":
    print(json.dumps(run(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))))  # noqa: T201 -- its one output
