"""What there is to translate: every text of every shelf, with its context, its sheet and a note for the translator.

Texts come from where they are read when they are printed or shown, so none can be forgotten: the interview's YAML,
Word templates (whatever runs a text is split over, headers of pages excepted: they are not bound), the papers, the
handouts' topics, the script of the placement, the words of the screen; and what only the office reads (`office`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain

from legalassist.documents.word_check import template_messages
from legalassist.documents.wording import message_context
from legalassist.errors import ContentError, LegalAssistError
from legalassist.handouts.reading import FOLDER, read_topic_text
from legalassist.handouts.speech import WRITTEN_IN, fixed_messages, spoken_messages
from legalassist.handouts.texts import CATALOG as HANDOUTS
from legalassist.handouts.topic import Kind, Topic
from legalassist.handouts.words import KIT as HANDOUT_KIT
from legalassist.handouts.words import WORDS as HANDOUT_WORDS
from legalassist.interviews.reader import interview_names, read_interview
from legalassist.interviews.schema import Page, Question, Sensitivity, Who
from legalassist.languages.words import SCREEN
from legalassist.languages.words import WORDS as SCREEN_WORDS
from legalassist.law.authorities import Authorities
from legalassist.library import Library
from legalassist.papers.written import paper_messages
from legalassist.placement.spoken import DOMAIN as PLACEMENT
from legalassist.placement.spoken import SCRIPT
from legalassist.placement.spoken import messages as placement_messages
from legalassist.translations.message import Message, Note, longest_of
from legalassist.translations.office import LAW, OFFICE, law_messages, packet_messages, print_messages

_WHO: Mapping[Who, str] = {
    Who.CLIENT: "read aloud or shown to the client, who answers",
    Who.STAFF: "shown to a staff member, who answers",
    Who.ATTORNEY: "shown to the attorney, who answers",
    Who.RELATIVE: "read aloud or shown to a family member, who answers",
}
_TOLD = {Who.CLIENT, Who.RELATIVE}
_TO_SAY = "the reader, in English, to an officer, a judge, or whoever is at the desk"


def domains(library: Library) -> tuple[str, ...]:
    """Return the shelves of texts: the screen's, the law's, one for each interview, the handouts', the placement's."""
    handouts = {HANDOUTS, *WRITTEN_IN} if any(library.books(FOLDER, ".yaml")) else set()
    placement = {PLACEMENT} if library.find(SCRIPT) is not None else set()
    return tuple(sorted({SCREEN, LAW, *interview_names(library), *handouts, *placement}))


def extract(library: Library, domain: str) -> tuple[Message, ...]:
    """Return every text of a domain, each context once, in the order of the shelf.

    Raises ContentError where the shelf's own files have problems: mend these first, `legalassist check` names them.
    """
    if domain == LAW:
        found = law_messages()
    elif domain == SCREEN:
        found = chain(_screen(), print_messages(library, "common", domain))
    elif domain == HANDOUTS:
        found = chain(_handouts(library), print_messages(library, domain, domain))
    elif domain in WRITTEN_IN:
        found = _spoken(library, domain)
    elif domain == PLACEMENT:
        found = chain(_placement(library), print_messages(library, domain, domain))
    else:
        office = (packet_messages(library, domain), print_messages(library, domain, domain))
        found = chain(_matter(library, domain), *office)
    return tuple({one.context: _measured(one) for one in found}.values())


def _measured(message: Message) -> Message:
    """Return a message whose note says how long a translation may be; what only the office reads has none.

    What is read aloud is asked for sentences of another length (`gates.spoken`).
    """
    if message.domain in {LAW, *WRITTEN_IN} or message.context.split(".", maxsplit=1)[0] in OFFICE:
        return message
    return replace(message, note=replace(message.note, longest=longest_of(message.english)))


def _screen() -> Iterator[Message]:
    for context, english in SCREEN_WORDS.items():
        area = context.partition(".")[0]
        note = Note(f"on the screen of the interview ({area})", "the program, to everybody at the table")
        yield Message(SCREEN, "screen", context, english, note)


def _handouts(library: Library) -> Iterator[Message]:
    for context, english in HANDOUT_WORDS.items():
        note = Note("on every handout", "the clinic, to whoever reads the handout")
        yield Message(HANDOUTS, "every-handout", context, english, note)
    for context, english in HANDOUT_KIT.items():
        note = Note("in the papers of an outreach session", "the clinic, to its outreach workers")
        yield Message(HANDOUTS, "session-kit", context, english, note)
    for topic in _topics(library):
        said = {topic.context(one, "text") for one in topic.statements if one.kind is Kind.SAY}  # `more` is ours
        for context, english in topic.messages():
            says = _TO_SAY if context in said else "the clinic, to whoever reads the handout"
            note = Note(f"on the handout {topic.name!r}", says, "private")
            yield Message(HANDOUTS, topic.id, context, english, note)


def _topics(library: Library) -> Iterator[Topic]:
    authorities = Authorities.load()
    for book in library.books(FOLDER, ".yaml"):
        topic, problems = read_topic_text(book.text, book.name, authorities)
        if topic is None or problems:
            raise ContentError(problems=problems)
        yield topic


def _spoken(library: Library, variety: str) -> Iterator[Message]:
    """Yield what is read aloud: short sentences for the ear, a stroke where the reader pauses."""
    for context, english in fixed_messages(variety):
        note = Note("before and after every topic that is read aloud", "the clinic, aloud, to people who listen")
        yield Message(variety, "every-script", context, english, note)
    for topic in _topics(library):
        variants = (topic, topic.plainly())[: 2 if topic.plain_title else 1]
        for context, english in dict(chain.from_iterable(spoken_messages(one, variety) for one in variants)).items():
            note = Note(
                f"read aloud in a session on {topic.name!r}", "the clinic, aloud, to people who listen", "private"
            )
            yield Message(variety, topic.id, context, english, note)


def _placement(library: Library) -> Iterator[Message]:
    for context, english in placement_messages(library):
        note = Note("before a case is offered to law firms", "read aloud to the client, who says yes or no", "private")
        yield Message(PLACEMENT, "spoken-yes", context, english, note)


def _matter(library: Library, name: str) -> Iterator[Message]:
    interview = read_interview(library, name).required()
    note = Note("the name of the interview", "the program, to everybody at the table")
    yield Message(name, "interview", "interview.title", interview.title, note)
    for page in interview.pages:
        yield from _page(name, page)
    yield from _letters(library, name)
    for context, english in paper_messages(library, name):
        kind = context.split(".")[1]
        where = "on the guide for interviewers" if kind == "guide" else f"on paper ({kind})"
        says = "the clinic, to the interviewer" if kind == "guide" else "the clinic, to the client or a family member"
        yield Message(name, f"paper-{kind}", context, english, Note(where, says))


def _page(name: str, page: Page) -> Iterator[Message]:
    sheet = f"page-{page.name.replace('_', '-')}"
    asked = {question.who for question in page.questions}
    says = (
        "the interviewer, to the client" if not asked or asked & _TOLD else "the program, to the office, which answers"
    )
    for part in ("section", "title", "warning"):
        text = getattr(page, part)
        if text:
            hurts = "heavy" if part == "warning" else ""
            note = Note(f"{part} of the page {page.name!r}", says, hurts)
            yield Message(name, sheet, f"page.{page.name}.{part}", text, note)
    for question in page.questions:
        yield from _question(name, sheet, page, question)


def _question(name: str, sheet: str, page: Page, question: Question) -> Iterator[Message]:
    own = {context for inner in question.questions for context, _ in inner.messages()}
    hurts = "" if question.sensitivity is Sensitivity.ORDINARY else question.sensitivity.value
    for context, english in question.messages():
        if context not in own:
            part = context.removeprefix(f"{question.fact}.").split(".")[0]
            note = Note(f"page {page.name!r}, {part} of {question.fact}", _WHO[question.who], hurts)
            yield Message(name, sheet, context, english, note)
    for inner in question.questions:
        yield from _question(name, sheet, page, inner)


def _letters(library: Library, name: str) -> Iterator[Message]:
    for book in library.books(f"templates/{name}", ".docx"):
        template = book.name.rpartition("/")[2].removesuffix(".docx")
        try:
            found = template_messages(book.content, book.name)
        except LegalAssistError as wrong:
            raise ContentError(f"{book.name}: {wrong.message}", hint=wrong.hint) from None
        for message in found:
            where = f"paragraph {message.paragraph}" if message.paragraph else "a footnote"
            note = Note(f"in the letter {template!r}, {where}", "who signs the letter, to who reads it")
            yield Message(name, template, message_context(template, message.text), message.text, note)
