"""The reader of the house subset: what it keeps beside the text, how it counts, and that it stays quick."""

import sys

import page as page_validation
import pytest
from documents.docx_builder import docx, note_call, paragraph, run, table
from documents.word_printing import printed

from legalassist.documents.subset.blocks import (
    Align,
    Indent,
    Look,
    NoteMark,
    PageBreak,
    Paragraph,
    Run,
    Table,
    WordText,
)
from legalassist.documents.subset.language import mostly_chinese, parts
from legalassist.documents.subset.numbers import NotPrintedError, written
from legalassist.documents.subset.reading import read
from legalassist.documents.subset.text import squeeze
from legalassist.documents.word_html import to_html


def only(word: WordText) -> Paragraph:
    (block,) = word.blocks
    assert isinstance(block, Paragraph)
    return block


def test_layout_of_a_paragraph_is_kept() -> None:
    asked = (
        '<w:keepNext/><w:keepLines/><w:pageBreakBefore/><w:spacing w:before="400" w:after="0"/>'
        '<w:ind w:left="720" w:right="360" w:hanging="240"/><w:jc w:val="both"/>'
    )
    kept = only(read(docx(paragraph("x", "LABody", asked)), name="x"))
    assert (kept.align, kept.indent) == (Align.BOTH, Indent(720, 360, -240))
    assert (kept.keep_next, kept.keep_lines, kept.page_break_before) == (True, True, True)
    assert (kept.before, kept.after) == (400, 0)


def test_a_numbered_paragraph_hangs_as_its_list_says_unless_it_says_otherwise() -> None:
    own = paragraph("x", "LANumbered", '<w:ind w:left="100"/>')
    first, second = read(docx(paragraph("x", "LANumbered"), own), name="x").blocks
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert first.indent == Indent(567, 0, -567)
    assert second.indent == Indent(100, 0, -567)


def test_looks_links_and_control_tags_stay_with_their_words() -> None:
    control = (
        f'<w:sdt><w:sdtPr><w:tag w:val="cite:passport:2"/></w:sdtPr><w:sdtContent>{run("C-2")}</w:sdtContent></w:sdt>'
    )
    words = only(read(docx(paragraph(f"{run('see ')}{run('not', '<w:b/>')}{control}")), name="x"))
    assert words.pieces == (Run("see "), Run("not", Look(bold=True)), Run("C-2", tag="cite:passport:2"))


def test_runs_that_word_has_cut_apart_are_joined_again() -> None:
    assert only(read(docx(paragraph(f"{run('one ')}{run('sent')}{run('ence')}")), name="x")).pieces == (
        Run("one sentence"),
    )


def test_chinese_in_english_is_marked_and_a_chinese_paragraph_is_chinese_as_a_whole() -> None:
    mixed = only(read(docx(paragraph("Ms. Wang (王小明)")), name="x"))
    assert mixed.language == "en"
    assert [(p.text, p.language) for p in mixed.pieces if isinstance(p, Run)] == [
        ("Ms. Wang (", ""),
        ("王小明", "zh-Hans"),
        (")", ""),
    ]
    chinese = only(read(docx(paragraph("我的护照（passport）不见了。")), name="x"))
    assert (chinese.language, len(chinese.pieces)) == ("zh-Hans", 1)


def test_traditional_chinese_keeps_its_own_language() -> None:
    body = paragraph(run("我的護照", '<w:lang w:eastAsia="zh-TW"/>'))
    assert only(read(docx(body), name="x")).language == "zh-Hant"


def test_text_is_cut_where_the_script_changes() -> None:
    assert parts("他说“好”。OK") == [("他说“好”。", True), ("OK", False)]
    assert parts("it’s “fine”") == [("it’s “fine”", False)]
    assert parts("she chose “媺”; few") == [("she chose “", False), ("媺", True), ("”; few", False)]
    assert parts("named “王小媺”·“丽姐”") == [("named ", False), ("“王小媺”·“丽姐”", True)]
    assert parts("the passport of 王小媺·李 is here") == [
        ("the passport of ", False),
        ("王小媺·李", True),
        (" is here", False),
    ]
    assert parts("𠮷田 x") == [("𠮷田", True), (" x", False)]
    assert parts("") == []
    assert mostly_chinese("我的passport") is False
    assert mostly_chinese("12.") is False


def test_a_page_break_is_a_piece_of_its_paragraph() -> None:
    body = paragraph(f'{run("a")}<w:r><w:br w:type="page"/></w:r>{run("b")}')
    assert only(read(docx(body), name="x")).pieces == (Run("a"), PageBreak(), Run("b"))
    assert 'class="la-body new-page"' in to_html(read(docx(body), name="x"))


def test_a_note_is_printed_where_it_is_called() -> None:
    word = read(docx(paragraph(f"{run('a')}{note_call(3)}"), notes={3: paragraph("why", "FootnoteText")}), name="x")
    assert only(word).pieces == (Run("a"), NoteMark(1))
    assert '<span class="footnote" data-number="1">' in to_html(word)


