"""A page printed: tagged, our fonts only, nothing fetched, nothing told, and the same bytes every time."""

import logging
import os
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import page as page_validation
import pikepdf
import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from legalassist.documents import pdf as printing
from legalassist.documents.fonts import Fonts
from legalassist.documents.pdf import PRODUCER, write_pdf
from legalassist.errors import DocumentError
from legalassist.library import fonts as fonts_folder

OURS = Fonts.read(fonts_folder())
STYLE = '<style>html { font-family: "LA Sans" }</style>'
HEAD = f'<html lang="zh-Hans"><head><title>A neutral title</title>{STYLE}</head>'
PLAIN = f"{HEAD}<body><h1>声明书</h1><p>我叫王小㛃，“今年”二十二岁。Phone <b>917-555-0142</b>.</p></body></html>"


def printed(html: str, identifier: bytes = b"piece", producer: str = PRODUCER) -> bytes:
    return write_pdf(html, fonts=OURS, identifier=identifier, producer=producer)


def failed_rules(pdf: bytes) -> list[str]:
    return [failure.rule_id for failure in page_validation.validate_pdf_bytes(pdf, profile="ua1").failures]


def embedded_fonts(pdf: bytes) -> set[str]:
    """Return the base names of the fonts in a PDF, each of which must carry its own program."""
    names = set()
    with pikepdf.open(BytesIO(pdf)) as opened:
        for thing in opened.objects:
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor":
                assert "/FontFile2" in thing
                names.add(str(thing.FontName).split("+")[-1])
    return names


def text_of(pdf: bytes) -> str:
    return subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()


def test_a_page_meets_pdf_ua_and_holds_every_chinese_character() -> None:
    pdf = printed(PLAIN)
    assert failed_rules(pdf) == []
    assert "我叫王小㛃，“今年”二十二岁。Phone 917-555-0142." in text_of(pdf).replace("\n", "")


def test_the_validator_fails_a_page_without_tags() -> None:
    with pikepdf.open(BytesIO(printed(PLAIN))) as opened:
        del opened.Root.StructTreeRoot
        spoilt = BytesIO()
        opened.save(spoilt)
    assert failed_rules(spoilt.getvalue())


def test_only_our_fonts_are_embedded_and_the_full_one_only_when_needed() -> None:
    assert embedded_fonts(printed(PLAIN.replace("㛃", "妹"))) == {"LA-Sans", "LA-Sans-Bold"}
    assert embedded_fonts(printed(PLAIN)) == {"LA-Sans", "LA-Sans-Bold", "LA-Sans-Full"}


def test_a_font_of_the_machine_is_never_chosen_even_when_the_css_names_it() -> None:
    asked = PLAIN.replace('"LA Sans"', "'DejaVu Sans', Arial, sans-serif")
    assert all(name.startswith("LA-Sans") for name in embedded_fonts(printed(asked)))


def test_a_foreign_font_that_slips_into_the_folder_stops_the_page(tmp_path: Path) -> None:
    with TTFont(OURS.regular, lazy=True) as foreign:
        for entry in foreign["name"].names:
            if entry.nameID in (1, 4, 6):
                entry.string = "Foreign Sans"
        foreign.save(tmp_path / "Foreign.ttf")
    for path in OURS.folder.iterdir():
        (tmp_path / path.name).symlink_to(path)
    (tmp_path / "fonts.conf").unlink()  # a link would lead fontconfig back to our own folder
    (tmp_path / "fonts.conf").write_bytes(OURS.config.read_bytes())
    html = PLAIN.replace('"LA Sans"', "'Foreign Sans'")
    with pytest.raises(DocumentError, match="not ours: Foreign Sans"):
        write_pdf(html, fonts=Fonts.read(tmp_path), identifier=b"x")


def test_a_character_without_a_glyph_stops_the_page_by_its_code_point() -> None:
    with pytest.raises(DocumentError, match=r"no font of ours draws U\+20BB7") as refused:
        printed(PLAIN.replace("小", "𠮷"))
    assert not re.search("[王𠮷㛃]", str(refused.value))


