"""A whole application as mailed: every rule passed, approved or overridden by a named attorney, the signed pages in."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from one_library import LIBRARY
from packets.test_official import given
from packets.test_signed import picture

from legalassist.api.building import Built, assessed, build_packet, prepare
from legalassist.api.checking import check_packet
from legalassist.api.opening import EXAMPLES
from legalassist.api.signed_pages import Scan
from legalassist.cases.override import Override
from legalassist.library import shipped
from legalassist.packets.assemble import write_pieces
from legalassist.packets.build import Build, PacketState
from legalassist.packets.gate.rule import Looked
from legalassist.packets.gate.standing import Standing, ruled
from legalassist.reviews.ledger import Entry, Ledger, Step, entry_of

DAY = dt.date(2026, 11, 23)
REASON = "A reason that this test alone gives."
SIGNED = "signed-pieces"


def cleared(build: Build) -> Build:
    """Return the build with its translations approved, and whatever else blocks overridden, but not the signatures."""
    build = replace(build, ledger=Ledger(tuple(approvals(looked_at(build)))))
    found = [one for one in ruled(looked_at(build)) if one.standing is not Standing.PASSED and one.rule.id != SIGNED]
    assert all(one.rule.overridable for one in found)
    case = build.case
    for one in found:
        case = case.override(Override(one.rule.id, REASON, "je", "2026-11-23T10:00:00", one.digest))
    return replace(build, case=case)


def looked_at(build: Build) -> Looked:
    return write_pieces(build, assessed(build))[2]


def approvals(looked: Looked) -> list[Entry]:
    """Return what two readers write down about every translated text that the packet prints."""
    said = {one.wording for piece in looked.written for one in piece.used.translated.values()}
    steps = ((Step.CHECKED, "A reader"), (Step.APPROVED, "je"))
    return [entry_of(one, step, who, DAY) for one in sorted(said) for step, who in steps]


@pytest.fixture(scope="module")
def mailed(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Mei's application, printed for signature, one page of each piece that is signed scanned, and made as mailed."""
    build = prepare(shipped() / EXAMPLES / "mei.yaml", LIBRARY, as_of=DAY)
    build = cleared(replace(build, blanks=given(), state=PacketState.AS_MAILED))
    out = tmp_path_factory.mktemp("whole") / "mei"
    build_packet(replace(build, state=PacketState.FOR_SIGNATURE), out)
    (owed,) = [one for one in ruled(looked_at(build)) if one.rule.id == SIGNED]
    scans = []
    for number, found in enumerate(owed.found):
        code, _, page = found.what.partition(":")
        file = out.parent / f"{code}-{page}.jpg"
        file.write_bytes(picture(number))
        scans.append(Scan(code, file, int(page or 1)))
    return build_packet(build, out, scans=scans)


def test_a_whole_application_goes_as_mailed(mailed: Built) -> None:
    assert mailed.manifest.state == PacketState.AS_MAILED
    assert [str(problem) for problem in check_packet(mailed.out)] == []
    scans = sorted(path.name for path in Path(mailed.out, "signed").iterdir())
    assert {"statement-chinese-p1.pdf", "cover-letter-p1.pdf"} <= set(scans), scans
    assert any(name.startswith("answer-sheet-p") for name in scans), scans


def test_a_reason_stays_inside(mailed: Built) -> None:
    holding = {
        path.relative_to(mailed.out).parts[0] for path in mailed.out.rglob("*.txt") if REASON in path.read_text()
    }
    assert holding == {"internal"}
