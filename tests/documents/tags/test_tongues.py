"""The language of each part is among the tags, and the page still meets PDF/UA."""

from io import BytesIO

import page as page_validation
import pikepdf
import pytest

from legalassist.documents.fonts import Fonts
from legalassist.documents.pdf import write_pdf
from legalassist.documents.tags.tongues import name_languages
from legalassist.library import fonts as fonts_folder

STYLE = '<style>html { font-family: "LA Sans" } .column { columns: 2 }</style>'
PAGE = (
    f'<html lang="en"><head><title>A neutral title</title>{STYLE}</head><body><h1>Both</h1>'
    '<p>She said <span lang="zh-Hans">您好</span>.</p><p lang="zh-Hant">請坐，<b lang="en">Form I-914</b>。</p>'
    '<ul><li lang="zh-Hans">一</li><li>two</li></ul>'
    '<table><tr><th scope="row" lang="zh-Hans">三</th><td>four</td></tr></table>'
    '<p class="column" lang="yue-Hant">' + "測試：響鐘。" * 60 + "</p></body></html>"
)


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return write_pdf(PAGE, fonts=Fonts.read(fonts_folder()), identifier=b"x")


def test_each_part_has_its_language_and_no_other_has_one(pdf: bytes) -> None:
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert str(opened.Root.Lang) == "en"
        things = [one for one in opened.objects if isinstance(one, pikepdf.Dictionary)]
        tags = [one for one in things if one.get("/Type") == "/StructElem"]
        said = [(str(one.S), str(one.Lang)) for one in tags if "/Lang" in one]
    assert said[:4] == [("/Span", "zh-Hans"), ("/P", "zh-Hant"), ("/NonStruct", "en"), ("/LI", "zh-Hans")]
    assert ("/TH", "zh-Hans") in said
    assert ("/P", "yue-Hant") in said
    assert len(said) < len(tags) / 2


def test_the_page_still_meets_pdf_ua(pdf: bytes) -> None:
    assert page_validation.validate_pdf_bytes(pdf, profile="ua1").failures == []


def test_naming_the_languages_twice_does_it_once(pdf: bytes) -> None:
    name_languages()
    assert write_pdf(PAGE, fonts=Fonts.read(fonts_folder()), identifier=b"x") == pdf
