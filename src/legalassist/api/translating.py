"""Translations: how far they are, bringing catalogs up to the shelf, drafting, and what the gates find."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from legalassist.api.approving import ledger_of
from legalassist.api.catalog_files import home_of, save_catalog
from legalassist.errors import UsageError
from legalassist.handouts.speech import variety_of
from legalassist.interviews.yaml_source import did_you_mean
from legalassist.languages.catalog import Catalog, Translation
from legalassist.languages.tags import ENGLISH, SIMPLIFIED, TRADITIONAL
from legalassist.library import Library
from legalassist.translations.extract import domains, extract
from legalassist.translations.gates.alarm import Alarm, Severity
from legalassist.translations.gates.every import alarms, alarms_across, pairs_of
from legalassist.translations.gates.terms import read_glossary
from legalassist.translations.merge import HEADER, Merged, merge, with_texts
from legalassist.translations.scope import reaches
from legalassist.translations.status import (
    Counted,
    Standing,
    catalog_file,
    catalogs_of,
    languages_of,
    overview,
    standings,
)
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


def extract_into_catalogs(
    library: Library, languages: Sequence[str] = (), *, write: bool = True, only: Collection[str] = ()
) -> tuple[Extracted, ...]:
    """Bring every catalog up to the texts there are today (of some shelves `only`); return those that change.

    A clinic's changes go onto its own shelf. With `write` False nothing is written.
    """
    done = []
    for language in tuple(languages) or tuple(one for one in languages_of(library) if one != ENGLISH):
        for domain in only or domains(library):
            wanted = [one for one in extract(library, domain) if reaches(language, domain, one.context)]
            name = catalog_file(language, domain)
            book = library.find(name)
            if not wanted and book is None:
                continue
            before = book.text if book is not None else ""
            head = HEADER.format(title=f"{domain}, in {language}.", language=language)
            catalog = Catalog.read(library, language, domain) if book is not None else Catalog(language, name)
            merged = merge(before or head, catalog, wanted)
            if merged.text != before:
                done.append(Extracted(name, home_of(library, name), merged))
                if write:
                    save_catalog(library, name, before, merged.text)
    return tuple(done)


@dataclass(frozen=True, slots=True)
class Drafted:
    """One traditional catalog: the contexts that got a draft, and what was left alone for a person to look at.

    `left` holds, by context, a text of an earlier English that stands there, and what a draft of today would be: nobody
    can see from a text whether a person has worked on it, so none is replaced unless it is named.
    """

    name: str
    made: tuple[str, ...]
    left: Mapping[str, tuple[str, str]]


def draft_traditional(library: Library, replace: Collection[str] = ()) -> tuple[Drafted, ...]:
    """Put drafts into the traditional catalogs where they say nothing, and over the texts that `replace` names.

    What stands there stays. A text whose simplified Chinese is itself missing or stale gets no draft. Raises UsageError
    for a context to replace that no traditional catalog has; none is drafted then.
    """
    both = [one for one in domains(library) if library.find(catalog_file(SIMPLIFIED, one)) is not None]
    extract_into_catalogs(library, (TRADITIONAL,), only=both)
    catalogs = {
        domain: Catalog.read(library, TRADITIONAL, domain)
        for domain in domains(library)
        if all(library.find(catalog_file(language, domain)) is not None for language in (TRADITIONAL, SIMPLIFIED))
    }
    unknown = set(replace).difference(*(catalog.by_context for catalog in catalogs.values()))
    if unknown:
        raise UsageError(f"no traditional catalog has {min(unknown)!r}", hint="name the context as `draft` lists it")
    glossary, done = read_glossary(library), []
    for domain, catalog in catalogs.items():
        drafts = {
            one.context: draft(one.text, glossary, aloud=bool(variety_of(one.context)))
            for one in _sound(library, domain, catalog)
        }
        here = {context: catalog.by_context[context] for context in drafts}
        made = {context: said for context, said in drafts.items() if not here[context].text or context in replace}
        left = {
            context: (one.text, drafts[context])
            for context, one in here.items()
            if one.fuzzy and context not in made
        }  # fmt: skip
        name = catalog_file(TRADITIONAL, domain)
        if made:
            before = library.get(name).text
            save_catalog(library, name, before, with_texts(before, catalog, made))
        if made or left:
            done.append(Drafted(name, tuple(made), left))
    return tuple(done)


def _sound(library: Library, domain: str, catalog: Catalog) -> Iterator[Translation]:
    """Yield the simplified texts that translate today's English of a traditional catalog's texts."""
    simplified = Catalog.read(library, SIMPLIFIED, domain)
    for one in catalog.by_context.values():
        other = simplified.by_context.get(one.context)
        if other is not None and other.text.strip() and not simplified.stale(one.context, one.english):
            yield other


def found_by_gates(
    library: Library, languages: Sequence[str] = (), *, warnings: bool = True, context: str = ""
) -> tuple[Alarm, ...]:
    """Return what the gates find in every catalog; with `warnings` also what only a reader can judge.

    With a `context`, only what is said about that text.
    """
    read = [one for one in languages_of(library) if not languages or one in {*languages, SIMPLIFIED}]
    catalogs = [one for language in read for one in catalogs_of(library, language)]
    found = [
        alarm
        for catalog in catalogs
        for alarm in alarms(library, (one for one in pairs_of(catalog) if context in {"", one.context}))
    ]
    found += alarms_across(library, catalogs) if warnings else ()
    chosen = (one for one in found if not languages or one.pair.language in languages)
    return tuple(
        one for one in chosen if (warnings or one.severity is Severity.ERROR) and context in {"", one.pair.context}
    )
