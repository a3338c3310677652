"""What the statement's text says about days, ages and the client's name, against the answers.

Only a sentence that names an event the interview asks about is compared, and only with the answers to that event; a
date of something nobody asks about (a father's illness) fits or not for nobody to say. What the statement says may be
the right one: nothing is changed, a person asks.
"""

from collections.abc import Iterator
from datetime import date

from legalassist.assessments.contradiction import ASK_HER, CALENDARS, SPELLING, Contradiction, Found, Look
from legalassist.assessments.dates_apart import BORN, overlap
from legalassist.assessments.people_apart import CLIENT, everybody
from legalassist.assessments.text_ages import SaidAge, about_her, ages_in
from legalassist.assessments.text_clauses import Clause, clauses_of
from legalassist.assessments.text_days import instances_of, near_days
from legalassist.assessments.text_events import ABROAD, EVENTS, SENTENCE, Event, her_own
from legalassist.assessments.text_guards import truly_hers
from legalassist.assessments.text_held import held_apart
from legalassist.assessments.text_jobs import jobs_apart
from legalassist.assessments.text_names import Known, another_name, known_names, near_names
from legalassist.facts.dates import age_range, days_of
from legalassist.facts.text_dates import TextDate, dates_in
from legalassist.law.family import GROUP as FAMILY

STATEMENT = "statement.paragraphs"
Days = tuple[date, date]


def text_apart(look: Look) -> Found:
    """Yield every date, age and name in the statement that fits no answer about the same thing."""
    names = known_names(everybody(look))
    for row in look.rows(STATEMENT):
        for part in ("text", "english"):
            path = f"{row}.{part}"
            text = look.text(path)
            if text:
                yield from _in_text(look, path, text, names)


def _in_text(look: Look, path: str, text: str, names: tuple[Known, ...]) -> Found:
    before: tuple[TextDate, ...] = ()
    mine, previous = True, ""
    own = her_own(text)
    for number, found in enumerate(SENTENCE.finditer(text), 1):
        sentence = own[found.start() : found.end()]
        where, dates = f"sentence {number}", dates_in(sentence, look.as_of.year)
        told = _told(look, sentence, dates, mine=mine)
        yield from dict.fromkeys(hit for one in told for hit in _event_apart(look, path, where, *one))
        yield from jobs_apart(look, path, where, sentence, dates)
        yield from held_apart(look, path, where, sentence, dates)
        for age in ages_in(sentence, dates, before, mine=mine):
            yield from _age_apart(look, path, where, age)
        yield from near_days(look, path, where, sentence, dates, previous)
        for name in near_names(found[0], names):
            about = "a name in the statement is spelt in nearly the same way as in the answers"
            yield Contradiction("text spelling", (path, name), about, SPELLING, where)
        before, mine, previous = dates, about_her(sentence, mine=mine), sentence
    hers = tuple(one for one in names if one.path == CLIENT or one.path.startswith("client.other_names"))
    if another_name(own, hers):
        about = "the name in the statement is another than in the answers"
        yield Contradiction("text name", (path, CLIENT), about, SPELLING)


def _told(look: Look, sentence: str, dates: tuple[TextDate, ...], *, mine: bool) -> Iterator[tuple[Event, TextDate]]:
    """Yield the events a sentence tells of, each with its date; a report or an arrest abroad is another one."""
    abroad = ABROAD.search(sentence) is not None or any(city in sentence.casefold() for city in _cities_abroad(look))
    for clause in clauses_of(sentence, dates) if dates else ():
        for event in EVENTS:
            if (abroad and event.never in _HERE_ONLY) or (event.unless and event.unless.search(sentence)):
                continue
            said = _date_of(event, sentence, clause, mine=mine)
            if said is not None:
                yield event, said


