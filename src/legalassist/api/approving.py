"""Sign-off: enter into the clinic's one ledger who has checked and who has approved which texts."""

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from legalassist.api.opening import open_clinic
from legalassist.api.saving import write_in_place, write_new
from legalassist.errors import UsageError
from legalassist.library import Library
from legalassist.reviews.ledger import (
    LEDGER,
    Entry,
    Ledger,
    Said,
    State,
    Step,
    digest_of,
    entry_of,
    read_ledger,
    written,
)
from legalassist.reviews.people import SECOND
from legalassist.translations.status import Standing

_SIGNS = "23456789BCDFGHJKLMNPQRSTVWXZ"
_CODE_LENGTH = 6


@dataclass(frozen=True, slots=True)
class Entered:
    """What an approval came to: how many texts it was entered for, how many of them now count as approved, by whom."""

    entered: int
    approved: int
    waiting: int
    who: str


def ledger_of(library: Library, clinic: Path | None = None) -> Ledger:
    """Return the clinic's ledger, with the number of readers its particulars ask for."""
    own = open_clinic(library, clinic)
    return read_ledger(library, own.translation_readers, own.people)


def draft_line(library: Library, said: Iterable[Said]) -> tuple[str, ...]:
    """Return the line that stands above texts shown on a screen, where the clinic has not approved all; else none.

    Words that a client hears before she consents to something need this in English as well.
    """
    ledger = ledger_of(library)
    waiting = sum(not ledger.holds(one) for one in said)
    return (f"DRAFT / 草稿: {waiting} of these sentences have no approval by the clinic's attorney",) if waiting else ()


def sheet_code(found: Iterable[Standing]) -> str:
    """Return the code of a sheet: another one as soon as any of its texts, in either language, is another."""
    whole = "\0".join(f"{one.language}\0{one.message.context}\0{one.message.english}\0{one.text}" for one in found)
    number = int(digest_of(whole), 16)
    return "".join(_SIGNS[number // len(_SIGNS) ** place % len(_SIGNS)] for place in range(_CODE_LENGTH))


def approve(  # noqa: PLR0913 - who says what about which texts, and when
    library: Library, found: Sequence[Standing], who: str, day: dt.date, *, step: Step = Step.APPROVED,
    known: str = "", code: str = "", leave_out: Collection[int] = (),
) -> Entered:  # fmt: skip
    """Enter into the clinic's ledger that somebody has checked or approved texts as they stand today.

    Args:
        library: the shelves; the first one that is the clinic's own takes the line.
        found: the texts, as `texts` gives them.
        who: for an approval the code of one of the clinic's attorneys, for a check a code or a name of clinic.yaml, or
            with `known` the name of somebody else.
        day: the day.
        step: `Step.CHECKED` or `Step.APPROVED`.
        known: how somebody from outside the clinic is known.
        code: what the sheet that was signed says; refused where a text has changed since it was printed.
        leave_out: the numbers on the sheet that were not ticked.

    Raises UsageError for somebody who is no attorney of the clinic, a code that does not fit, texts that are missing or
    stale, where there is no shelf of the clinic's own, and for a check by whoever has read all of them already.
    """
    clinic = open_clinic(library)
    if step is Step.APPROVED:
        who = clinic.attorney_by(who, f"{who!r} is no attorney of this clinic: only an attorney approves").code
    else:
        who = clinic.people.enter(who, known)
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
    if step is Step.CHECKED and ledger.readers > 1 and ticked and all(ledger.has_read(one.said, who) for one in ticked):
        message = "whoever is named has read or approved all of these texts already: that makes no second person"
        raise UsageError(message, hint=f"name {SECOND}")
    lines = [entry_of(one.said.wording, step, who, day, known=known, sheet=code.upper()) for one in ticked]
    append(library, lines)
    after = ledger.with_lines(lines)
    approved = sum(1 for one in ticked if after.state(one.said) is State.APPROVED)
    return Entered(len(ticked), approved, len(ticked) - approved, who)


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
