"""How long a form takes to fill, flatten and read back, and the memory the largest client's set of forms takes.

Measured on the official blanks where they lie beside the checkout, else on stand-ins of the same boxes. There is no
peer to race: the promise is exactness, so the limits only say when something went badly wrong.
"""

import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path

from measuring import Figure, medians, peak

from legalassist.forms.blank import Blank
from legalassist.forms.filled import write_form
from legalassist.forms.filling import Entries, fill
from legalassist.forms.flatten import flatten
from legalassist.forms.rereading import reread

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
maps, tokens = import_module("forms.maps"), import_module("forms.tokens").tokens

MEMORY = "import case_forms; case_forms.print_peak()"
RUNS = 3
SIX, TWO = 6, 2
_MILLISECONDS = 1000


def figures() -> Iterator[Figure]:
    """Yield the time of each step for each form, and the memory of the largest set."""
    for name in maps.editions():
        content, blank = maps.files(name)[-1]
        entries = tokens(blank)
        filled = fill(content, blank, entries, name=name)
        printed = flatten(filled, name=name)
        steps: dict[str, Callable[[], object]] = {
            "fill": partial(fill, content, blank, entries, name=name),
            "flatten": partial(flatten, filled, name=name),
            "read back": partial(_read_back, content, blank, filled, printed, entries),
        }
        for step, seconds in zip(steps, medians(*steps.values(), runs=RUNS), strict=True):
            what = f"{step} {name}, {blank.pages} pages, {len(entries)} boxes"
            yield Figure(what, seconds * _MILLISECONDS, "ms", 5000)
    told = subprocess.run([sys.executable, "-c", MEMORY], check=True, capture_output=True, text=True, cwd="bench")
    yield Figure("peak memory of the largest client's set of forms, over 120 pages", float(told.stdout), "MB", 150)


def _read_back(content: bytes, blank: Blank, filled: bytes, printed: bytes, entries: Entries) -> None:
    reread(content, blank, filled, printed, entries, name="form")


def print_peak() -> None:
    """Fill the forms of a client with six family members, keep them all, print the most memory ever held, in MB."""
    by_form = {boxes.form: name for name, boxes in maps.editions().items()}
    wanted = ["i-914", *["i-914a"] * SIX, *["i-192"] * TWO, *["g-28"] * (SIX + 1), *["i-765"] * TWO]
    kept, pages = [], 0
    for form in wanted:
        content, blank = maps.files(by_form[form])[-1]
        kept.append(write_form(content, blank, tokens(blank), name=form))
        pages += blank.pages
    if pages <= 120:  # noqa: PLR2004 - the figure speaks of more than 120
        sys.exit(f"the set has only {pages} pages")
    print(peak())
