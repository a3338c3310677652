"""The record of the back-translation pass: its rows, what is told of them on one page, which are older than the texts.

``python tests/translations/back_translated.py`` writes the page anew and lists the rows whose text has changed since.
"""

import csv
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from legalassist.languages.catalog import Catalog
from legalassist.library import Library

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "back-translation"
PAGE = FOLDER / "differences.md"
SHELVES: Mapping[str, str] = {
    "kyr": "Handouts",
    "placement": "The spoken yes and the release form",
    "tvisa": "The interview, the declaration and the certificates",
}
KINDS = ("meaning", "strength", "legal term", "clarity", "plainness", "tone")
RESOLVED = ("", "mended", "stays")
HEAD = """# Back-translation: the differences

A machine read the Chinese without the English and wrote it back into English; then the two were compared. **Nothing
here is a review, and nothing is approved by it** ([README.md](README.md)).
Numbers are those of the tables beside this page.
"""


class Row(NamedTuple):
    """One text: as it was read, as it came back, the difference that matters, how that was resolved, and why."""

    number: str
    context: str
    english: str
    read: str
    back: str
    difference: str
    kind: str
    resolved: str
    now: str
    why: str

    @property
    def text(self) -> str:
        """The Chinese this row speaks of today: what was read, or what it was mended to."""
        return self.now or self.read


def rows_of(shelf: str) -> tuple[Row, ...]:
    """Return the rows of one shelf's table, in their order."""
    with (FOLDER / f"{shelf}.csv").open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    if tuple(head) != Row._fields:
        raise ValueError(f"{shelf}.csv: the columns are {head}")
    return tuple(Row(*one) for one in rows)


def older(rows: Iterable[Row], texts: Mapping[str, tuple[str, str]]) -> Iterator[Row]:
    """Yield the rows that were read before the English or the Chinese changed, or whose text is gone.

    `texts` are today's English and Chinese by context.
    """
    return (one for one in rows if texts.get(one.context) != (one.english, one.text))


def texts_of(library: Library, shelf: str) -> dict[str, tuple[str, str]]:
    """Return today's English and simplified Chinese of a shelf by context."""
    catalog = Catalog.read(library, "zh_Hans", shelf)
    return {one.context: (one.english, one.text) for one in catalog.by_context.values()}


def page() -> str:
    """Return the page of differences, made from the tables alone."""
    lines = [HEAD]
    for shelf, title in SHELVES.items():
        rows = rows_of(shelf)
        count = Counter(one.resolved for one in rows)
        lines += [
            f"## {title}\n",
            f"[{len(rows)} texts read]({shelf}.csv), {count['mended']} mended, {count['stays']} stay as they are.\n",
        ]
        for one in rows:
            if one.resolved:
                lines += _told(one)
    return "\n".join(lines)


def _told(one: Row) -> Iterator[str]:
    yield f"**{one.number}. {one.difference}** ({one.kind})\n"
    yield f"- English: {one.english}"
    yield f"- Chinese as read: {one.read}"
    yield f"- back: {one.back}"
    if one.resolved == "mended":
        yield f"- mended: {one.now}"
    if one.why:
        yield f"- {'stays: ' if one.resolved == 'stays' else ''}{one.why}"
    yield ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    for name in SHELVES:
        for row in older(rows_of(name), texts_of(Library(), name)):
            sys.stdout.write(f"read before the text changed: {name} {row.number} {row.context}\n")
