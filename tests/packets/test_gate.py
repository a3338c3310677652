"""Each rule of the gate blocks what it is about, passes what it is not, and is overridden by whom and while it may."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import cast

import pytest
from one_library import LIBRARY
from packets.test_official import given

from legalassist.api.building import assessed, prepare
from legalassist.api.opening import EXAMPLES
from legalassist.assessments.missing import Kind as Missing
from legalassist.cases.answer import Said
from legalassist.cases.case import Case
from legalassist.cases.determination import Determination
from legalassist.cases.exhibit_file import ExhibitFile, FiledAs
from legalassist.cases.override import Override
from legalassist.cases.read_back import PieceRead, ReadBack
from legalassist.errors import UsageError
from legalassist.facts.dates import PartialDate
from legalassist.facts.values import ExhibitAtHand, PersonName
from legalassist.forms.edition import read_edition
from legalassist.law.authorities import Authorities
from legalassist.library import shipped
from legalassist.packets.assemble import write_pieces
from legalassist.packets.build import Build, PacketState, Signed
from legalassist.packets.gate.application import EXCUSED, UNDER_18
from legalassist.packets.gate.rule import Looked
from legalassist.packets.gate.rules import BY_ID, RULES
from legalassist.packets.gate.standing import Standing, check_gate, gate_text, ruled
from legalassist.packets.plan import plan_pieces, required_plan
from legalassist.packets.readings import Readings
from legalassist.packets.signing import signature_items

TODAY = dt.date(2026, 11, 23)
SAID = Said(by="mm", at="2026-11-22T10:00:00", language="en")
REASON = "The reason of one attorney, and nobody else's."


@pytest.fixture(scope="module")
def mei() -> Build:
    return prepare(shipped() / EXAMPLES / "mei.yaml", LIBRARY, as_of=TODAY)


@pytest.fixture(scope="module")
def looked(mei: Build) -> Looked:
    """Mei's packet, written once, with her official forms filled."""
    build = replace(mei, blanks=given())
    return write_pieces(build, assessed(build))[2]


def light(build: Build, case: Case) -> Looked:
    """Return what the rules of the application look at for another case, without writing a piece."""
    other = replace(build, case=case)
    assessment = assessed(other)
    planning = plan_pieces(required_plan(other.library, "tvisa"), assessment.facts, case.exhibits)
    readings = Readings(case, other.clinic, planning.pieces, lambda _one: "")
    return Looked(other, assessment, planning, (), readings)


def kind(build: Build, case: Case, name: str) -> Looked:
    """Return what the rules look at for another packet of a case, without writing a piece."""
    other = replace(build, case=case, kind=name)
    assessment = assessed(other)
    planning = plan_pieces(required_plan(other.library, "tvisa", name), assessment.facts, case.exhibits)
    return Looked(other, assessment, planning, (), Readings(case, other.clinic, planning.pieces, lambda _one: ""))


def decided(case: Case, **items: str) -> Case:
    for name, value in items.items():
        case = case.determine(Determination(name.replace("__", " ").replace("_", "."), "", value, "J", "t"))
    return case


def found(rule: str, looked: Looked) -> list[str]:
    return [one.what for one in BY_ID[rule].look(looked)]


def without(case: Case, *beginnings: str) -> Case:
    return replace(case, answers=tuple(one for one in case.answers if not one.path.startswith(beginnings)))


def yes(item: str, about: str = "", value: str = "yes") -> Determination:
    return Determination(item, about, value, "J", "t")


def with_yes(looked: Looked, *items: str) -> Looked:
    case = looked.build.case
    for item in items:
        case = case.determine(yes(item))
    return replace(looked, build=replace(looked.build, case=case))


def test_a_yes_in_part_4_needs_a_waiver_request_of_the_same_person(looked: Looked) -> None:
    marked = with_yes(looked, "i-914 4.1.B")
    assert any(one.form.startswith("i192.") for one in marked.planning.pieces)
    assert found("part-4-waiver", marked) == []
    pieces = tuple(one for one in marked.planning.pieces if not one.form.startswith("i192."))
    bare = replace(marked, planning=replace(marked.planning, pieces=pieces))
    assert found("part-4-waiver", bare) == ["i-914 4.1.B"]
    relative = replace(
        bare, build=replace(bare.build, case=looked.build.case.determine(yes("i-914a 4.1.B", "family[1]")))
    )
    assert found("part-4-waiver", relative) == ["i-914a 4.1.B (family[1])"]
    assert found("part-4-waiver", replace(relative, build=looked.build)) == []


