"""A rule of a form: its name, why it holds, on which authority, and how it finds the item's content."""

from collections.abc import Callable
from dataclasses import dataclass

from legalassist.facts.known import Fact
from legalassist.forms.sources import Sources

Compute = Callable[[Sources], Fact]


def _no_path(_sources: Sources) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class FormRule:
    """One rule: its name as an item spells it, why it holds, its authority ("" for the form's own logic).

    `compute` gives the fact; `path` the path of the answer that the rule picked, "" where it picked none.
    """

    name: str
    reason: str
    authority: str
    compute: Compute
    path: Callable[[Sources], str] = _no_path
