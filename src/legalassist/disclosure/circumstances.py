"""What tells her circle who somebody is without a name, a day or a place: an age, a birth, an origin, a kind of work.

No summary says it (docs/decisions/0012-disclosure.md, rule 8); what people type may. A person looks at each of these.
"""

import re
from collections.abc import Collection, Iterator

from legalassist.disclosure.dialects import called_after
from legalassist.disclosure.word_lists import (
    ALLOWED_PLACES,
    FEW_SPEAK,
    KINDS_OF_WORK,
    PLACES,
    RARE_EVENTS,
    pattern_of_words,
)

_AGE = re.compile(
    r"(?P<law>\b(?:under|over|below|above|than|least|until|before|to)\s+)?"
    r"(?:\b\w+(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?[\s-]*(?:years?|yrs?|months?)[\s-]*"
    r"(?:old|of age)\b"
    r"|\b\d{1,2}\s?y\.?/?o\b|\b(?:aged?|turn(?:ed|s|ing)?)\s+\d{1,2}\b(?!\s*(?:%|(?!this\b)\w+s\b|(?:and|or) older))"
    r"|\bin (?:her|his|their)\s+(?:early |mid[ -]?|late )?"
    r"(?:teens|twenties|thirties|forties|fifties|sixties|seventies)\b)"
    r"|(?P<law_han>[未不]满|年满|满|超过|以下)?[\d一二两三四五六七八九十]{1,3}周?岁"
)
"""How old somebody is; not the ages of the law, which are everybody's ("under 18 years of age", 未满18岁)."""
_AGED = ("old", "age", "turn", "yo", "y/o", "ties", "teens", "岁")
"""One of these stands in every text that names an age: looked for first, for most texts have none."""
_WHEN = r"(?:(?:19|20)\d\d|january|february|march|april|may|june|july|august|september|october|november|december)"
_BORN = re.compile(
    rf"(?<![\w-])(?:born|dob|birth|birthday|birthdate)\b[^.;\n]{{0,24}}\b{_WHEN}\b"
    r"|(?:19|20)\d\d年[^。；\n]{0,6}(?:出生|生(?![活产意效气病]))|(?:出生|生日|生于)[^。；\n]{0,8}(?:19|20)\d\d"
)
_ORIGIN = re.compile(
    r"\b(?:chinese|prc|taiwanese|hong kong|vietnamese|malaysian|burmese|korean|filipin[oa]|thai|indonesian|mongolian)"
    r"\s+(?:nationals?|nationality|citizens?|citizenship|passports?|wom[ae]n|m[ae]n|girls?|boys?|lady|ladies)\b"
    r"|\b(?:mother|native) tongue\b|\bdialects?\b|[一-鿿]{1,4}籍(?!贯)|方言|口音|乡音|家乡话|老家话"
)
_WORK, _RARE = pattern_of_words(KINDS_OF_WORK), pattern_of_words(RARE_EVENTS)
_FEW = "|".join(sorted(word.replace("-", "[ -]") for word in FEW_SPEAK if word.isascii()))
_SPOKEN = re.compile(
    rf"\b(?:speak(?:s|ing)?|spoke|language:?|tongue:?|ethnic(?:ally)?)\s+(?:\w+\s+)?(?:{_FEW}|korean)\b"
    rf"|\b(?:{_FEW}|korean)[ -](?:speaking|speaker|chinese)\b|"
    + "|".join(sorted(word for word in FEW_SPEAK if not word.isascii()))
)
_SPEECHES = frozenset(
    form for place in PLACES - ALLOWED_PLACES if place.isascii() and "-" not in place for form in called_after(place)
)
"""What the people and the speech of known places are called: Fuzhounese, Wenzhouer, Hokkien."""
_KINDS = (
    ("a month or a year of birth", _BORN), ("a nationality or a speech", _ORIGIN),
    ("a nationality or a speech", _SPOKEN), ("a kind of work", _WORK), ("what happens to few", _RARE),
)  # fmt: skip


def circumstances_in(text: str, words: Collection[str]) -> Iterator[str]:
    """Yield what a text (folded, lower case; `words` are its words) tells of somebody, each kind once."""
    yield from dict.fromkeys(what for what, told in _KINDS if told.search(text))
    if any(one in text for one in _AGED) and any(not (one["law"] or one["law_han"]) for one in _AGE.finditer(text)):
        yield "an age"
    if not _SPEECHES.isdisjoint(words):
        yield "the people or the speech of a place"
