"""What a rule of the gate is, what it looks at, and what it finds."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from legalassist.assessments.assess import Assessment
from legalassist.cases.determination import Determination
from legalassist.packets.build import Build, PacketState
from legalassist.packets.official import Official
from legalassist.packets.plan import Folder, Planning
from legalassist.packets.readings import Readings
from legalassist.packets.written import Written


@dataclass(frozen=True)
class Looked:
    """What the rules look at: a packet whose pieces are written and not laid out yet.

    `changed` are edited pieces whose source has changed since, by code.
    """

    build: Build
    assessment: Assessment
    planning: Planning
    written: tuple[Written, ...]
    readings: Readings
    forms: Mapping[str, Official] = field(default_factory=dict)
    changed: tuple[str, ...] = ()

    @property
    def filing(self) -> Iterator[Written]:
        """Yield the pieces that are mailed."""
        return (one for one in self.written if one.planned.folder is Folder.FILING)

    def answer(self, path: str) -> str:
        """Return the digest of the answer at a path, which is all an override keeps of it; empty for none."""
        answer = self.build.case.current.get(path)
        return self.build.case.digest(answer) if answer is not None else ""

    def answers_in(self, path: str) -> tuple[str, ...]:
        """Return the digests of the answer at a path, of all answers of its row, and of the files kept for the row."""
        case = self.build.case
        inside = sorted(one for one in case.current if one == path or one.startswith((f"{path}.", f"{path}[")))
        return (*map(self.answer, inside), *(one.sha256 for one in case.exhibits if one.row == path))

    def decided(self, item: str, about: str = "") -> Determination | None:
        """Return what an attorney decided about an Item of a form, for one person."""
        return self.build.case.determined.get((item, about))


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that blocks: where it lies (a code, a path, an Item: never an answer), and what it rests on."""

    what: str
    rests_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    `says` what has to hold, `section` where law/packet.md says it (empty: no law), `authorities` by id, `do` what a
    person does about it. It blocks `since` a state and in every later one. `whole` rules are about the application:
    another packet does not wait for them. What cannot be bound otherwise is not `overridable`.
    """

    id: str
    says: str
    section: str
    authorities: tuple[str, ...]
    do: str
    since: PacketState
    look: Callable[[Looked], Iterator[Found]] = field(repr=False)
    whole: bool = False
    overridable: bool = True

    def digest(self, found: tuple[Found, ...]) -> str:
        """Return the digest of what the rule found: an override given for it holds as long as this stays the same."""
        lines = [self.id, *(text for one in found for text in (one.what, *one.rests_on, ""))]
        return sha256("\0".join(lines).encode()).hexdigest()
