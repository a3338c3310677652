"""What is printed for an address that is marked a confidential place: an attorney's determination, for all pieces.

A safe address may stand where a form asks for mail (PR-13). For where somebody lives, lived or worked there is no
sourced rule, so nothing is printed until a named attorney has chosen: the address as it was answered, or another one.
The choice rests on the answer: if that changes, nothing is printed again.
"""

from collections.abc import Iterator
from dataclasses import replace

from legalassist.cases.determination import ADDRESS, Determination
from legalassist.facts.known import Facts, Known
from legalassist.facts.paths import pattern_of
from legalassist.facts.values import Address, Value
from legalassist.forms.attorney_items import AttorneyItem, Beside, read_decided, value_decided
from legalassist.forms.edition import Item
from legalassist.forms.plain import words_of
from legalassist.forms.sources import Sources, instances
from legalassist.interviews.schema import Interview
from legalassist.interviews.types import UnfitValueError

AS_ANSWERED = "as answered"
"""What an attorney says where the address itself is to be printed."""
LABEL = "What the forms print for this confidential address"


def confidential_paths(interview: Interview, facts: Facts) -> Iterator[str]:
    """Yield the path of every address that is a confidential place, in the order of the interview."""
    for pattern, question in interview.by_fact.items():
        if question.kind == "address":
            for path in instances(facts, pattern):
                fact = facts.get(path)
                if isinstance(fact, Known) and isinstance(fact.value, Address) and fact.value.confidential:
                    yield path


def address_choices(sources: Sources) -> tuple[AttorneyItem, ...]:
    """Return what an attorney has to choose about the case's confidential addresses, the address itself beside it."""
    return tuple(address_choice(path, sources) for path in confidential_paths(sources.interview, sources.facts))


def address_choice(path: str, sources: Sources) -> AttorneyItem:
    """Return the choice about one confidential address as it stands."""
    question, fact = sources.interview.by_fact[pattern_of(path)], sources.facts.get(path)
    answered = fact.value if isinstance(fact, Known) else None
    shown = words_of(sources, path, _open(answered)) if isinstance(answered, Address) else ""
    decided, seen = _determination(path, sources), sources.seen((path,))
    chosen = _chosen(decided, answered, sources)
    stale = decided is not None and (chosen is None or decided.rests_on not in ("", seen))
    says = words_of(sources, path, chosen) if chosen is not None else ""
    beside = (Beside(path, question.ask, shown),)
    return AttorneyItem(name_of(path), "", "", _item(path), (), beside, "", decided, stale, says, seen, answered=True)


def _item(path: str) -> Item:
    return Item.model_validate({"item": path, "label": LABEL, "answer": "address", "attorney": "yes", "plain": [path]})


def name_of(path: str) -> str:
    """Return how a determination names the choice about an address: ``address client.physical_address``."""
    return f"{ADDRESS}{path}"


def printed(path: str, value: Value, sources: Sources) -> Value:
    """Return an answer as forms print it: for a confidential address what an attorney chose, else the answer itself.

    An address that nobody has decided on, or decided on before it changed, comes back confidential as it is.
    """
    if not isinstance(value, Address) or not value.confidential:
        return value
    decided = _determination(path, sources)
    chosen = _chosen(decided, value, sources)
    if decided is None or chosen is None or decided.rests_on not in ("", sources.seen((path,))):
        return value
    return chosen


def read_address(typed: str, interview: Interview) -> str:
    """Return an attorney's choice as a determination holds it; UnfitValueError where it is neither of the two."""
    word = typed.strip().casefold()
    if word == AS_ANSWERED:
        return AS_ANSWERED
    hint = f"'{AS_ANSWERED}', or for example {{street: 100 Example Street, city: New York, state: NY}}"
    if not word.startswith("{"):
        raise UnfitValueError("say what is printed for this address", hint)
    written = read_decided(_item("an.address"), interview, typed)
    chosen = _read(written, interview)
    if chosen is None or chosen.confidential:
        raise UnfitValueError("what is printed cannot be confidential too", hint)
    return written


def _determination(path: str, sources: Sources) -> Determination | None:
    return sources.case.determined.get((name_of(path), ""))


def _chosen(decided: Determination | None, answered: Value | None, sources: Sources) -> Address | None:
    """Return the address that was chosen, stale or not; None where nothing was, or what was cannot be read."""
    if decided is None:
        return None
    if decided.decided == AS_ANSWERED:
        return _open(answered) if isinstance(answered, Address) else None
    chosen = _read(decided.decided, sources.interview)
    return chosen if chosen is not None and not chosen.confidential else None


def _read(written: str, interview: Interview) -> Address | None:
    try:
        value = value_decided(_item("an.address"), interview, written)
    except UnfitValueError:
        return None
    return value if isinstance(value, Address) else None


def _open(address: Address) -> Address:
    return replace(address, confidential=False)
