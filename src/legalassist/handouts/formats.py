"""The formats handouts are printed in: sheet, cut size, margins, how many on a sheet, and how small letters may get.

All lengths are inches, all letter sizes points. Sheets are US Letter: paper of another size is never assumed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from legalassist.languages.tags import ENGLISH, SIMPLIFIED, TRADITIONAL, YUE
from legalassist.library import Library

BOTH = "both"
"""English and simplified Chinese in one piece; the other values of a piece's language are those of `languages.tags`."""

BOTH_TRADITIONAL = "both_Hant"
"""English and traditional Chinese in one piece."""

LANGUAGES = (ENGLISH, SIMPLIFIED, BOTH)
"""What every piece may be printed in."""

PRINTER = 0.25
"""What an office printer leaves white along every edge."""

_TICK = 0.15
"""How long a cutting mark is."""


def languages_on(library: Library) -> tuple[str, ...]:
    """Return what pieces may be printed in: traditional Chinese as well, once its catalog stands on a shelf.

    A clinic that has simplified texts of its own needs traditional ones of its own: those of another shelf say others.
    Cantonese is among them once somebody of the clinic has put its catalog there; only a script is made in it.
    """
    own, other = (library.find(f"locales/{one}/LC_MESSAGES/kyr.po") for one in (SIMPLIFIED, TRADITIONAL))
    there = other is not None and (own is None or own.shelf == other.shelf)
    if not there:
        return LANGUAGES
    said = (YUE,) if library.find(f"locales/{TRADITIONAL}/LC_MESSAGES/spoken-yue.po") is not None else ()
    return (*LANGUAGES, TRADITIONAL, BOTH_TRADITIONAL, *said)


class Room(StrEnum):
    """How much a piece has room for; a statement names the smallest it is printed on."""

    CARD = "card"
    HALF = "half"
    PAGE = "page"

    @property
    def rank(self) -> int:
        """Its place, smallest first."""
        return list(Room).index(self)


class Way(StrEnum):
    """How a piece's panels come onto paper.

    SAME: every panel says the same; in both languages each statement in one, then in the other.
    BACKS: the same, but in both languages Chinese in front and English on the back, mirrored for a duplex printer.
    FOLDED: English left, Chinese right, folded between them; printed on one side.
    ROLL, ZIGZAG: six panels on two sides of a sheet that is folded twice. BOOKLET: folded once, of four pages or eight.
    TABS: one panel above tabs to tear off. FLOW: as many pages as it needs. PICTURE: one picture for each part.
    SIGNS: only statements with a drawn sign, for people who do not read.
    NUMBER: no statements, only words that tell nothing and the number.
    """

    SAME = "same"
    BACKS = "backs"
    FOLDED = "folded"
    ROLL = "roll"
    ZIGZAG = "zigzag"
    BOOKLET = "booklet"
    TABS = "tabs"
    FLOW = "flow"
    PICTURE = "picture"
    SIGNS = "signs"
    NUMBER = "number"


LEAFLET_PANELS = 4
"""How many of the six panels of a leaflet hold statements, between its cover and its back."""

