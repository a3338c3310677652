"""How strictly the texts of an XML part are judged: who wrote it as metadata, the value of a cell as text."""

import pytest

from legalassist.disclosure.parts import Kind
from legalassist.disclosure.xml_parts import xml_parts


def kind_of(xml: str, text: str) -> Kind:
    """Return how a text of some XML is judged."""
    (kind,) = {part.kind for part in xml_parts("there", xml.encode()) or () if part.text == text}
    return kind


@pytest.mark.parametrize(
    ("xml", "kind"),
    [
        ("<comments><author>li</author></comments>", Kind.METADATA),
        ("<a><Manager>li</Manager><b>x</b></a>", Kind.METADATA),
        ("<a><b>x</b><c>li</c></a>", Kind.TEXT),
        ("<a><author>x</author>li</a>", Kind.TEXT),
        ("<scenarios><scenario user='li'/></scenarios>", Kind.METADATA),
        ("<shape><textpath string='li'/></shape>", Kind.METADATA),
        ("<records><n v='li'/></records>", Kind.TEXT),
        ("<cells><inputCells val='li'/></cells>", Kind.TEXT),
        ("<sz val='li'/>", Kind.MARKUP),
        ("<n w='li'/>", Kind.MARKUP),
    ],
)
def test_a_text_is_judged_by_what_it_is_for(xml: str, kind: Kind) -> None:
    assert kind_of(xml, "li") is kind
