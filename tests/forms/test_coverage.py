"""Every Item of the three forms has exactly one source: the edition files against a list kept apart from them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import ValidationError

from legalassist.assessments.assess import WORDS
from legalassist.checks.forms import form_problems
from legalassist.checks.matter import read_matter
from legalassist.forms.edition import About, Edition, Item, edition_problems, read_edition
from legalassist.interviews.reader import read_interview
from legalassist.library import Library

ITEMS = Path(__file__).parent / "items"
FORMS = ("i-914", "i-914a", "i-192")
ABOUT = {"i-914": {About.CLIENT}, "i-914a": {About.FAMILY}, "i-192": {About.CLIENT, About.FAMILY}}


def edition_of(library: Library, form: str) -> Edition:
    return read_edition(library, "tvisa", f"{form.replace('-', '')}.2025-01-20")


def printed(form: str) -> set[tuple[str, str]]:
    """Return every Part and Item that a form prints."""
    lines = (ITEMS / f"{form}.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split(" | ") for line in lines if not line.startswith("#"))
    return {(part, item) for part, item in pairs}


def coverage_faults(edition: Edition, wanted: set[tuple[str, str]]) -> Iterator[str]:
    """Yield Items that have no source, that the form does not have, and lines that have two."""
    lines = [(part.number, item.item, item.label) for part in edition.parts for item in part.items]
    there = {(part, item) for part, item, _ in lines}
    yield from (f"{part}.{item} has no source" for part, item in sorted(wanted - there))
    yield from (f"{part}.{item} is on no form" for part, item in sorted(there - wanted))
    yield from (f"{part}.{item} ({label}) has two sources" for part, item, label in sorted(set(lines))
                if lines.count((part, item, label)) > 1)  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_every_item_of_the_form_has_exactly_one_source(library: Library, form: str) -> None:
    edition = edition_of(library, form)
    assert list(coverage_faults(edition, printed(form))) == []
    assert edition.form == form
    assert set(edition.about) == ABOUT[form]


@pytest.mark.parametrize("form", FORMS)
def test_an_item_without_a_source_or_with_two_is_found(library: Library, form: str) -> None:
    edition = edition_of(library, form)
    part = edition.parts[2]
    first, *rest = part.items
    without = edition.model_copy(update={"parts": (part.model_copy(update={"items": tuple(rest)}),)})
    only = {(part.number, item) for number, item in printed(form) if number == part.number}
    assert list(coverage_faults(without, only)) == [f"{part.number}.{first.item} has no source"]
    twice = part.model_copy(update={"items": (first, *part.items)})
    found = list(coverage_faults(edition.model_copy(update={"parts": (twice,)}), only))
    assert found == [f"{part.number}.{first.item} ({first.label}) has two sources"]
    strange = part.model_copy(update={"items": (*part.items, first.model_copy(update={"item": "99"}))})
    found = list(coverage_faults(edition.model_copy(update={"parts": (strange,)}), only))
    assert found == [f"{part.number}.99 is on no form"]


@pytest.mark.parametrize("sources", [{}, {"fact": "a.b", "attorney": "yes"}, {"clinic": "attorney.name", "rule": "x"}])
def test_an_item_that_names_no_source_or_two_cannot_be_read(sources: dict[str, str]) -> None:
    with pytest.raises(ValidationError, match="exactly one source"):
        Item.model_validate({"item": "1", "label": "L", **sources})


@pytest.mark.parametrize("form", FORMS)
def test_the_forms_name_only_facts_that_are_asked_or_derived(library: Library, form: str) -> None:
    interview = read_interview(library, "tvisa", WORDS).required()
    assert edition_problems(library, "tvisa", f"{form.replace('-', '')}.2025-01-20", interview) == ()
    assert list(form_problems(read_matter(library, "tvisa"))) == []


@pytest.mark.parametrize("form", FORMS)
def test_nothing_by_hand_is_without_its_reason(library: Library, form: str) -> None:
    items = [item for part in edition_of(library, form).parts for item in part.items if item.by_hand]
    assert {item.by_hand for item in items if "signature" in item.label.lower()} == {"signature"}
    assert all(len(item.by_hand) > len("sign") for item in items)


def test_part_4_is_an_attorneys_on_both_forms_with_plain_answers_beside_every_item(library: Library) -> None:
    for form in ("i-914", "i-914a"):
        (part,) = (one for one in edition_of(library, form).parts if one.number == "4")
        assert [item.item for item in part.items if not item.attorney] == ["1"]  # the table of arrests, as told
        assert [item.item for item in part.items if item.attorney and not item.plain] == []
