"""Names in a statement that are nearly, not quite, a name in the answers: a letter too many, a sign that sounds alike.

Family and given name may stand in either order, parted, joined or hyphened, with or without accents and in either
Chinese script: that is one name. A name far from all others is somebody nobody asked about, and is left alone.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from legalassist.facts.values import PersonName
from legalassist.languages.scripts import to_simplified
from legalassist.stores.spelling import plain, sounds

_LETTER = "A-Za-zÀ-ÖØ-öø-ſǍ-ǜ"
_WORD = re.compile(rf"(?<![{_LETTER}'’-])(?=[A-ZÀ-ÖØ-ÞǍ])[{_LETTER}]+(?:['’-][{_LETTER}]+)*")
_BETWEEN = re.compile(r",? |[\n\t]")
_OWNER_S = re.compile(r"['’][sS]$")
_MOST_WORDS, _LEAST_LETTERS, _LONG, _SHORT_FAMILY = 4, 4, 5, 3
_EXPLAINED = re.compile(
    r"印成|写成|打成|登记成|念成|错|误|改名|\b(?:mis\w+|mistaken?|wrong(?:ly)?|typed|printed|called me)\b",
    re.IGNORECASE,
)
_MY_NAME = re.compile(
    r"\b(?:[Mm]y (?:full |legal |real )?name is|I am called)\s+(?:[\u3400-\u9fff\U00020000-\U0003ffff]+[\s(（,]*)?"
)
_MY_HAN_NAME = re.compile(
    r"(?:^|[。！\s])(?:我叫|我的名字是|我的名字叫|本人)(?P<han>[\u3400-\u9fff\U00020000-\U0003ffff]{2,4})(?=[，,。；;（(]|$)"
)
_EDGE = r"[\s，,。；;、：:（()）“”「」\"']"
_HAN_SHORT, _HAN_LONG = 2, 3


@dataclass(frozen=True, slots=True)
class Known:
    """A name in the answers: its path, its family and given names in letters without case, and in its own script."""

    path: str
    family: str
    given: str
    native: str
    syllables: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Run:
    start: int
    end: int
    parts: tuple[str, ...]
    words: tuple[str, ...]


def known_names(names: Iterable[tuple[str, PersonName]]) -> tuple[Known, ...]:
    """Return the names to look for; a middle name may be left out by whoever writes."""
    found = []
    for path, name in names:
        given = dict.fromkeys((plain(name.given), plain(name.given + name.middle)))
        found += [Known(path, plain(name.family), one, name.native) for one in given]
    return tuple(found)


def near_names(text: str, known: tuple[Known, ...]) -> Iterator[str]:
    """Yield the paths of the names that a sentence spells in another way than the answers do.

    A sentence that speaks of a name written wrongly, or otherwise, says so itself.
    """
    if _EXPLAINED.search(text):
        return
    yield from _near_letters(text, known)
    yield from _near_signs(text, [one for one in known if len(one.native) >= _HAN_SHORT])


def another_name(text: str, known: tuple[Known, ...]) -> bool:
    """Say whether a text gives as her own a name that is none of hers; one word in letters may be a short form."""
    natives = {one.native for one in known if one.native}
    han = _MY_HAN_NAME.search(text)
    if han is not None and natives and not _among(han["han"], natives):
        return True
    said = _MY_NAME.search(text)
    if said is None or not any(one.family and one.given for one in known):
        return False
    words = _words_from(text, said.end())
    runs = [words[:length] for length in range(2, len(words) + 1)]
    families, givens = ({getattr(one, part) for one in known} - {""} for part in ("family", "given"))
    mine = {way for family in families for given in givens for way in (family + given, given + family)}
    return bool(runs) and not any("".join(run) in mine for run in runs) and "".join(words) not in givens


def _among(said: str, natives: set[str]) -> bool:
    """Say whether a name is one of these, in either script."""
    return said in natives or to_simplified(said) in {to_simplified(one) for one in natives}


def _words_from(text: str, at: int) -> list[str]:
    """Return the words of a name in letters that begins at a place of a text."""
    words: list[str] = []
    while len(words) < _MOST_WORDS and (found := _WORD.match(text, at)) and found[0] != "I":
        words.append(plain(_OWNER_S.sub("", found[0])))
        gap = _BETWEEN.match(text, found.end())
        if gap is None:
            break
        at = gap.end()
    return words


def _runs(text: str) -> Iterator[_Run]:
    """Yield each two to four words with a capital letter that stand beside each other, the longest first."""
    words = list(_WORD.finditer(text))
    for length in range(_MOST_WORDS, 1, -1):
        for at in range(len(words) - length + 1):
            run = words[at : at + length]
            gaps = [_BETWEEN.fullmatch(text, one.end(), two.start()) for one, two in pairwise(run)]
            if all(gaps) and sum("," in gap[0] for gap in gaps if gap) <= 1:
                said = tuple(_OWNER_S.sub("", one[0]) for one in run)
                if all(len(word) > 1 for word in said):
                    yield _Run(run[0].start(), run[-1].end(), tuple(plain(word) for word in said), said)


def _near_letters(text: str, known: tuple[Known, ...]) -> Iterator[str]:
    """Yield names in letters of which one part is one slip away and the other is as in the answers."""
    whole = [one for one in known if one.family and one.given]
    runs = list(_runs(text))
    exact = [run for run in runs if any(_same(run, one) for one in whole)]
    for run in runs:
        if any(run.start < other.end and other.start < run.end for other in exact):
            continue
        yield from (one.path for one in whole if _one_off(run, one))
    yield from (one.path for run in exact for one in whole if _changed_places(run, one))


def _splits(parts: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield family and given name as these words can mean them, in either order."""
    for cut in range(1, len(parts)):
        one, other = "".join(parts[:cut]), "".join(parts[cut:])
        yield one, other
        yield other, one


