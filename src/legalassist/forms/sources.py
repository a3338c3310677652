"""What a form is filled from: facts, the law's derived facts, attorneys' determinations, the clinic's particulars."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from legalassist.cases.case import Case
from legalassist.cases.determination import Determination, digest_of
from legalassist.documents.clinic import Clinic, Interpreter
from legalassist.facts.known import Fact, Facts, Unknown, Why
from legalassist.facts.paths import numbers_of, row_path
from legalassist.facts.values import Spoken
from legalassist.forms.no_blanks import NO_WORDS, NoBlanks
from legalassist.forms.particulars import INTERPRETER, particular
from legalassist.interviews.schema import Interview

FAMILY = "family[]"
_DERIVED = "derived."
RELAY = "in relay, the attorney decides who certifies"
READ_BACK = "read-back"
"""What a list of missing things calls a reading that is owed."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Who read a finished form to the person it is about, and in which language: from its read-back, nowhere else."""

    interpreter: Interpreter
    spoken: Spoken


@dataclass(frozen=True, slots=True)
class Read:
    """What is known of a form's reading: who read it (None: nobody yet, or it has changed since), or that no one must.

    `code` is the piece's, so that what waits for its reading can say what is waited for. `in_relay`: two interpreters
    read it one after the other, and no form says how its part names them.
    """

    code: str = ""
    reader: Reader | None = None
    needed: bool = True
    in_relay: bool = False


@dataclass(frozen=True)
class Sources:
    """The sources of one form: for the client (`about` is empty), or for a family member (``family[2]``)."""

    interview: Interview
    facts: Facts
    clinic: Clinic
    case: Case
    about: str = ""
    form: str = field(default="")
    forms: tuple[str, ...] = ()
    """The forms the packet holds for this person, as a Form G-28 lists them (``I-914A``)."""
    read: Read = field(default_factory=Read)
    blanks: NoBlanks = NO_WORDS

    def particular(self, path: str) -> Fact:
        """Return a particular of the clinic; the interpreter's are those of whoever read this form."""
        if not path.startswith(INTERPRETER):
            return particular(self.clinic, path)
        reader = self.read.reader
        return particular(self.clinic, path, reader.interpreter) if reader is not None else self.unread

    @property
    def unread(self) -> Unknown:
        """Why nothing is known of the reader: nobody read the form yet, two did in relay, or nobody has to."""
        if self.read.in_relay:
            return Unknown(Why.NOT_ASKED, frozenset({f"{waits_for(self.read.code)}, {RELAY}"}))
        if not self.read.needed:
            return Unknown(Why.DOES_NOT_APPLY)
        return Unknown(Why.NOT_ASKED, frozenset({waits_for(self.read.code)}))

    def here(self, pattern: str) -> str:
        """Return a pattern with this person's row put into ``family[]``; other rows stay open."""
        bare = pattern.removeprefix(_DERIVED)
        if self.about and bare.startswith(FAMILY):
            return f"{pattern.removesuffix(bare)}{self.about}{bare.removeprefix(FAMILY)}"
        return pattern

    def instances(self, pattern: str) -> Iterator[str]:
        """Yield the paths a pattern stands for: this person's, or one for each row."""
        yield from instances(self.facts, self.here(pattern))

    def determination(self, part: str, item: str) -> Determination | None:
        """Return what an attorney decided about an item of this form for this person, stale or not."""
        return self.case.determined.get((f"{self.form} {part}.{item}", self.about))

    def seen(self, plain: tuple[str, ...]) -> str:
        """Return the digest of the plain answers an item shows its attorney, as they stand now."""
        current, seen = self.case.current, dict[str, str]()
        for pattern in plain:
            for path in (*self.instances(pattern), self.here(pattern)):
                answer = current.get(path)
                seen[path] = self.case.digest(answer) if answer is not None else ""
        return digest_of(seen)


def instances(facts: Facts, pattern: str) -> Iterator[str]:
    """Yield the paths a pattern stands for, one for each row of its groups."""
    head, bracket, rest = pattern.partition("[]")
    if not bracket:
        yield head
        return
    for number in facts.rows(head).numbers:
        yield from instances(facts, f"{row_path(head, number)}{rest}")


def waits_for(code: str) -> str:
    """Return what stands in lists of missing things for a piece that has to be read back."""
    return f"{READ_BACK}: {code}" if code else READ_BACK


def row_number(about: str) -> int:
    """Return the number of the row a person stands in; 0 for the client."""
    return numbers_of(about)[0] if about else 0
