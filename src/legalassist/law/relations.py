"""Which class each relation gives in one reading, where nothing is uncertain: the statute's own yes and no.

What is written down nowhere in our sources is an outcome too (``no rule``), and never guessed: what makes a step,
adopted or out-of-wedlock relation, a sibling's age under the retaliation clause, a principal who turns 21 after the
grant.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from legalassist.law.finding import Reason, Verdict
from legalassist.law.readings import Band, Wedding

Class = Literal["T-2", "T-3", "T-4", "T-5", "T-6", "none", "no rule"]
"""A derivative class; ``none`` where the rules give none, ``no rule`` where no sourced rule speaks."""

Variable = Literal["client_under_21", "band", "married", "in_danger", "through", "wedding"]
"""The parts of a reading, by name."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way things can be: the client's age, the relative's age and marriage, danger, and who stands in between.

    `through` says whether a family member in a class from T-2 to T-5, who wants to come, connects the relative;
    `wedding` when the marriage came that makes a spouse or a step-relation.
    """

    client_under_21: bool = False
    band: Band = Band.GROWN
    married: bool = False
    in_danger: bool = False
    through: bool = False
    wedding: Wedding = Wedding.BEFORE


@dataclass(frozen=True, slots=True)
class Outcome:
    """The class that a reading gives, why, and by which authorities."""

    given: Class
    reason: Reason
    authorities: tuple[str, ...]

    @property
    def verdict(self) -> Verdict:
        """Return met for a class by relation and age, not met for none; a danger is for the attorney to judge."""
        if self.given == "no rule":
            return Verdict.UNKNOWN
        if self.given == "none":
            return Verdict.NOT_MET
        return Verdict.ATTORNEY_DECIDES if self.reason is Reason.IN_DANGER else Verdict.MET


def spouse(reading: Reading) -> Outcome:
    """Give T-2 to a husband or wife. 8 CFR 214.211(a)(1)-(2), (e)(4)(ii), (iv).

    "Principal applicants who marry while their Application for T Nonimmigrant Status is pending may file an
    Application for Derivative T Nonimmigrant Status on behalf of their spouse".
    """
    if not reading.married:
        return Outcome("none", Reason.NO_MARRIAGE, ("FM-01", "NF-02"))
    if reading.wedding is Wedding.AFTER:
        return Outcome("none", Reason.MARRIED_AFTER_GRANT, ("FM-01", "NF-02"))
    reason = Reason.SPOUSE if reading.wedding is Wedding.BEFORE else Reason.SPOUSE_WHILE_PENDING
    return Outcome("T-2", reason, ("FM-01", "FM-02", "FM-03", "FM-15", "NF-02"))


def child(reading: Reading) -> Outcome:
    """Give T-3 to an unmarried child under 21 at filing. INA 214(o)(4); 8 CFR 214.211(e)(1), (e)(3)(i), (e)(4)(i).

    "USCIS will continue to consider a child as an eligible family member if the child was under 21 years of age at the
    time the principal filed the Application for T Nonimmigrant Status".
    """
    if reading.band is Band.NOT_BORN:
        return Outcome("T-3", Reason.CHILD_BORN_LATER, ("FM-01", "NF-02"))
    if reading.band is not Band.GROWN and not reading.married:
        return Outcome("T-3", Reason.CHILD, ("FM-01", "FM-02", "FM-03", "FM-06", "FM-09"))
    if reading.in_danger:
        return Outcome("no rule", Reason.CHILD_GROWN_IN_DANGER, ("FM-04", "FM-05"))
    return Outcome("none", Reason.CHILD_GROWN_OR_MARRIED, ("FM-03", "FM-06", "FM-09"))


def parent(reading: Reading) -> Outcome:
    """Give T-4 to a parent of a client under 21, or to one in danger. 8 CFR 214.211(a)(2)-(3), (e)(2)(i)-(ii).

    "A parent or unmarried sibling will remain eligible even if the principal applicant turns 21 years of age before
    adjudication of the application for T-1 nonimmigrant status."
    """
    if reading.client_under_21:
        return Outcome("T-4", Reason.PARENT, ("FM-01", "FM-02", "FM-07"))
    if reading.in_danger:
        return Outcome("T-4", Reason.IN_DANGER, ("FM-01", "FM-04", "NF-03"))
    return Outcome("none", Reason.NO_DANGER, ("FM-03", "FM-04"))


def sibling(reading: Reading) -> Outcome:
    """Give T-5 to a young client's young sibling, T-6 through a parent to others. 8 CFR 214.211(a), (e)(2).

    "An unmarried sibling will remain eligible even if the unmarried sibling is over 18 years of age at the time of
    adjudication of the T-1 application, so long as the unmarried sibling was under 18 years of age at the time the
    T-1 application was filed." That protection is given to principals under 21 only.
    """
    if reading.band is Band.NOT_BORN:
        return Outcome("no rule", Reason.SIBLING_BORN_LATER, ("FM-08",))
    if reading.band is Band.UNDER_18 and not reading.married:
        return _young_sibling(reading)
    if reading.in_danger:
        return _through(reading)
    return Outcome("none", Reason.SIBLING_GROWN_OR_MARRIED, ("FM-04", "FM-08", "FM-09"))


def _young_sibling(reading: Reading) -> Outcome:
    """Give T-5 by the client's age; under the retaliation clause it is open on which day the sibling's age counts.

    A parent who is a derivative makes the question smaller: the sibling is then that derivative's child (T-6) too.
    """
    if reading.client_under_21:
        return Outcome("T-5", Reason.SIBLING, ("FM-01", "FM-02", "FM-07", "FM-08", "FM-09"))
    if reading.in_danger:
        reason = Reason.SIBLING_DAY_OPEN_OR_T6 if reading.through else Reason.SIBLING_DAY_OPEN
        return Outcome("no rule", reason, ("FM-04", "FM-05", "FM-08", "NF-03"))
    return Outcome("none", Reason.NO_DANGER, ("FM-03", "FM-04"))


def grandchild(reading: Reading) -> Outcome:
    """Give T-6 to a child of a derivative who is in danger. INA 101(a)(15)(T)(ii)(III); 8 CFR 214.211(a)(3).

    "T-6 (adult or minor child of a derivative of the principal applicant)".
    """
    if reading.in_danger:
        return _through(reading)
    return Outcome("none", Reason.NO_DANGER_FOR_T6, ("FM-04", "FM-05"))


def stepchild(reading: Reading) -> Outcome:
    """Give no class where step-children surely have none; else no sourced rule, or T-6. 8 CFR 214.211(e)(4)(iii).

    "the principal applicant may apply for a stepparent or stepchild if the qualifying relationship was created after
    they filed their Application for T Nonimmigrant Status but before it was approved." What makes a qualifying
    step-relation is in none of our sources. A grown or married one can be a T-6 as the child of the spouse.
    """
    if reading.band is Band.NOT_BORN:
        return Outcome("no rule", Reason.STEP_RELATION, ("FM-01", "NF-02"))
    young = reading.band is not Band.GROWN and not reading.married
    if reading.in_danger:
        return Outcome("no rule", Reason.STEP_RELATION, ("FM-04", "FM-05", "NF-02")) if young else _through(reading)
    if not young:
        return Outcome("none", Reason.CHILD_GROWN_OR_MARRIED, ("FM-03", "FM-06", "FM-09"))
    return _step(reading)


def stepparent(reading: Reading) -> Outcome:
    """Give no class where a parent would have none; else no sourced rule. 8 CFR 214.211(e)(4)(iii)-(iv)."""
    if not reading.client_under_21 and not reading.in_danger:
        return Outcome("none", Reason.NO_DANGER, ("FM-03", "FM-04"))
    return _step(reading)


def _step(reading: Reading) -> Outcome:
    """Say when the tie was made: after the grant it gives nothing, before it there is no sourced rule for the rest."""
    if reading.wedding is Wedding.AFTER:
        return Outcome("none", Reason.STEP_RELATION_LATE, ("FM-01", "NF-02"))
    return Outcome("no rule", Reason.STEP_RELATION, ("FM-01", "NF-02"))


def in_law(_reading: Reading) -> Outcome:
    """Give no class to a relative's husband or wife. 8 CFR 214.201, 214.211(a).

    The list of family members ends with parents, siblings and children of derivatives.
    """
    return Outcome("none", Reason.IN_LAW, ("FM-01", "FM-02", "FM-03", "FM-04"))


def _through(reading: Reading) -> Outcome:
    """Give T-6 where a derivative stands in between. 8 CFR 214.211(a)(3)."""
    if reading.through:
        return Outcome("T-6", Reason.IN_DANGER, ("FM-01", "FM-04", "FM-05", "NF-03"))
    return Outcome("none", Reason.NOBODY_BETWEEN, ("FM-04", "FM-05"))


@dataclass(frozen=True, slots=True)
class Kinship:
    """A relation the rules speak of: its outcome function, and the parts of a reading that it uses."""

    relation: str
    rule: str
    title: str
    outcome: Callable[[Reading], Outcome]
    uses: tuple[Variable, ...]


KINSHIPS: dict[str, Kinship] = {
    kinship.relation: kinship
    for kinship in (
        Kinship("spouse", "derivatives.spouse", "Husband or wife (T-2)", spouse, ("married", "wedding")),
        Kinship("child", "derivatives.child", "Child (T-3)", child, ("band", "married", "in_danger")),
        Kinship("parent", "derivatives.parent", "Parent (T-4)", parent, ("client_under_21", "in_danger")),
        Kinship(
            "sibling",
            "derivatives.sibling",
            "Sibling (T-5), or child of a parent who is a derivative (T-6)",
            sibling,
            ("client_under_21", "band", "married", "in_danger", "through"),
        ),
        Kinship(
            "grandchild",
            "derivatives.grandchild",
            "Child of a child who is a derivative (T-6)",
            grandchild,
            ("in_danger", "through"),
        ),
        Kinship(
            "stepchild",
            "derivatives.stepchild",
            "Step-child (T-3, or T-6 through the husband or wife)",
            stepchild,
            ("band", "married", "in_danger", "through", "wedding"),
        ),
        Kinship(
            "stepparent",
            "derivatives.stepparent",
            "Step-parent (T-4)",
            stepparent,
            ("client_under_21", "in_danger", "wedding"),
        ),
        Kinship("in_law", "derivatives.in_law", "Husband or wife of a relative", in_law, ()),
    )
}
"""The relations of ``family[].relation`` that rules speak of; every other one has no sourced rule."""
