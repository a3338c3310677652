"""Translations: how far they are, bringing catalogs up to the shelf, drafting, and what the gates find."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from legalassist.api.approving import ledger_of
from legalassist.api.saving import write_in_place, write_new
from legalassist.errors import UsageError
from legalassist.interviews.yaml_source import did_you_mean
from legalassist.languages.catalog import Catalog
from legalassist.languages.tags import ENGLISH, SIMPLIFIED, TRADITIONAL
from legalassist.library import Library
from legalassist.translations.extract import domains, extract
from legalassist.translations.gates.alarm import Alarm, Severity
from legalassist.translations.gates.every import alarms, pairs_of
from legalassist.translations.gates.terms import read_glossary
from legalassist.translations.merge import HEADER, Merged, merge, with_texts
from legalassist.translations.scope import reaches
from legalassist.translations.status import Counted, Standing, catalog_file, languages_of, overview, standings
from legalassist.translations.traditional import draft


def translation_overview(library: Library, languages: Sequence[str] = ()) -> tuple[Counted, ...]:
    """Return how far every catalog is, in the named languages or all there are."""
    return tuple(overview(library, ledger_of(library), languages))


def texts(library: Library, language: str, domain: str, sheet: str = "") -> tuple[Standing, ...]:
    """Return each text of a domain, or of one of its sheets, with its translation and state.

    Raises UsageError for a domain or a sheet that is not there, naming those that are.
    """
    known = domains(library)
    if domain not in known:
        hint = did_you_mean(domain, known) or f"there are: {', '.join(known)}"
        raise UsageError(f"there is no shelf {domain!r} to translate", hint=hint)
    found = standings(library, language, domain, ledger_of(library))
    sheets = tuple(dict.fromkeys(one.message.sheet for one in found))
    if sheet and sheet not in sheets:
        hint = did_you_mean(sheet, sheets) or f"there are: {', '.join(sheets)}"
        raise UsageError(f"{domain} has no sheet {sheet!r}", hint=hint)
    return tuple(one for one in found if sheet in {"", one.message.sheet})


@dataclass(frozen=True, slots=True)
class Extracted:
    """One catalog brought up to the shelf: where it is, and what was merged."""

    name: str
    path: Path
    merged: Merged


def extract_into_catalogs(library: Library, languages: Sequence[str] = (), *, write: bool = True
                          ) -> tuple[Extracted, ...]:  # fmt: skip
    """Bring every catalog up to the texts there are today; return those that change.

    A catalog that is not there yet is made on the first shelf. With `write` False nothing is written.
    """
    done = []
    for language in tuple(languages) or tuple(one for one in languages_of(library) if one != ENGLISH):
        for domain in domains(library):
            wanted = [one for one in extract(library, domain) if reaches(language, domain, one.context)]
            name = catalog_file(language, domain)
            book = library.find(name)
            if not wanted and book is None:
                continue
            before = book.text if book is not None else ""
            head = HEADER.format(title=f"{domain}, in {language}.", language=language)
            catalog = Catalog.read(library, language, domain) if book is not None else Catalog(language, name)
            merged = merge(before or head, catalog, wanted)
            path = book.path if book is not None else library.shelves[0][1] / name
            if merged.text != before:
                done.append(Extracted(name, path, merged))
                if write:
                    _write(path, before, merged.text)
    return tuple(done)


def draft_traditional(library: Library) -> tuple[tuple[str, int], ...]:
    """Put drafts into the traditional catalogs where they say nothing, or something of an earlier English text.

    What a person has written there stays. Returns each catalog with how many drafts it got; a text whose simplified
    Chinese is itself missing or stale gets none.
    """
    extract_into_catalogs(library, (TRADITIONAL,))
    glossary, done = read_glossary(library), []
    for domain in domains(library):
        book = library.find(catalog_file(TRADITIONAL, domain))
        if book is None:
            continue
        before, catalog = book.text, Catalog.read(library, TRADITIONAL, domain)
        simplified = Catalog.read(library, SIMPLIFIED, domain)
        drafts = {
            one.context: draft(simplified.by_context[one.context].text, glossary)
            for one in catalog.by_context.values()
            if (one.fuzzy or not one.text.strip())
            and one.context in simplified.by_context
            and not simplified.stale(one.context, one.english)
            and simplified.by_context[one.context].text.strip()
        }
        if drafts:
            _write(book.path, before, with_texts(before, catalog, drafts))
            done.append((book.name, len(drafts)))
    return tuple(done)


def found_by_gates(library: Library, languages: Sequence[str] = (), *, warnings: bool = True) -> tuple[Alarm, ...]:
    """Return what the gates find in every catalog; with `warnings` also what only a reader can judge."""
    found = []
    for language in tuple(languages) or languages_of(library):
        for domain in domains(library):
            if language != ENGLISH and library.find(catalog_file(language, domain)) is not None:
                found += list(alarms(library, pairs_of(Catalog.read(library, language, domain))))
    return tuple(one for one in found if warnings or one.severity is Severity.ERROR)


def _write(path: Path, before: str, after: str) -> None:
    if before:
        write_in_place(path, before=before.encode(), after=after.encode())
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_new(path, after.encode(), like=b"#")
