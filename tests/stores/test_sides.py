"""Who is looked for in a conflict check: every fact that names somebody has its side, also names inside a sentence."""

import pytest
from stores.making import SAID, invented, kept, set_up

from legalassist.interviews.reader import read_interview
from legalassist.library import Library
from legalassist.stores.headers import IN_WORDS, TVISA, Side
from legalassist.stores.listing import list_cases
from legalassist.stores.memory import MemoryTables
from legalassist.stores.search import conflicts, search
from legalassist.stores.spelling import pieces

NAMING = {"person name", "phone", "email", "a-number", "passport", "ssn", "receipt number"}
NOBODYS = {"reporting.agency_phone"}
"""Facts of these types that name no person or business of the case: an authority's own telephone."""


def test_every_fact_that_names_somebody_has_a_side_and_every_side_a_fact(library: Library) -> None:
    interview = read_interview(library, "tvisa").required()
    naming = {fact for fact, question in interview.by_fact.items() if question.kind in NAMING}
    assert naming - set(TVISA) == NOBODYS, "a new question that names somebody takes its side in stores/headers.py"
    assert set(TVISA) - set(interview.by_fact) == set(), "no question asks for these any more"
    assert set(TVISA) >= IN_WORDS
    assert set(TVISA.values()) >= {Side.CLIENT, Side.RELATIVE, Side.ADVERSE, Side.BUSINESS}


WORDS = "my boss Wang Wei and his wife; 老板娘叫陈丽华，我们叫她阿华\nGolden Lake Restaurant, 718-555-0123"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Wang Wei", "my boss Wang Wei and his wife"),
        ("WEI WANG", "my boss Wang Wei and his wife"),
        ("陈丽华", "老板娘叫陈丽华"),
        ("Chen Lihua", "老板娘叫陈丽华"),
        ("阿华", "我们叫她阿华"),
        ("golden lake", "Golden Lake Restaurant"),
        ("(718) 555 0123", "718-555-0123"),
    ],
)
def test_a_name_inside_what_she_wrote_about_the_other_side_is_found(asked: str, said: str) -> None:
    store = set_up(MemoryTables()).store
    kept(store, case=invented().answer("first.conflict_names", WORDS, SAID))
    (hit,) = conflicts(list_cases(store), [asked])
    assert (hit.side, hit.said) == (Side.ADVERSE, said)
    assert search(list_cases(store), asked)


def test_what_nobody_wrote_is_not_found_there() -> None:
    store = set_up(MemoryTables()).store
    kept(store, case=invented().answer("first.conflict_names", WORDS, SAID))
    assert conflicts(list_cases(store), ["Wang Lihua", "Golden Dragon", "718-555-0124", "张伟"]) == ()


def test_a_list_is_cut_where_people_cut_it() -> None:
    assert pieces("A B, C；D、E\n\n F ") == ("A B", "C", "D", "E", "F")
    assert pieces(" ,\n") == ()


def test_a_long_story_in_that_place_keeps_the_header_readable() -> None:
    store = set_up(MemoryTables()).store
    kept(store, case=invented().answer("first.conflict_names", "the man from the market " * 2_000, SAID))
    assert conflicts(list_cases(store), ["the market"])
