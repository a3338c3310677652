"""The other formats: each in one language, measured in the finished PDF; and that each fault would be seen."""

import json
from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from handouts.shelf import shelf
from one_library import LIBRARY
from PIL import Image

from legalassist.api.handout_run import Run, orders
from legalassist.api.opening import open_clinic
from legalassist.api.printing import Printed, print_handouts
from legalassist.documents.fonts import Fonts
from legalassist.documents.page import environment
from legalassist.documents.pdf import write_pdf
from legalassist.documents.tags.tagged import read_tagged
from legalassist.errors import DocumentError, UsageError
from legalassist.handouts.formats import BOTH, BOTH_TRADITIONAL, FORMATS, LANGUAGES, Way, languages_on
from legalassist.handouts.layout import whole_sheet
from legalassist.handouts.panels import panels_of
from legalassist.handouts.pictures import NOTE
from legalassist.handouts.piece import Piece
from legalassist.handouts.places import leaves_of, turned
from legalassist.handouts.profiles import OFFICE, Profile, read_profile
from legalassist.handouts.read_back import sheet_problems
from legalassist.languages.tags import TRADITIONAL
from legalassist.library import Library
from legalassist.library import fonts as fonts_folder

DAY = date(2026, 11, 25)
OURS = Fonts.read(fonts_folder())
TEMPLATES = environment(LIBRARY)


@pytest.fixture(scope="module")
def run(library: Library) -> Run:
    return Run(library, open_clinic(library), DAY)


def piece(run: Run, topic: str, form: str, language: str, profile: Profile = OFFICE) -> Piece:
    made, _stands = next(replace(run, profile=profile).candidates(run.topic(topic), FORMATS[form], language))
    return made


@pytest.fixture(scope="module")
def pictures(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Printed:
    out = tmp_path_factory.mktemp("pictures") / "all"
    return print_handouts(library, open_clinic(library), ["if-held"], ["picture"], ["zh_Hans"], out, DAY)


def test_a_picture_has_its_size_a_name_that_tells_nothing_and_no_metadata(pictures: Printed) -> None:
    (row,) = pictures.rows
    names = sorted(path.name for path in pictures.out.iterdir() if path.suffix == ".png")
    assert names == [f"{row.code}-{number}.png" for number in range(1, len(names) + 1)]
    assert len(names) >= 2
    for name in names:
        with Image.open(pictures.out / name) as image:
            assert image.size == (1080, 1350)
            assert image.info == {}
        chunks = (pictures.out / name).read_bytes()
        assert not [kind for kind in (b"tEXt", b"iTXt", b"zTXt", b"eXIf", b"tIME") if kind in chunks]
    assert "微信不保密" in (pictures.out / NOTE).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("topic", "form", "language", "pages"),
    [
        ("paid-help", "tri-fold", "zh_Hans", 2), ("one-option", "z-fold", "en", 2), ("paid-help", "booklet", "en", 4),
        ("if-held", "poster", BOTH, 1), ("after-leaving", "palm", BOTH, 2), ("free-advice", "mini", BOTH, 1),
        ("free-advice", "sticker", "zh_Hans", 1), ("signs", "signs", BOTH, 1),
        ("signs", "signs", "zh_Hans", 1), ("card-to-show", "wallet", BOTH, 2),
    ],
)  # fmt: skip
def test_a_piece_is_printed_whole_and_read_back(
    library: Library, tmp_path: Path, topic: str, form: str, language: str, pages: int
) -> None:
    done = print_handouts(library, open_clinic(library), [topic], [form], [language], tmp_path / "out", DAY)
    (row,) = done.rows
    with pikepdf.open(done.out / row.file) as pdf:
        assert len(pdf.pages) == pages
        runs = [one.text for page in read_tagged(pdf).pages for marked in page.marked for one in marked.runs]
    whole = "DO NOT HAND OUT" if form == "mini" else "NOT REVIEWED – DO NOT HAND OUT"  # on one line
    assert runs.count(whole) == runs.count("未审阅 请勿分发") > 0
    assert "话" not in runs  # nothing of a title stands alone on a line
    assert json.loads((done.out / "handouts.json").read_text(encoding="utf-8"))["pieces"][0]["banded"] is True


