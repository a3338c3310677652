"""The pseudo-language: every text of a catalog longer, accented and in brackets, so that a test can see three things.

A text without brackets was never in a catalog; a bracket that does not close was cut; and what is a third longer than
the English shows where a page has no room. No reader ever meets it: it is no language of `languages.tags`.
"""

import re

_ACCENTS = str.maketrans("aeiouAEIOU", "áéíóúÁÉÍÓÚ")
_KEPT = re.compile(r"\{[^}]*\}")
OPEN, CLOSE = "【", "】"
_SHARE = 3


def pseudo(english: str) -> str:
    """Return the text in brackets, its vowels accented, a third longer; {placeholders} as they are."""
    parts, last = [], 0
    for found in _KEPT.finditer(english):
        parts += [english[last : found.start()].translate(_ACCENTS), found[0]]
        last = found.end()
    parts.append(english[last:].translate(_ACCENTS))
    longer = " ó" * (len(english) // (2 * _SHARE) + 1)
    return f"{OPEN}{''.join(parts)}{longer}{CLOSE}"
