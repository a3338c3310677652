"""Look at a bound packet as the tests do: its one PDF, its bookmarks, its whole text in the order of the tags."""

from collections.abc import Iterable
from pathlib import Path

import pikepdf

from legalassist.documents.tags.tagged import tagged_text


def bound_pdf(out: Path) -> Path:
    """Return the filing's one PDF."""
    (found,) = (out / "filing").glob("*.pdf")
    return found


def outline(pdf: pikepdf.Pdf) -> str:
    """Return the bookmarks, indented by level."""
    lines: list[str] = []

    def walk(items: list[pikepdf.OutlineItem], depth: int) -> None:
        for item in items:
            lines.append(f"{'  ' * depth}{item.title}")
            walk(item.children, depth + 1)

    with pdf.open_outline() as opened:
        walk(opened.root, 0)
    return "\n".join(lines)


def golden_text(out: Path, to_do: Iterable[str]) -> str:
    """Return what a golden packet is compared by: bookmarks, text in the order of the tags, what is left to do."""
    with pikepdf.open(bound_pdf(out)) as pdf:
        bookmarks, text = outline(pdf), tagged_text(pdf)
    left = "\n".join(f"- {line}" for line in to_do)
    return f"# bookmarks\n{bookmarks}\n\n# text in the order of the tags\n{text}\n\n# to do\n{left}\n"
