"""How far the translations are: each text's state, computed from today's texts and the ledger, never stored."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from legalassist.languages.catalog import Catalog, Translation
from legalassist.languages.tags import ENGLISH, LANGUAGES
from legalassist.library import Library
from legalassist.reviews.ledger import Ledger, Said, State
from legalassist.translations.extract import domains, extract
from legalassist.translations.message import Message
from legalassist.translations.scope import reaches


@dataclass(frozen=True, slots=True)
class Standing:
    """One text in one language: the message, the translation, its state, whether an approval of it has lapsed.

    `previous` is the English that a stale text was made from, where it is known.
    """

    message: Message
    language: str
    text: str
    state: State
    lapsed: bool
    previous: str = ""

    @property
    def said(self) -> Said:
        """The text as the ledger speaks of it."""
        return Said(self.message.context, self.language, self.message.english, self.text)


@dataclass(frozen=True, slots=True)
class Counted:
    """One line of the overview: a domain in a language, how many texts are in each state, how many English words."""

    domain: str
    language: str
    states: Counter[State]
    lapsed: int
    words: int

    @property
    def total(self) -> int:
        """How many texts there are."""
        return sum(self.states.values())


def languages_of(library: Library) -> tuple[str, ...]:
    """Return the languages the shelves have catalogs in, in the order of `languages.tags`."""
    found = {book.name.split("/")[1] for book in library.books("locales", ".po")}
    return tuple(one for one in LANGUAGES if one in found)


def catalogs_of(library: Library, language: str) -> Iterator[Catalog]:
    """Yield every catalog there is in a language; a shelf that only the office reads has none.

    Raises ContentError for one with problems of its own.
    """
    for domain in domains(library):
        if library.find(catalog_file(language, domain)) is not None:
            yield Catalog.read(library, language, domain)


def standings(library: Library, language: str, domain: str, ledger: Ledger) -> tuple[Standing, ...]:
    """Return how each text of a domain stands in a language; English stands as soon as it is written.

    Raises ContentError where a catalog or the shelf has problems of its own.
    """
    wanted = [one for one in extract(library, domain) if reaches(language, domain, one.context)]
    if language != ENGLISH and library.find(catalog_file(language, domain)) is None:
        return tuple(Standing(one, language, "", State.MISSING, lapsed=False) for one in wanted)
    catalog = Catalog.read(library, language, domain)
    return tuple(_standing(catalog, one, ledger) for one in wanted)


def _standing(catalog: Catalog, message: Message, ledger: Ledger) -> Standing:
    if catalog.language == ENGLISH:
        said = Said(message.context, ENGLISH, message.english, message.english)
        return Standing(message, ENGLISH, message.english, ledger.state(said), ledger.lapsed(said))
    one = catalog.by_context.get(message.context)
    text = one.text if one is not None else ""
    said = Said(message.context, catalog.language, message.english, text)
    if not text.strip():
        state = State.MISSING
    elif catalog.stale(message.context, message.english):
        state = State.STALE
    else:
        state = ledger.state(said)
    return Standing(message, catalog.language, text, state, ledger.lapsed(said), _earlier(one, message.english))


def _earlier(one: Translation | None, english: str) -> str:
    """Return the English a text was made from, where that is not today's."""
    if one is None or not one.text.strip():
        return ""
    return one.previous or (one.english if one.english != english else "")


def overview(library: Library, ledger: Ledger, languages: Iterable[str] = ()) -> Iterator[Counted]:
    """Yield the counts of every domain in every language; domains that a language does not reach are left out."""
    for language in tuple(languages) or languages_of(library):
        for domain in domains(library):
            found = standings(library, language, domain, ledger)
            if found:
                words = sum(len(one.message.english.split()) for one in found)
                lapsed = sum(1 for one in found if one.lapsed)
                yield Counted(domain, language, Counter(one.state for one in found), lapsed, words)


def catalog_file(language: str, domain: str) -> str:
    """Return the name of a catalog on a shelf."""
    return f"locales/{language}/LC_MESSAGES/{domain}.po"