@pytest.mark.parametrize(("form", "language"), [("large", "zh_Hans"), ("script", BOTH)])
def test_large_print_and_the_text_to_read_aloud_take_the_pages_they_need(
    library: Library, tmp_path: Path, form: str, language: str
) -> None:
    done = print_handouts(library, open_clinic(library), ["paid-help"], [form], [language], tmp_path / "out", DAY)
    with pikepdf.open(done.out / done.rows[0].file) as pdf:
        assert len(pdf.pages) >= 2
    assert done.rows[0].size >= (18 if form == "large" else 13)


def test_every_page_of_a_text_that_takes_several_has_its_band(run: Run) -> None:
    made = piece(run, "phone-safety", "large", "zh_Hans")
    sheet = whole_sheet(TEMPLATES, made, 18)
    assert sheet_problems(write_pdf(sheet, fonts=OURS, identifier=b"x"), made) == ()
    without = sheet.replace('@top-left { content: "', '@top-left { content: "草稿 ')  # another band than ours
    assert without != sheet
    found = sheet_problems(write_pdf(without, fonts=OURS, identifier=b"x"), made)
    assert found == ("it says beside its tags: '草稿2/2'",)
    lost = sheet.replace("} @page :first", "} @page { @top-left { content: none } } @page :first")
    assert sheet_problems(write_pdf(lost, fonts=OURS, identifier=b"x"), made) == ("page 2 has no band",)


def test_a_page_is_saved_where_smaller_letters_save_one_and_the_number_never_stands_alone(
    run: Run, library: Library, tmp_path: Path
) -> None:
    done = print_handouts(
        library, open_clinic(library), ["in-court", "phone-safety"], ["script", "large"], ["en"], tmp_path / "out", DAY
    )
    size = {row.file: row.size for row in done.rows}
    assert size["in-court-script-en.pdf"] == 13.5
    with pikepdf.open(done.out / "in-court-script-en.pdf") as pdf:
        assert len(pdf.pages) == 1
    with pikepdf.open(done.out / "phone-safety-large-en.pdf") as pdf:
        pages = [" ".join(one.text for marked in page.marked for one in marked.runs) for page in read_tagged(pdf).pages]
    last = run.topic("phone-safety").printed_on(FORMATS["large"])[-1]
    assert len(pages) == 2
    assert last.text.split()[0] in pages[1]


# ---- boxes, folds, backs ----


def test_a_print_shop_gets_each_card_alone_with_its_bleed_and_cut_measured(run: Run, library: Library) -> None:
    shop = read_profile(library, "shop")
    made = piece(run, "card-to-show", "wallet", BOTH, shop)
    assert (made.copies, made.title) == (1, "wallet card, one on a page")
    pdf = write_pdf(whole_sheet(TEMPLATES, made, 8), fonts=OURS, identifier=b"x")
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert len(opened.pages) == 2
        assert str(opened.docinfo["/Title"]).endswith("wallet card, one on a page")
        for page in opened.pages:
            assert [float(edge) for edge in page.trimbox] == [0, 0, 252, 144]
            assert [float(edge) for edge in page.obj["/BleedBox"]] == [-9, -9, 261, 153]
            assert [float(edge) for edge in page.mediabox] == [-9, -9, 261, 153]
    assert sheet_problems(pdf, made) == ()
    wrong = replace(made, profile=shop.model_copy(update={"bleed": 0.0625}))
    assert any("BleedBox is" in problem for problem in sheet_problems(pdf, wrong))


