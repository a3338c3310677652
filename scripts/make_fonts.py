"""Build the fonts we print with: ``assets/fonts`` from the npm packages of Noto Sans SC, Noto Sans TC and Noto Sans.

A step of the set-up. Three families come out, under our own names (a changed font must not keep its old one)::

    LA Sans         Latin, punctuation and GB 2312: 2.5 MB a weight, quick to load, enough for nearly every page
    LA Sans Full    everything Noto Sans SC draws: for the rare character in a name
    LA Sans TC      Latin, punctuation and the frequent half of Big5, in the shapes of Taiwan: for traditional text

The two scripts share most code points and not their shapes (骨, 令, 花): each needs its own face, which no language tag
chooses here. Noto Sans SC and TC draw only the Latin letters of pinyin, Vietnamese and western Europe; all families get
the rest (Polish, Turkish, Yoruba, Cyrillic …) from Noto Sans, letter by letter, so that no name stops a packet for its
accents.

    LA Stamp        digits and letters, for the running numbers; never chosen for text

Beside them: ``fonts.conf`` (a fontconfig that knows this folder and nothing else), ``coverage.json`` (which code
points each family draws, so that a check need not open a font) and ``OFL.txt`` (the licence of the fonts).
The same package, script and fontTools give the same bytes.  When nothing changed, nothing is done.

Usage: python scripts/make_fonts.py
"""

import json
import sys
from collections.abc import Iterable, Iterator
from copy import deepcopy
from hashlib import sha256
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final
from unicodedata import category, combining

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

TOP: Final = Path(__file__).resolve().parents[1]
PACKAGES: Final = TOP / "node_modules" / "@expo-google-fonts"
PACKAGE: Final = PACKAGES / "noto-sans-sc"
OTHER_SCRIPT: Final = PACKAGES / "noto-sans-tc"
LENDER: Final = PACKAGES / "noto-sans"
TARGET: Final = TOP / "assets" / "fonts"

WEIGHTS: Final = {
    "Regular": PACKAGE / "400Regular" / "NotoSansSC_400Regular.ttf",
    "Bold": PACKAGE / "700Bold" / "NotoSansSC_700Bold.ttf",
}
TRADITIONAL_WEIGHTS: Final = {
    "Regular": OTHER_SCRIPT / "400Regular" / "NotoSansTC_400Regular.ttf",
    "Bold": OTHER_SCRIPT / "700Bold" / "NotoSansTC_700Bold.ttf",
}
LENT: Final = {
    "Regular": LENDER / "400Regular" / "NotoSans_400Regular.ttf",
    "Bold": LENDER / "700Bold" / "NotoSans_700Bold.ttf",
}
"""Where the letters come from that Noto Sans SC lacks, weight by weight."""

SMALL, FULL, TRADITIONAL = "LA Sans", "LA Sans Full", "LA Sans TC"
SOURCES: Final = {SMALL: WEIGHTS, FULL: WEIGHTS, TRADITIONAL: TRADITIONAL_WEIGHTS}
MADE: Final = (
    *(f"{family.replace(' ', '')}-{weight}.ttf" for family in SOURCES for weight in WEIGHTS),
    "LAStamp-Regular.ttf",
    "fonts.conf",
    "coverage.json",
    "OFL.txt",
)

BLOCKS: Final = (
    (0x0020, 0x024F),  # Latin with the tone marks of pinyin
    (0x0250, 0x036F),  # phonetic letters, spacing and combining marks
    (0x0370, 0x052F),  # Greek, Cyrillic
    (0x1E00, 0x1EFF),  # Latin, additional: Vietnamese names
    (0x2000, 0x22FF),  # punctuation, currency, letter-like, arrows, mathematics
    (0x2C60, 0x2C7F),  # Latin, extended C
    (0x2460, 0x27BF),  # circled numbers, boxes, dingbats
    (0x3000, 0x312F),  # Chinese punctuation, kana, bopomofo
    (0xFE30, 0xFE4F),  # Chinese compatibility forms
    (0xFF00, 0xFFEF),  # full-width forms
)
"""What the small family holds beside GB 2312, as far as one of the source fonts draws it."""

BORROWED: Final = (*BLOCKS[:5], (0x2C60, 0x2C7F))
"""Where a letter that Noto Sans SC lacks is taken from Noto Sans; Chinese punctuation and signs never are."""

OVER: Final = 230
"""The combining class of a mark over its letter (Unicode, canonical combining classes)."""

