"""Answers that cannot both be right. Listed for the people who work on the case, never printed in a filing."""

from collections.abc import Iterator
from dataclasses import dataclass

from legalassist.facts.dates import PartialDate
from legalassist.facts.known import Facts, Known
from legalassist.facts.paths import row_path


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two facts that do not fit together, and the question a person should ask; no answer is repeated."""

    paths: tuple[str, ...]
    about: str


def contradictions(facts: Facts) -> tuple[Contradiction, ...]:
    """Return every pair of dates that stands the wrong way round whatever the missing parts of the dates are."""
    return tuple(_wrong_way_round(facts))


def _wrong_way_round(facts: Facts) -> Iterator[Contradiction]:
    for earlier, later, about in _ordered_pairs(facts):
        first, second = _date(facts, earlier), _date(facts, later)
        if first is not None and second is not None and second.before(first):
            yield Contradiction((earlier, later), about)


def _date(facts: Facts, path: str) -> PartialDate | None:
    fact = facts.get(path)
    return fact.value if isinstance(fact, Known) and isinstance(fact.value, PartialDate) else None


def _ordered_pairs(facts: Facts) -> Iterator[tuple[str, str, str]]:
    """Yield (earlier, later, what to ask) for every two dates of which the first cannot come after the second."""
    yield "trafficking.first_date", "trafficking.last_date", "the end of what happened comes before its beginning"
    yield "client.birth_date", "trafficking.first_date", "what happened begins before the client was born"
    for number in facts.rows("entries").numbers:
        yield "client.birth_date", f"{row_path('entries', number)}.date", "an entry comes before the client was born"
    for number in facts.rows("arrests").numbers:
        yield "client.birth_date", f"{row_path('arrests', number)}.date", "an arrest comes before the client was born"
    for number in facts.rows("jobs").numbers:
        row = row_path("jobs", number)
        yield f"{row}.from_date", f"{row}.to_date", "a job ends before it begins"
    yield from _family_pairs(facts)


def _family_pairs(facts: Facts) -> Iterator[tuple[str, str, str]]:
    for number in facts.rows("family").numbers:
        row = row_path("family", number)
        relation = facts.get(f"{row}.relation")
        kind = relation.value if isinstance(relation, Known) else None
        if kind == "child":
            yield "client.birth_date", f"{row}.birth_date", "a child is older than the client"
        elif kind == "parent":
            yield f"{row}.birth_date", "client.birth_date", "a parent is younger than the client"
        yield f"{row}.birth_date", f"{row}.marriage_date", "a marriage comes before a birth"
