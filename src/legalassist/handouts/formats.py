"""The formats handouts are printed in: sheet, cut size, margins, how many on a sheet, and how small letters may get.

All lengths are inches, all letter sizes points. Sheets are US Letter: paper of another size is never assumed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

BOTH = "both"
"""English and simplified Chinese on one sheet; the other values of a piece's language are those of `languages.tags`."""

LANGUAGES = ("en", "zh_Hans", BOTH)
"""What a piece may be printed in."""

_PRINTER = 0.25
"""What an office printer leaves white along every edge."""

_TICK = 0.15
"""How long a cutting mark is."""


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the sheet, from its upper left corner."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Format:
    """One format.

    `ladder` holds the letter sizes that are tried, by the piece's language, largest first; `smallest` the smallest
    letters of each language (Chinese: 五号 on sheets; English: what a photocopier keeps). `headings`: each kind of
    statement has one. `seconds`: second sentences are printed. `covered`: an uncleared piece carries its band where
    the number would stand, so that nobody uses it by mistake. `folded`: the two languages stand side by side, and the
    card is folded between them; other formats in both languages say each statement in one, then in the other.
    """

    name: str
    title: str
    sheet: Size
    trim: Size
    margin: float
    ladder: Mapping[str, tuple[float, ...]]
    smallest: Mapping[str, float]
    origin: tuple[float, float] = (0, 0)
    columns: int = 1
    rows: int = 1
    headings: bool = True
    seconds: bool = False
    covered: bool = False
    folded: bool = False
    _live: Size = field(init=False)

    def __post_init__(self) -> None:
        """Work out what the margins leave."""
        live = Size(self.trim.width - 2 * self.margin, self.trim.height - 2 * self.margin)
        object.__setattr__(self, "_live", live)

    @property
    def live(self) -> Size:
        """What the margins leave of a cut piece."""
        return self._live

    def panels(self) -> Iterator[Box]:
        """Yield where the pieces lie on the sheet, row by row, left to right."""
        left, top = self.origin
        for row in range(self.rows):
            for column in range(self.columns):
                width, height = self.trim.width, self.trim.height
                yield Box(left + column * width, top + row * height, width, height)

    def marks(self, *, folded: bool = False) -> Iterator[tuple[Box, bool]]:
        """Yield the cutting marks in the sheet's margins, each with whether it says fold and not cut."""
        if self.columns * self.rows == 1:
            return
        left, top = self.origin
        width, height = self.trim.width, self.trim.height
        bottom = self.sheet.height - _PRINTER - _TICK
        for column in range(self.columns + 1):
            x = left + column * width
            if 0 < x < self.sheet.width:
                for y in (_PRINTER, bottom):
                    yield Box(x, y, 0, _TICK), folded and 0 < column < self.columns
        for row in range(self.rows + 1):
            y = top + row * height
            if 0 < y < self.sheet.height and self.rows > 1:
                for x in (_PRINTER, self.sheet.width - _PRINTER - _TICK):
                    yield Box(x, y, _TICK, 0), False


_LETTER, _LANDSCAPE = Size(8.5, 11), Size(11, 8.5)
_SHEET_LETTERS = MappingProxyType({"en": 9.0, "zh_Hans": 10.5})

FORMATS: Mapping[str, Format] = MappingProxyType({
    "letter": Format(
        name="letter", title="letter, one page", sheet=_LETTER, trim=_LETTER, margin=0.45,
        ladder={"en": (13, 12.5, 12, 11.5, 11, 10), "zh_Hans": (14, 13, 12, 11, 10.5), BOTH: (12, 11.5, 11, 10.5)},
        smallest=_SHEET_LETTERS, seconds=True,
    ),
    "half": Format(
        name="half", title="half letter, two on a sheet", sheet=_LANDSCAPE, trim=Size(5.5, 8.5), margin=0.4,
        ladder={"en": (15, 14, 13, 12, 11, 10), "zh_Hans": (16, 15, 14, 13, 12, 11), BOTH: (12, 11.5, 11, 10.5)},
        smallest=_SHEET_LETTERS, columns=2,
    ),
    "wallet": Format(
        name="wallet", title="wallet card, ten on a sheet", sheet=_LETTER, trim=Size(3.5, 2), margin=0.2,
        ladder={"en": (9, 8.75, 8.5, 8.25, 8), "zh_Hans": (9, 8.75, 8.5, 8.25, 8), BOTH: (9, 8.75, 8.5, 8.25, 8)},
        smallest=MappingProxyType({"en": 8.0, "zh_Hans": 7.5}),
        origin=(0.75, 0.5), columns=2, rows=5, headings=False, covered=True, folded=True,
    ),
})  # fmt: skip
"""The formats of the first print run, by name."""
