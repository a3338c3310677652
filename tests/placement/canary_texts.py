"""The words of every output of stages 1 and 2, without printing pages: fast enough for clients by the thousand."""

from collections.abc import Sequence

from placement.people import TODAY, Client
from placement.test_canaries import Tried, printed, reference

from legalassist.api.opening import open_clinic, open_interview
from legalassist.api.placing import scaffold
from legalassist.assessments.assess import live_facts
from legalassist.disclosure.identifiers import identifiers_of
from legalassist.disclosure.leaks import look_into, search, text_hash, vocabulary_of
from legalassist.documents.page import environment
from legalassist.documents.tables import Sheet, as_html, as_xlsx
from legalassist.library import Library
from legalassist.placement.bands import bands_of
from legalassist.placement.menus import read_menus
from legalassist.placement.names import STEPS, rows
from legalassist.placement.printing import shelf_texts, teaser_docx, teaser_text
from legalassist.placement.teaser import make

BANDS = bands_of(invented=True, read=False)


def words_of_all(ones: Sequence[Client], library: Library, tried: Tried, begin: int = 0) -> None:
    """Look through the words of each client's summary and sheets, and of the list of all; search each summary."""
    summaries(ones, library, tried, begin)
    for one in ones:
        sheets(one, library, tried)
    tried.look("the words of a list", printed(ones, library, pages=False), ones)


def summaries(ones: Sequence[Client], library: Library, tried: Tried, begin: int) -> None:
    """Make each client's summary as text and Word file, and search it as the program does."""
    menus, clinic, every = read_menus(library), open_clinic(library), scaffold(library)
    interview, vocabulary = open_interview(library, "tvisa"), vocabulary_of(menus.menus.texts())
    public = (clinic.name, *clinic.address_lines, clinic.phone, clinic.email)
    for number, one in enumerate(ones, begin):
        code = reference(number)
        made = make(menus, live_facts(interview, one.case), clinic, reference=code, answer_by=TODAY)
        files = {"a.txt": teaser_text(menus.menus, made, BANDS).encode(),
                 "a.docx": teaser_docx(menus.menus, made, library, BANDS)}  # fmt: skip
        shelf = frozenset(map(text_hash, shelf_texts(menus.menus, made, BANDS)))
        texts = (reading for reading in look_into(files, shelf) if reading.part not in every)
        found = search(texts, identifiers_of(one.case, interview, public=public), vocabulary)
        tried.stopped += [str(hit) for hit in found.blocks]
        tried.asked += bool(found.asks)
        tried.look("the words of a summary", files, [one])


def sheets(one: Client, library: Library, tried: Tried) -> None:
    """Look through the words of both sheets: adverse names alone, then the client's alone."""
    for step, allowed in ((1, one.adverse), (2, one.names)):
        sheet = Sheet(title="x", caption="x", columns=("a", "b"), rows=rows(one.case, step))
        files = {"a.html": as_html(sheet, environment(library)), "a.xlsx": as_xlsx(sheet)}
        tried.look(f"the words of {STEPS[step]}", files, [one.but(allowed)])