def test_a_security_answer_is_for_an_attorney_and_a_removal_is_not(looked: Looked) -> None:
    assert found("part-4-security", with_yes(looked, "i-914 4.9.A", "i-914 4.1.D")) == []
    assert found("part-4-security", with_yes(looked, "i-914 4.5.A", "i-914 4.12")) == ["i-914 4.5.A", "i-914 4.12"]


def test_no_report_and_no_exemption_stops(mei: Build) -> None:
    case = mei.case.answer("reporting.reported", False, SAID).determine(yes(UNDER_18, value="no"))
    assert found("report-or-exemption", light(mei, case)) == ["reporting.reported"]
    assert found("report-or-exemption", light(mei, case.determine(yes(EXCUSED)))) == []
    assert found("report-or-exemption", light(mei, mei.case.determine(yes(UNDER_18, value="no")))) == []


def test_an_exemption_needs_evidence_and_a_tagged_paragraph_of_hers_is_evidence(mei: Build) -> None:
    ticked = mei.case.determine(yes(UNDER_18))
    nothing = light(mei, without(ticked, "exhibits", "statement"))
    assert found("exemption-evidence", nothing) == [f"{UNDER_18}: nothing is tagged age"]
    assert (
        found(
            "exemption-evidence",
            light(mei, without(ticked.determine(yes(UNDER_18, value="no")), "exhibits", "statement")),
        )
        == []
    )
    told = without(ticked, "exhibits").answer("statement.paragraphs[1].elements", ("age",), SAID)
    assert found("exemption-evidence", light(mei, told)) == []


def test_the_statement_has_to_be_there(mei: Build, looked: Looked) -> None:
    assert found("statement-there", looked) == []
    assert found("statement-there", replace(looked, written=())) == ["statement.paragraphs"]
    empty = replace(looked, assessment=light(mei, without(mei.case, "statement")).assessment)
    assert found("statement-there", empty) == ["statement.paragraphs"]


@pytest.mark.parametrize("rule", ["in-english", "papers", "owed-answers", "undecided-items"])
def test_what_is_missing_stops_by_its_own_rule_and_nothing_stops_where_nothing_is(rule: str, looked: Looked) -> None:
    assert found(rule, looked)
    assert found(rule, replace(looked, assessment=replace(looked.assessment, missing=()))) == []


def test_every_missing_thing_belongs_to_one_rule(looked: Looked) -> None:
    rules = ("in-english", "papers", "owed-answers", "undecided-items")
    assert sorted(what for rule in rules for what in found(rule, looked)) == sorted(
        one.path for one in looked.assessment.missing
    )


def test_nobody_of_the_case_translates_or_reads_back(mei: Build) -> None:
    hers = cast("PersonName", mei.case.current["client.name"].value)
    assert found("helpers-apart", light(mei, mei.case)) == []
    for name in (
        hers,
        PersonName(family=hers.given.lower(), given=hers.family),
        PersonName(native=hers.native),
        cast("PersonName", mei.case.current["family[1].name"].value),
    ):
        looked = light(mei, mei.case.answer("translator.name", name, SAID))
        assert found("helpers-apart", looked) == ["translator.name"]
    robin = mei.clinic.interpreters[0].model_copy(update={"name": hers})
    build = replace(mei, clinic=mei.clinic.model_copy(update={"interpreters": (robin,)}))
    pieces = (PieceRead("answer-sheet", ""),)
    read = mei.case.read_back(ReadBack("2026-11-20", robin.code, "cmn", pieces, "staff", "2026-11-20T10:00:00"))
    assert found("helpers-apart", light(build, read)) == ["read-back: answer-sheet"]
    assert found("helpers-apart", light(mei, read)) == []


def test_it_has_to_be_known_whether_a_family_member_is_here(mei: Build, looked: Looked) -> None:
    assert found("relative-signs", looked) == []
    unknown = without(mei.case, "family[1].in_us")
    assert found("relative-signs", light(mei, unknown)) == ["family[1].in_us"]


