"""The clinic's particulars as a form's items name them: ``attorney.bar_number``, ``preparer.phone``."""

from collections.abc import Mapping
from functools import lru_cache

from legalassist.documents.clinic import Attorney, Clinic, Interpreter, Person
from legalassist.facts.known import Fact, Known, Unknown, Why

_PEOPLE: Mapping[str, type[Person]] = {"attorney": Attorney, "preparer": Person, "interpreter": Interpreter}
_CLINIC = ("name", "phone", "email")


@lru_cache(maxsize=1)
def clinic_paths() -> frozenset[str]:
    """Return every path an item may name."""
    people = {f"{word}.{part}" for word, model in _PEOPLE.items() for part in model.model_fields if part != "code"}
    return frozenset({f"clinic.{part}" for part in _CLINIC} | people)


def particular(clinic: Clinic, path: str) -> Fact:
    """Return what the clinic's particulars say at a path: the first attorney, preparer or interpreter there is.

    What is not written there is unknown. Where there is no preparer beside the attorney, the attorney prepares.
    """
    word, _, part = path.partition(".")
    holder: Clinic | Person | None = clinic
    if word == "attorney":
        holder = clinic.attorney
    elif word == "preparer":
        holder = clinic.preparers[0] if clinic.preparers else clinic.attorney
    elif word == "interpreter":
        holder = clinic.interpreters[0] if clinic.interpreters else None
    value = getattr(holder, part, None) if holder is not None else None
    return Unknown(Why.NOT_ASKED, frozenset({f"clinic.yaml: {path}"})) if value is None else Known(value)
