"""Which date of a sentence belongs to what it tells: the one in the same clause, or alone in the clause beside it."""

import re
from dataclasses import dataclass
from itertools import pairwise

from legalassist.facts.text_dates import TextDate

_CUT = re.compile(
    r"[,，;；:：—–()（）]\s*|(?=\b(?:and|but|so|because|until(?!\s+\x00)|before|after|when|while)\b)", re.IGNORECASE
)
_NOTHING = re.compile(
    r"\b(?:on|in|by|at|around|about|then|and|later|finally|that|the|it|was|day|year|early|late|of|so)\b"
    r"|那天|那年|那一年|那时候|那时|的时候|是|在|从|到了?|后来|大概|[^\w\x01]|\x00",
    re.IGNORECASE,
)
_FROM_ANOTHER_DAY = re.compile(
    r"\b(?:days?|weeks?|months?|years?|hours?) (?:later|after|before|earlier)\b"
    r"|[天周年月](?:后|之后|以后|前|之前|以前)",
    re.IGNORECASE,
)

_FROM = re.compile(r"(?:\b(?:from|since)\s+(?:about\s+|around\s+)?|[从自])$", re.IGNORECASE)
_UNTIL = re.compile(
    r"(?:\b(?:until|till|to|through)\s+(?:about\s+|around\s+)?|(?:做|干|工作|打工|上班|关|控制)?到了?)$", re.IGNORECASE
)
_LEAD = re.compile(r"(?:from|since|until|till|to|through)\s+", re.IGNORECASE)
"""What a date may begin with."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a sentence: where it begins, its words with every date blotted out, and the dates that belong to it.

    Dates belong to it that stand in it, or alone in the clause beside it; none where it counts from another day.
    """

    start: int
    words: str
    dates: tuple[TextDate, ...]

    def nearest(self, start: int, end: int) -> TextDate | None:
        """Return the date that stands nearest to a place of the clause, from its first to behind its last sign."""
        middle = self.start + (start + end) // 2
        return min(self.dates, key=lambda one: min(abs(one.start - middle), abs(one.end - middle)), default=None)


def blotted(sentence: str, dates: tuple[TextDate, ...]) -> str:
    """Return a sentence with every date in it blotted out, sign for sign: the comma of a date parts no clause."""
    for one in dates:
        sentence = sentence[: one.start] + "\x00" * (one.end - one.start) + sentence[one.end :]
    return sentence


def clauses_of(sentence: str, dates: tuple[TextDate, ...]) -> tuple[Clause, ...]:
    """Return the clauses of a sentence."""
    masked = blotted(sentence, dates)
    cuts = sorted({0, *(found.end() for found in _CUT.finditer(masked)), len(masked)})
    spans = [(first, last) for first, last in pairwise(cuts) if first < last]
    own = [tuple(one for one in dates if first <= one.start < last) for first, last in spans]
    alone = [bool(own[n]) and not _NOTHING.sub("", masked[first:last]) for n, (first, last) in enumerate(spans)]
    return tuple(
        Clause(first, masked[first:last], _belonging(masked[first:last], n, own, alone))
        for n, (first, last) in enumerate(spans)
    )


def _belonging(words: str, at: int, own: list[tuple[TextDate, ...]], alone: list[bool]) -> tuple[TextDate, ...]:
    if _FROM_ANOTHER_DAY.search(words):
        return ()
    beside = [n for n in (at - 1, at + 1) if 0 <= n < len(own) and alone[n]]
    return own[at] or (own[beside[0]] if beside else ())


def span_of(sentence: str, clause: Clause) -> tuple[TextDate | None, TextDate | None]:
    """Return since when and until when something went on, where a clause says so: from 2019, 做到2021年."""
    since = until = None
    for one in clause.dates:
        word = _LEAD.match(sentence, one.start)
        before = sentence[: word.end() if word else one.start]
        if _UNTIL.search(before):
            until = one
        elif _FROM.search(before):
            since = one
    return since, until
