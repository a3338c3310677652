"""The clinic's particulars as a form's items name them: ``attorney.bar_number``, ``preparer.phone``."""

from collections.abc import Mapping
from functools import lru_cache

from legalassist.documents.clinic import Attorney, Clinic, Interpreter, Person
from legalassist.facts.known import Fact, Known, Unknown, Why

_PEOPLE: Mapping[str, type[Person]] = {"attorney": Attorney, "preparer": Person, "interpreter": Interpreter}
INTERPRETER = "interpreter."
"""What the paths of whoever read a form begin with."""

_NO_PARTICULARS = frozenset({"code", "has_no"})
_CLINIC = ("name", "phone", "email")


_BAR = frozenset({"licensing_authority", "bar_number", "restricted"})
_ACCREDITED = frozenset({"recognized_organization", "accredited_on"})


@lru_cache(maxsize=1)
def clinic_paths() -> frozenset[str]:
    """Return every path an item may name."""
    people = {
        f"{word}.{part}"
        for word, model in _PEOPLE.items()
        for part in model.model_fields
        if part not in _NO_PARTICULARS
    }
    return frozenset({f"clinic.{part}" for part in _CLINIC} | people)


def particular(clinic: Clinic, path: str, reader: Interpreter | None = None) -> Fact:
    """Return what the clinic's particulars say at a path: the first attorney or preparer there is, and the `reader`.

    What is not written there is unknown; what somebody has not (``has no:``, or an attorney's accreditation, a
    representative's bar) does not apply. Where there is no preparer beside the attorney, the attorney prepares. No
    interpreter is ever taken from the list: only who read the finished form is its interpreter (PB-06).
    """
    word, _, part = path.partition(".")
    holder: Clinic | Person | None = clinic
    if word == "attorney":
        holder = clinic.attorney
    elif word == "preparer":
        holder = clinic.preparer
    elif word == "interpreter":
        holder = reader
    if isinstance(holder, Person) and (part in holder.has_no or _of_another_right(holder, part)):
        return Unknown(Why.DOES_NOT_APPLY)
    value = getattr(holder, part, None) if holder is not None else None
    return Unknown(Why.NOT_ASKED, frozenset({f"clinic.yaml: {path}"})) if value is None else Known(value)


def _of_another_right(holder: Person, part: str) -> bool:
    """Say whether a particular belongs to the other right to appear: the bar's, or an accreditation's."""
    return isinstance(holder, Attorney) and part in (_BAR if holder.accredited else _ACCREDITED)