def test_a_family_member_without_a_class_stops(looked: Looked) -> None:
    assert found("family-classes", looked) == ["family[2]"], "a sister whose answers leave it open"
    one = tuple(each for each in looked.planning.pieces if each.about != "family[2]")
    assert found("family-classes", replace(looked, planning=replace(looked.planning, pieces=one))) == []


def test_editions_fee_and_lockbox_are_looked_up_on_the_day(mei: Build) -> None:
    day, before = PartialDate.parse("2026-11-23"), PartialDate.parse("2026-11-20")
    assert found("looked-up", light(mei, mei.case)) == ["mailing.checked_on", "mailing.checked_by"]
    checked = mei.case.answer("mailing.checked_by", "mm", SAID).answer("mailing.checked_on", day, SAID)
    assert found("looked-up", light(mei, checked)) == []
    stale = checked.answer("mailing.checked_on", before, SAID)
    old = "mailing.checked_on is not 2026-11-23, the day this packet is made for"
    assert found("looked-up", light(mei, stale)) == [old]
    late = stale.answer("mailing.sent_on", day, SAID)
    assert found("looked-up", light(mei, late)) == ["mailing.checked_on is another day than mailing.sent_on"]
    sent = stale.answer("mailing.sent_on", before, SAID)
    assert found("looked-up", light(mei, sent)) == [], "as it was mailed, made again later"
    assert found("looked-up", kind(mei, sent, "work-permit")) == [old], "another packet has another day"
    assert found("looked-up", kind(mei, sent, "address-change")) == [], "a letter has no edition and no fee"


def test_gaps_and_undecided_pieces_stop(looked: Looked) -> None:
    assert "client.ssn" in found("no-gaps", looked)
    assert found("no-gaps", replace(looked, written=())) == []
    assert any(what.startswith("contact-log") for what in found("undecided-pieces", looked))
    assert found("undecided-pieces", replace(looked, planning=replace(looked.planning, undecided={}))) == []


def test_answer_sheets_stop_and_filled_forms_pass(looked: Looked) -> None:
    assert found("forms-filled", looked) == []
    sheets = tuple(replace(one, html="<p>", pdf=b"") if one.planned.form else one for one in looked.written)
    assert "answer-sheet" in found("forms-filled", replace(looked, written=sheets))


def test_words_in_a_translation_nobody_approved_stop(looked: Looked) -> None:
    blocked = found("approved-words", looked)
    assert "statement-chinese" in blocked
    assert "cover-letter" not in blocked
    plain = tuple(replace(one, used=replace(one.used, translated={})) for one in looked.written)
    assert found("approved-words", replace(looked, written=plain)) == []


def test_what_is_signed_was_read_back(looked: Looked) -> None:
    assert "read-back: answer-sheet" in found("read-back", looked)
    nobody = replace(looked, readings=Readings(looked.build.case, looked.build.clinic, (), lambda _one: ""))
    assert found("read-back", nobody) == []


def test_an_edited_piece_whose_source_changed_stops(looked: Looked) -> None:
    assert found("edited-source", looked) == []
    assert found("edited-source", replace(looked, changed=("cover-letter",))) == ["cover-letter"]


def test_a_superseded_or_unknown_blank_serves_until_it_is_mailed(looked: Looked) -> None:
    assert found("known-blanks", looked) == []
    for wrong in ({"superseded": True}, {"known": False}):
        forms = {name: replace(one, given=replace(one.given, **wrong)) for name, one in looked.forms.items()}
        held = replace(looked, forms=forms)
        assert "i914.2025-01-20" in found("known-blanks", held)
        one = next(one for one in ruled(held) if one.rule.id == "known-blanks")
        assert not one.blocks(PacketState.DRAFT)
        assert not one.blocks(PacketState.FOR_SIGNATURE)
        assert one.blocks(PacketState.AS_MAILED)
        allowed = {name: replace(one, given=replace(one.given, allowed_by="A")) for name, one in forms.items()}
        assert found("known-blanks", replace(looked, forms=allowed)) == []


def signed(looked: Looked, **keys: str) -> Looked:
    pages = tuple(Signed(code.replace("_", "-"), 0, b"%PDF-", of) for code, of in keys.items())
    return replace(looked, build=replace(looked.build, signed=pages))


