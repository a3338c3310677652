"""The clinic's own lines in each language, its colour, its neutral address; and days that stay on one line."""

from dataclasses import replace
from datetime import date

import pytest

from legalassist.api.handout_run import Run, shown_of
from legalassist.api.handout_workers import print_one
from legalassist.api.opening import open_clinic
from legalassist.documents.clinic import Clinic, Outreach, Told
from legalassist.documents.page import environment
from legalassist.documents.tags.tagged import tagged_text
from legalassist.errors import UsageError
from legalassist.handouts.colours import contrast
from legalassist.handouts.formats import BOTH, FORMATS
from legalassist.handouts.layout import whole_sheet
from legalassist.handouts.piece import OPEN, PLAIN, Piece
from legalassist.handouts.plain import plain_problems
from legalassist.library import Library

DAY = date(2026, 11, 25)


def with_own(library: Library, **own: object) -> Clinic:
    return open_clinic(library).model_copy(update={"handouts": Outreach.model_validate(own)})


def piece(run: Run, form: str, language: str) -> Piece:
    made, _ = next(run.candidates(run.topic("phone-safety"), FORMATS[form], language))
    return made


def test_a_line_is_said_in_the_languages_of_the_piece_and_once() -> None:
    told = Told.model_validate({"en": "Attorney Advertising", "zh_Hans": "律师广告"})
    assert told.said_in(["zh_Hans"]) == ("律师广告",)
    assert told.said_in(["zh_Hans", "en"]) == ("律师广告", "Attorney Advertising")
    assert told.said_in(["zh_Hant"]) == ("Attorney Advertising",)  # never a gap where a language has none of its own
    assert Told().said_in(["en"]) == ()


def test_lines_of_the_clinic_stand_on_chinese_pieces_in_chinese(library: Library) -> None:
    own = with_own(
        library, advertising={"en": "Attorney Advertising", "zh_Hans": "律师广告"}, disclaimer="Funded by nobody.",
        hours={"en": "Mon–Fri 9:00–17:00", "zh_Hans": "星期一至五 9:00–17:00"},
    )  # fmt: skip
    sheet, _ = print_one(
        Run(library, own, DAY), Run(library, own, DAY).topic("phone-safety"), FORMATS["half"], "zh_Hans"
    )
    text = tagged_text(sheet.pdf).replace("\n", "")
    assert text.count("律师广告") == text.count("Funded by nobody.") == 2
    assert "Attorney Advertising" not in text
    assert "Mon–Fri" not in text
    both = shown_of(own, OPEN, ["zh_Hans", "en"])
    assert both.hours == ("星期一至五 9:00–17:00", "Mon–Fri 9:00–17:00")
    assert both.advertising == ("律师广告", "Attorney Advertising")
    assert both.disclaimer == ("Funded by nobody.",)


@pytest.mark.parametrize(("colour", "measured"), [("#000000", 21.0), ("#ffffff", 1.0), ("#767676", 4.54)])
def test_contrast_is_measured_as_wcag_does(colour: str, measured: float) -> None:
    assert contrast(colour) == pytest.approx(measured, abs=0.01)


def test_a_dark_colour_is_that_of_titles_and_a_light_one_is_refused(library: Library) -> None:
    run = Run(library, with_own(library, colour="#7a0019"), DAY)
    assert "color: #7a0019" in whole_sheet(environment(library), piece(run, "letter", "en"), 12)
    with pytest.raises(UsageError, match=r"#cc0000 has a contrast of 5\.9"):
        shown_of(with_own(library, colour="#cc0000"), OPEN, ["en"])
    assert shown_of(with_own(library, colour="#cc0000"), PLAIN, ["en"]).colour == ""  # a plain piece has none


def test_a_plain_sheet_says_the_neutral_address_in_words_and_a_card_has_no_room_for_it(library: Library) -> None:
    own = with_own(library, url="https://immigration.example.org", plain_url="https://example.org/hours")
    run = Run(library, own, DAY)
    open_piece = piece(run, "letter", "en")
    plain = replace(open_piece, variant=PLAIN, shown=shown_of(own, PLAIN, ["en"]))
    assert plain.address in whole_sheet(environment(library), plain, 12)
    assert plain.address == "https://example.org/hours"
    assert "its address" not in " ".join(plain_problems(plain))
    assert replace(plain, form=FORMATS["wallet"]).address == ""
    assert open_piece.address == ""
    telling = replace(plain, shown=replace(plain.shown, url="https://immigration.example.org"))
    assert "its address says 'immigration'" in plain_problems(telling)
    drawn = replace(plain, shown=replace(plain.shown, logo="data:image/png;base64,iVBORw0KGgo="))
    assert plain_problems(drawn) == (*plain_problems(plain), "it carries a logo")
    assert (
        shown_of(own.model_copy(update={"name": "X"}), PLAIN, ["en"], drawn.shown.logo).logo == ""
    )  # left off by itself


@pytest.mark.parametrize("language", ["en", "zh_Hans", BOTH])
def test_each_day_at_the_foot_is_kept_on_one_line(library: Library, language: str) -> None:
    html = whole_sheet(environment(library), piece(Run(library, open_clinic(library), DAY), "letter", language), 12)
    days = {"en": ("November 25, 2026",), "zh_Hans": ("2026年11月25日",)}
    for day in days.get(language, (*days["en"], *days["zh_Hans"])):
        assert any(f'<span class="{kept}">{day}</span>' in html for kept in ("code", "keep"))


@pytest.mark.parametrize(
    ("topic", "form", "language", "copies"),
    [("at-the-door", "wallet", "en", 10), ("at-the-door", "wallet", BOTH, 10), ("free-advice", "sticker", BOTH, 6),
     ("signs", "signs", "zh_Hans", 4)],
)  # fmt: skip
def test_a_clinic_with_all_lines_of_its_own_still_has_its_cards(
    library: Library, topic: str, form: str, language: str, copies: int
) -> None:
    own = with_own(
        library, url="https://clinic.example.org", disclaimer="Prior results do not guarantee a similar outcome.",
        advertising={"en": "Attorney Advertising", "zh_Hans": "律师广告", "zh_Hant": "律師廣告"},
        hours={"en": "Mon–Fri 9:00–17:00", "zh_Hans": "星期一至五 9:00–17:00", "zh_Hant": "星期一至五 9:00–17:00"},
    )  # fmt: skip
    run = Run(library, own, DAY)
    text = tagged_text(print_one(run, run.topic(topic), FORMATS[form], language)[0].pdf).replace("\n", " ")
    spoken = {"Attorney Advertising": language != "zh_Hans", "律师广告": language != "en"}
    assert {line: text.count(line) for line in spoken} == {line: copies * said for line, said in spoken.items()}
    assert "Prior results" not in text  # a card has no room for it beside its foot
