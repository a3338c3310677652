"""What keeps a packet safe stands in code, whatever a clinic's own packet.yaml or template says."""

import datetime as dt
import threading
from pathlib import Path

import pytest
from one_library import LIBRARY

from legalassist.documents.context import Used, fact_words
from legalassist.documents.folder import bring_back
from legalassist.errors import ContentError
from legalassist.facts.known import PlainFacts
from legalassist.facts.values import Address
from legalassist.interviews.reader import read_interview
from legalassist.library import Library
from legalassist.packets.folder import save
from legalassist.packets.manifest import MANIFEST, Manifest, read_manifest, write_manifest
from legalassist.packets.plan import plan_pieces, required_plan

AGENCY = """\
packet: tvisa
title: Application packet
pieces:
  - piece: agency-request
    title: Request to an agency
    word: law-enforcement-request
    folder: agency
"""
MEMO = """\
packet: tvisa
title: Application packet
pieces:
  - piece: memo
    title: Memo
    print: memo
"""


def shelf(tmp_path: Path, packet: str) -> Library:
    path = tmp_path / "interviews" / "tvisa" / "packet.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(packet, encoding="utf-8")
    return Library(tmp_path)


def test_the_memo_cannot_be_planned_into_the_filing(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="never leaves the office"):
        required_plan(shelf(tmp_path, MEMO), "tvisa")


@pytest.mark.parametrize(("agreed", "codes"), [(True, ["agency-request"]), (False, []), (None, [])])
def test_nothing_goes_to_an_agency_without_the_clients_yes(
    tmp_path: Path, agreed: bool | None, codes: list[str]
) -> None:
    known = {} if agreed is None else {"reporting.may_ask_agency": agreed}
    planning = plan_pieces(required_plan(shelf(tmp_path, AGENCY), "tvisa"), PlainFacts(known))
    assert [piece.code for piece in planning.pieces] == codes


def test_a_confidential_address_prints_in_no_template_until_an_attorney_chooses() -> None:
    interview = read_interview(LIBRARY, "tvisa").interview
    address = Address(street="1 Example Street", city="Flushing", state="NY", confidential=True)
    words = fact_words(interview, PlainFacts({"client.physical_address": address}), Used())
    assert str(words["client"].physical_address) == "[an attorney decides: client.physical_address]"
    assert "Example" not in str(words["client"].physical_address.street)


def files(reference: str) -> dict[str, bytes]:
    names = {f"pieces/{reference}-{number}.pdf": reference.encode() * 50 for number in range(30)}
    manifest = Manifest(
        version="0", inputs="0" * 64, reference=reference, as_of=dt.date(2026, 11, 22), language="en", state="draft"
    )
    return {**names, MANIFEST: write_manifest(manifest)}


def test_an_earlier_packet_comes_back_where_a_save_was_cut_short(tmp_path: Path) -> None:
    out = tmp_path / "k"
    save(files("R1R1"), out)
    out.rename(tmp_path / ".k.before")
    bring_back(out)
    assert read_manifest(out).reference == "R1R1"


def test_two_saves_at_once_leave_one_whole_packet(tmp_path: Path) -> None:
    out, refused = tmp_path / "k", []

    def one(reference: str) -> None:
        try:
            save(files(reference), out)
        except Exception as wrong:  # noqa: BLE001 - the second may find the first one's files and refuse
            refused.append(wrong)

    for _ in range(5):
        threads = [threading.Thread(target=one, args=(name,)) for name in ("R1R1", "R2R2")]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        reference = read_manifest(out).reference
        assert {path.name for path in (out / "pieces").iterdir()} == {f"{reference}-{n}.pdf" for n in range(30)}
        assert [path.name for path in tmp_path.iterdir()] == ["k"]
