"""Stages 2 and 3 with one firm: releases, the two sheets of names, clear or not, and the hand-over, in their order.

Whatever goes to a firm is locked before it is written; what went, to whom, under which release, is kept with the case.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from email.message import EmailMessage
from email.policy import SMTP
from functools import partial
from hashlib import sha256
from pathlib import Path

from legalassist.api.keeping import required_why
from legalassist.api.opening import open_interview
from legalassist.api.placing_clocks import clock_of
from legalassist.api.placing_kept import move, stages_of
from legalassist.api.placing_open import check_goes_on
from legalassist.api.placing_signers import as_decided, check_again, check_new, of_the_client
from legalassist.api.placing_steps import add_to_case, moves, of_a_case
from legalassist.api.synced import refuse_synced
from legalassist.cases.case import Case
from legalassist.disclosure.identifiers import identifiers_of
from legalassist.documents import folder
from legalassist.documents.fonts import Fonts
from legalassist.documents.page import environment
from legalassist.documents.tables import Sheet, as_pdf
from legalassist.errors import UsageError
from legalassist.library import Library, fonts
from legalassist.placement.chain import chain_with, check_all_asked, check_asked, check_open, ready_for, undertaking
from legalassist.placement.first_rows import Doubt, Judged, Word, check_said
from legalassist.placement.first_sheet import (
    check_first_sheet,
    fitting,
    hers_alone,
    looked_at,
    without_corrected,
    without_shared_spellings,
)
from legalassist.placement.locking import as_pdf as locked_pdf
from legalassist.placement.locking import for_key
from legalassist.placement.names import STEPS
from legalassist.placement.names import rows as rows_of
from legalassist.placement.releases import (
    Answered,
    Granted,
    Retained,
    Told,
    Undertaken,
    Withdrawn,
    as_written,
    check_alone,
    check_late,
    new_release,
    new_undertaking,
    own_releases,
)
from legalassist.placement.second_sheet import check_second_sheet, fitting_second
from legalassist.placement.stages import STAGES
from legalassist.placement.steps import LEFT_OFF, PRINTED, OfACase, Ruled
from legalassist.stores.cases import OpenCase
from legalassist.stores.records import Moved
from legalassist.stores.store import OpenStore

_COLUMNS = ("Name as said", "Other spellings to search for")
_WHAT = "what goes to the firm"
_SENT = {STEPS[1]: "the first sheet of names", STEPS[2]: "the second sheet of names", "hand-over": "the papers"}
"""What a firm is asked to delete, in words that name nobody."""
_NO_WORD = Word()
_SHORT_NAMES = 4
"""The rule by which a person looks at a name (docs/decisions/0012-disclosure.md)."""


@dataclass(frozen=True)
class Lock:
    """How it is locked: for an age key that was read back, or with a passphrase the program made."""

    key: str = ""
    passphrase: str = ""


@dataclass(frozen=True)
class Gone:
    """What was written for a firm: the locked file, its digest, the draft mail, and how long the firm holds it."""

    files: tuple[Path, ...]
    digest: str
    until: str
    left_off: tuple[str, ...] = ()
    """Where names stand that are nothing but the client's or a relative's: they stayed off the first sheet."""


def steps(store: OpenStore, opened: OpenCase) -> tuple[OfACase, ...]:
    """Return every step of a case with firms, oldest first."""
    return of_a_case(store, opened, OfACase)


def stages_with_notes(store: OpenStore, opened: OpenCase) -> tuple[Moved, ...]:
    """Return the moves of a case along the pipeline beside which a person wrote a word for colleagues."""
    return tuple(one for one in moves(store) if one.case == opened.dossier.id.hex() and one.note)


# ---- what is recorded ----


def grant(store: OpenStore, opened: OpenCase, library: Library, release: Granted, at: dt.datetime) -> bool:
    """Record a written release, the client's or a relative's own; say whether the firm is to be asked anew by it.

    What it signed and answered belongs to the release before.
    UsageError for a case that goes to no firm (closed, her no), and for a release too long, told without language,
    beside another firm's, or signed by whoever may not.
    """
    check_goes_on(store, opened)
    known = steps(store, opened)
    release = release.model_copy(update={"firm": as_written(known, release.firm)})
    check_alone(known, release.firm, at)
    if dt.datetime.fromisoformat(release.until) <= at:
        raise UsageError("this release is over already", hint="name a later hour with --until; a new one is signed")
    release = as_decided(store, of_the_client(release))
    check_new(release, opened.case, library)
    add_to_case(store, opened, new_release(release, at.date()), at)
    begun = chain_with(known, release.firm).undertaken is not None
    return begun and chain_with((*known, release), release.firm).undertaken is None


def withdraw(store: OpenStore, opened: OpenCase, firm: str, at: dt.datetime, whose: str = "") -> tuple[Told, ...]:
    """Record that she took the release back, or a relative (`whose`: the row) theirs alone.

    Returns what the firm already has, to be asked to delete it: of a relative what may hold their name. UsageError
    where there is no such release for this firm.
    """
    known = steps(store, opened)
    firm, whose = as_written(known, firm), "" if whose == "client" else whose
    given = [
        one for one in known if isinstance(one, Granted) and one.firm == firm and (not whose or one.whose == whose)
    ]
    if not given:
        message = (
            "there is no release of this relative's own for this firm" if whose else "there is no release for this firm"
        )
        raise UsageError(message, hint="'legalassist placement steps CASE' lists them")
    add_to_case(store, opened, Withdrawn(on=at.date().isoformat(), by=store.person.name, firm=firm, whose=whose), at)
    told = (one for one in known if isinstance(one, Told) and one.firm == firm)
    return tuple(one for one in told if not whose or (one.step != STEPS[1] and one.on >= given[0].on))


def deletion_request(told: tuple[Told, ...], firm: str) -> str:
    """Return the letter that asks a firm to delete what it has: days and digests, no name of anybody."""
    lines = [
        f"- {_SENT[one.step]} of {one.on}, SHA-256 {one.digest}"
        if one.digest
        else f"- what we said by telephone on {one.on}"
        for one in told
    ]
    if not lines:
        return f"recorded; nothing was sent or said to {firm} yet: there is nothing to ask back"
    had = "\n".join(lines)
    return (
        f"To {firm}\n\nThe agreement under which we sent you the following was taken back:\n\n{had}\n\n"
        "Please delete every copy, also those in mail and backups, use nothing of it, and confirm this in writing.\n"
    )


def undertake(  # noqa: PLR0913, PLR0917 - which firm signed what about which case, when
    store: OpenStore, opened: OpenCase, library: Library, firm: str, delete_by: dt.date, at: dt.datetime
) -> None:  # fmt: skip
    """Record the firm's signed undertaking: conflicts staff only, no other use, deleted by a day.

    Raises DocumentError without a live release for this firm, or where its signer may not sign; UsageError while
    another firm is asked or retained, and for a day that is over or too far off.
    """
    check_goes_on(store, opened)
    known = steps(store, opened)
    firm = as_written(known, firm)
    check_alone(known, firm, at)
    check_again(known, opened.case, library, firm, "undertaking", check_open(known, firm, at), at)
    said = Undertaken(on=at.date().isoformat(), by=store.person.name, firm=firm, delete_by=delete_by.isoformat())
    add_to_case(store, opened, new_undertaking(said, at.date()), at)


def answer(store: OpenStore, opened: OpenCase, firm: str, step: int, at: dt.datetime, *, clear: bool) -> None:  # noqa: PLR0913 - who said what to which step, when
    """Record a firm's answer, clear or not clear, to what it was asked last under the release that is live.

    Raises DocumentError for a step it was not asked under that release, and for a late answer; UsageError for "clear"
    of a firm that said "not clear" before, while another firm is asked or retained.
    """
    name, known = STEPS[step], steps(store, opened)
    firm = as_written(known, firm)
    check_asked(known, firm, name, at)
    if clear:  # "not clear" ends what was asked: it stands in nobody's way
        check_late(known, firm, at)
    said = Answered.model_validate(
        {"on": at.date().isoformat(), "by": store.person.name, "firm": firm, "step": name, "clear": clear}
    )
    add_to_case(store, opened, said, at)


def retain(store: OpenStore, opened: OpenCase, library: Library, firm: str, at: dt.datetime) -> None:
    """Record that the retainer was signed, once.

    Raises DocumentError where a step before is missing (both sheets clear, a live release for the file), UsageError
    while another firm has the case.
    """
    check_goes_on(store, opened)
    known = steps(store, opened)
    firm = as_written(known, firm)
    check_alone(known, firm, at)
    ready(known, opened.case, library, firm, "retainer", at)
    if chain_with(known, firm).retained:
        return
    add_to_case(store, opened, Retained(on=at.date().isoformat(), by=store.person.name, firm=firm), at)


# ---- the sheets of names ----


def conflict_sheet(  # noqa: PLR0913 - one output and all it stands on
    store: OpenStore, opened: OpenCase, library: Library, out: Path,
    *, firm: str, step: int, lock: Lock, at: dt.datetime, word: Word = _NO_WORD, why: str = "",
) -> Gone:  # fmt: skip
    """Write the locked sheet of names for a firm's conflicts staff: step 1 adverse names, step 2 the client's.

    Step 1 never names the client, a relative, or what the case is about; `word` is what a person says of names about
    which the program does not know who is meant, `why` the reason; both are kept with the case. A relative stands on
    step 2 only under a release of their own; numbers, addresses and days stand on neither.
    Raises DocumentError where a step before is missing, step 1 would name the client or waits for a person's word, or
    step 2 would tell more than names; UsageError for a word about no such name.
    """
    check_goes_on(store, opened)
    known = steps(store, opened)
    firm = as_written(known, firm)
    check_alone(known, firm, at)
    ready(known, opened.case, library, firm, STEPS[step], at)
    if word != _NO_WORD:
        why = required_why(why)
    delete_by = undertaking(known, firm, at).delete_by
    rows = rows_of(opened.case, step, own_releases(known, firm, at))
    everything = identifiers_of(opened.case, open_interview(library, opened.case.interview))
    hers, found = hers_alone(everything), Judged(rows)
    if step == 1:
        rows = without_corrected(fitting(rows, opened.case), opened.case, hers)
        rows = without_shared_spellings(rows, hers)
        found = looked_at(rows, opened.case, hers, _said_before(store, opened).with_(word))
        rows = found.rows
    else:
        rows = fitting_second(rows, opened.case, everything)
    sheet = Sheet(
        title="Names to check", caption=f"Names, step {step} of 2", columns=_COLUMNS, rows=rows,
        intro=("For the conflicts staff of one firm. Please answer only: clear, or not clear.",),
        notes=(f"For this check alone, seen by conflicts staff alone, deleted by {delete_by}.",),
    )  # fmt: skip
    printed = partial(as_pdf, templates=environment(library), fonts=Fonts.read(fonts()))
    if step == 1:
        check_first_sheet(sheet, opened.case, hers, printed)
        check_said(found, word)
    elif rows:
        check_second_sheet(sheet, everything, printed)
    if not rows:
        hint = "answer who must not know, or ask by telephone: legalassist placement answer --by-telephone"
        hers_too = f"; left off, a name of hers or her family: {', '.join(found.left_off)}" if found.left_off else ""
        raise UsageError(f"there is no name for this step{hers_too}", hint=hint)
    files = {"names.pdf": printed(sheet)}
    told = _told(store, opened.case, known, firm, step, at).model_copy(update={"holds": ("names.pdf",)})
    _keep_word(store, opened, found.ruled, word, why, at)
    gone = send(store, opened, files, out, lock, told, at)
    _at_conflict_check(store, opened, library, at)
    return replace(gone, left_off=found.left_off)


def _said_before(store: OpenStore, opened: OpenCase) -> Word:
    """Return what people said of names for the first sheet; of one code the last word counts."""
    said = {one.code: one.place for one in of_a_case(store, opened, Ruled) if one.place in (PRINTED, LEFT_OFF)}
    return Word(*(frozenset(code for code, place in said.items() if place == which) for which in (PRINTED, LEFT_OFF)))


def _keep_word(  # noqa: PLR0913, PLR0917 - who said what of which names, why, when
    store: OpenStore, opened: OpenCase, ruled: Sequence[Doubt], word: Word, why: str, at: dt.datetime
) -> None:  # fmt: skip
    """Keep what a person said of names with the case."""
    for doubt in ruled:
        if doubt.code in word.printed | word.left:
            said = Ruled(
                on=at.date().isoformat(), by=store.person.name, code=doubt.code, rule=_SHORT_NAMES, about=doubt.path,
                place=PRINTED if doubt.code in word.printed else LEFT_OFF, why=why,
            )  # fmt: skip
            add_to_case(store, opened, said, at)


def ask_by_telephone(  # noqa: PLR0913, PLR0917 - who was asked what, about which case, when
    store: OpenStore, opened: OpenCase, library: Library, firm: str, step: int, at: dt.datetime
) -> None:  # fmt: skip
    """Record that a firm was asked by telephone what a sheet would ask: where it has no name, or may not be written.

    The same must stand before it: raises DocumentError where a step is missing, UsageError while another firm is asked.
    """
    check_goes_on(store, opened)
    known = steps(store, opened)
    firm = as_written(known, firm)
    check_alone(known, firm, at)
    ready(known, opened.case, library, firm, STEPS[step], at)
    add_to_case(store, opened, _told(store, opened.case, known, firm, step, at), at)
    _at_conflict_check(store, opened, library, at)


def ready(  # noqa: PLR0913, PLR0917 - which step of whom with which firm, when
    known: Sequence[OfACase], case: Case, library: Library, firm: str, step: str, at: dt.datetime
) -> Granted:  # fmt: skip
    """Return the release under which a step goes out.

    DocumentError for what is missing, for a release whose signer may not sign, and for a name not yet asked.
    """
    release = ready_for(known, firm, step, at)
    check_again(known, case, library, firm, step, release, at)
    for number, before in STEPS.items():
        if before == step:
            break
        check_all_asked(known, firm, before, _digests(case, known, firm, number, at))
    return release


def _digests(case: Case, known: Sequence[OfACase], firm: str, step: int, at: dt.datetime) -> tuple[str, ...]:
    """Return the names a sheet would be about, each as a digest."""
    rows = rows_of(case, step, own_releases(known, firm, at))
    return tuple(sha256(said.encode()).hexdigest() for said, _ in rows)


def _told(  # noqa: PLR0913, PLR0917 - who was asked what, about which names, when
    store: OpenStore, case: Case, known: Sequence[OfACase], firm: str, step: int, at: dt.datetime
) -> Told:
    return Told.model_validate({
        "on": at.date().isoformat(), "by": store.person.name, "firm": firm, "step": STEPS[step], "digest": "",
        "delete_by": undertaking(known, firm, at).delete_by, "names": _digests(case, known, firm, step, at),
    })  # fmt: skip


def _at_conflict_check(store: OpenStore, opened: OpenCase, library: Library, at: dt.datetime) -> None:
    if stages_of(store).get(opened.dossier.id.hex(), "") in ("", *STAGES[:3], "returned"):
        move(store, clock_of(store, opened, library, at), "conflict check", at)


# ---- what is locked and written ----


def send(  # noqa: PLR0913, PLR0917 - one output and all it stands on
    store: OpenStore, opened: OpenCase, files: Mapping[str, bytes], out: Path, lock: Lock, told: Told, at: dt.datetime
) -> Gone:
    """Lock files, keep what goes with the case, and write them with a draft mail and a receipt; nothing else leaves."""
    refuse_synced(out, accepted=False)
    folder.check_empty(out, _WHAT)
    locked = for_key(files, lock.key) if lock.key else locked_pdf(files, lock.passphrase)
    name = "documents.age" if lock.key else "documents.pdf"
    told = told.model_copy(update={"digest": sha256(locked).hexdigest()})
    written = {name: locked, "mail.eml": draft_mail(name, locked), "receipt.txt": receipt(told, files).encode()}
    add_to_case(store, opened, told, at)
    folder.save(written, out, what=_WHAT, check=partial(folder.check_empty, what=_WHAT))
    return Gone(tuple(out / one for one in written), told.digest, told.until)


def draft_mail(name: str, locked: bytes) -> bytes:
    """Return a draft mail with the locked file: no name, no reference, no matter in its subject."""
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = "Documents"
    mail["X-Unsent"] = "1"
    mail.set_content("Please find a locked file attached. We call you about how to open it.\n")
    mail.add_attachment(locked, maintype="application", subtype="octet-stream", filename=name)
    mail.set_boundary(f"part-{sha256(locked).hexdigest()[:24]}")
    return mail.as_bytes()


def receipt(told: Told, files: Mapping[str, bytes]) -> str:
    """Return the clinic's receipt: what went, its digests, to whom, until when. It names no client."""
    pieces = "\n".join(f"- {name}, SHA-256 {sha256(data).hexdigest()}" for name, data in files.items())
    return (
        f"Sent on {told.on} to {told.firm}: {told.step}\nThe locked file: SHA-256 {told.digest}\nIn it:\n{pieces}\n"
        f"{told.until[0].upper()}{told.until[1:]}\nEntered by {told.by}\n"
    )
