"""Whom a text names that was typed where adverse people are asked for: "Zhou Tiezhu" is a person, wherever it stands.

A person is looked for by every rule, in both orders and by each part; a business is looked for as it is written.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from legalassist.disclosure.folding import is_han
from legalassist.disclosure.romanisations import syllables
from legalassist.disclosure.word_lists import (
    BUSINESSES,
    EVERYDAY_WORDS,
    GENERIC,
    HAN_SURNAMES_OF_MOST,
    MORE_SURNAMES,
    OPENERS,
    ROLES,
    SENTENCE_WORDS,
    STREETS,
    SURNAMES,
    TITLE_WORDS,
    TITLES,
    WAYS,
    WORD_LIKE,
)
from legalassist.facts.names import COMPOUND_SURNAMES, split_native
from legalassist.facts.values import PersonName
from legalassist.languages.scripts import to_simplified
from legalassist.stores.spelling import plain, sounds

_MOST_WORDS = 3
_MOST_HAN = 4
_BEFORE = TITLES | TITLE_WORDS | ROLES | {"and", "&"}
"""What stands before a person's name that is no part of it: Boss Zhou."""
_NOBODYS = BUSINESSES | GENERIC | EVERYDAY_WORDS | OPENERS | ROLES | SENTENCE_WORDS | STREETS | WAYS
_NOBODYS |= WORD_LIKE - SURNAMES.keys()
"""Words beside which a surname is a business's, a street's or a sentence's: Golden Lin, Long Island."""


def people_typed(names: Iterable[str]) -> Iterator[PersonName]:
    """Yield whom names in a text may be: with a surname that is known, or that surname alone with a title."""
    for said in names:
        latin, native = in_both(said)
        both = person_in(said) if latin and native else None
        if both is not None:
            yield both
        for one in filter(None, (native, latin) if both is None else ()):
            yield from _people(one)


def in_both(said: str) -> tuple[str, str]:
    """Return the letters of a name in two scripts, and its characters."""
    return " ".join("".join(" " if is_han(one) else one for one in said).split()), "".join(filter(is_han, said))


def _people(said: str) -> Iterator[PersonName]:
    """Yield whom a name in one script may be; of Chinese characters also as they sound."""
    found = person_in(said)
    if found is not None:
        family, given = split_native(to_simplified(found.native)) if found.native else ("", "")
        for heard in sounds(family)[:1] if given else ():
            found = PersonName(heard.title(), "".join(sounds(given)[:1]).title(), native=found.native)
        yield found
    elif said.isascii():
        yield from _elsewhere(said.split())


def _elsewhere(words: list[str]) -> Iterator[PersonName]:
    """Yield who has a Chinese surname and another given name (David Chen), or a surname behind a title alone."""
    bare = [word.strip(".,'").lower() for word in words]
    titled = next((at for at, word in enumerate(bare) if word not in _BEFORE), len(bare))
    words, bare = words[titled:], [plain(word) for word in bare[titled:]]
    if titled and len(bare) == 1 and _surname(bare[0]):
        yield PersonName(words[0].strip(".,'"))
    elif 1 < len(bare) <= _MOST_WORDS and _surname(bare[-1]) and _NOBODYS.isdisjoint(bare[:-1]):
        yield PersonName(words[-1], " ".join(words[:-1]))


def person_in(said: str) -> PersonName | None:
    """Return the name that a text is, whole, without a title before it; None where it is something else."""
    latin, native = in_both(said)
    if latin and native:
        in_letters, in_characters = person_in(latin), person_in(native)
        return replace(in_letters, native=native) if in_letters and in_characters else None
    words = said.split()
    for named in (words, words[1:] if words and words[0].strip(".").lower() in TITLES | TITLE_WORDS else []):
        found = _in_letters(named) if said.isascii() else _in_characters("".join(named))
        if found is not None:
            return found
    return None


def _in_letters(words: list[str]) -> PersonName | None:
    """Read two or three words as a surname, first or last, and a given name in syllables."""
    bare = [plain(word) for word in words]
    written = all(word[:1].isupper() for word in words) and all(map(syllables, bare))
    if not written or not 1 < len(words) <= _MOST_WORDS:
        return None
    for family, given in ((words[0], words[1:]), (words[-1], words[:-1])):
        if _surname(plain(family)) and len(given) < _MOST_WORDS:
            return PersonName(family, " ".join(given))
    return None


def _surname(word: str) -> bool:
    return word in SURNAMES or word in MORE_SURNAMES


def _in_characters(native: str) -> PersonName | None:
    """Read two to four characters as a surname and a given name."""
    simplified = to_simplified(native)
    family, given = split_native(simplified)
    known = family in HAN_SURNAMES_OF_MOST or family in COMPOUND_SURNAMES
    if not known or not 1 < len(simplified) <= _MOST_HAN or len(given) > 2:  # noqa: PLR2004 - a given name
        return None
    return PersonName(native=native)


def is_title(said: str) -> bool:
    """Say whether words are a title or what somebody is, and no name: Boss."""
    return {word.strip(".").lower() for word in said.split()} <= _BEFORE


def is_company(said: str) -> bool:
    """Say whether words are a business's name: Lucky Star Spa."""
    return said.rsplit(maxsplit=1)[-1].strip(".").lower() in BUSINESSES
