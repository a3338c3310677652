"""Stage 1 of cases of the store: what was ruled, the summary and its second reader, what went onto which list."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from legalassist.api.opening import open_interview
from legalassist.api.placing import Placed, Wishes
from legalassist.api.placing_lists import Listed, batch_of
from legalassist.api.placing_steps import add_to_case, add_to_shelf, moves, of_a_case, of_the_shelf, pipeline
from legalassist.assessments.assess import live_facts
from legalassist.disclosure.hits import Hit, Level
from legalassist.disclosure.identifiers import identifiers_of
from legalassist.disclosure.leaks import check_files
from legalassist.errors import DocumentError, UsageError
from legalassist.journeys.live_facts import LiveFacts
from legalassist.library import Library
from legalassist.placement.menus import ReadMenus, read_menus
from legalassist.placement.profile import chosen_before
from legalassist.placement.releases import GivenBack
from legalassist.placement.stages import CLOSED, OPEN, RETURNED, check_move
from legalassist.placement.steps import Circulated, Clocked, Ruled, SecondRead, Summed
from legalassist.reviews.people import may_be_nobody_else, same_name
from legalassist.stores.cases import OpenCase, open_case
from legalassist.stores.listing import list_cases
from legalassist.stores.records import Moved
from legalassist.stores.store import OpenStore
from legalassist.stores.tally import written_time

MONTHS_THAT_COUNT = 24
"""How far back the programme's cases are looked at for whether a value would make one stand out."""

_ON_OFFER = frozenset({"summary ready", "circulated"})
_BY_ITS_COMMAND = {
    "summary ready": "legalassist placement teaser CASE --out FOLDER",
    "circulated": "legalassist placement list CASE ... --out FOLDER",
    "conflict check": "legalassist placement conflict CASE FIRM --step 1 --out FOLDER",
    "placed": "legalassist placement hand-over CASE FIRM PAPERS --out FOLDER",
}


def wishes_of(  # noqa: PLR0913 - what a person wants, and of which case
    store: OpenStore, opened: OpenCase, library: Library, on: dt.date,
    *, also: Sequence[str], chosen: Mapping[str, str], not_hers: Iterable[str],
) -> Wishes:  # fmt: skip
    """Return what a summary is made with: a person's wishes, earlier rulings, the other cases' known values.

    What was chosen for an earlier summary of the case is still chosen, unless it is chosen anew. Raises UsageError for
    a closed case.
    """
    check_not_closed(store, opened)
    cleared = frozenset(one.code for one in of_a_case(store, opened, Ruled))
    mine = opened.dossier.id.hex()
    before = [one.values for one in of_the_shelf(store, Summed) if one.case == mine]
    kept = chosen_before(read_menus(library), before[-1]) if before else {}
    known = known_values(store, library, on, anew=bool(also))
    others = tuple(values for case, values in known.items() if case != mine)
    return Wishes(tuple(also), {**kept, **chosen}, others, cleared, frozenset(not_hers))


def wishes_as_read(store: OpenStore, opened: OpenCase, library: Library, on: dt.date, read: Summed) -> Wishes:
    """Return what the summary that a second reader said yes to was made with, to be made again for sending."""
    rows = {row.label: row.row for row in read_menus(library).menus.fuller}
    also = tuple(rows[label] for label, _ in read.also if label in rows)
    wishes = wishes_of(store, opened, library, on, also=also, chosen={}, not_hers=())
    return replace(wishes, read=read.digest)


