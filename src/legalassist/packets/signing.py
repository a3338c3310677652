"""The sheet for the signing session: who signs which piece, in which order (law/packet.md, signature matrix).

It says who has to sign, never that somebody did. Signatures are by hand (PB-02).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from legalassist.assessments.assess import Assessment
from legalassist.assessments.statement import ROUTE, TRANSLATED
from legalassist.facts.dates import age_on
from legalassist.facts.known import known_value
from legalassist.facts.paths import numbers_of
from legalassist.forms.edition import read_edition
from legalassist.law.readings import date_at
from legalassist.packets.build import Build
from legalassist.packets.declared import SIGNED_ENGLISH
from legalassist.packets.plan import Folder, Planned, plan_pieces, required_plan

MAY_SIGN = 14
"""Below this age a parent or guardian may sign (PB-01)."""

CLIENT, RELATIVE, ATTORNEY, TRANSLATOR = "client", "family member", "attorney", "translator"
INTERPRETER, PREPARER = "interpreter, if one read it to the person", "preparer, if not the applicant"
OFFICIAL = "the agency's official and supervisor, in ink, on their own time"
_FORMS: Mapping[str, Mapping[str, str]] = {
    "g-28": {CLIENT: "4.2.A", ATTORNEY: "5.1.A"},
    "i-914": {CLIENT: "6.6", INTERPRETER: "7.7", PREPARER: "8.8"},
    "i-914a": {CLIENT: "5.6", RELATIVE: "5.7", INTERPRETER: "6.7", PREPARER: "7.8"},
    "i-914b": {OFFICIAL: ""},
    "i-192": {CLIENT: "3.4", INTERPRETER: "4.6", PREPARER: "5.6"},
    "i-765": {CLIENT: "3.7.A", INTERPRETER: "4.7.A", PREPARER: "5.8.A"},
}
"""Who signs a form, in which order, and at which of its Items (PB-01, PB-04 to PB-06, PR-09, LE-03)."""
_LETTERS: Mapping[str, tuple[str, ...]] = {
    "declaration": (CLIENT,),
    "certificate-of-translation": (TRANSLATOR,),
    "certificate-of-interpretation": ("interpreter",),
}
"""Who signs a Word piece; every other one is the attorney's."""


@dataclass(frozen=True, slots=True)
class SigningLine:
    """One piece of the session: its title, who signs in which order, and what to look at before."""

    title: str
    signers: tuple[str, ...]
    notes: tuple[str, ...] = ()


def signing_lines(build: Build, assessment: Assessment) -> tuple[SigningLine, ...]:
    """Return a line for every piece that somebody signs, in the order of the packet."""
    plan = required_plan(build.library, build.interview.name, build.kind)
    pieces = plan_pieces(plan, assessment.facts, build.case.exhibits).pieces
    return tuple(line for one in pieces if (line := _line(build, assessment, one)) is not None)


def signers_of(build: Build, assessment: Assessment, planned: Planned) -> tuple[str, ...]:
    """Return who signs a piece; nobody signs the English beside a Chinese original: its translator certifies it."""
    route = known_value(assessment.facts, ROUTE)
    if planned.word == "declaration" and planned.language == "en" and route == TRANSLATED:
        return ()
    line = _line(build, assessment, planned)
    return line.signers if line is not None else ()


def signature_items(form: str, *, here: bool, interpreted: bool) -> tuple[str, ...]:
    """Return the Items of a form that have to be signed: `here` is a family member in the United States.

    An interpreter signs what was `interpreted`. The preparer's part is always filled, by the attorney where there is no
    preparer beside, so it is always signed (law/packet.md, signature matrix).
    """
    waits = {RELATIVE: here, INTERPRETER: interpreted, OFFICIAL: False}
    return tuple(item for signer, item in _FORMS.get(form, {}).items() if waits.get(signer, True))


def _line(build: Build, assessment: Assessment, planned: Planned) -> SigningLine | None:
    if planned.folder is Folder.INTERNAL or not (planned.form or planned.word):
        return None
    if not planned.form:
        return SigningLine(planned.title, _of_letter(build, planned))
    form = read_edition(build.library, build.interview.name, planned.form).form
    if form not in _FORMS:
        return None  # a form that nobody signs
    signers = tuple(_whose(one, form, planned) for one in _FORMS[form])
    return SigningLine(planned.title.replace(", answer sheet", ""), signers, tuple(_notes(assessment, planned, form)))


def _of_letter(build: Build, planned: Planned) -> tuple[str, ...]:
    """Return who signs a Word piece: the certificate of a reading in relay both interpreters, as its draft has it."""
    signers = _LETTERS.get(planned.word, (ATTORNEY,))
    read = build.case.last_read.get(SIGNED_ENGLISH) if planned.word == "certificate-of-interpretation" else None
    return (*signers, "second interpreter, in relay") if read is not None and read.relay else signers


def _whose(signer: str, form: str, planned: Planned) -> str:
    """Return who signs in the place of the client on a form about a family member: the member, but on I-914A both."""
    member = f"{RELATIVE} {numbers_of(planned.about)[-1]}" if planned.about else RELATIVE
    if signer == CLIENT and planned.about and form != "i-914a":
        return member
    return f"{member}, if in the United States" if signer == RELATIVE else signer


def _notes(assessment: Assessment, planned: Planned, form: str) -> Iterator[str]:
    """Yield what to look at before the piece is signed."""
    facts, holder = assessment.facts, planned.about or "client"
    born = date_at(facts, f"{holder}.birth_date")
    if born is not None and age_on(born, assessment.as_of)[0] < MAY_SIGN:
        yield f"Below {MAY_SIGN}: a parent or guardian may sign (PB-01); never the person who did the harm."
    if form == "i-914a" and planned.about:
        here = known_value(facts, f"{planned.about}.in_us")
        if here is True:
            yield "In the United States: without this person's own signature the supplement is rejected (PR-09)."
        elif here is None:
            yield "Not known whether this person is in the United States: ask first (PR-09)."
