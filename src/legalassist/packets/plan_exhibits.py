"""Letter the exhibits: A, B, C …, and B-1, B-2 where several papers stand under one tab."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from legalassist.assessments.answers_apart import ASKING
from legalassist.cases.exhibit_file import ExhibitFile, FiledAs
from legalassist.facts.known import Facts, Known, known_value
from legalassist.facts.paths import numbers_of, row_path
from legalassist.facts.values import ExhibitAtHand

SPOKEN: Mapping[FiledAs, str] = MappingProxyType(
    {
        FiledAs.ORIGINAL: "original",
        FiledAs.TRANSLATION: "translation",
        FiledAs.CERTIFICATE: "certificate of translation",
    }
)
"""What bookmarks call an exhibit's files; also the order they are bound in: a translation right behind its original."""


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab: its title, and what a paper must speak to, to stand under it."""

    title: str
    speaks_to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AtHand:
    """A paper the client has: the path of its row, what was said of it, and what it speaks to."""

    path: str
    paper: ExhibitAtHand
    speaks_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lettered:
    """A lettered exhibit: a paper with its row, or a tab (no paper) with its title."""

    letter: str
    title: str
    path: str = ""
    paper: ExhibitAtHand | None = None


def letters() -> Iterator[str]:
    """Yield A, B … Z, AA, AB …: the letters of exhibits."""
    count = 0
    while True:
        number, letter = count, ""
        while number >= 0:
            letter = chr(ord("A") + number % 26) + letter
            number = number // 26 - 1
        yield letter
        count += 1


def papers_of(group: str, facts: Facts, *, answers: bool = False) -> Iterator[AtHand]:
    """Yield the papers of a group that are at hand, by the path of their row.

    With `answers` those that answer the open letters of the government, without it those that answer none.
    """
    for number in facts.rows(group).numbers:
        row = row_path(group, number)
        if not goes_in(row, facts, answers=answers):
            continue
        fact, speaks = facts.get(f"{row}.paper"), facts.get(f"{row}.speaks_to")
        if isinstance(fact, Known) and isinstance(fact.value, ExhibitAtHand) and fact.value.held:
            said = speaks.value if isinstance(speaks, Known) and isinstance(speaks.value, tuple) else ()
            yield AtHand(row, fact.value, said)


def rows_of(group: str, facts: Facts) -> tuple[str, ...]:
    """Return the paths of a group's rows."""
    return tuple(row_path(group, number) for number in facts.rows(group).numbers)


def goes_in(row: str, facts: Facts, *, answers: bool) -> bool:
    """Say whether a paper belongs to the answer to an open letter of the government, or else answers none."""
    letter = facts.get(f"{row}.answers_letter")
    if not isinstance(letter, Known):
        return not answers
    return answers and letter.value in [numbers_of(one)[-1] for one in open_letters(facts)]


def open_letters(facts: Facts) -> tuple[str, ...]:
    """Return the rows of the letters that ask for evidence, or warn of a denial, and have no answer yet."""
    rows = rows_of("notices", facts)
    return tuple(
        row
        for row in rows
        if known_value(facts, f"{row}.kind") in ASKING and known_value(facts, f"{row}.answered_on") is None
    )


def lettered(papers: Iterator[AtHand], tabs: Sequence[Tab], letter: Iterator[str]) -> Iterator[Lettered]:
    """Yield the papers in the order of their tabs, each with its letter; the cover of a tab before its papers.

    A tab with one paper needs no letter of its own; what stands under no tab comes last.
    """
    waiting = list(papers)
    for tab in tabs:
        here = [one for one in waiting if set(one.speaks_to) & set(tab.speaks_to)]
        waiting = [one for one in waiting if one not in here]
        if len(here) == 1:
            yield Lettered(next(letter), here[0].paper.title, here[0].path, here[0].paper)
        elif here:
            common = next(letter)
            yield Lettered(common, tab.title)
            for number, one in enumerate(here, 1):
                yield Lettered(f"{common}-{number}", one.paper.title, one.path, one.paper)
    for one in waiting:
        yield Lettered(next(letter), one.paper.title, one.path, one.paper)


def in_order(row: str, files: Sequence[ExhibitFile]) -> tuple[ExhibitFile, ...]:
    """Return the files kept for a row, the last of each kind, as they are bound: original, translation, certificate."""
    last = {one.role: one for one in files if one.row == row}
    return tuple(last[role] for role in SPOKEN if role in last)


def key_of(row: str, facts: Facts) -> str:
    """Return the short name a paper is cited by: the one staff gave it, or one made of its row, which never changes."""
    fact = facts.get(f"{row}.key")
    return str(fact.value) if isinstance(fact, Known) else f"paper-{numbers_of(row)[-1]}"
