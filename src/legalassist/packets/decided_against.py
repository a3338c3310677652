"""Decisions of attorneys that go against the answers beside them: each a contradiction of its own, asked not accused.

Like every contradiction it is for the attorney's memo: no filing, no manifest and no log has it.
"""

from collections.abc import Iterator

from legalassist.assessments.contradiction import Contradiction
from legalassist.forms.attorney_items import AttorneyItem, attorney_items
from legalassist.forms.edition import Edition
from legalassist.forms.sources import Sources

RULE = "decision"
_ABOUT = "what an attorney decided about an item of a form goes against the answers beside it"
_SETTLE = (
    "Both can be right. Read the answers again; change the one that was entered wrongly, or decide the item again."
)


def decided_against(edition: Edition, sources: Sources) -> Iterator[Contradiction]:
    """Yield every decision on one form about one person that goes against the answers beside it."""
    yield from (contradiction_of(one) for one in attorney_items(edition, sources) if one.against)


def contradiction_of(one: AttorneyItem) -> Contradiction:
    """Return the contradiction of an item that was decided against the answers beside it."""
    where = f"{one.name} ({one.about})" if one.about else one.name
    return Contradiction(RULE, one.against, _ABOUT, _SETTLE, where, (one.name, one.about))
