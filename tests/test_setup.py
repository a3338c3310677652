"""The set-up does each step once, resumes where it was interrupted, and asks for system packages only if missing.

Small scripts play the commands it calls and write down how they were called; the set-up itself is the real one.
"""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

LOG = 'echo "{name} $*" >>"$LOG"\n'
VENV = """
if [ "$1" = -m ]; then
    mkdir -p .venv/bin
    for tool in pip uv python legalassist; do cp "$FAKES/tool" .venv/bin/$tool; done
fi
"""
TOOL = """#!/bin/sh
echo "$(basename "$0") $*" >>"$LOG"
if [ "$1" = scripts/make_fonts.py ]; then mkdir -p assets/fonts; fi
"""
NPM = 'if [ -e "$FAKES/broken" ]; then exit 1; fi\nmkdir -p node_modules\n'
DPKG = 'for package; do :; done\ngrep -qx "$package" "$FAKES/absent" || printf installed\n'
INPUTS = ("requirements-dev.lock", "pyproject.toml", "hatch_build.py", "package-lock.json", ".npmrc")


class Machine:
    """A checkout on a machine whose programs are played."""

    def __init__(self, top: Path, folder: Path) -> None:
        self.top, self.fakes, self.log = folder / "checkout", folder / "fakes", folder / "log"
        (self.top / "scripts").mkdir(parents=True)
        self.fakes.mkdir()
        for name in (*INPUTS, "scripts/setup", "scripts/make_fonts.py"):
            shutil.copy(top / name, self.top / name)
        (self.fakes / "absent").touch()
        (self.fakes / "tool").write_text(TOOL, encoding="utf-8")
        self.plays("python3.11", VENV, logged=False)
        self.plays("dpkg-query", DPKG, logged=False)
        self.plays("npm", NPM)
        self.plays("node", "")
        self.plays("sudo", '"$@"\n')
        self.plays("apt-get", "")
        (self.fakes / "tool").chmod(0o755)

    def plays(self, name: str, script: str, *, logged: bool = True) -> None:
        """Put a program on the machine that writes its call down and then runs a script."""
        program = self.fakes / name
        program.write_text("#!/bin/sh\n" + (LOG.format(name=name) if logged else "") + script, encoding="utf-8")
        program.chmod(0o755)

    def set_up(self) -> tuple[int, list[str]]:
        """Run the set-up; return its exit code and the calls it made."""
        self.log.write_text("", encoding="utf-8")
        self.said = ""
        environment = {"PATH": f"{self.fakes}:/usr/bin:/bin", "LOG": str(self.log), "FAKES": str(self.fakes)}
        done = subprocess.run(
            ["bash", "scripts/setup"], cwd=self.top, env=environment, capture_output=True, text=True, check=False
        )
        self.said = done.stdout + done.stderr
        return done.returncode, [line.split()[0] for line in self.log.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def machine(top: Path, tmp_path: Path) -> Machine:
    """A machine that has every system package, and a fresh checkout on it."""
    return Machine(top, tmp_path)


def test_the_first_run_does_every_step_and_the_second_calls_nothing(machine: Machine) -> None:
    assert machine.set_up() == (0, ["pip", "uv", "pip", "npm", "python"])
    assert machine.set_up() == (0, [])


def test_an_interrupted_run_is_taken_up_where_it_stopped(machine: Machine) -> None:
    (machine.fakes / "broken").touch()
    assert machine.set_up() == (1, ["pip", "uv", "pip", "npm"])
    (machine.fakes / "broken").unlink()
    assert machine.set_up() == (0, ["npm", "python"])


@pytest.mark.parametrize(
    ("changed", "calls"),
    [
        ("requirements-dev.lock", ["pip", "uv", "pip", "npm", "python"]),
        ("pyproject.toml", ["pip"]),
        ("package-lock.json", ["npm", "python"]),
        ("scripts/make_fonts.py", ["python"]),
    ],
)
def test_a_changed_input_repeats_its_own_steps_only(machine: Machine, changed: str, calls: list[str]) -> None:
    machine.set_up()
    with (machine.top / changed).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert machine.set_up() == (0, calls)


@pytest.mark.parametrize(
    ("lost", "calls"),
    [(".venv", ["pip", "uv", "pip", "npm", "python"]), ("node_modules", ["npm"]), ("assets", ["python"])],
)
def test_a_folder_that_was_deleted_is_made_again(machine: Machine, lost: str, calls: list[str]) -> None:
    machine.set_up()
    shutil.rmtree(machine.top / lost)
    assert machine.set_up() == (0, calls)


def test_only_missing_system_packages_are_installed_and_only_once(machine: Machine) -> None:
    (machine.fakes / "absent").write_text("poppler-utils\nfontconfig\n", encoding="utf-8")
    machine.set_up()
    calls = machine.log.read_text(encoding="utf-8")
    assert re.search(r"^apt-get -qq install .* fontconfig poppler-utils$", calls, re.MULTILINE)
    assert calls.count("apt-get -qq install") == 1
    assert "libpango" not in calls


def test_a_machine_without_python_gets_it_and_is_told_nothing_false(machine: Machine) -> None:
    for name in ("python3.11", "python3.12", "python3"):
        machine.plays(name, "exit 127\n", logged=False)
    machine.plays("apt-get", f'if [ "$2" = install ]; then cp "{machine.fakes}/python" "{machine.fakes}/python3"; fi\n')
    (machine.fakes / "python").write_text("#!/bin/sh\n" + VENV, encoding="utf-8")
    (machine.fakes / "python").chmod(0o755)
    code, calls = machine.set_up()
    assert (code, calls[:2]) == (0, ["apt-get", "apt-get"])
    assert re.search(r"^apt-get -qq install .* python3-venv$", machine.log.read_text(encoding="utf-8"), re.MULTILINE)
    assert "is needed" not in machine.said


def test_every_make_target_is_one_line_and_ci_runs_the_tests(top: Path) -> None:
    makefile = (top / "Makefile").read_text(encoding="utf-8")
    assert {"demo", "test", "check", "bench"} <= set(re.findall(r"^(\w+):", makefile, re.MULTILINE))
    assert not re.search(r"^\t.*\n\t", makefile, re.MULTILINE)
    assert (top / ".ci/run").read_text(encoding="utf-8").rstrip().endswith("exec make test")


@pytest.mark.parametrize("code", [0, 3])
def test_the_exit_code_of_the_tests_is_that_of_ci(machine: Machine, top: Path, code: int) -> None:
    machine.plays("make", f"exit {code}\n")
    environment = {"PATH": f"{machine.fakes}:/usr/bin:/bin", "LOG": str(machine.log)}
    assert subprocess.run([top / ".ci/run"], env=environment, check=False).returncode == code
    assert machine.log.read_text(encoding="utf-8") == "make test\n"
