"""Examine where this machine keeps copies of what a program holds: disk, swap, cloud folders, printing, search.

Warnings only: nothing here can be mended by the program, and what cannot be told is said to be so.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from legalassist.api.examining import Result
from legalassist.api.synced import synced_by

_INDEXERS = ("tracker3", "localsearch", "balooctl", "balooctl6", "recollindex")
_KEPT_BY_DEFAULT = re.compile(r"^\s*PreserveJobFiles\s+(no|off|false)\b", re.IGNORECASE | re.MULTILINE)


def examine_machine(data: Path, system: Path) -> tuple[Result, ...]:
    """Examine the machine whose root folder is `system` for a data folder; nothing raises."""
    return (
        _cloud(data),
        _private(data),
        _disk(data, system),
        _swap(system),
        _printing(system),
        _indexing(data, system),
    )


def _cloud(data: Path) -> Result:
    found = synced_by(data)
    fix = "move the data folder, and name it with LEGALASSIST_DATA"
    said = f"{found!r} is copied to a cloud service" if found else "the data folder is in no cloud folder known by name"
    return Result("cloud folder", well=not found, found=said, fix=fix, serious=False)


def _private(data: Path) -> Result:
    """Say whether other people of this machine may look into the data folder."""
    open_to_others = data.is_dir() and bool(data.stat().st_mode & 0o077)
    said = "others on this machine may look into it" if open_to_others else "only yours, or not made yet"
    return Result("data folder", not open_to_others, said, f"chmod 700 {data}", serious=False)


def _disk(data: Path, system: Path) -> Result:
    """Say whether the disk below the data folder is encrypted, as far as Linux tells."""
    there = next(folder for folder in (data.absolute(), *data.absolute().parents) if folder.exists())
    number = there.stat().st_dev
    block = system / "sys/dev/block" / f"{os.major(number)}:{os.minor(number)}"
    well = _encrypted(block)
    said = "encrypted" if well else "no encryption of the disk was found below the data folder"
    fix = "encrypt the whole disk (LUKS, FileVault, BitLocker): plain files you make for printing lie on it"
    return Result("disk encryption", well, said, fix, serious=False)


def _encrypted(block: Path) -> bool:
    """Say whether a block device, or every one it is made of, is a dm-crypt device."""
    uuid = block / "dm" / "uuid"
    if uuid.is_file() and uuid.read_text(encoding="utf-8", errors="replace").startswith("CRYPT-"):
        return True
    below = block / "slaves"
    parts = sorted(below.iterdir()) if below.is_dir() else []
    return bool(parts) and all(_encrypted(one) for one in parts)


def _swap(system: Path) -> Result:
    """Say whether memory can get onto the disk in clear: swap that is neither in memory nor encrypted."""
    plain = list(_plain_swap(system))
    state = system / "sys/power/state"
    sleeps = state.is_file() and "disk" in state.read_text(encoding="utf-8").split()
    said = f"{', '.join(plain)} is not encrypted" if plain else "no swap, or none that is not encrypted"
    if plain and sleeps:
        said += ", and hibernation writes all memory there"
    return Result("swap", not plain, said, "encrypt the swap (dm-crypt) or use zram", serious=False)


def _plain_swap(system: Path) -> Iterator[str]:
    listed = system / "proc/swaps"
    lines = listed.read_text(encoding="utf-8").splitlines()[1:] if listed.is_file() else []
    for line in lines:
        name = Path(line.split()[0])
        device = (system / name.relative_to("/")).resolve().name
        if not device.startswith("zram") and not _encrypted(system / "sys/class/block" / device):
            yield str(name)


def _printing(system: Path) -> Result:
    """Say whether CUPS keeps the files of jobs that are done: it does for a day, unless told otherwise."""
    told = system / "etc/cups/cupsd.conf"
    try:
        keeps = told.is_file() and not _KEPT_BY_DEFAULT.search(told.read_text(encoding="utf-8", errors="replace"))
    except OSError:
        keeps = True
    said = "CUPS keeps printed documents for a day" if keeps else "no print service that keeps documents was found"
    fix = "write 'PreserveJobFiles No' into /etc/cups/cupsd.conf; printers have memories of their own"
    return Result("printing", not keeps, said, fix, serious=False)


def _indexing(data: Path, system: Path) -> Result:
    """Say whether a search service may read plain files; one does not look into the encrypted store."""
    found = [name for name in _INDEXERS if (system / "usr/bin" / name).exists()]
    said = f"{', '.join(found)} may index plain files you make" if found else "no search index was found"
    fix = f"leave out the folders you print from, and {data}, in its settings"
    return Result("search index", not found, said, fix, serious=False)
