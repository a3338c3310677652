"""The weeks around the filing: packets beside the application, the attorney's log, the sheets of the office."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from legalassist.api.building import other_packets, prepare
from legalassist.assessments.assess import Assessment, assess
from legalassist.assessments.awaited import awaited
from legalassist.assessments.missing import Kind
from legalassist.cases.determination import Determination
from legalassist.errors import UsageError
from legalassist.forms.confidential import AS_ANSWERED
from legalassist.library import Library
from legalassist.packets.assemble import check_one_letter, write_pieces
from legalassist.packets.build import Build
from legalassist.packets.gate import application
from legalassist.packets.gate.pieces import asked_papers
from legalassist.packets.owed import By, owed
from legalassist.packets.plan import Folder, Planned, plan_pieces, required_plan
from legalassist.packets.signing import signing_lines
from legalassist.packets.written import Writer

MEI = "interviews/tvisa/examples/mei.yaml"
TODAY = dt.date(2027, 4, 10)
HOME = {"street": "138-00 Example Avenue", "city": "Flushing", "state": "NY", "zip_code": "00000"}
OFFICE = {"street": "100 Example Street", "city": "New York", "state": "NY", "zip_code": "00000"}
RECEIPT = {"kind": "receipt", "form": "i_914", "about": "client", "receipt_number": "EAC9900000001"}
SECOND = {"kind": "receipt", "form": "i_914a", "about": "relative", "relative": "2", "receipt_number": "EAC9900000002"}
REQUEST = {
    "kind": "request_for_evidence", "form": "i_914", "about": "client", "receipt_number": "EAC9900000001",
    "printed_on": "2027-04-01", "due_date": "2027-06-20", "asked_for": "Proof of the contact.", "reply_to": OFFICE,
}  # fmt: skip
MOVE = {"moved_on": "2027-02-01", "old_address": HOME, "new_address": OFFICE}
CONTACT = {
    "agreed_on": "2026-11-01", "date": "2026-11-05", "agency": "109th Precinct", "how": "phone",
    "asked": "Whether a report is on file.", "answered": "That it is.",
}  # fmt: skip


class NoAliases(yaml.SafeDumper):
    """Write what stands in two places twice: an answers file has no anchors."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - the library's own signature
        return True