def known_values(
    store: OpenStore, library: Library, on: dt.date, *, anew: bool = False
) -> dict[str, Mapping[str, str]]:
    """Return the known values of the programme's cases that are open, or of the last 24 months, by case.

    As their last summaries kept them; `anew`: as the answers are now, of every case that this person's keys open.
    """
    last = {one.case: one for one in of_the_shelf(store, Summed)}
    stages = stages_of(store)
    since = (on - dt.timedelta(days=MONTHS_THAT_COUNT * 365 // 12)).isoformat()
    found: dict[str, Mapping[str, str]] = {
        case: one.values for case, one in last.items() if one.on >= since or stages.get(case, "screened") in OPEN
    }
    numbers = {one.dossier.hex(): one.header.number for one in list_cases(store)} if anew else {}
    menus = read_menus(library)
    for case in found.keys() & numbers.keys():
        answers = open_case(store, numbers[case]).case
        facts = live_facts(open_interview(library, answers.interview), answers)
        found[case] = _values_now(menus, facts, found[case])
    return found


def _values_now(menus: ReadMenus, facts: LiveFacts, kept: Mapping[str, str]) -> dict[str, str]:
    """Return the values that a summary made now would keep; what a person chose is as it was."""
    rows = (*menus.rows(facts), *menus.fuller(facts, chosen_before(menus, kept)))
    return {row.row: value.value for row, value in rows if value is not None}


def stages_of(store: OpenStore) -> dict[str, str]:
    """Return the stage each case is at, by its id in the pipeline."""
    return {one.case: one.stage for one in moves(store)}


def check_not_closed(store: OpenStore, opened: OpenCase) -> None:
    """Refuse what follows on a closed case; raises UsageError."""
    if stages_of(store).get(opened.dossier.id.hex(), "") == CLOSED:
        raise UsageError("the case is closed: nothing of it goes to a firm", hint="a new matter is a new case")


def check_free(store: OpenStore, opened: OpenCase, reference: str) -> None:
    """Refuse a reference of another case, and one from before the case came back; raises UsageError."""
    mine = opened.dossier.id.hex()
    if any(one.reference == reference and one.case != mine for one in of_the_shelf(store, Summed)):
        raise UsageError("another case has this reference", hint="leave --reference out to have one drawn")
    if reference in spent(store, opened):
        message = "this reference ended when the case came back: firms may have seen it"
        raise UsageError(message, hint="a case that is offered again gets a new one: leave --reference out")


def spent(store: OpenStore, opened: OpenCase) -> frozenset[str]:
    """Return the references of a case from before a firm gave it back, whether or not they stood on a list."""
    return spent_references(store).get(opened.dossier.id.hex(), frozenset())


def spent_references(store: OpenStore) -> dict[str, frozenset[str]]:
    """Return the references that ended when a case came back, by the case's id."""
    seen: dict[str, set[str]] = {}
    over: dict[str, frozenset[str]] = {}
    for step in pipeline(store):
        if isinstance(step, Summed | Circulated):
            seen.setdefault(step.case, set()).add(step.reference)
        elif isinstance(step, Moved) and step.stage == RETURNED:
            over[step.case] = frozenset(seen.get(step.case, ()))
    return over


def keep_summary(  # noqa: PLR0913 - one step and its days
    store: OpenStore, opened: OpenCase, placed: Placed, clock: Clocked,
    *, on: dt.date, answer_by: dt.date, why: str, at: dt.datetime,
) -> None:  # fmt: skip
    """Keep what a summary says in the pipeline, and each new ruling with the case; the case is "summary ready" then.

    `clock` is the case's next clock, for the board.
    """
    by, case = store.person.name, opened.dossier.id.hex()
    keep_rulings(store, opened, placed.ruled, on=on, why=why, at=at)
    also = tuple((said.label, said.value) for said in placed.teaser.also)
    lines = tuple((said.label, said.value) for said in placed.teaser.rows[: len(placed.teaser.rows) - len(also)])
    summed = Summed(
        on=on.isoformat(), by=by, case=case, reference=placed.teaser.reference, lines=lines, also=also,
        tasks=placed.teaser.tasks, answer_by=answer_by.isoformat(), values=dict(placed.values), digest=placed.digest,
    )  # fmt: skip
    add_to_shelf(
        store, at, summed, clock, *_moved(store, case, "summary ready", at, only_from=("", "screened", RETURNED))
    )


def keep_rulings(  # noqa: PLR0913 - what was ruled, about which case, when
    store: OpenStore, opened: OpenCase, hits: Iterable[Hit], *, on: dt.date, why: str, at: dt.datetime
) -> None:
    """Keep with a case that findings are not about this client, by whom and why; each holds for one text alone."""
    for hit in hits:
        step = Ruled(on=on.isoformat(), by=store.person.name, code=hit.code, rule=hit.rule, about=hit.identifier,
                     place=hit.place, why=why)  # fmt: skip
        add_to_case(store, opened, step, at)


def _moved(
    store: OpenStore, case: str, stage: str, at: dt.datetime, only_from: Sequence[str]
) -> tuple[Moved, ...]:  # fmt: skip
    """Return the move to a stage where the case is at one of those it may come from; else nothing."""
    if stages_of(store).get(case, "") not in only_from:
        return ()
    return (Moved(at=written_time(at), by=store.person.hex, case=case, stage=stage),)


def move(store: OpenStore, clock: Clocked, stage: str, at: dt.datetime, note: str = "") -> None:
    """Move a case along the pipeline, with its next clock; UsageError for what does not follow.

    "placed" needs the hand-over's steps. A case that comes back keeps that it did beside its steps with firms, by the
    same saving: none of them counts any more. Whoever says so opens the case; else StoreError.
    """
    case = clock.case
    check_move(stages_of(store).get(case, ""), stage)
    moved = Moved(at=written_time(at), by=store.person.hex, case=case, stage=stage, note=note)
    back = None
    if stage == RETURNED:
        back = _by_id(store, case), GivenBack(on=at.date().isoformat(), by=store.person.name)
    add_to_shelf(store, at, moved, clock, with_case=back)


def _by_id(store: OpenStore, case: str) -> OpenCase:
    """Return the case with an id of the pipeline; StoreError where no key of this person opens it."""
    return open_case(store, next((one.header.number for one in list_cases(store) if one.dossier.hex() == case), ""))


def move_by_hand(store: OpenStore, clock: Clocked, stage: str, at: dt.datetime, note: str = "") -> None:
    """Move a case as a person says; UsageError for one of another command, or out of order."""
    if stage in _BY_ITS_COMMAND:
        raise UsageError(f"a case comes to '{stage}' by its own command", hint=_BY_ITS_COMMAND[stage])
    move(store, clock, stage, at, note)


def check_note(opened: OpenCase, library: Library, note: str) -> None:
    """Refuse a note that tells who the client is: whoever sees the pipeline needs no key of the case.

    Raises UsageError, which names the rule and the fact, never the text.
    """
    identifiers = identifiers_of(opened.case, open_interview(library, opened.case.interview))
    hits = check_files({"note.txt": note.encode()}, identifiers).hits
    telling = (hit for hit in hits if hit.level is Level.BLOCK or "." in hit.identifier)
    told = sorted({f"rule {hit.rule}, {hit.identifier}" for hit in telling})
    if told:
        message = f"the note may tell who the client is: {'; '.join(told)}"
        raise UsageError(message, hint="colleagues who open no case may read it: no names, numbers and days")


def last_summary(store: OpenStore, opened: OpenCase) -> Summed:
    """Return the summary made last; UsageError where there is none."""
    mine = opened.dossier.id.hex()
    found = [one for one in of_the_shelf(store, Summed) if one.case == mine]
    if not found:
        raise UsageError("no summary of this case was made yet", hint="make one: legalassist placement teaser CASE")
    return found[-1]


def read_second(  # noqa: PLR0913 - who decided what, about which case, when
    store: OpenStore, opened: OpenCase, reader: str, on: dt.date, at: dt.datetime, *, yes: bool
) -> Summed:  # fmt: skip
    """Record a second person's decision about the summary made last.

    UsageError for whoever made it and for a closed case, DocumentError where the case came back since.
    """
    check_not_closed(store, opened)
    summed = last_summary(store, opened)
    check_current(summed, spent(store, opened))
    for one in of_the_shelf(store, Summed):
        if (one.case, one.digest) == (summed.case, summed.digest):  # the same text, made by whomever
            _check_reader(store, one.by, reader)
    step = SecondRead(on=on.isoformat(), by=reader.strip(), case=summed.case, reference=summed.reference,
                      digest=summed.digest, yes=yes)  # fmt: skip
    add_to_shelf(store, at, step)
    return summed


def _check_reader(store: OpenStore, maker: str, reader: str) -> None:
    """Refuse whoever made the summary, under any spelling of the name, and a name that may be theirs by its initials.

    Somebody else of the store who enters their own name is another person, whatever their initials; raises UsageError.
    """
    by_themself = same_name(reader, store.person.name)
    if by_themself and store.person.name != maker and not same_name(reader, maker):
        return
    if may_be_nobody_else(reader, maker):
        message = "whoever made the summary is not its second reader"
        hint = (
            "another person reads the sheet, and is named with --by, the whole name: 'Ping Lin', not initials; where "
            "both begin alike, that person records it from their own sign-in"
        )
        raise UsageError(message, hint)


def check_current(summed: Summed, over: frozenset[str]) -> None:
    """Refuse a summary from before the case came back, whoever said yes to it; raises DocumentError."""
    if summed.reference in over:
        message = f"the case {summed.reference} came back since its summary was made: reference and yes ended with it"
        raise DocumentError(
            message, hint="make its summary anew; it gets a new reference and is read by a second person"
        )


def on_offer(store: OpenStore) -> tuple[tuple[str, ...], int]:
    """Return the numbers of the cases that wait for a firm and may stand on a list, and how many more no key opens.

    A second reader said yes to them. Those a firm has, or that came back and have no new summary yet, are not among
    them.
    """
    said = {(one.case, one.digest): one.yes for one in of_the_shelf(store, SecondRead)}
    stages, over = stages_of(store), spent_references(store)
    waiting = {
        one.case
        for one in {one.case: one for one in of_the_shelf(store, Summed)}.values()
        if said.get((one.case, one.digest)) is True
        and stages.get(one.case) in _ON_OFFER
        and one.reference not in over.get(one.case, ())
    }
    opened = tuple(sorted(one.header.number for one in list_cases(store) if one.dossier.hex() in waiting))
    return opened, len(waiting) - len(opened)


def keep_list(store: OpenStore, cases: Iterable[OpenCase], listed: Listed, on: dt.date, at: dt.datetime) -> str:
    """Keep that a list went out, for every case on it; return the batch's code."""
    batch = batch_of(listed.references)
    for opened in cases:
        summed = last_summary(store, opened)
        step = Circulated(
            on=on.isoformat(), by=store.person.name, case=summed.case, reference=summed.reference, batch=batch
        )
        add_to_shelf(store, at, step, *_moved(store, summed.case, "circulated", at, ("summary ready", RETURNED)))
    return batch


def cleared_for(store: OpenStore, cases: Iterable[OpenCase]) -> frozenset[str]:
    """Return the codes of every ruling about these cases."""
    return frozenset(one.code for opened in cases for one in of_a_case(store, opened, Ruled))
