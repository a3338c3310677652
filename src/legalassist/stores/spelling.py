"""How one name can be written: for searching and for checking conflicts, never for a document.

Nothing here is printed: names stand in documents as the person's papers spell them. A search, though, must find 王小美
for "wang xiaomei", 張 for 张, and Lyu for Lü; two names that sound alike are worth a look by a person.
"""

import re
import unicodedata
from collections.abc import Iterable
from itertools import islice, product

_CHINESE = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+")
_NO_PUNCTUATION = {code: None for code in range(128) if not chr(code).isalnum()}
_CUT = re.compile(r"[\n,;/、，；。]+")
_LONGEST_NAME = 4
_MOST_READINGS = 12
_OLD = (("hs", "x"), ("tz", "z"), ("lyu", "lv"), ("nyu", "nv"), ("lue", "lve"), ("nue", "nve"))


def plain(text: str) -> str:
    """Return text without case, accents, spaces and punctuation; ü becomes v, as on keyboards and in some passports."""
    if text.isascii():
        return text.lower().translate(_NO_PUNCTUATION)
    lowered = unicodedata.normalize("NFC", text.casefold()).replace("ü", "v")
    flat = unicodedata.normalize("NFKD", lowered)
    return "".join(one for one in flat if one.isalnum())


def sounds(text: str) -> tuple[str, ...]:
    """Return how the Chinese in a text can sound, as pinyin without tones; nothing where there is no Chinese."""
    if not _CHINESE.search(text):
        return ()
    from pypinyin import Style, pinyin  # noqa: PLC0415 -- its tables take a tenth of a second; only Chinese needs them

    written = "".join(_CHINESE.findall(text))
    readings = pinyin(written, style=Style.NORMAL, heteronym=True, v_to_u=False)
    usual = tuple("".join(one) for one in islice(product(*readings), _MOST_READINGS))
    return tuple(dict.fromkeys(plain(one) for one in usual))


def spellings(*parts: str) -> tuple[str, ...]:
    """Return the ways a name of these parts (family, given, ...) may be looked for: in either order, and by sound."""
    said = [part for part in parts if part]
    joined = [plain(part) for part in ("".join(said), "".join(reversed(said)), *said)]
    heard = [sound for part in said for sound in sounds(part)]
    return tuple(dict.fromkeys(way for one in (*joined, *heard) for way in _older(one) if way))


def pieces(text: str) -> tuple[str, ...]:
    """Return a text cut at line ends, commas and the like: each is about somebody else, as people write lists."""
    return tuple(piece for one in _CUT.split(text) if (piece := one.strip()))


def within(text: str) -> tuple[str, ...]:
    """Return the spellings of what may be a name in a text: runs of up to four words, or of two to four characters."""
    words = text.split()
    runs = [words[at : at + length] for length in range(1, _LONGEST_NAME + 1) for at in range(len(words) - length + 1)]
    chinese = [
        part[at : at + length]
        for part in _CHINESE.findall(text)
        for length in range(2, _LONGEST_NAME + 1)
        for at in range(len(part) - length + 1)
    ]
    found = [plain(text), *(plain("".join(run)) for run in runs), *(plain("".join(reversed(run))) for run in runs)]
    return tuple(dict.fromkeys(way for one in (*found, *chinese) for way in (one, *spellings(one)) if way))


def _older(way: str) -> Iterable[str]:
    """Yield a spelling, and the same with older romanisations brought to pinyin (Hsiao -> xiao, Lyu -> lv)."""
    yield way
    modern = way
    for old, new in _OLD:
        modern = modern.replace(old, new)
    if modern != way:
        yield modern
