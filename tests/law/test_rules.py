"""Rules read what they declare, findings hang on what was looked at, and knowing more never turns met into not met."""

from collections.abc import Mapping
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from legalassist.facts.dates import Age, PartialDate
from legalassist.facts.known import Facts, Known, PlainFacts, Rows, Unknown, Why
from legalassist.facts.paths import pattern_of
from legalassist.facts.values import Value
from legalassist.law.authorities import Authorities
from legalassist.law.deadlines import deadlines
from legalassist.law.derived import DERIVED, DerivedFact, WithDerived
from legalassist.law.explain import explain
from legalassist.law.finding import Finding, Reason, Verdict
from legalassist.law.rule import Conclusion, Rule, Seen, rule
from legalassist.law.rulebook import RULES, findings

ROWS, CHILDREN = 3, 1
DATES = ("2004-02-29", "2005-12-15", "2005-12-16", "2005", "2008", "2010-06-01", "2026-12-15", "2027-03", "2000~")
RECEIPTS = ("2026-12-15", "2029-02-28", "2026", "2020-01-01")
ROW_VALUES: dict[str, tuple[Value, ...]] = {
    "relation": ("spouse", "child", "parent", "sibling", "grandchild", "other", "stepchild", "stepparent", "in_law"),
    "marriage_date": tuple(PartialDate.parse(text) for text in ("2020-05-01", "2026-12", "2027-05-01", "2030")),
    "by_marriage_on": tuple(PartialDate.parse(text) for text in ("2020-05-01", "2030-01-01")),
    "in_us": (True, False),
    "children[1].retaliation": (True, False),
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
    "trafficking.age_at_start": (Age(16), Age(18), Age(17, "nominal"), Age(19, "nominal"), Age(21, "nominal")),
    "trafficking.age_at_end": (Age(17), Age(20), Age(22, "nominal")),
    "presence.left_since": (True, False),
    "presence.how_it_ended": ("got_away",),
    "reporting.asked_for_help": (True, False),
    "requests[1].done": ("all", "none"),
    "health.effects": ("words",),
    "health.contagious": (True, False),
    "hardship.living": ("words",),
    "first.removal_order": (True, False),
    "first.led_others": (True, False),
    "first.criminal_case": (True, False),
    "first.earlier_filing": (True, False),
    "first.hearing_date": (PartialDate.parse("2026-12"),),
    "client.passport_held_by": ("client", "other"),
    "client.passport_expires": tuple(PartialDate.parse(text) for text in ("2026-12-31", "2027", "2030-01-01")),
    "visa.untrue": (True, False),
    "visa.others_prepared": (True, False),
    "filings[1].read_first": (True, False),
    "claims.us_citizen": (True, False),
    "helped.relative": (True, False),
    "past.sex_for_value": (True, False),
    "past.sex_for_value_last": tuple(PartialDate.parse(text) for text in ("2016-12-15", "2020", "2001-01-01")),
    "past.military": ("school", "service"),
    "arrests[1].disposition": ("open", "convicted", "dismissed", "diverted"),
    "groups[1].kind": ("youth_league",),
    "orders[1].left": (True, False),
    "notices[1].due_date": (PartialDate.parse("2027-01-20"),),
    "notices[1].kind": ("hearing", "request_for_evidence"),
    "filing.granted_date": tuple(PartialDate.parse(text) for text in ("2026-06-01", "2028", "2024-02-29")),
    "filing.status_until": (PartialDate.parse("2030-05-31"),),
    "filing.card_expires": (PartialDate.parse("2027-06"),),
    "client.unaccompanied_child": (True, False),
    "departures[1].left_on": tuple(PartialDate.parse(text) for text in ("2020-01-01", "2022", "2024-05-05")),
    "departures[1].returned_on": (PartialDate.parse("2024-06-06"),),
    "departures[1].sent_out": (True, False),
    **{f"entries[{row}].checked": (True, False) for row in (1, 2)},
    **{f"entries[{row}].papers": ("own", "none", "made_up") for row in (1, 2)},
    **{f"entries[{row}].date": tuple(map(PartialDate.parse, ("2019-03-01", "2026-02", "202X"))) for row in (1, 2)},
    **{f"family[{row}].{name}": values for row in range(1, ROWS + 1) for name, values in ROW_VALUES.items()},
}
GROUPS = {
    "entries": 2,
    **dict.fromkeys(("departures", "orders", "filings", "arrests", "groups", "requests", "notices", "jobs"), 1),
}
EVENTS = {"filing.granted_date"}
"""A grant is something that happens, not something that is learned: a later marriage counts before it, not after."""
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
    groups |= {name: Rows(tuple(range(1, count + 1)), complete) for name, count in GROUPS.items()}
    known = {path: fact.value for path, fact in said.items() if isinstance(fact, Known)}
    return PlainFacts(known, {path: fact.why for path, fact in said.items() if isinstance(fact, Unknown)}, groups)


