"""What may go out to firms today: a summary with a second reader's yes that still says what the answers do."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from legalassist.api.opening import open_case as read_case
from legalassist.api.placing_kept import (
    check_current,
    known_values,
    last_summary,
    spent_references,
    stages_of,
)
from legalassist.api.placing_lists import Offered
from legalassist.api.placing_steps import of_a_case, of_the_shelf
from legalassist.assessments.assess import live_facts
from legalassist.cases.case import Case
from legalassist.errors import DocumentError, LegalAssistError, UsageError
from legalassist.journeys.live_facts import LiveFacts
from legalassist.law.placement import why_withheld
from legalassist.library import Library
from legalassist.placement.lists import Line
from legalassist.placement.menus import ReadMenus, read_menus
from legalassist.placement.profile import chosen_before, more_lines
from legalassist.placement.releases import check_alone
from legalassist.placement.stages import CLOSED, RETURNED, STAGES
from legalassist.placement.steps import OfACase, SecondRead, Summed
from legalassist.stores.cases import OpenCase
from legalassist.stores.store import OpenStore

_MAY_CIRCULATE = frozenset({"", *STAGES[: STAGES.index("conflict check")], RETURNED})
_ANEW = "make it anew (legalassist placement teaser CASE --out FOLDER), and have it read by a second person"


@dataclass(frozen=True)
class Register:
    """What the pipeline says about all cases on a day, read once."""

    library: Library
    on: dt.date
    menus: ReadMenus
    said: Mapping[tuple[str, str], bool]
    """The second reader's last word, by case and digest."""
    spent: Mapping[str, frozenset[str]]
    stages: Mapping[str, str]
    store: OpenStore

    @cached_property
    def values(self) -> Mapping[str, Mapping[str, str]]:
        """The known values of the programme's cases that count, as their answers are now, by case."""
        return known_values(self.store, self.library, self.on, anew=True)

    @classmethod
    def read(cls, store: OpenStore, library: Library, on: dt.date) -> Self:
        """Return it; StoreError for whoever is not in the placement group."""
        said = {(one.case, one.digest): one.yes for one in of_the_shelf(store, SecondRead)}
        return cls(library, on, read_menus(library), said, spent_references(store), stages_of(store), store)


@dataclass(frozen=True)
class Offer:
    """The cases that may stand on a list, and of others the reference and why they stay off it."""

    cases: tuple[tuple[OpenCase, Offered], ...]
    left_out: tuple[tuple[str, str], ...] = ()


def offered(store: OpenStore, cases: Iterable[OpenCase], library: Library, on: dt.date) -> Offer:
    """Return what goes onto a list: the last summary of each case, as a second person has said yes to it.

    Raises UsageError where there is no summary, DocumentError where the case is with a firm or came back, where the
    client or a second reader has not said yes, or where the summary no longer says what it may (`check_today`).
    """
    register = Register.read(store, library, on)
    return Offer(tuple((one, _offered(store, one, register)) for one in cases))


def every_offer(store: OpenStore, cases: Iterable[OpenCase], library: Library, on: dt.date) -> Offer:
    """Return what goes onto a list of all on offer: a case that may not stand on it now is left out, and named."""
    register = Register.read(store, library, on)
    found: list[tuple[OpenCase, Offered]] = []
    left: list[tuple[str, str]] = []
    for one in cases:
        try:
            found.append((one, _offered(store, one, register)))
        except LegalAssistError as wrong:
            left.append((last_summary(store, one).reference, wrong.message))
    return Offer(tuple(found), tuple(left))


def _offered(store: OpenStore, opened: OpenCase, register: Register) -> Offered:
    summed = last_summary(store, opened)
    check_going_out(summed, opened.case, register)
    _check_no_firm(store, opened, summed, register.on)
    line = Line(summed.reference, summed.lines, summed.also, summed.tasks, summed.answer_by)
    return Offered(opened.case, line, read=True)


def to_send(store: OpenStore, opened: OpenCase, library: Library, on: dt.date) -> Summed:
    """Return the summary of a case that may be sent as it was read; raises what `offered` raises."""
    summed = last_summary(store, opened)
    check_going_out(summed, opened.case, Register.read(store, library, on))
    _check_no_firm(store, opened, summed, on)
    return summed


