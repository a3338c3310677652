"""Places of a PDF where a text can stand: each takes the real file and the text, and returns the file with it."""

import zlib
from base64 import a85encode
from collections.abc import Callable
from io import BytesIO
from itertools import pairwise

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

Place = Callable[[bytes, str], bytes]
Change = Callable[[Pdf, str], None]


def place(change: Change, *, packed: bool = False) -> Place:
    """Return the place that a change to the opened file makes; `packed`: in object streams."""

    def made(data: bytes, text: str) -> bytes:
        out = BytesIO()
        mode = pikepdf.ObjectStreamMode.generate if packed else pikepdf.ObjectStreamMode.preserve
        with pikepdf.open(BytesIO(data)) as pdf:
            change(pdf, text)
            pdf.save(out, object_stream_mode=mode, deterministic_id=True)
        return out.getvalue()

    return made


# ---- drawn on the page ----


def _font(pdf: Pdf, letters: str) -> Dictionary:
    """Return a font whose codes are numbers of its own, told by its table to Unicode."""
    rows = "\n".join(f"<{number:04x}> <{one.encode('utf-16-be').hex()}>" for number, one in enumerate(letters, 1))
    table = f"1 begincodespacerange <0000> <ffff> endcodespacerange {len(letters)} beginbfchar\n{rows}\nendbfchar"
    child = Dictionary(Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name.Abcdef, DW=600,
                       CIDSystemInfo=Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
                       FontDescriptor=Dictionary(Type=Name.FontDescriptor, FontName=Name.Abcdef, Flags=4))  # fmt: skip
    return Dictionary(Type=Name.Font, Subtype=Name.Type0, BaseFont=Name.Abcdef, Encoding=Name("/Identity-H"),
                      DescendantFonts=Array([child]), ToUnicode=pdf.make_stream(table.encode()))  # fmt: skip


def _plain_font() -> Dictionary:
    return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)


def _renamed_font(letters: str) -> Dictionary:
    """Return a font whose codes are letters under other numbers, told by names of glyphs alone."""
    glyphs = [Name(f"/{'space' if one == ' ' else one}") for one in letters]
    return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica,
                      Encoding=Dictionary(Type=Name.Encoding, Differences=Array([1, *glyphs])))  # fmt: skip


def _draw(pdf: Pdf, font: Dictionary, operators: bytes) -> None:
    page = pdf.pages[-1]
    page.obj.Resources.Font.FX = pdf.make_indirect(font)
    page.contents_add(Stream(pdf, b"BT /FX 10 Tf 72 40 Td " + operators + b" ET"))


def drawn(how: str = "", show: str = "{} Tj") -> Change:
    def change(pdf: Pdf, text: str) -> None:
        letters = "".join(dict.fromkeys(text))
        codes = "".join(f"{letters.index(one) + 1:04x}" for one in text)
        _draw(pdf, _font(pdf, letters), f"{how} {show.format(f'<{codes}>')}".encode())

    return change


def _simple(pdf: Pdf, text: str) -> None:
    _draw(pdf, _plain_font(), f"({text}) Tj".encode("cp1252"))


def _kerned(pdf: Pdf, text: str) -> None:
    inner = " -20 ".join(f"({one})" for one in text)
    _draw(pdf, _plain_font(), f"[{inner}] TJ".encode("cp1252"))


def _each_placed(pdf: Pdf, text: str) -> None:
    shown = " ".join(f"({one}) Tj 6 0 Td" for one in text)
    _draw(pdf, _plain_font(), shown.encode("cp1252"))


def _out_of_order(pdf: Pdf, text: str) -> None:
    """Draw the letters from the last to the first, each in its place: a reader sees the text."""
    where = list(enumerate(text))[::-1]
    moves = [0] + [(after[0] - before[0]) * 6 for before, after in pairwise(where)]
    first = where[0][0] * 6
    shown = " ".join(f"{move} 0 Td ({one[1]}) Tj" for move, one in zip(moves, where, strict=True))
    _draw(pdf, _plain_font(), f"{first} 0 Td {shown}".encode("cp1252"))


def _renamed(pdf: Pdf, text: str) -> None:
    letters = "".join(dict.fromkeys(text))
    codes = "".join(f"{letters.index(one) + 1:02x}" for one in text)
    _draw(pdf, _renamed_font(letters), f"<{codes}> Tj".encode())


def _in_a_form(pdf: Pdf, text: str) -> None:
    form = Stream(pdf, f"BT /F1 10 Tf 10 10 Td ({text}) Tj ET".encode("cp1252"))
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 200, 20])
    form.Resources = Dictionary(Font=Dictionary(F1=_plain_font()))
    pdf.pages[0].obj.Resources.XObject = Dictionary(FX=pdf.make_indirect(form))
    pdf.pages[0].contents_add(Stream(pdf, b"/FX Do"))


