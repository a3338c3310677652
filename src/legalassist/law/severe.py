"""First element of T-1 status: victim of a severe form of trafficking, by action, means and purpose.

Labor and sex trafficking are taken apart where the answers name the kind. What these rules do not decide: whether facts
amount to recruitment, coercion, servitude or a commercial sex act, and whose purpose it was.
"""

from legalassist.facts.known import Facts, Known, known_value
from legalassist.law.derived import AGE_FACTS, AGES_SAID, FIRST_ACT, LAST_ACT, under_18_at_an_act
from legalassist.law.finding import Reason, Verdict
from legalassist.law.readings import BIRTH_DATE, RECEIPT_DATE
from legalassist.law.rule import Conclusion, Point, Rule, rule
from legalassist.law.weigh import weigh

KIND, MEANS, DEBT = "trafficking.kind", "trafficking.means", "trafficking.debt"
RECRUITMENT, PASSPORT_HELD_BY, SEX_ACTS = "trafficking.recruitment", "client.passport_held_by", "past.sex_for_value"

LABOR_ACTION = Point(
    "Labor: recruiting, harboring, transporting, providing or obtaining a person for labor or services",
    (KIND, RECRUITMENT),
    ("action",),
    (FIRST_ACT, LAST_ACT, "jobs[].employer", "jobs[].from_date", "jobs[].to_date"),
)
SEX_ACTION = Point(
    "Sex: one of seven acts (the five of labor, patronizing, soliciting) for a commercial sex act",
    (KIND, RECRUITMENT, SEX_ACTS),
    ("action",),
    (FIRST_ACT, LAST_ACT),
)
LABOR_MEANS = Point("Labor: force, fraud or coercion, at any age", (KIND, MEANS, DEBT), ("means",), (PASSPORT_HELD_BY,))
SEX_MEANS = Point(
    "Sex: force, fraud or coercion, or under 18 at the act",
    (KIND, MEANS, DEBT),
    ("means",),
    (PASSPORT_HELD_BY, BIRTH_DATE, FIRST_ACT, *AGES_SAID),
)
LABOR_PURPOSE = Point(
    "Labor: involuntary servitude, peonage, debt bondage or slavery", (KIND, DEBT, RECRUITMENT), ("purpose",)
)
SEX_PURPOSE = Point("Sex: a commercial sex act", (KIND, RECRUITMENT, SEX_ACTS), ("purpose",))


def _of_kind(facts: Facts, labor: Point, sex: Point) -> tuple[Point, ...]:
    """Return the point of each kind of trafficking that the answers name; both where they name none."""
    kinds = _kinds(facts)
    return tuple(point for kind, point in (("labor", labor), ("sex", sex)) if kind in kinds) or (labor, sex)


def _kinds(facts: Facts) -> set[str]:
    """Return the kinds of acts on record: those that were forced, and sex acts for value, which under 18 need no force.

    22 U.S.C. 7102(11)(A): "induced by force, fraud, or coercion, or in which the person induced to perform such act has
    not attained 18 years of age".
    """
    named = known_value(facts, KIND)
    kinds = set(named) & {"labor", "sex"} if isinstance(named, tuple) else set[str]()
    return kinds | ({"sex"} if known_value(facts, SEX_ACTS) is True else set())


def _weigh_kinds(facts: Facts, labor: Point, sex: Point) -> Conclusion:
    """Weigh the part of one kind, or of both."""
    both = _kinds(facts) == {"labor", "sex"}
    return weigh(facts, _of_kind(facts, labor, sex), Reason.SEVERE_FORM_OF_BOTH if both else Reason.ON_RECORD)


@rule(
    "tvisa.action",
    "Victim of a severe form of trafficking: the action",
    authorities=("EL-01", "EL-02", "EL-03", "EL-04", "EV-05"),
    reads=(KIND, SEX_ACTS),
    topics=("action",),
    points=(LABOR_ACTION, SEX_ACTION),
)
def action(facts: Facts, _client: str) -> Conclusion:
    """List what speaks to the action. 22 U.S.C. 7102(11)(B).

    "the recruitment, harboring, transportation, provision, or obtaining of a person for labor or services"
    """
    return _weigh_kinds(facts, LABOR_ACTION, SEX_ACTION)


@rule(
    "tvisa.means",
    "Victim of a severe form of trafficking: the means (force, fraud or coercion)",
    authorities=("EL-02", "EL-03", "EL-04", "EL-05", "EL-06", "EL-10", "EV-05"),
    reads=(KIND, SEX_ACTS, *AGE_FACTS, RECEIPT_DATE),
    topics=("means",),
    points=(LABOR_MEANS, SEX_MEANS),
)
def means(facts: Facts, _client: str) -> Conclusion:
    """List what speaks to the means, and say where none may be needed. 8 CFR 214.206(a)(1).

    "Except in instances of sex trafficking involving victims under 18 years of age, severe forms of trafficking in
    persons must involve both a particular means (force, fraud, or coercion) and a particular end".
    """
    points = _of_kind(facts, LABOR_MEANS, SEX_MEANS)
    if "sex" in _kinds(facts) and under_18_at_an_act(facts) == Known(value=True):
        return Conclusion(Verdict.ATTORNEY_DECIDES, Reason.MEANS_MAY_NOT_MATTER, points=points)
    return _weigh_kinds(facts, LABOR_MEANS, SEX_MEANS)


@rule(
    "tvisa.purpose",
    "Victim of a severe form of trafficking: the purpose",
    authorities=("EL-02", "EL-03", "EL-04", "EL-07", "EL-08", "EL-09", "EV-05"),
    reads=(KIND, SEX_ACTS),
    topics=("purpose",),
    points=(LABOR_PURPOSE, SEX_PURPOSE),
)
def purpose(facts: Facts, _client: str) -> Conclusion:
    """List what speaks to the purpose. 8 CFR 214.206(a)(1).

    "a particular end or a particular intended end (sex trafficking, involuntary servitude, peonage, debt bondage, or
    slavery)"
    """
    return _weigh_kinds(facts, LABOR_PURPOSE, SEX_PURPOSE)


RULES: tuple[Rule, ...] = (action, means, purpose)
"""The rules of this module, in the order of the parts."""
