"""Every hostile paper is refused with its reason, or comes out clean with a list of what was left behind."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from exhibits.hostile_others import OTHERS
from exhibits.hostile_pdfs import PDFS, Hostile
from exhibits.pdf_maker import SECRET, SEEN, made, text

from legalassist.exhibits import child, clean
from legalassist.exhibits.clean import House
from legalassist.exhibits.cleaned import Cleaned, ExhibitLocked, ExhibitRefused

ALL = (*PDFS, *OTHERS)
FEWEST = 40
ACTIVE = ("/A", "/AA", "/JS", "/JavaScript", "/OpenAction", "/EmbeddedFiles", "/EF", "/Annots", "/AcroForm", "/XFA",
          "/OCProperties", "/OC", "/Metadata", "/PieceInfo", "/Thumb", "/Names", "/Outlines", "/URI", "/Launch", "/F",
          "/Ref", "/OPI", "/PS", "/StructTreeRoot", "/Collection", "/Perms", "/RichMedia", "/Info")  # fmt: skip


OURS = {"/Info", "/Metadata", "/StructTreeRoot"}
"""What a PDF that we laid out from a Word file may have: a title, PDF/UA's claim, tags."""


def house(top: Path) -> House:
    css = (top / "templates/common/word.css").read_text(encoding="utf-8")
    return House(top / "assets/fonts", css, seconds=60)


def cleaned(one: Hostile, top: Path) -> Cleaned:
    return clean.clean(one.make(), house(top), ending=one.ending, password=one.password, **one.options)


def in_this_process(request: bytes, _seconds: float) -> tuple[dict[str, object], bytes]:
    """Answer as the child does, without its walls: most files are no danger, and this is faster."""
    answer, pdf = child._answer(*child.unpacked(request))
    return child.unpacked(child.packed(answer, pdf))


@pytest.fixture(autouse=True)
def _short_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    one = getattr(request.node, "callspec", None)
    if one is not None and isinstance(one.params.get("one"), Hostile) and not one.params["one"].walled:
        monkeypatch.setattr(clean, "_asked", in_this_process)


def things(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Yield what should not be there: keys of anything active, in any object of the file."""
    for thing in (*pdf.objects, pdf.trailer):
        yield from active_in(thing)


def active_in(thing: object, depth: int = 0) -> Iterator[str]:
    entries = list(thing.items()) if isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)) else []
    yield from (key for key, _ in entries if key in ACTIVE)
    if {"/FT", "/Subtype", "/Rect"} & dict(entries).keys() >= {"/Subtype", "/Rect"}:
        yield "an annotation"
    values = thing if isinstance(thing, pikepdf.Array) else [value for _, value in entries]
    for value in values:
        if depth < 9 and not (isinstance(value, pikepdf.Object) and value.is_indirect):
            yield from active_in(value, depth + 1)


def everything_in(pdf: pikepdf.Pdf) -> bytes:
    """Return all that stands in a file, unpacked; of JPEG pictures the coded bytes, where notes would stand."""
    found = []
    for thing in pdf.objects:
        if not isinstance(thing, pikepdf.Stream):
            found.append(repr(thing).encode())
        elif thing.get("/Filter") == "/DCTDecode":
            found.append(thing.read_raw_bytes())
        else:
            found.append(thing.read_bytes())
    return b"\n".join(found)


@pytest.mark.parametrize("one", [one for one in ALL if not one.refused], ids=lambda one: one.name)
def test_what_is_taken_comes_out_clean_and_what_is_left_behind_is_listed(one: Hostile, top: Path) -> None:
    found = cleaned(one, top)
    assert sorted(str(each) for each in found.noticed) == sorted(one.noticed)
    with pikepdf.open(BytesIO(found.pdf)) as pdf:
        assert len(pdf.pages) == found.pages == one.pages
        assert set(things(pdf)) <= (OURS if one.ending == ".docx" else set())
        assert SECRET.encode() not in everything_in(pdf)
        sizes = {tuple(float(side) for side in page.mediabox) for page in pdf.pages}
        assert sizes <= {(0, 0, 612, 792), (0, 0, 792, 612)}
    assert read(found.pdf).split() == one.says.split()


def read(pdf: bytes) -> str:
    opened = pypdfium2.PdfDocument(pdf)
    try:
        return opened[0].get_textpage().get_text_range()
    finally:
        opened.close()


@pytest.mark.parametrize("one", [one for one in ALL if one.refused], ids=lambda one: one.name)
def test_what_is_refused_says_why_and_what_to_do(one: Hostile, top: Path) -> None:
    with pytest.raises(ExhibitRefused) as refused:
        cleaned(one, top)
    assert refused.value.message == one.refused
    assert refused.value.hint
    assert SECRET not in str(refused.value)


def test_no_hostile_file_is_lost() -> None:
    assert len({one.name for one in ALL}) == len(ALL) >= FEWEST


# ---- the checks above can fail ----


def test_something_active_or_secret_in_a_pdf_is_found() -> None:
    live = next(one for one in PDFS if one.name == "script-on-opening").make()
    with pikepdf.open(BytesIO(live)) as pdf:
        assert set(things(pdf)) == {"/OpenAction", "/JS"}
    with pikepdf.open(BytesIO(made(text(SECRET)))) as pdf:
        assert SECRET.encode() in everything_in(pdf)


@pytest.mark.parametrize("words", [SEEN, "0.5 grey", "small print", "over a box", "twice"])
def test_words_that_can_be_seen_stay_words(words: str, top: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clean, "_asked", in_this_process)
    content = {
        "0.5 grey": "0.5 g " + text(words),
        "small print": text(words, size=5),
        "over a box": "0 g 60 690 300 30 re f 1 g " + text(words),
        "twice": text(words) + text(words, x=72.3),
    }.get(words, text(words))
    found = clean.clean(made(content), house(top))
    assert found.noticed == ()
    assert words in read(found.pdf)


def test_a_locked_pdf_can_be_told_from_a_broken_one(top: Path) -> None:
    locked = next(one for one in PDFS if one.name == "password")
    with pytest.raises(ExhibitLocked) as asks:
        cleaned(locked, top)
    assert not asks.value.wrong
    assert re.search("password", asks.value.hint)
