"""The names on the two sheets for a firm's conflicts staff, in every spelling. No number, no address, no day.

The first sheet has adverse people, businesses, and counsel the client had before; the second the client. Of a text
that was written in sentences only what is written as a name is taken: her words go to nobody. A relative stands on the
second sheet only under a release of their own; co-victims have no fact of their own, and so stand on none.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import dropwhile

from legalassist.cases.case import Case
from legalassist.disclosure.folding import is_han
from legalassist.disclosure.names_written import names_written
from legalassist.disclosure.romanisations import syllables
from legalassist.disclosure.word_lists import BUSINESSES, GENERIC, OPENERS, ROLES, ROOMS, TITLE_WORDS, TITLES
from legalassist.facts.paths import group_of, numbers_of, pattern_of
from legalassist.facts.values import PersonName
from legalassist.languages.scripts import to_simplified, to_traditional
from legalassist.placement.fellows import without_tie
from legalassist.placement.typed_names import person_in, sentences
from legalassist.stores.spelling import plain, sounds

STEPS = {1: "adverse names", 2: "client's names"}
HELPER = "representation.name"
FIRST = ("first.conflict_names", "adverse[].name", "trafficking.who_gained", "jobs[].employer", HELPER)
"""Facts whose names stand on the first sheet."""
SECOND = ("client.name", "client.other_names[].name")
"""Facts whose names stand on the second sheet."""
RELATIVES = ("family[].name", "family[].other_names[].name")
"""Facts of a relative's names: on the second sheet under their own release."""

_AGENCIES = frozenset({"precinct", "district", "court", "police", "squad", "division", "unit"})
_OPENERS = GENERIC | BUSINESSES | ROOMS | OPENERS
"""Words that open a sentence with a capital letter, and name nobody: "Private home of ..."."""
_ROLES_HAN = sorted((one for one in ROLES if not one.isascii()), key=len, reverse=True)
"""What somebody is, in Chinese, the longest first."""
WHOSE_BOSS = re.compile(
    r"的(?:老板娘?|经理|工头|店主|房东|主管|中介|司机|雇主|蛇头|头目)([\u4e00-\u9fff]{2,4})(?![\u4e00-\u9fff])"
)
"""Who is named behind what they are to somebody: 阿美的老板何彼得."""
_NAME_WORDS = r"[A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*)*"
_WITH_PARTICLES = re.compile(
    rf"\b{_NAME_WORDS}(?:(?:\s(?:de|del|la|las|los|da|das|do|dos|di|van|von|den|der|al|bin|ibn)){{1,3}}\s{_NAME_WORDS})+"
)
SPELLINGS = ", "
"""What parts the other spellings of a name."""

Row = tuple[str, str]
"""A name as said, and its other spellings."""


def rows(case: Case, step: int, own_releases: Collection[str] = ()) -> tuple[Row, ...]:
    """Return the rows of a sheet; superseded spellings too, for a conflict may hide in an old one.

    `own_releases` are the rows of relatives (``family[2]``) who have a live release of their own.
    """
    wanted = FIRST if step == 1 else SECOND
    found: dict[str, str] = {}
    for answer in reversed(case.answers):
        pattern = pattern_of(answer.path)
        relative = step != 1 and pattern in RELATIVES and answer.path.partition("].")[0] + "]" in own_releases
        if pattern in wanted or relative:
            found |= {said: SPELLINGS.join(ways) for said, ways in named(answer.value) if said not in found}
    return tuple(found.items())


