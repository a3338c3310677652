"""Assemble a packet: plan its pieces, write them, lay them out, bind them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from legalassist.assessments.assess import Assessment
from legalassist.assessments.missing import MissingItem
from legalassist.errors import UsageError
from legalassist.facts.known import Facts
from legalassist.packets.binder import bind
from legalassist.packets.build import Build, PacketState
from legalassist.packets.gate.rule import Looked
from legalassist.packets.gate.standing import Ruled, check_gate
from legalassist.packets.numbering import NUMBERED, number_pieces
from legalassist.packets.official import Official, fill_forms
from legalassist.packets.pieces import Bound, BoundPiece, Span
from legalassist.packets.plan import Folder, PacketPlan, Planning, plan_pieces, required_plan
from legalassist.packets.plan_exhibits import open_letters
from legalassist.packets.signed import bind_signed, check_signed
from legalassist.packets.signed_looks import check_looks
from legalassist.packets.signing import signers_of
from legalassist.packets.written import PdfCache, Writer, Written, lay_out

Progress = Callable[[str], None]
"""Told the code of each piece before it is laid out."""


@dataclass(frozen=True)
class Assembled:
    """A packet that was laid out and bound: its plan, every written piece with its PDF, the bound filing.

    `unread` are the pieces that still have to be read back to whoever signs them; `stands` says how it stands with
    each rule of the gate.
    """

    plan: PacketPlan
    planning: Planning
    written: tuple[Written, ...]
    pdfs: Mapping[str, bytes]
    filing: Bound
    forms: Mapping[str, Official] = field(default_factory=dict)
    unread: tuple[MissingItem, ...] = ()
    stands: tuple[Ruled, ...] = ()

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
    plan, writer, looked = write_pieces(build, assessment)
    stands = check_gate(looked)
    planning, owed = looked.planning, tuple(one.item for one in looked.readings.owed)
    written = {one.planned.code: one for one in looked.written}
    cache = cache if cache is not None else {}
    pdfs: dict[str, bytes] = {}
    for code, one in written.items():
        progress(code)
        pdfs[code] = lay_out(build, one, cache)
    pdfs |= _as_bound(build, written, pdfs)
    filing = [one for one in planning.pieces if one.folder is Folder.FILING]
    own = {one.code: pdfs[one.code] for one in filing if one.code in pdfs}
    numbered, made = number_pieces(build, writer, filing, own, cache)
    written, pdfs = written | numbered, pdfs | made
    in_order = tuple(written[one.code] for one in planning.pieces)
    bound = bind_filing(build, plan, in_order, pdfs)
    return Assembled(plan, planning, in_order, pdfs, bound, looked.forms, owed, stands)


def write_pieces(build: Build, assessment: Assessment, changed: tuple[str, ...] = ()
                 ) -> tuple[PacketPlan, Writer, Looked]:  # fmt: skip
    """Write every piece of a packet that prints no page numbers; return what the gate looks at. Raises like `assemble`.

    `changed` are the codes of edited pieces known to be made from another rendering.
    """
    plan = required_plan(build.library, build.interview.name, build.kind)
    check_one_letter(plan, assessment.facts)
    planning = plan_pieces(plan, assessment.facts, build.case.exhibits)
    _check_edited(build, planning)
    readings = Writer(build, assessment, planning.pieces).readings
    officials = fill_forms(build, assessment, planning, readings)
    planning = officials.planning
    _check_signed(build, assessment, planning)
    writer = Writer(build, assessment, planning.pieces, officials, readings)
    written = tuple(writer.write(one) for one in planning.pieces if one.print not in NUMBERED)
    return plan, writer, Looked(build, assessment, planning, written, readings, officials.forms, changed)


def _as_bound(build: Build, written: Mapping[str, Written], printed: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the PDFs of the pieces of which there are signed pages as they are bound, as mailed: with these pages."""
    signed = build.signed if build.state is PacketState.AS_MAILED else ()
    codes = dict.fromkeys(one.code for one in signed if one.code in written)
    bound = {
        code: bind_signed(written[code].planned, printed[code], [one for one in signed if one.code == code])
        for code in codes
    }
    check_looks(signed, {code: printed[code] for code in codes})
    return bound


def _check_signed(build: Build, assessment: Assessment, planning: Planning) -> None:
    """Refuse signed pages of a piece that is not in the filing, or that nobody signs."""
    filing = {one.code: one for one in planning.pieces if one.folder is Folder.FILING}
    for code in dict.fromkeys(one.code for one in build.signed):
        planned = filing.get(code)
        check_signed(planned, code, signers_of(build, assessment, planned) if planned is not None else ())


def check_one_letter(plan: PacketPlan, facts: Facts) -> None:
    """Refuse to answer several letters of the government in one packet, or none.

    Each is answered once, with everything together (PR-31): papers of one must not stand in the answer to another.
    """
    count = len(open_letters(facts)) if plan.answers_a_letter else 1
    if count != 1:
        message = f"this packet answers one letter of the government; {count or 'none'} on record waits for an answer"
        hint = "enter the letter, or the day on which an earlier one was answered (page 'notices' of the interview)"
        raise UsageError(message, hint=hint)


def bind_filing(build: Build, plan: PacketPlan, written: Sequence[Written], pdfs: Mapping[str, bytes]) -> Bound:
    """Bind the pieces that are mailed, in their order."""
    pieces = [
        BoundPiece(
            code=one.planned.code,
            title=one.planned.title,
            pdf=pdfs[one.planned.code],
            level=one.planned.level,
            ours=one.ours,
            mark=one.planned.mark,
        )
        for one in written
        if one.planned.folder is Folder.FILING
    ]
    return bind(
        pieces,
        title=plan.title,
        language="en",
        identifier=bytes.fromhex(build.digest)[:16],
        stamp_font=build.fonts.stamp,
    )


def _check_edited(build: Build, planning: Planning) -> None:
    """Refuse an edited file for a piece that this packet does not have."""
    codes = [one.code for one in planning.pieces]
    for edited in build.edited:
        if edited.code not in codes:
            message = f"this packet has no piece {edited.code!r}"
            raise UsageError(message, hint=f"its pieces: {', '.join(codes)}")
