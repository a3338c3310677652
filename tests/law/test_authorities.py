"""Authorities and parameters: strict files, every id real, no conclusion about a person anywhere."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

import legalassist.law
from legalassist.errors import ContentError, Place
from legalassist.law.authorities import Authorities
from legalassist.law.dated import shipped_text
from legalassist.law.finding import Reason
from legalassist.law.parameters import RULE_IN_FORCE, Parameters
from legalassist.law.relations import KINSHIPS, Reading
from legalassist.law.rulebook import RULES

GONE_THROUGH = date(2026, 11, 22)
CHECK_AGAIN = {
    "stable": GONE_THROUGH + timedelta(days=365),
    "volatile": GONE_THROUGH + timedelta(days=92),
    "contested": GONE_THROUGH + timedelta(days=30),
}
ENTRY = """
- id: EL-01
  text: Words.
  citation: 8 CFR 214.202
  tier: P
  volatility: stable
  as_of: 2026-01-29
  check_again: 2027-11-22
"""
VALUE = "{since: 2025-01-01, value: 1, authority: EL-01, as_of: 2026-01-01, check_again: 2027-01-01}"


@pytest.fixture(scope="module")
def authorities() -> Authorities:
    return Authorities.load()


def test_every_authority_is_checked_again_by_its_volatility(authorities: Authorities) -> None:
    assert len(authorities) >= 60
    for authority in authorities:
        assert authority.check_again == CHECK_AGAIN[authority.volatility], authority.id
        assert authority.as_of < GONE_THROUGH, authority.id


def test_every_authority_is_a_sentence_with_a_citation_in_one_style(authorities: Authorities) -> None:
    for authority in authorities.all():
        assert re.fullmatch(r"[A-Z\"].*\.", authority.text), authority.id
        assert " USC " not in authority.citation, authority.id
        assert "214.11" not in authority.citation, authority.id


def test_authorities_that_are_due_are_named(authorities: Authorities) -> None:
    assert authorities.due(GONE_THROUGH) == ()
    assert authorities.due(date(2026, 12, 21)) == ()
    contested = tuple(one.id for one in authorities if one.volatility == "contested")
    assert authorities.due(date(2026, 12, 22)) == contested
    assert "PR-36" in contested
    assert len(authorities.due(date(2027, 11, 22))) == len(authorities)


def test_an_attorney_is_needed_for_what_is_contested_weak_or_due(authorities: Authorities) -> None:
    assert authorities.get("PR-36").needs_attorney(GONE_THROUGH)
    assert authorities.get("PR-13").needs_attorney(GONE_THROUGH)
    assert not authorities.get("EL-01").needs_attorney(GONE_THROUGH)
    assert authorities.get("EL-01").needs_attorney(date(2027, 11, 22))


def test_an_authority_that_does_not_exist_is_refused_by_its_id(authorities: Authorities) -> None:
    assert "EL-01" in authorities
    assert "EL-99" not in authorities
    with pytest.raises(ContentError, match="EL-99"):
        authorities.get("EL-99")


def test_every_authority_that_the_law_names_exists(authorities: Authorities) -> None:
    named = {name for rule in RULES for name in rule.authorities}
    named |= {value.authority for parameter in Parameters.load().all() for value in parameter.values}
    folder = Path(legalassist.law.__file__).parent
    for path in folder.glob("*.py"):
        named |= set(re.findall(r"\b(?:EL|AD|EV|FM|LE|PR|PB|CF|DL|NF)-\d\d\b", path.read_text(encoding="utf-8")))
    assert [name for name in sorted(named) if name not in authorities] == []
    assert {"FM-01", "DL-03", "LE-06"} <= named


def test_no_text_concludes_that_a_person_will_get_it(authorities: Authorities) -> None:
    conclusion = re.compile(r"eligib|qualif|entitle|guarante|will be (granted|approved)", re.IGNORECASE)
    texts = [*Reason, *(rule.title for rule in RULES), *(point.title for rule in RULES for point in rule.points)]
    assert [text for text in texts if "inadmissib" in text.lower()] == []
    texts += [kinship.outcome(Reading()).reason for kinship in KINSHIPS.values()]
    assert [text for text in texts if conclusion.search(text)] == []
    terms = ("eligible family members", '"Eligible family member"', "qualified professional", "qualified interpreter")
    for authority in authorities:
        text = authority.text + authority.notes
        for term in terms:
            text = text.replace(term, "")
        assert not conclusion.search(text), authority.id
    assert conclusion.search("You are eligible.")


@pytest.mark.parametrize(
    ("fault", "place", "message"),
    [
        (ENTRY.replace("tier: P", "tier: Z"), (5, 3), "tier"),
        (ENTRY.replace("text: Words.", "text: ''"), (3, 3), "text"),
        (ENTRY.replace("  volatility: stable\n", ""), (2, 3), "volatility: Field required"),
        (ENTRY + "  colour: red\n", (9, 3), "colour"),
        (ENTRY + "  tier: A\n", (9, 3), "'tier' stands here twice"),
        (ENTRY.replace("2027-11-22", "2025-11-22"), (2, 3), "check_again must be after as_of"),
        (ENTRY.replace("2027-11-22", "soon"), (8, 3), "check_again"),
        (ENTRY.replace("2027-11-22", "1706486400"), (8, 3), "check_again"),
        (ENTRY.replace("EL-01", "first"), (2, 3), "id"),
        (ENTRY + ENTRY, (10, 3), "id EL-01 is used twice"),
        ("- just words\n", (1, 3), "object"),
        ("id: EL-01", (1, 1), "a list of entries"),
        ("", (1, 1), "the file is empty"),
    ],
)
def test_a_fault_in_the_file_is_named_with_its_place(fault: str, place: tuple[int, int], message: str) -> None:
    with pytest.raises(ContentError) as caught:
        Authorities.read(fault)
    (problem,) = caught.value.problems
    assert problem.where == Place("law/authorities.yaml", *place)
    assert message in problem.message


def test_a_misspelt_key_is_answered_with_the_right_one() -> None:
    with pytest.raises(ContentError) as caught:
        Authorities.read(ENTRY + "  note: Words.\n")
    assert [problem.hint for problem in caught.value.problems] == ["did you mean 'notes'?"]


def test_all_faults_are_named_at_once() -> None:
    second = ENTRY.replace("EL-01", "EL-02").replace("tier: P", "tier: Q").replace("stable", "sometimes")
    with pytest.raises(ContentError) as caught:
        Authorities.read(ENTRY.replace("tier: P", "tier: Z") + second)
    assert [problem.where.line for problem in caught.value.problems] == [5, 13, 14]


def test_a_parameter_has_its_value_on_a_day() -> None:
    text = f"""
