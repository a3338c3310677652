"""Every piece there is, filled and not laid out; and a clinic whose attorney has said yes to all of it."""

from datetime import date

from handouts.shelf import approved

from legalassist.api.handout_run import Run, orders, topics_there
from legalassist.api.printing import all_texts
from legalassist.documents.page import environment
from legalassist.handouts.contacts import contact_numbers
from legalassist.handouts.formats import FORMATS, languages_on
from legalassist.handouts.gates import Clearances
from legalassist.handouts.layout import whole_sheet
from legalassist.handouts.piece import Piece
from legalassist.handouts.reading import topic_names
from legalassist.library import Library

SOME_SIZE = 10
"""In what letters pages are filled that nobody lays out."""


def every_piece(run: Run) -> list[Piece]:
    """Return every topic of the run's variant in every format and language, as it is tried first: with all it says."""
    topics = map(run.topic, topics_there(run))
    wanted = orders(run.library, topics, tuple(FORMATS), languages_on(run.library))
    return [next(run.candidates(*order))[0] for order in wanted]


def filled(pieces: list[Piece], library: Library) -> list[tuple[Piece, str]]:
    """Return each piece with its filled pages."""
    templates = environment(library)
    return [(piece, whole_sheet(templates, piece, SOME_SIZE)) for piece in pieces]


def everything_cleared(run: Run, day: date) -> Clearances:
    """Return the records of a clinic that has approved every text, acknowledged all law, and called every number."""
    texts = [text for name in topic_names(run.library) for text in all_texts(run, run.topic(name))]
    ids = {law.id for name in topic_names(run.library) for law in run.behind(run.topic(name), FORMATS.values())}
    return Clearances(approved(texts), dict.fromkeys(ids, day), dict.fromkeys(contact_numbers(run.authorities), day))
