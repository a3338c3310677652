"""What the held-out sets D and E found missing: compound surnames, spellings of elsewhere, years, broken names."""

import datetime as dt

import pytest

from legalassist.disclosure.dates import KnownDate
from legalassist.disclosure.han_names import HanName
from legalassist.disclosure.identifiers import Identifiers
from legalassist.disclosure.latin_names import Named, Person
from legalassist.disclosure.leaks import _read as read_part
from legalassist.disclosure.leaks import search, text_hash
from legalassist.disclosure.parts import Kind, Part
from legalassist.disclosure.romanisations import elsewhere

OUYANG = Person((Named("client.name", "ouyang", "xueqing", native="欧阳雪晴"), Named("client.other", given="may")))
KAM = Person((Named("client.name", "choi", "saukam", native="蔡秀琴", written=frozenset({("sau", "kam")})),))


def told(
    text: str, *people: Person, kind: Kind = Kind.TEXT, han: str = "", shelf: frozenset[str] = frozenset()
) -> set[str]:
    """Return what a search for some people says of one text: ``blocks 2``, each once."""
    names = (HanName("client.name", han),) if han else ()
    looked_for = Identifiers(people=people, han=names)
    return {f"{hit.level} {hit.rule}" for hit in search(read_part(Part("there", text, kind), shelf), looked_for).hits}


@pytest.mark.parametrize("text", ["OYXQ", "oyxq", "XQOY", "OXQ"])
def test_a_compound_surname_is_shortened_to_both_its_letters(text: str) -> None:
    assert told(text, OUYANG, kind=Kind.METADATA) == {"blocks 6"}


@pytest.mark.parametrize("text", ["CSK", "SKC"])
def test_a_given_name_of_two_recorded_words_is_shortened_to_their_letters(text: str) -> None:
    assert told(text, KAM, kind=Kind.METADATA) == {"blocks 6"}


@pytest.mark.parametrize("text", ["OYZ", "YXQ", "OY"])
def test_other_letters_are_nobodys(text: str) -> None:
    assert told(text, OUYANG, kind=Kind.METADATA) == set()


@pytest.mark.parametrize("text", ["Au Yeung Suet Ching", "AUYEUNG Suet-Ching", "Suet Ching", "Ouyang Suet Ching"])
def test_what_hong_kong_would_write_is_asked_about(text: str) -> None:
    assert "asks 7" in told(f"It was {text} who wrote.", OUYANG)


@pytest.mark.parametrize("text", ["Au Yeung Sau Kam", "Suet", "the suede ching"])
def test_another_name_of_hong_kong_is_nobodys(text: str) -> None:
    assert "asks 7" not in told(f"It was {text} who wrote.", OUYANG)


@pytest.mark.parametrize(
    ("text", "level"),
    [("行李安检", "asks 5"), ("李安检查了行李", "blocks 5"), ("同事李安来了", "blocks 5"), ("请李安排", "blocks 5")],
)
def test_a_name_of_two_is_no_name_where_two_words_meet(text: str, level: str) -> None:
    assert level in told(text, han="李安")


def test_a_word_of_ours_alone_in_metadata_is_still_her_name() -> None:
    shelf = frozenset({text_hash("May"), text_hash("The work may begin in May")})
    assert told("May", OUYANG, kind=Kind.METADATA, shelf=shelf) == {"blocks 4"}
    assert told("May", OUYANG, shelf=shelf) == set()
    assert told("The work may begin in May", OUYANG, kind=Kind.METADATA, shelf=shelf) == set()


BORN = KnownDate("client.birth_date", 1978, 3, 22, dt.date(1978, 3, 22))
CHILD = KnownDate("family[3].birth_date", 2012, 10, 11, dt.date(2012, 10, 11))


