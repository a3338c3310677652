"""The answer sheet: every Part and Item of an official form with its answer, ready to copy.

It stands in a packet for as long as the clinic has not supplied the form's current blank. It never guesses: what is
not answered, does not apply, was declined, or is an attorney's to decide says so in its own line.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from legalassist.documents.context import Used
from legalassist.documents.wording import date_in_form, in_words
from legalassist.facts.dates import PartialDate
from legalassist.facts.known import Facts, Known, Unknown, Why
from legalassist.facts.paths import pattern_of, row_path
from legalassist.facts.values import Address, PersonName, Value
from legalassist.forms.edition import Edition, Item, Part, row_condition
from legalassist.interviews.schema import Interview, Question

CONFIDENTIAL = "[confidential location: an attorney decides what to print here]"
_STATES = {
    Why.NOT_ASKED: "not answered yet",
    Why.LATER: "not answered yet",
    Why.DOES_NOT_KNOW: "does not know",
    Why.DECLINED: "prefers not to say",
    Why.DOES_NOT_APPLY: "does not apply",
    Why.NO_RULE: "attorney decides",
}


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


def answer_sheet(edition: Edition, interview: Interview, facts: Facts, used: Used) -> tuple[SheetPart, ...]:
    """Return the sheet of one form for one case, noting in `used` what it rests on and what it lacks."""
    filling = _Filling(interview, facts, used)
    return tuple(SheetPart(part.number, part.title, tuple(filling.part(part))) for part in edition.parts)


class _Filling:
    """Fills the lines of one sheet."""

    def __init__(self, interview: Interview, facts: Facts, used: Used) -> None:
        self.interview, self.facts, self.used = interview, facts, used

    def part(self, part: Part) -> Iterator[Line]:
        """Yield the lines of a Part; a group gives one line for each of its facts and rows."""
        for item in part.items:
            if item.fact:
                yield from self._fact(item)
            elif item.group:
                yield from self._group(item)
            else:
                yield self._other(item)

    def _other(self, item: Item) -> Line:
        """Return the line of an Item whose answer does not come from the client alone."""
        note = "; ".join(f"{path}: {words}" for path in item.plain if (words := self._plain(path)))
        if item.attorney:
            return Line(item.item, item.label, state="attorney decides", note=note)
        if item.clinic:
            return Line(item.item, item.label, state="from the clinic's particulars")
        if item.by_hand:
            return Line(item.item, item.label, state="by hand", note=item.by_hand)
        return Line(item.item, item.label, state="not asked in this interview yet")

    def _plain(self, path: str) -> str:
        """Return a plain answer that an attorney may want beside an Item; empty where there is none."""
        question = self.interview.by_fact.get(path)
        if question is not None and question.is_group:
            rows = self.facts.rows(path)
            return f"{len(rows.numbers)} listed" + ("" if rows.complete else ", there may be more")
        if "[]" in path:
            shown = (self._plain(one) for one in _instances(self.facts, path))
            return ", ".join(words for words in shown if words)
        fact = self.facts.get(path)
        return self._words(path, fact.value) if isinstance(fact, Known) else _STATES[fact.why]

    def _fact(self, item: Item) -> Iterator[Line]:
        paths = [path for path in _instances(self.facts, item.fact) if self._row_wanted(item, path)]
        if not paths:
            yield Line(item.item, item.label, state=_no_rows(self.facts, item.fact), fact=item.fact)
        for path in paths:
            yield self._line(item, item.label, path)

    def _group(self, item: Item) -> Iterator[Line]:
        """Yield a line for each fact of each row of a group."""
        group = self.interview.by_fact[item.group]
        rows = self.facts.rows(item.group).numbers
        wanted = [number for number in rows if self._row_wanted(item, f"{row_path(item.group, number)}.x")]
        numbers = wanted[item.nth - 1 : item.nth] if item.nth else wanted
        if not numbers:
            yield Line(item.item, item.label, state=_no_rows(self.facts, f"{item.group}[].x"), fact=item.group)
        for number in numbers:
            for question in group.questions:
                if not question.is_group and question.feeds:
                    last = question.fact.removeprefix(f"{group.fact}[].")
                    label = f"{group.row} {number}: {_short(question)}"
                    yield self._line(item, label, f"{row_path(item.group, number)}.{last}")

    def _row_wanted(self, item: Item, path: str) -> bool:
        """Say whether an Item asks for the row a path stands in; a row nobody can decide on is shown, not hidden."""
        condition = row_condition(item)
        if condition is None:
            return True
        return condition.evaluate(self.facts, path[: path.rfind("]") + 1]).value is not False

    def _line(self, item: Item, label: str, path: str) -> Line:
        fact = self.facts.get(path)
        if isinstance(fact, Unknown):
            self.used.gaps[path] = fact.why
            return Line(item.item, label, state=_STATES[fact.why], fact=path)
        self.used.answers[path] = fact.answer
        return Line(item.item, label, self._words(path, fact.value), fact=path, note=_note(fact.value))

    def _words(self, path: str, value: Value) -> str:
        """Return a value as a box of an English form holds it."""
        if isinstance(value, PartialDate):
            return date_in_form(value)
        if isinstance(value, Address) and value.confidential:
            return CONFIDENTIAL
        if isinstance(value, PersonName):
            parts = (("Family", value.family), ("Given", value.given), ("Middle", value.middle))
            return "; ".join(f"{name}: {part}" for name, part in parts if part) or value.native
        return in_words(value, self.interview.by_fact.get(pattern_of(path)))


def _note(value: Value) -> str:
    """Return what whoever copies the answer should look at once more."""
    if isinstance(value, PartialDate) and value.exact is None:
        return "the date is not wholly known: an attorney decides how to write it"
    return ""


def _no_rows(facts: Facts, pattern: str) -> str:
    group = pattern.partition("[]")[0]
    return "none" if facts.rows(group).complete else "not answered yet"


def _short(question: Question) -> str:
    """Return what a line of a group is about: the last word of its fact, as people read it."""
    return question.fact.rsplit(".", 1)[-1].replace("_", " ")


def _instances(facts: Facts, pattern: str) -> Iterator[str]:
    """Yield the paths a pattern stands for: itself, or one for each row."""
    head, bracket, rest = pattern.partition("[]")
    if not bracket:
        yield head
        return
    for number in facts.rows(head).numbers:
        yield from _instances(facts, f"{row_path(head, number)}{rest}")
