"""Places of a Word file where a text can stand: each takes the real file and the text, and returns the file with it."""

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DOCUMENT, RELATIONS, TYPES = "word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
Place = Callable[[bytes, str], bytes]


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def packed(parts: Mapping[str, bytes], comment: str = "") -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
        made.comment = comment.encode()
    return out.getvalue()


def body(make: Callable[[str], str]) -> Place:
    """Return the place in the text that `make` writes as markup, just before the end of the document."""

    def place(data: bytes, text: str) -> bytes:
        parts = members(data)
        xml = parts[DOCUMENT].decode()
        at = xml.rindex("<w:sectPr") if "<w:sectPr" in xml else xml.rindex("</w:body>")
        parts[DOCUMENT] = f"{xml[:at]}{make(text)}{xml[at:]}".encode()
        return packed(parts)

    return place


def part(name: str, make: Callable[[str], str], kind: str = "", relation: str = "") -> Place:
    """Return the place in a part of its own, with its content type and relation."""

    def place(data: bytes, text: str) -> bytes:
        parts = members(data)
        parts[name] = make(text).encode()
        if kind:
            override = f'<Override PartName="/{name}" ContentType="{kind}"/></Types>'
            parts[TYPES] = parts[TYPES].decode().replace("</Types>", override).encode()
        if relation:
            target = name.removeprefix("word/")
            _related(parts, f'<Relationship Id="rId40" Type="{R}/{relation}" Target="{target}"/>')
        return packed(parts)

    return place


def _related(parts: dict[str, bytes], relation: str) -> None:
    xml = parts[RELATIONS].decode()
    parts[RELATIONS] = xml.replace("</Relationships>", f"{relation}</Relationships>").encode()


def run(text: str, how: str = "") -> str:
    looks = f"<w:rPr>{how}</w:rPr>" if how else ""
    return f'<w:r>{looks}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def para(text: str, how: str = "") -> str:
    return f"<w:p>{run(text, how)}</w:p>"


def _runs(text: str) -> str:
    looks = ("<w:b/>", "<w:i/>", "")
    return "<w:p>" + "".join(run(one, looks[number % 3]) for number, one in enumerate(text)) + "</w:p>"


def _changed(kind: str, holder: str) -> Callable[[str], str]:
    return lambda text: (
        f'<w:p><w:{kind} w:id="7" w:author="Staff" w:date="2026-01-01T00:00:00Z"><w:r><w:{holder} xml:space="preserve">'
        f"{escape(text)}</w:{holder}></w:r></w:{kind}></w:p>"
    )


def _cells(text: str) -> str:
    cells = "".join(f"<w:tc>{para(word)}</w:tc>" for word in text.split())
    return f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"


def _broken(mark: str) -> Callable[[str], str]:
    return lambda text: (
        "<w:p><w:r>" + f"<w:{mark}/>".join(f"<w:t>{escape(one)}</w:t>" for one in text.split()) + "</w:r></w:p>"
    )


