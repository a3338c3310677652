"""Trace one word of a piece back: to the answer it comes from (who entered it, when), a decision, the clinic, a line.

Answers are named by number, path and question, never repeated.
"""

from collections.abc import Iterator

from legalassist.api.tracing_sources import PLACES, Looked, squeezed, template_of, wanted_of
from legalassist.assessments.assess import assess
from legalassist.errors import UsageError
from legalassist.packets.build import Build
from legalassist.packets.numbering import NUMBERED
from legalassist.packets.plan import plan_pieces, required_plan
from legalassist.packets.written import Writer


def look(build: Build, code: str) -> Looked:
    """Write a piece, no PDF, to look through it; raises UsageError for one that the packet does not have."""
    assessment = assess(build.interview, build.case, as_of=build.as_of)
    planning = plan_pieces(required_plan(build.library, build.interview.name), assessment.facts, build.case.exhibits)
    planned = next((one for one in planning.pieces if one.code == code), None)
    if planned is None:
        hint = f"its pieces: {', '.join(one.code for one in planning.pieces)}"
        raise UsageError(f"this packet has no piece {code!r}", hint=hint)
    if planned.print in NUMBERED:
        return Looked(build, assessment, planning, planned, None)
    writer = Writer(build, assessment, planning.pieces)
    return Looked(build, assessment, planning, planned, writer.write(planned))


def why_word(build: Build, code: str, word: str) -> Iterator[str]:
    """Yield where a word of a piece can come from, the likeliest first.

    Raises UsageError for a piece the packet does not have, or one that does not say the word.
    """
    yield from trace(look(build, code), word)


def trace(looked: Looked, word: str) -> Iterator[str]:
    """Do the same for a piece that was looked up already."""
    code = looked.planned.code
    wanted = wanted_of(word)
    if not wanted or (looked.written is not None and wanted not in squeezed(looked.text)):
        raise UsageError(f"{code} does not say this", hint="give a word, or a few in a row, as the piece prints them")
    found = list(dict.fromkeys(_sources(looked, wanted)))
    if not found:
        found = [f"{code}: joined by its template {template_of(looked)} from several of the sources 'packet why' lists"]
    yield from found


def _sources(looked: Looked, wanted: str) -> Iterator[str]:
    for look_in in PLACES:
        yield from look_in(looked, wanted)