def _same(run: _Run, one: Known) -> bool:
    return any((one.family, one.given) == split for split in _splits(run.parts))


def _changed_places(run: _Run, one: Known) -> bool:
    """Say whether the family name, in capitals beside a given name that is not, is the given name of the answers."""
    capitals = [word for word in run.words if word.isupper()]
    return _same(run, one) and len(capitals) == 1 < len(run.words) and plain(capitals[0]) == one.given != one.family


def _one_off(run: _Run, one: Known) -> bool:
    for family, given in _splits(run.parts):
        if family == one.family and (_given_slip(given, one.given) or _syllables_turned(given, one)):
            return True
        if given == one.given and _family_slip(family, one):
            return True
    return False


def _given_slip(said: str, given: str) -> bool:
    """Say whether a given name is one slip away; a short one only by a letter more or less."""
    if len(given) < _LEAST_LETTERS or not one_slip(said, given):
        return False
    return len(given) >= _LONG or len(said) != len(given)


def _family_slip(said: str, one: Known) -> bool:
    if len(one.family) < _SHORT_FAMILY or not one_slip(said, one.family):
        return False
    return len(one.given) >= _LEAST_LETTERS or len(said) != len(one.family)


def _syllables_turned(said: str, one: Known) -> bool:
    """Say whether the two syllables of a given name have changed places."""
    if len(one.native) < _HAN_LONG or said == one.given or sorted(said) != sorted(one.given):
        return False
    first, second = sounds(one.native[-2]), sounds(one.native[-1])
    return any(a + b == one.given and b + a == said for a in first for b in second)


def one_slip(one: str, other: str) -> bool:
    """Say whether two words differ by one letter more, less or other, or by two neighbours that changed places."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[start:], other[start:]
    if len(a) == len(b):
        return a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    return longer[1:] == shorter


def _near_signs(text: str, known: list[Known]) -> Iterator[str]:
    """Yield names in Chinese of which one sign is another that sounds alike, or whose last two changed places."""
    natives = {one.native: one.path for one in known}
    covered = [(found.start(), found.end()) for native in natives for found in re.finditer(re.escape(native), text)]
    for native, path in natives.items():
        for found in _nearly(native).finditer(text):
            at, said = found.start(), found[1]
            if any(at < last and first < at + len(said) for first, last in covered):
                continue
            if len(native) == _HAN_SHORT and not _by_itself(text, at, at + len(said)):
                continue
            if _sounds_alike(said, native) and to_simplified(said) != to_simplified(native):
                yield path


@lru_cache(maxsize=200)
def _nearly(native: str) -> re.Pattern[str]:
    """Return the pattern of a name with any one sign changed, or the last two turned; of two signs only the last."""
    ways = [f"{re.escape(native[:at])}.{re.escape(native[at + 1 :])}" for at in range(len(native))]
    if len(native) >= _HAN_LONG:
        return re.compile(f"(?=({'|'.join((*ways, re.escape(native[:-2] + native[:-3:-1])))}))")
    return re.compile(f"(?=({ways[-1]}))")


def _by_itself(text: str, start: int, end: int) -> bool:
    """Say whether two signs stand as a name does: nothing else touches them, but for 叫 before them."""
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    return (not before or before in "叫是和" or re.match(_EDGE, before) is not None) and (
        not after or re.match(_EDGE, after) is not None
    )


def _sounds_alike(said: str, native: str) -> bool:
    """Say whether the sign that is another sounds alike; where two are, they only changed places."""
    apart = [at for at in range(len(native)) if said[at] != native[at]]
    return len(apart) > 1 or bool(set(sounds(said[apart[0]])) & set(sounds(native[apart[0]])))
