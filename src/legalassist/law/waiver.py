"""Whether a request for a waiver (Form I-192) is in question: what the plain answers touch, for whom.

Only that a ground is touched is computed here. Whether it exists, and whether a request is filed, an attorney decides
(``filing.waiver``, ``family[].waiver``). For a family member no rule of law is written yet: an answer of theirs that
touches a ground is enough to put the question.
"""

from legalassist.facts.known import Fact, Facts, Known, Unknown, Why, known_value
from legalassist.facts.paths import row_path
from legalassist.law import grounds
from legalassist.law.finding import Reason, Verdict
from legalassist.law.flags import GENERAL_WAIVER, has_rows
from legalassist.law.readings import RECEIPT_DATE
from legalassist.law.rule import Rule

FLAGS: tuple[Rule, ...] = tuple(rule for rule in grounds.RULES if GENERAL_WAIVER in rule.points)
"""The flags of grounds that a waiver could reach, by the general leg at least."""

HANGS_ON_MORE = frozenset({Reason.PAPERS_BY_OTHERS})
"""Reasons that another answer can still take away: they put no request into a packet by themselves."""

CLIENT_READS = tuple(dict.fromkeys((*(path for flag in FLAGS for path in flag.reads), "arrests", RECEIPT_DATE)))

FAMILY_YES = (
    "past_sex_for_value", "past_helped_entry", "past_drug_business", "past_ordered", "past_sent_out", "past_untrue",
    "past_us_citizen", "past_punished", "past_weapon_used", "past_group_violence", "past_uncaught",
    "health_contagious", "health_harm_risk", "health_drug_use",
)  # fmt: skip
"""Plain answers of a family member's own talk of which a yes touches a ground."""

FAMILY_READS = (
    "family", "family[].been_in_us", "family[].arrests", "family[].entries", "family[].entries[].checked",
    *(f"family[].{name}" for name in FAMILY_YES),
)  # fmt: skip


def waiver_in_question(facts: Facts, _numbers: tuple[int, ...] = ()) -> Fact:
    """Say whether an answer of the client's touches a ground that a waiver could reach. INA 212(d)(3), (d)(13)."""
    found = [finding for flag in FLAGS for finding in flag.findings(facts)]
    if any(one.verdict is Verdict.ATTORNEY_DECIDES and one.reason not in HANGS_ON_MORE for one in found):
        return Known(value=True)
    open_facts = frozenset(path for one in found for path in one.absent)
    if open_facts or not facts.rows("arrests").complete:
        return Unknown(Why.NOT_ASKED, open_facts or frozenset({"arrests"}))
    return Unknown(Why.NO_RULE) if found else Known(value=False)


def family_waiver_in_question(facts: Facts, numbers: tuple[int, ...]) -> Fact:
    """Say whether an answer of a family member's own talk touches a ground; unknown until all are there."""
    row = row_path("family", numbers[0])
    asked = tuple(f"{row}.{name}" for name in FAMILY_YES)
    checked = tuple(f"{row_path(f'{row}.entries', one)}.checked" for one in facts.rows(f"{row}.entries").numbers)
    touched = _any(facts, asked, value=True) or _any(facts, checked, value=False)
    if touched or has_rows(facts, f"{row}.arrests"):
        return Known(value=True)
    wanting = frozenset(path for path in (*asked, *checked) if _open(facts.get(path)))
    groups = frozenset(one for one in (f"{row}.arrests", f"{row}.entries") if not facts.rows(one).complete)
    return Unknown(Why.NOT_ASKED, wanting | groups) if wanting or groups else Known(value=False)


def _any(facts: Facts, paths: tuple[str, ...], *, value: bool) -> bool:
    return any(known_value(facts, path) is value for path in paths)


def _open(fact: Fact) -> bool:
    return isinstance(fact, Unknown) and fact.why is not Why.DOES_NOT_APPLY
