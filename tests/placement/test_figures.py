"""Figures: what is told of a count, and that no table gives away what another hides."""

import page as page_validation
import pytest

from legalassist.api.placing_board import figures_files
from legalassist.documents.pdf_file import open_pdf
from legalassist.documents.tags.tagged import audit, tagged_text
from legalassist.errors import UsageError
from legalassist.library import Library
from legalassist.placement.figures import HIDDEN, TIME, Counted, bars, check_subtraction, count, days_of, middle, told

KINDS = ("labor", "sex", "both")


def table(period: str, dimension: str, **cells: int) -> Counted:
    return Counted(period, dimension, tuple((name, told(number)) for name, number in cells.items()))


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0, HIDDEN), (1, HIDDEN), (9, HIDDEN), (10, "10"), (12, "10"), (13, "15"), (17, "15"), (18, "20"), (998, "1000")],
)
def test_small_counts_are_hidden_and_others_rounded(number: int, expected: str) -> None:
    assert told(number) == expected


def test_every_value_of_the_menu_stands_there_and_there_is_no_total() -> None:
    made = count("2026", "kind", ["labor"] * 23 + ["sex"] * 4 + ["something else"] * 11, KINDS)
    assert made.cells == (("labor", "25"), ("sex", HIDDEN), ("both", HIDDEN), ("not stated", "10"))
    assert made.hidden == {"sex", "both"}


def test_a_median_needs_ten_cases() -> None:
    assert middle(range(9)) == HIDDEN
    assert middle(range(1, 11)) == "6"


def test_a_period_is_a_year_or_a_quarter() -> None:
    assert days_of("2026-Q3") == ("2026-07-01", "2026-09-30")
    with pytest.raises(UsageError, match="a year or a quarter"):
        days_of("2026-07")


@pytest.mark.parametrize(
    ("new", "old", "message"),
    [
        (table("2026", "kind", labor=30, sex=20), table("2026", "kind", labor=25, sex=20), "same period"),
        (table("2026-Q1", "kind", labor=30, sex=4), table("2026", "kind", labor=90, sex=40), "by subtraction"),
        (table("2026", "kind", labor=90, sex=40), table("2026-Q2", "kind", labor=30, sex=4), "by subtraction"),
        (table("2026", "age", adult=90, young=4), table("2026", "kind", labor=50, sex=45), "add up"),
        (table("2026", "kind", labor=50, sex=45), table("2026", "age", adult=90, young=4), "add up"),
    ],
)
def test_what_would_give_a_hidden_count_away_is_refused(new: Counted, old: Counted, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        check_subtraction(new, [old])


WHOLE = table("2026", "kind", labor=120, sex=80)
QUARTERS = [table(f"2026-Q{number}", "kind", labor=30, sex=20) for number in (1, 2, 3, 4)]


@pytest.mark.parametrize(
    ("new", "old", "message"),
    [
        # every count told is ten or more, and what is left of the year is not
        (table("2026", "kind", labor=120, sex=65), QUARTERS[:3], "what is left of the year"),
        (QUARTERS[2], [*QUARTERS[:2], table("2026", "kind", labor=120, sex=65)], "what is left of the year"),
        (table("2026", "kind", labor=30, sex=60), QUARTERS[:1], "what is left of the year"),
        (table("2026", "age", adult=40, young=15), QUARTERS[:1], "what is left of the year"),
        # a total by another dimension and other periods, and one hidden cell
        (table("2026", "age", adult=194, young=6), QUARTERS, "from their totals"),
        (QUARTERS[3], [*QUARTERS[:3], table("2026", "age", adult=194, young=6)], "from their totals"),
        (
            table("2026-Q4", "age", adult=46, young=4),
            [*QUARTERS[:3], table("2026", "kind", labor=120, sex=80)],
            "totals",
        ),
    ],
)
def test_what_several_tables_would_give_away_together_is_refused(
    new: Counted, old: list[Counted], message: str
) -> None:
    for order in (old, old[::-1]):
        with pytest.raises(UsageError, match=message):
            check_subtraction(new, order)


def test_several_tables_that_give_nothing_away_go_out() -> None:
    check_subtraction(WHOLE, QUARTERS)
    check_subtraction(WHOLE, QUARTERS[:3])
    check_subtraction(table("2026", "age", adult=180, young=6, old=4), [*QUARTERS, WHOLE])  # two share what is left
    check_subtraction(Counted("2026", TIME, (("median days", HIDDEN),)), [*QUARTERS, WHOLE])  # a median counts no cases
    check_subtraction(WHOLE, [Counted("2026", TIME, (("median days", "40"),)), *QUARTERS])


def test_tables_that_give_nothing_away_go_out() -> None:
    year = table("2026", "kind", labor=50, sex=45)
    check_subtraction(year, [year])
    check_subtraction(year, [table("2025", "kind", labor=50, sex=4), table("2026-Q1", "kind", labor=20, sex=15)])
    check_subtraction(table("2026", "age", adult=80, young=12), [year])


def test_the_bars_of_the_chart_are_drawn_from_what_is_told_and_it_is_one_accessible_page() -> None:
    told_table = Counted("2026", "kind", (("one", "45"), ("two", "25"), ("three", HIDDEN), ("four", "10")))
    assert bars(told_table) == (("one", "45", 100), ("two", "25", 55), ("three", HIDDEN, 0), ("four", "10", 20))
    pdf = figures_files(told_table, Library())["figures.pdf"]
    assert page_validation.validate_pdf_bytes(pdf, profile="ua1").failures == []
    assert audit(pdf) == []
    with open_pdf(pdf, "the chart") as opened:
        assert len(opened.pages) == 1
    assert "fewerthan10" in "".join(tagged_text(pdf).split())
