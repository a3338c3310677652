"""What of a piece does not stand on every copy of it: a statement, the number, the band, a line of the clinic.

Long texts are looked for first and taken out, so that a short one is not found inside a longer one that says it too.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from legalassist.handouts.panels import Panel, days_of, panels_of
from legalassist.handouts.piece import Piece
from legalassist.handouts.places import Leaf
from legalassist.handouts.texts import feet_of
from legalassist.handouts.words import band_of
from legalassist.languages.catalog import fill as put
from legalassist.languages.tags import bcp47

_GONE = "\x00"
_OWN = "the band, the number, or what the clinic says of itself is not on every copy"

CAPITALS = "it stands there in other letters, and to a screen reader those are other words"


def lost(piece: Piece, text: str, leaves: Sequence[Leaf]) -> Iterator[str]:
    """Yield what does not stand on every copy; a text is named by its context, because messages repeat no text.

    `text` is what the finished sheet says in the order it is read; `leaves` are its pages, none for a piece that flows.
    """
    named = {bare(said): f"{context} ({language})" for context, language, said in _texts(piece)}
    for said in missing(_needed(piece, leaves), text):
        other = f"; {CAPITALS}" if said not in bare(text) and said.casefold() in bare(text).casefold() else ""
        yield (f"{named[said]} is not on every copy" if said in named else _OWN) + other


def missing(needed: Mapping[str, int], text: str) -> Iterator[str]:
    """Yield each text, without white space, that does not stand in another by itself as often as it is needed."""
    shown = bare(text)
    for said in sorted(needed, key=len, reverse=True):
        if shown.count(said) < needed[said]:
            yield said
        shown = shown.replace(said, _GONE)


def bare(text: str) -> str:
    """Return a text without white space: line ends are not part of it."""
    return re.sub(r"\s", "", text)


def _needed(piece: Piece, leaves: Sequence[Leaf]) -> Counter[str]:
    """Return how often each text has to stand on the whole sheet, at the least, by the text without white space."""
    panels = panels_of(piece)
    printed = Counter(spot.panel for leaf in leaves for spot in leaf.spots) or Counter(range(len(panels)))
    needed = Counter[str]()
    for number, panel in enumerate(panels):
        for said in map(bare, _on(panel, piece)):
            needed[said] += printed[number]
    # A leaflet says once to a copy what a card says on each of its sides: whom to call, and that nobody has read it.
    copies = min(printed[number] for number in range(len(panels)))
    once = [*(said for *_, said in _texts(piece)), *_of_the_clinic(piece, piece.languages)]
    for said in map(bare, once):
        needed[said] = max(needed[said], copies)
    del needed[""]
    return needed


def _texts(piece: Piece) -> Iterator[tuple[str, str, str]]:
    """Yield the context, the language and the words of each text of a piece, its days filled in.

    What rightly is not printed is left out: the number's words below a band, the heading of pages for notes.
    """
    notes = any(panel.role == "notes" for panel in panels_of(piece))
    for one in piece.texts:
        covered = piece.covered and (one.context == "piece.call_us" or one.context.startswith(("contact.", "hours.")))
        if not covered and (notes or one.context != "piece.notes"):
            yield one.context, one.language, put(one.text, **days_of(piece, one.language))


def _on(panel: Panel, piece: Piece) -> Iterator[str]:
    """Yield what one panel says: the same text as often as it is said; what stands below, only where it has all."""
    if panel.role in {"whole", "cover"}:
        yield from (one.text for one in panel.titles)
    for group in panel.groups:
        yield from (one.text for one in group.heads)
        for voice in (voice for statement in group.statements for voice in statement):
            yield from (voice.lead, voice.phrase, voice.text, voice.more)
    if panel.role == "whole":
        languages = [one for one in piece.languages if bcp47(one) in {title.tag for title in panel.titles}]
        yield from _of_the_clinic(piece, languages or piece.languages)
        for one in languages:
            days = days_of(piece, one)
            feet = (piece.said.get((context, one), "") for context in feet_of(piece.topic, piece.form))
            yield from (put(said, **days) for said in feet)


def _of_the_clinic(piece: Piece, languages: Sequence[str]) -> Iterator[str]:
    """Yield the band, and what the clinic says of itself, each once."""
    yield from dict.fromkeys(
        [
            *(words for _, words in band_of(piece.languages) if piece.banded), *piece.lines_in(languages),
            *(() if piece.covered else _to_call(piece, languages)),
        ]
    )  # fmt: skip


def _to_call(piece: Piece, languages: Sequence[str]) -> Iterator[str]:
    """Yield whom to call, and where: the clinic's number, name, hours and address, the numbers of others."""
    yield piece.shown.number
    yield from (*piece.own_in(piece.shown.names, languages), *piece.hours_in(languages))
    yield from (number for _, number in piece.contacts)
    yield piece.shown.url if piece.scanned else piece.address
