"""How strictly the texts of an XML part are judged: who wrote it as metadata, the value of a cell as text."""

import pytest

from legalassist.disclosure.parts import Kind
from legalassist.disclosure.xml_parts import xml_parts


def kind_of(xml: str, text: str) -> Kind:
    """Return how a text of some XML is judged."""
    (kind,) = {part.kind for part in xml_parts("there", xml.encode()) or () if part.text == text}
    return kind


@pytest.mark.parametrize(
    ("xml", "text", "kind"),
    [
        ("<comments><author>li</author></comments>", "li", Kind.METADATA),
        ("<a><Manager>li</Manager><b>x</b></a>", "li", Kind.METADATA),
        ("<a><b>x</b><c>li</c></a>", "li", Kind.TEXT),
        ("<a><author>x</author>li</a>", "li", Kind.TEXT),
        ("<scenarios><scenario user='li'/></scenarios>", "li", Kind.METADATA),
        ("<shape><textpath string='li'/></shape>", "li", Kind.METADATA),
        ("<records><n v='li'/></records>", "li", Kind.TEXT),
        ("<cells><inputCells val='li'/></cells>", "li", Kind.TEXT),
        ("<sz val='li'/>", "li", Kind.MARKUP),
        ("<n w='li'/>", "li", Kind.MARKUP),
        ("<a n='LFW'/>", "LFW", Kind.METADATA),
        ("<a ascii='LFW'/>", "LFW", Kind.MARKUP),
        ("<a n='LFWabc'/>", "LFWabc", Kind.MARKUP),
    ],
)
def test_a_text_is_judged_by_what_it_is_for(xml: str, text: str, kind: Kind) -> None:
    assert kind_of(xml, text) is kind


def texts(body: str) -> set[str]:
    """Return the texts of some XML."""
    return {part.text for part in xml_parts("there", f"<a>{body}</a>".encode()) or ()}


@pytest.mark.parametrize(
    ("body", "read"),
    [
        ("<p><t>x</t><instrText>XE </instrText><instrText>Wo</instrText><instrText>ng</instrText></p>", "XE Wong"),
        ("<p><t>Xue</t><delText>qi</delText><t>ng</t></p>", "Xueqing"),
        ("<p><t>Xue</t><delText>qi</delText><t>ng</t></p>", "Xueng"),
        ("<p><t>Mari</t><br/><t>sol</t></p>", "Mari\nsol"),
        ("".join(f"<tr><td><p>{one}</p></td></tr>" for one in "Wong"), "Wong"),
        ("".join(f"<p>{one}</p>" for one in ("何", "婷", "来")), "何婷来"),
        ("<p>November</p><p>27,</p><p>2014</p>", "November\n27,\n2014"),
    ],
)
def test_what_is_cut_into_pieces_is_read_as_one(body: str, read: str) -> None:
    assert read in texts(body)


def test_two_letters_one_under_the_other_are_no_word() -> None:
    assert "ab" not in texts("<p>a</p><p>b</p><p>long enough</p>")
