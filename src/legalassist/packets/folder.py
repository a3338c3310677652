"""Put a packet into a folder, whole or not at all, and never over something a person has changed there."""

import fcntl
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from legalassist.errors import DocumentError, UsageError
from legalassist.packets.manifest import MANIFEST, Manifest, read_manifest

PRIVATE = 0o700
CHANGES = "internal/changes-"
"""What changed since a piece was edited: told to a person, no part of the packet."""


def save(files: Mapping[str, bytes], out: Path) -> None:
    """Write a packet's files into a new folder beside `out`, make them durable, and put the folder in its place.

    An earlier packet there is replaced only if it is as it was written. Raises UsageError where the folder holds
    something else, DocumentError where a file of the packet has been changed since: nothing is touched then.
    """
    with _alone(out):
        check_untouched(out)
        _put(files, out)


@contextmanager
def _alone(out: Path) -> Iterator[None]:
    """Hold the folder around `out` for one save: two builds at once would mix their files. Ends with the process."""
    if not out.parent.is_dir():
        out.parent.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
    handle = os.open(out.parent, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def bring_back(out: Path) -> None:
    """Put the earlier packet back where a save was cut short between taking it away and putting the new one there."""
    before = _before(out)
    if before.is_dir() and not out.exists():
        before.rename(out)


def _before(out: Path) -> Path:
    """Return where an earlier packet waits while the new one takes its place."""
    return out.with_name(f".{out.name}.before")


def _put(files: Mapping[str, bytes], out: Path) -> None:
    """Write the files beside `out`, make them durable, and change places."""
    beside, before = out.with_name(f".{out.name}.new"), _before(out)
    for leftover in (beside, before):
        shutil.rmtree(leftover, ignore_errors=True)
    try:
        _write_all(files, beside)
        if out.exists():
            out.rename(before)
        beside.rename(out)
        _make_durable(out.parent)
    except OSError as wrong:
        if before.exists() and not out.exists():
            before.rename(out)
        shutil.rmtree(beside, ignore_errors=True)
        message = f"the packet could not be written to {out}: {wrong.strerror}"
        raise DocumentError(message, hint="what was there before is still there; check space and permissions") from None
    shutil.rmtree(before, ignore_errors=True)


def check_untouched(out: Path) -> None:
    """Refuse a folder that holds anything but a packet as it was written."""
    bring_back(out)
    if not out.exists():
        return
    if not out.is_dir():
        message = f"{out} is a file, not a folder"
        raise UsageError(message, hint="name a folder for the packet with --out")
    if not any(out.iterdir()):
        return
    if not (out / MANIFEST).is_file():
        message = f"{out} is not empty, and holds no packet"
        raise UsageError(message, hint="name another folder with --out; nothing there was touched")
    changed = tuple(_changed(out, read_manifest(out)))
    if changed:
        message = f"{out}: changed since the packet was made: {', '.join(changed)}"
        hint = "bind edited pieces with 'legalassist packet bind --use PIECE=FILE', or move the files away first"
        raise DocumentError(message, hint=hint)


def _changed(out: Path, manifest: Manifest) -> Iterator[str]:
    """Yield the files that are not as the manifest has them: changed, or not of the packet at all."""
    for path in sorted(out.rglob("*")):
        name = path.relative_to(out).as_posix()
        if path.is_dir() or name == MANIFEST or name.startswith(CHANGES):
            continue
        if manifest.files.get(name) != sha256(path.read_bytes()).hexdigest():
            yield name


def _write_all(files: Mapping[str, bytes], folder: Path) -> None:
    folder.mkdir(mode=PRIVATE, parents=True)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    for inside in (*(one for one in folder.rglob("*") if one.is_dir()), folder):
        _make_durable(inside)


def _make_durable(folder: Path) -> None:
    """Make a folder's entries survive a power cut (POSIX: the directory itself must be synced)."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@dataclass(frozen=True, slots=True)
class Earlier:
    """What the packet that lies in a folder spares us: PDFs by the key they were made from, text digests by PDF."""

    pdfs: dict[str, bytes]
    texts: dict[str, str]


def earlier_packet(out: Path) -> Earlier:
    """Return the pieces of the packet that lies in a folder: they are not laid out again.

    A piece whose file is not what the manifest says is left out. An unreadable manifest means there is nothing to use.
    """
    earlier = Earlier({}, {})
    if not (out / MANIFEST).is_file():
        return earlier
    try:
        manifest = read_manifest(out)
    except DocumentError:
        return earlier
    for piece in manifest.pieces:
        path = out / "pieces" / f"{piece.code}.pdf"
        if path.is_file() and sha256(content := path.read_bytes()).hexdigest() == piece.pdf_sha256:
            earlier.pdfs[piece.key] = content
            if piece.text_sha256:
                earlier.texts[piece.pdf_sha256] = piece.text_sha256
    return earlier


def write_changes(out: Path, code: str, text: str) -> None:
    """Write what changed since a piece was edited into the packet's folder, for a person to read."""
    path = out / f"{CHANGES}{code}.txt"
    path.parent.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
    path.write_text(text + "\n", encoding="utf-8")
