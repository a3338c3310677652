"""Write and bind: make a packet from a case and put it in a folder; bind edited pieces back in."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from legalassist import __version__
from legalassist.api.exhibit_files import Content, beside, exhibit_contents
from legalassist.api.forms import given_blanks
from legalassist.api.opening import clinic_of, open_case, open_clinic
from legalassist.api.signed_pages import Scan, with_signed
from legalassist.assessments.assess import Assessment, assess
from legalassist.cases.case import Case
from legalassist.documents.fonts import Fonts
from legalassist.errors import UsageError
from legalassist.forms.library import Blanks
from legalassist.languages.tags import normalise
from legalassist.library import Library, fonts
from legalassist.packets.assemble import Assembled, assemble
from legalassist.packets.build import Build, Edited, PacketState
from legalassist.packets.edits import BaseChangedError, changes
from legalassist.packets.folder import Earlier, check_untouched, earlier_packet, save, write_changes
from legalassist.packets.manifest import MANIFEST, Manifest, read_manifest
from legalassist.packets.packing import pack
from legalassist.packets.plan import kinds_of, required_plan
from legalassist.packets.undecided import with_determinations
from legalassist.reviews.ledger import read_ledger

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Edit:
    """An edited file as a person names it on the command line."""

    code: str
    file: Path
    accept_changes: bool = False
    drop_comments: bool = False
    base_changed: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the closing table."""

    title: str
    pages: str
    folder: str
    gaps: int


@dataclass(frozen=True)
class Built:
    """A packet that was made: what was decided, what was assembled, its manifest, and where it lies."""

    assessment: Assessment
    assembled: Assembled
    manifest: Manifest
    out: Path

    @property
    def to_do(self) -> tuple[str, ...]:
        """What a person must still do."""
        return self.manifest.to_do

    @property
    def rows(self) -> Iterator[Row]:
        """Yield each piece for the closing table: its title, its pages in the filing, where it goes, its gaps."""
        gaps = {one.planned.code: len(one.used.gaps) for one in self.assembled.written}
        for planned in self.assembled.planning.pieces:
            span = self.assembled.spans.get(planned.code)
            pages = "" if span is None else f"{span.first}" if span.first == span.last else f"{span.first}-{span.last}"
            title = "  " * (planned.level - 1) + planned.title
            yield Row(title, pages, planned.folder.value, gaps.get(planned.code, 0))


def prepare(  # noqa: PLR0913 - what a packet is made from
    case: Path | Case, library: Library, *, as_of: dt.date, clinic: Path | None = None, language: str = "zh_Hans",
    state: PacketState = PacketState.DRAFT, blanks: Blanks | None = None, content: Content | None = None,
    kind: str = "",
) -> Build:  # fmt: skip
    """Return the inputs of a packet for a case (of the store, or in an answers file); raises what opening it raises.

    Forms whose blank is among the clinic's `blanks` are filled; for the others the packet has answer sheets. `content`
    returns the bytes of an exhibit file of a stored case. `kind` names another packet than the application's own.
    """
    interview, opened = open_case(case, library)
    if isinstance(case, Path):
        content = beside(case)
    own = open_clinic(library, clinic)
    return Build(
        case=opened,
        interview=interview,
        library=library,
        clinic=clinic_of(opened, own),
        fonts=Fonts.read(fonts()),
        as_of=as_of,
        version=__version__,
        language=normalise(language),
        state=state,
        blanks={one.name: one for one in given_blanks(blanks, library, as_of)} if blanks is not None else {},
        exhibits=exhibit_contents(opened, content),
        kind=kind,
        ledger=read_ledger(library, own.translation_readers, own.people),
    )


def other_packets(library: Library, interview: str) -> Iterator[tuple[str, str]]:
    """Yield the kinds of packets beside the application's own, each with its title."""
    for kind in kinds_of(library, interview):
        yield kind, required_plan(library, interview, kind).title


