"""An invented client who has said yes: the example of the T-visa interview, with the placement answers."""

from pathlib import Path

from legalassist.library import Library

TOP = Path(__file__).resolve().parents[2]
MEI = TOP / "interviews/tvisa/examples/mei.yaml"
REFERENCE = "K7M2-Q9X4"

YES = """\
  placement.may_offer: yes
  placement.yes_date: 2026-11-18
  placement.yes_language: cmn
  placement.yes_interpreter: demo-interpreter
"""
_PAGE = """\
page: placement
section: Placement
title: A lawyer who works for free
questions:
  - {fact: placement.may_offer, type: yes no, ask: May we offer your case}
  - {fact: placement.yes_date, type: date, ask: On which day, when: placement.may_offer}
  - {fact: placement.yes_language, type: language, ask: In which language, when: placement.may_offer}
  - {fact: placement.yes_interpreter, type: text, ask: Through whom, when: placement.may_offer}
"""


def shelf(folder: Path) -> Library:
    """Return the shipped shelves; where their interview does not ask for the yes, with a page before them that does."""
    shipped = (TOP / "interviews/tvisa/interview.yaml").read_text(encoding="utf-8")
    pages = (TOP / "interviews/tvisa/pages").glob("*.yaml")
    if any("placement.may_offer" in page.read_text(encoding="utf-8") for page in pages):
        return Library()
    own = folder / "shelf"
    (own / "interviews/tvisa/pages").mkdir(parents=True)
    (own / "interviews/tvisa/pages/placement.yaml").write_text(_PAGE, encoding="utf-8")
    (own / "interviews/tvisa/interview.yaml").write_text(shipped.rstrip() + "\n  - placement\n", encoding="utf-8")
    return Library(own)


def answers(folder: Path, yes: str = YES, **changed: str) -> Path:
    """Write Mei's answers with her yes into a folder; `changed` replaces lines by what they begin with."""
    lines = MEI.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.startswith("  placement.")]
    for start, line in changed.items():
        at = next(n for n, one in enumerate(kept) if one.strip().startswith(start.replace("__", ".")))
        kept[at] = line
    path = folder / "client.yaml"
    path.write_text("\n".join(kept) + "\n" + yes, encoding="utf-8")
    return path
