"""Every sheet that is printed: its size, margins, letters, words, tags and bytes; and that each fault would be seen."""

import json
import re
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import page as page_validation
import pikepdf
import pytest
from handouts.shelf import approved
from one_library import LIBRARY

from legalassist.api.handout_run import Run
from legalassist.api.handout_workers import printed_pieces
from legalassist.api.opening import open_clinic
from legalassist.api.printing import Printed, list_handouts, print_handouts, put_away
from legalassist.documents.clinic import Clinic
from legalassist.documents.fonts import Fonts
from legalassist.documents.page import environment
from legalassist.documents.pdf import write_pdf
from legalassist.documents.tags.tagged import audit, tagged_text
from legalassist.errors import ContentError, DocumentError, UsageError
from legalassist.handouts.folder import save
from legalassist.handouts.formats import BOTH, FORMATS, LANGUAGES, Box
from legalassist.handouts.gates import Clearances
from legalassist.handouts.layout import whole_sheet
from legalassist.handouts.piece import Piece, Shown
from legalassist.handouts.printing import print_piece
from legalassist.handouts.read_back import sheet_problems
from legalassist.handouts.reading import read_topic
from legalassist.handouts.telling import telling_word
from legalassist.handouts.texts import texts_of
from legalassist.law.authorities import Authorities
from legalassist.library import Library
from legalassist.library import fonts as fonts_folder

DAY = date(2026, 11, 23)
LAW = Authorities.load()
OURS = Fonts.read(fonts_folder())
TEMPLATES = environment(LIBRARY)
PRINTED = (
    ("letter", "en"), ("letter", "zh_Hans"), ("half", "both"),
    ("wallet", "zh_Hans"), ("wallet", "both"), ("fold", "both"),
)  # fmt: skip
NAMES = [f"at-the-door-{form}-{language.replace('_', '-')}.pdf" for form, language in PRINTED]
EVERY = pytest.mark.parametrize("name", NAMES)
BAND = ("未审阅 请勿分发", "NOT REVIEWED – DO NOT HAND OUT")
NUMBER = "212-555-0100"
MAY_NOT_START = "。，、；：？！”’）〉》】·"
MAY_NOT_END = "“‘（〈《【"
DPI = 254
MM5 = 5 / 25.4


@pytest.fixture(scope="module")
def clinic(library: Library) -> Clinic:
    return open_clinic(library)


@pytest.fixture(scope="module")
def printed(library: Library, clinic: Clinic, tmp_path_factory: pytest.TempPathFactory) -> Printed:
    out = tmp_path_factory.mktemp("prints") / "all"
    run = Run(library, clinic, DAY)
    ordered = [(run.topic("at-the-door"), FORMATS[form], language) for form, language in PRINTED]
    done = printed_pieces(run, ordered, lambda _name: None)
    return put_away(run, done, {name: content for one in done for name, content in one.files.items()}, out)


def all_cleared(library: Library) -> Clearances:
    topic = read_topic(library, "at-the-door", LAW)
    used = [(form, one) for form in FORMATS.values() for one in LANGUAGES if topic.made_as(form) and form.speaks(one)]
    texts = [text for form, one in used for text in texts_of(library, topic, form, one)]
    ids = {name for one in topic.statements for name in one.authorities}
    return Clearances(approved(texts), dict.fromkeys(ids, DAY))


def piece(library: Library, form: str, language: str, *, banded: bool = False) -> Piece:
    topic = read_topic(library, "at-the-door", LAW)
    texts = texts_of(library, topic, FORMATS[form], language)
    return Piece(topic, FORMATS[form], language, texts, Shown(("Example Street Legal Clinic",), NUMBER), DAY, banded)


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def stray_ink(pdf: bytes, form_name: str) -> int:
    """Count the tenths of a millimetre with ink nearer than 5 mm to a cut, the cutting marks left out."""
    form = FORMATS[form_name]
    command = ["pdftoppm", "-r", str(DPI), "-gray", "-singlefile", "-"]
    data = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout
    _head, size, _depth, raster = data.split(b"\n", 3)
    width, height = map(int, size.split())
    inked = bytearray(raster.translate(bytes(value < 200 for value in range(256))))
    safe = [Box(one.left + MM5, one.top + MM5, one.width - 2 * MM5, one.height - 2 * MM5) for one in form.boxes()]
    around = [Box(one.left - 0.02, one.top - 0.02, one.width + 0.04, one.height + 0.04) for one, _ in form.marks()]
    for box in (*safe, *around):
        left, right = round(box.left * DPI), round((box.left + box.width) * DPI)
        for y in range(max(0, round(box.top * DPI)), min(height, round((box.top + box.height) * DPI))):
            inked[y * width + left : y * width + right] = bytes(right - left)
    return sum(inked)


