"""The values a fact can hold. All immutable, all with one spelling in YAML (see `interviews.types`).

Plain Python values where they are enough (str for text, choices, e-mail, country and receipt number; bool for
yes/no; int and Decimal for numbers; tuple[str, ...] for several choices), and a small frozen class where not.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from legalassist.facts.dates import Age, PartialDate

_PART: Final = "(?:FIRST|GIVEN|MIDDLE|LAST|FAMILY)"
_SAID_FOR_A_NAME: Final = re.compile(
    rf"(?<!\w)(?:(?:[FLM]NU)+|[FLM](?P<gap>[\s.]+)N(?P=gap)U|N[FLMG]N|N(?P<space>[\s.]+)[FLMG](?P=space)N|NMI|X{{2,}}"
    rf"|X(?:[\s.]+X)+|N[\s.]*/[\s.]*A|UNKNOWN|NO\s+(?:{_PART}\s+)?NAME(?:\s+GIVEN)?"
    rf"|{_PART}\s+NAME\s+(?:UNKNOWN|NOT\s+(?:KNOWN|GIVEN)))(?!\w)",
    re.IGNORECASE,
)
"""What systems write in the place of a name, wherever it stands beside one: FNU WANG, (LNU), FNU/LNU, F N U."""
_ALONE: Final = re.compile(
    r"NONE|NIL|UNK|TBD|NOT (?:APPLICABLE|AVAILABLE|GIVEN|KNOWN)|[无無]|没有|沒有|[无無]名|不[详詳明]|未知|不知道",
    re.IGNORECASE,
)
"""What is no name by itself, and may be a part of one."""
_BETWEEN: Final = " \t,;/|()[]{}<>*-_.?"


@lru_cache(maxsize=1024)
def name_in(part: str) -> str:
    """Return the name that stands in a part of a name; without what systems write in its place, empty where it is all.

    A part that is a name comes back as it is. "First name unknown" and the like are no part of anybody's name
    (conventions: a single name is the family name, and FNU or LNU is never written).
    """
    seen = "".join(one for one in unicodedata.normalize("NFKC", part) if unicodedata.category(one) != "Cf")
    left, times = _SAID_FOR_A_NAME.subn(" ", seen.replace("_", " "))
    bare = " ".join(left.split()).strip(_BETWEEN)
    if not any(map(str.isalpha, bare)) or _ALONE.fullmatch(bare):
        return ""
    return bare if times else part.strip()


def is_name(part: str) -> bool:
    """Say whether a part of a name is one: not empty, and nothing in it that stands in a name's place (FNU, XXX)."""
    return bool(part.strip()) and name_in(part) == part.strip()


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
        said = map(name_in, (self.given, self.middle, self.family))
        return " ".join(filter(None, said)) or name_in(self.native)

    @property
    def indexed(self) -> str:
        """Return the name as an index lists it: FAMILY, given middle."""
        rest = " ".join(filter(None, map(name_in, (self.given, self.middle))))
        return ", ".join(filter(None, (name_in(self.family).upper(), rest))) or name_in(self.native)

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
