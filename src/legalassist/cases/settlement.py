"""A settlement: what a named person wrote down about answers that did not seem to fit together.

It is the clinic's own thought, privileged, and no part of the answers: it stands in a stream of its own, leaves the
clinic only where everything does, and is printed in the attorney's memo and nowhere else. It rests on the answers as
they stood: when one of them changes, the contradiction is open again.
"""

import json
import re
from dataclasses import dataclass
from hashlib import sha256

SHORT_ID = re.compile(r"[0-9a-f]{10}")
"""What a contradiction is known by."""

LONGEST_NOTE = 4_000
"""Characters of a note."""


@dataclass(frozen=True, slots=True)
class Settlement:
    """One note.

    `contradiction` is the short id of the contradiction; `by` the name of whoever settled it and `at` when (ISO 8601);
    `rests_on` the digest of the answers as that person saw them, empty in a file written by hand, which is then never
    stale. Where `settled` is false, an earlier settlement is taken back. A shredded note is empty.
    """

    contradiction: str
    note: str
    by: str
    at: str
    rests_on: str = ""
    settled: bool = True

    @property
    def digest(self) -> str:
        """The sha256 of what was settled, how, by whom."""
        content = [self.contradiction, self.note, self.by, self.at, self.settled]
        return sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()