@EVERY
def test_a_sheet_meets_pdf_ua_and_its_tags_are_whole(printed: Printed, name: str) -> None:
    pdf = (printed.out / name).read_bytes()
    report = page_validation.validate_pdf_bytes(pdf, profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert audit(pdf) == []


@EVERY
def test_a_sheet_has_its_exact_size_its_language_and_a_neutral_title(printed: Printed, name: str) -> None:
    with pikepdf.open(printed.out / name) as pdf:
        pages = list(pdf.pages)
        assert len(pages) == (2 if "wallet-both" in name else 1)
        landscape = "half" in name
        for page in pages:
            assert [float(edge) for edge in page.mediabox] == [0, 0, *((792, 612) if landscape else (612, 792))]
        assert str(pdf.Root.Lang) == ("en" if name.endswith("-en.pdf") else "zh-Hans")
        assert telling_word(str(pdf.docinfo["/Title"])) == telling_word(name) == ""
        assert set(pdf.docinfo.keys()) == {"/Title"}
        with pdf.open_metadata() as xmp:
            assert not {"dc:creator", "xmp:CreateDate", "xmp:ModifyDate", "pdf:Keywords", "pdf:Producer"} & set(xmp)
        assert len(pdf.open_outline().root) == len(pages)  # ten cards are one bookmark


@EVERY
def test_no_ink_is_nearer_than_5_mm_to_a_cut(printed: Printed, name: str) -> None:
    assert stray_ink((printed.out / name).read_bytes(), name.split("-")[3]) == 0


def test_ink_in_a_margin_would_be_seen(library: Library) -> None:
    html = whole_sheet(TEMPLATES, piece(library, "wallet", "en"), 8).replace(
        "</style>", ".panel { padding: 0.1in } .bottom { left: 0.1in; bottom: 0.1in } </style>", 99
    )
    assert stray_ink(write_pdf(html, fonts=OURS, identifier=b"x"), "wallet") > 0


def test_a_card_is_cut_to_a_business_card_and_a_half_sheet_to_half_a_letter() -> None:
    wallet, half = (list(FORMATS[name].boxes()) for name in ("wallet", "half"))
    assert {(box.width, box.height) for box in wallet} == {(3.5, 2)}
    assert {(box.width, box.height) for box in half} == {(5.5, 8.5)}
    assert (len(wallet), len(half)) == (10, 2)
    assert max(box.left + box.width for box in wallet) == 8.5 - 0.75
    assert max(box.top + box.height for box in wallet) == 11 - 0.5


@EVERY
def test_every_copy_carries_the_band_and_a_card_hides_its_number(printed: Printed, name: str) -> None:
    text = bare(tagged_text((printed.out / name).read_bytes()))
    form = FORMATS[name.split("-")[3]]
    panels = form.columns * form.rows * (2 if "wallet-both" in name else 1)
    for half in BAND:
        assert text.count(bare(half)) == panels
    assert text.count(NUMBER) == (0 if form.covered else panels)


@EVERY
def test_no_line_of_chinese_begins_or_ends_with_a_sign_that_may_not(printed: Printed, name: str) -> None:
    command = ["pdftotext", "-layout", str(printed.out / name), "-"]
    told = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    lines = [part for line in told.splitlines() for part in re.split(r"\s{2,}|•", line) if part.strip()]
    assert [line for line in lines if line.strip()[0] in MAY_NOT_START or line.strip()[-1] in MAY_NOT_END] == []


def test_english_is_spoken_aloud_in_every_language(printed: Printed) -> None:
    for name in NAMES:
        assert "“I do not consent.”" in tagged_text((printed.out / name).read_bytes()), name


def test_only_the_clinics_number_is_printed(printed: Printed) -> None:
    for name in NAMES:
        numbers = re.findall(r"\d{3}-\d{3}-\d{4}|\b911\b|\b311\b", tagged_text((printed.out / name).read_bytes()))
        assert set(numbers) <= {NUMBER}


def test_the_same_print_has_the_same_bytes_and_replaces_the_earlier(
    printed: Printed, library: Library, clinic: Clinic, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    save({"at-the-door-half-en.pdf": b"an earlier print"}, {}, out)
    print_handouts(library, clinic, ["at-the-door"], ["wallet"], ["zh_Hans"], out, DAY)
    name = "at-the-door-wallet-zh-Hans.pdf"
    assert (tmp_path / "out" / name).read_bytes() == (printed.out / name).read_bytes()
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [name, "handouts.json"]
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_the_record_names_texts_by_hash_and_says_what_stood_in_the_way(printed: Printed) -> None:
    record = json.loads((printed.out / "handouts.json").read_text(encoding="utf-8"))
    assert sorted(record["files"]) == sorted(NAMES)
    first = record["pieces"][0]
    assert first["banded"] is True
    assert first["unacknowledged"]["KY-07"] == "contested"
    assert len(first["unapproved"]) == len(first["texts"]) > 30
    assert {f"{one['language']} {one['context']}" for one in first["texts"]} == set(first["unapproved"])
    assert first["number"] == NUMBER
    assert all(re.fullmatch(r"[0-9a-f]{64}", one["text"]) for one in first["texts"])
    assert len({piece["code"] for piece in record["pieces"]}) == len(NAMES)


def test_what_a_person_must_do_is_told(printed: Printed, library: Library) -> None:
    told = "\n".join(printed.to_do)
    assert "texts in zh_Hans have no approval" in told
    assert "has not acknowledged KY-05, KY-07 (contested)" in told
    assert "no check of the last 90 days is on record: CT-04, CT-05" in told
    listed = {one.id: one for one in list_handouts(library, DAY)}["at-the-door"]
    assert set(listed.to_do) >= {one for one in printed.to_do if "texts in" not in one}
    assert listed.check_again == date(2026, 12, 22)


@pytest.mark.parametrize(("form", "language"), [("wallet", "zh_Hans"), ("half", BOTH)])
def test_with_the_attorneys_yes_no_copy_has_a_band_and_every_copy_its_number(
    library: Library, clinic: Clinic, tmp_path: Path, form: str, language: str
) -> None:
    done = print_handouts(
        library, clinic, ["at-the-door"], [form], [language], tmp_path / "out", DAY, clearances=all_cleared(library)
    )
    (row,) = done.rows
    text = bare(tagged_text((done.out / row.file).read_bytes()))
    assert not row.banded
    assert not any(bare(half) in text for half in BAND)
    assert text.count(NUMBER) == FORMATS[form].columns * FORMATS[form].rows
    assert [line for line in done.to_do if "CT-04" not in line] == []


def test_a_card_in_both_languages_is_folded_between_them_and_chinese_is_its_right_half(library: Library) -> None:
    sheet = whole_sheet(TEMPLATES, piece(library, "fold", BOTH), 8)
    places = re.findall(r'<article class="panel whole brief" style="left:([\d.]+)in;[^"]*" lang="([\w-]+)">', sheet)
    assert places == [("0.7500", "en"), ("4.2500", "zh-Hans")] * 5
    assert sheet.count("dotted") == 2


# ---- what does not fit, or goes wrong, stops the print ----


def test_a_text_that_does_not_fit_is_a_problem_and_never_cut(library: Library) -> None:
    long = replace(piece(library, "wallet", "en"), shown=Shown(("Legal Clinic of Example Street " * 8,), NUMBER))
    with pytest.raises(DocumentError, match="at-the-door-wallet-en: the text does not fit"):
        print_piece(long, TEMPLATES, OURS)


def test_what_does_not_fit_leaves_no_file(library: Library, clinic: Clinic, tmp_path: Path) -> None:
    long = clinic.model_copy(update={"name": "Legal Clinic of Example Street " * 8})
    with pytest.raises(DocumentError, match="does not fit"):
        print_handouts(library, long, ["at-the-door"], ["wallet"], ["en"], tmp_path / "out", DAY)
    assert list(tmp_path.iterdir()) == []


def test_larger_letters_are_taken_where_they_fit(library: Library) -> None:
    whole = piece(library, "wallet", "en")
    few = replace(whole.topic, statements=whole.topic.statements[:1])
    texts = texts_of(library, few, FORMATS["wallet"], "en")
    size = print_piece(replace(whole, topic=few, texts=texts), TEMPLATES, OURS).size
    assert size == max(FORMATS["wallet"].ladder["en"])


@pytest.fixture(scope="module")
def card(library: Library) -> tuple[Piece, str]:
    made = piece(library, "wallet", "en")
    return made, whole_sheet(TEMPLATES, made, 8)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Do not sign anything before you talk to a lawyer.", "", "no-signature.text (en) is not on every copy"),
        ("font-size: 8pt", "font-size: 5pt", "points are too small"),
        ("left:0.7500in", "left:0.01in", "text stands in a margin"),
        ("size: 8.5in 11in", "size: 210mm 297mm", "is needed"),
        (f'lang="en">{NUMBER}', f'lang="en">{NUMBER[:7]}<br>{NUMBER[7:]}', "the number is broken over two lines"),
        (NUMBER, "212-555-0199", "is not on every copy"),
    ],
)
def test_a_planted_fault_in_a_finished_sheet_is_found(card: tuple[Piece, str], old: str, new: str, told: str) -> None:
    made, html = card
    assert old in html
    count = 1 if "Do not sign" in old else -1
    pdf = write_pdf(html.replace(old, new, count), fonts=OURS, identifier=b"x")
    assert any(told in problem for problem in sheet_problems(pdf, made)), sheet_problems(pdf, made)


