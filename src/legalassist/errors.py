"""What can go wrong, and for whom the message is.

Three audiences, three channels::

    Problem              an author's mistake: where, what, what to do (many at once)
    LegalAssistError     anything a command stops for; the door prints it and sets the exit code
    ├── UsageError       the command was used wrongly                      exit 2
    ├── AnswerRefused    an answer that cannot be kept: names the fact, never the text  exit 2
    ├── ContentError     problems in interviews, templates, catalogs       exit 3
    ├── DocumentError    a file that cannot be read, or may not be bound   exit 3
    └── StoreError       the store refused                                 exit 4

No message ever contains what a client said: facts are named by their path, paragraphs by their number.
"""

from dataclasses import dataclass, field
from typing import ClassVar


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in a shelf file something stands; line and column count from 1, 0 means the whole file."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Return ``file:line:column``, without the parts that are unknown."""
        return ":".join([self.file, *(str(n) for n in (self.line, self.column) if n)])


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """An author's mistake: where, what, and (nearly always) what to do about it."""

    where: Place
    message: str
    hint: str = ""

    def __str__(self) -> str:
        """Return ``file:line:column: message`` and the hint on a line of its own."""
        text = f"{self.where}: {self.message}"
        return f"{text}\n  hint: {self.hint}" if self.hint else text


@dataclass
class LegalAssistError(Exception):
    """Something a command stops for: what happened, and what to do next."""

    message: str
    hint: str = ""
    exit_code: ClassVar[int] = 1

    def __str__(self) -> str:
        """Return the message, and the hint on a line of its own."""
        return f"{self.message}\n  hint: {self.hint}" if self.hint else self.message


@dataclass
class UsageError(LegalAssistError):
    """The command was used wrongly."""

    exit_code: ClassVar[int] = 2


@dataclass
class AnswerRefused(LegalAssistError):  # noqa: N818 -- not a fault: it says what happened to an answer
    """An answer that cannot be kept; ``fact`` names it, the text itself is never repeated."""

    fact: str = ""
    exit_code: ClassVar[int] = 2

    def __str__(self) -> str:
        """Return the fact's path, the message and the hint."""
        named = f"{self.fact}: {self.message}" if self.fact else self.message
        return f"{named}\n  hint: {self.hint}" if self.hint else named


@dataclass
class ContentError(LegalAssistError):
    """Problems in shelf files, all of them at once."""

    message: str = "the content has problems"
    problems: tuple[Problem, ...] = field(default=())
    exit_code: ClassVar[int] = 3

    def __str__(self) -> str:
        """Return every problem, one after the other."""
        return "\n".join(str(problem) for problem in self.problems) or super().__str__()


@dataclass
class DocumentError(LegalAssistError):
    """A document that cannot be read, or may not be bound as it is."""

    exit_code: ClassVar[int] = 3


@dataclass
class StoreError(LegalAssistError):
    """The store refused."""

    exit_code: ClassVar[int] = 4
