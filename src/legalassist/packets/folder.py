"""Put a packet into a folder, whole or not at all, and never over something a person has changed there."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from legalassist.documents import folder
from legalassist.errors import DocumentError, UsageError
from legalassist.packets.manifest import MANIFEST, read_manifest

_WHAT = "the packet"
CHANGES = "internal/changes-"
"""What changed since a piece was edited: told to a person, no part of the packet."""


def save(files: Mapping[str, bytes], out: Path) -> None:
    """Write a packet's files into a new folder beside `out`, make them durable, and put the folder in its place.

    An earlier packet there is replaced only if it is as it was written. Raises UsageError where the folder holds
    something else, DocumentError where a file of the packet has been changed since: nothing is touched then.
    """
    folder.save(files, out, what=_WHAT, check=check_untouched)


def check_untouched(out: Path) -> None:
    """Refuse a folder that holds anything but a packet as it was written."""
    if not folder.check_place(out, _WHAT):
        return
    if not (out / MANIFEST).is_file():
        message = f"{out} is not empty, and holds no packet"
        raise UsageError(message, hint="name another folder with --out; nothing there was touched")
    files = read_manifest(out).files
    changed = [one for one in folder.changed_files(out, files, own=(MANIFEST,)) if not one.startswith(CHANGES)]
    if changed:
        message = f"{out}: changed since the packet was made: {', '.join(changed)}"
        hint = "bind edited pieces with 'legalassist packet bind --use PIECE=FILE', or move the files away first"
        raise DocumentError(message, hint=hint)


@dataclass(frozen=True, slots=True)
class Earlier:
    """What the packet that lies in a folder spares us: PDFs by the key they were made from, text digests by PDF."""

    pdfs: dict[str, bytes]
    texts: dict[str, str]


def earlier_packet(out: Path) -> Earlier:
    """Return the pieces of the packet that lies in a folder: they are not laid out again.

    A piece whose file is not what the manifest says is left out. An unreadable manifest means there is nothing to use.
    """
    earlier = Earlier({}, {})
    if not (out / MANIFEST).is_file():
        return earlier
    try:
        manifest = read_manifest(out)
    except DocumentError:
        return earlier
    for piece in manifest.pieces:
        path = out / "pieces" / f"{piece.code}.pdf"
        if piece.signed:
            continue  # its PDF may hold a scan, which is not what the key was made from
        if path.is_file() and sha256(content := path.read_bytes()).hexdigest() == piece.pdf_sha256:
            earlier.pdfs[piece.key] = content
            if piece.text_sha256:
                earlier.texts[piece.pdf_sha256] = piece.text_sha256
    return earlier


def write_changes(out: Path, code: str, text: str) -> None:
    """Write what changed since a piece was edited into the packet's folder, for a person to read."""
    path = out / f"{CHANGES}{code}.txt"
    path.parent.mkdir(mode=folder.PRIVATE, parents=True, exist_ok=True)
    path.write_text(text + "\n", encoding="utf-8")
