"""Our fonts: built the same way every time, under our own names, and honest about what they draw."""

import importlib.util
import json
import shutil
import unicodedata
from pathlib import Path
from types import ModuleType

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from legalassist.documents.fonts import FAMILIES, FULL, SMALL, TRADITIONAL, Fonts
from legalassist.documents.pdf import write_pdf
from legalassist.documents.tags.tagged import tagged_text
from legalassist.errors import DocumentError
from legalassist.library import fonts as fonts_folder

OURS = Fonts.read(fonts_folder())


def set_up_step(top: Path) -> ModuleType:
    """Return scripts/make_fonts.py as a module."""
    spec = importlib.util.spec_from_file_location("make_fonts", top / "scripts" / "make_fonts.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def test_the_small_family_draws_gb_2312_and_the_full_one_a_rare_character() -> None:
    gb2312 = "".join(bytes((0xB0 + n // 94, 0xA1 + n % 94)).decode("gb2312", "ignore") for n in range(72 * 94))
    assert len(gb2312) == 6763
    assert OURS.missing(gb2312) == ()
    assert not OURS.needs_full(gb2312)
    assert OURS.needs_full("王小㛃")
    assert OURS.missing("王小㛃") == ()


def test_the_traditional_family_draws_the_daily_half_of_big5_in_shapes_of_its_own() -> None:
    daily = "".join(
        bytes((high, low)).decode("big5", "ignore")
        for high in range(0xA4, 0xC7)
        for low in (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    )
    plain, other = TTFont(OURS.regular, lazy=True), TTFont(OURS.folder / "LASansTC-Regular.ttf", lazy=True)
    with plain, other:
        assert len(daily) >= 5401
        assert set(map(ord, daily)) <= set(other.getBestCmap())
        shapes = [[font["glyf"][font.getBestCmap()[ord(one)]] for font in (plain, other)] for one in "骨令花"]
        assert all(here != there for here, there in shapes)
        assert plain["glyf"][plain.getBestCmap()[ord("A")]] == other["glyf"][other.getBestCmap()[ord("A")]]


def test_a_character_no_font_draws_is_named_by_its_code_point() -> None:
    assert OURS.missing("a𠮷b𠮷") == (0x20BB7,)
    with pytest.raises(DocumentError, match=r"the cover letter cannot be printed: .*U\+20BB7") as refused:
        OURS.check("王𠮷", of="the cover letter")
    assert "王" not in str(refused.value)
    assert "𠮷" not in str(refused.value)


NAMES = "Wałęsa Šárka Čapek Ağrı Işık Łódź Ștefan Nguyễn Thị Hồng Đặng lǚ nǎ ǘ Ọláńrewájú ọ́ ẹ̀ ŋ ɛ Ёлка Αθηνά ḿ ơ ư"  # noqa: RUF001 - Turkish


@pytest.mark.parametrize("first", [0xA1, 0x100, 0x180, 0x1E00])
def test_every_latin_letter_is_drawn_by_the_small_family(first: int) -> None:
    last = {0xA1: 0xFF, 0x100: 0x17F, 0x180: 0x24F, 0x1E00: 0x1EFF}[first]
    assert not OURS.missing("".join(map(chr, range(first, last + 1))))
    assert not OURS.needs_full("".join(map(chr, range(first, last + 1))))


def test_names_with_accents_print_and_come_back_whole() -> None:
    body = f"<p>{NAMES}</p><p><b>{NAMES}</b></p>"
    style = '<style>html { font: 11pt "LA Sans", "LA Sans Full" }</style>'
    page = f'<html lang="en"><head><title>T</title>{style}</head><body>{body}</body></html>'
    pdf = write_pdf(page, fonts=OURS, identifier=b"names")
    assert [" ".join(line.split()) for line in tagged_text(pdf).splitlines()] == [NAMES, NAMES]


@pytest.mark.parametrize("face", OURS.faces, ids=lambda face: str(face.stem))
def test_a_mark_is_placed_over_its_letter_where_both_are_no_single_character(face: Path) -> None:
    with TTFont(face, lazy=True) as font:
        drawn, table = font.getBestCmap(), font["GPOS"].table
        (mark,) = [each.Feature for each in table.FeatureList.FeatureRecord if each.FeatureTag == "mark"]
        placing = table.LookupList.Lookup[mark.LookupListIndex[-1]].SubTable[0]
        acute, letter = drawn[0x301], drawn[ord("ọ")]
        assert font["hmtx"][acute][0] == 0
        at = placing.MarkArray.MarkRecord[placing.MarkCoverage.glyphs.index(acute)].MarkAnchor
        over = placing.BaseArray.BaseRecord[placing.BaseCoverage.glyphs.index(letter)].BaseAnchor[0]
        glyph = font["glyf"][acute]
        assert at.XCoordinate == (glyph.xMin + glyph.xMax) // 2
        assert over.YCoordinate - at.YCoordinate + glyph.yMin > over.YCoordinate, "the mark begins above the letter"


def test_white_space_and_format_characters_need_no_glyph() -> None:
    assert OURS.missing("a\t\n \u00a0\u3000\u200b\u2060\u00ad\ufe00\U000e0100") == ()


@given(st.text(max_size=40))
def test_what_is_not_missing_has_a_glyph_or_no_shape(text: str) -> None:
    missing = OURS.missing(text)
    for code in map(ord, text):
        shapeless = unicodedata.category(chr(code)) in {"Cc", "Cf", "Zs", "Zl", "Zp"} or 0xFE00 <= code <= 0xFE0F
        assert code in missing or code in OURS.small or code in OURS.full or shapeless or code >= 0xE0100


@pytest.mark.parametrize("path", OURS.faces, ids=lambda path: path.stem)
def test_a_font_bears_our_name_keeps_its_licence_and_draws_what_the_list_says(path: Path) -> None:
    name, weight = path.stem.split("-")
    family = {one.replace(" ", ""): one for one in FAMILIES}[name]
    with TTFont(path, lazy=True) as font:
        names, drawn = font["name"], font.getBestCmap()
    assert (names.getDebugName(1), names.getDebugName(2)) == (family, weight)
    assert not any("Noto" in str(entry) for entry in names.names if entry.nameID in (1, 2, 3, 4, 6, 16, 17, 25))
    assert "SIL Open Font License" in names.getDebugName(13)
    listed = {SMALL: OURS.small, FULL: OURS.full, TRADITIONAL: frozenset(map(ord, "直骨令說門臺灣「」ęǚ"))}[family]
    assert set(drawn) >= listed
    assert len(set(drawn.values())) == len(drawn), "two code points share a glyph: one would be read back as the other"


def test_curly_quotes_have_a_narrow_form_and_the_section_sign_is_narrow() -> None:
    with TTFont(OURS.regular, lazy=True) as font:
        widths, drawn, features = font["hmtx"], font.getBestCmap(), font["GSUB"].table.FeatureList.FeatureRecord
        tags = {record.FeatureTag for record in features}
    assert widths[drawn[ord("§")]][0] < 700
    assert widths[drawn[ord("“")]][0] == 1000
    assert "pwid" in tags


def test_the_fontconfig_file_lists_only_its_own_folder() -> None:
    text = OURS.config.read_text(encoding="ascii")
    assert text.count("<dir") == 1
    assert '<dir prefix="relative">.</dir>' in text
    assert "<include" not in text


def test_a_folder_without_fonts_says_how_to_build_them(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"fonts\.conf is missing") as refused:
        Fonts.read(tmp_path)
    assert "make setup" in refused.value.hint


@pytest.mark.parametrize(
    "coverage", ["", "[]", '{"LA Sans": [[1, 2]]}', '{"LA Sans": 3, "LA Sans Full": 4, "LA Sans TC": 5}']
)
def test_a_spoilt_list_of_code_points_says_how_to_build_it(tmp_path: Path, coverage: str) -> None:
    for path in (OURS.config, *OURS.faces, OURS.stamp):
        (tmp_path / path.name).touch()
    (tmp_path / "coverage.json").write_text(coverage, encoding="ascii")
    with pytest.raises(DocumentError, match=r"coverage\.json is missing"):
        Fonts.read(tmp_path)


def test_the_set_up_step_says_what_to_run_when_the_package_is_absent(
    top: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    step = set_up_step(top)
    monkeypatch.setattr(step, "TOP", tmp_path)
    monkeypatch.setattr(step, "WEIGHTS", {"Regular": tmp_path / "node_modules" / "x.ttf"})
    assert step.main() == 1
    assert "npm ci" in capsys.readouterr().err


def test_the_set_up_step_does_nothing_when_the_fonts_are_up_to_date(
    top: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    step = set_up_step(top)
    if not step.PACKAGE.is_dir():
        pytest.skip("no npm packages here: the fonts came with the source archive")
    before = OURS.regular.stat().st_mtime_ns
    assert step.main() == 0
    assert capsys.readouterr().out == ""
    assert OURS.regular.stat().st_mtime_ns == before


def test_the_same_source_gives_the_same_small_font(top: Path, tmp_path: Path) -> None:
    step = set_up_step(top)
    if not step.PACKAGE.is_dir():
        pytest.skip("no npm packages here: the fonts came with the source archive")
    again = tmp_path / "again.ttf"
    drawn = step.build_font(step.WEIGHTS["Bold"], again, step.SMALL, "Bold")
    assert again.read_bytes() == OURS.bold.read_bytes()
    assert OURS.small <= drawn


def test_the_npm_package_is_pinned_and_the_lock_names_no_address(top: Path) -> None:
    wanted = json.loads((top / "package.json").read_text(encoding="utf-8"))["dependencies"]
    versions = {"noto-sans": "0.4.2", "noto-sans-sc": "0.4.3", "noto-sans-tc": "0.4.3"}
    assert wanted == {f"@expo-google-fonts/{name}": version for name, version in versions.items()}
    lock = (top / "package-lock.json").read_text(encoding="utf-8")
    assert "resolved" not in lock
    assert "http" not in lock
    packages = json.loads(lock)["packages"]
    assert all(packages[f"node_modules/{name}"]["integrity"].startswith("sha512-") for name in wanted)


def test_the_licence_travels_with_the_fonts() -> None:
    text = (OURS.folder / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in text
    assert "Reserved Font Name 'Source'" in text
    assert "The Noto Project Authors" in text


def test_reading_the_fonts_twice_gives_equal_values(tmp_path: Path) -> None:
    for path in OURS.folder.iterdir():
        if path.suffix != ".ttf":
            shutil.copy(path, tmp_path)
        else:
            (tmp_path / path.name).touch()
    moved = Fonts.read(tmp_path)
    assert (moved.small, moved.full) == (OURS.small, OURS.full)
