"""Items that a named attorney decides: what stands beside each, what was decided, and whether that still holds."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from legalassist.cases.determination import Determination
from legalassist.documents.wording import phone_in_words
from legalassist.facts.known import Known
from legalassist.facts.values import Value
from legalassist.forms.against import against
from legalassist.forms.edition import Edition, Item, Part, proposal
from legalassist.forms.plain import plain_words, words_of
from legalassist.forms.sources import Sources
from legalassist.interviews.schema import Interview
from legalassist.interviews.types import TYPES, QuestionType, UnfitValueError, write_value
from legalassist.interviews.yaml_source import Data, read_yaml

_TEXT = TYPES["long text"]


@dataclass(frozen=True, slots=True)
class Beside:
    """A plain answer beside an Item: its path, the question as it was asked ("" for a derived fact), the words."""

    path: str
    ask: str
    words: str


class Standing(StrEnum):
    """How an attorney's Item stands; only `SETTLED` fills a box."""

    SETTLED = "settled"
    OPEN = "attorney decides"
    STALE = "attorney decides again: an answer beside it has changed"
    NO_ANSWER = "attorney decided, and no plain answer is there yet"


@dataclass(frozen=True, slots=True)
class AttorneyItem:
    """One Item of one person's form, as an attorney decides it.

    `name` is how a determination names it; `options` are the words it can hold, where these are few. `proposed` is what
    the form's own logic gives ("" for nothing). `decided` is the determination there is; it is `stale` where an answer
    beside it has changed since, where it does not fit the Item, or where another form of the same person says
    otherwise. `says` is what was decided, in words; `seen` the digest of the answers beside it as they stand now.
    `answered` says whether a plain answer is there, where a box to tick needs one: an attorney's word ticks nothing.
    `against` has the answers that the decision goes against, by their paths.
    """

    name: str
    about: str
    part: str
    item: Item
    options: tuple[str, ...]
    beside: tuple[Beside, ...]
    proposed: str
    decided: Determination | None
    stale: bool
    says: str
    seen: str
    answered: bool
    against: tuple[str, ...] = ()

    @property
    def standing(self) -> Standing:
        """How it stands."""
        if self.decided is None:
            return Standing.OPEN
        if self.stale:
            return Standing.STALE
        return Standing.SETTLED if self.answered else Standing.NO_ANSWER

    @property
    def open(self) -> bool:
        """Whether an attorney has still to decide it, or an answer is still needed for what was decided."""
        return self.standing is not Standing.SETTLED


def item_name(edition: Edition, part: Part, item: Item) -> str:
    """Return how a determination names an Item: ``i-914 4.1.A``."""
    return f"{edition.form} {part.number}.{item.item}"


def attorney_items(edition: Edition, sources: Sources) -> Iterator[AttorneyItem]:
    """Yield every Item of a form that an attorney decides for one person, in the order they stand."""
    for part in edition.parts:
        for item in part.items:
            if item.attorney:
                yield attorney_item(edition, part, item, sources)


@dataclass(frozen=True, slots=True)
class Ruling:
    """How an Item stands: its determination, the value that gives its box (None where there is none that fits)."""

    decided: Determination | None
    value: Value | None
    stale: bool
    answered: bool = True

    @property
    def holds(self) -> bool:
        """Whether it fills the Item's box: decided, on answers that are there and still the same."""
        return self.value is not None and not self.stale and self.answered


def standing(part: str, item: Item, sources: Sources) -> Ruling:
    """Return how an Item that an attorney decides stands for one person; only what is not stale fills a box."""
    decided = sources.determination(part, item.item)
    if decided is None:
        return Ruling(None, None, stale=False)
    try:
        value = value_decided(item, sources.interview, decided.decided)
    except UnfitValueError:
        return Ruling(decided, None, stale=True)
    patterns = item.beside(sources.about)
    changed = decided.rests_on not in ("", sources.seen(patterns))
    elsewhere = any(one.decided != decided.decided for one in _elsewhere(item, sources))
    return Ruling(decided, value, stale=changed or elsewhere, answered=_answered(item, patterns, sources))