MARKS: Final = frozenset(code for code in range(0x300, 0x370) if combining(chr(code)) in {OVER, 220, 202})
"""Marks over a letter, under it, and attached under it; what crosses a letter or spans two is left out."""

BETWEEN: Final = 60
"""The room between a letter and its mark, in thousandths of the type size."""

FEATURES: Final = ("ccmp", "locl", "liga", "kern", "mark", "fwid", "hwid", "pwid", "halt", "palt")

STAMPED: Final = " -.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
"""What a running number or an exhibit's mark can be made of."""

NARROWED: Final = "§¶×÷±•"
"""Signs that the source sets as wide as a Chinese character; our lines that hold them ("8 CFR § 214.11") are English.

Curly quotes are as wide in the source too, but Chinese needs them so: pages in English ask for the narrow ones
(`pwid`, in templates/common/print.css).
"""

BESIDE: Final = 60
"""The room left on each side of a narrowed sign, in thousandths of the type size."""

LICENCE_NAMES: Final = (0, 7, 8, 9, 10, 11, 13, 14)
"""Entries of a font's name table that say who made it and under which licence; they stay (OpenType, `name`)."""

FONTCONFIG: Final = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <description>legalassist prints with the fonts in this folder and no other</description>
  <dir prefix="relative">.</dir>
  <selectfont><rejectfont><glob>*LAStamp*</glob></rejectfont></selectfont>
</fontconfig>
"""


def main() -> int:
    """Build what is missing or out of date; return 0, or 1 when the npm package is not there."""
    needed = (*sources(), *(package / "LICENSE_FONT" for package in (PACKAGE, OTHER_SCRIPT, LENDER)))
    missing = [path for path in needed if not path.is_file()]
    if missing:
        sys.stderr.write(
            f"make_fonts: {missing[0].relative_to(TOP)} is not there\n"
            "  hint: run `npm ci --ignore-scripts` in the project folder first (make setup does)\n"
        )
        return 1
    stamp = digest_of_inputs()
    made_from = TARGET / "made-from.txt"
    up_to_date = made_from.is_file() and made_from.read_text(encoding="ascii") == stamp
    if up_to_date and all((TARGET / name).is_file() for name in MADE):
        return 0
    # Built aside and moved in whole, the stamp last: a build that is interrupted is simply done again.
    TARGET.mkdir(parents=True, exist_ok=True)
    made_from.unlink(missing_ok=True)
    with TemporaryDirectory(dir=TARGET.parent, prefix=".fonts-") as aside:
        build(Path(aside))
        for name in MADE:
            (Path(aside) / name).replace(TARGET / name)
    made_from.write_text(stamp, encoding="ascii")
    sys.stdout.write(f"made {len(MADE)} files in {TARGET.relative_to(TOP)}\n")
    return 0


def sources() -> Iterator[Path]:
    """Yield the font files that ours are made from."""
    yield from (*WEIGHTS.values(), *TRADITIONAL_WEIGHTS.values(), *LENT.values())


def digest_of_inputs() -> str:
    """Return the sha256, in hex, of all that decides the bytes: the source fonts, this script, fontTools."""
    digest = sha256(version("fonttools").encode())
    for path in (*sources(), Path(__file__)):
        digest.update(sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def build(folder: Path) -> None:
    """Write every file of `MADE` into the folder."""
    coverage: dict[str, list[list[int]]] = {}
    for family, weights in SOURCES.items():
        drawn: list[set[int]] = []
        for weight, source in weights.items():
            target = folder / f"{family.replace(' ', '')}-{weight}.ttf"
            drawn.append(build_font(source, target, family, weight))
        coverage[family] = list(ranges(set.intersection(*drawn)))
    build_stamp_font(folder / "LASans-Regular.ttf", folder / "LAStamp-Regular.ttf")
    (folder / "coverage.json").write_text(json.dumps(coverage) + "\n", encoding="ascii")
    (folder / "fonts.conf").write_text(FONTCONFIG, encoding="ascii")
    packages = (PACKAGE, OTHER_SCRIPT, LENDER)
    licences = [(package / "LICENSE_FONT").read_text(encoding="utf-8").strip() for package in packages]
    between = f"\n\n{'-' * 60}\nOf Noto Sans TC, and of Noto Sans, from which letters were added:\n\n"
    (folder / "OFL.txt").write_text(between.join(licences) + "\n", encoding="utf-8")


def build_font(source: Path, target: Path, family: str, weight: str) -> set[int]:
    """Write one font file under its new name; return the code points it draws."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - a second of import that an up-to-date run does not need

    with TTFont(source, recalcTimestamp=False, recalcBBoxes=False, lazy=True) as font:
        if family != FULL:
            subset(font, wanted(family))
        give_each_its_own_glyph(font)
        narrow(font, NARROWED)
        for vertical in ("vhea", "vmtx"):  # we print no vertical lines
            if vertical in font:
                del font[vertical]
        borrow(font, LENT[weight])
        place_marks(font)
        rename(font, family, weight)
        font.save(target)
    with TTFont(target, lazy=True) as made:
        return set(made.getBestCmap())


