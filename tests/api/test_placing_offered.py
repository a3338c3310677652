"""What may go out to firms today: read by a second person, true of the answers as they are, and no case's alone."""

import datetime as dt
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from api.test_placing_firms import FIRM, granted
from one_library import LIBRARY
from stores.making import AT, BO, CY, SAID, kept, let_team_in, new_tables, opened_by, set_up

from legalassist.api.placing import make_teaser
from legalassist.api.placing_clocks import clock_of
from legalassist.api.placing_firms import grant, withdraw
from legalassist.api.placing_kept import keep_summary, move_by_hand, on_offer, read_second, wishes_as_read, wishes_of
from legalassist.api.placing_lists import Offered, make_list
from legalassist.api.placing_offered import check_still, every_offer, offered, to_send
from legalassist.api.placing_steps import add_to_shelf
from legalassist.cases.case import Case
from legalassist.errors import DocumentError, UsageError
from legalassist.facts.dates import PartialDate
from legalassist.facts.values import PersonName, Spoken
from legalassist.placement.bands import INVENTED, UNREAD
from legalassist.placement.steps import Summed
from legalassist.stores.cases import OpenCase, save_case
from legalassist.stores.store import OpenStore

DAY = dt.date(2026, 11, 23)
BO_CHEN = "Bo Chen"


def case(reference: str = "k3v9", *, invented: bool = False, name: str = "WANG") -> Case:
    said = {
        "client.name": PersonName(name, "Xiaomei"), "client.birth_date": PartialDate.parse("1990-05-06"),
        "trafficking.kind": ("labor",), "first.detained": False, "placement.may_offer": True,
        "placement.yes_date": PartialDate.parse("2026-11-18"), "placement.yes_language": Spoken("en"),
    }  # fmt: skip
    made = Case(reference, "tvisa", invented=invented)
    for path, value in said.items():
        made = made.answer(path, value, SAID)
    return made


@dataclass
class Desk:
    """A store with one case, and what is done with it."""

    store: OpenStore
    opened: OpenCase
    out: Path

    def answer(self, path: str, value: object) -> None:
        """Answer anew; a summary does not know of it."""
        self.opened = save_case(self.store, self.opened, self.opened.case.answer(path, value, SAID), AT)  # type: ignore[arg-type]

    def summary(self, *also: str, reference: str = "K7M2-Q9X4", **chosen: str) -> None:
        """Make the summary, as the command does."""
        wishes = wishes_of(self.store, self.opened, LIBRARY, DAY, also=also, chosen=chosen, not_hers=())
        until = DAY + timedelta(days=21)
        placed = make_teaser(
            self.opened.case, LIBRARY, self.out, as_of=DAY, reference=reference, answer_by=until, wishes=wishes
        )
        clock = clock_of(self.store, self.opened, LIBRARY, AT)
        keep_summary(self.store, self.opened, placed, clock, on=DAY, answer_by=until, why="", at=AT)

    def second(self, by: str = BO_CHEN) -> None:
        """Have it read, as the command does."""
        check_still(self.store, self.opened, LIBRARY, DAY)
        read_second(self.store, self.opened, by, DAY, AT, yes=True)

    def others(self, count: int, **values: str) -> None:
        """Add to the programme cases with these known values; the next time, they take the place of those before."""
        add_to_shelf(self.store, AT, *(
            Summed(on=DAY.isoformat(), by="x", case=f"{number:032x}", reference=f"X{number:03}-X{number:03}", lines=(),
                   tasks=(), answer_by="2026-12-14", values=values, digest="")
            for number in range(count)
        ))  # fmt: skip

    def stage(self, name: str) -> None:
        """Move the case."""
        move_by_hand(self.store, clock_of(self.store, self.opened, LIBRARY, AT), name, AT)

    def told(self) -> str:
        """Return the plain text of the summary."""
        (text,) = self.out.glob("to-firms/*.txt")
        return text.read_text(encoding="utf-8")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    store = set_up(new_tables("memory", tmp_path)).store
    return Desk(store, kept(store, case=case()), tmp_path / "summary")


