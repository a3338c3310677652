"""Keep cases: begin one, list, look through, add papers, take one out and bring one in, strike, hold, erase.

What these verbs return is for a person who unlocked the store; nothing of it goes into messages of errors.
"""

import stat
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from legalassist.api.lines import LONGEST_REASON, LONGEST_TITLE, one_line, person_name
from legalassist.api.numbers import draw
from legalassist.cases.case import Case
from legalassist.errors import StoreError, UsageError
from legalassist.stores import cases, crew, erasing, exports
from legalassist.stores.cases import NewCase, OpenCase
from legalassist.stores.crew import Removed
from legalassist.stores.exhibits import Paper, attach, content_of
from legalassist.stores.exports import Lockup, Shape
from legalassist.stores.listing import Listed, list_cases
from legalassist.stores.parcels import shown_name
from legalassist.stores.people import Person, Role
from legalassist.stores.records import Answered, Attached, Held, Kept, ReadAloud, Record, Struck, Tombstone
from legalassist.stores.slots import Cost
from legalassist.stores.store import NewPerson, OpenStore

_BLOCK = 1 << 18
NOTE = "note:"
"""How a person names the notes on a contradiction, before its short id."""
_KINDS = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"PK\x03\x04", "application/zip"),
)


def free_number(store: OpenStore) -> str:
    """Return a case number nobody has: random, so that it tells neither how many cases there are nor which is newer."""
    taken = {one.header.number for one in list_cases(store)}
    while (number := f"C-{draw(store.randomness, 4)}") in taken:
        pass
    return number


# ---- new, list, show ----


def begin(
    store: OpenStore, interview: str, at: datetime, *, only: tuple[str, ...] = (), recoverable: bool = True
) -> str:
    """Begin a case and return its number; `only` names who may open a restricted one.

    Raises UsageError for somebody who is not in the store, StoreError where it refuses.
    """
    people = tuple(person_named(store, name) for name in only)
    reference = "-".join(draw(store.randomness, 4) for _ in range(2))
    new = NewCase(free_number(store), Case(reference, interview), people, recoverable)
    return cases.new_case(store, new, at).header.number


def listed(store: OpenStore) -> tuple[Listed, ...]:
    """Return the cases the person's keys open, by number."""
    return list_cases(store)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a case's history: number, when (UTC), by whom, what, about which path, and why (struck, held)."""

    number: int
    at: str
    by: str
    what: str
    path: str = ""
    why: str = ""


def history(store: OpenStore, opened: OpenCase, path: str = "") -> Iterator[Entry]:
    """Yield what happened to a case, oldest first, or only to one path; nothing of what was said."""
    names = {person.hex: person.name for person in store.people()}
    for kept in opened.kept:
        entry = _entry(kept, names)
        if not path or entry.path == path:
            yield entry


def _entry(kept: Kept, names: dict[str, str]) -> Entry:
    record = kept.record
    by = names.get(record.by, "somebody who is no longer here")
    if isinstance(record, Tombstone):
        entered = names.get(record.entered_by, record.entered_by)  # of a paper it is an id, of an answer a name
        what = f"struck ({record.was_kind}), entered by {entered} at {record.entered_at}"
        return Entry(kept.number, record.at, by, what, record.path, record.why)
    return Entry(kept.number, record.at, by, *_what(record))


def _what(record: Record) -> tuple[str, str, str]:
    """Return what a record is, its path, and its reason."""
    match record:
        case Answered(entered_by=entered, path=path):
            return f"answer, entered by {entered}", path, ""
        case ReadAloud(entered_by=entered, outcome=outcome):
            return f"papers read to the client ({outcome}), entered by {entered}", "", ""
        case Attached(what=what, title=title):
            return f"{what}: {title}", "", ""
        case Held(on=on, why=why):
            return "legal hold begins" if on else "legal hold ends", "", why
        case Struck(numbers=numbers, why=why):
            return f"struck {len(numbers)} records", "", why
        case _:
            return record.kind, "", ""


# ---- papers ----


