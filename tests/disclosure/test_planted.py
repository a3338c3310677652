"""Planted leaks, one in each corner of a file: every one must stop the output. And clean texts, which must not."""

import base64
import gzip
import quopri
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import quote

import pytest
from disclosure.made_files import BODY, W, locked_pdf, packed, paragraph, pdf_with, printed, word
from disclosure.mei import blocked, full_width, identifiers

from legalassist.disclosure.exact_days import day_codes
from legalassist.disclosure.leaks import check_files

NAME, HAN = "Wang Xiaomei", "王小媺"
CYRILLIC = "\u0425\u0456\u0430\u043em\u0435\u0456"
"""The given name in letters of another alphabet."""
Files = dict[str, bytes]

_CORE = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
_DELETED = f'<w:p><w:del w:id="1" w:author="x"><w:r><w:delText>{NAME}</w:delText></w:r></w:del></w:p>'
_SPLIT = "<w:p><w:r><w:t>Xiao</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>mei</w:t></w:r></w:p>"
_ALT = '<w:p><wp:docPr xmlns:wp="urn:x" id="1" name="Picture 1" descr="Xiaomei at work"/></w:p>'
_CELL = '<sst xmlns="urn:x"><si><t>Xiao</t><t>mei</t></si></sst>'
_SHEET = '<worksheet xmlns="urn:x"><row><c r="A1"><v>38046</v></c></row></worksheet>'


def _nested(depth: int) -> bytes:
    inside = NAME.encode()
    for _ in range(depth):
        inside = packed({"a.zip": inside})
    return inside


def _twice(text: str) -> str:
    return base64.b64encode(base64.b64encode(text.encode())).decode()


