"""Who read a form is said by its read-back alone: no question asks for it, no other source fills the Items."""

import pytest
from one_library import LIBRARY

from legalassist.api.opening import open_interview
from legalassist.forms.edition import Edition, Item, editions_on
from legalassist.forms.rules import READ_IN

EDITIONS = [one for one in editions_on(LIBRARY, "tvisa") if one.form not in {"g-28", "g-1145", "i-914b"}]
"""The forms with an interpreter's part: G-28 and G-1145 have none, Supplement B is the agency's."""


def of_the_reader(edition: Edition) -> list[Item]:
    parts = [part for part in edition.parts if part.title == "The interpreter's details and signature"]
    said = [item for part in edition.parts for item in part.items if "read the form in" in item.label]
    return [*said, *(item for part in parts for item in part.items)]


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda one: one.form)
def test_every_item_about_the_reader_comes_from_the_read_back(edition: Edition) -> None:
    items = of_the_reader(edition)
    assert len(items) > 4
    others = [
        one.item for one in items
        if one.rule != READ_IN and not one.clinic.startswith("interpreter.") and not one.by_hand
    ]  # fmt: skip
    assert others == []


def test_no_question_asks_who_read_a_form_or_when() -> None:
    interview = open_interview(LIBRARY, "tvisa")
    feeding = {str(item) for question in interview.by_fact.values() for item in question.feeds}
    readers = {f"{edition.form} {part.number}.{item.item}" for edition in EDITIONS for part in edition.parts
               for item in of_the_reader(edition) if item in part.items}  # fmt: skip
    assert feeding & readers == set()
    assert [fact for fact in interview.by_fact if "read_on" in fact or "read_back" in fact] == []
