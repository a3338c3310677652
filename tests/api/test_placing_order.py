"""The order of steps with firms in the store: the retainer, a case that comes back, one firm at a time."""

from datetime import timedelta
from pathlib import Path

import pikepdf
import pytest
from api.test_placing_firms import DAY, FIRM, WORDS, Desk, begin, case, granted, sheet
from disclosure.made_files import printed
from one_library import LIBRARY
from stores.making import AT, BO, CY, SAID, kept, let_team_in, new_tables, opened_by, set_up

from legalassist.api import placing_firms as firms
from legalassist.api.placing_clocks import clock_of
from legalassist.api.placing_firms import Lock
from legalassist.api.placing_hand_over import HandOver, hand_over
from legalassist.api.placing_kept import move_by_hand, stages_of
from legalassist.errors import DocumentError, StoreError, UsageError
from legalassist.facts.values import PersonName
from legalassist.placement.releases import Retained
from legalassist.stores.cases import save_case

OTHER = "Other LLP"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    store = set_up(new_tables("memory", tmp_path)).store
    return store, kept(store, case=case())


def cleared(desk: Desk, folder: Path) -> None:
    begin(desk)
    for step in (1, 2):
        sheet(desk, folder / str(step), step)
        firms.answer(*desk, FIRM, step, AT, clear=True)


def over(desk: Desk, out: Path, *papers: Path, internal: bool = False) -> firms.Gone:
    wanted = HandOver(papers, internal=internal, by_word=papers)
    return hand_over(*desk, LIBRARY, wanted, out, firm=FIRM, lock=Lock(passphrase=WORDS), at=AT)


def stage(desk: Desk, name: str) -> None:
    move_by_hand(desk[0], clock_of(*desk, LIBRARY, AT), name, AT)


def at_stage(desk: Desk) -> str:
    (found,) = stages_of(desk[0]).values()
    return found


def test_a_retainer_stands_on_both_answers_and_a_release_for_the_file(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="stage 3"):
        firms.retain(*desk, LIBRARY, FIRM, AT)
    begin(desk)
    firms.grant(*desk, LIBRARY, granted(3), AT)
    for step in (1, 2):
        with pytest.raises(DocumentError, match="has not said 'clear'"):
            firms.retain(*desk, LIBRARY, FIRM, AT)
        sheet(desk, tmp_path / str(step), step)
        firms.answer(*desk, FIRM, step, AT, clear=True)
    with pytest.raises(UsageError, match="another firm has a live release"):
        firms.retain(*desk, LIBRARY, OTHER, AT)
    firms.retain(*desk, LIBRARY, FIRM, AT)
    firms.retain(*desk, LIBRARY, FIRM.upper(), AT)  # said twice, kept once
    assert sum(isinstance(one, Retained) for one in firms.steps(*desk)) == 1
    for again in (
        lambda: firms.retain(*desk, LIBRARY, OTHER, AT),
        lambda: firms.undertake(*desk, LIBRARY, OTHER, DAY + timedelta(days=9), AT),
        lambda: firms.grant(*desk, LIBRARY, granted(firm=OTHER), AT),
    ):  # fmt: skip
        with pytest.raises(UsageError, match="another firm has the signed retainer"):
            again()


def test_a_case_that_came_back_begins_anew_with_the_same_firm(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "packet.pdf").write_bytes(printed())
    cleared(desk, tmp_path)
    firms.grant(*desk, LIBRARY, granted(3), AT)
    firms.retain(*desk, LIBRARY, FIRM, AT)
    over(desk, tmp_path / "3", tmp_path / "packet.pdf")
    assert at_stage(desk) == "placed"
    stage(desk, "returned")
    with pytest.raises(DocumentError, match="stage 3 is on record since the case came back"):
        over(desk, tmp_path / "4", tmp_path / "packet.pdf")
    with pytest.raises(DocumentError, match="stage 2 is on record since the case came back"):
        sheet(desk, tmp_path / "5", 1)
    with pytest.raises(UsageError, match="its answer counts for nothing"):
        firms.answer(*desk, FIRM, 1, AT, clear=True)
    assert not (tmp_path / "4").exists()
    assert at_stage(desk) == "returned"
    assert len(firms.withdraw(*desk, FIRM, AT)) == 3  # what the firm has is still known, to be asked back
    firms.grant(*desk, LIBRARY, granted(firm=OTHER), AT)  # and another firm may be asked


