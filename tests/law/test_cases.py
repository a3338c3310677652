"""Cases as data: what a lawyer reads in cases/*.yaml is what the rules say."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from legalassist.facts.dates import PartialDate
from legalassist.facts.known import Known, PlainFacts, Rows, Unknown, Why
from legalassist.facts.values import Value
from legalassist.law.derived import WithDerived
from legalassist.law.finding import Finding, Reason, Verdict
from legalassist.law.rulebook import RULES, findings

Case = dict[str, Any]
CASES: list[Case] = [
    case | {"name": f"{path.stem}: {case['name']}"}
    for path in sorted((Path(__file__).parent / "cases").glob("*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]
DERIVED_CASES = [case for case in CASES if {"class", "age", "under_18"} & case.keys()]
SHORT = {
    "born": "client.birth_date",
    "client": "client.birth_date",
    "receipt": "filing.planned_receipt_date",
    "first": "trafficking.first_date",
    "last": "trafficking.last_date",
}
RECEIPT = "2026-12-15"


def name_of(case: Case) -> str:
    return str(case["name"])


def facts_of(case: Case) -> PlainFacts:
    said: dict[str, Any] = dict(case.get("facts", {}))
    said |= {path: case[key] for key, path in SHORT.items() if key in case}
    if "family" in case:
        said.setdefault("filing.planned_receipt_date", RECEIPT)
    groups = {"exhibits": Rows((1,), complete=True)}
    rows = case.get("family", [])
    groups["family"] = Rows(tuple(range(1, len(rows) + 1)), complete=case.get("complete", "family" in case))
    for number, row in enumerate(rows, 1):
        groups[f"family[{number}].children"] = Rows(tuple(range(1, row.get("children", 0) + 1)), complete=True)
        said |= {f"family[{number}].{key}": value for key, value in row.items() if key != "children"}
    unknown = {path: Why(str(value)[1:-1]) for path, value in said.items() if str(value).startswith("(")}
    known = {path: value_of(path, value) for path, value in said.items() if path not in unknown}
    return PlainFacts(known, unknown, groups)


def value_of(path: str, value: object) -> Value:
    if path.endswith("_date"):
        return PartialDate.parse(str(value))
    if isinstance(value, list):
        return tuple(str(part) for part in value)
    assert isinstance(value, str | bool)
    return value


def finding_of(case: Case) -> Finding:
    subject = case.get("subject", "family[1]" if "family" in case else "")
    found = [each for each in findings(facts_of(case)) if each.subject == subject]
    found = [each for each in found if each.rule == case.get("rule", each.rule)]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_the_rules_say_what_the_case_expects(case: Case) -> None:
    finding = finding_of(case)
    assert finding.verdict == case["verdict"]
    assert finding.reason is Reason[case.get("reason", finding.reason.name)]
    assert set(case.get("authorities", ())) <= set(finding.authorities)
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


def test_there_are_enough_cases_of_ages_and_derivatives() -> None:
    names = [case["name"] for case in CASES]
    assert len(names) >= 45
    assert [name for name, count in Counter(names).items() if count > 1] == []


def test_every_rule_gives_every_verdict_that_it_can_give() -> None:
    given = {(finding.rule, finding.verdict) for case in CASES for finding in findings(facts_of(case))}
    met, not_met, unknown, attorney = Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN, Verdict.ATTORNEY_DECIDES
    expected = {
        "tvisa.action": {unknown, attorney},
        "tvisa.means": {unknown, attorney},
        "tvisa.purpose": {unknown, attorney},
        "tvisa.report": {unknown, attorney},
        "tvisa.age_exemption": {met, not_met, unknown},
        "tvisa.trauma_exception": {unknown, attorney},
        "tvisa.compliance": {met, unknown, attorney},
        "derivatives.principal_age": {met, not_met, unknown},
        "derivatives.spouse": {met, not_met, unknown},
        "derivatives.child": {met, not_met, unknown},
        "derivatives.parent": {met, not_met, unknown, attorney},
        "derivatives.sibling": {met, not_met, unknown, attorney},
        "derivatives.grandchild": {not_met, unknown, attorney},
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
