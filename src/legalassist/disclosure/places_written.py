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
    {"town", "township", "twp", "village", "hamlet", "prefecture", "province", "station", "sta", "junction", "city",
     "county", "borough", "ciudad", "zhen", "cun", "xiang", "xian", "shi", "qu"}
)  # fmt: skip
"""What kind of place it is, beside its name, in English or pinyin: Tantou Town, Xiapu Xian, Village of Hempstead."""
_SHORT: Final = {
    "st": ("saint",), "ft": ("fort",), "mt": ("mount",), "pt": ("point", "port"), "e": ("east",), "n": ("north",),
    "s": ("south",), "w": ("west",),
}  # fmt: skip
"""What words of towns are written for short."""
_LONG: Final = {whole: short for short, wholes in _SHORT.items() for whole in wholes}
_KIND: Final = "(?:特别行政区|自治[区州县]|[省市州县区镇乡村])"
_KINDS_HAN: Final = re.compile(f".{{2,}}?{_KIND}")
_KIND_HAN: Final = re.compile(f"{_KIND}$")
_TO_A_PLACE: Final = frozenset({"在", "到", "去", "回", "从", "来自", "住"})
_NO_PART: Final = _TO_A_PLACE | {"的", "了", "附近", "一带", "那边", "先", "后来", "上班", "打工", "工作"}
"""Words that no place's name is made of: what they stand in is a sentence."""
_NO_NAMES: Final = frozenset({"城市", "小区", "王国", "农村", "乡下", "市区", "郊区", "外地", "当地", "县城", "海外"})
"""What the library takes for places, or may, and what names none."""
_NAMES_TAGGED: Final = frozenset({"nr", "nrt", "nrfg", "nz", "nt"})
_NAMES_BEHIND: Final = _NAMES_TAGGED | {"n"}
_PEOPLES: Final = re.compile(
    "(?:(?:壮|回|苗|土家|彝|藏|布依|侗|瑶|朝鲜|白|哈尼|黎|傣|畲|傈僳|羌|满|仡佬|水|土|各)族|蒙古|哈萨克|维吾尔|柯尔克孜)+$"
)
"""Whose autonomous prefecture or county it is: 延边朝鲜族自治州 is 延边."""
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
    if len(tokens) > 2 and tokens[0].lower() in _KINDS_LATIN and tokens[1].lower() == "of":  # noqa: PLR2004 - and a name
        tokens = tokens[2:]
    while len(tokens) > 1:
        length = next((n for n in (3, 2, 1) if n < len(tokens) and _is_end(tokens[-n:])), 0)
        rest = [one.lower().rstrip(".") for one in tokens[: len(tokens) - length]]
        if not length or set(rest) <= BESIDE_TOWNS | _SHORT.keys():
            break
        if not is_wide(tokens[-length:]):
            yield " ".join(tokens[-length:])
        tokens = tokens[:-length]
    yield from _ways_of(tokens)
    bare = tokens[:-1]
    known = bare and (bare[-1][0].isupper() or any(is_telling_word(one.lower()) for one in bare))
    if known and tokens[-1].lower().rstrip(".") in _KINDS_LATIN:
        yield from _ways_of(bare)


def _ways_of(tokens: list[str]) -> Iterator[str]:
    """Yield a town as it was written, and with a word of it written for short or in full: St. Louis, Saint Louis."""
    if tokens:
        yield " ".join(tokens)
    first = tokens[0].lower().rstrip(".") if len(tokens) > 1 else ""
    for other in _SHORT.get(first, (_LONG[first],) if first in _LONG else ()):
        yield " ".join((other.title(), *tokens[1:]))


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
    parts = tuple(tokens)
    said = _joined(parts)
    code = said.upper() in STATE_CODES and (parts[0][:1].isupper() or said in _CODES_IN_SMALL)
    whole = len(said) > len("NYC") or not said.isascii()
    return said in STATES or code or (whole and country_code(said) is not None)


def _joined(tokens: Iterable[str]) -> str:
    return " ".join(one.replace(".", "").lower() for one in tokens)


def in_characters(run: str) -> Iterator[str]:
    """Yield the places of a run of characters, with and without what kind of place each is: 福清市, 福清.

    福建省福州市仓山区 is three, 福建宁德霞浦 too, 先在费城 one. Without its kind a place may be an ordinary word: 和平.
    """
    if not all(map(is_han, run)):
        return
    run = to_simplified(run)
    named = tuple(places_named(run))
    sentence = bool(named) and any(word in _NO_PART for word, _ in tagged(run))
    for place in (*named, *(() if sentence else _cut(_COUNTRY_HAN.sub("", run) or run))):
        if may_be_told(place):
            continue
        yield place
        bare = _KIND_HAN.sub("", place)
        of_a_people = "自治" in place
        bare = _PEOPLES.sub("", bare) if of_a_people else bare
        telling = of_a_people or bare in PLACES or bare not in words()
        if bare != place and len(bare) >= _SHORTEST_HAN and telling:
            yield bare


def places_named(run: str, *, sentence: bool = False) -> Iterator[str]:
    """Yield the words of characters that are places for the library that cuts and tags them: 邵阳 of 湖南邵阳.

    A name it takes for a person's is one behind 在 and the like, or behind a place, where a common noun is one too. In
    a `sentence` every place stands so, and no common noun is one.
    """
    before = ""
    for word, tag in tagged(run):
        beside = (before in _TO_A_PLACE and tag in _NAMES_TAGGED) or (before == "ns" and tag in _NAMES_BEHIND)
        known = tag == "ns" and (not sentence or before in _TO_A_PLACE | {"ns"})
        is_one = len(word) >= _SHORTEST_HAN and word not in _NO_NAMES | words() and (known or beside)
        if is_one:
            yield word
        if not (before == "ns" and word == "的"):  # 新泽西的爱迪生
            before = "ns" if is_one or (tag == "ns" and word not in _NO_NAMES) else word


def tagged(run: str) -> tuple[tuple[str, str], ...]:
    """Return the words of characters, each with the tag of what it is (ns: a place)."""
    from rjieba import tag  # noqa: PLC0415 - its list takes a tenth of a second; few texts need it

    return tuple((str(word), str(what)) for word, what in tag(run))


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
