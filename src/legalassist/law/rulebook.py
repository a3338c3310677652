"""All rules in order, and the findings they give for a case."""

from legalassist.facts.known import Facts
from legalassist.law import derivatives, tvisa
from legalassist.law.finding import Finding
from legalassist.law.rule import Rule

RULES: tuple[Rule, ...] = (*tvisa.RULES, *derivatives.RULES)
"""Every rule, in the order in which its findings are read: the five elements, travel, the family."""


def findings(facts: Facts) -> tuple[Finding, ...]:
    """Return every finding for a case: first about the client, then family member by family member.

    Never raises for absent, declined or contradictory answers: what is not known makes a finding unknown.
    """
    found = [finding for rule in RULES for finding in rule.findings(facts)]
    return tuple(sorted(found, key=_member))


def _member(finding: Finding) -> int:
    """Return the number of the family row a finding is about, 0 for the client (arrests and other rows too)."""
    group, _, rest = finding.subject.partition("[")
    return int(rest.partition("]")[0]) if group == "family" else 0
