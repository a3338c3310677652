"""Short names of the client and her family never stand on the first sheet; a person says what a doubtful row is."""

import re

import pytest
from placement.sheets_of import TYPED, WANG, case_of, first, stopped_by, typed

from legalassist.cases.answer import State
from legalassist.errors import DocumentError, UsageError
from legalassist.facts.dates import PartialDate
from legalassist.facts.values import PersonName
from legalassist.placement.first_rows import Word, code_of
from legalassist.placement.names import rows

WAITS = "a person must say what these names are"
GAINED, EMPLOYER = "trafficking.who_gained", "jobs[1].employer"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Amy's boss Peter Ho", ["Peter Ho"]),
        ("Amy’s boss Peter Ho", ["Peter Ho"]),
        ("Wang's boss Peter Ho", ["Peter Ho"]),
        ("AMY", []),
        ("A.M.Y.; Peter Ho", ["Peter Ho"]),
        ("\uff21my, Peter Ho", ["Peter Ho"]),
        ("Peter Ho & Amy", ["Peter Ho"]),
        ("Peter Ho. Wang never got anything.", ["Peter Ho"]),
        ("Peter Lau, boss of Amy", ["Peter Lau"]),
        ("“Little Amy”; Peter Ho", ["Peter Ho"]),
        ("Joy; Peter Ho", ["Peter Ho"]),
        ("王小美的老板何彼得", ["何彼得"]),
        ("小媺的老板娘何彼得", ["何彼得"]),
    ],
)
def test_what_is_nothing_but_a_name_of_hers_stays_off(text: str, names: list[str]) -> None:
    assert typed(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Amy Nails Inc; Peter Ho",
        "Peter Wang",
        "Amy Chan",
        "AmyHo",
        "PETER HO AND AMY",
        "Amy-Peter Ho",
        "Peter Ho who beat Amy",
        "Joy's father Peter Ho",
        "Peter Ho (Amy's husband)",
        "Wong's boss Peter Ho",
        "Mei's boss Peter Ho",
        "W. X. M.; Peter Ho",
    ],
)
def test_what_may_be_of_hers_waits_for_a_persons_word(text: str) -> None:
    assert WAITS in stopped_by(WANG, {TYPED: text})


@pytest.mark.parametrize(
    "text",
    [
        "Peter Ho; he also hurt Lin Mei",
        "Lin Mei's boss; Peter Ho",
        "I lived with Gu Hong and Lin Mei",
        "he hurt Gu Hong, Lin Mei, and Peter Ho",
        "he hurt Gu Hong (顾红), Lin Mei",
        "他打了顾红，林梅",
        "my coworkers: Gu Hong",
        "Lin Mei (coworker); Peter Ho",
        "Gu Hong, Lin Mei, my friends; Peter Ho",
        "Lin Mei, who was hurt too; Peter Ho",
        "Peter Ho and Lin Mei (victim)",
        "林梅（同事）；何彼得",
        "顾红，也被他打",
        "Amy (Rose); Peter Ho",
        "Rose (Amy); Peter Ho",
        "Amy aka Rose; Peter Ho",
        "Rose, known as Amy; the women Gu Hong",
    ],
)
def test_who_was_hurt_with_her_and_who_she_is_called_wait_too(text: str) -> None:
    assert WAITS in stopped_by(WANG, {TYPED: text})


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("My boss Mr. Zhao at Golden Pear Kitchen", ["Mr. Zhao", "Golden Pear Kitchen"]),
        ("Wang Tiezhu", ["Wang Tiezhu"]),
        ("Zhou Tiezhu (周铁柱), the owner of Golden Pear", ["Zhou Tiezhu", "周铁柱", "Golden Pear"]),
        ("David, the manager at the nail salon", ["David"]),
        ("Zhao Gang and his wife Li Fang", ["Zhao Gang", "Li Fang"]),
        ("Zhou Tiezhu a.k.a. Iron Zhou", ["Zhou Tiezhu", "Iron Zhou"]),
        ("Juan de la Cruz", ["Juan de la Cruz"]),
        ("the boss is called David Zhao", ["David Zhao"]),
        ("David Zhao, who was the manager", ["David Zhao"]),
        ("David Zhao, who hurt me", ["David Zhao"]),
        ("Happy Nails in Flushing", ["Happy Nails"]),
        ("我的老板周铁柱，老板娘刘芳", ["周铁柱", "刘芳"]),
        ("Kim's Nails; Sister Hong", ["Kim's Nails", "Sister Hong"]),
    ],
)
def test_natural_lists_of_adverse_people_go_by_themselves(text: str, names: list[str]) -> None:
    assert sorted(typed(text)) == sorted(names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Private home of Peter Ho (Amy lived in)", ["Peter Ho"]),
        ("Mr. Zhao's restaurant", ["Mr. Zhao"]),
        ("Nail salon", []),
        ("Family of Mrs. Kim", ["Mrs. Kim"]),
        ("Nail salon owned by David Zhao", ["David Zhao"]),
        ("Happy Nails", ["Happy Nails"]),
    ],
)
def test_of_what_is_said_of_an_employer_the_name_alone_goes(text: str, names: list[str]) -> None:
    assert typed(text, EMPLOYER) == names


