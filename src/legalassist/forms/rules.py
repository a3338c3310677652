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


_RULES = (
    FormRule("appearance enclosed", "the packet holds a Form G-28 for every person it is about", "PB-04",
             _appearance_enclosed),
    *APPEARANCE_RULES,
    *WORK_CARD_RULES,
)  # fmt: skip
RULES: Mapping[str, FormRule] = {rule.name: rule for rule in _RULES}
"""Every rule by its name."""
