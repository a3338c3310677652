"""A clinic's own name and lines, printed as they stand in whatever script; and what no page can show."""

import re
from dataclasses import replace
from datetime import date

import pytest

from legalassist.api.handout_run import Run, shown_of
from legalassist.api.handout_workers import print_one
from legalassist.api.opening import open_clinic
from legalassist.documents.clinic import Clinic, Outreach
from legalassist.documents.fonts import Fonts
from legalassist.documents.page import environment
from legalassist.documents.tags.tagged import tagged_text
from legalassist.errors import DocumentError, UsageError
from legalassist.handouts.formats import FORMATS
from legalassist.handouts.own_lines import lines_in_another
from legalassist.handouts.piece import OPEN
from legalassist.handouts.printing import print_piece
from legalassist.library import Library, fonts

DAY = date(2026, 11, 26)
SIMPLE, OLD = "法拉盛法律服务中心", "法拉盛法律服務中心"


def clinic_with(library: Library, named: str = "", **own: object) -> Clinic:
    shipped = open_clinic(library)
    return shipped.model_copy(update={"name": named or shipped.name, "handouts": Outreach.model_validate(own)})


def said(run: Run, topic: str, form: str, language: str) -> str:
    """Return what a piece says once it is cleared, without white space."""
    piece, _ = next(run.candidates(run.topic(topic), FORMATS[form], language))
    cleared = replace(piece, banded=False)
    return re.sub(r"\s", "", tagged_text(print_piece(cleared, environment(run.library), Fonts.read(fonts())).pdf))


@pytest.mark.parametrize(
    ("name", "form", "language", "copies"),
    [(SIMPLE, "half", "zh_Hant", 2), (OLD, "half", "zh_Hans", 2),
     (f"{SIMPLE} Flushing Law (N.Y.)", "fold", "both_Hant", 10),
     ("Mothers’ & “Daughters” 律師樓", "wallet", "zh_Hans", 10)],
)  # fmt: skip
def test_a_name_of_either_script_stands_on_pieces_of_both(
    library: Library, name: str, form: str, language: str, copies: int
) -> None:
    run = Run(library, clinic_with(library, name), DAY)
    topic = "card-to-show" if form == "fold" else "phone-safety" if form == "half" else "at-the-door"
    assert said(run, topic, form, language).count(name.replace(" ", "")) == copies


def test_a_name_in_each_language_stands_on_the_side_of_that_language(library: Library) -> None:
    names = {"en": "Flushing Law", "zh_Hans": SIMPLE, "zh_Hant": OLD}
    run = Run(library, clinic_with(library, card_name=names, name=names, plain_name={"zh_Hans": "社区办公室"}), DAY)
    card = said(run, "at-the-door", "wallet", "both_Hant")
    assert (card.count(OLD), card.count("FlushingLaw"), card.count(SIMPLE)) == (10, 10, 0)
    assert f"{SIMPLE}·FlushingLaw" in said(run, "phone-safety", "half", "both")
    assert "社区办公室" in said(run, "free-advice", "mini", "zh_Hant")  # the only one there is, as it stands
    assert list(lines_in_another(run.clinic, ["zh_Hans", "zh_Hant"])) == [
        "clinic.yaml: handouts.plain_name has no zh_Hant; what it says in zh_Hans is printed as it stands"
    ]


def test_lines_in_one_script_stand_on_pieces_of_the_other(library: Library) -> None:
    own = clinic_with(library, advertising="律师广告", hours={"zh_Hans": "周一至周五，节日休息"})
    text = said(Run(library, own, DAY), "phone-safety", "half", "zh_Hant")
    assert text.count("律师广告") == text.count("周一至周五，节日休息") == 2
    (told,) = lines_in_another(own, ["zh_Hant"])  # one text for every language is that of each
    assert told.startswith("clinic.yaml: handouts.hours has no zh_Hant")


@pytest.mark.parametrize(
    ("own", "message"),
    [
        ({"hours": "9:00\u200b–17:00"}, "handouts.hours holds what nobody can see on paper: U+200B ZERO WIDTH SPACE"),
        ({"hours": "9:00\u202e17:00"}, "handouts.hours holds what nobody can see on paper: U+202E"),
        ({"hours": {"zh_Hans": "☎\ufe0f 9:00"}}, "handouts.hours holds what nobody can see on paper: U+FE0F"),
        ({"disclaimer": "a\x07b"}, "handouts.disclaimer holds what nobody can see on paper: U+0007"),
        ({"card_name": "\ue000"}, "handouts.card_name holds what nobody can see on paper: U+E000"),
        ({"hours": "周一 \uff19:\uff10\uff10"}, "handouts.hours holds letters or digits as wide as Chinese characters"),
        ({"name": {"en": "\uff21BC"}}, "handouts.name holds letters or digits as wide as Chinese characters"),
    ],
)  # fmt: skip
def test_what_no_page_can_show_is_refused_by_its_place(library: Library, own: dict[str, object], message: str) -> None:
    with pytest.raises(UsageError, match=re.escape(f"clinic.yaml: {message}")):
        shown_of(clinic_with(library, **own), OPEN, ["zh_Hans"])


def test_a_number_typed_as_wide_as_chinese_is_that_number(library: Library) -> None:
    wide = clinic_with(library).model_copy(update={"phone": "２１２－５５５－０１００"})  # noqa: RUF001 - as it is typed
    assert shown_of(wide, OPEN, ["zh_Hans"]).number == "212-555-0100"


@pytest.mark.parametrize(
    ("hours", "hint"), [("\U00020bb7", "clinic.yaml: handouts.hours"), ("9:00\u00ad☎", "clinic.yaml")]
)
def test_what_is_wrong_with_a_line_of_the_clinics_is_no_fault_of_a_template(
    library: Library, hours: str, hint: str
) -> None:
    run = Run(library, clinic_with(library, hours=hours), DAY)
    with pytest.raises((DocumentError, UsageError)) as wrong:
        print_one(run, run.topic("phone-safety"), FORMATS["half"], "zh_Hans")
    assert hint in f"{wrong.value} {wrong.value.hint}"
    assert "template" not in wrong.value.hint
