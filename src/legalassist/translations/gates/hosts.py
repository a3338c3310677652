"""Addresses of the net on paper: only those that somebody has put on the list; a reader types what stands there."""

import re
from collections.abc import Collection, Iterator

from legalassist.errors import ContentError, Place, Problem
from legalassist.library import Library
from legalassist.translations.gates.alarm import Found, Pair

HOSTS = "locales/hosts.txt"
_NAME = re.compile(r"\.?(?:[a-z0-9-]+\.)*[a-z0-9-]{2,}")
_IN_TEXT = re.compile(
    r"(?:https?://|@|(?<![\w.@/-]))((?:[\w-]+\.)+(?:gov|org|com|net|us|nyc|edu|info|cn|[a-z]{2,}(?=/)))\b", re.ASCII
)


class Hosts:
    """The names that may be printed."""

    def __init__(self, names: Collection[str]) -> None:
        """Take the lines of the list."""
        self._whole = {one for one in names if not one.startswith(".")}
        self._endings = tuple(one for one in names if one.startswith("."))

    def hosts(self, pair: Pair) -> Iterator[Found]:
        """Yield each address in the translation that nobody has put on the list."""
        for name in dict.fromkeys(one.lower() for one in _IN_TEXT.findall(pair.text)):
            plain = name.removeprefix("www.")
            if plain not in self._whole and not plain.endswith(self._endings):
                yield f"{name} is not on the list of addresses", f"look at every letter; then add it to {HOSTS}"


def read_hosts(library: Library) -> Hosts:
    """Return the list of a shelf; raises ContentError naming each line that is no name of the net."""
    book = library.get(HOSTS)
    lines = [(number, line.partition("#")[0].strip()) for number, line in enumerate(book.text.splitlines(), 1)]
    wrong = [
        Problem(
            Place(book.name, number), f"{line!r} is no name of the net", "write it as example.org, in small letters"
        )
        for number, line in lines
        if line and not _NAME.fullmatch(line)
    ]
    if wrong:
        raise ContentError(problems=tuple(wrong))
    return Hosts([line for _, line in lines if line])
