"""What the two sheets for a firm would say of invented answers: the rows, judged as the command judges them."""

from collections.abc import Mapping
from functools import cache

from one_library import LIBRARY
from stores.making import SAID

from legalassist.api.opening import open_interview
from legalassist.cases.answer import State
from legalassist.cases.case import Case
from legalassist.disclosure.identifiers import identifiers_of
from legalassist.documents.tables import Sheet
from legalassist.errors import DocumentError
from legalassist.facts.values import PersonName
from legalassist.interviews.schema import Interview
from legalassist.placement.first_rows import Judged, Word, check_said
from legalassist.placement.first_sheet import (
    check_first_sheet,
    fitting,
    hers_alone,
    looked_at,
    without_corrected,
    without_shared_spellings,
)
from legalassist.placement.names import rows
from legalassist.placement.second_sheet import check_second_sheet, fitting_second

WANG: Mapping[str, object] = {
    "client.name": PersonName("WANG", "Xiaomei", native="王小媺"),
    "client.other_names[1].name": PersonName("", "AMY"),
    "family[1].name": PersonName("WANG", "Joy"),
    "family[1].relation": "child",
    "family[2].name": PersonName("GAO", "Dahai", native="高大海"),
}
"""A client with a short other name, a child with one, and a relative."""
TYPED = "first.conflict_names"


@cache
def interview() -> Interview:
    return open_interview(LIBRARY, "tvisa")


def case_of(*answers: Mapping[str, object]) -> Case:
    made = Case("k3v9", "tvisa", invented=True)
    for path, value in (pair for some in answers for pair in some.items()):
        given, state = (None, value) if isinstance(value, State) else (value, State.ANSWERED)
        made = made.answer(path, given, SAID, state)  # type: ignore[arg-type]
    return made


def words(sheet: Sheet) -> bytes:
    return "\n\n".join(cell for row in sheet.rows for cell in row).encode()


def first(*answers: Mapping[str, object], word: Word | None = None) -> Judged:
    """Return what goes onto the first sheet; DocumentError where it is stopped."""
    case, word = case_of(*answers), word or Word()
    hers = hers_alone(identifiers_of(case, interview()))
    known = without_corrected(fitting(rows(case, 1), case), case, hers)
    found = looked_at(without_shared_spellings(known, hers), case, hers, word)
    check_first_sheet(Sheet(title="x", caption="x", columns=("a", "b"), rows=found.rows), case, hers, words)
    check_said(found, word)
    return found


def typed(text: str, path: str = TYPED) -> list[str]:
    """Return the names of the first sheet of that client, with one more answer."""
    return [said for said, _ in first(WANG, {path: text}).rows]


def stopped_by(*answers: Mapping[str, object]) -> str:
    """Return why a first sheet is stopped; nothing where it goes."""
    try:
        first(*answers)
    except DocumentError as refused:
        return refused.message
    return ""


def second(*answers: Mapping[str, object]) -> list[str]:
    """Return the names of the second sheet; DocumentError where it is stopped."""
    case = case_of(*answers)
    known = identifiers_of(case, interview())
    found = fitting_second(rows(case, 2), case, known)
    check_second_sheet(Sheet(title="x", caption="x", columns=("a", "b"), rows=found), known, words)
    return [said for said, _ in found]
