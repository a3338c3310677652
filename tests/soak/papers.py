"""Sixty exhibits of 1 to 200 pages: bound, numbered, indexed over three pages, read back; and what that takes."""

import datetime as dt
import random
import resource
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from time import perf_counter

import pikepdf
from exhibits.pdf_maker import page, saved, text
from one_library import LIBRARY

from legalassist.api.building import build_packet, prepare
from legalassist.cases.answer import Said
from legalassist.cases.exhibit_file import ExhibitFile, FiledAs
from legalassist.exhibits.clean import House, clean
from legalassist.facts.known import Rows
from legalassist.facts.values import ExhibitAtHand
from legalassist.library import fonts
from legalassist.packets.check_bound import BoundCheck
from legalassist.packets.check_pages import BoundPdf

MEI = "interviews/tvisa/examples/mei.yaml"
DAY = dt.date(2026, 11, 22)
SAID = Said("soak", "2026-11-20")
LONGEST = 200


def paper(pages: int, number: int) -> bytes:
    """Return an invented paper of words, a page for each number."""
    pdf = pikepdf.new()
    for at in range(1, pages + 1):
        lines = "".join(
            text(f"Paper {number}, page {at}, line {line}. Invented.", y=720 - 20 * line) for line in range(30)
        )
        pdf.pages.append(pikepdf.Page(page(pdf, lines)))
    return saved(pdf)


def first_pages(pdf: bytes, pages: int) -> bytes:
    """Return a cleaned paper cut off after some pages."""
    with pikepdf.open(BytesIO(pdf)) as cut:
        del cut.pages[pages:]
        return saved(cut)


def run(exhibits: int, seed: int, folder: Path) -> tuple[str, list[str]]:
    """Build a packet with so many exhibits; return what it took, and whatever is wrong with it."""
    drawn, library, house = random.Random(seed), LIBRARY, House(fonts(), "")  # noqa: S311 - trials, not secrets
    build = prepare(library.get(MEI).path, library, as_of=DAY)
    case, files, contents = replace(build.case, exhibits=()), [], {}
    lengths = [1, LONGEST, *(drawn.randint(1, LONGEST) for _ in range(exhibits - 2))][:exhibits]
    case = case.answer("exhibits", Rows(tuple(range(1, exhibits + 1)), complete=True), SAID)
    start = perf_counter()
    longest = clean(paper(LONGEST, 1), house).pdf
    cleaned_in = perf_counter() - start
    for number, pages in enumerate(lengths, 1):
        row = f"exhibits[{number}]"
        case = case.answer(
            f"{row}.paper", ExhibitAtHand(f"Invented paper {number} with a title that fills a line", pages=pages), SAID
        )
        case = (
            case.answer(f"{row}.speaks_to", (), SAID)
            if number % 3
            else case.answer(f"{row}.speaks_to", ("means",), SAID)
        )
        content = first_pages(longest, pages)
        digest = sha256(content).hexdigest()
        files.append(ExhibitFile(row, FiledAs.ORIGINAL, pages, digest))
        contents[digest] = content
    start = perf_counter()
    built = build_packet(
        replace(build, case=replace(case, exhibits=tuple(files)), exhibits=contents), folder / "packet"
    )
    bound_in, took = perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    content = next((built.out / "filing").glob("*.pdf")).read_bytes()
    bound = BoundPdf(content, "packet.pdf")
    found = [
        str(one)
        for one in BoundCheck(bound, [p for p in built.manifest.pieces if p.first], built.manifest).problems({})
    ]  # type: ignore[arg-type]
    index = next(one for one in built.manifest.pieces if one.code == "exhibit-index")
    if exhibits >= 60 and index.last - index.first < 2:
        found.append("the index of sixty exhibits has less than three pages")
    result = (
        f"200 pages cleaned in {cleaned_in:.0f} s; {sum(lengths)} pages of exhibits bound in {bound_in:.0f} s, "
        f"{len(content) // 2**20} MB, index of {index.last - index.first + 1} pages, peak {took} MB"
    )
    return result, found
