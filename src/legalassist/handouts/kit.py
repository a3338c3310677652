"""The kit of a know-your-rights session: an outline with times, a tally sheet without names, slips for what people say.

They are the facilitator's papers, in one language each. What they say of the law they take from the handouts.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from jinja2 import Environment

from legalassist.documents.fonts import Fonts
from legalassist.documents.page import fill, page
from legalassist.documents.pdf import write_pdf
from legalassist.handouts.paper import read_paper
from legalassist.handouts.texts import catalog_of
from legalassist.handouts.topic import Topic
from legalassist.handouts.words import KIT, band_of
from legalassist.languages.catalog import fill as put
from legalassist.languages.tags import bcp47
from legalassist.library import Library
from legalassist.reviews.ledger import Said

PAPERS = ("outline", "tally", "slips")
"""The kit's papers, as their templates are named: ``kyr/kit-outline.html``."""

SESSION = Topic("session", "Session papers", "", dt.date(2026, 11, 25), (), ())
"""What the sheet to sign calls the kit's own texts: no topic, for they say nothing of the law."""

_EACH = 15
_BEFORE, _AFTER = (("welcome", 5), ("rules", 5)), (("practice", 10), ("questions", 10), ("hand-over", 5), ("close", 5))

STEPS = MappingProxyType({"before": _BEFORE, "after": _AFTER})
"""The steps of a session before and after its topics, each with its minutes; a topic takes fifteen."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the outline: from minute to minute, what it is called, what to do."""

    start: int
    end: int
    name: str
    text: str


def kit_texts(library: Library, language: str) -> tuple[Said, ...]:
    """Return every text of the kit in a language; raises ContentError with what is missing."""
    catalog = catalog_of(library, language)
    return tuple(Said(context, language, english, catalog.text(context, english)) for context, english in KIT.items())


def steps_of(said: dict[str, str], titles: Sequence[str]) -> Iterator[Step]:
    """Yield the steps of a session on some topics, with the minutes each takes."""
    now = 0
    topics = [("topic", _EACH, title) for title in titles]
    planned = [*((name, minutes, "") for name, minutes in _BEFORE), *topics,
               *((name, minutes, "") for name, minutes in _AFTER)]  # fmt: skip
    for name, minutes, title in planned:
        heading = title or said[f"kit.{name}.name"]
        yield Step(now, now + minutes, heading, said[f"kit.{name}.text"])
        now += minutes


def kit_papers(  # noqa: PLR0913 - what the papers are made from
    library: Library, templates: Environment, fonts: Fonts, topics: Sequence[Topic], language: str, *, banded: bool
) -> dict[str, bytes]:
    """Return the papers of a session on some topics, as PDFs by file name."""
    said = {one.context: one.text for one in kit_texts(library, language)}
    catalog = catalog_of(library, language)
    titles = [catalog.text(topic.title_context, topic.title) for topic in topics]
    steps = tuple(steps_of(said, titles))
    context = {
        "said": said,
        "steps": steps,
        "titles": titles,
        "total": put(said["kit.total"], minutes=str(steps[-1].end)),
        "band": list(band_of((language,))) if banded else [],
        "tag": bcp47(language),
    }
    css = str(fill(templates, "kyr/kit.css", {}))
    made = {}
    for name in PAPERS:
        body = fill(templates, f"kyr/kit-{name}.html", context)
        html = page(templates, body, title=f"Session: {name}", language=language, css=[css])
        band = [words for _, words in band_of((language,))] if banded else []
        pdf = read_paper(write_pdf(html, fonts=fonts), f"the {name} of the session", band=band)
        made[f"session-{name}-{bcp47(language)}.pdf"] = pdf
    return made
