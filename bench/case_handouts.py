"""How fast handouts are: their pages against plain WeasyPrint, two processes against one, memory of a worker."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from multiprocessing import get_context
from multiprocessing.pool import Pool
from statistics import median
from time import process_time

from measuring import Figure, peak, ratio

from legalassist.api.handout_run import Run, orders
from legalassist.api.handout_workers import print_one
from legalassist.api.opening import open_clinic
from legalassist.documents.fonts import Fonts
from legalassist.documents.page import environment
from legalassist.documents.pdf import write_pdf
from legalassist.handouts.layout import whole_sheet
from legalassist.handouts.reading import topic_names
from legalassist.library import Library, fonts

LANGUAGES = ("en", "zh_Hans", "both")
RUNS = 3
PLAIN = """
import sys, time
import weasyprint
from weasyprint.text.fonts import FontConfiguration
pages = [one.replace("LA Sans", sys.argv[1]) for one in sys.stdin.read().split(chr(0))]
weasyprint.HTML(string=pages[0]).write_pdf(font_config=FontConfiguration())
start = time.process_time()
for html in pages:
    weasyprint.HTML(string=html).write_pdf(font_config=FontConfiguration(), pdf_variant="pdf/ua-1")
print(time.process_time() - start)
"""
"""Plain WeasyPrint, a font configuration of its own for each page, in the Chinese font of the machine."""

CHINESE = "Noto Sans CJK SC"
"""What a page names on a machine that has Debian's fonts-noto-cjk (or the same fonts from elsewhere)."""

WHOLE = "LA Sans Full"
"""Our whole font, told for comparison: 10 MB of TrueType, which loads and embeds faster than the 19 MB of CFF there."""

AGAINST_THE_SYSTEM, AGAINST_OURS = 0.45, 0.85


def _run() -> Run:
    library = Library()
    return Run(library, open_clinic(library), date(2026, 11, 25))


def _letters(names: list[str]) -> list[str]:
    """Print the letters of some topics, fitted and read back; return their pages."""
    run, templates = _run(), environment(Library())
    done = [print_one(run, *order) for order in orders(run.library, map(run.topic, names), ["letter"], LANGUAGES)]
    return [whole_sheet(templates, sheet.piece, sheet.size) for sheet, _ in done]


def _plain(pages: list[str], family: str) -> float:
    """Return the processor's seconds of plain WeasyPrint for the pages, its start not counted."""
    ours = {"FONTCONFIG_FILE": str(Fonts.read(fonts()).config)} if family == WHOLE else {}
    told = subprocess.run(
        [sys.executable, "-c", PLAIN, family], input="\0".join(pages), text=True, check=True, capture_output=True,
        env={**os.environ, **ours},
    )  # fmt: skip
    return float(told.stdout)


def _has_chinese() -> bool:
    """Say whether this machine has the Chinese font that the limit is about."""
    if shutil.which("fc-list") is None:
        return False
    told = subprocess.run(["fc-list", CHINESE, "family"], text=True, check=True, capture_output=True)
    return bool(told.stdout.strip())


def figures() -> Iterator[Figure]:
    """Yield the time of the same pages against plain WeasyPrint, what a second process gains, and a worker's memory."""
    names = list(topic_names(Library()))
    start = process_time()
    pages, ours = _letters(names), Fonts.read(fonts())
    whole = process_time() - start

    def written() -> None:
        for html in pages:
            write_pdf(html, fonts=ours, identifier=b"bench")

    what = f"{len(pages)} letters in three languages, against plain WeasyPrint with"
    if _has_chinese():
        turns = [(_spent(written), _plain(pages, CHINESE)) for _ in range(RUNS)]
        yield Figure(f"{what} {CHINESE}", median(one / other for one, other in turns), "times", AGAINST_THE_SYSTEM)
    else:
        lacking = "install fonts-noto-cjk"
        yield Figure(f"{what} {CHINESE}", 0, "times", AGAINST_THE_SYSTEM, lacking=lacking)
    turns = [(_spent(written), _plain(pages, WHOLE)) for _ in range(RUNS)]
    yield Figure(f"{what} our own whole font", median(one / other for one, other in turns), "times", AGAINST_OURS)
    what = "ours with fitting and reading back, against the same, told for comparison"
    yield Figure(what, whole / median(plain for _, plain in turns), "times", 3)
    some = names[:4]
    with get_context("spawn").Pool(2) as two, get_context("spawn").Pool(1) as one:
        gain = ratio(lambda: _shared(one, some), lambda: _shared(two, some), RUNS)
        yield Figure("two processes, against one", gain, "times", 1.5, at_least=True)
        yield Figure("memory of a worker at its most", max(two.map(_peak, range(4))), "MB", 160)


def _spent(work: Callable[[], object]) -> float:
    """Return the processor's seconds of some work: other work on the machine does not count, as it does not there."""
    start = process_time()
    work()
    return process_time() - start


def _shared(pool: Pool, names: list[str]) -> None:
    pool.map(_letters, [[name] for name in names], chunksize=1)


def _peak(_: int) -> float:
    return peak()
