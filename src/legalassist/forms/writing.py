"""Write a value as one box wants it: a part of a name or address, a date in numbers, digits without hyphens, a tick.

Where a value has no honest spelling for a box (a date that is not wholly known, a confidential address) nothing is
written, and the reason is given.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from legalassist.documents.wording import in_words, phone_in_words
from legalassist.facts.dates import Age, PartialDate
from legalassist.facts.names import for_form
from legalassist.facts.values import Address, ExhibitAtHand, Money, PersonName, Spoken, Value
from legalassist.forms.boxes import Box
from legalassist.interviews.schema import Question
from legalassist.languages.formats import country_name, form_date

NOT_WHOLLY_KNOWN = "the date is not wholly known: an attorney decides how to write it"
CONFIDENTIAL = "confidential location: an attorney decides what to print here"
_DIGITS_ONLY = frozenset({"a-number", "ssn", "phone"})
_NUMBERS = frozenset({"a-number", "ssn", "phone", "receipt number", "date", "passport", "number"})
_NEVER_CONTINUE = frozenset({"state", "zip code", "postal code", "unit"})
_CATEGORY = "category "
"""How a box names its place in a category such as ``(c)(40)``."""

_UNITS: Mapping[str, str] = {
    "apt": "apt", "apartment": "apt", "ste": "ste", "suite": "ste", "flr": "flr", "fl": "flr", "floor": "flr",
}  # fmt: skip
_YES_NO = {True: "yes", False: "no"}


@dataclass(frozen=True, slots=True)
class Worded:
    """A value as a box takes it; `why` says why nothing is written. `continues`: it may go on elsewhere."""

    text: str = ""
    why: str = ""
    continues: bool = True


def ticks(value: Value, box: Box) -> bool:
    """Say whether a value ticks a check box: the box's word is what was answered."""
    word = box.means.casefold()
    if isinstance(value, bool):
        return _YES_NO[value] == word
    if isinstance(value, Address):
        return _UNITS.get(value.unit_kind.strip(" .#").casefold(), "") == word and not value.confidential
    if isinstance(value, str):
        return _plain(value) == _plain(word)
    if isinstance(value, tuple):
        return any(_plain(one) == _plain(word) for one in value)
    # A language, name or date that is there at all: the box says that there is one.
    return word == _YES_NO[True]


def _plain(word: str) -> str:
    return word.replace("_", " ").casefold()


def worded(value: Value, box: Box, kind: str, question: Question | None = None) -> Worded:
    """Return a value as a box takes it; `kind` is the type of the answer (``phone``, ``a-number``)."""
    part = box.part.rpartition(".")[2]
    if isinstance(value, PartialDate):
        return Worded(form_date(value.exact), continues=False) if value.exact else Worded(why=NOT_WHOLLY_KNOWN)
    if isinstance(value, Address) and value.confidential:
        return Worded(why=CONFIDENTIAL)
    if isinstance(value, str) and part.startswith(_CATEGORY):
        return Worded(_in_parentheses(value, int(part.removeprefix(_CATEGORY))), continues=False)
    writer = _WRITERS.get(type(value))
    if writer is not None:
        return Worded(writer(value, part), continues=part not in _NEVER_CONTINUE)
    if isinstance(value, str):
        return Worded(_text(value, kind, question), continues=kind not in _NUMBERS and part not in _NEVER_CONTINUE)
    return Worded(in_words(value, question))


def _in_parentheses(category: str, number: int) -> str:
    """Return what stands in a category's pair of parentheses, counted from 1: the form prints these itself."""
    inside = re.findall(r"\(([^()]*)\)", category)
    return inside[number - 1] if number <= len(inside) else ""


def _text(text: str, kind: str, question: Question | None) -> str:
    """Return a text as its kind is written on a form."""
    if kind == "phone":
        return _phone(text)
    if kind in _DIGITS_ONLY:
        return re.sub(r"\D", "", text)
    if kind == "country":
        return country_name(text, "en")
    return in_words(text, question) if question is not None else text


def _phone(text: str) -> str:
    """Return a telephone number as digits: ten within the United States, else with its country code."""
    return re.sub(r"\D", "", phone_in_words(text))


def _name(name: PersonName, part: str) -> str:
    """Return one part of a name as its box takes it; a single name stands in the family name."""
    boxed = for_form(name)
    parts = {"family": boxed.family, "given": boxed.given, "middle": boxed.middle, "native": name.native}
    return parts.get(part, boxed.full)


def _address(address: Address, part: str) -> str:
    """Return one part of an address; the country by its English name."""
    parts = {
        "street": address.street, "unit": address.unit, "city": address.city, "state": address.state,
        "zip code": address.zip_code, "province": address.province, "postal code": address.postal_code,
        "in care of": address.in_care_of,
    }  # fmt: skip
    if part == "country":
        return country_name(address.country, "en")
    return parts.get(part, ", ".join(address.lines))


_WRITERS: Mapping[type, Callable[[Any, str], str]] = {
    PersonName: _name,
    Address: _address,
    Spoken: lambda value, _part: in_words(value, None),
    Money: lambda value, _part: str(value.amount),
    Age: lambda value, _part: str(value),
    int: lambda value, _part: str(value),
    Decimal: lambda value, _part: str(value),
    bool: lambda value, _part: "Yes" if value else "No",
    ExhibitAtHand: lambda value, _part: value.title,
}
"""How each kind of value that is no plain text is written into a box."""
