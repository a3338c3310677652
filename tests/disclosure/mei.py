"""The identifiers the tests look for: Mei's own, of the example, and a few numbers more. Nobody here exists."""

from functools import cache
from pathlib import Path

from one_library import LIBRARY

from legalassist.api.opening import open_case, open_clinic
from legalassist.cases.answer import Said
from legalassist.disclosure.identifiers import Identifiers, identifiers_of
from legalassist.disclosure.leaks import check_files, check_text
from legalassist.facts.values import PersonName

EXAMPLE = Path(__file__).resolve().parents[2] / "interviews/tvisa/examples/mei.yaml"
SAID = Said("test", "2026-11-20T10:00:00")


@cache
def identifiers() -> Identifiers:
    """Return everything to look for."""
    library = LIBRARY
    interview, case = open_case(EXAMPLE, library)
    clinic = open_clinic(library)
    more = {
        "client.a_number": "012345678",
        "client.ssn": "900112222",
        "client.passport_number": "E23456781",
        "client.email": "pear.blossom88@example.net",
        "client.mailing_address": case.current["client.mailing_address"].value,
        "reporting.officer": "Det. Robin Samplewright",
        "contact.safe_phone": "+17185550177",  # a later answer; the earlier number stays hers
    }
    for path, value in more.items():
        case = case.answer(path, value, SAID)
    case = case.answer("client.other_names[2].name", PersonName("WANG", "LONG"), SAID)
    public = (clinic.name, *clinic.address_lines, clinic.phone, clinic.email)
    return identifiers_of(case, interview, public=public)


def levels(text: str) -> list[str]:
    """Return what the check makes of a text: ``blocks 2``, each once."""
    return sorted({f"{hit.level} {hit.rule}" for hit in check_text(text, identifiers()).hits})


def blocked(files: dict[str, bytes]) -> bool:
    """Say whether files would be stopped."""
    return bool(check_files(files, identifiers()).blocks)


def full_width(text: str) -> str:
    """Return a text in the wide forms that Chinese keyboards type."""
    return "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else "\u3000" for one in text)