_ONE_LANGUAGE = (Way.ROLL, Way.ZIGZAG, Way.BOOKLET, Way.PICTURE)


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
    the number would stand, so that nobody uses it by mistake. `foot` is the smallest size of the lines at the foot.
    `across`: in how many columns a page of Chinese alone stands, so that no line is too long to read.
    """

    name: str
    title: str
    sheet: Size
    trim: Size
    margin: float
    ladder: Mapping[str, tuple[float, ...]]
    smallest: Mapping[str, float]
    room: Room
    way: Way = Way.SAME
    origin: tuple[float, float] = (0, 0)
    columns: int = 1
    rows: int = 1
    headings: bool = True
    seconds: bool = False
    covered: bool = False
    foot: float = 6.0
    across: int = 1

    def __reduce__(self) -> tuple[object, tuple[str]]:
        """Travel to another process by name: each has the same formats."""
        return _named, (self.name,)

    @property
    def live(self) -> Size:
        """What the margins leave of a cut piece."""
        return Size(self.trim.width - 2 * self.margin, self.trim.height - 2 * self.margin)

    @property
    def copies(self) -> int:
        """How many whole copies one sheet holds, where as many as fit stand on it."""
        if self.way == Way.BOOKLET:
            return 1
        return self.columns * self.rows // (2 if self.way == Way.FOLDED else 1)

    @property
    def tightens(self) -> bool:
        """Whether it may be laid out with less air once its smallest letters do not fit; a card always is."""
        return not self.covered and self.way not in {Way.FLOW, Way.PICTURE}

    def speaks(self, language: str) -> bool:
        """Say whether the format is made in a language of `languages_on`."""
        if language == YUE:
            return self.name == "script"
        two = language in {BOTH, BOTH_TRADITIONAL}
        return two if self.way == Way.FOLDED else not (two and self.way in _ONE_LANGUAGE)

    def sizes(self, language: str) -> tuple[float, ...]:
        """Return the ladder of a language; traditional Chinese has that of simplified."""
        one = {TRADITIONAL: SIMPLIFIED, BOTH_TRADITIONAL: BOTH}.get(language, language)
        return self.ladder[one] if one in self.ladder else self.ladder[SIMPLIFIED]

    def boxes(self) -> Iterator[Box]:
        """Yield where the pieces lie on the sheet, row by row, left to right."""
        left, top = self.origin
        for row in range(self.rows):
            for column in range(self.columns):
                width, height = self.trim.width, self.trim.height
                yield Box(left + column * width, top + row * height, width, height)

    def marks(self) -> Iterator[tuple[Box, bool]]:
        """Yield the cutting marks in the sheet's margins, each with whether it says fold and not cut."""
        if self.columns * self.rows == 1:
            return
        left, top = self.origin
        width, height = self.trim.width, self.trim.height
        bottom = self.sheet.height - PRINTER - _TICK
        for column in range(self.columns + 1):
            x = left + column * width
            if 0 < x < self.sheet.width:
                for y in (PRINTER, bottom):
                    yield Box(x, y, 0, _TICK), self.way == Way.FOLDED and 0 < column < self.columns
        for row in range(self.rows + 1):
            y = top + row * height
            if 0 < y < self.sheet.height and self.rows > 1:
                for x in (PRINTER, self.sheet.width - PRINTER - _TICK):
                    yield Box(x, y, _TICK, 0), False


_LETTER, _LANDSCAPE = Size(8.5, 11), Size(11, 8.5)
_SHEET_LETTERS: Mapping[str, float] = MappingProxyType({ENGLISH: 9.0, SIMPLIFIED: 10.5})
_CARD_LETTERS: Mapping[str, float] = MappingProxyType({ENGLISH: 8.0, SIMPLIFIED: 7.5, TRADITIONAL: 8.0})
_CARD = MappingProxyType(dict.fromkeys(LANGUAGES, (9, 8.75, 8.5, 8.25, 8)))
_FOLDED_SHEET = MappingProxyType({ENGLISH: (17, 15, 14, 13, 12, 11, 10, 9), SIMPLIFIED: (17, 15, 14, 13, 12, 11, 10.5)})
_POSTER = (26, 24, 22, 20, 18, 17, 16, 15, 14, 13)
_LETTER_CHINESE = (16, 15, 14, 13, 12, 11, 10.5)
_LARGE = MappingProxyType(dict.fromkeys(LANGUAGES, (18,)))
_NUMBER = MappingProxyType(dict.fromkeys(LANGUAGES, (12, 11, 10.5)))


def _first() -> Iterator[Format]:
    """Yield the formats of the first print run."""
    yield Format(
        name="letter", title="letter, one page", sheet=_LETTER, trim=_LETTER, margin=0.45,
        ladder={"en": (15, 14, 13, 12, 11, 10), "zh_Hans": _LETTER_CHINESE, BOTH: (13, 12, 11.5, 11, 10.5)},
        smallest=_SHEET_LETTERS, room=Room.PAGE, seconds=True, across=2,
    )  # fmt: skip
    yield Format(
        name="half", title="half letter, two on a sheet", sheet=_LANDSCAPE, trim=Size(5.5, 8.5), margin=0.4,
        ladder={"en": (15, 14, 13, 12, 11, 10), "zh_Hans": _LETTER_CHINESE, BOTH: (12, 11.5, 11, 10.5)},
        smallest=_SHEET_LETTERS, room=Room.HALF, columns=2,
    )  # fmt: skip
    yield Format(
        name="wallet", title="wallet card, ten on a sheet", sheet=_LETTER, trim=Size(3.5, 2), margin=0.2,
        ladder=_CARD, smallest=_CARD_LETTERS, room=Room.CARD, way=Way.BACKS, origin=(0.75, 0.5), columns=2, rows=5,
        headings=False, covered=True,
    )  # fmt: skip
    yield Format(
        name="fold", title="folded card, five on a sheet", sheet=_LETTER, trim=Size(3.5, 2), margin=0.2,
        ladder=_CARD, smallest=_CARD_LETTERS, room=Room.CARD, way=Way.FOLDED, origin=(0.75, 0.5), columns=2, rows=5,
        headings=False, covered=True,
    )  # fmt: skip
    yield Format(
        name="large", title="large print, 18 points", sheet=_LETTER, trim=_LETTER, margin=1, ladder=_LARGE,
        smallest={ENGLISH: 18.0, SIMPLIFIED: 18.0}, room=Room.PAGE, way=Way.FLOW, seconds=True, foot=18.0,
    )  # fmt: skip
    yield Format(
        name="script", title="to be read aloud", sheet=_LETTER, trim=_LETTER, margin=0.8,
        ladder=dict.fromkeys(LANGUAGES, (14, 13.5, 13)), smallest=_SHEET_LETTERS, room=Room.PAGE, way=Way.FLOW,
        seconds=True, foot=9.0,
    )  # fmt: skip
    yield Format(
        name="picture", title="pictures for a phone", sheet=Size(11.25, 14.0625), trim=Size(11.25, 14.0625), margin=0.9,
        ladder=dict.fromkeys(LANGUAGES, (44, 40, 36, 33, 30, 28)), smallest={ENGLISH: 26.0, SIMPLIFIED: 26.0},
        room=Room.HALF, way=Way.PICTURE, foot=24.0,
    )  # fmt: skip


