"""An invented client who has said yes: the example of the T-visa interview, with the placement answers."""

from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
MEI = TOP / "interviews/tvisa/examples/mei.yaml"
REFERENCE = "K7M2-Q9X4"

YES = """\
  placement.may_offer: yes
  placement.yes_date: 2026-11-18
  placement.yes_language: cmn
  placement.yes_interpreter: demo-interpreter
"""


def answers(folder: Path, yes: str = YES, changed: dict[str, str] | None = None) -> Path:
    """Write Mei's answers with her yes into a folder; `changed` replaces lines (``first.detained: no``)."""
    kept = [line for line in MEI.read_text(encoding="utf-8").splitlines() if not line.startswith("  placement.")]
    for before, after in (changed or {}).items():
        kept[kept.index(f"  {before}")] = f"  {after}"
    begin = kept.index("answers:") + 1  # what attorneys decided, and papers, stand below the answers
    path = folder / "client.yaml"
    path.write_text("\n".join([*kept[:begin], *yes.splitlines(), *kept[begin:]]) + "\n", encoding="utf-8")
    return path
