"""The words of a name part that is written in several: each is a part by itself, unless it is a syllable.

Of GARCIA LOPEZ, MARIA ELENA people say Ms. Garcia and Elena Lopez; of SUK CHUN they say Ah Chun, and "chun" alone is
nobody's.
"""

from collections.abc import Iterable, Iterator

from legalassist.disclosure.romanisations import SPELLED
from legalassist.disclosure.word_lists import (
    BUSINESSES,
    GENERIC,
    NAME_PARTICLES,
    ROLES,
    SENTENCE,
    SENTENCE_WORDS,
    TITLE_WORDS,
    TITLES,
    TITLES_AFTER,
)

_NOBODYS = (
    NAME_PARTICLES | TITLES | TITLE_WORDS | TITLES_AFTER | GENERIC | BUSINESSES | ROLES | SENTENCE | SENTENCE_WORDS
)
"""What stands in names that were typed with something else: de la Cruz, Auntie Rose, Rose from the shop."""


def own_words(written: Iterable[tuple[str, ...]], part: str, native: str) -> Iterator[str]:
    """Yield the words that are parts by themselves of a name part (lower case, joined), by how it is written."""
    yield from (word for word, syllable in _words(written, part, native) if not syllable)


def said_syllables(written: Iterable[tuple[str, ...]], part: str, native: str) -> Iterator[str]:
    """Yield the words of a name part that are syllables: they tell only beside something."""
    yield from (word for word, syllable in _words(written, part, native) if syllable)


def _words(written: Iterable[tuple[str, ...]], part: str, native: str) -> Iterator[tuple[str, bool]]:
    """Yield the words of a part, and whether each is a syllable: of Mandarin, or one for each Chinese character."""
    for words in written:
        if "".join(words) == part:
            for word in words:
                if len(word) > 1 and word not in _NOBODYS:
                    yield word, word in SPELLED or len(words) == len(native)
