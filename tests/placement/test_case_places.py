"""A town, a street or a country beside a person's name stops the first sheet; a business may be called so."""

import pytest
from placement.sheets_of import TYPED, first, stopped_by

from legalassist.facts.values import Address, PersonName

HERS = {
    "client.name": PersonName("ZHENG", "Jinfeng", native="郑金凤"),
    "client.birth_city": "Tantou",
    "client.address": Address(street="41-25 Kissena Blvd", city="Flushing", state="NY", zip_code="11355"),
}
HAN = {**HERS, "client.birth_city": "潭头镇"}


@pytest.mark.parametrize(
    "text",
    [
        "Chen Guoqiang Tantou, Peter Ho",
        "Tantou Chen",
        "Tantou Chen Guoqiang",
        "Tantou Lao Chen",
        "潭头老陈",
        "潭头",
        "陈潭头",
        "Peter Ho Kissena",
        "Chen Guoqiang China",
        "泰国陈国强",
    ],
)
@pytest.mark.parametrize("hers", [HERS, HAN])
def test_a_place_of_the_case_beside_a_person_stops_the_sheet(hers: dict[str, object], text: str) -> None:
    assert stopped_by(hers, {TYPED: text}).startswith("nothing was written")


@pytest.mark.parametrize(
    "text", ["China Star; Bank of China", "Kissena Noodle House", "Chen Guoqiang, Peter Ho", "India Lee"]
)
def test_businesses_and_people_of_elsewhere_go(text: str) -> None:
    assert stopped_by(HERS, {TYPED: text}) == ""


def test_who_is_entered_as_an_adverse_person_goes_whatever_the_name() -> None:
    found = first(HAN, {"adverse[1].name": PersonName("CHEN", "Kissena"), "adverse[2].name": PersonName("Golden Pear")})
    assert sorted(said for said, _ in found.rows) == ["Golden Pear", "Kissena CHEN"]
