"""The merge reads a catalog as every editor writes it: strings wrapped over lines, no empty lines; nothing is lost."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legalassist.languages.catalog import Catalog
from legalassist.languages.po_file import blocks_of
from legalassist.library import Library
from legalassist.translations.merge import HEADER, entry, merge, with_texts
from legalassist.translations.message import Message, Note

NOTE = Note("somewhere", "somebody")
NAME = "locales/zh_Hans/LC_MESSAGES/try.po"
WRAPPED = """
# draft, person
#| msgid ""
#| "An earlier "
#| "text."
#, fuzzy
msgctxt ""
"page.contact."
"title"
msgid ""
"How can we "
"reach you?"
msgstr ""
"我们怎样"
"联系您？"
# draft, machine
msgctxt "page.other.title"
msgid "Another"
msgstr "另一个"
#~ msgctxt "gone"
#~ msgid "Gone"
#~ msgstr "不用了"
"""


def catalog(folder: Path, text: str) -> Catalog:
    path = folder / NAME
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return Catalog.read(Library(folder), "zh_Hans", "try")


def messages(**texts: str) -> list[Message]:
    return [Message("try", "sheet", f"page.{name}.title", english, NOTE) for name, english in texts.items()]


@pytest.fixture
def text() -> str:
    return HEADER.format(title="try", language="zh_Hans") + WRAPPED


def test_a_wrapped_message_is_the_same_message_and_keeps_its_translation(text: str, tmp_path: Path) -> None:
    read = catalog(tmp_path, text)
    one = read.by_context["page.contact.title"]
    assert (one.text, one.english, one.previous) == ("我们怎样联系您？", "How can we reach you?", "An earlier text.")
    assert text.splitlines()[one.place.line - 1] == 'msgctxt ""'
    merged = merge(text, read, messages(contact="How can we reach you?", other="Another", new="New"))
    assert (merged.new, merged.changed, merged.gone) == (("page.new.title",), (), ())
    again = catalog(tmp_path, merged.text)
    assert again.by_context["page.contact.title"].text == "我们怎样联系您？"
    assert again.by_context["page.contact.title"].fuzzy
    assert '#~ msgid "Gone"' in merged.text
    assert again.by_context["page.new.title"].text == ""


def test_a_change_keeps_who_drafted_it_and_the_first_english(text: str, tmp_path: Path) -> None:
    merged = merge(text, catalog(tmp_path, text), messages(contact="How do we reach you?", other="Another one"))
    assert merged.changed == ("page.contact.title", "page.other.title")
    read = catalog(tmp_path, merged.text)
    one = read.by_context["page.contact.title"]
    assert (one.state, one.previous, one.english) == ("draft, person", "An earlier text.", "How do we reach you?")
    assert read.by_context["page.other.title"].previous == "Another"


def test_a_text_is_put_in_by_its_context_wherever_its_lines_break(text: str, tmp_path: Path) -> None:
    after = with_texts(text, catalog(tmp_path, text), {"page.contact.title": "怎么联系您？"}, "draft, person")
    read = catalog(tmp_path, after).by_context
    assert (read["page.contact.title"].text, read["page.contact.title"].fuzzy) == ("怎么联系您？", False)
    assert read["page.other.title"].text == "另一个"
    assert "#~ msgctxt" in after


def test_a_context_twice_is_found_also_where_one_is_wrapped(text: str, tmp_path: Path) -> None:
    twice = text + '\n# draft, machine\nmsgctxt "page.contact.title"\nmsgid "x"\nmsgstr "乙"\n'
    with pytest.raises(Exception, match="stands here twice"):
        catalog(tmp_path, twice)


def test_a_new_catalog_claims_nothing_about_who_drafts_it() -> None:
    merged = merge(HEADER.format(title="try", language="zh_Hans"), Catalog("zh_Hans"), messages(contact="Where?"))
    assert "machine; nobody" not in merged.text
    assert "# draft" not in merged.text
    assert merged.new == ("page.contact.title",)


@settings(max_examples=30)
@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1),
        max_size=6,
        unique=True,
    )
)
def test_the_blocks_of_a_file_are_the_file(contexts: list[str]) -> None:
    text = "\n".join(entry(one, "English", "中文") for one in contexts)
    found = blocks_of(text)
    assert [one.context for one in found] == contexts
    assert "\n".join(one.text for one in found) == text
