"""Answers that have parts (a name, an address, a paper): asked part by part, shown whole before they are kept."""

from collections.abc import Mapping
from unicodedata import normalize

from legalassist.cli.ask_typed import pick, yes_or_no
from legalassist.facts.values import Value
from legalassist.interviews.schema import Question
from legalassist.interviews.types import write_value

Parts = Mapping[str, str]
"""The parts of one answer so far; a part that was left empty is an empty text."""

_FILLER: Mapping[str, Parts] = {"person name": {}, "address": {"city": "-"}, "exhibit": {"title": "-"}}
"""What a part needs beside it to be read alone."""

_YES_NO = ("yes", "no")
_VALUES: Mapping[str, tuple[str, ...]] = {
    "unit_kind": ("APT", "STE", "FLR"),
    "confidential": _YES_NO,
    "held": _YES_NO,
}
_PAPER_LANGUAGES = ("en", "zh_Hans", "zh_Hant")
_PREFILLED = {"country": "US", "pages": "1"}


def has_parts(question: Question) -> bool:
    """Say whether a question is asked part by part; a spoken language is picked from a list instead."""
    return question.kind in _FILLER


def order(kind: str, so_far: Parts) -> tuple[str, ...]:
    """Return the parts to ask, in order: what a U.S. address has is not what a foreign one has."""
    if kind == "person name":
        return ("family", "given", "middle", "native")
    if kind == "exhibit":
        return ("title", "language", "pages", "held")
    unit = ("unit",) if so_far.get("unit_kind") else ()
    abroad = so_far.get("country", "US") not in {"US", "us", ""}
    region = ("province", "postal_code", "native") if abroad else ("state", "zip_code")
    return ("in_care_of", "street", "unit_kind", *unit, "city", "country", *region, "confidential")


def next_part(kind: str, so_far: Parts) -> str | None:
    """Return the next part to ask, or None when all have been asked."""
    return next((part for part in order(kind, so_far) if part not in so_far), None)


def offered_for(kind: str, part: str) -> tuple[str, ...]:
    """Return the values a part offers by number."""
    return _PAPER_LANGUAGES if (kind, part) == ("exhibit", "language") else _VALUES.get(part, ())


def prefilled(part: str) -> str:
    """Return what the input of a part holds at first."""
    return _PREFILLED.get(part, "")


def typed_part(kind: str, part: str, text: str) -> str:
    """Return what was typed for a part as its answer is written."""
    values = offered_for(kind, part)
    if values == _YES_NO:
        return yes_or_no(text)
    if values:
        return pick(text, values)
    if part == "state":
        return normalize("NFKC", text).strip().upper()
    return normalize("NFKC", text).strip() if part in {"zip_code", "pages"} else text.strip()


def check_part(question: Question, so_far: Parts, part: str, text: str) -> None:
    """Raise UnfitValueError where a part, read alone, does not fit."""
    if text:
        country = {"country": so_far["country"]} if so_far.get("country") else {}
        question.type.read({**_FILLER[question.kind], **country, part: text}, question.values)


def filled(parts: Parts) -> dict[str, str]:
    """Return the parts that were not left empty: the answer's data."""
    return {part: text for part, text in parts.items() if text}


def parts_of(kind: str, value: Value) -> Parts:
    """Return the parts of an answer given before, every part that would be asked for it included."""
    data = write_value(value)
    given: Parts = {part: str(text) for part, text in data.items()} if isinstance(data, dict) else {}
    if kind == "address":
        given = {"confidential": "no", **given}
    return {part: given.get(part, "") for part in order(kind, given)}
