"""Rules of forms pick an answer only where every reading agrees, and say why there is none."""

import pytest
from one_library import LIBRARY

from legalassist.cases.case import Case
from legalassist.documents.clinic import read_clinic
from legalassist.facts.dates import PartialDate
from legalassist.facts.known import Known, PlainFacts, Rows, Unknown, Why
from legalassist.facts.values import PersonName, Value
from legalassist.forms.in_order import last_rows
from legalassist.forms.rules import RULES
from legalassist.forms.sources import Sources
from legalassist.interviews.schema import Interview
from legalassist.law.authorities import Authorities

CLINIC = read_clinic(LIBRARY.get("interviews/tvisa/examples/clinic.yaml").text, "clinic.yaml")
NOBODY = Interview("try", "Try", ())


def sources_of(facts: PlainFacts, about: str = "") -> Sources:
    return Sources(NOBODY, facts, CLINIC, Case("R1", "try"), about=about, form="f-1")


def dated(*dates: str, complete: bool = True, group: str = "entries") -> PlainFacts:
    known: dict[str, Value] = {
        f"{group}[{number}].date": PartialDate.parse(one) for number, one in enumerate(dates, 1) if one
    }
    known |= {f"{group}[{number}].city": f"city {number}" for number in range(1, len(dates) + 1)}
    return PlainFacts(known, groups={group: Rows(tuple(range(1, len(dates) + 1)), complete)})


@pytest.mark.parametrize(
    ("dates", "order"),
    [
        (("2019-05-01", "2021"), (2, 1)), (("2021", "2019-05-01"), (1, 2)), (("2019", "2019-05-01"), None),
        (("2019", ""), None), (("",), (1,)), ((), ()), (("2020~", "2021"), None),
    ],
)  # fmt: skip
def test_rows_have_an_order_only_where_their_dates_give_one(dates: tuple[str, ...], order: object) -> None:
    assert last_rows(dated(*dates), "entries", "date") == order
    assert last_rows(dated(*dates, complete=False), "entries", "date") is None


def test_the_last_and_the_previous_entry_are_found_by_their_dates() -> None:
    sources = sources_of(dated("2019-05-01", "2021-09-05", "2017"))
    assert RULES["last entry: city"].path(sources) == "entries[2].city"
    assert RULES["last entry: city"].compute(sources) == Known("city 2")
    assert RULES["previous entry: city"].compute(sources) == Known("city 1")


def test_an_entry_that_never_was_does_not_apply_and_an_open_order_is_not_answered() -> None:
    one = sources_of(dated("2021"))
    assert RULES["previous entry: date"].compute(one) == Unknown(Why.DOES_NOT_APPLY)
    unsure = sources_of(dated("2021", "2021-09-05"))
    assert RULES["last entry: city"].path(unsure) == ""
    assert RULES["last entry: city"].compute(unsure) == Unknown(Why.NOT_ASKED, frozenset({"entries"}))


def test_a_later_return_that_is_not_among_the_entries_leaves_the_last_one_open() -> None:
    facts = PlainFacts(
        {"entries[1].date": PartialDate.parse("2019-05-01"), "entries[1].city": "Boston",
         "departures[1].returned_on": PartialDate.parse("2022")},
        groups={"entries": Rows((1,), complete=True), "departures": Rows((1,), complete=True)},
    )  # fmt: skip
    assert isinstance(RULES["last entry: city"].compute(sources_of(facts)), Unknown)


def test_a_relatives_entries_are_the_relatives() -> None:
    sources = sources_of(dated("2019", "2021", group="family[2].entries"), about="family[2]")
    assert RULES["last entry: city"].path(sources) == "family[2].entries[2].city"


def test_a_wedding_is_written_down_once_and_found_from_either_side() -> None:
    name = PersonName("FANG", "JUNHAO")
    facts = PlainFacts(
        {"family[1].relation": "child", "family[2].relation": "spouse", "family[2].name": name,
         "family[2].marriage_city": "Zhuhai", "client.name": PersonName("LUO")},
        groups={"family": Rows((1, 2), complete=True)},
    )  # fmt: skip
    rule, place = RULES["spouse: name"], RULES["spouse: marriage city"]
    assert rule.compute(sources_of(facts)) == Known(name)
    assert rule.compute(sources_of(facts, "family[2]")) == Known(PersonName("LUO"))
    assert place.compute(sources_of(facts)) == place.compute(sources_of(facts, "family[2]")) == Known("Zhuhai")
    assert rule.path(sources_of(facts, "family[1]")) == "family[1].spouse_name"
    single = PlainFacts(groups={"family": Rows((), complete=True)})
    assert rule.compute(sources_of(single)) == Unknown(Why.DOES_NOT_APPLY)
    assert rule.compute(sources_of(PlainFacts())) == Unknown(Why.NOT_ASKED, frozenset({"family"}))


@pytest.mark.parametrize(
    ("known", "groups", "stage"),
    [
        ({}, {"notices": Rows(complete=True)}, Known("filed together")),
        ({"notices[1].kind": "receipt"}, {"notices": Rows((1,))}, Known("pending")),
        ({"filing.granted_date": PartialDate.parse("2027-01-02")}, {}, Known("approved")),
        ({}, {}, Unknown(Why.NOT_ASKED, frozenset({"notices"}))),
    ],
)
def test_the_stage_of_the_application_follows_from_the_notices(
    known: dict[str, Value], groups: dict[str, Rows], stage: object
) -> None:
    assert RULES["stage of the application"].compute(sources_of(PlainFacts(known, groups=groups))) == stage


def test_the_form_lets_the_client_leave_a_planned_entry_out() -> None:
    rule = RULES["planned entry: port"]
    assert rule.compute(sources_of(PlainFacts())) == Unknown(Why.DOES_NOT_APPLY)
    abroad = PlainFacts({"family[1].trip_port": "JFK"})
    assert rule.compute(sources_of(abroad, "family[1]")) == Known("JFK")


def test_every_rule_names_an_authority_there_is_or_none() -> None:
    authorities = Authorities.load()
    for rule in RULES.values():
        assert rule.reason
        assert not rule.authority or authorities.get(rule.authority)
