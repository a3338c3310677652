"""What a form is filled from: facts, the law's derived facts, attorneys' determinations, the clinic's particulars."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from legalassist.cases.case import Case
from legalassist.cases.determination import Determination, digest_of
from legalassist.documents.clinic import Clinic
from legalassist.facts.known import Facts
from legalassist.facts.paths import numbers_of, row_path
from legalassist.interviews.schema import Interview

FAMILY = "family[]"


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

    def here(self, pattern: str) -> str:
        """Return a pattern with this person's row put into ``family[]``; other rows stay open."""
        if self.about and pattern.startswith(FAMILY):
            return f"{self.about}{pattern.removeprefix(FAMILY)}"
        return pattern

    def instances(self, pattern: str) -> Iterator[str]:
        """Yield the paths a pattern stands for: this person's, or one for each row."""
        yield from _instances(self.facts, self.here(pattern))

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


def _instances(facts: Facts, pattern: str) -> Iterator[str]:
    head, bracket, rest = pattern.partition("[]")
    if not bracket:
        yield head
        return
    for number in facts.rows(head).numbers:
        yield from _instances(facts, f"{row_path(head, number)}{rest}")


def row_number(about: str) -> int:
    """Return the number of the row a person stands in; 0 for the client."""
    return numbers_of(about)[0] if about else 0