def _others() -> Iterator[Format]:
    """Yield the other formats."""
    yield Format(
        name="palm", title="palm card, four on a sheet", sheet=_LETTER, trim=Size(4.25, 5.5), margin=0.4,
        ladder=dict.fromkeys(LANGUAGES, (14, 13, 12, 11.5, 11, 10.5)), smallest=_SHEET_LETTERS, room=Room.CARD,
        way=Way.BACKS, columns=2, rows=2, headings=False,
    )  # fmt: skip
    yield Format(
        name="signs", title="drawn signs, four on a sheet", sheet=_LETTER, trim=Size(4.25, 5.5), margin=0.4,
        ladder=dict.fromkeys(LANGUAGES, (14, 13, 12)), smallest=_SHEET_LETTERS, room=Room.CARD, way=Way.SIGNS,
        columns=2, rows=2, headings=False, covered=True,
    )  # fmt: skip
    yield Format(
        name="tri-fold", title="three panels, rolled", sheet=_LANDSCAPE, trim=Size(3.625, 8.5), margin=0.35,
        ladder=_FOLDED_SHEET, smallest=_SHEET_LETTERS, room=Room.HALF, way=Way.ROLL, seconds=True,
    )  # fmt: skip
    yield Format(
        name="z-fold", title="three panels, zigzag", sheet=_LANDSCAPE, trim=Size(11 / 3, 8.5), margin=0.35,
        ladder=_FOLDED_SHEET, smallest=_SHEET_LETTERS, room=Room.HALF, way=Way.ZIGZAG, seconds=True,
    )  # fmt: skip
    yield Format(
        name="booklet", title="booklet, to fold and staple", sheet=_LANDSCAPE, trim=Size(5.5, 8.5), margin=0.5,
        ladder=dict.fromkeys((ENGLISH, SIMPLIFIED), (22, 20, 18, 16, 15, 14, 13, 12)), smallest=_SHEET_LETTERS,
        room=Room.PAGE, way=Way.BOOKLET, columns=2, seconds=True,
    )  # fmt: skip
    yield Format(
        name="poster", title="poster with tabs to tear off", sheet=_LETTER, trim=Size(8.5, 8.6), margin=0.45,
        ladder={"en": _POSTER, "zh_Hans": _POSTER, BOTH: (18, 16, 14, 13, 12, 11, 10.5)},
        smallest=_SHEET_LETTERS, room=Room.CARD, way=Way.TABS, headings=True,
    )  # fmt: skip
    yield Format(
        name="mini", title="mini card, twelve on a sheet", sheet=_LETTER, trim=Size(2, 3.5), margin=0.2,
        ladder=_NUMBER, smallest=_CARD_LETTERS, room=Room.CARD, way=Way.NUMBER, origin=(0.25, 0.25), columns=4, rows=3,
        headings=False, covered=True,
    )  # fmt: skip
    yield Format(
        name="sticker", title="sticker, six on a sheet", sheet=_LETTER, trim=Size(4, 3), margin=0.3,
        ladder=dict.fromkeys(LANGUAGES, (18, 16, 14, 13, 12)), smallest=_SHEET_LETTERS, room=Room.CARD, way=Way.NUMBER,
        origin=(0.25, 1), columns=2, rows=3, headings=False, covered=True,
    )  # fmt: skip


SIGNS = ("door", "silent", "unsigned", "lawyer", "phone")
"""The drawn signs there are (templates/kyr/signs.css)."""

FORMATS: Mapping[str, Format] = MappingProxyType({one.name: one for one in (*_first(), *_others())})
"""Every format, by name."""


def _named(name: str) -> Format:
    return FORMATS[name]


FIRST_RUN = ("letter", "half", "wallet", "fold", "large", "script", "picture")
"""The formats of the first print run, in which every topic stands before any other is made."""
