"""What in free text can tell who somebody is without naming anybody: rule (8). A person looks at each of these."""

import re
from collections.abc import Iterator

from legalassist.disclosure.hits import Level
from legalassist.disclosure.latin_names import Found
from legalassist.disclosure.parts import Kind
from legalassist.disclosure.reading import Reading
from legalassist.disclosure.word_lists import ALLOWED_PLACES, HOLIDAYS, PLACES, SUPERLATIVES, WEEKDAYS

_KINDS = (
    ("a weekday", WEEKDAYS),
    ("a holiday", HOLIDAYS),
    ("a place", PLACES - ALLOWED_PLACES),
    ("a superlative", SUPERLATIVES),
)
_SPAN = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a|an|several|few)\s+"
    r"(?:days?|weeks?|months?|years?|nights?)\s+(?:before|after|ago|later|earlier)\b"
    r"|[\d一二两三四五六七八九十几]+个?(?:天|日|周|星期|月|年)(?:之?前|之?后|以前|以后)"
)


def hints_in(reading: Reading) -> Iterator[Found]:
    """Yield weekdays, holidays, spans, places that are not allowed, and superlatives in a free text."""
    if reading.kind is not Kind.TEXT or reading.shelf:
        return
    text = reading.folded.lower()
    flat = " " + re.sub(r"[\W_]+", " ", text) + " "
    for what, listed in _KINDS:
        if any(_stands(word, flat, text) for word in listed):
            yield Level.ASK, 8, what
    if _SPAN.search(text):
        yield Level.ASK, 8, "a number of days or years"


def _stands(word: str, flat: str, text: str) -> bool:
    """Say whether a word (or words joined by hyphens in the list) stands in a text; Chinese ones anywhere."""
    return f" {word.replace('-', ' ')} " in flat if word.isascii() else word in text
