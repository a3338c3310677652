"""Every invented client as issue 4 describes them: what the rules find, and what their packets say."""

import datetime as dt
import subprocess
from pathlib import Path

import pytest
from bound_packet import golden_text
from golden_files import check_golden

from legalassist.api.building import build_packet, prepare
from legalassist.api.checking import check_packet
from legalassist.api.deciding import assess_case
from legalassist.api.opening import example_cases
from legalassist.api.reading_back import readings_of
from legalassist.documents.tags.tagged import tagged_text
from legalassist.library import Library
from legalassist.packets.readings import Standing

pytestmark = pytest.mark.usefixtures("laid_out")

DAY = dt.date(2026, 11, 22)
CLIENTS = ("hui", "lan", "mei", "qing", "rong", "yue")


def example(library: Library, client: str) -> Path:
    """Return a client's answers file."""
    return library.get(f"interviews/tvisa/examples/{client}.yaml").path


def findings(library: Library, client: str) -> list[str]:
    """Return one line for each finding: rule, verdict and subject."""
    assessment = assess_case(example(library, client), library, as_of=DAY)
    return [
        f"{one.rule}: {one.verdict.value}" + (f" ({one.subject})" if one.subject else "") for one in assessment.findings
    ]


def test_these_are_all_the_invented_clients(library: Library) -> None:
    assert tuple(path.stem for path in example_cases(library)) == CLIENTS


@pytest.mark.parametrize("client", CLIENTS)
def test_the_golden_findings_are_these(library: Library, client: str, pytestconfig: pytest.Config) -> None:
    lines = findings(library, client)
    check_golden(f"{client}/findings.yaml", "".join(f"- {line!r}\n" for line in lines), pytestconfig)


@pytest.mark.parametrize(
    ("client", "line"),
    [
        ("lan", "derivatives.child: met (family[1])"),
        ("lan", "derivatives.child: met (family[2])"),
        ("lan", "tvisa.trauma_exception: attorney decides"),
        ("lan", "flags.arrest: attorney decides (arrests[3])"),
        ("qing", "derivatives.principal_age: met"),
        ("qing", "derivatives.parent: met (family[1])"),
        ("qing", "derivatives.sibling: met (family[2])"),
        ("qing", "derivatives.sibling: attorney decides (family[3])"),
        ("qing", "derivatives.child_of_derivative: not met (family[3].children[1])"),
        ("hui", "derivatives.parent: attorney decides (family[4])"),
        ("hui", "derivatives.sibling: attorney decides (family[8])"),
        ("yue", "tvisa.age_exemption: met"),
        ("yue", "tvisa.compliance: attorney decides"),
        ("yue", "derivatives.spouse: met (family[1])"),
    ],
)
def test_the_clients_show_what_they_were_invented_for(library: Library, client: str, line: str) -> None:
    assert line in findings(library, client)


@pytest.mark.parametrize(
    ("client", "agency_asked"), [("hui", True), ("lan", False), ("qing", True), ("rong", False), ("yue", False)]
)  # reported; not reported; reported; she has not been asked; declaration signed
def test_a_clients_packet_is_whole_and_says_this(
    library: Library, client: str, agency_asked: bool, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    built = build_packet(prepare(example(library, client), library, as_of=DAY), tmp_path / client)
    assert [str(problem) for problem in check_packet(built.out)] == []
    assert (built.out / "agency").is_dir() == agency_asked
    check_golden(f"{client}/packet.txt", golden_text(built.out, built.to_do), pytestconfig)
    signed = built.out / "pieces" / f"statement-{'english' if client in {'lan', 'rong'} else 'chinese'}.pdf"
    assert words_above_the_oath(signed)
    memo = tagged_text((built.out / "pieces" / "memo.pdf").read_bytes())
    check_golden(f"{client}/memo.txt", memo + "\n", pytestconfig)


def test_what_was_read_back_to_the_invented_client_is_what_would_be_bound_today(library: Library) -> None:
    build = prepare(example(library, "lan"), library, as_of=DAY)
    reading = readings_of(build).named("statement-english")
    assert reading is not None
    hint = "if its words were changed on purpose: 'legalassist read-back' shows the digest for lan.yaml"
    assert reading.standing is Standing.CURRENT, hint


def words_above_the_oath(statement: Path) -> str:
    """Return what stands above the oath on the page that is signed: a signature never stands on a page of its own."""
    shown = subprocess.run(["pdftotext", "-layout", statement, "-"], capture_output=True, text=True, check=True).stdout
    (signed,) = (page for page in shown.split("\f") if "本人声明" in page)
    above = signed[: signed.index("本人声明")]
    return above.rpartition("DO NOT HAND OUT")[2].strip()