PLANTED: dict[str, Callable[[], Files]] = {
    "Word body": lambda: {"a.docx": word(paragraph(NAME))},
    "Word runs": lambda: {"a.docx": word(_SPLIT)},
    "Word header": lambda: {"a.docx": word(word__header1=f"<w:hdr {W}>{paragraph(HAN)}</w:hdr>")},
    "Word footnote": lambda: {"a.docx": word(word__footnotes=f"<w:footnotes {W}>{paragraph(NAME)}</w:footnotes>")},
    "Word comment": lambda: {"a.docx": word(word__comments=f"<w:comments {W}>{paragraph('ask 小媺')}</w:comments>")},
    "Word comment author": lambda: {
        "a.docx": word(word__comments=f'<w:comments {W}><w:comment w:author="Wang" w:id="1"/></w:comments>')
    },
    "Word initials": lambda: {
        "a.docx": word(word__comments=f'<w:comments {W}><w:comment w:initials="WXM" w:id="1"/></w:comments>')
    },
    "Word deletion": lambda: {"a.docx": word(BODY + _DELETED)},
    "Word field": lambda: {
        "a.docx": word(f"<w:p><w:r><w:instrText> AUTHOR {NAME} </w:instrText></w:r></w:p>")
    },
    "Word alt text": lambda: {"a.docx": word(_ALT)},
    "Word core properties": lambda: {
        "a.docx": word(docProps__core=f"<cp:coreProperties xmlns:cp='urn:x' {_CORE}><dc:creator>Amy</dc:creator>"
                                      "</cp:coreProperties>")
    },
    "Word custom property": lambda: {
        "a.docx": word(docProps__custom='<Properties xmlns="urn:x"><property name="client"><lpwstr>Xiaomei</lpwstr>'
                                        "</property></Properties>")
    },
    "Word link": lambda: {
        "a.docx": packed({"word/_rels/document.xml.rels":
                          '<Relationships><Relationship Target="https://example.net/wang_xiaomei"/></Relationships>'})
    },
    "Word custom XML": lambda: {"a.docx": word(customXml__item1="<a><b>7185550123</b></a>")},
    "markup comment": lambda: {"a.docx": word(BODY + f"<!-- {NAME} -->")},
    "Excel text": lambda: {"a.xlsx": packed({"xl/sharedStrings.xml": _CELL})},
    "Excel day": lambda: {"a.xlsx": packed({"xl/worksheets/sheet1.xml": _SHEET})},
    "member's name": lambda: {"a.zip": packed({"xiaomei/notes.txt": "nothing"})},
    "zip in zip": lambda: {"a.zip": _nested(3)},
    "zip too deep": lambda: {"a.zip": _nested(7)},
    "gzip": lambda: {"a.gz": gzip.compress(HAN.encode(), mtime=0)},
    "picture": lambda: {"a.png": b"\x89PNG\r\n\x1a\n" + b"\0" * 40},
    "PDF text": lambda: {"a.pdf": printed(f"<p>{NAME}</p>")},
    "PDF white text": lambda: {"a.pdf": pdf_with("drawn", NAME)},
    "PDF letter by letter": lambda: {"a.pdf": pdf_with("spread", "Xiaomei")},
    "PDF author": lambda: {"a.pdf": pdf_with("author", "W. X. M.")},
    "PDF own key": lambda: {"a.pdf": pdf_with("own key", "Xiaomei")},
    "PDF XMP": lambda: {"a.pdf": pdf_with("xmp", "Amy")},
    "PDF bookmark": lambda: {"a.pdf": pdf_with("bookmark", HAN)},
    "PDF alt text": lambda: {"a.pdf": pdf_with("alt", f"A photograph of {NAME}")},
    "PDF attachment": lambda: {"a.pdf": pdf_with("attached", "call 718-555-0123")},
    "PDF attachment's name": lambda: {"a.pdf": pdf_with("attached name", "wang-x-m")},
    "PDF note": lambda: {"a.pdf": pdf_with("note", "born 29.2.2004")},
    "PDF field": lambda: {"a.pdf": pdf_with("field", "A012345678")},
    "PDF script": lambda: {"a.pdf": pdf_with("script", "Xiaomei")},
    "PDF picture": lambda: {"a.pdf": pdf_with("picture", "")},
    "PDF behind its end": lambda: {"a.pdf": printed() + b"\n% prepared for Wang Xiaomei\n"},
    "file name": lambda: {"2026-wang_xiaomei-summary.pdf": printed()},
    "file name in one word": lambda: {"WangXiaomei88.txt": b"nothing"},
    "file name with initials": lambda: {"wxm-summary.txt": b"nothing"},
    "file name with a surname": lambda: {"summary-wang.txt": b"nothing"},
    "file name in Chinese": lambda: {"王某.txt": b"nothing"},
    "base64": lambda: {"a.txt": b"see " + base64.b64encode(NAME.encode())},
    "base64 twice": lambda: {"a.txt": _twice(HAN + "和朋友").encode()},
    "base64 of a file": lambda: {"a.txt": base64.encodebytes(packed({"a.txt": NAME}))},
    "percent": lambda: {"a.txt": f"https://example.net/?q={quote(HAN)}".encode()},
    "percent, GBK": lambda: {"a.txt": f"q={quote('王小雨'.encode('gbk'))}".encode()},
    "hex": lambda: {"a.txt": NAME.encode().hex(" ").encode()},
    "entities": lambda: {"a.html": b"<html><p>&#29579;&#x5c0f;&#x5aba;</p></html>"},
    "escapes": lambda: {"a.json": b'{"n": "\\u738b\\u5c0f\\u5aba"}'},
    "quoted-printable": lambda: {"a.eml": quopri.encodestring(f"谢谢 {HAN}".encode())},
    "UTF-16": lambda: {"a.txt": f"client {HAN}".encode("utf-16")},
    "UTF-16 without a mark": lambda: {"a.txt": NAME.encode("utf-16-le")},
    "GB18030": lambda: {"a.txt": f"客户{HAN}的案子".encode("gb18030")},
    "full width": lambda: {"a.txt": full_width("Xiaomei Wang").encode()},
    "full-width number": lambda: {"a.txt": full_width("718-555-0123").encode()},
    "zero width": lambda: {"a.txt": "X\u200bi\u200ba\u200bo\u2060mei".encode()},
    "tone marks": lambda: {"a.txt": "wáng xiǎoměi".encode()},
    "look-alikes": lambda: {"a.txt": CYRILLIC.encode()},
    "traditional script": lambda: {"a.txt": "陳素蘭女士".encode()},
    "swapped order": lambda: {"a.txt": b"Xiaomei Wang"},
    "Chinese numerals": lambda: {"a.txt": "生于二〇〇四年二月二十九日".encode()},
    "English numerals": lambda: {"a.txt": b"born on the twenty-ninth of February, two thousand and four"},
    "own file number": lambda: {"a.txt": b"our file r7k2 m9qd"},
    "over a line end": lambda: {"a.txt": b"the client Xiao-\nmei"},
    "unknown kind": lambda: {"a.bin": bytes(range(256)) * 4},
    "locked PDF": lambda: {"a.pdf": locked_pdf()},
    "damaged PDF": lambda: {"a.pdf": printed()[:900]},
    "earlier version of a PDF": lambda: {"a.pdf": printed() + printed()},
    "PDF form drawn inside": lambda: {"a.pdf": pdf_with("form", NAME)},
    "old Office file": lambda: {"a.doc": b"\xd0\xcf\x11\xe0" + b"\0" * 600},
    "XML entities": lambda: {"a.xml": b'<!DOCTYPE a [<!ENTITY x "Wang Xiaomei">]><a>&x;</a>'},
    "comment before the markup": lambda: {"a.xml": b"<!-- Wang Xiaomei --><a>text</a>"},
    "HTML link": lambda: {"a.html": b'<html><a href="mailto:xiaomei@example.net">write</a></html>'},
    "broken gzip": lambda: {"a.gz": b"\x1f\x8b\x08broken"},
    "UTF-8 with a mark": lambda: {"a.txt": b"\xef\xbb\xbf" + HAN.encode()},
    "broken archive": lambda: {"a.docx": b"PK\x03\x04broken"},
}  # fmt: skip