def _marked(key: str) -> Change:
    def change(pdf: Pdf, text: str) -> None:
        words = b"<feff" + text.encode("utf-16-be").hex().encode() + b">"
        pdf.pages[0].contents_add(Stream(pdf, b"/Span <</" + key.encode() + b" " + words + b">> BDC EMC"))

    return change


def _note_in_content(pdf: Pdf, text: str) -> None:
    pdf.pages[0].contents_add(Stream(pdf, f"% {text}\nq Q".encode()))


# ---- beside the page ----


def _info(key: str) -> Change:
    def change(pdf: Pdf, text: str) -> None:
        pdf.docinfo[key] = String(text)

    return change


def _xmp(pdf: Pdf, text: str) -> None:
    pdf.Root.Metadata = Stream(pdf, (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq><rdf:li>{text}</rdf:li>'
        "</rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>").encode())  # fmt: skip
    pdf.Root.Metadata.Type, pdf.Root.Metadata.Subtype = Name.Metadata, Name.XML


def _page_metadata(pdf: Pdf, text: str) -> None:
    pdf.pages[0].obj.Metadata = Stream(pdf, f"<a b='{text}'/>".encode("utf-16"))


def _outline(pdf: Pdf, text: str) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(text, 0))


def _attached(name: str, how: Callable[[str], bytes]) -> Change:
    def change(pdf: Pdf, text: str) -> None:
        pdf.attachments[name or text] = pikepdf.AttachedFileSpec(pdf, how(text), filename=name or text)

    return change


def _annotation(key: str, subtype: str = "/Text") -> Change:
    def change(pdf: Pdf, text: str) -> None:
        note = Dictionary(Type=Name.Annot, Subtype=Name(subtype), Rect=Array([0, 0, 9, 9]))
        note[key] = String(text)
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])

    return change


def _link(pdf: Pdf, text: str) -> None:
    action = Dictionary(S=Name.URI, URI=String(f"https://example.org/{text}"))
    note = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=action)
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])


def _root(key: str, make: Callable[[Pdf, str], object]) -> Change:
    def change(pdf: Pdf, text: str) -> None:
        pdf.Root[key] = make(pdf, text)

    return change


def _field(key: str) -> Callable[[Pdf, str], object]:
    def make(pdf: Pdf, text: str) -> object:
        field = Dictionary(FT=Name.Tx, T=String("a"))
        field[key] = String(text)
        return Dictionary(Fields=Array([pdf.make_indirect(field)]))

    return make


def _unused(pdf: Pdf, text: str) -> None:
    """Hang the text onto an object nothing draws."""
    pdf.Root.PieceInfo = Dictionary(App=Dictionary(Private=Dictionary(Note=String(text))))


def _structure(key: str) -> Change:
    def change(pdf: Pdf, text: str) -> None:
        pdf.Root.StructTreeRoot.K = pdf.Root.StructTreeRoot.get("/K", Array())
        tree = pdf.Root.StructTreeRoot.K
        first = tree[0] if isinstance(tree, Array) else tree
        first[key] = String(text)

    return change


def _picture(pdf: Pdf, _text: str) -> None:
    picture = Stream(pdf, bytes(range(192)))
    picture.Type, picture.Subtype, picture.Width, picture.Height = Name.XObject, Name.Image, 8, 8
    picture.ColorSpace, picture.BitsPerComponent = Name.DeviceRGB, 8
    pdf.pages[0].obj.Resources.XObject = Dictionary(IM=pdf.make_indirect(picture))
    pdf.pages[0].contents_add(Stream(pdf, b"q 200 0 0 50 72 100 cm /IM Do Q"))


# ---- in the bytes ----


def _loose(make: Callable[[str], bytes]) -> Place:
    """Return the place in an object that no table of the file names."""

    def made(data: bytes, text: str) -> bytes:
        at = data.rindex(b"startxref")
        return data[:at] + b"\n999 0 obj\n" + make(text) + b"\nendobj\n" + data[at:]

    return made


def _filtered(name: str, data: bytes) -> bytes:
    return b"<</Filter /" + name.encode() + b" /Length %d>>\nstream\n" % len(data) + data + b"\nendstream"