- name: limit
  means: A limit.
  values:
    - {VALUE}
    - {VALUE.replace("2025-01-01", "2026-05-01").replace("value: 1", "value: [a, b]")}
"""
    parameters = Parameters.read(text)
    assert parameters.value_on("limit", date(2025, 1, 1)) == 1
    assert parameters.value_on("limit", date(2026, 4, 30)) == 1
    assert parameters.value_on("limit", date(2026, 5, 1)) == ("a", "b")
    assert parameters.due(date(2026, 12, 31)) == ()
    assert parameters.due(date(2027, 1, 1)) == ("limit",)
    with pytest.raises(ContentError, match="no source gives the parameter limit for 2024-12-31"):
        parameters.value_on("limit", date(2024, 12, 31))
    with pytest.raises(ContentError, match="there is no parameter limits"):
        parameters.value_on("limits", date(2026, 1, 1))
    with pytest.raises(ContentError, match="not a whole number"):
        parameters.years("limit", date(2026, 5, 1))


@pytest.mark.parametrize(
    ("values", "message"),
    [
        (f"[{VALUE}, {VALUE}]", "oldest first"),
        ("[]", "at least 1"),
        (f"[{VALUE.replace('value: 1', 'value: {a: b}')}]", "value"),
    ],
)
def test_a_parameter_with_a_fault_is_refused(values: str, message: str) -> None:
    with pytest.raises(ContentError, match=message):
        Parameters.read(f"- {{name: limit, means: A limit., values: {values}}}")


def test_the_shipped_parameters_are_those_of_the_sources() -> None:
    parameters = Parameters.load()
    today = date(2026, 11, 22)
    limits = ("principal_age_limit", "child_age_limit", "sibling_age_limit", "age_exemption_limit")
    assert [parameters.years(name, today) for name in limits] == [21, 21, 18, 18]
    assert parameters.years("child_age_limit", date(2010, 1, 1)) == parameters.years("child_age_limit", RULE_IN_FORCE)
    assert parameters.value_on("edition_i914", today) == "01/20/25"
    assert parameters.value_on("fee_i914", today) == 0
    assert parameters.value_on("filing_address_new_york", today) == (
        "USCIS",
        "ATTN: I-914",
        "P.O. Box 4221",
        "Carol Stream, IL 60197-4221",
    )
    assert parameters.entry_on("fee_i914", today).authority == "PR-02"
    assert parameters.due(today) == ()


def test_the_shipped_files_say_when_to_check_again() -> None:
    for name in ("authorities.yaml", "parameters.yaml"):
        assert "check_again" in shipped_text(name).split("\n\n")[0]
