"""Assemble a packet: plan its pieces, write them, lay them out, bind them, and say what is in it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from legalassist.assessments.assess import Assessment
from legalassist.cases.case import Case
from legalassist.errors import UsageError
from legalassist.packets.binder import BoundPiece, ContentsLine, bind
from legalassist.packets.build import Build, PacketState
from legalassist.packets.manifest import AnswerUsed, Manifest, Piece, write_manifest
from legalassist.packets.plan import Folder, Planned, Planning, plan_pieces, required_plan
from legalassist.packets.written import PdfCache, Writer, Written, lay_out, print_page

CONTENTS = "contents"
Progress = Callable[[str], None]
"""Told the code of each piece before it is laid out."""


@dataclass(frozen=True)
class Packet:
    """A finished packet: its files by their path below the output folder, and its manifest."""

    files: Mapping[str, bytes]
    manifest: Manifest
    planning: Planning
    written: tuple[Written, ...]
    pages: int


def assemble(build: Build, assessment: Assessment, *, cache: PdfCache | None = None,
             progress: Progress = lambda _: None) -> Packet:  # fmt: skip
    """Assemble a case's packet.

    The same build gives the same bytes. Raises ContentError and DocumentError with the piece's code for anything
    that would make a piece wrong or incomplete; UsageError for a state the packet is not ready for.
    """
    plan = required_plan(build.library, build.interview.name)
    planning = plan_pieces(plan, assessment.facts)
    _check_edited(build, planning)
    writer = Writer(build, assessment, planning.pieces)
    written = tuple(writer.write(one) for one in planning.pieces if one.print != CONTENTS)
    _check_ready(build, assessment, written)
    cache = cache if cache is not None else {}
    pdfs: dict[str, bytes] = {}
    for one in written:
        progress(one.planned.code)
        pdfs[one.planned.code] = lay_out(build, one, cache)
    contents = next((one for one in planning.pieces if one.print == CONTENTS), None)
    bound = _bind(build, plan.title, planning, written, pdfs, _contents(build, writer, contents))
    return _packed(build, planning, written, pdfs, bound)


def _check_edited(build: Build, planning: Planning) -> None:
    codes = {one.code for one in planning.pieces}
    for edited in build.edited:
        if edited.code not in codes:
            message = f"this packet has no piece {edited.code!r}"
            raise UsageError(message, hint=f"its pieces: {', '.join(sorted(codes))}")


def _check_ready(build: Build, assessment: Assessment, written: Sequence[Written]) -> None:
    """Refuse to make a packet for signature that still has gaps; a draft may have them, visibly."""
    if build.state is PacketState.DRAFT:
        return
    if build.state is PacketState.AS_MAILED:
        message = "a packet as mailed needs the signed pages, which this version cannot bind in yet"
        raise UsageError(message, hint="build it with --for-signature")
    gaps = sorted({path for one in written if one.planned.folder is Folder.FILING for path in one.used.gaps})
    owed = [item.path for item in assessment.missing]
    if gaps or owed:
        listed = ", ".join(dict.fromkeys([*owed, *gaps]))
        message = "this packet is not ready for signature: answers, papers or decisions are missing"
        raise UsageError(message, hint=f"missing: {listed}")


def _contents(build: Build, writer: Writer, planned: Planned | None) -> Callable[[Sequence[ContentsLine]], bytes] | None:
    """Return what renders the contents page from the finished packet's page numbers."""
    if planned is None:
        return None
    return lambda lines: print_page(
        build, planned.code, writer.printed(planned, {"title": planned.title, "lines": lines})
    )


def _bind(build: Build, title: str, planning: Planning, written: Sequence[Written], pdfs: Mapping[str, bytes],
          contents: Callable[[Sequence[ContentsLine]], bytes] | None) -> bytes:  # fmt: skip
    """Bind the filing."""
    by_code = {one.planned.code: one for one in written}
    pieces = []
    for planned in planning.pieces:
        if planned.folder is not Folder.FILING:
            continue
        one = by_code.get(planned.code)
        pieces.append(
            BoundPiece(
                code=planned.code,
                title=planned.title,
                pdf=pdfs.get(planned.code, b""),
                level=planned.level,
                ours=one is None or one.ours,
                mark=planned.letter if planned.level > 1 else "",
            )
        )
    identifier = bytes.fromhex(build.digest)[:16]
    return bind(pieces, contents=contents, title=title, language="en", identifier=identifier,
                stamp_font=build.fonts.regular)  # fmt: skip
