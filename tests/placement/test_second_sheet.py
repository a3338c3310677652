"""The second sheet has names of the client's alone: no number, day, street, town, business or person beside one."""

import pytest
from placement.sheets_of import case_of, interview, second, words

from legalassist.disclosure.identifiers import identifiers_of
from legalassist.documents.tables import Sheet
from legalassist.errors import DocumentError
from legalassist.facts.dates import PartialDate
from legalassist.facts.values import Address, PersonName
from legalassist.placement.second_sheet import check_second_sheet

QIU = {
    "client.name": PersonName("QIU", "Shuzhen", native="邱淑珍"),
    "client.birth_date": PartialDate.parse("1987-11-23"),
    "client.a_number": "206555318",
    "contact.safe_phone": "+17185550191",
    "client.email": "shuzhenqiu@example.net",
    "client.birth_city": "Langqi",
    "client.physical_address": Address(
        "41-25 Kissena Boulevard", city="Flushing", state="NY", zip_code="11355", in_care_of="Hope Harbor Shelter"
    ),
    "jobs[1].employer": "Lucky Star Massage",
    "adverse[1].name": PersonName("HO", "Shuzhen", native="何彼得"),
    "family[1].name": PersonName("QIU", "Zihan", native="邱子涵"),
}
OTHER = "client.other_names[1].name"


@pytest.mark.parametrize(
    "name",
    [
        PersonName("", "Rose, WeChat shuzhen_rose23, A206-555-318"),
        PersonName("", "Rose 718-555-0191"),
        PersonName("", "Rose 11/23/1987"),
        PersonName("", "Rose Kissena Boulevard"),
        PersonName("QIU", "Rose Kissena"),
        PersonName("", "Rose of Langqi"),
        PersonName("", "Rose Langqi"),
        PersonName("", "Lily at Lucky Star Massage"),
        PersonName("", "Lily Lucky Star"),
        PersonName("", "Rose Shuzhen Ho"),
        PersonName("", "Rose aka Lily"),
        PersonName("", "Rose from the spa"),
        PersonName("", "Rose the waitress"),
        PersonName("", "阿珍琅岐"),
        PersonName(native="邱淑珍，琅岐人"),
        PersonName(native="阿珍（法拉盛）"),
        PersonName(native="邱淑珍七一八五五五零一九一"),
        PersonName("", "Mother Of Zihan Qiu"),
        PersonName(native="子涵的妈妈"),
        PersonName("", "Rose Born Nineteen Eighty Seven"),
        PersonName("", "Rose Hope Harbor"),
        PersonName("", "Rose Massage"),
        PersonName("", "Lucky Star"),
        PersonName("Langqi", "Rose"),
        PersonName(native="小姐阿珍"),
    ],
)
def test_what_stands_beside_a_name_stops_the_second_sheet_and_it_says_where(name: PersonName) -> None:
    with pytest.raises(DocumentError, match=r"a name in client.other_names\[1\].name holds") as refused:
        second(QIU, {OTHER: name})
    assert not any(word in str(refused.value) for word in ("Rose", "Langqi", "Lily", "0191", "阿珍"))
    assert second(QIU, {OTHER: name}, {OTHER: PersonName("", "Rose")}) == ["Rose", "Shuzhen QIU 邱淑珍"]


@pytest.mark.parametrize(
    "name",
    [
        PersonName("", "Rose"),
        PersonName("QIU", "Shu Zhen", native="邱淑珍"),
        PersonName("GARCIA LOPEZ", "MARIA ELENA"),
        PersonName("de la Vega", "Ana"),
        PersonName("CHAN", "Suk-chun"),
        PersonName("", "Batbayar", native="巴特巴雅尔"),
        PersonName("", "Xiaomei (Amy)"),
        PersonName(native="阿珍"),
        PersonName("O'Brien", "J. R."),
        PersonName("", "Mary Lane"),
        PersonName("", "My Linh"),
        PersonName(native="麦小宝"),
    ],
)
def test_names_of_all_kinds_go(name: PersonName) -> None:
    assert len(second(QIU, {OTHER: name})) == 2


def test_a_number_a_code_or_a_day_that_reached_the_file_stops_it() -> None:
    known = identifiers_of(case_of(QIU), interview())
    for text in ("Rose 206-555-318", "Rose November 23, 1987", "Rose 41-25 Kissena", "Rose 7185550191"):
        told = Sheet(title="x", caption="x", columns=("a", "b"), rows=((text, ""),))
        with pytest.raises(DocumentError, match="more than names"):
            check_second_sheet(told, known, words)
    check_second_sheet(Sheet(title="x", caption="x", columns=("a", "b"), rows=(("Shuzhen QIU", ""),)), known, words)


def test_a_client_who_is_called_like_her_town_has_her_names() -> None:
    hers = {"client.name": PersonName("WANG", "Fuqing", native="王福清"), "client.birth_city": "Fuqing"}
    assert len(second(hers, {OTHER: PersonName("CHAN", "Fuqing")})) == 2
