"""Replace a file so that at any moment, also after a power cut, it holds either its old or its new content whole."""

import os
from contextlib import suppress
from fcntl import LOCK_EX, flock
from pathlib import Path

from legalassist.errors import UsageError

_MODE = 0o600


def write_in_place(path: Path, *, before: bytes, after: bytes) -> None:
    """Replace a file's content if it still is what it was, keeping its permissions.

    The new content is written beside the file, forced to the disk, and takes the file's name in one step.

    Raises:
        UsageError: the file holds something else than `before`, or cannot be written; it is then left as it is.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with path.open("rb") as old:
            flock(old, LOCK_EX)  # of two programs, the second one waits here, and then finds the change of the first
            if path.read_bytes() != before:
                message = f"{path.name} was changed by another program since it was opened; nothing was saved"
                raise UsageError(message, "close this, open the case again, and give the last answer once more")
            _write_durably(beside, after, path.stat().st_mode & 0o777)
            beside.replace(path)
            _sync_folder(path.parent)
    except OSError as wrong:
        message = f"{path.name} could not be saved: {wrong.strerror or 'the disk refused'}"
        raise UsageError(message, "the file is as it was; make room or allow writing, then try again") from None
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def write_new(path: Path, content: bytes, *, like: bytes) -> None:
    """Write a file whole or not at all, its folder made where it is new; one of ours that is there is replaced.

    A file is ours if it begins as `like`.

    Raises:
        UsageError: something else lies there, or it cannot be written; what was there is then left as it is.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not path.read_bytes().startswith(like):
            message = f"{path} is there already, and is not a file that this command made"
            raise UsageError(message, "name another file")
        _write_durably(beside, content, _MODE)
        beside.replace(path)
        _sync_folder(path.parent)
    except (OSError, ValueError) as wrong:
        why = getattr(wrong, "strerror", None) or "the disk refused"
        raise UsageError(f"{path} could not be written: {why}", "name a file in a folder that is there") from None
    finally:
        with suppress(OSError, ValueError):
            beside.unlink(missing_ok=True)


def _write_durably(path: Path, content: bytes, mode: int) -> None:
    """Write a new file with these permissions (never wider ones meanwhile) and force it to the disk."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode), "wb") as file:
        os.fchmod(file.fileno(), mode)
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Force a folder's list of names to the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
