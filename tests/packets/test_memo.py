"""The attorney's view: elements in the questions' words, every ground, who signs, weak spots, what was not decided."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from one_library import LIBRARY

from legalassist.api.building import prepare
from legalassist.assessments.assess import assess
from legalassist.cases.answer import Said
from legalassist.cases.case import read_answer
from legalassist.law import grounds
from legalassist.packets.build import Build
from legalassist.packets.memo import memo_words
from legalassist.packets.memo_names import Names
from legalassist.packets.undecided import with_determinations
from legalassist.packets.written import Writer

DAY = dt.date(2026, 11, 22)
SAID = Said("t", "2026-11-22T09:00:00")


def memo_of(build: Build) -> Mapping[str, Any]:
    assessment = with_determinations(assess(build.interview, build.case, as_of=DAY), build.library, build.clinic)
    return memo_words(build, assessment, Writer(build, assessment, ()).readings)


def build_of(client: str) -> Build:
    library = LIBRARY
    return prepare(library.get(f"interviews/tvisa/examples/{client}.yaml").path, library, as_of=DAY)


@pytest.fixture(scope="module")
def mei() -> Mapping[str, Any]:
    return memo_of(build_of("mei"))


def answered(client: str, path: str, data: str) -> Build:
    build = build_of(client)
    value, state = read_answer(build.interview, path, data)
    return replace(build, case=build.case.answer(path, value, SAID, state))


def test_an_element_names_the_answers_exhibits_and_paragraphs_that_speak_to_it_and_what_is_absent(
    mei: Mapping[str, Any],
) -> None:
    means = next(one for one in mei["elements"] if "the means" in one["title"])
    (part,) = means["parts"]
    assert "Where is your passport now? Someone else has it" in part["answers"]
    assert (list(part["exhibits"]), part["paragraphs"][0]) == (["Ex. B"], "paragraph 4")
    assert means["absent"] == ["Was there ever any sexual act for which somebody gave or got money or something else?"]
    assert not means["answers"], "what a part names is not named again"
    action = next(one for one in mei["elements"] if "the action" in one["title"])
    assert "About when did you stop? (Job 2)" in action["parts"][0]["absent"]


def test_a_long_answer_is_named_by_its_question_and_not_repeated(mei: Mapping[str, Any]) -> None:
    build = build_of("mei")
    names = Names(build.interview, assess(build.interview, build.case, as_of=DAY), {})
    assert names.answer("hardship.fear") == ""
    assert names.answered("hardship.fear") == names.asked("hardship.fear")
    texts = [
        text for one in mei["elements"] for text in (*one["answers"], *(a for p in one["parts"] for a in p["answers"]))
    ]
    assert texts
    assert max(map(len, texts)) < 250


def test_rows_are_called_by_what_they_are(mei: Mapping[str, Any]) -> None:
    build = build_of("qing")
    names = Names(build.interview, assess(build.interview, build.case, as_of=DAY), {"exhibits[1]": "B-1"})
    assert names.row("family[3].children[1].name").startswith("Family member 3: ")
    assert names.row("family[3].children[1].name").endswith(", Child of this person 1")
    assert names.asked("derived.age_at_receipt") == "computed: age at receipt"
    assert names.exhibits(["exhibits[1]", "exhibits[2]"]) == ("Ex. B-1", "Paper 2")
    assert names.some(["first.in_court"] * 6).endswith("and 2 more")
    signers = [who for one in mei["signatures"] for who in one["signers"]]
    assert "family member 1, if in the United States" in signers


def test_every_ground_is_listed_whether_an_answer_touches_it_or_not(mei: Mapping[str, Any]) -> None:
    assert [title for title, _ in mei["every_ground"]] == [rule.title for rule in grounds.RULES]
    stands = dict(mei["every_ground"])
    assert stands["Passport: none in hand, or not valid long enough"] == "touched"
    assert stands["Health"] == "not asked in full"
    assert stands["Open criminal case"] == "nothing touches it"
    assert [one["title"] for one in mei["grounds"] if one["verdict"] == "attorney decides"] == mei["weak"]["touched"]
    charged = dict(memo_of(answered("mei", "first.criminal_case", "yes"))["every_ground"])
    assert charged["Open criminal case"] == "touched"


def test_arrests_that_were_never_asked_about_are_no_clean_record(mei: Mapping[str, Any]) -> None:
    build = build_of("mei")
    without = replace(build.case, answers=tuple(one for one in build.case.answers if one.path != "arrests"))
    assert dict(memo_of(replace(build, case=without))["every_ground"])["Arrest or charge"] == "not asked in full"
    assert dict(mei["every_ground"])["Arrest or charge"] == "nothing touches it"
    assert dict(memo_of(build_of("lan"))["every_ground"])["Arrest or charge"] == "touched"


def test_weak_spots_and_what_was_not_decided_are_named(mei: Mapping[str, Any]) -> None:
    assert [line.title for line in mei["coverage"] if line.lacks == "no exhibit"] == [
        "Action: recruiting, moving, harboring, obtaining"
    ]
    assert ("Paper 3 in the list of exhibits", "the paper is named but not at hand") in mei["weak"]["papers"]
    assert "Client's 21st birthday" in mei["weak"]["over"]
    undecided = mei["undecided"]
    assert "Extreme hardship involving unusual and severe harm" in undecided["judgments"]
    assert dict(dict(undecided["items"])["I-914"])["Part 6"] == 1
    assert "supplement-a-3" in dict(undecided["pieces"])
    assert "Would you like help for this person to live here with you?" in dict(undecided["pieces"])["supplement-a-3"]
    assert ("Family member 1: Mother or father", "not asked in full") in mei["relatives_grounds"]
