"""The board: where each case stands, since when, what comes next. Nothing on it tells who anybody is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from legalassist.documents.tables import Sheet
from legalassist.placement.stages import RETURNED, STAGES
from legalassist.placement.steps import Clocked, OfThePipeline, Summed

COLUMNS = ("Reference", "Stage", "Since", "Entered by", "Firms answer by", "Next clock", "Came back")


CLOCKS = "A clock is a month; its day, and what it is about, stand in the case alone. Answers may have changed since."


@dataclass(frozen=True, slots=True)
class Standing:
    """One case: its random reference, where it stands and since which day, by whom, what comes next."""

    case: str
    reference: str = ""
    stage: str = ""
    since: str = ""
    by: str = ""
    answer_by: str = ""
    returned: int = 0
    entered: str = ""
    """The day it got its first stage."""
    placed: str = ""
    began: str = ""
    """The day the case began, where it is known."""
    clock: str = ""
    clock_read: str = ""
    over: bool = False
    """Whether the case came back since its reference was drawn: firms are told of it under a new one."""

    @property
    def told(self) -> str:
        """The reference as the board shows it."""
        return f"{self.reference} (over)" if self.over and self.reference else self.reference or "no summary"

    @property
    def firms_answer_by(self) -> str:
        """The day firms answer by, while the case is offered."""
        return self.answer_by if self.stage in {"summary ready", "circulated"} else ""

    def next_clock(self, as_of: str) -> str:
        """The month of the case's next own day, and when its answers were read for it; never the day itself."""
        if not self.clock_read or self.stage == "closed":
            return ""
        if not self.clock:
            return f"none known on {self.clock_read}"
        over = "over: " if self.clock < as_of[:7] else ""
        return f"{over}{self.clock}, read on {self.clock_read}"


@dataclass(frozen=True, slots=True)
class Move:
    """A move along the pipeline, as the board needs it."""

    case: str
    stage: str
    on: str
    by: str


def standings(steps: Iterable[OfThePipeline | Move]) -> dict[str, Standing]:
    """Return where each case stands, from every step of the pipeline, oldest first."""
    found: dict[str, Standing] = {}
    for step in steps:
        before = found.get(step.case) or Standing(step.case)
        if isinstance(step, Summed):
            found[step.case] = replace(before, reference=step.reference, answer_by=step.answer_by, over=False)
        elif isinstance(step, Clocked):
            found[step.case] = replace(before, clock=step.month, clock_read=step.on, began=step.began or before.began)
        elif isinstance(step, Move):
            back, placed = before.returned + (step.stage == RETURNED), before.placed
            placed = step.on if step.stage == "placed" and not placed else placed
            found[step.case] = replace(
                before,
                stage=step.stage,
                entered=before.entered or step.on,
                since=step.on,
                by=step.by,
                returned=back,
                placed=placed,
                over=before.over or step.stage == RETURNED,
            )
    return found


def with_all(found: Mapping[str, Standing], began: Mapping[str, str]) -> dict[str, Standing]:
    """Return where every case stands: those of the pipeline, and those that only `began` (on which day, ISO)."""
    every = {case: replace(one, began=began.get(case) or one.began or one.entered) for case, one in found.items()}
    every |= {case: Standing(case, began=day) for case, day in began.items() if case not in found}
    return {case: one if one.stage else replace(one, since=one.began) for case, one in every.items()}


def board_sheet(found: Mapping[str, Standing], as_of: str) -> Sheet:
    """Return the board as a table, by stage and then by how long a case has stood there."""
    order = {stage: number for number, stage in enumerate((RETURNED, *STAGES))}
    cases = sorted(found.values(), key=lambda one: (order.get(one.stage, -1), one.since, one.reference))
    return Sheet(
        title="Placement board", caption=f"Cases by stage, {as_of}", columns=COLUMNS,
        rows=tuple(_row(one, as_of) for one in cases), intro=tuple(_counts(cases)), notes=(CLOCKS,),
    )  # fmt: skip


def _row(one: Standing, as_of: str) -> tuple[str, ...]:
    times = "" if not one.returned else f"{one.returned} time{'s' if one.returned > 1 else ''}"
    return (one.told, one.stage or "no stage", one.since, one.by, one.firms_answer_by,
            one.next_clock(as_of), times)  # fmt: skip


def _counts(cases: Iterable[Standing]) -> Iterator[str]:
    counts: dict[str, int] = {}
    for one in cases:
        counts[one.stage or "no stage"] = counts.get(one.stage or "no stage", 0) + 1
    yield "; ".join(f"{stage}: {number}" for stage, number in counts.items()) or "no case yet"
