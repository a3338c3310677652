"""The pseudo-language through what is printed: handouts of every format, print pieces, what is read aloud.

Here every handout is filled and a few are laid out; `make soak` lays out all of them.
"""

import calendar
import re
from datetime import date
from html import unescape

import pytest
from documents.print_pieces import pieces
from one_library import LIBRARY
from translations.pseudo import CLOSE, OPEN, outside, pseudo, pseudo_shelf

from legalassist.api.handout_run import Run, orders
from legalassist.api.opening import open_clinic
from legalassist.documents.fonts import Fonts
from legalassist.documents.page import environment, piece
from legalassist.documents.pdf import write_pdf
from legalassist.documents.rendered.every import seen
from legalassist.documents.tags.tagged import tagged_text
from legalassist.handouts.formats import BOTH, FORMATS
from legalassist.handouts.layout import whole_sheet
from legalassist.handouts.piece import Piece
from legalassist.handouts.printing import DoesNotFitError, print_piece
from legalassist.handouts.reading import topic_names
from legalassist.handouts.words import band_of
from legalassist.languages.tags import SIMPLIFIED
from legalassist.library import Library
from legalassist.library import fonts as fonts_folder
from legalassist.placement.spoken import RELEASE, SCRIPT, spoken_yes

DAY = date(2026, 11, 25)
OURS = Fonts.read(fonts_folder())


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory, library: Library) -> Library:
    return pseudo_shelf(tmp_path_factory.mktemp("pseudo"), library, ("kyr", "placement", "spoken-cmn"))


@pytest.fixture(scope="module")
def run(shelf: Library) -> Run:
    return Run(shelf, open_clinic(shelf), DAY)


def every_piece(run: Run, library: Library) -> list[Piece]:
    """Return each topic in each of its formats, in Chinese; what is made in two languages only, in two."""
    topics = list(map(run.topic, topic_names(library)))
    chosen = [*orders(library, topics, tuple(FORMATS), (SIMPLIFIED,)), *orders(library, topics, ("fold",), (BOTH,))]
    return [next(run.candidates(topic, FORMATS[form.name], language))[0] for topic, form, language in chosen]


def own_words(made: Piece) -> list[str]:
    """Return what stands on a handout and is no translation: the clinic's particulars, the band, English to say."""
    shown = [
        made.shown.name,
        made.shown.number,
        made.shown.hours,
        made.shown.url,
        *made.shown.advertising,
        *made.shown.disclaimer,
        made.code,
    ]
    english = [part for one in made.texts if one.language == "en" for part in re.split(r"\{\w+\}", one.text)]
    english += list(calendar.month_name)  # of the days that are put into an English foot
    return [*shown, *english, *(words for _, words in band_of(made.languages)), *(n for _, n in made.contacts)]


def left_over(html: str, words: list[str]) -> str:
    """Return the letters of a page that are neither in brackets nor among these words."""
    body = re.sub(r"(?s)^.*<body>", "", html)
    text = outside(unescape(re.sub(r"<[^>]+>", "", body)))
    for one in sorted(words, key=len, reverse=True):
        text = text.replace(one, " ") if one else text
    return " ".join(re.findall(r"[A-Za-z\u4e00-\u9fff]{2,}", text))


def test_every_handout_in_every_format_says_nothing_outside_its_catalog(run: Run, shelf: Library) -> None:
    templates = environment(shelf)
    made = every_piece(run, shelf)
    assert {one.form.name for one in made} == set(FORMATS)
    assert len(made) > 150
    for one in made:
        html = whole_sheet(templates, one, 12)
        assert html.count(OPEN) == html.count(CLOSE) > 0
        assert left_over(html, own_words(one)) == "", one.name


def test_a_literal_in_a_template_would_be_seen(run: Run, shelf: Library) -> None:
    one = next(iter(every_piece(run, shelf)))
    html = whole_sheet(environment(shelf), one, 12).replace("<h1>", "<h1>Hello ")
    assert left_over(html, own_words(one)) == "Hello"


@pytest.mark.parametrize("form", ["large", "letter"])
def test_a_longer_language_fits_or_is_refused_and_is_never_cut(run: Run, shelf: Library, form: str) -> None:
    one = next(each for each in every_piece(run, shelf) if each.form.name == form and each.topic.id == "in-court")
    assert fits(one, shelf) or form != "large"


def fits(one: Piece, library: Library) -> bool:
    """Lay a piece out and read it back; say whether it fits. Nothing of it is ever cut: that raises."""
    try:
        sheet = print_piece(one, environment(library), OURS)
    except DoesNotFitError:
        return False
    text = tagged_text(sheet.pdf)
    assert text.count(OPEN) == text.count(CLOSE) > 0
    return True


NAMES = tuple(pieces("en"))


@pytest.mark.parametrize("name", [name for name in NAMES if "memo" not in name])
def test_a_print_piece_with_longer_words_is_whole(name: str) -> None:
    assert faults_of(name) == []


def faults_of(name: str) -> list[str]:
    """Return what a print piece with all its fixed words a third longer loses, or how it looks wrong."""
    templates = environment(LIBRARY, translate=pseudo)
    html = piece(templates, name, pieces("en")[name], title="A piece", language="en")
    pdf = write_pdf(html, fonts=OURS, identifier=b"x")
    text = bare(tagged_text(pdf))
    said = re.findall(
        f"{OPEN}[^{OPEN}{CLOSE}<]*{CLOSE}", unescape(re.sub("<head>.*?</head>", "", html, flags=re.DOTALL))
    )
    assert said
    return [*(str(one) for one in seen(pdf)), *sorted({one for one in said if bare(one) not in text})]


def bare(text: str) -> str:
    return re.sub(r"\s", "", text).casefold()


def test_what_is_read_aloud_comes_from_the_catalog(shelf: Library) -> None:
    for script in (SCRIPT, RELEASE):
        lines = spoken_yes(shelf, SIMPLIFIED, script)
        assert lines
        assert all(line.text.startswith(OPEN) and line.text.endswith(CLOSE) for line in lines)