def test_a_late_answer_is_refused_and_counts_for_no_other_release(desk: Desk, tmp_path: Path) -> None:
    begin(desk)
    sheet(desk, tmp_path / "1", 1)
    firms.answer(*desk, FIRM, 1, AT, clear=True)
    sheet(desk, tmp_path / "2", 2)
    firms.withdraw(*desk, FIRM, AT)
    for _ in range(2):  # before a new release, and under it
        with pytest.raises(UsageError, match="belongs to a release that is over"):
            firms.answer(*desk, FIRM, 2, AT, clear=True)
        firms.grant(*desk, LIBRARY, granted(), AT)
    with pytest.raises(DocumentError, match="undertaking is not on record under this release"):
        firms.ask_by_telephone(*desk, LIBRARY, FIRM, 1, AT)
    firms.undertake(*desk, LIBRARY, FIRM, DAY + timedelta(days=30), AT)
    sheet(desk, tmp_path / "3", 1)
    firms.answer(*desk, FIRM, 1, AT, clear=True)
    firms.grant(*desk, LIBRARY, granted(3), AT)
    with pytest.raises(UsageError, match="belongs to a release that is over"):
        firms.answer(*desk, FIRM, 2, AT, clear=True)
    with pytest.raises(DocumentError, match="has not said 'clear' to the client's names"):
        firms.retain(*desk, LIBRARY, FIRM, AT)
    sheet(desk, tmp_path / "4", 2)
    with pytest.raises(DocumentError, match="ended at"):
        firms.answer(*desk, FIRM, 2, AT + timedelta(days=15), clear=True)


def test_a_newer_release_for_names_says_that_the_firm_is_asked_anew(desk: Desk) -> None:
    assert not firms.grant(*desk, LIBRARY, granted(), AT)
    firms.undertake(*desk, LIBRARY, FIRM, DAY + timedelta(days=30), AT)
    assert not firms.grant(*desk, LIBRARY, granted(3), AT)
    own = granted(whose="family[1]", signer="safe guardian", signed_by="Li Na", child="signed")
    assert not firms.grant(*desk, LIBRARY, own, AT)
    assert firms.grant(*desk, LIBRARY, granted(firm=FIRM.upper()), AT)


def test_whoever_cannot_open_a_case_does_not_give_it_back(desk: Desk, tmp_path: Path) -> None:
    let_team_in(desk[0])
    begin(desk)
    sheet(desk, tmp_path / "1", 1)
    clock = clock_of(*desk, LIBRARY, AT)
    with pytest.raises(StoreError):
        move_by_hand(opened_by(desk[0].tables, CY), clock, "returned", AT)
    assert at_stage(desk) == "conflict check"


def test_an_undertaking_needs_a_release_and_its_day(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="no written release"):
        firms.undertake(*desk, LIBRARY, FIRM, DAY + timedelta(days=30), AT)
    firms.grant(*desk, LIBRARY, granted(), AT)
    for days, message in ((0, "is over"), (91, "within 90 days"), (3650, "within 90 days")):
        with pytest.raises(UsageError, match=message):
            firms.undertake(*desk, LIBRARY, FIRM, DAY + timedelta(days=days), AT)
    firms.undertake(*desk, LIBRARY, FIRM, DAY + timedelta(days=90), AT)
    firms.undertake(*desk, LIBRARY, FIRM, DAY + timedelta(days=2), AT)
    with pytest.raises(DocumentError, match="undertaking is over"):
        sheet(desk, tmp_path / "1", 1, at=AT + timedelta(days=2))


def test_papers_of_internal_go_nowhere_unless_a_supervisor_says_so(desk: Desk, tmp_path: Path) -> None:
    cleared(desk, tmp_path)
    firms.grant(*desk, LIBRARY, granted(3), AT)
    firms.retain(*desk, LIBRARY, FIRM, AT)
    packet, summary = tmp_path / "packet", tmp_path / "summary"
    names = ("filing/packet.pdf", "internal/memo.pdf", "pieces/memo.pdf")
    made = [packet / name for name in names]
    made += [summary / name for name in ("to-firms/K7M2.pdf", "internal/K7M2-reader.pdf", "internal/record.json")]
    for path in made:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(printed() if path.suffix == ".pdf" else b"{}")
    (packet / "manifest.json").write_text("{}", encoding="utf-8")  # one that cannot be read tells nothing good
    (tmp_path / "link.pdf").symlink_to(made[1])
    apart = tmp_path / "sent/Internal/memo.pdf"  # somebody moved the folder away from its packet
    apart.parent.mkdir(parents=True)
    apart.write_bytes(printed())
    let_team_in(desk[0])
    bo: Desk = (opened_by(desk[0].tables, BO), desk[1])
    around = packet / "filing/../internal/memo.pdf"
    for paper in (*made[1:3], *made[4:], tmp_path / "link.pdf", packet / "internal", around, apart):
        for who in (desk, bo):
            with pytest.raises(UsageError, match="only a supervisor hands them over, with --internal"):
                over(who, tmp_path / "3", paper)
    with pytest.raises(UsageError, match="only a supervisor"):
        over(bo, tmp_path / "3", made[0], internal=True)  # the option is a supervisor's, whatever it would add
    over(desk, tmp_path / "3", summary)
    with pikepdf.open(tmp_path / "3/documents.pdf", password=WORDS) as locked:
        assert list(locked.attachments) == ["02.xlsx", "03.pdf"]  # of a summary what firms may have, and no more
    over(desk, tmp_path / "4", made[1], internal=True)


