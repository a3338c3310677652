"""The interpreter's cue card: ideas, key terms, what not to add; in no dialect, with its band until all is approved."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from handouts.shelf import approved

from legalassist.api.handout_paper import print_cues
from legalassist.api.handout_run import Run
from legalassist.api.opening import open_clinic
from legalassist.documents.tags.tagged import audit, tagged_text
from legalassist.errors import UsageError
from legalassist.handouts.cue import RULES, cue_texts
from legalassist.handouts.gates import Clearances
from legalassist.handouts.words import KIT
from legalassist.library import Library

DAY = date(2026, 11, 26)


@pytest.fixture(scope="module")
def run(library: Library) -> Run:
    return Run(library, open_clinic(library), DAY)


@pytest.fixture(scope="module")
def card(run: Run, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    out = tmp_path_factory.mktemp("cue") / "out"
    assert print_cues(run, ["at-the-door"], out) == (("at-the-door-interpreter.pdf", True),)
    return (out / "at-the-door-interpreter.pdf").read_bytes()


def told(pdf: bytes) -> str:
    return re.sub(r"\s+", " ", tagged_text(pdf))


def test_it_says_every_idea_in_both_languages_and_every_rule(run: Run, card: bytes) -> None:
    text = re.sub(r"\s", "", tagged_text(card))
    topic = run.topic("at-the-door")
    contexts = {topic.context(one, part) for one in topic.statements for part in ("text", "more")}
    said = [one.text for one in cue_texts(run.library, topic) if one.context in contexts]
    assert len(said) == 2 * sum(1 + bool(one.more) for one in topic.statements)
    assert not [one for one in said if re.sub(r"\s", "", one) not in text]
    assert not [one for one in RULES if re.sub(r"\s", "", KIT[f"kit.cue.{one}"]) not in text]


def test_spoken_english_and_disputed_law_are_marked_beside_exactly_their_ideas(run: Run, card: bytes) -> None:
    topic = run.topic("at-the-door")
    disputed = [
        one
        for one in topic.statements
        if any(run.authorities.get(name).volatility == "contested" for name in one.authorities)
    ]
    assert 0 < len(disputed) < len(topic.statements)
    assert told(card).count(KIT["kit.cue.disputed"]) == len(disputed)
    assert told(card).count(KIT["kit.cue.english"]) == sum(one.kind == "say" for one in topic.statements)


def test_key_terms_are_those_that_both_languages_say(card: bytes) -> None:
    text = told(card)
    assert "administrative warrant 行政逮捕令" in text
    assert "interpreter 口译员" in text
    assert "U.S. citizen 美国公民" in text
    assert "移民公司" not in text  # what the glossary calls an immigration agency is a shop that sells visas


def test_it_is_tagged_has_its_band_on_every_page_and_a_neutral_title(card: bytes) -> None:
    assert audit(card) == []
    with pikepdf.open(BytesIO(card)) as pdf:
        pages = len(pdf.pages)
        assert str(pdf.docinfo["/Title"]) == "Interpreter: At the door"
    assert pages == 2
    assert "NOT REVIEWED" in told(card)


def test_approved_texts_and_acknowledged_law_take_the_band_away(run: Run, tmp_path: Path) -> None:
    topic = run.topic("phone-safety")
    ledger = approved(cue_texts(run.library, topic))
    cleared = Run(run.library, run.clinic, DAY, Clearances(ledger, {}, {}))
    assert print_cues(cleared, ["phone-safety"], tmp_path / "out") == (("phone-safety-interpreter.pdf", False),)
    assert "NOT REVIEWED" not in told((tmp_path / "out/phone-safety-interpreter.pdf").read_bytes())


def test_a_card_to_show_is_nothing_to_say(run: Run, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="card-to-show is no topic to say"):
        print_cues(run, ["card-to-show"], tmp_path / "out")
    assert not (tmp_path / "out").exists()