def _date_of(event: Event, sentence: str, clause: Clause, *, mine: bool) -> TextDate | None:
    """Return the date of an event in a clause; her own birth may be told behind her name, in the clause after it."""
    found = event.spoken.search(clause.words)
    if found:
        said = clause.nearest(found.start(), found.end())
        return said if said is not None and truly_hers(sentence, clause, found, said, mine=mine) else None
    whole = event.spoken.search(sentence) if BORN in event.facts else None
    if whole is None or not clause.start < whole.end() <= clause.start + len(clause.words):
        return None
    return clause.nearest(0, whole.end() - clause.start)


_HERE_ONLY = {"arrests", "reporting.reported"}


def _cities_abroad(look: Look) -> Iterator[str]:
    """Yield where the client was born and where family lives, if that is not here."""
    if look.text("client.birth_country") not in ("", "US"):
        yield from (city for city in (look.text("client.birth_city").strip().casefold(),) if city)
    for row in look.rows(FAMILY):
        city = look.text(f"{row}.residence_city").strip().casefold()
        if city and look.text(f"{row}.residence_country") not in ("", "US"):
            yield city


def _event_apart(look: Look, path: str, where: str, event: Event, said: TextDate) -> Found:
    facts = [(fact, known) for fact in instances_of(look, event.facts) if (known := look.date(fact)) is not None]
    if event.side and not _beyond(event.side, said, [days_of(known) for _, known in facts]):
        return
    if said.earliest > look.as_of:
        about = f"the statement's date of {event.name} has not come yet"
        yield Contradiction("text future", (path,), about, CALENDARS, where)
    if event.never and (look.none(event.never) or look.no(event.never)):
        about = f"the statement tells of {event.name}, and an answer says there was none"
        yield Contradiction("text never", (path, event.never), about, ASK_HER, where)
    if facts and not any(overlap((said.earliest, said.latest), days_of(known)) for _, known in facts):
        about = f"the statement's date of {event.name} fits no answer about it"
        yield Contradiction("text date", (path, *(fact for fact, _ in facts)), about, CALENDARS, where)


def _beyond(side: str, said: TextDate, known: list[Days]) -> bool:
    """Say whether a day lies before, or after, all of those that are known."""
    if side == "before":
        return all(said.latest < first for first, _ in known)
    return all(said.earliest > last for _, last in known)


def _age_apart(look: Look, path: str, where: str, age: SaidAge) -> Found:
    """Yield an age that does not fit the birth date and the day, or the answers' day, of what it is said of.

    An age of today may be a year off: a statement is written some months before it is filed.
    """
    born = look.date(BORN)
    if born is None:
        return
    facts: tuple[str, ...] = ()
    if age.now:
        days = [(look.as_of, look.as_of)]
    elif age.day is not None:
        days = [(age.day.earliest, age.day.latest)]
    else:
        facts, days = _days_of_events(look, age.about)
    fits = [_of_age(age, days_of(born), on) for on in days]
    if fits and not any(fits):
        about = "the age in the statement does not fit the day it is said of and the birth date"
        yield Contradiction("text age", (path, BORN, *facts), about, CALENDARS, where)


def _of_age(age: SaidAge, born: Days, on: Days) -> bool:
    """Say whether somebody born then can have been so old; a day before the birth is another rule's."""
    youngest, oldest = age_range(born, on)
    return oldest < 0 or (age.youngest - age.now <= oldest and youngest <= age.oldest + age.now)


def _days_of_events(look: Look, about: str) -> tuple[tuple[str, ...], list[Days]]:
    """Return the facts that date what these words speak of, and their days; none where one that counts is not known.

    Of the family only a husband or wife has a wedding day.
    """
    events = [event for event in EVENTS if BORN not in event.facts and not event.side and event.spoken.search(about)]
    facts = [fact for event in events for fact in instances_of(look, event.facts)]
    known = [(fact, said) for fact in facts if (said := look.date(fact)) is not None]
    if any(fact not in dict(known) and "[" in fact and not fact.startswith("family[") for fact in facts):
        return (), []
    return tuple(fact for fact, _ in known), [days_of(said) for _, said in known]
