"""How a card, a letter in each script and a page of a packet look: as they did, or the test fails."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

import pytest
from documents.print_pieces import pieces
from looks import WHOLE, Part, check_look, differences, look_of
from one_library import LIBRARY

from legalassist.documents.fonts import Fonts
from legalassist.documents.page import DRAFT, INVENTED, environment
from legalassist.documents.page import piece as print_piece
from legalassist.documents.pdf import write_pdf
from legalassist.handouts.formats import FORMATS, Room
from legalassist.handouts.layout import whole_sheet
from legalassist.handouts.piece import Piece, Shown
from legalassist.handouts.topic import Kind, Statement, Topic
from legalassist.languages.scripts import to_traditional
from legalassist.library import fonts as fonts_folder
from legalassist.reviews.ledger import Said

OURS = Fonts.read(fonts_folder())
TEMPLATES = environment(LIBRARY)
CHINESE = {
    "topic.look.title": "样张：看得清楚吗",
    "topic.look.wait.text": "请先等一等，看清楚门外的人。",
    "topic.look.wait.more": "2026年11月22日以前，可以打917-555-0142问我们。",
    "topic.look.read.text": "直、骨、令、花、说、这几个字，写法因地方而不同。",
    "topic.look.say.text": "我要找一位律师。",
    "topic.look.know.text": "这张纸只是样张，写的不是法律。",
    "topic.look.know.more": "它的字句不改，改了样子才看得出来：标题、方点、黑条、电话、页脚，一样也不能少。",
    "topic.look.call.text": "您可以自己来，也可以打电话。",
    "piece.do": "您可以怎么做",
    "piece.say": "您可以用英语说",
    "piece.know": "值得知道的事",
    "piece.call": "找律师谈",
    "piece.say_short": "请说：",
    "piece.call_us": "请打电话给我们",
    "piece.not_safe": "带着不安全吗？请只记住号码。",
    "piece.not_advice": "这是样张，不是法律意见。",
    "piece.ask_a_lawyer": "您的案件，请跟律师谈。",
    "piece.written": "写于{written}。",
}
"""The words of the pages: their own, so that a better wording anywhere leaves their look alone."""


def _said(name: str, kind: Kind, *, more: bool = False) -> Statement:
    return Statement(
        name, kind, "Wait.", "Look." if more else "", (), own=True, room=Room.CARD, optional=False, plain=False
    )


TOPIC = Topic(
    "look", "A sample", "A sample", date(2026, 11, 22), (),
    (_said("wait", Kind.DO, more=True), _said("read", Kind.DO), _said("say", Kind.SAY),
     _said("know", Kind.KNOW, more=True), _said("call", Kind.CALL)),
)  # fmt: skip


def handout(form: str, language: str, size: float, *, banded: bool = True) -> str:
    """Return the HTML of the sample in a format, in letters of a size."""
    put = to_traditional if language == "zh_Hant" else str
    texts = [Said(context, language, "", put(text)) for context, text in CHINESE.items()]
    texts.append(Said("topic.look.say.text", "en", "", "I want to speak to a lawyer."))
    shown = Shown(("Example Street Legal Clinic",), "212-555-0100")
    return whole_sheet(TEMPLATES, Piece(TOPIC, FORMATS[form], language, tuple(texts), shown, None, banded=banded), size)


def index() -> str:
    """Return the HTML of a page of a packet."""
    name = "tvisa/exhibit-index.html"
    context = pieces("zh_Hans")[name]
    return print_piece(TEMPLATES, name, context, title="t", language="zh_Hans", bands=[INVENTED, DRAFT])


@dataclass(frozen=True)
class Sample:
    """One page that is looked at: how it is made, and which part of it is kept."""

    html: Callable[[], str]
    part: Part = WHOLE


SAMPLES = {
    "letter-zh-Hans": Sample(lambda: handout("letter", "zh_Hans", 15)),
    "letter-zh-Hant": Sample(lambda: handout("letter", "zh_Hant", 15)),
    "card": Sample(lambda: handout("wallet", "zh_Hans", 8.5), Part(0.5, 0.25, 4.5, 2.75)),
    "card-cleared": Sample(lambda: handout("wallet", "zh_Hans", 8.5, banded=False), Part(0.5, 0.25, 4.5, 2.75)),
    "packet": Sample(index),
    "packet-band": Sample(index, Part(1, 0, 7.5, 1)),
}


@cache
def drawn(name: str, css: str = "") -> bytes:
    return write_pdf(SAMPLES[name].html().replace("</style>", f"{css}</style>", 1), fonts=OURS)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_page_looks_as_it_did(name: str, pytestconfig: pytest.Config) -> None:
    check_look(name, look_of(drawn(name), SAMPLES[name].part), pytestconfig)


@pytest.mark.parametrize(
    ("name", "css"),
    [
        ("letter-zh-Hans", "b, h1, h2, .band, .phone {font-weight:400 !important}"),  # the bold face is gone
        ("letter-zh-Hans", ":lang(zh) {font-family:'LA Sans TC' !important}"),
        ("letter-zh-Hant", ":lang(zh-Hant) {font-family:'LA Sans' !important}"),
        ("letter-zh-Hans", ".band {visibility:hidden}"),
        ("letter-zh-Hans", ".band {background:#fff !important}"),
        ("letter-zh-Hans", ".foot {visibility:hidden}"),
        ("letter-zh-Hans", ".foot {position:relative;top:3pt}"),
        ("letter-zh-Hans", ".call {position:relative;top:2pt}"),
        ("letter-zh-Hans", ".panel li:nth-child(2) p {visibility:hidden}"),
        ("letter-zh-Hant", ".panel li:nth-child(2) p {position:relative;left:3pt}"),
        ("letter-zh-Hant", "html {font-size:14.75pt !important}"),
        ("letter-zh-Hans", ".panel h1 {border-bottom:none !important}"),
        ("letter-zh-Hans", ".panel li::before {background:none !important}"),
        ("card", ".band {visibility:hidden}"),
        ("card", ".foot {visibility:hidden}"),
        ("card-cleared", ".phone {visibility:hidden}"),
        ("card-cleared", ".phone {position:relative;top:2pt}"),
        ("packet", "tbody td {border-bottom:none !important}"),
        ("packet", "b, h1, h2, th {font-weight:400 !important}"),
        ("packet-band", "@page {@top-center {content:none !important}}"),
        ("packet-band", "@page {@top-center {color:#c4ccd4 !important}}"),
    ],
)
def test_what_goes_missing_or_moves_is_seen(name: str, css: str) -> None:
    part = SAMPLES[name].part
    assert list(differences(look_of(drawn(name), part), look_of(drawn(name, css), part)))


@pytest.mark.parametrize("name", SAMPLES)
def test_half_a_point_is_no_difference(name: str) -> None:
    part = SAMPLES[name].part
    for right, down in ((0.5, 0.0), (0.0, 0.5), (-0.5, 0.0)):
        assert not list(differences(look_of(drawn(name), part), look_of(drawn(name), part, right=right, down=down)))


def test_another_size_of_paper_is_a_difference() -> None:
    look = look_of(drawn("card"))
    assert list(differences(look, look.crop((0, 0, 100, 100))))
