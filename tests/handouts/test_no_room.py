"""What finds no room in a piece is named, never clipped: a statement, or the clinic's own name."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from handouts.shelf import TOPIC, shelf

from legalassist.api.handout_run import Run
from legalassist.api.handout_workers import print_one
from legalassist.api.opening import open_clinic
from legalassist.errors import DocumentError
from legalassist.handouts.formats import BOTH, BOTH_TRADITIONAL, FORMATS
from legalassist.library import Library

DAY = date(2026, 12, 1)
NAME = "The Example Street Community Legal Services Clinic of the County of Queens, N.Y."


def test_a_name_of_eighty_characters_is_named_where_it_takes_the_room(library: Library) -> None:
    assert len(NAME) == 80
    run = Run(library, open_clinic(library).model_copy(update={"name": NAME}), DAY)
    with pytest.raises(DocumentError, match="the clinic's name has 80 characters") as wrong:
        print_one(run, run.topic("at-the-door"), FORMATS["wallet"], "en")
    assert "not even in letters of 8 points" in str(wrong.value)
    assert wrong.value.hint == "a 'card_name' under 'handouts' in clinic.yaml of 40 characters would have room here"
    own = run.clinic.handouts.model_copy(update={"card_name": "Example Street Legal Clinic"})
    named = replace(run, clinic=run.clinic.model_copy(update={"handouts": own}))
    card, _ = print_one(named, run.topic("at-the-door"), FORMATS["wallet"], "en")
    sheet, _ = print_one(named, run.topic("at-the-door"), FORMATS["half"], "en")
    assert (card.piece.shown.name, sheet.piece.shown.name) == ("Example Street Legal Clinic", NAME)


@pytest.mark.parametrize(("form", "language"), [("wallet", "en"), ("fold", BOTH)])
def test_a_long_telephone_number_is_named_and_no_statement(library: Library, form: str, language: str) -> None:
    long = "212-555-0100 extension 12345, ask for Ms. Example at the desk"
    run = Run(library, open_clinic(library).model_copy(update={"phone": long}), DAY)
    with pytest.raises(DocumentError, match="the clinic's telephone number has 61 characters") as wrong:
        print_one(run, run.topic("at-the-door"), FORMATS[form], language)
    assert "without an extension" in wrong.value.hint


@pytest.mark.parametrize(
    ("piece", "own", "told"),
    [
        (("at-work", "palm", BOTH_TRADITIONAL), {"url": "https://example.org/help"}, "the code to scan takes the room"),
        (("at-the-door", "wallet", "en"), {"hours": "Monday to Friday, nine to five " * 6}, "line of hours has 185"),
        (("at-the-door", "wallet", "en"), {"advertising": "Attorney Advertising. " * 9}, "the clinic's advertising"),
        (("paid-help", "half", BOTH),
         {"disclaimer": {"en": "Funded by nobody at all. " * 8, "zh_Hans": "资金来自测试，没有别的来源。" * 14}},
         "disclaimer has 395 characters"),
        (("at-the-door", "half", BOTH_TRADITIONAL),
         {"url": "https://example.org/help", "hours": "9:00–17:00 " * 18, "disclaimer": "Funded by nobody. " * 11,
          "advertising": "Attorney Advertising. " * 9}, "own lines and its code to scan take the room together"),
    ],
)  # fmt: skip
def test_no_statement_is_blamed_for_what_the_clinic_adds(
    library: Library, piece: tuple[str, str, str], own: dict[str, object], told: str
) -> None:
    topic, form, language = piece
    clinic = open_clinic(library)
    clinic = clinic.model_copy(update={"handouts": type(clinic.handouts).model_validate(own)})
    run = Run(library, clinic, DAY, scanned="url" in own)
    with pytest.raises(DocumentError, match=told) as wrong:
        print_one(run, run.topic(topic), FORMATS[form], language)
    assert "--code" in wrong.value.hint or "clinic.yaml" in wrong.value.hint


def test_the_statement_that_has_no_room_is_named(library: Library, tmp_path: Path) -> None:
    both = TOPIC.replace("    room: half\n", "")  # 'closed' is to be done, and stands before what is to be said
    for text, named in (("You can keep the door closed.", "closed"), ("I choose to stay silent.", "silent")):
        other = shelf(tmp_path / named, library, both.replace(text, f"{text} " * 60))
        run = Run(other, open_clinic(library), DAY)
        with pytest.raises(DocumentError, match=f"there is no room for '{named}'"):
            print_one(run, run.topic("at-shop"), FORMATS["wallet"], "en")
