"""When the statement says that a job began and ended, against the answers about jobs.

A job is known by the employer's name; a span of years without one must fit some job, or the time of what happened,
unless it ended before anybody came here: the answers are about jobs here.
"""

import re

from legalassist.assessments.contradiction import CALENDARS, Contradiction, Found, Look
from legalassist.assessments.dates_apart import FIRST, LAST, overlap
from legalassist.assessments.text_ages import about_her
from legalassist.assessments.text_clauses import clauses_of
from legalassist.assessments.text_events import ABROAD
from legalassist.facts.dates import PartialDate, days_of
from legalassist.facts.text_dates import TextDate

_BEGAN = re.compile(r"\b(?:started|began|got (?:a|the) job|was hired)\b|开始", re.IGNORECASE)
_ENDED = re.compile(
    r"\b(?:left\b(?!.*\bfor \w+ (?:minute|hour|day|night|week)s?\b)|quit\b(?! \w+ing)|stopped working\b)"
    r"|离开|不做了|辞",
    re.IGNORECASE,
)
_FROM = re.compile(r"(?:\b(?:from|since)\s+(?:about\s+)?|[从自])$", re.IGNORECASE)
_UNTIL = re.compile(r"(?:\b(?:until|till|to|through)\s+(?:about\s+)?|(?:做|干|工作)?到了?)$", re.IGNORECASE)
_WORK = re.compile(r"\b(?:worked|working)\b|做|打工|干活|上班|工作", re.IGNORECASE)
_SHORTEST = 4


def jobs_apart(look: Look, path: str, where: str, sentence: str, dates: tuple[TextDate, ...]) -> Found:
    """Yield the beginning or end of a job in a sentence that fits no answer about it."""
    began, ended = _said(sentence, dates)
    if not began and not ended:
        return
    named = [row for row in look.rows("jobs") if _is_named(look.text(f"{row}.employer"), sentence)]
    if named:
        for said, part in ((began, "from_date"), (ended, "to_date")):
            facts = tuple(f"{row}.{part}" for row in named)
            if said is not None and not _fits(look, said, facts):
                yield Contradiction("text job", (path, *facts), _about(part), CALENDARS, where)
    elif began and ended and _WORK.search(sentence) and not ABROAD.search(sentence):
        yield from _span_apart(look, path, where, (began, ended))


def _about(part: str) -> str:
    which = "began" if part == "from_date" else "ended"
    return f"the statement's date of when a job {which} fits no answer about it"


def _is_named(employer: str, sentence: str) -> bool:
    name = employer.strip().casefold()
    return bool(name) and (len(name) >= _SHORTEST or not name.isascii()) and name in sentence.casefold()


def _said(sentence: str, dates: tuple[TextDate, ...]) -> tuple[TextDate | None, TextDate | None]:
    """Return when a sentence says that her work began and ended, where it says so."""
    began = ended = None
    for clause in clauses_of(sentence, dates):
        for one in clause.dates:
            before = sentence[: one.start]
            if not about_her(sentence[: clause.start + len(clause.words)], mine=True):
                continue
            if _UNTIL.search(before) or _ENDED.search(clause.words):
                ended = one
            elif _FROM.search(before) or _BEGAN.search(clause.words):
                began = one
    return began, ended


def _fits(look: Look, said: TextDate, facts: tuple[str, ...]) -> bool:
    """Say whether a date fits one of the answers, or one of them is not known."""
    known = [look.date(fact) for fact in facts]
    return None in known or any(overlap((said.earliest, said.latest), days_of(one)) for one in known if one is not None)


def _span_apart(look: Look, path: str, where: str, span: tuple[TextDate, TextDate]) -> Found:
    came = [said for row in look.rows("entries") if (said := look.date(f"{row}.date")) is not None]
    if not came or span[1].latest <= min(one.latest for one in came):
        return
    if not look.facts.rows("jobs").complete and span[0].latest >= min(one.earliest for one in came):
        return  # a job that is not listed yet may be the one
    pairs = [(f"{row}.from_date", f"{row}.to_date") for row in look.rows("jobs")] + [(FIRST, LAST)]
    known = [(pair, (look.date(pair[0]), look.date(pair[1]))) for pair in pairs]
    if not any(one[0] for _, one in known) or any(_holds(one, span) for _, one in known):
        return
    facts = tuple(fact for pair, _ in known for fact in pair if look.date(fact) is not None)
    about = "the statement's time in a job fits no answer about jobs"
    yield Contradiction("text job", (path, *facts), about, CALENDARS, where)


def _holds(known: tuple[PartialDate | None, PartialDate | None], span: tuple[TextDate, TextDate]) -> bool:
    both = zip(known, span, strict=True)
    return all(one is None or overlap((said.earliest, said.latest), days_of(one)) for one, said in both)
