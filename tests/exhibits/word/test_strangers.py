"""Other people's Word files: every word that a page of theirs shows is on ours, or the file is refused with its reason.

What the pages must say is read from the files with a pattern, not with the code under test, and the pages with pdfium.
"""

import re
import zipfile
from collections import Counter
from html import unescape
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from exhibits.pdf_maker import SECRET
from exhibits.test_hostile import everything_in, house, in_this_process, things
from exhibits.word.refused import REFUSED
from exhibits.word.strangers import Stranger, made, p, picture, r
from exhibits.word.taken import PNG, TAKEN

from legalassist.documents.tags.tagged import audit
from legalassist.exhibits import clean
from legalassist.exhibits.cleaned import Cleaned, ExhibitRefused
from legalassist.exhibits.word.house import LAYOUT

_PARAGRAPH = re.compile(rb"<w:p[ >].*?</w:p>|<w:p/>", re.DOTALL)
_TEXT = re.compile(rb"<w:t(?: [^>]*)?>([^<]*)</w:t>")


@pytest.fixture
def near(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read the file in this process: a fifth of the time."""
    monkeypatch.setattr(clean, "_asked", in_this_process)


def cleaned(content: bytes, top: Path) -> Cleaned:
    return clean.clean(content, house(top), ending=".docx")


def paragraphs_of(content: bytes) -> list[str]:
    """Return the words of every paragraph in every part of a Word file, as they are typed."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = [
            archive.read(name) for name in archive.namelist() if name.startswith("word/") and name.endswith(".xml")
        ]
    found = [paragraph for part in parts for paragraph in _PARAGRAPH.findall(part)]
    return [unescape(b"".join(_TEXT.findall(one)).decode()) for one in found]


def words_on(pdf: bytes) -> str:
    opened = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in opened)
    finally:
        opened.close()


@pytest.mark.usefixtures("near")
@pytest.mark.parametrize("one", TAKEN, ids=lambda one: one.name)
def test_every_word_that_a_page_shows_is_on_ours_and_no_other(one: Stranger, top: Path) -> None:
    content = one.make()
    found = cleaned(content, top)
    assert sorted(map(str, found.noticed)) == sorted((*one.noticed, LAYOUT))
    typed = " ".join(paragraphs_of(content))
    for before, after in one.shown:
        typed = typed.replace(before, after)
    expected = Counter(typed.split())
    expected.subtract(one.unshown)
    expected.update(one.adds)
    printed = words_on(found.pdf).replace("\ufffe", "-")
    assert Counter(squeezed(expected)) == Counter("".join(printed.split())), printed
    assert found.pages == one.pages
    with pikepdf.open(BytesIO(found.pdf)) as pdf:
        for element in pdf.objects:
            if isinstance(element, pikepdf.Dictionary) and element.get("/Type") == "/StructElem" and "/A" in element:
                del element["/A"]  # how a tag is laid out, no action
        assert set(things(pdf)) <= {"/Info", "/Metadata", "/StructTreeRoot"}
        assert SECRET.encode() not in everything_in(pdf)
        assert audit(found.pdf) == []


def squeezed(words: Counter[str]) -> str:
    assert min(words.values(), default=0) >= 0, "nothing is said to be unshown that is not there"
    return "".join("".join(words.elements()).split())


@pytest.mark.usefixtures("near")
@pytest.mark.parametrize("name", ["another-program", "letterhead", "ragged-table", "links", "lists"])
def test_paragraphs_stand_whole_and_in_their_order(name: str, top: Path) -> None:
    one = next(one for one in TAKEN if one.name == name)
    content = one.make()
    printed = "".join(words_on(cleaned(content, top).pdf).split())
    with zipfile.ZipFile(BytesIO(content)) as archive:
        body = archive.read("word/document.xml")
    at = 0
    for paragraph in _PARAGRAPH.findall(body):
        said = "".join(unescape(b"".join(_TEXT.findall(paragraph)).decode()).split())
        at = printed.index(said, at)


@pytest.mark.usefixtures("near")
@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_printed_whole_is_refused_with_its_place_and_no_word_of_it(name: str, top: Path) -> None:
    make, message = REFUSED[name]
    with pytest.raises(ExhibitRefused) as refused:
        cleaned(make(), top)
    assert message in refused.value.message
    assert refused.value.hint
    assert SECRET not in str(refused.value)


def test_there_are_enough_odd_files() -> None:
    assert len({one.name for one in TAKEN}) == len(TAKEN) >= 30
    assert len(REFUSED) >= 30


def test_a_letter_with_a_picture_comes_through_the_walls_as_it_does_without(
    top: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = made(p(r("Signed ") + picture()), binaries={"rPic.png": PNG})
    walled = cleaned(content, top)
    monkeypatch.setattr(clean, "_asked", in_this_process)
    assert walled.pdf == cleaned(content, top).pdf
    assert words_on(walled.pdf).split() == ["Signed"]
    assert pictures_in(walled.pdf) == [(300, 150)]


def pictures_in(pdf: bytes) -> list[tuple[int, int]]:
    with pikepdf.open(BytesIO(pdf)) as opened:
        found = [one for one in opened.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"]
        return [(int(one.Width), int(one.Height)) for one in found]


@pytest.mark.usefixtures("near")
def test_only_what_was_shown_of_a_picture_is_in_the_pdf(top: Path) -> None:
    cropped = next(one for one in TAKEN if one.name == "cropped-picture")
    assert pictures_in(cleaned(cropped.make(), top).pdf) == [(210, 75)]
