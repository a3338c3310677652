"""Nothing is lost: what a box keeps and what continues elsewhere are, together, the whole text."""

import pytest
from forms.maps import editions, files
from forms.whole_text import WORDS, lost, whole
from hypothesis import given, settings
from hypothesis import strategies as st

from legalassist.forms import placing
from legalassist.forms.blank import BlankBox, Kind
from legalassist.forms.drawing import FLOOR, columns, rows
from legalassist.forms.fit import Fitted, fit
from legalassist.forms.placing import Overflow, place

english = st.lists(st.sampled_from(WORDS), max_size=160).map(" ".join)
anything = st.text(alphabet=st.sampled_from("ab ,.;\n(é"), max_size=400)
texts = st.one_of(english, anything)
BOXES = [
    BlankBox("narrow", Kind.TEXT, 1, (0, 0, 30, 18)),
    BlankBox("too narrow for one letter", Kind.TEXT, 1, (0, 0, 6, 18)),
    BlankBox("short", Kind.TEXT, 1, (0, 0, 174, 18), max_length=6),
    BlankBox("plain", Kind.TEXT, 1, (0, 0, 234, 18)),
    BlankBox("ruled", Kind.TEXT, 1, (0, 0, 234, 198), lines=True, leading=18, above=4),
    BlankBox("lines without rules", Kind.TEXT, 1, (0, 0, 150, 54), lines=True),
    BlankBox("one line that could be two", Kind.TEXT, 1, (0, 0, 150, 18), lines=True),
]


@pytest.mark.parametrize("box", BOXES, ids=lambda box: box.name)
@settings(max_examples=60)
@given(text=texts)
def test_a_box_keeps_the_beginning_and_gives_back_the_rest(box: BlankBox, text: str) -> None:
    fitted = fit(box, text)
    assert fitted.kept + fitted.rest == (text if box.lines else text.replace("\n", " "))
    assert FLOOR <= fitted.drawn.size <= box.size
    assert len(fitted.drawn.lines) <= rows(box, fitted.drawn.size)
    assert all(len(line) <= columns(box, fitted.drawn.size) for line in fitted.drawn.lines)
    assert len(fitted.kept) <= (box.max_length or len(fitted.kept))
    drawn = "".join("".join(fitted.drawn.lines).split())
    assert drawn == "".join(fitted.kept.split())


def test_a_text_is_made_smaller_before_it_is_cut() -> None:
    box = BlankBox("plain", Kind.TEXT, 1, (0, 0, 234, 18))
    assert fit(box, "x" * 38).drawn.size == 10
    assert fit(box, "x" * 42).drawn.size == 9
    assert fit(box, "x" * 54).drawn.size == FLOOR
    assert fit(box, "x" * 55).rest == "x"


def test_a_cut_stands_behind_a_clause_near_the_end_else_behind_a_word() -> None:
    box = BlankBox("plain", Kind.TEXT, 1, (0, 0, 234, 18))
    sentence = "She worked in a kitchen on Main Street for two years, and slept there."
    assert fit(box, sentence).kept == "She worked in a kitchen on Main Street for two years, "
    assert fit(box, "One, " + "word " * 20).kept == "One, " + "word " * 10


def test_ruled_lines_hold_what_the_form_has_rules_for() -> None:
    box = BlankBox("ruled", Kind.TEXT, 1, (0, 0, 234, 198), lines=True, leading=18, above=4)
    assert (columns(box, box.size), rows(box, box.size)) == (38, 11)


@pytest.mark.parametrize("name", list(editions()))
@settings(max_examples=8)
@given(data=st.data())
def test_box_and_continuation_are_the_whole_text_for_every_text_box(name: str, data: st.DataObject) -> None:
    long = st.integers(1, 6).map(lambda n: "Long story, told at length. " * 40 * n)
    assert list(lost(name, data.draw(st.one_of(english, long)))) == []


def test_a_fit_that_loses_a_blank_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def losing(box: BlankBox, text: str) -> Fitted:
        fitted = fit(box, text)
        return Fitted(fitted.kept, fitted.drawn, fitted.rest.lstrip(" L"))

    monkeypatch.setattr(placing, "fit", losing)
    assert list(lost("g28.2018-09-17", "Long story. " * 300))


@pytest.mark.parametrize("name", list(editions()))
@settings(max_examples=15)
@given(rows=st.lists(english.filter(bool), min_size=1, max_size=60))
def test_rows_without_a_place_continue_whole(name: str, rows: list[str]) -> None:
    boxes = editions()[name]
    _, blank = files(name)[0]
    text = "\n".join(rows)
    placed = place(blank, boxes, [], [Overflow(1, "2", "2", "Other names used", text)])
    assert not placed.problems
    kept = {box.block: placed.entries[boxes.full(box)].value for box in boxes.boxes
            if box.block and box.part == "text" and boxes.full(box) in placed.entries}  # fmt: skip
    assert whole([kept[number] for number in sorted(kept)], placed.addendum) == text
