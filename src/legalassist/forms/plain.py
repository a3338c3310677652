"""Plain answers, in the words that stand in a box or beside an Item."""

from legalassist.documents.wording import date_in_form, in_words
from legalassist.facts.dates import PartialDate
from legalassist.facts.known import Known, Why
from legalassist.facts.paths import pattern_of
from legalassist.facts.values import Address, PersonName, Value
from legalassist.forms.sources import Sources

CONFIDENTIAL = "[confidential location: an attorney decides what to print here]"
STATES = {
    Why.NOT_ASKED: "not answered yet",
    Why.LATER: "not answered yet",
    Why.DOES_NOT_KNOW: "does not know",
    Why.DECLINED: "prefers not to say",
    Why.DOES_NOT_APPLY: "does not apply",
    Why.NO_RULE: "attorney decides",
}


def words_of(sources: Sources, path: str, value: Value) -> str:
    """Return a value as a box of an English form holds it; a confidential address is never among the words."""
    if isinstance(value, PartialDate):
        return date_in_form(value)
    if isinstance(value, Address) and value.confidential:
        return CONFIDENTIAL
    if isinstance(value, PersonName):
        parts = (("Family", value.family), ("Given", value.given), ("Middle", value.middle))
        return "; ".join(f"{name}: {part}" for name, part in parts if part) or value.native
    return in_words(value, sources.interview.by_fact.get(pattern_of(path)))


def plain_words(sources: Sources, path: str) -> str:
    """Return a plain answer that an attorney may want beside an Item; empty where there is none."""
    question = sources.interview.by_fact.get(pattern_of(path))
    if question is not None and question.is_group:
        rows = sources.facts.rows(path)
        return f"{len(rows.numbers)} listed" + ("" if rows.complete else ", there may be more")
    if "[]" in path:
        shown = (plain_words(sources, one) for one in sources.instances(path))
        return ", ".join(words for words in shown if words)
    fact = sources.facts.get(path)
    return words_of(sources, path, fact.value) if isinstance(fact, Known) else STATES[fact.why]