def test_what_is_said_of_copies_is_what_a_sheet_holds(run: Run) -> None:
    held = {
        name: piece(run, "at-the-door", name, BOTH if name == "fold" else "en") for name in FORMATS if name != "signs"
    }
    copies = {name: made.copies for name, made in held.items() if made.copies > 1}
    assert copies == {"half": 2, "wallet": 10, "fold": 5, "palm": 4, "mini": 12, "sticker": 6}
    assert held["wallet"].title == "wallet card, ten on a sheet"
    assert held["booklet"].copies == 1  # two pages of one booklet lie side by side


def test_a_rolled_leaflet_has_its_short_panel_in_front_and_behind(run: Run) -> None:
    made = piece(run, "paid-help", "tri-fold", "en")
    front, back = leaves_of(made, len(panels_of(made)))
    assert [spot.box.width for spot in front.spots] == [3.625, 3.6875, 3.6875]
    assert [spot.box.left for spot in back.spots] == [0, 3.6875, 7.375]
    behind = {round(turned(spot.box, front.width).left, 4) for spot in back.spots}
    assert behind == {round(spot.box.left, 4) for spot in front.spots}
    assert front.spots[2].panel == 0  # the cover is the right third: it opens like a book


def test_a_zigzag_leaflet_has_three_equal_panels_and_its_cover_opens_like_a_book(run: Run) -> None:
    made = piece(run, "paid-help", "z-fold", "en")
    front, back = leaves_of(made, len(panels_of(made)))
    assert {round(spot.box.width, 3) for spot in (*front.spots, *back.spots)} == {3.667}
    assert (front.spots[2].panel, back.spots[2].panel) == (0, 5)


@pytest.mark.parametrize(
    ("form", "left"),
    [
        ("tri-fold", ([0, 3.625, 7.3125], [0, 3.6875, 7.375])),
        ("z-fold", ([0, 3.6667, 7.3333], [0, 3.6667, 7.3333])),
    ],
)
def test_in_the_finished_file_each_panel_begins_at_its_fold(
    run: Run, form: str, left: tuple[list[float], list[float]]
) -> None:
    made = piece(run, "paid-help", form, "en")
    pdf = write_pdf(whole_sheet(TEMPLATES, made, 9), fonts=OURS, identifier=b"x")
    with pikepdf.open(BytesIO(pdf)) as opened:
        pages = read_tagged(opened).pages
    for folds, page in zip(left, pages, strict=True):
        at = [one.x / 72 for marked in page.marked for one in marked.runs]
        for fold, past in pairwise([*folds, 11.0]):
            inside = [x - fold for x in at if fold <= x < past]
            assert min(inside) == pytest.approx(made.form.margin, abs=0.02)


def test_a_booklet_is_imposed_for_stapling(run: Run) -> None:
    made = piece(run, "paid-help", "booklet", "en")
    leaves = leaves_of(made, len(panels_of(made)))
    order = [[spot.panel for spot in leaf.spots] for leaf in leaves]
    assert order == [[7, 0], [1, 6], [5, 2], [3, 4]]
    short = piece(run, "at-work", "booklet", "en")  # less to say: one sheet, and no page with a line at its top
    leaves = leaves_of(short, len(panels_of(short)))
    assert [[spot.panel for spot in leaf.spots] for leaf in leaves] == [[3, 0], [1, 2]]


def test_every_back_lies_behind_its_front(run: Run) -> None:
    for form in (one.name for one in FORMATS.values() if one.way == Way.BACKS):
        made = piece(run, "after-leaving", form, BOTH)
        front, back = leaves_of(made, 2)
        assert sorted((turned(one.box, front.width).left, one.box.top) for one in front.spots) == sorted(
            (one.box.left, one.box.top) for one in back.spots
        )


