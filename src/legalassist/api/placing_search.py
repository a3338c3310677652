"""Search files that people edited, before they are mailed, for everything recorded of the cases they are about."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from legalassist.api.opening import open_case as read_case
from legalassist.api.opening import open_clinic
from legalassist.api.placing import scaffold
from legalassist.api.placing_kept import cleared_for, keep_rulings, stages_of
from legalassist.api.placing_offered import Register, check_going_out, check_yes
from legalassist.api.placing_steps import add_to_shelf, of_the_shelf
from legalassist.assessments.assess import live_facts
from legalassist.disclosure.exact_days import day_codes
from legalassist.disclosure.hits import CANNOT_LOOK, HINTS, Hit, Leaks, Level
from legalassist.disclosure.identifiers import Identifiers, identifiers_of
from legalassist.disclosure.leaks import Shelf, look_into, search, strays, text_hash, vocabulary_of
from legalassist.disclosure.mails import Mail, mail_of
from legalassist.disclosure.reading import Reading
from legalassist.disclosure.shapes import squeezed
from legalassist.documents.clinic import Clinic
from legalassist.documents.undisturbed import undisturbed
from legalassist.errors import DocumentError, StoreError, UsageError
from legalassist.languages.formats import long_date
from legalassist.library import Library
from legalassist.placement.bands import bands_of
from legalassist.placement.lists import Line, list_sheet, list_texts
from legalassist.placement.look_alikes import compare
from legalassist.placement.printing import shelf_texts
from legalassist.placement.profile import chosen_before
from legalassist.placement.stage_one import METADATA, stage_one_problems
from legalassist.placement.steps import Searched, Summed
from legalassist.placement.teaser import REFERENCE, hours_told, make
from legalassist.placement.typed_lines import typed_lines
from legalassist.reviews.people import may_be_nobody_else
from legalassist.stores.cases import OpenCase, open_case
from legalassist.stores.listing import list_cases
from legalassist.stores.store import OpenStore

_REFERENCE = re.compile(rf"(?<![A-Z0-9]){REFERENCE.pattern}(?![A-Z0-9])")
_BANDS = tuple(bands_of(invented=invented, read=read) for invented in (True, False) for read in (True, False))


@dataclass(frozen=True)
class Finding:
    """One finding: whose case it is about, by reference or number; empty for a shape that is anybody's."""

    whose: str
    hit: Hit


@dataclass(frozen=True)
class FileSearched:
    """What came of one file: its SHA-256, the findings, and why no file about these cases may go now.

    Its name is told where it is clean: the name was searched as well.
    """

    name: str
    digest: str
    found: tuple[Finding, ...] = ()
    stopped: tuple[str, ...] = ()

    @property
    def blocked(self) -> bool:
        """Whether it may not go."""
        return bool(self.stopped or Leaks(tuple(one.hit for one in self.found)).blocks)

    @property
    def clean(self) -> bool:
        """Whether nothing stops it, and nothing is left to be asked."""
        return not self.found and not self.stopped


@dataclass(frozen=True)
class Ruling:
    """What a person rules now: the codes of findings that are about none of these clients, and why."""

    codes: frozenset[str] = frozenset()
    why: str = ""


@dataclass(frozen=True)
class _About:
    """A case that is searched for: its summary where it has one, and what identifies its people."""

    opened: OpenCase
    summed: Summed | None
    hers: Identifiers
    named: bool
    """Whether a person named it, or its reference stands in a file; else it is one of all that are open."""

    @property
    def name(self) -> str:
        """How a finding calls it: by the reference that firms know, else by its number."""
        return self.summed.reference if self.summed else self.opened.listed.header.number

    @property
    def also(self) -> tuple[tuple[str, str], ...]:
        """The lines of the fuller profile that its summary says."""
        return self.summed.also if self.summed else ()


