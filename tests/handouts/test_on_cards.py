"""What a person reads first on a card or a tab: the number, whole, with the hours of its language beside it."""

from dataclasses import replace
from datetime import date

import pytest

from legalassist.api.handout_run import Run
from legalassist.api.opening import open_clinic
from legalassist.documents.clinic import Outreach
from legalassist.documents.fonts import Fonts
from legalassist.documents.page import environment
from legalassist.documents.tags.tagged import tagged_text
from legalassist.errors import DocumentError
from legalassist.handouts.formats import BOTH, FORMATS
from legalassist.handouts.layout import whole_sheet
from legalassist.handouts.panels import Voice
from legalassist.handouts.piece import Piece
from legalassist.handouts.printing import print_piece
from legalassist.library import Library, fonts

DAY = date(2026, 11, 25)
CHINESE, ENGLISH = "星期一至五 9:00–17:00", "Mon–Fri 9:00–17:00"


def cleared(library: Library, topic: str, form: str, language: str) -> Piece:
    """Return a piece without its band, of a clinic that says its hours in two languages."""
    hours = Outreach.model_validate({"hours": {"en": ENGLISH, "zh_Hans": CHINESE}})
    run = Run(library, open_clinic(library).model_copy(update={"handouts": hours}), DAY)
    made, _ = next(run.candidates(run.topic(topic), FORMATS[form], language))
    return replace(made, banded=False)


def printed(library: Library, piece: Piece) -> str:
    sheet = print_piece(piece, environment(library), Fonts.read(fonts()))
    return "".join(tagged_text(sheet.pdf).split())


def test_a_cleared_card_says_the_hours_beside_its_number_each_side_in_its_language(library: Library) -> None:
    card = cleared(library, "at-the-door", "wallet", BOTH)
    text = printed(library, card)
    assert text.count("".join(ENGLISH.split())) == text.count("".join(CHINESE.split())) == 10
    front, back = (
        whole_sheet(environment(library), card, 8).split('<section class="page')[number] for number in (1, 2)
    )
    assert ("Mon–Fri" in front, "星期一" in front) == (False, True)
    assert ("Mon–Fri" in back, "星期一" in back) == (True, False)


def test_the_smallest_card_shows_its_whole_number_or_is_refused(library: Library) -> None:
    card = cleared(library, "free-advice", "mini", BOTH)
    assert printed(library, card).count(card.shown.number) == 12
    long = replace(card, shown=replace(card.shown, number="011-86-212-555-0100-0101"))
    for one in (long, replace(long, banded=True)):  # not first on the day the card is cleared
        with pytest.raises(DocumentError, match="the number is broken over two lines") as wrong:
            printed(library, one)
        assert "without an extension" in wrong.value.hint


def test_a_tab_says_the_hours_below_the_number_and_nothing_below_a_band(library: Library) -> None:
    poster = cleared(library, "at-the-door", "poster", "zh_Hans")
    html = whole_sheet(environment(library), poster, 14)
    assert html.partition('class="tab"')[2].count("星期一至五") == 9
    banded = whole_sheet(environment(library), replace(poster, banded=True), 14)
    assert "星期一至五" not in banded.partition('class="tab"')[2]


@pytest.mark.parametrize(
    ("said", "last"),
    [
        (Voice("zh-Hans", "请不要说自己是。"), "自己是。"),
        (Voice("zh-Hans", "请先问。", more="请记住姓名和时间。"), "和时间。"),
        (Voice("zh-Hans", "请说“Mandarin”。警察会来。"), "警察会来。"),
        (Voice("zh-Hans", "请问。"), ""),
        (Voice("zh-Hans", "表格是I-914。"), ""),
        (Voice("zh-Hans", "至少有100种语言。"), "100种语言。"),  # a number stays with what it counts
        (Voice("zh-Hans", "100种语言。"), ""),
        (Voice("en", "Talk to a lawyer."), ""),
    ],
)
def test_the_last_characters_of_a_chinese_text_stay_together(said: Voice, last: str) -> None:
    assert said.last_signs == last


def test_a_chinese_title_is_broken_at_its_comma_and_loses_nothing() -> None:
    assert Voice("zh-Hans", "有人敲门时，您的权利").clauses == (("有人", "敲门时，"), ("您", "的权利"))
    assert Voice("zh-Hans", "给家人").clauses == (("给家人", ""),)
    assert Voice("en", "At the door: your rights").clauses == (("At the door: ", "your rights"),)
    assert Voice("en", "For family members").clauses == (("For family members", ""),)
    assert Voice("en", "What a T visa is").clauses == (("What a ", "T visa is"),)  # no "is" alone on a line
    assert Voice("en", "If so").clauses == (("If so", ""),)


def test_the_small_lines_at_a_foot_are_told_by_their_sentences_and_days() -> None:
    said = Voice("zh-Hans", "请记住号码。写于2026年11月22日。", days=("2026年11月22日",))
    assert said.sentences == (
        (("请记住号码。", False),),
        (("写于", False), ("2026年11月22日", True), ("。", False)),
    )
    english = Voice("en", "Laws change. Written November 22, 2026.", days=("November 22, 2026",))
    assert english.sentences == ((("Laws change. Written ", False), ("November 22, 2026", True), (".", False)),)
