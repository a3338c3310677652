"""Everything a packet is made from, as one value: same inputs, same bytes."""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import astuple, dataclass, field
from enum import StrEnum
from functools import cached_property
from hashlib import sha256

from legalassist.cases.case import Case
from legalassist.documents.clinic import Clinic
from legalassist.documents.fonts import Fonts
from legalassist.documents.page import DRAFT, INVENTED
from legalassist.forms.filled import GivenBlank
from legalassist.interviews.schema import Interview
from legalassist.languages.tags import SIMPLIFIED, TRADITIONAL
from legalassist.library import Library
from legalassist.reviews.ledger import Ledger


class PacketState(StrEnum):
    """How far a packet is: banded for review, clean for signing, or as it was mailed."""

    DRAFT = "draft"
    FOR_SIGNATURE = "for-signature"
    AS_MAILED = "as-mailed"


@dataclass(frozen=True)
class Edited:
    """A file a person puts in the place of a piece: an edited .docx, the PDF Word made of it, or a filled form.

    `base` is the mark of the rendering it was made from, where that is known from an earlier packet.
    """

    code: str
    file: str
    content: bytes
    accept_changes: bool = False
    drop_comments: bool = False
    base_changed: bool = False
    base: str = ""


@dataclass(frozen=True)
class Signed:
    """A scan of signed pages, cleaned as an exhibit is: of a whole piece (`page` 0), or of one page (from 1).

    `of` is the key of the piece as it was printed for signing, empty where nothing was: what was signed is known.
    """

    code: str
    page: int
    pdf: bytes = field(repr=False)
    of: str = ""

    @property
    def file(self) -> str:
        """Its name in the packet's folder."""
        return f"signed/{self.code}-p{self.page}.pdf" if self.page else f"signed/{self.code}.pdf"


@dataclass(frozen=True)
class Build:
    """One packet's inputs. `version` is the program's; `as_of` the day it is made for; nothing else is looked at.

    `kind` names a packet beside the application's own.
    """

    case: Case
    interview: Interview
    library: Library
    clinic: Clinic
    fonts: Fonts
    as_of: dt.date
    version: str
    language: str = "zh_Hans"
    state: PacketState = PacketState.DRAFT
    edited: tuple[Edited, ...] = field(default=())
    kind: str = ""
    blanks: Mapping[str, GivenBlank] = field(default_factory=dict)
    exhibits: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    """The cleaned PDFs of the case's exhibit files, by their sha256."""
    ledger: Ledger = field(default_factory=Ledger)
    """Which translations the clinic has approved."""

    signed: tuple[Signed, ...] = ()
    printed: Mapping[str, str] = field(default_factory=dict)
    """The key of each piece as it was last printed for signing, by code."""

    @property
    def bands(self) -> tuple[str, ...]:
        """The words that stand on every page: an invented client, a draft."""
        draft = (DRAFT,) if self.state is PacketState.DRAFT else ()
        return ((INVENTED,) if self.case.invented else ()) + draft

    def script_of(self, language: str) -> str:
        """Return the language a piece is printed in: its Chinese is traditional where the client reads that."""
        return self.language if (self.language, language) == (TRADITIONAL, SIMPLIFIED) else language

    @cached_property
    def digest(self) -> str:
        """The sha256 of all inputs, in hex."""
        shelves = ("interviews", "templates", "locales")
        books = {
            book.name: book.digest
            for shelf in shelves
            for suffix in (".yaml", ".html", ".css", ".docx", ".po")
            for book in self.library.books(f"{shelf}", suffix)
            if "/examples/" not in book.name
        }
        fonts = (self.fonts.regular, self.fonts.bold, self.fonts.stamp)
        inputs = {
            "answers": {path: self.case.digest(answer) for path, answer in self.case.current.items()},
            "determinations": [one.digest for one in self.case.determined.values()],
            "exhibits": [(one.row, one.role, one.sha256) for one in self.case.exhibits],
            "read_backs": [one.digest for one in self.case.read_backs],
            "settlements": [one.digest for one in self.case.settlements],
            "overrides": [one.digest for one in self.case.overrides],
            "reference": self.case.reference,
            "invented": self.case.invented,
            "books": books,
            "clinic": self.clinic.model_dump(mode="json"),
            "fonts": [sha256(path.read_bytes()).hexdigest() for path in fonts],
            "as_of": self.as_of.isoformat(),
            "version": self.version,
            "translations": [astuple(one) for one in sorted(self.ledger.approved())],
            "kind": self.kind,
            "language": self.language,
            "state": self.state,
            "blanks": {name: one.digest for name, one in self.blanks.items()},
            "signed": [(one.code, one.page, one.of, sha256(one.pdf).hexdigest()) for one in self.signed],
            "printed": dict(self.printed),
            "edited": {one.code: sha256(one.content).hexdigest() for one in self.edited},
        }
        return sha256(json.dumps(inputs, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
