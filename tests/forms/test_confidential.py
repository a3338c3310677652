"""A confidential address is printed nowhere until an attorney has chosen what, and only as long as the answer stays."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from forms.test_answer_sheet import INTERVIEW, sheet, sources_of
from forms.test_answering import form, texts

from legalassist.cases.determination import Determination
from legalassist.documents.context import Used
from legalassist.facts.known import PlainFacts
from legalassist.facts.values import Address
from legalassist.forms.answer_sheet import answer_sheet
from legalassist.forms.answering import answer_boxes
from legalassist.forms.confidential import AS_ANSWERED, printed, read_address
from legalassist.forms.plain import CONFIDENTIAL
from legalassist.interviews.types import UnfitValueError

SHELTER = Address("7 Hidden Street", "APT", "3B", "Flushing", "NY", "11354", confidential=True)
FACTS = PlainFacts({"a.home": SHELTER})
CLINIC_S = "{street: 100 Example Street, city: New York, state: NY}"
BOXES = ({"part": "street"}, {"part": "city"}, {"kind": "check", "part": "unit kind", "is": "apt"})


def choice(decided: str, rests_on: str = "") -> Determination:
    return Determination("address a.home", "", decided, "A. Attorney", "2026-11-22", rests_on=rests_on)


def boxes_of(*chosen: Determination) -> Mapping[str, str]:
    edition, boxes = form({"fact": "a.home"}, *BOXES)
    return texts(answer_boxes(boxes, edition, sources_of(FACTS, *chosen), {f"B[{n}]": 1 for n in range(3)}))


def line_of(*chosen: Determination) -> tuple[str, Used]:
    used = Used()
    edition, _ = form({"fact": "a.home"})
    ((line,),) = (part.items for part in answer_sheet(edition, sources_of(FACTS, *chosen), used))
    return line.answer, used


def test_undecided_it_is_in_no_box_and_its_form_is_not_ready() -> None:
    assert boxes_of() == {}
    answer, used = line_of()
    assert answer == CONFIDENTIAL
    assert list(used.gaps) == ["address a.home"]


def test_the_attorney_may_let_it_be_printed_as_it_was_answered() -> None:
    assert boxes_of(choice(AS_ANSWERED)) == {"B[0]": "7 Hidden Street", "B[1]": "Flushing", "B[2]": "X"}
    answer, used = line_of(choice(AS_ANSWERED))
    assert answer.startswith("7 Hidden Street")
    assert used.gaps == {}
    assert list(used.decisions) == ["address a.home"]


def test_the_attorney_may_have_another_address_printed() -> None:
    chosen = choice(read_address(CLINIC_S, INTERVIEW))
    assert boxes_of(chosen) == {"B[0]": "100 Example Street", "B[1]": "New York"}
    assert "Hidden" not in line_of(chosen)[0]


def test_a_choice_made_on_another_answer_prints_nothing() -> None:
    stale = choice(AS_ANSWERED, rests_on="0" * 64)
    assert boxes_of(stale) == {}
    assert line_of(stale)[0] == CONFIDENTIAL


def test_an_address_that_is_not_confidential_needs_no_choice() -> None:
    plain = replace(SHELTER, confidential=False)
    assert printed("a.home", plain, sources_of(FACTS)) == plain
    (line,), used = sheet(PlainFacts({"a.home": plain}), fact="a.home")
    assert (line.answer[:8], used.gaps) == ("7 Hidden", {})


@pytest.mark.parametrize(
    "typed", ["", "yes", "print it", "{street: 1 Road, confidential: yes}", "{unit: 3B}", "{street: [}"]
)
def test_what_is_neither_of_the_two_is_refused(typed: str) -> None:
    with pytest.raises(UnfitValueError):
        read_address(typed, INTERVIEW)
