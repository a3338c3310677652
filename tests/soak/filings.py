"""Plans of many generated cases, and packets of some, built and read back."""

import shutil
from pathlib import Path

from one_library import LIBRARY
from packets.generated import build_of, plan_faults

from legalassist.api.building import build_packet
from legalassist.api.checking import check_packet
from legalassist.library import Library


def run(plans: int, built: int, seed: int, folder: Path) -> tuple[str, ...]:
    """Make so many plans and so many packets from seeds counting on from one; return everything that did not hold."""
    library = LIBRARY
    wrong = [
        f"plan of case {number}: {fault}" for number in range(seed, seed + plans) for fault in _plan(library, number)
    ]
    for number in range(seed, seed + built):
        wrong += [f"packet of case {number}: {fault}" for fault in _packet(library, number, folder / str(number))]
    return tuple(wrong)


def _plan(library: Library, number: int) -> list[str]:
    try:
        return list(plan_faults(build_of(library, number)))
    except Exception as wrong:  # noqa: BLE001 - whatever a case brings out is what the trial looks for
        return [repr(wrong)]


def _packet(library: Library, number: int, out: Path) -> list[str]:
    try:
        build_packet(build_of(library, number), out)
        return [str(problem) for problem in check_packet(out)]
    except Exception as wrong:  # noqa: BLE001 - as above
        return [repr(wrong)]
    finally:
        shutil.rmtree(out, ignore_errors=True)
