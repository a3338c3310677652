"""What is read aloud before a case is offered: whole in both languages, and no promise in it."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from one_library import LIBRARY

from legalassist.api.approving import approve
from legalassist.api.translating import texts
from legalassist.checks.catalogs import gate_problems
from legalassist.cli import main
from legalassist.languages.catalog import Catalog
from legalassist.library import Library
from legalassist.placement.spoken import messages, spoken_yes
from legalassist.reviews.ledger import Step


def test_the_script_is_whole_in_chinese() -> None:
    library = LIBRARY
    catalog = Catalog.read(library, "zh_Hans", "placement")
    assert catalog.problems(messages(library)) == ()
    assert list(gate_problems(library, catalog)) == []
    assert len(spoken_yes(library, "zh_Hans")) == len(spoken_yes(library, "en"))


def test_the_script_says_that_no_is_an_answer_and_promises_nothing() -> None:
    english, chinese = (" ".join(one.text for one in spoken_yes(LIBRARY, language)) for language in ("en", "zh_Hans"))
    assert "You can say no" in english
    assert "您可以说不" in chinese
    assert "我们不能保证没有人猜到" in chinese  # as plainly as the English: "cannot promise"
    assert not any(word in chinese.replace("不能保证", "") for word in ("保证", "一定", "绝对", "你"))


@pytest.mark.parametrize("language", ["en", "zh_Hans"])
def test_no_sentence_is_long_for_the_ear(language: str) -> None:
    longest = 22 if language == "en" else 45
    for line in spoken_yes(LIBRARY, language):
        for sentence in line.text.replace("。", ".").replace("？", "?").split("."):
            assert len(sentence.split() if language == "en" else sentence) <= longest


def test_words_that_a_client_consents_to_say_that_nobody_has_approved_them_until_somebody_has(tmp_path: Path) -> None:
    own, words = Library(tmp_path), ["--content", str(tmp_path), "placement", "script", "--language", "zh_Hans"]
    done = CliRunner().invoke(main, words)
    assert (done.exit_code, done.output.startswith("DRAFT / 草稿")) == (1, True)
    for language in ("en", "zh_Hans"):
        found = texts(own, language, "placement")
        approve(own, found, "A. Reader", date(2026, 11, 23), step=Step.CHECKED, known="teaches")
        approve(own, found, "je", date(2026, 11, 23))
    done = CliRunner().invoke(main, words)
    assert (done.exit_code, "DRAFT" in done.output) == (0, False)
