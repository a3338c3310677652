"""Trace a word of a document back: which questions, which answers, which rules."""

from collections.abc import Iterator

from legalassist.api.building import assessed
from legalassist.api.tracing_sources import origin
from legalassist.assessments.assess import Assessment
from legalassist.cases.determination import ADDRESS
from legalassist.documents.context import Used
from legalassist.errors import UsageError
from legalassist.facts.known import Known
from legalassist.forms.answer_sheet import Line, answer_sheet
from legalassist.forms.edition import read_edition
from legalassist.forms.particulars import INTERPRETER, clinic_paths
from legalassist.forms.rules import RULES
from legalassist.packets.build import Build
from legalassist.packets.contexts import form_sources
from legalassist.packets.plan import Planned, plan_file, plan_pieces, required_plan
from legalassist.packets.written import Writer

_MADE_LAST = {
    "contents": "made from the finished packet: titles and page numbers of its pieces",
    "exhibit-index": "made from the finished packet: the papers in the order of their letters, and their page numbers",
}
"""Pieces that say nothing of their own: what stands on them is known when the packet is bound."""


def why(build: Build, code: str, item: str | None = None) -> Iterator[str]:
    """Yield, for a piece (or one Item of an answer sheet, ``2.10``), what it rests on and what it lacks.

    Answers are named by their number and path, never repeated. Raises UsageError for a piece the packet does not have.
    """
    assessment = assessed(build)
    planning = plan_pieces(
        required_plan(build.library, build.interview.name, build.kind), assessment.facts, build.case.exhibits
    )
    planned = next((one for one in planning.pieces if one.code == code), None)
    if planned is None:
        codes = ", ".join(one.code for one in planning.pieces)
        message = f"this packet has no piece {code!r}"
        raise UsageError(message, hint=f"its pieces: {codes}")
    if item is not None:
        yield from _item(Writer(build, assessment, planning.pieces), planned, item)
        return
    if planned.file is not None:
        yield f"a file of {planned.file.row} ({planned.file.role}), cleaned: {planned.file.pages} pages"
        return
    if planned.print in _MADE_LAST:
        yield _MADE_LAST[planned.print]
        if planned.print != "contents":
            yield from (line for one in planning.pieces for line in _paper(build, assessment, one))
        return
    yield from _written(Writer(build, assessment, planning.pieces), planned)


def _written(writer: Writer, planned: Planned) -> Iterator[str]:
    """Yield what a piece rests on that is made from a template."""
    build, used = writer.build, writer.write(planned).used
    template = f"{planned.word}.docx" if planned.word else f"{planned.print}.html"
    yield f"template: templates/{build.interview.name}/{template}"
    yield from _paper(build, writer.assessment, planned)
    for path, answer in sorted(used.answers.items()):
        yield f"{path}: {_source(build, path, answer)}"
    for name in sorted(used.decisions):
        one = build.case.determined[name, "" if name.startswith(ADDRESS) else planned.about]
        yield f"{name}: decided by {one.by}, {one.at[:10]}"
    for path, reason in sorted(used.gaps.items()):
        yield f"{path}: missing ({reason.value})"


def _paper(build: Build, assessment: Assessment, planned: Planned) -> Iterator[str]:
    """Yield where the title of a paper behind a cover comes from; a tab's and ours stand in the plan."""
    if not planned.cover:
        return
    path = f"{planned.paper_path}.paper" if planned.paper_path else ""
    fact = assessment.facts.get(path) if path else None
    if isinstance(fact, Known):
        yield f"Exhibit {planned.letter}: {path}: {_source(build, path, fact.answer)}"
    else:
        yield f"Exhibit {planned.letter}: the plan {plan_file(build.interview.name, build.kind)}"


def _item(writer: Writer, planned: Planned, item: str) -> Iterator[str]:
    """Yield where the lines of one Item come from."""
    if not planned.form:
        message = f"{planned.code} has no Items"
        raise UsageError(message, hint="name an answer sheet, for example: answer-sheet 2.10")
    build = writer.build
    edition = read_edition(build.library, build.interview.name, planned.form)
    used, sources = Used(), form_sources(build, writer.assessment, planned, edition, writer.readings)
    file = f"templates/{build.interview.name}/forms/{planned.form}.yaml"
    part_number, _, number = item.partition(".")
    found = False
    for part in answer_sheet(edition, sources, used):
        for line in part.items:
            if part.number == part_number and line.item == number:
                found = True
                answer = used.answers.get(line.fact, "")
                state = line.state or _decided(line, used) or _source(build, line.fact, answer)
                says = f"{line.fact or 'no fact'}: {state}"
                yield f"Part {part.number}, Item {line.item} ({line.label}) [{file}]: {says}"
    if not found:
        message = f"there is no Item {item} on this sheet"
        raise UsageError(message, hint="write Part and Item as on the sheet, for example 2.10")


def _decided(line: Line, used: Used) -> str:
    """Return who decided the line, where an attorney did."""
    return line.note if line.fact in used.decisions else ""


def _source(build: Build, path: str, answer: str) -> str:
    """Return where a fact comes from: the answer's number and the question, or the rule."""
    if path.startswith("rule: "):
        rule = RULES[path.removeprefix("rule: ")]
        return f"a rule of the form: {rule.reason}{f' ({rule.authority})' if rule.authority else ''}"
    if path.startswith(INTERPRETER):
        return "the read-back of this form, and the interpreter in the clinic's particulars (clinic.yaml)"
    if path in clinic_paths():
        return "the clinic's particulars (clinic.yaml)"
    return origin(build, path, answer)
