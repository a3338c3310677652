"""Any word of any piece leads back to where it comes from; no answer is repeated on the way."""

import datetime as dt
import random
import re
from pathlib import Path

import pytest
from one_library import LIBRARY

from legalassist.api.building import prepare
from legalassist.api.opening import example_cases
from legalassist.api.tracing import why
from legalassist.api.tracing_words import look, trace, why_word
from legalassist.assessments.assess import assess
from legalassist.errors import UsageError
from legalassist.forms.edition import read_edition
from legalassist.packets.build import Build
from legalassist.packets.numbering import NUMBERED
from legalassist.packets.plan import plan_pieces, required_plan

DAY = dt.date(2026, 11, 22)
WORDS_EACH, BOXES_EACH = 28, 6
"""204 of six clients."""
PATH = re.compile(r"\b[a-z_]+(\[\d+\])?\.[a-z_]{3,}|\[\d+\]")
HAN = re.compile(r"[\u4e00-\u9fff]{2,}")


def build_of(client: str) -> Build:
    library = LIBRARY
    return prepare(library.get(f"interviews/tvisa/examples/{client}.yaml").path, library, as_of=DAY)


def pieces(build: Build) -> list[str]:
    facts = assess(build.interview, build.case, as_of=DAY).facts
    planned = plan_pieces(required_plan(build.library, "tvisa"), facts).pieces
    return [one.code for one in planned if one.print not in NUMBERED]


def some_words(text: str, chance: random.Random, count: int) -> list[str]:
    """Return words of a text: Latin ones whole, of a run of Chinese a few characters."""
    found = []
    for word in chance.sample(
        tokens := [one for one in text.split() if any(sign.isalnum() for sign in one)], min(count, len(tokens))
    ):
        run = HAN.search(word)
        found.append(run.group()[:4] if run else word)
    return found


@pytest.mark.parametrize("path", example_cases(LIBRARY), ids=lambda path: path.stem)
def test_two_hundred_words_and_boxes_of_the_clients_lead_back(path: Path) -> None:
    build, chance = build_of(path.stem), random.Random(path.stem)  # noqa: S311 - chance that can be had again
    codes = pieces(build)
    looked = {code: look(build, code) for code in codes}
    lost = []
    for number in range(WORDS_EACH):
        code = codes[number % len(codes)]
        (word,) = some_words(looked[code].text, chance, 1)
        sources = list(trace(looked[code], word))
        if not sources or sources[0].startswith(f"{code}: joined by"):
            lost.append((code, word))
    assert not lost
    assert not PATH.findall(looked["memo"].text), "the memo speaks in the questions' words"
    sheets = [one.planned for one in looked.values() if one.planned.form]
    for sheet in chance.choices(sheets, k=BOXES_EACH):
        edition = read_edition(build.library, "tvisa", sheet.form)
        part = chance.choice([one for one in edition.parts if one.number.isdigit() and one.items])
        item = chance.choice(part.items).item
        lines = list(why(build, sheet.code, f"{part.number}.{item}"))
        assert lines
        assert all(f"Item {item} " in line for line in lines), (sheet.code, part.number, item)


def test_a_word_of_an_answer_names_the_question_who_entered_it_and_when() -> None:
    build = build_of("mei")
    lines = list(why_word(build, "cover-letter", "XIAOMEI"))
    assert any(line.startswith("client.name: answer a") for line in lines), lines
    line = next(line for line in lines if line.startswith("client.name"))
    assert "entered by demo, through demo-interpreter, 2026-11-20T10:00:00" in line
    assert "What is your full legal name?" in line
    assert "XIAOMEI" not in line, "the answer itself is not repeated"


@pytest.mark.parametrize(
    ("code", "word", "source"),
    [
        ("cover-letter", "Staff Attorney", "clinic.yaml"),
        ("memo", "LE-07", "law/authorities.yaml: LE-07"),
        ("statement-chinese", "高中没有读完", "statement.paragraphs[2].text"),
    ],
)
def test_other_words_name_the_clinic_the_law_or_her_paragraph(code: str, word: str, source: str) -> None:
    assert any(source in line for line in why_word(build_of("mei"), code, word))


@pytest.mark.parametrize("word", ["nobody-said-this", "", "   "])
def test_a_word_the_piece_does_not_say_is_refused(word: str) -> None:
    with pytest.raises(UsageError, match="does not say this"):
        list(why_word(build_of("mei"), "cover-letter", word))


def test_a_piece_the_packet_does_not_have_is_refused_with_those_it_has() -> None:
    with pytest.raises(UsageError, match="no piece 'covr-letter'") as refused:
        list(why_word(build_of("mei"), "covr-letter", "a"))
    assert "cover-letter" in refused.value.hint


def test_a_box_names_its_source_and_one_that_is_not_there_is_refused() -> None:
    build = build_of("mei")
    (line,) = why(build, "answer-sheet", "2.10")
    assert "[templates/tvisa/forms/i914.2025-01-20.yaml]: client." in line
    assert "entered by demo, through demo-interpreter, 2026-11-20T10:00:00" in line
    with pytest.raises(UsageError):
        list(why(build, "answer-sheet", "2.999"))
