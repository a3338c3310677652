"""What the clinic itself puts on a piece: a code to scan, a logo, its hours and lines; and what is refused."""

import re
import struct
import zlib
from base64 import b64decode
from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import accumulate, groupby
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from click.testing import CliRunner
from PIL import Image

from legalassist.api.handout_run import Run, logo_of
from legalassist.api.handout_workers import print_one
from legalassist.api.opening import open_clinic
from legalassist.api.printing import print_run
from legalassist.cli import main
from legalassist.documents.clinic import Clinic, Outreach
from legalassist.documents.tags.tagged import tagged_text
from legalassist.errors import DocumentError, UsageError
from legalassist.handouts.formats import FORMATS
from legalassist.handouts.logo import read_logo
from legalassist.handouts.qr import MILLIMETRES, code_of
from legalassist.library import Library

DAY = date(2026, 11, 25)
LONG = "Example Street Legal Clinic of the Invented City of Long Names in Flushing, N.Y."
URL = "https://example.org/help"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h10v10z"/></svg>'


def clinic_with(library: Library, **own: str) -> Clinic:
    return open_clinic(library).model_copy(update={"handouts": Outreach(**own)})


def png(side: int = 20, colour: tuple[int, int, int] = (200, 10, 10)) -> bytes:
    out = BytesIO()
    Image.new("RGB", (side, side), colour).save(out, "PNG")
    return out.getvalue()


def huge_png(side: int) -> bytes:
    """Return a few bytes that say they are a picture of so many dots a side."""
    head = b"IHDR" + struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    body = b"IDAT" + zlib.compress(b"\0" * 100)
    parts = b"".join(struct.pack(">I", len(one) - 4) + one + struct.pack(">I", zlib.crc32(one)) for one in (head, body))
    return b"\x89PNG\r\n\x1a\n" + parts


# ---- codes ----


def test_a_code_lies_on_the_page_as_large_as_it_must_be_and_its_address_in_words(
    library: Library, tmp_path: Path
) -> None:
    own = clinic_with(library, url=URL, hours="星期一至五 9:00–17:00", advertising="Attorney Advertising")
    run = Run(library, own, DAY, scanned=True)
    done = print_run(run, ["phone-safety"], ["half"], ["zh_Hans"], tmp_path / "out")
    pdf = (done.out / done.rows[0].file).read_bytes()
    text = re.sub(r"\s", "", tagged_text(pdf))
    for words in (URL, "不要用微信扫描", "星期一至五9:00–17:00", "AttorneyAdvertising"):
        assert text.count(words) == 2, words
    modules = finders(pdf)
    assert len(modules) >= 2  # the corners of a code, left and right, seen in what is printed
    assert min(modules) >= 0.4


def finders(pdf: bytes) -> list[float]:
    """Return the modules (mm) of the corner marks of codes on a page: dark and light as 1 : 1 : 3 : 1 : 1."""
    dots, step, rows = 12, 3, 6  # dots a millimetre; every third row; so many rows one below the other
    with pypdfium2.PdfDocument(pdf) as opened:
        image = opened[0].render(scale=dots * 25.4 / 72, grayscale=True).to_pil()
    seen: dict[tuple[int, int], list[int]] = {}
    for y in range(0, image.height, step):
        row = image.crop((0, y, image.width // 2, y + 1)).tobytes()
        runs = [(dark, len(list(one))) for dark, one in groupby(value < 128 for value in row)]
        ends = list(accumulate(length for _, length in runs))
        for start in range(len(runs) - 4):
            five = runs[start : start + 5]
            unit = sum(length for _, length in five) / 7
            fits = all(abs(length - unit * n) <= unit / 4 for (_, length), n in zip(five, (1, 1, 3, 1, 1), strict=True))
            if five[0][0] and fits:
                seen.setdefault((ends[start], round(unit * 7)), []).append(y)
    steady = [unit for (_, unit), ys in seen.items() if len(ys) >= rows and max(ys) - min(ys) < 60 * dots]
    return [unit / 7 / dots for unit in steady]


def test_a_page_without_a_code_has_no_corner_marks(library: Library, tmp_path: Path) -> None:
    done = print_run(
        Run(library, clinic_with(library, url=URL), DAY), ["phone-safety"], ["half"], ["en"], tmp_path / "x"
    )
    assert finders((done.out / done.rows[0].file).read_bytes()) == []


@pytest.mark.parametrize("name", sorted(MILLIMETRES))
def test_a_module_is_never_finer_than_a_photocopy_keeps(name: str) -> None:
    picture, size = code_of(URL, FORMATS[name])
    drawing = b64decode(picture.partition(",")[2]).decode()
    found = re.search(r'viewBox="0 0 (\d+) \d+"|width="(\d+)"', drawing)
    assert found is not None
    side = int(found[1] or found[2])
    assert side >= 29 + 8  # version 3 or more: never a Micro QR code, with four modules of quiet around
    assert size / side >= 0.4
    assert size >= 25


def test_a_short_address_still_gives_a_full_code() -> None:
    _picture, size = code_of("https://a.org", FORMATS["letter"])
    drawing = b64decode(code_of("https://a.org", FORMATS["letter"])[0].partition(",")[2]).decode()
    assert "33" in drawing  # 25 modules and the quiet zone; a Micro QR code has at most 17
    assert size > 0


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://example.org", "not a plain address"), ("https://example.org/?utm=a", "not a plain address"),
        ("https://u:p@example.org", "not a plain address"), ("https://bit.ly/abc", "somebody else's redirect"),
        ("https://example.org/" + "a" * 30, "too fine for a photocopy"), ("tel:2125550100", "not a plain address"),
    ],
)  # fmt: skip
def test_an_address_that_tells_or_is_not_the_clinics_own_is_refused(url: str, why: str) -> None:
    with pytest.raises(UsageError, match=re.escape(why)):
        code_of(url, FORMATS["letter"])


