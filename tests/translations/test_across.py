"""What is seen across texts: one term said in two ways, one text for two, scripts that say other things. None stops."""

import pytest

from legalassist.library import Library
from legalassist.translations.gates.across import drift, one_term, same_chinese
from legalassist.translations.gates.alarm import Pair, Severity
from legalassist.translations.gates.terms import Glossary, read_glossary


@pytest.fixture(scope="module")
def glossary(library: Library) -> Glossary:
    return read_glossary(library)


def test_a_term_said_in_two_ways_is_told_once_at_the_rarer_one(glossary: Glossary) -> None:
    usual = [Pair(f"usual.{number}", "Human trafficking", "人口贩运") for number in range(3)]
    rare = Pair("rare", "It is human trafficking.", "这是贩运人口。")
    (found,) = one_term([*usual, rare], glossary)
    assert (found.pair.context, found.severity) == ("rare", Severity.WARNING)
    assert found.message == "“human trafficking” is called 贩运人口 here (1 times), and 人口贩运 elsewhere (3 times)"
    assert list(one_term(usual, glossary)) == []


def test_one_chinese_text_for_two_english_ones_is_good_to_know() -> None:
    pairs = [Pair("a", "Applicant", "申请人"), Pair("b", "Petitioner", "申请人"), Pair("c", "applicant:", "申请人")]
    (found,) = same_chinese(pairs)
    assert (found.pair.context, found.severity) == ("b", Severity.INFO)
    assert "“Applicant”" in found.message
    assert list(same_chinese([pairs[0], pairs[2]])) == []


def test_a_traditional_text_that_says_something_else_is_looked_at() -> None:
    simplified = {"a": Pair("a", "You can ask.", "您可以问。")}
    assert list(drift([Pair("a", "You can ask.", "您可以問。", "zh_Hant")], simplified)) == []
    (found,) = drift([Pair("a", "You can ask.", "請簽這份文件。", "zh_Hant")], simplified)
    assert (found.rule, found.severity) == ("drift", Severity.WARNING)
