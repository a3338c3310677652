"""What the shipped Chinese may never do: said by the gates, which are each shown to find a planted fault."""

import pytest

from legalassist.handouts.speech import CANTONESE
from legalassist.languages.catalog import DRAFT, Catalog
from legalassist.library import Library
from legalassist.translations.extract import domains, extract
from legalassist.translations.gates.alarm import Pair
from legalassist.translations.gates.every import alarms, pairs_of, rules_of
from legalassist.translations.gates.harm import FORBIDDEN
from legalassist.translations.scope import reaches
from legalassist.translations.status import languages_of

CONVENTIONS = {"harm", "pronouns", "address", "half-width", "full-width", "quotes", "spaces", "long-sentence"}


@pytest.fixture(scope="module")
def catalogs(library: Library) -> dict[tuple[str, str], Catalog]:
    """Every shipped catalog, by language and domain; Cantonese ships empty, for the clinic to fill."""
    return {
        (language, domain): Catalog.read(library, language, domain)
        for language in languages_of(library)
        for domain in domains(library)
        if domain != CANTONESE
        if any(reaches(language, domain, one.context) for one in extract(library, domain))
    }


def test_the_chinese_catalogs_say_every_text_there_is_and_no_other(
    library: Library, catalogs: dict[tuple[str, str], Catalog]
) -> None:
    problems = [
        problem
        for (language, domain), catalog in catalogs.items()
        for problem in catalog.problems(
            (one.context, one.english) for one in extract(library, domain) if reaches(language, domain, one.context)
        )
    ]
    assert problems == []


def test_every_shipped_translation_says_that_a_machine_drafted_it(catalogs: dict[tuple[str, str], Catalog]) -> None:
    assert {one.state for catalog in catalogs.values() for one in catalog.by_context.values()} == {DRAFT}


def test_no_shipped_text_breaks_a_convention(library: Library, catalogs: dict[tuple[str, str], Catalog]) -> None:
    rules = [rule for rule in rules_of(library) if rule.name in CONVENTIONS]
    assert {rule.name for rule in rules} == CONVENTIONS
    found = [
        (pair.context, rule.name, message)
        for catalog in catalogs.values()
        for pair in pairs_of(catalog)
        for rule in rules
        for message, _ in rule.check(pair)
    ]
    assert found == []


@pytest.mark.parametrize("word", FORBIDDEN)
def test_a_word_that_hurts_is_found_in_either_script(library: Library, word: str) -> None:
    for language in ("zh_Hans", "zh_Hant"):
        found = alarms(library, [Pair("x", "Something else is said here.", f"这里写着{word}。", language)])
        assert f"it says {word}" in {one.message for one in found if one.rule == "harm"}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("你好", "address"),
        ("请她来", "pronouns"),
        ("让他走", "pronouns"),
        ("您好,请坐", "half-width"),
        ("T 签证", "spaces"),
        ("请拨打９１１", "full-width"),
        ("「您好」", "quotes"),
        ("您的号码（A-Number", "quotes"),
        ("字" * 41 + "。", "long-sentence"),
    ],
)
def test_each_convention_finds_its_fault(library: Library, text: str, rule: str) -> None:
    assert rule in {one.rule for one in alarms(library, [Pair("x", "x", text)])}


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
def test_text_that_keeps_the_conventions_has_no_fault(library: Library, text: str) -> None:
    assert {one.rule for one in alarms(library, [Pair("x", "x", text)])} & CONVENTIONS == set()
