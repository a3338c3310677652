"""No-blanks mode: which empty box says 'None', 'N/A' or 'Unknown', and which one stays empty and stops the packet.

The words are data (``templates/SHELF/no-blanks.yaml``): for each kind of Item, the word of each state. A word is
written only where an answer (there is none; does not know) or a rule (does not apply) says so. What was not asked, was
left for later or declined is no answer: the box stays empty and the packet waits. Boxes that are ticked never get a
word.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, model_validator
from pydantic_core import PydanticCustomError

from legalassist.errors import ContentError
from legalassist.facts.known import Why
from legalassist.interviews.written import Text, validate
from legalassist.interviews.yaml_source import read_yaml
from legalassist.library import Library


class Empty(StrEnum):
    """Why a box has no answer of its own."""

    NONE = "none"
    """Somebody said that there is none: a list without rows, and no more to come."""
    DOES_NOT_APPLY = "does not apply"
    DOES_NOT_KNOW = "does not know"
    NOT_ASKED = "not answered yet"
    LATER = "left for later"
    DECLINED = "prefers not to say"
    UNDECIDED = "attorney decides"
    NO_PARTICULAR = "not in the clinic's particulars"
    BY_HAND = "by hand"


SPOKEN_FOR = frozenset({Empty.NONE, Empty.DOES_NOT_APPLY, Empty.DOES_NOT_KNOW})
"""The only states that can have a word: an answer or a rule speaks for each."""

SILENT = frozenset({Empty.BY_HAND, Empty.DOES_NOT_APPLY, Empty.NONE})
"""States whose box may stay empty: a person fills it, or nothing belongs into it."""

OF_FACT: Mapping[Why, Empty] = {
    Why.NOT_ASKED: Empty.NOT_ASKED,
    Why.LATER: Empty.LATER,
    Why.DOES_NOT_KNOW: Empty.DOES_NOT_KNOW,
    Why.DECLINED: Empty.DECLINED,
    Why.DOES_NOT_APPLY: Empty.DOES_NOT_APPLY,
    Why.NO_RULE: Empty.UNDECIDED,
}
"""The state of a box whose fact is unknown, by why it is unknown."""

TICKED = frozenset({"yes no", "choice", "several choices", "relation"})
"""Kinds of Items that are ticked, not written."""

_STATES = tuple(state.value for state in Empty if state in SPOKEN_FOR)


@dataclass(frozen=True, slots=True)
class Blank:
    """What an unanswered box holds: its word ("" for nothing), and whether the packet waits for an answer."""

    word: str
    stops: bool


def _state(word: object) -> object:
    if word in _STATES:
        return word
    raise PydanticCustomError("state", "only these states have a word: {states}", {"states": ", ".join(_STATES)})


class NoBlanks(BaseModel):
    """The file ``no-blanks.yaml``: for each kind of Item, the word that stands for each state."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    words: Mapping[Text, Mapping[Annotated[str, BeforeValidator(_state)], Text]]

    @model_validator(mode="after")
    def _never_ticked(self) -> "NoBlanks":
        ticked = sorted(TICKED.intersection(self.words))
        if ticked:
            message = "a box that is ticked never gets a word: take out {kinds}"
            raise PydanticCustomError("ticked", message, {"kinds": ", ".join(ticked)})
        return self


def blank(words: NoBlanks, kind: str, state: Empty) -> Blank:
    """Return what a box of that kind of Item holds where it has no answer of its own. Pure; never raises.

    A word without an answer or rule behind it, or in a box that is ticked, is impossible whatever the file says.
    """
    written = ""
    if state in SPOKEN_FOR and kind not in TICKED:
        written = words.words.get(kind, {}).get(state.value, "")
    return Blank(written, stops=not written and state not in SILENT)


NO_WORDS = NoBlanks(words={})
"""No word for any box."""


def read_no_blanks(library: Library, shelf: str) -> NoBlanks:
    """Read ``templates/SHELF/no-blanks.yaml`` (a shelf without one has no words); ContentError with its problems."""
    book = library.find(f"templates/{shelf}/no-blanks.yaml")
    if book is None:
        return NO_WORDS
    source = read_yaml(book.text, book.name)
    found, shape = validate(NoBlanks, source)
    if found is None or source.problems:
        raise ContentError("the words for empty boxes have problems", problems=(*source.problems, *shape))
    return found
