"""Every print piece, in English and in Chinese: accessible, whole, inside its margins, in good Chinese lines."""

import re
import subprocess
from collections.abc import Iterator
from functools import cache
from html import unescape
from io import BytesIO
from typing import Any

import page as page_validation
import pikepdf
import pytest
from documents.print_pieces import LANGUAGES, RARE_NAME, pieces
from lxml import html as lxml_html
from markupsafe import Markup
from one_library import LIBRARY

from legalassist.documents.fonts import Fonts
from legalassist.documents.page import DRAFT, INVENTED, PIECE_LINK, environment, fill, page, piece
from legalassist.documents.pdf import write_pdf
from legalassist.documents.tags.tagged import audit
from legalassist.errors import ContentError
from legalassist.library import fonts as fonts_folder
from legalassist.packets.contexts import PRINT_WORDS

OURS = Fonts.read(fonts_folder())
TEMPLATES = environment(LIBRARY)
NAMES = list(pieces("en"))
EVERY = pytest.mark.parametrize(("name", "language"), [(name, language) for name in NAMES for language in LANGUAGES])

MAY_NOT_START = "。，、；：？！”’）〉》】·\u3015"
MAY_NOT_END = "“‘（〈《【\u3014"
"""GB/T 15834-2011, 5.1.1-5.1.3; W3C CLREQ, "basic"."""

STRIP_MM = 12
"""The lowest part of a page, which is the binder's."""


@cache
def printed(name: str, language: str) -> bytes:
    html = piece(TEMPLATES, name, pieces(language)[name], title="A piece", language=language, bands=[INVENTED, DRAFT])
    return write_pdf(html, fonts=OURS, identifier=name.encode())


def run(*command: str, pdf: bytes) -> bytes:
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout


def lines(pdf: bytes) -> list[str]:
    return [line.strip() for line in run("pdftotext", "-raw", "-", "-", pdf=pdf).decode().splitlines() if line.strip()]


def badly_broken(texts: list[str]) -> list[str]:
    """Return the lines that begin or end with a sign that may not stand there."""
    return [text for text in texts if text[0] in MAY_NOT_START or text[-1] in MAY_NOT_END]


def outline_faults(body: str) -> list[str]:
    """Return what a screen reader would stumble over: headings out of order, tables without scope, caption, columns."""
    tree = lxml_html.fragment_fromstring(body, create_parent="main")
    found = []
    before = 0
    for heading in tree.iter("h1", "h2", "h3", "h4"):
        level = int(heading.tag[1])
        if level > before + 1:
            found.append(f"{heading.tag} after h{before}")
        before = level
    if len(tree.findall(".//h1")) != 1:
        found.append("not one h1")
    found += ["th without scope" for th in tree.iter("th") if th.get("scope") not in ("col", "row")]
    for table in tree.iter("table"):
        found += [f"table without {part}" for part in ("caption", "colgroup", "thead") if table.find(part) is None]
        found += ["row without a heading" for row in table.findall("tbody/tr") if row.find("th") is None]
    found += ["an element inside a link" for link in tree.iter("a") if len(link)]
    return found


def marked_rows(pdf: bytes) -> Iterator[tuple[int, list[bool], list[bool]]]:
    """Yield for each page its height in pixels, and which rows and which columns have ink, at 72 dots an inch."""
    data = run("pdftoppm", "-r", "72", "-gray", "-", pdf=pdf)
    while data:
        head, size, depth, data = data.split(b"\n", 3)
        assert (head, depth) == (b"P5", b"255")
        width, height = map(int, size.split())
        raster, data = data[: width * height], data[width * height :]
        rows = [min(raster[y * width : (y + 1) * width]) < 250 for y in range(height)]
        columns = [min(raster[x::width]) < 250 for x in range(width)]
        yield height, rows, columns


def told(value: object) -> Iterator[str]:
    """Yield every text in a context."""
    if isinstance(value, str):
        yield from value.splitlines()
    elif isinstance(value, dict):
        for one in value.values():
            yield from told(one)
    elif isinstance(value, list):
        for one in value:
            yield from told(one)
    elif hasattr(value, "__dict__"):
        yield from told(vars(value))


