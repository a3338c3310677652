"""What may not be in the project at all, what the locks promise, and which licences are told."""

import json
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from importlib import metadata
from pathlib import Path

import pytest

import legalassist

FORBIDDEN = {
    # Letters in brackets, so that this file does not contain what it looks for.
    re.compile(r"\bpy[p]i\.org|python[h]osted|np[m]js\.|yarn[p]kg\."): "the address of a package registry",
    re.compile(r"(?<![\w.~-])/(?:wor[k]|roo[t]|hom[e]/\w+|User[s]/\w+)/"): "a path of one machine",
}
TELEPHONE = re.compile(r"(?<![\d.-])\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}(?![\d-])")
INVENTED = re.compile(r"\D*(\d{3}\D{1,2})?555[-. ]01\d\d")

# ---- forbidden words ----


def project_files(top: Path) -> Iterator[Path]:
    """Yield the files that are, or could be, committed: what git knows or would add."""
    listing = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(listing, cwd=top, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("not a git checkout")
    yield from (top / line for line in sorted(set(done.stdout.splitlines())) if (top / line).is_file())


def word_problems(name: str, text: str) -> Iterator[str]:
    """Yield registry addresses and machine paths in a text, and telephone numbers of real people in invented ones."""
    for number, line in enumerate(text.splitlines(), 1):
        for pattern, what in FORBIDDEN.items():
            if pattern.search(line):
                yield f"{name}:{number}: {what}"
        if name.startswith("tests/") or "/examples/" in name:
            for found in TELEPHONE.findall(line):
                if not INVENTED.fullmatch(found):
                    yield f"{name}:{number}: a telephone number that is not 555-01xx"


def test_no_file_names_a_registry_a_machine_or_a_real_telephone(top: Path) -> None:
    problems = []
    for path in project_files(top):
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a Word template or a picture
        problems += word_problems(path.relative_to(top).as_posix(), text)
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize(
    "planted",
    [
        "https://" + "py" + "pi.org/simple",
        "https://registry." + "npm" + "js.org/x",
        "see /" + "work/main/README.md",
        "'/" + "home/mei/cases'",
        "call 212-555-" + "0234",
        "(718) 555-" + "9876",
    ],
)
def test_a_planted_address_path_or_telephone_is_found(planted: str) -> None:
    assert len(list(word_problems("tests/a.py", planted))) == 1


@pytest.mark.parametrize(
    "fine", ["(718) 555-0134", "212-555-0199", "555-0101", "docs/work/notes", "~/home/x", "./root/x"]
)
def test_invented_telephones_and_relative_paths_are_left_alone(fine: str) -> None:
    assert not list(word_problems("tests/a.py", fine))


# ---- locks ----

ENTRY = re.compile(r"(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)")
WISH = re.compile(r"(?P<name>[A-Za-z0-9._-]+)\s*(?:>=|==|$)")


def locked(text: str) -> dict[str, str]:
    """Return the versions a lock pins, by name."""
    return {m["name"].lower(): m["version"] for line in text.splitlines() if (m := ENTRY.match(line))}


def wished(text: str) -> set[str]:
    """Return the names a .in file asks for."""
    return {m["name"].lower() for line in text.splitlines() if (m := WISH.match(line))}


def lock_problems(lock: str, wishes: set[str]) -> Iterator[str]:
    """Yield addresses, entries without a hash, and wishes the lock does not hold."""
    if "://" in lock:
        yield "the lock holds an address"
    for entry in re.split(r"\n(?=\S)", lock.strip()):
        if ENTRY.match(entry) and "--hash=sha256:" not in entry:
            yield f"{entry.split('==')[0]} has no hash"
        elif not ENTRY.match(entry) and not entry.startswith("#"):
            yield f"not a pinned package: {entry.splitlines()[0]}"
    for name in sorted(wishes - locked(lock).keys()):
        yield f"{name} is asked for and not locked"


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_the_locks_pin_and_hash_everything_and_hold_no_address(top: Path, name: str) -> None:
    wishes = wished((top / f"{name}.in").read_text(encoding="utf-8"))
    assert wishes
    assert not list(lock_problems((top / f"{name}.lock").read_text(encoding="utf-8"), wishes))


@pytest.mark.parametrize(
    ("lock", "expected"),
    [
        ("click==8.5.1", "click has no hash"),
        ("--index-url https://example.test\n", "the lock holds an address"),
        ("click @ file:click.whl\n", "not a pinned package: click @ file:click.whl"),
        ("rich==15.0 \\\n    --hash=sha256:00", "click is asked for and not locked"),
    ],
)
def test_a_planted_fault_in_a_lock_is_found(lock: str, expected: str) -> None:
    assert expected in list(lock_problems(lock, {"click"}))


def test_both_locks_agree_and_match_what_the_package_asks_for(top: Path) -> None:
    ours, all_of_it = (
        locked((top / f"{n}.lock").read_text(encoding="utf-8")) for n in ("requirements", "requirements-dev")
    )
    assert ours.items() <= all_of_it.items()
    asked = tomllib.loads((top / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    written = (top / "requirements.in").read_text(encoding="utf-8").splitlines()
    assert [line for line in written if not line.startswith("#")] == asked


def npm_problems(lock: Mapping[str, dict[str, object]]) -> Iterator[str]:
    """Yield npm packages that carry an address or lack their hash; the first entry is the project itself."""
    for name, package in lock.items():
        if name and not str(package.get("integrity", "")).startswith("sha512-"):
            yield f"{name} has no hash"
        if "resolved" in package or "funding" in package:
            yield f"{name} holds an address"


def test_the_npm_lock_is_hashed_and_holds_no_address(top: Path) -> None:
    text = (top / "package-lock.json").read_text(encoding="utf-8")
    assert "://" not in text
    assert not list(npm_problems(json.loads(text)["packages"]))
    assert list(npm_problems({"": {}, "a": {}, "b": {"integrity": "sha512-x", "resolved": "there"}})) == [
        "a has no hash",
        "b holds an address",
    ]


# ---- licences ----

SHARE_ALIKE = {"docxtpl", "pi-heif", "pikepdf", "pyphen"}
"""Runtime libraries with copyleft on themselves; a new one is a decision, not an accident."""


def licence_problems(notice: str, names: set[str]) -> Iterator[str]:
    """Yield libraries the notice does not name, and names it lists for nothing."""
    told = set(re.findall(r"^    ([a-z0-9-]+)  +\S", notice, re.MULTILINE))
    yield from (f"NOTICE does not name {name}" for name in sorted(names - told))
    yield from (f"NOTICE names {name}, which is not used" for name in sorted(told - names - {"colorama"}))


def declared_licence(name: str) -> str:
    """Return whatever an installed package declares about its licence."""
    about = metadata.metadata(name)
    classifiers = [line for line in about.get_all("Classifier") or [] if line.startswith("License")]
    return " ".join([about.get("License-Expression") or about.get("License") or "", *classifiers])


def test_the_notice_names_every_library_and_font_with_its_licence(top: Path) -> None:
    notice = (top / "NOTICE").read_text(encoding="utf-8")
    assert not list(licence_problems(notice, set(locked((top / "requirements.lock").read_text(encoding="utf-8")))))
    for name in json.loads((top / "package.json").read_text(encoding="utf-8"))["dependencies"]:
        assert name in notice
    assert list(licence_problems("    rich    MIT\n    gone    MIT", {"rich", "new"})) == [
        "NOTICE does not name new",
        "NOTICE names gone, which is not used",
    ]


def test_no_library_brings_a_licence_nobody_decided_on(top: Path) -> None:
    installed = {dist.metadata["Name"].lower().replace("_", "-") for dist in metadata.distributions()}
    ours = set(locked((top / "requirements.lock").read_text(encoding="utf-8"))) & installed
    copyleft = {name for name in ours if re.search(r"GPL|MPL|Mozilla|GNU", declared_licence(name))}
    assert copyleft == SHARE_ALIKE


def test_the_licence_is_the_whole_apache_text(top: Path) -> None:
    text = (top / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License\n                           Version 2.0, January 2004" in text
    assert "END OF TERMS AND CONDITIONS" in text


# ---- the checkers of the house can fail ----


def lint_imports(source: Path) -> subprocess.CompletedProcess[str]:
    """Run the layer contract over a folder that holds ``legalassist``."""
    program = Path(sys.executable).with_name("lint-imports")
    command = [str(program), "--no-logo", "--no-cache", "--config", "pyproject.toml"]
    return subprocess.run(command, cwd=source, env={"PYTHONPATH": "src"}, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("place", "line", "expected"),
    [
        ("errors.py", "import legalassist.api", "legalassist.errors"),
        ("law/planted.py", "import legalassist.journeys", "legalassist.law"),
        ("wardrobe/__init__.py", "", "wardrobe"),
    ],
)
def test_an_upward_import_or_a_folder_without_a_layer_breaks_the_contract(
    top: Path, tmp_path: Path, place: str, line: str, expected: str
) -> None:
    shutil.copy(top / "pyproject.toml", tmp_path)
    shutil.copytree(top / "src/legalassist", tmp_path / "src/legalassist", ignore=shutil.ignore_patterns("__pycache__"))
    planted = tmp_path / "src/legalassist" / place
    planted.parent.mkdir(exist_ok=True)
    with planted.open("a", encoding="utf-8") as file:
        file.write(f'\n"""Planted."""\n{line}\n')
    done = lint_imports(tmp_path)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "BROKEN" in done.stdout
    assert expected in done.stdout


# ---- the package ----


def test_importing_the_package_loads_none_of_it(top: Path) -> None:
    script = "import sys, legalassist; print([m for m in sys.modules if m.startswith('legalassist.')])"
    done = subprocess.run([sys.executable, "-c", script], cwd=top, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_public_name_is_where_the_package_says() -> None:
    assert all(getattr(legalassist, name) is not None for name in dir(legalassist))
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        legalassist.nonsense  # noqa: B018 -- reading it is the test
