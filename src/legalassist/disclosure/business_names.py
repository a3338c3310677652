"""How a business or a place is called in short: without its first word, by two of its words, by its first letters.

Rule (2) of docs/decisions/0012-disclosure.md. Each of these is asked about; the whole name blocks.
"""

from collections.abc import Iterator

from legalassist.disclosure.hits import Level
from legalassist.disclosure.latin_names import LONG_GIVEN
from legalassist.disclosure.numbers import Phrase, core_words, is_telling_word
from legalassist.disclosure.romanisations import syllables
from legalassist.disclosure.word_lists import (
    BUSINESSES,
    GENERIC,
    KINDS_OF_COMPANY,
    OFFICIAL_WORDS,
    SENTENCE_WORDS,
    TOWNS,
)


def shortened(path: str, words: tuple[str, ...], *, business: bool) -> Iterator[Phrase]:
    """Yield the short forms of a name (its words, lower case); of what is no business, its first letters alone."""
    if business:
        yield from _bare(path, core_words(words))
        yield from _beginning(path, words)
        yield from _ending(path, tuple(word for word in words if word not in KINDS_OF_COMPANY))
    yield from _by_letters(path, words)


def is_pinyin(word: str) -> bool:
    """Say whether a word is made of two syllables of Mandarin and more: then it is no English one."""
    return any(len(ways) > 1 for ways in syllables(word))


def _bare(path: str, core: tuple[str, ...]) -> Iterator[Phrase]:
    """Yield a business's name without what kind of business it is: "Sunshine" of Sunshine Tea House.

    Written as a name, but for one in pinyin: that is no English word.
    """
    bare = tuple(word for word in core if word not in BUSINESSES)
    if bare and bare != core and len("".join(bare)) >= LONG_GIVEN:
        pinyin = len(bare) == 1 and is_pinyin(bare[0])
        yield Phrase(path, bare, worst=Level.ASK, as_name=not pinyin)


def _beginning(path: str, words: tuple[str, ...]) -> Iterator[Phrase]:
    """Yield the first two words of a business's longer name, written as a name: "Happy Bowl".

    Not those of a court or an office ("Criminal Court"), nor two that every business may begin with.
    """
    first = words[:2]
    ordinary = set(first) <= GENERIC | BUSINESSES | SENTENCE_WORDS or " ".join(first) in TOWNS
    if len(words) > len(first) and OFFICIAL_WORDS.isdisjoint(words) and not ordinary:
        yield Phrase(path, first, worst=Level.ASK, as_name=True)


def _ending(path: str, words: tuple[str, ...]) -> Iterator[Phrase]:
    """Yield a business's name without its first word, and each word of it that is no English one.

    "Osprey Nail & Spa" and "the Osprey" of Golden Osprey Nail & Spa, written as names.
    """
    if len(words) > 1 and OFFICIAL_WORDS.isdisjoint(words):
        ordinary = GENERIC | BUSINESSES | SENTENCE_WORDS | TOWNS
        if len(words) > 2 and set(words[1:]) - ordinary:  # noqa: PLR2004 - else what is left is one word
            yield Phrase(path, words[1:], worst=Level.ASK, as_name=True)
        for word in words:
            if is_telling_word(word) and word not in ordinary:
                yield Phrase(path, (word,), worst=Level.ASK, as_name=True)


def _by_letters(path: str, words: tuple[str, ...]) -> Iterator[Phrase]:
    """Yield a business by the first letters of its name before what it is: "G. P. Kitchen"."""
    named = core_words(words)
    behind = words[len(named) :]
    if len(named) > 1 and behind and words[: len(named)] == named:
        yield Phrase(path, (*(one[0] for one in named), *behind), worst=Level.ASK)
