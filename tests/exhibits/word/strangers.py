"""Word files as strangers write them: in Word's own styles, with everything people do in Word. All words are invented."""

import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from io import BytesIO

import docx
from exhibits.pictures import drawn, saved

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KINDS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:eastAsia="SimSun"/><w:sz w:val="22"/></w:rPr>'
    "</w:rPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:caps/><w:color w:val="2E74B5"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Reference"><w:name w:val="Letter Reference"/><w:basedOn w:val="Heading1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/></w:style>'
    '<w:style w:type="character" w:styleId="Subtle"><w:name w:val="Subtle Emphasis"/><w:rPr><w:i/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/></w:style>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="\uf0b7"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr>'
    '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
    '<w:lvlText w:val="%2)"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="Outline"/><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="3"><w:numStyleLink w:val="Outline"/></w:abstractNum>'
    + "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(4))
)


def r(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(inside: str, asks: str = "") -> str:
    return f"<w:p><w:pPr>{asks}</w:pPr>{inside if inside.startswith('<') else r(inside) if inside else ''}</w:p>"


def listed(text: str, number: int, level: int = 0) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def table(*rows: str, about: str = '<w:tblStyle w:val="TableGrid"/><w:tblLook w:val="04A0"/>', grid: str = "") -> str:
    return f"<w:tbl><w:tblPr>{about}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def row(*cells: str, about: str = "") -> str:
    return f"<w:tr>{about}{''.join(cells)}</w:tr>"


def c(text: str, about: str = "") -> str:
    return f"<w:tc><w:tcPr>{about}</w:tcPr>{p(text)}</w:tc>"


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def field_of(instruction: str, *result: str) -> str:
    inside = mark("separate") + "".join(result) if result else ""
    return f"{mark('begin')}<w:r><w:instrText> {instruction} </w:instrText></w:r>{inside}{mark('end')}"


def picture(ident: str = "rPic", *, anchor: str = "", crop: str = "", hidden: str = "", link: str = "embed") -> str:
    inside = (
        f'<wp:extent cx="1905000" cy="952500"/>{anchor and "<wp:wrapNone/>" * ("over" in anchor)}'
        f'<wp:docPr id="1" name="x" descr="SECRET-HERON" {hidden}/><a:graphic><a:graphicData><pic:pic><pic:blipFill>'
        f'<a:blip r:{link}="{ident}"/>{crop}</pic:blipFill></pic:pic></a:graphicData></a:graphic>'
    )
    kind = "wp:anchor" if anchor else "wp:inline"
    behind = f' behindDoc="{int("behind" in anchor)}"' if anchor else ""
    return f"<w:r><w:drawing><{kind}{behind}>{inside}</{kind}></w:drawing></w:r>"


def shape(words: str = "", cy: int = 400000) -> str:
    box = f"<wps:txbx><w:txbxContent>{p(words)}</w:txbxContent></wps:txbx>" if words else ""
    drawing = (
        f'<w:drawing><wp:inline><wp:extent cx="4000000" cy="{cy}"/><a:graphic><a:graphicData><wps:wsp>{box}</wps:wsp>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    return f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice></mc:AlternateContent></w:r>'


def made(
    body: str,
    section: str = "",
    files: Mapping[str, tuple[str, str]] | None = None,
    binaries: Mapping[str, bytes] | None = None,
    outside: str = "",
    *,
    styles: str | None = STYLES,
) -> bytes:
    """Return a .docx: `files` are XML parts by name, each with its kind of relationship and its inside."""
    wanted = {
        "numbering": ("numbering", NUMBERING),
        **({"styles": ("styles", styles)} if styles else {}),
        **(files or {}),
    }
    root = {"numbering": "numbering", "styles": "styles", "header": "hdr", "footer": "ftr", "settings": "settings",
            "footnotes": "footnotes", "endnotes": "endnotes", "comments": "comments"}  # fmt: skip
    parts: dict[str, bytes] = {
        f"word/{name}.xml": f"<w:{root[kind]} {SPACES}>{inside}</w:{root[kind]}>".encode()
        for name, (kind, inside) in wanted.items()
    }
    parts["word/document.xml"] = (
        f"<w:document {SPACES}><w:body>{body}<w:sectPr>{section}</w:sectPr></w:body></w:document>".encode()
    )
    overrides = f'<Override PartName="/word/document.xml" ContentType="{KINDS}.document.main+xml"/>'
    parts["[Content_Types].xml"] = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    ).encode()
    related = "".join(
        f'<Relationship Id="{name}" Type="{R}/{kind}" Target="{name}.xml"/>' for name, (kind, _) in wanted.items()
    )
    related += "".join(
        f'<Relationship Id="{name.split("/")[-1].split(".")[0]}" Type="{R}/image" Target="{name}"/>'
        for name in binaries or {}
    )
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="{package}">{related}{outside}</Relationships>'.encode()
    )
    parts["_rels/.rels"] = (
        f'<Relationships xmlns="{package}"><Relationship Id="r" Type="{R}/officeDocument" Target="word/document.xml"/>'
        "</Relationships>"
    ).encode()
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {**parts, **{f"word/{name}": data for name, data in (binaries or {}).items()}}.items():
            archive.writestr(name, data)
    return out.getvalue()


def by_python_docx() -> bytes:
    """A letter made by another program, in its own styles."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Example Family Medicine\tFlushing"
    document.sections[0].footer.paragraphs[0].text = "Confidential patient letter"
    document.add_heading("Letter of support", 0)
    document.add_heading("Findings", 1)
    said = document.add_paragraph("She has been my patient since ")
    said.add_run("2021").bold = True
    for words in ("Sleep", "Headache"):
        document.add_paragraph(words, style="List Bullet")
        document.add_paragraph(f"Step {words}", style="List Number")
    cells = document.add_table(2, 2, style="Light Grid Accent 1")
    for number, cell in enumerate(cells.rows[0].cells + cells.rows[1].cells):
        cell.text = f"cell-{number}"
    document.add_picture(BytesIO(saved(drawn((300, 80)), "PNG")))
    document.add_paragraph("王医生", "Intense Quote")
    out = BytesIO()
    document.save(out)
    return out.getvalue()


@dataclass(frozen=True)
class Stranger:
    """One file: what has to be noticed beside the layout, what its text holds that no page shows, what it adds."""

    name: str
    make: Callable[[], bytes]
    noticed: tuple[str, ...] = ()
    unshown: tuple[str, ...] = ()
    adds: tuple[str, ...] = ()
    shown: tuple[tuple[str, str], ...] = field(default=())
    pages: int = 1