def test_every_piece_that_is_signed_needs_its_signed_pages(looked: Looked) -> None:
    owed = found("signed-pieces", looked)
    pieces = {name.partition(":")[0] for name in owed}
    signing = {"cover-letter", "answer-sheet", "supplement-a-1", "statement-chinese", "translation-certificate"}
    assert signing <= pieces
    assert "statement-english" not in pieces, "the English beside a Chinese original is certified, not signed"
    assert not {"contents", "exhibit-index", "memo"} & pieces
    assert "cover-letter" not in found("signed-pieces", signed(looked, cover_letter="ab"))
    every = {name.partition(":")[0].replace("-", "_"): "ab" for name in owed}
    assert found("signed-pieces", signed(looked, **every)) == []


def test_of_a_filled_form_every_page_that_is_signed_is_needed(looked: Looked) -> None:
    owed = [one for one in found("signed-pieces", looked) if one.startswith("answer-sheet:")]
    assert len(owed) == len(set(owed)) >= 1
    page = int(owed[0].partition(":")[2])

    def after(*pages: int) -> list[str]:
        scans = tuple(Signed("answer-sheet", one, b"%PDF-", "ab") for one in pages)
        given_pages = replace(looked, build=replace(looked.build, signed=scans))
        return [one for one in found("signed-pieces", given_pages) if one.partition(":")[0] == "answer-sheet"]

    assert after(page) == owed[1:]
    assert after(page + 90) == owed, "a page that nobody signs stands for none"
    assert after(*(int(one.partition(":")[2]) for one in owed)) == []


def test_items_that_are_signed_are_signatures_on_the_form_and_only_who_signs_is_waited_for(mei: Build) -> None:
    names = ("g28.2018-09-17", "i914.2025-01-20", "i914a.2025-01-20", "i192.2025-01-20", "i765.2025-08-21")
    for name in names:
        edition = read_edition(mei.library, "tvisa", name)
        signatures = {
            f"{part.number}.{item.item}" for part in edition.parts for item in part.items if item.answer == "signature"
        }
        every = signature_items(edition.form, here=True, interpreted=True)
        assert every
        assert set(every) <= signatures, name
    assert signature_items("i-914a", here=False, interpreted=False) == ("5.6", "7.8")
    assert signature_items("i-914b", here=True, interpreted=True) == ()


def test_what_was_signed_is_what_is_bound(looked: Looked) -> None:
    (letter,) = (one for one in looked.written if one.planned.code == "cover-letter")
    assert found("signed-as-printed", signed(looked, cover_letter=letter.key)) == []
    assert found("signed-as-printed", signed(looked, cover_letter="ab")) == ["cover-letter"]


def overridden(looked: Looked, *overrides: Override) -> Looked:
    return replace(looked, build=replace(looked.build, case=replace(looked.build.case, overrides=overrides)))


def stands(looked: Looked) -> Mapping[str, Standing]:
    return {one.rule.id: one.standing for one in ruled(looked)}


def test_an_override_holds_for_one_rule_by_an_attorney_of_the_clinic_as_long_as_nothing_changes(looked: Looked) -> None:
    assert stands(looked)["papers"] is Standing.BLOCKED
    digest = next(one.digest for one in ruled(looked) if one.rule.id == "papers")
    given = Override("papers", REASON, "je", "t", digest)
    after = stands(overridden(looked, given))
    assert after["papers"] is Standing.OVERRIDDEN
    assert {rule for rule, one in after.items() if one is Standing.OVERRIDDEN} == {"papers"}
    assert stands(overridden(looked, replace(given, by="nobody")))["papers"] is Standing.NOBODY
    assert stands(overridden(looked, replace(given, rests_on="")))["papers"] is Standing.STALE
    assert (
        stands(overridden(looked, given, Override("papers", "", "je", "t", given=False)))["papers"] is Standing.BLOCKED
    )
    fewer = tuple(one for one in looked.assessment.missing if one.kind is not Missing.PAPER)
    more = (*looked.assessment.missing, replace(looked.assessment.missing[-1], path="exhibits[9]"))
    paper = next(one for one in looked.assessment.missing if one.path == "exhibits[3]")
    changed = replace(looked.assessment, missing=(*more, replace(paper, path="exhibits[8]")))
    assert stands(overridden(replace(looked, assessment=changed), given))["papers"] is Standing.STALE
    gone = overridden(replace(looked, assessment=replace(looked.assessment, missing=fewer)), given)
    assert stands(gone)["papers"] is Standing.PASSED


