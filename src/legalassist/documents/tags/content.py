"""Read the marked content of a PDF page: which id holds which text, and what stands outside of every mark.

Source: ISO 32000-1, 14.6 (marked content), 14.7.4.2 (marked-content sequences as content items), 9.4 (text).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import pikepdf

from legalassist.documents.light import light_of
from legalassist.documents.pdf_file import entry, number_of, text_of, type_error, whole
from legalassist.documents.tags.fonts import Decoder, decoder

_OPERATORS = "BDC BMC EMC BT Tf Tj TJ ' \" Tm Td TD T* TL q Q cm Do BI ID EI sh f F f* B B* b b* S s n W W* re m g rg"
_DEEPEST = 12
"""Form XObjects nested deeper than this are not followed; real ones have one to three levels."""

Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)

Box = tuple[float, float, float, float]
"""A rectangle on a page: left, bottom, right, top, in points."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """How a run was drawn, for whoever measures it (`documents.rendered`).

    `at` takes one letter size to the page; `back` is what the typesetter took from between the letters, in thousandths
    of the letter size; `clip` is the rectangle beyond which nothing shows (None: the whole page); `light` is the colour
    as a share of light, from 0 (black) to 1.
    """

    font: Decoder
    codes: bytes
    back: float
    at: Matrix
    clip: Box | None
    light: float


@dataclass(frozen=True, slots=True)
class Run:
    """Text shown in one go: what it says, the size it has, and where on the page it begins (points)."""

    text: str
    x: float = 0
    y: float = 0
    size: float = 0
    drawn: Drawn | None = None


@dataclass(frozen=True, slots=True)
class Marked:
    """One marked-content sequence with an id: its page (from 0), its form XObject (0: the page itself), its runs."""

    page: int
    stream: int
    mcid: int
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Artifact:
    """One artifact: its subtype (`PageNum`, `Footer`, or empty) and its runs."""

    subtype: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class PageContent:
    """What one page shows: its marked content, its artifacts, and the number of marks on paper that are neither."""

    marked: tuple[Marked, ...]
    artifacts: tuple[Artifact, ...]
    outside: int
    streams: frozenset[int]

    @property
    def runs(self) -> tuple[Run, ...]:
        """All text on the page: what has tags, then what stands beside them."""
        tagged = (run for part in self.marked for run in part.runs)
        return (*tagged, *(run for part in self.artifacts for run in part.runs))


def times(first: Matrix, then: Matrix) -> Matrix:
    """Return the matrix that applies `first` and afterwards `then`."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


@dataclass(slots=True)
class _Mark:
    """One open BDC or BMC: a content id, an artifact, or neither (`runs` is None)."""

    runs: list[Run] | None = None
    silent: bool = False


@dataclass(slots=True)
class _Text:
    """The part of the graphics state that text needs."""

    at: Matrix = _IDENTITY
    decode: Decoder | None = None
    size: float = 0
    leading: float = 0
    clip: Box | None = None
    light: float = 0


@dataclass(slots=True)
class _Path:
    """The path being built: its one rectangle, and whether it is to cut what follows."""

    box: Box | None = None
    parts: int = 0
    cuts: bool = False


@dataclass(slots=True)
class _Page:
    """What has been read of one page so far."""

    number: int
    fonts: dict[int, Decoder]
    marked: list[tuple[int, int, list[Run]]] = field(default_factory=list)
    artifacts: list[tuple[str, list[Run]]] = field(default_factory=list)
    outside: int = 0
    streams: set[int] = field(default_factory=set)
    marks: list[_Mark] = field(default_factory=list)

    def paint(self) -> None:
        """Note one mark on paper."""
        if not any(mark.runs is not None for mark in self.marks):
            self.outside += 1


@dataclass(frozen=True, slots=True)
class _Place:
    """A content stream and its surroundings: whose ids it holds (0: the page's), its resources, matrix, and depth."""

    source: pikepdf.Object
    stream: int
    resources: object
    at: Matrix
    depth: int


