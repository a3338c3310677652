"""How Chinese characters are spelled in Hong Kong, for searching; never for a document.

The spellings are those of the package cantonese-romanisation: what the government there writes on identity cards, which
has no one spelling for a sound (Choi and Choy), so there are several for a character.
"""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from legalassist.languages.scripts import characters


@cache
def _table() -> Mapping[str, tuple[str, ...]]:
    text = files("cantoroman").joinpath("data", "charToRoman.json").read_text(encoding="utf-8")
    return {one: tuple(dict.fromkeys(ways)) for one, ways in json.loads(text).items()}


@cache
def spelled_in_hong_kong(character: str) -> tuple[str, ...]:
    """Return the spellings of a character of either script, lower case; none where nobody recorded one."""
    written = (character, *characters("STCharacters.txt").get(character, ()))
    return tuple(dict.fromkeys(way for one in written for way in _table().get(one, ())))
