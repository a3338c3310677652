"""The ledger: a line counts for exactly the two texts it names, and for nobody's second signature."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from legalassist.checks.everything import ledger_problems
from legalassist.checks.matter import trying
from legalassist.errors import ContentError
from legalassist.library import Library
from legalassist.reviews.ledger import LEDGER, Entry, Ledger, Said, State, Step, entry_of, read_ledger, written

DAY = dt.date(2026, 11, 23)
TEXT = Said("piece.do", "zh_Hans", "What you can do", "您可以怎么做")


def line(said: Said, step: Step, who: str) -> Entry:
    return entry_of(said.wording, step, who, DAY)


def test_two_people_are_needed_and_one_of_them_approves() -> None:
    approval, check = line(TEXT, Step.APPROVED, "je"), line(TEXT, Step.CHECKED, "A. Reader")
    assert Ledger().state(TEXT) is State.DRAFT
    assert Ledger((check,)).state(TEXT) is State.CHECKED
    assert Ledger((approval,)).state(TEXT) is State.CHECKED
    assert Ledger((approval, approval)).state(TEXT) is State.CHECKED
    assert Ledger((check, line(TEXT, Step.CHECKED, "B. Reader"))).state(TEXT) is State.CHECKED
    assert Ledger((check, approval)).state(TEXT) is State.APPROVED
    assert Ledger((approval,), readers=1).state(TEXT) is State.APPROVED


def test_what_a_reader_looked_at_approves_nothing_and_holds_for_these_two_texts_alone() -> None:
    looked = entry_of(TEXT.wording, Step.LOOKED_AT, "A. Reader", DAY, rule="modality", reason="said so")
    ledger = Ledger((looked, line(TEXT, Step.APPROVED, "je")))
    assert ledger.looked_at(TEXT.wording) == {"modality"}
    assert Ledger((looked,)).state(TEXT) is State.DRAFT
    assert ledger.state(TEXT) is State.CHECKED, "whoever looked has not checked it"
    for part in ("english", "text"):
        changed = Said(TEXT.context, TEXT.language, **{"english": TEXT.english, "text": TEXT.text, part: "x"})
        assert ledger.looked_at(changed.wording) == frozenset()


@pytest.mark.parametrize(
    ("step", "more"),
    [
        (Step.LOOKED_AT, {"rule": "modality"}),
        (Step.LOOKED_AT, {"reason": "said so"}),
        (Step.LOOKED_AT, {"was": "0" * 64, "reason": "said so"}),
        (Step.WORDING_ONLY, {"rule": "modality", "reason": "said so"}),
        (Step.CHECKED, {"reason": "said so"}),
        (Step.APPROVED, {"rule": "modality", "reason": "said so"}),
        (Step.LOOKED_AT, {"rule": "Modality!", "reason": "said so"}),
    ],
)
def test_a_line_that_says_half_of_what_it_needs_or_more_is_none(step: Step, more: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        entry_of(TEXT.wording, step, "A. Reader", DAY, **more)


@settings(max_examples=25)
@given(st.sampled_from(["english", "text"]), st.integers(0, 5), st.characters(codec="utf-8"))
def test_one_changed_character_of_either_text_is_enough(part: str, place: int, character: str) -> None:
    ledger = Ledger((line(TEXT, Step.APPROVED, "je"),), readers=1)
    parts = {"english": TEXT.english, "text": TEXT.text}
    parts[part] = parts[part][:place] + character + parts[part][place + 1 :]
    changed = Said(TEXT.context, TEXT.language, **parts)
    assert (ledger.state(changed) is State.APPROVED) == (changed == TEXT)
    assert ledger.lapsed(changed) == (changed != TEXT)


def test_the_ledger_is_read_as_written_and_a_damaged_line_approves_nothing(tmp_path: Path) -> None:
    entries = (line(TEXT, Step.CHECKED, "A. Reader"), line(TEXT, Step.APPROVED, "je"))
    path = tmp_path / LEDGER
    path.parent.mkdir()
    path.write_text(written(entries), encoding="utf-8")
    assert read_ledger(Library(tmp_path)).entries == entries
    for damage in ('{"context": "x"}\n', "no json\n", written(entries[:1]).replace("checked", "stale")):
        path.write_text(written(entries) + damage, encoding="utf-8")
        with pytest.raises(ContentError, match="3: this is no line of the ledger"):
            read_ledger(Library(tmp_path))


def test_check_tells_a_damaged_line(tmp_path: Path) -> None:
    path = tmp_path / LEDGER
    path.parent.mkdir()
    path.write_text(written((line(TEXT, Step.CHECKED, "A. Reader"),)) + "no json\n", encoding="utf-8")
    (found,) = trying(LEDGER, lambda: ledger_problems(Library(tmp_path)))
    assert (found.where.line, found.message) == (2, "this is no line of the ledger")


def test_a_change_of_wording_only_carries_an_approval_over_and_nothing_else() -> None:
    later = Said(TEXT.context, TEXT.language, "What you can do now", TEXT.text)
    lines = (line(TEXT, Step.CHECKED, "A. Reader"), line(TEXT, Step.APPROVED, "je"))
    over = entry_of(later.wording, Step.APPROVED, "je", DAY).model_copy(
        update={"step": Step.WORDING_ONLY, "was": TEXT.wording.english, "reason": "one word"}
    )
    assert Ledger((*lines, over)).holds(later)
    assert not Ledger((lines[0], over)).holds(later), "what was not approved does not become so"
    assert not Ledger((over,)).holds(later)
    turned = over.model_copy(update={"english": TEXT.wording.english, "was": later.wording.english})
    assert Ledger((*lines, over, turned)).holds(later), "a circle ends"
    assert later.wording in set(Ledger((*lines, over)).approved())
    with pytest.raises(ValidationError):
        Entry.model_validate(over.model_dump() | {"reason": ""})


def test_nothing_that_is_shipped_claims_an_approval(library: Library) -> None:
    assert library.find(LEDGER) is None
    assert read_ledger(library).entries == ()
