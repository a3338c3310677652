"""More places of the files that leave, for the sets written later: each takes the real file and the text."""

import email.message
import zlib
from base64 import b64encode
from collections.abc import Callable, Mapping
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from placement.heldout.other_places import BOOK, SHEET, _more, _page, _within
from placement.heldout.word_places import (
    RELATIONS,
    TYPES,
    Place,
    R,
    W,
    _core,
    _embedded,
    body,
    members,
    packed,
    para,
    part,
    run,
)

_V = 'xmlns:v="urn:schemas-microsoft-com:vml"'
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_M = "http://schemas.openxmlformats.org/officeDocument/2006/math"


def _in_part(name: str, before: str, make: Callable[[str], str]) -> Place:
    """Return the place in a part of the Word file, just before the first of a mark."""

    def made(data: bytes, text: str) -> bytes:
        parts = members(data)
        xml = parts[name].decode()
        assert before in xml
        parts[name] = xml.replace(before, make(text) + before, 1).encode()
        return packed(parts)

    return made


def _letter(text: str) -> bytes:
    """Return a mail whose body is written in base64, as mail programs write Chinese."""
    mail = email.message.EmailMessage()
    mail["Subject"] = "fwd"
    mail.set_content(f"see below\n{text}\n", cte="base64")
    return mail.as_bytes()


def _chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")


def _within_word(text: str) -> bytes:
    """Return a Word file with the text as its title, in an archive in an archive."""
    word = packed({"word/document.xml": b"<a/>", "docProps/core.xml": _core("dc:title")(text).encode()})
    return packed({"b.zip": packed({"c.docx": word})})


def _five_deep(text: str) -> bytes:
    """Return an archive of archives: with the Word file around it, five have to be opened."""
    inner = packed({"note.txt": text.encode()})
    for name in ("d.zip", "c.zip", "b.zip"):
        inner = packed({name: inner})
    return inner


def _shown(data: bytes, _text: str) -> bytes:
    """Paste a small picture into the text, as one pastes a screenshot: a whole one, drawn by the page."""
    head = (8).to_bytes(4, "big") * 2 + b"\x08\0\0\0\0"
    pixels = zlib.compress(b"".join(b"\0" + bytes(range(at, at + 8)) for at in range(8)))
    picture = b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", pixels) + _chunk(b"IEND", b"")
    parts = members(body(_drawing)(data, ""))
    parts["word/media/image3.png"] = picture
    parts[TYPES] = parts[TYPES].replace(b"</Types>", b'<Default Extension="png" ContentType="image/png"/></Types>')
    related = f'<Relationship Id="rId41" Type="{R}/image" Target="media/image3.png"/></Relationships>'
    parts[RELATIONS] = parts[RELATIONS].replace(b"</Relationships>", related.encode())
    return packed(parts)


