"""Rules of forms: items whose content follows from what the packet is, not from what anybody said.

Each is a short function over a form's sources; it says on which authority it rests, or that it is the form's own logic.
"""

from collections.abc import Mapping

from legalassist.facts.known import Fact, Known
from legalassist.forms.appearance import APPEARANCE_RULES
from legalassist.forms.form_rule import FormRule
from legalassist.forms.sources import Sources
from legalassist.forms.work_card import WORK_CARD_RULES


def _appearance_enclosed(_sources: Sources) -> Fact:
    return Known(value=True)


def _read_in(sources: Sources) -> Fact:
    """Say in which language the form was read. PB-06: whoever read it completes and signs the interpreter's part."""
    reader = sources.read.reader
    return sources.unread if reader is None else Known(reader.spoken)


READ_IN = "language it was read in"
"""The rule that takes a form's language of reading from its read-back."""

_RULES = (
    FormRule("appearance enclosed", "the packet holds a Form G-28 for every person it is about", "PB-04",
             _appearance_enclosed),
    FormRule(READ_IN, "the read-back of the finished form says it", "PB-06", _read_in),
    *APPEARANCE_RULES,
    *WORK_CARD_RULES,
)  # fmt: skip
RULES: Mapping[str, FormRule] = {rule.name: rule for rule in _RULES}
"""Every rule by its name."""
