"""Two clients on one list who tell more together than each alone: of one trafficker, of one family, of one house.

Who knows that two people left the same place looks for two lines. So clients who name the same adverse person or
business, wherever each said it, who name each other, or who were at the same place of work, stand on different lists.
Who shares a relative's name, a home or a telephone is shown: it may be a namesake, or a shelter. So are two lines that
alone have a value which makes a case stand out.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from legalassist.cases.answer import Answer
from legalassist.cases.case import Case
from legalassist.disclosure.word_lists import ALLOWED_PLACES, BOROUGHS, BUSINESSES, MORE_TOWNS, PLACES, PUBLIC_PLACES
from legalassist.facts.paths import pattern_of
from legalassist.facts.values import Address, PersonName
from legalassist.languages.scripts import to_simplified
from legalassist.placement.lists import Line
from legalassist.placement.names import FIRST, HELPER, RELATIVES, SECOND, named
from legalassist.stores.spelling import plain, sounds

Pair = tuple[str, str]
"""Two references."""

_ADVERSE = frozenset({*FIRST, "family[].jobs[].employer"} - {HELPER})
"""Facts whose names are of adverse people and of businesses."""
_BESIDE = frozenset({"trafficking.places", "contact.must_not_know", "trafficking.recruitment", "adverse[].tie"})
"""Facts in which such a name stands among other words: it is looked for there, and a business taken from there."""
_KIN = frozenset({
    *RELATIVES, "family[].spouse_name", "family[].children[].name", "family[].prior_spouses[].name",
    "prior_spouses[].name",
})  # fmt: skip
_OURS = ("translator.", "reporting.", "representation.", "records[", "notices[", "placement.", "filing.", "meetings[")
"""Facts of whoever helps, not of the case's people: a court, an agency, an interpreter serve many."""
_STREET = re.compile(
    r"(?<![\w-])(\d+(?:-\d+)?)\s+((?:[\w.']+\s+){1,3}?)(?:"
    r"street|avenue|boulevard|road|lane|drive|place|court|parkway|highway|st|ave?|blvd|rd|ln|dr|pl|ct|pkwy|hwy)(?!\w)",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?<!\d)(?:\+?1[\s.-]?)?\(?(\d{3})\)?[\s.-]?(\d{3})[\s.-]?(\d{4})(?!\d)")
_BUSINESS = BUSINESSES - PUBLIC_PLACES
"""What everybody goes to, a hospital or a market, may be named by two strangers."""
_HAN_BUSINESS = re.compile("店|馆|楼|厂|公司|酒家|饭庄|按摩|足疗|足浴|沙龙|会所|工作室|美容|发廊|指甲|洗衣")
_TOWNS = frozenset(one.replace("-", " ") for one in (*ALLOWED_PLACES, *BOROUGHS, *MORE_TOWNS, *PLACES))
_LETTERS = re.compile(r"[^\W_\u3400-\u9fff]+")
_FULL = 3
"""Characters of a full Chinese name, and the fewest letters of a name that is told from any word."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What one client's answers name: forms of names to look for, texts to look in, and places as they compare."""

    hers: frozenset[str]
    kin: frozenset[str]
    adverse: frozenset[str]
    sure: frozenset[str]
    """Of the adverse ones those entered as a name, and businesses: they are looked for in every text."""
    said_hers: str
    said_kin: str
    said_adverse: str
    said_else: str
    worked: frozenset[str]
    lived: frozenset[str]
    keys: frozenset[str]
    """The first two words, or characters, of every form: where none of them stands, no form does."""
    twos: frozenset[str]
    """Every two words, and two characters, side by side in the texts."""

    def names(self, other: "_Told") -> bool:
        """Say whether an adverse person or business of this client stands in another's answers."""
        named_there = other.said_hers + other.said_kin + other.said_adverse
        return _stands(self.adverse, named_there) or _stands(self.sure, other.said_else)

    def knows(self, other: "_Told") -> bool:
        """Say whether this client's answers name the other client."""
        return _stands(other.hers, self.said_kin + self.said_adverse + self.said_else)


@dataclass(frozen=True, slots=True)
class Compared:
    """Pairs of references: those that may not stand on one list, and those that a person looks at."""

    apart: tuple[Pair, ...]
    near: tuple[Pair, ...]


def compare(cases: Mapping[str, Case], public: Collection[str] = ()) -> Compared:
    """Return which cases tell more together, by full names, places of work, homes and telephones.

    `public`: the clinic's own lines, which many cases have.
    """
    ours = frozenset(one for line in public for one in _places(line))
    told = {reference: _told(case, ours) for reference, case in cases.items()}
    apart, near = list[Pair](), list[Pair]()
    for pair in combinations(cases, 2):
        one, other = told[pair[0]], told[pair[1]]
        if _strangers(one, other):
            continue
        if _apart(one, other):
            apart.append(pair)
        elif _near(one, other):
            near.append(pair)
    return Compared(tuple(apart), tuple(near))


def _strangers(one: _Told, other: _Told) -> bool:
    """Say of nearly all pairs, quickly, that nothing of one client stands in the other's answers."""
    names = one.keys.isdisjoint(other.twos) and other.keys.isdisjoint(one.twos)
    return names and (one.worked | one.lived).isdisjoint(other.worked | other.lived)


def _apart(one: _Told, other: _Told) -> bool:
    """Say whether two clients name one adverse person or business, name each other, or were at one place of work."""
    worked = not (one.worked.isdisjoint(other.worked | other.lived) and other.worked.isdisjoint(one.lived))
    return worked or one.names(other) or other.names(one) or (one.knows(other) and other.knows(one))


