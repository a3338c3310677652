"""Cases as data: what a lawyer reads in cases/*.yaml is what the rules say."""

import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from legalassist.facts.dates import Age, DateError, PartialDate
from legalassist.facts.known import Known, PlainFacts, Rows, Unknown, Why
from legalassist.facts.values import Value
from legalassist.law.deadlines import Deadline, deadlines
from legalassist.law.derived import WithDerived
from legalassist.law.finding import Finding, Reason, Verdict
from legalassist.law.rulebook import RULES, findings

Case = dict[str, Any]
FOLDER = Path(__file__).parent / "cases"


def read(name: str) -> list[Case]:
    cases = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    return [case | {"name": f"{name}: {case['name']}"} for case in cases]


CASES = [case for name in ("ages", "classes", "elements", "family") for case in read(name)]
CLOCKS = read("clocks")
DERIVED_CASES = [case for case in CASES if {"class", "age", "under_18"} & case.keys()]
SHORT = {
    "born": "client.birth_date",
    "client": "client.birth_date",
    "receipt": "filing.planned_receipt_date",
    "first": "trafficking.first_date",
    "last": "trafficking.last_date",
}
RECEIPT = "2026-12-15"
GROUPS = ("entries", "departures", "orders", "filings", "arrests", "groups", "requests", "notices", "jobs",
          "moves", "family")  # fmt: skip


def name_of(case: Case) -> str:
    return str(case["name"])


def facts_of(case: Case) -> PlainFacts:
    said: dict[str, Any] = dict(case.get("facts", {}))
    said |= {path: case[key] for key, path in SHORT.items() if key in case}
    if "family" in case:
        said.setdefault("filing.planned_receipt_date", RECEIPT)
    groups = {name: rows_of(case, name, said) for name in GROUPS}
    for number, row in enumerate(case.get("family", []), 1):
        groups[f"family[{number}].children"] = Rows(tuple(range(1, row.get("children", 0) + 1)), complete=True)
        said |= {f"family[{number}].{key}": value for key, value in row.items() if key != "children"}
    unknown = {path: Why(str(value)[1:-1]) for path, value in said.items() if str(value).startswith("(")}
    known = {path: value_of(path, value) for path, value in said.items() if path not in unknown}
    return PlainFacts(known, unknown, groups | {"exhibits": Rows((1,), complete=True)})


def rows_of(case: Case, name: str, said: dict[str, Any]) -> Rows:
    numbers = {int(found[1]) for path in said if (found := re.match(rf"{name}\[(\d+)\]", path))}
    if name == "family":
        numbers = set(range(1, len(case.get("family", [])) + 1))
        return Rows(tuple(sorted(numbers)), complete=case.get("complete", "family" in case))
    return Rows(tuple(sorted(numbers)), complete=name not in case.get("incomplete", ()))


def value_of(path: str, value: object) -> Value:
    if "age_at_" in path:
        return Age.parse(str(value))
    if isinstance(value, list):
        return tuple(str(part) for part in value)
    if isinstance(value, bool):
        return value
    try:
        return PartialDate.parse(str(value))
    except DateError:
        return str(value)


def findings_of(case: Case) -> list[Finding]:
    subject = case.get("subject", "family[1]" if "family" in case else "")
    found = [each for each in findings(facts_of(case)) if each.subject == subject]
    if "rule" in case:
        return [each for each in found if each.rule == case["rule"]]
    return [each for each in found if each.rule.startswith("derivatives.")]


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_the_rules_say_what_the_case_expects(case: Case) -> None:
    found = findings_of(case)
    assert len(found) == (0 if case.get("silent") else 1)
    for finding in found:
        assert finding.verdict == case["verdict"]
        assert finding.reason is Reason[case.get("reason", finding.reason.name)]
        assert set(case.get("authorities", ())) <= set(finding.authorities)
        assert len(finding.parts) == case.get("parts", len(finding.parts))
        if "absent" in case:
            assert set(finding.absent) == set(case["absent"])
        if finding.verdict in (Verdict.MET, Verdict.NOT_MET):
            assert finding.absent == finding.readings == ()


