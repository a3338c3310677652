"""Facts as letters print them: of a confidential address what an attorney chose for it, or else nothing."""

from dataclasses import replace

from legalassist.documents.context import Used
from legalassist.facts.known import Fact, Facts, Known, Rows
from legalassist.facts.values import Address
from legalassist.forms.confidential import name_of, printed
from legalassist.forms.sources import Sources


class PrintedFacts:
    """The facts of a case with the attorneys' choices about confidential addresses (implements `facts.known.Facts`).

    A choice that a letter prints is noted in `used`.
    """

    def __init__(self, sources: Sources, used: Used) -> None:
        """Take what choices are read from, and where they are noted."""
        self._sources, self._used = sources, used
        self._facts: Facts = sources.facts

    def get(self, path: str) -> Fact:
        """Return what is known about one path; an address nobody has chosen about stays confidential."""
        fact = self._facts.get(path)
        if not (isinstance(fact, Known) and isinstance(fact.value, Address) and fact.value.confidential):
            return fact
        value = printed(path, fact.value, self._sources)
        decided = self._sources.case.determined.get((name_of(path), ""))
        if value is not fact.value and decided is not None:
            self._used.decisions[name_of(path)] = decided.digest
        return replace(fact, value=value)

    def rows(self, group: str) -> Rows:
        """Return the rows of a group."""
        return self._facts.rows(group)
