"""A parcel: one encrypted file that leaves the store, as a backup or as one exported case.

::

    magic (16 bytes) | length (4) | head, JSON in clear: who can open it, no name | sealed chunks of 64 KiB

The head holds the file's key sealed to each recipient, and their slots, so that a passphrase opens a backup although
the machine with the store is gone. The whole clear part is bound into every chunk.

A parcel is written beside its place, forced to the disk, and takes its name in one step.
"""

import json
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from legalassist.errors import StoreError
from legalassist.stores.chunks import SEALED, seal_chunks, unseal_chunks
from legalassist.stores.keypairs import KeyPair, seal_to, unseal_with
from legalassist.stores.sealing import ID_SIZE, KEY_SIZE, Randomness, SealBroken, digest
from legalassist.stores.slots import Slot, open_slot
from legalassist.stores.sqlite import sync_folder

FORMAT = 1
BACKUP = b"legalassist bak\n"
EXPORT = b"legalassist case"
_MOST_HEAD = 1 << 20
_DAMAGED = "it was cut off or changed; take another copy of it"


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who can open a parcel: a person, their public half, and (unless they use the recovery key) their slot."""

    person: bytes
    public: bytes
    slot: Slot | None = None


@dataclass(frozen=True, slots=True)
class Opener:
    """How a parcel is opened: a passphrase, or the pair of a recovery key."""

    passphrase: str = ""
    pair: KeyPair | None = None


def shown_name(path: Path) -> str:
    """Return a file's name as records and messages can hold it: bytes that are no text are spelled out."""
    return path.name.encode("utf-8", "backslashreplace").decode()


def refuse_place(path: Path) -> None:
    """Raise StoreError where a new file cannot stand: before anything is noted or asked that would be for nothing."""
    try:
        if path.name in {"", ".."}:
            raise StoreError("this names a folder, not a file", "name a file in it that is not there yet")
        with suppress(FileNotFoundError):
            path.lstat()
            raise StoreError(f"{shown_name(path)} is there already", "nothing is written over; choose another name")
        if not path.parent.is_dir():
            raise StoreError(f"the folder of {shown_name(path)} is not there", "make it first, or put the stick in")
    except OSError as wrong:
        message = f"{shown_name(path)} could not be written: {wrong.strerror or 'the disk refused'}"
        raise StoreError(message, "choose another folder or a shorter name") from None


def write_parcel(
    path: Path, magic: bytes, recipients: Iterable[Recipient], pieces: Iterable[bytes], randomness: Randomness
) -> None:
    """Write a parcel to a path; StoreError, with nothing left behind, where that is taken or the disk fails."""
    parcel, key = randomness(ID_SIZE), randomness(KEY_SIZE)
    boxes = [
        {
            "person": one.person.hex(),
            "box": seal_to(one.public, key, magic + parcel).hex(),
            "slot": one.slot.written.hex() if one.slot else "",
        }
        for one in recipients
    ]
    head = json.dumps({"format": FORMAT, "parcel": parcel.hex(), "boxes": boxes}).encode()
    clear = magic + len(head).to_bytes(4) + head
    refuse_place(path)
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.unlink(missing_ok=True)  # of an earlier try that was cut off
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(clear)
            for chunk in seal_chunks(key, pieces, digest(clear), randomness):
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
        beside.rename(path)
        sync_folder(path.parent)
    except OSError as wrong:
        message = f"{shown_name(path)} could not be written: {wrong.strerror or 'the disk refused'}"
        raise StoreError(message, "make room, or choose another folder; the store itself is as it was") from None
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


@contextmanager
def open_parcel(path: Path, magic: bytes, opener: Opener) -> Iterator[tuple[bytes, KeyPair, Iterator[bytes]]]:
    """Open a parcel; give who opened it (person and pair) and its content, block by block, each checked first.

    Raises:
        StoreError: no parcel of this sort, a newer one, cut off or changed, or the passphrase or key does not open it.
    """
    try:
        with path.open("rb") as file:
            head, clear = _read_head(file, magic, path.name)
            person, pair, key = _open_boxes(head, magic, opener, path.name)
            yield person, pair, _content(file, key, clear, path.name)
    except OSError as wrong:
        message = f"{shown_name(path) or path} could not be read: {wrong.strerror or 'the disk refused'}"
        raise StoreError(message, "look whether the disk or stick is in place") from None


def _content(file: BinaryIO, key: bytes, clear: bytes, name: str) -> Iterator[bytes]:
    chunks = iter(lambda: file.read(SEALED), b"")
    try:
        yield from unseal_chunks(key, chunks, digest(clear))
    except SealBroken:
        raise StoreError(f"{name} is damaged", _DAMAGED) from None


def _read_head(file: BinaryIO, magic: bytes, name: str) -> tuple[dict[str, object], bytes]:
    """Return the clear head, as data and as the bytes all chunks are bound to."""
    start = file.read(len(magic) + 4)
    if start[: len(magic)] != magic:
        what = "a backup of a case store" if magic == BACKUP else "an exported case"
        raise StoreError(f"{name} is not {what}", "name the right file")
    length = int.from_bytes(start[len(magic) :])
    written = file.read(length) if length <= _MOST_HEAD else b""
    try:
        head = json.loads(written)
        if head["format"] > FORMAT:
            raise StoreError(f"{name} was written by a newer legalassist", "install the newer program here")
        bytes.fromhex(head["parcel"])
        for box in head["boxes"]:
            bytes.fromhex(box["person"] + box["box"] + box["slot"])
    except (ValueError, KeyError, TypeError):
        raise StoreError(f"{name} is damaged at its beginning", _DAMAGED) from None
    return head, start + written


def _open_boxes(head: dict[str, object], magic: bytes, opener: Opener, name: str) -> tuple[bytes, KeyPair, bytes]:
    """Return who opens the parcel, their pair, and its key."""
    boxes: list[dict[str, str]] = head["boxes"]  # type: ignore[assignment]  # `_read_head` looked at each
    purpose = magic + bytes.fromhex(str(head["parcel"]))
    pair = opener.pair
    if pair is None:
        slots = [Slot.read(bytes.fromhex(box["person"]), bytes.fromhex(box["slot"])) for box in boxes if box["slot"]]
        with suppress(SealBroken):
            pair = open_slot(slots, opener.passphrase)[1]
    for box in boxes:
        if pair is not None:
            with suppress(SealBroken):
                return bytes.fromhex(box["person"]), pair, unseal_with(pair, bytes.fromhex(box["box"]), purpose)
    hint = "only the people it was made for, and the recovery key, open it; check the words"
    raise StoreError(f"{name} does not open with this passphrase or key", hint)


def exactly(pieces: Iterator[bytes], name: str) -> Callable[[int], bytes]:
    """Return a reader of that many bytes from a parcel's blocks; StoreError where they end before."""
    waiting = bytearray()

    def read(count: int) -> bytes:
        while len(waiting) < count:
            piece = next(pieces, b"")
            if not piece:
                raise StoreError(f"{name} ends too early", _DAMAGED)
            waiting.extend(piece)
        taken = bytes(waiting[:count])
        del waiting[:count]
        return taken

    return read
