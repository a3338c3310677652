"""Place: tell law firms about a case without telling who it is. Stage 1, one case's summary."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from legalassist import __version__
from legalassist.api.opening import open_case, open_clinic
from legalassist.assessments.assess import live_facts
from legalassist.cases.case import Case
from legalassist.disclosure.exact_days import day_codes
from legalassist.disclosure.hits import Hit, Leaks
from legalassist.disclosure.identifiers import Identifiers, identifiers_of
from legalassist.disclosure.leaks import check_files, look_into, search, strays, text_hash, vocabulary_of
from legalassist.documents.clinic import Clinic
from legalassist.documents.fonts import Fonts
from legalassist.documents.page import environment
from legalassist.documents.tables import Sheet, as_docx, as_xlsx
from legalassist.errors import DocumentError, UsageError
from legalassist.journeys.live_facts import LiveFacts
from legalassist.law.placement import MAY_OFFER, YES_DATE, YES_INTERPRETER, YES_LANGUAGE, why_withheld
from legalassist.library import Library, fonts
from legalassist.placement.bands import bands_of
from legalassist.placement.linking import linked_told
from legalassist.placement.menus import ReadMenus, read_menus
from legalassist.placement.printing import reader_pdf, shelf_texts, teaser_docx, teaser_pdf, teaser_text, text_digest
from legalassist.placement.profile import more_lines
from legalassist.placement.record import Record, case_mark, check_untouched, read_record, save
from legalassist.placement.spoken import spoken_yes
from legalassist.placement.stage_one import stage_one_problems
from legalassist.placement.teaser import Teaser, check_reference, make

__all__ = [
    "Placed",
    "Wishes",
    "fresh_reference",
    "make_teaser",
    "recorded_reference",
    "spoken_yes",
    "three_weeks_after",
]

TO_FIRMS = "to-firms"
"""The folder of what leaves."""

DAYS_TO_ANSWER = 21
"""Days firms have where nobody names the day: the clinic's habit, no rule."""

SATURDAY = 5
"""As `date.weekday` counts."""

DRAWS = 100
"""How often a reference is drawn at most, until one holds nobody's initials by chance."""

_SECOND_READER = "a second person reads the sheet in internal/ and decides; until then nothing goes out"


@dataclass(frozen=True)
class Placed:
    """A teaser that was made: what it says, its files, what the search asks, and what a person must still do."""

    out: Path
    teaser: Teaser
    files: tuple[str, ...]
    asks: tuple[Hit, ...]
    to_do: tuple[str, ...]
    ruled: tuple[Hit, ...] = ()
    """Findings that a person ruled are not about this client, now."""
    values: Mapping[str, str] = field(default_factory=dict)
    """The values known of the case, the minimal profile's and the fuller one's, by their rows."""
    digest: str = ""
    """The digest of all that the summary says: a second reader's yes holds for it alone."""


@dataclass(frozen=True)
class Wishes:
    """What a person wants beyond the minimal summary, and what was ruled before.

    `also` are lines of the fuller profile, `chosen` the values a person chose for rows no answer decides, `others` the
    known values of the programme's other cases; `cleared` the codes of earlier rulings, `not_hers` of new ones.
    """

    also: tuple[str, ...] = ()
    chosen: Mapping[str, str] = field(default_factory=dict)
    others: tuple[Mapping[str, str], ...] = ()
    cleared: frozenset[str] = frozenset()
    not_hers: frozenset[str] = frozenset()
    read: str = ""
    """The digest of the text a second reader said yes to: it is made for sending then, without the band."""


def make_teaser(  # noqa: PLR0913 - the inputs of one output
    case_path: Path | Case, library: Library, out: Path, *, as_of: dt.date, reference: str,
    answer_by: dt.date | None = None, clinic_path: Path | None = None, wishes: Wishes | None = None,
) -> Placed:  # fmt: skip
    """Make the stage-1 summary of a case for law firms, and put it into `out`, whole or not at all.

    ``to-firms/`` holds the PDF and the plain text under the random `reference`; ``internal/`` the second reader's
    sheet and the record. Same inputs, same bytes.

    Raises:
        DocumentError: the client's yes is not on record, or something that identifies anybody of the case would go out.
        UsageError: a reference that is no random code, a day to answer by that is over, a folder that is not ours.
        ContentError: problems in the shelves or in the answers file.
    """
    interview, case = open_case(case_path, library)
    clinic, facts = open_clinic(library, clinic_path), live_facts(interview, case)
    _check_yes(facts, as_of)
    answer_by = answer_by or three_weeks_after(as_of)
    _check_inputs(case, out, reference, as_of, answer_by)
    menus, wishes = read_menus(library), wishes or Wishes()
    more = more_lines(menus, facts, wishes.chosen, wishes.also, wishes.others)
    also = tuple((row, value) for row, value, _ in more.lines)
    teaser = make(menus, facts, clinic, reference=reference, answer_by=answer_by, also=also)
    identifiers = identifiers_of(case, interview, public=_public(clinic))
    digest = text_digest(menus.menus, teaser, environment(library))
    if wishes.read and digest != wishes.read:
        message = "this is not the text a second reader said yes to: an answer, a text or the clinic's lines changed"
        raise DocumentError(message, hint="make it without --for-sending, and have it read by a second person")
    bands = bands_of(invented=case.invented, read=bool(wishes.read))
    values = menus.values(facts) | dict(more.values)
    known = teaser.stands_out or (menus.menus.reader.nothing,)
    linked = linked_told(menus.menus, [values, *wishes.others], wishes.also)
    teaser = replace(teaser, stands_out=(*known, linked))
    files, asks, ruled = _printed(menus, teaser, identifiers, library, wishes, bands=bands)
    save(files, _record(facts, case, teaser, menus, asks, files, as_of, answer_by), out)
    undecided = tuple(f"'{label}' is not stated: the answers do not decide it" for label in teaser.undecided)
    looks = (f"{len(asks)} things the search wants a person to look at are on the sheet",) if asks else ()
    to_do = looks if wishes.read else (*undecided, *looks, _SECOND_READER)
    return Placed(out, teaser, tuple(files), asks, to_do, ruled, values, digest)


