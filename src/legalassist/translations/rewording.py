"""Is a change of the English one of wording only? What a program can see of it: it lets little pass, it never decides.

An attorney may say that a change of the English changed no meaning; its translation then stays as approved as it was.
Only what certainly changes wording alone is hers to say: signs and case, contractions, articles, a closed list of
spellings and doubles. A word of content that comes, goes, is replaced or changes places needs a translator, whatever
the word is: a list of dangerous words would never be whole (*under 21* and *over 21*, *your choice* and *our choice*).
"""

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from types import MappingProxyType
from typing import Final


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SIGNS: Final = str.maketrans({
    "’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " ", "\u2009": " ",
    "\u2011": "-", "–": "-", "—": "-", "…": ".",
})  # fmt: skip
_CONTRACTED: Final = tuple(
    (re.compile(rf"\b{ours}\b", re.IGNORECASE), theirs)
    for ours, theirs in (
        (r"can(?:'t|not)", "can not"),
        (r"won't", "will not"),
        (r"shan't", "shall not"),
        (r"(do|does|did|is|are|was|were|has|have|had|should|would|could|must|need)n't", r"\1 not"),
        (r"(i|you|we|they|who|what|that|it|he|she|there)'ll", r"\1 will"),
        (r"(i|you|we|they|who)'ve", r"\1 have"),
        (r"(you|we|they|who|what)'re", r"\1 are"),
        (r"i'm", "i am"),
        (r"let's", "let us"),
        (
            r"(it|that|there|here|what|who|where)'s(?= (?:not|a|an|the|your|our|in|on|at|for|free|safe)\b)",
            r"\1 is",
        ),
    )
)
"""*'s* is opened only where it cannot be *has* or an owner, *'d* never."""
_PIECE: Final = re.compile(
    r"(?P<held>\{[^}]*\}|https?://\S*[^\s.,;:!?)\"']|www\.\S*[^\s.,;:!?)\"']|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<number>\d+(?:[.,:/-]\d+)*)"
    r"|(?P<word>[A-Za-z](?:\.[A-Za-z])+\.?|[^\W\d_]+(?:'[^\W\d_]+)*(?:(?<=s)')?)"
    r"|(?P<stop>[.!;:]+)|(?P<ask>\?)|(?P<weak>[,()\[\]\-\"']+)|(?P<sign>[^\s\w])"
)
_ALIKE: Final[Mapping[str, str]] = MappingProxyType({
    "telephone": "phone", "telephones": "phones", "photograph": "photo", "photographs": "photos", "okay": "ok",
    "someone": "somebody", "anyone": "anybody", "everyone": "everybody", "till": "until", "towards": "toward",
    "licence": "license", "organisation": "organization", "organisations": "organizations", "labour": "labor",
    "cancelled": "canceled", "programme": "program", "judgement": "judgment", "counsellor": "counselor", "&": "and",
    "healthcare": "health care", "coworker": "co worker", "coworkers": "co workers",
    "u.s": "US", "e.g": "for example", "i.e": "that is", "whilst": "while",
})  # fmt: skip
"""One word, two spellings; or two words nobody tells apart."""
_DOUBLES: Final = tuple(
    (tuple(ours.split()), tuple(theirs.split()))
    for ours, theirs in (
        ("no one", "nobody"), ("need to", "have to"), ("needs to", "has to"), ("in order to", "to"),
        ("e mail", "email"), ("for instance", "for example"), ("per cent", "percent"), ("right away", "immediately"),
    )
)  # fmt: skip
_ARTICLES: Final = frozenset({"a", "an", "the"})
_COUNTS_WITH: Final = _set(
    "few little most more less number lot other same only one single couple dozen half hundred thousand million first "
    "last next second third minute hour day night week weekend month year moment while"
)
"""Before these an article says how many or which: *a few* and *few*, *the most* and *most*, *a day* and *the day*."""
_PLAINLY: Final = frozenset({"call", "ask", "come", "write"})
"""*Just call* is *call*; *just one copy* is a bound."""
_ANSWERS: Final = frozenset({"no", "not", "yes", "never"})
_STOP, _ASK, _WEAK = ".", "?", ","


