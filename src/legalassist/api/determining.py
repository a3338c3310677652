"""Decide items of forms: what a named attorney must decide for each person, and recording what was decided."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from legalassist.api.asking import Opened
from legalassist.assessments.assess import assess
from legalassist.cases.determination import ADDRESS, Determination
from legalassist.documents.clinic import Attorney, Clinic
from legalassist.errors import UsageError
from legalassist.facts.known import Facts, Known
from legalassist.forms.attorney_items import AttorneyItem, attorney_item, attorney_items, read_decided
from legalassist.forms.confidential import address_choices, read_address
from legalassist.forms.edition import About, Edition, Item, Part, editions_on, read_edition
from legalassist.forms.sources import Sources
from legalassist.interviews.types import UnfitValueError
from legalassist.interviews.yaml_source import did_you_mean
from legalassist.library import Library
from legalassist.packets.plan import plan_pieces, required_plan


@dataclass(frozen=True)
class Deciding:
    """A case opened for its attorney: the case and what keeps it, the shelves, the clinic, and the day."""

    opened: Opened
    library: Library
    clinic: Clinic
    as_of: dt.date


@dataclass(frozen=True, slots=True)
class FormToDecide:
    """A form of the packet for one person, and its items that an attorney decides. `about` is empty for the client."""

    form: str
    title: str
    piece: str
    about: str
    relation: str
    items: tuple[AttorneyItem, ...]


def forms_to_decide(deciding: Deciding) -> tuple[FormToDecide, ...]:
    """Return every form of the case's packet that has items for an attorney, in the order of the packet."""
    return tuple(form for form in (*_forms(deciding), _addresses(deciding)) if form.items)


def _addresses(deciding: Deciding) -> FormToDecide:
    """Return what is to be chosen about confidential addresses, once for all forms."""
    items = address_choices(_anybody(deciding))
    return FormToDecide("Addresses", "What the forms print for a confidential place", "", "", "", items)


def _anybody(deciding: Deciding) -> Sources:
    opened = deciding.opened
    return Sources(opened.interview, _facts(deciding), deciding.clinic, opened.case)


def _forms(deciding: Deciding) -> Iterator[FormToDecide]:
    facts, interview = _facts(deciding), deciding.opened.interview
    for planned in plan_pieces(required_plan(deciding.library, interview.name), facts).pieces:
        if planned.form:
            edition = read_edition(deciding.library, interview.name, planned.form)
            sources = _sources(deciding, facts, edition, planned.about)
            relation = facts.get(f"{planned.about}.relation") if planned.about else None
            words = str(relation.value) if isinstance(relation, Known) else ""
            items = tuple(attorney_items(edition, sources))
            yield FormToDecide(edition.form.upper(), edition.title, planned.code, planned.about, words, items)


def decide(deciding: Deciding, name: str, about: str, typed: str, by: str, at: str, why: str = "") -> Deciding:  # noqa: PLR0913, PLR0917 - a determination has as many parts
    """Return the case with one more determination, kept durably.

    `name` is the item (``i-914 4.1.A``), `about` empty or ``family[2]``, `typed` the value as an answer of the item's
    kind is written, `by` an attorney's code in the clinic's particulars, `at` the time.

    Raises UsageError where there is no such item, person or attorney, the item is not an attorney's, or the value does
    not fit it; what the keeper raises where it cannot be kept. Nothing is recorded then.
    """
    one = item_to_decide(deciding, name, about)
    attorney = deciding.clinic.attorney_by(by)
    return keep(deciding, one, read_for(deciding, one, typed), attorney, at, why)


def undo(deciding: Deciding, name: str, about: str, by: str, at: str, why: str = "") -> Deciding:  # noqa: PLR0913, PLR0917 - as above
    """Return the case with a determination taken back, kept durably: the item is undecided again.

    Raises like `decide`, and UsageError where nothing was decided.
    """
    one = item_to_decide(deciding, name, about)
    if one.decided is None:
        raise UsageError(f"{name}: nothing was decided that could be taken back")
    return keep(deciding, one, "", deciding.clinic.attorney_by(by), at, why)


