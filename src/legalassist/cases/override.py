"""An override: a named attorney lets a packet go although one rule of the gate blocks it, and says why.

It is no answer of the client's, and the reason is the attorney's own: it is printed in ``internal/`` and nowhere else,
and leaves the clinic only where everything does. It rests on what the rule found: when that changes, the rule blocks
again.
"""

import json
import re
from dataclasses import dataclass
from hashlib import sha256

RULE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""How a rule of the gate is named (``part-4-waiver``)."""

LONGEST_REASON = 4_000
"""Characters of a reason."""


@dataclass(frozen=True, slots=True)
class Override:
    """One override.

    `rule` is the rule's id; `by` the attorney's code in clinic.yaml, `at` when (ISO 8601); `rests_on` the digest of
    what the rule found, empty in a file written by hand, which then overrides nothing. Where `given` is false, an
    earlier override is taken back. A shredded reason is empty.
    """

    rule: str
    reason: str
    by: str
    at: str
    rests_on: str = ""
    given: bool = True

    @property
    def digest(self) -> str:
        """The sha256 of what was overridden, why, by whom."""
        content = [self.rule, self.reason, self.by, self.at, self.rests_on, self.given]
        return sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()
