"""How a leak is written: as it stands, or turned into what a program (or a careful person) makes of it."""

import base64
import html
import zlib
from collections.abc import Callable
from urllib.parse import quote


def between(mark: str) -> Callable[[str], str]:
    """Return what puts a mark between all letters."""
    return mark.join


def _escaped(text: str) -> str:
    return "".join(f"\\u{ord(one):04x}" for one in text)


def _wide(text: str) -> str:
    return "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else "\u3000" if one == " " else one for one in text)


def _bold(text: str) -> str:
    small, large = 0x1D41A - ord("a"), 0x1D400 - ord("A")
    return "".join(
        chr(ord(one) + small) if "a" <= one <= "z" else chr(ord(one) + large) if "A" <= one <= "Z" else one
        for one in text
    )


def _quoted_printable(text: str) -> str:
    return "".join(f"={byte:02X}" for byte in text.encode())


_LOOKS = str.maketrans("aceopxyiABCEHKMOPTXjs", "асеорхуіАВСЕНКМОРТХјѕ")  # noqa: RUF001 - they look alike on purpose
_GREEK = str.maketrans("oivABEZHIKMNOPTYX", "οινΑΒΕΖΗΙΚΜΝΟΡΤΥΧ")  # noqa: RUF001 - they look alike on purpose

HOW: dict[str, Callable[[str], str]] = {
    "": str,
    "upper": str.upper,
    "base64": lambda text: base64.b64encode(text.encode()).decode(),
    "base64-utf16": lambda text: base64.b64encode(text.encode("utf-16-le")).decode(),
    "base64-url": lambda text: base64.urlsafe_b64encode(text.encode()).decode().rstrip("="),
    "base64-zlib": lambda text: base64.b64encode(zlib.compress(text.encode())).decode(),
    "hex": lambda text: text.encode().hex(),
    "hex-spaced": lambda text: text.encode().hex(" "),
    "hex-utf16": lambda text: text.encode("utf-16-be").hex().upper(),
    "percent": lambda text: quote(text, safe=""),
    "percent-all": lambda text: "".join(f"%{byte:02X}" for byte in text.encode()),
    "entities": lambda text: "".join(f"&#{ord(one)};" for one in text),
    "entities-hex": lambda text: "".join(f"&#x{ord(one):X};" for one in text),
    "entities-twice": lambda text: html.escape("".join(f"&#{ord(one)};" for one in text)),
    "escapes": _escaped,
    "quoted-printable": _quoted_printable,
    "wide": _wide,
    "bold": _bold,
    "cyrillic": lambda text: text.translate(_LOOKS),
    "greek": lambda text: text.translate(_GREEK),
    "zero-width": between("\u200b"),
    "joiner": between("\u2060"),
    "soft-hyphen": between("\u00ad"),
    "spaced": between(" "),
    "dotted": between("."),
    "dashed": between("-"),
    "override": lambda text: f"\u202e{text}\u202c",
    "override-reversed": lambda text: f"\u202e{text[::-1]}\u202c",
    "tags": lambda text: "".join(chr(0xE0000 + ord(one)) if one < "\x7f" else one for one in text),
}


def spelled(text: str, how: str) -> str:
    """Return a text in one or several of these spellings (``percent+base64``), the first one first."""
    for one in how.split("+"):
        text = HOW[one](text)
    return text
