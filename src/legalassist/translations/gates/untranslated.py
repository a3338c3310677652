"""English left in, Chinese that is not there, and texts that are too long, too short, or end otherwise."""

import re
from collections.abc import Iterator

from legalassist.handouts.levels import LONGEST_SENTENCE
from legalassist.handouts.speech import variety_of
from legalassist.translations.gates.alarm import Found, Pair
from legalassist.translations.gates.marks import HAN
from legalassist.translations.gates.spoken import PAUSE

ALLOWED = re.compile(
    r"https?://[!-~]+|[!-~]+@[!-~]+|\bwww\.[!-~]+|\{[^}]*\}|\b(?:[A-Z]{2,}s?|[A-Z]-\d+\w*|Esc|Enter|PgDn|PgUp|example|Mandarin|Chinese|"
    r"WeChat|\d+ [A-Z][A-Za-z0-9 .,#-]*?\b(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Broadway|Plaza|Place|Square|Lane|Drive)\b"
    r"(?:[A-Za-z0-9 .,#-]*\d{5})?|Order of Protection|Notice to Appear|Supplement|Form|Her Justice)\b",
    re.ASCII,
)
_NAME = re.compile(r"\b[A-Z][\w'’]+(?: (?:(?:of|for|the|and|in) )?[A-Z][\w'’]+)+", re.ASCII)
"""The name of an organisation or a place: every word with a capital, but small ones between them."""
_WORD = re.compile(r"[A-Za-z]{3,}")
_SENTENCE = re.compile(r"[.?!](?:[”\"’)]*)(?=\s|$)")
_ABBREVIATION = re.compile(r"\b(?:[A-Za-z]\.){2,}|\b(?:Mr|Mrs|Ms|Dr|No|St|vs|e\.g|i\.e|etc|a\.m|p\.m)\.", re.IGNORECASE)
_ENDS = re.compile(r"[。？！；……]+[”」』）)]*")
_LONG = 25
LEAST, MOST = 0.15, 0.65


def han(text: str) -> int:
    """Return how many Chinese characters a text has."""
    return len(re.findall(rf"[{HAN}]", text))


def untranslated(pair: Pair) -> Iterator[Found]:
    """Yield a text that is still English: the same words, no Chinese at all, or more Latin words than Chinese."""
    if pair.text == pair.english and _WORD.search(ALLOWED.sub("", pair.text)):
        yield "it is still English", "translate it"
        return
    if not han(pair.text) and _WORD.search(_NAME.sub("", ALLOWED.sub("", pair.english))):
        yield "there is no Chinese in it", "translate it"
        return
    left = ALLOWED.sub("", pair.text)
    left = re.sub(r"（[^）]*）|“[^”]*”|「[^」]*」", "", left) if han(pair.text) else left
    names = {one for one in _WORD.findall(pair.english) if one[0].isupper()}
    words = [one for one in _WORD.findall(left) if one not in names or not han(pair.text)]
    if words and sum(map(len, words)) > han(pair.text):
        yield "there is more English in it than Chinese", "translate it; keep English only where a reader looks for it"


def echo(pair: Pair) -> Iterator[Found]:
    """Yield four or more English words in a row that stand in the English as well and are no quotation."""
    outside = re.sub(r"“[^”]*”|「[^」]*」|（[^）]*）|《[^》]*》", " ", pair.text)
    outside = _NAME.sub(" ", ALLOWED.sub(" ", outside))
    for run in re.findall(r"(?:[A-Za-z'’]+[ ,]+){3,}[A-Za-z'’]+", outside):
        if run in pair.english and not ALLOWED.fullmatch(run):
            yield f"English left in the middle: {run[:40]!r}", "translate it"
            return


def english_left(pair: Pair) -> Iterator[Found]:
    """Yield an everyday English word left among the Chinese, outside brackets, quotations and titles."""
    if not han(pair.text):
        return
    outside = _NAME.sub(" ", ALLOWED.sub(" ", re.sub(r"“[^”]*”|「[^」]*」|（[^）]*）|《[^》]*》", " ", pair.text)))
    said = re.sub(r"[\"“][^\"”]*[\"”]|\[[^\]]*\]", " ", pair.english)
    for word in re.findall(r"(?<![A-Za-z.@/\[-])[a-z]{3,}(?![A-Za-z@/\[\]-])", outside):
        if re.search(rf"\b{word}\b(?!\[)", said) or not re.search(rf"\b{word}\b", pair.english, re.IGNORECASE):
            yield f"“{word}” was left in English", "translate it"
            return


_TO_SAY = re.compile(
    r"\b(?:say|tell|answer|ask|repeat|show)\b[^.?!\"“]{0,60}?[:,] ?[\"“](?P<words>[^\"”]+)[\"”]", re.IGNORECASE
)
_TO_OFFICERS = re.compile(
    r"\b(?:officers?|agents?|police|judge|guard|911|311|hotline|operator|front desk)\b", re.IGNORECASE
)


def to_say_in_english(pair: Pair) -> Iterator[Found]:
    """Yield a sentence that is to be said to an officer, or where English is answered, and stands in Chinese alone."""
    for found in _TO_SAY.finditer(pair.english):
        words = found["words"].rstrip(".?!, ")
        if _TO_OFFICERS.search(pair.english) and words.lower() not in pair.text.lower():
            yield "the sentence to say has lost its English", f"keep “{words}”, and put the Chinese beside it"


