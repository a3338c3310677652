"""From one Chinese script to the other, for drafts, for comparing and for searching; never for what is kept.

A name is never turned into the other script as if somebody wrote it so: only where somebody searches for it.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from opencc_purepy import OpenCC


@lru_cache(maxsize=2)
def _converter(kind: str) -> OpenCC:
    return OpenCC(kind)


def to_simplified(text: str) -> str:
    """Return a text in simplified characters, for comparing."""
    return str(_converter("t2s").convert(text))


def to_traditional(text: str) -> str:
    """Return a text in the traditional characters of Taiwan, words as they are (s2tw): the first half of a draft."""
    return str(_converter("s2tw").convert(text))


@cache
def characters(table: str) -> Mapping[str, tuple[str, ...]]:
    """Return the single characters of one of OpenCC's tables with all that each is turned into, the usual one first."""
    text = files("opencc_purepy").joinpath("dicts", table).read_text(encoding="utf-8")
    lines = (line.partition("\t") for line in text.splitlines())
    return {one: tuple(others.split()) for one, _, others in lines if len(one) == 1 and others}


@cache
def simplified_only() -> frozenset[str]:
    """Return the characters that only simplified text has."""
    return _of_one_script("STCharacters.txt")


@cache
def traditional_only() -> frozenset[str]:
    """Return the characters that only traditional text has; those that simplified text keeps in some words are out."""
    return _of_one_script("TSCharacters.txt") - frozenset("乾著瞭徵藉夥於餘")


def _of_one_script(table: str) -> frozenset[str]:
    return frozenset(one for one, others in characters(table).items() if one not in others)
