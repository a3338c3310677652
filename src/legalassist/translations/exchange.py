"""The round trip with people who do not use git: a table of texts goes out, comes back, and is read by its key.

Every format carries the same columns. What comes back is matched by shelf, language and context, never by its row;
`base` is a hash of both texts as they went out: where today's differ, two people have changed one text, and the
difference is shown instead of one of the two being overwritten.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from types import MappingProxyType

from babel.messages.pofile import escape

from legalassist.errors import Place, Problem, UsageError
from legalassist.translations.gates.terms import Glossary
from legalassist.translations.status import Standing

COLUMNS = ("shelf", "language", "context", "english", "text", "state", "note", "terms", "base")
"""The first row of a table. Only `text` is for the translator to change."""

NEEDED = ("shelf", "language", "context", "english", "text", "base")
"""The columns that must come back."""


@dataclass(frozen=True, slots=True)
class Row:
    """One text on its way."""

    shelf: str
    language: str
    context: str
    english: str
    text: str
    state: str
    note: str
    terms: str
    base: str

    @property
    def cells(self) -> tuple[str, ...]:
        """The row as it stands in a table."""
        return tuple(getattr(self, column) for column in COLUMNS)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A text that was changed on both sides: what went out is gone here, what came back is not what stands here."""

    context: str
    english: str
    here: str
    back: str


@dataclass(frozen=True, slots=True)
class Returned:
    """What came back: texts to put in by context, conflicts, and rows that fit nothing."""

    changed: dict[str, str]
    conflicts: tuple[Conflict, ...]
    problems: tuple[Problem, ...]


def base_of(english: str, text: str) -> str:
    """Return the mark of a text as it goes out."""
    return sha256(f"{english}\0{text}".encode()).hexdigest()[:16]


def rows_of(
    found: Iterable[Standing], glossary: Glossary, places: Mapping[str, str] = MappingProxyType({})
) -> tuple[Row, ...]:
    """Return texts as rows, each with its note and the glossary's terms in it.

    `places` says of a text, by its context, on which picture it stands; nothing where no pictures go out.
    """
    return tuple(_row(one, glossary, places.get(one.message.context, "")) for one in found)


def _row(one: Standing, glossary: Glossary, place: str) -> Row:
    traditional = one.said.language == "zh_Hant"
    terms = (
        f"{term.english[0]}: {term.chinese(traditional=traditional)}"
        for term in glossary.terms_in(one.message.english.lower())
    )
    note = [*one.message.note.lines, *([f"picture: {place}"] if place else [])]
    return Row(
        shelf=one.message.domain, language=one.language, context=one.message.context, english=one.message.english,
        text=one.text, state=one.state.value, note="; ".join(note), terms="; ".join(terms),
        base=base_of(one.message.english, one.text),
    )  # fmt: skip


def taken_back(rows: Sequence[Row], found: Iterable[Standing], file: str) -> Returned:
    """Return what rows that came back change, in a domain and language as it stands today.

    Rows are matched by context alone; their order, and rows that are missing, mean nothing. A text that was not
    changed on the way is left alone, whatever stands here by now.
    """
    here = {(one.message.domain, one.language, one.message.context): one for one in found}
    changed: dict[str, str] = {}
    conflicts, problems, seen = [], [], set[tuple[str, str, str]]()
    for number, row in enumerate(rows, 2):
        key, place = (row.shelf, row.language, row.context), Place(file, number)
        one = here.get(key)
        if one is None:
            problems.append(Problem(place, f"there is no text {row.context!r} to put this into", "leave the key alone"))
        elif key in seen:
            problems.append(Problem(place, f"{row.context!r} comes twice", "keep one of the two rows"))
        elif row.text.strip() and base_of(row.english, row.text) != row.base and row.text != one.text:
            if row.base == base_of(one.message.english, one.text):
                changed[row.context] = row.text
            else:
                conflicts.append(Conflict(row.context, one.message.english, one.text, row.text))
        seen.add(key)
    return Returned(changed, tuple(conflicts), tuple(problems))


def from_cells(table: Iterable[Sequence[str]], file: str) -> tuple[Row, ...]:
    """Return the rows of a table whose first row names the columns, in whatever order they stand.

    Raises UsageError for a column that is missing.
    """
    lines = iter(table)
    head = [cell.strip() for cell in next(lines, ())]
    lacking = [one for one in NEEDED if one not in head]
    if lacking:
        message = f"{file}: the column {lacking[0]!r} is missing"
        raise UsageError(message, hint="send the file back with all its columns, or export it again")
    return tuple(_of_line(dict(zip(head, line, strict=False))) for line in lines if any(line))


def _of_line(cells: dict[str, str]) -> Row:
    return Row(*(cells.get(column, "") for column in COLUMNS))


def as_po(rows: Sequence[Row]) -> str:
    """Return rows as a .po file, with notes and terms as comments; the key stands in a reference comment."""
    language = rows[0].language if rows else ""
    head = (
        'msgid ""\nmsgstr ""\n'
        f'"Language: {language}\\n"\n"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n"Plural-Forms: nplurals=1; plural=0;\\n"\n'
    )
    return "\n".join([head, *(_po_entry(row) for row in rows)])


def _po_entry(row: Row) -> str:
    notes = [
        f"#. {line}" for line in (row.note, f"terms: {row.terms}" if row.terms else "", f"state: {row.state}") if line
    ]
    lines = [
        *notes,
        f"#: {row.shelf}/{row.language}/{row.base}",
        f"msgctxt {escape(row.context)}",
        f"msgid {escape(row.english)}",
        f"msgstr {escape(row.text)}",
    ]
    return "\n".join(lines) + "\n"


def from_po(messages: Iterable[tuple[str, str, str, str]]) -> Iterator[Row]:
    """Yield rows of a .po file that came back: (reference, context, English, text) each."""
    for reference, context, english, text in messages:
        shelf, language, base = ([*reference.split("/"), "", "", ""])[:3]
        yield Row(shelf, language, context, english, text, "", "", "", base)
