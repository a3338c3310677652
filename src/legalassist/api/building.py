"""Build a packet from a case: assess, assemble, and put it in a folder; bind edited pieces back in."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from legalassist import __version__
from legalassist.api.opening import open_case, open_clinic
from legalassist.assessments.assess import Assessment, assess
from legalassist.documents.fonts import Fonts
from legalassist.errors import UsageError
from legalassist.library import Library, fonts
from legalassist.packets.assemble import Packet, assemble
from legalassist.packets.build import Build, Edited, PacketState
from legalassist.packets.edits import changes
from legalassist.packets.folder import earlier_pdfs, save

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Built:
    """A packet that was made: what was decided, what was bound, and where it lies."""

    assessment: Assessment
    packet: Packet
    out: Path


def prepare(case_path: Path, library: Library, *, as_of: dt.date, clinic: Path | None = None,
            language: str = "zh_Hans", state: PacketState = PacketState.DRAFT) -> Build:  # fmt: skip
    """Return the inputs of a packet for the case in an answers file; raises what opening its parts raises."""
    interview, case = open_case(case_path, library)
    return Build(
        case=case,
        interview=interview,
        library=library,
        clinic=open_clinic(library, clinic),
        fonts=Fonts.read(fonts()),
        as_of=as_of,
        version=__version__,
        language=language,
        state=state,
    )


def build_packet(build: Build, out: Path, *, progress: Progress = lambda _: None) -> Built:
    """Make a packet and put it into `out`, whole or not at all.

    Pieces that have not changed since the packet that lies there are not laid out again. Pieces a person edited and
    bound there stay edited: their files must be given again (see `bind_edited`), or the build stops.
    """
    _check_edits_kept(build, out)
    assessment = assess(build.interview, build.case, as_of=build.as_of)
    packet = assemble(build, assessment, cache=earlier_pdfs(out), progress=progress)
    save(packet.files, out)
    return Built(assessment, packet, out)
