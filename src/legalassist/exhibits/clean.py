"""Clean an exhibit: the file is opened in a process of its own, behind walls, and rebuilt there.

This side never decodes the file. It hands it over through a pipe, waits, and takes back a PDF of ours or a reason.
"""

import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread, Timer

from legalassist.exhibits import kinds
from legalassist.exhibits.child import packed, unpacked
from legalassist.exhibits.cleaned import (
    MAX_BYTES,
    MAX_CLEANED,
    SCAN_AGAIN,
    Cleaned,
    ExhibitLocked,
    ExhibitRefused,
    Noticed,
)
from legalassist.exhibits.walls import WALL_SECONDS

_BLOCK = 1 << 20
_TAKEN = "PDF, JPEG, PNG, TIFF, HEIC and Word (.docx) are taken"
_TOO_MUCH = "reading the file takes more memory or time than any paper needs: it may be broken, or made to do harm"


@dataclass(frozen=True, slots=True)
class House:
    """What an exhibit is read with: our fonts and Word styles (for a Word file), and the seconds it may take."""

    fonts: Path
    css: str
    seconds: float = WALL_SECONDS


def clean(
    content: bytes, house: House, *, ending: str = "", password: str | None = None, pictures: bool = False
) -> Cleaned:
    """Return a paper as it may be bound, with the list of what was left behind.

    `ending` is that of the file's name (``.pdf``), `password` opens a locked PDF, `pictures` makes every page of a PDF
    a picture. Raises ExhibitRefused with the reason, ExhibitLocked where a password is needed.
    """
    kind = kinds.kind_of(content)
    if len(content) > MAX_BYTES:
        raise ExhibitRefused(f"the file has more than {MAX_BYTES // 2**20} MB", "split it, or scan it at 200 dpi")
    if not kind:
        raise ExhibitRefused(f"the file is {kinds.other_kind(content)}; {_TAKEN}", "print it to PDF, or take a photo")
    head = {"fonts": str(house.fonts), "css": house.css, "password": password, "pictures": pictures}
    answer, pdf = _asked(packed(head, content), house.seconds)
    cleaned = _read(answer, pdf)
    promised = kinds.kind_by_ending(ending)
    if ending and promised != kind:
        wrong = Noticed(f"the file's name ends in {ending[:8]}, and it is a {kind}")
        return Cleaned(cleaned.pdf, cleaned.pages, (wrong, *cleaned.noticed))
    return cleaned


def _asked(request: bytes, seconds: float) -> tuple[dict[str, object], bytes]:
    """Ask a new child, and return its answer; it gets no environment, no arguments and no files from us."""
    child = subprocess.Popen(
        [sys.executable, "-I", "-X", "utf8", "-m", "legalassist.exhibits.child"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        env={}, cwd="/", close_fds=True, start_new_session=True,
    )  # fmt: skip
    timer = Timer(seconds, child.kill)
    timer.start()
    try:
        writer = Thread(target=_hand_over, args=(child, request), daemon=True)
        writer.start()
        answer = _taken(child)
        writer.join()
    finally:
        timer.cancel()
        child.kill()
        child.wait()
    try:
        return unpacked(answer)
    except ValueError:
        raise ExhibitRefused(_TOO_MUCH, SCAN_AGAIN) from None


def _hand_over(child: "subprocess.Popen[bytes]", request: bytes) -> None:
    if child.stdin is not None:
        with suppress(BrokenPipeError, ValueError), child.stdin:
            child.stdin.write(request)


def _taken(child: "subprocess.Popen[bytes]") -> bytes:
    """Return what a child says, as far as any honest one would go on."""
    said = bytearray()
    if child.stdout is not None:
        with child.stdout:
            while (block := child.stdout.read(_BLOCK)) and len(said) <= MAX_CLEANED + _BLOCK:
                said += block
    return bytes(said)


def _read(answer: dict[str, object], pdf: bytes) -> Cleaned:
    """Return the child's answer as ours: nothing of it is believed that is not of the right kind."""
    outcome, message, hint = answer.get("outcome"), str(answer.get("message", "")), str(answer.get("hint", ""))
    if outcome == "locked":
        raise ExhibitLocked(message, hint, wrong=answer.get("wrong") is True)
    if outcome == "refused":
        raise ExhibitRefused(message, hint)
    pages, listed = answer.get("pages"), answer.get("noticed")
    if outcome != "clean" or not isinstance(pages, int) or not isinstance(listed, list):
        raise ExhibitRefused(_TOO_MUCH, SCAN_AGAIN)
    if len(pdf) > MAX_CLEANED:
        raise ExhibitRefused(f"the cleaned PDF would have more than {MAX_CLEANED // 2**20} MB", "split the file")
    return Cleaned(pdf, pages, tuple(Noticed(str(what), int(count), tuple(on)) for what, count, on in listed))
