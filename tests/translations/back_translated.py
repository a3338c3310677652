"""The record of the back-translation passes: their rows, what one page tells of them, which are older than the texts.

The first pass read simplified texts; the second what the first had mended and what was new, and all traditional texts;
the third what the second had mended last; the fourth what is read aloud, the cue card, and what the third had mended;
the fifth what is read aloud once more, by a reader who had seen nothing else; the sixth the same in traditional
characters, with what the fifth had mended; the seventh every text that no pass had read as it stands today.
What was heard when the simplified texts were read as speech, and later on five printed sheets, stands in a table of
its own.

``python tests/translations/back_translated.py`` writes the page anew and lists the rows whose text has changed since.
"""

import csv
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from one_library import LIBRARY

from legalassist.languages.catalog import Catalog
from legalassist.library import Library

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "back-translation"
PAGE = FOLDER / "differences.md"
ALOUD = FOLDER / "read-aloud.csv"


class Table(NamedTuple):
    """One table of a pass: its file, the shelf and the language that were read, and its heading on the page."""

    file: str
    shelf: str
    language: str
    title: str


TABLES = (
    Table("kyr", "kyr", "zh_Hans", "Handouts"),
    Table("placement", "placement", "zh_Hans", "The spoken yes and the release form"),
    Table("tvisa", "tvisa", "zh_Hans", "The interview, the declaration and the certificates"),
    Table("again-kyr", "kyr", "zh_Hans", "Second pass: handouts"),
    Table("again-placement", "placement", "zh_Hans", "Second pass: the spoken yes and the release form"),
    Table("again-tvisa", "tvisa", "zh_Hans", "Second pass: the interview"),
    Table("traditional-kyr", "kyr", "zh_Hant", "Traditional: handouts"),
    Table("traditional-placement", "placement", "zh_Hant", "Traditional: the spoken yes and the release form"),
    Table("traditional-tvisa", "tvisa", "zh_Hant", "Traditional: the declaration and the certificates"),
    Table("third-kyr", "kyr", "zh_Hans", "Third pass: handouts"),
    Table("third-placement", "placement", "zh_Hans", "Third pass: the spoken yes and the release form"),
    Table("third-tvisa", "tvisa", "zh_Hans", "Third pass: the interview"),
    Table("third-app", "app", "zh_Hans", "Third pass: the words of the screen"),
    Table("third-traditional-kyr", "kyr", "zh_Hant", "Third pass, traditional: handouts"),
    Table("third-traditional-placement", "placement", "zh_Hant", "Third pass, traditional: the release form"),
    Table("fourth-ear", "spoken-cmn", "zh_Hans", "Fourth pass: what is read aloud"),
    Table("fourth-kyr", "kyr", "zh_Hans", "Fourth pass: handouts and the cue card"),
    Table("fourth-placement", "placement", "zh_Hans", "Fourth pass: the release form"),
    Table("fourth-tvisa", "tvisa", "zh_Hans", "Fourth pass: the interview"),
    Table("fifth-ear", "spoken-cmn", "zh_Hans", "Fifth pass, blind: what is read aloud"),
    Table("sixth-traditional-ear", "spoken-cmn", "zh_Hant", "Sixth pass, traditional: what is read aloud"),
    Table(
        "sixth-traditional-placement", "placement", "zh_Hant", "Sixth pass, traditional: the yes and the release form"
    ),
    Table("sixth-traditional-kyr", "kyr", "zh_Hant", "Sixth pass, traditional: before and after a text is read"),
    Table("seventh-tvisa", "tvisa", "zh_Hans", "Seventh pass, blind: what was unread of the interview"),
    Table("seventh-ear", "spoken-cmn", "zh_Hans", "Seventh pass, blind: what is read aloud, mended last"),
    Table("seventh-kyr", "kyr", "zh_Hans", "Seventh pass, blind: handouts, mended last"),
    Table("seventh-placement", "placement", "zh_Hans", "Seventh pass, blind: the spoken yes, mended last"),
    Table("seventh-traditional-kyr", "kyr", "zh_Hant", "Seventh pass, blind, traditional: handouts, mended last"),
    Table("seventh-traditional-ear", "spoken-cmn", "zh_Hant", "Seventh pass, blind, traditional: what is read aloud"),
)
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


class Heard(NamedTuple):
    """One text that was mended because of how it sounds: before, what was heard, and as it was mended."""

    number: str
    shelf: str
    context: str
    english: str
    read: str
    heard: str
    kind: str
    now: str


def rows_of(table: str) -> tuple[Row, ...]:
    """Return the rows of one table, in their order."""
    return tuple(Row(*one) for one in _lines(FOLDER / f"{table}.csv", Row._fields))


def heard() -> tuple[Heard, ...]:
    """Return what was mended when the texts were read as speech."""
    return tuple(Heard(*one) for one in _lines(ALOUD, Heard._fields))


def _lines(path: Path, fields: tuple[str, ...]) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    if tuple(head) != fields:
        raise ValueError(f"{path.name}: the columns are {head}")
    return rows


def older(rows: Iterable[Row], texts: Mapping[str, tuple[str, str]]) -> Iterator[Row]:
    """Yield the rows that were read before the English or the Chinese changed, or whose text is gone.

    `texts` are today's English and Chinese by context.
    """
    return (one for one in rows if texts.get(one.context) != (one.english, one.text))


def texts_of(library: Library, shelf: str, language: str = "zh_Hans") -> dict[str, tuple[str, str]]:
    """Return today's English and Chinese of a shelf by context."""
    catalog = Catalog.read(library, language, shelf)
    return {one.context: (one.english, one.text) for one in catalog.by_context.values()}


def page() -> str:
    """Return the page of differences, made from the tables alone."""
    lines = [HEAD]
    for file, _, _, title in TABLES:
        rows = rows_of(file)
        count = Counter(one.resolved for one in rows)
        lines += [
            f"## {title}\n",
            f"[{len(rows)} texts read]({file}.csv), {count['mended']} mended, {count['stays']} stay as they are.\n",
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
    for name, shelf_read, script, _ in TABLES:
        for row in older(rows_of(name), texts_of(LIBRARY, shelf_read, script)):
            sys.stdout.write(f"read before the text changed: {name} {row.number} {row.context}\n")
