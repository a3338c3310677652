"""Traditional drafts: our words and not a converter's, names untouched, what a person wrote kept."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from legalassist.api.translating import draft_traditional
from legalassist.documents.wording import in_words
from legalassist.errors import UsageError
from legalassist.facts.values import PersonName
from legalassist.languages.catalog import Catalog, fill
from legalassist.languages.scripts import to_traditional
from legalassist.languages.tags import LANGUAGES
from legalassist.library import Library
from legalassist.placement.spoken import SCRIPT
from legalassist.translations.gates.alarm import Severity
from legalassist.translations.gates.every import alarms, pairs_of
from legalassist.translations.gates.terms import Glossary, read_glossary
from legalassist.translations.traditional import PHRASES, draft

DOMAINS = ("kyr", "placement", "tvisa", "spoken-cmn")
CONVERTED = ("程式", "檔案", "物件", "社群", "開啟門", "高階法院", "專案", "支援檔案", "週歲", "瞭解", "許可權")


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        ("了解您的权利", "了解您的權利"),
        ("年满21周岁", "年滿21周歲"),
        ("法律程序", "法律程序"),
        ("请发短信，短信可以删除。", "請發簡訊（短訊），簡訊可以刪除。"),
        ("请带复印件", "請帶影印本"),
        ("说“Mandarin”", "說「Mandarin」"),
        ("{name}请看{count}份文件", "{name}請看{count}份文件"),
        ("台湾", "台灣"),
    ],
)
def test_a_draft_uses_our_words(library: Library, simplified: str, traditional: str) -> None:
    assert draft(simplified, read_glossary(library)) == traditional


def test_what_is_said_aloud_has_one_word_and_no_bracket(library: Library) -> None:
    glossary = read_glossary(library)
    assert draft("我说普通话。／请发短信，或者短信。", glossary, aloud=True) == "我說國語。／請發簡訊，或者簡訊。"
    assert draft("我说普通话。", glossary) == "我說國語（普通話）。"


def test_a_name_goes_through_as_the_token_it_is(library: Library) -> None:
    """于 is 於 or 于, 范 is 範 or 范: a name never stands in a text, and the place that holds it is not touched."""
    assert draft("{native}您好", read_glossary(library)) == "{native}您好"


def test_characters_are_turned_and_words_are_left_as_they_are() -> None:
    """s2tw, not s2twp: the second half of a draft, our own words, is ours alone."""
    assert [to_traditional(word) for word in ("法律程序", "软件", "信息", "文件", "支持文件")] == [
        "法律程序", "軟件", "信息", "文件", "支持文件"
    ]  # fmt: skip


def test_every_word_of_our_list_is_applied(library: Library) -> None:
    glossary = read_glossary(library)
    for theirs, ours in PHRASES.items():
        assert ours in draft(f"請看{theirs}。", glossary), theirs


@pytest.mark.parametrize("name", ["于谦", "於謙", "范伟", "範偉", "后羿", "余华", "钟楚红"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_is_written_as_it_was_given_in_every_language(name: str, language: str) -> None:
    assert in_words(PersonName(native=name), None, language) == name
    assert fill(draft("{native}您好", Glossary(())), native=name) == f"{name}您好"


def test_the_shipped_drafts_use_no_word_of_a_converter_and_pass_every_gate(library: Library) -> None:
    found = []
    for domain in DOMAINS:
        catalog = Catalog.read(library, "zh_Hant", domain)
        found += [one.context for one in catalog.by_context.values() if any(word in one.text for word in CONVERTED)]
        found += [
            f"{one.pair.context}: {one.message}"
            for one in alarms(library, pairs_of(catalog))
            if one.severity is Severity.ERROR
        ]
    assert found == []


def test_drafting_fills_what_is_empty_and_overwrites_nothing_that_is_not_named(
    library: Library, tmp_path: Path
) -> None:
    name = "locales/zh_Hant/LC_MESSAGES/placement.po"
    own = tmp_path / name
    own.parent.mkdir(parents=True)
    shutil.copy(library.get(name).path, own)
    before = Catalog.read(Library(tmp_path), "zh_Hant", "placement")
    first, second, third = list(before.by_context.values())[:3]
    text = own.read_text(encoding="utf-8").replace(first.text, "由人寫的句子。").replace(third.text, "")
    text = text.replace(f'msgid "{first.english}"', 'msgid "Something earlier."')
    own.write_text(text, encoding="utf-8")
    (done,) = draft_traditional(Library(tmp_path))
    assert done.made == (third.context,)
    assert done.left == {first.context: ("由人寫的句子。", first.text)}
    after = Catalog.read(Library(tmp_path), "zh_Hant", "placement").by_context
    assert after[first.context].text == "由人寫的句子。"
    assert after[third.context].text == third.text
    assert after[second.context] == replace(second, place=after[second.context].place)
    with pytest.raises(UsageError, match="no traditional catalog has 'nothing'"):
        draft_traditional(Library(tmp_path), [first.context, "nothing"])
    assert Catalog.read(Library(tmp_path), "zh_Hant", "placement").by_context == after
    draft_traditional(Library(tmp_path), [first.context])
    after = Catalog.read(Library(tmp_path), "zh_Hant", "placement").by_context
    assert (after[first.context].text, after[first.context].fuzzy) == (first.text, False)


def test_a_clinics_changes_go_onto_its_own_shelf_and_never_into_what_is_shipped(
    library: Library, tmp_path: Path
) -> None:
    shipped = {path: path.read_bytes() for path in (library.shelves[-1][1] / "locales").rglob("*.po")}
    (tmp_path / SCRIPT).parent.mkdir(parents=True)
    script = library.get(SCRIPT).text
    (tmp_path / SCRIPT).write_text(script.replace("law firm", "firm", 1), encoding="utf-8")
    assert draft_traditional(Library(tmp_path)) == (), "its simplified Chinese is stale itself"
    assert [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.po")] == [
        "locales/zh_Hant/LC_MESSAGES/placement.po"
    ]
    assert {path: path.read_bytes() for path in shipped} == shipped
