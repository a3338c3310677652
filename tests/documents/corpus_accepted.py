"""The part of the corpus that is bound: edits an attorney makes that stay inside the house subset."""

from documents.corpus import Accepted, accepted
from documents.docx_builder import SECTION, R, docx, field, note_call, paragraph, run, table

TRACK = 'w:id="9" w:author="A" w:date="2026-01-01T00:00:00Z"'
HARD_SPACE = "c\u00a0d"
RESTART = (
    '<w:num w:numId="7"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)
ROMAN = (
    '<w:num w:numId="8"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="4"/>'
    '<w:numFmt w:val="upperRoman"/><w:suff w:val="space"/><w:lvlText w:val="%1)"/></w:lvl></w:lvlOverride></w:num>'
)


def own_number(instance: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{instance}"/></w:numPr>'


@accepted
def numbers_continue_over_headings_and_letters_begin_anew() -> Accepted:
    body = [
        paragraph("one", "LANumbered"),
        paragraph("a", "LALettered"),
        paragraph("b", "LALettered"),
        paragraph("Heading", "LAHeading1"),
        paragraph("two", "LANumbered"),
        paragraph("a again", "LALettered"),
        paragraph("not numbered", "LANumbered", own_number(0)),
        paragraph("three", "LANumbered"),
    ]
    lines = ("1. one", "(a) a", "(b) b", "Heading", "2. two", "(a) a again", "not numbered", "3. three")
    return Accepted(docx(*body), lines)


@accepted
def a_restarted_list_begins_at_one_and_an_overridden_level_prints_its_own_numbers() -> Accepted:
    body = [
        paragraph("one", "LANumbered"),
        paragraph("two", "LANumbered"),
        paragraph("restarted", "LANumbered", own_number(7)),
        paragraph("goes on", "LANumbered", own_number(7)),
        paragraph("roman", "LANumbered", own_number(8)),
    ]
    file = docx(*body, edit={"word/numbering.xml": ("</w:numbering>", f"{RESTART}{ROMAN}</w:numbering>")})
    return Accepted(file, ("1. one", "2. two", "1. restarted", "2. goes on", "III) roman"))


@accepted
def an_empty_numbered_paragraph_prints_its_number_as_in_word() -> Accepted:
    return Accepted(docx(paragraph("", "LANumbered"), paragraph("two", "LANumbered")), ("1. ", "2. two"))


@accepted
def footnotes_are_numbered_as_they_are_called() -> Accepted:
    body = [
        paragraph(f"{run('A fact')}{note_call(5)}{run(' and another')}{note_call(3)}{run('.')}"),
        paragraph("Next paragraph."),
    ]
    notes = {3: paragraph(run("Second note"), "FootnoteText"), 5: paragraph(run("First note, 注释"), "FootnoteText")}
    lines = ("A fact1 and another2.", "1 First note, 注释", "2 Second note", "Next paragraph.")
    return Accepted(docx(*body, notes=notes), lines)


@accepted
def a_footnote_can_be_called_from_a_table() -> Accepted:
    rows = [[paragraph("Paper"), paragraph("Pages")], [paragraph(f"{run('Passport')}{note_call(4)}"), paragraph("2")]]
    file = docx(table(rows), paragraph("After."), notes={4: paragraph(run("A copy."), "LANote")})
    return Accepted(file, ("Paper", "Pages", "Passport1", "2", "1 A copy.", "After."))


@accepted
def field_results_are_printed_and_instructions_are_not() -> Accepted:
    simple = f'<w:fldSimple w:instr=" REF para3 \\r ">{run("3")}</w:fldSimple>'
    nested = field(f"IF </w:instrText></w:r>{field('REF x', '1')}<w:r><w:instrText>", "Exhibit C")
    body = paragraph(f"{run('See paragraph ')}{simple}{run(', signed ')}{field('DATE', 'May 2')}{run(', ')}{nested}")
    return Accepted(docx(body), ("See paragraph 3, signed May 2, Exhibit C",))


@accepted
def a_field_may_run_over_two_paragraphs_and_an_index_mark_prints_nothing() -> Accepted:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    quote = '<w:r><w:instrText> QUOTE "x" </w:instrText></w:r>'
    mark = f'{begin}<w:r><w:instrText> XE "hidden" </w:instrText></w:r>{end}'
    body = [paragraph(f"{run('A')}{mark}{begin}{quote}{separate}{run(' first')}"), paragraph(f"{run('second')}{end}")]
    return Accepted(docx(*body), ("A first", "second"))


@accepted
def content_controls_are_looked_through() -> Accepted:
    inside = run("Exhibit C-2")
    inline = f'<w:sdt><w:sdtPr><w:tag w:val="cite:x:2"/></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>'
    block = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('Inside a control')}</w:sdtContent></w:sdt>"
    return Accepted(
        docx(paragraph(f"{run('See ')}{inline}{run('.')}"), block), ("See Exhibit C-2.", "Inside a control")
    )


@accepted
def tables_keep_their_grid_and_merged_cells() -> Accepted:
    def cell(text: str, properties: str) -> str:
        return f"<w:tcPr>{properties}</w:tcPr>{paragraph(text)}"

    rows = [
        [cell("Wages", '<w:gridSpan w:val="2"/>'), paragraph("Source")],
        [cell("2024", '<w:vMerge w:val="restart"/>'), paragraph("May"), paragraph("Ledger")],
        [cell("", "<w:vMerge/>"), paragraph("June"), paragraph("账本")],
    ]
    file = docx(paragraph("Wages paid", "LACaption"), table(rows, widths=(2000, 2000, 5000)), paragraph("After."))
    return Accepted(file, ("Wages paid", "Wages", "Source", "2024", "May", "Ledger", "June", "账本", "After."))


@accepted
def a_table_over_several_pages_says_its_header_once() -> Accepted:
    rows = [[paragraph("Day"), paragraph("Hours")]]
    rows += [[paragraph(f"day {n}"), paragraph("from ten to eleven " * 8)] for n in range(40)]
    lines = tuple(line for n in range(40) for line in (f"day {n}", "from ten to eleven " * 8))
    return Accepted(docx(table(rows)), ("Day", "Hours", *lines))


@accepted
def tabs_breaks_and_hard_spaces_are_kept() -> Accepted:
    inside = (
        f"{run('a')}<w:r><w:tab/></w:r>{run('b')}<w:r><w:br/></w:r>{run(HARD_SPACE)}"
        f"<w:r><w:noBreakHyphen/></w:r>{run('e')}<w:r><w:softHyphen/></w:r>{run('f')}"
    )
    broken = f'{run("before")}<w:r><w:br w:type="page"/></w:r>{run("on the next page")}'
    only_break = '<w:r><w:br w:type="page"/></w:r>'
    body = [paragraph(inside), paragraph(broken, "LANumbered"), paragraph(only_break), paragraph("third page")]
    return Accepted(docx(*body), ("a\tb\nc\u00a0d\u2011ef", "1. beforeon the next page", "", "third page"))


@accepted
def chinese_stands_beside_english() -> Accepted:
    body = [
        paragraph("My name is Wang Xiaoming (王小明), born in 福建省."),
        paragraph("老板说：“不还钱就不能走。”他拿走了我的passport……", "LANumbered"),
        paragraph("——这是原文。", "LAChinese"),
    ]
    lines = (
        "My name is Wang Xiaoming (王小明), born in 福建省.",
        "1. 老板说：“不还钱就不能走。”他拿走了我的passport……",
        "——这是原文。",
    )
    return Accepted(docx(*body), lines)


@accepted
def every_look_of_the_subset() -> Accepted:
    words = [
        run("bold ", "<w:b/>"),
        run("italic ", "<w:i/>"),
        run("underline ", '<w:u w:val="single"/>'),
        run("Small Caps ", "<w:smallCaps/>"),
        run("x"),
        run("2", '<w:vertAlign w:val="superscript"/>'),
        run("0", '<w:vertAlign w:val="subscript"/>'),
        run(" strong", '<w:rStyle w:val="Strong"/>'),
        run(" not bold", '<w:rStyle w:val="Strong"/><w:b w:val="0"/>'),
    ]
    return Accepted(docx(paragraph("".join(words))), ("bold italic underline SMALL CAPS x20 strong not bold",))


@accepted
def every_style_of_the_subset() -> Accepted:
    styles = ("Title", "Heading1", "Heading2", "Heading3", "Body", "Quote", "Caption", "Signature", "Chinese", "Note")
    return Accepted(
        docx(*(paragraph(f"in {style}", f"LA{style}") for style in styles)), tuple(f"in {s}" for s in styles)
    )


@accepted
def links_to_pages_and_mail_are_printed() -> Accepted:
    related = (
        f'<Relationship Id="rIdA" Type="{R}/hyperlink" Target="https://www.uscis.gov/i-914" TargetMode="External"/>'
        f'<Relationship Id="rIdB" Type="{R}/hyperlink" Target="mailto:clinic@example.org" TargetMode="External"/>'
    )
    linked = run("the form", '<w:rStyle w:val="Hyperlink"/>')
    body = paragraph(
        f'{run("See ")}<w:hyperlink r:id="rIdA">{linked}</w:hyperlink>{run(" or ")}'
        f'<w:hyperlink r:id="rIdB">{run("write")}</w:hyperlink>{run(", ")}<w:hyperlink w:anchor="x">{run("above")}'
        f"</w:hyperlink>{run(', ')}{field('HYPERLINK &quot;https://example.org&quot;', 'here')}"
    )
    return Accepted(docx(body, related=related), ("See the form or write, above, here",))


@accepted
def accepted_changes_read_as_word_would_show_them() -> Accepted:
    def deleted(text: str) -> str:
        return f"<w:del {TRACK}><w:r><w:delText>{text}</w:delText></w:r></w:del>"

    def inserted(text: str) -> str:
        return f"<w:ins {TRACK}>{run(text)}</w:ins>"

    gone = f"<w:rPr><w:del {TRACK}/></w:rPr>"
    moved = f"<w:moveFrom {TRACK}>{run('moved')}</w:moveFrom>", f"<w:moveTo {TRACK}>{run('moved')}</w:moveTo>"
    rows = [[paragraph("Kept"), paragraph("row")], [paragraph("Deleted"), paragraph("row")]]
    trimmed = table(rows).replace("<w:tr><w:tc>", f"<w:tr><w:trPr><w:del {TRACK}/></w:trPr><w:tc>")
    body = [
        paragraph(f"{run('I ')}{deleted('was')}{inserted('am')}{run(' here.')}", "LANumbered"),
        paragraph(deleted("a whole paragraph"), "LANumbered", gone),
        paragraph(run("joined "), "LABody", gone),
        paragraph(run("with this one."), "LANumbered"),
        paragraph(f"{moved[0]}{run('stays ')}{moved[1]}", "LABody", f"<w:pPrChange {TRACK}><w:pPr/></w:pPrChange>"),
        trimmed,
        paragraph("The end."),
    ]
    lines = ("1. I am here.", "2. joined with this one.", "stays moved", "Kept", "row", "The end.")
    return Accepted(docx(*body), lines, accept_changes=True)


@accepted
def dropped_comments_are_not_printed() -> Accepted:
    commented = (
        f'<w:commentRangeStart w:id="1"/>{run("My words.")}<w:commentRangeEnd w:id="1"/>'
        '<w:r><w:commentReference w:id="1"/></w:r>'
    )
    return Accepted(docx(paragraph(commented)), ("My words.",), drop_comments=True)


@accepted
def a_plain_section_break_begins_a_page() -> Accepted:
    body = [paragraph("first", "LABody", SECTION), paragraph("second")]
    return Accepted(docx(*body), ("first", "second"))


@accepted
def layout_of_paragraphs_is_kept() -> Accepted:
    body = [
        paragraph("right", "LABody", '<w:jc w:val="right"/>'),
        paragraph("indented", "LABody", '<w:ind w:left="720" w:right="360" w:firstLine="240"/>'),
        paragraph("kept", "LABody", "<w:keepNext/><w:keepLines/>"),
        paragraph("both", "LABody", '<w:jc w:val="both"/><w:spacing w:before="400" w:after="0"/>'),
        paragraph("new page", "LABody", "<w:pageBreakBefore/>"),
    ]
    return Accepted(docx(*body), ("right", "indented", "kept", "both", "new page"))


@accepted
def empty_paragraphs_of_any_style_are_space() -> Accepted:
    return Accepted(
        docx(paragraph("one"), paragraph("", ""), paragraph("", "Normal"), paragraph("two")), ("one", "", "", "two")
    )
