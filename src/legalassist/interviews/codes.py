"""Question codes: five signs that stand for a question on paper, and are keyed in instead of its path.

A code hangs on the question's path alone, so it stays the same when questions are added, moved or reworded; its last
sign checks the others *and the row behind them*, so that a slip of the pen or of a finger is found and never becomes
another question's answer, or another person's.
"""

import re
from collections.abc import Mapping
from functools import cache
from hashlib import sha256

from legalassist.errors import AnswerRefused
from legalassist.facts.paths import instance_of
from legalassist.interviews.schema import Interview

SIGNS = "23456789BCDFGHJKLMNPQRSTVWXYZ"
"""No vowels, so that no code spells a word, and no 0, 1. There are 29, a prime: with weights that all differ, the check
sign then finds every wrong sign and every two neighbours changed about."""

_BODY = 4
_CODE = re.compile(rf"(?P<code>[{SIGNS}]{{{_BODY + 1}}})(?P<rows>(?:\.[1-9]\d{{0,5}})*)", re.IGNORECASE)
_WEIGHTS = (1, 3, 5, 9)
_ROW_WEIGHTS = (7, 11, 13, 17)
MOST_ROWS = len(SIGNS) - 1
"""Rows that have codes: up to here every row of a question has another check sign. A sheet has at most 12."""


def code_of(pattern: str, rows: tuple[int, ...] = ()) -> str:
    """Return the code of a question's path pattern (``family[].name``): four signs and the check sign.

    With `rows`, as a sheet prints it for one row: the check sign of that row, and the row's number (``HQLRB.2``).
    """
    body = _body_of(pattern)
    return body + _check_sign(body, rows) + "".join(f".{row}" for row in rows)


@cache  # each code keyed in is looked for among those of all questions
def _body_of(pattern: str) -> str:
    """Return the four signs of a path pattern."""
    number = int.from_bytes(sha256(pattern.encode()).digest()[:8])
    body = ""
    for _ in range(_BODY):
        number, sign = divmod(number, len(SIGNS))
        body += SIGNS[sign]
    return body


def _check_sign(body: str, rows: tuple[int, ...] = ()) -> str:
    """Return the sign that a wrong sign or row, or two neighbours changed about, would not fit."""
    total = sum(weight * SIGNS.index(sign) for weight, sign in zip(_WEIGHTS, body, strict=True))
    total += sum(weight * row for weight, row in zip(_ROW_WEIGHTS, rows, strict=False))
    return SIGNS[total % len(SIGNS)]


def patterns_by_code(interview: Interview) -> Mapping[str, tuple[str, ...]]:
    """Return the questions' paths by their codes; more than one below a code is an author's problem."""
    found: dict[str, tuple[str, ...]] = {}
    for pattern in interview.by_fact:
        found[code_of(pattern)] = (*found.get(code_of(pattern), ()), pattern)
    return found


def path_of(interview: Interview, typed: str) -> str | None:
    """Return the path that a code stands for: ``7KQ2M``, or ``7KQ2P.2`` for the second row of its group.

    None for what is no code at all, such as a path. Raises AnswerRefused for a mistyped code or row, a code of no
    question, and one whose row is not said.
    """
    found = _CODE.fullmatch(typed)
    if found is None:
        return None
    code, rows = found["code"].upper(), tuple(int(one) for one in found["rows"].split(".")[1:])
    body, sign = code[:_BODY], code[_BODY]
    patterns = [pattern for pattern in interview.by_fact if _body_of(pattern) == body]
    if sign != _check_sign(body, rows):
        of_a_question = sign == _check_sign(body) and len(patterns) == 1
        raise _mistyped(typed, rows, patterns[0] if of_a_question else "")
    if len(patterns) != 1:
        raise AnswerRefused("no question of this interview has this code", "is the sheet of an older version?", typed)
    wanted = patterns[0].count("[]")
    if len(rows) != wanted:
        raise _without_its_row(typed, code, wanted)
    if max(rows, default=0) > MOST_ROWS:
        raise AnswerRefused(f"no sheet has more than {MOST_ROWS} rows", "read the number again from the paper", typed)
    return instance_of(patterns[0], rows)


def _mistyped(typed: str, rows: tuple[int, ...], pattern: str) -> AnswerRefused:
    """Return what to say of a code whose check sign does not fit; `pattern` of its question where the row alone is."""
    if not pattern:
        wrong = "one of its signs, or the row behind it, is wrong" if rows else "one of its signs is wrong"
        return AnswerRefused(f"this is no question code: {wrong}", "read it again from the paper", typed)
    wanted = pattern.count("[]")
    if len(rows) != wanted:
        return _without_its_row(typed, code_of(pattern), wanted)
    wrong = "the number behind this code is not the row that its last sign stands for"
    older = f"on a sheet of an older version, look whose row it is and write {instance_of(pattern, rows)}"
    return AnswerRefused(wrong, f"read it again from the paper; {older}", typed)


def _without_its_row(typed: str, code: str, wanted: int) -> AnswerRefused:
    hint = "write it with what stands behind its dot on the paper" if wanted else f"write {code} alone"
    return AnswerRefused("the code and its rows do not fit", hint, typed)