def recorded_reference(case_path: Path | Case, library: Library, out: Path) -> str | None:
    """Return the reference of the summary that lies in `out`, drawn when it was made; None where there is none.

    Raises UsageError where that summary is about another case.
    """
    record = read_record(out)
    if record is None:
        return None
    _, case = open_case(case_path, library)
    if record.case != case_mark(record.reference, case.reference):
        message = f"{out} holds the summary of another case"
        raise UsageError(message, hint="name another folder with --out")
    return record.reference


def fresh_reference(
    case_path: Path | Case, library: Library, draw: Callable[[], str], *, clinic_path: Path | None = None
) -> str:
    """Return the first reference that `draw` gives whose file names would not block: chance makes initials too.

    Gives up after `DRAWS` draws and returns the last, which `make_teaser` then refuses with its reason.
    """
    interview, case = open_case(case_path, library)
    identifiers = identifiers_of(case, interview, public=_public(open_clinic(library, clinic_path)))
    reference = draw()
    for _ in range(DRAWS):
        named = {f"to-firms/{reference}.txt": b"", f"internal/{reference}-reader.txt": b""}
        if not check_files(named, identifiers, frozenset(), vocabulary_of(())).blocks:
            break
        reference = draw()
    return reference


def three_weeks_after(day: dt.date) -> dt.date:
    """Return the day firms answer by where nobody names one; offices are closed at the end of a week."""
    later = day + dt.timedelta(days=DAYS_TO_ANSWER)
    return later + dt.timedelta(days=max(0, 7 - later.weekday()) if later.weekday() >= SATURDAY else 0)


def has_said_yes(case_path: Path | Case, library: Library, as_of: dt.date) -> bool:
    """Say whether a case may be offered to firms: the client's own yes is recorded whole."""
    interview, case = open_case(case_path, library)
    return not why_withheld(live_facts(interview, case), as_of)


def _check_yes(facts: LiveFacts, as_of: dt.date) -> None:
    """Refuse a case whose client has not said yes, or whose yes is not recorded whole."""
    withheld = why_withheld(facts, as_of)
    if withheld:
        reasons = "; ".join(f"{why} ({path})" for why, path in withheld)
        hint = (
            "read the script aloud in her language ('legalassist placement script'), and answer "
            f"{MAY_OFFER}, {YES_DATE}, {YES_LANGUAGE} and {YES_INTERPRETER}"
        )
        message = f"this case may not be offered: {reasons}"
        raise DocumentError(message, hint=hint)


def _check_inputs(case: Case, out: Path, reference: str, as_of: dt.date, answer_by: dt.date) -> None:
    check_reference(reference, case.reference)
    if answer_by <= as_of:
        message = "the day to answer by is not after the day the summary is made"
        raise UsageError(message, hint="name a later day with --answer-by")
    check_untouched(out)
    record = read_record(out)
    if record is not None and record.case != case_mark(record.reference, case.reference):
        message = f"{out} holds the summary of another case"
        raise UsageError(message, hint="name another folder with --out")


def _public(clinic: Clinic) -> tuple[str, ...]:
    """Return what the clinic shows to everybody; her mail may come to its address."""
    return (clinic.name, *clinic.address_lines, clinic.phone, clinic.email)


