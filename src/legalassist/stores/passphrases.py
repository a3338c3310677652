"""Passphrases: made by the program, or refused under seventy bits.

The program draws six words of 7,776: 77.5 bits, known exactly. English: the EFF's long list. Chinese: two-character
words that are frequent, and of which no two sound alike (docs/store-format.md says how it was made).

A typed passphrase has no known entropy, so `strength` counts what an attacker who knows people would try: every way of
reading it as words, pinyin, names, dates and repeats is priced low, and the cheapest way counts. It errs downwards.
"""

import math
import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from legalassist.errors import StoreError
from legalassist.stores.sealing import Randomness

WORDS = 6
ENOUGH = 70.0
LANGUAGES = ("en", "zh_Hans")

_BETWEEN_CHINESE = re.compile(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])")
_SYLLABLE = re.compile(
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:[iu]?ang|[iu]?an|i?ong|eng|ing|ueng?|[iu]n|[iu]?ao|[iu]e|[iu]?ai|uo|ia|ua|iu|ui|ou|ei|en|er|[aoeiuv])"
)
_DATE = re.compile(r"(?:19|20)?\d\d[-/.年]?(?:0?[1-9]|1[0-2])[-/.月]?(?:0?[1-9]|[12]\d|3[01])日?|(?:19|20)\d\d年?")
_PRICES = {"known": 4.0, "word": 8.0, "syllable": 4.0, "date": 9.0, "repeat": 1.0}
"""Bits for one part: a name the store knows, a word as people choose words, one pinyin syllable, a date, a repeat."""


def same_spelling(passphrase: str) -> str:
    """Return a passphrase so that two ways of typing it agree: NFKC, lower case, single spaces at its joints only.

    Between Chinese characters there are none: six Chinese words are shown with spaces, and typed without.
    """
    text = " ".join(unicodedata.normalize("NFKC", passphrase).casefold().split())
    return _BETWEEN_CHINESE.sub("", text)


@cache
def word_list(language: str) -> tuple[str, ...]:
    """Return the 7,776 words of a language (``en`` or ``zh_Hans``); the English ones come with xkcdpass."""
    if language == "en":
        return tuple(files("xkcdpass").joinpath("static", "eff-long").read_text(encoding="utf-8").split())
    text = files("legalassist.stores").joinpath("words", f"{language}.txt").read_text(encoding="utf-8")
    return tuple(text.split())


def make_passphrase(randomness: Randomness, language: str = "en") -> str:
    """Return a new passphrase of six words, drawn evenly; 77.5 bits."""
    words = word_list(language)
    return " ".join(words[_below(len(words), randomness)] for _ in range(WORDS))


def _below(limit: int, randomness: Randomness) -> int:
    """Return a number below the limit, every one as likely: draws that would favour the small ones are drawn again."""
    while (drawn := int.from_bytes(randomness(4))) >= (1 << 32) // limit * limit:
        pass
    return drawn % limit


def strength(passphrase: str, known: Iterable[str] = ()) -> float:
    """Return the bits of a typed passphrase at its cheapest reading; `known`: names and numbers of people here."""
    text = same_spelling(passphrase)
    squeezed = text.replace(" ", "")
    names = {piece for name in known for piece in _spellings(name)}
    return min(_cheapest(text, names), _cheapest(squeezed, names))


def _spellings(name: str) -> set[str]:
    """Return the parts of a name that count as known: each word, all of it, and how Chinese parts sound."""
    from legalassist.stores.spelling import sounds  # noqa: PLC0415 -- the pinyin tables load only where they are needed

    words = same_spelling(name).split()
    plain = {*words, "".join(words), "".join(reversed(words))}
    return {word for word in plain | {sound for one in plain for sound in sounds(one)} if len(word) > 1}


def _cheapest(text: str, names: set[str]) -> float:
    """Return the least total price of reading the text from left to right (dynamic programming)."""
    english, chinese = frozenset(word_list("en")), frozenset(word_list("zh_Hans"))
    best = [0.0] + [math.inf] * len(text)
    for start in range(len(text)):
        for end, price in _parts(text, start, names, english | chinese):
            best[end] = min(best[end], best[start] + price)
    return best[len(text)]


def _parts(text: str, start: int, names: set[str], words: frozenset[str]) -> Iterable[tuple[int, float]]:
    """Yield where a part that begins here may end, and its price in bits."""
    yield start + 1, _price_of_one(text, start)
    for end in range(start + 2, min(len(text), start + 24) + 1):
        part = text[start:end]
        if part in names:
            yield end, _PRICES["known"]
        if part in words:
            yield end, _PRICES["word"]
        if text.find(part, 0, start) >= 0 and len(part) > 2:  # noqa: PLR2004 -- two characters repeat by chance
            yield end, _PRICES["repeat"]
        if _SYLLABLE.fullmatch(part):
            yield end, _PRICES["syllable"]
    if date := _DATE.match(text, start):
        yield date.end(), _PRICES["date"]


def _price_of_one(text: str, at: int) -> float:
    """Return the bits of one character: less in a run of letters (language), one for a repeat or the next in a row."""
    one, before = text[at], text[at - 1] if at else ""
    if before and ord(one) - ord(before) in {-1, 0, 1}:
        return 1.0
    if one == " ":
        return 0.5
    if one.isdigit():
        return 3.3
    if ord(one) >= 0x2E80:  # noqa: PLR2004 -- where Chinese begins; a sentence carries about six bits a character
        return 6.0
    in_run = one.isalpha() and (at == 0 or before.isalpha() or before == " ")
    return 2.5 if in_run else 4.7


def required_strength(passphrase: str, known: Iterable[str] = ()) -> None:
    """Raise StoreError for a typed passphrase under seventy bits; the message does not repeat it."""
    bits = strength(passphrase, known)
    if bits < ENOUGH:
        message = f"this passphrase is too easy to guess: about {bits:.0f} bits, and at least {ENOUGH:.0f} are needed"
        raise StoreError(message, "let the program make one: six words, written down and kept at home until learnt")
