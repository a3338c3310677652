"""Capacity on a firm's list counts down with each case an attorney takes, and comes back with the case."""

from datetime import timedelta
from pathlib import Path

import pytest
from one_library import LIBRARY
from stores.making import AT, SAID, invented, kept, new_tables, set_up

from legalassist.api.placing_clocks import clock_of
from legalassist.api.placing_kept import move
from legalassist.api.placing_matches import attorneys, keep_taking, take_in, taking
from legalassist.errors import UsageError
from legalassist.facts.values import PersonName
from legalassist.stores.cases import OpenCase
from legalassist.stores.store import OpenStore

FIRM, MAIL = "Example LLP", "jo@example.org"


@pytest.fixture
def store(tmp_path: Path) -> OpenStore:
    return set_up(new_tables("memory", tmp_path)).store


def listed(store: OpenStore, folder: Path, capacity: int, days: int = 0) -> None:
    path = folder / f"{days}.csv"
    path.write_text(f"name,firm,email,capacity\nJo Doe,{FIRM},{MAIL},{capacity}\n", encoding="utf-8")
    take_in(store, path, AT + timedelta(days=days))


def left(store: OpenStore) -> int:
    (one,) = attorneys(store)
    return one.capacity


def take(store: OpenStore, opened: OpenCase, days: int) -> int:
    at = AT + timedelta(days=days)
    return keep_taking(store, taking(store, opened, FIRM.upper(), f" {MAIL.title()} ", at), at)


def stage(store: OpenStore, opened: OpenCase, name: str, days: int) -> None:
    at = AT + timedelta(days=days)
    move(store, clock_of(store, opened, LIBRARY, at), name, at)


def test_a_case_that_is_taken_counts_until_it_comes_back_or_is_closed(store: OpenStore, tmp_path: Path) -> None:
    listed(store, tmp_path, 2)
    first, second = kept(store, "2026-0001", invented()), kept(store, "2026-0002", invented())
    for one in (first, second):
        stage(store, one, "placed", 1)
    assert take(store, first, 1) == 1
    assert take(store, first, 1) == 1  # the same case twice is one
    assert take(store, second, 2) == 0
    stage(store, first, "returned", 3)
    assert left(store) == 1
    assert take(store, first, 4) == 0  # and taken again
    stage(store, second, "closed", 5)
    assert left(store) == 1


def test_a_later_list_counts_what_was_taken_before_it(store: OpenStore, tmp_path: Path) -> None:
    listed(store, tmp_path, 1)
    opened = kept(store, case=invented())
    assert take(store, opened, 1) == 0
    listed(store, tmp_path, 1, days=30)
    assert left(store) == 1


def test_who_is_listed_later_under_another_address_is_one_person_and_has_what_was_taken(
    store: OpenStore, tmp_path: Path
) -> None:
    listed(store, tmp_path, 3)
    opened = kept(store, case=invented())
    assert take(store, opened, 0) == 2
    path = tmp_path / "moved.csv"
    path.write_text(f"name,firm,email,capacity\n jo  DOE,{FIRM.lower()}.,j.doe@example.org,3\n", encoding="utf-8")
    take_in(store, path, AT)
    (one,) = attorneys(store)
    assert (one.email, one.capacity) == ("j.doe@example.org", 2)
    with pytest.raises(UsageError, match="on no list of this firm"):
        take(store, opened, 1)
    assert keep_taking(store, taking(store, opened, f"{FIRM}.", "J.Doe@example.org", AT), AT) == 2  # the same case


def test_nobody_takes_a_case_who_is_on_no_list_of_the_firm(store: OpenStore, tmp_path: Path) -> None:
    listed(store, tmp_path, 1)
    opened = kept(store, case=invented())
    for firm, mail in (("Other LLP", MAIL), (FIRM, "ann@example.org")):
        with pytest.raises(UsageError, match="on no list of this firm"):
            taking(store, opened, firm, mail, AT)


def test_nobody_takes_a_case_who_declared_a_conflict_with_an_adverse_name_of_it(
    store: OpenStore, tmp_path: Path
) -> None:
    path = tmp_path / "sworn.csv"
    path.write_text(f"name,firm,email,capacity,conflicts\nJo Doe,{FIRM},{MAIL},2,Big Bank; 周鐵柱\n", encoding="utf-8")
    take_in(store, path, AT)
    adverse = PersonName("ZHOU", "Tiezhu", native="周铁柱")
    opened = kept(store, case=invented().answer("adverse[1].name", adverse, SAID))
    with pytest.raises(UsageError, match="declared a conflict with an adverse name"):
        taking(store, opened, FIRM, MAIL, AT)
    other = kept(store, "2026-0002", invented().answer("adverse[1].name", PersonName("SUN", "Wei"), SAID))
    assert taking(store, other, FIRM, MAIL, AT)
