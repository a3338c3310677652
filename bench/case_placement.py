"""How fast leaks are looked for, beside what the packet took; the board and figures of ten thousand cases."""

from collections.abc import Iterator

from large_case import DAY, large_build
from measuring import Figure, medians

from legalassist.assessments.assess import assess
from legalassist.disclosure.identifiers import identifiers_of
from legalassist.disclosure.leaks import check_files
from legalassist.packets.assemble import assemble
from legalassist.placement.board import Move, board_sheet, standings, with_all
from legalassist.placement.figures import count
from legalassist.placement.stages import STAGES
from legalassist.placement.steps import OfThePipeline, Summed
from legalassist.placement.subtraction import check_subtraction

CASES = 10_000
KINDS = ("labor trafficking", "sex trafficking")


def figures() -> Iterator[Figure]:
    """Yield the figures of placement."""
    yield Figure("leaks looked for in a packet, against making it", _gate(), "times", 1 / 3)
    yield Figure("board and figures of 10,000 cases", _board(), "s", 2)


def _gate() -> float:
    build = large_build()
    made: list[bytes] = []

    def make() -> None:
        made[:] = [assemble(build, assess(build.interview, build.case, as_of=DAY), cache={}).filing.pdf]

    identifiers = identifiers_of(build.case, build.interview)
    built, searched = medians(make, lambda: check_files({"packet.pdf": made[0]}, identifiers), runs=1)
    return searched / built


def _board() -> float:
    steps: list[OfThePipeline | Move] = []
    for number in range(CASES):
        case, kind = f"{number:032x}", KINDS[number % 2]
        steps += [Move(case, stage, "2026-03-04", "A. Lin") for stage in STAGES[: 1 + number % len(STAGES)]]
        steps.append(Summed(on="2026-03-04", case=case, reference="K7M2-Q9X4", lines=(), tasks=(),
                            answer_by="2026-04-01", values={"kind": kind}, digest=""))  # fmt: skip

    began = {f"{number:032x}": "2026-03-04" for number in range(CASES)}
    quarters = (f"2026-Q{number}" for number in range(1, 5))
    published = [count(one, name, KINDS * 1250, KINDS) for one in quarters for name in ("kind", "age", "language")]

    def board() -> None:
        board_sheet(with_all(standings(steps), began), "2026-11-23")
        made = count("2026", "kind", (one.values["kind"] for one in steps if isinstance(one, Summed)), KINDS)
        check_subtraction(made, published)

    (took,) = medians(board, runs=3)
    return took
