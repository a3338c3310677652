"""Who signed a release, asked when it is recorded, and again by every step that rests on it.

What the answers say can change between the two: an adverse person gets a name, a birth date is put right.
"""

import datetime as dt
from collections.abc import Iterator, Sequence

from legalassist.api.keeping import required_why
from legalassist.api.opening import open_interview
from legalassist.api.stored_cases import MAY_DECIDE
from legalassist.assessments.assess import live_facts
from legalassist.cases.case import Case
from legalassist.disclosure.identifiers import identifiers_of
from legalassist.errors import DocumentError, StoreError, UsageError
from legalassist.facts.dates import age_on
from legalassist.facts.known import Facts, Known
from legalassist.facts.paths import pattern_of
from legalassist.law.readings import date_at
from legalassist.library import Library
from legalassist.placement.chain import CLIENT, chain_with
from legalassist.placement.first_sheet import adverse_alone
from legalassist.placement.names import RELATIVES
from legalassist.placement.releases import Granted, live_of_relatives
from legalassist.placement.signers import check_signer
from legalassist.placement.steps import OfACase
from legalassist.stores.spelling import plain
from legalassist.stores.store import OpenStore

_OF_AGE = 18
_OF_ATTORNEYS = ("not_meant", "name_seen", "appointed")


def of_the_client(release: Granted) -> Granted:
    """Return a release as the client's own where her row is named as whose it is."""
    if plain(release.whose) != "client":
        return release
    own = {"signer": "client"} if release.signer == "the person" else {}
    return release.model_copy(update={"whose": "", **own})


def as_decided(store: OpenStore, release: Granted) -> Granted:
    """Return a release with what an attorney says of its signer, in words; StoreError from anybody else."""
    said = {field: getattr(release, field) for field in _OF_ATTORNEYS if getattr(release, field)}
    if said and store.person.role.value not in MAY_DECIDE:
        message = (
            "only an attorney of this store may record who signs: not the relative meant, by which name, or appointed"
        )
        raise StoreError(message, "a supervisor adds one: 'legalassist case people add NAME --role attorney'")
    return release.model_copy(update={field: required_why(why) for field, why in said.items()})


def check_new(release: Granted, case: Case, library: Library) -> None:
    """Refuse a release that somebody else had to sign, or that whoever signed may not; raises UsageError."""
    interview = open_interview(library, case.interview)
    facts = live_facts(interview, case)
    relative = pattern_of(f"{release.whose}.name") == RELATIVES[0]
    if release.whose and not (relative and _is_there(facts, release.whose)):
        raise UsageError("there is no such relative in the case", hint="name the row, for example family[2]")
    _check(release, case, library)


def check_again(  # noqa: PLR0913, PLR0917 - which step of whom with which firm rests on it, when
    known: Sequence[OfACase], case: Case, library: Library, firm: str, step: str, release: Granted, at: dt.datetime
) -> None:  # fmt: skip
    """Refuse a step under a release whose signer may not sign by the answers as they are now; raises DocumentError.

    `release`: the one the step goes out under. The one for names, under which the firm answered, is asked as well, and
    for the client's names the relatives' own.
    """
    for one in dict.fromkeys(_under(known, case, library, firm, step, release, at)):
        try:
            _check(one, case, library)
        except UsageError as wrong:
            whose = f" of {one.whose}" if one.whose else ""
            message = f"the release{whose} for stage {one.stage} of {one.on} counts no more, by what the case says now"
            again = (
                f"legalassist placement release CASE FIRM --stage {one.stage}{f' --whose {one.whose}' * bool(whose)}"
            )
            instead = "; or take back what this firm has: legalassist placement withdraw CASE FIRM" * bool(whose)
            hint = f"record a new release: {again}{instead}; {wrong.hint}"
            raise DocumentError(f"{message}: {wrong.message}", hint) from None


def _under(  # noqa: PLR0913, PLR0917 - as above
    known: Sequence[OfACase], case: Case, library: Library, firm: str, step: str, release: Granted, at: dt.datetime
) -> Iterator[Granted]:  # fmt: skip
    """Yield the releases a step rests on; of relatives whose row is gone nothing goes out."""
    names = chain_with(known, firm).release
    if names is not None:
        yield names
    yield release
    if step == CLIENT:
        facts = live_facts(open_interview(library, case.interview), case)
        yield from (one for one in live_of_relatives(known, firm, at) if _is_there(facts, one.whose))


def _check(release: Granted, case: Case, library: Library) -> None:
    """Ask who signed, by the answers as they are; how old somebody was counts on the day of the release."""
    interview = open_interview(library, case.interview)
    minor = _minor(live_facts(interview, case), release.whose, dt.date.fromisoformat(release.on))
    check_signer(release, case, minor=minor, adverse_known=adverse_alone(identifiers_of(case, interview)))


def _is_there(facts: Facts, whose: str) -> bool:
    return isinstance(facts.get(f"{whose}.name"), Known)


def _minor(facts: Facts, whose: str, day: dt.date) -> bool:
    """Say whether the person a release is about was under 18, or nobody knows: without a birth date, it may be so."""
    born = date_at(facts, f"{whose or 'client'}.birth_date")
    return born is None or age_on(born, day)[0] < _OF_AGE