def test_a_character_without_a_glyph_is_found_in_css_content_too() -> None:
    with pytest.raises(DocumentError, match=r"U\+20BB7"):
        printed(PLAIN.replace("</style>", 'p::before { content: "\\20BB7" }</style>'))


@pytest.mark.parametrize(
    "planted",
    [
        '<img alt="a" src="http://example.invalid/a.png">',
        '<img alt="a" src="https://example.invalid/a.png">',
        '<img alt="a" src="file:///etc/hostname">',
        '<img alt="a" src="a.png">',
        '<link rel="stylesheet" href="http://example.invalid/a.css">',
        '<style>@import url("http://example.invalid/a.css");</style>',
        '<style>p { background-image: url("file:///etc/hostname") }</style>',
    ],
)
def test_nothing_is_fetched(planted: str) -> None:
    with pytest.raises(DocumentError, match="cannot be printed as it is") as refused:
        printed(PLAIN.replace("<p>", planted + "<p>"))
    assert "example.invalid" not in str(refused.value)
    assert "hostname" not in str(refused.value)


def test_a_picture_that_carries_its_own_bytes_is_drawn() -> None:
    svg = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>"
    dot = f"data:image/svg+xml,{svg}"
    assert failed_rules(printed(PLAIN.replace("<p>", f'<img alt="A dot" src="{dot}"><p>'))) == []


@pytest.mark.parametrize(
    ("planted", "told"),
    [
        ("<style>p { colr: red }</style>", "Ignored `colr:…` at 1:5, unknown property"),
        ("<style>p { color: bluu }</style>", "Ignored `color:…` at 1:5, invalid value"),
        ("<style>p::nope { color: red }</style>", "nvalid or unsupported selector"),
        ('<style>@font-face { font-family: F; src: url("file:///etc/hostname") }</style>', "@font-face"),
        ('<style>@font-face { font-family: F; src: local("DejaVu Sans") }</style>', "@font-face"),
        ('<a href="#nowhere">x</a>', "No anchor"),
        ('<i id="a">1</i><i id="a">2</i>', "Anchor defined twice"),
        ('<img alt="a" src="data:image/png;base64,AAAA">', "Failed to load image"),
    ],
)
def test_a_warning_of_the_engine_stops_the_page(planted: str, told: str) -> None:
    with pytest.raises(DocumentError, match=re.escape(told)):
        printed(PLAIN.replace("<p>", planted + "<p>"))


def test_what_the_engine_says_is_printed_nowhere(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.DEBUG), pytest.raises(DocumentError):
        printed(PLAIN.replace("<p>", '<a href="#王小㛃">x</a><p>'))
    assert "王" not in caplog.text
    heard = capfd.readouterr()
    assert heard.out + heard.err == ""


@pytest.mark.parametrize(
    ("spoilt", "told"),
    [
        (PLAIN.replace("<title>A neutral title</title>", ""), "without a title"),
        (PLAIN.replace("A neutral title", "  "), "without a title"),
        (PLAIN.replace(' lang="zh-Hans"', ""), 'Missing required "lang"'),
        (PLAIN.replace("<title>", '<meta name="author" content="Zoe"><title>'), "authors"),
        (PLAIN.replace("<title>", '<meta name="dcterms.created" content="2026-11-23"><title>'), "created"),
        (PLAIN.replace("<title>", '<meta name="description" content="a case"><title>'), "description"),
    ],
)
def test_a_page_needs_language_and_title_and_may_tell_nothing_more(spoilt: str, told: str) -> None:
    with pytest.raises(DocumentError, match=told) as refused:
        printed(spoilt)
    assert "Zoe" not in str(refused.value)


