"""Attorneys of law firms, from a CSV or XLSX list: read whole or refused, with every row that is wrong.

A cell that begins like a formula is refused, not run and not kept: it would run in whoever opens a list made from it.
"""

import csv
import datetime as dt
import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from io import StringIO

from legalassist.documents.tables import WorkbookError, workbook_rows
from legalassist.errors import DocumentError
from legalassist.placement.steps import OfTheFirms
from legalassist.stores.spelling import plain

COLUMNS = ("name", "firm", "email", "languages", "trained", "capacity", "bar", "interests", "conflicts", "travels")
NEEDED = ("name", "firm", "email")
LARGEST = 5_000_000
MOST_ROWS = 5000
MOST_CASES = 99
"""Cases an attorney may say to take at once: a larger number is a slip of the keys, and would always come first."""
_PARTED_BY = "row 1: one column: the columns are parted by semicolons or tabs, and are to be parted by commas"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_YES, _NO = frozenset({"yes", "y", "是"}), frozenset({"", "no", "n", "否"})
_ENCODINGS = ("utf-8-sig", "gb2312")
"""GB 2312 and not the whole of GBK: a list that Excel saved in a western code page, or in Big5, is GBK by chance."""
_BY_CHANCE = re.compile(r"[^\W\d_a-zA-Z㐀-鿿\uff21-\uff3a\uff41-\uff5a]")
"""Letters that a Chinese list has none of (kana, Greek, Cyrillic): then it was read in the wrong encoding."""


class Attorney(OfTheFirms):
    """One attorney as the firm's list says; a later list with the same mail address takes its place."""

    name: str
    firm: str
    email: str
    languages: tuple[str, ...] = ()
    trained: str = ""
    capacity: int = 0
    bar: str = ""
    interests: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    travels: bool = False

    @cached_property
    def person(self) -> tuple[str, str]:
        """Who somebody is, for comparing: by name and firm; case, blanks, accents and signs say nothing."""
        return plain(self.name) or self.name, plain(self.firm) or self.firm

    @property
    def persons(self) -> frozenset[tuple[str, str]]:
        """Who somebody may be: `person`, and the same with the words of the name in another order ("Doe, Jo")."""
        words = sorted(filter(None, map(plain, re.split(r"[\s,，]+", self.name))))
        return frozenset({self.person, ("".join(words), self.person[1])})


class Taken(OfTheFirms):
    """An attorney took a case, which is named by its random id; `at` is the moment, as the store writes it."""

    email: str
    case: str
    at: str


def read_attorneys(name: str, data: bytes, on: dt.date, by: str) -> tuple[Attorney, ...]:
    """Return the attorneys of a list; DocumentError names every row and column that is wrong, never what it says."""
    rows = list(_sheet(name, data) if data.startswith(b"PK") else _csv(name, data))
    if len(data) > LARGEST or len(rows) > MOST_ROWS:
        raise DocumentError(f"{name} is too large for a list of attorneys", hint=f"at most {MOST_ROWS} rows")
    if not any(any(map(str.strip, row)) for row in rows[1:]):
        message = f"{name} names nobody below its first row" if rows else f"{name} is empty"
        raise DocumentError(
            message, hint=f"its first row names the columns ({', '.join(COLUMNS)}), each other a person"
        )
    head = [cell.strip().lower() for cell in rows[0]]
    problems = [_PARTED_BY] if len(head) == 1 and re.search(r"\w[;\t]\s*\w", head[0]) else []
    problems += [f"the column '{column}' is missing" for column in NEEDED if column not in head]
    problems += [
        f"row 1: column {number} has a name nobody knows, or one that stands there twice"
        for number, column in enumerate(head, 1)
        if column not in COLUMNS or head.index(column) < number - 1
    ]
    found: list[Attorney] = []
    before: set[str | tuple[str, str]] = set()
    if not problems:
        for number, row in enumerate(rows[1:], 2):
            if any(cell.strip() for cell in row):
                cells = dict.fromkeys(head, "") | dict(zip(head, row, strict=False))
                over = ("more cells than columns",) if any(cell.strip() for cell in row[len(head) :]) else ()
                problems += [f"row {number}: {problem}" for problem in (*over, *_problems(cells, before, on))]
                if not problems:
                    found.append(_attorney(cells, on, by))
                    before |= {found[-1].email, *found[-1].persons}
    if problems:
        listed = "\n  ".join(problems)
        raise DocumentError(f"{name} was not taken in\n  {listed}", hint="correct the list; nothing of it was kept")
    return tuple(found)


