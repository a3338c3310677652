"""A rule: a short function over facts, with its authorities and the facts it may read.

A rule decides; everything else about its finding is seen, not claimed: the facts it hangs on are those it looked at,
and the exhibits that speak to it are found by what they are marked to speak to.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from legalassist.facts.known import Fact, Facts, Known, Rows, Why, known_value
from legalassist.facts.paths import group_of, row_path
from legalassist.law.finding import Finding, Part, Reason, Verdict


@dataclass(frozen=True, slots=True)
class Point:
    """One point that a rule looks at: its title, the patterns of the facts that speak to it, and marks of exhibits.

    `beside` names facts that are listed with it and say nothing alone (a birth date beside hardship). `hers` is False
    for a point that only somebody else's paper can speak to (a professional's letter): her own statement cannot.
    """

    title: str
    facts: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    hers: bool = True


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What a rule's function returns: verdict and reason, and where they differ from the rule's own, authorities.

    `needs` narrows the unknown facts to those that would settle it, `bearing` the known ones to those without which it
    would say something else, `points` the rule's points to those the finding lists; None means all.
    """

    verdict: Verdict
    reason: Reason
    readings: tuple[str, ...] = ()
    authorities: tuple[str, ...] = ()
    needs: frozenset[str] | None = None
    bearing: frozenset[str] | None = None
    points: tuple[Point, ...] | None = None


STATEMENT = "statement.paragraphs"
EXHIBITS = (
    "exhibits", "exhibits[].speaks_to",
    STATEMENT, f"{STATEMENT}[].elements", f"{STATEMENT}[].text", f"{STATEMENT}[].english",
)  # fmt: skip
"""The marks of exhibits and of the statement's paragraphs, which every rule may read."""

Decide = Callable[[Facts, str], Conclusion | None]
"""A rule's function: facts and the subject's path; None where the rule has nothing to say about that subject."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of law: id, title, authority ids, the fact patterns and groups it reads, and its function.

    `group` is the pattern of the rows it speaks about (``family``), or empty for the client; `topics` are the marks of
    exhibits that speak to it (``exhibits[].speaks_to``); `points` the points it is split into.
    """

    id: str
    title: str
    authorities: tuple[str, ...]
    reads: tuple[str, ...]
    decide: Decide
    group: str = ""
    topics: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Yield the rule's finding for the client, or for each row of its group that it speaks about."""
        for subject in subjects(facts, self.group):
            seen = Seen(facts)
            conclusion = self.decide(seen, subject)
            if conclusion is not None:
                yield self._finding(facts, subject, conclusion, seen)

    def _finding(self, facts: Facts, subject: str, conclusion: Conclusion, seen: "Seen") -> Finding:
        """Put a conclusion together with what the rule looked at."""
        computed = conclusion.verdict in (Verdict.MET, Verdict.NOT_MET)
        points = self.points if conclusion.points is None else conclusion.points
        parts = tuple(part_of(seen, point) for point in points)
        wanted = seen.unknown if conclusion.needs is None else conclusion.needs
        bearing = seen.known if conclusion.bearing is None else conclusion.bearing
        return Finding(
            rule=self.id,
            title=self.title,
            subject=subject,
            verdict=conclusion.verdict,
            reason=conclusion.reason,
            authorities=conclusion.authorities or self.authorities,
            hangs_on=tuple(path for path in seen.known if path in bearing and not _is_exhibit(path)),
            absent=() if computed else tuple(path for path in seen.unknown if path in wanted and not _is_exhibit(path)),
            exhibits=exhibits_on(facts, self.topics),
            paragraphs=paragraphs_on(facts, self.topics),
            readings=conclusion.readings,
            parts=parts,
        )


def rule(  # noqa: PLR0913  these are the columns of a rule; each is given by name
    name: str,
    title: str,
    *,
    authorities: tuple[str, ...],
    reads: tuple[str, ...],
    group: str = "",
    topics: tuple[str, ...] = (),
    points: tuple[Point, ...] = (),
) -> Callable[[Decide], Rule]:
    """Make a `Rule` of the function below it; what its points read, and the exhibits, need not be named in `reads`."""
    facts = dict.fromkeys((*reads, *(fact for point in points for fact in (*point.facts, *point.beside))))
    groups = dict.fromkeys(around for fact in facts if (around := group_of(fact)))

    def made(decide: Decide) -> Rule:
        return Rule(
            name, title, authorities, tuple(facts | groups | dict.fromkeys(EXHIBITS)), decide, group, topics, points
        )

    return made