def test_an_override_about_a_paper_lapses_with_what_is_said_of_the_paper_and_with_its_files(mei: Build) -> None:
    before = light(mei, mei.case)
    digest = next(one.digest for one in ruled(before) if one.rule.id == "papers")
    case = mei.case.override(Override("papers", REASON, "je", "t", digest))
    assert stands(light(mei, case))["papers"] is Standing.OVERRIDDEN
    other = case.answer("exhibits[3].paper", ExhibitAtHand("Another paper", held=False), SAID)
    assert stands(light(mei, other))["papers"] is Standing.STALE
    kept = replace(case, exhibits=(*case.exhibits, ExhibitFile("exhibits[3]", FiledAs.ORIGINAL, 1, "0" * 64)))
    assert stands(light(mei, kept))["papers"] is Standing.STALE


def test_an_override_is_stale_when_an_answer_beside_what_was_found_changes(mei: Build) -> None:
    case = mei.case.answer("reporting.reported", False, SAID).determine(yes(UNDER_18, value="no"))
    before = light(mei, case)
    digest = next(one.digest for one in ruled(before) if one.rule.id == "report-or-exemption")
    case = case.override(Override("report-or-exemption", REASON, "je", "t", digest))
    assert stands(light(mei, case))["report-or-exemption"] is Standing.OVERRIDDEN
    again = case.answer("reporting.reported", None, SAID)
    assert stands(light(mei, again))["report-or-exemption"] is Standing.STALE


@pytest.mark.parametrize("rule", [one.id for one in RULES if not one.overridable])
def test_what_cannot_be_bound_otherwise_is_overridden_by_nobody(rule: str, looked: Looked) -> None:
    wrong = signed(replace(looked, changed=("cover-letter",)), cover_letter="ab")
    assert found(rule, wrong)
    digest = BY_ID[rule].digest(tuple(BY_ID[rule].look(wrong)))
    assert stands(overridden(wrong, Override(rule, REASON, "je", "t", digest)))[rule] is Standing.BLOCKED


def test_drafts_pass_and_the_others_are_refused_by_rule_and_place(looked: Looked) -> None:
    assert check_gate(looked)
    for state, ready in ((PacketState.FOR_SIGNATURE, "for signature"), (PacketState.AS_MAILED, "to mail")):
        held = replace(looked, build=replace(looked.build, state=state))
        with pytest.raises(UsageError, match=f"not ready {ready}") as refused:
            check_gate(held)
        assert "papers: exhibits[3]" in refused.value.hint
        assert ("signed-pieces:" in refused.value.hint) is (state is PacketState.AS_MAILED)
    every = [Override(one.rule.id, REASON, "je", "t", one.digest) for one in ruled(looked)]
    plain = tuple(replace(one, used=replace(one.used, translated={})) for one in looked.written)
    held = overridden(replace(looked, written=plain), *every)
    for state in PacketState:
        assert check_gate(replace(held, build=replace(held.build, state=state)))
    assert gate_text(ruled(held)).count(REASON) == sum(1 for one in RULES if one.overridable)


def test_every_rule_has_a_name_of_its_own_and_sources_that_are_on_the_shelf() -> None:
    known = Authorities.load()
    assert len(BY_ID) == len(RULES)
    for one in RULES:
        assert all(known.get(name) for name in one.authorities)
        assert one.says.endswith(".")
        assert one.since is not PacketState.DRAFT


def test_the_items_that_rules_name_are_on_the_form(mei: Build) -> None:
    edition = read_edition(mei.library, "tvisa", "i914.2025-01-20")
    items = {f"{edition.form} {part.number}.{item.item}" for part in edition.parts for item in part.items}
    assert {EXCUSED, UNDER_18, "i-914 4.5.A", "i-914 4.12", "i-914 4.1.B", "i-914 4.9.A"} <= items
