"""More places of a PDF, for the sets written later: each takes the real file and the text."""

from collections.abc import Callable
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from placement.heldout.pdf_places import _draw, _plain_font, place
from placement.heldout.word_places import Place


def _down_the_page(pdf: Pdf, text: str) -> None:
    shown = " ".join(f"({one}) Tj 0 -11 Td" for one in text)
    _draw(pdf, _plain_font(), b"0 300 Td " + shown.encode("cp1252"))


def _broken_line(pdf: Pdf, text: str) -> None:
    """Draw two lines: the first ends at the mark | with a hyphen."""
    first, _, second = text.partition("|")
    _draw(pdf, _plain_font(), f"0 40 Td ({first}-) Tj 0 -12 Td ({second}) Tj".encode("cp1252"))


def _looks(pdf: Pdf, text: str) -> None:
    """Add a note whose look is a stream of its own, with its own letters."""
    letters = "".join(dict.fromkeys(text))
    rows = "\n".join(f"<{number:04x}> <{one.encode('utf-16-be').hex()}>" for number, one in enumerate(letters, 1))
    table = f"1 begincodespacerange <0000> <ffff> endcodespacerange {len(letters)} beginbfchar\n{rows}\nendbfchar"
    child = Dictionary(Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name.Abcdef, DW=600)
    font = Dictionary(Type=Name.Font, Subtype=Name.Type0, BaseFont=Name.Abcdef, Encoding=Name("/Identity-H"),
                      DescendantFonts=Array([child]), ToUnicode=pdf.make_stream(table.encode()))  # fmt: skip
    codes = "".join(f"{letters.index(one) + 1:04x}" for one in text)
    look = Stream(pdf, f"BT /F1 9 Tf 2 2 Td <{codes}> Tj ET".encode())
    look.Type, look.Subtype, look.BBox = Name.XObject, Name.Form, Array([0, 0, 200, 20])
    look.Resources = Dictionary(Font=Dictionary(F1=font))
    note = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([0, 0, 90, 9]),
                      AP=Dictionary(N=pdf.make_indirect(look)))  # fmt: skip
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])


def _named(tree: str) -> Callable[[Pdf, str], None]:
    def change(pdf: Pdf, text: str) -> None:
        names = pdf.Root.get("/Names", Dictionary())
        names[tree] = Dictionary(Names=Array([String(text), Array([pdf.pages[0].obj, Name.Fit])]))
        pdf.Root.Names = names

    return change


def _thread(pdf: Pdf, text: str) -> None:
    pdf.Root.Threads = Array([pdf.make_indirect(Dictionary(Type=Name.Thread, I=Dictionary(Title=String(text))))])


def _intent(pdf: Pdf, text: str) -> None:
    pdf.Root.OutputIntents = Array([Dictionary(Type=Name.OutputIntent, S=Name.GTS_PDFA1, Info=String(text))])


def _role(pdf: Pdf, text: str) -> None:
    pdf.Root.StructTreeRoot.RoleMap = Dictionary({f"/{text}": Name.P})


def _font_name(pdf: Pdf, text: str) -> None:
    font = _plain_font()
    font.BaseFont = Name(f"/{text}")
    _draw(pdf, font, b"(x) Tj")


def _expansion(pdf: Pdf, text: str) -> None:
    words = b"<feff" + text.encode("utf-16-be").hex().encode() + b">"
    pdf.pages[0].contents_add(Stream(pdf, b"/Span <</E " + words + b">> BDC EMC"))


def _attached_pdf(pdf: Pdf, text: str) -> None:
    """Attach a PDF with the text in its information."""
    out = BytesIO()
    with pikepdf.new() as inner:
        inner.add_blank_page()
        inner.docinfo["/Subject"] = String(text)
        inner.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    pdf.attachments["b.pdf"] = pikepdf.AttachedFileSpec(pdf, out.getvalue(), filename="b.pdf")


def _attachment_told(pdf: Pdf, text: str) -> None:
    pdf.attachments["b.txt"] = pikepdf.AttachedFileSpec(pdf, b"nothing", filename="b.txt", description=text)


def _inline_picture(pdf: Pdf, _text: str) -> None:
    pixels = bytes(range(48))
    pdf.pages[0].contents_add(
        Stream(pdf, b"q 200 0 0 50 72 100 cm BI /W 4 /H 4 /CS /RGB /BPC 8 ID " + pixels + b" EI Q")
    )


def _backwards(pdf: Pdf, text: str) -> None:
    """Draw the last letter first and move back after each, within one operator."""
    inner = " 1200 ".join(f"({one})" for one in text[::-1])
    _draw(pdf, _plain_font(), f"300 0 Td [{inner}] TJ".encode("cp1252"))


