"""What finds no room in a piece is named, never clipped: a statement, or the clinic's own name."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from handouts.shelf import TOPIC, shelf

from legalassist.api.handout_run import Run
from legalassist.api.handout_workers import print_one
from legalassist.api.opening import open_clinic
from legalassist.documents.clinic import Told
from legalassist.errors import DocumentError
from legalassist.handouts.formats import BOTH, BOTH_TRADITIONAL, FORMATS
from legalassist.handouts.no_room import without_room
from legalassist.handouts.piece import Piece
from legalassist.library import Library

DAY = date(2026, 12, 1)
NAME = "The Example Street Community Legal Services Clinic of the County of Queens, N.Y."


def test_a_name_of_eighty_characters_is_named_where_it_takes_the_room(library: Library) -> None:
    assert len(NAME) == 80
    run = Run(library, open_clinic(library).model_copy(update={"name": NAME}), DAY)
    with pytest.raises(DocumentError, match="the clinic's name of 80 characters takes the room") as wrong:
        print_one(run, run.topic("at-the-door"), FORMATS["wallet"], "en")
    assert "not even in letters of 8 points" in str(wrong.value)
    assert "a 'card_name' under 'handouts' in clinic.yaml of 40 characters or fewer" in wrong.value.hint
    own = run.clinic.handouts.model_copy(
        update={"card_name": Told.model_validate({"all": "Example Street Legal Clinic"})}
    )
    named = replace(run, clinic=run.clinic.model_copy(update={"handouts": own}))
    card, _ = print_one(named, run.topic("at-the-door"), FORMATS["wallet"], "en")
    sheet, _ = print_one(named, run.topic("at-the-door"), FORMATS["half"], "en")
    assert (card.piece.shown.name, sheet.piece.shown.name) == ("Example Street Legal Clinic", NAME)


@pytest.mark.parametrize(("form", "language"), [("wallet", "en"), ("fold", BOTH)])
def test_a_long_telephone_number_is_named_and_no_statement(library: Library, form: str, language: str) -> None:
    long = "212-555-0100 extension 12345, ask for Ms. Example at the desk"
    run = Run(library, open_clinic(library).model_copy(update={"phone": long}), DAY)
    with pytest.raises(DocumentError, match="the clinic's telephone number of 61 characters") as wrong:
        print_one(run, run.topic("at-the-door"), FORMATS[form], language)
    assert "without an extension" in wrong.value.hint


HOURS = "Monday to Friday, nine to five, by appointment"
LONG = {"hours": HOURS * 4, "advertising": "Attorney Advertising. " * 9, "disclaimer": "Funded by nobody. " * 11}


def _made(library: Library, form: str, language: str, *, name: str = "", **own: object) -> Piece:
    """Return a piece of at-the-door as it is tried first, with lines of the clinic's own."""
    clinic = open_clinic(library)
    told = {"handouts": type(clinic.handouts).model_validate(own), "name": name or clinic.name}
    run = Run(library, clinic.model_copy(update=told), DAY, scanned="url" in own)
    piece, _ = next(run.candidates(run.topic("at-the-door"), FORMATS[form], language))
    return piece


def test_no_statement_is_blamed_for_what_the_clinic_adds(library: Library) -> None:
    clinic = open_clinic(library)
    own = LONG | {"url": "https://example.org/help", "hours": "9:00–17:00 " * 18}
    clinic = clinic.model_copy(update={"handouts": type(clinic.handouts).model_validate(own)})
    run = Run(library, clinic, DAY, scanned=True)
    with pytest.raises(DocumentError, match="the code to scan takes the room") as wrong:
        print_one(run, run.topic("at-the-door"), FORMATS["half"], BOTH_TRADITIONAL)
    assert "--code" in wrong.value.hint


@pytest.mark.parametrize(("key", "told"), [("hours", "hours of 184"), ("disclaimer", "disclaimer of 197")])
def test_one_line_that_takes_the_room_is_named_alone(library: Library, key: str, told: str) -> None:
    piece = _made(library, "half", "en", **LONG)
    what, hint = without_room(piece, lambda one: not getattr(one.shown, key))
    assert told in what
    assert what.endswith("takes the room")
    assert "clinic.yaml" in hint


def test_of_several_only_those_that_take_the_room_are_named_and_none_that_is_not_there(library: Library) -> None:
    card = _made(library, "wallet", "en", name=NAME, **LONG)
    what, hint = without_room(card, lambda one: one.shown.name != NAME and not one.shown.hours)
    named = "the clinic's line of hours of 184 characters and the clinic's name of 80 characters"
    assert what == f"{named} take the room together"
    assert "code" not in what
    assert "--code" not in hint
    assert "'card_name'" in hint
    sheet = _made(library, "half", "en", name=NAME, url="https://example.org/help", **LONG)
    what, hint = without_room(sheet, lambda one: not one.scanned and not one.shown.disclaimer)
    assert what == "the clinic's disclaimer of 197 characters and the code to scan take the room together"
    assert "--code" in hint
    assert "card_name" not in hint


def test_a_card_blames_name_hours_and_advertising_and_never_a_code(library: Library) -> None:
    clinic = open_clinic(library)
    own = type(clinic.handouts).model_validate({"hours": HOURS, "advertising": "Attorney Advertising. Prior results"})
    run = Run(library, clinic.model_copy(update={"name": NAME, "handouts": own}), DAY)
    with pytest.raises(DocumentError, match="the clinic's name of 80 characters") as wrong:
        print_one(run, run.topic("at-the-door"), FORMATS["wallet"], "en")
    assert "code" not in str(wrong.value).replace("card_name", "")
    assert "'card_name'" in wrong.value.hint


def test_the_statement_that_has_no_room_is_named(library: Library, tmp_path: Path) -> None:
    both = TOPIC.replace("    room: half\n", "")  # 'closed' is to be done, and stands before what is to be said
    for text, named in (("You can keep the door closed.", "closed"), ("I choose to stay silent.", "silent")):
        other = shelf(tmp_path / named, library, both.replace(text, f"{text} " * 60))
        run = Run(other, open_clinic(library), DAY)
        with pytest.raises(DocumentError, match=f"there is no room for '{named}'"):
            print_one(run, run.topic("at-shop"), FORMATS["wallet"], "en")