def test_a_whole_sheet_has_no_fault(card: tuple[Piece, str]) -> None:
    made, html = card
    assert sheet_problems(write_pdf(html, fonts=OURS, identifier=b"x"), made) == ()


def test_a_number_that_can_be_read_on_an_unreviewed_card_is_found(library: Library) -> None:
    banded = piece(library, "wallet", "en", banded=True)
    html = whole_sheet(TEMPLATES, banded, 8).replace("At the door: <", f"{NUMBER} At the door: <")
    pdf = write_pdf(html, fonts=OURS, identifier=b"x")
    assert "the number can be read on a card that nobody has reviewed" in sheet_problems(pdf, banded)


def test_a_missing_band_is_found(library: Library) -> None:
    html = whole_sheet(TEMPLATES, piece(library, "half", "en"), 10)
    pdf = write_pdf(html, fonts=OURS, identifier=b"x")
    assert sheet_problems(pdf, piece(library, "half", "en", banded=True)) == (
        "the band, the number, or what the clinic says of itself is not on every copy",
    )


def test_a_second_page_is_found(library: Library) -> None:
    made = piece(library, "letter", "en")
    html = whole_sheet(TEMPLATES, made, 12).replace("</body>", '<p>x</p><p style="break-before: page">x</p></body>')
    found = sheet_problems(write_pdf(html, fonts=OURS, identifier=b"x"), made)
    assert any("pages; 1 are needed" in problem for problem in found)