@pytest.mark.parametrize(
    ("one", "text"),
    [(BORN, "民國67年3月22日"), (BORN, "民国六十七年三月二十二日"), (BORN, "67年3月22日"), (BORN, "ROC 067/03/22"),
     (CHILD, "民國101年10月11日"), (CHILD, "中華民國一百零一年十月十一日")],
)  # fmt: skip
def test_a_day_as_taiwan_counts_years_is_the_day(one: KnownDate, text: str) -> None:
    found = search(read_part(Part("there", text), frozenset()), Identifiers(dates=(one,))).blocks
    assert [hit.rule for hit in found] == [1]


@pytest.mark.parametrize("text", ["67年", "民國67年3月23日", "民國68年3月22日", "section 67.3.22", "167年3月22日"])
def test_another_day_of_that_calendar_is_not_hers(text: str) -> None:
    assert search(read_part(Part("there", text), frozenset()), Identifiers(dates=(BORN,))).blocks == ()


KUO = Person((Named("adverse[1].name", "kwok", "chiming", native="郭志明", written=frozenset({("chi", "ming")})),))


@pytest.mark.parametrize("text", ["Kuo Chih-ming", "KUO Chihming", "Chih Ming Kuo", "Guo Zhiming"])
def test_a_name_recorded_in_cantonese_is_looked_for_as_mandarin_is_spelled(text: str) -> None:
    assert told(f"the case of {text} here", KUO) == {"asks 7"}


@pytest.mark.parametrize("text", ["Kuo Chih-wei", "chih", "Ming dynasty"])
def test_another_name_in_wade_giles_is_nobodys(text: str) -> None:
    assert "asks 7" not in told(f"the case of {text} here", KUO)


@pytest.mark.parametrize(
    ("pinyin", "older"),
    [("zhi", "chih"), ("ri", "jih"), ("si", "ssu"), ("ge", "ko"), ("guo", "kuo"), ("duo", "to"), ("jie", "chieh"),
     ("xue", "hsueh"), ("xiong", "hsiung"), ("gui", "kuei"), ("shui", "shui"), ("yan", "yen"), ("qian", "chien")],
)  # fmt: skip
def test_a_syllable_has_its_form_in_wade_giles(pinyin: str, older: str) -> None:
    assert older in elsewhere(pinyin, "", surname=False)


MARISOL = Person((Named("family[3].name", "ferraro", "marisol"),))


@pytest.mark.parametrize("text", ["Mari\nsol came too", "Ms. Ferr\naro Mar\nisol"])
def test_a_line_may_end_within_a_name(text: str) -> None:
    assert "blocks 3" in told(text, MARISOL)


@pytest.mark.parametrize("text", ["Mari sol came too", "Mar is ol"])
def test_words_side_by_side_on_one_line_are_cut_only_where_syllables_end(text: str) -> None:
    assert told(text, MARISOL) == set()


@pytest.mark.parametrize("text", ["诸*仪", "诸葛*仪", "诸**仪", "诸葛某"])
def test_a_masked_name_of_a_compound_surname_is_known(text: str) -> None:
    assert told(text, kind=Kind.NAME, han="诸葛敏仪") == {"blocks 6"}


@pytest.mark.parametrize("text", ["诸*敏", "葛*仪", "*仪"])
def test_another_masked_name_is_nobodys(text: str) -> None:
    assert told(text, kind=Kind.NAME, han="诸葛敏仪") == set()


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("张简文", "blocks 5"),
        ("張簡文來了", "blocks 5"),
        ("简文来了", "blocks 3"),
        ("张简女士", "blocks 4"),
        ("张女士", "blocks 4"),
    ],
)
def test_a_surname_of_one_or_of_two_characters_is_looked_for_both_ways(text: str, level: str) -> None:
    assert level in told(text, han="张简文")


@pytest.mark.parametrize("text", ["鲜于小明", "小明来了", "鲜于女士"])
def test_a_rare_compound_surname_is_known(text: str) -> None:
    assert any(one.startswith("blocks") for one in told(text, han="鲜于小明"))
