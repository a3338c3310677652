from pathlib import Path

import pytest

from legalassist.api.opening import open_interview
from legalassist.cases.case import Case
from legalassist.cases.determination import Determination
from legalassist.documents.clinic import read_clinic
from legalassist.errors import Place
from legalassist.facts.known import PlainFacts
from legalassist.forms.attorney_items import AttorneyItem, Standing, attorney_items, read_decided
from legalassist.forms.edition import Edition, Item, Part, editions_on
from legalassist.forms.sources import Sources
from legalassist.interviews.schema import Choice, Interview, Page, Question
from legalassist.interviews.types import UnfitValueError
from legalassist.library import Library

CLINIC = read_clinic(
    (Path(__file__).resolve().parents[2] / "interviews/tvisa/examples/clinic.yaml").read_text(), "clinic.yaml"
)
QUESTIONS = (
    Question("a.yes", "yes no", "Yes or no?", Place("f")),
    Question("a.kind", "choice", "Which?", Place("f"), choices=(Choice("one", "The first"), Choice("two", "Second"))),
)
INTERVIEW = Interview("try", "Try", (Page("p", "s", "t", QUESTIONS, Place("f")),))


def item_of(**parts: object) -> Item:
    return Item.model_validate({"item": "9", "label": "L", "attorney": "yes", "plain": ["a.yes"], **parts})


def one(facts: PlainFacts, *determinations: Determination, **parts: object) -> AttorneyItem:
    edition = Edition(form="f-100", title="F", edition="x",
                      parts=(Part(number="1", title="P", items=(item_of(**parts),)),))  # fmt: skip
    case = Case("R1", "try", determinations=determinations)
    (found,) = attorney_items(edition, Sources(INTERVIEW, facts, CLINIC, case, form="f-100"))
    return found


def decided(word: str) -> Determination:
    return Determination("f-100 1.9", "", word, "Jordan Example", "2026-11-20")


def test_an_item_shows_the_question_the_answer_and_what_the_form_proposes() -> None:
    found = one(PlainFacts({"a.yes": True}), answer="yes no", proposed="a.yes")
    assert (found.name, found.open, found.proposed) == ("f-100 1.9", True, "Yes")
    assert [(each.path, each.ask, each.words) for each in found.beside] == [("a.yes", "Yes or no?", "Yes")]
    assert found.options == ("yes", "no")


def test_nothing_is_proposed_while_the_answer_it_would_rest_on_is_unknown() -> None:
    assert one(PlainFacts(), answer="yes no", proposed="a.yes").proposed == ""


@pytest.mark.parametrize(("word", "says", "still_open"), [("yes", "Yes", False), ("perhaps", "", True)])
def test_what_was_decided_counts_only_if_it_fits_the_item(word: str, says: str, still_open: bool) -> None:
    found = one(PlainFacts({"a.yes": True}), decided(word), answer="yes no")
    assert (found.says, found.open) == (says, still_open)


def test_an_attorneys_word_alone_ticks_no_box() -> None:
    alone = one(PlainFacts(), decided("yes"), answer="yes no")
    assert (alone.standing, alone.open) == (Standing.NO_ANSWER, True)
    assert one(PlainFacts(), decided("as it was told"), answer="text").standing is Standing.SETTLED


def test_a_choice_is_among_the_items_own_or_those_of_the_question_beside_it() -> None:
    assert one(PlainFacts(), answer="choice", choices=["x", "y"]).options == ("x", "y")
    found = one(PlainFacts(), decided("two"), answer="choice", plain=["a.kind"])
    assert (found.options, found.says) == (("one", "two"), "Second")


def test_a_telephone_number_that_was_decided_reads_as_one() -> None:
    assert one(PlainFacts(), decided("+12125550101"), answer="phone").says == "212-555-0101"


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        ("yes no", "Yes", "yes"),
        ("date", "2021-09-05", "2021-09-05"),
        ("text", "no status: overstayed", "no status: overstayed"),
        ("several parts", "To the police", "To the police"),
        ("person name", "{family: WANG, given: MEI}", '{"family": "WANG", "given": "MEI"}'),
        ("phone", "212-555-0101", "+12125550101"),
    ],
)
def test_a_value_is_kept_as_an_answer_of_the_items_kind(kind: str, typed: str, kept: str) -> None:
    assert read_decided(item_of(answer=kind), INTERVIEW, typed) == kept
    assert read_decided(item_of(answer=kind), INTERVIEW, kept) == kept


@pytest.mark.parametrize(
    ("parts", "typed"),
    [
        ({"answer": "yes no"}, "perhaps"),
        ({"answer": "date"}, "soon"),
        ({"answer": "choice", "choices": ["x"]}, "z"),
        ({"answer": "person name"}, "{family: [}"),
        ({"answer": "text"}, " "),
    ],
)
def test_a_value_that_does_not_fit_is_refused(parts: dict[str, object], typed: str) -> None:
    with pytest.raises(UnfitValueError):
        read_decided(item_of(**parts), INTERVIEW, typed)


def test_what_a_question_feeds_into_a_yes_or_no_of_an_attorneys_stands_beside_it(library: Library) -> None:
    """An answer that is there must be seen, and must be enough to let what was decided fill the box."""
    interview = open_interview(library, "tvisa")
    feeds = {(str(one), path) for path, question in interview.by_fact.items() for one in question.feeds}
    yes_no = {
        f"{edition.form} {part.number}.{item.item}": (*item.plain, *item.plain_relative)
        for edition in editions_on(library, "tvisa")
        for part in edition.parts
        for item in part.items
        if item.attorney and item.answer == "yes no"
    }
    assert ("i-914 3.4", "hardship.fear") in feeds
    assert [(name, path) for name, path in sorted(feeds) if name in yes_no and path not in yes_no[name]] == []
