"""The pieces that print packet pages are written until what they print is what they cause."""

from dataclasses import dataclass, field

import pytest
from packets import made

from legalassist.errors import DocumentError
from legalassist.packets import numbering
from legalassist.packets.pieces import ContentsLine
from legalassist.packets.plan import Folder, Planned
from legalassist.packets.written import Written

CONTENTS = Planned("contents", "Contents", Folder.FILING, print="contents")
PIECES = [CONTENTS, *(Planned(f"piece-{n}", f"Piece {n}", Folder.FILING, word="x") for n in range(1, 9))]
PDFS = {one.code: made.written(f"<h1>{one.title}</h1>") for one in PIECES[1:]}


@dataclass
class WriterOf:
    """Writes contents whose length depends on what they list; remembers the pages it was told."""

    body: object
    told: list[list[int]] = field(default_factory=list)

    def write_numbered(self, planned: Planned, lines: list[ContentsLine], _first: object, _lengths: object) -> Written:
        self.told.append([line.page for line in lines])
        return Written(planned, self.body(lines))


@pytest.fixture(autouse=True)
def laid_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(numbering, "lay_out", lambda _build, one, _cache: made.written(one.html))


def test_contents_that_grow_over_a_page_are_written_again_until_they_are_right() -> None:
    def long(lines: list[ContentsLine]) -> str:
        return "".join(f"<p style='height: 80mm'>{line.title} {line.page}</p>" for line in lines)

    writer = WriterOf(long)
    _, pdfs = numbering.number_pieces(None, writer, PIECES, PDFS, {})
    assert len(writer.told) == 2
    assert writer.told[0][0] == 2
    assert writer.told[-1] == list(range(5, 13))
    assert set(pdfs) == {"contents"}


def test_contents_that_never_settle_are_refused() -> None:
    sizes = iter([2, 1] * 10)

    def restless(_lines: list[ContentsLine]) -> str:
        return "<h1>Contents</h1>" + "<p class='new'>x</p>" * (next(sizes) - 1)

    with pytest.raises(DocumentError, match="do not settle"):
        numbering.number_pieces(None, WriterOf(restless), PIECES, PDFS, {})