def named(value: object) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each name in an answer, as a sheet says it, with its other spellings."""
    match value:
        case PersonName():
            said = said_of(value)
            yield said, tuple(way for way in dict.fromkeys(_spellings(value)) if way != said)
        case str():
            for name in dict.fromkeys(_names_in(value)):
                if name:
                    yield name, tuple(way for way in dict.fromkeys(_of_text(name)) if way != name)


def still_answered(case: Case, facts: Collection[str]) -> Iterator[tuple[str, object]]:
    """Yield the answers about some facts that stand, in rows that stand, with their paths."""
    for path, answer in case.current.items():
        group = group_of(path)
        stands = group is None or numbers_of(path)[-1] in case.rows(group).numbers
        if stands and pattern_of(path) in facts:
            yield path, answer.value


def _names_in(text: str) -> Iterator[str]:
    """Yield what is written as a name in a text, without what somebody is before it (老板娘刘芳 -> 刘芳).

    Left out: letters that begin a number ("plate HZK 4821"), an agency by its number ("109th Precinct"), a letter, a
    word that is large because it opens a sentence ("Private home of"), and what something is near.
    """
    written = (one for sentence in sentences(text) for one in _joined(sentence, [*names_written(sentence)]))
    for said in (" ".join(one.split()).strip(" .,") for one in written):
        at = re.escape(said)
        plate = said.isupper() and said.isascii() and re.search(rf"(?<!\w){at}[\s#-]*\d{{3,}}(?!\d|\s[A-Z])", text)
        numbered = set(said.lower().split()) <= _AGENCIES and re.search(rf"\d(?:st|nd|rd|th)\s+{at}", text)
        opens = said.lower() in _OPENERS and re.search(rf"(?<!\w){at} [a-z]", text)
        beside = re.search(rf"(?i:(?<!\w)near (?:the )?){at}(?!\w)", text)  # a place, and no party
        if not (plate or numbered or opens or beside or (len(said) == 1 and said.isascii())):
            role = next((one for one in _ROLES_HAN if said.startswith(one) and person_in(said[len(one) :])), "")
            owns = re.search(rf"{at} (?!(?:in|at|on|near|and|or|of|from|by|is|was|to|for)\b)[a-z]", text)
            bare = without_tie(said[len(role) :])
            yield re.sub(r"['’]s?$", "", bare) if owns else bare  # "Mr. Zhao's shop"
    yield from (found[1] for found in WHOSE_BOSS.finditer(text) if person_in(found[1]))


def _joined(text: str, written: Sequence[str]) -> Iterator[str]:
    """Yield names with what stands small in them: "Juan de la Cruz" is one."""
    whole = [one[0].strip() for one in _WITH_PARTICLES.finditer(text)]
    yield from whole
    yield from (one for one in written if not any(one.strip(" .,") in other for other in whole))


def said_of(name: PersonName) -> str:
    """Return a name as a sheet says it first: in letters, with its characters."""
    return " ".join(filter(None, (name.full, name.native if name.native not in name.full else "")))


def _spellings(name: PersonName) -> Iterator[str]:
    family, given = name.family.title(), " ".join(filter(None, (name.given, name.middle)))
    if family and given:
        yield from (f"{given} {family}", f"{family} {given}")
        bare = plain(given)
        for cut in syllables(bare)[:1]:
            if len(cut) > 1:
                yield f"{family} {' '.join(one.title() for one in cut)}"
                yield f"{family} {'-'.join(cut).capitalize()}"
        yield f"{family} {bare.title()}"
    yield from _of_chinese(name.native)


def _of_text(name: str) -> Iterator[str]:
    """Yield the other spellings of a name that stood in a text: without its title, turned round, in syllables."""
    words = name.split()
    if words and words[0].strip(".").lower() in TITLES | TITLE_WORDS and name.isascii():  # "Boss Zhou Tiezhu"
        beside = TITLES | TITLE_WORDS | {"and", "&"}  # "Mr. and Mrs. Zhou"
        words = [*dropwhile(lambda word: word.strip(".").lower() in beside, words)] or words[1:]
        yield " ".join(words)
    if len(words) == 2 and name.isascii():  # noqa: PLR2004 - a longer one is a business
        yield f"{words[1]} {words[0]}"
        for family, given in ((words[0], words[1]), (words[1], words[0])):
            cut = next(iter(syllables(plain(given))), ())
            if len(cut) > 1 and syllables(plain(family)):
                yield f"{family} {' '.join(one.title() for one in cut)}"
                yield f"{family} {'-'.join(cut).capitalize()}"
    yield from _of_chinese("".join(filter(is_han, name)))


def _of_chinese(native: str) -> Iterator[str]:
    """Yield Chinese characters in both scripts, and how they can sound."""
    if native:
        yield from (native, to_simplified(native), to_traditional(native))  # to search for; nothing is named so
        yield from (f"{sound} (pinyin)" for sound in sounds(native)[:1])