def changes_of(old: str, new: str) -> Iterator[str]:
    """Yield what a change of the English changed beyond its wording, in the words of a message.

    A sentence that ends elsewhere counts as changed, and so does a comma that moves or stands at a *no*: *Do not sign.
    Before a lawyer reads it, call us* has the words of another advice.
    """
    before, after = _pieces(old), _pieces(new)
    ours, theirs = ([one for one in pieces if one != _WEAK] for pieces in (before, after))
    if ours == theirs:
        yield from _commas(before, after)
        return
    for kind, i, j, k, m in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if kind != "equal":
            yield f"more than wording: {_shown(ours[i:j])} changed to {_shown(theirs[k:m])}"


def _commas(before: list[str], after: list[str]) -> Iterator[str]:
    """Yield commas, brackets and dashes that moved, or that came or went beside a *no*."""
    ours, theirs = _places(before), _places(after)
    if ours - theirs and theirs - ours:
        yield "more than wording: the place of a comma, a bracket or a dash changed"
    words = [one for one in before if one != _WEAK]
    for place in sorted(ours ^ theirs):
        if _ANSWERS & set(words[max(0, place - 1) : place + 1]):
            yield f"more than wording: the comma at {_shown(words[max(0, place - 1) : place + 1])} changed"


def _places(pieces: list[str]) -> set[int]:
    """Return behind how many words there is a weak sign; those at the ends of a sentence divide nothing."""
    found, words = set(), 0
    for number, one in enumerate(pieces):
        if one != _WEAK:
            words += 1
        elif 0 < number < len(pieces) - 1 and not {pieces[number - 1], pieces[number + 1]} & {_STOP, _ASK}:
            found.add(words)
    return found


def _pieces(text: str) -> list[str]:
    """Return what a text says without what is wording only: its words, numbers, names and the ends of its sentences."""
    plain = re.sub(r"(?<=\d) ?([ap])\.?m\b\.?", r" \1m", text.translate(_SIGNS))
    for pattern, opened in _CONTRACTED:
        plain = pattern.sub(opened, plain)
    found: list[str] = []
    for match in _PIECE.finditer(plain):
        kind, piece = match.lastgroup, match[0]
        if kind == "word":
            found += _word(piece, starts=not found or found[-1] in {_STOP, _ASK}).split()
        elif kind in {"stop", "ask", "weak"}:
            _sign(found, {"stop": _STOP, "ask": _ASK, "weak": _WEAK}[kind])
        else:
            found.append(_ALIKE.get(piece, piece))
    while found and found[-1] in {_STOP, _WEAK}:
        found.pop()
    return _without_fillers(_doubled(found))


def _sign(found: list[str], sign: str) -> None:
    """Put a sign behind the words found; of several that stand together the strongest counts."""
    while found and found[-1] in {_WEAK, _STOP} and sign != _WEAK:
        found.pop()
    if not found or found[-1] not in {_WEAK, _STOP, _ASK}:
        found.append(sign)


def _word(word: str, *, starts: bool) -> str:
    """Return a word as it is compared: small, but for what is written in capitals (ICE is not ice, US is not us)."""
    bare = word.rstrip(".")
    if bare.lower() in _ALIKE:
        return _ALIKE[bare.lower()]
    capitals = bare.isupper() and bare != "I" and not (starts and bare == "A")
    return bare if capitals else bare.lower()


def _doubled(pieces: list[str]) -> list[str]:
    """Return the pieces with each double said in one way."""
    found: list[str] = []
    for one in pieces:
        found.append(one)
        for ours, theirs in _DOUBLES:
            if tuple(found[-len(ours) :]) == ours:
                found[-len(ours) :] = theirs
    return found


def _without_fillers(pieces: list[str]) -> list[str]:
    """Return the pieces without *please* and *just* at the head of a request, and articles that count nothing."""
    found: list[str] = []
    for number, one in enumerate(pieces):
        follows = pieces[number + 1] if number + 1 < len(pieces) else _STOP
        heads = not found or found[-1] in {_STOP, _ASK, _WEAK}
        filler = (
            (one == "please" and heads and follows not in {_STOP, _ASK, _WEAK})
            or (one == "just" and heads and follows in _PLAINLY)
            or (one in _ARTICLES and follows not in _COUNTS_WITH)
        )
        if not filler:
            found.append(one)
    return found


def _shown(words: list[str]) -> str:
    return f"“{' '.join(words)}”" if words else "nothing"
