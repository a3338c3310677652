"""Send texts to translators who do not use git, and take them back: by key, with every conflict shown."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from io import StringIO
from pathlib import Path

from babel.messages.pofile import PoFileError, read_po

from legalassist.api.catalog_files import save_catalog
from legalassist.api.saving import write_new
from legalassist.api.translating import extract_into_catalogs, texts
from legalassist.api.where import Picture
from legalassist.errors import Place, Problem, UsageError
from legalassist.languages.catalog import DRAFT_BY_A_PERSON, Catalog
from legalassist.languages.po_file import as_babel_reads, blocks_of
from legalassist.languages.tags import normalise
from legalassist.library import Library
from legalassist.translations.exchange import Mark, Row, as_po, from_cells, of_reference, rows_of
from legalassist.translations.gates.alarm import Pair
from legalassist.translations.gates.every import alarms
from legalassist.translations.gates.terms import read_glossary
from legalassist.translations.merge import entry, with_entries
from legalassist.translations.returned import Returned, taken_back
from legalassist.translations.sheets import read_xliff, read_xlsx, xliff, xlsx
from legalassist.translations.status import Standing, catalog_file

FORMATS = ("xlsx", "xliff", "po")
_LIKE = {"xlsx": b"PK", "xliff": b"<?xml", "po": b'msgid ""'}
_LARGEST = 20_000_000


def export_texts(
    library: Library, found: Sequence[Standing], form: str, out: Path, shown: Iterable[Picture] = ()
) -> int:
    """Write texts into a new file for a translator; return how many.

    `shown` are pictures of where the texts of a sheet stand (`where.pictures`): each is put beside the file, and the
    notes of its texts name it and their number on it, or say that they stand on no page.

    Raises UsageError for an unknown format, where there is no text, and where something else lies in the file's place.
    """
    if not found:
        raise UsageError("there is no text to write", hint="legalassist translate status lists shelves and languages")
    files = {f"{out.stem}-{one.sheet}.png": one for one in shown}
    places = {context: one.says(file, context) for file, one in files.items() for context in one.numbers}
    rows = rows_of(found, read_glossary(library), places)
    contents: dict[str, Callable[[Sequence[Row]], bytes]] = {
        "xlsx": xlsx,
        "xliff": xliff,
        "po": lambda given: as_po(given).encode(),
    }
    if form not in contents:
        raise UsageError(f"there is no format {form!r}", hint=f"there are: {', '.join(FORMATS)}")
    write_new(out, contents[form](rows), like=_LIKE[form])
    for file, one in files.items():
        if one.png:
            write_new(out.with_name(file), one.png, like=b"\x89PNG")
    return len(rows)


def import_texts(library: Library, path: Path) -> Returned:
    """Put what came back into the catalogs, and return what was changed, what conflicts, and what fits nothing.

    A row that fits nothing, and a text that must not be printed as it is (a gate's error), are returned as problems and
    left out; the others go in. Conflicts are never written. A text that is put in is a person's draft. A clinic's
    own shelf takes them where it has one.

    Raises UsageError for a file of no known format, one that is damaged or not UTF-8, or lacks a column.
    """
    rows, language, domain = _of_one_shelf(_read(path), path.name)
    found = texts(library, language, domain)
    returned = taken_back(rows, found, path.name)
    returned = returned.without(_stopped(library, rows, path.name, found, returned))
    if returned.changed:
        _put_in(library, language, domain, found, returned)
    return returned


def _of_one_shelf(rows: Sequence[Row], file: str) -> tuple[tuple[Row, ...], str, str]:
    """Return the rows with their language as it is called here, the language and the shelf."""
    if not rows:
        raise UsageError(f"{file} holds no text", hint="export the texts again")
    whole = [row for row in rows if all(row.key)]
    if not whole:
        message = f"{file}:{rows[0].line}: nothing says which text this is, and so in every row"
        hint = "shelf, language and context (in a .po file the line that begins with #:) have to come back"
        raise UsageError(message, hint=hint)
    called = {}
    for row in whole:
        try:
            called[row.language] = normalise(row.language)
        except UsageError as wrong:
            raise UsageError(f"{file}:{row.line}: {wrong.message}", hint=wrong.hint) from None
    first = whole[0]
    language, domain = called[first.language], first.shelf
    for row in whole:
        if (row.shelf, called[row.language]) != (domain, language):
            message = f"{file}:{row.line}: the file holds texts of several shelves or languages"
            raise UsageError(message, hint="send back one file for each shelf and language")
    return tuple(replace(row, language=called.get(row.language, "")) for row in rows), language, domain


def _put_in(library: Library, language: str, domain: str, found: Sequence[Standing], returned: Returned) -> None:
    """Write texts that came back into their catalog, each under today's English."""
    name, english = catalog_file(language, domain), {one.message.context: one.message.english for one in found}
    known = Catalog.read(library, language, domain).by_context if library.find(name) is not None else {}
    if not known.keys() >= returned.changed.keys():  # texts nobody has said yet
        extract_into_catalogs(library, (language,), only=(domain,))
    book, catalog = library.get(name), Catalog.read(library, language, domain).by_context
    made = {}
    for context, text in returned.changed.items():
        one, unsure = catalog[context], context in returned.doubted
        same = text == one.text and context not in returned.fits
        made[context] = entry(
            context, english[context], text, state=one.state if same else DRAFT_BY_A_PERSON, fuzzy=unsure,
            previous=(one.previous or one.english * (one.english != english[context])) * unsure,
        )  # fmt: skip
    save_catalog(library, book.name, book.text, with_entries(book.text, made))


def _stopped(
    library: Library, rows: Sequence[Row], file: str, found: Sequence[Standing], returned: Returned
) -> dict[str, Problem]:
    """Return what the gates would keep from print among texts that came back, each with its row in the file."""
    english = {one.message.context: one for one in found}
    places = {row.context: Place(file, row.line) for row in rows}
    stopped: dict[str, Problem] = {}
    for context, text in returned.changed.items():
        one = english[context]
        pair = Pair(context, one.message.english, text, one.language, places[context])
        for alarm in alarms(library, [pair], stopping=True) if text != one.text or context in returned.fits else ():
            stopped.setdefault(context, alarm.problem)
    return stopped


def _read(path: Path) -> tuple[Row, ...]:
    try:
        if path.stat().st_size > _LARGEST:
            raise UsageError(f"{path.name} is too large for a table of texts", hint="export the texts again")
        content = path.read_bytes()
    except OSError as wrong:
        raise UsageError(f"{path} cannot be read: {wrong.strerror}", hint="name the file that came back") from None
    kind = path.suffix.lower().removeprefix(".")
    if kind == "xlsx":
        return from_cells(read_xlsx(content, path.name), path.name)
    if kind in {"xliff", "xlf"}:
        return tuple(read_xliff(content, path.name))
    if kind == "po":
        return tuple(_po(content, path.name))
    raise UsageError(f"{path.name} is no .xlsx, .xliff or .po file", hint="send back the file in the format it had")


def _po(content: bytes, file: str) -> list[Row]:
    try:
        text = content.removeprefix(b"\xef\xbb\xbf").decode()
        if re.search(r"^msgstr\[(?!0\])", text, re.MULTILINE):
            raise UsageError(f"{file}: Chinese has one form of a word, msgstr[0]", hint="export the texts again")
        messages = read_po(StringIO(as_babel_reads(text)), abort_invalid=True)
    except UnicodeDecodeError:
        raise UsageError(f"{file} is not UTF-8 text", hint="save the file as UTF-8") from None
    except (PoFileError, ValueError, LookupError, AttributeError, TypeError):
        raise UsageError(f"{file} is no .po file, or it is damaged", hint="export the texts again") from None
    found: list[Row] = []
    for one in messages:
        if one.id and (not isinstance(one.id, str) or not isinstance(one.string, str)):
            raise UsageError(f"{file}: plural forms are not used here", hint="write a sentence that fits any number")
        if one.id:
            reference = one.locations[0][0] if one.locations else ""
            said = (one.context or "", str(one.id), str(one.string))
            found.append(of_reference(reference, said, Mark.UNSURE if one.fuzzy else Mark.SURE, one.lineno or 0))
    return [*found, *_dropped(text, found)]


def _dropped(text: str, found: Sequence[Row]) -> Iterator[Row]:
    """Yield a row for each message that stands in a file again, of which Babel keeps one without a word."""
    kept = {row.context: row for row in found}
    often = Counter(row.context for row in found)
    for block in blocks_of(text):
        if block.context in kept:
            often[block.context] -= 1
            if often[block.context] < 0:
                yield replace(kept[block.context], line=block.line)
