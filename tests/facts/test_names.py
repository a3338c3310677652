"""Names, case by case: which part is the surname, the order a language has, what goes into which box, the sound."""

import ast
from pathlib import Path

import pytest

from legalassist.facts.names import COMPOUND_SURNAMES, JOINED_SURNAMES, for_form, in_order, split_native
from legalassist.facts.pinyin import hint
from legalassist.facts.values import PersonName, is_name
from legalassist.interviews.types import TYPES, UnfitValueError
from legalassist.languages.scripts import to_simplified


@pytest.mark.parametrize(
    ("native", "family", "given"),
    [
        ("王小媺", "王", "小媺"), ("欧阳娜", "欧阳", "娜"), ("歐陽娜娜", "歐陽", "娜娜"), ("司马光", "司马", "光"),
        ("诸葛小明", "诸葛", "小明"), ("欧阳", "欧", "阳"), ("单于红", "单于", "红"),
        ("李娜", "李", "娜"), ("于谦", "于", "谦"),
        ("於謙", "於", "謙"), ("买买提·艾力", "", "买买提·艾力"), ("梅", "", "梅"),
        ("Nguyễn Thị Hồng", "", "Nguyễn Thị Hồng"),
        ("范姜群傑", "范姜", "群傑"), ("張簡文明", "張簡", "文明"), ("张廖文明", "张廖", "文明"),
        ("鲜于枢", "鲜于", "枢"),
        ("左丘明", "左丘", "明"), ("南門小明", "南門", "小明"), ("張簡", "張", "簡"),
        ("佐藤さくら", "", "佐藤さくら"), ("𠮷田", "𠮷", "田"), ("", "", ""),
    ],
)  # fmt: skip
def test_the_surname_stands_first_and_may_have_two_characters(native: str, family: str, given: str) -> None:
    assert split_native(native) == (family, given)


def test_every_compound_surname_is_two_characters_and_stands_in_both_scripts() -> None:
    assert {len(one) for one in COMPOUND_SURNAMES} == {2}
    assert {"欧阳", "歐陽", "司马", "司馬", "令狐"} <= COMPOUND_SURNAMES
    assert {to_simplified(one) for one in COMPOUND_SURNAMES} <= COMPOUND_SURNAMES
    assert len({to_simplified(one) for one in COMPOUND_SURNAMES}) >= 65
    for simplified in ("鲜于", "闾丘", "颛孙", "张简", "张廖", "濮阳", "东门", "壤驷", "巫马", "谷梁"):
        assert any(to_simplified(one) == simplified != one for one in COMPOUND_SURNAMES), simplified
    assert JOINED_SURNAMES <= COMPOUND_SURNAMES
    for one in COMPOUND_SURNAMES:
        assert split_native(f"{one}明") == (one, "明")


MEI = PersonName("Wang", "Xiaomei", native="王小媺")
SINGLE = PersonName("Suharto")
MIDDLE = PersonName("Garcia Lopez", "Maria", "Elena")
OWN_SCRIPT = PersonName(native="王小媺")


@pytest.mark.parametrize(
    ("name", "english", "chinese"),
    [
        (MEI, "Xiaomei Wang", "王小媺（WANG Xiaomei）"),
        (SINGLE, "Suharto", "SUHARTO"),
        (MIDDLE, "Maria Elena Garcia Lopez", "GARCIA LOPEZ Maria Elena"),
        (OWN_SCRIPT, "王小媺", "王小媺"),
        (PersonName("Lyu", "Nyu", native="吕女"), "Nyu Lyu", "吕女（LYU Nyu）"),
    ],
)
def test_a_name_is_put_in_the_order_of_the_language(name: PersonName, english: str, chinese: str) -> None:
    assert in_order(name, "en") == english
    assert in_order(name, "zh_Hans") == in_order(name, "zh_Hant") == chinese


@pytest.mark.parametrize(
    ("name", "boxes"),
    [
        (MEI, ("Wang", "Xiaomei", "")),
        (MIDDLE, ("Garcia Lopez", "Maria", "Elena")),
        (SINGLE, ("Suharto", "", "")),
        (PersonName(given="Suharto"), ("Suharto", "", "")),
        (PersonName("Suharto", "FNU"), ("Suharto", "", "")),
        (PersonName("LNU", "Aung"), ("Aung", "", "")),
        (PersonName("FNU", "Suparman"), ("Suparman", "", "")),
        (PersonName("Suparman", "No Name Given", "XXX"), ("Suparman", "", "")),
        (PersonName("WANG", "XIAOMEI", "NMN"), ("WANG", "XIAOMEI", "")),
        (PersonName("LI", "XIAO MING"), ("LI", "XIAO MING", "")),
        (OWN_SCRIPT, ("", "", "")),
    ],
)
def test_a_form_has_a_single_name_in_the_family_box_and_never_a_stand_in(
    name: PersonName, boxes: tuple[str, str, str]
) -> None:
    boxed = for_form(name)
    assert (boxed.family, boxed.given, boxed.middle) == boxes
    assert boxed.native == name.native
    assert for_form(boxed) == boxed


