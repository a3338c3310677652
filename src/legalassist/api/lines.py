"""Text that a person types for the record: one line (a name, a title), or some lines (a note, a reason)."""

from legalassist.errors import AnswerRefused, UsageError
from legalassist.facts.text import clean

LONGEST_NAME, LONGEST_TITLE, LONGEST_REASON = 80, 200, 1_000


def person_name(name: str) -> str:
    """Return a name people of the store are listed by; UsageError for what is none."""
    return one_line(name, "name", LONGEST_NAME)


def one_line(text: str, what: str, limit: int) -> str:
    """Return one line of clean text, without spaces around it.

    Raises UsageError, which says `what` it is and nothing of the text, for none, a longer one, and for characters that
    do harm.
    """
    try:
        line = clean(text.strip(" "), one_line=True, limit=limit)
    except AnswerRefused as refused:
        raise UsageError(f"this {what} cannot be kept: {refused.message}", refused.hint) from None
    if not line:
        raise UsageError(f"a {what} is needed", "it stands in lists and on record")
    return line


def some_lines(text: str, what: str, limit: int, *, none: tuple[str, str]) -> str:
    """Return some lines of clean text, without spaces around them; `none` is what is said, and its hint, for none.

    Raises UsageError as `one_line` does.
    """
    try:
        written = clean(text.strip(), limit=limit)
    except AnswerRefused as refused:
        raise UsageError(f"this {what} cannot be kept: {refused.message}", refused.hint) from None
    if not written:
        raise UsageError(*none)
    return written
