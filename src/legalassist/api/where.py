"""Where a text stands: for a translator, pictures of the pages it is printed on, each text framed and numbered.

A handout is shown as it prints, what is read aloud as its script, a page of the interview in the order it is asked, a
letter as it is written for an invented client, a paper for the table and the release as they are handed out.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from legalassist.api.building import assessed, prepare
from legalassist.api.handout_run import Run
from legalassist.api.handout_workers import print_one
from legalassist.api.opening import example_cases, open_clinic
from legalassist.api.papers import paper_pdf
from legalassist.documents.fonts import Fonts
from legalassist.documents.marked import marked
from legalassist.documents.page import DRAFT, environment, piece
from legalassist.documents.pdf import write_pdf
from legalassist.documents.wording import SWORN
from legalassist.handouts.cue import FORM as CUE
from legalassist.handouts.cue import cue_card, cue_texts, ideas_of
from legalassist.handouts.formats import BOTH, BOTH_TRADITIONAL, FORMATS
from legalassist.handouts.kit import kit_papers
from legalassist.handouts.reading import topic_names
from legalassist.handouts.speech import CANTONESE, WRITTEN_IN
from legalassist.handouts.texts import CATALOG, has_texts
from legalassist.interviews.reader import interview_names, read_interview
from legalassist.interviews.schema import Interview, Page
from legalassist.languages.tags import ENGLISH, TRADITIONAL, bcp47
from legalassist.library import Library, fonts
from legalassist.packets.plan import plan_pieces, required_plan
from legalassist.packets.written import Writer, lay_out
from legalassist.papers.sheet import KINDS
from legalassist.papers.written import read_papers
from legalassist.placement.release_page import release_pdf
from legalassist.placement.spoken import DOMAIN as PLACEMENT
from legalassist.translations.status import Standing

_STAGES = (2, 3)
"""Both stages of a release: some of its lines stand in one alone."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Where the texts of a sheet stand: a picture (PNG), each text's number by its context, and which stand on it.

    A sheet that is no page has an empty picture.
    """

    sheet: str
    png: bytes
    numbers: Mapping[str, int]
    found: frozenset[int] = frozenset()

    def says(self, file: str, context: str) -> str:
        """Return what a text's note says of the picture, which lies in `file`."""
        if not self.png:
            return "none, the text stands on no page"
        number = self.numbers[context]
        return f"{file}, number {number}" if number in self.found else f"none, the text is not on the pages of {file}"


def pictures(library: Library, found: Sequence[Standing], day: dt.date) -> Iterator[Picture]:
    """Yield a picture of where the texts of each sheet stand, as they would be printed on a day, with their bands.

    The texts are one shelf's in one language. Raises what making these pages raises.
    """
    for sheet in dict.fromkeys(one.message.sheet for one in found):
        texts = [one for one in found if one.message.sheet == sheet]
        numbers = {one.message.context: number for number, one in enumerate(texts, 1)}
        pdfs = _pages(library, sheet, texts, day)
        if not pdfs:
            yield Picture(sheet, b"", numbers)
            continue
        ways = {numbers[one.message.context]: _ways(one) for one in texts}
        drawn = marked(pdfs, ways)
        yield Picture(sheet, drawn.png, numbers, drawn.found)


def _ways(one: Standing) -> tuple[str, ...]:
    """Return how a text may be printed: as translated, then in English."""
    return tuple(filter(None, (one.text, one.message.english)))


def _pages(library: Library, sheet: str, texts: Sequence[Standing], day: dt.date) -> Sequence[bytes]:
    """Return the pages of a sheet as PDFs; none for what is only on a screen."""
    domain, language = texts[0].message.domain, texts[0].language
    if domain in {CATALOG, *WRITTEN_IN}:
        return _of_handouts(library, sheet, texts[0], day)
    if domain == PLACEMENT:
        return [release_pdf(library, language, stage, {}, (DRAFT,)) for stage in _STAGES]
    if domain not in interview_names(library):
        return []
    interview = read_interview(library, domain).required()
    page = next((one for one in interview.pages if sheet == f"page-{one.name.replace('_', '-')}"), None)
    if page is not None:
        return [_asked(library, page, {each.message.context: each.text for each in texts}, language)]
    kind = sheet.removeprefix("paper-")
    if kind in KINDS:
        return [paper_pdf(library, interview, read_papers(library, interview), kind, language)[0]]
    return _letter(library, interview, sheet, texts, day) if sheet in SWORN else []


def _letter(
    library: Library, interview: Interview, name: str, texts: Sequence[Standing], day: dt.date
) -> Sequence[bytes]:
    """Return a letter as it is written for invented clients: of each what says a text that the others do not say."""
    wanted, pdfs = {one.message.context for one in texts}, []
    for case in example_cases(library):
        build = prepare(case, library, as_of=day, language=texts[0].language)
        if build.interview.name != interview.name or not wanted:
            continue
        assessment = assessed(build)
        pieces = plan_pieces(required_plan(library, interview.name), assessment.facts, build.case.exhibits).pieces
        writer = Writer(build, assessment, pieces)
        for planned in pieces:
            if planned.word != name:
                continue
            written = writer.write(planned)
            said = {context for context, _ in written.used.translated}
            if said & wanted:
                pdfs.append(lay_out(build, written, {}))
                wanted -= said
    return pdfs


def _of_handouts(library: Library, sheet: str, one: Standing, day: dt.date) -> Sequence[bytes]:
    """Return a handout: what is read aloud as its script, the rest in both languages where it has a letter.

    What stands on every handout, or in the papers of a session, is shown on those of the first topic that has it.
    """
    run = Run(library, open_clinic(library), day)
    if sheet == _KIT:
        return list(_of_session(run, one.language))
    aloud = one.message.domain in WRITTEN_IN
    shared = sheet in _EVERY
    names = [name for name in topic_names(library) if shared or name == sheet]
    topic = next((topic for topic in map(run.topic, names) if not shared or topic.made_as(FORMATS["script"])), None)
    if topic is None:
        return []
    if aloud:
        language = ENGLISH if one.message.domain == CANTONESE else one.language  # nobody has said it yet
        return [print_one(run, topic, FORMATS["script"], language)[0].pdf]
    form = next(form for form in FORMATS.values() if topic.made_as(form))
    wanted = (BOTH_TRADITIONAL if one.language == TRADITIONAL else BOTH, one.language, ENGLISH)
    language = next(each for each in wanted if form.speaks(each) and has_texts(library, topic, each))
    scripts = [FORMATS["script"]] if shared else []
    return [print_one(run, topic, each, language)[0].pdf for each in (form, *scripts)]


def _of_session(run: Run, language: str) -> Iterator[bytes]:
    """Yield the papers of a session on the first topic that is told, and its cue card for the interpreter."""
    topics = map(run.topic, topic_names(run.library))
    topic = next(topic for topic in topics if topic.made_as(CUE))
    templates, ours = environment(run.library), Fonts.read(fonts())
    yield from kit_papers(run.library, templates, ours, [topic], language, banded=True).values()
    texts = cue_texts(run.library, topic)
    ideas = ideas_of(topic, texts, lambda _english, _chinese: (), run.authorities)
    yield cue_card(templates, ours, topic, texts, ideas, banded=True)


_KIT = "session-kit"
_EVERY = frozenset({"every-handout", "every-script"})


def _asked(library: Library, page: Page, texts: Mapping[str, str], language: str) -> bytes:
    """Return a page of the interview as PDF."""

    def pair(context: str, english: str) -> tuple[str, str]:
        return english, texts.get(context, "")

    context = {
        "section": pair(f"page.{page.name}.section", page.section),
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