class _Search:
    """Files by the cases they are about; a case whose reference stands in a file comes to them."""

    def __init__(self, store: OpenStore, library: Library, on: dt.date, clinic: Clinic) -> None:
        self._store, self._register, self._clinic = store, Register.read(store, library, on), clinic
        self._public = (clinic.name, *clinic.address_lines, clinic.phone, clinic.email)
        self._every = scaffold(library)
        every = of_the_shelf(store, Summed)
        self._summed = {one.case: one for one in every}
        self._referred = {one.reference: one.case for one in every}
        self._ours = {one.dossier.hex(): one.header.number for one in list_cases(store)}
        self._past: dict[str, None] = {}
        self.about: dict[str, _About] = {}

    def add(self, number: str, *, named: bool) -> None:
        """Search for a case too."""
        if number in self.about:
            self.about[number] = replace(self.about[number], named=named or self.about[number].named)
            return
        opened = open_case(self._store, number)
        interview, case = read_case(opened.case, self._register.library)
        hers = identifiers_of(case, interview, public=self._public)
        self.about[number] = _About(opened, self._summed.get(opened.dossier.id.hex()), hers, named)

    def texts(self, files: Mapping[str, bytes]) -> tuple[Reading, ...]:
        """Return every text of files; cases whose references stand in it are added."""
        texts, before = look_into(files, self._shelf()), len(self.about)
        said = {one for text in texts for one in _REFERENCE.findall(text.text.upper())}
        for reference in sorted(said & self._referred.keys()):
            case = self._referred[reference]
            if case not in self._ours:
                self._past[f"the case {reference} stands there, and your key does not open it"] = None
                continue
            if self._summed[case].reference != reference:
                self._past[f"the reference {reference} is over: its case has another one now"] = None
            self.add(self._ours[case], named=True)
        if len(self.about) > before:  # their own texts are known now
            texts = look_into(files, self._shelf())
        return tuple(one for one in texts if one.part not in self._every)

    def found(self, name: str, data: bytes) -> Iterator[Finding]:
        """Yield what is found in a file; a mail is taken apart."""
        mail = mail_of(name, data) or Mail(b"", {name: data})
        with undisturbed():
            texts, envelope = self.texts(mail.files), self.texts({"mail": mail.envelope}) if mail.envelope else ()
            menus = self._register.menus.menus
            words, said = vocabulary_of(menus.texts()), {one for each in self.about.values() for one in each.also}
            for label in typed_lines(menus, (one.text for one in texts), said):
                self._past[f"a line that no summary says stands there, which was never compared: {label}"] = None
            for one in self.about.values():
                yield from (Finding(one.name, hit) for hit in search((*texts, *envelope), one.hers, words).hits)
            public = self._days() | frozenset(map(squeezed, self._public))
            yield from (Finding("", hit) for hit in strays(texts, public).hits)
        for content in mail.files.values():
            yield from (Finding("", hit) for hit in _made_of(content))

    def stopped(self) -> Iterator[str]:
        """Yield why no file about these cases may go now, whatever it says."""
        yield from self._past
        named = {one.name: one for one in self.about.values() if one.named}
        for one in named.values():
            try:
                if one.summed is None:
                    check_yes(one.opened.case, one.name, self._register)
                else:
                    check_going_out(one.summed, one.opened.case, self._register)
            except DocumentError as wrong:
                yield str(wrong)
        for pair in compare({name: one.opened.case for name, one in named.items()}, self._public).apart:
            yield f"{' and '.join(pair)} name the same people or places: put them into different mails"

    def _shelf(self) -> Shelf:
        """Return the hashes of what summaries and a list of these cases say, as they are printed."""
        menus, texts, lines = self._register.menus, list[str](), list[Line]()
        for one in self.about.values():
            if one.summed is None:
                continue
            day = dt.date.fromisoformat(one.summed.answer_by)
            interview, case = read_case(one.opened.case, self._register.library)
            facts = live_facts(interview, case)
            said = dict(one.summed.also)
            chosen = chosen_before(menus, one.summed.values)
            also = [(row, value) for row, value in menus.fuller(facts, chosen) if value and row.label in said]
            made = make(menus, facts, self._clinic, reference=one.summed.reference, answer_by=day, also=also)
            texts += [text for bands in _BANDS for text in shelf_texts(menus.menus, made, bands)]
            lines.append(Line(made.reference, one.summed.lines, one.summed.also, made.tasks, made.answer_by.value))
        clinic = (self._clinic.name, self._clinic.phone, self._clinic.email)
        texts += list_texts(list_sheet(menus.menus, lines, clinic, (), hours_told(menus.menus, self._clinic)))
        return frozenset(map(text_hash, texts))

    def _days(self) -> frozenset[str]:
        """Return the days that may stand there: the fixed texts', the clinic's own, those to answer by."""
        menus = self._register.menus.menus
        days = [dt.date.fromisoformat(one.summed.answer_by) for one in self.about.values() if one.summed]
        told = (long_date("en", day.year, day.month, day.day) for day in days)
        return day_codes((*menus.texts(), hours_told(menus, self._clinic), *told))


def _made_of(data: bytes) -> Iterator[Hit]:
    """Yield what a PDF of stage 1 may not be made of; metadata, which other programs write, is looked at."""
    if b"%PDF-" not in data[:1024]:
        return
    try:
        problems = tuple(stage_one_problems(data))
    except DocumentError:
        return  # nobody can search it: the search says so
    for what in problems:
        level, rule = (Level.ASK, HINTS) if what == METADATA else (Level.BLOCK, CANNOT_LOOK)
        yield Hit(level, rule, what, "a .pdf file", sha256(data).hexdigest())


