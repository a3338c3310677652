"""How far each language reaches: what has to be said in it, and what is not said in it yet.

Simplified Chinese says everything a client meets. What only the office reads (titles of pieces, reasons of the law,
words of print pages) is said in English, where an attorney can approve it. Traditional Chinese says what is handed out,
what is read aloud of it and before a case is offered, and the letters that somebody signs or swears to; screens come
later, and a screen that asks for one says so.
"""

from legalassist.documents.wording import SWORN
from legalassist.handouts.speech import WRITTEN_IN
from legalassist.handouts.texts import CATALOG as HANDOUTS
from legalassist.languages.tags import ENGLISH, TRADITIONAL
from legalassist.placement.spoken import DOMAIN as PLACEMENT
from legalassist.translations.office import OFFICE


def reaches(language: str, domain: str, context: str) -> bool:
    """Say whether a text has to be there in a language."""
    if domain in WRITTEN_IN:
        return language in WRITTEN_IN[domain]
    if context.split(".", maxsplit=1)[0] in OFFICE:
        return language == ENGLISH
    if language != TRADITIONAL or domain in {HANDOUTS, PLACEMENT}:
        return True
    parts = context.split(".")
    return parts[0] == "template" and len(parts) > 1 and parts[1] in SWORN
