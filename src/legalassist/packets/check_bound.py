"""Check one bound PDF: its tags, its numbers, its bookmarks and contents, and what must not be inside."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from legalassist.documents.pdf_file import claims_ua
from legalassist.documents.tags.tagged import TagProblem, audit_read
from legalassist.errors import Place, Problem
from legalassist.packets.check_citations import wrong_citations
from legalassist.packets.check_file import file_faults
from legalassist.packets.check_inside import (
    acting,
    foreign_fonts,
    titles,
    traces,
    ua_failures,
    window_titles,
)
from legalassist.packets.check_pages import BoundPdf
from legalassist.packets.check_seen import drawn_wrong, to_look_at
from legalassist.packets.manifest import Manifest, Piece
from legalassist.packets.pieces import CONTENTS, TELLING

OUR_FONTS = ("LA",)
"""What the names of our fonts begin with."""

_LAST_NUMBER = re.compile(r"(\d+)\s*$")
_BUILD_AGAIN = "build the packet again; if it stays, the binder has a fault"


class BoundCheck:
    """The check of one bound PDF; `pieces` are those of the manifest that stand in it (None: without a manifest)."""

    def __init__(self, bound: BoundPdf, pieces: Sequence[Piece] | None, manifest: Manifest | None = None) -> None:
        """Take the opened PDF, and what the manifest says about it."""
        self.bound, self.pieces = bound, pieces
        self.by_code = {piece.code: piece for piece in pieces or ()}
        self.prefix = manifest.number_prefix if manifest is not None else ""
        self.title = manifest.title if manifest is not None else ""
        self.ours = [number for number in range(len(bound.pdf.pages)) if self._is_ours(number)]

    def _is_ours(self, page: int) -> bool:
        """Say whether a page (from 0) is ours by the manifest; without one, whether it is stamped."""
        if self.pieces is None and self.bound.is_packet:
            return bool(self.bound.stamp(page, "PageNum"))
        piece = self.by_code.get(self.bound.piece_of(page))
        return piece is None or piece.ours

    def problem(self, message: str, page: int | None = None, hint: str = _BUILD_AGAIN) -> Problem:
        """Return a problem of this PDF, on a page (from 0) or of the whole file."""
        where = f"page {page + 1}: " if page is not None else ""
        return Problem(Place(self.bound.name), where + message, hint)

    def problems(self, foreign_audits: Counter[str], fonts: Sequence[str] = OUR_FONTS) -> Iterator[Problem]:
        """Yield everything that is wrong; `foreign_audits`: how many tag problems each foreign piece has by itself."""
        yield from self._tags(foreign_audits)
        yield from self._numbers()
        yield from self._labels()
        yield from self._places()
        yield from self._bookmarks()
        yield from self._contents()
        if self.pieces is not None:
            yield from (self.problem(fault) for fault in file_faults(self.bound, self.pieces, self.title))
        yield from self._inside(fonts)
        yield from self._drawn()
        yield from self._citations()
        yield from self._claim()

    def _citations(self) -> Iterator[Problem]:
        """Check that each citation leads to the page that carries the mark it names."""
        if self.bound.is_packet:
            for page, what in wrong_citations(self.bound, frozenset(self._set_by_us())):
                yield self.problem(what, page)

    def _set_by_us(self) -> list[int]:
        """Return the pages (from 0) that we laid out: an exhibit's were set by whoever made it."""
        exhibits = {piece.code for piece in self.pieces or () if piece.exhibit}
        return [page for page in self.ours if self.bound.piece_of(page) not in exhibits]

    def _inside(self, fonts: Sequence[str]) -> Iterator[Problem]:
        """Check that nothing is inside that does not belong there."""
        for number, what in foreign_fonts(self.bound, self._set_by_us(), fonts):
            yield self.problem(what, number, "lay the piece out with the house's fonts only")
        for what in traces(self.bound.pdf):
            yield self.problem(what, hint="metadata may hold a neutral title and nothing else")
        for what in acting(self.bound.pdf):
            yield self.problem(f"the file holds {what}", hint="a packet is paper: nothing in it may act")

    def _drawn(self) -> Iterator[Problem]:
        """Check that what we laid out can be read."""
        for found in drawn_wrong(self.bound, self._set_by_us()):
            yield self.problem(f"{found.message} ({found.rule})", found.page - 1, found.hint)

    def remarks(self, names: Sequence[str] = ()) -> Iterator[Problem]:
        """Yield what is no fault, and a person should look at: how lines end, and how pale letters are."""
        for found in to_look_at(self.bound, self._set_by_us(), names):
            yield self.problem(f"{found.message} ({found.rule})", found.page - 1, found.hint)

    def alone(self, fonts: Sequence[str] = OUR_FONTS) -> Iterator[Problem]:
        """Yield what is wrong with a piece that is mailed or kept by itself: no numbers, no bookmarks of a packet."""
        yield from self._tags(Counter())
        yield from self._inside(fonts)
        yield from self._drawn()
        yield from self._claim()

    def forbidden(self, words: Sequence[str]) -> Iterator[Problem]:
        """Yield a problem for each title that tells too much; a forbidden text itself is not repeated."""
        window = "\n".join(window_titles(self.bound)).casefold()
        if any(word in window for word in TELLING):
            yield self.problem("the title tells what the case is about", hint="a title carries the reference only")
        shown = "\n".join(titles(self.bound)).casefold()
        for number, word in enumerate(words, 1):
            if word and word.casefold() in shown:
                yield self.problem(f"a title, bookmark or metadata shows forbidden text number {number}",
                                   hint="titles carry the reference and the piece's code, never a name")  # fmt: skip

    def _tags(self, foreign_audits: Counter[str]) -> Iterator[Problem]:
        """Check the tags of our pages; a foreign piece may have as many problems as it came with."""
        ours, foreign = [], list[tuple[str, TagProblem]]()
        for found in audit_read(self.bound.pdf, self.bound.read):
            code = self.bound.piece_of(found.page - 1) if found.page else ""
            piece = self.by_code.get(code)
            if piece is None or piece.ours:
                ours.append(found)
            else:
                foreign.append((code, found))
        yield from (self.problem(f"tags: {found}") for found in ours)
        for code, count in Counter(code for code, _ in foreign).items():
            if count > foreign_audits[code]:
                message = f"{code}: {count} tag problems in the packet, {foreign_audits[code]} in the piece by itself"
                yield self.problem(message)

    def marks(self, page: int) -> str:
        """Return the page mark that the manifest expects on a page (from 0), or an empty text."""
        piece = self.by_code.get(self.bound.piece_of(page))
        if piece is None or not piece.mark or not piece.ours:
            return ""
        count = 0
        for before in range(page, -1, -1):
            earlier = self.by_code.get(self.bound.piece_of(before))
            if earlier is None or earlier.mark != piece.mark:
                break
            count += 1
        return f"{piece.mark}-{count}"

    def _numbers(self) -> Iterator[Problem]:
        """Check that each page of ours shows its running number and its mark, once."""
        for number in self.ours:
            shown = self.bound.stamp(number, "PageNum")
            if self.pieces is None and not shown:
                continue  # without a manifest nobody can tell whose page it is
            if shown != (f"{self.prefix}{number + 1}",):
                yield self.problem("the running number is missing or wrong", number)
            mark, marks = self.marks(number), self.bound.stamp(number, "Bates")
            if self.pieces is not None and marks != ((mark,) if mark else ()):
                yield self.problem("the exhibit's own page mark is missing or wrong", number)

    def _labels(self) -> Iterator[Problem]:
        """Check that viewers call each page what is stamped on it."""
        for number, page in enumerate(self.bound.pdf.pages):
            mark = self.bound.stamp(number, "Bates")
            expected = mark[0] if mark and number in self.ours else f"{self.prefix}{number + 1}"
            label = str(page.label)
            if label != expected:
                yield self.problem(f"the page label is {label!r}, not {expected!r}", number)

    def _places(self) -> Iterator[Problem]:
        """Check that each piece stands where the manifest says."""
        starts = list(self.bound.starts.items())
        ends = [first for _, first in starts[1:]] + [len(self.bound.pdf.pages)]
        spans = {code: (first + 1, end) for (code, first), end in zip(starts, ends, strict=False)}
        for piece in self.pieces or ():
            if spans.get(piece.code) != (piece.first, piece.last):
                yield self.problem(f"the piece {piece.code} does not stand on pages {piece.first} to {piece.last}")
        if self.pieces is not None:
            unknown = sorted(spans.keys() - self.by_code.keys() - {CONTENTS})
            yield from (self.problem(f"the piece {code} is not in the manifest") for code in unknown)

    def _bookmarks(self) -> Iterator[Problem]:
        """Check that each piece has its bookmark, and each bookmark lands on the beginning of a piece."""
        marks = list(self.bound.bookmarks())
        begins = set(self.bound.starts.values())
        for number, (_, page) in enumerate(marks, 1):
            if page is None or page not in begins:
                yield self.problem(f"bookmark {number} does not lead to the beginning of a piece")
        for piece in self.pieces or ():
            if (piece.title, piece.first - 1) not in marks:
                yield self.problem(f"the piece {piece.code} has no bookmark of its title to its first page")

    def _contents(self) -> Iterator[Problem]:
        """Check that each line of the contents leads to its piece and prints the page it leads to."""
        listed: set[str] = set()
        for jump in self.bound.jumps():
            if self.bound.piece_of(jump.page) != CONTENTS:
                continue
            listed.add(jump.code)
            printed = _LAST_NUMBER.search(jump.last)
            if printed is None or int(printed[1]) != jump.target + 1:
                yield self.problem(f"the contents print another page for {jump.code} than it begins on", jump.page)
        if CONTENTS in self.bound.starts and not listed:
            yield self.problem("the contents have no link to any piece", self.bound.starts[CONTENTS])

    def _claim(self) -> Iterator[Problem]:
        """Check a claim of PDF/UA: not where a piece cannot keep it, and not where the validator sees a failure."""
        if not claims_ua(self.bound.pdf):
            return
        for piece in self.pieces or ():
            if not (piece.ours and piece.pdf_ua):
                yield self.problem(f"the file claims PDF/UA, which the piece {piece.code} does not keep")
        for rule in ua_failures(self.bound.content):
            yield self.problem(f"the file claims PDF/UA-1 and fails its rule {rule}")
