"""What a screen of the interview can be: a question (or one part of it), or a menu. Plain values, no terminal."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from legalassist.cli.ask_voices import Text
from legalassist.interviews.schema import Question
from legalassist.journeys.journey import Step

Act = Callable[[], None]
"""What choosing something does to the session."""


@dataclass(frozen=True, eq=False)
class Ask:
    """One question, or one part of a question that has parts; `parts` are those answered so far."""

    step: Step
    prefill: str = ""
    part: str = ""
    parts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Option:
    """One numbered line of a menu, and what it does."""

    label: Text
    act: Act


@dataclass(frozen=True, eq=False)
class Menu:
    """Some sentences, a list, numbered options, and what Enter alone does.

    `listed` is shown once, not language after language: the rows of a group. `question` puts a question's own texts
    above; `step` says where in the interview this is; `back` is what the key Back does, where that is not the question
    before.
    """

    lines: tuple[Text, ...] = ()
    listed: tuple[Text, ...] = ()
    options: tuple[Option, ...] = ()
    enter: Act | None = None
    question: Question | None = None
    step: Step | None = None
    back: Act | None = None


View = Ask | Menu
"""What is on the screen."""
