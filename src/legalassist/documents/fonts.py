"""The fonts we print with, and the question whether they can draw a text.

The set-up builds them (``scripts/make_fonts.py``): *LA Sans* for nearly every page, *LA Sans Full* for the rare
character in a name, *LA Sans TC* for traditional text, whose characters have shapes of their own.  No other font is
ever used, so a page looks the same on every machine.
"""

import json
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Final

from legalassist.errors import DocumentError

SMALL: Final = "LA Sans"
FULL: Final = "LA Sans Full"
TRADITIONAL: Final = "LA Sans TC"
FAMILIES: Final = (SMALL, FULL, TRADITIONAL)
"""The families a page may be set in; whatever else a PDF embeds is not ours."""

_NOT_DRAWN: Final = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
"""White space, control and format characters: they need no glyph (Unicode general categories)."""

_VARIATION_SELECTORS: Final = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))
"""They choose a form of the character before them and are not drawn either (Unicode 23.4)."""


@dataclass(frozen=True)
class Fonts:
    """The built fonts of one folder; `read` makes one."""

    folder: Path
    small: frozenset[int]
    full: frozenset[int]

    @classmethod
    def read(cls, folder: Path) -> "Fonts":
        """Return the fonts in the folder; raise DocumentError where the set-up has not built them."""
        built = cls(folder.resolve(), frozenset(), frozenset())
        for path in (built.config, *built.faces, built.stamp):
            if not path.is_file():
                raise _not_built(path.name)
        try:
            coverage = json.loads((folder / "coverage.json").read_text(encoding="ascii"))
            small, full, _ = (_numbers(coverage[family]) for family in FAMILIES)
        except (OSError, ValueError, KeyError, TypeError):
            raise _not_built("coverage.json") from None
        return cls(built.folder, small, full)

    @property
    def config(self) -> Path:
        """The fontconfig file that lists our fonts and no other."""
        return self.folder / "fonts.conf"

    @property
    def regular(self) -> Path:
        """LA Sans Regular."""
        return self.folder / "LASans-Regular.ttf"

    @property
    def faces(self) -> tuple[Path, ...]:
        """Every font file a page may be set in."""
        names = (family.replace(" ", "") for family in FAMILIES)
        return tuple(self.folder / f"{name}-{weight}.ttf" for name in names for weight in ("Regular", "Bold"))

    @property
    def stamp(self) -> Path:
        """The few letters of LA Sans that running numbers are stamped with."""
        return self.folder / "LAStamp-Regular.ttf"

    @property
    def bold(self) -> Path:
        """LA Sans Bold."""
        return self.folder / "LASans-Bold.ttf"

    @cached_property
    def drawn(self) -> frozenset[int]:
        """The code points that one of our fonts draws."""
        return self.small | self.full

    def missing(self, text: str) -> tuple[int, ...]:
        """Return the code points of the text that no font of ours draws, in order; white space needs no glyph."""
        return tuple(sorted(code for code in map(ord, set(text)) if code not in self.drawn and _has_a_shape(code)))

    def needs_full(self, text: str) -> bool:
        """Say whether the text has a character that LA Sans lacks and LA Sans Full draws."""
        return not self.small.issuperset(code for code in map(ord, set(text)) if code in self.full)

    def check(self, text: str, *, of: str) -> None:
        """Raise DocumentError where a character has no glyph; ``of`` names the text, which is never repeated."""
        missing = self.missing(text)
        if missing:
            raise MissingGlyphsError(missing, of=of)


class MissingGlyphsError(DocumentError):
    """A text that no font of ours can draw whole: `codes` are the characters, named by code point, never the text."""

    def __init__(self, codes: tuple[int, ...], *, of: str) -> None:
        """Take the characters, and what the text is called in the message."""
        listed = ", ".join(f"U+{code:04X}" for code in codes)
        message = f"{of} cannot be printed: no font of ours draws {listed}"
        super().__init__(message, "look the character up by its code point, and write it as the passport does")
        self.codes = codes


def _has_a_shape(code: int) -> bool:
    """Say whether a code point is drawn at all."""
    if any(code in selectors for selectors in _VARIATION_SELECTORS):
        return False
    return unicodedata.category(chr(code)) not in _NOT_DRAWN


def _numbers(ranges: list[list[int]]) -> frozenset[int]:
    """Return every number in the ranges, both ends included."""
    return frozenset(chain.from_iterable(range(first, last + 1) for first, last in ranges))


def _not_built(name: str) -> DocumentError:
    """Return the error for a font folder that is not complete."""
    return DocumentError(f"our fonts are not built: {name} is missing", hint="run `make setup`")
