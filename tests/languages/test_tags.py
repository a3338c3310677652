import pytest

from legalassist.errors import UsageError
from legalassist.languages.tags import LANGUAGES, bcp47, normalise


@pytest.mark.parametrize(
    ("spelled", "language"),
    [
        ("en", "en"),
        ("en-US", "en"),
        ("zh", "zh_Hans"),
        ("zh-CN", "zh_Hans"),
        ("zh_SG", "zh_Hans"),
        ("cmn", "zh_Hans"),
        ("Mandarin", "zh_Hans"),
        (" zh-hans ", "zh_Hans"),
        ("zh-TW", "zh_Hant"),
        ("zh-HK", "zh_Hant"),
        ("zh_MO", "zh_Hant"),
        ("ZH-HANT", "zh_Hant"),
    ],
)
def test_every_usual_spelling_of_a_language_is_understood(spelled: str, language: str) -> None:
    assert normalise(spelled) == language


@pytest.mark.parametrize("tag", ["", "xx", "zh_Latn", "fr", "en; rm", "中文"])
def test_an_unknown_language_is_refused_and_never_taken_for_english(tag: str) -> None:
    with pytest.raises(UsageError, match="there is no language"):
        normalise(tag)


@pytest.mark.parametrize(
    ("tag", "meant"),
    [("zh_Hans_US", "zh_Hans"), ("zh-Hant-US", "zh_Hant"), ("zh_Hanss", "zh_Hans"), ("manderin", "zh_Hans"),
     ("zh_T", "zh_Hant"), ("engish", "en")],
)  # fmt: skip
def test_a_tag_that_is_none_is_refused_with_the_one_that_is_meant(tag: str, meant: str) -> None:
    with pytest.raises(UsageError, match=f"there is no language {tag!r} here") as refused:
        normalise(tag)
    assert f"did you mean {meant!r}?" in refused.value.hint


def test_a_misspelt_language_gets_a_hint() -> None:
    with pytest.raises(UsageError, match="did you mean 'zh_Hans'") as refused:
        normalise("zh_Hanss")
    assert "en, zh_Hans, zh_Hant" in refused.value.hint


def test_a_page_is_marked_the_way_html_and_pdf_write_a_language() -> None:
    assert [bcp47(language) for language in LANGUAGES] == ["en", "zh-Hans", "zh-Hant"]


def test_a_tag_of_our_own_stays_as_it_is() -> None:
    assert [normalise(language) for language in LANGUAGES] == list(LANGUAGES)