def attorney_item(edition: Edition, part: Part, item: Item, sources: Sources) -> AttorneyItem:
    """Return one Item as an attorney decides it."""
    patterns = item.beside(sources.about)
    beside = tuple(_beside(sources, pattern) for pattern in patterns)
    beside += tuple(Beside(one.item, f"Decided for {one.item}:", one.decided) for one in _elsewhere(item, sources))
    ruling = standing(part.number, item, sources)
    says = _in_words(item, ruling.value, sources) if ruling.value is not None else ""
    apart = against(edition, item, ruling.value, sources) if ruling.value is not None and not ruling.stale else ()
    return AttorneyItem(
        item_name(edition, part, item), sources.about, part.title, item, options_of(item, sources.interview), beside,
        proposed_words(item, sources), ruling.decided, ruling.stale, says, sources.seen(patterns),
        _answered(item, patterns, sources), apart,
    )  # fmt: skip


def _elsewhere(item: Item, sources: Sources) -> tuple[Determination, ...]:
    """Return what was decided about the same question on another form of the same person."""
    named = (sources.case.determined.get((name, sources.about)) for name in item.agrees_with)
    return tuple(one for one in named if one is not None)


def _answered(item: Item, patterns: tuple[str, ...], sources: Sources) -> bool:
    """Say whether a Yes or No box has a plain answer behind it; what has no plain answers beside it needs none."""
    if item.answer != "yes no" or not patterns:
        return True
    return any(_is_there(sources, pattern) for pattern in patterns)


def _is_there(sources: Sources, pattern: str) -> bool:
    """Say whether a plain answer is there: a value, or a group that has rows or that somebody said has none."""
    question = sources.interview.by_fact.get(pattern)
    if question is not None and question.is_group:
        rows = sources.facts.rows(sources.here(pattern))
        return bool(rows.numbers) or rows.complete
    return any(isinstance(sources.facts.get(path), Known) for path in sources.instances(sources.here(pattern)))


def _beside(sources: Sources, pattern: str) -> Beside:
    question = sources.interview.by_fact.get(pattern)
    path = sources.here(pattern)
    return Beside(path, question.ask if question is not None else "", plain_words(sources, path))


def proposed_words(item: Item, sources: Sources) -> str:
    """Return what the form's own logic offers: Yes, No, or nothing where that cannot be said."""
    condition = proposal(item)
    truth = condition.evaluate(sources.facts, sources.about) if condition is not None else None
    if truth is None or truth.value is None:
        return ""
    return "Yes" if truth.value else "No"


def options_of(item: Item, interview: Interview) -> tuple[str, ...]:
    """Return the words an Item can hold, where these are few: its own choices, or those of the question beside it."""
    if item.answer == "yes no":
        return ("yes", "no")
    if item.answer != "choice":
        return ()
    asked = (interview.by_fact[path].values for path in item.plain if path in interview.by_fact)
    return item.choices or next((values for values in asked if values), ())


def read_decided(item: Item, interview: Interview, typed: str) -> str:
    """Return what an attorney typed for an Item as a determination holds it; UnfitValueError where it does not fit."""
    written = write_value(value_decided(item, interview, typed))
    return written if isinstance(written, str) else json.dumps(written, ensure_ascii=False)


def value_decided(item: Item, interview: Interview, typed: str) -> Value:
    """Return the value of a text that was decided; UnfitValueError where it does not fit the Item."""
    options = options_of(item, interview)
    kind = _kind(item, options)
    return kind.read(_data(kind, typed), options)


def _in_words(item: Item, value: Value, sources: Sources) -> str:
    """Return a value that was decided as the form's box holds it: a choice by the label of the question beside it."""
    if item.answer == "phone":
        return phone_in_words(str(value))
    chosen = bool(options_of(item, sources.interview))
    asked = next((path for path in item.plain if path in sources.interview.by_fact and chosen), "")
    return words_of(sources, asked, value)


def _kind(item: Item, options: tuple[str, ...]) -> QuestionType:
    """Return the type an Item's answer has; what is no type of an answer, or has no list to choose from, is a text."""
    if item.answer not in TYPES or (item.answer == "choice" and not options):
        return _TEXT
    return TYPES[item.answer]


def _data(kind: QuestionType, typed: str) -> Data:
    """Return the data of a value as it was typed: several parts in braces, as an answers file writes them."""
    if not (kind.parts or kind.chooses) or not typed.lstrip().startswith(("{", "[")):
        return typed
    source = read_yaml(typed, "value")
    if source.problems:
        raise UnfitValueError("the parts in braces cannot be read", "for example {family: WANG, given: MEI}")
    return source.data
