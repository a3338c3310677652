"""What the shipped Chinese may never do; each rule is also shown to find a planted fault."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from legalassist.documents.word_check import template_messages
from legalassist.documents.wording import message_context
from legalassist.interviews.reader import read_interview
from legalassist.languages.catalog import DRAFT, Catalog, Translation
from legalassist.library import Library
from legalassist.papers.written import paper_messages

DOMAINS = ("tvisa", "app")

NEVER = {
    "人口走私": "means smuggling",
    "非法移民": "a slur; say 无证",
    "黑户": "a slur",
    "偷渡": "smuggling",
    "外星人": "a machine's word for alien",
    "卖淫": "puts the blame on the person",
    "妓女": "a slur",
    "客户": "what buyers are called; say 当事人",
    "客人": "what buyers are called; say 当事人",
    "小姐": "has a sexual meaning",
    "口供": "a police confession",
    "交代": "a police word",
    "坦白": "a police word",
    "检讨": "self-criticism",
    "收容": "a police word",
    "真名": "suggests that another name is false",
    "假名": "suggests a lie",
    "移民局": "means two agencies; name the agency",
    "公安": "the police of another country",
    "保证": "promises an outcome",
    "一定能": "promises an outcome",
    "必须": "orders; say what a person may do",
    "为什么没": "blames",
    "为什么不": "blames",
    "你": "the form of address is 您",
    "虚岁": "one or two years more than the law counts; say 周岁",
}
PRONOUN = re.compile(r"她|(?<!其)他(?!人)")
HALF_WIDTH = re.compile(r"[一-鿿][,;:?!()]|[,;:?!()][一-鿿]|[一-鿿]\.|[一-鿿] |(?<![.?!]) [一-鿿]")
FULL_WIDTH_LATIN = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")
LONGEST_SENTENCE = 40


def faults(text: str) -> Iterator[str]:
    """Yield what a Chinese text does that it may not do, our own conventions only."""
    yield from (f"{word}: {why}" for word, why in NEVER.items() if word in text)
    if PRONOUN.search(text):
        yield "a gendered pronoun: repeat the noun"
    if HALF_WIDTH.search(text):
        yield "half-width punctuation or a space beside a Chinese character"
    if FULL_WIDTH_LATIN.search(text):
        yield "a full-width letter or digit"
    if "「" in text or "『" in text:
        yield "quotation marks of the other script"
    if any(text.count(left) != text.count(right) for left, right in ("（）", "“”", "《》")):
        yield "a bracket or quotation mark without its other half"
    for sentence in re.split(r"[。？！]", text):
        if len(re.findall(r"[一-鿿]", sentence)) > LONGEST_SENTENCE:
            yield "a sentence of more than 40 characters"


def shipped(library: Library) -> list[Translation]:
    return [
        one for domain in DOMAINS for one in Catalog.read(library, "zh_Hans", domain).by_context.values()
    ]  # fmt: skip


def template_messages_of(library: Library) -> Iterator[tuple[str, str]]:
    """Yield the fixed words of the templates that are written in Chinese as well."""
    for book in library.books("templates/tvisa", ".docx"):
        template = book.name.rpartition("/")[2].removesuffix(".docx")
        for message in template_messages(book.content, book.name):
            yield message_context(template, message.text), message.text


def test_the_chinese_catalog_says_every_text_of_the_interview_and_templates_and_no_other(library: Library) -> None:
    interview = read_interview(library, "tvisa").required()
    wanted = [*interview.messages(), *template_messages_of(library), *paper_messages(library, "tvisa")]
    assert Catalog.read(library, "zh_Hans", "tvisa").problems(wanted) == ()


def test_every_shipped_translation_says_that_it_is_a_draft_and_none_claims_review(library: Library) -> None:
    assert {one.state for one in shipped(library)} == {DRAFT}
    for domain in DOMAINS:
        text = library.get(f"locales/zh_Hans/LC_MESSAGES/{domain}.po").text
        claims = re.findall(r"(?im)^#.*\b(?:approved|reviewed|verified|proofread|checked by)\b.*$", text)
        assert claims == []


def test_no_shipped_text_breaks_a_convention(library: Library) -> None:
    assert [(one.context, fault) for one in shipped(library) for fault in faults(one.text)] == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("你好", "你: the form of address is 您"),
        ("请她来", "a gendered pronoun: repeat the noun"),
        ("让他走", "a gendered pronoun: repeat the noun"),
        ("打给移民局", "移民局: means two agencies; name the agency"),
        ("您好,请坐", "half-width punctuation or a space beside a Chinese character"),
        ("T 签证", "half-width punctuation or a space beside a Chinese character"),
        ("请拨打９１１", "a full-width letter or digit"),
        ("「您好」", "quotation marks of the other script"),
        ("您的号码（A-Number", "a bracket or quotation mark without its other half"),
        ("字" * 41 + "。", "a sentence of more than 40 characters"),
    ],
)
def test_each_convention_finds_its_fault(text: str, fault: str) -> None:
    assert list(faults(text)) == [fault]


@pytest.mark.parametrize(
    "text",
    [
        "其他人",
        "It is true. 本人声明。",
        "别人可以来",
        "您可以拨打911。",
        "律师会和您谈一谈（不收费）。",
        "字" * 40 + "。",
    ],
)
def test_text_that_keeps_the_conventions_has_no_fault(text: str) -> None:
    assert list(faults(text)) == []


Rule = tuple[str, str, bool]


def bare(text: str) -> str:
    return re.sub(r"\s|（[^）]*）", "", text)


def glossary(file: Path) -> tuple[list[Rule], list[str]]:
    """Return the forbidden renderings (English term, rendering, always forbidden) and the approved, longest first."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    rules = []
    for row in rows:
        for entry in re.split(r";\s*(?=[!~])", row["forbidden_zh"]):
            found = re.match(r"([!~])(.+?)(?:\s—|$)", entry.strip())
            if found:
                rules.append((re.sub(r"\s*\(.*?\)", "", row["term_en"]).lower(), bare(found[2]), found[1] == "!"))
    approved = {bare(text) for row in rows for text in (row["zh_Hans"], *row["variants_zh"].split("|"))}
    return rules, sorted(approved - {""}, key=len, reverse=True)


def forbidden(english: str, chinese: str, rules: list[Rule], approved: list[str]) -> list[str]:
    """Return the renderings a text may not use; approved terms are taken out first, so that they never count."""
    left = bare(chinese)
    for term in approved:
        left = left.replace(term, "\0")
    return sorted(
        {
            rendering
            for term, rendering, always in rules
            if rendering in left and (always or re.search(rf"\b{re.escape(term)}s?\b", english.lower()))
        }
    )


@pytest.fixture
def rules(top: Path) -> tuple[list[Rule], list[str]]:
    return glossary(top / "locales/glossary.csv")


def test_no_shipped_text_uses_a_rendering_the_glossary_forbids(
    library: Library, rules: tuple[list[Rule], list[str]]
) -> None:
    found = [(one.context, bad) for one in shipped(library) if (bad := forbidden(one.english, one.text, *rules))]
    assert found == []


def test_the_glossary_finds_a_forbidden_rendering_only_where_it_is_one(rules: tuple[list[Rule], list[str]]) -> None:
    assert forbidden("Trafficking", "这是人口走私", *rules) == ["人口走私"]
    assert forbidden("Ask the interpreter.", "请问翻译。", *rules) == ["翻译"]
    assert forbidden("Read the page.", "请看翻译。", *rules) == []
    assert forbidden("Your date of birth", "出生日期", *rules) == []
