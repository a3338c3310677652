"""Case numbers: C, a hyphen, four letters or digits; random, so that they tell neither count nor order."""

import re
from collections.abc import Callable

_LETTERS = "23456789BCDFGHJKMNPQRSTVWXZ"
"""No vowels, so that no number spells a word; nothing that looks like something else."""
_NUMBER = re.compile(rf"[Cc]-[{_LETTERS}{_LETTERS.lower()}]{{4}}")


def is_number(text: str) -> bool:
    """Say whether a text is written like a case number."""
    return _NUMBER.fullmatch(text) is not None


def draw(randomness: Callable[[int], bytes], count: int) -> str:
    """Return that many letters, each as likely as another: bytes that would favour some are drawn again."""
    most, drawn = 256 // len(_LETTERS) * len(_LETTERS), ""
    while len(drawn) < count:
        drawn += "".join(_LETTERS[byte % len(_LETTERS)] for byte in randomness(count) if byte < most)
    return drawn[:count]
