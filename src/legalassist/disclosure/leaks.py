"""The leak check: search everything that would leave the clinic for everything that identifies the client.

Rules (1) to (9) of docs/decisions/0012-disclosure.md. A result is a block, an ask, or nothing; it names the rule, the
fact and the place, and never the text. Shelf text is known by its hash and judged by fewer rules.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from operator import attrgetter

from legalassist.disclosure.containers import file_parts
from legalassist.disclosure.decoding import UNSEEN, readings
from legalassist.disclosure.folding import fold
from legalassist.disclosure.hints import hints_in
from legalassist.disclosure.hits import CANNOT_LOOK, NUMBERS, Hit, Leaks, Level
from legalassist.disclosure.identifiers import Identifiers
from legalassist.disclosure.initialisms import Initialism
from legalassist.disclosure.latin_names import Found
from legalassist.disclosure.masked_latin import masked_in
from legalassist.disclosure.numbers import Phrase, Speech
from legalassist.disclosure.parts import STRICT, Kind, Part
from legalassist.disclosure.reading import Reading, Wanted
from legalassist.disclosure.shapes import shapes_in
from legalassist.disclosure.streets import Street
from legalassist.disclosure.word_lists import WORD_LIKE
from legalassist.documents.undisturbed import undisturbed

Shelf = frozenset[str]
"""Hashes of the texts that come from the shelves, as `text_hash` makes them."""


def text_hash(text: str) -> str:
    """Return the hash by which a shelf text is known again: folded, its white space made one blank.

    Letters that nobody sees can say something beside a text of ours: with them it is another text.
    """
    unseen = "" if text.isascii() else "".join(one for one in text if ord(one) in UNSEEN)
    return sha256((" ".join(fold(text).split()) + unseen).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of shelf texts: those written small, which are English whatever else they spell, and all of them."""

    small: frozenset[str] = frozenset()
    ours: frozenset[str] = frozenset()


NO_WORDS = Vocabulary()


def vocabulary_of(texts: Iterable[str]) -> Vocabulary:
    """Return the words of shelf texts."""
    folded = tuple(map(fold, texts))
    small = frozenset(word for text in folded for word in re.findall(r"\b[a-z]+\b", text))
    return Vocabulary(small, frozenset(word for text in folded for word in re.findall("[a-z]+", text.lower())))


def look_into(files: Mapping[str, bytes], shelf: Shelf = frozenset()) -> tuple[Reading, ...]:
    """Open files (by the names they would leave under) and return every text in them, decoded, ready to be searched."""
    return tuple(
        reading for name, data in files.items() for part in file_parts(name, data) for reading in _read(part, shelf)
    )


def search(texts: Iterable[Reading], identifiers: Identifiers, vocabulary: Vocabulary = NO_WORDS) -> Leaks:
    """Search texts for identifiers. `vocabulary`: English words of the shelf, see `vocabulary_of`."""
    hits: set[Hit] = set()
    known: dict[tuple[Kind, str, bool], tuple[Found, ...]] = {}
    looking = _Search(identifiers, vocabulary)
    for reading in texts:
        if reading.kind is Kind.UNREADABLE:
            hits.add(Hit(Level.BLOCK, CANNOT_LOOK, "what cannot be searched", reading.place))
            continue
        same = (reading.kind, reading.text, reading.shelf)  # a sheet says the same thing a hundred times
        if same not in known:
            known[same] = tuple(looking.found_in(reading))
        hits |= {Hit(level, rule, what, reading.place, reading.part) for level, rule, what in known[same]}
    return Leaks(_in_order(_strongest(hits)))


def check_files(
    files: Mapping[str, bytes], identifiers: Identifiers, shelf: Shelf = frozenset(),
    vocabulary: Vocabulary = NO_WORDS,
) -> Leaks:  # fmt: skip
    """Open files and search them."""
    with undisturbed():
        texts = look_into(files, shelf)
        hits = {*search(texts, identifiers, vocabulary).hits, *strays(texts, identifiers.public).hits}
    return Leaks(_in_order(hits))


