"""Whose spouse is whose: one wedding is written down once, and two people's forms may ask for it."""

from collections.abc import Callable, Mapping

from legalassist.facts.known import known_value
from legalassist.facts.paths import row_path
from legalassist.forms.sources import Sources

_OF_THE_CLIENT: Mapping[str, str] = {
    "name": "client.name",
    "a_number": "client.a_number",
    "birth_date": "client.birth_date",
    "birth_city": "client.birth_city",
    "birth_province": "client.birth_province",
    "birth_country": "client.birth_country",
}
"""Where the parts of the client stand, for the form of the client's spouse; the wedding stands in the spouse's row."""


def spouse_path(part: str) -> Callable[[Sources], str]:
    """Return the function that finds a part of the spouse of the person a form is about; "" where there is none."""

    def path(sources: Sources) -> str:
        if not sources.about:
            row = _spouse_row(sources)
            return f"{row}.{part}" if row else ""
        if known_value(sources.facts, f"{sources.about}.relation") == "spouse":
            return _OF_THE_CLIENT.get(part, f"{sources.about}.{part}")
        return f"{sources.about}.spouse_{part}"

    return path


def _spouse_row(sources: Sources) -> str:
    """Return the row of the client's spouse: the first that is one."""
    for number in sources.facts.rows("family").numbers:
        row = row_path("family", number)
        if known_value(sources.facts, f"{row}.relation") == "spouse":
            return row
    return ""
