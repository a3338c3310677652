"""What of an answer about adverse people no name was taken from, and may name somebody: "boss chen wei", 老板说陈伟.

A conflict check that leaves a name out clears a firm that has a conflict. So a piece in which a name may stand in small
letters, or in which Chinese characters are left over, waits for a person; small words of a sentence do not.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from legalassist.disclosure.names_written import is_nothing, is_role
from legalassist.disclosure.typed_people import in_both, person_in
from legalassist.disclosure.word_lists import (
    BESIDE_ADVERSE,
    BUSINESSES,
    FELLOWS,
    GENERIC,
    HAN_ROLES,
    HOUSEHOLD,
    KIN_AND_TIES,
    NO_ANSWERS,
    OPENERS,
    PARTICLES,
    ROLES,
    ROOMS,
    SENTENCE,
    SENTENCE_WORDS,
    SMALL_WORDS,
    TITLE_WORDS,
    TITLES,
)
from legalassist.placement.fit_names import TELLS, is_nobody, is_place, misfit
from legalassist.placement.names import named
from legalassist.placement.typed_names import sentences

_PIECES = re.compile(r"[\n,;/&+()，；、（）。：:“”\"「」]|(?<!\w)(?:and|or)(?!\w)")
_OF_SENTENCES = SENTENCE_WORDS | OPENERS | SENTENCE | PARTICLES | SMALL_WORDS
"""Words of a sentence; many are syllables of Chinese as well."""
_BESIDE = TITLES | TITLE_WORDS | ROLES | BESIDE_ADVERSE | FELLOWS | HOUSEHOLD | KIN_AND_TIES
_KNOWN = _OF_SENTENCES | _BESIDE | GENERIC | BUSINESSES | ROOMS | NO_ANSWERS
"""Words that name nobody."""
_SHORT, _OF_A_BUSINESS = 3, 5
_ROLES_HAN = re.compile("|".join(sorted({one for one in (*ROLES, *HAN_ROLES) if not one.isascii()}, key=len)[::-1]))
_WHOSE = re.compile("^[\u3400-\u9fff]{1,4}的")
_NUMBERED = re.compile(r"[A-Z][a-z]+\s\d{2,3}|\d{1,3}[\u3400-\u9fff]{2,4}")
"""What may be a shop with its number, of which the number would be lost: Shanghai 456, 8大碗."""
_LINKS = re.compile("名叫|名字|外号|绰号|人称|[是叫的和跟与及在]")


def left_over(text: str) -> Iterator[tuple[int, str]]:
    """Yield the pieces of a text in which a name may stand that was not taken, with which piece it is."""
    taken = [part for said, _ in named(text) for part in in_both(said) if part]
    pieces = [one for sentence in sentences(text) for one in _PIECES.split(sentence) if one.strip()]
    for number, piece in enumerate(pieces, 1):
        said = " ".join(piece.split())
        names = sorted((one for one in taken if one in said), key=len, reverse=True)
        if (said not in names and _NUMBERED.fullmatch(said)) or _in_letters(said, names) or _in_characters(said, names):
            yield number, said


def _in_letters(piece: str, names: Sequence[str]) -> bool:
    """Say whether small letters may be a name: a surname beside a given name, a business, or a word nobody knows."""
    rest = piece
    for name in names:
        rest = rest.replace(name, " | ")
    rest = re.sub(r"['’]s?(?!\w)", "", rest)
    words = [one for one in re.findall(r"[A-Za-z][\w'’-]*|\|", rest) if one == "|" or one.islower()]
    if any(_is_person(one, other) for one, other in pairwise(words)):
        return True
    if "|" in words or not words or len(words) != len(re.findall(r"[A-Za-z][\w'’-]*", rest)) or is_place(piece):
        return False
    sentence = not _OF_SENTENCES.isdisjoint(words)
    unknown = [word for word in words if word not in _KNOWN and misfit(word) != TELLS]
    business = words[-1] in BUSINESSES and len(words) <= _OF_A_BUSINESS
    return bool(unknown) and not sentence and (business or len(words) <= _SHORT)


def _is_person(one: str, other: str) -> bool:
    return _OF_SENTENCES.isdisjoint({one, other}) and person_in(f"{one.title()} {other.title()}") is not None


def _in_characters(piece: str, names: Sequence[str]) -> bool:
    """Say whether Chinese characters are left that are no role, no tie and no word for nobody."""
    rest = piece
    for name in names:
        rest = rest.replace(name, " ")
    for run in re.findall(r"[\u3400-\u9fff]+", rest):
        bare = _LINKS.sub("", _ROLES_HAN.sub("", _WHOSE.sub("", run)))
        if bare and not (is_nothing(run) or is_role(run) or is_nobody(run) or is_place(run)):
            return True
    return False
