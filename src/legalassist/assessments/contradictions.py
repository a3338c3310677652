"""Answers that cannot both be right, from every side they are looked at. For the attorney's memo, never in a filing."""

from datetime import date

from legalassist.assessments.answers_apart import answers_apart
from legalassist.assessments.contradiction import Contradiction, Look
from legalassist.assessments.dates_apart import dates_apart
from legalassist.assessments.lives_apart import lives_apart
from legalassist.assessments.people_apart import people_apart
from legalassist.assessments.text_apart import text_apart
from legalassist.facts.known import Facts

SIDES = (dates_apart, people_apart, lives_apart, answers_apart, text_apart)


def contradictions(facts: Facts, as_of: date) -> tuple[Contradiction, ...]:
    """Return what does not fit together as of a day, each once, in the order of the sides."""
    look = Look(facts, as_of)
    return tuple(dict.fromkeys(one for side in SIDES for one in side(look)))
