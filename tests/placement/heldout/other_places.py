"""Places of a workbook, a page, a plain text and of a file's name where a text can stand."""

import re
from base64 import b64encode
from collections.abc import Callable
from xml.sax.saxutils import escape, quoteattr

from placement.heldout.word_places import Place, R, members, packed

SHEET, BOOK, STRINGS = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml"
_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def _within(name: str, before: str, make: Callable[[str], str]) -> Place:
    """Return the place in a part of the workbook, just before a mark."""

    def place(data: bytes, text: str) -> bytes:
        parts = members(data)
        xml = parts[name].decode()
        at = xml.rindex(before)
        parts[name] = f"{xml[:at]}{make(text)}{xml[at:]}".encode()
        return packed(parts)

    return place


def _more(name: str, make: Callable[[str], str]) -> Place:
    def place(data: bytes, text: str) -> bytes:
        return packed({**members(data), name: make(text).encode()})

    return place


def _row(text: str) -> str:
    return f'<row r="60"><c r="A60" t="inlineStr"><is><t>{escape(text)}</t></is></c></row>'


def _rich(text: str) -> str:
    return "<si>" + "".join(f"<r><t>{escape(one)}</t></r>" for one in text) + "</si>"


def _hidden(state: str) -> Place:
    def place(data: bytes, text: str) -> bytes:
        parts = members(data)
        entry = f'<sheet name="Notes" sheetId="2" state="{state}" r:id="rId40"/></sheets>'
        parts[BOOK] = parts[BOOK].decode().replace("</sheets>", entry).encode()
        related = f'<Relationship Id="rId40" Type="{R}/worksheet" Target="worksheets/sheet2.xml"/></Relationships>'
        rels = "xl/_rels/workbook.xml.rels"
        parts[rels] = parts[rels].decode().replace("</Relationships>", related).encode()
        sheet = f'<worksheet xmlns="{_S}"><sheetData>{_row(text)}</sheetData></worksheet>'
        parts["xl/worksheets/sheet2.xml"] = sheet.encode()
        return packed(parts)

    return place


def _across(text: str) -> str:
    cells = "".join(
        f'<c r="{chr(65 + number)}61" t="inlineStr"><is><t>{escape(word)}</t></is></c>'
        for number, word in enumerate(text.split())
    )
    return f'<row r="61">{cells}</row>'


BOOKS: dict[str, Place] = {
    "cell": _within(SHEET, "</sheetData>", _row),
    "cells side by side": _within(SHEET, "</sheetData>", _across),
    "number": _within(SHEET, "</sheetData>", lambda text: f'<row r="60"><c r="A60"><v>{text}</v></c></row>'),
    "formula": _within(SHEET, "</sheetData>", lambda text: (
        f'<row r="60"><c r="A60" t="str"><f>"x"&amp;"{escape(text)}"</f><v>x</v></c></row>')),
    "hidden row": _within(SHEET, "</sheetData>", lambda text: _row(text).replace("<row ", '<row hidden="1" ')),
    "unused string": _within(STRINGS, "</sst>", lambda text: f"<si><t>{escape(text)}</t></si>"),
    "rich string": _within(STRINGS, "</sst>", _rich),
    "phonetic": _within(STRINGS, "</sst>", lambda text: (
        f"<si><t>x</t><rPh sb='0' eb='1'><t>{escape(text)}</t></rPh></si>")),
    "sheet header": _within(SHEET, "</worksheet>", lambda text: (
        f"<headerFooter><oddHeader>&amp;L{escape(text)}</oddHeader></headerFooter>")),
    "validation": _within(SHEET, "</worksheet>", lambda text: (
        f'<dataValidations><dataValidation prompt={quoteattr(text)} sqref="A1"/></dataValidations>')),
    "link tip": _within(SHEET, "</worksheet>", lambda text: (
        f'<hyperlinks><hyperlink ref="A1" tooltip={quoteattr(text)}/></hyperlinks>')),
    "defined name": _within(BOOK, "<calcPr", lambda text: (
        f'<definedNames><definedName name="x" hidden="1">"{escape(text)}"</definedName></definedNames>')),
    "name defined": _within(BOOK, "<calcPr", lambda text: (
        f"<definedNames><definedName name={quoteattr(text)}>A1</definedName></definedNames>")),
    "number format": _within("xl/styles.xml", "</styleSheet>", lambda text: (
        f"<numFmts><numFmt numFmtId='200' formatCode={quoteattr(text)}/></numFmts>")),
    "hidden sheet": _hidden("hidden"),
    "very hidden sheet": _hidden("veryHidden"),
    "sheet name": _within(BOOK, "</sheets>", lambda text: f"<sheet name={quoteattr(text)} sheetId='2' r:id='rId40'/>"),
    "comment": _more("xl/comments1.xml", lambda text: (
        f'<comments xmlns="{_S}"><authors><author>Staff</author></authors><commentList><comment ref="A1" authorId="0">'
        f"<text><t>{escape(text)}</t></text></comment></commentList></comments>")),
    "comment author": _more("xl/comments1.xml", lambda text: (
        f'<comments xmlns="{_S}"><authors><author>{escape(text)}</author></authors></comments>')),
    "threaded": _more("xl/threadedComments/threadedComment1.xml", lambda text: (
        f"<ThreadedComments><threadedComment><text>{escape(text)}</text></threadedComment></ThreadedComments>")),
    "creator": _within("docProps/core.xml", "</cp:coreProperties>", lambda text: (
        f"<dc:description>{escape(text)}</dc:description>")),
    "part titles": _within("docProps/app.xml", "</Properties>", lambda text: f"<Manager>{escape(text)}</Manager>"),
    "query": _more("xl/connections.xml", lambda text: (
        f"<connections><connection command={quoteattr(text)}/></connections>")),
    "chart": _more("xl/charts/chart1.xml", lambda text: f"<c><v>{escape(text)}</v></c>"),
    "macro": lambda data, text: packed({**members(data), "xl/vbaProject.bin": bytes(16) + text.encode() + bytes(4)}),
    "zip comment": lambda data, text: packed(members(data), text),
}  # fmt: skip


