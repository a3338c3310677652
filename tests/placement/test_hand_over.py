"""The sheet and the answers an accepted firm gets: safe contact, clocks, mentor, what is open; no history."""

import datetime as dt
from io import BytesIO

import openpyxl
import page as page_validation
import pytest
from one_library import LIBRARY
from placement.offered import MEI
from placement.people import SAID

from legalassist.api.opening import open_case
from legalassist.assessments.assess import assess
from legalassist.cases.case import Case
from legalassist.documents.tags.tagged import audit, tagged_text
from legalassist.facts.values import Address, PersonName
from legalassist.packets.memo_names import Names
from legalassist.placement.hand_over import Agreed, answers_xlsx, hand_over_pdf

OLD, NEW = "+12125550190", "+17185550123"
Client = tuple[Case, Names]


@pytest.fixture(scope="module")
def client() -> Client:
    interview, case = open_case(MEI, LIBRARY)
    new = case.current["contact.safe_phone"].value
    case = case.answer("contact.safe_phone", OLD, SAID).answer("contact.safe_phone", new, SAID)
    case = case.answer("notices[1].receipt_number", "EAC9990000001", SAID)
    return case, Names(interview, assess(interview, case, as_of=dt.date(2026, 11, 22)), {})


def test_the_sheet_says_how_to_reach_her_what_runs_and_what_is_open(client: Client) -> None:
    pdf = hand_over_pdf(LIBRARY, *client, {"03.pdf": "the packet"}, Agreed("Jordan Example", "", "2026-12-07 23:59"))
    assert page_validation.validate_pdf_bytes(pdf, profile="ua1").failures == []
    assert audit(pdf) == []
    said = " ".join(tagged_text(pdf).split())
    for text in ("718-555-0123", "老板", "Mandarin", "Jordan Example", "not agreed yet", "2026-12-07 23:59",
                 "Federal civil suit", "EAC9990000001", "the packet", "□ firm", "Do you have"):  # fmt: skip
        assert text.replace(" ", "") in said.replace(" ", "")
    assert "555-0190" not in said


def test_the_answers_are_the_current_ones_alone(client: Client) -> None:
    rows = list(openpyxl.load_workbook(BytesIO(answers_xlsx(*client))).worksheets[0].iter_rows(values_only=True))
    told = dict(rows[1:])
    assert told["Which phone number is safe for us to call?"] == "718-555-0123"
    assert "0190" not in str(rows)
    assert not any("law firms" in str(question) for question in told)


def test_names_and_addresses_stand_there_whole(client: Client) -> None:
    case, names = client
    rows = openpyxl.load_workbook(BytesIO(answers_xlsx(case, names))).worksheets[0].iter_rows(values_only=True)
    told = " | ".join(str(answer) for _, answer in rows)
    values = [one.value for one in case.current.values()]
    natives = [one.native for one in values if isinstance(one, PersonName | Address) and one.native]
    assert len(natives) > 3
    assert [one for one in natives if one not in told] == []
    quiet = [one for one in values if isinstance(one, Address) and one.confidential]
    assert quiet
    assert told.count("to be kept confidential") == len(quiet)
