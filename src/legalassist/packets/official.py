"""Official forms of a packet: filled on the clinic's blank where it has one, in the place of the answer sheet.

A form that has no room for everything is followed by its addendum sheet. Nothing of ours is drawn on a form's pages.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from legalassist.assessments.assess import Assessment
from legalassist.documents.context import Used
from legalassist.facts.known import Known
from legalassist.facts.values import PersonName
from legalassist.forms.answer_sheet import answer_sheet
from legalassist.forms.edition import Edition, read_edition
from legalassist.forms.filled import Filled, GivenBlank, fill_form
from legalassist.forms.placing import Overflow
from legalassist.forms.sources import Sources
from legalassist.packets.build import Build
from legalassist.packets.contexts import FormHead, form_sources
from legalassist.packets.plan import Planned, Planning
from legalassist.packets.readings import Readings

ADDENDUM = "addendum"
_SHEET = ", answer sheet"
_NOT_KNOWN = "[not answered]"


@dataclass(frozen=True, slots=True)
class AddendumPerson:
    """Whose form an addendum sheet continues: the name in an English filing's order, and the A-Number."""

    name: str
    number: str


@dataclass(frozen=True)
class Official:
    """One filled form of a packet: what it rests on, and the two files."""

    planned: Planned
    filled: Filled
    given: GivenBlank
    used: Used


@dataclass(frozen=True)
class Officials:
    """All filled forms of a packet by code, the planning with their addendum sheets in it, the words of each sheet."""

    planning: Planning
    forms: Mapping[str, Official] = field(default_factory=dict)
    sheets: Mapping[str, Mapping[str, object]] = field(default_factory=dict)


def fill_forms(build: Build, assessment: Assessment, planning: Planning, readings: Readings) -> Officials:
    """Fill every form of the plan whose blank the clinic has, except those that a person gives ready filled.

    Who read a form to the person, its interpreter's part says as long as the reading holds.

    Raises ContentError with every answer that can be neither printed nor continued, DocumentError naming the piece
    where a filled form cannot be read back.
    """
    edited = {one.code for one in build.edited}
    pieces: list[Planned] = []
    forms: dict[str, Official] = {}
    sheets: dict[str, Mapping[str, object]] = {}
    for planned in planning.pieces:
        given = build.blanks.get(planned.form) if planned.form else None
        if given is None or planned.code in edited:
            pieces.append(planned)
            continue
        named = replace(planned, title=planned.title.replace(_SHEET, ""))
        edition = read_edition(build.library, build.interview.name, planned.form)
        sources = form_sources(build, assessment, named, edition, readings)
        official = _fill(build, sources, named, given, edition)
        forms[named.code] = official
        pieces.append(named)
        if official.filled.addendum:
            sheet = replace(named, code=f"{named.code}-{ADDENDUM}", title=f"{named.title}, additional information",
                            print=ADDENDUM, form="")  # fmt: skip
            pieces.append(sheet)
            sheets[sheet.code] = _words(build, assessment, named, edition, official.filled.addendum)
    return Officials(replace(planning, pieces=tuple(pieces)), forms, sheets)


def _fill(build: Build, sources: Sources, planned: Planned, given: GivenBlank, edition: Edition) -> Official:
    """Fill one form; what it rests on and lacks is what its answer sheet would rest on and lack."""
    used = Used()
    answer_sheet(edition, sources, used)
    return Official(planned, fill_form(given, edition, sources, build.fonts, name=planned.code), given, used)


def _words(build: Build, assessment: Assessment, planned: Planned, edition: Edition, entries: tuple[Overflow, ...]
           ) -> Mapping[str, object]:  # fmt: skip
    """Return the words of an addendum sheet."""
    head = FormHead(edition.form.upper(), edition.edition, edition.title)
    return {"form": head, "person": _person(build, assessment, planned.about), "entries": entries}


def _person(_build: Build, assessment: Assessment, about: str) -> AddendumPerson:
    """Return whose form it is: the client, or the family member of a row."""
    holder = about or "client"
    name, number = (assessment.facts.get(f"{holder}.{last}") for last in ("name", "a_number"))
    known = name.value.full if isinstance(name, Known) and isinstance(name.value, PersonName) else _NOT_KNOWN
    return AddendumPerson(known, str(number.value) if isinstance(number, Known) else "none given")
