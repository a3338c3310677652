"""The words a Word template may name: every fact with the parts of its value, and what the packet adds."""

from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from types import MappingProxyType
from typing import get_args, get_origin, get_type_hints

from pydantic import BaseModel

from legalassist.facts.dates import PartialDate
from legalassist.facts.values import Address, ExhibitAtHand, Money, PersonName, Spoken
from legalassist.interviews.schema import Interview
from legalassist.packets.contexts import WORD_WORDS

VALUES: Mapping[str, object] = MappingProxyType(
    {
        "person name": PersonName,
        "address": Address,
        "money": Money,
        "language": Spoken,
        "exhibit": ExhibitAtHand,
        "date": PartialDate,
        "partial date": PartialDate,
        "several choices": tuple[str, ...],
        "references": tuple[str, ...],
    }
)
"""What a question's answer is in Python, by type; any other is one word, without parts."""


def words_of(interview: Interview) -> frozenset[str]:
    """Return every path a Word template may name, as `word_check` spells them: ``family[].name.full``."""
    return frozenset((*_facts(interview), *_rows_of_derived(interview), *_beside_the_facts()))


def _facts(interview: Interview) -> Iterator[str]:
    for fact, question in interview.by_fact.items():
        if question.is_group:
            yield from (fact, f"{fact}[]")
        else:
            yield from (fact + part for part in parts_of(VALUES.get(question.kind, str)))
    yield from interview.derived


def _rows_of_derived(interview: Interview) -> Iterator[str]:
    """Yield the groups that derived facts stand in: ``derived.family`` has the rows of ``family``."""
    for fact in interview.derived:
        group, bracket, _ = fact.rpartition("[]")
        if bracket:
            yield from (group, f"{group}[]")


def _beside_the_facts() -> Iterator[str]:
    for word, kind in WORD_WORDS.items():
        yield from (word + part for part in parts_of(kind))


def parts_of(kind: object) -> Iterator[str]:
    """Yield what may follow a word of that type: nothing, ``.full``, ``.lines[]``, ``[].title``."""
    yield ""
    if get_origin(kind) in {tuple, list}:
        yield from (f"[]{part}" for part in parts_of(get_args(kind)[0]))
    elif isinstance(kind, type) and (is_dataclass(kind) or issubclass(kind, BaseModel)):
        for name, inside in _attributes(kind):
            yield from (f".{name}{part}" for part in parts_of(inside))


def _attributes(kind: type) -> Iterator[tuple[str, object]]:
    """Yield the public fields and properties of a class of ours, with their types."""
    if issubclass(kind, BaseModel):
        hints = get_type_hints(kind)
        yield from ((name, hints[name]) for name in kind.model_fields)
        return
    yield from ((name, hint) for name, hint in get_type_hints(kind).items() if not name.startswith("_"))
    for name, member in vars(kind).items():
        if isinstance(member, property) and not name.startswith("_"):
            yield name, get_type_hints(member.fget).get("return", str)
