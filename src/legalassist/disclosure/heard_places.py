"""A town that is on record in letters, written in characters: 延吉市 of Yanji. Rule (1).

Which characters a town has is not on record then; those that sound like it may be the town, or nothing. With a word
beside them that only a place has they stop a text; else a person looks.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from legalassist.disclosure.han_names import words
from legalassist.disclosure.hits import NUMBERS, Level
from legalassist.disclosure.latin_names import Found
from legalassist.disclosure.parts import Kind
from legalassist.disclosure.reading import Reading

_OF_A_PLACE = r"[市县镇村区乡州]|人(?![们口民员类])|话|老家|户口"
_TO_A_PLACE = r"(?:来自|从|在|到|回|老家(?:是|在)?|出生于|生于|于|福建省?|[省市县])$"
_TELLING = 3
"""From how many syllables on a place is known by its sound alone."""


@dataclass(frozen=True)
class HeardPlace:
    """A place by its syllables in pinyin, as it is recorded in letters."""

    path: str
    syllables: tuple[str, ...]

    def found_in(self, reading: Reading) -> Iterator[Found]:
        """Yield the place where characters of a text sound like it, and are no ordinary word."""
        if not reading.han or reading.shelf or reading.kind is Kind.RAW:
            return
        for found in self._sounding.finditer(reading.han):
            if found[0] in words():
                continue
            behind = re.match(_OF_A_PLACE, reading.han[found.end() :])
            before = re.search(_TO_A_PLACE, reading.han[max(0, found.start() - 5) : found.start()])
            sure = behind or before or len(self.syllables) >= _TELLING
            yield (Level.BLOCK if sure else Level.ASK), NUMBERS, self.path

    @cached_property
    def _sounding(self) -> re.Pattern[str]:
        every = _characters()
        return re.compile("".join(f"[{every[one]}]" if one in every else "(?!)" for one in self.syllables))


@cache
def _characters() -> Mapping[str, str]:
    """Return the characters of each syllable of Mandarin, without tones, in simplified script and in both."""
    from pypinyin.constants import PINYIN_DICT  # noqa: PLC0415 -- its tables take a tenth of a second; few texts need it
    from pypinyin.contrib.tone_convert import to_normal  # noqa: PLC0415 -- as above

    without_tone = cache(to_normal)  # thirty thousand readings are fifteen hundred syllables
    found: dict[str, list[str]] = defaultdict(list)
    for code, readings in PINYIN_DICT.items():
        if 0x4E00 <= code <= 0x9FFF:  # noqa: PLR2004 - the block of characters in use (CJK Unified Ideographs)
            for one in readings.split(","):
                found[without_tone(one)].append(chr(code))
    return {syllable: "".join(dict.fromkeys(characters)) for syllable, characters in found.items()}
