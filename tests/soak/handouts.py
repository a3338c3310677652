"""Every topic in every language and format, printed and read back: what the tests do for a sample."""

from datetime import date

from legalassist.api.handout_run import Run, orders
from legalassist.api.handout_workers import print_one
from legalassist.api.opening import open_clinic
from legalassist.errors import LegalAssistError
from legalassist.handouts.formats import FORMATS, languages_on
from legalassist.handouts.reading import topic_names
from legalassist.library import Library

DAY = date(2026, 11, 25)


def run(most: int, seed: int) -> tuple[int, int, list[str]]:
    """Print at most so many pieces, beginning anywhere; return how many, how many left something out, the faults."""
    library = Library()
    made = Run(library, open_clinic(library), DAY)
    every = list(orders(library, map(made.topic, topic_names(library)), tuple(FORMATS), languages_on(library)))
    start = seed % len(every)
    shorter, wrong = 0, []
    chosen = (every[start:] + every[:start])[:most]
    for topic, form, language in chosen:
        try:
            sheet, _ = print_one(made, topic, form, language)
        except LegalAssistError as fault:
            wrong.append(f"{topic.id} {form.name} {language}: {fault}")
            continue
        shorter += sheet.piece.topic.statements != topic.statements
    return len(chosen), shorter, wrong
