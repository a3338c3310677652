"""Where each printed word comes from: a statement's authorities, the clinic itself, or what stands on every handout.

Whatever a finished piece says that has none of these was put there by a template: no statement rests behind it, and no
attorney has approved it. So it is a problem, as a lost word is.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from legalassist.handouts.panels import foot
from legalassist.handouts.piece import Piece
from legalassist.handouts.speech import WRITTEN_IN, heard, spoken_context
from legalassist.handouts.topic import Statement
from legalassist.handouts.words import band_of

_GONE = "\x00"
_BETWEEN = re.compile(r"[\s“”·•]+")
"""What stands between texts and says nothing: space, the marks around what is said in English, dots."""

_NO_NUMBER = "———"
"""Stands on a tab to tear off where the number will be."""


class Basis(StrEnum):
    """What a printed text rests on."""

    LAW = "law"
    """Its statement's authorities, or the authority that a contact's number stands in."""
    OWN = "own"
    """Nothing of the law: what the clinic does or advises, its name, number, hours and lines."""
    TITLE = "title"
    """It names its topic."""
    FIXED = "fixed"
    """The words of every handout (`words.WORDS`), its band and its version code."""


@dataclass(frozen=True, slots=True)
class Source:
    """A text as it is printed, what it rests on, and the authorities by id (of the law's only)."""

    text: str
    basis: Basis
    authorities: tuple[str, ...] = ()


def sources_of(piece: Piece) -> tuple[Source, ...]:
    """Return everything a piece may print, each with what it rests on.

    Raises ValueError for a statement that rests on no authority and is not the clinic's own; no topic that was read
    from a shelf holds one.
    """
    return (*_of_texts(piece), *_of_the_clinic(piece), *_of_every_handout(piece))


def _of_texts(piece: Piece) -> Iterator[Source]:
    said = dict(_by_context(piece))
    titles = {piece.topic.title_context, *(heard(variety, piece.topic.title_context) for variety in WRITTEN_IN)}
    for one in piece.texts:
        if one.context in said:
            yield _of_statement(said[one.context], one.text)
        elif one.context.startswith(("contact.", "hours.")):
            yield Source(one.text, Basis.LAW, (one.context.partition(".")[2],))
        else:
            yield Source(one.text, Basis.TITLE if one.context in titles else Basis.FIXED)
    yield from (Source(number, Basis.LAW, (identifier,)) for identifier, number in piece.contacts)


def _by_context(piece: Piece) -> Iterator[tuple[str, Statement]]:
    for one in piece.topic.statements:
        yield from ((piece.topic.context(one, part), one) for part in ("text", "more"))
        yield from ((spoken_context(piece.topic, one, variety), one) for variety in WRITTEN_IN)


def _of_statement(statement: Statement, text: str) -> Source:
    if bool(statement.authorities) == statement.own:
        message = f"the statement {statement.id!r} rests on no authority and is not the clinic's own, or is both"
        raise ValueError(message)
    return Source(text, Basis.OWN if statement.own else Basis.LAW, statement.authorities)


def _of_the_clinic(piece: Piece) -> Iterator[Source]:
    yield from (Source(text, Basis.OWN) for text in piece.own_texts)


def _of_every_handout(piece: Piece) -> Iterator[Source]:
    marks = [foot(piece, language).text for language in piece.languages]
    marks += [piece.code, _NO_NUMBER, *(words for _, words in band_of(piece.languages) if piece.banded)]
    yield from (Source(text, Basis.FIXED) for text in marks)


def unsourced(text: str, sources: Iterable[Source]) -> tuple[str, ...]:
    """Return what a printed text says beside its sources, without white space; empty where each word has one."""
    # Longest first, and no pattern of them all: the module of patterns would keep one for each of hundreds of pieces.
    left = _bare(text)
    for known in sorted({_bare(one.text) for one in sources} - {""}, key=len, reverse=True):
        left = left.replace(known, _GONE)
    return tuple(part for part in left.split(_GONE) if part)


def _bare(text: str) -> str:
    return _BETWEEN.sub("", text)