def _drawing(_text: str) -> str:
    size, uri = 'cx="914400" cy="914400"', "http://schemas.openxmlformats.org/drawingml/2006/picture"
    return (
        '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        f'wordprocessingDrawing"><wp:extent {size}/><wp:docPr id="41" name="p"/><a:graphic xmlns:a="{_A}">'
        f'<a:graphicData uri="{uri}"><pic:pic xmlns:pic="{uri}"><pic:nvPicPr><pic:cNvPr id="41" name="p"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="{R}" r:embed="rId41"/></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


MORE_WORD: dict[str, Place] = {
    "embedded five": _embedded("word/embeddings/a.zip", _five_deep),
    "picture shown": _shown,
    "level text": _in_part("word/numbering.xml", "</w:abstractNum>", lambda text: (
        f'<w:lvl w:ilvl="8"><w:lvlText w:val={quoteattr(f"%9 {text}")}/></w:lvl>')),
    "list name": _in_part("word/numbering.xml", '<w:lvl w:ilvl="0">', lambda text: (
        f"<w:name w:val={quoteattr(text)}/>")),
    "form field": body(lambda text: (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:textInput>'
        f"<w:default w:val={quoteattr(text)}/></w:textInput></w:ffData></w:fldChar></w:r></w:p>")),
    "form field help": body(lambda text: (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData>'
        f'<w:statusText w:type="text" w:val={quoteattr(text)}/></w:ffData></w:fldChar></w:r></w:p>')),
    "theme name": part("word/theme/theme1.xml", lambda text: f'<a:theme xmlns:a="{_A}" name={quoteattr(text)}/>'),
    "chart title": part("word/charts/chart1.xml", lambda text: (
        f'<c><t xmlns:a="{_A}">' + "".join(f"<a:r><a:t>{escape(one)}</a:t></a:r>" for one in text) + "</t></c>")),
    "math": body(lambda text: f'<w:p><m:oMath xmlns:m="{_M}"><m:r><m:t>{escape(text)}</m:t></m:r></m:oMath></w:p>'),
    "moved away": body(lambda text: (
        '<w:p><w:moveFrom w:id="8" w:author="Staff" w:date="2026-01-01T00:00:00Z">'
        f"{run(text)}</w:moveFrom></w:p>")),
    "format author": body(lambda text: (
        f'<w:p><w:r><w:rPr><w:b/><w:rPrChange w:id="9" w:author={quoteattr(text)}><w:rPr/></w:rPrChange></w:rPr>'
        "<w:t>the</w:t></w:r></w:p>")),
    "placeholder": body(lambda text: (
        f"<w:sdt><w:sdtPr><w:placeholder><w:docPart w:val={quoteattr(text)}/></w:placeholder><w:showingPlcHdr/>"
        f"</w:sdtPr><w:sdtContent>{para('x')}</w:sdtContent></w:sdt>")),
    "watermark": part("word/header1.xml", lambda text: (
        f'<w:hdr xmlns:w="{W}" {_V}><w:p><w:r><w:pict><v:shape>'
        f"<v:textpath string={quoteattr(text)}/></v:shape></w:pict></w:r></w:p></w:hdr>"), "", "header"),
    "table caption": body(lambda text: (
        f"<w:tbl><w:tblPr><w:tblCaption w:val={quoteattr(text)}/></w:tblPr><w:tr><w:tc>{para('x')}</w:tc></w:tr>"
        "</w:tbl>")),
    "link tip": body(lambda text: (
        f"<w:p><w:hyperlink w:anchor='a' w:tooltip={quoteattr(text)}>{run('x')}</w:hyperlink></w:p>")),
    "fallback": body(lambda text: (
        '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Fallback><w:t>{escape(text)}</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>")),
    "category": part("docProps/core.xml", _core("cp:category")),
    "status": part("docProps/core.xml", _core("cp:contentStatus")),
    "subject": part("docProps/core.xml", _core("dc:subject")),
    "link base": part("docProps/app.xml", lambda text: (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<HyperlinkBase>{escape(text)}</HyperlinkBase></Properties>")),
    "font name": part("word/fontTable.xml", lambda text: f"<fonts><font name={quoteattr(text)}/></fonts>"),
    "embedded letter": _embedded("word/embeddings/mail.eml", _letter),
    "embedded word": _embedded("word/embeddings/a.zip", _within_word),
    "rich text chunk": _embedded("word/afchunk.rtf", lambda text: (
        r"{\rtf1\ansi " + "".join(f"\\u{ord(one)}?" for one in text) + "}").encode()),
    "tag": body(lambda text: (
        f"<w:sdt><w:sdtPr><w:tag w:val={quoteattr(text)}/></w:sdtPr><w:sdtContent>{para('x')}</w:sdtContent></w:sdt>")),
    "index entry": body(lambda text: (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>' + "".join(
            f"<w:r><w:instrText>{escape(one)}</w:instrText></w:r>" for one in ["XE ", *text]) + "</w:p>")),
    "smart tag": body(lambda text: (
        f'<w:p><w:smartTag w:element="a"><w:smartTagPr><w:attr w:name="b" w:val={quoteattr(text)}/></w:smartTagPr>'
        f"{run('x')}</w:smartTag></w:p>")),
    "source of a quotation": part("customXml/item1.xml", lambda text: (
        '<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"><b:Source><b:Author>'
        + "".join(f"<b:Person><b:Last>{escape(one)}</b:Last></b:Person>" for one in text.split())
        + "</b:Author></b:Source></b:Sources>")),
    "mail merge": _in_part("word/settings.xml", "<w:compat>", lambda text: (
        f"<w:mailMerge><w:query w:val={quoteattr(text)}/></w:mailMerge>")),
    "web settings": part("word/webSettings.xml", lambda text: (
        f"<webSettings><saveSmartTagsAsXml n={quoteattr(text)}/></webSettings>")),
    "letters in cells": body(lambda text: (
        "<w:tbl>" + "".join(f"<w:tr><w:tc>{para(one)}</w:tc></w:tr>" for one in text) + "</w:tbl>")),
    "broken word": body(lambda text: (
        "<w:p><w:r>" + "<w:br/>".join(f"<w:t>{escape(one)}</w:t>" for one in text.split("|")) + "</w:r></w:p>")),
    "picture told": _embedded("word/media/image1.png", lambda text: (
        b"\x89PNG\r\n\x1a\n" + _chunk(b"iTXt", b"Author\0\1\0\0\0" + zlib.compress(text.encode()))
        + _chunk(b"IEND", b""))),
    "photo told": _embedded("word/media/image2.jpeg", lambda text: (
        b"\xff\xd8\xff\xe1" + (len(text) * 2 + 18).to_bytes(2, "big") + b"Exif\0\0II*\0UNICODE\0"
        + text.encode("utf-16-le") + b"\xff\xd9")),
    "sound of letters": body(lambda text: (
        "<w:p>" + "".join(
            f'<w:r><w:t>{escape(one)}</w:t></w:r><w:proofErr w:type="spellStart"/>' for one in text) + "</w:p>")),
}  # fmt: skip


# ---- workbook, page, name ----


def _hidden_column(text: str) -> str:
    return f'<row r="62"><c r="XFD62" t="inlineStr"><is><t>{escape(text)}</t></is></c></row>'


MORE_BOOKS: dict[str, Place] = {
    "far cell": _within(SHEET, "</sheetData>", _hidden_column),
    "pivot": _more("xl/pivotCache/pivotCacheRecords1.xml", lambda text: (
        f"<pivotCacheRecords><r><n v={quoteattr(text)}/></r></pivotCacheRecords>")),
    "pivot item": _more("xl/pivotCache/pivotCacheDefinition1.xml", lambda text: (
        f"<pivotCacheDefinition><sharedItems><s v={quoteattr(text)}/></sharedItems></pivotCacheDefinition>")),
    "table column": _more("xl/tables/table1.xml", lambda text: (
        f"<table><tableColumns><tableColumn id='1' name={quoteattr(text)}/></tableColumns></table>")),
    "scenario": _within(SHEET, "</worksheet>", lambda text: (
        f"<scenarios><scenario name='a'><inputCells r='A1' val={quoteattr(text)}/></scenario></scenarios>")),
    "scenario user": _within(SHEET, "</worksheet>", lambda text: (
        f"<scenarios><scenario name='a' user={quoteattr(text)}/></scenarios>")),
    "code name": _within(BOOK, "<calcPr", lambda text: (
        f"<workbookProtection workbookPassword='1' user={quoteattr(text)}/>")),
    "cell style": _within("xl/styles.xml", "</styleSheet>", lambda text: (
        f"<cellStyles><cellStyle name={quoteattr(text)} xfId='0'/></cellStyles>")),
    "other book": _more("xl/externalLinks/_rels/externalLink1.xml.rels", lambda text: (
        f'<Relationships><Relationship Id="rId1" Type="{R}/externalLinkPath" TargetMode="External" '
        f"Target={quoteattr('file:///C:/clinic/' + text + '.xlsx')}/></Relationships>")),
    "day cell": _within(SHEET, "</sheetData>", lambda text: (
        f'<row r="60"><c r="A60" t="d"><v>{escape(text)}</v></c></row>')),
    "view": _within(BOOK, "<calcPr", lambda text: (
        f"<customWorkbookViews><customWorkbookView name={quoteattr(text)}/></customWorkbookViews>")),
    "drawn box": _more("xl/drawings/drawing1.xml", lambda text: (
        f'<xdr xmlns:a="{_A}"><a:p>' + "".join(f"<a:r><a:t>{escape(one)}</a:t></a:r>" for one in text)
        + "</a:p></xdr>")),
    "part name": _within("docProps/app.xml", "</Properties>", lambda text: (
        f"<TitlesOfParts><lpstr>{escape(text)}</lpstr></TitlesOfParts>")),
    "condition": _within(SHEET, "</worksheet>", lambda text: (
        f"<conditionalFormatting><cfRule text={quoteattr(text)}/></conditionalFormatting>")),
    "filter": _within(SHEET, "</worksheet>", lambda text: (
        f"<autoFilter><filterColumn><filters><filter val={quoteattr(text)}/></filters></filterColumn></autoFilter>")),
    "error": _within(SHEET, "</worksheet>", lambda text: (
        f"<dataValidations><dataValidation error={quoteattr(text)}/></dataValidations>")),
    "note drawing": _more("xl/drawings/vmlDrawing1.vml", lambda text: (
        f"<xml {_V}><v:shape alt={quoteattr(text)}><v:textbox>x</v:textbox></v:shape></xml>")),
    "slicer": _more("xl/slicers/slicer1.xml", lambda text: f"<slicers><slicer caption={quoteattr(text)}/></slicers>"),
}  # fmt: skip

MORE_PAGES: dict[str, Place] = {
    "time": _page(lambda text: f"<time datetime={quoteattr(text)}>x</time>"),
    "sent to": _page(lambda text: f"<form action={quoteattr('https://example.org/' + text)}></form>"),
    "area": _page(lambda text: f"<map><area alt={quoteattr(text)}></map>"),
    "item": _page(lambda text: f"<p itemprop='n' content={quoteattr(text)}>x</p>"),
    "raw section": _page(lambda text: f"<svg><desc><![CDATA[{text}]]></desc></svg>"),
    "base": _page(lambda text: f"<base href={quoteattr('file:///clinic/' + text + '/')}>", "</head>"),
    "page packed": _page(lambda text: (
        f"<a href='data:text/html;base64,{b64encode(quote(f'<p>{text}</p>').encode()).decode()}'>x</a>")),
    "spans": _page(lambda text: "<p>" + "".join(f"<span>{escape(one)} </span>" for one in text) + "</p>"),
    "spoken label": _page(lambda text: f"<p aria-label={quoteattr(text)}>x</p>"),
    "no script": _page(lambda text: f"<noscript>{escape(text)}</noscript>"),
    "call": _page(lambda text: f"<a href={quoteattr('tel:' + text)}>x</a>"),
    "picture names": _page(lambda text: f"<img alt='' srcset={quoteattr('img/' + text + '.svg 2x')}>"),
    "linked data": _page(lambda text: (
        f'<script type="application/ld+json">{{"@type":"Thing","identifier":"{text}"}}</script>'), "</head>"),
    "field": _page(lambda text: f"<input type=hidden value={quoteattr(text)}>"),
    "placeholder": _page(lambda text: f"<input placeholder={quoteattr(text)}>"),
    "sound": _page(lambda text: f"<ruby>x<rt>{escape(text)}</rt></ruby>"),
    "head title": _page(lambda text: f"<title>{escape(text)}</title>", "</head>"),
    "variable": _page(lambda text: f"<style>:root{{--a:'{text}'}}</style>", "</head>"),
    "drawing address": _page(lambda text: (
        f"<img alt='' src={quoteattr('data:image/svg+xml,' + quote(f'<svg><text>{text}</text></svg>'))}>")),
    "cells": _page(lambda text: "<table>" + "".join(
        f"<tr><td>{escape(one)}</td></tr>" for one in text.split()) + "</table>"),
}  # fmt: skip

MORE_NAMES: Mapping[str, Callable[[str], str]] = {
    "dated": lambda text: f"2026-11-20 {text} - final.txt",
    "percent": lambda text: f"{quote(text, safe='')}.txt",
    "deep": lambda text: f"for firms/{text}/2026/summary.txt",
    "ending": lambda text: f"summary.txt.{text}",
}
