"""What in free text can tell who somebody is without naming anybody: rule (8). A person looks at each of these."""

import re
from collections.abc import Iterator

from legalassist.disclosure.circumstances import circumstances_in
from legalassist.disclosure.hits import Level
from legalassist.disclosure.latin_names import Found
from legalassist.disclosure.parts import Kind
from legalassist.disclosure.places_in_sentences import names_a_place
from legalassist.disclosure.reading import Reading
from legalassist.disclosure.word_lists import ALLOWED_PLACES, HOLIDAYS, PLACES, SUPERLATIVES, WEEKDAYS, pattern_of_words

_KINDS = (
    ("a weekday", pattern_of_words(WEEKDAYS)),
    ("a holiday", pattern_of_words(HOLIDAYS)),
    ("a place", pattern_of_words(PLACES - ALLOWED_PLACES)),
    ("a superlative", pattern_of_words(SUPERLATIVES)),
)
_DIGEST = re.compile(r"(?<![0-9a-z])[0-9a-f]{32,}(?![0-9a-z])")
_SPAN = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a|an|several|few)\s+"
    r"(?:days?|weeks?|months?|years?|nights?)\s+(?:before|after|ago|later|earlier)\b"
    r"|[\d一二两三四五六七八九十几]+个?(?:天|日|周|星期|月|年)(?:之?前|之?后|以前|以后)"
)


def hints_in(reading: Reading) -> Iterator[Found]:
    """Yield days, spans, places that are not allowed, superlatives and what else may tell in a free text."""
    if reading.kind is not Kind.TEXT or reading.shelf:
        return
    text = reading.folded.lower()
    for what, listed in _KINDS:
        if listed.search(text):
            yield Level.ASK, 8, what
    if names_a_place(reading):
        yield Level.ASK, 8, "a place"
    for what in circumstances_in(text, reading.lowers):
        yield Level.ASK, 8, what
    if _SPAN.search(text):
        yield Level.ASK, 8, "a number of days or years"
    if _DIGEST.search(text):
        yield Level.ASK, 8, "a code that may be the hash of a name"
