"""Translations: how far they are, bringing catalogs up to the shelf, and recording who checked and who approved."""

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from legalassist.api.opening import open_clinic
from legalassist.api.saving import write_in_place, write_new
from legalassist.errors import UsageError
from legalassist.handouts.gates import Approval
from legalassist.interviews.yaml_source import did_you_mean
from legalassist.languages.catalog import Catalog
from legalassist.languages.tags import ENGLISH, SIMPLIFIED, TRADITIONAL
from legalassist.library import Library
from legalassist.reviews.ledger import LEDGER, Entry, Ledger, State, digest_of, read_ledger, written
from legalassist.translations.extract import domains, extract
from legalassist.translations.gates.alarm import Alarm, Severity
from legalassist.translations.gates.every import alarms, pairs_of
from legalassist.translations.gates.terms import read_glossary
from legalassist.translations.merge import HEADER, Merged, merge, with_texts
from legalassist.translations.scope import reaches
from legalassist.translations.status import Counted, Standing, catalog_file, languages_of, overview, standings
from legalassist.translations.traditional import draft

_SIGNS = "23456789BCDFGHJKLMNPQRSTVWXZ"
_CODE_LENGTH = 6


@dataclass(frozen=True, slots=True)
class Entered:
    """What an approval came to: how many texts it was entered for, and how many of them now count as approved."""

    entered: int
    approved: int
    waiting: int


def ledger_of(library: Library, clinic: Path | None = None) -> Ledger:
    """Return the clinic's ledger, with the number of readers its particulars ask for."""
    return read_ledger(library, open_clinic(library, clinic).translation_readers)


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


def sheet_code(found: Iterable[Standing]) -> str:
    """Return the code of a sheet: another one as soon as any of its texts, in either language, is another."""
    whole = "\0".join(f"{one.language}\0{one.message.context}\0{one.message.english}\0{one.text}" for one in found)
    number = int(digest_of(whole), 16)
    return "".join(_SIGNS[number // len(_SIGNS) ** place % len(_SIGNS)] for place in range(_CODE_LENGTH))


def approve(  # noqa: PLR0913 - who says what about which texts, and when
    library: Library, found: Sequence[Standing], who: str, day: dt.date, *, state: State = State.APPROVED,
    known: str = "", code: str = "", leave_out: Collection[int] = (),
) -> Entered:  # fmt: skip
    """Enter into the clinic's ledger that somebody has checked or approved texts as they stand today.

    Args:
        library: the shelves; the first one that is the clinic's own takes the line.
        found: the texts, as `texts` gives them.
        who: for an approval the code of one of the clinic's attorneys, for a check any name.
        day: the day.
        state: `State.CHECKED` or `State.APPROVED`.
        known: how somebody from outside the clinic is known.
        code: what the sheet that was signed says; refused where a text has changed since it was printed.
        leave_out: the numbers on the sheet that were not ticked.

    Raises UsageError for somebody who is no attorney of the clinic, a code that does not fit, texts that are missing or
    stale, or where there is no shelf of the clinic's own.
    """
    if state is State.APPROVED:
        open_clinic(library).attorney_by(who, f"{who!r} is no attorney of this clinic: only an attorney approves")
    if code and code.upper() != sheet_code(found):
        message = f"the sheet says {code}, today's texts give {sheet_code(found)}: something has changed since"
        raise UsageError(message, hint="print the sheet again and let it be read again")
    unknown = sorted(set(leave_out) - set(range(1, len(found) + 1)))
    if unknown:
        raise UsageError(f"the sheet has no number {unknown[0]}", hint=f"its numbers are 1 to {len(found)}")
    ticked = [one for number, one in enumerate(found, 1) if number not in leave_out]
    unfit = [one.message.context for one in ticked if one.state in {State.MISSING, State.STALE}]
    if unfit:
        message = f"{len(unfit)} of these texts are missing or stale: {', '.join(unfit[:5])}"
        raise UsageError(message, hint="translate them first, or leave them out")
    ledger = ledger_of(library)
    lines = [
        Entry(context=one.message.context, language=one.language, english=digest_of(one.message.english),
              text=digest_of(one.text), state=state, who=who, when=day, known=known)
        for one in ticked
    ]  # fmt: skip
    append(library, lines)
    after = Ledger((*ledger.entries, *lines), ledger.readers)
    approved = sum(1 for one in ticked if after.state(one.said) is State.APPROVED)
    return Entered(len(ticked), approved, len(ticked) - approved)


def approved_texts(library: Library, clinic: Path | None = None) -> frozenset[Approval]:
    """Return what the clinic has approved, as the handouts' gate asks for it."""
    return frozenset(Approval(*key) for key in ledger_of(library, clinic).approved())


def append(library: Library, lines: Sequence[Entry]) -> None:
    """Write lines at the end of the ledger on the clinic's own shelf; nothing that stands there is touched."""
    shelf, folder = library.shelves[0]
    if shelf == "shipped":
        message = "approvals are the clinic's own records, and no shelf of its own is named"
        raise UsageError(message, hint="name its folder: legalassist --content FOLDER translate …")
    book = library.find(LEDGER)
    path = book.path if book is not None else folder / LEDGER  # where it is read from: a second one would hide it
    added = written(lines).encode()
    if path.is_file():
        before = path.read_bytes()
        ended = before if before.endswith(b"\n") or not before else before + b"\n"
        write_in_place(path, before=before, after=ended + added)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_new(path, added, like=b"")


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
