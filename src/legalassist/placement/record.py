"""What the clinic keeps of a teaser: its reference and what went into it. Files are put down whole or not at all.

The record stays in ``internal/``. It names no client: which case it is about is a hash made with the reference.
"""

import os
import shutil
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from legalassist.errors import DocumentError, UsageError

RECORD = "internal/record.json"
PRIVATE = 0o700


class Record(BaseModel):
    """One teaser as it was made."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    reference: str
    case: str
    profile: str
    as_of: str
    answer_by: str
    program: str
    yes: tuple[str, ...]
    asks: tuple[str, ...]
    files: dict[str, str]


def case_mark(reference: str, file_number: str) -> str:
    """Return what ties a record to a case for those who know the case, and tells nobody else which it is."""
    return sha256(f"{reference}\0{file_number}".encode()).hexdigest()


def read_record(out: Path) -> Record | None:
    """Return the record in a folder, None where there is none; raises DocumentError where it cannot be read."""
    path = out / RECORD
    if not path.is_file():
        return None
    try:
        return Record.model_validate_json(path.read_bytes())
    except (ValidationError, OSError):
        message = f"{path} is not a record of a summary"
        raise DocumentError(message, hint="move the folder away, or name another one with --out") from None


def save(files: Mapping[str, bytes], record: Record, out: Path) -> None:
    """Write the files and the record into a new folder and put it in its place.

    An earlier summary there is replaced only if it is as it was written: raises UsageError where the folder holds
    something else, DocumentError where a file was changed since; nothing is touched then.
    """
    check_untouched(out)
    beside, before = out.with_name(f".{out.name}.new"), out.with_name(f".{out.name}.before")
    try:
        for leftover in (beside, before):
            shutil.rmtree(leftover, ignore_errors=True)
        _write(beside, {**files, RECORD: record.model_dump_json(indent=2).encode() + b"\n"})
        if out.exists():
            out.rename(before)
        beside.rename(out)
        _sync(out.parent)
    except OSError as wrong:
        if before.exists() and not out.exists():
            before.rename(out)
        shutil.rmtree(beside, ignore_errors=True)
        message = f"the summary could not be written to {out}: {wrong.strerror}"
        raise DocumentError(message, hint="what was there before is still there; check space and permissions") from None
    shutil.rmtree(before, ignore_errors=True)


def check_untouched(out: Path) -> None:
    """Refuse a folder that holds anything but a summary as it was written."""
    if not out.exists():
        return
    if not out.is_dir():
        message = f"{out} is a file, not a folder"
        raise UsageError(message, hint="name a folder with --out")
    record = read_record(out)
    if record is None and any(out.iterdir()):
        message = f"{out} is not empty, and holds no summary"
        raise UsageError(message, hint="name another folder with --out; nothing there was touched")
    changed = tuple(_changed(out, record)) if record is not None else ()
    if changed:
        message = f"{out}: changed since the summary was made: {', '.join(changed)}"
        raise DocumentError(message, hint="move the files away first; a summary is not edited by hand")


def _changed(out: Path, record: Record) -> Iterator[str]:
    for path in sorted(out.rglob("*")):
        name = path.relative_to(out).as_posix()
        if path.is_file() and name != RECORD and record.files.get(name) != sha256(path.read_bytes()).hexdigest():
            yield name


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
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
        _sync(inside)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
