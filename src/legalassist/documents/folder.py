"""Put files into a folder, whole or not at all: written beside it, made durable, then moved into its place.

What may be replaced there is for the caller to say (`check` of `save`): a packet, handouts and a summary each know
their own folder by its record, and none is written over what a person has put there or changed.
"""

import fcntl
import os
import shutil
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from legalassist.errors import DocumentError, UsageError

PRIVATE = 0o700


def _nothing() -> None:
    """Do nothing between writing and putting in place."""


def save(
    files: Mapping[str, bytes], out: Path, *, what: str, check: Callable[[Path], None],
    kept: Callable[[], None] = _nothing,
) -> None:  # fmt: skip
    """Write files (by their path inside) into a new folder beside `out`, make them durable, and put it in its place.

    `what` names them in messages ("the packet"); `check` is asked about `out` first, and what it raises is raised on
    with nothing touched. `kept` is called once the files are durable beside `out` and before they take its place: what
    must be remembered if they are ever seen is remembered there; if it raises, nothing appears at `out`.
    Raises DocumentError where the files cannot be written: what was there before still is.
    """
    check_place(out, what)
    with _alone(out, what):
        check(out)
        _put(files, out, what, kept)


def check_place(out: Path, what: str) -> bool:
    """Say whether something lies in a folder; put an earlier one back first where a save was cut short.

    Raises UsageError where `out` cannot be a folder of ours: it is a file, or has no name of its own (`.`, `..`, `/`).
    """
    if out.name in {"", ".."}:
        message = f"{out} cannot become the folder of {what}: it is made new and put in its place by its name"
        raise UsageError(message, hint="name a folder that need not be there yet, for example --out out/new")
    try:
        bring_back(out)
        if not out.exists():
            return False
        if out.is_dir():
            return any(out.iterdir())
    except OSError as wrong:
        message = f"{out} cannot be looked at: {wrong.strerror}"
        raise UsageError(message, hint="name another folder with --out; nothing there was touched") from None
    message = f"{out} is a file, not a folder"
    raise UsageError(message, hint=f"name a folder for {what} with --out")


def check_empty(out: Path, what: str) -> None:
    """Raise UsageError where something lies in a folder already: `what` is put into a new one each time."""
    if check_place(out, what):
        raise UsageError(f"{out} is not empty", hint=f"name a new folder for {what}; nothing there was touched")


def changed_files(out: Path, digests: Mapping[str, str], *, own: Collection[str] = ()) -> Iterator[str]:
    """Yield the files in a folder that are not as their sha256 says, or not in the list; `own` are not looked at."""
    for path in sorted(out.rglob("*")):
        name = path.relative_to(out).as_posix()
        if not path.is_dir() and name not in own and digests.get(name) != sha256(path.read_bytes()).hexdigest():
            yield name


@contextmanager
def _alone(out: Path, what: str) -> Iterator[None]:
    """Hold the folder around `out` for one save: two at once would mix their files. Ends with the process."""
    try:
        if not out.parent.is_dir():
            out.parent.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        handle = os.open(out.parent, os.O_RDONLY)
    except OSError as wrong:
        raise _not_written(out, what, wrong) from None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def bring_back(out: Path) -> None:
    """Put the earlier folder back where a save was cut short between taking it away and putting the new one there."""
    before = _before(out)
    if before.is_dir() and not out.exists():
        before.rename(out)


def _before(out: Path) -> Path:
    """Return where an earlier folder waits while the new one takes its place."""
    return out.with_name(f".{out.name}.before")


def _put(files: Mapping[str, bytes], out: Path, what: str, kept: Callable[[], None]) -> None:
    """Write the files beside `out`, make them durable, and change places."""
    beside, before = out.with_name(f".{out.name}.new"), _before(out)
    for leftover in (beside, before):
        shutil.rmtree(leftover, ignore_errors=True)
    try:
        _write_all(files, beside)
        _remember(kept, beside)
        if out.exists():
            out.rename(before)
        beside.rename(out)
        _make_durable(out.parent)
    except OSError as wrong:
        if before.exists() and not out.exists():
            before.rename(out)
        shutil.rmtree(beside, ignore_errors=True)
        raise _not_written(out, what, wrong) from None
    shutil.rmtree(before, ignore_errors=True)


def _remember(kept: Callable[[], None], beside: Path) -> None:
    """Call what must come before the files are seen; where it raises, they are taken away again."""
    try:
        kept()
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise


def _not_written(out: Path, what: str, wrong: OSError) -> DocumentError:
    message = f"{what} could not be written to {out}: {wrong.strerror}"
    return DocumentError(message, hint="what was there before is still there; check space and permissions")


def _write_all(files: Mapping[str, bytes], folder: Path) -> None:
    """Write files with permissions for their owner alone, and force them to the disk."""
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