def length(pair: Pair) -> Iterator[Found]:
    """Yield a text that is much longer or much shorter than translations of its kind."""
    english = len(
        _NAME.sub("", ALLOWED.sub("", pair.english))
        if _NAME.search(pair.text)
        else re.sub(r"\{[^}]*\}|https?://\S+", "", pair.english)
    )
    share = han(pair.text) / max(english, 1)
    if english > _LONG and not LEAST <= share <= MOST:
        what = "long" if share > MOST else "short"
        yield f"it is very {what} for its English ({share:.2f} characters each)", "look whether something is missing"


def sentences(pair: Pair) -> Iterator[Found]:
    """Yield a translation with fewer sentences than the English has: something may have been left out."""
    english = len(_SENTENCE.findall(_ABBREVIATION.sub("x", pair.english)))
    chinese = len(_ENDS.findall(pair.text))
    if english > 1 and chinese < english:
        yield f"{english} sentences became {chinese}", "look whether a sentence is missing"


_JOINED = re.compile(
    r"(?:,|;| -) (?:and|but|or|so) (?:do not|don't|then |please )?(?:you|we|they|it|nobody|no one|the|your|our|some|"
    r"show|say|ask|tell|do|call|keep|give|walk|write|sign|read|bring|send|take|look)\b"
)


_SUBORDINATE = re.compile(
    "^(?:如果|若|要是|因为|因為|除非|一旦)|(?:之后|之後|以后|以後|之前|以前|时|時|时候|時候|的话|的話)$"
)


def clauses(pair: Pair) -> Iterator[Found]:
    """Yield a translation with fewer parts between its commas and stops than the English has statements."""
    english = len(_SENTENCE.findall(_ABBREVIATION.sub("x", pair.english))) + len(_JOINED.findall(pair.low))
    parts = [one.strip("”」』）") for one in re.split("[，。：；？！]|——", pair.text)]
    chinese = len([one for one in parts if one and not _SUBORDINATE.search(one)])
    if len(_JOINED.findall(pair.low)) and chinese < english:
        yield f"{english} statements became {chinese}", "look whether one is missing"


_THING = r"[\w'{}-]+"
_SERIES = re.compile(
    rf"{_THING}(?: {_THING}){{0,4}}(?:, {_THING}(?: {_THING}){{0,3}})+,? (?:and|or) (?!(?:you|we|they|it|do|not)\b){_THING}"
)
_JOINT = re.compile("[、，；]?(?:以及|还有|還有|并且|並且|或者?|还是|還是|[和与與及跟并並也都又])|[、，；。：？]")


def series(pair: Pair) -> Iterator[Found]:
    """Yield a row of things (``A, B and C``) with fewer of them in Chinese."""
    for found in _SERIES.finditer(pair.low.replace("for example, ", "")):
        items = len(re.findall(r", (?!and\b|or\b)|,? \b(?:and|or)\b", found[0])) + 1
        chinese = len(_JOINT.findall(pair.text.rstrip("。？！；："))) + 1
        if items > chinese:
            yield f"{items} things in a row became {chinese}", "look which one is missing"
            return


_ROW = 5
"""So many Chinese characters in a row are a statement, not a word said twice."""


def doubled(pair: Pair) -> Iterator[Found]:
    """Yield a statement that stands in the Chinese more often than in the English: a hand pasted it twice."""
    parts = [one.strip("“”「」 ") for one in re.split("[，。；：？！／]", pair.text)]
    english = [one.strip() for one in re.split(r"[,.;:?!]", pair.low) if one.strip()]
    for part in dict.fromkeys(parts):
        if han(part) >= _ROW and parts.count(part) > max(map(english.count, english), default=1):
            yield f"it says {part} {parts.count(part)} times", "take the second one out"


_ASKS = re.compile("什么|怎么|怎样|哪|谁|吗|几|多少|为什么|是不是|有没有")


def ending(pair: Pair) -> Iterator[Found]:
    """Yield a question that is none any more, or a statement that became a question."""
    asks, asked = pair.english.rstrip().endswith("?"), pair.text.rstrip().endswith(("？", "?"))
    if re.search("吗。|吗$", pair.simplified):
        yield "a question has no question mark", "end it with ？"
    if PAUSE in pair.text or variety_of(pair.context):  # a title for the ear asks: what a T visa is, 什么是T签证？
        last = re.split(f"[{PAUSE}。？！]", pair.simplified.rstrip("。？！"))[-1]
        if not re.search(r"[.?!]$", pair.english.rstrip()) and bool(_ASKS.search(last)) != asked:
            yield "a title that asks has no question mark, or one that does not has one", "end it as it is said"
        return
    if asks != asked:
        yield "one of the two texts ends as a question, the other does not", "end both alike"


def long_sentence(pair: Pair) -> Iterator[Found]:
    """Yield a sentence of more than 40 Chinese characters."""
    for sentence in re.split(r"[。？！；]", pair.text):
        if han(sentence) > LONGEST_SENTENCE:
            yield f"a sentence of {han(sentence)} characters", f"make two; at most {LONGEST_SENTENCE} each"
            return


def list_items(pair: Pair) -> Iterator[Found]:
    """Yield a list whose items are not as many as in the English (numbered, or after a dash or dot)."""
    item = re.compile(r"(?m)^\s*(?:[-•·]|\d+[.)、])\s*")
    english, chinese = (len(item.findall(text)) for text in (pair.english, pair.text))
    if english != chinese:
        yield f"{english} list items became {chinese}", "keep the items of the list"