def on_record(facts: Facts, points: tuple[Point, ...]) -> bool:
    """Look at every point, and say whether any answer, exhibit or tagged paragraph speaks to one of them."""
    parts = [part_of(facts, replace(point, beside=())) for point in points]
    return any(part.hangs_on or part.exhibits or part.paragraphs for part in parts)


def part_of(facts: Facts, point: Point) -> Part:
    """Return a point with the answers that speak to it, those that are absent, the exhibits, and the paragraphs."""
    seen = Seen(facts)
    for pattern in (*point.facts, *point.beside):
        for path in instances(seen, pattern):
            seen.get(path)
    return Part(
        title=point.title,
        hangs_on=tuple(seen.known),
        absent=tuple(seen.unknown),
        exhibits=exhibits_on(facts, point.topics),
        paragraphs=paragraphs_on(facts, point.topics) if point.hers else (),
    )


class Seen:
    """Facts that remember, in order, which paths were looked at: the known and the unknown (groups: incomplete)."""

    def __init__(self, facts: Facts) -> None:
        """Stand before the facts of a case."""
        self._facts = facts
        self.known: dict[str, None] = {}
        self.unknown: dict[str, None] = {}
        self.groups: dict[str, None] = {}

    def get(self, path: str) -> Fact:
        """Return what is known about a path, and remember it; what does not apply is neither known nor absent."""
        fact = self._facts.get(path)
        if isinstance(fact, Known):
            self.known[path] = None
        elif fact.why is not Why.DOES_NOT_APPLY:
            self.unknown[path] = None
        return fact

    def rows(self, group: str) -> Rows:
        """Return the rows of a group, and remember it where more rows may come."""
        rows = self._facts.rows(group)
        self.groups[group] = None
        if not rows.complete:
            self.unknown[group] = None
        return rows


def subjects(facts: Facts, group: str) -> tuple[str, ...]:
    """Return the paths of all rows of a group pattern (``family``, ``family[].children``); ``("",)`` for none."""
    paths: tuple[str, ...] = ("",)
    for step in re.split(r"\[\]\.", group) if group else ():
        groups = tuple(f"{path}.{step}" if path else step for path in paths)
        paths = tuple(row_path(each, number) for each in groups for number in facts.rows(each).numbers)
    return paths


def instances(facts: Facts, pattern: str) -> tuple[str, ...]:
    """Return the paths of a pattern (``departures[].left_on``) in all rows there are; itself outside groups."""
    group = group_of(pattern)
    if group is None:
        return (pattern,)
    name = pattern.rpartition(".")[2]
    return tuple(f"{row}.{name}" for row in subjects(facts, group))


def exhibits_on(facts: Facts, topics: tuple[str, ...]) -> tuple[str, ...]:
    """Return the rows of exhibits that are marked as speaking to one of the topics."""
    return tuple(path for path in subjects(facts, "exhibits") if _marks(facts, f"{path}.speaks_to") & set(topics))


def paragraphs_on(facts: Facts, topics: tuple[str, ...]) -> tuple[str, ...]:
    """Return the rows of the statement's paragraphs that are tagged with one of the topics and say something.

    Her own credible statement is evidence (EV-01; for the trauma exception EV-08, for hardship EV-10).
    """
    tagged = (path for path in subjects(facts, STATEMENT) if _marks(facts, f"{path}.elements") & set(topics))
    return tuple(path for path in tagged if any(known_value(facts, f"{path}.{word}") for word in ("text", "english")))


def _is_exhibit(path: str) -> bool:
    """Say whether a path belongs to exhibits or the statement, which a finding lists by themselves."""
    return path.startswith(("exhibits", STATEMENT))


def _marks(facts: Facts, path: str) -> set[str]:
    """Return what an exhibit or a paragraph is marked to speak to; nothing where nobody said."""
    value = known_value(facts, path)
    return set(value) if isinstance(value, tuple) else set()