def _page(make: Callable[[str], str], before: str = "</body>") -> Place:
    def place(data: bytes, text: str) -> bytes:
        at = data.rindex(before.encode())
        return data[:at] + make(text).encode() + data[at:]

    return place


def _b64(text: str) -> str:
    return b64encode(text.encode()).decode()


_DOT = b64encode(b"\x89PNG\r\n\x1a\n" + bytes(range(60))).decode()
"""The beginning of a picture."""

PAGES: dict[str, Place] = {
    "body": _page(lambda text: f"<p>{escape(text)}</p>"),
    "raw": _page(lambda text: f"<p>{text}</p>"),
    "comment": _page(lambda text: f"<!-- {text} -->"),
    "title attribute": _page(lambda text: f"<p title={quoteattr(text)}>x</p>"),
    "data attribute": _page(lambda text: f"<p data-a={quoteattr(text)}>x</p>"),
    "class": _page(lambda text: f"<p class={quoteattr(text)}>x</p>"),
    "identifier": _page(lambda text: f"<p id={quoteattr(text)}>x</p>"),
    "link": _page(lambda text: f"<a href={quoteattr('https://example.org/' + text)}>x</a>"),
    "mail": _page(lambda text: f"<a href={quoteattr('mailto:' + text)}>x</a>"),
    "split": _page(lambda text: "<p>" + "".join(f"<b>{escape(one)}</b>" for one in text) + "</p>"),
    "word breaks": _page(lambda text: "<p>" + "<wbr>".join(map(escape, text)) + "</p>"),
    "shy": _page(lambda text: "<p>" + "&shy;".join(map(escape, text)) + "</p>"),
    "comments within": _page(lambda text: "<p>" + "<!-- x -->".join(map(escape, text)) + "</p>"),
    "hidden": _page(lambda text: f'<p hidden style="display:none">{escape(text)}</p>'),
    "table cells": _page(lambda text: "<table><tr>" + "".join(
        f"<td>{escape(one)}</td>" for one in text.split()) + "</tr></table>"),
    "style content": _page(lambda text: f'<style>p::after{{content:"{text}"}}</style>', "</head>"),
    "style comment": _page(lambda text: f"<style>/* {text} */</style>", "</head>"),
    "style escapes": _page(lambda text: '<style>p::after{content:"' + "".join(
        f"\\{ord(one):06x}" for one in text) + '"}</style>', "</head>"),
    "meta": _page(lambda text: f'<meta name="author" content={quoteattr(text)}>', "</head>"),
    "script": _page(lambda text: f"<script>var a = '{text}'</script>", "</head>"),
    "json": _page(lambda text: f'<script type="application/json">{{"a":"{text}"}}</script>', "</head>"),
    "data address": _page(lambda text: f'<img alt="" src="data:text/plain;base64,{_b64(text)}">'),
    "drawing": _page(lambda text: f"<svg><title>{escape(text)}</title><text>x</text></svg>"),
    "drawn letters": _page(lambda text: "<svg>" + "".join(f"<text>{escape(one)}</text>" for one in text) + "</svg>"),
    "template": _page(lambda text: f"<template><p>{escape(text)}</p></template>"),
    "framed": _page(lambda text: f"<iframe srcdoc={quoteattr(f'<p>{escape(text)}</p>')}></iframe>"),
    "reversed": _page(lambda text: f'<p><bdo dir="rtl">{escape(text[::-1])}</bdo></p>'),
    "picture": _page(lambda _: f'<img alt="" src="data:image/png;base64,{_DOT}">'),
    "after the end": lambda data, text: data + text.encode(),
}  # fmt: skip

TEXTS: dict[str, Place] = {
    "body": lambda data, text: data + f"\n{text}\n".encode(),
    "wrapped": lambda data, text: data + ("\n" + "\n".join(text.split()) + "\n").encode(),
    "first line": lambda data, text: f"{text}\n".encode() + data,
    "utf-16": lambda data, text: (data.decode() + text).encode("utf-16"),
    "utf-16 without mark": lambda data, text: (data.decode() + text).encode("utf-16-le"),
    "utf-32": lambda data, text: (data.decode() + text).encode("utf-32"),
    "gbk": lambda _data, text: f"Case summary {text}".encode("gb18030"),
    "big5": lambda _data, text: f"Case summary {text}".encode("big5"),
    "latin-1": lambda _data, text: f"Case summary \xa7 {text}".encode("latin-1"),
    "utf-7": lambda _data, text: f"Case summary {text}".encode("utf-7"),
}
"""How a plain text can hold it; encodings of their own replace the text, as an office program would save it."""

NAMES: dict[str, Callable[[str], str]] = {
    "file": lambda text: f"{text}.txt",
    "camel": lambda text: "".join(word[:1].upper() + word[1:] for word in re.split(r"\W+", text)) + "Summary.txt",
    "snake": lambda text: "summary_" + re.sub(r"\W+", "_", text).lower() + "_v2.txt",
    "folder": lambda text: f"{text}/summary.txt",
}
