"""Who was hurt with the client never goes to a firm unasked: one word of such people, and the whole answer waits."""

import pytest
from placement.sheets_of import TYPED, WANG, case_of, first, stopped_by, typed

from legalassist.errors import DocumentError
from legalassist.facts.values import PersonName
from legalassist.placement.fellows import without_tie
from legalassist.placement.first_rows import Word, code_of
from legalassist.placement.names import rows

WAITS = "a person must say what these names are"
TIED = [
    "Peter Ho; victims: Grace Holloway, Maria Lopez",
    "Victims: Grace Holloway; Peter Ho",
    "PETER HO; VICTIMS: GRACE HOLLOWAY",
    "Peter Ho (trafficker), Grace Holloway (victim)",
    "Peter Ho/Grace Holloway(V)",
    "Grace Holloway, co-victim; Peter Ho",
    "Grace Holloway (other victim)",
    "Grace Holloway (survivor); Peter Ho",
    "Grace Holloway (co-worker); Peter Ho",
    "Grace Holloway (cousin); Peter Ho",
    "Cousin Grace Holloway; Peter Ho",
    "Peter Ho; witnesses: Grace Holloway",
    "Peter Ho; also trafficked: Grace Holloway",
    "Peter Ho; same as me: Grace Holloway",
    "Roommate Grace Holloway; Peter Ho",
    "Grace Holloway, dorm mate; Peter Ho",
    "[victim] Grace Holloway",
    "Grace Holloway lived with me; Peter Ho",
    "Peter Ho\nVictims:\nGrace House",
    "Peter Ho; victims: Lin Mei, Gu Hong",
    "室友林美，老板陈国强",
    "同事林美、老板陈国强",
    "工友林美，陈国强",
    "同屋林美；陈国强",
    "舍友林美，陈国强",
    "姐妹林小红，老板陈国强",
    "女孩林小红，老板陈国强",
    "闺蜜林小红，老板陈国强",
    "同乡林小红，老板陈国强",
    "朋友林小红，老板陈国强",
    "姊妹林美；陈国强",
    "前同事林美；陈国强",
    "Peter Ho; Amiga: Grace Holloway",
    "表妹林小红，老板陈国强",
    "林小红（同事），老板陈国强",
    "受害人：林小红，老板陈国强",
    "证人林小红，老板陈国强",
    "陳國強；證人：林小紅",
    "陈国强；室友：林小红、小美",
]


@pytest.mark.parametrize("text", TIED)
@pytest.mark.parametrize("path", [TYPED, "trafficking.who_gained", "representation.name", "jobs[1].employer"])
def test_a_word_for_people_hurt_with_her_stops_the_names_of_its_answer(text: str, path: str) -> None:
    assert stopped_by(WANG, {path: text}).startswith("nothing was written")


@pytest.mark.parametrize(
    ("text", "fellow", "adverse"),
    [
        ("Bob Jones (the owner); witnesses: Grace Holloway", "Grace Holloway", "Bob Jones"),
        ("同事林美、老板陈国强", "林美", "陈国强"),
        ("室友林美，老板陈国强", "林美", "陈国强"),
    ],
)
def test_who_is_called_a_boss_in_their_own_piece_goes_and_the_other_waits(text: str, fellow: str, adverse: str) -> None:
    said = stopped_by(WANG, {TYPED: text})
    assert WAITS in said
    assert code_of(fellow) in said
    found = first(WANG, {TYPED: text}, word=Word(left=frozenset({code_of(fellow)})))
    assert [row for row, _ in found.rows] == [adverse]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mrs. Kim and her husband David Kim", ["Mrs. Kim", "David Kim"]),
        ("Happy Friends Nails; Two Brothers Construction", ["Happy Friends Nails", "Two Brothers Construction"]),
        ("姐妹美甲店；陈小妹", ["姐妹美甲店", "陈小妹"]),
        ("红姐；林招弟", ["红姐", "林招弟"]),
        ("老板：陈国强", ["陈国强"]),
        ("Employer: Golden Pear Kitchen", ["Golden Pear Kitchen"]),
        ("Son Heung-min; Lin Meimei", ["Son Heung-min", "Lin Meimei"]),
        ("Aunt Li; Mama Chen; Sister Hong", ["Aunt Li", "Mama Chen", "Sister Hong"]),
        ("Peter Ho (trafficker); Chen Guoqiang (陈国强), owner", ["Peter Ho", "Chen Guoqiang", "陈国强"]),
    ],
)
def test_bosses_salons_and_nicknames_go_unasked(text: str, names: list[str]) -> None:
    assert sorted(typed(text)) == sorted(names)


def test_who_was_entered_as_an_adverse_person_goes_beside_people_who_were_hurt() -> None:
    told = {TYPED: "Peter Ho; victims: Grace Holloway", "adverse[1].name": PersonName("HO", "Peter")}
    said = stopped_by(WANG, told)
    assert code_of("Grace Holloway") in said
    assert code_of("Peter Ho") not in said
    found = first(WANG, told, word=Word(left=frozenset({code_of("Grace Holloway")})))
    assert {row for row, _ in found.rows} == {"Peter Ho", "Peter HO"}


def test_what_somebody_is_to_her_is_never_printed() -> None:
    word = Word(frozenset(map(code_of, ("林美", "Grace Holloway"))))
    found = first(WANG, {TYPED: "室友林美；Roommate Grace Holloway"}, word=word)
    assert {row for row, _ in found.rows} == {"林美", "Grace Holloway"}
    with pytest.raises(DocumentError, match="a person must say"):
        first(WANG, {TYPED: "室友林美"})


@pytest.mark.parametrize(
    ("said", "bare"),
    [
        ("室友林美", "林美"), ("闺蜜林小红", "林小红"), ("閨蜜林小紅", "林小紅"), ("林美室友", "林美"),
        ("姐妹美甲店", "姐妹美甲店"),
        ("Roommate Grace Holloway", "Grace Holloway"), ("Co-Worker Grace", "Grace"),
        ("Ex-coworker Grace Lee", "Grace Lee"), ("前同事林美", "林美"), ("Grace Coworker", "Grace"),
        ("Happy Friends Nails", "Happy Friends Nails"), ("Sister Hong", "Sister Hong"), ("陈国强", "陈国强"),
    ],
)  # fmt: skip
def test_a_name_loses_the_word_of_what_somebody_is_to_her(said: str, bare: str) -> None:
    assert without_tie(said) == bare


def test_a_corrected_answer_about_people_who_were_hurt_names_nobody() -> None:
    found = first(WANG, {TYPED: "Peter Ho; victims: Grace Holloway"}, {TYPED: "Bob Jones"})
    assert [row for row, _ in found.rows] == ["Bob Jones"]
    assert {"Grace Holloway", "Peter Ho"} <= {
        said for said, _ in rows(case_of({TYPED: "Peter Ho; victims: Grace Holloway"}), 1)
    }
