"""Numbers and addresses of real people: none belongs in a catalog, not even as an example."""

import re
from collections.abc import Iterator
from functools import cache

from legalassist.disclosure.shapes import blocked_shapes
from legalassist.handouts.contacts import contact_numbers
from legalassist.law.authorities import Authorities
from legalassist.translations.gates.alarm import Found, Pair
from legalassist.translations.gates.marks import HAN

_INVENTED = re.compile(
    r"555-?01\d\d$|@(?:[\w-]+\.)*example\.(?:org|com|net)$|^A[ #-]?(?:0?123-?456-?789|012345678|123456789|0{8,9})$"
)
"""What is nobody's: telephone numbers kept for invented people, mail addresses at example.org, the usual samples."""


@cache
def _public() -> frozenset[str]:
    return frozenset(re.sub(r"\D", "", one)[-10:] for one in contact_numbers(Authorities.load()).values())


def personal_data(pair: Pair) -> Iterator[Found]:
    """Yield a telephone number, id, A-Number, receipt or mail address that is neither invented nor a public hotline's."""
    chinese = re.sub(rf"[{HAN}]", " ", pair.text)  # a number right beside a Chinese character is one, too
    for what, shown in dict.fromkeys((*blocked_shapes(pair.english), *blocked_shapes(chinese))):
        if not _INVENTED.search(shown) and re.sub(r"\D", "", shown)[-10:] not in _public():
            yield f"{what} that could be a real person's", "write an invented one: 212-555-0123, name@example.org"
            return
