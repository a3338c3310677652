"""Numbers of others: hotlines and offices. Each stands in its authority's text; printed once somebody called it."""

import re

from legalassist.law.authorities import Authorities

_NUMBER = re.compile(r"\b(?:1-)?(\d{3}-\d{3}-\d{4})\b")


def contact_numbers(authorities: Authorities) -> dict[str, str]:
    """Return the number of each contact (CT-…, SV-…), by id: the first that its authority's text gives."""
    found = ((one.id, _NUMBER.search(one.text)) for one in authorities if one.id.startswith(("CT-", "SV-")))
    return {identifier: number[1] for identifier, number in found if number}
