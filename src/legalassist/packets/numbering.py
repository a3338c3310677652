"""Number the filing: the pieces that print packet pages are written until their numbers are those of the packet.

The contents and the exhibit index say on which page a piece begins, and their own length moves the pages behind
them. So they are written, counted and written again, until what they print is what they cause.
"""

from collections.abc import Mapping, Sequence
from itertools import accumulate

from legalassist.documents.pdf_file import open_pdf
from legalassist.errors import DocumentError
from legalassist.packets.build import Build
from legalassist.packets.pieces import ContentsLine
from legalassist.packets.plan import Planned
from legalassist.packets.written import PdfCache, Writer, Written, lay_out

NUMBERED = ("contents", "exhibit-index")
"""The print templates that show packet pages."""

_ROUNDS = 6


def number_pieces(
    build: Build, writer: Writer, filing: Sequence[Planned], pdfs: Mapping[str, bytes], cache: PdfCache
) -> tuple[dict[str, Written], dict[str, bytes]]:
    """Return the numbered pieces of a filing and their PDFs, by code; `pdfs` holds those of all other pieces.

    Raises DocumentError where the numbers do not settle, which needs titles that break differently for each number.
    """
    numbered = [planned for planned in filing if planned.print in NUMBERED]
    lengths = {code: len(open_pdf(pdf, code).pages) for code, pdf in pdfs.items()}
    lengths |= {planned.code: 1 for planned in numbered}
    for _ in range(_ROUNDS):
        first = first_pages(filing, lengths)
        written = {planned.code: _write(writer, planned, filing, first, lengths) for planned in numbered}
        made = {code: lay_out(build, one, cache) for code, one in written.items()}
        counted = {code: len(open_pdf(pdf, code).pages) for code, pdf in made.items()}
        if all(lengths[code] == pages for code, pages in counted.items()):
            return written, made
        lengths |= counted
    message = "the page numbers of the contents do not settle"
    raise DocumentError(message, hint="shorten the titles in packet.yaml")


def first_pages(filing: Sequence[Planned], lengths: Mapping[str, int]) -> dict[str, int]:
    """Return the packet page (from 1) each piece begins on."""
    ends = accumulate((lengths[planned.code] for planned in filing), initial=1)
    return {planned.code: page for planned, page in zip(filing, ends, strict=False)}


def _write(
    writer: Writer, planned: Planned, filing: Sequence[Planned], first: Mapping[str, int], lengths: Mapping[str, int]
) -> Written:
    """Write one numbered piece with the page numbers known so far."""
    lines = [
        ContentsLine(title=one.title, page=first[one.code], level=one.level, code=one.code)
        for one in filing
        if one.code != planned.code
    ]
    return writer.write_numbered(planned, lines, first, lengths)