def read_page(page: pikepdf.Page, number: int, fonts: dict[int, Decoder]) -> PageContent:
    """Read one page; `fonts` keeps decoders by object number from page to page. Number counts from 0."""
    state = _Page(number, fonts)
    _Stream(state, _Place(page.obj, 0, entry(page.obj, "/Resources"), _IDENTITY, 0)).read()
    return PageContent(
        tuple(Marked(number, stream, mcid, tuple(runs)) for stream, mcid, runs in state.marked),
        tuple(Artifact(subtype, tuple(runs)) for subtype, runs in state.artifacts),
        state.outside,
        frozenset(state.streams),
    )


class _Stream:
    """One content stream being read: a page's, or a form XObject's."""

    def __init__(self, page: _Page, place: _Place) -> None:
        self.page, self.place = page, place
        self.now, self.saved = _Text(place.at), list[_Text]()
        self.line: Matrix = _IDENTITY
        self.moved = list[tuple[Decoder, bytes, float, float]]()
        self.path = _Path()
        self.steps: Mapping[str, Callable[[list[object]], None]] = {
            "BDC": self._begin, "BMC": self._begin, "EMC": self._end, "Tf": self._font,
            "Tj": self._show, "'": self._show_next, '"': self._show_next, "TJ": self._show_many,
            "BT": self._begin_text, "Tm": self._matrix, "Td": self._move, "TD": self._move_leading,
            "T*": self._next_line, "TL": self._leading, "q": self._save, "Q": self._restore, "cm": self._transform,
            "Do": self._object, "re": self._rectangle, "m": self._begin_path, "W": self._cut, "W*": self._cut,
            "n": self._end_path, "g": self._grey, "rg": self._colour,
        }  # fmt: skip

    def read(self) -> None:
        """Read the stream to its end."""
        open_before = len(self.page.marks)
        for instruction in pikepdf.parse_content_stream(self.place.source, _OPERATORS):
            step = self.steps.get(str(instruction.operator))
            if step is None:
                self.page.paint()
                self._end_path([])
                continue
            try:
                step(list(instruction.operands))
            except (IndexError, *type_error):
                continue  # an operator with wrong operands shows nothing
        del self.page.marks[open_before:]

    def _begin(self, operands: list[object]) -> None:
        tag, said = text_of(operands[0]), operands[1] if len(operands) > 1 else None
        if isinstance(said, pikepdf.Name):
            said = entry(entry(self.place.resources, "/Properties"), str(said))
        mcid = whole(entry(said, "/MCID"))
        mark = _Mark()
        if tag == "/Artifact":  # exempt even with an id, as some official forms write them
            mark.runs = []
            self.page.artifacts.append(((text_of(entry(said, "/Subtype")) or "")[1:], mark.runs))
        elif mcid is not None:
            mark.runs = []
            self.page.marked.append((self.place.stream, mcid, mark.runs))
        self.page.marks.append(mark)
        actual = text_of(entry(said, "/ActualText"))
        if actual is not None:
            self._add(actual, b"", 0)
            mark.silent = True

    def _end(self, _: list[object]) -> None:
        if self.page.marks:
            self.page.marks.pop()

    def _add(self, text: str, codes: bytes, back: float) -> None:
        """Give shown text to the innermost content id or artifact."""
        self.page.paint()
        marks = self.page.marks
        runs = next((mark.runs for mark in reversed(marks) if mark.runs is not None), None)
        if runs is None or any(mark.silent for mark in marks):
            return
        now = self.now
        along = sum(
            (sum([each.width for each in font.letters(shown)]) - taken / 1000) * size
            for font, shown, taken, size in self.moved
        )
        at = times((now.size, 0, 0, now.size, along, 0), times(self.line, now.at))
        if codes and now.decode:
            self.moved.append((now.decode, codes, back, now.size))
        drawn = Drawn(now.decode, codes, back, at, now.clip, now.light) if codes and now.decode else None
        runs.append(Run(text, at[4], at[5], (at[2] * at[2] + at[3] * at[3]) ** 0.5, drawn))

    def _show(self, operands: list[object]) -> None:
        shown = operands[-1]
        codes = bytes(shown) if isinstance(shown, pikepdf.String) else b""
        self._add(self._text(codes), codes, 0)

    def _show_next(self, operands: list[object]) -> None:
        self._next_line(operands)
        self._show(operands)

    def _show_many(self, operands: list[object]) -> None:
        shown = operands[0]
        if isinstance(shown, pikepdf.Array):
            parts = list(shown)
            codes = b"".join(bytes(each) for each in parts if isinstance(each, pikepdf.String))
            self._add(self._text(codes), codes, sum(_float(p) for p in parts if not isinstance(p, pikepdf.String)))

    def _text(self, codes: bytes) -> str:
        return self.now.decode.decode(codes) if self.now.decode else ""

    def _font(self, operands: list[object]) -> None:
        font = entry(entry(self.place.resources, "/Font"), str(operands[0]))
        known = self.page.fonts.get(number_of(font))
        if known is None:
            known = decoder(font)
            if number_of(font):
                self.page.fonts[number_of(font)] = known
        self.now.decode, self.now.size = known, _float(operands[1])

    def _begin_text(self, _: list[object]) -> None:
        self.line, self.moved = _IDENTITY, []

    def _matrix(self, operands: list[object]) -> None:
        self.line, self.moved = _matrix(operands), []

    def _move(self, operands: list[object]) -> None:
        self.line, self.moved = times((1, 0, 0, 1, _float(operands[0]), _float(operands[1])), self.line), []

    def _move_leading(self, operands: list[object]) -> None:
        self.now.leading = -_float(operands[1])
        self._move(operands)

    def _leading(self, operands: list[object]) -> None:
        self.now.leading = _float(operands[0])

    def _next_line(self, _: list[object]) -> None:
        self.line, self.moved = times((1, 0, 0, 1, 0, -self.now.leading), self.line), []

    def _save(self, _: list[object]) -> None:
        now = self.now
        self.saved.append(_Text(now.at, now.decode, now.size, now.leading, now.clip, now.light))

    def _restore(self, _: list[object]) -> None:
        if self.saved:
            self.now = self.saved.pop()

    def _transform(self, operands: list[object]) -> None:
        self.now.at = times(_matrix(operands), self.now.at)

    def _begin_path(self, _: list[object]) -> None:
        self.path.parts += 1

    def _rectangle(self, operands: list[object]) -> None:
        """Note a rectangle; only an upright one can be held against a text."""
        x, y, width, height = (_float(each) for each in operands)
        a, b, c, d, e, f = self.now.at
        self.path.parts += 1
        if b == c == 0:
            across, up = sorted((a * x + e, a * (x + width) + e)), sorted((d * y + f, d * (y + height) + f))
            self.path.box = (across[0], up[0], across[1], up[1])

    def _cut(self, _: list[object]) -> None:
        self.path.cuts = True

    def _end_path(self, _: list[object]) -> None:
        """End the path; if it was to cut, what follows shows inside its one rectangle only."""
        path, self.path = self.path, _Path()
        if path.cuts and path.box is not None and path.parts == 1:
            left, bottom, right, top = self.now.clip or path.box
            x, y, wide, high = path.box
            self.now.clip = (max(left, x), max(bottom, y), min(right, wide), min(top, high))

    def _grey(self, operands: list[object]) -> None:
        grey = _float(operands[0])
        self.now.light = light_of(grey, grey, grey)

    def _colour(self, operands: list[object]) -> None:
        red, green, blue = map(_float, operands)
        self.now.light = light_of(red, green, blue)

    def _object(self, operands: list[object]) -> None:
        shown = entry(entry(self.place.resources, "/XObject"), str(operands[0]))
        if not isinstance(shown, pikepdf.Stream) or text_of(entry(shown, "/Subtype")) != "/Form":
            self.page.paint()
            return
        number = number_of(shown)
        if self.place.depth >= _DEEPEST:
            return
        self.page.streams.add(number)
        placed = entry(shown, "/Matrix")
        at = times(_matrix(list(placed)), self.now.at) if isinstance(placed, pikepdf.Array) else self.now.at
        # Ids inside a form XObject count for themselves only where it has a place in the parent tree of its own.
        own = number if entry(shown, "/StructParents") is not None else self.place.stream
        resources = entry(shown, "/Resources") or self.place.resources
        _Stream(self.page, _Place(shown, own, resources, at, self.place.depth + 1)).read()


def _matrix(operands: list[object]) -> Matrix:
    a, b, c, d, e, f = (_float(each) for each in operands)
    return (a, b, c, d, e, f)


def _float(value: object) -> float:
    return float(value)  # type: ignore[arg-type] # a number, or the TypeError that `read` expects
