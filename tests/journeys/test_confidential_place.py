"""An address that was marked a confidential place at one question is confidential wherever else it was answered."""

from dataclasses import replace

import pytest
from one_library import LIBRARY

from legalassist.assessments.assess import WORDS, live_facts
from legalassist.cases.answer import Said
from legalassist.cases.case import Case
from legalassist.facts.known import known_value
from legalassist.facts.values import Address
from legalassist.interviews.reader import read_interview

SAID = Said(by="mm", at="2026-11-22T10:00:00", language="en")
SHELTER = Address("136-00 Example Avenue", "APT", "3B", "Flushing", "NY", "11354")
HOME, MAIL = "client.physical_address", "client.mailing_address"


def mail(home: Address, post: Address) -> Address:
    interview = read_interview(LIBRARY, "tvisa", WORDS).required()
    case = Case("AAAA-AAAA", "tvisa", invented=True).answer(HOME, home, SAID).answer(MAIL, post, SAID)
    value = known_value(live_facts(interview, case), MAIL)
    assert isinstance(value, Address)
    assert case.current[MAIL].value == post, "what was said stays as it was said"
    return value


@pytest.mark.parametrize("typed", [
    SHELTER, replace(SHELTER, street="136-00 EXAMPLE AVENUE", unit="3b", unit_kind="#", zip_code=""),
    replace(SHELTER, unit="", unit_kind=""), replace(SHELTER, in_care_of="A Friend"),
    replace(SHELTER, street="136-00 Example Ave."), replace(SHELTER, street="13600 Example Av", unit="", unit_kind=""),
    replace(SHELTER, street="136-00 Example Avenue Apt 3B", unit="", unit_kind=""),
    replace(SHELTER, street="136-00 Example Avenue, #3B", unit="", unit_kind=""), replace(SHELTER, city="Queens"),
    replace(SHELTER, city=""),
])  # fmt: skip
def test_one_mark_is_for_every_question_that_has_the_place(typed: Address) -> None:
    assert mail(replace(SHELTER, confidential=True), typed).confidential


@pytest.mark.parametrize("other", [
    replace(SHELTER, unit="4C"),
    replace(SHELTER, street="136-00 Example Avenue Apt 4C", unit="", unit_kind=""),
    replace(SHELTER, street="138-00 Example Avenue"), replace(SHELTER, city="Albany", zip_code="12207"),
    replace(SHELTER, country="CA"), Address(city="Flushing"),
])  # fmt: skip
def test_another_place_keeps_its_own_mark(other: Address) -> None:
    assert not mail(replace(SHELTER, confidential=True), other).confidential


def test_without_a_mark_nothing_is_confidential() -> None:
    assert not mail(SHELTER, SHELTER).confidential


def test_two_addresses_without_a_street_are_not_one_place() -> None:
    assert not mail(Address(city="Flushing", confidential=True), Address(city="Flushing")).confidential
