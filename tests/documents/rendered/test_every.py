"""Each check of the finished page finds its planted fault, and none of them the page without it."""

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from markupsafe import Markup
from one_library import LIBRARY

from legalassist.documents import page as pages
from legalassist.documents.fonts import Fonts
from legalassist.documents.page import DRAFT, INVENTED, environment, page
from legalassist.documents.pdf import write_pdf
from legalassist.documents.pdf_file import open_pdf
from legalassist.documents.rendered.every import OF_ANY_PAGE, OF_OUR_WORDS, look_at, seen
from legalassist.documents.rendered.found import Weight
from legalassist.documents.tags.tagged import read_tagged
from legalassist.library import fonts as fonts_folder

OURS = Fonts.read(fonts_folder())
TEMPLATES = environment(LIBRARY)
SAID = "我于2026年11月22日上午10:30给917-555-0142打了电话，说了“您好”（走了——）。"
GOOD = f"<h1>电话</h1><p>{SAID * 6}</p><p lang='en'>She said “hello” (once), in 2026.</p>"
BOX = "<div style='height:30pt;overflow:hidden'>{}</div>"


def drawn(body: str, css: str = "", language: str = "zh_Hans") -> bytes:
    sheets = ["p {max-width:33em}", css]
    html = page(TEMPLATES, Markup(body), title="t", language=language, css=sheets, bands=[INVENTED, DRAFT])  # noqa: S704
    return write_pdf(html, fonts=OURS, identifier=b"x")


def rules(pdf: bytes, *languages: str) -> set[str]:
    return {found.rule for found in seen(pdf, languages)}


def edited(edit: Callable[[pikepdf.Pdf], None], body: str = GOOD) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(drawn(body))) as pdf:
        edit(pdf)
        pdf.save(out)
    return out.getvalue()


def content_edited(old: bytes, new: bytes) -> Callable[[pikepdf.Pdf], None]:
    def edit(pdf: pikepdf.Pdf) -> None:
        first = pdf.pages[0]
        first.contents_coalesce()
        stream = first.Contents.read_bytes()
        assert old in stream
        first.Contents.write(stream.replace(old, new, 1))

    return edit


def every_font(change: Callable[[pikepdf.Object], None]) -> Callable[[pikepdf.Pdf], None]:
    def edit(pdf: pikepdf.Pdf) -> None:
        for font in pdf.pages[0].Resources.Font.values():
            change(font)

    return edit


def with_name(name: str) -> Callable[[pikepdf.Object], None]:
    return lambda font: font.__setitem__("/BaseFont", pikepdf.Name(name))


def not_embedded(font: pikepdf.Object) -> None:
    del font.DescendantFonts[0].FontDescriptor["/FontFile2"]


def narrowed(font: pikepdf.Object) -> None:
    font.DescendantFonts[0]["/W"] = pikepdf.Array([0, 60_000, 600])


def lines_swapped(pdf: pikepdf.Pdf) -> None:
    """Let the tags read a paragraph from its end to its beginning."""
    for each in pdf.objects:
        if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/P" and len(each.K) > 5:
            each["/K"] = pikepdf.Array(list(each.K)[::-1])


def test_a_good_page_has_no_fault_in_either_script_and_in_english() -> None:
    assert seen(drawn(GOOD), ["zh_Hans", "en"]) == []
    other = GOOD.replace("电话", "電話").replace("给", "給").replace("说", "說").replace("“您好”", "「您好」")
    assert seen(drawn(other, language="zh_Hant"), ["zh_Hant", "en"]) == []
    assert seen(drawn("<p>" + "她走了以后，又回来了。" * 9 + "</p>", "p {max-width:35em}")) == []
    assert seen(drawn("<h1>A letter</h1><p>Call 917-555-0142 about Form I-914.</p>", language="en"), ["en"]) == []


PLANTED = [
    ("broken", "<p style='width:{}pt'>" + "请在2026年11月22日以前来" * 9 + "</p>", ".keep {white-space:normal}"),
    ("broken", "<p style='width:{}pt'>" + "她有A-Number吗？" * 9 + "</p>", ".keep {white-space:normal}"),
    ("broken", "<p style='width:{}pt'>" + "有Order of Protection吗？" * 9 + "</p>", ".keep {white-space:normal}"),
    ("broken", "<p style='width:{}pt'>" + "下午5:00来，" * 12 + "</p>", ".keep {white-space:normal}"),
    ("line-start", "<p style='width:{}pt'>" + "她走了——后来又回来了" * 9 + "</p>", ".keep {white-space:normal}"),
]


@pytest.mark.parametrize(("rule", "body", "css"), PLANTED)
def test_what_is_not_kept_together_is_found_and_what_is_kept_is_not(rule: str, body: str, css: str) -> None:
    every = "<h1>题</h1>" + "".join(body.format(width) for width in range(110, 300, 13))
    assert rules(drawn(every, css)) == {rule}
    assert rules(drawn(every)) == set()


