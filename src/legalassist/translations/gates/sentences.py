"""A long text looked at sentence by sentence: what one sentence says must not excuse another.

Where both languages have as many sentences, each Chinese one is held against its English one. A rule that found
something in the whole text has said enough.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from legalassist.translations.gates.alarm import Check, Found, Pair
from legalassist.translations.gates.spoken import PAUSE


def by_sentence(check: Check) -> Check:
    """Return a checker that looks at the whole text, and where it finds nothing, at each sentence by itself."""

    def checked(pair: Pair) -> Iterator[Found]:
        found = list(check(pair))
        if not found:
            found = list(dict.fromkeys(one for part in parts_of(pair) for one in check(part)))
        yield from found

    return checked


def parts_of(pair: Pair) -> list[Pair]:
    """Return a text's sentences with their translations; none where they cannot be told from each other."""
    english, chinese = split(pair.english, pair.text)
    if len(english) != len(chinese) or len(english) < 2:  # noqa: PLR2004 - several
        return []
    return [replace(pair, english=one, text=other) for one, other in zip(english, chinese, strict=True)]


def split(english: str, chinese: str) -> tuple[list[str], list[str]]:
    """Return the sentences of an English and of a Chinese text."""
    ours = [one for one in re.split(r"(?<=[.?!;])\s+", english) if one.strip()]
    theirs = [one for one in re.split("(?<=[。？！；])", chinese) if one.strip()]
    return ours, theirs


def side_by_side(pair: Pair) -> list[tuple[str, str]]:
    """Return the sentences side by side, English in small letters, Chinese in simplified characters.

    The whole texts where they are not as many, or where the Chinese is parted for the ear.
    """
    english, chinese = split(pair.low, pair.simplified)
    if len(english) != len(chinese) or PAUSE in pair.text:
        return [(pair.low, pair.simplified)]
    return list(zip(english, chinese, strict=True))


_REPORTED = re.compile(
    r"\b(?:says?|said|told|heard|called|call you|shout\w*|threat\w*|wrote|texted|repeat\w*)\b[^\"“]*[:,]? ?[\"“]"
)
_QUOTED = re.compile("“[^”]*”|「[^」]*」")


def without_reported(pair: Pair) -> str:
    """Return the Chinese without what it reports somebody else to have said; what the reader is to say stays in.

    A trafficker's 非法移民 is evidence. English that gives the reader words to say (``Say: "…"``) reports nobody.
    """
    english = re.sub(r"^say\b|(?<=[.:;,] )say\b|\b(?:to|please|you(?: (?:can|may|could|should))?) say\b", "", pair.low)
    return _QUOTED.sub("“”", pair.text) if _REPORTED.search(english) else pair.text
