"""The words templates may name are the words they are given: no list beside the code that drifts."""

import datetime as dt
from dataclasses import replace

import pytest

from legalassist.api.building import prepare
from legalassist.assessments.assess import assess
from legalassist.cases.answer import Said
from legalassist.cases.case import read_answer
from legalassist.documents.context import Used, fact_words
from legalassist.library import Library
from legalassist.packets.build import Build
from legalassist.packets.contexts import PRINT_WORDS, WORD_WORDS, print_context, word_context
from legalassist.packets.plan import Folder, Planned, plan_pieces, required_plan
from legalassist.packets.written import Writer

MEI = "interviews/tvisa/examples/mei.yaml"
FUNCTIONS = {"known", "_", "_zh", "cite"}


@pytest.fixture(scope="module")
def build(library: Library) -> Build:
    return prepare(library.get(MEI).path, library, as_of=dt.date(2026, 11, 23))


@pytest.fixture(scope="module")
def pieces(build: Build) -> tuple[Planned, ...]:
    facts = assess(build.interview, build.case, as_of=build.as_of).facts
    return plan_pieces(required_plan(build.library, "tvisa"), facts).pieces


def test_a_word_template_is_given_exactly_the_words_it_may_name(build: Build, pieces: tuple[Planned, ...]) -> None:
    assessment = assess(build.interview, build.case, as_of=build.as_of)
    piece = next(one for one in pieces if one.word)
    given = set(word_context(build, assessment, piece, pieces, Used(), Writer(build, assessment, pieces).readings))
    facts = set(fact_words(build.interview, assessment.facts, Used()))
    assert given - facts == set(WORD_WORDS) | FUNCTIONS
    assert not facts & set(WORD_WORDS)


@pytest.mark.parametrize("kind", sorted(set(PRINT_WORDS) - {"contents", "exhibit-index", "addendum"}))
def test_a_print_template_is_given_exactly_the_words_it_may_name(
    build: Build, pieces: tuple[Planned, ...], kind: str
) -> None:
    assessment = assess(build.interview, build.case, as_of=build.as_of)
    piece = next(one for one in pieces if one.print == kind)
    readings = Writer(build, assessment, pieces).readings
    assert set(print_context(build, assessment, piece, Used(), readings)) == PRINT_WORDS[kind]


def test_the_pieces_that_print_packet_pages_are_the_only_others() -> None:
    assert {"contents", "exhibit-index"} < set(PRINT_WORDS)


def test_the_memo_names_both_answers_of_a_contradiction_and_repeats_no_paragraph(build: Build) -> None:
    said = Said("another-hand", "2026-11-22T09:00:00")
    interview = build.interview
    value, _ = read_answer(interview, "trafficking.last_date", "2020-05")
    case = build.case.answer("trafficking.last_date", value, said)
    value, _ = read_answer(interview, "statement.paragraphs[1].text", "我叫王小美，在浙江温州出生。" * 9)
    case = case.answer("statement.paragraphs[1].text", value, said)
    changed = replace(build, case=case)
    memo = print_context(
        changed,
        assess(interview, case, as_of=build.as_of),
        Planned("memo", "Memo", Folder.INTERNAL, print="memo"),
        Used(),
        Writer(changed, assess(interview, case, as_of=build.as_of), ()).readings,
    )
    listed = memo["contradictions"]
    assert isinstance(listed, list)
    order = next(one for one in listed if "trafficking.last_date" in [answer["fact"] for answer in one["answers"]])
    assert [answer["answer"] for answer in order["answers"]] == ["September 2021", "May 2020"]
    assert order["answers"][1]["entered"] == "another-hand, 2026-11-22T09:00:00"
    name = next(one for one in listed if one["answers"][0]["fact"] == "statement.paragraphs[1].text")
    assert name["answers"][0]["answer"] == ""
