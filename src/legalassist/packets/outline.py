"""Give a packet its bookmarks, page labels and metadata, and nothing that tells who made it or when."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from legalassist.packets.links import page_start
from legalassist.packets.pieces import Placed

PRODUCER = "legalassist"
"""The only trace of the program in a packet; the version stands in the manifest, which is not mailed."""


def write_outline(out: pikepdf.Pdf, placed: Sequence[Placed]) -> None:
    """Write one bookmark for each piece, nested by level."""
    root = out.make_indirect(Dictionary(Type=Name.Outlines))
    path: list[tuple[int, pikepdf.Object]] = [(0, root)]
    for each in placed:
        while path[-1][0] >= max(each.piece.level, 1):
            path.pop()
        above = path[-1][1]
        item = out.make_indirect(
            Dictionary(Title=String(each.piece.title), Parent=above, Dest=page_start(each.pages[0]))
        )
        if "/Last" in above:
            item["/Prev"] = above["/Last"]
            above["/Last"]["/Next"] = item
        else:
            above["/First"] = item
        above["/Last"] = item
        path.append((each.piece.level, item))
        for _, higher in path[:-1]:
            higher["/Count"] = int(higher.get("/Count", 0)) + 1
    out.Root["/Outlines"] = root
    out.Root["/PageMode"] = Name.UseOutlines


def write_labels(out: pikepdf.Pdf, placed: Sequence[Placed], number_prefix: str) -> None:
    """Label pages as they are stamped: with the exhibit's own mark, or with the packet's running number."""
    pairs: list[pikepdf.Object | int] = []
    for each in placed:
        label = Dictionary(S=Name.D)
        if each.marks:
            mark, _, start = each.marks[0].rpartition("-")
            label["/P"], label["/St"] = String(f"{mark}-"), int(start)
        else:
            label["/St"] = each.first + 1
            if number_prefix:
                label["/P"] = String(number_prefix)
        pairs += [each.first, label]
    out.Root["/PageLabels"] = Dictionary(Nums=Array(pairs))


def write_metadata(out: pikepdf.Pdf, *, title: str, language: str, identifier: bytes, pdf_ua: bool) -> None:
    """Write title, language and the fixed producer; no author, no dates. `identifier` becomes the file's id."""
    out.Root["/Lang"] = String(language)
    out.Root["/ViewerPreferences"] = Dictionary(DisplayDocTitle=True)
    out.docinfo["/Title"] = String(title)
    out.docinfo["/Producer"] = String(PRODUCER)
    metadata = out.make_stream(xmp(title, pdf_ua=pdf_ua))
    metadata["/Type"], metadata["/Subtype"] = Name.Metadata, Name.XML
    out.Root["/Metadata"] = metadata
    out.trailer["/ID"] = Array([String(identifier), String(identifier)])


def xmp(title: str, *, pdf_ua: bool) -> bytes:
    """Return the metadata of a packet: its title, our name, and the claim of PDF/UA where it is made."""
    claim = "<pdfuaid:part>1</pdfuaid:part>" if pdf_ua else ""
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">'
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt></dc:title>'
        f"<pdf:Producer>{PRODUCER}</pdf:Producer>{claim}"
        '</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>'
    ).encode()