def test_a_back_that_is_off_by_3_mm_is_found(run: Run) -> None:
    made = piece(run, "card-to-show", "wallet", BOTH)
    off = replace(made, profile=OFFICE.model_copy(update={"right_mm": 3.0}))
    pdf = write_pdf(whole_sheet(TEMPLATES, off, 8), fonts=OURS, identifier=b"x")
    assert sheet_problems(pdf, off) == ()  # as the calibration sheet asked for it
    assert any("mm beside its front" in problem for problem in sheet_problems(pdf, made))


# ---- what is left out, and what is refused ----


def test_optional_statements_go_before_letters_get_too_small_and_the_record_names_them(
    library: Library, tmp_path: Path
) -> None:
    long = open_clinic(library).model_copy(
        update={"name": "The Example Street Legal Clinic of Example City, Inc., in Flushing, New York"}
    )
    done = print_handouts(library, long, ["one-option"], ["half"], ["both"], tmp_path / "out", DAY)
    (row,) = done.rows
    assert row.left_out in {(), ("no-deadline",)}
    with pytest.raises(DocumentError, match="does not fit"):
        print_handouts(library, long, ["at-the-door"], ["wallet"], ["en"], tmp_path / "other", DAY)


def test_a_format_that_cannot_be_in_two_languages_is_simply_not_among_them(library: Library, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nothing to print"):
        print_handouts(library, open_clinic(library), ["paid-help"], ["tri-fold"], [BOTH], tmp_path / "out", DAY)


def test_a_misspelt_profile_is_answered(library: Library) -> None:
    with pytest.raises(UsageError) as refused:
        read_profile(library, "shpo")
    assert "shop" in refused.value.hint


def test_every_topic_makes_every_format_that_carries_statements(run: Run) -> None:
    for name in ("at-the-door", "if-held", "paid-help", "one-option", "after-leaving"):
        made = [form.name for form in FORMATS.values() if run.topic(name).made_as(form)]
        assert set(made) == set(FORMATS) - {"mini", "sticker", "signs"}


# ---- a third language appears once its catalog does ----


def written(shelf_folder: Path, language: str, catalog: str) -> Path:
    folder = shelf_folder / f"locales/{language}/LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "kyr.po").write_text(catalog, encoding="utf-8")
    return shelf_folder


def test_traditional_chinese_appears_with_its_catalog_and_not_before(tmp_path: Path, library: Library) -> None:
    catalog = library.get("locales/zh_Hans/LC_MESSAGES/kyr.po").text
    own = Library(written(tmp_path / "shelf", "zh_Hans", catalog))
    assert languages_on(own) == LANGUAGES
    written(tmp_path / "shelf", "zh_Hant", library.get("locales/zh_Hant/LC_MESSAGES/kyr.po").text)
    assert languages_on(own)[-2:] == (TRADITIONAL, BOTH_TRADITIONAL)
    done = print_handouts(
        own, open_clinic(own), ["card-to-show"], ["wallet"], [TRADITIONAL, BOTH_TRADITIONAL], tmp_path / "out", DAY
    )
    assert [row.file for row in done.rows] == ["card-to-show-wallet-zh-Hant.pdf", "card-to-show-wallet-both-Hant.pdf"]
    with pikepdf.open(done.out / done.rows[0].file) as pdf:
        assert str(pdf.Root.Lang) == "zh-Hant"
    assert min(row.size for row in done.rows) >= 8  # more strokes: never below 8 points


def test_a_topic_without_traditional_text_is_not_among_them(tmp_path: Path, library: Library) -> None:
    own = shelf(tmp_path / "own", library)
    words = library.get("locales/zh_Hans/LC_MESSAGES/kyr.po").text.split('\n# draft, machine\nmsgctxt "topic.')[0]
    written(tmp_path / "own", "zh_Hant", words.replace("Language: zh_Hans", "Language: zh_Hant"))
    topic = Run(own, open_clinic(own), DAY).topic("at-shop")
    assert {one for _, _, one in orders(own, [topic], ["wallet"], languages_on(own))} == {"en", "zh_Hans", BOTH}