def test_a_line_that_has_become_the_cases_alone_goes_nowhere(desk: Desk) -> None:
    desk.others(25, borough="Queens")
    desk.summary("borough", borough="Queens")
    desk.second()
    (one,) = offered(desk.store, [desk.opened], LIBRARY, DAY).cases
    assert one[1].line.also == (("Borough", "Queens"),)
    desk.others(25, borough="Brooklyn")
    with pytest.raises(DocumentError, match="it would make the case stand out") as stopped:
        offered(desk.store, [desk.opened], LIBRARY, DAY)
    assert "make it anew" in stopped.value.hint
    offer = every_offer(desk.store, [desk.opened], LIBRARY, DAY)
    assert (offer.cases, [one for one, _ in offer.left_out]) == ((), ["K7M2-Q9X4"])
    with pytest.raises(DocumentError, match="stand out"):
        desk.second()
    with pytest.raises(DocumentError, match="stand out"):
        to_send(desk.store, desk.opened, LIBRARY, DAY)
    later = DAY + timedelta(days=800)  # the others are of no account any more, unless they are open
    desk.others(25, borough="Queens")
    offered(desk.store, [desk.opened], LIBRARY, later)


def test_other_cases_count_as_their_answers_are_now(desk: Desk) -> None:
    told = case("m4x8").answer("reporting.reported", True, SAID)
    other = Desk(desk.store, kept(desk.store, "2026-0002", told), desk.out.parent / "other")
    desk.answer("reporting.reported", True)
    desk.others(25, cooperation="not yet reported")
    other.summary(reference="P3W6-T8V5")
    desk.summary("cooperation")
    desk.second()
    offered(desk.store, [desk.opened], LIBRARY, DAY)
    other.answer("reporting.reported", False)  # and no summary of it is made anew
    with pytest.raises(DocumentError, match="stand out"):
        offered(desk.store, [desk.opened], LIBRARY, DAY)
    with pytest.raises(UsageError, match="stand out"):
        desk.summary("cooperation")


def test_a_value_that_a_person_said_is_still_said(desk: Desk) -> None:
    desk.others(25, borough="Queens")
    desk.summary(borough="Queens")
    desk.summary("borough")
    assert "Borough: Queens" in desk.told()
    desk.summary("borough", borough="Queens")
    with pytest.raises(UsageError, match="stand out"):
        desk.summary("borough", borough="Brooklyn")


@pytest.mark.parametrize(
    ("path", "value", "label"),
    [("trafficking.kind", ("sex",), "Type"), ("first.detained", True, "Posture; Work asked"),
     ("client.language", Spoken("cmn"), "Language"), ("placement.may_offer", False, "the client has said no")],
)  # fmt: skip
def test_a_summary_that_is_older_than_its_answers_goes_nowhere(
    desk: Desk, path: str, value: object, label: str
) -> None:
    desk.summary()
    desk.second()
    desk.answer("client.other_names[1].name", PersonName("LIU", "Mei"))  # what no line says makes it no older
    offered(desk.store, [desk.opened], LIBRARY, DAY)
    desk.answer(path, value)
    with pytest.raises(DocumentError, match=label):
        offered(desk.store, [desk.opened], LIBRARY, DAY)
    with pytest.raises(DocumentError, match=label):
        desk.second()


def test_a_case_that_a_firm_has_stands_on_no_list(desk: Desk) -> None:
    desk.summary()
    desk.second()
    desk.stage("drafting")
    with pytest.raises(DocumentError, match="one firm at a time") as stopped:
        offered(desk.store, [desk.opened], LIBRARY, DAY)
    assert "stage CASE returned" in stopped.value.hint
    desk.stage("returned")
    with pytest.raises(DocumentError, match="came back since its summary"):
        offered(desk.store, [desk.opened], LIBRARY, DAY)


def test_the_day_to_answer_by_is_ahead(desk: Desk, tmp_path: Path) -> None:
    desk.summary()
    desk.second()
    (one,) = offered(desk.store, [desk.opened], LIBRARY, DAY).cases
    with pytest.raises(UsageError, match="December 14, 2026, is not after the day of the list"):
        make_list([one[1]], LIBRARY, tmp_path / "list", as_of=dt.date(2026, 12, 14), shuffle=range)


@pytest.mark.parametrize("invented", [False, True])
def test_the_band_goes_with_the_yes_to_this_very_text(tmp_path: Path, *, invented: bool) -> None:
    store = set_up(new_tables("memory", tmp_path)).store
    desk = Desk(store, kept(store, case=case(invented=invented)), tmp_path / "summary")

    def send() -> None:
        read = to_send(store, desk.opened, LIBRARY, DAY)
        wishes = wishes_as_read(store, desk.opened, LIBRARY, DAY, read)
        make_teaser(desk.opened.case, LIBRARY, desk.out, as_of=DAY, reference=read.reference,
                    answer_by=dt.date.fromisoformat(read.answer_by), wishes=wishes)  # fmt: skip

    desk.summary()
    assert UNREAD in desk.told()
    assert desk.told().replace("–", "-").isascii()
    with pytest.raises(DocumentError, match="no second reader has said yes"):
        send()
    desk.second()
    banded = desk.told()
    send()
    assert UNREAD not in desk.told()
    assert (INVENTED in desk.told()) is invented
    assert banded.replace(f"{UNREAD}\n\n", "") == desk.told()  # nothing else changed
    desk.summary()
    assert UNREAD in desk.told()
    wishes = wishes_of(store, desk.opened, LIBRARY, DAY, also=(), chosen={}, not_hers=())
    with pytest.raises(DocumentError, match="not the text a second reader said yes to"):
        make_teaser(desk.opened.case, LIBRARY, desk.out, as_of=DAY, reference="K7M2-Q9X4",
                    answer_by=DAY + timedelta(days=9), wishes=replace(wishes, read="of another text"))  # fmt: skip
    desk.answer("trafficking.kind", ("sex",))
    with pytest.raises(DocumentError, match="older than the answers"):
        send()


