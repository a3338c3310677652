"""Hostile and broken PDFs, each with what has to be said about it: what was left behind, or why it is refused."""

import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf
from exhibits.pdf_maker import (
    SECRET,
    SEEN,
    annotate,
    appearance,
    form,
    made,
    page,
    picture_on,
    saved,
    script,
    show,
    text,
)
from exhibits.pictures import jpeg_with_a_place
from pikepdf import Array, Dictionary, Name, Pdf, String

DAMAGED = "the PDF is damaged and cannot be read whole"
HIDDEN = (
    "words that cannot be seen (covered, invisible or off the page): the page was made a picture without them (page 1)"
)
TOO_MUCH = "reading the file takes more memory or time than any paper needs: it may be broken, or made to do harm"


@dataclass(frozen=True)
class Hostile:
    """One file: its lines of the list (in any order), or the message it is refused with; `walled` goes through a child."""

    name: str
    make: Callable[[], bytes]
    noticed: tuple[str, ...] = ()
    refused: str = ""
    pages: int = 1
    ending: str = ".pdf"
    walled: bool = False
    password: str | None = None
    says: str = SEEN
    """What the cleaned first page still says as text; "" where it became a picture."""
    options: dict[str, bool] = field(default_factory=dict)


def names(tree: str, value: Callable[[Pdf], object]) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        pdf.Root["/Names"] = Dictionary({f"/{tree}": Dictionary(Names=Array([String("a"), value(pdf)]))})

    return change


def root(**entries: object) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        for key, value in entries.items():
            pdf.Root[f"/{key}"] = value(pdf) if callable(value) else value

    return change


def first(**entries: object) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        for key, value in entries.items():
            pdf.pages[0].obj[f"/{key}"] = value(pdf) if callable(value) else value

    return change


def attached(pdf: Pdf) -> Dictionary:
    return Dictionary(Type=Name.Filespec, F=String("run.exe"), EF=Dictionary(F=pdf.make_stream(SECRET.encode())))


def endless_actions(pdf: Pdf) -> pikepdf.Object:
    action = pdf.make_indirect(script())
    action["/Next"] = action
    return action


def layer(pdf: Pdf) -> None:
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("x")))
    pdf.Root["/OCProperties"] = Dictionary(OCGs=Array([group]), D=Dictionary(OFF=Array([group])))
    pdf.pages[0].obj["/Resources"]["/Properties"] = Dictionary(L1=group)
    hidden = f"/OC /L1 BDC {text(SECRET, y=300)} EMC".encode()
    pdf.pages[0].contents_add(hidden)


def signed(pdf: Pdf) -> None:
    field_ = pdf.make_indirect(
        Dictionary(FT=Name.Sig, T=String("s"), V=Dictionary(Type=Name.Sig, Contents=String("x")))
    )
    pdf.Root["/AcroForm"] = Dictionary(Fields=Array([field_]), SigFlags=3)


def bomb_content(pdf: Pdf) -> None:
    """Three thousand million spaces in a few megabytes: one packed block, over and over."""
    squeeze = zlib.compressobj(9)
    block = squeeze.compress(b" " * (1 << 22)) + squeeze.flush(zlib.Z_FULL_FLUSH)
    again = squeeze.compress(b" " * (1 << 22)) + squeeze.flush(zlib.Z_FULL_FLUSH)
    pdf.pages[0].obj["/Contents"] = pikepdf.Stream(pdf, block + again * 750, Filter=Name.FlateDecode)


def fan_out(pdf: Pdf) -> None:
    """Drawings that show the one below ten times, nine deep: a thousand million pictures."""
    below = form(pdf, "0 0 1 1 re f", Dictionary())
    for _ in range(9):
        below = form(pdf, "/X1 Do " * 10, Dictionary(XObject=Dictionary(X1=below)))
    show(pdf, below)


def shows_itself(pdf: Pdf) -> None:
    loop = form(pdf, "/X1 Do")
    loop["/Resources"] = Dictionary(XObject=Dictionary(X1=loop))
    show(pdf, loop)


def loop_of_pages(pdf: Pdf) -> None:
    pdf.Root["/Pages"]["/Kids"] = Array([pdf.Root["/Pages"]])


def drawn_letters(pdf: Pdf) -> None:
    glyph = pdf.make_stream(b"750 0 0 0 700 700 d1 0 0 700 700 re f")
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 750, 750]), FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
        CharProcs=Dictionary(a=glyph), FirstChar=97, LastChar=97, Widths=Array([1000]),
        Encoding=Dictionary(Type=Name.Encoding, Differences=Array([97, Name.a])),
    )  # fmt: skip
    pdf.pages[0].obj["/Resources"]["/Font"]["/F2"] = pdf.make_indirect(font)
    pdf.pages[0].contents_add(b"BT /F2 20 Tf 100 400 Td (aaa) Tj ET")


