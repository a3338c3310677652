"""The bench tells a kept limit from a broken one; how fast we are is its business, never a test's."""

import subprocess
import sys
from pathlib import Path

import pytest

CASE = """
from measuring import Figure

def figures():
    yield Figure("planted", {value}, "times", 2.0, at_least={at_least}, lacking={lacking!r})
"""


def bench(top: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    for name in ("__main__.py", "measuring.py"):
        (folder / name).write_bytes((top / "bench" / name).read_bytes())
    return subprocess.run([sys.executable, folder, *arguments], capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("value", "at_least", "kept"), [(2.0, False, True), (2.1, False, False), (2.0, True, True), (1.9, True, False)]
)
def test_the_exit_code_says_whether_every_limit_was_kept(
    top: Path, tmp_path: Path, value: float, at_least: bool, kept: bool
) -> None:
    (tmp_path / "case_planted.py").write_text(CASE.format(value=value, at_least=at_least, lacking=""), encoding="utf-8")
    done = bench(top, tmp_path)
    assert done.returncode == (0 if kept else 1), done.stderr
    assert "planted" in done.stdout
    assert ("NO" in done.stdout) is not kept


def test_what_a_machine_cannot_measure_is_said_and_is_no_figure(top: Path, tmp_path: Path) -> None:
    case = CASE.format(value=9.0, at_least=False, lacking="install fonts-noto-cjk")
    (tmp_path / "case_planted.py").write_text(case, encoding="utf-8")
    done = bench(top, tmp_path)
    assert done.returncode == 0
    assert "not measured: install fonts-noto-cjk" in " ".join(done.stdout.replace("│", " ").split())
    assert "9.00" not in done.stdout


def test_an_unknown_case_is_refused_with_the_ones_there_are(top: Path, tmp_path: Path) -> None:
    (tmp_path / "case_planted.py").write_text(CASE.format(value=1, at_least=False, lacking=""), encoding="utf-8")
    done = bench(top, tmp_path, "nonsense")
    assert done.returncode == 1
    assert done.stderr == "no such case: nonsense; there are: planted\n"
