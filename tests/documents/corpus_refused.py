"""The part of the corpus that is refused: each file says something the PDF could not say as it stands."""

from documents.corpus import SAID, Refused, refused
from documents.docx_builder import NAMESPACES, OFFICE, R, docx, field, paragraph, run, table

TRACK = 'w:id="9" w:author="A" w:date="2026-01-01T00:00:00Z"'
DRAWING = "<w:drawing><wp:inline><a:graphic><a:graphicData>{}</a:graphicData></a:graphic></wp:inline></w:drawing>"


def second(inside: str, problem: str, **more: str) -> Refused:
    """Return a file whose second paragraph is at fault."""
    return Refused(docx(paragraph(SAID), paragraph(inside), **more), (f"paragraph 2 {problem}",))  # type: ignore[arg-type]


@refused
def tracked_insertion() -> Refused:
    return second(f"<w:ins {TRACK}>{run(SAID)}</w:ins>", "has a tracked change")


@refused
def tracked_deletion() -> Refused:
    return second(f"{run('x')}<w:del {TRACK}><w:r><w:delText>{SAID}</w:delText></w:r></w:del>", "has a tracked change")


@refused
def tracked_formatting() -> Refused:
    return second(run(SAID, f"<w:b/><w:rPrChange {TRACK}><w:rPr/></w:rPrChange>"), "has a tracked change")


@refused
def tracked_paragraph_end() -> Refused:
    deleted = paragraph(SAID, "LABody", f"<w:rPr><w:del {TRACK}/></w:rPr>")
    return Refused(docx(deleted, paragraph("x")), ("paragraph 1 has a tracked change",))


@refused
def comment() -> Refused:
    part = f'<w:comments {NAMESPACES}><w:comment w:id="1">{paragraph(SAID)}</w:comment></w:comments>'
    file = docx(
        paragraph(f'{run(SAID)}<w:r><w:commentReference w:id="1"/></w:r>'),
        parts={"word/comments.xml": part},
        related=f'<Relationship Id="rIdC" Type="{R}/comments" Target="comments.xml"/>',
        types=f'<Override PartName="/word/comments.xml" ContentType="{OFFICE}.comments+xml"/>',
    )
    return Refused(file, ("the document has a comment", "paragraph 1 has a comment"))


@refused
def hidden_text() -> Refused:
    return second(run(SAID, "<w:vanish/>"), "has hidden text")


@refused
def hidden_text_by_a_character_style() -> Refused:
    style = (
        '<w:style w:type="character" w:styleId="Ghost"><w:name w:val="Strong"/><w:rPr><w:vanish/></w:rPr></w:style>'
        "</w:styles>"
    )
    file = docx(paragraph(run(SAID, '<w:rStyle w:val="Ghost"/>')), edit={"word/styles.xml": ("</w:styles>", style)})
    return Refused(file, ("paragraph 1 has hidden text",))


@refused
def hidden_text_by_the_paragraph_style() -> Refused:
    edit = {"word/styles.xml": ('<w:name w:val="LA Quote"/>', '<w:name w:val="LA Quote"/><w:rPr><w:vanish/></w:rPr>')}
    return Refused(docx(paragraph("x"), paragraph(SAID, "LAQuote"), edit=edit), ("paragraph 2 has hidden text",))


@refused
def hidden_text_by_white_letters() -> Refused:
    return second(run(SAID, '<w:color w:val="FFFFFF"/>'), "has text that hardly shows")


@refused
def hidden_text_by_one_point_letters() -> Refused:
    return second(run(SAID, '<w:sz w:val="2"/>'), "has text that hardly shows")


@refused
def hidden_paragraph_end() -> Refused:
    return Refused(
        docx(paragraph(SAID, "LABody", "<w:rPr><w:vanish/></w:rPr>")),
        ("paragraph 1 has hidden text",),
    )


@refused
def blacked_out_text() -> Refused:
    return second(run(SAID, '<w:highlight w:val="black"/>'), "has highlighted text")


@refused
def shaded_text() -> Refused:
    return second(run(SAID, '<w:shd w:val="clear" w:fill="000000"/>'), "has highlighted text")


@refused
def struck_through_text() -> Refused:
    return second(run(SAID, "<w:strike/>"), "has text struck through")


@refused
def formatted_capitals() -> Refused:
    return second(run(SAID, "<w:caps/>"), "has capitals made by formatting")


@refused
def text_box() -> Refused:
    box = f"<wps:wsp><wps:txbx><w:txbxContent>{paragraph(SAID)}</w:txbxContent></wps:txbx></wps:wsp>"
    both = f"<mc:Choice>{DRAWING.format(box)}</mc:Choice><mc:Fallback><w:pict/></mc:Fallback>"
    return second(f"<w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r>", "has a text box")


@refused
def picture() -> Refused:
    return second(f"<w:r>{DRAWING.format('<a:blip/>')}</w:r>", "has a picture")