def by_subject(found: tuple[Finding, ...]) -> dict[tuple[str, str], Verdict]:
    return {(finding.rule, finding.subject): finding.verdict for finding in found}


@settings(max_examples=70, deadline=None)
@given(said=contents(), complete=st.booleans(), data=st.data())
def test_knowing_more_never_turns_met_into_not_met(said: Contents, complete: bool, data: st.DataObject) -> None:
    before = by_subject(findings(facts_of(said, complete=complete)))
    learnable = [path for path in said if isinstance(said[path], Unknown) and path not in EVENTS]
    path = data.draw(st.sampled_from(learnable or ["client.name"]))
    learned = said | {path: Known(data.draw(st.sampled_from(VALUES.get(path, ("words",)))))}
    after = by_subject(findings(facts_of(learned, complete=True)))
    settled = {Verdict.MET, Verdict.NOT_MET}
    for key in before.keys() & after.keys():
        assert {before[key], after[key]} != settled, key


@settings(max_examples=70, deadline=None)
@given(said=contents(), narrower=st.sampled_from(("2005-03-01", "2005-12-15", "2005-12-16", "2005-12-31", "2005-12")))
def test_a_date_said_more_exactly_changes_nothing_that_was_settled(said: Contents, narrower: str) -> None:
    vague = said | {"client.birth_date": Known(PartialDate.parse("2005"))}
    exact = said | {"client.birth_date": Known(PartialDate.parse(narrower))}
    before, after = by_subject(findings(facts_of(vague))), by_subject(findings(facts_of(exact)))
    for key, verdict in before.items():
        if verdict in (Verdict.MET, Verdict.NOT_MET):
            assert after[key] == verdict


@settings(max_examples=70, deadline=None)
@given(said=contents(), data=st.data())
def test_a_class_that_is_known_stays_when_more_is_known(said: Contents, data: st.DataObject) -> None:
    row = f"family[{data.draw(st.integers(1, ROWS))}]"
    owed = [Unknown(why, frozenset()) for why in Why if why is not Why.DOES_NOT_APPLY]
    open_paths = [path for path, fact in said.items() if Unknown(getattr(fact, "why", Why.DOES_NOT_APPLY)) in owed]
    open_paths = [path for path in open_paths if path not in EVENTS]
    before = WithDerived(facts_of(said)).get(f"derived.{row}.class")
    if not isinstance(before, Known) or not open_paths:
        return
    path = data.draw(st.sampled_from(open_paths))
    learned = said | {path: Known(data.draw(st.sampled_from(VALUES[path])))}
    after = WithDerived(facts_of(learned)).get(f"derived.{row}.class")
    may_contradict_the_other = path in (f"{row}.married", "client.marital_status")
    assert after == before or may_contradict_the_other


@settings(max_examples=70, deadline=None)
@given(said=contents(), wild=st.dictionaries(st.sampled_from(sorted(VALUES)), st.sampled_from(NONSENSE)))
def test_findings_never_raise_and_name_only_facts_that_are_there(said: Contents, wild: dict[str, Value]) -> None:
    facts = facts_of(said | {path: Known(value) for path, value in wild.items()}, complete=False)
    for finding in findings(facts):
        assert all(isinstance(facts.get(path), Known) for path in finding.hangs_on)
        groups = {"family", *GROUPS, *(f"family[{row}].children" for row in range(1, ROWS + 1))}
        assert all(isinstance(facts.get(path), Unknown) for path in set(finding.absent) - groups)
        assert "words" not in str((finding.readings, finding.parts))
        for part in finding.parts:
            assert all(isinstance(facts.get(path), Known) for path in part.hangs_on)
            assert finding.verdict is not Verdict.ATTORNEY_DECIDES or set(part.hangs_on) <= {*finding.hangs_on}
    for clock in deadlines(facts, as_of=date(2026, 11, 22), mailing_days=5):
        assert clock.mail_by is not None
        assert clock.mail_by < clock.received_by
        assert all(isinstance(facts.get(path), Known) for path in clock.hangs_on)


