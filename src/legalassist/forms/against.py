"""Whether what an attorney decided about an Item goes against what the plain answers beside it show.

The attorney may be right, and nothing is changed: a person asks once more. Only what the answers settle by themselves
is compared. What is weighed (an element, a hardship, a status) has no record to go against.
"""

from collections.abc import Iterator

from legalassist.facts.dates import PartialDate
from legalassist.facts.expressions import Expression
from legalassist.facts.known import Known
from legalassist.facts.values import Value
from legalassist.forms.edition import Edition, Item, condition_of
from legalassist.forms.sources import FAMILY, Sources, instances
from legalassist.interviews.schema import Interview

__all__ = ["against", "record_text", "records"]


def record_text(item: Item, about: str, interview: Interview) -> str:
    """Return the condition under which the plain answers show a Yes by themselves; empty where they never do.

    Without one of its own, an Item with a single Yes or No question beside it rests on that question.
    """
    relative = bool(about and item.plain_relative)
    own = item.record_relative if relative else item.proposed or item.record
    if own or item.answer != "yes no":
        return own
    patterns = item.beside(about)
    question = interview.by_fact.get(patterns[0]) if len(patterns) == 1 else None
    if question is None or question.kind != "yes no" or "[]" in patterns[0].removeprefix(FAMILY):
        return ""
    return patterns[0].replace(f"{FAMILY}.", "each.")


def records(item: Item, about: str, interview: Interview) -> tuple[Expression, ...]:
    """Return what shows a Yes and, where the Item says it apart, what shows a No; ContentError for bad conditions."""
    yes = record_text(item, about, interview)
    return tuple(condition_of(item, text) for text in (yes, item.record_no) if text)


def against(edition: Edition, item: Item, value: Value, sources: Sources) -> tuple[str, ...]:
    """Return the answers that a decision goes against, by their paths; none where it fits, or nobody can say."""
    if not _goes_against(edition, item, value, sources):
        return ()
    current = sources.case.current
    patterns = [*item.beside(sources.about), *(_dated(item, sources) if item.answer == "date" else ())]
    paths = (path for pattern in patterns for path in _paths(sources, pattern))
    return tuple(dict.fromkeys(path for path in paths if path in current))


def _paths(sources: Sources, pattern: str) -> Iterator[str]:
    yield sources.here(pattern)
    yield from sources.instances(pattern)


def _goes_against(edition: Edition, item: Item, value: Value, sources: Sources) -> bool:
    if item.answer == "yes no":
        shown = _shown(item, sources)
        if shown is None or shown == value:
            return False
        return not (shown and _said_elsewhere(edition, item, sources))
    if item.answer == "choice":
        return _another_choice(item, value, sources)
    return item.answer == "date" and isinstance(value, PartialDate) and _another_day(item, value, sources)


def _shown(item: Item, sources: Sources) -> bool | None:
    """Return what the plain answers show: Yes, No, or nothing that can be said."""
    said = [
        condition.evaluate(sources.facts, sources.about if condition.group else "").value
        for condition in records(item, sources.about, sources.interview)
    ]
    yes, no = said[0] if said else None, said[1] if len(said) > 1 else None
    if len(said) > 1:
        return True if yes else False if no else None
    return yes


def _said_elsewhere(edition: Edition, item: Item, sources: Sources) -> bool:
    """Say whether another Item that rests on the same answers says Yes, or may still do so: one question can feed many.

    Whoever says No to all of them goes against the answer; whoever says Yes to the one that fits does not.
    """
    text = record_text(item, sources.about, sources.interview)
    for part in edition.parts:
        for other in part.items:
            if other is item or not other.attorney or record_text(other, sources.about, sources.interview) != text:
                continue
            decided = sources.determination(part.number, other.item)
            if decided is None or decided.decided != "no":
                return True
    return False


def _another_choice(item: Item, value: Value, sources: Sources) -> bool:
    """Say whether the same choice was answered in another way; only where the Item has the word that was answered."""
    for pattern in item.beside(sources.about):
        question, fact = sources.interview.by_fact.get(pattern), sources.facts.get(sources.here(pattern))
        if question is not None and question.values and isinstance(fact, Known):
            words = item.choices or question.values
            return fact.value in words and fact.value != value
    return False


def _another_day(item: Item, value: PartialDate, sources: Sources) -> bool:
    """Say whether a day is another than the last one among the answers beside it."""
    facts = (
        sources.facts.get(path)
        for pattern in _dated(item, sources)
        for path in instances(sources.facts, sources.here(pattern))
    )
    days = [one.value for one in facts if isinstance(one, Known) and isinstance(one.value, PartialDate)]
    if not days:
        return False
    last = max(days, key=lambda one: one.earliest)
    return last.latest < value.earliest or value.latest < last.earliest


def _dated(item: Item, sources: Sources) -> Iterator[str]:
    """Yield what dates the answers beside an Item: an answer itself, or the date in each row of a group."""
    for pattern in item.beside(sources.about):
        question = sources.interview.by_fact.get(pattern)
        yield f"{pattern}[].date" if question is not None and question.is_group else pattern