def strays(texts: Iterable[Reading], public: Collection[str] = ()) -> Leaks:
    """Return the shapes of numbers, addresses and days in texts, whoever they belong to, but those that are public."""
    hits: set[Hit] = set()
    known: dict[tuple[Kind, str, bool, bool], tuple[Found, ...]] = {}
    for reading in texts:
        same = (reading.kind, reading.text, reading.shelf, reading.decoded)
        if same not in known:
            known[same] = tuple(shapes_in(reading, public))
        hits |= {Hit(level, rule, what, reading.place, reading.part) for level, rule, what in known[same]}
    return Leaks(_in_order(hits))


def check_text(text: str, identifiers: Identifiers, shelf: Shelf = frozenset()) -> Leaks:
    """Search one text, as if it stood alone in a file."""
    return search(_read(Part("the text", text), shelf), identifiers)


def _read(part: Part, shelf: Shelf) -> Iterator[Reading]:
    """Yield a part as it stands and as it decodes; only as it stands can it be shelf text."""
    if part.kind in (Kind.UNREADABLE, Kind.RAW):
        yield Reading(part.place, part.kind, part.text)
        return
    digest = text_hash(part.text)
    ours = shelf if part.kind not in STRICT or len(part.text.split()) > 1 else frozenset()  # "May" is no title of ours
    for number, text in enumerate(readings(part.text)):
        place = part.place if number == 0 else f"{part.place}, decoded"
        yield Reading(place, part.kind, text, number == 0 and digest in ours, digest, number > 0)


class _Search:
    """One client's identifiers made ready once, for texts by the thousand."""

    def __init__(self, identifiers: Identifiers, vocabulary: Vocabulary) -> None:
        self._all, self._common, self._ours = identifiers, WORD_LIKE | vocabulary.small, vocabulary.ours
        names = (one.spellings for one in identifiers.people)
        self._phrases: dict[str, list[Phrase | Initialism | Street]] = defaultdict(list)
        self._said = tuple(one for one in identifiers.said if not isinstance(one, Phrase))
        for phrase in (*identifiers.phrases, *(one for one in identifiers.said if isinstance(one, Phrase))):
            self._phrases[phrase.spelling].append(phrase)
        self._wanted = Wanted.of({*self._phrases}.union(identifiers.called.forms, *names))
        self._speech = Speech(identifiers.own_words)

    def _as_word(
        self, phrase: Phrase | Initialism | Street, reading: Reading, found: Iterable[Found]
    ) -> Iterator[Found]:
        """Yield what is found of a business of one word that our texts have too ("Mandarin"): a person looks.

        Nothing where all words are ours, as in the row of a table, and in a page's source, whose texts are read apart.
        """
        if not isinstance(phrase, Phrase) or phrase.rule == NUMBERS:
            yield from found
        elif reading.kind is not Kind.MARKUP and any(len(one) > 1 and one not in self._ours for one in reading.lowers):
            yield from ((Level.ASK, rule, path) for _, rule, path in found)

    def found_in(self, reading: Reading) -> Iterator[Found]:
        """Yield what is found in one text."""
        spelled = reading.spelled(self._wanted)
        for person in self._all.people:
            yield from person.found_in(reading, spelled, self._common)
        for joined in self._phrases.keys() & spelled.keys() | self._phrases.keys() & frozenset(reading.long_words):
            for phrase in self._phrases[joined]:
                found = phrase.found_in(reading, spelled)
                yield from self._as_word(phrase, reading, found) if joined in self._ours else found
        yield from self._all.called.found_in(reading, spelled)
        yield from self._all.titled.found_in(reading)
        yield from masked_in(reading, self._all.people)
        for group in (self._all.han, self._all.heard, self._all.numbers, self._all.dates, self._said):
            for one in group:
                yield from one.found_in(reading)
        yield from self._speech.found_in(reading)
        yield from hints_in(reading)


def _in_order(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """Return hits sorted, as they compare: by their parts at once, which costs a third."""
    return tuple(sorted(hits, key=attrgetter("level", "rule", "identifier", "place", "text")))


def _strongest(hits: set[Hit]) -> Iterator[Hit]:
    """Yield the hits without those asks that a block of the same rule, fact and place already says."""
    blocked = {replace(hit, level=Level.ASK) for hit in hits if hit.level is Level.BLOCK}
    yield from (hit for hit in hits if hit not in blocked)
