"""The gate of packets beside the application: the same rules, each for the packet's own forms and papers."""

from dataclasses import replace

import pytest
from one_library import LIBRARY
from packets.test_gate import SAID, TODAY, found, kind, light, yes

from legalassist.api.building import prepare
from legalassist.api.opening import EXAMPLES
from legalassist.assessments.missing import Kind as Missing
from legalassist.library import shipped
from legalassist.packets.build import Build
from legalassist.packets.gate.rules import RULES
from legalassist.packets.gate.standing import Standing, ruled


@pytest.fixture(scope="module")
def mei() -> Build:
    return prepare(shipped() / EXAMPLES / "mei.yaml", LIBRARY, as_of=TODAY)


def test_another_packet_does_not_wait_for_the_application(mei: Build) -> None:
    other = kind(mei, mei.case, "address-change")
    assert {one.rule.id for one in ruled(other)} == {one.id for one in RULES if not one.whole}
    assert {one.id for one in RULES if one.whole} == {
        "report-or-exemption", "exemption-evidence", "statement-there", "owed-answers",
    }  # fmt: skip


def test_an_answer_to_a_letter_waits_for_its_own_papers_and_no_others(mei: Build) -> None:
    case = mei.case.answer("notices[1].kind", "request_for_evidence", SAID)
    case = case.answer("exhibits[3].answers_letter", 1, SAID)
    answer = kind(mei, case, "evidence")
    assert found("papers", answer) == ["exhibits[3]"], "asked for, and not at hand"
    assert "exhibits[3]" not in found("papers", light(mei, case)), "it goes with the answer, not with the application"
    assert {one.rule.id for one in ruled(answer) if one.standing is Standing.BLOCKED} >= {"papers"}
    foreign = replace(answer.assessment, missing=tuple(
        replace(one, kind=Missing.TRANSLATION) for one in answer.assessment.missing if one.path.startswith("exhibits")
    ))  # fmt: skip
    assert found("in-english", replace(answer, assessment=foreign)) == ["exhibits[3]"]
    assert found("papers", kind(mei, mei.case, "evidence")) == []
    unnamed = case.add_row("exhibits", SAID).answer("exhibits[5].answers_letter", 1, SAID)
    assert found("papers", kind(mei, unnamed, "evidence")) == ["exhibits[3]", "exhibits[5].paper"]
    foreign_paper = case.answer("exhibits[4].answers_letter", 1, SAID)
    assert [found(rule, kind(mei, foreign_paper, "evidence")) for rule in ("papers", "in-english")] == [
        ["exhibits[3]", "exhibits[4]"], ["exhibits[4]"],
    ], "a translation that is owed hides no missing original"  # fmt: skip
    assert found("papers", replace(answer, assessment=foreign)) == []


def test_a_later_supplement_is_held_to_the_rules_about_its_family_member(mei: Build) -> None:
    case = mei.case.answer("family[1].sent_later", True, SAID).answer("family[1].waiver", False, SAID)
    later = kind(mei, case.determine(yes("i-914a 4.2.A", "family[1]")), "supplement-a")
    assert [one.about for one in later.planning.pieces if one.form.startswith("i914a.")] == ["family[1]"]
    assert found("part-4-waiver", later) == ["i-914a 4.2.A (family[1])"]
    secured = kind(mei, case.determine(yes("i-914a 4.5.A", "family[1]")), "supplement-a")
    assert found("part-4-security", secured) == ["i-914a 4.5.A (family[1])"]
    unknown = kind(mei, case.answer("family[1].in_us", None, SAID), "supplement-a")
    assert found("relative-signs", unknown) == ["family[1].in_us"]
    stranger = kind(mei, case.answer("family[1].relation", "other", SAID), "supplement-a")
    assert found("family-classes", stranger) == ["family[1]"]
    assert found("undecided-items", later)
