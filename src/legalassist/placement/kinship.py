"""Who of the family the answers say did it, by role: "her mother, who sold her" names nobody, and means somebody.

A role is compared with the relations of the relatives in the case. What a word of kin means cannot be known from a
text: a relative of that kind may be the one, and where none of that kind is written down, any relative may.
Source: the abuser never signs for a child, 34 U.S.C. 12291(b)(2)(B).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from legalassist.cases.case import Case
from legalassist.disclosure.folding import fold
from legalassist.disclosure.romanisations import elsewhere
from legalassist.disclosure.word_lists import SURNAMES, TITLE_WORDS, TITLES
from legalassist.facts.names import split_native
from legalassist.facts.paths import pattern_of
from legalassist.facts.values import PersonName
from legalassist.languages.scripts import to_simplified
from legalassist.placement.kin_words import BEFORE_KIN, KIN_WORDS, NO_KIN, Found
from legalassist.placement.names import FIRST, RELATIVES, said_of
from legalassist.placement.telling import telling
from legalassist.placement.typed_names import person_in
from legalassist.stores.spelling import spellings

BY_FAMILY = "first.by_family"
RELATION = "family[].relation"
TIE = "adverse[].tie"
_SAYS_WHO = (*FIRST, TIE, "trafficking.recruitment", "contact.must_not_know")
"""Facts in which any word of kin may mean whoever did it, or whom she keeps it from; elsewhere only one that tells."""
_TITLED = re.compile(r"([\u4e00-\u9fff])$")
_CALLED = re.compile(r"[\s,:：，(（“\"'‘「]{0,3}(?:(?:named|called|is)\s+|叫做?|是|名叫)?[“\"'‘「]?")
_NO_NAMES = frozenset("于向和与任从由常在对跟同让")
_SHORTEST, _LONGEST = 2, 3


@dataclass(frozen=True, slots=True)
class Kin:
    """A word of kin in an answer: the answer's path, the relations it may be, and whether a name stands beside it."""

    path: str
    relations: frozenset[str]
    named: bool
    name: str = ""
    """The name beside it, where it is one of a surname and a given name."""
    person: PersonName | None = None
    """The adverse person whose tie to her the word says."""


@dataclass(frozen=True, slots=True)
class Meant:
    """Who may be meant: rows of relatives (``family[2]``), whether somebody not written down, by which answers."""

    rows: frozenset[str] = frozenset()
    strangers: bool = False
    paths: tuple[str, ...] = ()


def meant_by_role(case: Case) -> Meant:
    """Return who of the family the answers may mean by a role alone; superseded answers count too."""
    said = tuple(kin_said(case))
    by_family = any(one.path == BY_FAMILY and one.value is True for one in case.answers)
    relations = _relations(case)
    rows: set[str] = set()
    matched = False
    for kin in said:
        own = {row for row, known in relations.items() if known & kin.relations}
        who = kin.person or _person(kin.name)
        own -= {row for row in own if who is not None and _somebody_else(who, case, row)}
        matched = matched or bool(own) or who is not None
        rows |= own or (set() if kin.named else set(relations))
        rows |= {row for row, known in relations.items() if not known and not kin.named}
    if by_family and not matched:
        rows |= set(relations)
    strangers = any(not kin.named for kin in said) or (by_family and not said)
    paths = (*(kin.path for kin in said), *((BY_FAMILY,) if by_family else ()))
    return Meant(frozenset(rows), strangers, tuple(dict.fromkeys(paths)))


def _somebody_else(named: PersonName, case: Case, row: str) -> bool:
    """Say whether a relative is not the one named beside a word of kin: every name of theirs has another surname.

    In doubt it is the one: of the same surname the given name may be another of theirs, and a name may be a part alone.
    """
    wanted = _surnames(named)
    theirs = [
        _surnames(one.value)
        for one in case.answers
        if pattern_of(one.path) in RELATIVES and one.path.startswith(f"{row}.") and isinstance(one.value, PersonName)
    ]
    return bool(wanted and theirs) and all(own and wanted.isdisjoint(own) for own in theirs)


