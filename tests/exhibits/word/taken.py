"""What people do in Word and what then has to stand on the pages."""

from exhibits.pictures import drawn, jpeg_with_a_place, saved
from exhibits.word.strangers import (
    STYLES,
    Stranger,
    by_python_docx,
    c,
    field_of,
    listed,
    made,
    mark,
    p,
    picture,
    r,
    row,
    shape,
    table,
)

from legalassist.exhibits.word import fields, house, looks, margins, pictures

PNG = saved(drawn((300, 150)), "PNG")
CROP = '<a:srcRect l="10000" t="0" r="20000" b="50000"/>'
TICK = '<w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/>{}</w:checkBox></w:ffData></w:fldChar>'
DROPDOWN = (
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Mandarin"/>'
    '<w:listEntry w:val="Cantonese"/></w:ddList></w:ffData></w:fldChar></w:r>'
    f"<w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r>{mark('end')}"
)


def tick(checked: str) -> str:
    return f"<w:r>{TICK.format(checked)}</w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>{mark('end')}"


def pages(kind: str) -> str:
    return p(
        r("Page ") + field_of("PAGE", r("1")) + r(" of ") + f'<w:fldSimple w:instr=" {kind} ">{r("3")}</w:fldSimple>'
    )


REFERENCES = '<w:headerReference w:type="{}" r:id="{}"/>'
HEADED = {
    "h1": ("header", p("Letterhead of the clinic") + pages("NUMPAGES")),
    "h2": ("header", p("Running head")),
    "h3": ("header", p("Head of even pages")),
    "f1": ("footer", p("Tax number 00-0000") + p(r("Room 4, p. ") + field_of("PAGE", r("1")))),
}
ALL_HEADS = REFERENCES.format("first", "h1") + REFERENCES.format("default", "h2") + REFERENCES.format("even", "h3")
CONTROL = (
    '<w:sdt><w:sdtPr><w:showingPlcHdr/><w:tag w:val="cite:notes:1"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
)
LISTED = (
    listed("bullet", 1),
    listed("one", 2),
    listed("inner", 2, 1),
    listed("two", 2),
    listed("roman", 4),
    listed("loose", 9),
)
FOOT = p("Said at the foot", '<w:pStyle w:val="FootnoteText"/>')
NOTES = {
    "footnotes": (
        "footnotes",
        f'<w:footnote w:id="-1" w:type="separator">{p("")}</w:footnote><w:footnote w:id="1">{FOOT}</w:footnote>',
    )
}
ENDS = {
    "endnotes": (
        "endnotes",
        f'<w:endnote w:id="2">{p("<w:r><w:endnoteRef/></w:r>" + r("Said at the end"))}</w:endnote>',
    )
}
DARK = '<w:shd w:val="clear" w:fill="1F3864"/>'
WHITE = '<w:color w:val="FFFFFF"/>'