def read_for(deciding: Deciding, one: AttorneyItem, typed: str) -> str:
    """Return what was typed for an item as a determination holds it; UsageError where it does not fit the item."""
    interview, address = deciding.opened.interview, one.name.startswith(ADDRESS)
    try:
        return read_address(typed, interview) if address else read_decided(one.item, interview, typed)
    except UnfitValueError as wrong:
        hint = wrong.hint or (f"one of: {', '.join(one.options)}" if one.options else "")
        raise UsageError(f"{one.name}: {wrong.message}", hint) from None


def keep(deciding: Deciding, one: AttorneyItem, decided: str, attorney: Attorney, at: str, why: str = "") -> Deciding:  # noqa: PLR0913, PLR0917 - as above
    """Return the case with one more determination about an item as it was shown, kept durably; the keeper's errors."""
    opened = deciding.opened
    determination = Determination(one.name, one.about, decided, attorney.name.full, at, why, one.seen)
    case = opened.case.determine(determination)
    return replace(deciding, opened=replace(opened, case=case, kept=opened.kept.determine(case)))


def item_to_decide(deciding: Deciding, name: str, about: str) -> AttorneyItem:
    """Return an item as it stands; UsageError where no form on the shelf has it, or no attorney decides it."""
    if name.startswith(ADDRESS):
        return _address_to_decide(deciding, name)
    facts = _facts(deciding)
    items = _items(deciding)
    if name not in items:
        hint = did_you_mean(name, tuple(items)) or "the form, then Part and Item as it prints them: i-914 4.1.A"
        raise UsageError("no form on the shelf has this item", hint)
    edition, part, item = items[name]
    _check_person(edition, about, facts)
    if not item.attorney:
        hint = "its answer comes from elsewhere: 'legalassist form show' lists the source of every item"
        raise UsageError(f"{name} is not an attorney's to decide", hint)
    return attorney_item(edition, part, item, _sources(deciding, facts, edition, about))


def _address_to_decide(deciding: Deciding, name: str) -> AttorneyItem:
    """Return the choice about an address; UsageError where no confidential address stands at that path."""
    found = {one.name: one for one in address_choices(_anybody(deciding))}
    if name not in found:
        hint = f"there are: {', '.join(found)}" if found else "no address of this case is marked confidential"
        raise UsageError("no confidential address stands there", hint)
    return found[name]


def _check_person(edition: Edition, about: str, facts: Facts) -> None:
    """Raise UsageError where a form is not about this person, or nobody stands in that row."""
    form = edition.form.upper()
    if not about and About.CLIENT not in edition.about:
        raise UsageError(f"{form} is about a family member", "say which: --about family[1]")
    if about and About.FAMILY not in edition.about:
        raise UsageError(f"{form} is about the client only", "leave --about out")
    rows = {f"family[{number}]" for number in facts.rows("family").numbers}
    if about and about not in rows:
        raise UsageError("--about: nobody stands in this row of the family", f"there are: {', '.join(sorted(rows))}")


def _items(deciding: Deciding) -> Mapping[str, tuple[Edition, Part, Item]]:
    """Return every item of every form on the shelf by its name."""
    shelf = deciding.opened.interview.name
    return {
        f"{edition.form} {part.number}.{item.item}": (edition, part, item)
        for edition in editions_on(deciding.library, shelf)
        for part in edition.parts
        for item in part.items
    }


def _facts(deciding: Deciding) -> Facts:
    return assess(deciding.opened.interview, deciding.opened.case, as_of=deciding.as_of).facts


def _sources(deciding: Deciding, facts: Facts, edition: Edition, about: str) -> Sources:
    opened = deciding.opened
    return Sources(opened.interview, facts, deciding.clinic, opened.case, about=about, form=edition.form)
