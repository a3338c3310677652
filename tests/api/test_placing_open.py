"""A closed case, and a client who has said no since: nothing more goes to a firm, at whatever step it stands."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from api.test_placing_firms import AT, DAY, FIRM, WORDS, Desk, begin, case, granted, sheet, words_of
from api.test_placing_order import OTHER, cleared, over, stage
from one_library import LIBRARY
from stores.making import SAID, kept, new_tables, set_up

from legalassist.api import placing_firms as firms
from legalassist.api import placing_kept
from legalassist.api.placing_firms import Lock
from legalassist.errors import DocumentError, UsageError
from legalassist.facts.dates import PartialDate
from legalassist.facts.values import PersonName
from legalassist.law.placement import MAY_OFFER
from legalassist.stores.cases import save_case


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    store = set_up(new_tables("memory", tmp_path)).store
    return store, kept(store, case=case())


def says(desk: Desk, *, yes: bool) -> Desk:
    store, opened = desk
    return store, save_case(store, opened, opened.case.answer(MAY_OFFER, yes, SAID), AT)


def paper(folder: Path) -> Path:
    path = folder / "paper.pdf"
    path.write_bytes(b"%PDF-1.7")
    return path


STEPS: dict[str, Callable[[Desk, Path], object]] = {
    "release": lambda desk, _: firms.grant(*desk, LIBRARY, granted(), AT),
    "undertaking": lambda desk, _: firms.undertake(*desk, LIBRARY, FIRM, DAY + timedelta(days=30), AT),
    "first sheet": lambda desk, out: sheet(desk, out / "closed-1", 1),
    "second sheet": lambda desk, out: sheet(desk, out / "closed-2", 2),
    "telephone": lambda desk, _: firms.ask_by_telephone(*desk, LIBRARY, FIRM, 1, AT),
    "retainer": lambda desk, _: firms.retain(*desk, LIBRARY, FIRM, AT),
    "hand-over": lambda desk, out: over(desk, out / "over", paper(out)),
}


@pytest.mark.parametrize("step", STEPS)
def test_nothing_of_a_closed_case_goes_to_a_firm(desk: Desk, tmp_path: Path, step: str) -> None:
    cleared(desk, tmp_path)
    firms.grant(*desk, LIBRARY, granted(3), AT)
    stage(desk, "closed")
    before = firms.steps(*desk)
    with pytest.raises(UsageError, match="the case is closed: nothing of it goes to a firm"):
        STEPS[step](desk, tmp_path)
    assert firms.steps(*desk) == before
    firms.withdraw(*desk, FIRM, AT)  # what went is asked back all the same


@pytest.mark.parametrize("step", STEPS)
def test_after_her_no_nothing_more_goes_to_a_firm(desk: Desk, tmp_path: Path, step: str) -> None:
    cleared(desk, tmp_path)
    firms.grant(*desk, LIBRARY, granted(3), AT)
    no = says(desk, yes=False)
    before = firms.steps(*no)
    with pytest.raises(UsageError, match="the client has said no since") as refused:
        STEPS[step](no, tmp_path)
    assert "placement withdraw" in refused.value.hint
    assert firms.steps(*no) == before
    firms.withdraw(*no, FIRM, AT)


def test_a_case_never_offered_without_her_name_needs_no_yes_to_that_and_a_corrected_no_goes_on(
    desk: Desk, tmp_path: Path
) -> None:
    begin(desk)
    sheet(desk, tmp_path / "1", 1)
    again = says(says(desk, yes=False), yes=True)
    firms.answer(*again, FIRM, 1, AT, clear=True)
    firms.conflict_sheet(
        *again, LIBRARY, tmp_path / "2", firm=FIRM, step=2, lock=Lock(passphrase=WORDS), at=AT
    )  # fmt: skip


def test_of_a_closed_case_no_summary_is_made_or_read_and_no_other_firm_is_asked(desk: Desk) -> None:
    begin(desk)
    stage(desk, "closed")
    with pytest.raises(UsageError, match="the case is closed"):
        placing_kept.wishes_of(*desk, LIBRARY, DAY, also=(), chosen={}, not_hers=())
    with pytest.raises(UsageError, match="the case is closed"):
        placing_kept.read_second(*desk, "Bo Chen", DAY, AT, yes=True)
    with pytest.raises(UsageError, match="the case is closed"):
        firms.grant(*desk, LIBRARY, granted(firm=OTHER), AT)


def test_a_relative_takes_back_their_own_release_alone(desk: Desk, tmp_path: Path) -> None:
    store, opened = desk
    answers = opened.case.answer("family[2].name", PersonName("SUN", "Dawei", native="孙大伟"), SAID)
    answers = answers.answer("family[2].birth_date", PartialDate.parse("1985"), SAID)
    desk = store, save_case(store, opened, answers.answer("family[2].relation", "spouse", SAID), AT)
    begin(desk)
    own = granted(whose="family[2]", signer="the person")
    firms.grant(*desk, LIBRARY, own, AT)
    sheet(desk, tmp_path / "1", 1)
    firms.answer(*desk, FIRM, 1, AT, clear=True)
    sheet(desk, tmp_path / "2", 2)
    assert "Dawei" in words_of(tmp_path / "2/documents.pdf")
    with pytest.raises(UsageError, match="no release of this relative's own"):
        firms.withdraw(*desk, FIRM, AT, "family[3]")
    told = firms.withdraw(*desk, FIRM, AT, "family[2]")
    assert [one.step for one in told] == ["client's names"]  # the first sheet names no relative
    request = firms.deletion_request(told, FIRM)
    assert "the second sheet of names of" in request
    assert "Dawei" not in request
    sheet(desk, tmp_path / "3", 2)  # the client's own release goes on, without them
    words = words_of(tmp_path / "3/documents.pdf")
    assert "Xiaomei" in words
    assert "Dawei" not in words
    assert firms.withdraw(*desk, FIRM, AT)
    with pytest.raises(DocumentError, match="took it back"):
        sheet(desk, tmp_path / "4", 2)
