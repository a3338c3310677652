"""Runs a case's whole way with two canaries in it, and tells which files were opened for writing on the way.

``python plain_driver.py TESTS OFFICE.json OUT``: prints a line of JSON. `test_case_plaintext` runs it, under strace
where there is one: this program sees what Python opens, strace also what libraries do.
"""

import json
import os
import resource
import sys
from pathlib import Path

opened: list[str] = []
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def hook(event: str, arguments: tuple[object, ...]) -> None:
    """Note every file that is opened for writing, made a folder, or given another name."""
    if event == "open" and isinstance(arguments[0], str | bytes) and int(str(arguments[2] or 0)) & WRITING:
        opened.append(os.fsdecode(arguments[0]))
    elif event in {"os.mkdir", "tempfile.mkstemp", "tempfile.mkdtemp"}:
        opened.append(os.fsdecode(str(arguments[0])))
    elif event == "os.rename":
        opened.append(os.fsdecode(str(arguments[1])))


def main() -> None:
    """Run the way: new, answer, exhibit, assess, packet, export, backup."""
    tests, told, out = sys.argv[1:]
    sys.path.insert(0, tests)
    from cli.office import Office  # noqa: PLC0415 -- the path is an argument

    from legalassist.cli import agent_client  # noqa: PLC0415

    said = json.loads(Path(told).read_text(encoding="utf-8"))
    office = Office(Path(said["data"]), "", "")
    office.agent.key, office.agent.idle = said["key"], 600.0
    agent_client._talk = office.talk  # type: ignore[method-assign]
    sys.addaudithook(hook)
    folder = Path(out)
    paper = "exhibits[1].paper={title: Canarytitle, pages: 1}"
    number = office.new("client.name={family: WANG, given: CANARINA}", "hardship.fear='Canarytext of mine'", paper)
    office.done("case", "exhibit", "add", number, said["scan"], "--title", "Canarytitle")
    added = office.done("case", "exhibit", "add", number, said["paper"], "--for", "exhibits[1]")
    assert "exhibits[1]: original, 1 page" in added, added
    office.done("assess", number)
    office.done("packet", "build", number, "--out", str(folder / "packet"))
    result, _ = office.shown("case", "export", number, str(folder / "exported"), "--shape", "everything")
    assert result.exit_code == 0, result.output
    office.done("backup", str(folder / "backed-up"))
    core = resource.getrlimit(resource.RLIMIT_CORE)
    sys.stdout.write(json.dumps({"opened": sorted(set(opened)), "core": core}) + "\n")


if __name__ == "__main__":
    main()
