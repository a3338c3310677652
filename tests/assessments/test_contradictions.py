"""Planted contradictions are found, each by its rule with its facts; the clean clients have none."""

import datetime as dt
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from one_library import LIBRARY

from legalassist.api.opening import example_cases, open_case
from legalassist.assessments.assess import live_facts
from legalassist.assessments.contradiction import Contradiction
from legalassist.assessments.contradictions import contradictions
from legalassist.cases.answer import Said
from legalassist.cases.case import Case, question_for, read_answer
from legalassist.facts.known import PlainFacts, Rows
from legalassist.interviews.schema import Interview

SAID_TRULY = (Path(__file__).parent / "harmless.yaml").read_text(encoding="utf-8")
HARMLESS: dict[str, list[str]] = yaml.load(SAID_TRULY, Loader=yaml.BaseLoader)  # noqa: S506 - texts only, as above
DAY = dt.date(2026, 11, 22)
SAID = Said("planted", "2026-11-22T09:00:00")
TEXT = (Path(__file__).parent / "planted.yaml").read_text(encoding="utf-8")
PLANTED: list[dict[str, Any]] = yaml.load(TEXT, Loader=yaml.BaseLoader)  # noqa: S506 - texts only, nothing guessed


def found(interview: Interview, case: Case) -> tuple[Contradiction, ...]:
    return contradictions(live_facts(interview, case), DAY)


@cache
def example(client: str) -> tuple[Interview, Case]:
    library = LIBRARY
    return open_case(library.get(f"interviews/tvisa/examples/{client}.yaml").path, library)


def planted(interview: Interview, case: Case, answers: dict[str, Any]) -> Case:
    for path, data in answers.items():
        if question_for(interview, path).is_group:
            case = case.answer(path, Rows((), complete=True), SAID)
            continue
        value, state = read_answer(interview, path, data)
        case = case.answer(path, value, SAID, state)
        group = path.partition("[")[0]
        if "[" in path:
            case = case.no_more(group, SAID)
    return case


@pytest.mark.parametrize("path", example_cases(LIBRARY), ids=lambda path: path.stem)
def test_the_clean_clients_have_none(path: Path) -> None:
    interview, case = open_case(path, LIBRARY)
    assert found(interview, case) == ()


@pytest.mark.parametrize(
    "one", [one for one in PLANTED if "kept_out" not in one], ids=lambda one: f"{one['client']}-{one['names']}"
)
def test_a_planted_contradiction_is_found_repeats_no_answer_and_says_what_would_settle_it(one: dict[str, Any]) -> None:
    interview, case = example(one["client"])
    seen = found(interview, planted(interview, case, one["answers"]))
    assert [hit for hit in seen if hit.rule == one["rule"] and one["names"] in hit.paths], seen
    for hit in seen:
        said = f"{hit.about} {hit.settle}"
        assert not any(digit in said for digit in "0123456789"), "no answer is repeated"
        assert hit.settle


@pytest.mark.parametrize("client", HARMLESS)
def test_what_fits_is_not_asked_about(client: str) -> None:
    interview, case = example(client)
    said = {
        f"statement.paragraphs[{row}].{part}": sentence
        for part in ("text", "english")
        for row, sentence in enumerate(HARMLESS[client], 1)
    }
    seen = found(interview, planted(interview, case, said))
    assert not seen, [said.get(hit.paths[0], "") for hit in seen]


def test_names_ages_and_short_years_are_planted_in_both_languages() -> None:
    for rule, least in (("text spelling", 15), ("text age", 12), ("text date", 12), ("text name", 3)):
        texts = ["".join(map(str, one["answers"].values())) for one in PLANTED if one["rule"] == rule]
        assert len(texts) >= least
        assert {text.isascii() for text in texts} == {True, False}, rule


def test_at_least_sixty_are_planted_and_text_in_both_languages_is_among_them() -> None:
    rules = [one["rule"] for one in PLANTED if "kept_out" not in one]
    assert len(rules) >= 60
    texts = [text for one in PLANTED for path, text in one["answers"].items() if path.startswith("statement")]
    assert sum(text.isascii() for text in texts) >= 5
    assert sum(not text.isascii() for text in texts) >= 5


def test_an_answer_whose_question_no_longer_applies_contradicts_nothing() -> None:
    (one,) = [one for one in PLANTED if "kept_out" in one]
    interview, case = example(one["client"])
    assert not [hit for hit in found(interview, planted(interview, case, one["answers"])) if one["names"] in hit.paths]


def test_the_name_of_a_contradiction_stays_and_no_two_share_one() -> None:
    interview, case = example("mei")
    case = planted(interview, case, {"trafficking.last_date": "2020-05", "reporting.date": "2020-02"})
    names = [hit.id for hit in found(interview, case)]
    assert len(set(names)) == len(names) > 1
    assert names == [hit.id for hit in found(interview, case)]


def test_nothing_known_contradicts_nothing() -> None:
    assert contradictions(PlainFacts(), DAY) == ()


def test_thirty_relatives_of_one_name_are_one_question() -> None:
    interview, case = example("mei")
    name = {"family": "LIN", "given": "YUE", "native": "林月"}
    many = {f"family[{row}].{part}": data for row in range(4, 34)
            for part, data in (("name", name), ("relation", "other"))}  # fmt: skip
    twice = [one for one in found(interview, planted(interview, case, many)) if one.rule == "twice"]
    assert [len(one.paths) for one in twice] == [30]


def test_a_home_or_a_job_beside_another_is_not_asked_about() -> None:
    interview, case = example("mei")
    brooklyn = {"street": "1 Sample Street", "city": "Brooklyn", "state": "NY", "zip_code": "00000"}
    abroad = {"street": "5 Example Lane", "city": "Wenzhou", "country": "CN"}
    answers = {
        "homes[1].from_date": "2021-10", "homes[1].to_date": "2023-06", "homes[1].address": brooklyn,
        "homes[2].from_date": "2022-01", "homes[2].to_date": "2022-09", "homes[2].address": brooklyn,
        "homes[3].from_date": "2015-01", "homes[3].to_date": "2021-09", "homes[3].address": abroad,
        "jobs[3].city": "Boston", "jobs[3].from_date": "2024-06", "jobs[3].to_date": "2024-07",
    }  # fmt: skip
    assert found(interview, planted(interview, case, answers)) == ()
