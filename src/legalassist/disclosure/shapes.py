"""Shapes of numbers and addresses that no paper for firms needs, whoever they belong to: rule (9).

The clinic's own telephone and mail address are public and left alone. Shapes: telephone numbers of the North American
plan and of Chinese mobiles, A-Numbers and receipt numbers (USCIS), social security numbers, mail addresses, ids of the
People's Republic of China (GB 11643-1999: 17 digits and a digit or X); ZIP codes and Chinese in an English text are
asked about.
"""

import re
from collections.abc import Collection, Iterator

from legalassist.disclosure.hits import Level
from legalassist.disclosure.latin_names import Found
from legalassist.disclosure.parts import Kind
from legalassist.disclosure.reading import Reading

RULE = 9
_LONG_MAIL = 9
"""Letters and digits of a mail address that is known again inside a longer run."""
_SHAPES = (
    (Level.BLOCK, "a telephone number", re.compile(
        r"(?<![\w-])(?:\+?1[ .-]?)?(?:\([2-9]\d\d\)[ .-]?|[2-9]\d\d[ .-])[2-9]\d\d[ .-]?\d{4}(?![\w-])")),
    (Level.BLOCK, "a telephone number", re.compile(r"(?<![\w-])(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\w-])")),
    (Level.BLOCK, "an A-Number", re.compile(r"(?<!\w)A[ #-]?(?:\d{3}[ -]\d{3}[ -]\d{3}|\d{8,9})(?![\w-])")),
    (Level.BLOCK, "a receipt number", re.compile(r"(?<!\w)[A-Z]{3}[ -]?\d{10}(?!\w)")),
    (Level.BLOCK, "a social security number", re.compile(r"(?<![\w-])\d{3}-\d\d-\d{4}(?![\w-])")),
    (Level.BLOCK, "a mail address", re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w")),
    (Level.BLOCK, "a Chinese id number", re.compile(r"(?<!\w)\d{17}[\dXx](?!\w)")),
    (Level.ASK, "a ZIP code", re.compile(r"(?<!\w)(?:[A-Z]{2},? +\d{5}|\d{5}-\d{4})(?![\w-])")),
)  # fmt: skip
_TOLL_FREE = re.compile(r"(?:\+?1[ .-]?)?\(?8(?:00|33|44|55|66|77|88)\b")
"""How numbers begin that are free to call: hotlines, agencies, hardly ever a person (47 CFR 52.101). Asked about."""
_COULD_BE = re.compile(r"[\d@]")
"""Every shape has a digit, or the sign of a mail address."""
_HAN_RUN = re.compile(r"[㐀-鿿]{2}")
_READ = frozenset({Kind.TEXT, Kind.METADATA, Kind.NAME})


def shapes_in(reading: Reading, public: Collection[str]) -> Iterator[Found]:
    """Yield the shapes a text shows; `public`: what the clinic shows to everybody, as `squeezed` makes it."""
    if reading.kind not in _READ:
        return
    for level, what, shape in _SHAPES if _COULD_BE.search(reading.folded) else ():
        levels = {_level(level, found[0]) for found in shape.finditer(reading.folded) if not _shown(found[0], public)}
        yield from ((one, RULE, what) for one in sorted(levels))
    if reading.kind is Kind.TEXT and not (reading.shelf or reading.decoded) and _HAN_RUN.search(reading.folded):
        yield Level.ASK, RULE, "Chinese characters"


def _level(level: Level, found: str) -> Level:
    return Level.ASK if _TOLL_FREE.match(found) else level


def _shown(found: str, public: Collection[str]) -> bool:
    """Say whether something is the clinic's own; a mail address may have other words of a page drawn against it."""
    bare = squeezed(found)
    return bare in public or ("@" in found and any(len(one) >= _LONG_MAIL and one in bare for one in public))


def blocked_shapes(text: str) -> Iterator[tuple[str, str]]:
    """Yield every number and address of these shapes in a text that is as it is read: what it is, and itself."""
    for level, what, shape in _SHAPES if _COULD_BE.search(text) else ():
        if level is Level.BLOCK:
            yield from ((what, found[0]) for found in shape.finditer(text))


def squeezed(text: str) -> str:
    """Return the letters and digits of a text, lower case, without the digit of the country a number begins with."""
    bare = re.sub(r"[\W_]", "", text).lower()
    return bare[1:] if len(bare) == len("12125550100") and bare.isdigit() and bare[0] == "1" else bare
