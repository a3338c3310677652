"""Read-backs as an answers file spells them: below ``read_backs:``, and as entries of its log."""

import datetime as dt
import re
from collections.abc import Iterator

from legalassist.cases.read_back import Outcome, PieceRead, ReadBack
from legalassist.errors import AnswerRefused, Problem
from legalassist.facts.text import clean
from legalassist.interviews.yaml_source import At, Data, Source, did_you_mean, quoted

FIRST_KEY = "read_on"
"""The key by which an entry of a log is known to be a read-back."""

KEYS = (FIRST_KEY, "interpreter", "relay", "language", "dialect", "outcome", "by", "at", "pieces")
_NEEDED = (FIRST_KEY, "interpreter", "language", "by")
_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
_LANGUAGE = re.compile(r"[a-z]{2,3}(_[A-Z][a-z]{3})?", re.ASCII)
_DIGEST = re.compile(r"[0-9a-f]{64}")


def read_read_backs(source: Source, data: Data, at: At, *, first: int = 0
                    ) -> tuple[tuple[ReadBack, ...], tuple[Problem, ...]]:  # fmt: skip
    """Return the read-backs a list holds, and every problem in it; `first` is the place of its first entry."""
    if not isinstance(data, list):
        return (), (source.problem(at, "a list of read-backs is expected here", "begin each with '- '"),)
    found: list[ReadBack] = []
    problems: list[Problem] = []
    for number, entry in enumerate(data, first):
        wrong = list(_problems(source, entry, (*at, number)))
        problems.extend(wrong)
        if not wrong and isinstance(entry, dict):
            found.append(_read_back(entry))
    return tuple(found), tuple(problems)


def _read_back(entry: dict[str, Data]) -> ReadBack:
    """Return what an entry without problems says."""
    said = {key: str(entry.get(key, "")) for key in KEYS if key != "pieces"}
    pieces = entry["pieces"] if isinstance(entry["pieces"], dict) else {}
    return ReadBack(
        on=said[FIRST_KEY], interpreter=said["interpreter"], language=said["language"], dialect=said["dialect"],
        pieces=tuple(PieceRead(code, str(digest)) for code, digest in pieces.items()), by=said["by"], at=said["at"],
        outcome=Outcome(said["outcome"] or Outcome.CONFIRMED), relay=said["relay"],
    )  # fmt: skip


def _problems(source: Source, entry: Data, at: At) -> Iterator[Problem]:
    """Yield what is wrong with one entry."""
    if not isinstance(entry, dict) or any(not isinstance(entry.get(key), str) for key in _NEEDED):
        yield source.problem(at, "a read-back needs 'read_on:', 'interpreter:' (a code), 'language:' and 'by:'")
        return
    for key, word in entry.items():
        if key not in KEYS:
            yield source.problem((*at, key), f"unknown key {key!r}", did_you_mean(key, KEYS))
        elif key == "pieces":
            continue
        elif not isinstance(word, str):
            yield source.problem((*at, key), f"{key}: one text is expected here")
        else:
            yield from _wrong_word(source, key, word, (*at, key))
    yield from _wrong_pieces(source, entry.get("pieces"), (*at, "pieces"))


def _wrong_word(source: Source, key: str, word: str, at: At) -> Iterator[Problem]:
    """Yield what is wrong with the text of one key."""
    try:
        clean(word, one_line=True, limit=200)
    except AnswerRefused as refused:
        yield source.problem(at, f"{key}: {refused.message}", refused.hint)
        return
    if key == FIRST_KEY and not is_day(word):
        yield source.problem(at, "this is not a day", "year-month-day, for example 2026-12-01")
    elif key in ("interpreter", "relay") and not _CODE.fullmatch(word):
        yield source.problem(at, "this is no code of an interpreter", "as clinic.yaml writes it; never a name")
    elif key == "language" and not _LANGUAGE.fullmatch(word):
        yield source.problem(at, "this is no code of a language", "for example cmn or yue")
    elif key == "outcome" and word not in tuple(Outcome):
        hint = did_you_mean(word, tuple(Outcome)) or f"one of: {', '.join(Outcome)}"
        yield source.problem(at, "this is not a way in which a read-back ends", hint)


def is_day(word: str) -> bool:
    """Say whether a text is a day, year-month-day."""
    try:
        return dt.date.fromisoformat(word).isoformat() == word
    except ValueError:
        return False


def _wrong_pieces(source: Source, pieces: Data | None, at: At) -> Iterator[Problem]:
    """Yield what is wrong with the pieces that were read: codes with the sha256 of what was read."""
    if not isinstance(pieces, dict) or not pieces:
        hint = "for example 'statement-english: 9f86…'; 'legalassist read-back' writes it"
        yield source.problem(at, "a read-back says which pieces were read, with the sha256 of their text", hint)
        return
    for code, digest in pieces.items():
        if not _CODE.fullmatch(code):
            yield source.problem((*at, code), "this is no code of a piece", "small letters, digits and hyphens")
        elif not isinstance(digest, str) or not _DIGEST.fullmatch(digest):
            yield source.problem((*at, code), "the sha256 of the text that was read is expected here (64 digits)")


def read_back_lines(one: ReadBack) -> Iterator[str]:
    """Yield the lines of a log entry, every value in quotes so that nothing is guessed."""
    words = {FIRST_KEY: one.on, "interpreter": one.interpreter, "relay": one.relay, "language": one.language,
             "dialect": one.dialect, "outcome": one.outcome.value, "by": one.by, "at": one.at}  # fmt: skip
    for place, (key, text) in enumerate(words.items()):
        if text or key in _NEEDED:
            yield f"  {'- ' if place == 0 else '  '}{key}: {quoted(text)}"
    yield "    pieces:"
    for piece in one.pieces:
        yield f"      {piece.code}: {quoted(piece.digest)}"
