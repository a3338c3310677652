"""Question codes: five signs that stand for a question on paper, and are keyed in instead of its path.

A code hangs on the question's path alone, so it stays the same when questions are added, moved or reworded; its last
sign checks the others, so that a slip of the pen or of a finger is found and never becomes another question's answer.
"""

import re
from collections.abc import Mapping
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


def code_of(pattern: str) -> str:
    """Return the code of a question's path pattern (``family[].name``): four signs and the check sign."""
    number = int.from_bytes(sha256(pattern.encode()).digest()[:8])
    body = ""
    for _ in range(_BODY):
        number, sign = divmod(number, len(SIGNS))
        body += SIGNS[sign]
    return body + _check_sign(body)


def _check_sign(body: str) -> str:
    """Return the sign that a wrong sign, or two neighbours changed about, would not fit."""
    total = sum(weight * SIGNS.index(sign) for weight, sign in zip(_WEIGHTS, body, strict=True))
    return SIGNS[total % len(SIGNS)]


def patterns_by_code(interview: Interview) -> Mapping[str, tuple[str, ...]]:
    """Return the questions' paths by their codes; more than one below a code is an author's problem."""
    found: dict[str, tuple[str, ...]] = {}
    for pattern in interview.by_fact:
        found[code_of(pattern)] = (*found.get(code_of(pattern), ()), pattern)
    return found


def path_of(interview: Interview, typed: str) -> str | None:
    """Return the path that a code stands for: ``7KQ2M``, or ``7KQ2M.2`` for the second row of its group.

    None for what is no code at all, such as a path. Raises AnswerRefused for a mistyped code, one of no question, and
    one whose row is not said.
    """
    found = _CODE.fullmatch(typed)
    if found is None:
        return None
    code, rows = found["code"].upper(), tuple(int(one) for one in found["rows"].split(".")[1:])
    if _check_sign(code[:_BODY]) != code[_BODY]:
        raise AnswerRefused(
            "this is no question code: one of its signs is wrong", "read it again from the paper", typed
        )
    patterns = patterns_by_code(interview).get(code, ())
    if len(patterns) != 1:
        raise AnswerRefused("no question of this interview has this code", "is the sheet of an older version?", typed)
    path = instance_of(patterns[0], rows)
    if "[]" in path or len(rows) > patterns[0].count("[]"):
        wanted = patterns[0].count("[]")
        hint = f"write {code}{'.1' * wanted} for the first" if wanted else f"write {code} alone"
        raise AnswerRefused("the code and its rows do not fit", hint, typed)
    return path
