from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legalassist.errors import ContentError, UsageError
from legalassist.languages.catalog import Catalog, fill
from legalassist.library import Library

HEAD = 'msgid ""\nmsgstr ""\n"Language: zh_Hans\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
GOOD = '# draft, machine\nmsgctxt "a.ask"\nmsgid "Your name, {who}?"\nmsgstr "{who}，您叫什么？"\n'
SAVED = Path(__file__).parent / "saved"
WANTED = [("a.ask", "Your name, {who}?")]


def shelf(folder: Path, text: str) -> Library:
    """Return a library whose clinic shelf holds one catalog, ``try``, with that text."""
    file = folder / "locales/zh_Hans/LC_MESSAGES/try.po"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    return Library(folder)


def reading(folder: Path, text: str) -> Catalog:
    return Catalog.read(shelf(folder, text), "zh-CN", "try")


def test_a_message_is_found_by_its_context_and_its_english(tmp_path: Path) -> None:
    catalog = reading(tmp_path, HEAD + GOOD)
    assert fill(catalog.text("a.ask", "Your name, {who}?"), who="小媺") == "小媺，您叫什么？"
    assert catalog.problems(WANTED) == ()


def test_a_catalog_that_poedit_has_saved_is_read_as_any_other(tmp_path: Path) -> None:
    """It writes the days of the head though nobody gave one, wraps lines, and keeps what is fuzzy or gone."""
    catalog = reading(tmp_path, (SAVED / "poedit.po").read_text(encoding="utf-8"))
    assert [*catalog.by_context] == ["a.ask", "a.help"]
    assert catalog.text("a.ask", "Your name, {who}?") == "{who}，您叫什么？"
    changed = catalog.by_context["a.help"]
    assert (changed.fuzzy, changed.state, changed.place.line) == (True, "draft, machine", 31)
    assert changed.text.endswith("由您自己选择。")
    assert (changed.english[-15:], changed.previous[-11:]) == ("You may choose.", "You choose.")


@pytest.mark.parametrize("day", ["", "YEAR-MO-DA HO:MI+ZONE\\n", "2026-11-26 09:30-0500\\n", "yesterday\\n"])
def test_the_days_of_a_head_mean_nothing(tmp_path: Path, day: str) -> None:
    days = f'"POT-Creation-Date: {day}"\n"PO-Revision-Date: {day}"\n'
    assert reading(tmp_path, HEAD.replace('"Language', f'{days}"Language') + GOOD).problems(WANTED) == ()


def test_the_english_catalog_returns_what_it_is_given(library: Library) -> None:
    catalog = Catalog.read(library, "en", "try")
    assert catalog.text("a.ask", "Your name?") == "Your name?"
    assert catalog.problems(WANTED) == ()