@refused
def drawn_shape() -> Refused:
    return second("<w:r><w:pict><v:rect/></w:pict></w:r>", "has a shape")


@refused
def embedded_object() -> Refused:
    return second("<w:r><w:object/></w:r>", "has an embedded object")


@refused
def pasted_list() -> Refused:
    lists = (
        '<w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\u2022"/>'
        '</w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="5"/></w:num></w:numbering>'
    )
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr>'
    file = docx(paragraph(SAID, "LABody", numbered), edit={"word/numbering.xml": ("</w:numbering>", lists)})
    return Refused(file, ("paragraph 1 belongs to a list that is not linked to a house style",))


@refused
def list_format_we_do_not_print() -> Refused:
    edit = {"word/numbering.xml": ('<w:numFmt w:val="decimal"/>', '<w:numFmt w:val="ordinalText"/>')}
    return Refused(docx(paragraph(SAID, "LANumbered"), edit=edit), ("paragraph 1 has a number format",))


@refused
def list_that_begins_at_a_billion() -> Refused:
    start = '<w:start w:val="999999999"/><w:numFmt w:val="lowerRoman"/>'
    edit = {"word/numbering.xml": ('<w:start w:val="1"/><w:numFmt w:val="decimal"/>', start)}
    return Refused(docx(paragraph(SAID, "LANumbered"), edit=edit), ("paragraph 1 has a number that no letter reaches",))


@refused
def text_pushed_off_the_page() -> Refused:
    pushed = paragraph(SAID, "LABody", '<w:ind w:left="20000"/>')
    return Refused(docx(pushed), ("paragraph 1 is indented beyond the page",))


@refused
def text_pulled_off_the_page() -> Refused:
    pulled = paragraph(SAID, "LABody", '<w:ind w:left="-3000"/>')
    return Refused(docx(pulled), ("paragraph 1 is indented beyond the page",))


@refused
def unknown_style() -> Refused:
    return Refused(docx(paragraph(SAID, "ListParagraph")), ("paragraph 1 is in a style that is not one of the house",))


@refused
def normal_style_with_text() -> Refused:
    return Refused(docx(paragraph(SAID, "")), ("paragraph 1 is in a style that is not one of the house styles",))


@refused
def unknown_character_style() -> Refused:
    return second(run(SAID, '<w:rStyle w:val="WebPaste"/>'), "has text in a style of its own")


