"""The manifest: what a packet was made from and holds, as `manifest.json` beside its files.

It stays in the office. It names answers by id and hash only: no answer, no superseded value, no note, no name.
"""

import datetime as dt
import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from legalassist.errors import DocumentError

MANIFEST = "manifest.json"
"""The manifest's name in a packet's folder."""

FORMAT = 1
"""The manifest's own version; a newer one is refused, because what it promises is not known here."""

MAX_BYTES = 10 * 1024 * 1024
"""A manifest of a 1,000-piece packet has about 1 MB."""

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
DigestOrNone = Annotated[str, StringConstraints(pattern=r"^([0-9a-f]{64})?$")]
Code = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
FileName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$")]
Line = Annotated[str, StringConstraints(max_length=500)]


class _Frozen(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class AnswerUsed(_Frozen):
    """An answer a piece rests on: its id inside the case (``a17``) and what `cases.Case.digest` makes of it.

    That is an HMAC-SHA256 with the case's secret: who finds a manifest cannot try "yes" and "no".
    """

    id: Annotated[str, StringConstraints(pattern=r"^a[0-9]{1,9}$")]
    sha256: Digest


class SignedPage(_Frozen):
    """A signed page that is bound (or waits to be): its number in the piece, 0 for all of it, and what was signed."""

    page: Annotated[int, Field(ge=0)]
    sha256: Digest
    of: DigestOrNone = ""


class Piece(_Frozen):
    """One piece: where it is, what it was made from, and what its finished files hash to.

    `level` is that of its bookmark. `first` and `last` are pages of the bound PDF of its folder, from 1; both are 0
    where it is not bound. `key` is the digest of all the piece was made from, `text_sha256` that of its text in the
    order of its tags. `edited_from` is the digest of the rendering that a person edited, empty where nobody did;
    `printed` is the key it had when it was last made for signing. An `exhibit` is a paper from outside, rebuilt, or a
    piece with signed pages: its pages are ours to stamp, its fonts are not ours. `unapproved` are the texts it says in
    a translation that the clinic has not approved, by language and context: it is banded.
    """

    code: Code
    title: Line
    level: Annotated[int, Field(ge=1, le=20)] = 1
    folder: Literal["filing", "agency", "internal"]
    first: Annotated[int, Field(ge=0)] = 0
    last: Annotated[int, Field(ge=0)] = 0
    pdf_sha256: DigestOrNone = ""
    docx_sha256: DigestOrNone = ""
    text_sha256: DigestOrNone = ""
    key: DigestOrNone = ""
    answers: tuple[AnswerUsed, ...] = ()
    ours: bool = True
    mark: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9 .-]{0,12}$")] = ""
    pdf_ua: bool = True
    exhibit: bool = False
    edited_from: DigestOrNone = ""
    unapproved: tuple[Line, ...] = ()
    printed: DigestOrNone = ""
    signed: tuple[SignedPage, ...] = ()

    @model_validator(mode="after")
    def _pages_in_order(self) -> Self:
        if self.first > self.last or (self.first == 0) != (self.last == 0):
            message = "the first page comes after the last"
            raise ValueError(message)
        return self


class Manifest(_Frozen):
    """What a packet was made from and holds.

    `title` is that of the bound filing, `kind` names a packet beside the application's own; `inputs` is the digest of
    everything that went in; `shelves` says which shelf each template came from; `files` holds the sha256 of every file
    of the packet but this one; `translations` says that one person alone stands behind each approved
    translation, where that is the clinic's rule; `to_do` is what a person must still do.
    """

    format: Literal[1] = 1
    version: Line
    inputs: Digest
    title: Line = ""
    reference: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._-]{1,64}$")]
    as_of: dt.date
    language: Line
    state: Literal["draft", "for-signature", "as-mailed"]
    kind: Line = ""
    number_prefix: Line = ""
    shelves: Mapping[str, Line] = Field(default_factory=dict)
    pieces: tuple[Piece, ...] = ()
    files: Mapping[FileName, Digest] = Field(default_factory=dict)
    dropped: tuple[str, ...] = ()
    translations: Literal["", "one reader"] = ""
    to_do: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _each_code_once(self) -> Self:
        codes = [piece.code for piece in self.pieces]
        if len(set(codes)) != len(codes):
            message = "two pieces have the same code"
            raise ValueError(message)
        return self

    def piece(self, code: str) -> Piece | None:
        """Return the piece of that code, or None."""
        return next((piece for piece in self.pieces if piece.code == code), None)


def write_manifest(manifest: Manifest) -> bytes:
    """Return the manifest's bytes: sorted keys, one value a line, and the seal over all of it."""
    content = manifest.model_dump(mode="json")
    return _written(content | {"seal": _seal(content)})


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of a packet's folder (or the file itself).

    Raises DocumentError where there is none, it is no manifest, it was changed after it was written, or a newer
    program wrote it. The seal shows a changed line, not a forger: it has no secret.
    """
    path = folder / MANIFEST if folder.is_dir() else folder
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _refused(path, "it is too large to be a manifest")
        content = json.loads(path.read_bytes())
    except OSError as wrong:
        raise _refused(path, f"it cannot be read ({wrong.strerror})") from None
    except (ValueError, RecursionError):
        raise _refused(path, "it is not JSON") from None
    return _checked(content, path)


def _checked(content: object, path: Path) -> Manifest:
    if not isinstance(content, dict) or not isinstance(content.get("format"), int):
        raise _refused(path, "it is no manifest of a packet")
    if content["format"] > FORMAT:
        message = f"{path.name} was written by a newer program (format {content['format']}, known here: {FORMAT})"
        raise DocumentError(message, hint="update the program, or build the packet again with this one")
    seal = content.pop("seal", None)
    if seal != _seal(content):
        raise _refused(path, "it was changed after it was written: its seal does not fit")
    try:
        return Manifest.model_validate_json(json.dumps(content))
    except ValidationError as wrong:
        where = ".".join(str(step) for step in wrong.errors()[0]["loc"])
        raise _refused(path, f"its entry {where!r} is not as it should be") from None


def _seal(content: Mapping[str, object]) -> str:
    return sha256(_written(content)).hexdigest()


def _written(content: Mapping[str, object]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()


def _refused(path: Path, what: str) -> DocumentError:
    return DocumentError(f"{path.name}: {what}", hint="build the packet again")
