"""The card that is handed to an officer: its English side says what she says, and nothing that is meant for her."""

import re
from dataclasses import replace
from datetime import date

import pikepdf
import pytest

from legalassist.api.handout_run import Run
from legalassist.api.handout_workers import print_one
from legalassist.api.opening import open_clinic
from legalassist.documents.clinic import Outreach
from legalassist.documents.fonts import Fonts
from legalassist.documents.page import environment
from legalassist.documents.pdf_file import open_pdf
from legalassist.documents.tags.tagged import read_tagged
from legalassist.errors import DocumentError
from legalassist.handouts.formats import FORMATS
from legalassist.handouts.printing import print_piece
from legalassist.library import Library, fonts

DAY = date(2026, 11, 26)
OWN = {
    "hours": {"en": "Mon–Fri 9:00–17:00", "zh_Hans": "星期一至五 9:00–17:00"},
    "advertising": {"en": "Attorney Advertising", "zh_Hans": "律师广告"},
}
TELLING = "Trafficking Survivors Clinic"


def run_with(library: Library, named: str = "", **own: object) -> Run:
    shipped = open_clinic(library)
    out = Outreach.model_validate(own)
    return Run(library, shipped.model_copy(update={"name": named or shipped.name, "handouts": out}), DAY)


def sides(run: Run, language: str, *, banded: bool = False) -> list[str]:
    """Return what each page of the card says, without white space."""
    piece, _ = next(run.candidates(run.topic("card-to-show"), FORMATS["wallet"], language))
    sheet = print_piece(replace(piece, banded=banded), environment(run.library), Fonts.read(fonts()))
    with open_pdf(sheet.pdf, "the card") as opened:
        assert isinstance(opened, pikepdf.Pdf)
        pages = read_tagged(opened, "the card").pages
        return [re.sub(r"\s", "", "".join(run.text for run in page.runs)) for page in pages]


def test_the_officers_side_holds_nothing_for_her_and_hers_holds_it_all(library: Library) -> None:
    hers, officers = sides(run_with(library, **OWN), "both")
    assert re.findall(r"Iconsenttonothing|Idonotconsenttoasearch\.", officers)
    for word in ("Callus", "Notsafe", "legaladvice", "Checkagain", "Advertising", "Mon–Fri"):
        assert word not in officers
    for line in ("律师广告", "AttorneyAdvertising", "星期一至五9:00–17:00", "如果带着不安全", "不构成法律建议"):
        assert hers.count(line) == 10
    assert hers.count("212-555-0100") == officers.count("212-555-0100") == 10
    alone = sides(run_with(library, **OWN), "en")  # in English alone a label that the law may ask for has no other side
    assert "Callus" not in alone[0]
    assert alone[0].count("AttorneyAdvertising") == 10
    assert all(side.count("NOTREVIEWED") == 10 for side in sides(run_with(library), "both", banded=True))


@pytest.mark.parametrize(
    ("topic", "form", "named"),
    [("card-to-show", "wallet", {"named": TELLING, "card_name": TELLING}), ("card-to-show", "fold", {"named": TELLING}),
     ("signs", "signs", {"named": TELLING, "card_name": {"en": "Example Clinic", "zh_Hans": "反人贩中心"}}),
     ("card-to-show", "wallet", {"advertising": "Attorneys for victims"}),
     ("card-to-show", "wallet", {"hours": "Ask for the trafficking team"})],
)  # fmt: skip
def test_no_card_tells_an_officer_what_its_holder_is(
    library: Library, topic: str, form: str, named: dict[str, object]
) -> None:
    run = run_with(library, **named)  # type: ignore[arg-type]
    with pytest.raises(DocumentError, match="on a card that is handed to an officer") as wrong:
        print_one(run, run.topic(topic), FORMATS[form], "both")
    assert "plain_name" in wrong.value.hint
    assert "template" not in wrong.value.hint


def test_the_neutral_name_stands_instead_of_one_that_tells(library: Library) -> None:
    def name(**named: object) -> str:
        run = run_with(library, **named)  # type: ignore[arg-type]
        return run.shown_on(run.topic("card-to-show"), FORMATS["wallet"], "both").name

    assert name(card_name=TELLING, plain_name="Example Office") == "Example Office"
    assert name(named=TELLING, plain_name="Example Office") == "Example Office"
    assert name(named=TELLING, card_name="Example Clinic", plain_name="Example Office") == "Example Clinic"
    assert name(plain_name="Example Office") == name(card_name=TELLING) == "Example Street Legal Clinic"