def case_of(folder: Path, library: Library, **answers: object) -> Path:
    """Return an answers file: Mei's, with other answers in the places of hers."""
    written = yaml.load(library.get(MEI).text, Loader=yaml.BaseLoader)  # noqa: S506 - texts only: the safest there is
    for key in ("exhibit_files", "determinations"):
        written.pop(key, None)
    said = written["answers"]
    for group in ("notices", "records", "contacts", "moves"):
        said.pop(group, None)
    said |= {name.replace("__", "."): value for name, value in answers.items()}
    path = folder / "after.yaml"
    path.write_text(yaml.dump(written, Dumper=NoAliases, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path


def made(folder: Path, library: Library, kind: str = "", **answers: object) -> tuple[Build, Assessment]:
    build = prepare(case_of(folder, library, **answers), library, as_of=TODAY, kind=kind)
    return build, assess(build.interview, build.case, as_of=TODAY)


def pieces_of(build: Build, assessment: Assessment) -> tuple[Planned, ...]:
    plan = required_plan(build.library, "tvisa", build.kind)
    return plan_pieces(plan, assessment.facts, build.case.exhibits).pieces


def said(build: Build, assessment: Assessment, code: str) -> str:
    """Return the text of a Word piece, and the paths it lacks."""
    pieces = pieces_of(build, assessment)
    written = Writer(build, assessment, pieces).write(next(one for one in pieces if one.code == code))
    assert written.word is not None
    return written.html + " ".join(sorted(written.used.gaps))


def test_every_kind_there_is_can_be_named_and_no_other(library: Library) -> None:
    assert dict(other_packets(library, "tvisa")) == {
        "address-change": "Change of address", "evidence": "Answer to a letter",
        "records": "Requests for records", "supplement-a": "Later supplement", "work-permit": "Work permit",
    }  # fmt: skip
    with pytest.raises(UsageError, match="no packet of the kind 'work-pemit'"):
        required_plan(library, "tvisa", "work-pemit")


def test_nobody_signs_a_page_that_says_nothing(tmp_path: Path, library: Library) -> None:
    """The last sentences go to the next page with the signature, where it finds no room on theirs."""
    build, assessment = made(tmp_path, library, "address-change", notices=[RECEIPT], moves=[MOVE])
    lines = said(build, assessment, "address-change").splitlines()
    closing = next(number for number, line in enumerate(lines) if "Respectfully submitted" in line)
    assert [line.split(">")[0].split('"')[1] for line in lines[closing - 2 : closing + 2]] == [
        "la-table", "la-body keep-next", "la-body keep-next", "la-signature keep-lines",
    ]  # fmt: skip


def test_a_change_of_address_lists_every_receipt_number_with_its_person(tmp_path: Path, library: Library) -> None:
    build, assessment = made(tmp_path, library, "address-change", notices=[RECEIPT, SECOND, REQUEST], moves=[MOVE])
    text = said(build, assessment, "address-change")
    assert text.count("EAC9900000001") == text.count("EAC9900000002") == 1
    assert "Form I-914, Supplement A" in text
    assert all(part in text for part in ("100 Example Street", "138-00 Example Avenue", "02/01/2027"))


def test_a_letter_prints_a_confidential_place_only_as_an_attorney_chose(tmp_path: Path, library: Library) -> None:
    """Mei's home is a confidential place: it is one in the letter about her move too."""
    move = MOVE | {"old_address": HOME | {"street": "136-00 Example Avenue"}}
    build, assessment = made(tmp_path, library, "address-change", notices=[RECEIPT], moves=[move])
    assert "136-00" not in said(build, assessment, "address-change")
    name = "address moves[1].old_address"
    for decided, printed in ((AS_ANSWERED, "136-00 Example Avenue"), ("{street: 9 Other Road, city: Troy}", "9 Other")):
        case = build.case.determine(Determination(name, "", decided, "je", "2027-04-09T10:00:00"))
        chosen = replace(build, case=case)
        assert printed in said(chosen, assess(chosen.interview, case, as_of=TODAY), "address-change"), decided


@pytest.mark.parametrize("move", [MOVE | {"reported_on": "2027-02-03"}, None])
def test_no_letter_is_made_for_a_move_that_was_reported_or_never_was(
    tmp_path: Path, library: Library, move: dict[str, object] | None
) -> None:
    build, assessment = made(tmp_path, library, "address-change", notices=[RECEIPT], moves=[move] if move else [])
    assert pieces_of(build, assessment) == ()


def papers(*answering: str) -> list[dict[str, object]]:
    return [
        {"paper": {"title": f"Paper {n}", "pages": "1"}, **({"answers_letter": letter} if letter else {})}
        for n, letter in enumerate(answering, 1)
    ]


def test_an_answer_holds_only_the_papers_for_that_letter(tmp_path: Path, library: Library) -> None:
    answers = {"notices": [RECEIPT, REQUEST], "exhibits": papers("", "2", "1", "2")}
    build, assessment = made(tmp_path, library, "evidence", **answers)
    rows = [one.paper_path for one in pieces_of(build, assessment) if one.paper_path]
    assert rows == ["exhibits[2]", "exhibits[4]"]
    text = said(build, assessment, "evidence-letter")
    assert all(part in text for part in ("Proof of the contact.", "06/20/2027", "Paper 2", "Paper 4"))
    assert "Paper 1" not in text
    assert "Paper 3" not in text


def test_an_answer_without_its_papers_is_not_ready_to_be_signed(tmp_path: Path, library: Library) -> None:
    """A letter is answered once: a paper left at the office is a paper the government never sees (PR-31)."""
    lacks = {"paper": {"title": "Not here yet", "held": "no"}, "answers_letter": "2"}

    def lacking(kind: str, **answers: object) -> list[str]:
        build, assessment = made(tmp_path, library, kind, notices=[RECEIPT, REQUEST], **answers)
        looked = write_pieces(build, assessment)[2]
        return [one.what for rule in (asked_papers, application.papers) for one in rule(looked)]

    assert lacking("evidence", exhibits=[]) == ["exhibits"]
    assert lacking("evidence", exhibits=papers("", "1")) == ["exhibits"], "the first letter asks for nothing"
    both = [*papers("", "2"), lacks]
    assert lacking("evidence", exhibits=both) == ["exhibits[2]", "exhibits[3]"], "one has no file, one is not here"
    assert lacking("address-change", moves=[MOVE], exhibits=both) == []


def test_a_paper_that_answers_a_letter_is_not_in_the_application(tmp_path: Path, library: Library) -> None:
    build, assessment = made(tmp_path, library, notices=[RECEIPT, REQUEST], exhibits=papers("", "2"))
    rows = [one.paper_path for one in pieces_of(build, assessment) if one.paper_path]
    assert rows == ["exhibits[1]"]


@pytest.mark.parametrize(
    ("notices", "count"),
    [([RECEIPT], "none"), ([REQUEST, REQUEST], "2"), ([REQUEST | {"answered_on": "2027-05-01"}], "none")],
)
def test_one_letter_is_answered_at_a_time(
    tmp_path: Path, library: Library, notices: list[dict[str, object]], count: str
) -> None:
    build, assessment = made(tmp_path, library, "evidence", notices=notices)
    with pytest.raises(UsageError, match=f"answers one letter of the government; {count} on record"):
        check_one_letter(required_plan(library, "tvisa", build.kind), assessment.facts)
    check_one_letter(required_plan(library, "tvisa"), assessment.facts)


def test_the_work_permit_has_its_form_and_names_the_pending_application(tmp_path: Path, library: Library) -> None:
    build, assessment = made(tmp_path, library, "work-permit", notices=[RECEIPT | {"printed_on": "2027-01-10"}])
    forms = [one.form.partition(".")[0] for one in pieces_of(build, assessment) if one.form]
    assert forms == ["g28", "i765"]
    text = said(build, assessment, "permit-letter")
    assert all(part in text for part in ("EAC9900000001", "01/10/2027", "(c)(40)"))


def test_requests_for_records_go_out_once_and_only_with_the_clients_yes(tmp_path: Path, library: Library) -> None:
    records = [
        {"kind": "uscis", "office": "Office one", "office_address": OFFICE, "agreed_on": "2027-01-01"},
        {"kind": "disposition", "office": "Court two", "office_address": OFFICE, "sealed": "yes",
         "agreed_on": "2027-01-01", "number": "CR-1"},
        {"kind": "fbi", "office": "Office three", "agreed_on": "2027-01-01", "asked_on": "2027-01-02"},
        {"kind": "medical", "office": "Clinic four"},
    ]  # fmt: skip
    build, assessment = made(tmp_path, library, "records", records=records)
    text = said(build, assessment, "records-letters")
    assert "Office one" in text
    assert "Freedom of Information Act" in text
    assert "I ask for it myself" in text
    assert "Office three" not in text
    assert "Clinic four" not in text
    assert not any(word in text for word in ("T nonimmigrant", "traffick", "I-914"))


def relative(**answers: str) -> dict[str, object]:
    person = {"name": {"family": "WANG", "given": "XIAOYU"}, "relation": "child", "birth_date": "2011-06-15"}
    return person | {"apply": "yes", "represented": "yes", "in_us": "no"} | answers


def test_a_later_supplement_leaves_the_application_and_has_a_packet_of_its_own(
    tmp_path: Path, library: Library
) -> None:
    family = [relative(), relative(sent_later="yes"), relative(sent_later="no"), relative(apply="no", sent_later="yes")]
    build, assessment = made(tmp_path, library, family=family, notices=[RECEIPT | {"printed_on": "2027-01-10"}])
    first = [one.code for one in pieces_of(build, assessment) if one.about]
    assert [code for code in first if code.startswith("supplement-a")] == ["supplement-a-1", "supplement-a-3"]
    assert [code for code in first if code.startswith("appearance")] == [
        "appearance-sheet-of-1",
        "appearance-sheet-of-3",
    ]
    later = replace(build, kind="supplement-a")
    codes = [one.code for one in pieces_of(later, assessment)]
    assert [code for code in codes if code != "waiver-request-of-2"] == [
        "supplement-letter", "contents", "appearance-sheet-of-2", "supplement-a-2",
    ]  # fmt: skip
    text = said(later, assessment, "supplement-letter")
    assert all(part in text for part in ("XIAOYU", "06/15/2011", "EAC9900000001", "8 CFR 214.211(b)(1)"))
    assert text.count("XIAOYU") == 1


def test_a_letter_for_health_records_needs_the_day_of_the_release(tmp_path: Path, library: Library) -> None:
    record = {"kind": "medical", "office": "Clinic four", "office_address": OFFICE, "agreed_on": "2027-01-01"}
    build, assessment = made(tmp_path, library, "records", records=[record])
    assert "records[1].release_signed_on" in said(build, assessment, "records-letters")
    (item,) = [one for one in awaited(assessment.facts) if one.path.endswith("release_signed_on")]
    assert "no source for one was read" in item.why
    build, assessment = made(tmp_path, library, "records", records=[record | {"release_signed_on": "2027-01-02"}])
    text = said(build, assessment, "records-letters")
    assert "release that the person signed on 01/02/2027" in text
    assert "release_signed_on" not in text
    assert [one.path for one in awaited(assessment.facts)] == ["records[1].asked_on"]


def test_what_was_promised_in_a_meeting_is_owed_until_it_is_done(tmp_path: Path, library: Library) -> None:
    meeting = {"date": "2027-01-05", "present": "pl, li", "promised": "write to the school", "next_on": "2027-02-01"}
    meetings = [meeting, meeting | {"kept_on": "2027-01-06"}, {"date": "2027-01-07"}]
    build, assessment = made(tmp_path, library, meetings=meetings)
    (item,) = awaited(assessment.facts)
    assert (item.path, item.why) == ("meetings[1].kept_on", "promised to the client, and not done yet")
    assert [one.by for one in owed(library, build.interview, [item])] == [By.STAFF]


def test_records_are_missing_until_they_come_and_each_has_who_owes_it(tmp_path: Path, library: Library) -> None:
    records = [
        {"kind": "uscis"}, {"kind": "disposition", "sealed": "yes"}, {"kind": "fbi", "asked_on": "2027-01-02"},
        {"kind": "ice", "asked_on": "2027-01-02", "answered_on": "2027-02-01", "answer": "all"},
    ]  # fmt: skip
    build, assessment = made(tmp_path, library, records=records)
    found = awaited(assessment.facts)
    assert [(one.kind, one.path) for one in found] == [
        (Kind.REQUEST, "records[1].asked_on"), (Kind.REQUEST, "records[2]"), (Kind.RECORD, "records[3]"),
    ]  # fmt: skip
    assert [one.by for one in owed(library, build.interview, found)] == [By.STAFF, By.CLIENT, By.AGENCY]
    assert set(found) <= set(assessment.missing)


def test_the_log_is_made_only_with_the_clients_yes(tmp_path: Path, library: Library) -> None:
    build, assessment = made(tmp_path, library, contacts=[CONTACT])
    text = said(build, assessment, "contact-log")
    assert all(part in text for part in ("11/05/2026", "109th Precinct", "by phone", "agreed on 11/01/2026"))
    assert "penalty of perjury" in text
    assert awaited(assessment.facts) == ()


def test_a_contact_without_its_yes_is_a_gap_and_is_missing(tmp_path: Path, library: Library) -> None:
    bare = {key: value for key, value in CONTACT.items() if key != "agreed_on"}
    build, assessment = made(tmp_path, library, contacts=[CONTACT, bare])
    assert "contacts[2].agreed_on" in said(build, assessment, "contact-log")
    assert [one.path for one in awaited(assessment.facts)] == ["contacts[2].agreed_on"]
    _, alone = made(tmp_path, library, contacts=[bare])
    assert "contact-log" not in {one.code for one in pieces_of(build, alone)}


def test_a_no_of_the_client_closes_the_log_whatever_is_in_it(tmp_path: Path, library: Library) -> None:
    build, assessment = made(tmp_path, library, contacts=[CONTACT], reporting__may_ask_agency="no")
    assert "contact-log" not in {one.code for one in pieces_of(build, assessment)}


def test_the_signing_sheet_has_every_piece_that_somebody_signs(tmp_path: Path, library: Library) -> None:
    build, assessment = made(tmp_path, library, contacts=[CONTACT])
    lines = {line.title: line.signers for line in signing_lines(build, assessment)}
    signed = [
        one for one in pieces_of(build, assessment) if (one.form or one.word) and one.folder is not Folder.INTERNAL
    ]
    assert set(lines) == {one.title.replace(", answer sheet", "") for one in signed if "G-1145" not in one.title}
    assert lines["Form G-28"] == ("client", "attorney")
    assert lines["Form I-914"][0] == "client"
    assert lines["Statement, English"] == ("client",)
    assert lines["Contacts with agencies"] == ("attorney",)


@pytest.mark.parametrize(("born", "noted"), [("2013-04-11", True), ("2013-04-10", False)])
def test_below_fourteen_a_parent_or_guardian_may_sign(tmp_path: Path, library: Library, born: str, noted: bool) -> None:
    build, assessment = made(tmp_path, library, client__birth_date=born)
    form = next(line for line in signing_lines(build, assessment) if line.title == "Form I-914")
    assert any("PB-01" in note for note in form.notes) == noted


def test_the_filing_day_sheet_shows_what_was_known_and_what_was_written_down(tmp_path: Path, library: Library) -> None:
    build, assessment = made(tmp_path, library, mailing__tracking_number="9400-0000", mailing__checked_on="2027-04-09")
    sheet = next(one for one in pieces_of(build, assessment) if one.code == "filing-day")
    assert sheet.folder is Folder.INTERNAL
    text = Writer(build, assessment, pieces_of(build, assessment)).write(sheet).html
    assert all(part in text for part in ("01/20/25", "PR-06, as of 2026-10-02", "Carol Stream", "9400-0000"))


def test_the_same_answers_in_another_packet_are_another_build(tmp_path: Path, library: Library) -> None:
    build, _ = made(tmp_path, library)
    assert build.digest != replace(build, kind="records").digest
