"""Every topic in every language and format, printed and read back: what the tests do for a sample.

Each piece is printed as a draft and as what the clinic has cleared. Whatever is read back has lost no text, and says
none that rests on nothing (`handouts.sources`).
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from handouts.everything import everything_cleared
from one_library import LIBRARY

from legalassist.api.handout_run import Run, orders
from legalassist.api.handout_workers import Order, print_one
from legalassist.api.opening import open_clinic
from legalassist.documents.tags.tagged import tagged_text
from legalassist.errors import LegalAssistError
from legalassist.handouts.formats import FORMATS, languages_on
from legalassist.handouts.printing import Sheet
from legalassist.handouts.reading import topic_names
from legalassist.handouts.sources import sources_of, unsourced

DAY = date(2026, 11, 25)
BANDS = ("NOT REVIEWED", "未审阅", "未審閱")


def run(most: int, seed: int) -> tuple[int, int, list[str]]:
    """Print at most so many pieces twice, beginning anywhere; return how many, how many left something out, the faults.

    The first time nothing is cleared, the second time everything.
    """
    library = LIBRARY
    made = Run(library, open_clinic(library), DAY)
    cleared = replace(made, clearances=everything_cleared(made, DAY))
    every = list(orders(library, map(made.topic, topic_names(library)), tuple(FORMATS), languages_on(library)))
    start = seed % len(every)
    shorter, wrong = 0, []
    chosen = (every[start:] + every[:start])[:most]
    for order in chosen:
        for one in (made, cleared):
            try:
                sheet, _ = print_one(one, *order)
            except LegalAssistError as fault:
                wrong.append(f"{_name(order)}: {fault}")
                continue
            wrong += [f"{_name(order)}: {fault}" for fault in _faults(sheet, banded=one is made)]
            shorter += sheet.piece.topic.statements != order[0].statements
    return 2 * len(chosen), shorter, wrong


def _name(order: Order) -> str:
    topic, form, language = order
    return f"{topic.id} {form.name} {language}"


def _faults(sheet: Sheet, *, banded: bool) -> Iterator[str]:
    text = tagged_text(sheet.pdf)
    if any(band in text for band in BANDS) != banded:
        yield "a draft without its band" if banded else "a cleared piece with a band"
    yield from (f"rests on nothing: {one}" for one in unsourced(text, sources_of(sheet.piece)))