@pytest.mark.parametrize(
    ("rule", "body", "css"),
    [
        ("line-start", "<p>她走了<br>，没有回来</p>", ""),
        ("line-end", "<p>她说：“<br>走吧”</p>", ""),
        ("grey", "<p>她走了</p>", "p {color:#8a8a8a}"),
        ("long-line", "<p>" + "她走了以后，又回来了。" * 9 + "</p>", "p {max-width:36em}"),
        ("long-line", "<p>" + "她走了以后，又回来了。" * 9 + "</p>", "p {font-size:8pt;max-width:none}"),
        ("long-line", "<p>She said:<br>" + "她走了以后，又回来了。" * 9 + "</p>", "p {max-width:none}"),
        ("line-height", "<p>" + SAID * 3 + "</p>", "p:lang(zh) {line-height:0.95}"),
        ("width", "<p>请拨打９１１</p>", ""),
        ("page-edge", "<p style='white-space:nowrap'>" + "字" * 60 + "</p>", ""),
        ("clipped", BOX.format("<p style='font-size:30pt'>她走了</p>"), ""),
        ("clipped", "<p style='width:90pt;overflow:hidden;white-space:nowrap'>她走了以后再也没有回来过</p>", ""),
        ("overlap", "<div style='height:15pt'><p>" + SAID * 5 + "</p></div><p>后来她回来了</p>", ""),
        ("overlap", "<p>她走了</p><p style='margin-top:-22pt'>后来她又回来了</p>", ""),
        ("quote-width", "<p>她说“走吧”</p>", "p:lang(zh) {font-feature-settings:'pwid'}"),
        ("half-width", "<p>您好,请坐</p>", ""),
        ("half-width", "<p>护照(原件)</p>", ""),
        ("space", "<p>请坐 请喝水</p>", ""),
        ("straight-quote", '<p>她说"走吧"</p>', ""),
        ("script", "<p>保护令與權利</p>", ""),
        ("script", "<p>她说「走吧」</p>", ""),
    ],
)  # fmt: skip
def test_each_planted_fault_is_found_and_no_other(rule: str, body: str, css: str) -> None:
    found = rules(drawn(f"<h1>题</h1>{body}", css), "zh_Hans")
    assert rule in found
    assert found <= {rule, "line-height", "overlap", "clipped"}


@pytest.mark.parametrize(
    ("rule", "body"),
    [("script", "<p>请坐，權利</p>"), ("script", "<p>她的身体不好</p>"), ("script", "<p>她說“走吧”</p>")],
)
def test_traditional_text_is_held_to_its_own_script(rule: str, body: str) -> None:
    assert rules(drawn(f"<h1>題</h1>{body}", language="zh_Hant"), "zh_Hant") == {rule}
    assert rules(drawn("<h1>題</h1><p>她說「走吧」，“Go.”是英文。</p>", language="zh_Hant"), "zh_Hant") == set()


def test_each_script_has_its_own_face() -> None:
    plain, wrong = "<h1>題</h1><p>直接說明命令</p>", ":lang(zh-Hant) {font-family:'LA Sans'}"
    assert rules(drawn(plain, wrong, "zh_Hant"), "zh_Hant") == {"script-face"}
    assert rules(drawn(plain, language="zh_Hant"), "zh_Hant") == set()
    other = "<h1>题</h1><p>直接说明命令</p>"
    assert rules(drawn(other, "p {font-family:'LA Sans TC'}"), "zh_Hans") == {"script-face"}
    assert rules(drawn(other), "zh_Hans") == set()


@pytest.mark.parametrize(
    ("rule", "edit"),
    [
        ("face", every_font(with_name("/ABCDEF+Noto-Sans-CJK-JP"))),
        ("embedded", every_font(with_name("/LA-Sans"))),
        ("embedded", every_font(not_embedded)),
        ("width", every_font(narrowed)),
        ("glyph", every_font(lambda font: font.__delitem__("/ToUnicode"))),
        ("order", lines_swapped),
        ("slant", content_edited(b"1 0 0 -1 96 ", b"1 0 0.2 -1 96 ")),
    ],
)
def test_what_our_own_printing_refuses_is_found_in_a_file_that_has_it(
    rule: str, edit: Callable[[pikepdf.Pdf], None]
) -> None:
    assert rule in rules(edited(edit))


def test_a_glyph_that_is_no_character_is_found() -> None:
    pdf = drawn("<p>她走了</p>")
    with pikepdf.open(BytesIO(pdf)) as opened:
        stream = opened.pages[0].Contents.read_bytes()
    code = stream.split(b"[<")[-1].split(b">")[0]
    assert rules(edited(content_edited(b"<" + code + b">", b"<0000>"), "<p>她走了</p>")) == {"glyph"}


def test_a_name_in_chinese_stands_on_one_line_where_it_is_told() -> None:
    every = "<h1>题</h1>" + "".join(f"<p style='width:{w}pt'>{'我叫王小媺，' * 9}</p>" for w in range(110, 300, 13))
    pdf = drawn(every)
    with open_pdf(pdf, "x") as opened:
        found = look_at(opened, read_tagged(opened), names=["王小媺", "王"])
        assert {(one.rule, one.weight) for one in found} == {("broken-name", Weight.LOOK)}
        assert look_at(opened, read_tagged(opened), [], names=["王小媺"]) == []


def test_columns_and_turned_text_are_read_as_they_stand() -> None:
    css = ".two {display:table;width:100%} .two p {display:table-cell;width:50%}"
    body = f"<h1>题</h1><div class='two'><p>{SAID * 5}</p><p lang='en'>{'word ' * 80}</p></div>"
    turned = "<div style='transform:rotate(90deg);width:90pt;margin-left:2in'><p>917-555-0142</p></div>"
    assert rules(drawn(body + turned, css), "zh_Hans") == set()


def test_a_message_repeats_no_word_of_the_page() -> None:
    found = seen(drawn("<h1>题</h1><p>她走了<br>，王小媺没有回来</p>"))
    assert [str(one) for one in found] == ["page 1: a line begins with U+FF0C (line-start)"]


def test_every_check_has_its_planted_fault() -> None:
    """The rules named above are all there are: a new check needs a fault of its own."""
    assert len(OF_ANY_PAGE) + len(OF_OUR_WORDS) == 16
    assert pages.DRAFT == DRAFT
