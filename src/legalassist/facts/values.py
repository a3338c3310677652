"""The values a fact can hold. All immutable, all with one spelling in YAML (see `interviews.types`).

Plain Python values where they are enough (str for text, choices, e-mail, country and receipt number; bool for
yes/no; int and Decimal for numbers; tuple[str, ...] for several choices), and a small frozen class where not.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from legalassist.facts.dates import Age, PartialDate

_NO_NAME: Final = re.compile(
    r"[FLM]NU|N[FLMG]N|NMI|N/A|X{2,}|UNKNOWN|NONE|NO (?:(?:FIRST|GIVEN|MIDDLE|LAST|FAMILY) )?NAME(?: GIVEN)?"
    r"|(?:FIRST|GIVEN|MIDDLE|LAST|FAMILY) NAME UNKNOWN"
)


def is_name(part: str) -> bool:
    """Say whether a part of a name is one: not empty, and not what systems write in its place (FNU, LNU, XXX).

    "First name unknown" and the like are no part of anybody's name (conventions: a single name is the family name, and
    FNU or LNU is never written).
    """
    return bool(part.strip()) and _NO_NAME.fullmatch(" ".join(part.upper().replace(".", "").split())) is None


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name as the person's documents spell it; never converted, split or romanised by software."""

    family: str = ""
    given: str = ""
    middle: str = ""
    native: str = ""

    @property
    def full(self) -> str:
        """Return the name in the order of an English filing: given, middle, family; a stand-in is not printed."""
        return " ".join(part for part in (self.given, self.middle, self.family) if is_name(part)) or self.native

    @property
    def indexed(self) -> str:
        """Return the name as an index lists it: FAMILY, given middle."""
        rest = " ".join(part for part in (self.given, self.middle) if is_name(part))
        return ", ".join(part for part in (self.family.upper(), rest) if is_name(part)) or self.native

    def __str__(self) -> str:
        """Read as the full name."""
        return self.full


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address, in the United States or abroad, with "in care of" and the confidential mark."""

    street: str = ""
    unit_kind: str = ""
    unit: str = ""
    city: str = ""
    state: str = ""
    zip_code: str = ""
    province: str = ""
    postal_code: str = ""
    country: str = "US"
    in_care_of: str = ""
    native: str = ""
    confidential: bool = False

    @property
    def lines(self) -> tuple[str, ...]:
        """Return the address as the lines of an envelope, small to large, without the country's name."""
        street = " ".join(part for part in (self.street, self.unit_kind, self.unit) if part)
        region = " ".join(part for part in (self.state or self.province, self.zip_code or self.postal_code) if part)
        town = ", ".join(part for part in (self.city, region) if part)
        care = f"c/o {self.in_care_of}" if self.in_care_of else ""
        return tuple(line for line in (care, street, town) if line)

    def __str__(self) -> str:
        """Read as its lines, one after the other."""
        return ", ".join(self.lines)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in a currency (ISO 4217 code), as said; never converted."""

    amount: Decimal
    currency: str = "USD"

    def __str__(self) -> str:
        """Read as currency and amount."""
        return f"{self.currency} {self.amount}"


@dataclass(frozen=True, slots=True)
class Spoken:
    """A spoken language and, where it matters for the interpreter, the dialect. Script is another fact."""

    language: str
    dialect: str = ""

    def __str__(self) -> str:
        """Read as the dialect, or else the code of the language."""
        return self.dialect or self.language


@dataclass(frozen=True, slots=True)
class ExhibitAtHand:
    """A paper the client has or can get: a short title, its language, and how many pages."""

    title: str
    language: str = "en"
    pages: int = 1
    held: bool = True

    def __str__(self) -> str:
        """Read as its title."""
        return self.title


Value = (
    str
    | bool
    | int
    | Decimal
    | tuple[str, ...]
    | PartialDate
    | Age
    | PersonName
    | Address
    | Money
    | Spoken
    | ExhibitAtHand
)
"""Anything a known fact can hold."""
