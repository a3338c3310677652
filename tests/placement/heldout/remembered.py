"""Texts that many rows have in common, decoded and judged once in a run of the held-out sets.

A row changes one place of a client's files; the rest of them is the same in every row. What is in a text depends on
nothing but the text, its kind and the client, so what was found in it for an earlier row of that client is found again.
"""

from collections.abc import Iterator
from functools import cache

import pytest

from legalassist.disclosure import leaks
from legalassist.disclosure.identifiers import Identifiers
from legalassist.disclosure.latin_names import Found
from legalassist.disclosure.reading import Reading


def remember(patch: pytest.MonkeyPatch) -> None:
    """Decode no text twice, and judge none twice for the same client, as long as the patch lasts."""
    judge = leaks._Search.found_in
    judged: dict[tuple[object, ...], tuple[Found, ...]] = {}
    clients: dict[int, Identifiers] = {}  # kept, so that no other client comes to stand under the same number

    def found_in(self: leaks._Search, reading: Reading) -> Iterator[Found]:
        clients[id(self._all)] = self._all
        same = (id(self._all), self._common, reading.kind, reading.text, reading.shelf, reading.decoded)
        if same not in judged:
            judged[same] = tuple(judge(self, reading))
        yield from judged[same]

    patch.setattr(leaks._Search, "found_in", found_in)
    decode = leaks.readings
    patch.setattr(leaks, "readings", cache(lambda text: tuple(decode(text))))
