"""Stage 3: lock the papers for the accepted firm, with a sheet and the current answers the program makes itself."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from legalassist.api.opening import open_clinic, open_interview
from legalassist.api.placing import TO_FIRMS
from legalassist.api.placing_clocks import clock_of
from legalassist.api.placing_firms import Gone, Lock, ready, send, steps
from legalassist.api.placing_kept import move, stages_of
from legalassist.assessments.assess import assess
from legalassist.errors import DocumentError, UsageError
from legalassist.library import Library
from legalassist.packets.manifest import MANIFEST, read_manifest
from legalassist.packets.memo_names import Names
from legalassist.placement.hand_over import Agreed, answers_xlsx, hand_over_pdf
from legalassist.placement.record import RECORD
from legalassist.placement.releases import Told, as_written, check_alone
from legalassist.placement.stages import RETURNED, STAGES
from legalassist.stores.cases import OpenCase
from legalassist.stores.store import OpenStore

SHEET, ANSWERS = "the sheet of the hand-over", "the current answers"
_OF_A_PACKET = ("filing", "agency")
"""Folders of a packet that a firm gets; ``internal`` only by a supervisor, ``pieces`` stand in the packet already."""
_INTERNAL, _PIECES = "internal", "pieces"
_BESIDE_INTERNAL = (MANIFEST, *_OF_A_PACKET, _PIECES, TO_FIRMS, RECORD)
"""What lies beside an ``internal`` of ours: a packet's own, or a summary's; an office's folder may have the name."""


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
    UsageError for papers of ``internal`` unless a supervisor asks for them with `HandOver.internal`, and while another
    firm has the case. The case is "placed" then, if it is no further already.
    """
    known = steps(store, opened)
    firm = as_written(known, firm)
    check_alone(known, firm, at)
    release = ready(known, opened.case, firm, "hand-over", at)
    _check_privileged(wanted, supervisor=store.person.role.value == "supervisor")
    papers = _read(wanted)
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
    if stages_of(store).get(opened.dossier.id.hex(), "") in ("", *STAGES[: STAGES.index("placed")], RETURNED):
        move(store, clock_of(store, opened, library, at), "placed", at)
    return gone


def _check_privileged(wanted: HandOver, *, supervisor: bool) -> None:
    """Refuse papers of ``internal`` that were named without saying so, and whoever may not; raises UsageError."""
    named = any(map(_is_internal, wanted.papers))
    if (wanted.internal and not supervisor) or (named and not wanted.internal):
        message = "papers of internal/ are privileged: only a supervisor hands them over, with --internal"
        raise UsageError(message, hint="leave them out, or ask a supervisor")


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
    """Say whether a paper is, or lies in, a packet's or a summary's ``internal``, under whatever name it was given.

    A folder of the office may have the name too (``/srv/internal/cases``): of one farther above, what lies beside it
    tells. What lies in such a folder itself is taken for ours, also where somebody moved it away from its packet.
    """
    ways = (paper.absolute(), paper.resolve())  # a link to it, and one that it is reached by
    if any(way.parent.name.casefold() == _INTERNAL and not way.is_dir() for way in ways):
        return True
    inside = (one.parent for way in ways for one in (way, *way.parents) if one.name.casefold() == _INTERNAL)
    return any((ours / name).exists() for ours in inside for name in _BESIDE_INTERNAL) or any(map(_is_piece, ways))


def _is_piece(paper: Path) -> bool:
    """Say whether a paper of a packet's ``pieces`` is one of ``internal``, or its manifest cannot be read."""
    packet = paper.parent.parent
    if paper.parent.name.casefold() != _PIECES or not (packet / MANIFEST).is_file():
        return False
    try:
        pieces = read_manifest(packet).pieces
    except DocumentError:
        return True
    return any(one.code == paper.stem and one.folder == _INTERNAL for one in pieces)
