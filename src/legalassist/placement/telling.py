"""Who of the family a text tells of as somebody who did it, or whom she fears: "My father sold me", 我怕我爸爸.

In most answers a word of kin is harmless ("I miss my mother", "They threatened my parents"). It counts where somebody
of the family is who acts against her, by whom something was done to her, or of whom she is afraid. What may be meant is
refused until an attorney knows better, so an act counts however it came about; a denied one does not.
"""

import re
from collections.abc import Iterator

from legalassist.disclosure.folding import fold, is_han
from legalassist.disclosure.word_lists import TITLE_WORDS, TITLES
from legalassist.languages.scripts import to_simplified
from legalassist.placement.kin_words import BEFORE_KIN, Found, kin_words
from legalassist.placement.telling_chinese import HAN_PEOPLE, acts_in_chinese, goes_on_in_chinese, is_who_in_chinese
from legalassist.placement.telling_english import PEOPLE, acts_in_english, goes_on_in_english, is_who_in_english

_SENTENCE = re.compile(r"[^.!?;\n。]+")
_OTHERS = re.compile(rf"\b{PEOPLE}\b|{HAN_PEOPLE}")


def telling(text: str) -> Iterator[tuple[Found, str]]:
    """Yield the words of kin in a text that tell of who did it or is feared, with the folded text they stand in."""
    read = to_simplified(fold(text)).replace("’", "'")
    small = read.lower()
    if len(small) != len(read):  # a letter whose small form is two: capital letters tell nothing then
        read = small
    before: tuple[Found, ...] = ()
    earlier = ""
    kin = kin_words(small)
    for one in _SENTENCE.finditer(read) if kin else ():
        inside = (found for found in kin if one.start() <= found.start < one.end())
        here = tuple(found for found in inside if not _is_title(read, found))
        told = [found for found in here if _acts(one[0], found, one.start())]
        told += [found for found in here if found not in told and _is_who(one[0], found, one.start(), earlier)]
        told += [found for found in before if found not in told and _goes_on(one[0], found)]
        yield from ((found, small) for found in told)
        earlier = one[0]
        before = () if _OTHERS.search(one[0].lower()) else here


def _acts(sentence: str, kin: Found, start: int) -> bool:
    return (acts_in_english if kin.said.isascii() else acts_in_chinese)(sentence, kin, start)


def _goes_on(sentence: str, kin: Found) -> bool:
    return (goes_on_in_english if kin.said.isascii() else goes_on_in_chinese)(sentence.strip(), kin)


def _is_who(sentence: str, kin: Found, start: int, earlier: str) -> bool:
    return (is_who_in_english if kin.said.isascii() else is_who_in_chinese)(sentence, kin, start, earlier)


def _is_title(read: str, kin: Found) -> bool:
    """Say whether a word of kin is a title of somebody's name: "Sister Li", 丽姐."""
    if kin.said.isascii():
        named = re.match(r"\s+[A-Z][a-z]+", read[kin.end :]) and kin.said in TITLES | TITLE_WORDS
        return bool(named) and not re.search(r"(?i)\bmy $", read[: kin.start])
    before = read[kin.start - 1 : kin.start]
    return len(kin.said) == 1 and before != "" and is_han(before) and before not in BEFORE_KIN
