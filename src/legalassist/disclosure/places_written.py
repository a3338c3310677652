"""The places that a line names, each by itself: "Flushing, Queens, NY 11355" names Flushing. Rule (1).

Whoever fills in a box for a town writes the state behind it, and a second town; as one name of four words none of them
would be found. What may be told anyway (a borough, New York) is none of them, nor the state or country behind a town.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from legalassist.disclosure.folding import fold, is_han
from legalassist.disclosure.han_names import words
from legalassist.disclosure.names_written import SHOP
from legalassist.disclosure.numbers import is_telling_word
from legalassist.disclosure.word_lists import (
    ALLOWED_PLACES,
    BESIDE_TOWNS,
    BOROUGHS,
    BUSINESSES,
    HAN_TOLD_PLACES,
    PLACES,
    PROVINCES,
    STATE_CODES,
    STATES,
    TOWNS,
)
from legalassist.languages.formats import country_code
from legalassist.languages.scripts import to_simplified

_BETWEEN: Final = re.compile(r"[,;/|()\[\]、，；。\n]|\s[-–—]\s|(?<=\s)(?:and|or|then|&)(?=\s)")
_SMALL_BEFORE: Final = frozenset({"in", "at", "near", "around", "by", "to", "from", "of", "outside", "the", "my"})
_INSIDE: Final = frozenset({"of", "the", "de", "on", "by"})
"""Small words that may stand inside a place's name: Isle of Palms."""
_MOST_SMALL: Final = 3
"""Words in small letters that may be a place; more are a sentence."""
_CODES_IN_SMALL: Final = frozenset({"ny", "nj"})
"""Codes of states that people here write in small letters; others are words ("in", "me")."""
_KINDS_LATIN: Final = frozenset(
    {"town", "township", "village", "hamlet", "prefecture", "province", "zhen", "cun", "xiang", "xian", "shi", "qu"}
)
"""What kind of place it is, behind its name, in English or pinyin: Tantou Town, Xiapu Xian."""
_KIND: Final = "(?:特别行政区|自治[区州县]|[省市州县区镇乡村])"
_KINDS_HAN: Final = re.compile(f".{{2,}}?{_KIND}")
_KIND_HAN: Final = re.compile(f"{_KIND}$")
_COUNTRY_HAN: Final = re.compile("^(?:中国|美国)")
_KNOWN_HAN: Final = tuple(
    sorted((one for one in {*PLACES, *HAN_TOLD_PLACES} if not one.isascii()), key=len, reverse=True)
)
_SHORTEST_HAN: Final = 2


def may_be_told(place: str) -> bool:
    """Say whether a text may name a place though it is the client's: a borough, New York (corrections 6-B)."""
    said = " ".join(re.findall(r"[^\W_]+", fold(place).lower().replace(".", "")))
    return said in BOROUGHS | ALLOWED_PLACES or said.removesuffix(" county") in BOROUGHS or said in HAN_TOLD_PLACES


def places_in(value: str, *, listed: bool = False) -> Iterator[str]:
    """Yield the places of a line; of a `listed` one, where people write sentences too, what is written as a name.

    A business in a list ("Jade Crane Spa") is no place. Where nothing but a state or a country is named, that is one.
    """
    parts = [part for part in _BETWEEN.split(fold(value)) if part.strip()]
    towns = [one for part in parts for one in _in_letters(part, listed=listed)]
    towns += [one for part in parts for run in re.findall(r"[^\W\da-zA-Z_]{2,}", part) for one in in_characters(run)]
    found = [one for one in dict.fromkeys(towns) if not may_be_told(one) and not (listed and _is_business(one))]
    yield from [one for one in found if not is_wide(one.split())] or found


def _is_business(place: str) -> bool:
    return not BUSINESSES.isdisjoint(place.lower().split()) or SHOP.search(place) is not None


def _in_letters(part: str, *, listed: bool) -> Iterator[str]:
    """Yield the town of a part, and the one it lies in where that is said behind it without a comma."""
    tokens = [one for one in re.findall(r"[A-Za-z][A-Za-z.'’-]*", _without_numbers(part)) if one.strip(".'’-")]
    tokens = _named(tokens, listed=listed)
    while len(tokens) > 1:
        length = next((n for n in (3, 2, 1) if n < len(tokens) and _is_end(tokens[-n:])), 0)
        rest = [one.lower() for one in tokens[: len(tokens) - length]]
        if not length or BESIDE_TOWNS.issuperset(rest):
            break
        if not is_wide(tokens[-length:]):
            yield " ".join(tokens[-length:])
        tokens = tokens[:-length]
    if tokens:
        yield " ".join(tokens)
        bare = tokens[:-1]
        if tokens[-1].lower() in _KINDS_LATIN and any(is_telling_word(one.lower()) for one in bare):
            yield " ".join(bare)


def _without_numbers(part: str) -> str:
    return re.sub(r"\S*\d\S*", " ", part)


def _named(tokens: list[str], *, listed: bool) -> list[str]:
    """Return the words of a part that are a place's name: all, or those in capital letters among words that are not."""
    while len(tokens) > 1 and tokens[0].lower() in _SMALL_BEFORE and not may_be_told(" ".join(tokens)):
        tokens = tokens[1:]
    capitals = [number for number, one in enumerate(tokens) if one[0].isupper()]
    if not capitals:
        ours = all(is_telling_word(one) or one in TOWNS for one in tokens) or _is_end(tokens[-1:])
        return tokens if len(tokens) <= _MOST_SMALL and (ours or not listed) else []
    run = tokens[capitals[0] : capitals[-1] + 1]
    small = {one for one in run if not one[0].isupper()} - _INSIDE
    return run if not small else [one for one in run if one[0].isupper()]


def _is_end(tokens: Iterable[str]) -> bool:
    """Say whether words are what stands behind a town: a state, a country, a province, a larger town."""
    said = _joined(tokens)
    return is_wide(tokens) or may_be_told(said) or said in TOWNS or said in PROVINCES


def is_wide(tokens: Iterable[str]) -> bool:
    """Say whether words are a state or a country, by name or, in capital letters, by the Postal Service's code."""
    words = tuple(tokens)
    said = _joined(words)
    code = said.upper() in STATE_CODES and (words[0][:1].isupper() or said in _CODES_IN_SMALL)
    return said in STATES or code or (len(said) > len("NYC") and country_code(said) is not None)


def _joined(tokens: Iterable[str]) -> str:
    return " ".join(one.replace(".", "").lower() for one in tokens)


def in_characters(run: str) -> Iterator[str]:
    """Yield the places of a run of characters, with and without what kind of place each is: 福清市, 福清.

    福建省福州市仓山区 is three, 福建福清 two. Without its kind a place may be an ordinary word (和平), and is none.
    """
    if not all(map(is_han, run)):
        return
    for place in _cut(_COUNTRY_HAN.sub("", to_simplified(run)) or run):
        if may_be_told(place):
            continue
        yield place
        bare = _KIND_HAN.sub("", place)
        if bare != place and len(bare) >= _SHORTEST_HAN and (bare in PLACES or bare not in words()):
            yield bare


def _cut(rest: str) -> Iterator[str]:
    """Yield what a run of characters is made of: places with their kinds, and those that everybody knows."""
    while len(rest) > _SHORTEST_HAN:
        known = next((one for one in _KNOWN_HAN if rest.startswith(one)), "")
        kind = re.match(known + _KIND, rest) or _KINDS_HAN.match("" if known else rest)
        first = kind[0] if kind else known
        if not first or len(rest) - len(first) == 1:
            break
        yield first
        rest = rest[len(first) :]
    if rest:
        yield rest
