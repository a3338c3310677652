"""Put printed handouts into a folder, whole or not at all, and never over something a person has put there."""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from legalassist.documents import folder
from legalassist.errors import UsageError

RECORD = "handouts.json"
"""What was printed, from which texts and authorities, with the sha256 of every file beside it. No name of a person."""

_WHAT = "the handouts"


def save(files: Mapping[str, bytes], record: Mapping[str, object], out: Path) -> None:
    """Write the files and their record into a new folder beside `out`, then put it in its place.

    What an earlier print left there is replaced if it is as it was written. Raises UsageError where the folder holds
    anything else, DocumentError where it cannot be written: what was there before is then still there.
    """
    digests = {name: sha256(content).hexdigest() for name, content in sorted(files.items())}
    written = json.dumps({**record, "files": digests}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    folder.save({**files, RECORD: written.encode()}, out, what=_WHAT, check=check_untouched)


def check_untouched(out: Path) -> None:
    """Refuse a folder that holds anything but handouts as they were printed; raises UsageError."""
    if folder.check_place(out, _WHAT) and not _as_printed(_inside(out)):
        message = f"{out} holds something else than handouts as they were printed"
        raise UsageError(message, hint="name another folder with --out; nothing there was touched")


def _inside(out: Path) -> dict[str, Path]:
    """Return what lies in a folder, by its name inside; an empty folder inside is something of its own."""
    found = [path for path in out.rglob("*") if not path.is_dir() or not any(path.iterdir())]
    return {path.relative_to(out).as_posix(): path for path in found}


def _as_printed(found: Mapping[str, Path]) -> bool:
    try:
        files = json.loads(found[RECORD].read_bytes())["files"]
        digests = {name: sha256(path.read_bytes()).hexdigest() for name, path in found.items() if name != RECORD}
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return bool(digests == files)
