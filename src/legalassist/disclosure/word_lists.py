"""The words the rules of matching ask about, read once from ``words.txt``; what each list is for stands there."""

import re
from collections.abc import Mapping
from functools import cache

from legalassist.disclosure.folding import data_lines


@cache
def _sections() -> Mapping[str, tuple[str, ...]]:
    """Return the lines of each section of the file."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in data_lines("words.txt"):
        if line.startswith("["):
            name = line.strip("[]")
        elif line:
            found.setdefault(name, []).append(line)
    return {name: tuple(lines) for name, lines in found.items()}


def _words(section: str) -> tuple[str, ...]:
    return tuple(word for line in _sections()[section] for word in line.split())


def pattern_of_words(words: frozenset[str]) -> re.Pattern[str]:
    """Return the pattern of a list: Latin words whole (a hyphen in the list is any blank), Chinese ones anywhere."""
    latin = "|".join(re.escape(word).replace(r"\-", r"[\W_]+") for word in sorted(words) if word.isascii())
    chinese = "".join(f"|{word}" for word in sorted(words) if not word.isascii())
    return re.compile(rf"(?<![^\W_])(?:{latin})(?![^\W_]){chinese}")


WORD_LIKE = frozenset(_words("word-like"))
TITLES = frozenset(_words("titles"))
TITLE_WORDS = frozenset(_words("title-words"))
NAME_PARTICLES = frozenset(_words("name-particles"))
TITLES_AFTER = frozenset(_words("titles-after"))
HAN_TITLES_BEFORE = _words("han-titles-before")
HAN_TITLES_AFTER = _words("han-titles-after")
GENERIC = frozenset(_words("generic"))
KINDS_OF_COMPANY = frozenset(_words("kinds-of-company"))
WEEKDAYS = frozenset(_words("weekdays"))
HOLIDAYS = frozenset(_words("holidays"))
SUPERLATIVES = frozenset(_words("superlatives"))
PLACES = frozenset(_words("places"))
KINDS_OF_WORK = frozenset(_words("kinds-of-work"))
FEW_SPEAK = frozenset(_words("few-speak"))
RARE_EVENTS = frozenset(_words("rare-events"))
SENTENCE_WORDS = frozenset(_words("sentence-words"))
ABBREVIATIONS = frozenset(_words("abbreviations"))
ALLOWED_PLACES = frozenset(word.replace("-", " ") for word in _words("allowed-places"))
BOROUGHS = frozenset(word.replace("-", " ") for word in _words("boroughs"))
STATES = frozenset(word.replace("-", " ") for word in _words("states"))
STATE_CODES = frozenset(_words("state-codes"))
PROVINCES = frozenset(word.replace("-", " ") for word in _words("provinces"))
HAN_TOLD_PLACES = frozenset(_words("han-told-places"))
TOWNS = frozenset(
    word.replace("-", " ")
    for section in ("places", "more-towns", "boroughs", "allowed-places", "holidays")
    for word in _words(section)
)
"""Places and feast days that are known by themselves, with blanks."""
STREETS = frozenset(_words("streets"))
WAYS = frozenset(_words("ways"))
STREET_FORMS = tuple(tuple(line.split()) for line in _sections()["street-forms"])
STREET_ALONE = frozenset(_words("street-alone"))
STREET_SIDES = frozenset(_words("street-sides"))
NO_STREETS = frozenset(_words("no-streets"))
STREETS_ELSEWHERE = _words("streets-elsewhere")
COURTS = frozenset(_words("courts"))
ROOMS = frozenset(_words("rooms"))
ROLES = frozenset(_words("roles"))
SMALL_WORDS = frozenset(_words("small-words"))
NO_ANSWERS = frozenset(_words("no-answers"))
HAN_NO_ANSWERS = frozenset(_words("han-no-answers"))
SENTENCE = frozenset(_words("sentence"))
OPENERS = frozenset(_words("openers"))
BESIDE_ADVERSE = frozenset(_words("beside-adverse"))
FELLOWS = frozenset(_words("fellows"))
HOUSEHOLD = frozenset(_words("household"))
KIN_AND_TIES = frozenset(_words("kin-and-ties"))
PARTICLES = frozenset(_words("particles"))
EVERYDAY_WORDS = frozenset(_words("everyday-words"))
OFFICIAL_WORDS = frozenset(_words("official-words"))
BESIDE_TOWNS = frozenset(_words("beside-towns"))
BUSINESSES = frozenset(_words("businesses"))
PUBLIC_PLACES = frozenset(_words("public-places"))
MORE_TOWNS = frozenset(_words("more-towns"))
MORE_SURNAMES = frozenset(_words("more-surnames"))
HAN_WORDS = frozenset(_words("han-words"))
HAN_SURNAMES = frozenset("".join(_words("han-surnames")))
HAN_SURNAMES_OF_MOST = frozenset("".join(_words("han-surnames-of-most")))
HAN_ROLES = _words("han-roles")
HAN_HONORIFICS = _words("han-honorifics")
HAN_TITLES_ALONE = frozenset(_words("han-titles-alone"))
GUARDIAN_ROLES = frozenset(_words("guardian-roles"))
GUARDIAN_FILLERS = frozenset(_words("guardian-fillers"))
PINYIN_ROLES = frozenset(_words("pinyin-roles"))
PERHAPS_ROLES = frozenset(_words("perhaps-roles"))
BESIDE_ROLES = frozenset(_words("beside-roles"))
CALLED_YOUNG = frozenset(_words("called-young"))
OTHER_ROLES = frozenset(_words("other-roles"))
SURNAMES: Mapping[str, tuple[str, ...]] = {
    pinyin: tuple(others.split()) for pinyin, _, others in (line.partition(": ") for line in _sections()["surnames"])
}
