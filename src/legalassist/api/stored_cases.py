"""The case store as the keeper of a case: every save is durable, and refused where somebody else saved meanwhile."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from legalassist.api.keepers import PAUSE_REASONS, Pause
from legalassist.cases.case import Case
from legalassist.cases.exhibit_file import ExhibitFile
from legalassist.errors import StoreError
from legalassist.stores.cases import (
    OpenCase,
    add_to_stream,
    open_case,
    read_stream,
    save_case,
    save_determination,
    save_override,
    save_read_back,
    save_settlement,
)
from legalassist.stores.exhibits import content_of
from legalassist.stores.records import Attached, Kind, Meeting
from legalassist.stores.store import OpenStore
from legalassist.stores.tally import written_time

MAY_DECIDE = frozenset({"attorney", "supervisor"})
"""The roles whose people may record determinations: the attorneys of the clinic, and who answers for its store."""

Clock = Callable[[], datetime]
"""The door's clock: a time with its zone."""

_PAUSE = re.compile(rf"paused \((?P<reason>{'|'.join(PAUSE_REASONS)})\)")


@dataclass(frozen=True, slots=True)
class StoredCase:
    """A case of an open store, as it was read or last saved."""

    store: OpenStore
    opened: OpenCase
    clock: Clock

    @property
    def case(self) -> Case:
        """The case."""
        return self.opened.case

    @property
    def opened_by(self) -> str:
        """Who unlocked the store."""
        return self.store.person.name

    def save(self, case: Case, saved: int) -> "StoredCase":  # noqa: ARG002 -- the store knows what it has
        """Save the answers the case has more; StoreError where somebody else saved meanwhile or the disk refuses."""
        return replace(self, opened=save_case(self.store, self.opened, case, self.clock()))

    def determine(self, case: Case) -> "StoredCase":
        """Save the case's last determination; raises like `save`, and StoreError for whoever is no attorney here."""
        if self.store.person.role.value not in MAY_DECIDE:
            message = "only an attorney of this store may decide what a form says"
            raise StoreError(message, "a supervisor adds one: 'legalassist case people add NAME --role attorney'")
        return replace(self, opened=save_determination(self.store, self.opened, case, self.clock()))

    def content(self, one: ExhibitFile) -> bytes:
        """Return the bytes of an exhibit file of the case; raises StoreError where they are damaged."""
        attached = next(each.record for each in self.opened.kept if str(each.number) == one.source)
        if not isinstance(attached, Attached):
            raise StoreError("an exhibit is not there any more", "add it again")
        return b"".join(content_of(self.store, attached))

    def read_back(self, case: Case) -> "StoredCase":
        """Save the case's last read-back; raises like `save`."""
        return replace(self, opened=save_read_back(self.store, self.opened, case, self.clock()))

    def settle(self, case: Case) -> "StoredCase":
        """Save the case's last settlement; raises like `save`."""
        return replace(self, opened=save_settlement(self.store, self.opened, case, self.clock()))

    def override(self, case: Case) -> "StoredCase":
        """Save the case's last override; raises like `determine`."""
        if self.store.person.role.value not in MAY_DECIDE:
            message = "only an attorney of this store may override a rule of the gate"
            raise StoreError(message, "a supervisor adds one: 'legalassist case people add NAME --role attorney'")
        return replace(self, opened=save_override(self.store, self.opened, case, self.clock()))

    def note_pause(self, reason: str, at: str) -> "StoredCase":  # noqa: ARG002 -- the store writes its own times
        """Note a pause among the case's meetings; raises like `save`."""
        now = self.clock()
        note = Meeting(at=written_time(now), by=self.store.person.hex, minutes=0, note=f"paused ({reason})")
        with self.store.changing(now) as change:
            add_to_stream(self.store, change, self.opened, Kind.MEETINGS, note)
        return self

    def last_pause(self) -> Pause | None:
        """Return the pause noted last, or None where something was answered since."""
        kept = read_stream(self.store, self.opened, Kind.MEETINGS)
        last = kept[-1].record if kept else None
        found = _PAUSE.fullmatch(last.note) if isinstance(last, Meeting) else None
        if found is None or last is None or last.at < self.opened.kept[-1].record.at:
            return None
        return Pause(last.at, found["reason"])


def open_stored(store: OpenStore, number: str, clock: Clock) -> StoredCase:
    """Open a case by its number; StoreError where the person's keys open none with it."""
    return StoredCase(store, open_case(store, number), clock)
