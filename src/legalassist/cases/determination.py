"""A determination: what a named attorney decided about one item of an official form, for one person.

It is no answer of the client's: the law behind the item is weighed by an attorney, from the plain answers that stand
beside it. When one of those answers changes afterwards, the determination is stale and the item is undecided again.
"""

import json
import re
from dataclasses import dataclass
from hashlib import sha256

ADDRESS = "address "
"""How the name of a choice about a confidential address begins; the path of the address follows."""
ITEM = re.compile(r"[a-z]-?[0-9]{2,4}[a-z]?(-[a-z])? [0-9A-Za-z ().-]{1,40}|address [a-z][a-z0-9_.\[\]]{1,80}")
"""How an item is named: the form, a space, Part and Item as the form prints them (``i-914 4.1.A``); or an address."""


@dataclass(frozen=True, slots=True)
class Determination:
    """One decision.

    `item` names the form's item; `about` is empty for the client, or the row of a family member (``family[2]``).
    `decided` is what goes into the box, written as an answer of its kind is (``yes``, ``2021-09-05``, a text); an empty
    text takes an earlier decision back. `by` is the attorney's name and `at` when (ISO 8601). `rests_on` is the digest
    of the plain answers as the attorney saw them; empty in a file written by hand, which is then never stale.
    """

    item: str
    about: str
    decided: str
    by: str
    at: str
    why: str = ""
    rests_on: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What it is about: a later determination with the same key supersedes it."""
        return self.item, self.about

    @property
    def digest(self) -> str:
        """The sha256 of what was decided, about what, by whom."""
        content = [self.item, self.about, self.decided, self.by]
        return sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()


def digest_of(answers: dict[str, str]) -> str:
    """Return the digest of plain answers, given as path -> digest of the answer (or why there is none)."""
    return sha256(json.dumps(answers, sort_keys=True).encode()).hexdigest()
