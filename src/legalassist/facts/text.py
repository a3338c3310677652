"""The one door for text: what comes through is what was typed, and nothing in it can do harm.

A control character breaks a Word file, a direction override makes a reader see another sentence than the computer
does, an invisible character hides a name from the check before mailing. Such characters are refused with their
place, never dropped: nothing a client said is changed in silence. Everything else passes as it is. There is no
Unicode normalisation: a name keeps the very characters its papers have.
"""

import re

from legalassist.errors import AnswerRefused

LONGEST = 60_000
"""Characters in the longest answer: about forty pages."""

_DANGERS = (
    ("a control character", r"\x00-\x08\x0b-\x1f\x7f-\x9f"),
    ("half of a surrogate pair", r"\ud800-\udfff"),
    ("a direction override", r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"),
    ("a line separator", r"\u2028\u2029"),
    ("a byte order mark", r"\ufeff"),
    ("a mark of damaged text", r"\ufff9-\ufffd"),
    # Joiners (U+200C, U+200D) and variation selectors stay: Persian, emoji and rare Hanzi are spelled with them.
    ("an invisible character", r"\u00ad\u034f\u115f\u1160\u180e\u200b\u2060-\u2065\u3164\uffa0\U000e0000-\U000e007f"),
    (
        "a non-character",
        r"\ufdd0-\ufdef\ufffe\uffff" + "".join(f"\\U{plane:04x}fffe\\U{plane:04x}ffff" for plane in range(1, 17)),
    ),
)
_DANGER = re.compile("|".join(f"([{characters}])" for _, characters in _DANGERS))
_LINE_BREAK = re.compile(r"[\t\n]")


def clean(text: str, *, one_line: bool = False, limit: int = LONGEST, fact: str = "") -> str:
    """Return the text with line ends as LF, otherwise unchanged.

    Args:
        text: what was typed or read from a file.
        one_line: refuse line ends and tabs as well (a name, a city, a number).
        limit: the most characters allowed, counted before anything else is looked at.
        fact: the path of the fact, for the message.

    Raises:
        AnswerRefused: for a text that is too long or holds a dangerous character; the message gives the
            character's number (from 1), kind and code point, and nothing of the text.
    """
    if len(text) > limit:
        message, hint = f"this text has more than {limit:,} characters", "shorten it, or put it into several answers"
        raise AnswerRefused(message, hint, fact)
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    if danger := _DANGER.search(lines):
        kind = _DANGERS[(danger.lastindex or 1) - 1][0]
        message = f"character {danger.start() + 1} is {kind} (U+{ord(danger.group()):04X})"
        raise AnswerRefused(message, "delete it, or type this part of the text anew", fact)
    if one_line and (found := _LINE_BREAK.search(lines)):
        kind = "a tab" if found.group() == "\t" else "a line end"
        message = f"character {found.start() + 1} is {kind}; this answer is one line"
        raise AnswerRefused(message, "put a space there, or a comma", fact)
    return lines


def safe_for_terminal(text: str) -> str:
    """Return the text with every dangerous character shown as its code point: ``<U+001B>``. Line ends and tabs stay."""
    return _DANGER.sub(lambda danger: f"<U+{ord(danger.group()):04X}>", text)
