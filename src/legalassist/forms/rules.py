"""Rules of forms: items whose content follows from what the packet is, not from what anybody said.

Each is a short function over a form's sources; it says on which authority it rests, or that it is the form's own logic.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from legalassist.facts.known import Fact, Known
from legalassist.forms.sources import Sources


@dataclass(frozen=True, slots=True)
class FormRule:
    """One rule: its name as an item spells it, why it holds, its authority ("" for the form's own logic)."""

    name: str
    reason: str
    authority: str
    compute: Callable[[Sources], Fact]


def _appearance_enclosed(_sources: Sources) -> Fact:
    return Known(value=True)


_RULES = (
    FormRule("appearance enclosed", "the packet holds a Form G-28 for every person it is about", "PB-04",
             _appearance_enclosed),
)  # fmt: skip
RULES: Mapping[str, FormRule] = {rule.name: rule for rule in _RULES}
"""Every rule by its name."""
