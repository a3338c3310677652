"""The wheel carries the shelves and the fonts, and runs alone, far from any checkout."""

import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

BIN = Path(sys.executable).parent


def run(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command with nothing of our environment but what is named here."""
    path = {"PATH": f"{BIN}:/usr/bin:/bin", "HOME": str(cwd), "LANG": "C.UTF-8"}
    return subprocess.run(
        [str(part) for part in command], cwd=cwd, env=path | environment, capture_output=True, text=True, check=False
    )


def build(kind: str, source: Path, into: Path) -> Path:
    """Build a wheel or an sdist without the network; return the file."""
    done = run(BIN / "hatchling", "build", "--target", kind, "--directory", into, cwd=source)
    assert done.returncode == 0, done.stderr
    (built,) = into.iterdir()
    return built


@pytest.fixture(scope="session")
def wheel(top: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    return build("wheel", top, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def installed(top: Path, wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty environment with the wheel and its locked libraries, installed from uv's own cache where it has them."""
    if not (BIN / "uv").exists():
        pytest.skip("set up without uv, so there is no cache to install from")
    empty = tmp_path_factory.mktemp("elsewhere") / "env"
    cache = subprocess.run([BIN / "uv", "cache", "dir"], capture_output=True, text=True, check=True).stdout.strip()
    assert run(BIN / "uv", "venv", "--python", sys.executable, empty, cwd=empty.parent).returncode == 0
    install = [BIN / "uv", "pip", "install", "--python", empty / "bin/python", "--cache-dir", cache, "--no-deps"]
    done = run(*install, "--offline", "--require-hashes", "-r", top / "requirements.lock", cwd=empty.parent)
    if done.returncode:
        pytest.skip("uv's cache does not hold the locked libraries (they were installed with pip)")
    done = run(*install, "--offline", wheel, cwd=empty.parent)
    assert done.returncode == 0, done.stderr
    return empty


def names(wheel: Path) -> set[str]:
    """Return the names inside a wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name}


def files_below(folder: Path, becomes: str) -> set[str]:
    """Return what the wheel should hold of a folder of the checkout."""
    return {
        f"{becomes}/{path.relative_to(folder).as_posix()}"
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.name != ".DS_Store"
    }


def test_the_wheel_holds_every_shelf_the_fonts_and_all_of_the_package(top: Path, wheel: Path) -> None:
    expected = files_below(top / "src/legalassist", "legalassist")
    for shelf in ("interviews", "templates", "locales"):
        expected |= files_below(top / shelf, f"legalassist/content/{shelf}")
    expected |= files_below(top / "assets/fonts", "legalassist/content/fonts")
    assert names(wheel) == expected
    assert any(name.endswith(".ttf") for name in expected)


def test_the_wheel_carries_licence_and_notice(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = {name.rpartition("/")[2] for name in archive.namelist() if "/licenses/" in name}
    assert inside >= {"LICENSE", "NOTICE"}


def test_the_sdist_builds_the_same_wheel_without_git_or_node(top: Path, wheel: Path, tmp_path: Path) -> None:
    sdist = build("sdist", top, tmp_path / "sdist")
    with tarfile.open(sdist) as archive:
        # `filter` came with Python 3.11.4; Debian 12 has 3.11.2, later ones warn where it is not named.
        archive.extractall(  # noqa: S202 - our own archive
            tmp_path / "unpacked", **({"filter": "data"} if hasattr(tarfile, "data_filter") else {})
        )
    (source,) = (tmp_path / "unpacked").iterdir()
    again = build("wheel", source, tmp_path / "again")
    assert names(again) == names(wheel)


def test_a_wheel_without_fonts_is_refused_with_the_way_out(top: Path, tmp_path: Path) -> None:
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE", "NOTICE"):
        shutil.copy(top / name, tmp_path)
    for shelf in ("interviews", "templates", "locales"):
        (tmp_path / shelf / "tvisa").mkdir(parents=True)
        (tmp_path / shelf / "tvisa/one.yaml").touch()
    shutil.copytree(top / "src/legalassist/law", tmp_path / "src/legalassist/law")
    done = run(BIN / "hatchling", "build", "--target", "wheel", "--directory", tmp_path / "out", cwd=tmp_path)
    assert done.returncode != 0
    assert "assets/fonts/ holds no file: run 'make setup' first" in done.stderr
    assert not list((tmp_path / "out").glob("*.whl"))


def test_the_installed_wheel_reads_its_own_shelves(top: Path, installed: Path) -> None:
    script = "from legalassist import library; print(library.shipped(), library.fonts().is_dir())"
    done = run(installed / "bin/python", "-I", "-c", script, cwd=installed)
    shipped, fonts = done.stdout.split()
    assert Path(shipped).is_relative_to(installed)
    assert not Path(shipped).is_relative_to(top)
    assert fonts == "True"


def test_the_installed_wheel_runs_the_demo_outside_the_checkout(installed: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = run(installed / "bin/legalassist", "demo", "rong", "--out", out, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert list(out.rglob("filing/*.pdf")), "no packet was made"
    assert list(out.rglob("manifest.json")), "no manifest was made"