def add_exhibit(store: OpenStore, opened: OpenCase, path: Path, title: str, at: datetime) -> int:
    """Keep a file with a case, byte for byte as it is; return the number of its record.

    The file is read only, never opened as what it says it is. Raises UsageError where it cannot be read, is empty or no
    file; StoreError where it is too long or the store refuses.
    """
    try:
        if not path.is_dir() and not stat.S_ISREG(path.stat().st_mode):  # a folder says so itself, below
            raise UsageError("the exhibit is no file", "name a file that is there")
        with path.open("rb") as file:
            start = file.read(16)
            if not start:
                raise UsageError("the exhibit is an empty file", "look whether the scan or the copy went wrong")
            file.seek(0)
            kind = next((kind for magic, kind in _KINDS if start.startswith(magic)), "application/octet-stream")
            after = attach(store, opened, Paper(title, kind), iter(lambda: file.read(_BLOCK), b""), at)
    except OSError as wrong:
        raise UsageError(f"the exhibit cannot be read: {wrong.strerror}", "name a file that is there") from None
    return after.kept[-1].number


def paper_title(title: str | None, path: Path) -> str:
    """Return what a paper is called: what a person said, or its file's name; UsageError for what is no line of text."""
    return one_line(title or shown_name(path), "title", LONGEST_TITLE)


def papers(opened: OpenCase) -> tuple[tuple[int, Attached], ...]:
    """Return the exhibits and documents of a case with the numbers of their records."""
    return tuple((one.number, one.record) for one in opened.kept if isinstance(one.record, Attached))


def paper_content(store: OpenStore, opened: OpenCase, number: int) -> bytes:
    """Return the bytes of one paper; UsageError where the case has none with this number."""
    attached = dict(papers(opened)).get(number)
    if attached is None:
        raise UsageError(f"record {number} of this case is no exhibit", "'case show' lists them with their numbers")
    return b"".join(content_of(store, attached))


# ---- out and in ----


def export(  # noqa: PLR0913, PLR0917 -- which case, where, how much, locked how, when
    store: OpenStore, opened: OpenCase, path: Path, passphrase: str, cost: Cost, at: datetime, *, shape: Shape
) -> None:
    """Write a case as an encrypted file that opens with a passphrase; raises what `export_case` raises."""
    exports.export_case(store, opened, path, Lockup(passphrase, cost), at, shape=shape)


def bring_in(store: OpenStore, path: Path, passphrase: str, at: datetime) -> str:
    """Bring an exported case in under a number of its own, and return that; raises what `import_case` raises."""
    return exports.import_case(store, path, passphrase, free_number(store), at).header.number


# ---- people ----


def person_named(store: OpenStore, name: str) -> Person:
    """Return the person with a name; UsageError where there is none, or more than one."""
    found = [one for one in store.people() if one.name == name and one.role is not Role.RECOVERY]
    if len(found) != 1:
        raise UsageError("nobody in the store has this name" if not found else "two people have this name",
                         "'legalassist case people list' shows who is there")  # fmt: skip
    return found[0]


def let_in(store: OpenStore, name: str, role: str, passphrase: str, at: datetime) -> None:
    """Let a person in with a passphrase the program made; StoreError for no supervisor, UsageError for a taken name."""
    name = person_name(name)
    if any(one.name.casefold() == name.casefold() for one in store.people()):
        raise UsageError("somebody in the store has this name already", "add what tells the two apart")
    crew.add_person(store, NewPerson(name, Role(role), passphrase), at)


def let_go(store: OpenStore, name: str, at: datetime) -> Removed:
    """Remove a person; return what has to be said to whoever removes them."""
    return crew.remove_person(store, person_named(store, name), at)


def strike(store: OpenStore, opened: OpenCase, what: str, why: str, at: datetime) -> None:
    """Strike every answer to a path, one record by its number, or the notes on a contradiction (``note:ID``).

    Who, when and why stay, and of a note that the contradiction was settled.

    Raises StoreError where there is nothing to strike, a hold is on, or the person is no attorney.
    """
    if what.startswith(NOTE):
        erasing.shred_note(store, opened, what.removeprefix(NOTE), why, at)
    elif what.isdigit():
        erasing.strike(store, opened, erasing.same_paper(opened, int(what)), why, at)
    else:
        erasing.redact(store, opened, what, why, at)


def required_why(why: str) -> str:
    """Return a reason; StoreError for none: who reads the tombstone in a year needs one."""
    if not why.strip():
        raise StoreError("a reason is needed, and stays on record", "say it without what is to disappear")
    return one_line(why, "reason", LONGEST_REASON)