@pytest.mark.parametrize("leak", PLANTED)
def test_a_planted_leak_stops_the_output(leak: str) -> None:
    assert blocked(PLANTED[leak]())


def test_there_are_enough_planted_leaks() -> None:
    assert len(PLANTED) >= 38


CLEAN = (
    "T nonimmigrant status, labor trafficking, New York City, adult, Mandarin, affirmative.",
    "She ran long days, and the shop was open in may or june.",
    "The clinic keeps an interpreter; call 212-555-0100 or write to clinic@example.org.",
    "Please answer by December 14, 2026. Reference K7M2-Q9X4.",
    "双方明确：本中心提供口译，费用全免。",
    "It is hard to say how long the case takes; most of the work is in the declaration.",
    "Training is on video. A mentor reads every draft within two business days.",
    "The firm may be here or there, as long as one attorney is admitted in New York.",
    "高兴 and 安全 are words, and so are 国王 and 大小.",
    "Section 1101(a)(15)(T) of title 8; form edition 01/20/25; 38,045 applications.",
    "The second reader asks: could a friend, the trafficker or an officer tell?",
    "Tan, gold and pear green are the colours of the leaflet, with a quiet, wide margin.",
)


@pytest.mark.parametrize("text", CLEAN)
def test_a_clean_text_is_not_stopped(text: str) -> None:
    told = replace(identifiers(), public=identifiers().public | day_codes(["December 14, 2026"]))
    assert not check_files({"K7M2-Q9X4.txt": text.encode()}, told).blocks
    assert not check_files({"K7M2-Q9X4.docx": word(paragraph(text))}, told).blocks


def test_a_clean_pdf_is_not_stopped() -> None:
    assert not check_files({"K7M2-Q9X4.pdf": printed()}, identifiers()).hits


CORNERS = ("author", "own key", "xmp", "bookmark", "alt", "attached", "note", "field", "drawn", "script")


@pytest.mark.parametrize("corner", CORNERS)
def test_the_same_corner_with_a_harmless_word_is_not_stopped(corner: str) -> None:
    assert not blocked({"K7M2-Q9X4.pdf": pdf_with(corner, "Harmless")})


def test_what_a_place_says_never_repeats_a_name() -> None:
    found = check_files({"wang xiaomei.zip": packed({"xiaomei/王小媺.txt": HAN})}, identifiers())
    told = "\n".join(map(str, found.hits)).lower()
    assert found.blocks
    assert not any(secret in told for secret in ("wang", "xiaomei", "王"))
