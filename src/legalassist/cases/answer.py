"""An answer: what was said about one fact, who entered it, when, in which language, through which interpreter."""

import hmac
import json
from dataclasses import dataclass
from enum import StrEnum

from legalassist.facts.known import Rows, Why
from legalassist.facts.values import Value
from legalassist.interviews.types import write_value


class State(StrEnum):
    """What kind of answer it is: a value, or one of the three ways of not giving one."""

    ANSWERED = "answered"
    DOES_NOT_KNOW = "does not know"
    DECLINED = "prefers not to say"
    LATER = "later"

    @property
    def why(self) -> Why:
        """The reason a fact with this answer is unknown (NOT_ASKED for an answer with a value)."""
        return _WHY.get(self, Why.NOT_ASKED)


_WHY = {State.DOES_NOT_KNOW: Why.DOES_NOT_KNOW, State.DECLINED: Why.DECLINED, State.LATER: Why.LATER}


@dataclass(frozen=True, slots=True)
class Said:
    """The circumstances of an answer: who entered it, when (ISO 8601), in which language, through whom."""

    by: str
    at: str
    language: str = "en"
    interpreter: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """One entry of a case's history. A group's answer has `Rows` for a value; a state other than ANSWERED has None."""

    number: int
    path: str
    state: State
    value: Value | Rows | None
    said: Said

    @property
    def id(self) -> str:
        """The answer's name inside its case: ``a17``."""
        return f"a{self.number}"

    def digest(self, secret: bytes) -> str:
        """Return an HMAC-SHA256 of what was answered (not of who entered it), in hex.

        Without the case's secret nobody can try answers until one fits: yes and no would be two tries.
        """
        content = json.dumps([self.path, self.state, written_value(self.value)], ensure_ascii=False, sort_keys=True)
        return hmac.digest(secret, content.encode(), "sha256").hex()


def written_value(value: Value | Rows | None) -> object:
    """Return a value as plain data for hashing and for files; rows as their numbers and whether they are all."""
    if value is None:
        return None
    if isinstance(value, Rows):
        return {"rows": list(value.numbers), "no more": value.complete}
    return write_value(value)
