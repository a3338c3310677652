"""Where a text stands: for a translator, pictures of the handout it is on, or of the page of the interview."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO

import pypdfium2
from PIL import Image

from legalassist.api.handout_run import Run
from legalassist.api.handout_workers import print_one
from legalassist.api.opening import open_clinic
from legalassist.documents.fonts import Fonts
from legalassist.documents.page import environment, piece
from legalassist.documents.pdf import write_pdf
from legalassist.handouts.formats import BOTH, BOTH_TRADITIONAL, FORMATS
from legalassist.handouts.reading import topic_names
from legalassist.handouts.speech import CANTONESE, WRITTEN_IN
from legalassist.handouts.texts import CATALOG, has_texts
from legalassist.interviews.reader import interview_names, read_interview
from legalassist.interviews.schema import Page
from legalassist.languages.tags import ENGLISH, TRADITIONAL, bcp47
from legalassist.library import Library, fonts
from legalassist.translations.status import Standing

_DOTS = 80
_PAGES = 4
"""A picture shows no more pages than these, side by side: what is longer is known by its beginning."""


def pictures(library: Library, found: Sequence[Standing], day: dt.date) -> Iterator[tuple[str, bytes]]:
    """Yield a picture (PNG) of where texts stand, with the sheet it shows; a sheet that is no page of its own has none.

    Handouts are shown as they print on a day, each with its band; a page of the interview in the order it is asked.
    """
    sheets = {one.message.sheet: one for one in found}
    for name, one in sheets.items():
        if one.message.domain in {CATALOG, *WRITTEN_IN} and name in topic_names(library):
            yield name, _drawn(_handout(library, name, one, day))
        elif one.message.domain in interview_names(library):
            pages = read_interview(library, one.message.domain).required().pages
            for page in pages:
                if name == f"page-{page.name.replace('_', '-')}":
                    texts = {each.message.context: each.text for each in found}
                    yield name, _drawn(_asked(library, page, texts, one.language))


def _handout(library: Library, name: str, one: Standing, day: dt.date) -> bytes:
    """Return a handout as PDF: what is read aloud as its script, the rest in both languages where it has a letter."""
    run = Run(library, open_clinic(library), day)
    topic = run.topic(name)
    if one.message.domain in WRITTEN_IN:
        language = ENGLISH if one.message.domain == CANTONESE else one.language  # nobody has said it yet
        return print_one(run, topic, FORMATS["script"], language)[0].pdf
    form = next(form for form in FORMATS.values() if topic.made_as(form))
    wanted = (BOTH_TRADITIONAL if one.language == TRADITIONAL else BOTH, one.language, ENGLISH)
    language = next(each for each in wanted if form.speaks(each) and has_texts(library, topic, each))
    return print_one(run, topic, form, language)[0].pdf


def _asked(library: Library, page: Page, texts: Mapping[str, str], language: str) -> bytes:
    """Return a page of the interview as PDF."""

    def pair(context: str, english: str) -> tuple[str, str]:
        return english, texts.get(context, "")

    context = {
        "title": pair(f"page.{page.name}.title", page.title),
        "warning": pair(f"page.{page.name}.warning", page.warning),
        "lines": [
            (_part(context), pair(context, english))
            for question in page.questions
            for context, english in question.messages()
        ],
        "tag": bcp47(language),
    }
    html = piece(environment(library), "common/where.html", context, title=page.name, language=ENGLISH)
    return write_pdf(html, fonts=Fonts.read(fonts()))


def _part(context: str) -> str:
    """Return which part of a question a text is, by the end of its context."""
    if ".choices." in context:
        return "choices"
    part = context.rpartition(".")[2]
    return part if part in {"ask", "help", "why", "row"} else "help"


def _drawn(pdf: bytes) -> bytes:
    """Return the first pages of a PDF side by side, as PNG without metadata."""
    with pypdfium2.PdfDocument(pdf) as opened:
        pages = [
            opened[number].render(scale=_DOTS / 72, grayscale=True).to_pil().convert("L")
            for number in range(min(len(opened), _PAGES))
        ]
    whole = Image.new("L", (sum(one.width for one in pages), max(one.height for one in pages)), 255)
    left = 0
    for one in pages:
        whole.paste(one, (left, 0))
        left += one.width
    out = BytesIO()
    whole.save(out, "PNG", optimize=True)
    return out.getvalue()