def with_a_camera_picture(pdf: Pdf) -> None:
    picture_on(pdf, jpeg_with_a_place(), Filter=Name.DCTDecode, Width=64, Height=48, ColorSpace=Name.DeviceRGB)


def revised() -> bytes:
    """A second version written behind the first: what it replaced is still in the file."""
    before = made(text(SECRET))
    size = int(re.search(rb"/Size (\d+)", before)[1])  # type: ignore[index]
    start = int(re.search(rb"startxref\s+(\d+)", before)[1])  # type: ignore[index]
    with pikepdf.open(BytesIO(before)) as pdf:
        number = pdf.pages[0].obj["/Contents"].objgen[0]
    content = text(SEEN).encode()
    body = b"%d 0 obj\n<</Length %d>>\nstream\n%sendstream\nendobj\n" % (number, len(content), content)
    at = len(before)
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n<</Size %d /Root 1 0 R /Prev %d>>\nstartxref\n%d\n%%%%EOF\n"
    return before + body + table % (number, at, size, start, at + len(body))


def many_objects() -> bytes:
    return re.sub(rb"/Size \d+", b"/Size 2147483647", made())


def covered(cover: str) -> bytes:
    return made(text(SEEN) + text(SECRET, y=400) + cover)


def locked(user: str, owner: str = "owner") -> bytes:
    return made(encryption=pikepdf.Encryption(user=user, owner=owner))


def with_box(*sides: float) -> bytes:
    return made(change=first(MediaBox=Array(list(sides))))


def six_hundred_pages() -> bytes:
    pdf = pikepdf.new()
    one = page(pdf, text(SEEN))
    for _ in range(600):
        pdf.pages.append(pikepdf.Page(one))
    return saved(pdf)


def foreign_letters(pdf: Pdf) -> None:
    below = Dictionary(Type=Name.Font, Subtype=Name.CIDFontType0, BaseFont=Name("/STSong-Light"),
                       CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("GB1"), Supplement=4))  # fmt: skip
    font = Dictionary(Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/STSong-Light"),
                      Encoding=Name("/UniGB-UCS2-H"), DescendantFonts=Array([pdf.make_indirect(below)]))  # fmt: skip
    pdf.pages[0].obj["/Resources"]["/Font"]["/F2"] = pdf.make_indirect(font)
    pdf.pages[0].contents_add(b"BT /F2 20 Tf 100 400 Td <4e2d6587> Tj ET")


def foreign_letters_under_a_stamp(pdf: Pdf) -> None:
    foreign_letters(pdf)
    annotate("Stamp", AP=appearance("RECEIVED"))(pdf)


def nested(pdf: Pdf) -> None:
    pdf.pages[0].contents_add(b"[" * 5000 + b"]" * 5000 + b" TJ")


META = "metadata: author, dates, programs"
STAYS = "comment or drawing (what it shows stays) (page 1)"
FIELD = "form field (what it shows stays) (page 1)"


def because(what: str) -> str:
    return f"page made a picture, because of {what} (page 1)"


ON_TOP = because("comments, stamps or form fields on top of the page")

