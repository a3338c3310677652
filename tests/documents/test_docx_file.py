"""Opening a .docx that may be hostile: each trick is refused, with what to do instead."""

import zipfile
from io import BytesIO

import pytest
from documents.docx_builder import docx, house_parts, paragraph, zipped
from hypothesis import given, settings
from hypothesis import strategies as st

from legalassist.documents import docx_file
from legalassist.documents.docx_file import open_docx
from legalassist.documents.subset.reading import read
from legalassist.errors import DocumentError

GOOD = docx(paragraph("x"))


def with_part(name: str, data: bytes) -> bytes:
    return zipped({**house_parts(), name: data})


def renamed_main_type(old: str, new: str) -> bytes:
    parts = house_parts()
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(old.encode(), new.encode())
    return zipped(parts)


def encrypted() -> bytes:
    out = bytearray(GOOD)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        out[out.find(signature) + offset] |= 1
    return bytes(out)


def doubled() -> bytes:
    out = BytesIO(GOOD)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("WORD/document.xml", b"<x/>")
    return out.getvalue()


BOMB = b"<w:document>" + b" " * (4 * 1024 * 1024)
LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'
MAIN = "document.main+xml"

HOSTILE = {
    "nothing at all": (b"", "is not a .docx"),
    "not a zip": (b"hello", "is not a .docx"),
    "a zip cut off": (GOOD[: len(GOOD) // 2], "the zip inside it is damaged"),
    "an old .doc or a password": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "an old .doc, or a .docx with a password"),
    "a PDF": (b"%PDF-1.7", "it is a PDF"),
    "an RTF": (b"{\\rtf1", "it is an RTF file"),
    "another zip": (zipped({"a.xml": b"<a/>"}), "there is no Word document in it"),
    "no main part": (zipped({k: v for k, v in house_parts().items() if k != "word/document.xml"}), "no Word document"),
    "no list of parts": (zipped({k: v for k, v in house_parts().items() if "Types" not in k}), "list of its parts"),
    "a zip bomb": (with_part("word/document.xml", BOMB), "unpacks to far more"),
    "an entity bomb": (with_part("word/document.xml", LAUGHS), "declares a document type"),
    "an outside entity": (
        with_part("word/document.xml", b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>'),
        "declares a document type",
    ),
    "broken XML": (with_part("word/document.xml", b"<w:document"), "not well-formed"),
    "a path outside": (with_part("../../etc/passwd", b"x"), "points outside"),
    "an absolute path": (with_part("/etc/passwd", b"x"), "points outside"),
    "a Windows path": (with_part("C:\\x", b"x"), "points outside"),
    "too many files": (zipped({**house_parts(), **{f"word/{n}.xml": b"" for n in range(600)}}), "more than 500 files"),
    "two files of one name": (doubled(), "two files of the same name"),
    "an encrypted member": (encrypted(), "it is encrypted"),
    "another kind of document": (renamed_main_type(MAIN, "other+xml"), "not an ordinary Word document"),
    "a .docm": (renamed_main_type(MAIN, "macroEnabled.main+xml"), "macros (.docm)"),
    "strict Open XML": (
        with_part("_rels/.rels", b'<x xmlns="http://purl.oclc.org/ooxml/officeDocument/relationships"/>'),
        "Strict Open XML",
    ),
}


@pytest.mark.parametrize(("data", "said"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_or_mistaken_file_is_refused_with_what_to_do(data: bytes, said: str) -> None:
    with pytest.raises(DocumentError, match="cannot be read") as refusal:
        read(data, name="letter.docx")
    assert said in refusal.value.message
    assert refusal.value.message.startswith("letter.docx")
    assert refusal.value.hint


def test_sizes_beyond_the_limits_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    for limit, said in (("MAX_FILE", "MB"), ("MAX_TOTAL", "unpacks"), ("MAX_PART", "larger than any letter")):
        with monkeypatch.context() as patched:
            patched.setattr(docx_file, limit, 10)
            with pytest.raises(DocumentError, match=said):
                open_docx(GOOD, name="letter.docx")


def test_a_good_file_opens() -> None:
    assert open_docx(GOOD, name="x").main == "word/document.xml"


def test_controls_inside_controls_end_in_a_refusal_not_in_a_traceback() -> None:
    opened, closed = "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"
    assert read(docx(opened * 100 + paragraph("x") + closed * 100), name="x").blocks
    with pytest.raises(DocumentError, match="not well-formed"):
        read(docx(opened * 1000 + paragraph("x") + closed * 1000), name="x")


@settings(max_examples=60)
@given(st.binary(max_size=200), st.integers(0, len(GOOD) - 1))
def test_damaged_files_never_end_in_a_traceback(noise: bytes, at: int) -> None:
    try:
        read(GOOD[:at] + noise + GOOD[at + len(noise) :], name="x.docx")
    except DocumentError as refusal:
        assert str(refusal)  # noqa: PT017 - either answer is right; a traceback is not