def _csv(name: str, data: bytes) -> Iterator[Sequence[str]]:
    """Yield the rows of a CSV in UTF-8 (with or without a mark), UTF-16 with a mark, or GB 2312."""
    encodings = ("utf-16",) if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else _ENCODINGS
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text or (encoding == _ENCODINGS[1] and _BY_CHANCE.search(text)):
            break
        yield from csv.reader(StringIO(text, newline=""))
        return
    raise DocumentError(f"{name} is no CSV in UTF-8, UTF-16 or GB 2312", hint="save it as CSV UTF-8, or as XLSX")


def _sheet(name: str, data: bytes) -> Iterator[Sequence[str]]:
    """Yield the rows of a workbook's first sheet; a formula comes as its text, and is refused later."""
    try:
        yield from workbook_rows(data, largest=10 * LARGEST, most_rows=MOST_ROWS + 2, only_sheet=True)
    except WorkbookError as wrong:
        if wrong.too_large:
            message = f"{name} unpacks to more than a list can hold"
            raise DocumentError(message, hint="save the rows as CSV") from None
        if wrong.more_sheets:
            message = f"{name} has rows on more than one sheet"
            raise DocumentError(message, hint="put everybody onto one sheet, or save each as CSV") from None
        message = f"{name} is a damaged workbook, or one with a password"
        raise DocumentError(message, hint="save it again as XLSX") from None


def _problems(cells: Mapping[str, str], before: Collection[str | tuple[str, str]], on: dt.date) -> Iterator[str]:
    """Yield what is wrong with one row, by its columns; `before`: addresses and people of the rows above."""
    yield from (f"{column}: begins like a formula" for column, cell in cells.items() if _is_formula(cell))
    yield from (f"{column} is missing" for column in NEEDED if not cells[column].strip())
    email = cells["email"].strip().casefold()
    if email.count("@") != 1 or any(one.isspace() for one in email):
        yield "email: no mail address"
    if email in before:
        yield "email: this person stands there already"
    elif not _persons(cells["name"], cells["firm"]).isdisjoint(before):
        yield "name: somebody of this name and firm stands there already, with another address"
    capacity = cells.get("capacity", "").strip() or "0"
    if not capacity.isdecimal() or int(capacity) > MOST_CASES:
        yield f"capacity: no number of cases from 0 to {MOST_CASES}"
    if cells.get("travels", "").strip().lower() not in _YES | _NO:
        yield "travels: neither yes nor no"
    trained = cells.get("trained", "").strip()
    if trained and not _is_day(trained):
        yield "trained: no day such as 2026-03-14"
    elif trained and dt.date.fromisoformat(trained) > on:
        yield "trained: a day that is still to come"


def _is_formula(cell: str) -> bool:
    """Say whether a cell, or one of the things parted in it, begins like a formula, full width and behind blanks too.

    An office program drops blanks, and letters that nobody sees, before it looks.
    """
    parts = (cell, *unicodedata.normalize("NFKC", cell).replace("；", ";").split(";"))
    return any(part.startswith(_FORMULA) or _bare(part).startswith(_FORMULA) for part in parts)


def _bare(cell: str) -> str:
    """Return a cell without the blanks, signs and marks that nobody sees before its first letter."""
    unseen = {"Cc", "Cf", "Mn", "Zl", "Zp", "Zs"}
    return cell[next((at for at, one in enumerate(cell) if unicodedata.category(one) not in unseen), len(cell)) :]


def _persons(name: str, firm: str) -> frozenset[tuple[str, str]]:
    return Attorney(on="", name=name.strip(), firm=firm.strip(), email="").persons


def _is_day(text: str) -> bool:
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _attorney(cells: Mapping[str, str], on: dt.date, by: str) -> Attorney:
    said = {column: cells.get(column, "").strip() for column in COLUMNS}

    def several(column: str) -> tuple[str, ...]:
        return tuple(filter(None, (one.strip() for one in said[column].replace("；", ";").split(";"))))

    return Attorney(
        on=on.isoformat(), by=by, name=said["name"], firm=said["firm"], email=said["email"].casefold(),
        languages=several("languages"), trained=said["trained"], capacity=int(said["capacity"] or 0), bar=said["bar"],
        interests=several("interests"), conflicts=several("conflicts"), travels=said["travels"].lower() in _YES,
    )  # fmt: skip