@pytest.mark.parametrize("read", [True, False])
def test_a_list_of_real_cases_has_no_band_after_the_yes(desk: Desk, tmp_path: Path, *, read: bool) -> None:
    desk.summary()
    desk.second()
    (one,) = offered(desk.store, [desk.opened], LIBRARY, DAY).cases
    phone = [one[1].case.answer("contact.safe_phone", "+17185550142", SAID), case("m4x8", name="LIU").answer(
        "contact.safe_phone", "+17185550142", SAID)]  # fmt: skip
    lines = [one[1].line, replace(one[1].line, reference="P3W6-T8V5")]
    two = [Offered(each, line, read=read) for each, line in zip(phone, lines, strict=True)]
    listed = make_list(two, LIBRARY, tmp_path / "list", as_of=DAY, shuffle=range)
    assert listed.near == (("K7M2-Q9X4", "P3W6-T8V5"),)
    page = (tmp_path / "list/cases.html").read_text(encoding="utf-8")
    assert ("NOT TO BE SENT" in page) is not read
    assert "INVENTED" not in page
    assert "DRAFT" not in page
    assert page.replace("–", "-").isascii()


def test_who_made_the_same_text_earlier_is_not_its_second_reader(desk: Desk) -> None:
    let_team_in(desk.store)
    desk.summary()
    ana, desk.store = desk.store, opened_by(desk.store.tables, BO)
    desk.summary()
    for name in ("Ana Reyes", "A. Reyes", BO_CHEN):
        with pytest.raises(UsageError, match="not its second reader"):
            desk.second(name)
    desk.store = ana
    with pytest.raises(UsageError, match="not its second reader"):
        desk.second(BO_CHEN)
    desk.second("Cy Ortiz")


def test_a_case_with_a_live_release_for_one_firm_is_not_offered_to_all(desk: Desk) -> None:
    desk.summary()
    read_second(desk.store, desk.opened, BO_CHEN, DAY, AT, yes=True)
    assert len(offered(desk.store, [desk.opened], LIBRARY, DAY).cases) == 1
    grant(desk.store, desk.opened, LIBRARY, granted(interpreter="none", language="en"), AT)
    with pytest.raises(DocumentError, match="another firm has a live release") as refused:
        offered(desk.store, [desk.opened], LIBRARY, DAY)
    assert "took the release back" in refused.value.hint
    with pytest.raises(DocumentError, match="another firm has a live release"):
        to_send(desk.store, desk.opened, LIBRARY, DAY)
    ((reference, why),) = every_offer(desk.store, [desk.opened], LIBRARY, DAY).left_out
    assert (reference, "live release" in why) == ("K7M2-Q9X4", True)
    withdraw(desk.store, desk.opened, FIRM, AT)
    assert len(offered(desk.store, [desk.opened], LIBRARY, DAY).cases) == 1


def test_a_closed_case_is_said_to_be_closed(desk: Desk) -> None:
    desk.summary()
    read_second(desk.store, desk.opened, BO_CHEN, DAY, AT, yes=True)
    move_by_hand(desk.store, clock_of(desk.store, desk.opened, LIBRARY, AT), "closed", AT)
    with pytest.raises(DocumentError, match="is closed: nothing of it goes to a firm") as refused:
        offered(desk.store, [desk.opened], LIBRARY, DAY)
    assert "returned" not in refused.value.hint


def test_a_case_on_offer_that_no_key_opens_is_counted(desk: Desk) -> None:
    let_team_in(desk.store)
    desk.summary()
    read_second(desk.store, desk.opened, BO_CHEN, DAY, AT, yes=True)
    number = desk.opened.listed.header.number
    assert on_offer(desk.store) == ((number,), 0)
    assert on_offer(opened_by(desk.store.tables, CY)) == ((), 1)
