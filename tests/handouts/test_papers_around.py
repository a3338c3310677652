"""Papers around handouts: a session's kit, a printer's calibration sheet, everything at once with its index page."""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from legalassist.api.handout_paper import print_calibration, print_kit, print_sign_sheet
from legalassist.api.handout_records import sheet_of
from legalassist.api.handout_run import Run
from legalassist.api.handout_tree import print_everything
from legalassist.api.opening import open_clinic
from legalassist.api.printing import print_run
from legalassist.documents.fonts import Fonts
from legalassist.documents.page import environment
from legalassist.documents.tags.tagged import audit, read_tagged, tagged_text
from legalassist.errors import UsageError
from legalassist.handouts.calibration import calibration_sheet
from legalassist.handouts.kit import kit_papers, kit_texts, steps_of
from legalassist.handouts.profiles import OFFICE
from legalassist.library import Library, fonts

DAY = date(2026, 11, 25)


@pytest.fixture(scope="module")
def run(library: Library) -> Run:
    return Run(library, open_clinic(library), DAY)


def test_a_session_has_its_outline_tally_and_slips_and_asks_for_no_name(run: Run) -> None:
    topics = [run.topic("at-the-door"), run.topic("paid-help")]
    for language, question in (("en", "Is it safe for you to have it?"), ("zh_Hans", "您觉得安全吗？")):
        made = kit_papers(
            run.library, environment(run.library), Fonts.read(fonts()), topics, language, banded=language != "en"
        )
        texts = {name.split("-")[1]: re.sub(r"\s+", " ", tagged_text(pdf)) for name, pdf in made.items()}
        assert set(texts) == {"outline", "tally", "slips"}
        assert question in texts["outline"]
        assert "0–5" in texts["outline"]
        assert all(("NOT REVIEWED" in text) == (language != "en") for text in texts.values())
        assert all(audit(pdf) == [] for pdf in made.values())
    assert "姓名" in texts["slips"]


def test_a_session_on_two_topics_takes_the_minutes_of_its_steps(library: Library) -> None:
    said = {one.context: one.text for one in kit_texts(library, "en")}
    steps = list(steps_of(said, ["One", "Two"]))
    assert [step.start for step in steps[1:]] == [step.end for step in steps[:-1]]
    assert steps[-1].end == 5 + 5 + 15 + 15 + 10 + 10 + 5 + 5


def test_the_kit_holds_the_handouts_of_its_topics(run: Run, tmp_path: Path) -> None:
    names = print_kit(run, ["card-to-show"], ["en"], tmp_path / "kit")
    assert "card-to-show-fold-both.pdf" in names
    names = print_kit(run, ["card-to-show"], ["zh_Hans", "zh_Hant"], tmp_path / "both")  # a card in the script of each
    assert {one for one in names if "-fold-" in one} == {
        "card-to-show-fold-both.pdf", "card-to-show-fold-both-Hant.pdf",
    }  # fmt: skip
    names = print_kit(run, ["card-to-show"], ["zh_Hant"], tmp_path / "one")
    assert [one for one in names if "-fold-" in one] == ["card-to-show-fold-both-Hant.pdf"]
    with pytest.raises(UsageError, match="both"):
        print_kit(run, ["card-to-show"], ["both"], tmp_path / "other")


# ---- calibration ----


def columns(pdf: bytes, page: int, dots: int = 10) -> list[float]:
    """Return where on a page, in millimetres from its left edge, long vertical lines stand."""
    with pypdfium2.PdfDocument(pdf) as opened:
        image = opened[page].render(scale=dots * 25.4 / 72, grayscale=True).to_pil()
    found = []
    for x in range(image.width):
        strip = image.crop((x, 22 * dots, x + 1, 38 * dots)).tobytes()  # over the cross at 30 mm from the top
        if sum(value < 200 for value in strip) > 14 * dots:
            found.append(x / dots)
    return found