@pytest.mark.parametrize("case", DERIVED_CASES, ids=name_of)
def test_the_derived_facts_are_what_the_case_expects(case: Case) -> None:
    facts = WithDerived(facts_of(case))
    paths = {
        "class": "derived.family[1].class",
        "age": "derived.age_at_receipt",
        "under_18": "derived.under_18_at_an_act",
    }
    for key in paths.keys() & case.keys():
        fact = facts.get(paths[key])
        if case[key] in ("unknown", "no rule"):
            assert isinstance(fact, Unknown)
            assert (fact.why is Why.NO_RULE) == (case[key] == "no rule")
        else:
            assert fact == Known(case[key])


@pytest.mark.parametrize("case", CLOCKS, ids=name_of)
def test_the_clocks_run_to_the_days_that_the_case_expects(case: Case) -> None:
    found = deadlines(facts_of(case), as_of=date(2026, 11, 22))
    assert [shown(each) for each in found] == case["clocks"]
    for each in found:
        assert each.hangs_on
        assert each.authorities
    for name, notes in case.get("notes", {}).items():
        assert [one.notes for one in found if one.id == f"clock.{name}"] == [tuple(Reason[note] for note in notes)]


def shown(clock: Deadline) -> str:
    opens = f" from {clock.not_before}" if clock.not_before else ""
    return f"{'-' if clock.passed else ''}{clock.id.removeprefix('clock.')} {clock.received_by}{opens}"


FLAGS = (
    "flags.led_others",
    "flags.open_case",
    "flags.removal_order",
    "flags.earlier_filing",
    "flags.prostitution",
    "flags.entry",
    "flags.passport",
    "flags.misrepresentation",
    "flags.citizenship_claim",
    "flags.helped_entry",
    "flags.entry_after",
    "flags.unlawful_presence",
    "flags.security",
    "flags.health",
)


def test_there_are_enough_cases_of_ages_and_derivatives() -> None:
    names = [case["name"] for case in (*CASES, *CLOCKS)]
    assert len([case for case in CASES if "class" in case]) >= 120
    assert len(CLOCKS) >= 40
    assert [name for name, count in Counter(names).items() if count > 1] == []


def test_every_rule_gives_every_verdict_that_it_can_give() -> None:
    given = {(finding.rule, finding.verdict) for case in CASES for finding in findings(facts_of(case))}
    met, not_met, unknown, attorney = Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN, Verdict.ATTORNEY_DECIDES
    expected = {
        "tvisa.action": {unknown, attorney},
        "tvisa.means": {unknown, attorney},
        "tvisa.purpose": {unknown, attorney},
        "tvisa.presence": {unknown, attorney},
        "tvisa.reentry": {unknown, attorney},
        "tvisa.present_link": {unknown, attorney},
        "tvisa.report": {unknown, attorney},
        "tvisa.requests": {unknown, attorney},
        "tvisa.age_exemption": {met, not_met, unknown},
        "tvisa.trauma_exception": {unknown, attorney},
        "tvisa.compliance": {unknown, attorney},
        "tvisa.hardship": {unknown, attorney},
        **{name: {unknown, attorney} for name in FLAGS},
        "flags.arrest": {attorney},
        "flags.party": {attorney},
        "travel.client": {attorney},
        "filing.if_denied": {attorney},
        "filing.certification": {attorney},
        "travel.family": {attorney},
        "derivatives.principal_age": {met, not_met, unknown},
        "derivatives.spouse": {met, not_met, unknown},
        "derivatives.child": {met, not_met, unknown},
        "derivatives.parent": {met, not_met, unknown, attorney},
        "derivatives.sibling": {met, not_met, unknown, attorney},
        "derivatives.grandchild": {not_met, unknown, attorney},
        "derivatives.stepchild": {not_met, unknown, attorney},
        "derivatives.stepparent": {not_met, unknown},
        "derivatives.in_law": {not_met},
        "derivatives.other": {unknown},
        "derivatives.child_of_derivative": {not_met, unknown, attorney},
    }
    assert {rule.id for rule in RULES} == expected.keys()
    for rule, verdicts in expected.items():
        assert {verdict for name, verdict in given if name == rule} == verdicts