def build_stamp_font(source: Path, target: Path) -> None:
    """Write the font that running numbers are stamped with: a few letters, so that stamping need not cut it out."""
    from fontTools import subset as tool  # noqa: PLC0415 - as above
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - as above

    options = tool.Options(layout_features=[], name_IDs=[6], notdef_outline=True, hinting=False, glyph_names=False)
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "vhea", "vmtx", "DSIG", "STAT", "meta"]
    with TTFont(source, recalcTimestamp=False) as font:
        subsetter = tool.Subsetter(options)
        subsetter.populate(text=STAMPED)
        subsetter.subset(font)
        font.save(target)


def subset(font: "TTFont", codes: set[int]) -> None:
    """Keep these code points and the `FEATURES`, and drop the rest, in place."""
    from fontTools import subset as tool  # noqa: PLC0415 - as above

    options = tool.Options(
        layout_features=list(FEATURES),
        name_IDs=["*"],
        notdef_outline=True,
        drop_tables=["STAT", "DSIG"],
    )
    subsetter = tool.Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)


def wanted(family: str) -> set[int]:
    """Return the code points of a small family: the `BLOCKS`, and the frequent characters of its script.

    Simplified: GB 2312 (GB/T 2312-1980). Traditional: level 1 of Big5, which is the 5,401 characters in daily use.
    Both through Python's codecs.
    """
    codec, rows = ("big5", range(0xA4, 0xC7)) if family == TRADITIONAL else ("gb2312", range(0xA1, 0xF8))
    hanzi = {code for high in rows for low in range(0x40, 0xFF) for code in decoded(bytes((high, low)), codec)}
    return hanzi.union(*(range(first, last + 1) for first, last in BLOCKS))


def decoded(pair: bytes, codec: str) -> tuple[int, ...]:
    """Return the one code point of two bytes, or nothing where the codec gives them none."""
    try:
        text = pair.decode(codec)
    except UnicodeDecodeError:
        return ()
    return (ord(text),) if len(text) == 1 else ()


def give_each_its_own_glyph(font: "TTFont") -> None:
    """Copy a glyph that two code points share (en dash and figure dash, a radical and its character), in place.

    A PDF maps glyphs back to text; with a shared glyph one of the two would come back as the other.
    """
    glyphs: Any = font["glyf"]  # the tables of fontTools carry no types
    widths: Any = font["hmtx"]
    order = list(font.getGlyphOrder())
    taken: set[str] = set()
    own: dict[int, str] = {}
    for code, name in sorted(font.getBestCmap().items()):
        if name in taken:
            own[code] = f"own{code:05X}"
            order.append(own[code])
            glyphs.glyphs[own[code]] = deepcopy(glyphs[name])
            widths.metrics[own[code]] = widths.metrics[name]
        taken.add(name)
    font.setGlyphOrder(order)
    glyphs.glyphOrder = order
    cmap: Any = font["cmap"]
    for table in cmap.tables:
        if hasattr(table, "cmap"):
            table.cmap.update({code: name for code, name in own.items() if code in table.cmap})


