"""What a file is, by its first bytes: a name proves nothing."""

from typing import Final

PDF: Final = "PDF"
JPEG: Final = "JPEG"
PNG: Final = "PNG"
TIFF: Final = "TIFF"
HEIC: Final = "HEIC"
WORD: Final = "Word file"
PICTURES: Final = frozenset({JPEG, PNG, TIFF, HEIC})

ENDINGS: Final = {
    ".pdf": PDF, ".jpg": JPEG, ".jpeg": JPEG, ".png": PNG, ".tif": TIFF, ".tiff": TIFF,
    ".heic": HEIC, ".heif": HEIC, ".docx": WORD,
}  # fmt: skip
"""The endings a file of each kind may have."""

_PDF_WITHIN = 1024
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
_STARTS = (
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"II*\x00", TIFF),
    (b"MM\x00*", TIFF),
    (b"PK\x03\x04", WORD),
)
_KNOWN_OTHERS = (
    (b"\xd0\xcf\x11\xe0", "an old Office file (.doc, .xls, .msg) or a Word file with a password"),
    (b"%!PS", "a PostScript file"),
    (b"\xc5\xd0\xd3\xc6", "an EPS file"),
    (b"{\\rtf", "an RTF file"),
    (b"GIF8", "a GIF picture"),
    (b"BM", "a BMP picture"),
    (b"MZ", "a Windows program"),
    (b"\x7fELF", "a program"),
    (b"<", "a web page or XML file"),
)


def kind_of(content: bytes) -> str:
    """Return what a file is, or "" for nothing that is taken.

    A picture or zip that also hides a PDF header in its first bytes is what its very first bytes say.
    """
    for start, kind in _STARTS:
        if content.startswith(start):
            return kind
    if content[4:8] == b"ftyp" and content[8:12] in _HEIC_BRANDS:
        return HEIC
    return PDF if b"%PDF-" in content[:_PDF_WITHIN] else ""


def kind_by_ending(ending: str) -> str:
    """Return the kind a file's ending promises, or "" for one that promises nothing we take."""
    return ENDINGS.get(ending.lower(), "")


def other_kind(content: bytes) -> str:
    """Return what a file that is not taken seems to be, for the message."""
    if not content:
        return "empty"
    return next((what for start, what in _KNOWN_OTHERS if content.startswith(start)), "of no kind this program knows")
