"""Rules read what they declare, findings hang on what was looked at, and knowing more never turns met into not met."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legalassist.facts.dates import PartialDate
from legalassist.facts.known import Facts, Known, PlainFacts, Rows, Unknown, Why
from legalassist.facts.paths import pattern_of
from legalassist.facts.values import Value
from legalassist.law.authorities import Authorities
from legalassist.law.deadlines import Deadline, deadlines
from legalassist.law.derived import DERIVED, DerivedFact, WithDerived
from legalassist.law.explain import explain
from legalassist.law.finding import Finding, Reason, Verdict
from legalassist.law.rule import Conclusion, Rule, Seen, rule, subjects
from legalassist.law.rulebook import RULES, findings

ROWS, CHILDREN = 3, 1
DATES = ("2004-02-29", "2005-12-15", "2005-12-16", "2005", "2008", "2010-06-01", "2026-12-15", "2027-03", "2000~")
RECEIPTS = ("2026-12-15", "2029-02-28", "2026", "2020-01-01")
ROW_VALUES: dict[str, tuple[Value, ...]] = {
    "relation": ("spouse", "child", "parent", "sibling", "grandchild", "other", "stepchild"),
    "birth_date": tuple(PartialDate.parse(text) for text in DATES),
    "married": (True, False),
    "retaliation": (True, False),
    "apply": (True, False),
}
VALUES: dict[str, tuple[Value, ...]] = {
    "client.birth_date": tuple(PartialDate.parse(text) for text in DATES),
    "client.marital_status": ("single", "married", "divorced"),
    "filing.planned_receipt_date": tuple(PartialDate.parse(text) for text in RECEIPTS),
    "trafficking.kind": (("labor",), ("sex",), ("labor", "sex")),
    "trafficking.means": (("threats",),),
    "trafficking.recruitment": ("words",),
    "trafficking.first_date": tuple(
        PartialDate.parse(text) for text in ("2021-09", "2022-02-28", "2023", "2001-01-01")
    ),
    "trafficking.last_date": tuple(PartialDate.parse(text) for text in ("2021-10", "2023-03", "2024")),
    "reporting.reported": (True, False),
    "reporting.agency": ("words",),
    "reporting.why_not": ("words",),
    "reporting.unable_trauma": (True, False),
    "exhibits[1].speaks_to": (("report",), ("action", "means"), ("family",)),
    **{f"family[{row}].{name}": values for row in range(1, ROWS + 1) for name, values in ROW_VALUES.items()},
}
NONSENSE: tuple[Value, ...] = (
    "words",
    True,
    7,
    ("x",),
    PartialDate.parse("1999"),
    PartialDate.parse("lunar:2000-01-01"),
)
UNKNOWN = st.sampled_from(list(Why))

Contents = dict[str, Known | Unknown]


@st.composite
def contents(draw: st.DrawFn) -> Contents:
    drawn: Contents = {}
    for path, values in VALUES.items():
        if draw(st.integers(0, 3)):
            drawn[path] = Known(draw(st.sampled_from(values)))
        else:
            drawn[path] = Unknown(draw(UNKNOWN), frozenset({path}))
    return drawn


def facts_of(said: Mapping[str, Known | Unknown], *, complete: bool = True) -> PlainFacts:
    groups = {"family": Rows(tuple(range(1, ROWS + 1)), complete), "exhibits": Rows((1,), complete=True)}
    groups |= {f"family[{row}].children": Rows((CHILDREN,), complete) for row in range(1, ROWS + 1)}
    known = {path: fact.value for path, fact in said.items() if isinstance(fact, Known)}
    return PlainFacts(known, {path: fact.why for path, fact in said.items() if isinstance(fact, Unknown)}, groups)


def by_subject(found: tuple[Finding, ...]) -> dict[tuple[str, str], Verdict]:
    return {(finding.rule, finding.subject): finding.verdict for finding in found}


@settings(max_examples=150, deadline=None)
@given(said=contents(), complete=st.booleans(), data=st.data())
def test_knowing_more_never_turns_met_into_not_met(said: Contents, complete: bool, data: st.DataObject) -> None:
    before = by_subject(findings(facts_of(said, complete=complete)))
    path = data.draw(st.sampled_from([path for path in said if isinstance(said[path], Unknown)] or ["client.name"]))
    learned = said | {path: Known(data.draw(st.sampled_from(VALUES.get(path, ("words",)))))}
    after = by_subject(findings(facts_of(learned, complete=True)))
    settled = {Verdict.MET, Verdict.NOT_MET}
    for key in before.keys() & after.keys():
        assert {before[key], after[key]} != settled, key


@settings(max_examples=150, deadline=None)
@given(said=contents(), narrower=st.sampled_from(("2005-03-01", "2005-12-15", "2005-12-16", "2005-12-31", "2005-12")))
def test_a_date_said_more_exactly_changes_nothing_that_was_settled(said: Contents, narrower: str) -> None:
    vague = said | {"client.birth_date": Known(PartialDate.parse("2005"))}
    exact = said | {"client.birth_date": Known(PartialDate.parse(narrower))}
    before, after = by_subject(findings(facts_of(vague))), by_subject(findings(facts_of(exact)))
    for key, verdict in before.items():
        if verdict in (Verdict.MET, Verdict.NOT_MET):
            assert after[key] == verdict


@settings(max_examples=150, deadline=None)
@given(said=contents(), data=st.data())
def test_a_class_that_is_known_stays_when_more_is_known(said: Contents, data: st.DataObject) -> None:
    row = f"family[{data.draw(st.integers(1, ROWS))}]"
    owed = [Unknown(why, frozenset()) for why in Why if why is not Why.DOES_NOT_APPLY]
    open_paths = [path for path, fact in said.items() if Unknown(getattr(fact, "why", Why.DOES_NOT_APPLY)) in owed]
    before = WithDerived(facts_of(said)).get(f"derived.{row}.class")
    if not isinstance(before, Known) or not open_paths:
        return
    path = data.draw(st.sampled_from(open_paths))
    learned = said | {path: Known(data.draw(st.sampled_from(VALUES[path])))}
    after = WithDerived(facts_of(learned)).get(f"derived.{row}.class")
    may_contradict_the_other = path in (f"{row}.married", "client.marital_status")
    assert after == before or may_contradict_the_other


@settings(max_examples=150, deadline=None)
@given(said=contents(), wild=st.dictionaries(st.sampled_from(sorted(VALUES)), st.sampled_from(NONSENSE)))
def test_findings_never_raise_and_name_only_facts_that_are_there(said: Contents, wild: dict[str, Value]) -> None:
    facts = facts_of(said | {path: Known(value) for path, value in wild.items()}, complete=False)
    for finding in findings(facts):
        assert all(isinstance(facts.get(path), Known) for path in finding.hangs_on)
        groups = {"family", *(f"family[{row}].children" for row in range(1, ROWS + 1))}
        assert all(isinstance(facts.get(path), Unknown) for path in set(finding.absent) - groups)
        assert "words" not in str(finding.readings)
    assert all(isinstance(each.received_by, date) for each in deadlines(facts, as_of=date(2026, 11, 22)))


@settings(max_examples=100, deadline=None)
@given(said=contents(), complete=st.booleans())
def test_a_rule_reads_only_what_it_declares(said: Contents, complete: bool) -> None:
    facts = facts_of(said, complete=complete)
    for each in RULES:
        assert undeclared(each, facts) == set()
    for derived in DERIVED:
        assert undeclared_by_derived(derived, facts) == set()


def undeclared(each: Rule, facts: PlainFacts) -> set[str]:
    seen = Seen(facts)
    for subject in subjects(facts, each.group):
        each.decide(seen, subject)
    return {pattern_of(path) for path in (*seen.known, *seen.unknown, *seen.groups)} - set(each.reads)


def undeclared_by_derived(derived: DerivedFact, facts: PlainFacts) -> set[str]:
    seen = Seen(facts)
    derived.compute(seen, (1,) if "[]" in derived.path else ())
    return {pattern_of(path) for path in (*seen.known, *seen.unknown, *seen.groups)} - set(derived.reads)


def test_a_rule_that_reads_more_than_it_declares_is_found() -> None:
    @rule("test.nosy", "Nosy", authorities=("EL-01",), reads=("client.name",))
    def nosy(facts: Facts, _client: str) -> Conclusion:
        facts.get("client.ssn")
        facts.rows("jobs")
        return Conclusion(Verdict.UNKNOWN, Reason.NOTHING_ON_RECORD)

    assert undeclared(nosy, PlainFacts()) == {"client.ssn", "jobs"}


def test_a_rule_named_twice_would_be_seen() -> None:
    names = [each.id for each in RULES]
    assert len(set(names)) == len(names)
    assert all(name.split(".")[0] in ("tvisa", "derivatives") for name in names)


def test_findings_come_in_the_order_client_then_family() -> None:
    facts = facts_of({"family[2].relation": Known("parent"), "family[1].relation": Known("child")})
    found = findings(facts)
    assert found == findings(facts)
    assert [finding.rule for finding in found if not finding.subject] == [
        each.id for each in RULES if not each.group.startswith("family")
    ]
    numbers = [int(finding.subject[7]) for finding in found if finding.subject]
    assert numbers == sorted(numbers)


def test_a_finding_lists_the_exhibits_that_speak_to_it() -> None:
    groups = {"exhibits": Rows((1, 4, 7), complete=True)}
    facts = PlainFacts({"exhibits[1].speaks_to": ("means",), "exhibits[7].speaks_to": ("age", "means")}, None, groups)
    listed = {finding.rule: finding.exhibits for finding in findings(facts)}
    assert listed["tvisa.means"] == ("exhibits[1]", "exhibits[7]")
    assert listed["tvisa.age_exemption"] == ("exhibits[7]",)
    assert listed["tvisa.report"] == ()


def test_nothing_known_gives_only_unknown() -> None:
    found = findings(PlainFacts())
    assert {finding.verdict for finding in found} == {Verdict.UNKNOWN}
    assert all(finding.absent for finding in found)


def test_what_does_not_apply_is_neither_hung_on_nor_absent() -> None:
    facts = PlainFacts({"reporting.reported": True}, {"reporting.why_not": Why.DOES_NOT_APPLY})
    finding = next(each for each in findings(facts) if each.rule == "tvisa.report")
    assert finding.hangs_on == ("reporting.reported",)
    assert "reporting.why_not" not in finding.absent
    assert "reporting.agency" in finding.absent


def test_a_class_hangs_only_on_what_could_change_it() -> None:
    said = {
        "client.birth_date": Known(PartialDate.parse("2007-03-01")),
        "filing.planned_receipt_date": Known(PartialDate.parse("2026-12-15")),
        "family[1].relation": Known("sibling"),
        "family[1].birth_date": Known(PartialDate.parse("2010-06-01")),
        "family[1].married": Known(value=False),
        "family[1].retaliation": Known(value=True),
        "family[2].relation": Known("parent"),
        "family[2].apply": Known(value=True),
    }
    sister = next(each for each in findings(facts_of(said)) if each.subject == "family[1]")
    assert sister.verdict is Verdict.MET
    assert set(sister.hangs_on) == said.keys() - {"family[1].retaliation", "family[2].relation", "family[2].apply"}


def test_derived_facts_are_published_beside_the_answers() -> None:
    said = {"client.birth_date": Known(PartialDate.parse("2007-03-01")), "family[2].relation": Known("parent")}
    facts = WithDerived(facts_of(said | {"filing.planned_receipt_date": Known(PartialDate.parse("2026-12-15"))}))
    assert facts.get("derived.age_at_receipt") == Known(19)
    assert facts.get("derived.family[2].class") == Known("T-4")
    assert facts.get("client.birth_date") == said["client.birth_date"]
    assert facts.rows("derived.family").numbers == facts.rows("family").numbers == (1, 2, 3)
    assert facts.get("derived.family[].class") == facts.get("derived.no_such") == Unknown()
    assert facts.get("derived.family[1].class") == Unknown(Why.NOT_ASKED, frozenset({"family[1].relation"}))


def test_why_a_derived_fact_is_unknown_is_why_its_answer_is() -> None:
    declined = PlainFacts(None, {"client.birth_date": Why.DECLINED, "filing.planned_receipt_date": Why.LATER})
    fact = WithDerived(declined).get("derived.age_at_receipt")
    assert fact == Unknown(Why.DECLINED, frozenset({"client.birth_date", "filing.planned_receipt_date"}))
    not_applying = PlainFacts(None, {"client.birth_date": Why.DOES_NOT_APPLY})
    assert WithDerived(not_applying).get("derived.under_18_at_an_act") == Unknown(
        Why.NOT_ASKED, frozenset({"client.birth_date", "trafficking.first_date"})
    )


def test_an_explanation_is_a_tree_without_answers() -> None:
    said = {
        "client.birth_date": Known(PartialDate.parse("2005")),
        "filing.planned_receipt_date": Known(PartialDate.parse("2026-12-15")),
        "family[1].relation": Known("parent"),
        "exhibits[1].speaks_to": Known(("family",)),
    }
    finding = next(each for each in findings(facts_of(said)) if each.subject == "family[1]")
    text = explain(finding, Authorities.load())
    assert text.splitlines()[:3] == [
        "Parent (T-4) (family[1]): unknown",
        "   derivatives.parent",
        "   What is known leaves more than one class open.",
    ]
    branches = [line.removeprefix("├─ ") for line in text.splitlines() if line.startswith("├─ ")]
    assert branches == ["readings", "hangs on", "absent", "exhibits", "authorities"]
    assert "FM-04  INA 101(a)(15)(T)(ii)(III); 8 CFR 214.201, 214.211(a)(3)" in text
    assert "2005" not in text


def test_a_finding_with_little_to_say_is_short() -> None:
    finding = next(each for each in findings(PlainFacts()) if each.rule == "tvisa.action")
    assert "├─ hangs on" not in explain(finding, Authorities.load())


@pytest.mark.parametrize(
    ("relation", "row", "expected"),
    [
        ("child", {"birth_date": "2010-06-01"}, ("clock.child_age", "2031-05-31", "family[1]")),
        ("child", {"birth_date": "2010"}, ("clock.child_age", "2030-12-31", "family[1]")),
        ("child", {"birth_date": "2008-02-29"}, ("clock.child_age", "2029-02-27", "family[1]")),
        ("parent", {}, ("clock.principal_age", "2028-02-29", "")),
        ("sibling", {"birth_date": "2010-06-01"}, ("clock.principal_age", "2028-02-29", "")),
    ],
)
def test_a_clock_runs_to_the_day_before_the_earliest_birthday(
    relation: str, row: dict[str, str], expected: tuple[str, str, str]
) -> None:
    clock = clocks(relation, row)[0]
    assert (clock.id, clock.received_by.isoformat(), clock.subject) == expected
    assert not clock.passed
    assert clock.hangs_on == ((f"{clock.subject or 'client'}.birth_date"),)


def test_a_siblings_clock_stands_beside_the_clients() -> None:
    both = [(each.id, each.received_by.isoformat()) for each in clocks("sibling", {"birth_date": "2010-06-01"})]
    assert both == [("clock.principal_age", "2028-02-29"), ("clock.sibling_age", "2028-05-31")]


def test_a_clock_that_ran_out_says_so_and_stops_the_siblings() -> None:
    late = clocks("sibling", {"birth_date": "2010-06-01"}, client="2000-03-01")
    assert [(each.id, each.passed) for each in late] == [("clock.principal_age", True)]


def test_a_sibling_keeps_a_clock_while_the_client_may_be_young() -> None:
    assert [each.id for each in clocks("sibling", {"birth_date": "2010-06-01"}, client=None)] == ["clock.sibling_age"]


@pytest.mark.parametrize("row", [{"married": True}, {"apply": False}, {"birth_date": None}])
def test_no_clock_runs_for_who_is_married_or_stays_or_has_no_birth_date(row: dict[str, Any]) -> None:
    assert clocks("child", {"birth_date": "2010-06-01"} | row) == ()


def clocks(relation: str, row: dict[str, Any], *, client: str | None = "2007-03-01") -> tuple[Deadline, ...]:
    dates = {"client.birth_date": client, "family[1].birth_date": row.get("birth_date")}
    said: dict[str, Value] = {path: PartialDate.parse(text) for path, text in dates.items() if text}
    said |= {f"family[1].{name}": value for name, value in row.items() if name != "birth_date"}
    facts = PlainFacts(said | {"family[1].relation": relation}, None, {"family": Rows((1,), complete=True)})
    return deadlines(facts, as_of=date(2026, 11, 22))