def _turned(pdf: Pdf, text: str) -> None:
    """Draw each letter in a turn of its own, upwards."""
    shown = " ".join(f"0 1 -1 0 40 {60 + at * 6} Tm ({one}) Tj" for at, one in enumerate(text))
    _draw(pdf, _plain_font(), shown.encode("cp1252"))


def _pattern(pdf: Pdf, text: str) -> None:
    tile = Stream(pdf, f"BT /F1 10 Tf 2 2 Td ({text}) Tj ET".encode("cp1252"))
    for key, value in {"Type": Name.Pattern, "PatternType": 1, "PaintType": 1, "TilingType": 1,
                       "BBox": Array([0, 0, 99, 20]), "XStep": 99, "YStep": 20,
                       "Resources": Dictionary(Font=Dictionary(F1=_plain_font()))}.items():  # fmt: skip
        tile[f"/{key}"] = value
    pdf.pages[0].obj.Resources.Pattern = Dictionary(P1=pdf.make_indirect(tile))
    pdf.pages[0].contents_add(Stream(pdf, b"/Pattern cs /P1 scn 72 72 200 40 re f"))


def _colour(pdf: Pdf, text: str) -> None:
    function = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([1, 1, 1]), C1=Array([0, 0, 0]), N=1)
    space = Array([Name.Separation, Name(f"/{text}"), Name.DeviceRGB, function])
    pdf.pages[0].obj.Resources.ColorSpace = Dictionary(C9=space)


def _choice(key: str) -> Callable[[Pdf, str], None]:
    def change(pdf: Pdf, text: str) -> None:
        field = Dictionary(FT=Name.Ch, T=String("a"))
        field[key] = Array([Array([String("1"), String(text)])]) if key == "/Opt" else String(text)
        pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.make_indirect(field)]))

    return change


def _other_file(pdf: Pdf, text: str) -> None:
    action = Dictionary(S=Name.GoToR, F=String(f"../{text}/notes.pdf"), D=Array([0, Name.Fit]))
    note = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=action)
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])


def _signed(pdf: Pdf, text: str) -> None:
    value = Dictionary(Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), Reason=String(text))
    field = Dictionary(FT=Name.Sig, T=String("s"), V=pdf.make_indirect(value))
    pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.make_indirect(field)]))


def _soft_mask_picture(pdf: Pdf, _text: str) -> None:
    picture = Stream(pdf, bytes(range(64)))
    picture.Type, picture.Subtype, picture.Width, picture.Height = Name.XObject, Name.Image, 8, 8
    picture.ColorSpace, picture.BitsPerComponent = Name.DeviceGray, 8
    form = Stream(pdf, b"q 200 0 0 50 0 0 cm /IM Do Q")
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 200, 50])
    form.Resources = Dictionary(XObject=Dictionary(IM=pdf.make_indirect(picture)))
    pdf.pages[0].obj.Resources.XObject = Dictionary(FX=pdf.make_indirect(form))
    pdf.pages[0].contents_add(Stream(pdf, b"q 1 0 0 1 72 72 cm /FX Do Q"))


def _run_length(data: bytes, text: str) -> bytes:
    """Put an object no table names, its stream in runs of literals."""
    raw = text.encode("utf-16-be")
    told = b"".join(bytes([len(one) - 1]) + one for one in (raw[at : at + 100] for at in range(0, len(raw), 100)))
    at = data.rindex(b"startxref")
    stream = b"<</Filter /RunLengthDecode /Length %d>>\nstream\n" % (len(told) + 1) + told + b"\x80\nendstream"
    return data[:at] + b"\n998 0 obj\n" + stream + b"\nendobj\n" + data[at:]


MORE_PDF: dict[str, Place] = {
    "down the page": place(_down_the_page),
    "broken line": place(_broken_line),
    "stamp": place(_looks),
    "stamp packed": place(_looks, packed=True),
    "named script": place(_named("/JavaScript")),
    "named place": place(_named("/Dests"), packed=True),
    "thread": place(_thread),
    "intent": place(_intent),
    "role": place(_role),
    "font name": place(_font_name),
    "expansion": place(_expansion),
    "attached pdf": place(_attached_pdf),
    "attachment told": place(_attachment_told),
    "inline picture": place(_inline_picture),
    "run length": _run_length,
    "backwards": place(_backwards),
    "turned": place(_turned),
    "pattern": place(_pattern, packed=True),
    "colour": place(_colour),
    "choice": place(_choice("/Opt")),
    "default": place(_choice("/DV"), packed=True),
    "other file": place(_other_file),
    "signature": place(_signed),
    "picture in a form": place(_soft_mask_picture),
}  # fmt: skip