@pytest.mark.parametrize(
    ("family", "given", "native", "heard"),
    [
        ("WANG", "XIAOMEI", "王小美", ""),
        ("XIAOMEI", "WANG", "王小美", ""),
        ("WONG", "SIU MEI", "王小美", "Wáng Xiǎoměi"),
        ("SHAN", "HONG", "单红", ""),
        ("DAN", "HONG", "单红", "Shàn Hóng"),
        ("SHAN", "DAN", "单单", ""),
        ("QIU", "LI", "仇丽", ""),
        ("LYU", "NA", "吕娜", ""),
        ("OUYANG", "NA", "欧阳娜", ""),
        ("OU", "YANGNA", "欧阳明", "Ōuyáng Míng"),
        ("NGUYEN", "THI", "", ""),
        ("AILI", "MAIMAITI", "买买提·艾力", ""),
    ],
)
def test_pinyin_is_a_hint_where_the_passport_says_something_else(
    family: str, given: str, native: str, heard: str
) -> None:
    assert hint(PersonName(family, given, native=native)) == heard


def test_pinyin_is_made_for_the_screen_and_for_searching_only(top: Path) -> None:
    """No document, form or answer can be written from it: nothing that writes one knows the module."""
    users = {"pypinyin": set[str](), "legalassist.facts.pinyin": set[str]()}
    for path in sorted((top / "src").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            named = [node.module] if isinstance(node, ast.ImportFrom) else []
            named += [one.name for one in node.names] if isinstance(node, ast.Import) else []
            for name in users.keys() & set(named):
                users[name].add(path.relative_to(top / "src/legalassist").as_posix())
    assert users["legalassist.facts.pinyin"] == {"cli/ask_menus.py"}
    assert users["pypinyin"] == {
        "disclosure/other_codes.py",
        "facts/pinyin.py",
        "reviews/people.py",
        "stores/spelling.py",
    }


def test_no_script_is_ever_changed_in_what_writes_a_document(top: Path) -> None:
    """A name cannot be converted: only drafts of the catalogs, and what is compared or searched for."""
    source = top / "src/legalassist"
    users = [
        (path.relative_to(source).as_posix(), text)
        for path in sorted(source.rglob("*.py"))
        if "languages.scripts import" in (text := path.read_text(encoding="utf-8"))
    ]
    assert {name for name, text in users if "to_traditional" in text} == {
        "placement/names.py",
        "translations/exchange.py",  # the terms of the glossary in the script of the text, never a name
        "translations/gates/scripts.py",  # compares a draft with what a converter would make of it
        "translations/traditional.py",
    }
    writing = ("documents", "forms", "packets", "handouts", "papers", "stores", "cli", "api")
    assert {name for name, _ in users if name.startswith(writing)} == {
        "documents/rendered/marks.py",
        "handouts/telling.py",  # looks for a word that tells, and writes none
        "handouts/texts.py",  # looks for a word in a text of ours, and writes none
    }


@pytest.mark.parametrize(
    "part",
    [
        "FNU", "lnu", "F.N.U.", "No Name Given", "NO  GIVEN NAME", "XXX", "xxxx", "Unknown", "First name unknown",
        "NMN", "FNU LNU", "FNU, LNU", "(LNU)", "FNU/LNU", "FNU-LNU", "fnulnu", "F N U", "f. n. u.", "Unknown Unknown",
        "-",
        "--", ".", "?", "N/A", "n / a", "FNU (no given name)", "None", "X X X", "F\u200bNU", "\uff26\uff2e\uff35",
        "不详", "无",
    ],
)  # fmt: skip
def test_a_stand_in_is_no_name_and_is_printed_nowhere(part: str) -> None:
    assert not is_name(part)
    name = PersonName(part, "SUPARMAN", native=part)
    assert (name.full, name.indexed, str(name)) == ("SUPARMAN", "SUPARMAN", "SUPARMAN")
    assert in_order(name, "en") == in_order(name, "zh_Hans") == "SUPARMAN"


@pytest.mark.parametrize(
    "part", ["FNU SUPARMAN", "Suparman, FNU", "SUPARMAN (LNU)", "FNU-SUPARMAN", "F N U SUPARMAN", "unknown SUPARMAN"]
)
def test_a_name_with_a_stand_in_beside_it_is_refused_and_printed_without(part: str) -> None:
    assert not is_name(part)
    assert PersonName(part, "XIAO").full.upper() == "XIAO SUPARMAN"
    assert for_form(PersonName(part)).family.upper() == in_order(PersonName(part), "zh_Hans") == "SUPARMAN"
    with pytest.raises(UnfitValueError, match="FNU, LNU, XXX"):
        TYPES["person name"].read({"family": part}, ())


@pytest.mark.parametrize("part", ["No", "Xi Xi", "F. Nu", "Li Na", "O'Nan", "Unka", "无忌", "Xxochitl", "Last", "Given",
                                  "Nonie", "买买提·艾力", "N. G. Ng"])  # fmt: skip
def test_names_with_the_letters_of_a_stand_in_are_names(part: str) -> None:
    assert is_name(part)


@pytest.mark.parametrize("part", ["Na", "Nu", "Fnug", "Max", "Nan", "An", "Xu", "Non", "Noname"])
def test_short_names_are_names(part: str) -> None:
    assert is_name(part)
    assert PersonName("Lin", part).full == f"{part} Lin"
