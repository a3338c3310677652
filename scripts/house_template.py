"""Make an empty house template (templates/common/house.docx): the LA styles, the linked list, Letter paper.

Start a new letter from it in Word; the letters under templates/tvisa/ are sources of their own and are not made by
this program. Run: ``python scripts/house_template.py [FILE.docx]``. Same program, same bytes.
"""

import sys
import zipfile
from io import BytesIO
from pathlib import Path

FONT = "Noto Sans SC"
INK = "1F2933"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# name, id, paragraph properties, run properties; sizes in half points, the rest in twentieths of a point
STYLES = (
    ("LA Body", "LABody", '<w:spacing w:after="140" w:line="288" w:lineRule="auto"/>', ""),
    (
        "LA Title",
        "LATitle",
        '<w:keepNext/><w:spacing w:before="280" w:after="200" w:line="264" w:lineRule="auto"/>',
        '<w:b/><w:sz w:val="30"/>',
    ),
    (
        "LA Heading 1",
        "LAHeading1",
        '<w:keepNext/><w:spacing w:before="300" w:after="100"/><w:outlineLvl w:val="0"/>',
        '<w:b/><w:sz w:val="24"/>',
    ),
    (
        "LA Heading 2",
        "LAHeading2",
        '<w:keepNext/><w:spacing w:before="220" w:after="80"/><w:outlineLvl w:val="1"/>',
        '<w:b/><w:sz w:val="21"/>',
    ),
    (
        "LA Heading 3",
        "LAHeading3",
        '<w:keepNext/><w:spacing w:before="160" w:after="60"/><w:outlineLvl w:val="2"/>',
        '<w:b/><w:sz w:val="20"/>',
    ),
    (
        "LA Numbered",
        "LANumbered",
        '<w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="160" w:line="288" w:lineRule="auto"/>',
        "",
    ),
    (
        "LA Lettered",
        "LALettered",
        (
            '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'
            '<w:spacing w:after="120" w:line="288" w:lineRule="auto"/>'
        ),
        "",
    ),
    (
        "LA Quote",
        "LAQuote",
        '<w:spacing w:after="140" w:line="288" w:lineRule="auto"/><w:ind w:left="567" w:right="567"/>',
        "",
    ),
    ("LA Caption", "LACaption", '<w:keepNext/><w:spacing w:before="160" w:after="80"/>', '<w:b/><w:sz w:val="19"/>'),
    (
        "LA Signature",
        "LASignature",
        (
            '<w:keepLines/><w:pBdr><w:top w:val="single" w:sz="6" w:space="4" w:color="auto"/></w:pBdr>'
            '<w:spacing w:before="760" w:after="0"/><w:ind w:right="4320"/>'
        ),
        '<w:sz w:val="19"/>',
    ),
    ("LA Chinese", "LAChinese", '<w:spacing w:after="160" w:line="336" w:lineRule="auto"/>', ""),
    (
        "LA Note",
        "LANote",
        '<w:spacing w:after="60" w:line="264" w:lineRule="auto"/>',
        '<w:color w:val="4A5560"/><w:sz w:val="18"/>',
    ),
)


def style(name: str, ident: str, paragraph: str, run: str) -> str:
    """Return one paragraph style, based on Normal and offered in Word's gallery."""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{ident}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>'
    )


def styles() -> str:
    """Return styles.xml: one Latin and Chinese font by name, English with Simplified Chinese, and the LA styles."""
    fonts = " ".join(f'w:{kind}="{FONT}"' for kind in ("ascii", "hAnsi", "eastAsia", "cs"))
    return (
        f"{HEAD}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/>"
        f'<w:color w:val="{INK}"/><w:sz w:val="21"/><w:szCs w:val="21"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="100" w:type="dxa"/>'
        '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="LATable"><w:name w:val="LA Table"/>'
        '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
        '<w:top w:val="single" w:sz="6" w:space="0" w:color="808A94"/>'
        '<w:bottom w:val="single" w:sz="6" w:space="0" w:color="808A94"/>'
        '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="C4CBD2"/></w:tblBorders></w:tblPr></w:style>'
        + "".join(style(*each) for each in STYLES)
        + '<w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/>'
        '<w:basedOn w:val="LANote"/></w:style>'
        '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        '<w:rPr><w:u w:val="single"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Emphasis"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>'
        "</w:styles>"
    )


def level(number: int, form: str, text: str, ident: str) -> str:
    """Return one level of the house list, linked to a style where ``ident`` names one."""
    link = f'<w:pStyle w:val="{ident}"/>' if ident else ""
    left = 567 * (number + 1)
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{link}<w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="567"/></w:pPr></w:lvl>'
    )


def numbering() -> str:
    """Return numbering.xml: one list, 1. (a) (i), linked to LA Numbered and LA Lettered."""
    return (
        f'{HEAD}<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
        + level(0, "decimal", "%1.", "LANumbered")
        + level(1, "lowerLetter", "(%2)", "LALettered")
        + level(2, "lowerRoman", "(%3)", "")
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def footnotes() -> str:
    """Return footnotes.xml with nothing but the two lines Word draws above footnotes."""
    return (
        f'{HEAD}<w:footnotes {W}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p>'
        '</w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r>'
        "</w:p></w:footnote></w:footnotes>"
    )


def document() -> str:
    """Return document.xml: one empty paragraph on Letter paper with margins of an inch."""
    return (
        f'{HEAD}<w:document {W} xmlns:r="{R}"><w:body><w:p><w:pPr><w:pStyle w:val="LABody"/></w:pPr></w:p><w:sectPr>'
        '<w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" '
        'w:header="720" w:footer="720" w:gutter="0"/></w:sectPr></w:body></w:document>'
    )


def parts() -> dict[str, str]:
    """Return every part of the empty house template by its name in the zip, in the order it is written."""
    kinds = ("styles", "numbering", "footnotes", "settings")
    overrides = "".join(f'<Override PartName="/word/{k}.xml" ContentType="{OFFICE}.{k}+xml"/>' for k in kinds)
    related = "".join(f'<Relationship Id="rId{n}" Type="{R}/{k}" Target="{k}.xml"/>' for n, k in enumerate(kinds, 1))
    package = "http://schemas.openxmlformats.org/package/2006"
    rels = f'{HEAD}<Relationships xmlns="{package}/relationships">'
    return {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{OFFICE}.document.main+xml"/>{overrides}</Types>',
        "_rels/.rels": f'{rels}<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>'
        "</Relationships>",
        "word/document.xml": document(),
        "word/_rels/document.xml.rels": f"{rels}{related}</Relationships>",
        "word/styles.xml": styles(),
        "word/numbering.xml": numbering(),
        "word/footnotes.xml": footnotes(),
        "word/settings.xml": f'{HEAD}<w:settings {W}><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>',
    }


def house() -> bytes:
    """Return the empty house template as a .docx; every member carries the zip's first date."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts().items():
            archive.writestr(zipfile.ZipInfo(name), text.encode(), zipfile.ZIP_DEFLATED)
    return out.getvalue()


if __name__ == "__main__":
    target = Path(sys.argv[1] if len(sys.argv) > 1 else "templates/common/house.docx")
    target.write_bytes(house())
    print(f"written: {target}")