@pytest.mark.parametrize(
    ("name", "why"),
    [
        (PersonName("WANG", "Peter"), ""),
        (PersonName("CHAN", "Amy"), ""),
        (PersonName("HO", "Peter", native="何彼得"), ""),
        (PersonName("de la VEGA", "Maria del Carmen"), ""),
        (PersonName("CHAN", "Tai-hoi"), ""),
        (PersonName("", "Ho"), ""),
        (PersonName("Bank of China"), ""),
        (PersonName("", "Lin Mei at Golden Kitchen"), "more words than a name"),
        (PersonName("", "Boss of Golden Kitchen"), "more words than a name"),
        (PersonName("WANG", "Amy"), "would name the client"),
        (PersonName("WANG", "Joy"), "would name the client"),
        (PersonName("", "Amy's boss Ho"), "more words than a name"),
        (PersonName("HO", "Amy's Boss"), "more words than a name"),
        (PersonName("HO", "Peter, boss of Gu Hong"), "more words than a name"),
        (PersonName("", "Boss Of Amy"), "more words"),
        (PersonName("HO", "Peter", native="小媺的老板"), "more words"),
        (PersonName("", "", native="何彼得（阿美）"), "more words"),
    ],
)
def test_an_adverse_persons_own_whole_name_goes_and_a_remark_beside_it_does_not(name: PersonName, why: str) -> None:
    said = stopped_by(WANG, {"adverse[1].name": name})
    assert why in said
    assert bool(why) == bool(said)


@pytest.mark.parametrize(
    "name",
    [
        PersonName("LAU", "Peter Amy's"),
        PersonName("LAU", "Peter (Amy)"),
        PersonName("LAU", "Peter, Amy"),
        PersonName("LAU AMY", "Peter"),
    ],
)
def test_a_name_of_hers_put_into_a_part_of_an_adverse_persons_name_waits(name: PersonName) -> None:
    assert WAITS in stopped_by(WANG, {"adverse[1].name": name})


@pytest.mark.parametrize(
    "text", ["Wang Xiaomei", "Gao Xiaobao's boss", "王小美，何彼得", "Xiao Mei's boss Peter Ho", "高小葆"]
)
def test_a_whole_name_that_is_on_record_in_the_other_script_waits(text: str) -> None:
    characters = {"client.name": PersonName(native="王小媺"), "family[1].name": PersonName(native="高小宝")}
    assert WAITS in stopped_by(characters, {TYPED: text})


def test_a_name_in_characters_that_sounds_like_hers_in_letters_waits() -> None:
    letters = {"client.name": PersonName("WANG", "Xiaomei"), "family[1].name": PersonName("GAO", "Xiaobao")}
    for text in ("王小美，何彼得", "高小宝"):
        assert WAITS in stopped_by(letters, {TYPED: text})
    assert stopped_by(letters, {TYPED: "周小美，王铁柱"}) == ""


def test_a_syllable_of_her_given_name_in_an_adverse_persons_does_not_wait() -> None:
    hers = {"client.name": PersonName("HO", "Siu Ling", native="何小玲")}
    assert stopped_by(hers, {"adverse[1].name": PersonName("CHAN", "Siu Man", native="陈小文")}) == ""
    found = first(hers, {TYPED: "Siu's boss Peter Lau; Bob Jones（小玲的老板）"})
    assert {said for said, _ in found.rows} == {"Peter Lau", "Bob Jones"}


