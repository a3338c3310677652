"""The first sheet for a firm: what was typed among adverse names, and what of it goes out."""

import re
from pathlib import Path

import pytest
from api.test_placing_firms import FIRM, WORDS, Desk, begin, case, sheet, words_of
from one_library import LIBRARY
from stores.making import AT, SAID, kept, new_tables, set_up

from legalassist.api import placing_firms as firms
from legalassist.api.placing_firms import Lock
from legalassist.errors import DocumentError, StoreError
from legalassist.facts.values import PersonName
from legalassist.placement.first_rows import Word, code_of
from legalassist.placement.steps import Ruled
from legalassist.stores.cases import save_case


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    store = set_up(new_tables("memory", tmp_path)).store
    return store, kept(store, case=case())


def test_what_a_person_says_of_a_name_is_kept_and_counts_for_the_next_sheet(desk: Desk, tmp_path: Path) -> None:
    store, opened = desk
    told = opened.case.answer("client.other_names[1].name", PersonName("", "AMY"), SAID)
    told = told.answer("first.conflict_names", "Amy Nails Inc; Amy's boss Peter Ho; he also hurt Lin Mei", SAID)
    desk = store, save_case(store, opened, told, AT)
    begin(desk)
    with pytest.raises(DocumentError, match="a person must say what these names are"):
        sheet(desk, tmp_path / "1", 1)
    word = Word(frozenset({code_of("Amy Nails Inc")}), frozenset({code_of("Lin Mei")}))
    asked = {"firm": FIRM, "step": 1, "lock": Lock(passphrase=WORDS), "at": AT, "word": word}
    with pytest.raises(StoreError, match="reason"):
        firms.conflict_sheet(*desk, LIBRARY, tmp_path / "1", **asked)  # type: ignore[arg-type]
    gone = firms.conflict_sheet(*desk, LIBRARY, tmp_path / "1", **asked, why="it is his shop")  # type: ignore[arg-type]
    assert gone.left_off == ("name 2 of first.conflict_names",)
    ruled = [one for one in firms.steps(*desk) if isinstance(one, Ruled)]
    assert [(one.about, one.place, one.why) for one in ruled] == [
        ("first.conflict_names", "printed on the first sheet", "it is his shop"),
        ("first.conflict_names", "left off the first sheet", "it is his shop"),
    ]
    sheet(desk, tmp_path / "2", 1)
    said = words_of(tmp_path / "2/documents.pdf")
    assert "Amy Nails Inc" in said
    assert "Peter Ho" in said
    assert not any(one in said for one in ("Lin", "Amy's", "AMY"))


def test_a_second_sheet_that_would_tell_more_than_names_is_stopped(desk: Desk, tmp_path: Path) -> None:
    store, opened = desk
    told = opened.case.answer("client.other_names[1].name", PersonName("", "Rose 718-555-0191"), SAID)
    desk = store, save_case(store, opened, told, AT)
    begin(desk)
    sheet(desk, tmp_path / "1", 1)
    firms.answer(*desk, FIRM, 1, AT, clear=True)
    with pytest.raises(DocumentError, match="holds a number"):
        sheet(desk, tmp_path / "2", 2)
    assert not (tmp_path / "2").exists()


@pytest.mark.parametrize(
    "typed", ["Zhou Xiaomei", "Boss Zhou Xiaomei; 周小媺", "Xiaomei Zhou, near Roosevelt in Flushing"]
)
def test_a_whole_name_typed_into_a_text_is_judged_like_one_that_was_entered(
    desk: Desk, tmp_path: Path, typed: str
) -> None:
    store, opened = desk
    desk = store, save_case(store, opened, opened.case.answer("first.conflict_names", typed, SAID), AT)
    begin(desk)
    sheet(desk, tmp_path / "1", 1)
    said = words_of(tmp_path / "1/documents.pdf")
    assert "Xiaomei" in said
    assert not any(word in said for word in ("WANG", "王", "Flushing"))


@pytest.mark.parametrize(
    "typed",
    ["Wang Xiaomei", "Xiaomei Upstairs", "王小媺", "Zhou Xiao Mei Wang", "Wang Da Bao", "he sold Chen Xiaomei to Zhou"],
)
def test_her_name_typed_into_a_text_of_adverse_names_is_still_found(desk: Desk, tmp_path: Path, typed: str) -> None:
    store, opened = desk
    desk = store, save_case(store, opened, opened.case.answer("first.conflict_names", typed, SAID), AT)
    begin(desk)
    with pytest.raises(DocumentError, match="would name the client"):
        sheet(desk, tmp_path / "1", 1)


