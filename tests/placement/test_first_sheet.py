"""A first sheet is stopped where it names her, and not where an adverse person has a name like hers or a relative's."""

from one_library import LIBRARY
from placement.people import clients

from legalassist.api.opening import open_interview
from legalassist.disclosure.identifiers import identifiers_of
from legalassist.documents.tables import Sheet
from legalassist.errors import DocumentError
from legalassist.placement.first_rows import Word, check_said
from legalassist.placement.first_sheet import check_first_sheet, hers_alone, looked_at, without_shared_spellings
from legalassist.placement.names import rows

CLIENTS = 60


def words(sheet: Sheet) -> bytes:
    return "\n\n".join(cell for row in sheet.rows for cell in row).encode()


def stopped(count: int, seed: int) -> list[int]:
    """Return the numbers of the clients whose first sheet would be stopped, though nothing of theirs stands on it."""
    interview, found = open_interview(LIBRARY, "tvisa"), []
    for number, one in enumerate(clients(count, seed)):
        hers = hers_alone(identifiers_of(one.case, interview))
        judged = looked_at(without_shared_spellings(rows(one.case, 1), hers), one.case, hers, Word())
        sheet = Sheet(title="x", caption="x", columns=("a", "b"), rows=judged.rows)
        try:
            check_first_sheet(sheet, one.case, hers, words)
            check_said(judged, Word())
        except DocumentError:
            found.append(number)
    return found


def test_no_first_sheet_of_clients_with_chinese_names_is_stopped_without_need() -> None:
    assert stopped(CLIENTS, 2026) == []
