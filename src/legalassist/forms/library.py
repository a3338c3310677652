"""The clinic's library of blanks: one folder with the untouched files, and a record of what people said about them.

Files are named by form, edition and the first digits of their sha256, and never changed. The record only grows: who
added a file, who looked at a box on the real form and what it means, who allowed an older edition and why.
"""

import datetime as dt
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field

from legalassist.errors import ContentError, DocumentError, UsageError
from legalassist.forms.blank import Blank, read_blank
from legalassist.interviews.written import Text, validate
from legalassist.interviews.yaml_source import read_yaml

RECORD = "record.yaml"
_NAME = re.compile(r"([a-z0-9]+)\.(\d{4}-\d{2}-\d{2}|unknown)\.([0-9a-f]{16})\.pdf")
_SHORT = 16


class Said(BaseModel):
    """One line of the record: what was done (`did`) to which file, by whom, on which day.

    A box that was looked at has its `box` and what it `means`; an edition that was allowed has its reason (`why`).
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    did: Text
    file: Text
    by: Text
    on: Text
    box: Annotated[str, Field(max_length=300)] = ""
    means: str = ""
    why: str = ""


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    record: tuple[Said, ...]


@dataclass(frozen=True)
class Kept:
    """One file of the library: its path, its sha256, the form and edition it was recognised as."""

    path: Path
    sha256: str
    form: str
    edition: str

    def read(self) -> bytes:
        """Return the bytes; raises DocumentError where they are no longer those that were added."""
        content = self.path.read_bytes()
        if sha256(content).hexdigest() != self.sha256:
            message = f"{self.path.name} is not the file that was added"
            raise DocumentError(message, hint="take it out of the folder, and add the blank again")
        return content

    def blank(self) -> Blank:
        """Return what the file says of itself."""
        return read_blank(self.read(), self.form)


class Blanks:
    """The library in one folder; the folder need not exist yet."""

    def __init__(self, folder: Path) -> None:
        """Take the folder."""
        self.folder = folder

    def kept(self) -> tuple[Kept, ...]:
        """Return every file of the library, newest edition of each form first; raises ContentError for the record."""
        added = {one.file: one for one in self.said() if one.did == "added"}
        found = []
        for path in sorted(self.folder.glob("*.pdf")) if self.folder.is_dir() else ():
            match = _NAME.fullmatch(path.name)
            digest = next((one for one in added if match and one.startswith(match[3])), "")
            if match and digest:
                found.append(Kept(path, digest, match[1], match[2]))
        return tuple(sorted(found, key=lambda one: (one.form, one.edition), reverse=True))

    def of(self, form: str) -> Iterator[Kept]:
        """Yield the files of one form (``i-914``), newest edition first."""
        yield from (one for one in self.kept() if one.form == form.replace("-", ""))

    def add(self, content: bytes, form: str, edition: dt.date | None, *, by: str, on: dt.date) -> Kept:
        """Keep a file as it is, and record who added it. A file that is there already is not added twice."""
        digest = sha256(content).hexdigest()
        for one in self.kept():
            if one.sha256 == digest:
                return one
        day = edition.isoformat() if edition is not None else "unknown"
        path = self.folder / f"{form.replace('-', '')}.{day}.{digest[:_SHORT]}.pdf"
        self.folder.mkdir(parents=True, exist_ok=True)
        _write(path, content)
        self.record(Said(did="added", file=digest, by=by, on=on.isoformat()))
        return Kept(path, digest, form.replace("-", ""), day)

    def said(self) -> tuple[Said, ...]:
        """Return the record, oldest line first; raises ContentError where somebody broke it."""
        path = self.folder / RECORD
        if not path.is_file():
            return ()
        source = read_yaml(path.read_text(encoding="utf-8"), RECORD)
        record, shape = validate(_Record, source)
        if record is None or source.problems:
            raise ContentError("the record of the blanks cannot be read", problems=(*source.problems, *shape))
        return record.record

    def record(self, line: Said) -> None:
        """Add a line to the record; raises ContentError where the record cannot be read."""
        lines = [one.model_dump(exclude_defaults=True) for one in (*self.said(), line)]
        text = yaml.safe_dump({"record": lines}, allow_unicode=True, sort_keys=False, default_style='"', width=1000)
        self.folder.mkdir(parents=True, exist_ok=True)
        _write(self.folder / RECORD, text.encode())

    def verified(self, digest: str) -> Mapping[str, str]:
        """Return what people said the boxes of a file mean, by full box name; the last word counts."""
        return {one.box: one.means for one in self.said() if one.did == "verified" and one.file == digest}

    def allowed(self, digest: str) -> Said | None:
        """Return who allowed an older edition to be mailed, if anybody did."""
        return next((one for one in reversed(self.said()) if one.did == "allowed" and one.file == digest), None)


def _write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    beside = path.with_name(f".{path.name}.new")
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as wrong:
        beside.unlink(missing_ok=True)
        message = f"{path.parent} cannot be written to: {wrong.strerror}"
        raise UsageError(message, hint="name another folder, or free some space") from None
