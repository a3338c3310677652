"""Names of several Latin words, what stands between a title and a name, ranks and offices as titles."""

import pytest

from legalassist.disclosure.identifiers import identifiers_of_people
from legalassist.disclosure.leaks import check_text
from legalassist.facts.values import PersonName

NAMES = {
    "garcia": PersonName("GARCIA LOPEZ", "MARIA ELENA"), "perez": PersonName("PEREZ-GARCIA", "José Luis"),
    "hoa": PersonName("NGUYEN", "THI HOA"), "chun": PersonName("YAU", "SUK CHUN", native="邱淑珍"),
    "mei": PersonName("WANG", "XIAO MEI"), "obrien": PersonName("O'BRIEN", "Sean"),
    "cruz": PersonName("DE LA CRUZ", "ANA"),
    "donald": PersonName("MCDONALD", "Pat"), "whitcomb": PersonName("WHITCOMB", "Lena"),
    "li": PersonName("OUYANG", "Li"),
    "he": PersonName("HE", "AN QI"), "lin": PersonName("LIN", "Mei"), "rose": PersonName("QIU", "Big Sister Rose"),
}  # fmt: skip


def verdict(whose: str, text: str) -> str:
    """Return the worst of what the search says of a text about one person."""
    leaks = check_text(text, identifiers_of_people([("client.name", NAMES[whose])]))
    return "blocks" if leaks.blocks else "asks" if leaks.asks else "nothing"


@pytest.mark.parametrize(
    ("whose", "text"),
    [
        ("garcia", "Ms. Garcia"), ("garcia", "Elena Lopez"), ("garcia", "Maria Garcia"), ("garcia", "call elena today"),
        ("garcia", "with Ms. Lopez"), ("garcia", "by Maria E. Garcia"), ("garcia", "Mrs. Garcia Lopez"),
        ("garcia", "la señora García"), ("perez", "José Perez"), ("perez", "Jose Garcia"), ("hoa", "Ms. Hoa"),
        ("hoa", "Hoa Nguyen"), ("chun", "Ms. Chun"), ("chun", "so Yau Chun came"), ("chun", "Ah Chun"),
        ("mei", "Ms. Mei"), ("mei", "Mei Wang"), ("mei", "xiao mei"), ("obrien", "Mr. O'Brien"),
        ("obrien", "Mr. O’Brien"),
        ("obrien", "Officer O'Brien"), ("obrien", "Mr. Obrien"), ("cruz", "Ms. de la Cruz"),
        ("cruz", "Officer De La Cruz"),
        ("cruz", "Ana Cruz"), ("donald", "Mr. McDonald"), ("whitcomb", "Officer Whitcomb"),
        ("whitcomb", "Det. Whitcomb"),
        ("whitcomb", "the judge Whitcomb"), ("whitcomb", "Attorney Whitcomb"), ("whitcomb", "Sgt. Whitcomb"),
        ("rose", "Auntie Rose"),
    ],
)  # fmt: skip
def test_a_word_of_a_name_beside_another_or_a_title_blocks(whose: str, text: str) -> None:
    assert verdict(whose, text) == "blocks"


@pytest.mark.parametrize(
    ("whose", "text"),
    [
        ("garcia", "the client M. Garcia"), ("garcia", "that Garcia Lopez left"), ("garcia", "then Maria came"),
        ("hoa", "call Hoa now"), ("obrien", "the O'Brien file"), ("cruz", "the De La Cruz file"), ("li", "O. Li asks."),
        ("li", "with Li O. today"), ("lin", "The Lins owe money."), ("garcia", "the case of M.G. is open"),
    ],
)  # fmt: skip
def test_a_word_alone_and_letters_beside_one_are_asked_about(whose: str, text: str) -> None:
    assert verdict(whose, text) == "asks"


@pytest.mark.parametrize(
    ("whose", "text"),
    [
        ("chun", "then Chun and the Suk of it"), ("mei", "the Mei, the Xiao"), ("mei", "a mei xia"),
        ("cruz", "la cruz roja, de la vida"), ("he", "He, an attorney, ran. If he qi"), ("lin", "The lins of cloth"),
        ("rose", "Big news: a sister rose early."), ("whitcomb", "an officer, a judge or an agent may call"),
        ("garcia", "a mere lope"), ("obrien", "the o of brief"),
    ],
)  # fmt: skip
def test_syllables_and_small_words_of_a_name_are_no_names(whose: str, text: str) -> None:
    assert verdict(whose, text) == "nothing"