def test_a_case_that_expects_the_wrong_class_would_fail() -> None:
    case = {"family": [{"relation": "parent"}], "client": "2005-12-16", "verdict": "not met"}
    with pytest.raises(AssertionError):
        test_the_rules_say_what_the_case_expects(case)


def test_a_case_that_expects_the_wrong_day_would_fail() -> None:
    case = {"facts": {"entries[1].date": "2026-03-01"}, "clocks": ["asylum_year 2027-03-01"]}
    with pytest.raises(AssertionError):
        test_the_clocks_run_to_the_days_that_the_case_expects(case)


NINETEEN: Case = {
    "client": "2007-03-01",
    "family": [
        {"relation": "parent", "apply": True, "in_us": False, "retaliation": False},
        {"relation": "sibling", "birth_date": "2010-06-01", "married": False, "apply": True, "retaliation": False},
        {
            "relation": "sibling",
            "birth_date": "1998-02-01",
            "married": True,
            "apply": True,
            "retaliation": True,
            "children": 1,
        },
    ],
}


def test_a_19_year_old_brings_mother_and_young_sister_without_danger_and_a_married_brother_through_the_mother() -> None:
    facts = facts_of(NINETEEN)
    given = [WithDerived(facts).get(f"derived.family[{row}].class") for row in (1, 2, 3)]
    assert given == [Known("T-4"), Known("T-5"), Known("T-6")]
    family = {each.subject: each for each in findings(facts) if each.rule.startswith("derivatives.") and each.subject}
    assert [(each.verdict, each.reason) for each in family.values()] == [
        (Verdict.MET, Reason.PARENT),
        (Verdict.MET, Reason.SIBLING),
        (Verdict.ATTORNEY_DECIDES, Reason.IN_DANGER),
        (Verdict.NOT_MET, Reason.NOBODY_BETWEEN),
    ]
    for row in (1, 2):
        assert f"family[{row}].retaliation" not in family[f"family[{row}]"].hangs_on
    assert {"family[3].retaliation", "family[1].relation", "family[1].apply"} <= set(family["family[3]"].hangs_on)


def test_a_married_brother_needs_the_danger_and_the_mother() -> None:
    mother, sister, brother = NINETEEN["family"]
    for rows in ([mother, sister, brother | {"retaliation": False}], [mother | {"apply": False}, sister, brother]):
        facts = facts_of(NINETEEN | {"family": rows})
        assert WithDerived(facts).get("derived.family[3].class") == Known("none")


def test_a_client_of_23_who_was_17_is_exempt_and_brings_a_spouse_married_before_filing() -> None:
    case = {
        "client": "2003-09-09",
        "first": "2021-02",
        "last": "2022-03",
        "facts": {"client.marital_status": "married", "trafficking.kind": ["labor"], "reporting.reported": True},
        "family": [{"relation": "spouse", "marriage_date": "2024-05-20", "apply": True, "in_us": True}],
    }
    facts = facts_of(case)
    verdicts = {each.rule: (each.verdict, each.reason) for each in findings(facts)}
    assert WithDerived(facts).get("derived.age_at_receipt") == Known(23)
    assert WithDerived(facts).get("derived.family[1].class") == Known("T-2")
    assert verdicts["tvisa.age_exemption"] == (Verdict.MET, Reason.UNDER_18_AT_AN_ACT)
    assert verdicts["tvisa.compliance"] == (Verdict.ATTORNEY_DECIDES, Reason.EXEMPT_BY_AGE)
    assert verdicts["derivatives.spouse"] == (Verdict.MET, Reason.SPOUSE)
    assert verdicts["derivatives.principal_age"] == (Verdict.NOT_MET, Reason.CLIENT_21_OR_OLDER)
