"""The pseudo-language through papers, letters and screens: every text comes from a catalog, and none is cut."""

import datetime as dt
import re
from pathlib import Path

import pytest
from translations.pseudo import CLOSE, OPEN, pseudo, pseudo_shelf

from legalassist.api.building import prepare
from legalassist.api.papers import print_papers
from legalassist.assessments.assess import assess
from legalassist.documents.tags.tagged import tagged_text
from legalassist.languages.catalog import Catalog
from legalassist.languages.words import WORDS, word
from legalassist.library import Library
from legalassist.packets.plan import plan_pieces, required_plan
from legalassist.packets.written import Writer

HAN = re.compile(r"[一-鿿]")


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory, library: Library) -> Library:
    """A shelf whose simplified Chinese is the pseudo-language."""
    return pseudo_shelf(tmp_path_factory.mktemp("pseudo"), library, ("app", "tvisa"))


def test_the_pseudo_language_is_longer_in_brackets_and_keeps_its_places() -> None:
    assert pseudo("Part {number} of {total}").startswith(f"{OPEN}Párt {{number}} óf {{total}}")
    assert len(pseudo("a" * 60)) >= 80
    assert pseudo("").count(OPEN) == pseudo("").count(CLOSE) == 1


def test_nothing_is_cut_on_paper_and_every_text_is_from_a_catalog(shelf: Library, tmp_path: Path) -> None:
    printed = print_papers(shelf, ("sheet", "guide", "documents"), tmp_path / "papers")
    assert len(printed) == 3
    for one in printed:
        pdf = (tmp_path / "papers" / one.file).read_bytes()
        text = tagged_text(pdf)
        assert one.unapproved > 0
        assert text.count(OPEN) == text.count(CLOSE) >= one.unapproved
        left = HAN.findall(re.sub(r"DRAFT / 草稿 · 未审阅 请勿分发|虚构", "", text))
        assert left == [], "Chinese that is in no catalog"


def test_letters_take_every_fixed_text_from_a_catalog_and_lose_none(shelf: Library) -> None:
    build = prepare(shelf.get("interviews/tvisa/examples/lan.yaml").path, shelf, as_of=dt.date(2026, 11, 23))
    assessment = assess(build.interview, build.case, as_of=build.as_of)
    planned = plan_pieces(required_plan(shelf, "tvisa"), assessment.facts).pieces
    writer = Writer(build, assessment, planned)
    seen = 0
    for piece in (one for one in planned if one.word):
        written = writer.write(piece)
        for said in (one for one in written.used.translated.values() if one.language != "en"):
            assert said.text.startswith(OPEN)
            assert re.sub(r"\s", "", said.text) in re.sub(r"\s|<[^>]*>|&#\d+;", "", written.html.replace("&#39;", "'"))
            seen += 1
    assert seen > 0


def test_every_word_of_the_screen_is_from_the_catalog(shelf: Library) -> None:
    catalog = Catalog.read(shelf, "zh_Hans", "app")
    for context, english in WORDS.items():
        values = dict.fromkeys(re.findall(r"\{(\w+)\}", english), "x")
        said = word(catalog, context, **values)
        assert said.startswith(OPEN)
        assert said.endswith(CLOSE)
        assert "{" not in said
