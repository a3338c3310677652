"""Every printed item of the forms has one source, and our files have no item that the form does not print."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from legalassist.forms.edition import Edition, Item, Part, edition_names, read_edition
from legalassist.interviews.yaml_source import read_yaml
from legalassist.library import Library

FILE = Path(__file__).parent / "printed_items.yaml"
FORMS = {"g-28": "g28.2018-09-17", "g-1145": "g1145.2014-09-26", "i-765": "i765.2025-08-21",
         "i-914b": "i914b.2025-01-20"}  # fmt: skip


def printed(form: str) -> Counter[str]:
    data = read_yaml(FILE.read_text(encoding="utf-8"), FILE.name).data
    assert isinstance(data, dict)
    parts = data[form]
    assert isinstance(parts, dict)
    return Counter(f"{part}.{item}" for part, items in parts.items() for item in str(items).split(", "))


def differences(edition: Edition, wanted: Counter[str]) -> Iterator[str]:
    """Yield every printed item without a source or with two, and every item of ours that is not printed."""
    ours = [f"{part.number}.{item.item}" for part in edition.parts for item in part.items]
    for item, times in wanted.items():
        sources = sum(1 for one in ours if item == one or item.startswith(f"{one}."))
        if sources != times:
            yield f"{item}: {sources} sources, not {times}"
    for one in ours:
        if not any(item == one or item.startswith(f"{one}.") for item in wanted):
            yield f"{one}: not printed on the form"


@pytest.mark.parametrize("form", FORMS)
def test_every_item_the_form_prints_has_exactly_one_source(form: str, library: Library) -> None:
    edition = read_edition(library, "tvisa", FORMS[form])
    assert edition.form == form
    assert list(differences(edition, printed(form))) == []


@pytest.mark.parametrize(
    ("items", "found"),
    [
        (["1.A", "1.B", "2"], []),
        (["1", "2"], []),
        (["1.A", "2"], ["1.1.B: 0 sources, not 1"]),
        (["1", "1.B", "2"], ["1.1.B: 2 sources, not 1"]),
        (["1", "2", "2"], ["1.2: 2 sources, not 1"]),
        (["1", "2", "3"], ["1.3: not printed on the form"]),
    ],
)
def test_the_check_sees_an_item_with_no_source_or_two_and_one_that_is_not_there(
    items: list[str], found: list[str]
) -> None:
    made = tuple(Item(item=one, label="L", by_hand="sign") for one in items)
    edition = Edition(form="f-100", title="F", edition="x", parts=(Part(number="1", title="P", items=made),))
    assert list(differences(edition, Counter({"1.1.A": 1, "1.1.B": 1, "1.2": 1}))) == found


def test_a_form_whose_boxes_are_known_has_its_items_here_or_in_another_list(library: Library) -> None:
    assert set(FORMS.values()) <= set(edition_names(library, "tvisa"))


def test_supplement_b_holds_identity_and_agency_data_only(library: Library) -> None:
    edition = read_edition(library, "tvisa", FORMS["i-914b"])
    typed = [(part.number, item) for part in edition.parts for item in part.items if not item.by_hand]
    assert {part for part, _ in typed} == {"1", "2"}
    assert all(item.fact.startswith(("client.", "reporting.agency", "reporting.case_number")) for _, item in typed)


def test_the_e_notice_never_names_a_way_to_reach_the_client(library: Library) -> None:
    edition = read_edition(library, "tvisa", FORMS["g-1145"])
    sources = {item.answer: item.fact or item.clinic for part in edition.parts for item in part.items}
    assert sources == {"person name": "client.name", "email": "attorney.email", "phone": "attorney.mobile"}
