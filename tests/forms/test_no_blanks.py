"""No word without an answer or a rule behind it: for every kind of Item, in every state a box can be in."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalassist.errors import ContentError
from legalassist.forms.edition import editions_on
from legalassist.forms.no_blanks import (
    NO_WORDS,
    OF_FACT,
    SPOKEN_FOR,
    TICKED,
    Empty,
    NoBlanks,
    blank,
    read_no_blanks,
)
from legalassist.interviews.types import TYPES
from legalassist.library import Library

WORDS = {"None", "N/A", "Unknown"}
KINDS = st.sampled_from([*TYPES, "several parts", "signature", "anything"])
STATES = st.sampled_from(list(Empty))


@st.composite
def word_lists(draw: st.DrawFn) -> NoBlanks:
    """Draw any list a clinic could write, made without the checks of the file so that it may say too much."""
    states = st.dictionaries(st.sampled_from([state.value for state in Empty]), st.sampled_from(sorted(WORDS)))
    return NoBlanks.model_construct(words=draw(st.dictionaries(KINDS, states)))


@given(word_lists(), KINDS, STATES)
def test_a_word_always_has_an_answer_or_a_rule_behind_it(words: NoBlanks, kind: str, state: Empty) -> None:
    found = blank(words, kind, state)
    if found.word:
        assert state in SPOKEN_FOR
        assert kind not in TICKED
        assert not found.stops
    if state in {Empty.NOT_ASKED, Empty.LATER, Empty.DECLINED, Empty.UNDECIDED, Empty.NO_PARTICULAR}:
        assert (found.word, found.stops) == ("", True)


def test_the_shipped_words_are_the_three_and_every_kind_that_is_written_has_them(library: Library) -> None:
    words = read_no_blanks(library, "tvisa").words
    assert {word for states in words.values() for word in states.values()} == WORDS
    written = {item.answer for edition in editions_on(library, "tvisa") for part in edition.parts for item in part.items
               if item.fact or item.relative or item.group or item.rule} - TICKED  # fmt: skip
    assert written <= words.keys()
    assert all("does not apply" in states for states in words.values())


def test_every_reason_for_an_unknown_fact_has_its_state() -> None:
    assert {why.value for why in OF_FACT} == {
        "not asked yet", "does not know", "prefers not to say", "later", "does not apply", "no sourced rule",
    }  # fmt: skip
    assert {OF_FACT[why] for why in OF_FACT} >= SPOKEN_FOR - {Empty.NONE}


def words_file(folder: Path, text: str) -> Library:
    path = folder / "templates/try/no-blanks.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return Library(folder)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("words:\n  yes no:\n    does not apply: N/A\n", "a box that is ticked never gets a word"),
        ("words:\n  text:\n    prefers not to say: N/A\n", "only these states have a word"),
        ("words:\n  text:\n    not answered yet: Unknown\n", "only these states have a word"),
        ("wrods:\n  text:\n    none: None\n", "unknown key 'wrods'"),
    ],
)
def test_a_list_that_says_too_much_is_refused(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ContentError) as refused:
        read_no_blanks(words_file(tmp_path, text), "try")
    assert message in str(refused.value)


def test_a_shelf_without_the_list_writes_no_word(tmp_path: Path) -> None:
    library = words_file(tmp_path, "words: {}\n")
    assert read_no_blanks(library, "another") == NO_WORDS
    assert blank(NO_WORDS, "text", Empty.DOES_NOT_KNOW).stops
    assert not blank(NO_WORDS, "text", Empty.DOES_NOT_APPLY).stops
