"""One piece to be printed: a topic in a format and a language, all that stands on it, and its version code."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from legalassist.handouts.formats import BOTH, BOTH_TRADITIONAL, Format, Way
from legalassist.handouts.profiles import OFFICE, Profile
from legalassist.handouts.qr import code_of
from legalassist.handouts.speech import heard, says_aloud
from legalassist.handouts.texts import languages_of
from legalassist.handouts.topic import Topic
from legalassist.languages.tags import bcp47
from legalassist.reviews.ledger import Said

CODE_SIGNS = "23456789BCDFGHJKLMNPQRSTVWXZ"
"""The signs of a version code: no vowels, so that it never spells a word, and nothing that looks like another."""

OPEN, PLAIN = "open", "plain"
VARIANTS = (OPEN, PLAIN)
"""Open: says what it is about. Plain: no word on it, or in its file, tells anybody."""


OWN_WORDS = ("name", "hours", "address", "lines")
"""What the clinic says of itself on a piece, beside its number."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What of the clinic stands on a piece: its name, number, hours, address on the web, lines of its own, colour.

    `names`, `hours`, `advertising` and `disclaimer` are said once, or once for each language of the piece, in order.
    """

    names: tuple[str, ...]
    number: str
    hours: tuple[str, ...] = ()
    url: str = ""
    logo: str = ""
    advertising: tuple[str, ...] = ()
    disclaimer: tuple[str, ...] = ()
    colour: str = ""

    @property
    def name(self) -> str:
        """The clinic's name, in every language it is said in."""
        return " · ".join(self.names)


@dataclass(frozen=True)
class Piece:
    """One piece to be printed.

    `language` is one of `formats.languages_on`; `check_again` the first day on which one of its authorities is due;
    `contacts` the checked numbers of others (id, number) that stand beside the clinic's; `scanned`: a code to scan
    stands on it, with the address in words; `tight`: laid out with less air and the smallest lines at its foot, which
    is tried once nothing else fits.
    """

    topic: Topic
    form: Format
    language: str
    texts: tuple[Said, ...]
    shown: Shown
    check_again: dt.date | None
    banded: bool
    contacts: tuple[tuple[str, str], ...] = ()
    scanned: bool = False
    variant: str = OPEN
    profile: Profile = OFFICE
    tight: bool = False

    @property
    def name(self) -> str:
        """The piece's name in file names and messages: ``at-the-door-wallet-zh-Hans``."""
        kept = f"{self.topic.id}-{self.form.name}-{self.tag}"
        kept += "-plain" if self.variant == PLAIN else ""
        return kept if self.profile.name == OFFICE.name else f"{kept}-{self.profile.name}"

    @property
    def copies(self) -> int:
        """How many copies one printed sheet, or page of a print shop, holds."""
        return self.form.copies if self.profile.together else 1

    @property
    def title(self) -> str:
        """Its format's title; for a print shop each copy is a page of its own, whatever stands on a sheet elsewhere."""
        several = self.form.copies > 1 and self.copies == 1
        return f"{self.form.title.partition(',')[0]}, one on a page" if several else self.form.title

    @property
    def code_to_scan(self) -> tuple[str, float]:
        """The code as a picture, and its size in millimetres; empty where the piece carries none."""
        return code_of(self.shown.url, self.form) if self.scanned and self.variant == OPEN else ("", 0.0)

    @property
    def address(self) -> str:
        """The address printed in words alone: a plain piece carries no code, and a card has no room for either."""
        return self.shown.url if self.variant == PLAIN and not self.form.covered else ""

    def own_in(self, said: tuple[str, ...], languages: Sequence[str]) -> tuple[str, ...]:
        """Return what the clinic says of itself in some of the piece's languages; said in one way for all, as it is."""
        own = dict(zip(self.languages, said, strict=True)) if len(said) == len(self.languages) else {}
        return tuple(dict.fromkeys(own[one] for one in languages)) if own else said if languages else ()

    def hours_in(self, languages: Sequence[str]) -> tuple[str, ...]:
        """Return the hours in some of the piece's languages; an officer is not told when to call."""
        hers = [one for one in languages if not self.topic.faces_an_officer(self.form, (one,))]
        return self.own_in(self.shown.hours, hers)

    def lines_in(self, languages: Sequence[str]) -> tuple[str, ...]:
        """Return the clinic's own lines in some of its languages; a card has no room for a disclaimer beside its foot.

        The foot says that the piece is no legal advice, on every piece.
        """
        if self.topic.handed_as(self.form) and self.parted:  # all of them on her side, none on the officer's
            languages = () if self.topic.faces_an_officer(self.form, languages) else self.languages
        own = (self.shown.advertising,) if self.form.covered else (self.shown.advertising, self.shown.disclaimer)
        return tuple(line for said in own for line in self.own_in(said, languages))

    @property
    def own_words(self) -> Mapping[str, tuple[str, ...]]:
        """What the clinic says of itself on the piece beside its number, by what it is; nothing where it says none."""
        address = self.shown.url if self.scanned else self.address
        said = (self.shown.names, self.shown.hours, (address,), self.lines_in(self.languages))
        return {what: words for what, words in zip(OWN_WORDS, said, strict=True) if any(words)}

    @property
    def own_texts(self) -> tuple[str, ...]:
        """Everything that the clinic says of itself, as it may be printed: a name or line of its own is not ours."""
        shown = self.shown
        said = (*shown.names, shown.name, *shown.hours, " · ".join(shown.hours), shown.number, shown.url)
        return tuple(filter(None, (*said, *self.lines_in(self.languages))))

    @property
    def tag(self) -> str:
        """The language as file names write it: ``en``, ``zh-Hans``, ``both``."""
        return tag_of(self.language)

    @property
    def two(self) -> bool:
        """Whether it is in two languages."""
        return self.language in {BOTH, BOTH_TRADITIONAL}

    @property
    def parted(self) -> bool:
        """Whether its two languages stand on two panels: front and back, or the halves of a folded card."""
        return self.two and self.form.way in {Way.BACKS, Way.FOLDED}

    @property
    def languages(self) -> tuple[str, ...]:
        """Its languages, the reader's first."""
        return languages_of(self.language)

    @property
    def covered(self) -> bool:
        """Whether a band stands where the number would."""
        return self.banded and self.form.covered

    @cached_property
    def code(self) -> str:
        """The version code: four signs that change with any word, number or authority's day of the piece."""
        parts = (
            self.shown,
            self.scanned,
            self.contacts,
            self.check_again,
            self.topic.written,
            self.profile.name,
            self.variant,
        )
        told = repr((self.name, self.texts, *parts))
        left = int.from_bytes(sha256(told.encode()).digest()[:8])
        signs = []
        for _ in range(4):
            left, sign = divmod(left, len(CODE_SIGNS))
            signs.append(CODE_SIGNS[sign])
        return "".join(signs)

    def aloud(self, context: str, language: str) -> str:
        """Return what is said in a language instead of a written title or words; nothing where it is not said aloud."""
        variety, _ = says_aloud(self.topic, self.form, self.language)
        return self.said.get((heard(variety, context), language), "") if variety else ""

    @cached_property
    def said(self) -> dict[tuple[str, str], str]:
        """The texts by context and language."""
        return {(one.context, one.language): one.text for one in self.texts}


def tag_of(language: str) -> str:
    """Return a piece's language as file names write it."""
    return {BOTH: "both", BOTH_TRADITIONAL: "both-Hant"}.get(language) or bcp47(language)
