"""Send texts to translators who do not use git, and take them back: by key, with every conflict shown."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
from legalassist.languages.po_file import as_babel_reads
from legalassist.languages.tags import normalise
from legalassist.library import Library
from legalassist.translations.exchange import Returned, Row, as_po, from_cells, from_po, rows_of, taken_back
from legalassist.translations.gates.alarm import Pair
from legalassist.translations.gates.every import alarms
from legalassist.translations.gates.terms import read_glossary
from legalassist.translations.merge import with_texts
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

    Nothing is written where a row fits nothing, or where a text must not be printed as it is (a gate's error): those
    are returned as problems. Conflicts are never written. A text that is put in is a person's draft. A clinic's
    own shelf takes them where it has one.

    Raises UsageError for a file of no known format, one that is damaged or not UTF-8, or lacks a column.
    """
    rows = _read(path)
    if not rows:
        raise UsageError(f"{path.name} holds no text", hint="export the texts again")
    language, domain = normalise(rows[0].language), rows[0].shelf
    if any((row.shelf, normalise(row.language)) != (domain, language) for row in rows):
        message = f"{path.name} holds texts of several shelves or languages"
        raise UsageError(message, hint="send back one file for each shelf and language")
    rows = tuple(replace(row, language=language) for row in rows)
    found = texts(library, language, domain)
    returned = taken_back(rows, found, path.name)
    problems = (*returned.problems, *_stopped(library, rows, path.name, found, returned.changed))
    if not problems and returned.changed:
        if library.find(catalog_file(language, domain)) is None:  # the first texts of a shelf nobody has said yet
            extract_into_catalogs(library, (language,), only=(domain,))
        book = library.get(catalog_file(language, domain))
        before, catalog = book.text, Catalog.read(library, language, domain)
        save_catalog(library, book.name, before, with_texts(before, catalog, returned.changed, DRAFT_BY_A_PERSON))
    return Returned(returned.changed, returned.conflicts, problems)


def _stopped(
    library: Library, rows: Sequence[Row], file: str, found: Sequence[Standing], changed: Mapping[str, str]
) -> Iterator[Problem]:
    """Yield what the gates would keep from print among texts that came back, each with its row in the file."""
    english = {one.message.context: one for one in found}
    places = {row.context: Place(file, number) for number, row in enumerate(rows, 2)}
    for context, text in changed.items():
        one = english[context]
        pair = Pair(context, one.message.english, text, one.language, places[context])
        yield from (alarm.problem for alarm in alarms(library, [pair], stopping=True))


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
        return tuple(from_po(read_xliff(content, path.name)))
    if kind == "po":
        return tuple(from_po(_po(content, path.name)))
    raise UsageError(f"{path.name} is no .xlsx, .xliff or .po file", hint="send back the file in the format it had")


def _po(content: bytes, file: str) -> list[tuple[str, str, str, str]]:
    try:
        text = content.removeprefix(b"\xef\xbb\xbf").decode()
        if re.search(r"^msgstr\[(?!0\])", text, re.MULTILINE):
            raise UsageError(f"{file}: Chinese has one form of a word, msgstr[0]", hint="export the texts again")
        messages = read_po(StringIO(as_babel_reads(text)), abort_invalid=True)
    except UnicodeDecodeError:
        raise UsageError(f"{file} is not UTF-8 text", hint="save the file as UTF-8") from None
    except (PoFileError, ValueError, LookupError, AttributeError, TypeError):
        raise UsageError(f"{file} is no .po file, or it is damaged", hint="export the texts again") from None
    found = []
    for one in messages:
        if one.id and (not isinstance(one.id, str) or not isinstance(one.string, str)):
            raise UsageError(f"{file}: plural forms are not used here", hint="write a sentence that fits any number")
        if one.id:
            reference = one.locations[0][0] if one.locations else ""
            found.append((reference, one.context or "", str(one.id), str(one.string)))
    return found
