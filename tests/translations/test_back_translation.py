"""The record of the back-translation pass is whole; a later edit of a text breaks nothing, and is seen."""

import re

import pytest
from translations import back_translated as record

from legalassist.languages.catalog import Catalog
from legalassist.library import Library

HAN = re.compile(r"[一-鿿]")


def faults(rows: tuple[record.Row, ...]) -> list[str]:
    """Say which rows are not whole."""
    found = [] if [one.number for one in rows] == [str(n + 1) for n in range(len(rows))] else ["numbers"]
    if len({one.context for one in rows}) != len(rows):
        found.append("contexts")
    for one in rows:
        if not one.english or not one.read or not one.back or HAN.search(one.back.replace("虚", "")):
            found.append(f"{one.number}: a text is missing or not in its language")
        if one.resolved not in record.RESOLVED or len({not one.resolved, not one.difference, not one.kind}) > 1:
            found.append(f"{one.number}: a difference without how it was resolved")
        if one.kind and one.kind not in record.KINDS:
            found.append(f"{one.number}: an unknown kind")
        if (one.resolved == "mended") != bool(one.now) or one.now == one.read:
            found.append(f"{one.number}: mended and not changed, or changed and not mended")
        if one.resolved == "stays" and not one.why:
            found.append(f"{one.number}: stays without a reason")
    return found


@pytest.mark.parametrize("table", [one.file for one in record.TABLES])
def test_every_row_is_whole(table: str) -> None:
    assert faults(record.rows_of(table)) == []


@pytest.mark.parametrize(
    "planted",
    [
        {"back": ""},
        {"back": "请"},
        {"difference": "softer"},
        {"resolved": "approved"},
        {"now": "别的"},
        {"number": "9"},
    ],
)
def test_a_row_that_is_not_whole_is_found(planted: dict[str, str]) -> None:
    first, *rest = record.rows_of("placement")
    assert faults((first._replace(**planted), *rest))


def test_the_page_is_made_from_the_tables() -> None:
    """`python tests/translations/back_translated.py` writes it anew."""
    assert record.PAGE.read_text(encoding="utf-8") == record.page()


def test_a_text_that_changed_after_it_was_read_is_told_and_no_other(library: Library) -> None:
    """Today's older rows are no fault: the record says what was read, not what stands there now."""
    rows = record.rows_of("placement")
    shelf = record.texts_of(library, "placement")
    today = set(record.older(rows, shelf))
    one = next(row for row in rows if row not in today)
    english, chinese = shelf[one.context]
    for changed in ((english, f"{chinese}。"), (f"{english} ", chinese)):
        assert set(record.older(rows, {**shelf, one.context: changed})) == {*today, one}
    assert set(record.older(rows, {context: both for context, both in shelf.items() if context != one.context})) == {
        *today,
        one,
    }


def test_the_record_speaks_of_texts_that_were_shipped(library: Library) -> None:
    """Most of a table would be about nothing if the contexts were wrong."""
    for table in record.TABLES:
        rows, catalog = record.rows_of(table.file), Catalog.read(library, table.language, table.shelf)
        assert sum(one.context in catalog.by_context for one in rows) > len(rows) / 2


def unheard(rows: tuple[record.Heard, ...]) -> list[str]:
    """Say which rows of what was read as speech are not whole."""
    found = [] if [one.number for one in rows] == [str(n + 1) for n in range(len(rows))] else ["numbers"]
    if len({(one.shelf, one.context) for one in rows}) != len(rows):
        found.append("contexts")
    found += [f"{one.number}: a text is missing" for one in rows if not all(one)]
    found += [f"{one.number}: nothing was mended" for one in rows if one.read == one.now]
    found += [f"{one.number}: no Chinese" for one in rows if not (HAN.search(one.read) and HAN.search(one.now))]
    return found + [f"{one.number}: an unknown kind" for one in rows if one.kind not in record.KINDS]


def test_what_was_mended_by_ear_is_whole() -> None:
    assert unheard(record.heard()) == []


@pytest.mark.parametrize(
    "planted", [{"number": "9"}, {"heard": ""}, {"now": "words"}, {"kind": "approved"}, {"context": "again"}]
)
def test_a_row_by_ear_that_is_not_whole_is_found(planted: dict[str, str]) -> None:
    first, second, *rest = record.heard()
    again = second._replace(context="again") if "context" in planted else second
    first = first._replace(shelf=again.shelf) if "context" in planted else first
    assert unheard((first._replace(**planted), again, *rest))


def test_a_row_by_ear_that_mended_nothing_is_found() -> None:
    first, *rest = record.heard()
    assert unheard((first._replace(now=first.read), *rest)) == ["1: nothing was mended"]
