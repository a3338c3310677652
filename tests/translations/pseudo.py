"""The pseudo-language: every text of a catalog longer, accented and in brackets, so that a test can see three things.

A text without brackets was never in a catalog; a bracket that does not close was cut; and what is a third longer than
the English shows where a page has no room. No reader ever meets it: it is no language of `languages.tags`.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from legalassist.library import Library
from legalassist.translations.extract import extract
from legalassist.translations.merge import HEADER, entry

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


def pseudo_shelf(folder: Path, library: Library, domains: Iterable[str]) -> Library:
    """Write catalogs in the pseudo-language into a folder, as its simplified Chinese; return the shelf of them."""
    for domain in domains:
        path = folder / f"locales/zh_Hans/LC_MESSAGES/{domain}.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        entries = [entry(one.context, one.english, pseudo(one.english)) for one in extract(library, domain)]
        path.write_text(HEADER.format(title=domain, language="zh_Hans") + "\n" + "\n\n".join(entries) + "\n", "utf-8")
    return Library(folder)


def outside(text: str) -> str:
    """Return what of a text stands outside of the brackets, line ends inside them included: what no catalog said."""
    found = 1
    while found:  # one text may stand inside another
        text, found = re.subn(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}", " ", text)
    return text
