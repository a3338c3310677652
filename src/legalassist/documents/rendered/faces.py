"""The letters themselves: glyphs that are missing, faces that are not ours or not whole (qa.md, 41 to 43, 52)."""

from collections.abc import Iterator

from legalassist.documents.fonts import FAMILIES, TRADITIONAL
from legalassist.documents.light import BLACK, READABLE, WHITE, contrast
from legalassist.documents.rendered.found import Found, Weight
from legalassist.documents.rendered.lines import Block, Line, is_han
from legalassist.documents.tags.content import Run
from legalassist.documents.tags.fonts import NO_TEXT

_FACES = frozenset(family.replace(" ", "") + weight for family in FAMILIES for weight in ("", "Regular", "Bold"))
_TRADITIONAL_FACE = TRADITIONAL.replace(" ", "-")
_SLANT = 0.02
_EM = 0.02


def missing_glyphs(block: Block) -> Iterator[Found]:
    """Yield each page with a box where a letter should be, or with a letter whose text nobody can search for."""
    for line in block.lines:
        if any(not int.from_bytes(letter.code) or NO_TEXT in letter.text for letter in line.letters):
            yield Found(line.page + 1, "glyph", Weight.ERROR, "a character has no glyph, or a glyph has no text",
                        "write the character another way; `Fonts.check` names those our fonts lack")  # fmt: skip


def foreign_faces(block: Block) -> Iterator[Found]:
    """Yield each font that is not ours, is not embedded, or is embedded whole."""
    for line, run in _runs(block):
        font = run.drawn.font if run.drawn is not None else None
        if font is None:
            continue
        prefix, _, name = font.name.rpartition("+")
        if name.replace("-", "").removesuffix("SmallCaps") not in _FACES:  # drawn from the same letters
            yield Found(line.page + 1, "face", Weight.ERROR, f"the font {name or 'without a name'} is not one of ours",
                        "name no font but 'LA Sans' in the CSS")  # fmt: skip
        elif not font.embedded or not prefix:
            yield Found(line.page + 1, "embedded", Weight.ERROR, f"the font {name} is not embedded as a part",
                        "print the page again; a reader's machine has no such font")  # fmt: skip


def wrong_widths(block: Block) -> Iterator[Found]:
    """Yield Chinese in letters that are no square, and Latin as wide as Chinese: each is in the other's face."""
    for line in block.lines:
        for letter in line.letters:
            if is_han(letter.text) and abs(letter.width - 1) > _EM:
                yield Found(line.page + 1, "width", Weight.ERROR, "Chinese is set in a face that is not Chinese",
                            "name 'LA Sans' first in :lang(zh)")  # fmt: skip
            elif "\uff10" <= letter.text[:1] <= "\uff5a" and letter.text.isalnum():
                yield Found(line.page + 1, "width", Weight.ERROR, "Latin letters or digits are as wide as Chinese",
                            "write plain letters and digits")  # fmt: skip


def other_scripts_face(block: Block, *, traditional: bool) -> Iterator[Found]:
    """Yield Chinese in the face of the other script: 骨, 令 and 花 have another shape there."""
    for line, run in _runs(block):
        if run.drawn is None:
            continue
        is_other = run.drawn.font.name.rpartition("+")[2].startswith(_TRADITIONAL_FACE) is not traditional
        if is_other and any(is_han(one) and (not traditional or _is_frequent(one)) for one in run.text):
            yield Found(line.page + 1, "script-face", Weight.ERROR, "Chinese is set in the face of the other script",
                        "mark the text lang=zh-Hans or lang=zh-Hant")  # fmt: skip


def _is_frequent(character: str) -> bool:
    """Say whether a character is in level 1 of Big5, all of which our traditional face draws."""
    try:
        return b"\xa4\x40" <= character.encode("big5") < b"\xc6\x7f"
    except UnicodeEncodeError:
        return False


def slanted(block: Block) -> Iterator[Found]:
    """Yield Chinese that leans: it has no italics, and a leaning character is a distortion."""
    for line, run in _runs(block):
        if run.drawn is None or not any(map(is_han, run.text)):
            continue
        a, b, c, d, _, _ = run.drawn.at
        leans = abs(a * c + b * d) > _SLANT * (a * a + b * b)
        if leans or any(word in run.drawn.font.name for word in ("Italic", "Oblique")):
            yield Found(line.page + 1, "slant", Weight.ERROR, "Chinese is set slanted",
                        "emphasis in Chinese is bold: font-style: normal")  # fmt: skip


def grey(block: Block) -> Iterator[Found]:
    """Yield letters of a grey that a photocopier loses, be they on white or on black."""
    for line, run in _runs(block):
        if run.drawn is not None and max(contrast(run.drawn.light, paper) for paper in (WHITE, BLACK)) < READABLE:
            yield Found(line.page + 1, "grey", Weight.LOOK, "letters are too pale for a copy in black and white",
                        "a contrast of 7 to 1 at least: #4a5560 or darker")  # fmt: skip


def _runs(block: Block) -> Iterator[tuple[Line, Run]]:
    return ((line, run) for line in block.lines for run in line.runs)
