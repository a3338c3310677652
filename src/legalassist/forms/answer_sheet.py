"""The answer sheet: every Part and Item of an official form with its answer, ready to copy.

It stands in a packet for as long as the clinic has not supplied the form's current blank. It never guesses: what is
not answered, does not apply, was declined, or is an attorney's to decide says so in its own line.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from legalassist.documents.context import Used
from legalassist.documents.wording import phone_in_words
from legalassist.facts.dates import PartialDate
from legalassist.facts.known import Fact, Known, Unknown, Why
from legalassist.facts.paths import pattern_of, row_path
from legalassist.facts.values import Address, PersonName, Value
from legalassist.forms.attorney_items import Beside, attorney_item
from legalassist.forms.confidential import address_choice
from legalassist.forms.edition import Edition, Item, Part
from legalassist.forms.emptiness import Emptiness, no_fact, no_outcome, no_rows, paths_of, pattern_for, rows_of
from legalassist.forms.no_blanks import Empty, blank
from legalassist.forms.plain import CONFIDENTIAL, words_of
from legalassist.forms.rules import RULES
from legalassist.forms.sources import READ_BACK, Sources
from legalassist.interviews.schema import Question

WAITS = "wait: the form has not been read to the person yet, or it has changed since"
_SHOWN = {Empty.LATER: Empty.NOT_ASKED.value}
"""States that a sheet shows in other words."""


@dataclass(frozen=True, slots=True)
class Line:
    """One Item's line; `state` is empty for an answer that is there."""

    item: str
    label: str
    answer: str = ""
    state: str = ""
    fact: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class SheetPart:
    """One Part's lines."""

    number: str
    title: str
    items: tuple[Line, ...]


def answer_sheet(edition: Edition, sources: Sources, used: Used) -> tuple[SheetPart, ...]:
    """Return the sheet of one form for one person, noting in `used` what it rests on and what it lacks."""
    filling = _Filling(edition, sources, used)
    return tuple(SheetPart(part.number, part.title, tuple(filling.part(part))) for part in edition.parts)


def sheet_digest(edition: Edition, sources: Sources) -> str:
    """Return the sha256 of what a form says: its Items with their answers, in order, not our words around them.

    An Item without an answer is an empty box, for whatever reason.
    """
    parts = answer_sheet(edition, sources, Used())
    lines = [[part.number, line.item, line.answer] for part in parts for line in part.items]
    content = [edition.form, edition.edition, sources.about, lines]
    return sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()


