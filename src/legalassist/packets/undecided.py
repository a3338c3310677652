"""What attorneys have to decide on the forms of one packet: what is missing, and what goes against the answers."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from legalassist.assessments.assess import Assessment
from legalassist.assessments.contradiction import Contradiction
from legalassist.assessments.missing import Kind, MissingItem
from legalassist.documents.clinic import Clinic
from legalassist.forms.attorney_items import Standing, attorney_items
from legalassist.forms.confidential import LABEL, address_choices
from legalassist.forms.edition import Edition, read_edition
from legalassist.forms.sources import Sources
from legalassist.library import Library
from legalassist.packets.decided_against import decided_against
from legalassist.packets.plan import plan_pieces, required_plan

WHY: Mapping[Standing, str] = {
    Standing.OPEN: "attorney decides",
    Standing.STALE: "decided on answers that have changed since: to be decided again",
    Standing.NO_ANSWER: "decided, but the plain answers beside it are still to come",
}
"""Why an Item is missing, for the memo: other words than a sheet's, so that no line of the memo is in the filing."""
PLACES = "Confidential addresses on the forms"
"""Where a choice about a confidential address is listed."""


def with_determinations(assessment: Assessment, library: Library, clinic: Clinic, kind: str = "") -> Assessment:
    """Return an assessment whose missing items include the undecided and stale Items of every form of the packet.

    Its contradictions include what was decided against the answers beside an Item. `kind` names another packet than
    the application's. An interview that makes no packet has none. Raises ContentError where the packet's plan or an
    edition has problems.
    """
    interview, case = assessment.facts.interview, assessment.facts.case
    if library.find(f"interviews/{interview.name}/packet.yaml") is None:
        return assessment
    plan = required_plan(library, interview.name, kind)
    found: list[MissingItem] = []
    apart: list[Contradiction] = []
    forms = [one for one in plan_pieces(plan, assessment.facts).pieces if one.form]
    for planned in forms:
        edition = read_edition(library, interview.name, planned.form)
        sources = Sources(interview, assessment.facts, clinic, case, about=planned.about, form=edition.form)
        found.extend(undecided(edition, sources))
        apart.extend(decided_against(edition, sources))
    if forms:
        found.extend(_addresses(Sources(interview, assessment.facts, clinic, case)))
    together = (*assessment.contradictions, *apart)
    return replace(assessment, missing=(*assessment.missing, *found), contradictions=tuple(dict.fromkeys(together)))


def _addresses(sources: Sources) -> Iterator[MissingItem]:
    """Yield the confidential addresses for which no attorney has chosen what the forms print."""
    for one in address_choices(sources):
        if one.open:
            why = WHY[one.standing]
            yield MissingItem(Kind.DETERMINATION, one.name, PLACES, why, LABEL, one.item.plain, one.beside[0].ask)


def undecided(edition: Edition, sources: Sources) -> Iterator[MissingItem]:
    """Yield the Items of one form about one person that no attorney has settled."""
    person = f" ({sources.about})" if sources.about else ""
    parts = {part.title: part.number for part in edition.parts}
    for one in attorney_items(edition, sources):
        if one.open:
            page = f"{edition.form} Part {parts[one.part]}{person}"
            plain = tuple(beside.path for beside in one.beside)
            name, why = f"{one.name}{person}", WHY[one.standing]
            yield MissingItem(Kind.DETERMINATION, name, page, why, one.item.label, plain, one.item.item)
