"""When the statement says that a job began and ended, against the answers about jobs.

A job is known by the employer's name; a span of years without one must fit some job, or the time of what happened,
unless it ended before anybody came here: the answers are about jobs here.
"""

import re

from legalassist.assessments.contradiction import CALENDARS, Contradiction, Found, Look
from legalassist.assessments.dates_apart import FIRST, LAST, overlap
from legalassist.assessments.text_ages import about_her
from legalassist.assessments.text_clauses import blotted, clauses_of, span_of
from legalassist.assessments.text_events import ABROAD, UNREAL
from legalassist.facts.dates import PartialDate, days_of
from legalassist.facts.text_dates import TextDate

_AT = r"(?:(?:at|in|for|with|as an? \w+ (?:at|in|for))\s+)?(?:the\s+)?"
_END = (
    r"(?:[\s\x00\x02.,!;]"
    r"|\b(?:in|on|at|only|for good|forever|finally|last|then|around|about|by|there|work|working)\b)*$"
)
_END_HAN = r"(?:[\s\x00\x02。，！]|了|在|是|的)*$"
_BY_ME = r"(?:^|\b(?:I|we|and|then|finally|first|only|just)\s+)"
_BEGAN = re.compile(
    rf"{_BY_ME}(?:started|began)\b\s+(?:(?:to\s+)?work(?:ing)?\s+|(?:my|the|a|this|that)\s+(?:new\s+)?(?:job|work)\s+)?{_AT}"
    rf"(?:\x02+|there\b)?(?:\s+as an? \w+)?{_END}"
    rf"|\b(?:got (?:a|the|my) job(?! (?:of|list))|was hired(?! out))\b"
    rf"|开始(?:在\x02*)?(?:上班|工作|打工|干活|做工|做)?{_END_HAN}",
    re.IGNORECASE,
)
_ENDED = re.compile(
    rf"{_BY_ME}(?:left|quit|stopped working)\b(?:\s+(?:my|the|this|that|job|work|there|place|restaurant))*\s*"
    rf"{_AT}\x02*{_END}"
    rf"|离开了?\x02*{_END_HAN}|不做了|(?<!推)辞(?:职|工|了|掉)",
    re.IGNORECASE,
)
_NOT_THE_END = re.compile(
    r"\b(?:early|late|sick|ill|doctor|hospital|back|returned|again|hour|minute|midnight|usual|shift|closing|dark"
    r"|after work|nobody|not|never|tried|wanted|could)\b|n['’]t\b|早退|病|医院|又回|回来|没|不能|想",
    re.IGNORECASE,
)
_WORKED = re.compile(r"\b(?:worked|working|was employed|had (?:a|my) job)\b|做|打工|干活|上班|工作", re.IGNORECASE)
_ONLY_THE_TIME = re.compile(
    r"(?:\W|\b(?:and|I|started|began|left|quit|worked|working|was|employed|there|at|in|for|from|since|until|till|to|through"
    r"|about|around|the)\b|[我们在从自到了做干工作打上班一直]|餐馆|店里|那里)*",
    re.IGNORECASE,
)
"""Of a sentence that says when the work was and nothing else: "from March I worked nights" is a part of the time."""
_SHORTEST = 4
Ends = tuple[TextDate | None, TextDate | None]


def jobs_apart(look: Look, path: str, where: str, sentence: str, dates: tuple[TextDate, ...]) -> Found:
    """Yield the beginning or end of a job in a sentence that fits no answer about it."""
    named = [row for row in look.rows("jobs") if _is_named(look.text(f"{row}.employer"), sentence)]
    for row in named:
        name = look.text(f"{row}.employer").strip()
        sentence = re.sub(re.escape(name), "\x02" * len(name), sentence, flags=re.IGNORECASE)
    (began, ended), part_of_it = _said(sentence, dates)
    if named:
        for said, part in ((began, "from_date"), (ended, "to_date")):
            facts = tuple(f"{row}.{part}" for row in named)
            if said is not None and not _fits(look, said, facts, part=part if part_of_it else ""):
                yield Contradiction("text job", (path, *facts), _about(part), CALENDARS, where)
    elif began and ended and _WORKED.search(sentence) and not ABROAD.search(sentence):
        yield from _span_apart(look, path, where, (began, ended))


def _about(part: str) -> str:
    which = "began" if part == "from_date" else "ended"
    return f"the statement's date of when a job {which} fits no answer about it"


def _is_named(employer: str, sentence: str) -> bool:
    name = employer.strip().casefold()
    return bool(name) and (len(name) >= _SHORTEST or not name.isascii()) and name in sentence.casefold()


def _said(sentence: str, dates: tuple[TextDate, ...]) -> tuple[Ends, bool]:
    """Return when a sentence says that her work began and ended, and whether that may be only a part of the time."""
    began = ended = None
    part = False
    for clause in clauses_of(sentence, dates):
        told = sentence[: clause.start + len(clause.words)]
        if not clause.dates or UNREAL.search(clause.words) or not about_her(told, mine=not sentence.isascii()):
            continue
        since, until = span_of(sentence, clause)
        if (since or until) and _WORKED.search(clause.words):
            began, ended = since or began, until or ended
            part = _ONLY_THE_TIME.fullmatch(blotted(sentence, dates)) is None
        elif _BEGAN.search(clause.words) and not until:
            began = clause.dates[-1]
        elif _ENDED.search(clause.words) and not since and not _NOT_THE_END.search(sentence):
            ended = clause.dates[-1]
    return (began, ended), part


def _fits(look: Look, said: TextDate, facts: tuple[str, ...], part: str) -> bool:
    """Say whether a date fits one of the answers, or one of them is not known; a part of the time fits inside it."""
    known = [look.date(fact) for fact in facts]
    if None in known:
        return True
    days = [days_of(one) for one in known if one is not None]
    inside = [part == "from_date" and said.latest > last for _, last in days]
    inside += [part == "to_date" and said.earliest < first for first, _ in days]
    return any(inside) or any(overlap((said.earliest, said.latest), one) for one in days)


def _span_apart(look: Look, path: str, where: str, span: tuple[TextDate, TextDate]) -> Found:
    came = [said for row in look.rows("entries") if (said := look.date(f"{row}.date")) is not None]
    if not came or span[1].earliest <= min(one.latest for one in came):
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
