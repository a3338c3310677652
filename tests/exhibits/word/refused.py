"""Word files with something on or under the page that cannot be printed whole, and what is said then."""

from collections.abc import Callable

from exhibits.pictures import drawn, saved
from exhibits.word.strangers import c, field_of, made, mark, p, picture, r, row, shape, table

PNG = saved(drawn((300, 150)), "PNG")
FIRST, SECOND = "the 1st paragraph from the top", "the 2nd paragraph from the top"
WHO = 'w:id="1" w:author="x"'
COMMENTS = {"comments": ("comments", f'<w:comment w:id="1">{p("think again")}</w:comment>')}
BLACK = '<w:shd w:val="clear" w:fill="000000"/>'
CLEAR = "<w14:textFill><w14:noFill/></w14:textFill>"
SECRET = "SECRET-HERON"  # noqa: S105 - a word to look for, not a password


def pictured(**how: str) -> Callable[[], bytes]:
    return lambda: made(p(picture(**how)), binaries={"rPic.png": PNG})


def with_run(look: str) -> Callable[[], bytes]:
    return lambda: made(p("") + p("Seen") + p("") + p(r(SECRET, look)))


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "tracked-insertion": (lambda: made(p(f"<w:ins {WHO}>{r('new')}</w:ins>")), f"{FIRST} has a tracked change"),
    "tracked-deletion": (lambda: made(p("Seen") + p(f"{r('x')}<w:del {WHO}><w:r><w:delText>old</w:delText></w:r></w:del>")),
                         f"{SECOND} has a tracked change"),
    "comment": (lambda: made(p(r("x") + '<w:r><w:commentReference w:id="1"/></w:r>'), files=COMMENTS), f"{FIRST} has a comment"),
    "hidden": (with_run("<w:vanish/>"), f"{SECOND} has hidden text"),
    "hidden-by-style": (with_run('<w:rStyle w:val="Secret"/>'), f"{SECOND} has hidden text"),
    "hidden-in-a-header": (lambda: made(p("x"), '<w:headerReference r:id="h1"/>', {"h1": ("header", p(r(SECRET, "<w:vanish/>")))}),
                           f"{FIRST} has hidden text"),
    "clear-letters": (with_run(CLEAR), f"{SECOND} has hidden text"),
    "white": (with_run('<w:color w:val="FFFFFF"/>'), f"{SECOND} has text that hardly shows"),
    "tiny": (with_run('<w:sz w:val="2"/>'), f"{SECOND} has text that hardly shows"),
    "black-marker": (with_run('<w:highlight w:val="black"/>'), f"{SECOND} has highlighted text"),
    "black-bar": (with_run(BLACK), f"{SECOND} has highlighted text"),
    "black-paragraph": (lambda: made(p(SECRET, BLACK)), f"{FIRST} has highlighted text"),
    "black-cell": (lambda: made(table(row(c(SECRET, BLACK)))), "is in a cell with a dark ground"),
    "struck": (with_run("<w:strike/>"), f"{SECOND} has text struck through"),
    "right-to-left": (with_run("<w:rtl/>"), f"{SECOND} has text that runs from right to left"),
    "text-box": (lambda: made(p(shape(SECRET))), "has a text box"),
    "shape": (lambda: made(p(r("x") + shape())), f"{FIRST} has a shape"),
    "watermark": (lambda: made(p("x"), '<w:headerReference r:id="h1"/>', {"h1": ("header", p(
        '<w:r><w:pict><v:shape><v:textpath string="COPY"/></v:shape></w:pict></w:r>'))}), "has a shape"),
    "object": (lambda: made(p(r("x") + "<w:r><w:object/></w:r>")), f"{FIRST} has an embedded object"),
    "equation": (lambda: made(p(r("x") + "<m:oMath/>")), f"{FIRST} has an equation"),
    "table-in-a-table": (lambda: made(table(row(f"<w:tc>{table(row(c('in')))}{p('')}</w:tc>"))), "table inside a table"),
    "another-file": (lambda: made(p("x") + '<w:altChunk r:id="r9"/>'), "takes in another file"),
    "unknown-sign": (lambda: made(p(r("x") + '<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>')), "from a symbol font"),
    "greek-letter": (lambda: made(p(r("x") + '<w:r><w:sym w:font="Symbol" w:char="F078"/></w:r>')), "from a symbol font"),
    "sign-of-another-font": (lambda: made(p(r("x") + '<w:r><w:sym w:font="Wingdings 3" w:char="F078"/></w:r>')), "from a symbol font"),
    "field-without-result": (lambda: made(p(r("x") + field_of("SYMBOL 74"))), f"{FIRST} has a field without a stored result"),
    "field-without-end": (lambda: made(p(mark("begin") + r("lost"))), "stands in a field without an end"),
    "own-note-mark": (lambda: made(p(r("x") + '<w:r><w:footnoteReference w:id="1" w:customMarkFollows="1"/></w:r>')),
                      "a footnote with a mark of its own"),
    "note-not-there": (lambda: made(p(r("x") + '<w:r><w:endnoteReference w:id="7"/></w:r>')), "footnote 1 is called but not in the file"),
    "list-in-other-numbers": (lambda: made(p("x", '<w:numPr><w:ilvl w:val="7"/><w:numId w:val="1"/></w:numPr>')),
                              "stands at a level its list does not define"),
    "picture-over-text": (pictured(anchor="over"), "the Word file has a picture that lies over the text"),
    "hidden-picture": (pictured(hidden='hidden="1"'), "the Word file has a hidden picture"),
    "linked-picture": (pictured(link="link"), "the Word file shows a picture that is not inside it"),
    "odd-crop": (pictured(crop='<a:srcRect l="-5000"/>'), "the Word file has a picture that is cropped in an odd way"),
    "drawing-of-windows": (lambda: made(p(picture()), binaries={"rPic.emf": b"\x01\0\0\0EMF"}), "a picture of a kind that is not read here"),
    "broken-picture": (lambda: made(p(picture()), binaries={"rPic.png": PNG[:80]}), "the PNG picture is broken"),
    "private-signs": (lambda: made(p("\U000f0001")), "the Word file has characters that no font has"),
    "lost-letter": (lambda: made(p("\ufffd")), f"{FIRST} has characters that do not print"),
}  # fmt: skip
