"""What the statement's text says about days, ages and the client's name, against the answers.

Only a sentence that names an event the interview asks about is compared, and only with the answers to that event; a
date of something nobody asks about (a father's illness) fits or not for nobody to say. What the statement says may be
the right one: nothing is changed, a person asks.
"""

from collections.abc import Iterator

from legalassist.assessments.contradiction import CALENDARS, SPELLING, Contradiction, Found, Look
from legalassist.assessments.dates_apart import BORN, FIRST, LAST, overlap
from legalassist.assessments.text_events import AGE, EVENTS, MY_NAME, SENTENCE, Event, years_of
from legalassist.facts.dates import PartialDate, age_range, days_of
from legalassist.facts.text_dates import TextDate, dates_in

STATEMENT = "statement.paragraphs"


def text_apart(look: Look) -> Found:
    """Yield every date, age and name in the statement that fits no answer about the same thing."""
    for row in look.rows(STATEMENT):
        for part in ("text", "english"):
            path = f"{row}.{part}"
            text = look.text(path)
            if text:
                yield from _in_text(look, path, text)


def _in_text(look: Look, path: str, text: str) -> Found:
    for number, sentence in enumerate(SENTENCE.findall(text), 1):
        where, dates = f"sentence {number}", dates_in(sentence)
        spoken = [event for event in EVENTS if event.spoken.search(sentence)]
        for event in spoken if dates else ():
            yield from _event_apart(look, path, where, event, _nearest(sentence, event, dates))
        if BORN not in [fact for event in spoken for fact in event.facts] or "今年" in sentence:
            yield from _age_apart(look, path, where, sentence, dates)
        yield from _near_miss(look, path, where, dates)
    yield from _name_apart(look, path, text)


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


def _age_apart(look: Look, path: str, where: str, sentence: str, dates: tuple[TextDate, ...]) -> Found:
    """Yield an age that does not fit the birth date and the day it is said of: the one date beside it, or today.

    In Chinese it may be counted from 1 at birth, and then be up to three years more.
    """
    found, born = AGE.search(sentence), look.date(BORN)
    if found is None or born is None:
        return
    now = bool(found["now"] or found["also_now"])
    if not now and len(dates) != 1:
        return
    on = (look.as_of, look.as_of) if now else (dates[0].earliest, dates[0].latest)
    youngest, oldest = age_range(days_of(born), on)
    counted = 3 if found["han"] else 0
    if oldest >= 0 and not youngest - now <= years_of(found) <= oldest + counted + now:
        about = "the age in the statement does not fit the day it is said of and the birth date"
        yield Contradiction("text age", (path, BORN), about, CALENDARS, where)


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


def _name_apart(look: Look, path: str, text: str) -> Found:
    """Yield the client's own name in her statement, where it is another than in the answers."""
    name, found = look.name("client.name"), MY_NAME.search(text)
    if name is None or not name.native or found is None:
        return
    others = [look.name(f"{row}.name") for row in look.rows("client.other_names")]
    known = {name.native, *(other.native for other in others if other is not None)}
    if found["han"] not in known:
        about = "the name in the statement is another than in the answers"
        yield Contradiction("text name", (path, "client.name"), about, SPELLING)