def test_the_metadata_hold_the_title_and_the_producer_and_nothing_else() -> None:
    pdf = printed(PLAIN)
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert {key: str(value) for key, value in opened.docinfo.items()} == {
            "/Title": "A neutral title",
            "/Producer": PRODUCER,
        }
        assert str(opened.Root.Lang) == "zh-Hans"
        xmp = opened.Root.Metadata.read_bytes()
        assert bytes(opened.trailer.ID[0]) == b"piece"
    assert b"Date" not in xmp
    assert b"WeasyPrint" not in pdf
    with pikepdf.open(BytesIO(printed(PLAIN, producer=""))) as opened:
        assert list(opened.docinfo) == ["/Title"]
        assert b"roducer" not in opened.Root.Metadata.read_bytes()
    assert b"creator" not in xmp
    assert str(fonts_folder()).encode() not in pdf


def test_a_page_printed_between_others_keeps_its_bytes() -> None:
    first = printed(PLAIN)
    printed(PLAIN.replace("小㛃", "大卫"), identifier=b"other")
    assert printed(PLAIN) == first


OUTSIDE = """
import sys
from pathlib import Path
from legalassist.documents.fonts import Fonts
from legalassist.documents.pdf import write_pdf
fonts = Fonts.read(Path(sys.argv[1]))
sys.stdout.buffer.write(write_pdf(sys.stdin.buffer.read().decode(), fonts=fonts, identifier=b"piece"))
"""


@pytest.mark.parametrize(
    "world",
    [
        {"TZ": "Asia/Shanghai", "PYTHONHASHSEED": "1", "LC_ALL": "C"},
        {"TZ": "America/New_York", "PYTHONHASHSEED": "77", "LANG": "ja_JP.UTF-8", "FONTCONFIG_FILE": "/none.conf"},
    ],
)
def test_time_zone_hash_seed_locale_folder_and_fontconfig_change_no_byte(world: dict[str, str], tmp_path: Path) -> None:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "TZ"))}
    done = subprocess.run(
        [sys.executable, "-c", OUTSIDE, str(fonts_folder())],
        input=PLAIN.encode(),
        capture_output=True,
        check=True,
        cwd=tmp_path,
        env=kept | {"HOME": str(tmp_path)} | world,
    )
    assert done.stdout == printed(PLAIN)


def test_importing_the_module_does_not_load_the_engine() -> None:
    code = "import sys, legalassist.documents.pdf; sys.exit('weasyprint' in sys.modules or 'fontTools' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_environment_is_left_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    for before in ("/somewhere/else.conf", None):
        if before is None:
            monkeypatch.delenv("FONTCONFIG_FILE", raising=False)
        else:
            monkeypatch.setenv("FONTCONFIG_FILE", before)
        printing._Engine(OURS.config)
        assert os.environ.get("FONTCONFIG_FILE") == before


def test_without_pango_the_error_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def no_pango(_name: str) -> None:
        print("a page of advice")  # noqa: T201 - the engine does so
        raise OSError("cannot load library 'libpango-1.0-0': no such file")

    monkeypatch.setattr(printing, "import_module", no_pango)
    with pytest.raises(DocumentError, match=r"libpango-1\.0-0") as refused:
        printing._weasyprint()
    assert "apt-get install" in refused.value.hint
    assert "brew install" in refused.value.hint
    assert capsys.readouterr().out == ""


@settings(max_examples=15)
@given(st.text(st.sampled_from("王小妹走了，。；：“”（）《》abc <&>{}%'\"—…12"), min_size=1, max_size=60))
def test_any_text_comes_back_whole_from_the_page(text: str) -> None:
    shown = re.sub(r"\s+", "", text)
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    pdf = printed(f"{HEAD}<body><h1>题</h1><p>{escaped}</p></body></html>")
    assert re.sub(r"\s+", "", text_of(pdf)) == "题" + shown


def test_a_page_of_elements_without_end_is_refused_not_a_fault() -> None:
    with pytest.raises(DocumentError, match="too deep inside one another"):
        write_pdf(PLAIN.replace("<body>", "<body>" + "<div>" * 2000), fonts=OURS, identifier=b"deep")
