from datetime import date
from pathlib import Path

import pytest

from legalassist.api.building import prepare
from legalassist.assessments.assess import assess
from legalassist.facts.known import Facts
from legalassist.library import Library
from legalassist.packets.enclosed import forms_for
from legalassist.packets.plan import plan_pieces, required_plan


def facts_of(path: Path, library: Library, today: date) -> Facts:
    build = prepare(path, library, as_of=today)
    return assess(build.interview, build.case, as_of=build.as_of).facts


@pytest.mark.parametrize(("wants", "forms"), [("no", ("I-914",)), ("yes", ("I-914", "I-765"))])
def test_the_forms_of_an_appearance_are_those_the_packet_holds(
    wants: str, forms: tuple[str, ...], tmp_path: Path, library: Library, today: date
) -> None:
    path = tmp_path / "case.yaml"
    text = f"invented: true\ninterview: tvisa\nanswers:\n  work.card_while_waiting: {wants}\n"
    path.write_text(text, encoding="utf-8")
    assert forms_for(library, "tvisa", facts_of(path, library, today), "") == forms


HUI = "interviews/tvisa/examples/hui.yaml"


@pytest.mark.parametrize(
    ("about", "forms"),
    [("", {"I-914", "I-914A", "I-765"}), ("family[1]", {"I-914A", "I-765"}), ("family[2]", {"I-914A"})],
)  # the client signs every Supplement A; one child is here and asks for a permit, the other is abroad
def test_each_person_has_forms_of_their_own(
    about: str, forms: set[str], top: Path, library: Library, today: date
) -> None:
    held = forms_for(library, "tvisa", facts_of(top / HUI, library, today), about)
    assert forms <= set(held)
    assert ("I-765" in held) is ("I-765" in forms)


def test_an_appearance_for_each_person_represented_and_a_permit_only_for_who_is_here(
    top: Path, library: Library, today: date
) -> None:
    pieces = plan_pieces(required_plan(library, "tvisa"), facts_of(top / HUI, library, today)).pieces
    codes = [one.code for one in pieces if one.form]
    for sheet in ("appearance-sheet", "work-permit-sheet"):
        assert [code for code in codes if code.startswith(sheet)] == [sheet, f"{sheet}-of-1"]


def test_no_permit_is_asked_for_anybody_who_went_abroad(
    top: Path, tmp_path: Path, library: Library, today: date
) -> None:
    text = (top / HUI).read_text(encoding="utf-8")
    path = tmp_path / "hui.yaml"
    path.write_text(text.replace("      in_us: yes\n", "      in_us: no\n", 1), encoding="utf-8")
    assert "I-765" not in forms_for(library, "tvisa", facts_of(path, library, today), "family[1]")