@pytest.mark.parametrize(
    ("formats", "languages", "message"),
    [(["wallett"], ["en"], "wallett"), (["wallet"], ["zh_XX"], "zh_XX"), (["wallet"], ["zh"], "'zh'")],
)
def test_an_unknown_format_or_language_is_refused_before_anything_is_made(
    library: Library, clinic: Clinic, tmp_path: Path, formats: list[str], languages: list[str], message: str
) -> None:
    with pytest.raises(UsageError, match=message):
        print_handouts(library, clinic, ["at-the-door"], formats, languages, tmp_path / "out", DAY)
    assert list(tmp_path.iterdir()) == []


def test_a_topic_with_a_fault_is_not_printed(library: Library, clinic: Clinic, tmp_path: Path) -> None:
    shelf = tmp_path / "shelf/interviews/kyr/topics"
    shelf.mkdir(parents=True)
    text = library.get("interviews/kyr/topics/at-the-door.yaml").text
    (shelf / "at-the-door.yaml").write_text(text.replace("[KY-13]", "[KY-24]"), encoding="utf-8")
    own = Library(tmp_path / "shelf")
    with pytest.raises(ContentError, match="KY-24 is not printed"):
        print_handouts(own, clinic, ["at-the-door"], ["wallet"], ["en"], tmp_path / "out", DAY)
    assert not (tmp_path / "out").exists()


def test_a_template_of_a_clinics_own_is_used_and_read_back(library: Library, clinic: Clinic, tmp_path: Path) -> None:
    folder = tmp_path / "shelf/templates/kyr"
    folder.mkdir(parents=True)
    panel = library.get("templates/kyr/panel.html").text
    (folder / "panel.html").write_text(panel.replace("{{ shown.number }}", "212-555-0134"), encoding="utf-8")
    own = Library(tmp_path / "shelf")
    with pytest.raises(DocumentError, match="the number"):
        print_handouts(own, clinic, ["at-the-door"], ["half"], ["en"], tmp_path / "out", DAY)


def test_a_pdf_made_here_opens_without_repair(printed: Printed) -> None:
    for name in NAMES:
        with pikepdf.open(printed.out / name, attempt_recovery=False) as pdf:
            assert pdf.check_pdf_syntax() == []
