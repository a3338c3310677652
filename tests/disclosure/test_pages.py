"""Pieces of pages, as mail programs write them: no letter of a name is hidden by a tag, whatever file it stands in."""

from email.message import EmailMessage

import pytest

from legalassist.disclosure.identifiers import Identifiers, identifiers_of_people
from legalassist.disclosure.leaks import check_files
from legalassist.disclosure.mails import mail_of
from legalassist.disclosure.xml_parts import page_parts
from legalassist.facts.values import PersonName

HERS = identifiers_of_people([("client.name", PersonName("QIU", "Shuhua", native="邱淑华"))])
LONG = "<!-- " + "x" * 3000 + " -->"
PIECES = [
    "<div>Hi<br>Call&nbsp;me: Shu<b>hua</b></div>",
    "<span style='x'>Caf&eacute; Shu<b>hua</b></span>",
    "<!DOCTYPE html><div>Hi<br>Shu<b>hua</b></div>",
    "<table><tr><td>A&nbsp;<td>Shu<b>hua</b></table>",
    "Hi<br>Shu<i>hu</i>a",
    "\ufeff<p>&nbsp;Shu<b>hua</b></p>",
    f"{LONG}<html><body><p>&nbsp;Shu<b>hua</b></p></body></html>",
    "<p>&nbsp;邱<b>淑</b>华</p>",
    "<p>x&nbsp;<b title='Shuhua'>y</b></p>",
    "<p>x&nbsp;<!-- Shuhua --></p>",
    "<p>x&nbsp;Shu<o:p>hua</o:p> <https://example.org></p>",
    "<html><body><p>Shu<o:p>hua</o:p><br>x&nbsp;<st1:place w:st='on'>y</st1:place></body></html>",
    "3 < 4 and so on<br>Shu<b>hua</b>",
]


def mailed(html: str) -> dict[str, bytes]:
    """Return the files of a mail whose second text is this page."""
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "plin@clinic.example", "probono@firm.example", "Cases"
    made.set_content("Please see the list.")
    made.add_alternative(html, subtype="html")
    made.add_attachment(html.encode(), maintype="text", subtype="html", filename="notes.dat")
    found = mail_of("a.eml", made.as_bytes())
    assert found is not None
    return dict(found.files)


@pytest.mark.parametrize("piece", PIECES)
def test_a_name_cut_by_tags_is_found_in_every_file(piece: str) -> None:
    for name in ("a.html", "a.htm", "a.txt", "a"):
        assert check_files({name: piece.encode()}, HERS).blocks, name
    assert check_files({"a.html": piece.encode("utf-16")}, HERS).blocks
    files = mailed(piece)
    assert {"part.html", "notes.dat"} <= files.keys()
    for name in ("part.html", "notes.dat"):
        assert check_files({name: files[name]}, HERS).blocks, name


def test_a_number_cut_by_tags_is_found() -> None:
    text = "<p>Hi<br>91<b>7-555</b>-01<i>19</i></p>"
    assert any("telephone" in hit.identifier for hit in check_files({"a.html": text.encode()}, Identifiers()).blocks)


@pytest.mark.parametrize("text", ["a < b, and c > d", "", "<", "if x <3 then", "1 <2> 3"])
def test_a_text_without_a_tag_is_read_once(text: str) -> None:
    assert page_parts("there", text) == []


@pytest.mark.parametrize(
    "text", ["<div>Hi<br>We hope a firm can take this case.</div>", "<p>Two hours&nbsp;a month", "<br>", "<!-- -->"]
)
def test_a_clean_piece_of_a_page_is_clean(text: str) -> None:
    assert not check_files({"a.html": text.encode()}, HERS).hits


def test_what_was_read_of_a_text_before_is_read_still() -> None:
    assert check_files({"a.txt": b"<x Shuhua"}, HERS).blocks
    assert check_files({"a.txt": b"x <b>y</b> Shuhua"}, HERS).blocks


BEFORE = "We met on a rainy afternoon at the office and spoke with"
AFTER = "about what comes next and what is still missing."
SHAPES = ["<div>Hi<br>{}</div>", "<div>{}</div>", "<html><body><br>&nbsp;{}</body></html>", "{}",
          "<html xmlns='http://www.w3.org/1999/xhtml'><body><p>{}</p></body></html>"]  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("tag", ["big", "strike", "acronym", "samp", "foo", "x-name", "button", "picture", "BIG"])
def test_a_tag_of_no_list_cuts_no_name_in_a_long_line(shape: str, tag: str) -> None:
    piece = shape.format(f"{BEFORE} Shu<{tag}>hua</{tag}> {AFTER}")
    for name in ("a.html", "a.txt"):
        assert check_files({name: piece.encode()}, HERS).blocks, name
    assert check_files({"part.html": mailed(piece)["part.html"]}, HERS).blocks
    clean = shape.format(f"{BEFORE} the <{tag}>firm</{tag}> {AFTER}")
    assert not check_files({"a.html": clean.encode()}, HERS).hits


@pytest.mark.parametrize("tag", ["o:p", "st1:place"])
def test_a_tag_with_a_prefix_cuts_no_name_in_a_long_line(tag: str) -> None:
    piece = f"<div>Hi<br>{BEFORE} Shu<{tag}>hua</{tag}> {AFTER}</div>"
    assert check_files({"a.html": piece.encode()}, HERS).blocks
    assert check_files({"a.html": f"<html>{piece}</html>".encode()}, HERS).blocks


def test_words_in_two_blocks_are_not_one_word() -> None:
    piece = f"<div>{BEFORE} <big>Shu</big><p>hua {AFTER}</p></div>"
    assert not any("Shuhua" in part.text for part in page_parts("there", piece))