def find_cases(store: OpenStore, named: Sequence[str]) -> tuple[str, ...]:
    """Return the numbers of cases named by number or reference; UsageError for a name of no case."""
    ours = {one.dossier.hex(): one.header.number for one in list_cases(store)}
    referred = {one.reference: one.case for one in of_the_shelf(store, Summed)}
    numbers = [ours.get(referred.get(name.upper(), ""), name) for name in named]
    if not set(numbers) <= set(ours.values()):
        message = "one of the names is no case, and no reference, that your key opens"
        hint = "'legalassist placement board' shows references, 'legalassist case list' numbers"
        raise UsageError(message, hint=hint)
    return tuple(dict.fromkeys(numbers))


def open_cases(store: OpenStore) -> tuple[str, ...]:
    """Return the number of every case that is not closed; StoreError where no key of this person opens one of them."""
    ours, stages = {one.dossier.hex(): one.header.number for one in list_cases(store)}, stages_of(store)
    shut = [case for case, stage in stages.items() if stage != "closed" and case not in ours]
    if shut:
        message = f"your key does not open {len(shut)} of the open cases: nobody can search for all with it"
        raise StoreError(message, "ask a supervisor, or name the cases that the file is about")
    return tuple(number for case, number in ours.items() if stages.get(case) != "closed")


def search_files(  # noqa: PLR0913 - the files, the cases, and all they are searched with
    store: OpenStore, named: Sequence[str], files: Sequence[Path], library: Library, at: dt.datetime,
    *, on: dt.date, beside: Sequence[str] = (), clinic_path: Path | None = None, ruling: Ruling | None = None,
    reader: str = "",
) -> tuple[FileSearched, ...]:  # fmt: skip
    """Search files of stage 1 as they are, whoever edited them, and keep of each clean one that it was found so.

    `named` are the numbers of the cases they are about (one whose reference stands in a file is too), `beside` of
    others to search for, `reader` who read the files as they are now and said yes. New rulings are kept with the case
    they are about. Raises UsageError for a file that cannot be read, for a ruling about nothing that was found, and
    for a reader who is nobody else.
    """
    if reader:
        _check_other(reader, store.person.name)
    ruling, looking = ruling or Ruling(), _Search(store, library, on, open_clinic(library, clinic_path))
    for number in (*named, *beside):
        looking.add(number, named=number in named)
    found = [(name, sha256(data).hexdigest(), tuple(looking.found(name, data))) for name, data in _read(files)]
    about = tuple(looking.about.values())
    ruled = {one for *_, every in found for one in every if one.hit.code in ruling.codes and not one.hit.final}
    if unknown := ruling.codes - {one.hit.code for one in ruled}:
        message = f"nothing with the code {min(unknown)} was found that a person may rule about"
        raise UsageError(message, hint="take the code from the list of what was found")
    for one in about:
        hits = sorted({each.hit for each in ruled if each.whose in {one.name, ""}})
        keep_rulings(store, one.opened, hits, on=on, why=ruling.why, at=at)
    cleared = ruling.codes | cleared_for(store, [one.opened for one in about])
    stopped = tuple(looking.stopped())
    searched = tuple(
        FileSearched(name, digest, tuple(one for one in every if one.hit.final or one.hit.code not in cleared), stopped)
        for name, digest, every in found
    )
    today = at.date().isoformat()
    by = store.person.name
    clean = [Searched(on=today, by=by, digest=one.digest, read_by=reader.strip()) for one in searched if one.clean]
    if clean:
        add_to_shelf(store, at, *clean)
    return searched


def _check_other(reader: str, searcher: str) -> None:
    """Refuse a second reader who may be whoever searches, and a name that names nobody; raises UsageError."""
    if may_be_nobody_else(reader, searcher):
        hint = "another person reads it, and is named with --read-by, the whole name: 'Ping Lin'"
        raise UsageError("whoever searches a file is not its second reader", hint)


def found_clean(store: OpenStore) -> tuple[Searched, ...]:
    """Return which files were searched and found clean, oldest first: by whom, the day, the SHA-256, who read it."""
    return of_the_shelf(store, Searched)


def _read(files: Sequence[Path]) -> tuple[tuple[str, bytes], ...]:
    """Return files, and those of folders, by their names; raises UsageError where one cannot be read, or none is."""
    try:
        read = tuple((one.name, one.read_bytes()) for path in files for one in _inside(path))
    except OSError as wrong:
        raise UsageError(f"a file cannot be read: {wrong.strerror}", hint="name files, or their folder") from None
    if not read:
        raise UsageError("there is no file to search", hint="name files, or their folder")
    return read


def _inside(path: Path) -> tuple[Path, ...]:
    return tuple(sorted(one for one in path.rglob("*") if one.is_file())) if path.is_dir() else (path,)