TAKEN = (
    Stranger("another-program", by_python_docx, (f"{margins.ONCE} (2 times)", "data beside the text (custom XML)",
             "metadata: author, dates, programs"), adds=("•", "•", "1.", "2.")),
    Stranger("normal", lambda: made(p("To whom it may concern") + p("She rents a room.") + p("") + p("Yours, A. Landlord"))),
    Stranger("headings", lambda: made(p("Report", '<w:pStyle w:val="Heading1"/>') + p("By level", '<w:pStyle w:val="Reference"/>')
             + p("Nobody's style", '<w:pStyle w:val="Gone"/>')), shown=(("Report", "REPORT"), ("By level", "BY LEVEL"))),
    Stranger("no-styles", lambda: made(p("Plain words"), styles=None)),
    Stranger("lists", lambda: made("".join(LISTED)), adds=("•", "1.", "a)", "2.", "I.")),
    Stranger("looks", lambda: made(p(r("bold", "<w:b/>") + r(" red", '<w:color w:val="C00000"/>') + r(" raised", '<w:position w:val="6"/>')
             + r(" styled", '<w:rStyle w:val="Subtle"/>') + r(" caps", "<w:caps/>") + r(" dots", '<w:em w:val="dot"/>'))),
             shown=(("caps", "CAPS"),)),
    Stranger("highlight", lambda: made(p(r("marked", '<w:highlight w:val="yellow"/>') + r(" grey", '<w:shd w:fill="DDDDDD"/>'))),
             (f"{looks.MARKED} (2 times)",)),
    Stranger("white-on-dark", lambda: made(table(row(f"<w:tc><w:tcPr>{DARK}</w:tcPr>{p(r('Head', WHITE))}</w:tc>", c("x")))
             + p(r("Band", WHITE), DARK))),
    Stranger("merged-cells", lambda: made(table(row(c("wide", '<w:gridSpan w:val="2"/>')), row(c("left", "<w:vMerge/>"), c("right"))))),
    Stranger("ragged-table", lambda: made(table(row(c("only"), about='<w:trPr><w:gridBefore w:val="1"/></w:trPr>'),
             row(c("a"), c("b"), c("d")), row(c("short")), about='<w:tblpPr w:tblpX="1"/>',
             grid='<w:gridCol w:w="9000"/><w:gridCol w:w="9000"/>'))),
    Stranger("turned-words", lambda: made(table(row(c("up", '<w:textDirection w:val="btLr"/>'))))),
    Stranger("letterhead", lambda: made(p("The letter"), ALL_HEADS + '<w:footerReference r:id="f1"/><w:titlePg/>',
             {**HEADED, "settings": ("settings", "<w:evenAndOddHeaders/>")}),
             (f"{margins.ONCE} (4 times)", margins.NUMBERS, fields.COUNTED), unshown=("Page", "1", "of", "3")),
    Stranger("number-beside-a-page-number", lambda: made(p("x"), '<w:footerReference r:id="f1"/>', {"f1": ("footer",
             p(r("212-555-0142   ") + field_of("PAGE", r("1"))))}), (margins.ONCE, fields.COUNTED)),
    Stranger("dated-page-number", lambda: made(p("x"), '<w:footerReference r:id="f1"/>', {"f1": ("footer",
             p(field_of("DATE", r("03/05/2026 ")) + field_of("PAGE", r("1"))))}), (margins.ONCE, fields.COUNTED, fields.RESULT)),
    Stranger("heads-of-no-page", lambda: made(p("The letter"), ALL_HEADS, HEADED), (margins.ONCE, f"{margins.UNSEEN} (3 times)",
             ), unshown=("Letterhead", "of", "the", "clinic", "Head", "of", "even", "pages", "Tax", "number", "00-0000", "Room",
                         "4,", "p.", "1", "Page", "1", "of", "3")),
    Stranger("footnote", lambda: made(p(r("Called") + '<w:r><w:footnoteReference w:id="1"/></w:r>' + r(" here")), files=NOTES),
             adds=("1", "1")),
    Stranger("endnote", lambda: made(p(r("Called") + '<w:r><w:endnoteReference w:id="2"/></w:r>' + r(" here")), files=ENDS),
             (house.ENDNOTES,), adds=("1", "1")),
    Stranger("links", lambda: made(p(f'<w:hyperlink r:id="rOut">{r("the web")}</w:hyperlink>' + field_of('HYPERLINK "file:///x"',
             r(" a file"))), outside='<Relationship Id="rOut" Type="x/hyperlink" Target="http://a.test" TargetMode="External"/>'),
             ("link to the web",)),
    Stranger("table-of-contents", lambda: made(p(field_of("TOC", r("Findings"), "<w:r><w:tab/></w:r>", field_of("PAGEREF x", r("2"))))
             + p("Findings")), (f"{fields.COUNTED} (2 times)",)),
    Stranger("dates", lambda: made(p(r("On ") + field_of("DATE", r("3 May 2026")) + field_of("XE hidden-entry"))), (fields.RESULT,)),
    Stranger("condition", lambda: made(p(mark("begin") + "<w:r><w:instrText> IF </w:instrText></w:r>"
             + field_of("MERGEFIELD sex", r("inner ")) + mark("separate") + r("her wages") + mark("end"))),
             (f"{fields.RESULT} (2 times)",), unshown=("inner",)),
    Stranger("old-form", lambda: made(p(tick("<w:checked/>") + r("speaks ") + tick("") + r("reads ") + DROPDOWN)),
             adds=("[x]", "[ ]", "Cantonese")),
    Stranger("controls", lambda: made(CONTROL.format(p("Click here to enter a name")) + p(CONTROL.format(r("☒")) + r(" yes"))), (house.BOXES,), shown=(("☒", "[x]"),)),
    Stranger("symbols", lambda: made(p('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' + r(" paid")
             + '<w:r><w:ptab w:alignment="right"/></w:r>' + r("in full"))), adds=("✓",)),
    Stranger("chinese", lambda: made(p(r("房东证明", '<w:rFonts w:eastAsia="SimSun"/>'), '<w:ind w:firstLineChars="200" w:firstLine="9999"/>')
             + p("她从二〇二一年起租我的房间。"))),
    Stranger("picture", lambda: made(p(r("Signed ") + picture()), binaries={"rPic.png": PNG})),
    Stranger("cropped-picture", lambda: made(p(picture(crop=CROP)) + p("below"), binaries={"rPic.png": PNG})),
    Stranger("picture-behind", lambda: made(p(picture(anchor="behind")) + p("x"), binaries={"rPic.png": PNG}), (pictures.BESIDE,)),
    Stranger("picture-of-a-phone", lambda: made(p(picture()) + p("x"), binaries={"rPic.jpg": jpeg_with_a_place(6)}),
             ("EXIF data of the camera", "comment in the file", "place where the picture was taken (GPS)")),
    Stranger("old-picture", lambda: made(p('<w:r><w:pict><v:shape style="width:90pt;height:45pt"><v:imagedata r:id="rPic"/></v:shape>'
             "</w:pict></w:r>") + p("x"), binaries={"rPic.png": PNG})),
    Stranger("lines", lambda: made(p(shape(cy=0)) + p('<w:r><w:pict><v:rect o:hr="t"/></w:pict></w:r>') + p("x")),
             (f"{pictures.LINE} (2 times)",)),
    Stranger("sections", lambda: made(p("wide", '<w:sectPr><w:pgSz w:orient="landscape"/><w:cols w:num="2"/></w:sectPr>')
             + p('<w:r><w:br w:type="column"/></w:r>' + r("next")), '<w:lnNumType w:countBy="1"/>'), pages=2),
    Stranger("frames", lambda: made(p("framed", '<w:framePr w:w="2000"/><w:ind w:left="-2000" w:right="12000"/>') + p("x"))),
    Stranger("template-signs", lambda: made(p("{{ 7*7 }} &lt;b&gt;no tag&lt;/b&gt; [Ex. notes at 1] %1."))),
    Stranger("things-inside", lambda: made(p("x"), binaries={"embeddings/o.bin": b"x", "vbaProject.bin": b"x", "activeX/a.bin": b"x"}),
             ("file inside the Word file", "macro program", "control that runs a program")),
    Stranger("our-own-styles", lambda: made(p("Ours", '<w:pStyle w:val="LA"/>'), styles=STYLES
             + '<w:style w:type="paragraph" w:styleId="LA"><w:name w:val="LA Title"/></w:style>')),
)  # fmt: skip