PDFS = (
    Hostile("script-by-name", lambda: made(change=names("JavaScript", lambda _: script())), ("script (JavaScript)",)),
    Hostile("script-on-opening", lambda: made(change=root(OpenAction=script())), ("script (JavaScript)", "action on opening")),
    Hostile("script-of-a-page", lambda: made(change=first(AA=Dictionary(O=script()))),
            ("script (JavaScript) (page 1)", "action of a page (page 1)")),
    Hostile("endless-actions", lambda: made(change=root(OpenAction=endless_actions)),
            ("script (JavaScript) (51 times)", "action on opening")),
    Hostile("attached-file", lambda: made(change=names("EmbeddedFiles", attached)), ("attached file",)),
    Hostile("attached-by-a-pin", lambda: made(change=annotate("FileAttachment", FS=attached)), ("attached file (page 1)",)),
    Hostile("portfolio", lambda: made(change=root(Collection=Dictionary(Type=Name.Collection))),
            ("THE FILE IS A FOLDER OF OTHER FILES (portfolio): add each of them by itself",)),
    Hostile("launch", lambda: made(change=annotate("Link", A=Dictionary(S=Name.Launch, F=String("cmd.exe")))),
            ("action that starts a program (page 1)",)),
    Hostile("link-to-the-web", lambda: made(change=annotate("Link", A=Dictionary(S=Name.URI, URI=String("http://a.test")))),
            ("link to the web (page 1)",)),
    Hostile("link-to-a-share", lambda: made(change=annotate("Link", A=Dictionary(S=Name.GoToR, F=String("\\\\a\\b"), D=0))),
            ("link into another file (page 1)",)),
    Hostile("link-into-an-attachment", lambda: made(change=annotate("Link", A=Dictionary(S=Name.GoToE))),
            ("link into an attached file (page 1)",)),
    Hostile("sends-a-form", lambda: made(change=annotate("Link", A=Dictionary(S=Name.SubmitForm, F=String("http://a.test")))),
            ("action that sends a form (page 1)",)),
    Hostile("rich-media", lambda: made(change=annotate("RichMedia", RichMediaContent=Dictionary())),
            ("rich media (film, 3D) (page 1)",)),
    Hostile("sound", lambda: made(change=annotate("Screen", A=Dictionary(S=Name.Rendition))),
            ("sound or film (2 times; page 1)",)),
    Hostile("live-form", lambda: made(change=root(NeedsRendering=True, AcroForm=Dictionary(XFA=String("<x/>")))),
            refused="the PDF is a live (XFA) form: its pages are empty until Acrobat draws them"),
    Hostile("form-with-xfa", lambda: made(change=root(AcroForm=Dictionary(XFA=String("<x/>"), Fields=Array()))),
            ("live form (XFA)",)),
    Hostile("filled-field", lambda: made(change=annotate("Widget", FT=Name.Tx, V=String("x"), AP=appearance("FILLED"))),
            (FIELD, ON_TOP), says=""),
    Hostile("signed", lambda: made(change=signed), ("digital signature (its mark on the page stays, its proof does not)",)),
    Hostile("stamp", lambda: made(change=annotate("Stamp", AP=appearance("RECEIVED"))), (STAYS, ON_TOP), says=""),
    Hostile("hidden-comment", lambda: made(change=annotate("Text", Contents=String(SECRET), F=2)),
            ("hidden comment or drawing (page 1)",)),
    Hostile("hidden-layer", lambda: made(change=layer),
            ("layers (what was switched off is not taken)", because("layers")), says=""),
    Hostile("earlier-version", revised, ("earlier version of the file",)),
    Hostile("metadata", lambda: made(change=root(Metadata=lambda p: p.make_stream(SECRET.encode()))), (META,)),
    Hostile("thumbnail", lambda: made(change=first(Thumb=lambda p: p.make_stream(b"x"), PieceInfo=Dictionary())),
            ("thumbnail (page 1)", "other data of programs (page 1)")),
    Hostile("under-a-black-box", lambda: covered("0 g 60 390 300 30 re f"), (HIDDEN,), says=""),
    Hostile("under-a-box-that-says-so", lambda: covered("0 g 60 390 300 30 re f 1 g " + text("REDACTED", y=400)), (HIDDEN,),
            says=""),
    Hostile("white-on-white", lambda: made(text(SEEN) + "1 g " + text(SECRET, y=400)), (HIDDEN,), says=""),
    Hostile("nearly-white", lambda: made(text(SEEN) + "0.98 g " + text(SECRET, y=400)), (HIDDEN,), says=""),
    Hostile("invisible", lambda: made(text(SEEN) + text(SECRET, y=400, more="3 Tr")), (HIDDEN,), says=""),
    Hostile("off-the-page", lambda: made(text(SEEN) + text(SECRET, y=-300)), (HIDDEN,), says=""),
    Hostile("outside-the-crop", lambda: made(text(SEEN, y=600) + text(SECRET, y=100), change=first(CropBox=Array([0, 400, 612, 792]))),
            (HIDDEN,), says=""),
    Hostile("clipped", lambda: made(text(SEEN) + "q 0 0 10 10 re W n " + text(SECRET, y=400) + "Q"), (HIDDEN,), says=""),
    Hostile("tiny", lambda: made(text(SEEN) + text(SECRET, y=400, size=0.5)), (HIDDEN,), says=""),
    Hostile("see-through", lambda: made(text(SEEN) + "/G1 gs " + text(SECRET, y=400),
            change=lambda p: p.pages[0].obj["/Resources"].update(Dictionary(ExtGState=Dictionary(G1=Dictionary(ca=0))))),
            (HIDDEN,), says=""),
    Hostile("under-a-picture", lambda: made(text(SEEN) + text(SECRET, y=200), change=lambda p: picture_on(p, b"\x80" * 64)),
            (HIDDEN,), says=""),
    Hostile("notes-in-a-picture", lambda: made(change=with_a_camera_picture)),
    Hostile("words-behind-a-picture's-rows", lambda: made(change=lambda p: picture_on(p, b"\x80" * 64 + SECRET.encode()))),
    Hostile("marked-words", lambda: made(f"/Span <</ActualText ({SECRET})>> BDC {text(SEEN)} EMC")),
    Hostile("other-letters-in-the-dark", lambda: made(change=foreign_letters),
            ("letters the file does not carry (compare the pages with the original)",), says=f"{SEEN} 中文"),
    Hostile("other-letters-under-a-stamp", lambda: made(change=foreign_letters_under_a_stamp),
            refused="page 1 must be made a picture, and the file does not carry the letters it is written in"),
    Hostile("drawn-letters", lambda: made(change=drawn_letters), (because("letters that are drawings of their own"),), says=""),
    Hostile("picture-in-the-text", lambda: made(text(SEEN) + "q 9 0 0 9 9 9 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q"),
            (because("a picture inside the text of the page"),), says=""),
    Hostile("external-drawing", lambda: made(change=lambda p: show(p, p.make_stream(b"%!PS", Subtype=Name.PS))),
            (because("something to show that is no picture"),), says=""),
    Hostile("jbig2", lambda: made(change=lambda p: picture_on(p, b"\x97JB2\r\n\x1a\n" + b"\xff" * 99, Filter=Name.JBIG2Decode)),
            (because("a picture in a coding that is not handed on"),), says="", walled=True),
    Hostile("jpx", lambda: made(change=lambda p: picture_on(p, b"\xff\x4f\xff\x51" + b"\xff" * 99, Filter=Name.JPXDecode)),
            (because("a picture in a coding that is not handed on"),), says="", walled=True),
    Hostile("polyglot-zip", lambda: made() + b"PK\x03\x04" + SECRET.encode(), ("data after the PDF ends",)),
    Hostile("polyglot-page", lambda: b"<html><script>1</script></html>\n" + made(), ("data before the PDF begins",)),
    Hostile("wrong-ending", made, ("the file's name ends in .jpg, and it is a PDF",), ending=".jpg"),
    Hostile("truncated", lambda: made(text(SEEN) * 90)[:-300], refused=DAMAGED, walled=True),
    Hostile("only-a-head", lambda: b"%PDF-1.7\n", refused=DAMAGED),
    Hostile("pages-in-a-circle", lambda: made(change=loop_of_pages), refused=DAMAGED, walled=True),
    Hostile("no-pages", lambda: saved(pikepdf.new()), refused="the PDF has 0 pages; 1 to 500 are allowed"),
    Hostile("600-pages", six_hundred_pages, refused="the PDF has 600 pages; 1 to 500 are allowed"),
    Hostile("huge-page", lambda: with_box(0, 0, 1e7, 1e7), refused="page 1 of the PDF is larger than any paper"),
    Hostile("no-size", lambda: with_box(0, 0, 0, 0), refused="page 1 of the PDF has no size"),
    Hostile("box-of-words", lambda: made(change=first(MediaBox=Array([Name.a, 0, 0, 0])))),
    Hostile("turned-box", lambda: with_box(612, 792, 0, 0)),
    Hostile("negative-box", lambda: with_box(-100, -100, 512, 750)),
    Hostile("password", lambda: locked("open"), refused="the PDF is locked by a password"),
    Hostile("wrong-password", lambda: locked("open"), refused="the password does not open the PDF", password="shut"),  # noqa: S106
    Hostile("right-password", lambda: locked("open"), ("password or restrictions on use",), password="open"),  # noqa: S106
    Hostile("restrictions", lambda: locked(""), ("password or restrictions on use",)),
    Hostile("space-bomb", lambda: made(change=bomb_content), refused=TOO_MUCH, walled=True),
    Hostile("drawing-bomb", lambda: made(change=fan_out), refused="a page of the PDF shows the same drawing more often than any page needs"),
    Hostile("drawing-of-itself", lambda: made(change=shows_itself),
            (because("drawings inside drawings, many times over"),), says="", walled=True),
    Hostile("2147483647-objects", many_objects, walled=True),
    Hostile("lists-in-lists", lambda: made(change=nested), walled=True),
    Hostile("all-pictures", made, says="", options={"pictures": True}),
)  # fmt: skip
