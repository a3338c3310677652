"""The bands of stage 1: who it is about, and whether it may be sent. In English, like all that stage 1 prints."""

from typing import Final

INVENTED: Final = "INVENTED EXAMPLE – about no real client"
"""Stands on whatever is about an invented client, also after a second reader's yes."""

UNREAD: Final = "NOT TO BE SENT – the second reader's yes is missing"
"""Stands until a second person has said yes to exactly this text."""


def bands_of(*, invented: bool, read: bool) -> tuple[str, ...]:
    """Return the bands of a paper: none on a real client's whose text a second person has said yes to."""
    return (*((INVENTED,) if invented else ()), *(() if read else (UNREAD,)))
