"""Is a change of the English one of wording only? What a program can see of it: it lets little pass, it never decides.

An attorney may say that a change of the English changed no meaning; its translation then stays as approved as it was.
Only what certainly changes wording alone is hers to say: how signs are printed, contractions, *please*, a closed list
of spellings and doubles. A word that comes, goes, is replaced or changes places needs a translator, whatever the word
is: a list of dangerous words would never be whole (*under 21* and *over 21*, *the clinic* and *a clinic*, *in the
charge of* and *in charge of*). So does a comma (*children who are under 21* are not all the children), a dash between
two ends (*Monday–Friday*), a capital inside a sentence (*the Door* is a place to ask).
"""

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from types import MappingProxyType
from typing import Final

_SIGNS: Final = str.maketrans({
    "’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " ", "\u2009": " ",
    "\u2011": "-", "–": "-", "—": "-", "…": ".",
})  # fmt: skip
_CONTRACTED: Final = tuple(
    (re.compile(rf"\b{ours}\b", re.IGNORECASE), theirs)
    for ours, theirs in (
        (r"(ca)n't", r"\1nnot"),
        (r"won't", "will not"),
        (r"shan't", "shall not"),
        (r"(do|does|did|is|are|was|were|has|have|had|should|would|must|need)n't", r"\1 not"),
        (r"(i|you|we|they|who|what|that|it|he|she|there)'ll", r"\1 will"),
        (r"(i|you|we|they|who)'ve", r"\1 have"),
        (r"(you|we|they|who|what)'re", r"\1 are"),
        (r"(i)'m", r"\1 am"),
        (
            r"(it|that|there|here|what|who|where)'s(?= (?:not|a|an|the|your|our|in|on|at|for|free|safe)\b)",
            r"\1 is",
        ),
    )
)
"""*'s* is opened only where it cannot be *has* or an owner, *'d* never; *let's* is not *let us* (go), *can not* leaves
a choice (not to), *cannot* none, and so with *could not*."""
_PIECE: Final = re.compile(
    r"(?P<held>\{[^}]*\}|https?://\S*[^\s.,;:!?)\"']|www\.\S*[^\s.,;:!?)\"']|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<number>\d+(?:[.,:/-]\d+)*)"
    r"|(?P<word>[A-Za-z](?:\.[A-Za-z])+\.?|e-mails?|co-workers?|[^\W\d_]+(?:'[^\W\d_]+)*(?:(?<=s)')?)"
    r"|(?P<joined>(?<=\S)-(?=\S)|(?<=[\d$] )-|-(?= [\dA-Z$]))"
    r"|(?P<stop>[.!;]+)|(?P<ask>\?)|(?P<weak>,)|(?P<aside>[()\[\]-])|(?P<quote>[\"'])|(?P<sign>[^\s\w])"
)
"""A dash that stands close, or at a number or a capital, joins the ends of a span; another sets a thought aside."""
_ALIKE: Final[Mapping[str, str]] = MappingProxyType({
    "telephone": "phone", "telephones": "phones", "photograph": "photo", "photographs": "photos", "okay": "ok",
    "someone": "somebody", "anyone": "anybody", "everyone": "everybody", "till": "until", "towards": "toward",
    "licence": "license", "organisation": "organization", "organisations": "organizations", "labour": "labor",
    "cancelled": "canceled", "programme": "program", "judgement": "judgment", "counsellor": "counselor", "&": "and",
    "healthcare": "health care", "co-worker": "coworker", "co-workers": "coworkers", "e-mail": "email",
    "e-mails": "emails", "u.s": "US", "e.g": "for example", "i.e": "that is", "whilst": "while",
})  # fmt: skip
"""One word, two spellings; or two words nobody tells apart."""
_DOUBLES: Final = tuple(
    (tuple(ours.split()), tuple(theirs.split()))
    for ours, theirs in (
        ("no one", "nobody"), ("for instance", "for example"), ("per cent", "percent"), ("right away", "immediately"),
    )
)  # fmt: skip
_DUTIES: Final[Mapping[str, str]] = MappingProxyType({"need": "have", "needs": "has"})
"""*Need to* is *have to* where a sentence or clause begins: *the papers you have to show* may be her own papers."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SAY_WHO: Final = _set("i you we they it nobody somebody anybody everybody do does did not will would may might")
_BEGIN: Final = _set("if when because but unless until while although before after")
_ORDINARY: Final = _set(
    "a an the this that these those there you we they i it he she your our their if when before after while do does "
    "did is are can may must will ask call tell say bring come keep please no not never nobody somebody anybody "
    "everybody in on at for with and but or so"
)
"""What is written with a capital for no other reason than that a sentence begins."""
_STOP, _ASK, _WEAK, _ASIDE, _JOINED, _QUOTE = ".", "?", ",", "(", "-", '"'
_ENDS: Final = frozenset({_STOP, _ASK})


def changes_of(old: str, new: str) -> Iterator[str]:
    """Yield what a change of the English changed beyond its wording, in the words of a message.

    A sentence that ends elsewhere counts as changed, and so does a comma that comes, goes or moves: *Do not sign.
    Before a lawyer reads it, call us* has the words of another advice, *not, because they say so* another reason.
    """
    ours, theirs = _pieces(old), _pieces(new)
    for kind, i, j, k, m in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        if {*ours[i:j], *theirs[k:m]} <= {_WEAK, _ASIDE, _JOINED}:
            beside = _shown(ours[max(0, i - 1) : j + 1])
            yield f"more than wording: the comma, bracket or dash at {beside} changed"
        else:
            yield f"more than wording: {_shown(ours[i:j])} changed to {_shown(theirs[k:m])}"


def _pieces(text: str) -> list[str]:
    """Return what a text says without what is wording only: its words, numbers, names and the ends of its sentences."""
    plain = re.sub(r"(?<=\d) ?([ap])\.?m\b\.?", r" \1m", text.translate(_SIGNS))
    for pattern, opened in _CONTRACTED:
        plain = pattern.sub(opened, plain)
    found: list[str] = []
    signs = {"stop": _STOP, "ask": _ASK, "weak": _WEAK, "aside": _ASIDE}
    for match in _PIECE.finditer(plain):
        kind, piece = str(match.lastgroup), match[0]
        if kind == "word":
            found += _word(piece, starts=not found or found[-1] in _ENDS).split()
        elif kind in signs:
            _sign(found, signs[kind])
        else:
            found.append({"joined": _JOINED, "quote": _QUOTE}.get(kind) or _ALIKE.get(piece, piece))
    while found and found[-1] in {_STOP, _WEAK, _ASIDE}:
        found.pop()
    return _in_a_row(_without_please(_doubled(found)))


def _sign(found: list[str], sign: str) -> None:
    """Put a sign behind the words found; at the end of a sentence its end alone counts."""
    while found and found[-1] in {_WEAK, _ASIDE, _STOP} and sign in _ENDS:
        found.pop()
    if found and found[-1] not in _ENDS:
        found.append(sign)


def _word(word: str, *, starts: bool) -> str:
    """Return a word as it is compared: as written (ICE is not ice), but for an ordinary one where a sentence begins."""
    bare = word.rstrip(".")
    low = bare.lower()
    if low in _ALIKE and (starts or bare in {low, "E.g", "U.S"}):
        return _ALIKE[low]
    return low if starts and low in _ORDINARY else bare


def _doubled(pieces: list[str]) -> list[str]:
    """Return the pieces with each double said in one way."""
    found: list[str] = []
    for number, one in enumerate(pieces):
        follows = pieces[number + 1] if number + 1 < len(pieces) else ""
        duty = one in _DUTIES and follows == "to" and _begins(found)
        found.append(_DUTIES[one] if duty else one)
        for ours, theirs in _DOUBLES:
            if tuple(found[-len(ours) :]) == ours and follows != "of":
                found[-len(ours) :] = theirs
    return found


def _begins(before: list[str]) -> bool:
    """Say whether nothing stands before who has to do it: a sentence or a clause begins there."""
    left = list(before)
    while left and left[-1] in _SAY_WHO:
        left.pop()
    if left == before:
        return len(left) in {2, 3} and left[0] in {"the", "your", "our", "a"}
    return not left or left[-1] in {*_ENDS, _WEAK, *_BEGIN}


def _without_please(pieces: list[str]) -> list[str]:
    """Return the pieces without *please* at the head of a request."""
    ends = {*_ENDS, _WEAK, _ASIDE, _QUOTE}
    return [
        one
        for number, one in enumerate(pieces)
        if one not in {"please", "Please"}
        or (number and pieces[number - 1] not in {*_ENDS, _WEAK})
        or (pieces[number + 1] if number + 1 < len(pieces) else _STOP) in ends
    ]


def _in_a_row(pieces: list[str]) -> list[str]:
    """Return the pieces without the comma before the last of a plain row: *passport, visa, and photos*."""
    return [one for number, one in enumerate(pieces) if one != _WEAK or not _last_of_row(pieces, number)]


def _last_of_row(pieces: list[str], comma: int) -> bool:
    """Say whether a comma stands before the last of three or more things, each but the first one bare small word.

    With an article or a name between the commas it may be one person said twice: *your lawyer, Ana Ruiz, and a doctor*.
    """
    row = pieces[max(0, comma - 2) : comma + 4]
    if len(row) < 5 or row[3] not in {"and", "or"}:  # noqa: PLR2004 - a comma, a thing, a comma, and, a thing
        return False
    bare = row[1].isalpha() and row[1].islower() and row[4].isalpha() and row[1] not in {*_ORDINARY, *_BEGIN}
    return row[0] == _WEAK and bare and (len(row) < 6 or row[5] in _ENDS)  # noqa: PLR2004 - nothing behind it


def _shown(words: list[str]) -> str:
    return f"“{' '.join(words)}”" if words else "nothing"
