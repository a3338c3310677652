"""A rule of a form: its name, why it holds, on which authority, and how it finds the item's content."""

from collections.abc import Callable
from dataclasses import dataclass

from legalassist.facts.known import Fact
from legalassist.forms.sources import Sources


@dataclass(frozen=True, slots=True)
class FormRule:
    """One rule: its name as an item spells it, why it holds, its authority ("" for the form's own logic)."""

    name: str
    reason: str
    authority: str
    compute: Callable[[Sources], Fact]