def borrow(font: "TTFont", lender: Path) -> None:
    """Add the letters of `BORROWED` that the font lacks and the lender draws, in place.

    Outlines only: an accented letter is one whole letter, so nothing has to be placed on anything. Both fonts are drawn
    on 1,000 units.
    """
    from fontTools.pens.recordingPen import DecomposingRecordingPen  # noqa: PLC0415 - as above
    from fontTools.pens.ttGlyphPen import TTGlyphPen  # noqa: PLC0415 - as above
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - as above

    letters = {code for first, last in BORROWED for code in range(first, last + 1)}
    lacking = {code for code in letters if code in MARKS or not combining(chr(code))} - set(font.getBestCmap())
    glyphs: Any = font["glyf"]
    widths: Any = font["hmtx"]
    order = list(font.getGlyphOrder())
    lent: dict[int, str] = {}
    with TTFont(lender, lazy=True) as source:
        outlines, drawn = source.getGlyphSet(), source.getBestCmap()
        for code in sorted(lacking & set(drawn)):
            whole, pen = DecomposingRecordingPen(outlines), TTGlyphPen(None)
            outlines[drawn[code]].draw(whole)
            whole.replay(pen)
            lent[code] = f"lent{code:05X}"
            order.append(lent[code])
            glyphs.glyphs[lent[code]] = glyph = pen.glyph()
            glyph.recalcBounds(glyphs)
            widths.metrics[lent[code]] = (source["hmtx"][drawn[code]][0], getattr(glyph, "xMin", 0))
    font.setGlyphOrder(order)
    glyphs.glyphOrder = order
    cmap: Any = font["cmap"]
    for table in cmap.tables:
        if table.isUnicode() and hasattr(table, "cmap"):
            table.cmap.update(lent)


def place_marks(font: "TTFont") -> None:
    """Let each combining mark of `MARKS` stand over, or under, the middle of the letter before it, in place.

    Most accented letters are one character. Those that are not (Yoruba names have them) would show the mark beside the
    letter: Noto Sans SC places a few marks only, and of Noto Sans only outlines are taken.
    """
    from fontTools.otlLib import builder  # noqa: PLC0415 - as above

    drawn, glyphs = font.getBestCmap(), font["glyf"]
    widths: Any = font["hmtx"]
    marks, bases = {}, {}
    for code, name in drawn.items():
        glyph = glyphs[name]
        if not any(first <= code <= last for first, last in BORROWED) or not glyph.numberOfContours:
            continue
        middle = (glyph.xMin + glyph.xMax) // 2
        place = combining(chr(code))
        if code in MARKS:
            widths.metrics[name] = (0, widths.metrics[name][1])
            at = builder.buildAnchor(middle, glyph.yMin - BETWEEN if place == OVER else glyph.yMax + BETWEEN)
            marks[name] = (0 if place == OVER else 1, at)
        elif category(chr(code)).startswith("L"):
            bases[name] = {
                0: builder.buildAnchor(middle, glyph.yMax),
                1: builder.buildAnchor(middle, min(glyph.yMin, 0)),
            }
    placing = builder.buildMarkBasePosSubtable(marks, bases, font.getReverseGlyphMap())
    table: Any = font["GPOS"].table
    table.LookupList.Lookup.append(builder.buildLookup([placing]))
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "mark":  # the source font has it, for a few marks of its own
            record.Feature.LookupListIndex.append(len(table.LookupList.Lookup) - 1)
    if "GDEF" in font and font["GDEF"].table.GlyphClassDef is not None:
        font["GDEF"].table.GlyphClassDef.classDefs.update(dict.fromkeys(marks, 3))


def narrow(font: "TTFont", signs: str) -> None:
    """Take the empty room at the sides of these signs down to `BESIDE`, in place."""
    glyphs: Any = font["glyf"]
    widths: Any = font["hmtx"]
    for sign in signs:
        name = font.getBestCmap()[ord(sign)]
        glyph = glyphs[name]
        glyph.coordinates.translate((BESIDE - glyph.xMin, 0))
        glyph.recalcBounds(glyphs)
        widths.metrics[name] = (glyph.xMax + BESIDE, BESIDE)


def rename(font: "TTFont", family: str, weight: str) -> None:
    """Give the font our family name, in place; keep its copyright and licence."""
    table: Any = font["name"]  # the tables of fontTools carry no types
    original = str(table.getName(5, 3, 1, 0x409))
    table.names = [entry for entry in table.names if entry.nameID in LICENCE_NAMES]
    postscript = f"{family.replace(' ', '')}-{weight}"
    for number, text in {
        1: family,
        2: weight,
        3: postscript,
        4: f"{family} {weight}",
        5: f"{original};changed",
        6: postscript,
    }.items():
        table.setName(text, number, 3, 1, 0x409)
    if "STAT" in font:  # its axis names are gone, and a static font needs none
        del font["STAT"]


def ranges(numbers: Iterable[int]) -> Iterator[list[int]]:
    """Yield ``[first, last]`` of every unbroken run in the numbers, in order."""
    ordered = sorted(numbers)
    if not ordered:
        return
    first = ordered[0]
    for before, after in pairwise(ordered):
        if after != before + 1:
            yield [first, before]
            first = after
    yield [first, ordered[-1]]


if __name__ == "__main__":
    sys.exit(main())
