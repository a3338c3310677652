"""Words side by side are read on only where they begin something wanted, and nothing wanted is missed by that."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from legalassist.disclosure.parts import Kind
from legalassist.disclosure.reading import LONGEST_RUN, Reading, Wanted

WORDS = st.lists(st.sampled_from(["Wang", "xiao", "Mei", "W", "x", "m", "li", "wangxiao"]), max_size=8)


def every(reading: Reading) -> set[str]:
    """Return what any run of words spells, the slow way: every run, none left out."""
    words = reading.words
    found = set()
    for first in range(len(words)):
        for end in range(first + 1, len(words) + 1):
            run = words[first:end]
            letters = all(len(word.lower) == 1 for word in run)
            if all(reading.beside(*two) for two in pairwise(run)) and (len(run) <= LONGEST_RUN or letters):
                found.add("".join(word.lower for word in run))
    return found


@settings(max_examples=60, deadline=None)
@given(WORDS, st.sampled_from([" ", "-", ", ", " 12345678 "]), st.sets(st.sampled_from([
    "wang", "wangxiaomei", "xiaomeiwang", "wxm", "wx", "m", "liwang", "wangxiaowangxiao", "xmwxmwxmw",
])))  # fmt: skip
def test_whatever_is_wanted_and_stands_there_is_spelled(words: list[str], between: str, wanted: set[str]) -> None:
    reading = Reading("", Kind.TEXT, between.join(words))
    assert reading.spelled(Wanted.of(wanted)).keys() == every(reading) & wanted
