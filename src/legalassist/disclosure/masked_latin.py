"""Names in Latin letters with some of them hidden: "W*ng Xi*omei". A person looks: rule (6)."""

import re
from collections.abc import Iterable, Iterator

from legalassist.disclosure.hits import Level
from legalassist.disclosure.latin_names import Found, Person
from legalassist.disclosure.parts import STRICT, Kind
from legalassist.disclosure.reading import Reading

_MASK = "*•●○█_#×?"
_HAS_ONE = re.compile(rf"[{_MASK}](?<!\?)|\?(?=[A-Za-z])")
"""A letter may be hidden; a question mark behind a word only asks."""
_WORD = rf"[A-Za-z]*(?:[A-Za-z][{_MASK}]|[{_MASK}][A-Za-z])[A-Za-z{_MASK}]*"
_MASKED = re.compile(rf"{_WORD}(?:[ -](?:{_WORD}|[A-Za-z]+))?|[A-Za-z]+[ -]{_WORD}")
_FEWEST = 4
"""Letters that must be left: of fewer, anything can be made."""


def masked_in(reading: Reading, people: Iterable[Person]) -> Iterator[Found]:
    """Yield whose name a text may show with letters hidden."""
    if reading.kind is Kind.RAW or reading.shelf or _HAS_ONE.search(reading.folded) is None:
        return
    level = Level.BLOCK if reading.kind in STRICT else Level.ASK
    for found in _MASKED.finditer(reading.folded):
        bare = re.sub("[ -]", "", found[0]).lower()
        if sum(map(str.isalpha, bare)) >= _FEWEST:
            shape = re.compile(re.sub(rf"[{_MASK}]+", "[a-z]{1,4}", bare))
            for person in people:
                fits = (path for joined, path in person.whole.items() if shape.fullmatch(joined))
                yield from ((level, 6, path) for path in fits)