def in_script_of(build: Build, folder: Path) -> Build:
    """Return the inputs for the client's language as the packet in a folder has it, where one lies there."""
    return replace(build, language=read_manifest(folder).language) if (folder / MANIFEST).is_file() else build


def with_edits(build: Build, edits: Sequence[Edit]) -> Build:
    """Return the inputs with files that a person edited; raises UsageError for a file that is not there."""
    return replace(build, edited=tuple(_read(edit) for edit in edits))


def _read(edit: Edit) -> Edited:
    try:
        content = edit.file.read_bytes()
    except OSError as wrong:
        message = f"{edit.file} cannot be read: {wrong.strerror}"
        raise UsageError(message, hint="write --use PIECE=FILE") from None
    return Edited(edit.code, edit.file.name, content, edit.accept_changes, edit.drop_comments, edit.base_changed)


def build_packet(build: Build, out: Path, *, discard_edits: bool = False, scans: Sequence[Scan] = (),
                 progress: Progress = lambda _code: None) -> Built:  # fmt: skip
    """Make a packet and put it into `out`, whole or not at all.

    Pieces whose page has not changed since the packet that lies there are not laid out again. Pieces that a person
    edited and bound there stay edited, for as long as their rendering is still the one that was edited; otherwise
    the build stops and writes what changed into ``internal/`` (raises DocumentError). So do signed pages; `scans` are
    those given now (raises what reading them raises).
    """
    check_untouched(out)
    if not discard_edits:
        build = replace(build, edited=(*build.edited, *_edits_kept(build, out)))
    build = with_signed(build, out, scans)
    assessment = assessed(build)
    # For signature every page is laid out anew: the folder's manifest can be sealed by anybody who can write there.
    earlier = earlier_packet(out) if build.state is PacketState.DRAFT else Earlier({}, {})
    try:
        assembled = assemble(build, assessment, cache=earlier.pdfs, progress=progress)
    except BaseChangedError as changed:
        _tell_changes(out, changed)
        raise
    files, manifest = pack(build, assessment, assembled, earlier.texts)
    save(files, out)
    return Built(assessment, assembled, manifest, out)


def edits_kept(build: Build, folder: Path) -> Build:
    """Return the inputs as a folder's packet was made: the client's script, the pieces edited and bound, signed pages.

    Raises DocumentError where no packet lies there.
    """
    read_manifest(folder)
    build = in_script_of(build, folder)
    return with_signed(replace(build, edited=(*build.edited, *_edits_kept(build, folder))), folder)


def assessed(build: Build) -> Assessment:
    """Return what was decided about a packet's case, with what attorneys still have to decide on its forms."""
    assessment = assess(build.interview, build.case, as_of=build.as_of, mailing_days=build.clinic.mailing_days)
    return with_determinations(assessment, build.library, build.clinic, build.kind)


def _edits_kept(build: Build, out: Path) -> Iterator[Edited]:
    """Yield the edited files of the packet that lies in `out`, except those that are given anew."""
    if not (out / MANIFEST).is_file():
        return
    given = {one.code for one in build.edited}
    for piece in read_manifest(out).pieces:
        if not piece.edited_from or piece.code in given:
            continue
        for suffix in ("docx", "pdf"):
            path = out / "edited" / f"{piece.code}.{suffix}"
            if path.is_file():
                # What was accepted or dropped when it was bound stays so: the file is the one that was bound then.
                yield Edited(piece.code, path.name, path.read_bytes(), accept_changes=True, drop_comments=True,
                             base=piece.edited_from)  # fmt: skip


def _tell_changes(out: Path, changed: BaseChangedError) -> None:
    """Write what changed since a piece was edited beside the packet, where the earlier rendering is known."""
    before = out / "pieces" / f"{changed.code}.docx"
    if before.is_file():
        write_changes(out, changed.code, changes(before.read_bytes(), changed.rendered, changed.code))
