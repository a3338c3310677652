"""A packet built again from its case shows what a manifest that anybody can seal cannot."""

import datetime as dt
import json
import shutil
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from bound_packet import bound_pdf
from click.testing import CliRunner
from one_library import LIBRARY

from legalassist.api.building import build_packet, prepare
from legalassist.api.checking import check_against_case, check_packet
from legalassist.cli import main
from legalassist.packets import manifest
from legalassist.packets.manifest import MANIFEST

pytestmark = pytest.mark.usefixtures("laid_out")

MEI = LIBRARY.get("interviews/tvisa/examples/mei.yaml").path
DAY = dt.date(2026, 11, 22)
PROBLEMS = 3


@pytest.fixture(scope="module")
def packet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Mei's packet."""
    return build_packet(prepare(MEI, LIBRARY, as_of=DAY), tmp_path_factory.mktemp("again") / "mei").out


@pytest.fixture
def copy(packet: Path, tmp_path: Path) -> Path:
    """A copy of it to be changed."""
    return Path(shutil.copytree(packet, tmp_path / "copy"))


def covered(content: bytes, page: int) -> bytes:
    with pikepdf.open(BytesIO(content)) as pdf:
        pdf.pages[page].contents_add(b"/Artifact BMC q 1 g 0 0 612 700 re f Q EMC", prepend=True)
        out = BytesIO()
        pdf.save(out, deterministic_id=True)
        return out.getvalue()


def forged(folder: Path) -> Path:
    """Draw on a piece and on its page of the filing alike, and seal the manifest over both."""
    written = json.loads((folder / MANIFEST).read_bytes())
    del written["seal"]
    piece = next(each for each in written["pieces"] if each["code"] == "agency-memo" or each["folder"] == "internal")
    for name in (f"pieces/{piece['code']}.pdf", f"internal/{written['reference']}-{piece['code']}.pdf"):
        (folder / name).write_bytes(covered((folder / name).read_bytes(), 0))
        written["files"][name] = sha256((folder / name).read_bytes()).hexdigest()
    piece["pdf_sha256"] = written["files"][f"pieces/{piece['code']}.pdf"]
    (folder / MANIFEST).write_bytes(manifest._written(written | {"seal": manifest._seal(written)}))
    return folder


def test_the_packet_as_it_was_built_is_what_building_again_gives(packet: Path) -> None:
    done = CliRunner().invoke(main, ["packet", "check", str(packet), "--case", str(MEI)])
    assert (done.exit_code, done.output) == (0, f"{packet}: checked, no problems\n")


def test_a_piece_and_its_copy_forged_alike_pass_the_check_and_are_found_by_building_again(copy: Path) -> None:
    folder = forged(copy)
    assert check_packet(folder) == ()
    names = [problem.where.file for problem in check_against_case(folder, MEI, LIBRARY)]
    assert len(names) == PROBLEMS
    assert names[-1] == "pieces/memo.pdf"
    assert MANIFEST in names
    done = CliRunner().invoke(main, ["packet", "check", str(folder), "--case", str(MEI)])
    assert done.exit_code == PROBLEMS
    assert "pieces/memo.pdf: this is not what building the packet again gives" in done.output


def test_a_file_more_and_a_file_less_are_found(copy: Path) -> None:
    bound_pdf(copy).unlink()
    (copy / "filing" / "more.pdf").write_bytes(b"%PDF-")
    told = [str(problem) for problem in check_against_case(copy, MEI, LIBRARY)]
    assert len(told) == 2
    assert "this is not what building the packet again gives" in told[0]
    assert "building the packet again gives no such file" in told[1]


def test_a_packet_of_other_answers_is_told_as_such(copy: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text(MEI.read_text(encoding="utf-8").replace("2026-12-15", "2026-12-16"), encoding="utf-8")
    (problem,) = check_against_case(copy, other, LIBRARY)
    assert "was made from something else than the case" in problem.message