def _person(said: str) -> PersonName | None:
    """Return the name beside a word of kin; one word is a surname ("Uncle Zhou"), and what is none of both nobody."""
    return person_in(said) or (PersonName(said) if said and said.isascii() and len(said.split()) == 1 else None)


def _surnames(name: PersonName) -> frozenset[str]:
    """Return how a surname may be spelled: as written, as its character sounds, and as it is written elsewhere."""
    native = split_native(to_simplified(name.native))[0] if name.native else ""
    written = spellings(name.family, native)
    others = {way for one in written if one.isascii() for way in elsewhere(one, native, surname=True)}
    return frozenset({*written, *others})


def kin_said(case: Case) -> Iterator[Kin]:
    """Yield the words of kin in the answers that may say who did it."""
    named_rows = {
        one.path.rpartition(".")[0]: one.value
        for one in case.answers
        if pattern_of(one.path) == "adverse[].name" and isinstance(one.value, PersonName)
    }
    for answer in case.answers:
        pattern = pattern_of(answer.path)
        value = said_of(answer.value) if isinstance(answer.value, PersonName) else answer.value
        if pattern in _SAYS_WHO and isinstance(value, str):
            row = named_rows.get(answer.path.rpartition(".")[0]) if pattern == TIE else None
            for relations, name in kin_in(value):
                yield Kin(
                    answer.path, relations, row is not None or name is not None, name or "", None if name else row
                )
        elif isinstance(value, str) and not pattern.startswith("placement."):
            for kin, read in telling(value):
                name = _named_by(read, kin)
                yield Kin(answer.path, kin.relations, name is not None, name or "")


def kin_in(text: str) -> Iterator[tuple[frozenset[str], str | None]]:
    """Yield the words of kin in a text: which relations each may be, and the name beside it, as `_named_by` says."""
    read = to_simplified(NO_KIN.sub(" ", to_simplified(fold(text).lower())))
    for relations, word in KIN_WORDS:
        for found in word.finditer(read):
            yield relations, _named_by(read, Found(found.start(), found.end(), found[0], relations))
        read = word.sub(lambda one: "\0" * len(one[0]), read)


def is_kin(text: str) -> bool:
    """Say whether a text is a word of kin and nothing more ("my mother", 妈妈): that names no family."""
    read = to_simplified(fold(text).lower())
    for _, word in KIN_WORDS:
        read = word.sub(" ", read)
    rest = set(re.sub(r"[我你您他她的\W_]+", " ", read).split())
    return rest <= {"my", "her", "his", "own", "the", "a", "our", "s"} and any(True for _ in kin_in(text))


def _named_by(read: str, kin: Found) -> str | None:
    """Return the whole name right behind a word of kin; an empty one where it is a title (丽姐); None for neither."""
    called = _CALLED.match(read, kin.end)
    rest = read[called.end() if called else kin.end :]
    words = re.match(r"[a-z'’-]+(?: [a-z'’-]+){0,2}", rest)
    latin = words[0].title().split() if words else []
    for length in (_LONGEST, _SHORTEST):
        if len(latin) >= length and person_in(" ".join(latin[:length])):
            return " ".join(latin[:length])
    if latin and kin.said in TITLES | TITLE_WORDS and latin[0].lower() in SURNAMES:  # "Uncle Zhou"
        return latin[0]
    han = re.match(r"[\u4e00-\u9fff]+", rest)
    if han and len(han[0]) in (_SHORTEST, _LONGEST) and han[0][0] not in _NO_NAMES and person_in(han[0]):
        return han[0]
    before = _TITLED.search(read[: kin.start])
    return "" if before is not None and len(kin.said) == 1 and before[1] not in BEFORE_KIN else None


def _relations(case: Case) -> dict[str, frozenset[str]]:
    """Return the relatives who are named in a case, by row, with every relation that was said of them."""
    rows = {one.path.partition("].")[0] + "]" for one in case.answers if pattern_of(one.path) in RELATIVES}
    said = [(one.path.rpartition(".")[0], one.value) for one in case.answers if pattern_of(one.path) == RELATION]
    return {row: frozenset(str(value) for path, value in said if path == row and value) for row in rows}
