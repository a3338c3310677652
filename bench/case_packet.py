"""How fast a packet is made: one small change against everything anew, binding a page, and the memory it takes."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace

from large_case import DAY, SAID, example_build, large_build
from measuring import Figure, medians, peak, ratio

from legalassist.assessments.assess import assess
from legalassist.facts.values import PersonName
from legalassist.packets.assemble import assemble, bind_filing
from legalassist.packets.build import Build

MEMORY = "import case_packet; case_packet.print_peak()"
RUNS = 3


def figures() -> Iterator[Figure]:
    """Yield the figures of a packet."""
    yield Figure("everything laid out anew, against one small piece changed", _rebuild(), "times", 8, at_least=True)
    yield Figure("bind and number, a page of a packet of over 100 pages", _bind_a_page(), "ms", 5)
    told = subprocess.run([sys.executable, "-c", MEMORY], check=True, capture_output=True, text=True, cwd="bench")
    yield Figure("peak memory of a packet of over 100 pages", float(told.stdout), "MB", 250)


def _made(build: Build, cache: dict[str, bytes]) -> None:
    assemble(build, assess(build.interview, build.case, as_of=DAY), cache=cache)


def _rebuild() -> float:
    """Return how many times as long everything takes as one small piece changed (the translator's certificate)."""
    build, warm = example_build(), dict[str, bytes]()
    _made(build, warm)
    count = 0

    def one_small_change() -> None:
        nonlocal count
        count += 1
        name = PersonName(family="EXAMPLE", given="T" + "O" * count)
        _made(replace(build, case=build.case.answer("translator.name", name, SAID)), dict(warm))

    return ratio(lambda: _made(build, {}), one_small_change, runs=RUNS)


def _bind_a_page() -> float:
    """Return the milliseconds it takes to bind and number one page."""
    build = large_build()
    assembled = assemble(build, assess(build.interview, build.case, as_of=DAY))
    pages = max(span.last for span in assembled.filing.spans)
    (seconds,) = medians(lambda: bind_filing(build, assembled.plan, assembled.written, assembled.pdfs), runs=RUNS)
    return seconds * 1000 / pages


def print_peak() -> None:
    """Make a packet of over 100 pages and print the most memory this process ever held, in MB."""
    build = large_build()
    assembled = assemble(build, assess(build.interview, build.case, as_of=DAY))
    pages = max(span.last for span in assembled.filing.spans)
    if pages <= 100:  # noqa: PLR2004 - the figure speaks of more than 100
        sys.exit(f"the packet has only {pages} pages")
    print(peak())
