"""Who signed is asked again by every step that rests on a release: the answers may say something else since."""

from collections.abc import Callable
from pathlib import Path

import pytest
from api.test_placing_firms import DAY, FIRM, WORDS, Desk, granted
from disclosure.made_files import printed
from one_library import LIBRARY
from stores.making import AL, AT, SAID, kept, let_team_in, new_tables, opened_by, set_up

from legalassist.api import placing_firms as firms
from legalassist.api.placing_firms import Lock
from legalassist.api.placing_hand_over import HandOver, hand_over
from legalassist.cases.case import Case
from legalassist.errors import DocumentError, UsageError
from legalassist.facts.dates import PartialDate
from legalassist.facts.values import PersonName, Value
from legalassist.stores.cases import save_case

GUARDIAN = {"signer": "safe guardian", "signed_by": "Chen Guifang", "child": "signed"}
DELETE_BY = DAY.replace(day=28)
LOCK = Lock(passphrase=WORDS)
ADVERSE: tuple[str, Value] = ("adverse[1].name", PersonName("CHEN", "Guifang"))
NOW_A_CHILD: tuple[str, Value] = ("client.birth_date", PartialDate.parse("2010-05-05"))


def desk_of(folder: Path, born: str) -> Desk:
    made = Case("k3v9", "tvisa", invented=True)
    made = made.answer("client.name", PersonName("LIN", "Mei"), SAID)
    made = made.answer("client.birth_date", PartialDate.parse(born), SAID)
    made = made.answer("family[1].name", PersonName("LIN", "Dabao"), SAID)
    made = made.answer("family[1].birth_date", PartialDate.parse("2015"), SAID)
    made = made.answer("first.conflict_names", "Golden Pear Kitchen", SAID)
    store = set_up(new_tables("memory", folder)).store
    return store, kept(store, case=made)


def answered(desk: Desk, path: str, value: Value) -> Desk:
    return desk[0], save_case(*desk, desk[1].case.answer(path, value, SAID), AT)


def grant(desk: Desk, stage: int = 2, **changed: str) -> None:
    firms.grant(*desk, LIBRARY, granted(stage, **changed), AT)


def undertake(desk: Desk) -> None:
    firms.undertake(*desk, LIBRARY, FIRM, DELETE_BY, AT)


def asked(desk: Desk, step: int) -> None:
    firms.ask_by_telephone(*desk, LIBRARY, FIRM, step, AT)


def clear(desk: Desk, step: int) -> None:
    asked(desk, step)
    firms.answer(*desk, FIRM, step, AT, clear=True)


def over(desk: Desk, folder: Path) -> None:
    paper = folder / "packet.pdf"
    paper.write_bytes(printed())
    wanted = HandOver((paper,), by_word=(paper,))
    hand_over(*desk, LIBRARY, wanted, folder / "3", firm=FIRM, lock=LOCK, at=AT)


def sheet(desk: Desk, folder: Path, step: int) -> None:
    firms.conflict_sheet(*desk, LIBRARY, folder / f"{step}", firm=FIRM, step=step, lock=LOCK, at=AT)


def every_step(folder: Path) -> tuple[Callable[[Desk], None], ...]:
    """Return the steps with a firm that rest on a release, in their order."""
    return (
        undertake, lambda desk: sheet(desk, folder, 1), lambda desk: asked(desk, 1),
        lambda desk: sheet(desk, folder, 2), lambda desk: asked(desk, 2),
        lambda desk: firms.retain(*desk, LIBRARY, FIRM, AT), lambda desk: over(desk, folder),
    )  # fmt: skip