def _wml(root: str, make: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: f'<w:{root} xmlns:w="{W}" xmlns:r="{R}">{make(text)}</w:{root}>'


def _core(field: str) -> Callable[[str], str]:
    return lambda text: (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<{field}>{escape(text)}</{field}></cp:coreProperties>"
    )


def _outside(data: bytes, text: str) -> bytes:
    parts = members(data)
    target = quoteattr(f"https://example.org/{text}")
    _related(parts, f'<Relationship Id="rId40" Type="{R}/hyperlink" Target={target} TargetMode="External"/>')
    return packed(parts)


def _settings(make: Callable[[str], str]) -> Place:
    def place(data: bytes, text: str) -> bytes:
        parts = members(data)
        xml = parts["word/settings.xml"].decode()
        parts["word/settings.xml"] = xml.replace("<w:compat>", f"{make(text)}<w:compat>").encode()
        return packed(parts)

    return place


def _style(data: bytes, text: str) -> bytes:
    parts = members(data)
    style = f'<w:style w:type="paragraph" w:styleId="Style1"><w:name w:val={quoteattr(text)}/></w:style></w:styles>'
    parts["word/styles.xml"] = parts["word/styles.xml"].decode().replace("</w:styles>", style).encode()
    return packed(parts)


def _embedded(name: str, make: Callable[[str], bytes]) -> Place:
    def place(data: bytes, text: str) -> bytes:
        return packed({**members(data), name: make(text)})

    return place


def _inner(text: str) -> bytes:
    return packed({"a/b.txt": text.encode()})


def _nested(text: str) -> bytes:
    return packed({"one.zip": packed({"two.zip": _inner(text)})})


_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")

WORD: dict[str, Place] = {
    "body": body(para),
    "runs": body(_runs),
    "cells": body(_cells),
    "paragraphs": body(lambda text: "".join(map(para, text.split()))),
    "tabs": body(_broken("tab")),
    "breaks": body(_broken("br")),
    "soft hyphens": body(lambda text: "<w:p><w:r>" + "<w:softHyphen/>".join(
        f"<w:t>{escape(one)}</w:t>" for one in text) + "</w:r></w:p>"),
    "no-break hyphens": body(_broken("noBreakHyphen")),
    "hidden": body(lambda text: para(text, "<w:vanish/>")),
    "white": body(lambda text: para(text, '<w:color w:val="FFFFFF"/>')),
    "tiny": body(lambda text: para(text, '<w:sz w:val="2"/>')),
    "inserted": body(_changed("ins", "t")),
    "deleted": body(_changed("del", "delText")),
    "change author": body(lambda text: (
        f'<w:p><w:ins w:id="7" w:author={quoteattr(text)}>{run("the")}</w:ins></w:p>')),
    "bookmark": body(lambda text: f'<w:p><w:bookmarkStart w:id="9" w:name={quoteattr(text)}/></w:p>'),
    "field code": body(lambda text: (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TITLE '
        f'"{escape(text)}"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>')),
    "simple field": body(lambda text: (
        f'<w:p><w:fldSimple w:instr={quoteattr(f"QUOTE {text}")}>{run("x")}</w:fldSimple></w:p>')),
    "alt text": body(lambda text: (
        f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}"><wp:docPr id="1" name="p" descr={quoteattr(text)}/>'
        "</wp:inline></w:drawing></w:r></w:p>")),
    "content control": body(lambda text: (
        f"<w:sdt><w:sdtPr><w:alias w:val={quoteattr(text)}/></w:sdtPr><w:sdtContent>{para('x')}</w:sdtContent>"
        "</w:sdt>")),
    "drop-down": body(lambda text: (
        f"<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText={quoteattr(text)} w:value='1'/></w:dropDownList>"
        f"</w:sdtPr><w:sdtContent>{para('x')}</w:sdtContent></w:sdt>")),
    "text box": body(lambda text: (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
        f"{para(text)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>")),
    "ruby": body(lambda text: (
        f"<w:p><w:r><w:ruby><w:rt>{run(text)}</w:rt><w:rubyBase>{run('x')}</w:rubyBase></w:ruby></w:r></w:p>")),
    "comment in xml": body(lambda text: f"<!-- {escape(text)} -->"),
    "instruction in xml": body(lambda text: f"<?note {text}?>"),
    "header": part("word/header1.xml", _wml("hdr", para), f"{_WML}.header+xml", "header"),
    "footer": part("word/footer1.xml", _wml("ftr", para), f"{_WML}.footer+xml", "footer"),
    "footnote": part("word/footnotes.xml", _wml("footnotes", lambda text: (
        f'<w:footnote w:id="2">{para(text)}</w:footnote>'))),
    "endnote": part("word/endnotes.xml", _wml("endnotes", lambda text: (
        f'<w:endnote w:id="2">{para(text)}</w:endnote>')), f"{_WML}.endnotes+xml", "endnotes"),
    "comment": part("word/comments.xml", _wml("comments", lambda text: (
        f'<w:comment w:id="0" w:author="Staff">{para(text)}</w:comment>')), f"{_WML}.comments+xml", "comments"),
    "comment author": part("word/comments.xml", _wml("comments", lambda text: (
        f'<w:comment w:id="0" w:author={quoteattr(text)}>{para("see")}</w:comment>')), f"{_WML}.comments+xml",
        "comments"),
    "people": part("word/people.xml", _wml("people", lambda text: f"<w:person w:author={quoteattr(text)}/>"),
                   "", "people"),
    "glossary": part("word/glossary/document.xml", _wml("glossaryDocument", para)),
    "creator": part("docProps/core.xml", _core("dc:creator")),
    "title": part("docProps/core.xml", _core("dc:title")),
    "last modified by": part("docProps/core.xml", _core("cp:lastModifiedBy")),
    "keywords": part("docProps/core.xml", _core("cp:keywords")),
    "company": part("docProps/app.xml", lambda text: (
        f'<Properties xmlns="{_APP}"><Company>{escape(text)}</Company></Properties>')),
    "template": part("docProps/app.xml", lambda text: (
        f'<Properties xmlns="{_APP}"><Template>{escape(text)}</Template></Properties>')),
    "custom property": part("docProps/custom.xml", lambda text: (
        f'<Properties xmlns="{_CUSTOM}"><property fmtid="x" pid="2" name="note"><vt>{escape(text)}</vt></property>'
        "</Properties>")),
    "custom property name": part("docProps/custom.xml", lambda text: (
        f'<Properties xmlns="{_CUSTOM}"><property fmtid="x" pid="2" name={quoteattr(text)}/></Properties>')),
    "custom xml": part("customXml/item1.xml", lambda text: f"<root><a>{escape(text)}</a></root>"),
    "custom xml attribute": part("customXml/item1.xml", lambda text: f"<root a={quoteattr(text)}/>"),
    "variable": _settings(lambda text: (
        f'<w:docVars><w:docVar w:name="x" w:val={quoteattr(text)}/></w:docVars>')),
    "attached template": _settings(lambda text: f"<w:attachedTemplate r:id={quoteattr(text)} xmlns:r='{R}'/>"),
    "style name": _style,
    "link outside": _outside,
    "embedded text": _embedded("word/embeddings/file1.txt", str.encode),
    "embedded zip": _embedded("word/embeddings/file1.zip", _inner),
    "embedded deep": _embedded("word/embeddings/file1.zip", _nested),
    "ole": _embedded("word/embeddings/oleObject1.bin", lambda text: (
        _OLE + bytes(504) + text.encode("utf-16-le") + bytes(64))),
    "printer settings": _embedded("word/printerSettings1.bin", lambda text: bytes(32) + text.encode("utf-16-le")),
    "html chunk": _embedded("word/afchunk.html", lambda text: f"<p>{escape(text)}</p>".encode()),
    "thumbnail": _embedded("docProps/thumbnail.jpeg", lambda text: b"\xff\xd8\xff\xe0" + bytes(40) + text.encode()),
    "picture": _embedded("word/media/image1.png", lambda text: b"\x89PNG\r\n\x1a\n" + bytes(40) + text.encode()),
    "member name": lambda data, text: packed({**members(data), f"word/{text}.xml": b"<a/>"}),
    "zip comment": lambda data, text: packed(members(data), text),
    "after the end": lambda data, text: data + text.encode(),
    "before the beginning": lambda data, text: text.encode() + b"\n" + data,
}  # fmt: skip
