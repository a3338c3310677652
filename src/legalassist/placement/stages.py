"""The stages of placing a case, in their order, and what may follow what."""

from legalassist.errors import UsageError

STAGES = (
    "screened", "summary ready", "circulated", "conflict check", "placed", "drafting", "filed", "RFE", "decided",
    "I-485", "closed",
)  # fmt: skip
PLACED, CLOSED = "placed", "closed"
RETURNED = "returned"
"""A firm gave the case back: it keeps its history and may be offered again, under a new reference."""
OPEN = frozenset(STAGES[: STAGES.index("decided")]) | {RETURNED}
_WITH_A_FIRM = frozenset(STAGES[STAGES.index("conflict check") : STAGES.index(CLOSED)])


def check_move(before: str, after: str) -> None:
    """Refuse a stage there is not, one out of order, and a return of what no firm has; raises UsageError.

    Forward one may skip (a case placed by telephone); backward only through `RETURNED`, and between "filed" and "RFE".
    """
    if after not in (*STAGES, RETURNED):
        raise UsageError("there is no such stage", hint=f"the stages are {', '.join((*STAGES, RETURNED))}")
    if before == CLOSED:
        raise UsageError("the case is closed", hint="nothing follows; a new matter is a new case")
    if after == RETURNED:
        if before not in _WITH_A_FIRM:
            raise UsageError("only a case that is with a firm can come back", hint=f"it is at '{before or 'no stage'}'")
        return
    if before == RETURNED or not before or {before, after} == {"filed", "RFE"} or after == CLOSED:
        return
    if STAGES.index(after) < STAGES.index(before):
        message = f"'{after}' comes before '{before}'"
        raise UsageError(message, hint=f"a case that a firm gives back moves to '{RETURNED}' first")
