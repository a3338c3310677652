"""The sheet for the day of the filing: what a person looks up on that day, and what is written down about it.

The program knows what its sources said on their day; whether that still holds, a person sees on the agency's pages. So
every line has an empty box beside what the program believes.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from legalassist.assessments.assess import Assessment
from legalassist.documents.wording import in_words
from legalassist.facts.known import Known
from legalassist.forms.edition import read_edition
from legalassist.law.parameters import Parameters
from legalassist.packets.build import Build
from legalassist.packets.plan import Folder, plan_pieces, required_plan

_RECORD = (
    ("Looked up on", "mailing.checked_on"),
    ("Looked up by", "mailing.checked_by"),
    ("Sent on", "mailing.sent_on"),
    ("Sent by", "mailing.carrier"),
    ("Tracking number", "mailing.tracking_number"),
    ("Received on, by the carrier's proof", "mailing.received_on"),
)
_ADDRESSES = (("By mail", "filing_address_new_york"), ("By courier", "courier_address_new_york"))


@dataclass(frozen=True, slots=True)
class Believed:
    """Something to look up: what it is, what the program last knew, and the source with its day."""

    what: str
    lines: tuple[str, ...]
    source: str


def filing_day(build: Build, assessment: Assessment) -> Mapping[str, object]:
    """Return the words of the sheet: editions, the fee, where it goes, and what is written down on the day."""
    plan = required_plan(build.library, build.interview.name, build.kind)
    pieces = plan_pieces(plan, assessment.facts, build.case.exhibits).pieces
    names = dict.fromkeys(one.form for one in pieces if one.form and one.folder is Folder.FILING)
    editions = [read_edition(build.library, build.interview.name, name) for name in names]
    return {
        "forms": [(one.form.upper(), one.title, one.edition) for one in editions],
        "fee": _believed(build, "Fee in US dollars", "fee_i914"),
        "addresses": [_believed(build, what, name) for what, name in _ADDRESSES],
        "record": [(label, _answer(build, assessment, path)) for label, path in _RECORD],
    }


def _believed(build: Build, what: str, parameter: str) -> Believed:
    value = Parameters.load().entry_on(parameter, build.as_of)
    lines = value.value if isinstance(value.value, tuple) else (str(value.value),)
    return Believed(what, lines, f"{value.authority}, as of {value.as_of.isoformat()}")


def _answer(build: Build, assessment: Assessment, path: str) -> str:
    """Return what the staff wrote down, or nothing: then the line is left to be written on."""
    fact = assessment.facts.get(path)
    return in_words(fact.value, build.interview.by_fact.get(path)) if isinstance(fact, Known) else ""
