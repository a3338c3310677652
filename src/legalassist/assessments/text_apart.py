"""What the statement's text says about days, ages and the client's name, against the answers.

Only a sentence that names an event the interview asks about is compared, and only with the answers to that event; a
date of something nobody asks about (a father's illness) fits or not for nobody to say. What the statement says may be
the right one: nothing is changed, a person asks.
"""

from collections.abc import Iterator
from datetime import date

from legalassist.assessments.contradiction import CALENDARS, SPELLING, Contradiction, Found, Look
from legalassist.assessments.dates_apart import BORN, FIRST, LAST, overlap
from legalassist.assessments.people_apart import CLIENT, everybody
from legalassist.assessments.text_ages import SaidAge, about_her, ages_in
from legalassist.assessments.text_events import EVENTS, SENTENCE, Event, her_own
from legalassist.assessments.text_names import Known, another_name, known_names, near_names
from legalassist.facts.dates import PartialDate, age_range, days_of
from legalassist.facts.text_dates import TextDate, dates_in

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
    mine = True
    own = her_own(text)
    for number, found in enumerate(SENTENCE.finditer(text), 1):
        sentence = own[found.start() : found.end()]
        where, dates = f"sentence {number}", dates_in(sentence, look.as_of.year)
        spoken = [event for event in EVENTS if event.spoken.search(sentence)]
        for event in spoken if dates else ():
            yield from _event_apart(look, path, where, event, _nearest(sentence, event, dates))
        for age in ages_in(sentence, dates, before, mine=mine):
            yield from _age_apart(look, path, where, age)
        yield from _near_miss(look, path, where, dates)
        for name in near_names(found[0], names):
            about = "a name in the statement is spelt in nearly the same way as in the answers"
            yield Contradiction("text spelling", (path, name), about, SPELLING, where)
        before, mine = dates, about_her(sentence, mine=mine)
    hers = tuple(one for one in names if one.path == CLIENT or one.path.startswith("client.other_names"))
    if another_name(own, hers):
        about = "the name in the statement is another than in the answers"
        yield Contradiction("text name", (path, CLIENT), about, SPELLING)


def _nearest(sentence: str, event: Event, dates: tuple[TextDate, ...]) -> TextDate:
    """Return the date of a sentence that stands nearest to where the event is named."""
    found = event.spoken.search(sentence)
    middle = (found.start() + found.end()) // 2 if found else 0
    return min(dates, key=lambda one: min(abs(one.start - middle), abs(one.end - middle)))


def _event_apart(look: Look, path: str, where: str, event: Event, said: TextDate) -> Found:
    if said.earliest > look.as_of:
        about = f"the statement's date of {event.name} has not come yet"
        yield Contradiction("text future", (path,), about, CALENDARS, where)
    facts = [(fact, known) for fact in _instances(look, event.facts) if (known := look.date(fact)) is not None]
    if facts and not any(overlap((said.earliest, said.latest), days_of(known)) for _, known in facts):
        about = f"the statement's date of {event.name} fits no answer about it"
        yield Contradiction("text date", (path, *(fact for fact, _ in facts)), about, CALENDARS, where)


def _instances(look: Look, patterns: tuple[str, ...]) -> Iterator[str]:
    for pattern in patterns:
        group, bracket, rest = pattern.partition("[]")
        if bracket:
            yield from (f"{row}{rest}" for row in look.rows(group))
        else:
            yield pattern


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
    events = [event for event in EVENTS if BORN not in event.facts and event.spoken.search(about)]
    facts = [fact for event in events for fact in _instances(look, event.facts)]
    known = [(fact, said) for fact in facts if (said := look.date(fact)) is not None]
    if any(fact not in dict(known) and "[" in fact and not fact.startswith("family[") for fact in facts):
        return (), []
    return tuple(fact for fact, _ in known), [days_of(said) for _, said in known]


def _near_miss(look: Look, path: str, where: str, dates: tuple[TextDate, ...]) -> Found:
    """Yield an exact day that no answer has, but for one of its three parts: a slip of the pen, or of the tongue."""
    answers = [(fact, known) for fact in _dated(look) if (known := look.date(fact)) is not None and known.exact]
    for said in dates:
        day = said.exact
        if day is None or any(known.exact == day for _, known in answers):
            continue
        near = [fact for fact, known in answers if _one_part_differs(known, said)]
        if near:
            about = "a day in the statement differs from an answer in one part only"
            yield Contradiction("text near", (path, *near), about, CALENDARS, where)


def _one_part_differs(known: PartialDate, said: TextDate) -> bool:
    day, other = known.exact, said.exact
    if day is None or other is None:
        return False
    return sum(a != b for a, b in zip(day.timetuple()[:3], other.timetuple()[:3], strict=True)) == 1


def _dated(look: Look) -> Iterator[str]:
    yield from (BORN, FIRST, LAST, "reporting.date")
    yield from _instances(look, ("entries[].date", "arrests[].date", "departures[].left_on", "family[].birth_date",
                                 "family[].marriage_date", "jobs[].from_date", "jobs[].to_date"))  # fmt: skip
