"""The round trip with people who do not use git: a table of texts goes out, comes back, and is read by its key.

Every format carries the same columns. `base` is a hash of both texts as they went out: where today's differ, two people
have changed one text, and the difference is shown instead of one of the two being overwritten (`returned`).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from hashlib import sha256
from types import MappingProxyType

from babel.messages.pofile import escape

from legalassist.errors import UsageError
from legalassist.handouts.speech import variety_of
from legalassist.languages.scripts import to_traditional
from legalassist.reviews.ledger import State
from legalassist.translations.gates.terms import Glossary, Term
from legalassist.translations.status import Standing

COLUMNS = ("shelf", "language", "context", "english", "text", "fits", "earlier", "state", "note", "terms", "base")
"""The first row of a table. Only `text` is for the translator to change, and `fits` where `earlier` has an English."""

NEEDED = ("shelf", "language", "context", "english", "text", "base")
"""The columns that must come back."""


@dataclass(frozen=True, slots=True)
class Row:
    """One text on its way.

    `earlier` is the English a stale text was made from; `fits` says that it fits today's all the same. Of one that came
    back, `doubted` says that it is marked as unsure, and `line` where it stands in the file.
    """

    shelf: str
    language: str
    context: str
    english: str
    text: str
    fits: str
    earlier: str
    state: str
    note: str
    terms: str
    base: str
    doubted: bool = field(default=False, kw_only=True)
    line: int = field(default=0, kw_only=True)

    @property
    def key(self) -> tuple[str, str, str]:
        """Shelf, language and context: which text it is."""
        return self.shelf, self.language, self.context

    @property
    def stale(self) -> bool:
        """Say whether it went out as the text of an earlier English."""
        return self.state == State.STALE.value

    @property
    def cells(self) -> tuple[str, ...]:
        """The row as it stands in a table."""
        return tuple(getattr(self, column) for column in COLUMNS)


class Mark(Enum):
    """What a .po or XLIFF file says of a text by a mark of its own: nothing, that it is sure, that it is not."""

    NONE = 0
    SURE = 1
    UNSURE = 2


def base_of(english: str, text: str, *, stale: bool = False) -> str:
    """Return the mark of a text as it goes out."""
    return sha256((f"{english}\0{text}" + "\0stale" * stale).encode()).hexdigest()[:16]


def rows_of(
    found: Iterable[Standing], glossary: Glossary, places: Mapping[str, str] = MappingProxyType({})
) -> tuple[Row, ...]:
    """Return texts as rows, each with its note and the glossary's terms in it.

    `places` says of a text, by its context, on which picture it stands; nothing where no pictures go out.
    """
    return tuple(_row(one, glossary, places.get(one.message.context, "")) for one in found)


def _row(one: Standing, glossary: Glossary, place: str) -> Row:
    terms = (_said(term, one) for term in glossary.terms_in(one.message.english.lower()))
    note = [*one.message.note.lines, *([f"picture: {place}"] if place else [])]
    stale = one.state is State.STALE
    if stale:
        note.append("the English has changed: change the text, or say that it still fits")
    return Row(
        shelf=one.message.domain, language=one.language, context=one.message.context, english=one.message.english,
        text=one.text, fits="", earlier=one.previous if stale else "", state=one.state.value, note="; ".join(note),
        terms="; ".join(terms), base=base_of(one.message.english, one.text, stale=stale),
    )  # fmt: skip


def _said(term: Term, one: Standing) -> str:
    """Return a term with its Chinese, what is as good, and what it must not be called, in the text's script."""
    traditional = one.said.language == "zh_Hant"
    written = to_traditional if traditional else str
    others = (*term.variants, *(term.spoken if variety_of(one.message.context) else ()))
    also = f" (also {', '.join(map(written, others))})" if others else ""
    wrong = [
        word for word in (written(it.word) for it in term.forbidden) if word not in term.ways(traditional=traditional)
    ]
    never = f" (never {', '.join(wrong)})" if wrong else ""
    return f"{term.english[0]}: {term.chinese(traditional=traditional)}{also}{never}"


def from_cells(table: Iterable[Sequence[str]], file: str) -> tuple[Row, ...]:
    """Return the rows of a table whose first row names the columns, in whatever order they stand.

    Raises UsageError for a column that is missing.
    """
    lines = iter(table)
    head = [cell.strip() for cell in next(lines, ())]
    lacking = [one for one in NEEDED if one not in head]
    if lacking:
        message = f"{file}: the column {lacking[0]!r} is missing in the first row of the first sheet, which is read"
        hint = "take out rows above the names of the columns and sheets before the table, or export it again"
        raise UsageError(message, hint=hint)
    return tuple(
        _of_line(dict(zip(head, line, strict=False)), number) for number, line in enumerate(lines, 2) if any(line)
    )


def _of_line(cells: dict[str, str], line: int) -> Row:
    return Row(*(cells.get(column, "") for column in COLUMNS), line=line)


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
        *(["#, fuzzy"] if row.stale else []),
        *([f"#| msgid {escape(row.earlier)}"] if row.earlier else []),
        f"msgctxt {escape(row.context)}",
        f"msgid {escape(row.english)}",
        f"msgstr {escape(row.text)}",
    ]
    return "\n".join(lines) + "\n"


def of_reference(reference: str, said: tuple[str, str, str], mark: Mark, line: int) -> Row:
    """Return a row of a .po or XLIFF file that came back: context, English and text are `said`.

    The reference names the shelf, the language and the base.
    """
    context, english, text = said
    shelf, language, base = ([*reference.split("/"), "", "", ""])[:3]
    fits = "yes" if mark is Mark.SURE else ""
    return Row(
        shelf, language, context, english, text, fits, "", "", "", "", base, doubted=mark is Mark.UNSURE, line=line
    )
