"""The page and the templates its body comes from: strict, sandboxed, escaped, in the language it says."""

import re
from html import unescape
from pathlib import Path

import pytest
import tinycss2
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from one_library import LIBRARY

from legalassist.documents.page import DRAFT, INVENTED, PIECE_LINK, css_string, environment, fill, han, page, piece
from legalassist.errors import ContentError, UsageError
from legalassist.library import Library

TEMPLATES = environment(LIBRARY)


def shelf(folder: Path, **files: str) -> Library:
    """Return a clinic's shelf with these files below templates/clinic/."""
    (folder / "templates" / "clinic").mkdir(parents=True)
    for name, text in files.items():
        (folder / "templates" / "clinic" / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return Library(folder)


def refused(library: Library, name: str = "clinic/a.html", **context: object) -> str:
    with pytest.raises(ContentError) as stopped:
        fill(environment(library), name, context)
    return str(stopped.value)


def test_a_page_says_its_language_its_title_and_its_style() -> None:
    html = page(TEMPLATES, Markup("<h1>x</h1>"), title="A & B", language="zh_Hans", css=["h1 { color: #123456 }"])
    assert '<html lang="zh-Hans">' in html
    assert "<title>A &amp; B</title>" in html
    assert "<h1>x</h1>" in html
    assert html.index("size: 8.5in 11in") < html.index("h1 { color: #123456 }")


def test_text_that_is_not_markup_is_escaped() -> None:
    assert "&lt;script&gt;" in page(TEMPLATES, "<script>", title="t", language="en")


def test_an_unknown_language_is_refused_before_anything_is_printed() -> None:
    with pytest.raises(UsageError):
        page(TEMPLATES, "x", title="t", language="klingon")


def test_bands_stand_in_the_margin_box_one_to_a_line() -> None:
    html = page(TEMPLATES, "x", title="t", language="en", bands=[INVENTED, DRAFT])
    assert "虚构" in html
    assert html.count("@top-center") == 2
    assert "@page { @top-center" not in page(TEMPLATES, "x", title="t", language="en")


def test_the_address_between_pieces_can_never_be_a_real_one() -> None:
    assert re.fullmatch(r"https://[a-z]+\.invalid/", PIECE_LINK)


def test_client_text_prints_as_typed() -> None:
    typed = "{{ 7*7 }} {% raw %} <b>&amp;\"'"
    html = piece(
        TEMPLATES,
        "tvisa/exhibit-cover.html",
        {"exhibit": {"letter": "A", "title": typed, "pages": 1}},
        title="t",
        language="en",
    )
    assert typed in unescape(re.sub(r"<(?!b>)[^>]+>", "", html))
    assert "49" not in html
    assert "<b>" not in html


def test_a_template_that_asks_for_an_unknown_name_is_told_with_its_line(tmp_path: Path) -> None:
    told = refused(shelf(tmp_path, a_html="<p>\n{{ nobody }}</p>"))
    assert told.startswith("templates/clinic/a.html:2: 'nobody' is undefined")


def test_a_broken_template_is_told_with_its_line(tmp_path: Path) -> None:
    assert refused(shelf(tmp_path, a_html="<p>\n\n{% if x %}")).startswith("templates/clinic/a.html:3:")


@pytest.mark.parametrize("reach", ["{{ ''.__class__.__mro__ }}", "{{ lines.append(1) }}", "{{ (1).__class__.mro() }}"])
def test_a_template_cannot_leave_the_sandbox(tmp_path: Path, reach: str) -> None:
    assert "templates/clinic/a.html" in refused(shelf(tmp_path, a_html=reach), lines=[])


def test_a_template_outside_the_shelf_is_refused(tmp_path: Path) -> None:
    library = shelf(tmp_path, a_html="{% include 'clinic/../../secret.html' %}")
    (tmp_path / "secret.html").write_text("secret", encoding="utf-8")
    assert "without '..'" in refused(library)


def test_a_template_no_shelf_holds_is_told_by_its_name() -> None:
    with pytest.raises(ContentError, match=r"templates/tvisa/nothing\.html"):
        fill(TEMPLATES, "tvisa/nothing.html", {})


def test_a_clinics_own_template_comes_first(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "tvisa"
    own.mkdir(parents=True)
    (own / "exhibit-cover.html").write_text("<h1>Ours {{ exhibit.letter }}</h1>", encoding="utf-8")
    templates = environment(Library(tmp_path))
    assert fill(templates, "tvisa/exhibit-cover.html", {"exhibit": {"letter": "A"}}) == "<h1>Ours A</h1>"


def test_a_piece_brings_the_style_sheet_that_lies_beside_it(tmp_path: Path) -> None:
    templates = environment(shelf(tmp_path, a_html="<h1>a</h1>", a_css="h1 { color: #654321 }", b_html="<h1>b</h1>"))
    assert "#654321" in piece(templates, "clinic/a.html", {}, title="t", language="en")
    assert "#654321" not in piece(templates, "clinic/b.html", {}, title="t", language="en")


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("abc", "abc"),
        ("WANG（王小㛃）", 'WANG（<span lang="zh-Hans">王小㛃）</span>'),
        ("I-914表格 today", 'I-914<span lang="zh-Hans">表格</span> today'),
        ("王 & <b>", '<span lang="zh-Hans">王</span> &amp; &lt;b&gt;'),
        ("她说：“走”，走了。", '<span lang="zh-Hans">她说：“走”，走了。</span>'),
    ],
)
def test_chinese_is_marked_as_chinese(text: str, marked: str) -> None:
    assert han(text) == marked


@given(st.text(st.sampled_from("王小㛃𠮷，。：“”（）—…a1 <&"), max_size=30))
def test_marking_chinese_changes_no_character(text: str) -> None:
    assert unescape(re.sub("<[^>]+>", "", han(text))) == text


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40))
def test_a_css_string_holds_exactly_its_text(text: str) -> None:
    (token,) = tinycss2.parse_component_value_list(str(css_string(text)))
    assert token.type == "string"
    assert token.value == text
    assert "<" not in css_string(text)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("{% for n in range(10**9) %}x{% endfor %}", "a template does not multiply"),
        ("{% for n in range(1000000000) %}x{% endfor %}", "a tag does not fit its value (OverflowError)"),
        ("{{ 'a' * 1000000000 }}", "a template does not multiply"),
        ("{{ 'a'.center(1000000000) }}", "is not safely callable"),
        ("{{ 'a' | center(1000000000) }}", "No filter named 'center'"),
        ("{{ 'a' | safe }}", "No filter named 'safe'"),
        ("{% autoescape false %}{{ said }}{% endautoescape %}", "escaping cannot be switched off"),
        ("{{ 1 / 0 }}", "a tag does not fit its value (ZeroDivisionError)"),
        ("{{ said + 1 }}", "a tag does not fit its value (TypeError)"),
        ("{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}", "its tags call themselves"),
        ("{% include 'try/odd.html' %}", "its tags call themselves"),
    ],
)
def test_whatever_a_clinic_s_own_template_does_is_told_with_its_file(source: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "templates" / "try").mkdir(parents=True)
    (tmp_path / "templates" / "try" / "odd.html").write_text(source, encoding="utf-8")
    with pytest.raises(ContentError) as stopped:
        fill(environment(Library(tmp_path)), "try/odd.html", {"said": "words"})
    assert str(stopped.value).startswith("templates/try/odd.html")
    assert said in str(stopped.value)
    assert "words" not in str(stopped.value)
