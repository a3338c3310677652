"""Read back: which finished papers have to be read to whoever signs them, and recording that it was done."""

import datetime as dt
from dataclasses import dataclass, replace

from legalassist.api.asking import Opened
from legalassist.assessments.assess import assess
from legalassist.cases.read_back import Outcome, PieceRead, ReadBack
from legalassist.documents.clinic import Clinic, Interpreter
from legalassist.errors import UsageError
from legalassist.facts.values import Spoken
from legalassist.interviews.types import TYPES, UnfitValueError
from legalassist.interviews.yaml_source import Data, did_you_mean
from legalassist.packets.build import Build
from legalassist.packets.plan import Planned, plan_pieces, required_plan
from legalassist.packets.readings import PieceReading, Readings
from legalassist.packets.written import Writer


@dataclass(frozen=True, slots=True)
class Occasion:
    """One reading as a person tells it: the day, the interpreter's code, what was spoken, and how it ended.

    `relay` is the code of a second interpreter, between English and what the first one understands.
    """

    on: dt.date
    interpreter: str
    language: str
    dialect: str = ""
    outcome: Outcome = Outcome.CONFIRMED
    relay: str = ""


def readings_of(build: Build) -> Readings:
    """Return the readings of a case's packet; raises what planning it raises."""
    return _writer(build).readings


def _writer(build: Build) -> Writer:
    assessment = assess(build.interview, build.case, as_of=build.as_of)
    pieces = plan_pieces(required_plan(build.library, build.interview.name), assessment.facts).pieces
    return Writer(build, assessment, pieces)


def owed(build: Build) -> tuple[PieceReading, ...]:
    """Return the readings that stand out."""
    return tuple(readings_of(build).owed)


def record(  # noqa: PLR0913, PLR0917 - which case, which pieces, which reading, entered by whom and when
    opened: Opened, build: Build, codes: tuple[str, ...], occasion: Occasion, by: str, at: str
) -> tuple[Opened, ReadBack]:
    """Return the case with one more read-back, kept durably, and the read-back itself.

    What was read is what `build` makes of these pieces now. Raises UsageError for a piece the packet does not have or
    that nobody signs, an interpreter the clinic does not have or not for that language, a language that is none, a
    day to come, a day before something the piece says was entered or decided; what the keeper raises where it cannot
    be kept. Nothing is recorded then.
    """
    spoken = _spoken(occasion)
    first = _interpreter(build.clinic, occasion.interpreter, spoken)
    if occasion.relay:
        _check_relay(build.clinic, first, occasion.relay, spoken)
    if occasion.on > build.as_of:
        raise UsageError("--on: this day has not come yet", "record a reading after it was done")
    writer = _writer(build)
    planned = _pieces(writer.readings, codes)
    for one in planned:
        _check_day(one, writer.last_changed(one), occasion.on)
    pieces = tuple(PieceRead(one.code, writer.readings.digest(one)) for one in planned)
    read = ReadBack(
        on=occasion.on.isoformat(), interpreter=occasion.interpreter, language=spoken.language, pieces=pieces, by=by,
        at=at, dialect=spoken.dialect, outcome=occasion.outcome, relay=occasion.relay,
    )  # fmt: skip
    return _kept(opened, read), read


def _check_day(planned: Planned, changed: str, on: dt.date) -> None:
    """Refuse a reading before the words were there: nobody can have read them out."""
    if changed > on.isoformat():
        message = f"--on: {planned.code} says something that was entered or decided on {changed}, after that day"
        raise UsageError(message, "read it to her as it is now, and record the day on which that was done")


def take_back(opened: Opened, codes: tuple[str, ...], by: str, at: str) -> Opened:
    """Return the case in which these pieces count as not read: they were recorded by mistake; kept durably.

    Raises UsageError where nothing was recorded of one of them.
    """
    last = opened.case.last_read
    for code in codes:
        if code not in last or last[code].outcome is Outcome.TAKEN_BACK:
            raise UsageError(f"no reading of {code!r} is recorded", "'legalassist read-back CASE --list' shows them")
    for code in codes:
        read = replace(last[code], pieces=(PieceRead(code, last[code].digest_of(code)),), by=by, at=at)
        opened = _kept(opened, replace(read, outcome=Outcome.TAKEN_BACK))
    return opened


def _kept(opened: Opened, read: ReadBack) -> Opened:
    case = opened.case.read_back(read)
    return replace(opened, case=case, kept=opened.kept.read_back(case))


def _pieces(readings: Readings, codes: tuple[str, ...]) -> tuple[Planned, ...]:
    """Return the pieces with these codes, each once, in the order of the packet."""
    known = [one.code for one in readings.pieces]
    for code in codes:
        if code not in known:
            hint = did_you_mean(code, known) or f"its pieces: {', '.join(known)}"
            raise UsageError(f"this packet has no piece {code!r}", hint)
    if not codes:
        raise UsageError("say which pieces were read", "--piece CODE, once for each")
    return tuple(one for one in readings.pieces if one.code in codes)


def _spoken(occasion: Occasion) -> Spoken:
    """Return what was spoken; UsageError for what is no language."""
    parts: dict[str, Data] = {"language": occasion.language}
    if occasion.dialect:
        parts["dialect"] = occasion.dialect
    try:
        value = TYPES["language"].read(parts, ())
    except UnfitValueError as wrong:
        raise UsageError(f"--language: {wrong.message}", wrong.hint) from None
    return value if isinstance(value, Spoken) else Spoken(occasion.language, occasion.dialect)


def _interpreter(clinic: Clinic, code: str, spoken: Spoken) -> Interpreter:
    """Return the interpreter with a code; UsageError where there is none, or the clinic has them for other languages.

    The certificate will say that they are competent in this very language.
    """
    found = _of_the_clinic(clinic, code, "--interpreter")
    if found.languages and spoken.language not in {one.language for one in found.languages}:
        message = "--language: clinic.yaml does not have this interpreter for that language"
        hint = "who certifies must be competent in it; add the language there if that is so"
        raise UsageError(message, hint)
    return found


def _check_relay(clinic: Clinic, first: Interpreter, code: str, spoken: Spoken) -> None:
    """Refuse a relay through nobody of the clinic, through whoever spoke with her, or by two who share no language."""
    relay = _of_the_clinic(clinic, code, "--relay")
    if clinic.people.same(relay.code, first.code):
        raise UsageError("--relay: this is whoever spoke with her", "leave it out where one person interpreted")
    if not first.between(relay, spoken):
        message = "--relay: clinic.yaml gives these two interpreters no language in which they could work together"
        hint = (
            "the relay puts English into a language that is not the one spoken with her, and both of them have it "
            "under 'languages:'; name the interpreter who did, or add the language there if that is so"
        )
        raise UsageError(message, hint)


def _of_the_clinic(clinic: Clinic, code: str, option: str) -> Interpreter:
    """Return the interpreter with a code; UsageError, naming the option, where there is none."""
    for one in clinic.interpreters:
        if one.code == code:
            return one
    codes = ", ".join(one.code for one in clinic.interpreters) or "nobody: add 'interpreters:' to it"
    raise UsageError(f"{option}: no interpreter of the clinic has this code", f"clinic.yaml has: {codes}")