@settings(max_examples=60, deadline=None)
@given(said=contents(), complete=st.booleans())
def test_a_rule_reads_only_what_it_declares(said: Contents, complete: bool) -> None:
    facts = facts_of(said, complete=complete)
    for each in RULES:
        assert undeclared(each, facts) == set()
    for derived in DERIVED:
        assert undeclared_by_derived(derived, facts) == set()


def undeclared(each: Rule, facts: PlainFacts) -> set[str]:
    seen = Seen(facts)
    assert list(each.findings(seen)) is not None
    seen.groups.pop(each.group, None)
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
    assert all(name.split(".")[0] in ("tvisa", "flags", "travel", "filing", "derivatives") for name in names)


def test_findings_come_in_the_order_client_then_family() -> None:
    facts = facts_of({"family[2].relation": Known("parent"), "family[1].relation": Known("child")})
    found = findings(facts)
    assert found == findings(facts)
    order = [each.id for each in RULES if not each.group.startswith("family")]
    client = [finding.rule for finding in found if not finding.subject.startswith("family")]
    assert client == sorted(client, key=order.index)
    numbers = [int(finding.subject[7]) for finding in found if finding.subject.startswith("family")]
    assert numbers == sorted(numbers)
    assert found[-1].subject.startswith("family")


def test_a_finding_lists_the_exhibits_that_speak_to_it() -> None:
    groups = {"exhibits": Rows((1, 4, 7), complete=True)}
    facts = PlainFacts({"exhibits[1].speaks_to": ("means",), "exhibits[7].speaks_to": ("age", "means")}, None, groups)
    listed = {finding.rule: finding.exhibits for finding in findings(facts)}
    assert listed["tvisa.means"] == ("exhibits[1]", "exhibits[7]")
    assert listed["tvisa.age_exemption"] == ("exhibits[7]",)
    assert listed["tvisa.report"] == ()


def test_nothing_known_gives_only_unknown() -> None:
    found = findings(PlainFacts())
    unasked = ("travel.client", "filing.if_denied")
    assert {finding.verdict for finding in found if finding.rule not in unasked} == {Verdict.UNKNOWN}
    assert all(finding.absent for finding in found if finding.rule != "filing.if_denied")


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


def test_a_part_lists_only_what_speaks_to_it() -> None:
    said = {"hardship.living": Known("words"), "hardship.care": Unknown(Why.DECLINED), "health.effects": Known("words")}
    finding = next(each for each in findings(facts_of(said)) if each.rule == "tvisa.hardship")
    parts = {part.title[:3]: part for part in finding.parts}
    assert parts["(9)"].hangs_on == ("hardship.living",)
    assert parts["(3)"].hangs_on == ("health.effects",)
    assert "hardship.care" in parts["(2)"].absent
    assert parts["(8)"].hangs_on == parts["(8)"].exhibits == ()


def test_an_explanation_shows_each_part_with_what_speaks_to_it() -> None:
    said = {"presence.how_it_ended": Known("got_away"), "exhibits[1].speaks_to": Known(("presence",))}
    finding = next(each for each in findings(facts_of(said)) if each.rule == "tvisa.presence")
    lines = explain(finding, Authorities.load()).splitlines()
    start = lines.index("│  ├─ (3) Escaped before an agency was involved")
    assert lines[start + 1 : start + 4] == [
        "│  │  hangs on: presence.how_it_ended",
        "│  │  absent: reporting.reported, reporting.date",
        "│  │  exhibits: exhibits[1]",
    ]
    assert "got_away" not in "".join(lines)


def test_every_flag_names_the_ground_and_both_legs_of_the_waiver_or_why_not() -> None:
    flags = [each for each in RULES if each.id.startswith("flags.")]
    without = {"flags.led_others", "flags.open_case", "flags.earlier_filing", "flags.party"}
    for each in flags:
        titles = " ".join(point.title for point in each.points)
        assert ("212(d)(13)" in titles and "212(d)(3)(A)(ii)" in titles) == (each.id not in without), each.id
    assert {"flags.security", "flags.health", "flags.unlawful_presence"} <= {each.id for each in flags}