def _check_no_firm(store: OpenStore, opened: OpenCase, summed: Summed, on: dt.date) -> None:
    """Refuse to offer a case to all while one firm has a live release of its client; raises DocumentError."""
    steps = of_a_case(store, opened, OfACase)
    try:
        check_alone(steps, NO_FIRM, dt.datetime.combine(on, dt.time.min, dt.UTC))
    except UsageError as wrong:
        message = f"the case {summed.reference} is not offered to all: {wrong.message}"
        raise DocumentError(message, wrong.hint) from None


def check_still(store: OpenStore, opened: OpenCase, library: Library, on: dt.date) -> None:
    """Refuse to say yes to a summary that may not go out as it stands; raises what `check_today` raises."""
    check_today(last_summary(store, opened), opened.case, Register.read(store, library, on))


NO_FIRM = ""
"""In place of the firm that a step is for: the list is for all of them."""


def check_going_out(summed: Summed, case: Case, register: Register) -> None:
    """Refuse a summary that may not go to firms today; raises DocumentError."""
    check_current(summed, register.spent.get(summed.case, frozenset()))
    stage = register.stages.get(summed.case, "")
    if stage == CLOSED:
        message = f"the case {summed.reference} is closed: nothing of it goes to a firm"
        raise DocumentError(message, hint="leave it out; a new matter is a new case")
    if stage not in _MAY_CIRCULATE:
        message = f"the case {summed.reference} is at '{stage}': one firm at a time, so no list has it"
        hint = (
            "leave it out; when no firm has it any more: legalassist placement stage CASE returned, and make its "
            "summary anew"
        )
        raise DocumentError(message, hint=hint)
    if register.said.get((summed.case, summed.digest)) is not True:
        message = f"no second reader has said yes to the summary {summed.reference}"
        raise DocumentError(message, hint="another person reads the sheet: legalassist placement second CASE --by NAME")
    check_today(summed, case, register)


def check_yes(case: Case, name: str, register: Register) -> LiveFacts:
    """Return the facts of a case whose client has said yes; DocumentError, which names the case so, for another."""
    interview, case = read_case(case, register.library)
    facts = live_facts(interview, case)
    withheld = why_withheld(facts, register.on)
    if withheld:
        message = f"the case {name} may not be offered: {withheld[0][0]} ({withheld[0][1]})"
        raise DocumentError(message, hint="leave it out of the list, or ask her and answer the question")
    return facts


def check_today(summed: Summed, case: Case, register: Register) -> None:
    """Refuse a summary that says what the answers no longer say, or a line that has become this case's alone.

    Of the fuller profile the same is asked as when it was made: twenty cases, and another one with the value. Raises
    DocumentError, which names lines by their labels, never by what they say.
    """
    facts, menus = check_yes(case, summed.reference, register), register.menus
    chosen = chosen_before(menus, summed.values)
    today = {row.label: value.value if value else menus.menus.not_stated for row, value in menus.rows(facts)}
    fuller = {row.label: (row.row, value.value if value else "") for row, value in menus.fuller(facts, chosen)}
    changed = [label for label, said in summed.lines if today.get(label) != said]
    changed += [label for label in today if label not in dict(summed.lines)]
    changed += [label for label, said in summed.also if fuller.get(label, ("", ""))[1] != said]
    changed += [menus.menus.tasks.label] if tuple(one.value for one in menus.tasks(facts)) != summed.tasks else []
    if changed:
        message = f"the summary {summed.reference} is older than the answers, which say otherwise: {'; '.join(changed)}"
        raise DocumentError(message, hint=_ANEW)
    if not summed.also:
        return
    others = tuple(values for one, values in register.values.items() if one != summed.case)
    try:
        more_lines(menus, facts, chosen, [fuller[label][0] for label, _ in summed.also], others)
    except UsageError as wrong:
        message = f"the summary {summed.reference}: {wrong.message}"
        raise DocumentError(message, hint=f"leave out that line: {_ANEW}") from None
