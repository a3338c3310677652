"""Homes, trips, marriages and jobs that cannot all be so, and rows that name a row which is not there.

Homes and jobs may well overlap or leave gaps: only what no life can hold is asked about.
"""

from collections.abc import Iterator
from itertools import combinations

from legalassist.assessments.contradiction import ASK_HER, CALENDARS, PAPERS, Contradiction, Found, Look
from legalassist.assessments.dates_apart import BORN, HOME_SINCE, STAMPS, done_here
from legalassist.facts.dates import PartialDate, age_on
from legalassist.law.family import GROUP as FAMILY

_YOUNGEST_SPOUSE = 12
"""Younger than this nobody is asked to have married; no source gives a number, and a true answer is settled."""
_WHERE = "Ask where that was. " + PAPERS
_COUNT = "Count the marriages together; each has a line of its own."


def lives_apart(look: Look) -> Found:
    """Yield everything about homes, trips, marriages, jobs and numbers of rows that does not fit."""
    yield from _returns(look)
    yield from _while_away(look)
    yield from _homes(look)
    yield from _marriages(look)
    yield from _counts(look)
    yield from _jobs(look)
    yield from _no_such_row(look)


def _returns(look: Look) -> Found:
    """Yield a return after which nobody came in, where all entries are known."""
    entries = [look.date(f"{row}.date") for row in look.rows("entries")]
    if not look.facts.rows("entries").complete or None in entries:
        return
    came = [said for said in entries if said is not None]
    for row in look.rows("departures"):
        back = look.date(f"{row}.returned_on")
        if back is not None and not any(_may_be_one_day(back, said) for said in came):
            about = "a return to the United States, and no entry on that day"
            yield Contradiction("return", (f"{row}.returned_on", "entries"), about, STAMPS)


def _may_be_one_day(one: PartialDate, other: PartialDate) -> bool:
    """Say whether two dates can be one day, or two that follow each other: a flight crosses the line of the date."""
    return (one.earliest - other.latest).days <= 1 and (other.earliest - one.latest).days <= 1


def _while_away(look: Look) -> Found:
    """Yield what happened here while she was surely away."""
    for row in look.rows("departures"):
        left, back = look.date(f"{row}.left_on"), look.date(f"{row}.returned_on")
        if left is None or back is None:
            continue
        for path, about in done_here(look):
            said = look.date(path)
            if said is not None and left.before(said) and said.before(back):
                paths = (path, f"{row}.left_on", f"{row}.returned_on")
                yield Contradiction("away", paths, f"{about} here, in a time abroad", _WHERE)


def _homes(look: Look) -> Found:
    """Yield homes that begin after the present one, and two at once from one exact day to one exact day."""
    homes, since = look.rows("homes"), look.date(HOME_SINCE)
    for row in homes:
        began = look.date(f"{row}.from_date")
        if since is not None and began is not None and since.before(began):
            about = "an earlier home begins after the present one"
            yield Contradiction("homes", (HOME_SINCE, f"{row}.from_date"), about, ASK_HER)
    for one, other in combinations(homes, 2):
        places = look.address(f"{one}.address"), look.address(f"{other}.address")
        if None not in places and places[0] != places[1] and _same_days(look, one, other):
            about = "two homes from one day to one day"
            paths = (f"{one}.from_date", f"{other}.from_date", f"{one}.to_date", f"{other}.to_date")
            yield Contradiction("homes", paths, about, ASK_HER)


def _same_days(look: Look, one: str, other: str) -> bool:
    """Say whether two rows have the same exact first day and the same exact last day."""
    spans = [(look.date(f"{row}.from_date"), look.date(f"{row}.to_date")) for row in (one, other)]
    return spans[0] == spans[1] and all(said is not None and said.exact is not None for said in spans[0])


def _marriages(look: Look) -> Found:
    """Yield marriages that begin in childhood; how they follow each other is `dates_apart`'s."""
    for earlier in look.rows("prior_spouses"):
        yield from _child(look, BORN, f"{earlier}.married_on")
    for one, other in combinations(look.rows("prior_spouses"), 2):
        if _before(look, f"{one}.married_on", f"{other}.ended_on") and _before(
            look, f"{other}.married_on", f"{one}.ended_on"
        ):
            paths = (f"{one}.married_on", f"{one}.ended_on", f"{other}.married_on", f"{other}.ended_on")
            yield Contradiction("marriage", paths, "two earlier marriages at one time", PAPERS)
    for row in look.rows(FAMILY):
        if look.text(f"{row}.relation") == "spouse":
            yield from _child(look, BORN, f"{row}.marriage_date")
            yield from _child(look, f"{row}.birth_date", f"{row}.marriage_date")
        for earlier in look.rows(f"{row}.prior_spouses"):
            yield from _child(look, f"{row}.birth_date", f"{earlier}.married_on")


def _before(look: Look, earlier: str, later: str) -> bool:
    first, second = look.date(earlier), look.date(later)
    return first is not None and second is not None and first.before(second) is True


def _child(look: Look, born: str, married: str) -> Found:
    birth, day = look.date(born), look.date(married)
    if birth is not None and day is not None and age_on(birth, day)[1] < _YOUNGEST_SPOUSE:
        about = "a marriage before the twelfth birthday"
        yield Contradiction("marriage", (born, married), about, CALENDARS)


def _counts(look: Look) -> Found:
    """Yield a number of marriages that is not the number of those listed."""
    people = [("client", "prior_spouses"), *((row, f"{row}.prior_spouses") for row in look.rows(FAMILY))]
    for who, group in people:
        times, status = look.value(f"{who}.times_married"), look.text(f"{who}.marital_status")
        rows = look.facts.rows(group)
        if times is None or not status or not rows.complete or isinstance(times, (str, bool)):
            continue
        if times != len(rows.numbers) + (status == "married"):
            about = "the number of marriages is not the number of those listed"
            yield Contradiction("marriage", (f"{who}.times_married", group), about, _COUNT)


def _jobs(look: Look) -> Found:
    """Yield two jobs in two cities from one day to one day."""
    for one, other in combinations(look.rows("jobs"), 2):
        places = [look.address(f"{row}.address") for row in (one, other)]
        states = {place.state or place.country for place in places if place is not None}
        cities = {look.text(f"{row}.city").strip().casefold() for row in (one, other)}
        if len(cities - {""}) > 1 and len(states) != 1 and _same_days(look, one, other):
            about = "two jobs in two cities, from one day to one day"
            paths = (f"{one}.from_date", f"{other}.from_date", f"{one}.to_date", f"{other}.to_date")
            yield Contradiction("jobs", paths, about, ASK_HER)


def _no_such_row(look: Look) -> Found:
    """Yield a letter or a person named by a number that no row of the list has."""
    for path, group in _numbered(look):
        number, rows = look.value(path), look.facts.rows(group)
        if number is not None and rows.complete and number not in rows.numbers:
            about = "a number names a row of a list that is not there"
            yield Contradiction("row", (path, group), about, "Look at the list again, and correct the number.")


def _numbered(look: Look) -> Iterator[tuple[str, str]]:
    yield from ((f"{row}.answers_letter", "notices") for row in look.rows("exhibits"))
    yield from ((f"{row}.relative", FAMILY) for row in look.rows("notices"))