@EVERY
def test_a_piece_meets_pdf_ua_and_says_its_language(name: str, language: str) -> None:
    report = page_validation.validate_pdf_bytes(printed(name, language), profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert audit(printed(name, language)) == []
    with pikepdf.open(BytesIO(printed(name, language))) as opened:
        assert str(opened.Root.Lang) == {"en": "en", "zh_Hans": "zh-Hans"}[language]


@EVERY
def test_a_piece_holds_every_word_it_was_given(name: str, language: str) -> None:
    text = re.sub(r"\s", "", "".join(lines(printed(name, language))))
    # A page break puts the bands between two words.
    text = text.replace(re.sub(r"\s", "", INVENTED + DRAFT), "").replace("Attorneyworkproduct–donotfile", "")
    unprinted = {"anchor", "code", "fact", "level", "state"}  # told below, or by the look of a line
    context = pieces(language)[name]
    for words in set(told(context)) - {"", *told([_only(context, unprinted)])}:
        assert re.sub(r"\s", "", words).casefold() in text.casefold(), words


def _only(value: object, names: set[str]) -> list[str]:
    """Return the texts that stand under these names in a context."""
    if isinstance(value, list):
        return [text for one in value for text in _only(one, names)]
    if hasattr(value, "__dict__"):
        value = vars(value)
    if not isinstance(value, dict):
        return []
    return [text for key, one in value.items() for text in (list(told(one)) if key in names else _only(one, names))]


@EVERY
def test_a_piece_keeps_to_its_margins_and_leaves_the_binders_strip_empty(name: str, language: str) -> None:
    strip = int(STRIP_MM / 25.4 * 72)
    for height, rows, columns in marked_rows(printed(name, language)):
        assert not any(rows[height - strip :])
        assert not any(columns[:68])
        assert not any(columns[-68:])


def test_ink_in_the_binders_strip_is_seen() -> None:
    css = "@page { @bottom-center { content: 'x'; vertical-align: bottom } }"
    pdf = write_pdf(page(TEMPLATES, "x", title="t", language="en", css=[css]), fonts=OURS, identifier=b"x")
    ((height, rows, _columns),) = marked_rows(pdf)
    assert any(rows[height - 34 :])


@EVERY
def test_every_page_carries_its_bands_outside_the_reading_order(name: str, language: str) -> None:
    pdf = printed(name, language)
    with pikepdf.open(BytesIO(pdf)) as opened:
        pages = len(opened.pages)
    text = "\n".join(lines(pdf))
    assert text.count(INVENTED) == text.count(DRAFT) == pages
    assert "虚构" not in run("pdfinfo", "-struct-text", "-", pdf=pdf).decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_the_memo_says_that_it_is_not_filed(language: str) -> None:
    pdf = printed("tvisa/memo.html", language)
    with pikepdf.open(BytesIO(pdf)) as opened:
        pages = len(opened.pages)
    assert "\n".join(lines(pdf)).count("Attorney work product – do not file") == pages + 1


@EVERY
def test_headings_and_tables_can_be_read_aloud(name: str, language: str) -> None:
    assert outline_faults(fill(TEMPLATES, name, pieces(language)[name])) == []


@pytest.mark.parametrize(
    ("planted", "fault"),
    [
        ("<h1>a</h1><h3>b</h3>", "h3 after h1"),
        ("<h2>a</h2>", "not one h1"),
        ("<h1>a</h1><table><tr><th>x</th></tr></table>", "th without scope"),
        ("<h1>a</h1><table><tbody><tr><td>x</td></tr></tbody></table>", "table without caption"),
        ("<h1>a</h1><table><tbody><tr><td>x</td></tr></tbody></table>", "row without a heading"),
        ("<h1>a</h1><a href='x'><b>y</b></a>", "an element inside a link"),
    ],
)
def test_a_fault_in_the_outline_is_found(planted: str, fault: str) -> None:
    assert fault in outline_faults(planted)


@EVERY
def test_no_line_begins_or_ends_with_the_wrong_sign(name: str, language: str) -> None:
    assert badly_broken(lines(printed(name, language))) == []


def test_chinese_lines_of_many_widths_are_broken_well() -> None:
    said = "她说：“你不能走（你还欠钱）。”我问：“为什么？”他不回答……后来，《合同》、护照——都被他拿走了；我很怕！"
    widths = "".join(f'<p style="width: {width}pt">{said * 3}</p>' for width in range(120, 420, 7))
    body = Markup("<h1>题</h1>" + widths)  # noqa: S704 - written three lines above
    pdf = write_pdf(page(TEMPLATES, body, title="t", language="zh_Hans"), fonts=OURS, identifier=b"x")
    broken = lines(pdf)
    assert len(broken) > 300
    assert badly_broken(broken) == []


@pytest.mark.parametrize("line", ["，她走了", "她说：“", "（", "。"])
def test_a_badly_broken_line_is_found(line: str) -> None:
    assert badly_broken(["她走了。", line]) == [line]


def test_dates_and_numbers_marked_to_be_kept_stay_on_one_line() -> None:
    text = "我于<span class='keep'>2026年11月22日</span>给<span class='keep'>917-555-0142</span>打了电话。"
    widths = "".join(f'<p style="width: {width}pt">{text * 4}</p>' for width in range(110, 300, 9))
    body = Markup("<h1>题</h1>" + widths)  # noqa: S704 - written three lines above
    pdf = write_pdf(page(TEMPLATES, body, title="t", language="zh_Hans"), fonts=OURS, identifier=b"x")
    text_of_lines = "\n".join(lines(pdf))
    assert text_of_lines.count("2026年11月22日") == text_of_lines.count("917-555-0142") == 4 * 22


def test_the_contents_link_to_pieces_and_each_page_number_stands_on_the_line_of_its_title() -> None:
    pdf = printed("tvisa/contents.html", "en")
    with pikepdf.open(BytesIO(pdf)) as opened:
        links = [str(link.A.URI) for one in opened.pages for link in one.get("/Annots", [])]
    assert {link.removeprefix(PIECE_LINK) for link in links} == {f"piece-{n}" for n in range(48)}
    layout = run("pdftotext", "-layout", "-", "-", pdf=pdf).decode()
    assert re.search(r"Passport\s+1\n", layout)
    assert re.search(r"end of its line\s+8\n", layout), "a title of two lines: the number stands on the second"


def test_a_page_not_bound_yet_has_no_number_in_the_index_of_exhibits() -> None:
    assert re.search(
        r"D\s+Passport\s+中文.*–\n", run("pdftotext", "-layout", "-", "-", pdf=printed(NAMES[1], "en")).decode()
    )


@pytest.mark.parametrize("name", NAMES)
def test_every_fixed_word_of_a_piece_can_be_translated(name: str) -> None:
    def translate(text: str) -> str:
        return re.sub("[A-Za-z]", "译", text)

    translated = fill(environment(LIBRARY, translate=translate), name, _in_digits(pieces("en")[name]))
    left = unescape(re.sub("<[^>]+>", " ", translated))
    assert re.findall("[A-Za-z]{2,}", left) == []


def _in_digits(value: Any) -> Any:  # noqa: ANN401 - a context holds anything
    """Return a context whose own texts have no letters; states and verdicts keep theirs, they are fixed words."""
    if isinstance(value, str):
        return re.sub("[A-Za-z]", "0", value)
    if isinstance(value, list):
        return [_in_digits(one) for one in value]
    if hasattr(value, "__dict__"):
        value = vars(value)
    if isinstance(value, dict):
        return {key: one if key in ("state", "verdict", "code") else _in_digits(one) for key, one in value.items()}
    return value


@pytest.mark.parametrize("name", NAMES)
def test_a_piece_without_its_context_is_refused_with_its_line(name: str) -> None:
    with pytest.raises(ContentError, match=rf"templates/{name}:\d+: '\w+' is undefined"):
        fill(TEMPLATES, name, {})


def test_empty_lists_say_so_in_words() -> None:
    weak = dict.fromkeys(("read_twice", "not_met", "over", "touched", "papers"), ())
    undecided = dict.fromkeys(("judgments", "unknown", "items", "pieces"), ())
    nothing = {name: [] for name in PRINT_WORDS["memo"]} | {"weak": weak, "undecided": undecided}
    memo = fill(TEMPLATES, "tvisa/memo.html", nothing)
    assert "Nothing was seen." in memo
    assert "Nothing is missing." in memo
    assert "No deadline follows" in memo
    assert "Nothing has to be read back." in memo
    assert "No exhibit has been added yet." in fill(TEMPLATES, "tvisa/exhibit-index.html", {"exhibits": []})


def test_an_answer_is_ready_to_copy_and_a_gap_cannot_be_taken_for_one() -> None:
    sheet = lxml_html.fromstring(fill(TEMPLATES, "tvisa/answer-sheet.html", pieces("en")["tvisa/answer-sheet.html"]))
    rows = sheet.xpath("//tbody/tr")
    assert len(rows) == 54
    for row in rows:
        gaps = row.xpath(".//p[@class='state']")
        assert bool(gaps) == (row.get("class") != "answered")
    first = " ".join(rows[0].xpath("td[@class='answer']/p[1]")[0].text_content().split())
    assert first == f"WANG, Xiaomei ({RARE_NAME})"


def test_what_a_source_says_stands_once_in_the_memo() -> None:
    memo = pieces("en")["tvisa/memo.html"]
    memo["deadlines"][0].authorities = ("DL-05",)  # by id alone
    tree = lxml_html.fromstring(fill(TEMPLATES, "tvisa/memo.html", memo))
    rows = tree.xpath("//table[@class='laws']/tbody/tr/th")
    assert [row.text_content() for row in rows] == ["EL-04"]
    assert "(DL-05)" in tree.text_content()


def test_the_memo_says_beside_a_source_what_was_read_when_and_what_was_not_confirmed() -> None:
    memo = fill(TEMPLATES, "tvisa/memo.html", pieces("en")["tvisa/memo.html"])
    (row,) = lxml_html.fromstring(memo).xpath("//table[@class='laws']/tbody/tr")
    said = " ".join(row.text_content().split())
    assert "Contested: an attorney words anything about it." in said
    assert "Not confirmed in a text that was read: Section 9." in said
    assert said.endswith("8 CFR 214.201primary text read, 2026-01-29")
