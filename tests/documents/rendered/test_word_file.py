"""The Chinese of a Word file: every run has a font and a language for it; each fault is planted and found."""

import zipfile
from io import BytesIO

import pytest
from documents.docx_builder import docx, paragraph, run
from documents.letter_context import context, statement_words

from legalassist.documents.rendered.word_file import word_faults
from legalassist.documents.subset.reading import read
from legalassist.documents.word import render
from legalassist.documents.word_html import to_html
from legalassist.documents.wording import filters
from legalassist.library import Library

HAN = "王小媺"


def house(body: str, *swaps: tuple[bytes, bytes]) -> bytes:
    """Return a file of the house with this body, its styles changed."""
    made, out = docx(body), BytesIO()
    with zipfile.ZipFile(BytesIO(made)) as old, zipfile.ZipFile(out, "w") as new:
        for member in old.namelist():
            data = old.read(member)
            for before, after in swaps if member == "word/styles.xml" else ():
                assert before in data
                data = data.replace(before, after)
            new.writestr(member, data)
    return out.getvalue()


def test_a_file_of_the_house_has_a_font_and_a_language_for_chinese_everywhere() -> None:
    assert list(word_faults(house(paragraph(HAN) + paragraph(run(HAN, "<w:b/>"), "LATitle")))) == []


@pytest.mark.parametrize(
    ("body", "swaps", "fault"),
    [
        (paragraph(HAN), ((b'w:eastAsia="Noto Sans SC"', b""),), "Chinese without an East Asian font of its own"),
        (paragraph(run(HAN, '<w:rFonts w:eastAsiaTheme="minorEastAsia"/>')), (),
         "Chinese without an East Asian font of its own"),
        (paragraph(HAN), ((b'w:eastAsia="zh-CN"', b""),), "Chinese without a Chinese language"),
        (paragraph(run(HAN, '<w:lang w:eastAsia="ja-JP"/>')), (), "Chinese without a Chinese language"),
        (paragraph("{{ client.name }}"), (), "a sign of the template is left"),
        (paragraph(run("{{ cl") + run("ient }}")), (), "a sign of the template is left"),
    ],
)  # fmt: skip
def test_each_fault_is_found_with_its_place(body: str, swaps: tuple[tuple[bytes, bytes], ...], fault: str) -> None:
    assert list(word_faults(house(paragraph("x") + body, *swaps))) == [f"document.xml, paragraph 2: {fault}"]


def test_a_paragraph_without_a_style_has_what_the_default_style_gives() -> None:
    moved = (
        (b'w:eastAsia="Noto Sans SC"', b""),
        (b'<w:name w:val="Normal"/>', b'<w:name w:val="Normal"/><w:rPr><w:rFonts w:eastAsia="Noto Sans SC"/></w:rPr>'),
    )
    assert list(word_faults(house(paragraph(HAN, ""), *moved))) == []


@pytest.mark.parametrize(("language", "tag"), [("zh_Hans", "zh-Hans"), ("zh_Hant", "zh-Hant")])
def test_a_letter_of_ours_names_the_face_and_language_of_its_script(library: Library, language: str, tag: str) -> None:
    template = library.get("templates/tvisa/declaration.docx").content
    words = context("zh_Hans", str, **statement_words("zh_Hans"))
    traditional = language == "zh_Hant"
    made = render(template, words, name="declaration", filters=filters("zh_Hans"), traditional=traditional)
    assert list(word_faults(made)) == []
    with zipfile.ZipFile(BytesIO(made)) as archive:
        styles = archive.read("word/styles.xml")
    assert (b'eastAsia="zh-TW"' in styles, b'eastAsia="Noto Sans TC"' in styles) == (traditional, traditional)
    page = to_html(read(made, name="declaration"))
    assert f'lang="{tag}"' in page
    assert ('lang="zh-Hant"' in page) == traditional
