"""What finds no room in a piece is named, never clipped: a statement, or the clinic's own name."""

from datetime import date
from pathlib import Path

import pytest
from handouts.shelf import TOPIC, shelf

from legalassist.api.handout_run import Run
from legalassist.api.handout_workers import print_one
from legalassist.api.opening import open_clinic
from legalassist.errors import DocumentError
from legalassist.handouts.formats import FORMATS
from legalassist.library import Library

DAY = date(2026, 12, 1)
NAME = "The Example Street Community Legal Services Clinic of the County of Queens, N.Y."


def test_a_name_of_eighty_characters_is_named_where_it_takes_the_room(library: Library) -> None:
    assert len(NAME) == 80
    run = Run(library, open_clinic(library).model_copy(update={"name": NAME}), DAY)
    with pytest.raises(DocumentError, match="the clinic's name has 80 characters") as wrong:
        print_one(run, run.topic("at-the-door"), FORMATS["wallet"], "en")
    assert "not even in letters of 8 points" in str(wrong.value)


def test_the_statement_that_has_no_room_is_named(library: Library, tmp_path: Path) -> None:
    both = TOPIC.replace("    room: half\n", "")  # 'closed' is to be done, and stands before what is to be said
    for text, named in (("You can keep the door closed.", "closed"), ("I choose to stay silent.", "silent")):
        other = shelf(tmp_path / named, library, both.replace(text, f"{text} " * 60))
        run = Run(other, open_clinic(library), DAY)
        with pytest.raises(DocumentError, match=f"there is no room for '{named}'"):
            print_one(run, run.topic("at-shop"), FORMATS["wallet"], "en")
