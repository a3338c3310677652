"""From for signature to as mailed through the command: gate, override, signed scans, and a check of what came of it."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from one_library import LIBRARY
from packets.test_other_packets import MOVE, RECEIPT, case_of
from packets.test_signed import picture

from legalassist.api.asking import open_answers
from legalassist.cli import main
from legalassist.cli.world import DONE, NEEDS_A_PERSON
from legalassist.documents.tags.tagged import audit, tagged_text

DAY = "2027-04-10"
KIND = ("--kind", "address-change")
REASON = "Only a canary of this test says it."


def run(*words: str | Path, typed: str = "") -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], input=typed)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return case_of(tmp_path, LIBRARY, notices=[RECEIPT], moves=[MOVE])


def build(case: Path, out: Path, *words: str) -> Result:
    return run("packet", "build", case, "--out", out, "--as-of", DAY, *KIND, *words)


def state_of(out: Path) -> str:
    return str(json.loads((out / "manifest.json").read_text(encoding="utf-8"))["state"])


def test_the_way_of_a_letter_from_signature_to_mail(case: Path, tmp_path: Path) -> None:
    out, scan = tmp_path / "out", tmp_path / "scan.jpg"
    scan.write_bytes(picture())
    early = build(case, out, "--as-mailed", "--signed", f"address-change={scan}")
    assert "no such piece was made for signing in this folder" in early.output
    made = build(case, out, "--for-signature")
    assert made.exit_code == NEEDS_A_PERSON, made.output
    assert state_of(out) == "for-signature"
    unsigned = build(case, out, "--as-mailed")
    assert "not ready to mail" in unsigned.output
    assert "signed-pieces: address-change" in unsigned.output
    assert state_of(out) == "for-signature", "what was printed stays"
    mailed = build(case, out, "--as-mailed", "--signed", f"address-change={scan}")
    assert mailed.exit_code == NEEDS_A_PERSON, mailed.output
    assert state_of(out) == "as-mailed"
    (filing,) = out.glob("filing/*.pdf")
    assert audit(filing.read_bytes()) == []
    assert "138-00" not in tagged_text(filing.read_bytes()), "the picture stands where the words were"
    assert (out / "signed" / "address-change.pdf").is_file()
    for words in ((), ("--case", case)):
        checked = run("packet", "check", out, *words)
        assert "no problems" in checked.output, checked.output


def test_a_scan_is_kept_and_stops_where_the_letter_changed_after_it_was_signed(case: Path, tmp_path: Path) -> None:
    out, scan = tmp_path / "out", tmp_path / "scan.jpg"
    scan.write_bytes(picture())
    build(case, out, "--for-signature")
    build(case, out, "--as-mailed", "--signed", f"address-change={scan}")
    again = build(case, out, "--as-mailed")
    assert again.exit_code == NEEDS_A_PERSON, "the scan in the folder is bound again"
    other = {"street": "9 Example Road", "city": "New York", "state": "NY", "zip_code": "00000"}
    changed = case_of(tmp_path, LIBRARY, notices=[RECEIPT], moves=[MOVE | {"new_address": other}])
    refused = build(changed, out, "--as-mailed")
    assert "signed-as-printed: address-change" in refused.output
    build(changed, out, "--for-signature")
    refused = build(changed, out, "--as-mailed")
    assert "signed-as-printed: address-change" in refused.output, "printing it again signs nothing"
    renewed = build(changed, out, "--as-mailed", "--signed", f"address-change={scan}")
    assert renewed.exit_code == NEEDS_A_PERSON, renewed.output
    (out / "signed" / "address-change.pdf").write_bytes(b"%PDF-1.7 another")
    assert "changed since the packet was made" in build(changed, out, "--as-mailed").output


def test_one_rule_is_overridden_by_a_named_attorney_and_taken_back(case: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    shown = run("packet", "gate", case, "--as-of", DAY, *KIND)
    assert shown.exit_code == NEEDS_A_PERSON
    assert "1 rule keeps it from being ready to mail" in shown.output
    words = ("packet", "override", case, "signed-pieces", "--as-of", DAY, *KIND)
    assert "no attorney of the clinic has this code" in run(*words, "--by", "zz", "--reason", REASON).output
    assert "a rule is overridden with a reason" in run(*words, "--by", "je", typed=" \n").output
    given = run(*words, "--by", "je", "--reason", REASON)
    assert given.output == "overridden: signed-pieces\n"
    shown = run("packet", "gate", case, "--as-of", DAY, *KIND)
    assert shown.exit_code == DONE
    assert "overridden" in shown.output
    assert REASON not in shown.output
    assert build(case, out, "--as-mailed").exit_code == NEEDS_A_PERSON
    assert REASON in next(out.glob("internal/*-gate.txt")).read_text(encoding="utf-8")
    (first,) = open_answers(case, LIBRARY).case.overrides
    second = run(*words, "--by", "rs", "--reason", "Seen again.")
    assert "overridden: signed-pieces" in second.output
    assert f"takes the place of the override by je, {first.at}; it stays in the history" in second.output
    assert REASON not in second.output
    assert [one.by for one in open_answers(case, LIBRARY).case.overrides] == ["je", "rs"]
    back = run(*words, "--by", "rs", "--undo")
    assert back.output == "taken back: signed-pieces\n"
    assert "not ready to mail" in build(case, out, "--as-mailed").output
    assert "nothing can be taken back" in run(*words, "--by", "rs", "--undo").output


def test_a_case_with_papers_beside_its_file_is_overridden_too(tmp_path: Path, top: Path) -> None:
    shutil.copytree(top / "interviews/tvisa/examples", tmp_path / "examples")
    case = tmp_path / "examples" / "mei.yaml"
    given = run("packet", "override", case, "in-english", "--by", "je", "--reason", REASON, "--as-of", "2026-11-23")
    assert given.output == "overridden: in-english\n"


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("signed-piece", "the gate has no rule of this name"),
        ("edited-source", "edited-source cannot be overridden"),
        ("no-gaps", "no-gaps does not block"),
        ("owed-answers", "owed-answers is about the application"),
    ],
)
def test_what_cannot_be_overridden_is_said(case: Path, rule: str, said: str) -> None:
    refused = run("packet", "override", case, rule, "--by", "je", "--reason", REASON, "--as-of", DAY, *KIND)
    assert said in refused.output
    assert refused.exit_code == 2


@pytest.mark.parametrize("signed", ["letter", "=a.pdf", "letter:0=a.pdf", "letter:x=a.pdf", "letter:=a.pdf"])
def test_a_scan_is_named_with_its_piece(case: Path, tmp_path: Path, signed: str) -> None:
    refused = build(case, tmp_path / "out", "--as-mailed", "--signed", signed)
    assert "--signed needs a piece and a file" in refused.output
