"""What a place's people and speech are called: whoever says "Wenzhounese" says the town. Rule (1).

The languages that a summary may print (Mandarin, Cantonese) tell no town and are left alone.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from legalassist.disclosure.folding import fold, is_han
from legalassist.disclosure.hits import NUMBERS, Level
from legalassist.disclosure.latin_names import Found
from legalassist.disclosure.parts import Kind
from legalassist.disclosure.reading import Reading, Spelled
from legalassist.disclosure.romanisations import syllables
from legalassist.disclosure.word_lists import ALLOWED_PLACES, WORD_LIKE
from legalassist.facts.values import Spoken
from legalassist.languages.formats import spoken_name

LANGUAGES = frozenset(
    {"mandarin", "cantonese", "english", "chinese", "putonghua", "standard", "spanish", "vietnamese", "japanese",
     "taiwanese", "language", "another", "other", "dialect", "accent", "speech", "spoken", "local", "village",
     "hometown", "home", "town", "county", "of", "the", "a", "and", "with", "from", "my", "her", "no"}
)  # fmt: skip
_LANGUAGES_HAN = re.compile(
    "普通话|国语|粤语|广东话|英语|英文|中文|汉语|华语|其他语言|家乡|老家|当地|方言|口音|乡音|腔|话|语|人"
)
"""What a dialect's name holds beside a place; the two that the menus print among them."""
_PEOPLE, _SPEECH = ("er", "ers", "ren", "ian", "ians"), ("nese", "ese", "hua", "wa", "hanese")
_ELSEWHERE = {
    "taishan": ("toishan", "hoisan", "toisan"), "fuzhou": ("foochow", "hokchew"), "wenzhou": ("wenchow",),
    "fuqing": ("hokchia", "futsing"), "putian": ("hinghwa",), "xiamen": ("amoy",), "chaozhou": ("teochew", "chiuchow"),
    "fujian": ("hokkien", "fukien"), "ningbo": ("ningpo",), "suzhou": ("soochow",),
}  # fmt: skip
"""What places are called that came to English by another speech than Mandarin."""
_SHORTEST = 5
_COMMON = frozenset(LANGUAGES | WORD_LIKE)


@dataclass(frozen=True)
class Called:
    """What the people and the speech of all places of a case are called (lower case, joined), with the facts."""

    forms: Mapping[str, str]

    def found_in(self, reading: Reading, spelled: Spelled) -> Iterator[Found]:
        """Yield the facts whose places a text names so; `spelled`: by `Reading.spelled`."""
        if reading.kind is not Kind.RAW:
            for joined in self.forms.keys() & spelled.keys():
                yield Level.BLOCK, NUMBERS, self.forms[joined]


def called_after(place: str) -> frozenset[str]:
    """Return what is said of the people and the speech of a place, and its names elsewhere: nothing for a short one."""
    stem = re.sub(r"[^a-z]", "", fold(place).lower())
    if len(stem) < _SHORTEST or stem in _COMMON or place.lower() in ALLOWED_PLACES:
        return frozenset()
    others = _ELSEWHERE.get(stem, ())
    made = {one + end for one in (stem, *others) for end in (*_PEOPLE, *_SPEECH)}
    made |= {stem + "se"} if stem.endswith("e") else set()
    return frozenset({*made, *others} - _COMMON)


def places_of(spoken: Spoken) -> Iterator[str]:
    """Yield the places that the name of a speech is made of: 温州话, "Wenzhounese", "Fuqing dialect"."""
    names = dict.fromkeys((spoken.dialect, *_usual(spoken)))
    for name in names:
        folded = fold(name)
        for word in re.findall(r"[a-z]+", folded.lower()):
            if word not in LANGUAGES:
                yield _stem(word)
        for run in re.findall(r"[^\W\da-zA-Z_]{2,}", folded):
            if all(map(is_han, run)):
                yield from (place for place in _LANGUAGES_HAN.sub(" ", run).split() if len(place) > 1)


def _usual(spoken: Spoken) -> Iterable[str]:
    """Return the names of a speech that has a code of its own, where the name is one word: Fuzhounese."""
    names = (spoken_name(spoken.language, spoken.dialect, tag) for tag in ("en", "zh_Hans"))
    return tuple(name for name in names if len(name.split()) == 1 and name != spoken.language)


def _stem(word: str) -> str:
    """Return the place that a speech is called after; the word itself where it has no such end."""
    for end in ("ese", "nese"):
        place = word.removesuffix(end)
        if place != word and syllables(place):
            return place
    for end in ("nese", "ese", "hua"):
        if word.endswith(end) and len(word) - len(end) >= _SHORTEST - 1:
            return word.removesuffix(end)
    return word
