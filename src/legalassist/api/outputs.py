"""Plain files that left the store: where they were written, and shredding them.

The register lies in the case's own stream of releases, so it is as secret as the case and goes when that is erased.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from legalassist.errors import UsageError
from legalassist.packets.manifest import MANIFEST
from legalassist.placement.record import RECORD
from legalassist.stores.cases import OpenCase, add_to_stream, read_stream
from legalassist.stores.records import Kind, Released
from legalassist.stores.store import OpenStore
from legalassist.stores.tally import written_time

WRITTEN, SHREDDED = "plain files written", "plain files shredded"
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Output:
    """A place plain files of a case were written to, when last (UTC), and what is known of it now."""

    path: Path
    at: str
    there: bool


# ---- the register ----


def register(store: OpenStore, opened: OpenCase, path: Path, at: datetime, what: str = WRITTEN) -> None:
    """Note where plain files of a case go (before they do) or went from; raises what saving to the store raises."""
    record = Released(at=written_time(at), by=store.person.hex, what=what, to=str(path.resolve()), consent="")
    with store.changing(at) as change:
        add_to_stream(store, change, opened, Kind.RELEASES, record)
        store.note(change, at, what, opened.dossier.id.hex())


def outputs(store: OpenStore, opened: OpenCase) -> tuple[Output, ...]:
    """Return the places that were written to and not shredded since, in the order they were first used."""
    last: dict[str, Released] = {}
    for kept in read_stream(store, opened, Kind.RELEASES):
        if isinstance(kept.record, Released) and kept.record.what in {WRITTEN, SHREDDED}:
            last[kept.record.to] = kept.record
    standing = (one for one in last.values() if one.what == WRITTEN)
    return tuple(Output(Path(one.to), one.at, os.path.lexists(one.to)) for one in standing)


# ---- shredding ----


def shred(store: OpenStore, opened: OpenCase, output: Output, at: datetime) -> int:
    """Overwrite and remove what lies at a registered place; return how many files there were.

    A folder must hold a packet or a summary of ours: everything in it goes, edited files too. Raises UsageError where
    it does not, or where a file cannot be overwritten; what could be was.
    """
    path = output.path
    folder = path.is_dir() and not path.is_symlink()
    ours = any((path / name).is_file() for name in (MANIFEST, RECORD))
    if folder and not ours and any(path.iterdir()):
        raise UsageError(f"{path} holds no packet or summary any more", "look what is there, and remove it yourself")
    beside = (path.with_name(f".{path.name}.{end}") for end in ("new", "before"))  # of a build that was cut off
    try:
        count = sum(_shred(one) for one in (path, *beside) if os.path.lexists(one))
    except OSError as wrong:
        raise UsageError(f"{path} could not be shredded whole: {wrong.strerror}", "close what uses it") from None
    register(store, opened, path, at, SHREDDED)
    return count


def _shred(path: Path) -> int:
    """Overwrite and remove a file, or a folder with all that is in it; links are removed, never followed."""
    if path.is_symlink() or not (path.is_file() or path.is_dir()):
        path.unlink()
        return 0
    if path.is_file():
        _overwrite(path)
        path.unlink()
        return 1
    count = sum(_shred(one) for one in _inside(path))
    path.rmdir()
    return count


def _inside(folder: Path) -> Iterator[Path]:
    yield from sorted(folder.iterdir())


def _overwrite(path: Path) -> None:
    """Write zeros over a file's bytes and force them to the disk; a solid-state disk may keep the old block."""
    with suppress(PermissionError):
        path.chmod(0o600)
    with path.open("r+b") as file:
        left = path.stat().st_size
        while left > 0:
            left -= file.write(bytes(min(left, _BLOCK)))
        file.flush()
        os.fsync(file.fileno())
