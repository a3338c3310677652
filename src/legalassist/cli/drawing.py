"""References drawn by chance: what firms read tells nothing of the case, not even when it began."""

import secrets

_LETTERS, _DIGITS = "BCDFGHJKMNPQRSTVWXZ", "23456789"
"""No vowel, so that no word comes out; nothing that is mistaken for another sign when it is read aloud."""


def draw_reference() -> str:
    """Return a random reference such as ``K7M2-Q9X4``: letter and digit in turn, made from nothing."""
    drawn = [secrets.choice(_LETTERS if place % 2 == 0 else _DIGITS) for place in range(8)]
    return f"{''.join(drawn[:4])}-{''.join(drawn[4:])}"
