"""What a template can name: a case's facts as nested words, read as they are used, gaps visible.

``client.name.full`` in a template walks from here to `facts.known.Facts`. A fact nobody knows becomes a `Gap`: it
prints as ``[not answered: client.a_number]``, is false in a condition, empty in a loop, and is remembered, so that a
piece can say what it still lacks. A word no question and no rule knows stays undefined, and the template fails.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from legalassist.facts.known import Facts, Known, Unknown, Why
from legalassist.facts.paths import pattern_of, row_path
from legalassist.facts.values import Address
from legalassist.interviews.schema import Interview, Question
from legalassist.reviews.ledger import Said

PRIVATE = "_"


@dataclass
class Used:
    """What rendering one piece has read and missed, by fact path."""

    answers: dict[str, str] = field(default_factory=dict)
    gaps: dict[str, Why] = field(default_factory=dict)
    decisions: dict[str, str] = field(default_factory=dict)
    """What attorneys decided that the piece prints: the digest of each determination, by the item's name."""
    translated: dict[tuple[str, str], Said] = field(default_factory=dict)
    """Fixed texts that need a person's yes: translations, and English that is sworn to; by context and language."""


class Gap:
    """A fact that is not known, where a template wanted it."""

    def __init__(self, path: str, why: Why, used: Used) -> None:
        """Take the path, why it is unknown, and where to note that it was wanted."""
        self._path, self._why, self._used = path, why, used

    def __getattr__(self, name: str) -> "Gap":
        """Return the gap itself for any part of the missing value (``client.name.full``)."""
        if name.startswith(PRIVATE):
            raise AttributeError(name)
        return self

    def __str__(self) -> str:
        """Print the gap where the value would stand, and note it."""
        self._used.gaps[self._path] = self._why
        return f"[{GAP_WORDS.get(self._why, 'not answered')}: {self._path}]"

    def __html__(self) -> Markup:
        """Print the gap in a page, marked so that it stands out."""
        return Markup('<span class="gap">{}</span>').format(str(self))

    def __bool__(self) -> bool:
        """Be false in a condition."""
        return False

    def __iter__(self) -> Iterator[object]:
        """Be empty in a loop."""
        return iter(())

    def __len__(self) -> int:
        """Have no parts."""
        return 0


GAP_WORDS: Mapping[Why, str] = {
    Why.NOT_ASKED: "not answered",
    Why.LATER: "to be answered later",
    Why.DOES_NOT_KNOW: "not known to the client",
    Why.DECLINED: "the client prefers not to say",
    Why.DOES_NOT_APPLY: "does not apply",
    Why.NO_RULE: "an attorney decides",
}


class Node:
    """One word of a path on its way to a fact: ``client``, ``statement``, one row of ``family``."""

    def __init__(self, reading: "_Reading", path: str) -> None:
        """Take what the words stand for, and the path so far."""
        self._reading, self._path = reading, path

    def __getattr__(self, name: str) -> object:
        """Return the next word's fact, rows or node; AttributeError (undefined) for a word nobody knows."""
        if name.startswith(PRIVATE):
            raise AttributeError(name)
        found = self._reading.look_up(f"{self._path}.{name}")
        if found is None:
            raise AttributeError(name)
        return found


class _Reading:
    """Facts by the words templates use."""

    def __init__(self, interview: Interview, facts: Facts, used: Used) -> None:
        self.facts, self.used = facts, used
        self.questions: Mapping[str, Question] = interview.by_fact
        self.derived = frozenset(interview.derived)
        patterns = [*self.questions, *self.derived]
        self.stems = {pattern[:cut] for pattern in patterns for cut in range(len(pattern)) if pattern[cut] == "."}

    def look_up(self, path: str) -> object | None:
        """Return the value, gap, rows or node at a path; None where there is no such path."""
        pattern = pattern_of(path)
        question = self.questions.get(pattern)
        if (question is not None and question.is_group) or f"{pattern}[]" in self.stems:
            return [Node(self, row_path(path, number)) for number in self.facts.rows(path).numbers]
        if question is not None or pattern in self.derived:
            return self._value(path)
        return Node(self, path) if pattern in self.stems else None

    def _value(self, path: str) -> object:
        fact = self.facts.get(path)
        if isinstance(fact, Known):
            if isinstance(fact.value, Address) and fact.value.confidential:
                # A confidential location prints nowhere until an attorney chooses.
                return Gap(path, Why.NO_RULE, self.used)
            self.used.answers[path] = fact.answer
            return fact.value
        return Gap(path, fact.why, self.used)


def fact_words(interview: Interview, facts: Facts, used: Used) -> dict[str, object]:
    """Return the first words of every fact (``client``, ``family``, ``derived``) for a template's context.

    Reading through them notes in `used` which answers a piece rests on and which facts it lacks.
    """
    reading = _Reading(interview, facts, used)
    first = {pattern.partition(".")[0].removesuffix("[]") for pattern in (*interview.by_fact, *interview.derived)}
    return {word: reading.look_up(word) for word in sorted(first)}


def is_known(value: object) -> bool:
    """Say whether a template's word is known (``known(client.a_number)``)."""
    return not isinstance(value, Gap)


def gap_of(fact: Unknown, path: str, used: Used) -> Gap:
    """Return the gap that stands for an unknown fact, for code that fills a page itself."""
    return Gap(path, fact.why, used)


def words_known(interview: Interview) -> frozenset[str]:
    """Return every path pattern a template may name, with the stems on the way."""
    patterns = {*interview.by_fact, *interview.derived}
    stems = {pattern[:cut] for pattern in patterns for cut in range(len(pattern)) if pattern[cut] == "."}
    return frozenset(patterns | {stem.removesuffix("[]") for stem in stems})
