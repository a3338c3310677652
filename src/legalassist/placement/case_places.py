"""The towns, streets and provinces of a case: beside a person's name on the first sheet they tell where she is from.

"Chen Guoqiang Tantou" reads as a name. A business may be called after a place; who is entered as an adverse person, in
family and given name, may be too.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from legalassist.cases.case import Case
from legalassist.disclosure.folding import fold, is_han
from legalassist.disclosure.places_written import places_in
from legalassist.disclosure.word_lists import (
    ALLOWED_PLACES,
    BOROUGHS,
    BUSINESSES,
    STREET_SIDES,
    STREETS,
    STREETS_ELSEWHERE,
    TITLE_WORDS,
    TITLES,
    WAYS,
)
from legalassist.facts.paths import pattern_of
from legalassist.facts.values import Address
from legalassist.languages.scripts import to_simplified
from legalassist.placement.fellows import is_shop_in_chinese
from legalassist.placement.fit_names import COUNTRIES
from legalassist.placement.her_words import WHERE_IT_WAS
from legalassist.placement.typed_names import person_in
from legalassist.stores.spelling import plain, sounds

_LAST = frozenset({"city", "town", "village", "county", "province", "place", "hometown"})
"""How the paths of facts end whose texts are places."""
_KINDS = re.compile("[省市县区镇乡村]$")
_NO_STREET = STREETS | WAYS | STREET_SIDES | frozenset(STREETS_ELSEWHERE)
_COUNTRIES_HAN = re.compile(
    "^(?:中国|美国|泰国|越南|马来西亚|缅甸|韩国|日本|台湾|香港|印尼|印度|菲律宾|新加坡|柬埔寨|老挝|墨西哥)"
)
_SHORTEST, _SHORTEST_HAN, _MOST = 4, 2, 4


@dataclass(frozen=True, slots=True)
class CasePlaces:
    """The places that the answers of a case name, in bare letters and in characters of one script."""

    letters: frozenset[str]
    characters: frozenset[str]

    def stand_in(self, said: str) -> bool:
        """Say whether a name that is no business's holds one of the places, in either script."""
        folded = fold(said)
        latin = "".join(" " if is_han(one) else one for one in folded)
        tokens = [bare for one in re.split(r"[\W_]+", latin) if (bare := plain(one))]
        han = to_simplified("".join(filter(is_han, folded)))
        if (tokens[-1:] and tokens[-1] in BUSINESSES) or (han and is_shop_in_chinese(han)):
            return False
        if _beside_a_country(tokens, han):
            return True
        runs = {
            "".join(tokens[at:end])
            for at in range(len(tokens))
            for end in range(at + 1, min(at + _MOST, len(tokens)) + 1)
        }
        if not self.letters.isdisjoint(runs):
            return True
        parts = (
            han[at:end] for at in range(len(han)) for end in range(at + _SHORTEST_HAN, min(at + _MOST, len(han)) + 1)
        )
        return any(part in self.characters or not self.letters.isdisjoint(sounds(part)) for part in parts)


def _beside_a_country(tokens: list[str], han: str) -> bool:
    """Say whether a country stands beside a person: "Chen Guoqiang China", 泰国陈国强; "China Star" is a business."""
    rest = [one.title() for one in tokens if one not in COUNTRIES]
    latin = 0 < len(rest) < len(tokens) and (person_in(" ".join(rest)) or rest[0].lower() in TITLES | TITLE_WORDS)
    bare = _COUNTRIES_HAN.sub("", han)
    return bool(latin) or (bare != han and person_in(bare) is not None)


def places_of_case(case: Case) -> CasePlaces:
    """Return the places of a case, from answers that were replaced too; a borough and what may be told is none."""
    said = {" ".join(fold(one).lower().split()) for one in _said(case)} - {*ALLOWED_PLACES, *BOROUGHS, ""}
    han = {to_simplified("".join(filter(is_han, one))) for one in said}
    characters = {way for one in han for way in (one, _KINDS.sub("", one)) if len(way) >= _SHORTEST_HAN}
    letters = {plain("".join("" if is_han(sign) else sign for sign in one)) for one in said}
    heard = {sound for one in characters for sound in sounds(one)}
    return CasePlaces(frozenset(one for one in letters | heard if len(one) >= _SHORTEST), frozenset(characters))


def _said(case: Case) -> Iterator[str]:
    """Yield places as they were said, and the names of streets without what a street is."""
    for answer in case.answers:
        if isinstance(answer.value, Address):
            yield from (answer.value.city, answer.value.province)
            yield _street(answer.value.street)
        elif isinstance(answer.value, str) and pattern_of(answer.path).rpartition(".")[2].split("_")[-1] in _LAST:
            yield from (answer.value, *re.split(r"[,，、;；/]", answer.value), *places_in(answer.value))
        elif answer.path == WHERE_IT_WAS and isinstance(answer.value, str):
            yield from places_in(answer.value, listed=True)


def _street(street: str) -> str:
    """Return the name of a street: "41-25 Kissena Blvd" -> "Kissena"; nothing where it is a number."""
    words = [one for one in re.findall(r"[^\W_]+", fold(street).lower()) if one not in _NO_STREET]
    return " ".join(one for one in words if not any(map(str.isdigit, one)))
