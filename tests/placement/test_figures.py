"""Figures: what is told of a count, and the chart that is drawn from what is told alone."""

import page as page_validation
import pytest
from one_library import LIBRARY

from legalassist.api.placing_figures import Figures, figures_files, figures_sheet
from legalassist.documents.pdf_file import open_pdf
from legalassist.documents.tags.tagged import audit, tagged_text
from legalassist.errors import UsageError
from legalassist.placement.figures import HIDDEN, TIME, Counted, bars, count, days_of, middle, told

KINDS = ("labor", "sex", "both")


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


def test_too_few_cases_for_a_median_do_not_read_as_few_days() -> None:
    table = Counted("2026", TIME, (("median days", HIDDEN),))
    assert table.shown == (("median days", "not told: fewer than 10 cases"),)
    assert table.hidden == {"median days"}
    assert figures_sheet(Figures(table)).rows == table.shown
    assert bars(table) == (("median days", "not told: fewer than 10 cases", 0),)
    assert Counted("2026", TIME, (("median days", "30"),)).shown == (("median days", "30"),)


def test_a_period_is_a_year_or_a_quarter() -> None:
    assert days_of("2026-Q3") == ("2026-07-01", "2026-09-30")
    with pytest.raises(UsageError, match="a year or a quarter"):
        days_of("2026-07")


def test_the_bars_of_the_chart_are_drawn_from_what_is_told_and_it_is_one_accessible_page() -> None:
    told_table = Counted("2026", "kind", (("one", "45"), ("two", "25"), ("three", HIDDEN), ("four", "10")))
    assert bars(told_table) == (("one", "45", 100), ("two", "25", 55), ("three", HIDDEN, 0), ("four", "10", 20))
    pdf = figures_files(Figures(told_table), LIBRARY)["figures.pdf"]
    assert page_validation.validate_pdf_bytes(pdf, profile="ua1").failures == []
    assert audit(pdf) == []
    with open_pdf(pdf, "the chart") as opened:
        assert len(opened.pages) == 1
    assert "fewerthan10" in "".join(tagged_text(pdf).split())