def _printed(  # noqa: PLR0913 - one output and all it stands on
    menus: ReadMenus, teaser: Teaser, identifiers: Identifiers, library: Library, wishes: Wishes,
    *, bands: tuple[str, ...],
) -> tuple[dict[str, bytes], tuple[Hit, ...], tuple[Hit, ...]]:  # fmt: skip
    """Print everything and search it; raises DocumentError for whatever may not go out."""
    templates, ours = environment(library), Fonts.read(fonts())
    name = f"{TO_FIRMS}/{teaser.reference}"
    files = {
        f"{name}.pdf": teaser_pdf(menus.menus, teaser, templates, ours, bands),
        f"{name}.docx": teaser_docx(menus.menus, teaser, library, bands),
        f"{name}.txt": teaser_text(menus.menus, teaser, bands).encode(),
    }
    made_of = tuple(stage_one_problems(files[f"{name}.pdf"]))
    if made_of:
        message = f"the summary may hold text alone, and holds {', '.join(made_of)}"
        raise DocumentError(message, hint="correct templates/placement/teaser.html and its style sheet")
    cleared = wishes.cleared | wishes.not_hers
    every = scaffold(library)
    found = _found(files, menus, teaser, identifiers, bands, every)
    asks = found.ruled(cleared).asks
    sheet = {f"internal/{teaser.reference}-reader.pdf": reader_pdf(menus.menus, teaser, asks, templates, ours, bands)}
    found = Leaks((*found.hits, *_found(sheet, menus, teaser, identifiers, bands, every).hits))
    ruled = tuple(hit for hit in found.hits if hit.code in wishes.not_hers and not hit.final)
    _check_rulings(wishes, ruled)
    passed(found, cleared)
    return {**files, **sheet}, asks, ruled


def _found(  # noqa: PLR0913, PLR0917 - one search and all it stands on
    files: dict[str, bytes], menus: ReadMenus, teaser: Teaser, identifiers: Identifiers, bands: tuple[str, ...],
    every: frozenset[str],
) -> Leaks:  # fmt: skip
    """Search files for whatever identifies anybody of the case."""
    shelf = frozenset(map(text_hash, shelf_texts(menus.menus, teaser, bands)))
    texts = tuple(one for one in look_into(files, shelf) if one.part not in every)
    found = search(texts, identifiers, vocabulary_of(menus.menus.texts()))
    days = day_codes((teaser.answer_by.value, teaser.hours.value, *menus.menus.texts(), *bands))
    return Leaks(tuple(sorted({*found.hits, *strays(texts, identifiers.public | days).hits})))


def scaffold(library: Library) -> frozenset[str]:
    """Return the hashes of what every Word file and workbook of ours has inside: names of styles, of sheets."""
    bare = Sheet(title="x", caption="x", columns=("x",), rows=())
    return _scaffold(as_docx(bare, library), as_xlsx(bare))


@lru_cache(maxsize=2)
def _scaffold(document: bytes, workbook: bytes) -> frozenset[str]:
    files = {"a.docx": document, "a.xlsx": workbook}
    return frozenset(text_hash(one.text) for one in look_into(files) if not one.decoded)


def passed(found: Leaks, cleared: frozenset[str], what: str = "the summary") -> tuple[Hit, ...]:
    """Return what is to be asked of findings that a person has not ruled about; raises DocumentError for a block."""
    leaks = found.ruled(cleared)
    if leaks.blocks:
        listed = "\n  ".join(f"{'final   ' if hit.final else hit.code} {hit}" for hit in leaks.blocks)
        message = f"nothing was written: {what} would tell who the client is\n  {listed}"
        hint = (
            "change the shelf text, the clinic's line, the reference or the day named there; nobody can release it. "
            "Only what is not about this client can be ruled so: --not-hers CODE --why REASON"
        )
        raise DocumentError(message, hint=hint)
    return leaks.asks


def _check_rulings(wishes: Wishes, ruled: tuple[Hit, ...]) -> None:
    """Refuse a ruling about something that was not found, or that nobody can rule about."""
    unknown = wishes.not_hers - {hit.code for hit in ruled}
    if unknown:
        message = f"nothing with the code {min(unknown)} was found that a person may rule about"
        raise UsageError(message, hint="take the code from the list of what stopped the summary")


def _record(  # noqa: PLR0913, PLR0917 - everything that went into one teaser
    facts: LiveFacts, case: Case, teaser: Teaser, menus: ReadMenus, asks: tuple[Hit, ...], files: dict[str, bytes],
    as_of: dt.date, answer_by: dt.date,
) -> Record:  # fmt: skip
    answers = (facts.answer(path) for path in (MAY_OFFER, YES_DATE, YES_LANGUAGE, YES_INTERPRETER))
    return Record(
        reference=teaser.reference,
        case=case_mark(teaser.reference, case.reference),
        profile="fuller" if teaser.also else menus.menus.summary,
        as_of=as_of.isoformat(),
        answer_by=answer_by.isoformat(),
        program=__version__,
        yes=tuple(answer.id for answer in answers if answer is not None),
        asks=tuple(map(str, asks)),
        files={name: sha256(content).hexdigest() for name, content in files.items()},
    )
