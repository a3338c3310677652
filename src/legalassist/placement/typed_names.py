"""A person's name that was typed into a text: read as a name only where a Chinese surname leaves no doubt.

"Zhou Xiaomei" is the same person whether it was typed into a sentence or entered as a name. "Xiaomei Upstairs" is no
name of anybody, and tells the client's.
"""

import re
from collections.abc import Iterable, Iterator

from legalassist.disclosure.typed_people import person_in
from legalassist.disclosure.word_lists import ROLES, TITLE_WORDS, TITLES
from legalassist.facts.values import PersonName

__all__ = ["person_in", "persons_in", "sentences"]

_BETWEEN = re.compile(r"[\n,;/:()，；、：（）。“”\"]|(?<!\w)(?:and|or)(?!\w)")
_SENTENCE_ENDS = re.compile(
    r"(?<!\bmr)(?<!\bmrs)(?<!\bms)(?<!\bdr)(?<!\bst)(?<!\binc)(?<!\bco)(?<!\bltd)(?<!\bcorp)(?<!\bdet)(?<!\bsgt)(?<!\bjr)"
    r"(?<!\bsr)(?<!\bdept)(?<!\b\w)(?<=\w)[.!?]+\s+(?-i:(?=[A-Z]))",
    re.IGNORECASE,
)
"""Where a sentence ends; behind "Mr." and "J." none does."""
_BEFORE = frozenset({"my", "the", "our", "owner", "manager", "landlord", "landlady", "supervisor", "employer"}) | (
    TITLES | TITLE_WORDS | ROLES
)
"""Words that may stand before the name of an adverse person in a list."""


def sentences(text: str) -> list[str]:
    """Return a text cut where a sentence ends: "Peter Ho. Wang got nothing" is about two people."""
    return _SENTENCE_ENDS.split(text)


def persons_in(text: str, written: Iterable[str]) -> Iterator[tuple[str, PersonName]]:
    """Yield, of the names written in a text, the whole Chinese names that stand by themselves, with those names.

    By themselves is between commas and the like, or behind "my boss": in a sentence, "Chen Xiaomei" may be the client.
    """
    cut = [" ".join(piece.split()).strip(" .") for one in sentences(text) for piece in _BETWEEN.split(one)]
    for said in written:
        alone = any(set(one.removesuffix(said).lower().split()) <= _BEFORE for one in cut if one.endswith(said))
        name = person_in(said) if alone else None
        if name is not None:
            yield said, name
