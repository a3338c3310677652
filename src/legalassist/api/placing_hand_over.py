"""Stage 3: lock the papers for the accepted firm, with a sheet and the current answers the program makes itself."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from legalassist.api.opening import open_clinic, open_interview
from legalassist.api.placing_clocks import clock_of
from legalassist.api.placing_firms import Gone, Lock, send, steps
from legalassist.api.placing_kept import move, stages_of
from legalassist.assessments.assess import assess
from legalassist.errors import UsageError
from legalassist.library import Library
from legalassist.packets.manifest import MANIFEST
from legalassist.packets.memo_names import Names
from legalassist.placement.hand_over import Agreed, answers_xlsx, hand_over_pdf
from legalassist.placement.releases import Told, ready_for
from legalassist.stores.cases import OpenCase
from legalassist.stores.store import OpenStore

SHEET, ANSWERS = "the sheet of the hand-over", "the current answers"
_OF_A_PACKET = ("filing", "agency")
"""Folders of a packet that a firm gets; ``internal`` only by a supervisor, ``pieces`` stand in the packet already."""
_INTERNAL = "internal"


@dataclass(frozen=True, slots=True)
class HandOver:
    """What a person says about a hand-over: papers, mentor, the end of the clinic's appearance, internal papers."""

    papers: tuple[Path, ...]
    mentor: str = ""
    appearance_ends: str = ""
    internal: bool = False


def hand_over(  # noqa: PLR0913 - one output and all it stands on
    store: OpenStore, opened: OpenCase, library: Library, wanted: HandOver, out: Path,
    *, firm: str, lock: Lock, at: dt.datetime, clinic_path: Path | None = None,
) -> Gone:  # fmt: skip
    """Write the locked hand-over for the accepted team, after clear and the signed retainer.

    It holds a sheet (safe contact, clocks, interpreter, mentor, open questions), the current answers, and the papers:
    files, or folders of packets without their ``internal``. Raises DocumentError where a step before is missing,
    UsageError for papers of ``internal`` unless a supervisor hands them over. The case is "placed" then.
    """
    release = ready_for(steps(store, opened), firm, "hand-over", at)
    papers = _read(wanted)
    if any(_is_internal(Path(name)) for name in papers) and store.person.role.value != "supervisor":
        message = "papers of internal/ are privileged: only a supervisor hands them over"
        raise UsageError(message, hint="leave them out, or ask a supervisor")
    clinic, interview = open_clinic(library, clinic_path), open_interview(library, opened.case.interview)
    assessment = assess(interview, opened.case, as_of=at.date(), mailing_days=clinic.mailing_days)
    names = Names(interview, assessment, {})
    named = {f"{number:02}{Path(name).suffix.lower()}": name for number, name in enumerate(papers, 3)}
    what = {"01.pdf": SHEET, "02.xlsx": ANSWERS} | {short: Path(name).name for short, name in named.items()}
    mentor = wanted.mentor or clinic.attorney.name.full
    agreed = Agreed(mentor, wanted.appearance_ends, release.until[:16].replace("T", " "))
    files = {
        "01.pdf": hand_over_pdf(library, opened.case, names, what, agreed),
        "02.xlsx": answers_xlsx(opened.case, names),
        **{short: papers[name] for short, name in named.items()},
    }
    told = Told(on=at.date().isoformat(), by=store.person.name, firm=firm, step="hand-over", digest="",
                delete_by=release.until[:10], holds=tuple(what.values()))  # fmt: skip
    gone = send(store, opened, files, out, lock, told, at)
    if stages_of(store).get(opened.dossier.id.hex(), "") == "conflict check":
        move(store, clock_of(store, opened, library, at), "placed", at)
    return gone


def _read(wanted: HandOver) -> Mapping[str, bytes]:
    """Return the papers by their paths; raises UsageError for one that cannot be read, or where there is none."""
    found: dict[str, bytes] = {}
    try:
        for path in _files(wanted.papers, internal=wanted.internal):
            found[str(path)] = path.read_bytes()
    except OSError as wrong:
        raise UsageError(f"{wrong.filename} cannot be read: {wrong.strerror}", hint="name files or folders") from None
    if not found:
        raise UsageError("there is nothing to hand over", hint="build the packet first: legalassist packet build CASE")
    return found


def _files(papers: Sequence[Path], *, internal: bool) -> Iterator[Path]:
    """Yield files, and of a packet's folder what a firm gets."""
    for path in papers:
        if not path.is_dir():
            yield path
            continue
        wanted = (*_OF_A_PACKET, *((_INTERNAL,) if internal else ()))
        folders = [path / name for name in wanted if (path / name).is_dir()] or [path]
        for folder in folders:
            inside = (one for one in sorted(folder.rglob("*")) if one.is_file() and not one.name.startswith("."))
            yield from (one for one in inside if internal or not _is_internal(one))


def _is_internal(paper: Path) -> bool:
    """Say whether a paper lies in a packet's ``internal``: a folder above has that name, beside a filing or manifest.

    A folder of the office may have the name too (``/srv/internal/cases``), and holds no packet's papers by that alone.
    """
    beside = (one.parent for one in paper.absolute().parents if one.name == _INTERNAL)
    return any((packet / MANIFEST).is_file() or (packet / _OF_A_PACKET[0]).is_dir() for packet in beside)
