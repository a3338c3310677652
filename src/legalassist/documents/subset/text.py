"""The accepted text of a Word piece, and whether a PDF says the same: a law of the program."""

import re
from collections.abc import Iterable, Iterator, Sequence

from legalassist.documents.subset.blocks import Block, NoteMark, Paragraph, Run, Table, WordText

_SPACE = re.compile(r"[\s\u00ad\u200b\u2060]+")
_SAME = str.maketrans({"\u2011": "-", "\u2010": "-"})


def text_of(word: WordText) -> str:
    """Return the accepted text in reading order, as it prints.

    One line a paragraph, printed numbers at their beginning, cells one after the other; a footnote's number stands
    where it is called, its text after the paragraph (or table) that calls it.
    """
    notes = {note.number: note.paragraphs for note in word.notes}
    lines: list[str] = []
    for block in word.blocks:
        lines += [paragraph_text(paragraph) for paragraph in paragraphs_of([block])]
        for number in _called(block):
            lines.append(f"{number} " + "\n".join(paragraph_text(each) for each in notes.get(number, ())))
    return "\n".join(lines) + "\n" if lines else ""


def paragraph_text(paragraph: Paragraph) -> str:
    """Return one paragraph as it prints: its number, its text, the numbers of the footnotes it calls."""
    words = [_printed(piece) for piece in paragraph.pieces]
    label = f"{paragraph.label} " if paragraph.label else ""
    return label + "".join(words)


def paragraphs_of(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Yield every paragraph of some blocks in reading order, those of tables cell by cell."""
    for block in blocks:
        if isinstance(block, Table):
            yield from (each for row in block.rows for cell in row.cells for each in cell.paragraphs)
        else:
            yield block


def squeeze(text: str) -> str:
    """Return a text without white space and with one kind of hyphen: what both sides of a comparison share."""
    return _SPACE.sub("", text).translate(_SAME)


def difference(word: WordText, pages: Sequence[str], bands: Sequence[str] = ()) -> str:
    """Say where the pages of a PDF first say something else than a Word piece; an empty text where they agree.

    ``pages`` is the text of each page; ``bands`` are lines such as DRAFT that stand at the top of every page.
    Footnotes stand at the foot of the page, after the page's own text, and may run over to the next. The answer
    names a page and a paragraph by number, never their text.
    """
    band = squeeze("".join(bands))
    main, places = _stream(word)
    foot = "".join(
        f"{note.number}" + "".join(squeeze(paragraph_text(p)) for p in note.paragraphs) for note in word.notes
    )
    at = foot_at = 0
    for number, drawn in enumerate(map(squeeze, pages), 1):
        page = drawn.removeprefix(band) if drawn.startswith(band) else drawn.removesuffix(band)
        taken = _split_page(page, main[at : at + len(page)], foot[foot_at : foot_at + len(page)])
        if taken is None:
            common = _common(page, main[at : at + len(page)])
            return f"page {number} differs from paragraph {_place_at(places, at + common)}"
        at += taken
        foot_at += len(page) - taken
    if at < len(main):
        return f"the PDF ends before paragraph {_place_at(places, at)}"
    return "" if foot_at == len(foot) else "the PDF ends before the last footnote"


def unsaid(word: WordText, tagged: str) -> str:
    """Say where a PDF's text, read in the order of its tags, differs from a Word piece; empty where they agree.

    Footnotes may stand anywhere in that order, but must be there, whole. The answer names a paragraph by its number.
    """
    text = squeeze(tagged)
    for note in word.notes:
        said = "".join(_squeezed(note.paragraphs))
        found = next((one for one in (f"{note.number}{said}", said) if one in text), None)
        if found is None:
            return f"footnote {note.number} is not printed whole"
        text = text.replace(found, "", 1)
    main, places = _stream(word)
    return "" if text == main else f"the page differs from paragraph {_place_at(places, _common(text, main))}"


def _squeezed(paragraphs: Iterable[Paragraph]) -> Iterator[str]:
    return (squeeze(paragraph_text(each)) for each in paragraphs)


def _printed(piece: object) -> str:
    match piece:
        case Run(text=text, look=look):
            # The engine draws small capitals as capitals, and so do the PDFs that Word exports.
            return text.upper() if look.small_caps else text
        case NoteMark(number=number):
            return str(number)
        case _:
            return ""


def _called(block: Block) -> Iterator[int]:
    for paragraph in paragraphs_of([block]):
        yield from (piece.number for piece in paragraph.pieces if isinstance(piece, NoteMark))


def _stream(word: WordText) -> tuple[str, list[tuple[int, int]]]:
    """Return the squeezed text of all paragraphs, and where in it each paragraph begins: (offset, place)."""
    texts: list[str] = []
    places: list[tuple[int, int]] = []
    length = 0
    for paragraph in paragraphs_of(word.blocks):
        places.append((length, paragraph.place))
        texts.append(squeeze(paragraph_text(paragraph)))
        length += len(texts[-1])
    return "".join(texts), places


def _place_at(places: Sequence[tuple[int, int]], offset: int) -> int:
    return next((place for start, place in reversed(places) if start <= offset), 0)


def _common(one: str, other: str) -> int:
    """Return how many characters two texts share at their beginning."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _split_page(page: str, main: str, foot: str) -> int | None:
    """Return how much of a page is main text, the rest being footnotes; None where it is not so."""
    most = _common(page, main)
    for cut in range(most, -1, -1):
        if foot.startswith(page[cut:]):
            return cut
    return None
