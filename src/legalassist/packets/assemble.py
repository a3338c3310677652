"""Assemble a packet: plan its pieces, write them, lay them out, bind them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from legalassist.assessments.assess import Assessment
from legalassist.documents.pdf_file import open_pdf
from legalassist.errors import UsageError
from legalassist.packets.binder import BoundPiece, ContentsLine, RenderContents, bind_packet
from legalassist.packets.build import Build, PacketState
from legalassist.packets.pieces import Packet as Bound
from legalassist.packets.pieces import Span
from legalassist.packets.plan import Folder, PacketPlan, Planned, Planning, plan_pieces, required_plan
from legalassist.packets.written import PdfCache, Writer, Written, lay_out, print_page

CONTENTS, INDEX = "contents", "exhibit-index"
"""The print templates that show packet pages: they are written last, from the finished packet."""

Progress = Callable[[str], None]
"""Told the code of each piece before it is laid out."""

_ROUNDS = 4


@dataclass(frozen=True)
class Assembled:
    """A packet that was laid out and bound: its plan, every written piece with its PDF, and the bound filing."""

    plan: PacketPlan
    planning: Planning
    written: tuple[Written, ...]
    pdfs: Mapping[str, bytes]
    filing: Bound

    @property
    def spans(self) -> Mapping[str, Span]:
        """Where each piece of the filing stands, by its code."""
        return {span.code: span for span in self.filing.spans}


def assemble(build: Build, assessment: Assessment, *, cache: PdfCache | None = None,
             progress: Progress = lambda _code: None) -> Assembled:  # fmt: skip
    """Assemble a case's packet.

    The same build gives the same bytes; pieces whose page is found in `cache` are not laid out again. Raises
    ContentError and DocumentError naming the piece for anything that would make it wrong or incomplete, UsageError
    for a state the packet is not ready for.
    """
    plan = required_plan(build.library, build.interview.name)
    planning = plan_pieces(plan, assessment.facts)
    _check_edited(build, planning)
    writer = Writer(build, assessment, planning.pieces)
    written = {one.code: writer.write(one) for one in planning.pieces if one.print not in (CONTENTS, INDEX)}
    check_ready(build, assessment, tuple(written.values()))
    cache = cache if cache is not None else {}
    pdfs: dict[str, bytes] = {}
    for code, one in written.items():
        progress(code)
        pdfs[code] = lay_out(build, one, cache)
    binding = _Binding(build, writer, plan, planning, cache)
    filing = binding.bind(written, pdfs)
    in_order = tuple(written[one.code] for one in planning.pieces if one.code in written)
    return Assembled(plan, planning, in_order, pdfs, filing)


class _Binding:
    """Binds the filing, and writes into it the two pieces that know packet pages."""

    def __init__(self, build: Build, writer: Writer, plan: PacketPlan, planning: Planning, cache: PdfCache) -> None:
        self.build, self.writer, self.plan, self.cache = build, writer, plan, cache
        self.pieces = [one for one in planning.pieces if one.folder is Folder.FILING]

    def bind(self, written: dict[str, Written], pdfs: dict[str, bytes]) -> Bound:
        """Bind until the exhibit index shows the pages that its own length leads to."""
        index = next((one for one in self.pieces if one.print == INDEX), None)
        lengths = {code: len(open_pdf(pdf, code).pages) for code, pdf in pdfs.items()}
        first_page: Mapping[str, int] = {}
        for _ in range(_ROUNDS):
            if index is not None:
                one = self.writer.write(replace(index), first_page, lengths)
                written[index.code], pdfs[index.code] = one, lay_out(self.build, one, self.cache)
            bound = self._bound(written, pdfs)
            found = {span.code: span.first for span in bound.spans}
            if index is None or found == first_page:
                return bound
            first_page = found
        message = "the page numbers of the exhibit index do not settle"
        raise UsageError(message, hint="shorten the titles of the exhibits")

    def _bound(self, written: Mapping[str, Written], pdfs: Mapping[str, bytes]) -> Bound:
        pieces = [
            BoundPiece(
                code=one.code,
                title=one.title,
                pdf=pdfs.get(one.code, b""),
                level=one.level,
                ours=one.code not in written or written[one.code].ours,
                mark=one.letter if one.level > 1 else "",
            )
            for one in self.pieces
        ]
        return bind_packet(
            pieces,
            contents=self._contents(),
            title=self.plan.title,
            language="en",
            identifier=bytes.fromhex(self.build.digest)[:16],
            stamp_font=self.build.fonts.regular,
        )

    def _contents(self) -> RenderContents | None:
        """Return what renders the contents from the finished packet's page numbers."""
        planned = next((one for one in self.pieces if one.print == CONTENTS), None)
        if planned is None:
            return None

        def render(lines: Sequence[ContentsLine]) -> bytes:
            page = self.writer.printed(planned, {"title": planned.title, "lines": lines})
            return print_page(self.build, planned.code, page)

        return render


def _check_edited(build: Build, planning: Planning) -> None:
    """Refuse an edited file for a piece that this packet does not have."""
    codes = [one.code for one in planning.pieces]
    for edited in build.edited:
        if edited.code not in codes:
            message = f"this packet has no piece {edited.code!r}"
            raise UsageError(message, hint=f"its pieces: {', '.join(codes)}")


def check_ready(build: Build, assessment: Assessment, written: Sequence[Written]) -> None:
    """Refuse to make a packet for signature that still has gaps; a draft may have them, visibly.

    Raises UsageError naming what is missing by its fact path.
    """
    if build.state is PacketState.DRAFT:
        return
    if build.state is PacketState.AS_MAILED:
        message = "a packet as mailed needs the signed pages, and this version cannot bind scans of them in yet"
        raise UsageError(message, hint="build it with --for-signature")
    filing = [one for one in written if one.planned.folder is Folder.FILING]
    forms = [one.planned.code for one in filing if one.planned.form and one.ours]
    gaps = sorted({path for one in filing for path in one.used.gaps})
    owed = dict.fromkeys([*forms, *(item.path for item in assessment.missing), *gaps])
    if owed:
        message = "this packet is not ready for signature: forms, answers, papers or decisions are missing"
        raise UsageError(message, hint=f"missing: {', '.join(owed)}")
