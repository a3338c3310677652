"""Families as they come: thirty relatives, one person in two rows, one name for two, no family name, no birth date."""

import datetime as dt

import pytest
from one_library import LIBRARY

from legalassist.assessments.assess import WORDS, Assessment, assess
from legalassist.assessments.missing import Kind, grouped
from legalassist.cases.answer import Said
from legalassist.cases.case import Case, read_answer
from legalassist.documents.clinic import read_clinic
from legalassist.documents.context import Used
from legalassist.errors import AnswerRefused
from legalassist.facts.dates import PartialDate
from legalassist.facts.known import Rows, Unknown, known_value
from legalassist.facts.values import PersonName, Value
from legalassist.forms.answer_sheet import Line, answer_sheet
from legalassist.forms.edition import read_edition
from legalassist.forms.no_blanks import read_no_blanks
from legalassist.forms.sources import Sources
from legalassist.interviews.reader import read_interview
from legalassist.packets.plan import Planned, plan_pieces, required_plan
from legalassist.packets.undecided import with_determinations

INTERVIEW = read_interview(LIBRARY, "tvisa", WORDS).required()
CLINIC = read_clinic(LIBRARY.get("interviews/tvisa/examples/clinic.yaml").text, "clinic.yaml")
SAID = Said("demo", "2026")


def family(*members: dict[str, Value]) -> Case:
    """Return a case with these family members, nobody else, and all of them asked for."""
    case = Case("R1", "tvisa", invented=True)
    for number, member in enumerate(members, 1):
        for name, value in {"apply": True, **member}.items():
            case = case.answer(f"family[{number}].{name}", value, SAID)
    return case.answer("family", Rows(tuple(range(1, len(members) + 1)), complete=True), SAID)


def assessed(case: Case) -> Assessment:
    assessment = assess(INTERVIEW, case, as_of=dt.date(2026, 11, 22))
    return with_determinations(assessment, LIBRARY, CLINIC)


def forms(assessment: Assessment) -> list[Planned]:
    return [one for one in plan_pieces(required_plan(LIBRARY, "tvisa"), assessment.facts).pieces if one.form]


def lines(case: Case, assessment: Assessment, planned: Planned, part: str) -> dict[str, Line]:
    edition = read_edition(LIBRARY, "tvisa", planned.form)
    sources = Sources(INTERVIEW, assessment.facts, CLINIC, case, planned.about, edition.form,
                      read_no_blanks(LIBRARY, "tvisa"))  # fmt: skip
    sheet = answer_sheet(edition, sources, Used())
    return {line.item: line for line in next(one for one in sheet if one.number == part).items}


def test_thirty_relatives_have_thirty_sheets_and_the_form_says_where_the_rest_goes() -> None:
    children = [
        {"name": PersonName("WANG", f"NUMBER{number}"), "relation": "child",
         "birth_date": PartialDate.parse(f"{1990 + number}-03-04")}
        for number in range(1, 31)
    ]  # fmt: skip
    case = family(*children)
    assessment = assessed(case)
    supplements = [one for one in forms(assessment) if one.form.startswith("i914a")]
    assert [one.about for one in supplements] == [f"family[{number}]" for number in range(1, 31)]
    assert len({one.code for one in supplements}) == 30
    assert {one.title for one in supplements} == {f"Supplement A, answer sheet {number}" for number in range(1, 31)}
    names = {lines(case, assessment, one, "3")["1"].answer for one in supplements}
    assert len(names) == 30
    items = [one for one in assessment.missing if one.kind is Kind.DETERMINATION and one.path.startswith("i-914a 4.")]
    assert len(items) == 30 * 58
    assert len([one for one in grouped(assessment.missing) if one.page.startswith("i-914a Part 4")]) == 30


def test_a_spouse_who_is_also_listed_as_a_sibling_is_asked_about_and_both_sheets_stand() -> None:
    person = {"name": PersonName("LI", "MING", native="李明"), "birth_date": PartialDate.parse("1990-01-02")}
    assessment = assessed(family({**person, "relation": "spouse"}, {**person, "relation": "sibling"}))
    about = next(one for one in assessment.contradictions if one.rule == "twice")
    assert about.paths == ("family[1].relation", "family[2].relation")
    assert "stand in the list of the family twice" in about.about
    assert "LI" not in about.about
    assert len([one for one in forms(assessment) if one.about]) == 2


@pytest.mark.parametrize(("born", "found"), [("1990-01-02", 1), ("1988-07-01", 0)])
def test_two_people_of_one_name_are_asked_about_unless_their_birth_dates_differ(born: str, found: int) -> None:
    first = {"name": PersonName("LI", "MING"), "relation": "sibling", "birth_date": PartialDate.parse("1990-01-02")}
    second = {**first, "name": PersonName("Li", "Ming"), "birth_date": PartialDate.parse(born)}
    about = [one for one in assessed(family(first, second)).contradictions if one.rule == "twice"]
    assert len(about) == found


def test_no_family_name_is_printed_as_it_is_and_pointed_at() -> None:
    case = family({"name": PersonName(given="SUHARTI"), "relation": "parent"})
    assessment = assessed(case)
    line = lines(case, assessment, next(one for one in forms(assessment) if one.about), "3")["1"]
    assert line.answer == "Given: SUHARTI"
    assert "goes into the box of the family name" in line.note


def test_no_birth_date_leaves_box_and_class_open_and_names_what_would_settle_it() -> None:
    case = family({"name": PersonName("LI", "MING"), "relation": "child", "married": False})
    assessment = assessed(case)
    line = lines(case, assessment, next(one for one in forms(assessment) if one.about), "3")["11"]
    assert (line.answer, line.state) == ("", "not answered yet")
    given = assessment.facts.get("derived.family[1].class")
    assert isinstance(given, Unknown)
    assert "family[1].birth_date" in given.needs


@pytest.mark.parametrize(
    ("word", "today"),
    [("Soviet Union", "Russia"), ("苏联", "Russia"), ("Yugoslavia", "Serbia"), ("Czechoslovakia", "Czechia"),
     ("East Germany", "Germany"), ("Burma", "Myanmar")],
)  # fmt: skip
def test_a_country_there_is_no_longer_is_refused_with_where_the_place_is_today(word: str, today: str) -> None:
    with pytest.raises(AnswerRefused, match="no country of this name any longer") as refused:
        read_answer(INTERVIEW, "client.birth_country", word)
    assert today in refused.value.hint
    assert "tell the attorney the old name" in refused.value.hint


def test_undecided_and_stale_items_are_missing_and_a_decided_one_is_not() -> None:
    case = family().answer("past.many_spouses", False, SAID)
    missing = {one.path: one for one in assessed(case).missing if one.kind is Kind.DETERMINATION}
    assert missing["i-914 4.19"].why == "attorney decides"
    assert (missing["i-914 4.19"].page, missing["i-914 4.19"].item) == ("i-914 Part 4", "19")
    assert missing["i-914 4.19"].needs == ("past.many_spouses",)


def test_a_waiver_request_stands_where_an_attorney_says_so_and_is_undecided_before() -> None:
    case = family({"relation": "child", "waiver": True}, {"relation": "parent"}).answer("filing.waiver", False, SAID)
    assessment = assessed(case)
    planning = plan_pieces(required_plan(LIBRARY, "tvisa"), assessment.facts)
    codes = [one.code for one in planning.pieces if one.form.startswith("i192")]
    assert codes == ["waiver-request-of-1"]
    assert "waiver-request-of-2" in planning.undecided
    assert "family[2].waiver" in planning.undecided["waiver-request-of-2"]
    assert known_value(assessment.facts, "filing.waiver") is False