def test_the_backs_of_the_calibration_sheet_lie_mirrored_behind_its_fronts_as_measured(library: Library) -> None:
    sheet = calibration_sheet(environment(library), Fonts.read(fonts()), OFFICE)
    front, back = columns(sheet, 0), columns(sheet, 1)
    assert min(front) == pytest.approx(30, abs=0.3)
    assert sorted(215.9 - x for x in back) == pytest.approx(front, abs=0.3)
    moved = calibration_sheet(environment(library), Fonts.read(fonts()), OFFICE.model_copy(update={"right_mm": 3.0}))
    assert columns(moved, 1) == pytest.approx([x + 3 for x in back], abs=0.3)


def test_the_calibration_sheet_is_tagged_and_says_its_profile(run: Run, tmp_path: Path) -> None:
    name = print_calibration(run, tmp_path / "out")
    pdf = (tmp_path / "out" / name).read_bytes()
    assert audit(pdf) == []
    assert "profile office" in tagged_text(pdf)


# ---- everything ----


def test_everything_is_printed_into_a_tree_with_an_index_by_two_workers_as_by_one(run: Run, tmp_path: Path) -> None:
    topics, formats, languages = ["card-to-show", "free-advice"], ["fold", "mini"], ["both"]
    done = print_everything(run, topics, formats, languages, tmp_path / "tree", workers=2)
    names = sorted(path.relative_to(done.out).as_posix() for path in done.out.rglob("*.pdf"))
    assert names == [
        "both/card-to-show/card-to-show-fold-both.pdf",
        "both/free-advice/free-advice-mini-both.pdf",
    ]
    index = (done.out / "index.html").read_text(encoding="utf-8")
    assert sorted(re.findall(r'href="([^"#]+)"', index)) == names
    assert re.findall(r'href="#([^"]+)"', index) == re.findall(r'id="([^"]+)"', index) == ["both"]
    assert "English and simplified Chinese: 2" in index
    assert index.count("data:image/png;base64,") == len(names)
    assert "http" not in index.replace("http-equiv", "")
    record = json.loads((done.out / "handouts.json").read_text(encoding="utf-8"))
    assert set(record["files"]) == {*names, "index.html"}
    alone = print_run(run, ["free-advice"], ["mini"], ["both"], tmp_path / "one")
    first = (alone.out / "free-advice-mini-both.pdf").read_bytes()
    assert first == (done.out / names[1]).read_bytes()
    print_everything(run, ["free-advice"], ["mini"], ["en"], done.out)  # an earlier tree is replaced whole
    assert not (done.out / "both").exists()


def test_a_shop_gets_leaflets_whole_and_cards_alone(run: Run, tmp_path: Path) -> None:
    shop = OFFICE.model_copy(update={"name": "shop", "together": False, "bleed": 0.125, "crop": True})
    done = print_run(replace(run, profile=shop), ["card-to-show"], ["fold"], ["both"], tmp_path / "out")
    with pikepdf.open(done.out / done.rows[0].file) as pdf:
        (page,) = pdf.pages
        assert [float(edge) for edge in page.trimbox] == [0, 0, 504, 144]


# ---- the sheet an attorney signs ----


def test_every_page_of_an_approval_sheet_names_it_and_none_is_signed_without_a_line(run: Run, tmp_path: Path) -> None:
    sheet = sheet_of(run, "in-a-car", "zh_Hans")
    name = print_sign_sheet(run, sheet, tmp_path / "sheet")
    read = read_tagged((tmp_path / "sheet" / name).read_bytes())
    beside = ["".join(one.text for part in page.artifacts for one in part.runs) for page in read.pages]
    assert len(beside) > 1
    assert all(f"{sheet.code}{number}/{len(beside)}" in "".join(told.split()) for number, told in enumerate(beside, 1))
    last = " ".join(one.text for marked in read.pages[-1].marked for one in marked.runs)
    assert "Attorney, date" in last
    assert "on every handout" in last
