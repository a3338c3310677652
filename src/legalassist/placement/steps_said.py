"""The log of a case with firms, each step a sentence for a colleague to read. No sheet's names stand in it."""

from collections.abc import Iterator

from legalassist.placement.releases import Answered, GivenBack, Granted, Retained, Told, Undertaken, Withdrawn
from legalassist.placement.steps import LEFT_OFF, PRINTED, OfACase, Ruled

_FOR = {2: "the names", 3: "the file"}


def said_of(step: OfACase) -> str:  # noqa: C901 - one line for each kind there is
    """Return a step as a sentence, without its day and who entered it."""
    match step:
        case Granted():
            sentence = "; ".join(_release(step))
        case Withdrawn(firm=firm, whose=whose):
            sentence = f"{_giver(whose)} took the release for {firm} back"
        case Undertaken(firm=firm, delete_by=day):
            sentence = f"{firm} signed its undertaking: names are deleted by {day}"
        case Told():
            sentence = "; ".join(_gone(step))
        case Answered(firm=firm, step=sheet, clear=clear):
            sentence = f"{firm} answered '{'clear' if clear else 'not clear'}' to the {sheet}"
        case Retained(firm=firm):
            sentence = f"the retainer with {firm} was signed"
        case GivenBack():
            sentence = "the case came back: no step before this one counts any more"
        case Ruled(code=code, about=about, place=place, why=why) if place in {PRINTED, LEFT_OFF}:
            sentence = f"name {code} ({about}) {place}: {why}"
        case Ruled(code=code, rule=rule, about=about, place=place, why=why):
            sentence = f"finding {code} (rule {rule}, {about}, {place}) is not about this client: {why}"
        case _:
            sentence = step.of
    return sentence


def _giver(row: str) -> str:
    """Return who gave a release: the client, or the relative in a row of the answers."""
    return f"the relative {row}" if row else "the client"


def _release(given: Granted) -> Iterator[str]:
    yield f"{_giver(given.whose)} released {_FOR[given.stage]} to {given.firm}, until {given.ends}: {given.why}"
    yield f"read aloud in {given.language}" + (f", interpreter {given.interpreter}" if given.interpreter else "")
    if given.signed_by:
        yield f"signed by {given.signed_by}" + (", the safe guardian" if given.signer == "safe guardian" else "")
    if given.child:
        yield {"signed": "the child signed too", "too young to sign": "the child is too young to sign"}[given.child]
    if given.not_meant:
        yield f"nobody who signs is the relative named by a role alone: {given.not_meant}"
    if given.name_seen:
        yield f"the signer's name is whole: {given.name_seen}"
    if given.appointed:
        yield f"appointed by {given.appointed}"


def _gone(told: Told) -> Iterator[str]:
    """Yield what went; names only by their number: their digests are names, to whoever tries a list of them."""
    number = f" ({len(told.names)})" if told.names else ""
    if told.digest:
        what = "the file" if told.step == "hand-over" else f"the {told.step}{number}"
        yield f"{what} went to {told.firm}, locked, SHA-256 {told.digest}"
    else:
        yield f"{told.firm} was asked by telephone about the {told.step}{number}"
    yield told.until
    if told.holds:
        yield f"it holds {', '.join(told.holds)}"
    if told.by_word:
        yield f"of this case by the word of whoever entered it: {', '.join(told.by_word)}"