FAULTS = {
    "a missing message": ("", "there is no zh_Hans text for 'a.ask'", 0),
    "an empty one": (GOOD.replace("{who}，您叫什么？", ""), "'a.ask' has no translation yet", 7),
    "a fuzzy one": (GOOD.replace("msgctxt", "#, fuzzy\nmsgctxt"), "'a.ask' is marked fuzzy", 8),
    "an earlier English": (GOOD.replace("Your name", "The name"), "'a.ask' translates an earlier English text", 7),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_not_there_is_never_english_in_silence(tmp_path: Path, fault: str) -> None:
    body, message, line = FAULTS[fault]
    catalog = reading(tmp_path, HEAD + body)
    with pytest.raises(ContentError) as refused:
        catalog.text(*WANTED[0])
    (problem,) = refused.value.problems
    assert problem.message == message
    assert problem.where.file == "locales/zh_Hans/LC_MESSAGES/try.po"
    assert problem.where.line == line
    assert problem in catalog.problems(WANTED)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (GOOD + '\n# draft, machine\nmsgctxt "b.ask"\nmsgid "B"\nmsgstr "乙"\n', "nothing asks for 'b.ask'"),
        (GOOD.replace("{who}，", "{name}，"), "'a.ask' differs from the English in its {placeholders}"),
        (GOOD.replace("{who}，", ""), "'a.ask' differs from the English in its {placeholders}"),
        (GOOD.replace("{who}，您叫什么？", "Your name, {who}?"), "'a.ask' is still in English"),
        (GOOD.replace("draft, machine", "reviewed by J."), "'a.ask' has the state 'reviewed by J.'"),
        (GOOD.replace("# draft, machine\n", ""), "'a.ask' has the state 'nothing'"),
    ],
)
def test_the_check_finds_each_planted_fault(tmp_path: Path, body: str, message: str) -> None:
    assert [problem.message for problem in reading(tmp_path, HEAD + body).problems(WANTED)] == [message]


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        (HEAD + GOOD + "\n" + GOOD, "the context 'a.ask' stands here twice (first in line 7)", 12),
        (
            HEAD + GOOD + "\n" + GOOD.replace("Your", "Her"),
            "the context 'a.ask' stands here twice (first in line 7)",
            12,
        ),
        (HEAD + '# draft, machine\nmsgid "A"\nmsgstr "甲"\n', "the message has no context", 7),
        (
            HEAD + 'msgctxt "a"\nmsgid "A"\nmsgid_plural "As"\nmsgstr[0] "甲"\n',
            "plural forms are not used here",
            8,
        ),
        (HEAD.replace("zh_Hans", "zh_CN") + GOOD, "the header says Language: zh_CN, the folder zh_Hans", 1),
        (GOOD, "the header says Language: nothing, the folder zh_Hans", 1),
    ],
)
def test_a_catalog_of_the_wrong_shape_is_refused_with_its_line(
    tmp_path: Path, text: str, message: str, line: int
) -> None:
    with pytest.raises(ContentError) as refused:
        reading(tmp_path, text)
    problem = refused.value.problems[0]
    assert (problem.message, problem.where.line) == (message, line)


@pytest.mark.parametrize(
    "broken", ['msgid "A', 'msgctxt "b"\n', "hello\n", 'msgstr "甲"\n', 'msgid "A"\nmsgid "B"\n', "\x00"]
)
def test_a_file_that_is_no_catalog_is_refused_and_names_itself(tmp_path: Path, broken: str) -> None:
    with pytest.raises(ContentError) as refused:
        reading(tmp_path, HEAD + GOOD + broken)
    assert all(problem.where.file.endswith("try.po") for problem in refused.value.problems)


@settings(max_examples=80)
@given(noise=st.text(max_size=40), cut=st.integers(0, len(HEAD + GOOD)))
def test_no_file_however_damaged_makes_a_traceback(
    tmp_path_factory: pytest.TempPathFactory, noise: str, cut: int
) -> None:
    whole = HEAD + GOOD
    text = whole[:cut] + noise.encode("utf-8", "ignore").decode() + whole[cut:]
    try:
        catalog = reading(tmp_path_factory.mktemp("noise"), text)
        catalog.problems(WANTED)
    except ContentError as refused:
        assert refused.problems  # noqa: PT017 - the point is that nothing else can come out


def test_a_catalog_that_no_shelf_has_is_refused(library: Library) -> None:
    with pytest.raises(ContentError, match=r"no shelf holds locales/zh_Hant/LC_MESSAGES/none\.po"):
        Catalog.read(library, "zh_Hant", "none")


def test_a_catalog_of_an_unknown_language_is_refused(library: Library) -> None:
    with pytest.raises(UsageError):
        Catalog.read(library, "xx", "app")


def test_a_value_that_looks_like_a_placeholder_prints_as_it_is() -> None:
    assert fill("{a} and {b}", a="{b}", b="{{ 7*7 }}") == "{b} and {{ 7*7 }}"
    assert fill("{a.__class__} {}", a="x") == "{a.__class__} {}"


def test_a_placeholder_without_a_value_is_the_callers_mistake() -> None:
    with pytest.raises(KeyError):
        fill("{who}")
