"""What a reader of a format leaves out is searched as well: behind the end, twice, in comments, in other encodings."""

import base64
import gzip
import zlib
from io import BytesIO

import pikepdf
import pytest

from legalassist.disclosure.containers import file_parts
from legalassist.disclosure.decoding import readings
from legalassist.disclosure.leaks import text_hash
from legalassist.disclosure.parts import Kind

PAGE = b"<!DOCTYPE html><html><head><title>t</title></head><body><p>x</p></body></html>"


def kinds(name: str, data: bytes, text: str) -> set[Kind]:
    """Return how the parts of a file are judged that hold a text."""
    return {part.kind for part in file_parts(name, data) if text in part.text}


def pdf(steps: bytes = b"") -> bytes:
    """Return a PDF of one page that draws this."""
    with pikepdf.new() as made:
        made.add_blank_page()
        made.pages[0]["/Contents"] = made.make_stream(steps)
        target = BytesIO()
        made.save(target)
    return target.getvalue()


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        (PAGE + b"\n228-55-0157", Kind.TEXT),
        (PAGE.replace(b"<p>", b"<p title='a' title='228-55-0157'>"), Kind.MARKUP),
        (PAGE.replace(b"html>", b"html SYSTEM '228-55-0157'>", 1), Kind.MARKUP),
    ],
)
def test_a_page_is_searched_as_it_is_written(page: bytes, kind: Kind) -> None:
    assert kind in kinds("a.html", page, "228-55-0157")


def test_a_page_without_more_says_nothing_behind_its_end() -> None:
    assert not [part for part in file_parts("a.html", PAGE) if "behind its end" in part.place]


def test_a_document_type_of_its_own_cannot_be_looked_into() -> None:
    parts = file_parts("a.xml", b"<!DOCTYPE a [<!-- x -->]><a>y</a>")
    assert any(part.kind is Kind.UNREADABLE for part in parts)


@pytest.mark.parametrize("data", [pdf() + b"\n+1 (718) 555-0131\n", b"+1 (718) 555-0131\n" + pdf()])
def test_what_stands_outside_of_a_pdf_is_text(data: bytes) -> None:
    assert Kind.TEXT in kinds("a.pdf", data, "+1 (718) 555-0131")


@pytest.mark.parametrize(
    ("steps", "found"),
    [(b"q\n% November 27, 2014\nQ", {Kind.METADATA}), (b"q (5% November 27, 2014) pop Q", {Kind.RAW}), (b"q Q", set())],
)
def test_a_comment_in_a_drawing_is_judged_as_what_somebody_wrote(steps: bytes, found: set[Kind]) -> None:
    assert kinds("a.pdf", pdf(steps), " November 27, 2014") & {Kind.METADATA, Kind.RAW} >= found
    assert (Kind.METADATA in kinds("a.pdf", pdf(steps), " November 27, 2014")) is (found == {Kind.METADATA})


@pytest.mark.parametrize("written", [r"\u49?\u54? May 2020", r"\'31\'36 May 2020"])
def test_rich_text_is_read_as_it_stands(written: str) -> None:
    assert "16 May 2020" in readings(written)


def test_the_bytes_of_a_rich_text_may_be_chinese() -> None:
    assert "何婷" in readings(r"\'ba\'ce\'e6\'c3")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("H e   T i n g", "He Ting"),
        ("N.o.v.e.m.b.e.r. .2.7.,. .2.0.1.4", "November 27, 2014"),
        (base64.b64encode(zlib.compress(b"Situ An")).decode(), "Situ An"),
        (base64.b64encode(gzip.compress(b"Situ An", mtime=0)).decode(), "Situ An"),
        ("".join(chr(0xE0000 + ord(one)) for one in "Situ An"), "Situ An"),
    ],
)
def test_letters_apart_packed_or_unseen_are_read(written: str, read: str) -> None:
    assert read in readings(written)


@pytest.mark.parametrize("text", ["a b c d e", "I am in a T", "1. 2. 3. 4. 5. 6.", "x  y  z  w"])
def test_a_plain_text_is_not_drawn_together(text: str) -> None:
    assert not [one for one in readings(text) if len(one) < len(text) // 2 + 2]


def test_a_text_of_ours_with_letters_nobody_sees_is_another_text() -> None:
    unseen = "".join(chr(0xE0000 + ord(one)) for one in "Situ An")
    assert len({text_hash("Work asked"), text_hash("Work asked" + unseen), text_hash(unseen), text_hash("")}) == 4
    assert text_hash("Work\u00ad  asked") == text_hash("Work asked")


def test_a_western_european_text_is_read() -> None:
    assert Kind.TEXT in kinds("a.txt", b"Case summary \xa7 SITU An joysitu_228", "SITU An joysitu_228")
