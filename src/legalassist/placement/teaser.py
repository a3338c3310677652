"""The teaser as a value: what stage 1 says about a case, chosen from closed menus."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from legalassist.documents.clinic import Clinic
from legalassist.errors import UsageError
from legalassist.facts.known import Facts
from legalassist.languages.formats import long_date
from legalassist.placement.menus import Menus, ReadMenus, Row, Value

REFERENCE = re.compile(r"[A-Z0-9]{4}-[A-Z0-9]{4}")


@dataclass(frozen=True, slots=True)
class Said:
    """One line of a teaser."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Teaser:
    """What a firm is told: the reference, the lines, the work, the day to answer by, and how to reach the clinic."""

    reference: str
    rows: tuple[Said, ...]
    narrative: tuple[str, ...]
    """Sentences of the menus, one for a value: nothing the lines do not say."""
    tasks: tuple[str, ...]
    hours: Said
    support: tuple[str, ...]
    """What the clinic gives, in its own words: typed by staff, so they are searched as such."""
    answer_by: Said
    clinic: tuple[str, ...]
    stands_out: tuple[str, ...]
    undecided: tuple[str, ...]
    also: tuple[Said, ...] = ()
    """The lines of the fuller profile, which stand behind the others in `rows` too."""


def make(  # noqa: PLR0913 - what one summary is made of
    read: ReadMenus, facts: Facts, clinic: Clinic, *, reference: str, answer_by: dt.date,
    also: Sequence[tuple[Row, Value]] = (),
) -> Teaser:  # fmt: skip
    """Return the teaser of a case; rows that the facts do not decide say so, and are listed in `undecided`.

    `also` are the lines of the fuller profile, as `profile.more_lines` allowed them.
    """
    menus = read.menus
    chosen = tuple(read.rows(facts))
    more = tuple(Said(row.label, value.value) for row, value in also)
    known = (*(value for _, value in chosen if value is not None), *(value for _, value in also))
    day = long_date("en", answer_by.year, answer_by.month, answer_by.day)
    return Teaser(
        reference=reference,
        rows=(*(Said(row.label, value.value if value else menus.not_stated) for row, value in chosen), *more),
        narrative=tuple(value.says for value in known if value.says),
        tasks=tuple(value.value for value in read.tasks(facts)),
        hours=Said(menus.hours.label, hours_told(menus, clinic)),
        support=clinic.placement.support,
        answer_by=Said(menus.answer.label, day),
        clinic=(clinic.name, clinic.phone, clinic.email),
        stands_out=(
            *(value.stands_out for _, value in chosen if value is not None and value.stands_out),
            *(f"{said.label}: more than the minimal profile says" for said in more),
        ),
        undecided=tuple(row.label for row, value in chosen if value is None),
        also=more,
    )


def hours_told(menus: Menus, clinic: Clinic) -> str:
    """Return the programme's own hours with the month they were counted in, or that none are stated."""
    hours, words = clinic.placement.hours, menus.hours
    if hours is None:
        return words.none
    return f"{hours.least} to {hours.most}, {words.some} {long_date('en', *map(int, hours.as_of.split('-')))}"


def check_reference(reference: str, file_number: str) -> None:
    """Refuse a reference that is no random code, or is the number of the case's own file; raises UsageError."""
    if not REFERENCE.fullmatch(reference):
        message = "the reference is not a code of four and four letters and digits"
        raise UsageError(message, hint="for example K7M2-Q9X4; leave --reference out to have one drawn")
    if re.sub(r"\W", "", reference) == re.sub(r"\W", "", file_number.upper()):
        message = "the reference is the number of the case's own file"
        raise UsageError(message, hint="leave --reference out to have another one drawn")
