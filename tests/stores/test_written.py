"""Values kept in a store come back equal: of every type a question can have, and of every example's answers."""

import json
from pathlib import Path
from typing import get_args

import pytest
from one_library import LIBRARY
from stores.making import LATER, SAID, invented, kept, new_tables, set_up

from legalassist.api.answers_files import open_file
from legalassist.facts.dates import Age
from legalassist.facts.values import Value
from legalassist.interviews.types import TYPES
from legalassist.interviews.yaml_source import Data
from legalassist.stores.cases import open_case, save_case
from legalassist.stores.written import value_data, value_of

CHOICES = ("one", "two", "three")
TYPED: dict[str, tuple[Data, ...]] = {
    "text": ("a bed in the shop",),
    "long text": ("one line\nand another",),
    "yes no": ("yes", "no"),
    "choice": ("two",),
    "several choices": (["one", "three"],),
    "relation": ("one",),
    "number": ("12", "-3", "0"),
    "money": ("USD 1200.50", "CNY 300000"),
    "date": ("2019-04-07",),
    "partial date": ("2019", "2019-04", "2019-04-07", "2019~", "lunar:1999-08-15", "200X"),
    "age": ("7", "nominal:19", "虚岁19", "0"),
    "person name": ({"family": "WANG", "given": "XIAOMEI", "native": "王小媺"},),
    "address": ({"street": "1 Example St", "city": "New York", "zip_code": "11354", "confidential": "yes"},),
    "phone": ("212-555-0123",),
    "email": ("name@example.org",),
    "country": ("China",),
    "language": ("cmn", {"language": "cmn", "dialect": "Fuzhou"}),
    "a-number": ("A012345678",),
    "ssn": ("000-00-0000",),
    "receipt number": ("EAC0000000000",),
    "passport": ("E00000000",),
    "code": ("police-report",),
    "exhibit": ({"title": "Police report", "pages": "3", "held": "no"},),
    "references": (["jobs[2].to_date", "exhibits[1]"],),
}
VALUES = tuple((name, TYPES[name].read(data, CHOICES)) for name, said in TYPED.items() for data in said)
MEI = LIBRARY.get("interviews/tvisa/examples/mei.yaml").path
EXAMPLES = sorted(one for one in MEI.parent.glob("*.yaml") if one.stem != "clinic")


def test_every_type_of_a_question_and_every_kind_of_value_stands_here() -> None:
    assert set(TYPED) == set(TYPES)
    never_read = {"Decimal"}  # a calculation's; no question has it
    assert {type(value).__name__ for _, value in VALUES} == {
        getattr(one, "__origin__", one).__name__ for one in get_args(Value)
    } - never_read


@pytest.mark.parametrize(("name", "value"), VALUES)
def test_a_value_comes_back_equal(name: str, value: Value) -> None:
    back = value_of(json.loads(json.dumps(value_data(value))))
    assert (back, type(back)) == (value, type(value)), name


def test_an_age_answered_into_a_store_case_is_there_when_it_is_opened_again(tmp_path: Path) -> None:
    store = set_up(new_tables("memory", tmp_path)).store
    opened = kept(store, case=invented())
    save_case(store, opened, opened.case.answer("groups[1].age_joined", Age(7), SAID), LATER)
    assert open_case(store, "2026-0001").case.history("groups[1].age_joined")[0].value == Age(7)


def test_every_answer_of_the_example_clients_is_kept_in_a_store(tmp_path: Path) -> None:
    store, library = set_up(new_tables("memory", tmp_path)).store, LIBRARY
    assert len(EXAMPLES) >= 6
    for number, example in enumerate(EXAMPLES, 1):
        case = open_file(example, library)[2]
        opened = kept(store, f"2026-{number:04}", case)
        assert open_case(store, opened.listed.header.number).case.answers == case.answers