def _near(one: _Told, other: _Told) -> bool:
    """Say whether one client names the other, or both have a relative's name, a home or a telephone."""
    lived = not one.lived.isdisjoint(other.lived)
    return lived or one.knows(other) or other.knows(one) or _stands(one.kin, other.said_kin)


def alone_together(lines: Sequence[Line], telling: Collection[tuple[str, str]]) -> Iterator[Pair]:
    """Yield the pairs that alone on the list have a label with a value that makes a case stand out."""
    found: dict[tuple[str, str], list[str]] = {}
    for line in lines:
        for said in (*line.lines, *line.also):
            if said in telling:
                found.setdefault(said, []).append(line.reference)
    pairs = (tuple(sorted(references)) for references in found.values() if len(references) == 2)  # noqa: PLR2004
    yield from dict.fromkeys((first, second) for first, second in pairs)


def _told(case: Case, ours: frozenset[str]) -> _Told:
    """Return what a client's answers name; superseded ones too, for they are true of the client as well."""
    by: dict[str, list[Answer]] = {"hers": [], "kin": [], "adverse": [], "beside": [], "rest": []}
    for answer in case.answers:
        pattern = pattern_of(answer.path)
        whose = "hers" if pattern in SECOND else "kin" if pattern in _KIN else "adverse" if pattern in _ADVERSE else ""
        if not answer.path.startswith(_OURS):
            by[whose or ("beside" if pattern in _BESIDE else "rest")].append(answer)
    where = frozenset(one for answer in (*by["adverse"], *by["beside"]) for one in _places(answer.value))
    where |= {one for answer in by["rest"] if "jobs[" in answer.path for one in _places(answer.value)}
    homes = frozenset(one for answer in (*by["rest"], *by["kin"]) for one in _places(answer.value))
    hers, kin, adverse = (_forms(by[whose]) for whose in ("hers", "kin", "adverse"))
    adverse |= _businesses(by["beside"])
    texts = [_said(one) for one in (by["hers"], by["kin"], (*by["adverse"], *by["beside"]), by["rest"])]
    return _Told(
        hers=hers,
        kin=kin,
        adverse=adverse,
        sure=_forms([one for one in by["adverse"] if isinstance(one.value, PersonName)])
        | _businesses((*by["adverse"], *by["beside"])),
        said_hers=texts[0],
        said_kin=texts[1],
        said_adverse=texts[2],
        said_else=texts[3],
        worked=where - ours,
        lived=homes - where - ours,
        keys=frozenset(one for form in (*hers, *kin, *adverse) for one in list(_twos(form))[:1]),
        twos=frozenset(one for text in texts for one in _twos(text)),
    )


def _twos(text: str) -> Iterator[str]:
    """Yield every two words, and every two characters, that stand side by side."""
    for run in text.split("|"):
        words = run.split()
        yield from map(" ".join, pairwise(words))
        yield from (f"{one}{other}" for word in words if not word.isascii() for one, other in pairwise(word))


def _stands(forms: Collection[str], said: str) -> bool:
    return any(form in said for form in forms)


def _forms(answers: Collection[Answer]) -> frozenset[str]:
    """Return the full names in answers, in every spelling: two words and more, or three characters.

    A surname alone would pair strangers.
    """
    ways = (way for answer in answers for said, others in named(answer.value) for way in (said, *others))
    return frozenset(form for way in ways for form in _of_way(way))


def _businesses(answers: Collection[Answer]) -> frozenset[str]:
    """Return the businesses named among other words: with a word that says so, which a town has not."""
    ways = (way for answer in answers for said, others in named(answer.value) for way in (said, *others))
    told = (way for way in ways if not _BUSINESS.isdisjoint(_words(way).split()) or _HAN_BUSINESS.search(_han(way)))
    return frozenset(form for way in told for form in _of_way(way))


def _of_way(way: str) -> Iterator[str]:
    """Yield a spelling as it is looked for: words between blanks, characters in one script and as they sound."""
    words, han = _words(way.removesuffix(" (pinyin)")).strip(), "".join(re.findall(r"[\u3400-\u9fff]", _han(way)))
    if " " in words and words not in _TOWNS and len(words) > _FULL:
        yield f" {words} "
    if len(han) >= _FULL and han not in _TOWNS:
        yield han
        first, *rest = (sounds(one)[0] for one in han)
        for given in ("".join(rest), " ".join(rest)):
            yield from (f" {first} {given} ", f" {given} {first} ")


def _said(answers: Collection[Answer]) -> str:
    """Return the words of answers, to look for names in: plain, between blanks, each answer by itself."""
    return "".join(f"|{_words(way)}|{_han(way)}" for answer in answers for way in _texts(answer.value))


def _texts(value: object) -> Iterator[str]:
    match value:
        case PersonName():
            yield from (f"{value.family} {value.given}", f"{value.given} {value.family}", value.native)
        case str():
            yield value


def _words(text: str) -> str:
    """Return the words written in letters, between blanks."""
    return f" {' '.join(filter(None, map(plain, _LETTERS.findall(text))))} "


def _han(text: str) -> str:
    return to_simplified("".join(re.findall(r"[\u3400-\u9fff，。、；|]", text)))


def _places(value: object) -> Iterator[str]:
    """Yield a street with its number, and a telephone, as they compare, from an address, a number or a text."""
    text = f"{value.street} {value.in_care_of}" if isinstance(value, Address) else value
    if isinstance(text, str):
        yield from (f"{number} {plain(street)}" for number, street in _STREET.findall(text))
        yield from ("".join(parts) for parts in _PHONE.findall(text))