@pytest.mark.parametrize("name", ["wallet", "fold", "mini", "sticker", "tri-fold", "picture"])
def test_hidden_formats_carry_no_code(name: str) -> None:
    assert code_of(URL, FORMATS[name]) == ("", 0.0)


def test_a_code_without_an_address_is_refused_at_the_door(tmp_path: Path) -> None:
    words = ["handout", "print", "phone-safety", "--format", "half", "--code", "--out", str(tmp_path / "out")]
    told = CliRunner().invoke(main, words)
    assert (told.exit_code, "no address for a code" in told.output) == (2, True)


# ---- logo and name ----


def test_a_logo_is_printed_in_grey_without_its_metadata(library: Library, tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(png())
    own = clinic_with(library, logo="logo.png")
    address = logo_of(library, own, tmp_path / "clinic.yaml")
    with Image.open(BytesIO(b64decode(address.partition(",")[2]))) as image:
        assert (image.mode, image.info) == ("LA", {})
    run = Run(library, own, DAY, logo=address)
    done = print_run(run, ["phone-safety"], ["half"], ["en"], tmp_path / "out")
    with pikepdf.open(done.out / done.rows[0].file) as pdf:
        assert [1 for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("logo.png", b"\0" * 20_000_000, "has 20 MB; at most 1 MB"), ("logo.png", b"no picture", "is no PNG"),
        ("logo.svg", b"<svg", "is no SVG"), ("logo.svg", b"<!DOCTYPE svg><svg/>", "leaves no ink"),
        ("logo.png", png(2001), "at most 2000 a side"), ("logo.gif", b"GIF89a", "is no PNG"),
        ("logo.png", huge_png(12_000), "at most 2000 a side"), ("logo.png", huge_png(60_000), "at most 2000 a side"),
        ("logo.png", png(20)[:40], "is no PNG"), ("logo.png", png(20)[:-20], "is no PNG"),
        ("logo.png", png(900)[:2000], "is no PNG"),
        ("logo.png", png(20, (255, 255, 255)), "leaves no ink"),
        ("logo.png", png(20, (250, 250, 240)), "leaves no ink"),
        ("logo.svg", SVG.replace("M0 0h10v10z", "").encode(), "leaves no ink"),
        ("logo.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><title>Clinic</title></svg>', "leaves no ink"),
        ("logo.svg", SVG.replace("<path", '<path fill="#fff"').encode(), "leaves no ink"),
        ("logo.svg", SVG.replace("<path", '<path style="display:none"').encode(), "leaves no ink"),
        ("logo.svg", SVG.replace("0 0 10 10", "50 50 10 10").encode(), "leaves no ink"),
        ("logo.svg", ('<!DOCTYPE svg [<!ENTITY a "x">]>' + SVG).encode("utf-16"), "not a plain SVG"),
    ],
)  # fmt: skip
def test_a_logo_that_is_too_large_or_none_is_refused(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UsageError, match=re.escape(message)):
        read_logo(tmp_path / name)


@pytest.mark.parametrize("limit", [None, 89_478_485])
def test_a_logo_of_millions_of_dots_is_refused_whatever_the_librarys_own_limit_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: int | None
) -> None:
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", limit)
    (tmp_path / "logo.png").write_bytes(huge_png(60_000))
    with pytest.raises(UsageError, match="at most 2000 a side"):
        read_logo(tmp_path / "logo.png")


def test_a_logo_that_is_missing_or_elsewhere_is_refused(library: Library, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        read_logo(tmp_path / "none.png")
    with pytest.raises(UsageError, match="without a folder"):
        logo_of(library, clinic_with(library, logo="../secret.png"), tmp_path / "clinic.yaml")


def test_a_name_of_80_characters_fits_a_sheet_and_is_refused_on_a_card(library: Library, tmp_path: Path) -> None:
    long = open_clinic(library).model_copy(update={"name": LONG})
    assert len(long.name) == 80
    run = Run(library, long, DAY)
    done = print_run(run, ["phone-safety"], ["half"], ["en"], tmp_path / "out")
    assert len(done.rows) == 1
    with pytest.raises(DocumentError, match="does not fit"):
        print_run(replace(run), ["at-the-door"], ["wallet"], ["en"], tmp_path / "card")


# ---- hidden pieces, and a number nobody could call ----


def test_a_hidden_card_carries_no_word_that_tells_and_takes_the_clinics_neutral_name(library: Library) -> None:
    telling = open_clinic(library).model_copy(update={"name": "Trafficking Victims Legal Clinic"})
    run = Run(library, telling, DAY)
    for form in ("mini", "sticker"):
        with pytest.raises(
            DocumentError, match=r"the clinic's name says 'traffick', on a piece that is hidden"
        ) as told:
            print_one(run, run.topic("free-advice"), FORMATS[form], "en")
        assert "plain_name" in told.value.hint
        assert "template" not in told.value.hint
    own = telling.model_copy(update={"handouts": Outreach(plain_name="Example Office", card_name="Example Clinic")})
    neutral, _ = print_one(replace(run, clinic=own), run.topic("free-advice"), FORMATS["mini"], "en")
    assert neutral.piece.shown.name == "Example Office"


@pytest.mark.parametrize("phone", ["12", "555-0100"])
def test_a_number_that_nobody_could_call_is_refused(library: Library, phone: str) -> None:
    run = Run(library, open_clinic(library).model_copy(update={"phone": phone}), DAY)
    with pytest.raises(UsageError, match="fewer than ten digits") as refused:
        print_one(run, run.topic("free-advice"), FORMATS["mini"], "en")
    assert "area code" in refused.value.hint
