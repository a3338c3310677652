"""Codes to scan: static, to the clinic's own address and no other, large enough for the distance they are read from.

A code never leads through somebody else's redirect (which would log who scans), carries no question mark and no
fragment (nothing that tells one leaflet from another), and stands beside its address in words. Hidden formats and
plain pieces carry none, and every piece exists without one.
"""

import re
from base64 import b64encode
from collections.abc import Iterator
from io import BytesIO

import segno

from legalassist.errors import UsageError
from legalassist.handouts.formats import Format

MILLIMETRES = {"letter": 26.0, "half": 25.5, "palm": 25.5, "poster": 40.0}
"""How large a code is on a piece, quiet zone and all; a format that is not named carries none."""

MODULE = 0.4
"""The smallest module a hand-held phone reads from a photocopy: millimetres."""

QUIET = 4
"""Modules of white around the code (ISO/IEC 18004)."""

LONGEST = 40
_ADDRESS = re.compile(r"https://[a-z0-9-]+(\.[a-z0-9-]+)+(/[a-z0-9/-]*)?")
_REDIRECTS = ("bit.ly", "tinyurl.com", "t.co", "goo.gl", "is.gd", "qrco.de", "ow.ly", "rb.gy", "t.cn", "dwz.cn")


def address_problems(url: str) -> Iterator[str]:
    """Yield what keeps an address from being printed as a code."""
    if not _ADDRESS.fullmatch(url):
        yield "it is not a plain address: https://, small letters, no '?', no '#', no name or password"
    if len(url) > LONGEST:
        yield f"it has {len(url)} characters; with more than {LONGEST} the code gets too fine for a photocopy"
    if any(host in url for host in _REDIRECTS):
        yield "it leads through somebody else's redirect, which can see who scans"


def code_of(url: str, form: Format) -> tuple[str, float]:
    """Return the code as an SVG in a ``data:`` address, and its size in millimetres; nothing where there is none.

    Raises UsageError for an address that cannot be one, or that would make modules finer than `MODULE`.
    """
    size = MILLIMETRES.get(form.name)
    if not url or size is None:
        return "", 0.0
    problems = list(address_problems(url))
    code = _drawn(url)
    side = code.symbol_size(border=QUIET)[0]
    if not problems and size / side < MODULE:
        problems.append(f"its code would have modules of {size / side:.2f} mm on {form.name}; {MODULE} is needed")
    if problems:
        message = f"clinic.yaml: handouts.url cannot be printed as a code: {'; '.join(problems)}"
        raise UsageError(message, hint="a short address of the clinic's own, for example https://example.org/help")
    out = BytesIO()
    code.save(out, kind="svg", border=QUIET, xmldecl=False, svgns=True, nl=False, dark="#000", light="#fff")
    return "data:image/svg+xml;base64," + b64encode(out.getvalue()).decode(), size


def modules_of(url: str) -> tuple[bytes, ...]:
    """Return the rows of the code to an address with the quiet zone around it, 1 where a module is dark."""
    return tuple(bytes(map(bool, row)) for row in _drawn(url).matrix_iter(border=QUIET))


def _drawn(url: str) -> segno.QRCode:
    # make_qr and not make: a short address would become a Micro QR code, which telephones do not read
    return segno.make_qr(url, error="q")
