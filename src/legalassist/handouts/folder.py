"""Put printed handouts into a folder, whole or not at all, and never over something a person has put there."""

import json
import os
import shutil
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from legalassist.errors import DocumentError, UsageError

RECORD = "handouts.json"
"""What was printed, from which texts and authorities, with the sha256 of every file beside it. No name of a person."""

_PRIVATE = 0o700


def save(files: Mapping[str, bytes], record: Mapping[str, object], out: Path) -> None:
    """Write the files and their record into a new folder beside `out`, then put it in its place.

    What an earlier print left there is replaced if it is as it was written. Raises UsageError where the folder holds
    anything else, DocumentError where it cannot be written: what was there before is then still there.
    """
    check_untouched(out)
    digests = {name: sha256(content).hexdigest() for name, content in sorted(files.items())}
    written = json.dumps({**record, "files": digests}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    beside, before = (out.with_name(f".{out.name}.{word}") for word in ("new", "before"))
    for leftover in (beside, before):
        shutil.rmtree(leftover, ignore_errors=True)
    try:
        _write_all({**files, RECORD: written.encode()}, beside)
        if out.exists():
            out.rename(before)
        beside.rename(out)
    except OSError as wrong:
        if before.exists() and not out.exists():
            before.rename(out)
        shutil.rmtree(beside, ignore_errors=True)
        message = f"the handouts could not be written to {out}: {wrong.strerror}"
        raise DocumentError(message, hint="what was there before is still there; check space and permissions") from None
    shutil.rmtree(before, ignore_errors=True)


def check_untouched(out: Path) -> None:
    """Refuse a folder that holds anything but handouts as they were printed; raises UsageError."""
    if not out.exists():
        return
    if not out.is_dir():
        message = f"{out} is a file, not a folder"
        raise UsageError(message, hint="name a folder for the handouts with --out")
    found = {path.name: path for path in out.iterdir()}
    if found and not _as_printed(found):
        message = f"{out} holds something else than handouts as they were printed"
        raise UsageError(message, hint="name another folder with --out; nothing there was touched")


def _as_printed(found: Mapping[str, Path]) -> bool:
    try:
        files = json.loads(found[RECORD].read_bytes())["files"]
        digests = {name: sha256(path.read_bytes()).hexdigest() for name, path in found.items() if name != RECORD}
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return bool(digests == files)


def _write_all(files: Mapping[str, bytes], folder: Path) -> None:
    folder.mkdir(mode=_PRIVATE, parents=True)
    for name, content in files.items():
        with (folder / name).open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
