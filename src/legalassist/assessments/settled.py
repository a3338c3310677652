"""Which contradictions are still open: those nobody settled, and those of which an answer has changed since.

For the attorney's memo and for whoever asks again; no filing, no manifest and no log has them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from legalassist.assessments.contradiction import Contradiction
from legalassist.cases.case import Case
from legalassist.cases.determination import digest_of
from legalassist.cases.settlement import Settlement


@dataclass(frozen=True, slots=True)
class Standing:
    """A contradiction as it stands: what was noted about it, if anything, and whether an answer changed since."""

    contradiction: Contradiction
    settlement: Settlement | None = None
    stale: bool = False

    @property
    def open(self) -> bool:
        """Whether a person should still ask."""
        return self.settlement is None or self.stale


def seen(case: Case, contradiction: Contradiction) -> str:
    """Return the digest of a contradiction's answers, and of its decision, as they stand: what settling it rests on."""
    answers = {path: case.current.get(path) for path in contradiction.paths}
    digests = {path: case.digest(one) if one is not None else "" for path, one in answers.items()}
    decided = case.determined.get(contradiction.decision)
    return digest_of(digests | ({decided.item: decided.digest} if decided is not None else {}))


def standings(found: Iterable[Contradiction], case: Case) -> tuple[Standing, ...]:
    """Return how each contradiction stands, in the order given."""
    return tuple(_standing(one, case) for one in found)


def _standing(one: Contradiction, case: Case) -> Standing:
    settlement = case.settled.get(one.id)
    stale = settlement is not None and bool(settlement.rests_on) and settlement.rests_on != seen(case, one)
    return Standing(one, settlement, stale)
