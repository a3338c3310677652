"""The T visa: the five elements of T-1 status in the order of the statute, and what travel does to them.

INA 101(a)(15)(T)(i), 8 U.S.C. 1101(a)(15)(T)(i) (EL-01). Each element has a file of its own.
"""

from legalassist.law import compliance, grounds, hardship, presence, severe, travel
from legalassist.law.rule import Rule

RULES: tuple[Rule, ...] = (
    *severe.RULES,
    *presence.RULES,
    *compliance.RULES,
    *hardship.RULES,
    *grounds.RULES,
    *travel.RULES,
)
"""Every rule about the client, element by element."""
