"""The interpreter's cue card: a topic for a spoken variety that nobody writes, as ideas, key terms and what not to add.

It holds no word of the variety: what is said is the interpreter's. The rules on it are fixed lines of the session's
papers; what stands beside one idea follows from the statement: spoken English, or law that is disputed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from jinja2 import Environment

from legalassist.documents.fonts import Fonts
from legalassist.documents.page import fill, page
from legalassist.documents.pdf import write_pdf
from legalassist.handouts.formats import BOTH, FORMATS
from legalassist.handouts.kit import kit_texts
from legalassist.handouts.paper import read_paper
from legalassist.handouts.texts import texts_of
from legalassist.handouts.topic import Kind, Statement, Topic
from legalassist.handouts.words import band_of
from legalassist.languages.tags import ENGLISH, SIMPLIFIED, bcp47
from legalassist.law.authorities import Authorities
from legalassist.library import Library
from legalassist.reviews.ledger import Said

FORM = FORMATS["letter"]
"""The format whose statements the card goes through: the one that says all of them, second sentences too."""

RULES = ("whole", "promise", "advice", "same", "ask")
"""What must not be added to any idea: the endings of their contexts, in the order printed."""


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the glossary as an idea has it: in English, and in simplified Chinese."""

    english: str
    chinese: str


TermsIn = Callable[[str, str], Sequence[Term]]
"""What finds the terms of the glossary that an English text and its Chinese both have."""


@dataclass(frozen=True, slots=True)
class Idea:
    """One statement on the card: what to say, the key terms in it, and the endings of what is to be minded here."""

    english: str
    chinese: str
    terms: tuple[Term, ...]
    mind: tuple[str, ...]


def cue_texts(library: Library, topic: Topic) -> tuple[Said, ...]:
    """Return every text a card rests on, in English and simplified Chinese; ContentError with what is missing."""
    fixed = [one for language in (ENGLISH, SIMPLIFIED) for one in kit_texts(library, language)]
    return (*texts_of(library, topic, FORM, BOTH), *(one for one in fixed if one.context.startswith("kit.cue")))


def ideas_of(topic: Topic, texts: Sequence[Said], terms_in: TermsIn, authorities: Authorities) -> tuple[Idea, ...]:
    """Return the topic's statements as ideas, in the order its handouts print them."""
    said = {(one.context, one.language): one.text for one in texts}

    def whole(one: Statement, language: str, space: str) -> str:
        return space.join(said[topic.context(one, part), language] for part in ("text", "more") if getattr(one, part))

    ideas = []
    for one in topic.printed_on(FORM):
        english, chinese = whole(one, ENGLISH, " "), whole(one, SIMPLIFIED, "")
        ideas.append(Idea(english, chinese, tuple(terms_in(english, chinese)), tuple(_minded(one, authorities))))
    return tuple(ideas)


def _minded(one: Statement, authorities: Authorities) -> list[str]:
    disputed = any(authorities.get(name).volatility == "contested" for name in one.authorities)
    return ["english"] * (one.kind == Kind.SAY) + ["disputed"] * disputed


def cue_card(  # noqa: PLR0913 - what a card is made from
    templates: Environment, fonts: Fonts, topic: Topic, texts: Sequence[Said], ideas: Sequence[Idea], *, banded: bool
) -> bytes:
    """Return the card of a topic as a tagged PDF, English beside Chinese; `banded`: with a band on every page."""
    context = {
        "said": {(one.context, one.language): one.text for one in texts},
        "titles": [(bcp47(one), one) for one in (ENGLISH, SIMPLIFIED)],
        "title": topic.title_context,
        "rules": RULES,
        "ideas": ideas,
        "band": list(band_of((SIMPLIFIED,))) if banded else [],
    }
    css = str(fill(templates, "kyr/cue.css", {}))
    body = fill(templates, "kyr/cue.html", context)
    html = page(templates, body, title=f"Interpreter: {topic.name}", language=ENGLISH, css=[css])
    needed = [said for idea in ideas for said in (idea.english, idea.chinese)]
    band = [words for _, words in band_of((SIMPLIFIED,))] if banded else []
    return read_paper(write_pdf(html, fonts=fonts), f"the cue card of {topic.id}", needed, band, on_each_page=True)