def test_merged_cells_become_spans_and_the_first_row_names_the_columns() -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tcPr>{properties}</w:tcPr>{paragraph(text)}"

    rows = [
        [cell("head", '<w:gridSpan w:val="2"/>')],
        [cell("tall", '<w:vMerge w:val="restart"/>'), cell("b")],
        [cell("", "<w:vMerge/>"), cell("c")],
    ]
    (grid,) = read(docx(table(rows)), name="x").blocks
    assert isinstance(grid, Table)
    assert grid.widths == (4000, 5000)
    assert [[(c.columns, c.rows) for c in row.cells] for row in grid.rows] == [[(2, 1)], [(1, 2), (1, 1)], [(1, 1)]]
    html = to_html(WordText((grid,)))
    assert '<th scope="col" colspan="2">' in html
    assert '<td rowspan="2">' in html


@pytest.mark.parametrize(
    ("number", "form", "expected"),
    [
        (4, "decimal", "4"),
        (4, "decimalZero", "04"),
        (27, "lowerLetter", "aa"),
        (2, "upperLetter", "B"),
        (1994, "upperRoman", "MCMXCIV"),
        (9, "lowerRoman", "ix"),
        (10, "chineseCounting", "十"),
        (12, "chineseCountingThousand", "十二"),
        (30, "japaneseCounting", "三十"),
        (41, "chineseCounting", "四十一"),
        (3, "none", ""),
    ],
)
def test_list_numbers_are_written_as_word_writes_them(number: int, form: str, expected: str) -> None:
    assert written(number, form) == expected


@pytest.mark.parametrize(
    ("number", "form"), [(100, "chineseCounting"), (1, "ordinalText"), (10**9, "upperRoman"), (-1, "lowerLetter")]
)
def test_a_number_we_cannot_write_is_refused(number: int, form: str) -> None:
    with pytest.raises(NotPrintedError):
        written(number, form)


def test_heading_levels_are_not_skipped() -> None:
    html = to_html(read(docx(paragraph("t", "LATitle"), paragraph("h", "LAHeading2")), name="x"))
    assert "<h1 " in html
    assert "<h2 " in html


def test_text_is_escaped() -> None:
    html = to_html(read(docx(paragraph("a &lt;b&gt; &amp; &quot;c&quot; {{ x }}")), name="x"))
    assert "a &lt;b&gt; &amp; &#34;c&#34; {{ x }}" in html


def test_white_space_and_soft_hyphens_do_not_count_in_a_comparison() -> None:
    assert squeeze("a b\u00a0c\nd\u00ade\u2011f") == "abcde-f"


def test_a_piece_of_everything_meets_pdf_ua() -> None:
    rows = [[paragraph("Paper"), paragraph("Pages")], [paragraph("护照"), paragraph(f"{run('2')}{note_call(4)}")]]
    body = [
        paragraph("A title", "LATitle"),
        paragraph(f"{run('One')}{note_call(3)}{run(' 王小明')}", "LANumbered"),
        paragraph("a", "LALettered"),
        table(rows),
        paragraph("", ""),
        paragraph("Sign here", "LASignature"),
    ]
    notes = {3: paragraph("why 为什么", "FootnoteText"), 4: paragraph("a copy", "FootnoteText")}
    pdf = printed(read(docx(*body, notes=notes), name="x"))
    report = page_validation.validate_pdf_bytes(pdf, profile="ua1")
    assert [failure.rule_id for failure in report.failures] == []


def test_reading_takes_work_in_proportion_to_length() -> None:
    def calls(paragraphs: int) -> int:
        numbered = paragraph(f"{run('My boss said so. ')}{run('她说', '<w:b/>')}", "LANumbered")
        file = docx(*[numbered] * paragraphs)
        counted = 0

        def count(*_: object) -> None:
            nonlocal counted
            counted += 1

        sys.setprofile(count)
        try:
            to_html(read(file, name="x"))
        finally:
            sys.setprofile(None)
        return counted

    assert calls(800) < 8.5 * calls(100)


def test_a_chinese_line_may_end_beside_a_quotation_mark_and_an_english_one_only_at_a_space() -> None:
    """Else the engine keeps the mark with the words on both sides, and the line before ends far too early."""
    said = "按家里的算法是二十岁。“頫”字是爷爷挑的，他说“好”，我写“媺”。"
    html = to_html(read(docx(paragraph(said, "LAChinese")), name="x"))
    assert "二十岁。\u200b“頫”\u200b字" in html
    assert "他说\u200b“好”，" in html, "never before a comma"
    assert html.replace("\u200b", "").count(said) == 1
    mixed = to_html(read(docx(paragraph("She wrote “媺” and it’s hers.")), name="x"))
    assert "\u200b" not in mixed
