"""The process that opens a stranger's file: ``python -m legalassist.exhibits.child``, started by `clean`.

It raises its own walls before it reads a byte, gets everything through standard input, answers through standard output,
writes no file and says nothing else. Whatever happens to it, the parent has only an answer less.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from legalassist.exhibits.walls import raise_walls

LENGTH = 8
"""Bytes that tell the length of the head before a message's body."""


def main(into: BinaryIO, out: BinaryIO) -> None:
    """Answer the one request in `into`."""
    raise_walls()
    head, content = unpacked(into.read())
    try:
        answer, pdf = _answer(head, content)
    except MemoryError:
        answer, pdf = {"outcome": "too much"}, b""
    out.write(packed(answer, pdf))
    out.flush()


def packed(head: Mapping[str, object], body: bytes) -> bytes:
    """Return one message."""
    written = json.dumps(head).encode()
    return len(written).to_bytes(LENGTH) + written + body


def unpacked(message: bytes) -> tuple[dict[str, object], bytes]:
    """Return head and body of one message; ValueError for anything else."""
    end = LENGTH + int.from_bytes(message[:LENGTH])
    head = json.loads(message[LENGTH:end])
    if not isinstance(head, dict):
        raise ValueError("no message")  # noqa: TRY004 - one kind of error for one kind of fault
    return head, message[end:]


def _answer(head: Mapping[str, object], content: bytes) -> tuple[Mapping[str, object], bytes]:
    """Read the file and return the answer's head and the cleaned PDF."""
    # Imported behind the walls: the libraries that read the file can do no more than the file can.
    from legalassist.exhibits.cleaned import ExhibitLocked, ExhibitRefused, Noticed  # noqa: PLC0415

    noticed: list[Noticed] = []
    try:
        pdf, pages = _cleaned(head, content, noticed)
    except ExhibitLocked as locked:
        return {"outcome": "locked", "message": locked.message, "hint": locked.hint, "wrong": locked.wrong}, b""
    except ExhibitRefused as refused:
        return {"outcome": "refused", "message": refused.message, "hint": refused.hint}, b""
    return {
        "outcome": "clean",
        "pages": pages,
        "noticed": _gathered([(n.what, n.count, n.pages) for n in noticed]),
    }, pdf


def _cleaned(head: Mapping[str, object], content: bytes, noticed: list) -> tuple[bytes, int]:  # type: ignore[type-arg] # Noticed is imported behind the walls
    from legalassist.exhibits import kinds  # noqa: PLC0415
    from legalassist.exhibits.sheet import new_pdf, picture_page, saved  # noqa: PLC0415

    kind = kinds.kind_of(content)
    if kind == kinds.WORD:
        from legalassist.exhibits.words import clean_word  # noqa: PLC0415

        identifier = sha256(content).digest()[:16]
        pdf = clean_word(content, Path(str(head["fonts"])), str(head["css"]), identifier, noticed)
    elif kind in kinds.PICTURES:
        import pikepdf  # noqa: PLC0415

        from legalassist.exhibits.images import picture_pages  # noqa: PLC0415

        pdf = new_pdf()
        for picture in picture_pages(content, kind, noticed):
            pdf.pages.append(pikepdf.Page(picture_page(pdf, picture)))
    else:
        from legalassist.exhibits.pdf_pages import clean_pdf  # noqa: PLC0415

        password = head.get("password")
        pdf = clean_pdf(
            content, password if isinstance(password, str) else None, noticed, pictures=head.get("pictures") is True
        )
    return saved(pdf), len(pdf.pages)


def _gathered(noticed: Sequence[tuple[str, int, tuple[int, ...]]]) -> list[tuple[str, int, list[int]]]:
    """Return what was noticed, each thing once, in the order it was met."""
    counts: defaultdict[str, int] = defaultdict(int)
    pages: defaultdict[str, set[int]] = defaultdict(set)
    for what, count, on in noticed:
        counts[what] += count
        pages[what].update(on)
    return [(what, count, sorted(pages[what])) for what, count in counts.items()]


if __name__ == "__main__":
    main(sys.stdin.buffer, sys.stdout.buffer)