@pytest.mark.parametrize(("born", "signed", "since", "why"), [
    ("2010-03-01", GUARDIAN, ADVERSE, "name of an adverse person"),
    ("2010-03-01", GUARDIAN, ("first.conflict_names", "Chen Guifang"), "name of an adverse person"),
    ("1999", {}, NOW_A_CHILD, "under 18"),
    ("2010-03-01", GUARDIAN, ("client.birth_date", PartialDate.parse("1999")), "18 or older"),
    ("1999", {"interpreter": "Chen Guifang"}, ADVERSE, "interpreter has, or may have, the name of an adverse person"),
    ("2010-03-01", GUARDIAN, ("hardship.fear", "my mother sold me"), "relative who is meant by a role"),
])  # fmt: skip
def test_no_step_goes_on_under_a_release_that_somebody_else_had_to_sign(
    tmp_path: Path, born: str, signed: dict[str, str], since: tuple[str, Value], why: str
) -> None:
    desk = desk_of(tmp_path, born)
    grant(desk, **signed)
    desk = answered(desk, *since)
    with pytest.raises(DocumentError, match=f"counts no more, by what the case says now: .*{why}") as refused:
        undertake(desk)
    assert "record a new release" in (refused.value.hint or "")
    assert "Guifang" not in f"{refused.value} {refused.value.hint}"
    assert len(firms.steps(*desk)) == 1  # nothing was kept but the release


@pytest.mark.parametrize(("born", "signed", "since"), [
    ("2010-03-01", GUARDIAN, ADVERSE), ("1999", {}, NOW_A_CHILD),
])  # fmt: skip
def test_what_was_clear_before_opens_nothing_until_a_new_release_is_signed(
    tmp_path: Path, born: str, signed: dict[str, str], since: tuple[str, Value]
) -> None:
    desk = desk_of(tmp_path, born)
    grant(desk, **signed)
    grant(desk, 3, **signed)
    undertake(desk)
    clear(desk, 1)
    clear(desk, 2)
    firms.retain(*desk, LIBRARY, FIRM, AT)
    desk = answered(desk, *since)
    for go in every_step(tmp_path):
        with pytest.raises(DocumentError, match="counts no more"):
            go(desk)
    firms.answer(*desk, FIRM, 2, AT, clear=True)  # what the firm says is written down all the same
    other = {**GUARDIAN, "signed_by": "Zheng Bin"}
    grant(desk, 3, **other)
    with pytest.raises(DocumentError, match=r"for stage 2 of .* counts no more"):
        over(desk, tmp_path)
    grant(desk, **other)
    undertake(desk)
    clear(desk, 1)
    clear(desk, 2)
    firms.retain(*desk, LIBRARY, FIRM, AT)
    over(desk, tmp_path)
    assert (tmp_path / "3").is_dir()


def test_a_relatives_own_release_is_asked_again_before_their_name_goes_out(tmp_path: Path) -> None:
    desk = desk_of(tmp_path, "1990")
    grant(desk)
    grant(desk, whose="family[1]", **GUARDIAN)
    undertake(desk)
    desk = answered(desk, *ADVERSE)
    clear(desk, 1)  # without a relative's name
    with pytest.raises(DocumentError, match=r"the release of family\[1\] for stage 2 .* counts no more") as refused:
        sheet(desk, tmp_path, 2)
    assert "--whose family[1]" in (refused.value.hint or "")
    grant(desk, whose="family[1]", **{**GUARDIAN, "signed_by": "Zheng Bin"})
    clear(desk, 2)


def test_what_an_attorney_recorded_of_that_name_counts_later_as_well(tmp_path: Path) -> None:
    desk = desk_of(tmp_path, "2010-03-01")
    desk = answered(desk, "hardship.fear", "my mother sold me")
    let_team_in(desk[0])
    grant((opened_by(desk[0].tables, AL), desk[1]), **GUARDIAN, not_meant="she is a teacher of hers")
    undertake(desk)
    clear(desk, 1)
    desk = answered(desk, *ADVERSE)
    with pytest.raises(DocumentError, match="name of an adverse person"):
        clear(desk, 2)


def test_a_release_is_the_clients_or_a_relatives_and_of_no_other_row(tmp_path: Path) -> None:
    desk = desk_of(tmp_path, "1990")
    desk = answered(desk, *ADVERSE)
    for row in ("adverse[1]", "family[2]", "client.other_names[1]", "FAMILY[1]", "clients"):
        with pytest.raises(UsageError, match="no such relative in the case"):
            grant(desk, whose=row, signer="the person")
    grant(desk, whose="client", signer="the person")
    undertake(desk)  # it is her own
    assert firms.steps(*desk)[0] == granted()
