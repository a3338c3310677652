"""Stage 3: lock the papers for the accepted firm, with a sheet and the current answers the program makes itself."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from legalassist.api.opening import open_clinic, open_interview
from legalassist.api.placing_clocks import clock_of
from legalassist.api.placing_firms import Gone, Lock, ready, send, steps
from legalassist.api.placing_kept import move, stages_of
from legalassist.api.placing_open import check_goes_on
from legalassist.api.placing_papers import read_papers
from legalassist.assessments.assess import assess
from legalassist.errors import UsageError
from legalassist.library import Library
from legalassist.packets.memo_names import Names
from legalassist.placement.hand_over import Agreed, answers_xlsx, hand_over_pdf
from legalassist.placement.releases import Told, as_written, check_alone
from legalassist.placement.stages import RETURNED, STAGES
from legalassist.stores.cases import OpenCase
from legalassist.stores.store import OpenStore

SHEET, ANSWERS = "the sheet of the hand-over", "the current answers"


@dataclass(frozen=True, slots=True)
class HandOver:
    """What a person says about a hand-over: papers, mentor, the end of the clinic's appearance, internal papers.

    `by_word` are the papers, or folders, that nothing but the person's word says are of this case.
    """

    papers: tuple[Path, ...]
    mentor: str = ""
    appearance_ends: str = ""
    internal: bool = False
    by_word: tuple[Path, ...] = ()


def hand_over(  # noqa: PLR0913 - one output and all it stands on
    store: OpenStore, opened: OpenCase, library: Library, wanted: HandOver, out: Path,
    *, firm: str, lock: Lock, at: dt.datetime, clinic_path: Path | None = None,
) -> Gone:  # fmt: skip
    """Write the locked hand-over for the accepted team, after clear and the signed retainer.

    It holds a sheet (safe contact, clocks, interpreter, mentor, open questions), the current answers, and the papers:
    files, or folders of packets without their ``internal``. Raises DocumentError where a step before is missing,
    UsageError for papers of ``internal`` unless a supervisor asks for them with `HandOver.internal`, for those of
    another case or of none that is known, and while another firm has the case. The case is "placed" then, if it is no
    further already.
    """
    _check_end(wanted.appearance_ends, at.date())
    known = steps(store, opened)
    firm = as_written(known, firm)
    check_goes_on(store, opened)
    check_alone(known, firm, at)
    release = ready(known, opened.case, library, firm, "hand-over", at)
    read = read_papers(
        wanted.papers, opened.case, internal=wanted.internal, supervisor=store.person.role.value == "supervisor",
        by_word=wanted.by_word,
    )  # fmt: skip
    papers = read.files
    clinic, interview = open_clinic(library, clinic_path), open_interview(library, opened.case.interview)
    assessment = assess(interview, opened.case, as_of=at.date(), mailing_days=clinic.mailing_days)
    names = Names(interview, assessment, {})
    named = {f"{number:02}{Path(name).suffix.lower()}": name for number, name in enumerate(papers, 3)}
    what = {"01.pdf": SHEET, "02.xlsx": ANSWERS} | {short: Path(name).name for short, name in named.items()}
    mentor = wanted.mentor or clinic.attorney.name.full
    agreed = Agreed(mentor, wanted.appearance_ends, release.until[:16].replace("T", " "))
    files = {
        "01.pdf": hand_over_pdf(library, opened.case, names, what, agreed),
        "02.xlsx": answers_xlsx(opened.case, names),
        **{short: papers[name] for short, name in named.items()},
    }
    told = Told(on=at.date().isoformat(), by=store.person.name, firm=firm, step="hand-over", digest="",
                delete_by=release.until[:10], holds=tuple(what.values()), by_word=read.by_word)  # fmt: skip
    gone = send(store, opened, files, out, lock, told, at)
    if stages_of(store).get(opened.dossier.id.hex(), "") in ("", *STAGES[: STAGES.index("placed")], RETURNED):
        move(store, clock_of(store, opened, library, at), "placed", at)
    return gone


def _check_end(said: str, today: dt.date) -> None:
    """Refuse an end of the clinic's appearance that is no day, or over; raises UsageError."""
    try:
        over = bool(said) and dt.date.fromisoformat(said) < today
    except ValueError:
        message = "--appearance-ends is not a day"
        raise UsageError(message, hint="write it as year-month-day, for example 2027-01-31") from None
    if over:
        message = "the day the clinic's appearance ends is over"
        raise UsageError(message, hint="name a day to come, or leave --appearance-ends out")
