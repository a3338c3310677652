"""What must hold for the plan of any case: it is made, every template is rendered, nothing is dropped in silence."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generated_cases import generated_case, with_files

from legalassist.api.building import prepare
from legalassist.assessments.assess import assess
from legalassist.documents.pdf_file import open_pdf
from legalassist.library import Library
from legalassist.packets.build import Build
from legalassist.packets.numbering import NUMBERED, first_pages
from legalassist.packets.pieces import CONTENTS, ContentsLine
from legalassist.packets.plan import Folder, Planned, plan_pieces, required_plan
from legalassist.packets.written import Writer, Written

DAY = dt.date(2026, 11, 22)
MEI = "interviews/tvisa/examples/mei.yaml"


def build_of(library: Library, seed: int) -> Build:
    """Return the inputs of a generated client's packet."""
    base = prepare(library.get(MEI).path, library, as_of=DAY)
    case, kept = with_files(generated_case(base.interview, seed), _files(library), seed)
    return replace(base, case=case, exhibits=kept)


def _files(library: Library) -> dict[str, tuple[bytes, int]]:
    """Return the cleaned papers of an invented client, with their pages."""
    folder = library.get(MEI).path.with_suffix(".exhibits")
    found = {}
    for path in sorted(folder.glob("*.pdf")):
        content = path.read_bytes()
        found[path.name] = (content, len(open_pdf(content, path.name).pages))
    return found


def plan_faults(build: Build) -> Iterator[str]:
    """Make the plan and every piece's text, no PDF; yield what does not hold."""
    assessment = assess(build.interview, build.case, as_of=build.as_of)
    planning = plan_pieces(required_plan(build.library, build.interview.name), assessment.facts, build.case.exhibits)
    codes = [one.code for one in planning.pieces]
    if len(set(codes)) != len(codes):
        yield "two pieces have one code"
    writer = Writer(build, assessment, planning.pieces)
    for planned in planning.pieces:
        if planned.print not in NUMBERED:
            yield from _piece_faults(build, writer.write(planned))
    yield from _contents_faults(writer, [one for one in planning.pieces if one.folder is Folder.FILING])


def _piece_faults(build: Build, written: Written) -> Iterator[str]:
    """Yield what does not hold for one written piece: it says something, and nothing that was superseded."""
    if not written.html and not written.pdf:
        yield f"{written.planned.code} is empty"
    for path, answer in written.used.answers.items():
        if answer.startswith("a") and build.case.current[path].id != answer:
            yield f"{written.planned.code} prints an answer to {path} that was superseded"


def _contents_faults(writer: Writer, filing: Sequence[Planned]) -> Iterator[str]:
    """Yield the pieces that the contents do not list with their page."""
    lengths = dict.fromkeys((one.code for one in filing), 2)
    first = first_pages(filing, lengths)
    lines = [ContentsLine(one.title, first[one.code], one.level, one.code) for one in filing]
    for planned in (one for one in filing if one.print in NUMBERED):
        html = writer.write_numbered(planned, lines, first, lengths).html
        if planned.print == CONTENTS:
            yield from (f"the contents do not list {one.code}" for one in lines if one.anchor not in html)