def test_an_adverse_name_that_is_hers_alone_is_left_off_and_told() -> None:
    found = first(WANG, {TYPED: "Peter Ho", "adverse[1].name": PersonName("", "Amy")})
    assert [said for said, _ in found.rows] == ["Peter Ho"]
    assert found.left_off == ("name 1 of adverse[1].name",)


def test_who_was_entered_as_an_adverse_person_is_known_in_a_sentence() -> None:
    told = {GAINED: "The owner Peter Ho kept Amy's wages"}
    assert f"name 1 of {GAINED}" in stopped_by(WANG, told)
    found = first(WANG, told, {"adverse[1].name": PersonName("HO", "Peter")})
    assert {said for said, _ in found.rows} == {"Peter HO", "Peter Ho"}


def test_a_person_says_what_a_row_is_by_its_code() -> None:
    told = {TYPED: "Amy Nails Inc; he also hurt Lin Mei"}
    shop, other = code_of("Amy Nails Inc"), code_of("Lin Mei")
    said = stopped_by(WANG, told)
    assert f"{shop} name 1 of {TYPED}" in said
    assert f"{other} name 2 of {TYPED}" in said
    assert not re.search(r"Amy|Nails|Lin|Mei", said)
    found = first(WANG, told, word=Word(frozenset({shop}), frozenset({other})))
    assert [row for row, _ in found.rows] == ["Amy Nails Inc"]
    assert {one.code for one in found.ruled} == {shop, other}
    with pytest.raises(UsageError, match="waits for a person's word"):
        first(WANG, {TYPED: "Peter Ho"}, word=Word(frozenset({shop})))
    with pytest.raises(UsageError, match="printed and left off"):
        first(WANG, told, word=Word(frozenset({shop}), frozenset({shop})))


def test_whose_boss_somebody_is_can_be_left_off_and_never_printed() -> None:
    told, code = {TYPED: "Amy's Boss Peter Ho; Bob Jones"}, code_of("Amy's Boss Peter Ho")
    assert "never printed" in stopped_by(WANG, told)
    with pytest.raises(DocumentError, match="never printed"):
        first(WANG, told, word=Word(frozenset({code})))
    found = first(WANG, told, word=Word(left=frozenset({code})))
    assert [row for row, _ in found.rows] == ["Bob Jones"]


def test_what_was_corrected_waits_for_nobody() -> None:
    found = first(WANG, {TYPED: "Peter Lao"}, {TYPED: "he also hurt Lin Mei; Bob Jones"}, {TYPED: "Peter Lau"})
    assert {said for said, _ in found.rows} == {"Peter Lau", "Peter Lao"}


def test_signs_and_letters_with_marks_are_no_chinese_spelling() -> None:
    ways = dict(rows(case_of({TYPED: "Rose’s, José Pérez, 周铁柱"}), 1))
    assert "’" not in ways["Rose’s"]
    assert "é" not in ways["José Pérez"].split(", ")
    assert "周鐵柱" in ways["周铁柱"]


@pytest.mark.parametrize(
    ("job", "stops"),
    [
        ({"from_date": "2024-05", "to_date": State.LATER}, True), ({"to_date": State.LATER}, True),
        ({"from_date": "2024-05"}, True), ({"from_date": "2024-05", "to_date": State.DOES_NOT_KNOW}, True),
        ({"from_date": "2021-09", "to_date": "2023-03"}, False), ({"to_date": "2023"}, False), ({}, False),
    ],
)  # fmt: skip
def test_where_she_may_work_now_waits_for_a_persons_word(job: dict[str, str | State], stops: bool) -> None:
    bakery = "Quiet Corner Bakery"
    dates = {f"jobs[1].{name}": PartialDate.parse(said) if type(said) is str else said for name, said in job.items()}
    answers, code = {EMPLOYER: bakery, **dates}, code_of(bakery)
    assert ("she may work there now" in stopped_by(WANG, answers)) == stops
    if stops:
        assert [said for said, _ in first(WANG, answers, word=Word(printed=frozenset({code}))).rows] == [bakery]
        assert first(WANG, answers, word=Word(left=frozenset({code}))).rows == ()
        assert stopped_by(WANG, answers, {TYPED: bakery}) == ""  # the other side, whoever works there
