"""Is a change of the English one of wording only? What a program can see of it: it refuses, it never decides.

An attorney may say that a change of the English changed no meaning; its translation then stays as approved as it was.
That is not hers to say where numbers, dates, negations, duties and permissions, names or bounds changed: such a change
needs a translator. Whatever else changed, she reads both texts.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from types import MappingProxyType

from legalassist.translations.gates.keywords import ACTORS

Seen = Counter[str]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_NUMBERS = _set(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million first second "
    "third fourth fifth once twice half double both"
)
_DATES = _set(
    "today tomorrow yesterday noon midnight a.m p.m am pm day days week weeks month months year years hour hours "
    "minute minutes daily weekly monthly yearly"
)
_NEGATIONS = _set(
    "not no never none nobody nothing nowhere neither nor without unable refuse refuses refused deny denies denied "
    "avoid fail fails failed stop stops lack lacks forbid forbidden illegal instead"
)
_BOUNDS = _set(
    "or only unless except before after until within least most more less fewer than every all any each either "
    "always often sometimes if when while during because although but"
)
_DUTIES: Mapping[str, str] = MappingProxyType({
    r"\b(?:must|shall|ha(?:ve|s|d) to|needs? to|needed to|required?|requires|obliged)\b": "must",
    r"\b(?:should|ought)\b": "should",
    r"\b(?:can|could|able)\b": "can",
    r"\b(?:may|might|allowed|permitted)\b": "may",
    r"\b(?:will|would|going to)\b": "will",
})  # fmt: skip
_OPPOSITE = ("un", "in", "im", "dis", "non", "ir", "il")
_WORD = re.compile(r"[a-z][a-z'.]*[a-z]|[a-z]")
_NAME = re.compile(r"[A-Z][\w’'-]*")
_HOLDER = re.compile(r"\{[^}]*\}|https?://\S+|[\w.+-]+@[\w.-]+|[“\"][^”\"]*[”\"]")
_STARTS = re.compile(r"(?:^|[.?!:;(“\"]\s*|\n\s*)$")


def changes_of(old: str, new: str, plain: Collection[str] = ()) -> Iterator[str]:
    """Yield what a change of the English changed beyond its wording, in the words of a message.

    `plain` are words the shelf writes in small letters: one that begins a sentence is then no name.
    """
    looks: Mapping[str, Callable[[str], Seen]] = {
        "numbers": _numbers,
        "dates": lambda text: _among(text, _DATES),
        "negations": _negations,
        "what one must, may, can or will do": _duties,
        "names": lambda text: _names(text, plain),
        "bounds and connectors": lambda text: _among(text, _BOUNDS),
        "who does it": _actors,
    }
    for what, look in looks.items():
        before, after = look(old), look(new)
        if before != after:
            gone, come = (", ".join(sorted(one)) or "nothing" for one in (before - after, after - before))
            yield f"{what} changed: {gone} became {come}"
    yield from (
        f"a word was turned into its opposite: {word}"
        for word in sorted(set(_words(new)) ^ set(_words(old)))
        if any(word == f"{one}{stem}" for stem in {*_words(old), *_words(new)} for one in _OPPOSITE)
    )


def _low(text: str) -> str:
    plain = re.sub(r"\bcan(?:not|'t)\b", "can not", text.lower().replace("’", "'"))
    return re.sub(r"\bwon't\b", "will not", plain).replace("n't", " not")


def _words(text: str) -> list[str]:
    return _WORD.findall(_low(re.sub(_HOLDER, " ", text)))


def _among(text: str, words: Collection[str]) -> Seen:
    return Counter(one for one in _words(text) if one in words)


def _numbers(text: str) -> Seen:
    return Counter(re.findall(r"\d+(?:[.,:/-]\d+)*", text)) + _among(text, _NUMBERS)


def _negations(text: str) -> Seen:
    return _among(text, _NEGATIONS)


def _duties(text: str) -> Seen:
    low = re.sub(r"\b(?:may) (?=\d)", " ", _low(text))
    return Counter({name: len(re.findall(pattern, low)) for pattern, name in _DUTIES.items()})


def _names(text: str, plain: Collection[str]) -> Seen:
    """Count names: words in capitals inside a sentence, or never written small; and whatever is quoted."""
    found = Counter(_HOLDER.findall(text))
    for match in _NAME.finditer(re.sub(_HOLDER, " ", text)):
        word = match[0]
        starts = _STARTS.search(match.string[: match.start()]) is not None
        if word != "I" and (not starts or (word.lower() not in plain and len(word) > 1) or word.isupper()):
            found[word] += 1
    return found


def _actors(text: str) -> Seen:
    low = text.lower()
    return Counter(found[0] for one in ACTORS if (found := re.search(one, low)) is not None)