def _earlier(data: bytes, text: str) -> bytes:
    """Add a revision over a file that held the text: the old words are still in the bytes."""
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.docinfo["/Title"] = String(text)
        first = BytesIO()
        pdf.save(first, object_stream_mode=pikepdf.ObjectStreamMode.disable)
        number = pdf.trailer.Info.objgen[0] if pdf.trailer.Info.is_indirect else 1
        size = int(pdf.trailer.Size)
    old = first.getvalue()
    start = old.rindex(b"startxref")
    previous = int(old[start:].split()[1])
    new = b"\n%d 0 obj\n<</Title (Case summary)>>\nendobj\n" % number
    at = len(old) + 1
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n<</Size %d /Prev %d /Root 1 0 R /Info %d 0 R>>\n" % (
        number, at, size, previous, number)  # fmt: skip
    return old + new + table + b"startxref\n%d\n%%%%EOF\n" % (len(old) + len(new))


def _utf16(text: str) -> bytes:
    return text.encode("utf-16")


PDF: dict[str, Place] = {
    "body": place(drawn()),
    "body packed": place(drawn(), packed=True),
    "invisible": place(drawn("3 Tr")),
    "white": place(drawn("1 1 1 rg")),
    "tiny": place(drawn("0.01 0 0 0.01 1 1 Tm")),
    "off the page": place(drawn("1 0 0 1 9000 9000 Tm")),
    "quote operator": place(drawn("", "{} '")),
    "simple font": place(_simple),
    "kerned": place(_kerned),
    "each placed": place(_each_placed),
    "out of order": place(_out_of_order),
    "renamed glyphs": place(_renamed),
    "in a form": place(_in_a_form),
    "actual text": place(_marked("ActualText")),
    "marked alt": place(_marked("Alt")),
    "note in content": place(_note_in_content),
    "author": place(_info("/Author")),
    "title": place(_info("/Title")),
    "own info": place(_info("/Note")),
    "info packed": place(_info("/Subject"), packed=True),
    "xmp": place(_xmp),
    "page metadata": place(_page_metadata),
    "outline": place(_outline),
    "attachment": place(_attached("a.txt", str.encode)),
    "attachment utf-16": place(_attached("a.txt", _utf16)),
    "attachment zip": place(_attached("a.gz", lambda text: zlib.compress(text.encode()))),
    "attachment name": place(_attached("", lambda _: b"nothing")),
    "annotation": place(_annotation("/Contents")),
    "annotation author": place(_annotation("/T")),
    "annotation rich": place(_annotation("/RC", "/FreeText")),
    "link": place(_link),
    "field value": place(_root("/AcroForm", _field("/V"))),
    "field name": place(_root("/AcroForm", _field("/T"))),
    "field help": place(_root("/AcroForm", _field("/TU"))),
    "forms xml": place(_root("/AcroForm", lambda pdf, text: Dictionary(
        Fields=Array(), XFA=Stream(pdf, f"<xfa><v>{text}</v></xfa>".encode())))),
    "script": place(_root("/OpenAction", lambda _, text: Dictionary(S=Name.JavaScript, JS=String(f"var a='{text}'")))),
    "layer": place(_root("/OCProperties", lambda pdf, text: Dictionary(OCGs=Array([pdf.make_indirect(
        Dictionary(Type=Name.OCG, Name=String(text)))])))),
    "page label": place(_root("/PageLabels", lambda _, text: Dictionary(Nums=Array([0, Dictionary(P=String(text))])))),
    "destination": place(_root("/Dests", lambda pdf, text: Dictionary({
        f"/{text}": Array([pdf.pages[0].obj, Name.Fit])}))),
    "private": place(_unused),
    "private packed": place(_unused, packed=True),
    "alt text": place(_structure("/Alt")),
    "structure title": place(_structure("/T")),
    "picture": place(_picture),
    "unused object": _loose(lambda text: b"<</Note (" + text.encode("cp1252", "replace") + b")>>"),
    "unused utf-16": _loose(lambda text: b"<</Note <feff" + text.encode("utf-16-be").hex().encode() + b">>>"),
    "unused packed": _loose(lambda text: _filtered("FlateDecode", zlib.compress(text.encode()))),
    "unused ascii85": _loose(lambda text: _filtered("ASCII85Decode", a85encode(text.encode()) + b"~>")),
    "unused hex": _loose(lambda text: _filtered("ASCIIHexDecode", text.encode().hex().encode() + b">")),
    "octal": _loose(lambda text: b"<</Note (" + "".join(f"\\{one:03o}" for one in text.encode()).encode() + b")>>"),
    "earlier revision": _earlier,
    "after the end": lambda data, text: data + b"\n% " + text.encode() + b"\n",
    "before the beginning": lambda data, text: b"% " + text.encode() + b"\n" + data,
}  # fmt: skip