def test_a_name_that_came_to_the_case_since_is_asked_before_anything_goes_on(desk: Desk, tmp_path: Path) -> None:
    begin(desk)
    sheet(desk, tmp_path / "1", 1)
    firms.answer(*desk, FIRM, 1, AT, clear=True)
    more = desk[1].case.answer("adverse[1].name", PersonName("LIN", "Dahai"), SAID)
    desk = desk[0], save_case(*desk, more, AT)
    with pytest.raises(DocumentError, match="since the firm was asked about the adverse names") as refused:
        sheet(desk, tmp_path / "2", 2)
    assert "Dahai" not in str(refused.value)
    for step in (1, 2):
        sheet(desk, tmp_path / f"{step} anew", step)
        firms.answer(*desk, FIRM, step, AT, clear=True)
    firms.grant(*desk, LIBRARY, granted(3), AT)
    old = desk[1].case.answer("client.other_names[1].name", PersonName("CHEN", "Sulan"), SAID)
    desk = desk[0], save_case(*desk, old, AT)
    with pytest.raises(DocumentError, match="since the firm was asked about the client's names"):
        firms.retain(*desk, LIBRARY, FIRM, AT)


def test_what_no_sheet_may_say_is_asked_by_telephone_in_the_same_order(desk: Desk, tmp_path: Path) -> None:
    named = desk[1].case.answer("adverse[1].name", PersonName("WANG", "Dabao"), SAID)  # a relative's whole name
    desk = desk[0], save_case(*desk, named, AT)
    with pytest.raises(DocumentError, match="no written release"):
        firms.ask_by_telephone(*desk, LIBRARY, FIRM, 1, AT)
    begin(desk)
    with pytest.raises(DocumentError, match="would name the client"):
        sheet(desk, tmp_path / "1", 1)
    with pytest.raises(UsageError, match="was not asked this"):
        firms.answer(*desk, FIRM, 1, AT, clear=True)
    with pytest.raises(DocumentError, match="'clear' to the adverse names"):
        firms.ask_by_telephone(*desk, LIBRARY, FIRM, 2, AT)
    firms.ask_by_telephone(*desk, LIBRARY, FIRM, 1, AT)
    with pytest.raises(DocumentError, match="'clear' to the adverse names"):
        sheet(desk, tmp_path / "2", 2)
    firms.answer(*desk, FIRM, 1, AT, clear=True)
    sheet(desk, tmp_path / "2", 2)
    assert at_stage(desk) == "conflict check"
    assert "what we said by telephone on 2026-11-23" in firms.deletion_request(firms.withdraw(*desk, FIRM, AT), FIRM)


def test_a_firm_that_was_not_clear_says_clear_no_more_while_another_is_asked(desk: Desk, tmp_path: Path) -> None:
    begin(desk)
    sheet(desk, tmp_path / "1", 1)
    firms.answer(*desk, FIRM, 1, AT, clear=False)
    firms.answer(*desk, FIRM, 1, AT, clear=True)  # the last answer counts while nobody else is asked
    firms.answer(*desk, FIRM, 1, AT, clear=False)
    firms.grant(*desk, LIBRARY, granted(firm=OTHER), AT)
    with pytest.raises(UsageError, match="turn is over: another firm has a live release"):
        firms.answer(*desk, FIRM, 1, AT, clear=True)
    firms.answer(*desk, FIRM, 1, AT, clear=False)
    firms.undertake(*desk, LIBRARY, OTHER, DAY + timedelta(days=30), AT)  # the other one goes on
    firms.withdraw(*desk, OTHER, AT)
    firms.answer(*desk, FIRM, 1, AT, clear=True)


@pytest.mark.parametrize("language", ["xx", "klingon", "z", "zh_Hens"])
def test_a_release_is_read_aloud_in_a_language_there_is(desk: Desk, language: str) -> None:
    with pytest.raises(UsageError, match="there is no language"):
        firms.grant(*desk, LIBRARY, granted(language=language), AT)


@pytest.mark.parametrize("language", ["zh_Hans", "zh-Hant", "cmn", "yue", "cdo", "Cantonese", "es"])
def test_a_language_is_told_by_its_code_or_our_tag(desk: Desk, language: str) -> None:
    firms.grant(*desk, LIBRARY, granted(language=language), AT)


def test_nothing_is_asked_back_where_nothing_went(desk: Desk) -> None:
    begin(desk)
    told = firms.deletion_request(firms.withdraw(*desk, FIRM, AT), FIRM)
    assert "nothing was sent" in told
    assert "delete" not in told
