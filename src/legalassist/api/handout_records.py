"""What people record about handouts: a signed sheet, an acknowledgment, a call, copies; and what follows from it."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from legalassist.api.approving import append, ledger_of
from legalassist.api.handout_run import Run, check_names, number_of, orders, refuse_no_traditional, refuse_unfilled
from legalassist.api.handout_workers import print_one
from legalassist.api.printing import all_texts
from legalassist.documents.clinic import Clinic
from legalassist.errors import ContentError, LegalAssistError, UsageError
from legalassist.handouts.contacts import contact_numbers
from legalassist.handouts.formats import BOTH, BOTH_TRADITIONAL, FORMATS, languages_on
from legalassist.handouts.gates import Clearances, Standing
from legalassist.handouts.kit import SESSION, kit_texts
from legalassist.handouts.piece import CODE_SIGNS, OWN_WORDS, Piece
from legalassist.handouts.reading import read_topic, topic_names
from legalassist.handouts.records import (
    Acknowledged,
    Called,
    Copies,
    Records,
    add_records,
    read_records,
    recorded,
)
from legalassist.handouts.sheet import Line, SignSheet
from legalassist.handouts.telephones import one_writing
from legalassist.handouts.texts import has_texts, languages_of
from legalassist.handouts.topic import Topic
from legalassist.interviews.yaml_source import did_you_mean
from legalassist.languages.tags import ENGLISH, TRADITIONAL, YUE
from legalassist.law.authorities import Authorities
from legalassist.law.kyr import needs_acknowledgment
from legalassist.library import Library
from legalassist.reviews.ledger import Entry, Step, digest_of, entry_of
from legalassist.reviews.people import SECOND

_SIGNS = 6
_VERSION = re.compile(f"[{CODE_SIGNS}]{{4}}")
_NOT_BY = "an approval is made by an attorney of the clinic, and nobody in clinic.yaml has this code"


def clearances_of(library: Library, records: Records, clinic: Path | None = None) -> Clearances:
    """Return what the clinic's ledger and its handout records clear, with the contacts' numbers of today."""
    return records.clearances(contact_numbers(Authorities.load()), ledger_of(library, clinic))


def open_records(folder: Path | None) -> Records:
    """Return the records of a handout shelf; empty where there is none. Raises ContentError for a damaged file."""
    return read_records(folder)


def sheet_of(run: Run, name: str, language: str) -> SignSheet:
    """Return the page an attorney signs for a topic in a language: every text, every authority to acknowledge, a code.

    The sheet of a Chinese language shows the English beside it and is about both. The code changes with any of them,
    and not with what else was signed meanwhile: sheets that were printed together are entered one after another. So
    law that was acknowledged before stands on it, too. The name ``session`` stands for the papers of a session, which
    rest on no law.
    """
    topic = SESSION if name == SESSION.id else run.topic(name)
    if language == YUE and topic is not SESSION:
        refuse_unfilled(run, [topic])
    refuse_no_traditional(run, [language])
    one_by_one = [one for one in languages_on(run.library) if one not in _TWO]
    check_names("language", [language], [one for one in one_by_one if topic is not SESSION or one != YUE])
    spoken = language if language == ENGLISH else BOTH_TRADITIONAL if language == TRADITIONAL else BOTH
    if topic is SESSION:
        texts = [text for one in languages_of(spoken) for text in kit_texts(run.library, one)]
    elif language == YUE:  # the script and nothing else
        texts = all_texts(run, topic, (YUE,))
    else:
        read = all_texts(run, topic, (ENGLISH, language, spoken))
        texts = [one for one in read if one.language in languages_of(spoken)]
    used = [form for form in FORMATS.values() if topic.made_as(form)]
    rest = run.behind(topic, used)
    stands = run.standing(texts, rest)
    by_context: dict[str, dict[str, str]] = {}
    for one in texts:
        by_context.setdefault(one.context, {"english": one.english})[one.language] = one.text
    waiting = {one.context for one in stands.unapproved}
    lines = tuple(
        Line(context, said["english"], said.get(languages_of(language)[0], ""), context not in waiting)
        for context, said in by_context.items()
    )
    reasons = {one.id: why for one in rest if (why := needs_acknowledgment(one, run.as_of))}
    law = sorted((run.authorities.get(one).model_dump_json(), why) for one, why in reasons.items())
    told = repr((topic.id, language, sorted(one.wording for one in texts), law))
    code = sha256(told.encode()).hexdigest()[:_SIGNS].upper()
    weak = tuple(
        (run.authorities.get(one), why if one in stands.unacknowledged else f"{why}; acknowledged before")
        for one, why in reasons.items()
    )
    return SignSheet(topic, language, lines, weak, code, tuple(texts))


_TWO = (BOTH, BOTH_TRADITIONAL)


def approve_sheet(  # noqa: PLR0913 - what a signed sheet says
    run: Run, folder: Path, name: str, language: str, code: str, *, by: str, read_by: str | None = None,
    known: str = "",
) -> SignSheet:  # fmt: skip
    """Record a signed sheet: every text on it is approved, every authority on it acknowledged, as of the run's day.

    The approvals go into the clinic's one ledger, the acknowledgments into the handout shelf's records. `read_by` is a
    code or a name of clinic.yaml, or somebody else, with `known`, how they are known.

    Raises UsageError where the texts have changed since the sheet was printed, where `by` is no attorney of the
    clinic, where fewer people have read a Chinese text than the clinic asks for, or where there is no shelf of its own.
    """
    by = run.clinic.attorney_by(by, _NOT_BY).code
    reader = run.clinic.people.enter(read_by, known) if read_by is not None else None
    sheet = sheet_of(run, name, language)
    if sheet.code != one_writing(code).strip().upper():
        message = (
            f"the sheet {code.strip().upper()} is not today's: the code is mistyped, or a text or an authority changed"
        )
        raise UsageError(message, hint=f"print it again: legalassist handout sheet {name} --language {language}")
    lines = tuple(_signed(sheet, by, reader, known, run.as_of))
    ledger = run.clearances.ledger
    after = ledger.with_lines(lines)
    if not all(map(after.holds, sheet.texts)):
        message = f"a Chinese text needs {ledger.readers} people: its attorney, and others who read both languages"
        raise UsageError(message, hint=f"name with --read-by {SECOND}; clinic.yaml says how many")
    read_records(folder)  # a damaged file takes no acknowledgment: then nothing is approved either
    append(run.library, lines)
    add_records(folder, [Acknowledged(on=run.as_of, by=by, authority=one.id) for one, _ in sheet.authorities])
    return sheet


def _signed(sheet: SignSheet, by: str, read_by: str | None, known: str, on: dt.date) -> Iterator[Entry]:
    """Yield the lines of the ledger that a signed sheet stands for."""
    for one in sheet.texts:
        if read_by is not None and one.language != ENGLISH:
            yield entry_of(one.wording, Step.CHECKED, read_by, on, known=known, sheet=sheet.code)
        yield entry_of(one.wording, Step.APPROVED, by, on, sheet=sheet.code)


def acknowledge(clinic: Clinic, folder: Path, authorities: Sequence[str], *, by: str, on: dt.date) -> None:
    """Record that an attorney lets authorities stand on handouts; UsageError for one that does not exist."""
    clinic.attorney_by(by, _NOT_BY)
    known = Authorities.load()
    for name in authorities:
        if name not in known:
            hint = did_you_mean(name, [one.id for one in known]) or "ids stand in law/authorities.yaml: KY-05"
            raise UsageError(f"there is no authority {name!r}", hint=hint)
    add_records(folder, [recorded(Acknowledged, on=on, by=by, authority=name) for name in authorities])


def contact_checked(folder: Path, contact: str, *, by: str, on: dt.date, answered_in: str) -> str:
    """Record a call to a number of others; return the number. UsageError for a contact there is not."""
    numbers = contact_numbers(Authorities.load())
    if contact not in numbers:
        hint = did_you_mean(contact, tuple(numbers)) or f"there are: {', '.join(numbers)}"
        raise UsageError(f"there is no contact {contact!r}", hint=hint)
    call = recorded(Called, on=on, by=by, contact=contact, number=numbers[contact], answered_in=answered_in)
    add_records(folder, [call])
    return numbers[contact]


def log_copies(  # noqa: PLR0913, PLR0917 - what the log holds
    run: Run, folder: Path, topic: str, form: str, language: str, copies: int, drop_point: str | None = None, *,
    foot: str = "",
) -> Copies:  # fmt: skip
    """Record copies of a piece as it stands today, in the run's variant and profile, with its code to scan or without.

    `foot` is the version code that stands at the foot of the copies, if somebody has read it there. Raises UsageError
    where there is no such piece, where a code is none, where the copies are of another version than today's, and where
    the piece is not cleared: nobody hands out a band.
    """
    check_names("format", [form], tuple(FORMATS))
    read = run.topic(topic)
    if language == YUE:
        refuse_unfilled(run, [read])
    check_names("language", [language], languages_on(run.library))
    if not list(orders(run.library, [read], [form], [language])):
        message = f"{topic} is not made as {form} in {language}: there is nothing that could have been copied"
        raise UsageError(message, hint=f"`legalassist handout list {topic}` says what there is")
    sheet, stands = print_one(run, read, FORMATS[form], language)
    piece = sheet.piece
    if not stands.cleared:
        message = f"{piece.name} carries its band: copies of it are not handed out, and not logged"
        raise UsageError(message, hint="`legalassist handout ready` says what is missing")
    if foot and one_writing(foot).strip().upper() != piece.code:
        message = f"{piece.name} is version {piece.code} today, and the copies are of another"
        hint = "say how they were printed: --variant, --profile, --code, and --as-of with the day of the print"
        raise UsageError(message, hint=hint)
    record = recorded(
        Copies, on=run.as_of, topic=topic, format=form, language=language, variant=piece.variant, code=piece.code,
        copies=copies, drop_point=drop_point, number=piece.shown.number, profile=piece.profile.name,
        scanned=piece.scanned, own=own_digests(piece),
        contacts=tuple(f"{one}:{number}" for one, number in piece.contacts),
        authorities=tuple(one.id for one in run.behind(piece.topic, (piece.form,))),
        texts=tuple(one.wording for one in piece.texts),
    )  # fmt: skip
    add_records(folder, [record])
    return record


def own_digests(piece: Piece) -> dict[str, str]:
    """Return the hash of each thing that the clinic says of itself on a piece."""
    return {what: digest_of("\n".join(words)) for what, words in piece.own_words.items()}


@dataclass(frozen=True, slots=True)
class Recalled:
    """A printed version that should come back: what was printed, and why."""

    record: Copies
    why: tuple[str, ...]


def recall(run: Run, records: Records, wanted: Sequence[str] = ()) -> tuple[Recalled, ...]:
    """Return the printed versions to call back: those that say what is no longer so, or carry what is named.

    `wanted` names statements (``at-the-door.silent``), authorities, contacts, numbers or the version code at a foot;
    without any, everything that changed since it was printed counts: texts, what the clinic says of itself (its number,
    name, hours, address, lines), numbers of others, topics that are gone.
    Raises UsageError for a name that nothing has, printed or to be printed: "nothing to call back" must be true.
    """
    numbers = contact_numbers(run.authorities)
    wanted = [_meant(run, records, one, numbers) for one in wanted]
    found = []
    for one in records.printed:
        why = tuple(_named(one, wanted) if wanted else _changed(run, one, numbers))
        if why:
            found.append(Recalled(one, tuple(dict.fromkeys(why))))
    return tuple(found)


def _meant(run: Run, records: Records, named: str, numbers: dict[str, str]) -> str:
    """Return what somebody means by the name of a thing a piece carries; UsageError where nothing is called so."""
    known = {one.id for one in run.authorities} | set(numbers) | set(numbers.values())
    known.add(number_of(run.clinic.phone))
    for name in topic_names(run.library):
        with suppress(ContentError):  # a topic with a mistake in it keeps nobody from calling back another
            known |= {f"{name}.{one.id}" for one in run.topic(name).statements}
    for record in records.printed:
        known |= _carried(record)
    by_sign = {_signs(one): one for one in sorted(known)}
    if _signs(named) not in by_sign and _VERSION.fullmatch(one_writing(named).strip().upper()):
        message = f"no copies of version {named.strip().upper()} are in the print log"
        raise UsageError(message, hint="the log has only what was entered: legalassist handout log")
    if _signs(named) not in by_sign:
        hint = did_you_mean(named, sorted(known)) or (
            "write a statement (at-the-door.silent), KY-05, CT-04, a number, or the four signs at a foot"
        )
        raise UsageError(f"no handout can carry {named!r}: nothing is called so", hint=hint)
    return by_sign[_signs(named)]


def _signs(name: str) -> str:
    """Return a name without what people write in two ways: capitals, width, the marks inside of a telephone number."""
    plain = one_writing(name)
    digits = re.sub(r"[\W_]", "", plain)
    return digits.removeprefix("1")[-10:] if digits.isdigit() else plain.strip().casefold()


def _named(record: Copies, wanted: Sequence[str]) -> list[str]:
    carried = _carried(record)
    return [f"is version {one}" if one == record.code else f"carries {one}" for one in wanted if one in carried]


def _carried(record: Copies) -> set[str]:
    """Return the names of all that stands on a printed version."""
    carried = {record.code, record.number, *record.authorities, *record.contacts}
    carried |= {part for one in record.contacts for part in one.split(":")}
    contexts = {one.context for one in record.texts}
    return (
        carried
        | contexts
        | {one.removeprefix("topic.").rpartition(".")[0] for one in contexts if one.startswith("topic.")}
    )


def _changed(run: Run, record: Copies, numbers: dict[str, str]) -> list[str]:
    try:
        topic = run.topic(record.topic)
        today = {one.wording for one in all_texts(run, topic)}
    except Exception as gone:  # noqa: BLE001 - whatever keeps a topic from being read is a reason to call it back
        return [f"its topic cannot be read any more ({type(gone).__name__})"]
    why = [f"{one.context} ({one.language}) has changed" for one in record.texts if one not in today]
    if record.number != number_of(run.clinic.phone):
        why.append("the clinic's number has changed")
    why += [f"the clinic's {what} changed" for what in changed_own(run, record)]
    for carried in record.contacts:
        contact, _, number = carried.partition(":")
        if numbers.get(contact) != number:
            why.append(f"the number of {contact} has changed")
        elif contact not in run.clearances.printable([contact], run.as_of):
            why.append(f"nobody has called {contact} in the last 90 days")
    return why


def changed_own(run: Run, record: Copies) -> tuple[str, ...]:
    """Return what the clinic says otherwise of itself than on a printed version, by what it is.

    A record from before this was kept has nothing of it.
    """
    as_printed = replace(run, variant=record.variant)
    form = FORMATS[record.format]
    try:
        topic = read_topic(run.library, record.topic, run.authorities)
        shown = as_printed.shown_on(topic, form, record.language)
    except LegalAssistError:  # nothing keeps anybody from calling back what was printed
        return ("own words",) if record.own else ()
    piece = Piece(
        topic, form, record.language, (), shown, None, banded=False, scanned=record.scanned, variant=record.variant
    )
    now = own_digests(piece)
    return tuple(what for what in OWN_WORDS if record.own and record.own.get(what) != now.get(what))


@dataclass(frozen=True, slots=True)
class Ready:
    """A topic in a language, and what stands between it and being handed out."""

    topic: str
    language: str
    texts: int
    authorities: tuple[str, ...]

    @property
    def steps(self) -> int:
        """How much is left: texts to approve and authorities to acknowledge."""
        return self.texts + len(self.authorities)


def ready(run: Run, topics: Sequence[str]) -> tuple[Ready, ...]:
    """Return what stands between each topic, in each language by itself, and print: the shortest way first."""
    found = []
    for name in topics:
        topic = run.topic(name)
        spoken = [one for one in languages_on(run.library) if one not in _TWO and has_texts(run.library, topic, one)]
        for language in spoken:
            stands = _stands(run, topic, language)
            found.append(Ready(name, language, len(stands.unapproved), tuple(stands.unacknowledged)))
    return tuple(sorted(found, key=lambda one: (one.steps, one.topic, one.language)))


def _stands(run: Run, topic: Topic, language: str) -> Standing:
    used = [form for form in FORMATS.values() if topic.made_as(form)]
    return run.standing(all_texts(run, topic, (language,)), run.behind(topic, used))
