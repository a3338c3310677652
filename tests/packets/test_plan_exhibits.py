"""Exhibits are lettered by their tabs, their files bound in order behind their covers, their keys stable."""

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from one_library import LIBRARY

from legalassist.api.building import prepare
from legalassist.assessments.assess import assess
from legalassist.cases.answer import Said
from legalassist.cases.exhibit_file import ExhibitFile, FiledAs
from legalassist.documents.pdf_file import open_pdf
from legalassist.facts.known import Rows
from legalassist.facts.values import ExhibitAtHand
from legalassist.packets.plan import plan_pieces, required_plan
from legalassist.packets.plan_exhibits import AtHand, Tab, in_order, lettered, letters
from legalassist.packets.written import Writer, lay_out

SAID = Said("demo", "2026-11-20")
TABS = (Tab("What happened", ("action", "means")), Tab("Presence", ("presence",)))


def at_hand(number: int, *speaks_to: str) -> AtHand:
    return AtHand(f"exhibits[{number}]", ExhibitAtHand(f"P{number}"), speaks_to)


def letters_of(*papers: AtHand) -> list[tuple[str, str]]:
    return [(one.letter, one.path) for one in lettered(iter(papers), TABS, letters())]


def test_papers_of_one_tab_share_its_letter_and_a_lone_one_has_it_for_itself() -> None:
    found = letters_of(at_hand(1, "presence"), at_hand(2, "means"), at_hand(3), at_hand(4, "action", "presence"))
    assert found == [
        ("A", ""), ("A-1", "exhibits[2]"), ("A-2", "exhibits[4]"), ("B", "exhibits[1]"), ("C", "exhibits[3]"),
    ]  # fmt: skip


@given(st.lists(st.sets(st.sampled_from(["action", "means", "presence", "other"])), max_size=40))
def test_every_paper_gets_one_letter_and_no_letter_is_given_twice(speaks: list[set[str]]) -> None:
    found = letters_of(*(at_hand(number, *words) for number, words in enumerate(speaks, 1)))
    assert sorted(path for _, path in found if path) == sorted(f"exhibits[{n}]" for n in range(1, len(speaks) + 1))
    assert len({letter for letter, _ in found}) == len(found)


def test_a_translation_stands_right_behind_its_original_and_the_last_file_counts() -> None:
    roles = (FiledAs.CERTIFICATE, FiledAs.TRANSLATION, FiledAs.ORIGINAL, FiledAs.ORIGINAL)
    files = [ExhibitFile("exhibits[1]", role, 1, digit * 64) for role, digit in zip(roles, "1234", strict=True)]
    assert [one.sha256[0] for one in in_order("exhibits[1]", files)] == ["4", "2", "1"]
    assert in_order("exhibits[2]", files) == ()


def test_sixty_exhibits_have_sixty_letters_and_an_index_over_three_pages() -> None:
    library = LIBRARY
    build = prepare(library.get("interviews/tvisa/examples/mei.yaml").path, library, as_of=dt.date(2026, 11, 22))
    case = build.case.answer("exhibits", Rows(tuple(range(1, 61)), complete=True), SAID)
    for number in range(1, 61):
        paper = ExhibitAtHand(f"Invented paper {number}, with a title that fills a line or two", pages=number)
        case = case.answer(f"exhibits[{number}].paper", paper, SAID)
        case = case.answer(f"exhibits[{number}].speaks_to", ("means",) if number % 2 else (), SAID)
    build = replace(build, case=replace(case, exhibits=()))
    assessment = assess(build.interview, build.case, as_of=build.as_of)
    pieces = plan_pieces(required_plan(library, "tvisa"), assessment.facts).pieces
    covers = [one.letter for one in pieces if one.cover and one.paper is not None]
    assert covers[:2] == ["B-1", "B-2"]
    assert covers[-1] == "AF"
    assert len(set(covers)) == 60
    index = next(one for one in pieces if one.code == "exhibit-index")
    made = lay_out(build, Writer(build, assessment, pieces).write_numbered(index, [], {}, {}), {})
    assert len(open_pdf(made, "index").pages) >= 3