@pytest.mark.parametrize("fact", ["first.conflict_names", "trafficking.who_gained", "jobs[1].employer"])
@pytest.mark.parametrize("typed", [
    "ICE Detainee Smuggling Ring Zhou Tiezhu", "Zhou Tiezhu, at Roosevelt Avenue", "Deportation Officer Bob Jones",
])  # fmt: skip
def test_a_name_with_more_than_a_name_stops_the_first_sheet_and_says_where(
    desk: Desk, tmp_path: Path, fact: str, typed: str
) -> None:
    store, opened = desk
    told = save_case(store, opened, opened.case.answer(fact, typed, SAID), AT)
    begin((store, told))
    with pytest.raises(DocumentError, match=re.escape(f"a name in {fact} holds a ")) as refused:
        sheet((store, told), tmp_path / "1", 1)
    assert "adverse[1].name" in str(refused.value.hint)
    assert not any(word in str(refused.value) for word in ("Zhou", "Roosevelt", "Bob"))
    mended = save_case(store, told, told.case.answer(fact, "Zhou Tiezhu; Bob Jones", SAID), AT)
    sheet((store, mended), tmp_path / "1", 1)
    said = words_of(tmp_path / "1/documents.pdf")
    assert "Tiezhu" in said
    assert not any(word in said for word in ("Smuggling", "Roosevelt", "Deportation"))


def test_a_sentence_is_left_out_once_who_is_inside_has_a_name_of_their_own(desk: Desk, tmp_path: Path) -> None:
    store, opened = desk
    told = opened.case.answer("first.conflict_names", "ICE Detainee Smuggling Ring Zhou Tiezhu", SAID)
    told = told.answer("adverse[1].name", PersonName("ZHOU", "Tiezhu"), SAID)
    desk = store, save_case(store, opened, told, AT)
    begin(desk)
    sheet(desk, tmp_path / "1", 1)
    said = words_of(tmp_path / "1/documents.pdf")
    assert "Tiezhu ZHOU" in said
    assert "Smuggling" not in said


def test_a_number_in_an_adverse_name_stops_the_first_sheet_though_the_name_is_their_own(
    desk: Desk, tmp_path: Path
) -> None:
    store, opened = desk
    named = opened.case.answer("adverse[1].name", PersonName("ZHOU", "Xiaomei 718-555-0142"), SAID)
    desk = store, save_case(store, opened, named, AT)
    begin(desk)
    with pytest.raises(DocumentError, match="nothing was written"):
        sheet(desk, tmp_path / "1", 1)


@pytest.mark.parametrize(("wrong", "right"), [
    ("Zhou Tiezhu, who calls her Wang Xiaomei", "Zhou Tiezhu"), ("王小媺", "周铁柱"),
    ("Mr. Wang of Flushing", "Mr. Zhou"), (PersonName("WANG", "Dabao"), PersonName("ZHOU", "Dabao")),
])  # fmt: skip
def test_a_wrong_adverse_answer_stops_the_sheet_until_it_is_corrected(
    desk: Desk, tmp_path: Path, wrong: str | PersonName, right: str | PersonName
) -> None:
    path = "first.conflict_names" if isinstance(wrong, str) else "adverse[1].name"
    store, opened = desk
    told = save_case(store, opened, opened.case.answer(path, wrong, SAID), AT)
    begin((store, told))
    with pytest.raises(DocumentError, match="would name the client") as refused:
        sheet((store, told), tmp_path / "1", 1)
    assert f"it stands in {path}" in str(refused.value)
    mended = save_case(store, told, told.case.answer(path, right, SAID), AT)
    sheet((store, mended), tmp_path / "2", 1)
    said = words_of(tmp_path / "2/documents.pdf")
    assert "Golden Pear Kitchen" in said
    assert not any(word in said for word in ("WANG", "Wang", "王", "小媺"))


def test_an_adverse_name_that_was_corrected_is_still_asked_about_where_it_is_none_of_hers(
    desk: Desk, tmp_path: Path
) -> None:
    store, opened = desk
    for name in (PersonName("ZHOU", "Xiaomei"), PersonName("ZHOU", "Xiaomin")):
        opened = save_case(store, opened, opened.case.answer("adverse[1].name", name, SAID), AT)
    begin((store, opened))
    sheet((store, opened), tmp_path / "1", 1)
    said = words_of(tmp_path / "1/documents.pdf")
    assert "Xiaomin ZHOU" in said
    assert "Xiaomei ZHOU" in said  # a conflict may hide in an old spelling, and it is no name of hers
