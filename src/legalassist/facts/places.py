"""Whether two addresses, typed at two questions, are one house: a confidential place is hidden at every question.

Nothing is corrected and nothing is looked up. What people write in several ways (Ave, Avenue; # 3B, Apt 3B; the unit on
the street's line; Flushing, Queens) is folded before the two are compared.
"""

import re

from legalassist.facts.values import Address

_WAYS = {
    "avenue": "ave", "av": "ave", "street": "st", "road": "rd", "boulevard": "blvd", "drive": "dr", "lane": "ln",
    "place": "pl", "court": "ct", "terrace": "ter", "parkway": "pkwy", "square": "sq", "highway": "hwy",
    "north": "n", "south": "s", "east": "e", "west": "w", "northeast": "ne", "northwest": "nw", "southeast": "se",
    "southwest": "sw", "first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6",
    "seventh": "7", "eighth": "8", "ninth": "9", "tenth": "10",
}  # fmt: skip
_UNIT = re.compile(
    r"(?:[,\s]+|^)(?:(?:apartment|apt|unit|suite|ste|room|rm|floor|fl)\b\.?\s*#?|#)\s*(?P<unit>[a-z0-9-]+)\s*$"
)
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)$")


def same_place(one: Address, other: Address) -> bool:
    """Say whether two addresses are one house: one street and number, in one town or one ZIP code, in one country.

    Two units tell two homes apart; where one address has none it may be either.
    """
    (street, unit), (street_too, unit_too) = _parts(one), _parts(other)
    if not street or street != street_too or one.country != other.country:
        return False
    return _one_town(one, other) and (not unit or not unit_too or unit == unit_too)


def _parts(address: Address) -> tuple[tuple[str, ...], str]:
    """Return the words of a street's line without its unit, and the unit, wherever it was typed."""
    line, unit = address.street.casefold(), address.unit.casefold()
    found = _UNIT.search(line)
    if found is not None:
        line, unit = line[: found.start()], unit or found["unit"]
    return tuple(_word(word) for word in re.findall(r"\w+", re.sub(r"[-.'’]", "", line))), re.sub(r"\W", "", unit)


def _word(word: str) -> str:
    return _ORDINAL.sub("", _WAYS.get(word, word))


def _one_town(one: Address, other: Address) -> bool:
    """Say whether two towns can be one: by name, by ZIP code, or because one of them is not said."""
    cities = {re.sub(r"\W", "", address.city.casefold()) for address in (one, other)} - {""}
    codes = {(address.zip_code or address.postal_code)[:5].strip() for address in (one, other)} - {""}
    said_twice = one.zip_code or one.postal_code, other.zip_code or other.postal_code
    return len(cities) <= 1 or (all(said_twice) and len(codes) == 1)