class _Filling:
    """Fills the lines of one sheet."""

    def __init__(self, edition: Edition, sources: Sources, used: Used) -> None:
        self.edition, self.sources, self.used = edition, sources, used
        self.interview, self.facts = sources.interview, sources.facts

    def part(self, part: Part) -> Iterator[Line]:
        """Yield the lines of a Part; a group gives one line for each of its facts and rows."""
        for item in part.items:
            if item.fact or item.relative:
                yield from self._fact(item)
            elif item.group:
                yield from self._group(part, item)
            elif item.attorney:
                yield self._determined(part, item)
            else:
                yield self._other(item)
        yield from self._beyond(part)

    def _beyond(self, part: Part) -> Iterator[Line]:
        """Yield the answers of a list for which the form has no Item left: they go into its additional space."""
        last: dict[tuple[str, str], Item] = {}
        for item in part.items:
            if item.nth and (item.fact or item.relative):
                last[item.fact or item.relative, item.where] = item
        rows = {(item.group, item.where): item for item in part.items if item.nth and item.group}
        for item in rows.values():
            for number in rows_of(item.model_copy(update={"nth": 0}), self.sources)[item.nth :]:
                yield from self._row(part, item, number, "one more, for the additional space: ")
        for item in last.values():
            for path in paths_of(item.model_copy(update={"nth": 0}), self.sources)[item.nth :]:
                yield self._line(item, f"{item.label}: one more, for the additional space", path)

    def _determined(self, part: Part, item: Item) -> Line:
        """Return the line of an Item that an attorney decides; undecided, or decided on other answers, is a gap."""
        one = attorney_item(self.edition, part, item, self.sources)
        if one.decided is not None and not one.open:
            self.used.decisions[one.name] = one.decided.digest
            return Line(item.item, item.label, one.says, fact=one.name, note=f"decided by {one.decided.by}")
        self.used.gaps[f"{one.name}{f' ({one.about})' if one.about else ''}"] = Why.NO_RULE
        beside = (f"{each.path}: {self._briefly(each)}" for each in one.beside if each.words)
        proposed = f"proposed: {one.proposed}" if one.proposed else ""
        return Line(
            item.item,
            item.label,
            state=one.standing.value,
            note="; ".join(part for part in (proposed, *beside) if part),
        )

    def _briefly(self, beside: Beside) -> str:
        """Return an answer beside an Item; a story is hers to tell in her statement, and stands on no sheet."""
        question = self.interview.by_fact.get(pattern_of(beside.path))
        told = question is not None and question.kind == "long text" and isinstance(self.facts.get(beside.path), Known)
        return "answered" if told else beside.words

    def _other(self, item: Item) -> Line:
        """Return the line of an Item whose answer does not come from what anybody said."""
        if item.clinic:
            return self._from(item, item.clinic, self.sources.particular(item.clinic))
        if item.rule:
            rule = RULES[item.rule]
            path = rule.path(self.sources)
            if path:
                return self._line(item, item.label, path)
            return self._from(item, f"rule: {item.rule}", rule.compute(self.sources))
        return Line(item.item, item.label, state="by hand", note=item.by_hand)

    def _from(self, item: Item, name: str, fact: Fact) -> Line:
        """Return the line of a particular or of a rule's outcome."""
        if isinstance(fact, Known):
            words = (
                words_of(self.sources, name, fact.value) if item.answer != "phone" else phone_in_words(str(fact.value))
            )
            return Line(item.item, item.label, words, fact=name)
        waited = next((need for need in fact.needs if need.startswith(READ_BACK)), "")
        if waited:
            self.used.gaps[waited] = fact.why
            return Line(item.item, item.label, state=WAITS, fact=waited)
        return self._empty(item, item.label, no_outcome(item, name, fact))

    def _empty(self, item: Item, label: str, empty: Emptiness) -> Line:
        """Return the line of an Item without an answer: the word that no-blanks mode has for it, or a gap."""
        found, state = blank(self.sources.blanks, empty.kind, empty.state), empty.state
        if found.stops:
            self.used.gaps[empty.name] = empty.why or Why.NOT_ASKED
        if found.word:
            return Line(item.item, label, found.word, fact=empty.name, note=state.value)
        return Line(item.item, label, state=_SHOWN.get(state, state.value), fact=empty.name)

    def _fact(self, item: Item) -> Iterator[Line]:
        paths = paths_of(item, self.sources)
        if not paths:
            yield self._empty(item, item.label, no_rows(item, self.sources, pattern_for(item, self.sources)))
        for path in paths:
            yield self._line(item, item.label, path)

    def _group(self, part: Part, item: Item) -> Iterator[Line]:
        """Yield a line for each fact of each row of a group."""
        numbers = rows_of(item, self.sources)
        if not numbers:
            yield self._empty(item, item.label, no_rows(item, self.sources, f"{self.sources.here(item.group)}[].x"))
        for number in numbers:
            yield from self._row(part, item, number)

    def _row(self, part: Part, item: Item, number: int, before: str = "") -> Iterator[Line]:
        """Yield a line for each fact of one row that this Part asks for; where none is named, for every fact."""
        group, here = self.interview.by_fact[item.group], self.sources.here(item.group)
        asked = [one for one in group.questions if not one.is_group and one.feeds]
        here_too = (self.edition.form, part.number)
        own = [one for one in asked if here_too in {(each.form, each.part) for each in one.feeds}]
        for question in own or asked:
            last = question.fact.removeprefix(f"{group.fact}[].")
            label = f"{before}{group.row} {number}: {_short(question)}"
            cell = item.model_copy(update={"answer": question.kind})
            yield self._line(cell, label, f"{row_path(here, number)}.{last}")

    def _line(self, item: Item, label: str, path: str) -> Line:
        fact = self.facts.get(path)
        if isinstance(fact, Unknown):
            return self._empty(item, label, no_fact(path, fact, item.answer))
        self.used.answers[path] = fact.answer
        if isinstance(fact.value, Address) and fact.value.confidential:
            return self._confidential(item, label, path)
        return Line(item.item, label, words_of(self.sources, path, fact.value), fact=path, note=_note(fact.value))

    def _confidential(self, item: Item, label: str, path: str) -> Line:
        """Return the line of a confidential address: what an attorney chose, or that she still has to."""
        one = address_choice(path, self.sources)
        if one.decided is None or one.open:
            self.used.gaps[one.name] = Why.NO_RULE
            return Line(item.item, label, CONFIDENTIAL, fact=path)
        self.used.decisions[one.name] = one.decided.digest
        return Line(item.item, label, one.says, fact=one.name, note=f"decided by {one.decided.by}")


def _note(value: Value) -> str:
    """Return what whoever copies the answer should look at once more."""
    if isinstance(value, PartialDate) and value.exact is None:
        return "the date is not wholly known: an attorney decides how to write it"
    if isinstance(value, PersonName) and not value.family:
        return "no family name is written: where this is the only name, it goes into the box of the family name"
    return ""


def _short(question: Question) -> str:
    """Return what a line of a group is about: the last word of its fact, as people read it."""
    return question.fact.rsplit(".", 1)[-1].replace("_", " ")
