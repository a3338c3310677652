"""Signed pages of a packet: scans read behind the exhibits' walls, and those that lie in its folder already."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from legalassist.api.exhibits import read_cleaned
from legalassist.errors import DocumentError, UsageError
from legalassist.packets.build import Build, Signed
from legalassist.packets.manifest import MANIFEST, read_manifest
from legalassist.packets.signed import to_the_edges


@dataclass(frozen=True, slots=True)
class Scan:
    """A scan as a person names it on the command line: of a whole piece, or of one page of it (from 1)."""

    code: str
    file: Path
    page: int = 0


def with_signed(build: Build, out: Path, scans: Sequence[Scan] = ()) -> Build:
    """Return the inputs with the signed pages that lie in a packet's folder, and those given now in their place.

    Each is tied to the piece as it was last printed for signing into that folder. Raises UsageError where a scan
    cannot be read or nothing was made for signing there, ExhibitRefused where it is not safe to bind, DocumentError
    where a kept scan is not the one that was bound.
    """
    places = [(scan.code, scan.page) for scan in scans]
    if twice := next((code for code, page in places if places.count((code, page)) > 1), ""):
        raise UsageError(f"{twice}: two scans were given for the same pages", "give one")
    manifest = read_manifest(out) if (out / MANIFEST).is_file() else None
    printed = {one.code: one.printed for one in manifest.pieces if one.printed} if manifest is not None else {}
    made = tuple(_read(build, scan, printed) for scan in scans)
    # A whole piece takes the place of its single pages, and the other way round.
    kept = () if manifest is None else tuple(_kept(out))
    left = tuple(one for one in kept if not any(_stands_for(new, one) for new in made))
    signed = tuple(sorted((*left, *made), key=lambda one: (one.code, one.page)))
    return replace(build, signed=signed, printed=printed)


def _stands_for(new: Signed, old: Signed) -> bool:
    """Say whether a scan takes an earlier one's place."""
    return new.code == old.code and (new.page == old.page or not (new.page and old.page))


def _read(build: Build, scan: Scan, printed: dict[str, str]) -> Signed:
    if scan.code not in printed:
        message = f"{scan.code}: no such piece was made for signing in this folder"
        raise UsageError(message, "build it there with --for-signature first; that is what is printed and signed")
    _, cleaned = read_cleaned(scan.file, build.library)
    return Signed(scan.code, scan.page, to_the_edges(cleaned.pdf), printed[scan.code])


def _kept(out: Path) -> Iterator[Signed]:
    """Yield the scans that lie in a packet's folder."""
    for piece in read_manifest(out).pieces:
        for page in piece.signed:
            one = Signed(piece.code, page.page, b"", page.of)
            path = out / one.file
            content = path.read_bytes() if path.is_file() else b""
            if sha256(content).hexdigest() != page.sha256:
                message = f"{one.file}: this is not the scan that was given"
                raise DocumentError(message, hint="give it again: --signed PIECE=FILE")
            yield replace(one, pdf=content)