@refused
def symbol() -> Refused:
    return second('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "has a character from a symbol font")


@refused
def symbol_font() -> Refused:
    return second(run("J", '<w:rFonts w:ascii="Wingdings"/>'), "has characters from a symbol font")


@refused
def letters_that_print_differently_everywhere() -> Refused:
    return second(run(f"{SAID}\u202e"), "has characters that do not print")


@refused
def ruby() -> Refused:
    ruby = f"<w:ruby><w:rt>{run('wang')}</w:rt><w:rubyBase>{run('王')}</w:rubyBase></w:ruby>"
    return second(f"<w:r>{ruby}</w:r>", "has small letters above the characters")


@refused
def equation() -> Refused:
    return second(f"<m:oMath><m:r><m:t>{SAID}</m:t></m:r></m:oMath>", "has an equation")


@refused
def endnote() -> Refused:
    return second('<w:r><w:endnoteReference w:id="2"/></w:r>', "has an endnote")


@refused
def right_to_left() -> Refused:
    return Refused(docx(paragraph(SAID, "LABody", "<w:bidi/>")), ("paragraph 1 does not run from left to right",))


@refused
def frame() -> Refused:
    return Refused(docx(paragraph(SAID, "LABody", '<w:framePr w:w="100"/>')), ("paragraph 1 stands in a frame",))


@refused
def page_number_field() -> Refused:
    return second(f"{run('Page ')}{field('PAGE', '7')}", "has page numbers that Word counted")


@refused
def table_of_contents() -> Refused:
    return second(field("TOC \\o", SAID), "has page numbers that Word counted")


@refused
def field_from_another_file() -> Refused:
    return second(field("INCLUDETEXT &quot;C:\\\\secret.docx&quot;", SAID), "takes in another file")


@refused
def field_without_a_result() -> Refused:
    begin, end = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    return second(f"{begin}<w:r><w:instrText> EQ 1 </w:instrText></w:r>{end}", "has a field without a stored result")


@refused
def field_without_an_end() -> Refused:
    return second('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "stands in a field without an end")


@refused
def unfilled_content_control() -> Refused:
    properties = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
    control = f"<w:sdt>{properties}<w:sdtContent>{run('Click here')}</w:sdtContent></w:sdt>"
    return second(control, "has a content control that nobody has filled")


@refused
def link_to_a_file() -> Refused:
    related = f'<Relationship Id="rIdX" Type="{R}/hyperlink" Target="file:///C:/secret" TargetMode="External"/>'
    return second(f'<w:hyperlink r:id="rIdX">{run(SAID)}</w:hyperlink>', "has a link to something", related=related)


@refused
def columns() -> Refused:
    section = '<w:sectPr><w:cols w:num="2"/></w:sectPr>'
    return Refused(docx(paragraph(SAID), section=section), ("the document has a section in columns",))


@refused
def landscape() -> Refused:
    section = '<w:sectPr><w:pgSz w:w="15840" w:h="12240" w:orient="landscape"/></w:sectPr>'
    return Refused(docx(paragraph(SAID), section=section), ("the document has a section in landscape",))


@refused
def header_with_text() -> Refused:
    file = docx(
        paragraph("x"),
        section='<w:sectPr><w:headerReference w:type="default" r:id="rIdH"/></w:sectPr>',
        parts={"word/header1.xml": f"<w:hdr {NAMESPACES}>{paragraph(SAID)}</w:hdr>"},
        related=f'<Relationship Id="rIdH" Type="{R}/header" Target="header1.xml"/>',
    )
    return Refused(file, ("the document has a header with something in it",))


@refused
def imported_file() -> Refused:
    related = f'<Relationship Id="rIdK" Type="{R}/aFChunk" Target="afchunk.htm"/>'
    file = docx(paragraph("x"), '<w:altChunk r:id="rIdK"/>', related=related, parts={"word/afchunk.htm": SAID})
    return Refused(file, ("the document carries another file", "paragraph 2 takes in another file"))


@refused
def template_from_outside() -> Refused:
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{R}/attachedTemplate" Target="http://x.example/t.dotm" TargetMode="External"/>'
        "</Relationships>"
    )
    file = docx(paragraph(SAID), parts={"word/_rels/settings.xml.rels": rels})
    return Refused(file, ("the document is tied to a template outside of it",))


@refused
def picture_from_outside() -> Refused:
    related = f'<Relationship Id="rIdP" Type="{R}/image" Target="http://x.example/t.png" TargetMode="External"/>'
    return Refused(docx(paragraph(SAID), related=related), ("the document takes something in from outside",))


@refused
def macros() -> Refused:
    return Refused(docx(paragraph(SAID), parts={"word/vbaProject.bin": "x"}), ("the document carries macros",))


@refused
def table_in_a_table() -> Refused:
    inner = table([[paragraph("x"), paragraph("y")]])
    rows = [[f"{inner}{paragraph(SAID)}", paragraph("z")], [paragraph("1"), paragraph("2")]]
    return Refused(docx(table(rows)), ("paragraph 1 is in a table inside a table",))


@refused
def hidden_text_by_a_table_style() -> Refused:
    style = (
        '<w:style w:type="table" w:styleId="Ghost"><w:name w:val="Ghost"/><w:tblStylePr w:type="firstRow"><w:rPr>'
        "<w:vanish/></w:rPr></w:tblStylePr></w:style></w:styles>"
    )
    ghost = table([[paragraph(SAID), paragraph("x")], [paragraph("1"), paragraph("2")]])
    ghost = ghost.replace("<w:tblPr/>", '<w:tblPr><w:tblStyle w:val="Ghost"/></w:tblPr>')
    return Refused(docx(ghost, edit={"word/styles.xml": ("</w:styles>", style)}), ("paragraph 1 has hidden text",))


@refused
def footnotes_numbered_in_another_way() -> Refused:
    numbers = '<w:footnotePr><w:numFmt w:val="chicago"/></w:footnotePr><w:compat>'
    file = docx(paragraph(SAID), edit={"word/settings.xml": ("<w:compat>", numbers)})
    return Refused(file, ("the document numbers its footnotes in a way of its own",))


@refused
def ragged_table() -> Refused:
    return Refused(
        docx(table([[paragraph(SAID)], [paragraph("1"), paragraph("2")]])), ("paragraph 3 is in a table whose",)
    )


@refused
def something_unheard_of() -> Refused:
    return second(f"<w:r><w:hologram>{SAID}</w:hologram></w:r>", "has something that is not printed here (hologram)")


@refused
def text_where_word_has_none() -> Refused:
    return second(f"<w:r><w:rPr><w:b/><w:t>{SAID}</w:t></w:rPr><w:t>x</w:t></w:r>", "has text in a place where")


@refused
def text_beside_the_paragraphs() -> Refused:
    section = f"<w:sectPr>{paragraph(SAID)}</w:sectPr>"
    return Refused(docx(paragraph("x"), section=section), ("paragraph 1 has text in a place where Word has none",))


@refused
def everything_at_once() -> Refused:
    body = [
        paragraph(run(SAID, "<w:vanish/>")),
        paragraph(f"<w:ins {TRACK}>{run('x')}</w:ins>"),
        paragraph("x", "Other"),
    ]
    problems = ("paragraph 1 has hidden text", "paragraph 2 has a tracked change", "paragraph 3 is in a style")
    return Refused(docx(*body), problems)
