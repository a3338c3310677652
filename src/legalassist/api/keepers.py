"""What keeps a case while it is asked: an answers file (`answers_files`) or the case store (`stored_cases`)."""

from dataclasses import dataclass
from typing import Protocol

from legalassist.cases.case import Case

PAUSE_REASONS = ("tired", "distress", "time", "interpreter", "other")
"""Why an interview was paused, where somebody chose to note it: these words and no others."""


@dataclass(frozen=True, slots=True)
class Pause:
    """A pause somebody noted: when (ISO 8601), and which of `PAUSE_REASONS`."""

    at: str
    reason: str


class Keeper(Protocol):
    """Keeps one case. Each verb returns the keeper as it is afterwards, or raises and has changed nothing."""

    @property
    def opened_by(self) -> str:
        """Who opened it, by name; "" where the keeper does not know."""
        ...

    def save(self, case: Case, saved: int) -> "Keeper":
        """Add every answer after the first `saved` ones, durably.

        Raises UsageError or StoreError where somebody else saved meanwhile, or the disk refuses.
        """
        ...

    def determine(self, case: Case) -> "Keeper":
        """Add the case's last determination, durably; raises like `save`."""
        ...

    def read_back(self, case: Case) -> "Keeper":
        """Add the case's last read-back, durably; raises like `save`."""
        ...

    def settle(self, case: Case) -> "Keeper":
        """Add the case's last settlement, durably; raises like `save`."""
        ...

    def override(self, case: Case) -> "Keeper":
        """Add the case's last override, durably; raises like `save`."""
        ...

    def note_pause(self, reason: str, at: str) -> "Keeper":
        """Note a pause; raises like `save`."""
        ...

    def last_pause(self) -> Pause | None:
        """Return the pause noted last, or None where something was answered since."""
        ...
