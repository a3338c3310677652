"""The print log holds the version that was printed, called back by its code and when the clinic's lines change."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from handouts.shelf import TOPIC, shelf

from legalassist.api.handout_list import list_pieces
from legalassist.api.handout_records import approve_sheet, clearances_of, log_copies, recall, sheet_of
from legalassist.api.handout_run import Run
from legalassist.api.opening import open_clinic
from legalassist.api.printing import print_run
from legalassist.documents.clinic import Outreach
from legalassist.errors import UsageError
from legalassist.handouts.piece import PLAIN
from legalassist.handouts.profiles import read_profile
from legalassist.handouts.records import FILE, Records, read_records
from legalassist.library import Library

DAY = date(2026, 11, 26)
OWN = {
    "url": "https://example.org/help", "hours": {"en": "Mon–Fri", "zh_Hans": "星期一至五"}, "plain_name": "Office",
    "plain_url": "https://example.org/hours", "advertising": "Attorney Advertising", "disclaimer": "Funded by nobody.",
}  # fmt: skip


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory, library: Library) -> Run:
    """A clinic with lines of its own that has signed the sheet of its one topic, which has a plain variant."""
    folder = tmp_path_factory.mktemp("log")
    topic = TOPIC.replace("title:", "plain_title: At work\ntitle:").replace(
        "    authorities: [KY-02]\n", "    authorities: [KY-02]\n    plain: yes\n")  # fmt: skip
    own = shelf(folder / "own", library, topic, plain="工作时")
    clinic = open_clinic(own).model_copy(update={"handouts": Outreach.model_validate(OWN)})
    first = Run(own, clinic, DAY)
    sheet = sheet_of(first, "at-shop", "zh_Hans")
    approve_sheet(
        first, folder / "signed", "at-shop", "zh_Hans", sheet.code, by="je", read_by="Y. Lin", known="teaches"
    )
    return replace(first, clearances=clearances_of(own, read_records(folder / "signed")))


def with_own(run: Run, **changed: object) -> Run:
    return replace(run, clinic=run.clinic.model_copy(update={"handouts": Outreach.model_validate({**OWN, **changed})}))


def ways(run: Run) -> dict[str, Run]:
    """Return the run as it prints in every way that makes a version of its own."""
    shop = read_profile(run.library, "shop")
    return {
        "open": run, "with a code": replace(run, scanned=True), "for a shop": replace(run, profile=shop),
        "plain": replace(run, variant=PLAIN),
    }  # fmt: skip


def test_each_way_of_printing_is_logged_as_the_version_at_its_foot(run: Run, tmp_path: Path) -> None:
    codes = {}
    for place, (way, so) in enumerate(list(ways(run).items())[1:]):
        (row,) = print_run(so, ["at-shop"], ["palm"], ["en"], tmp_path / str(place), final=True).rows
        record = log_copies(so, tmp_path / "log", "at-shop", "palm", "en", 10, foot=row.code.lower())
        assert record.code == row.code, way
        assert (record.variant, record.profile, record.scanned) == (so.variant, so.profile.name, so.scanned)
        codes[way] = row.code
    assert len(set(codes.values())) == len(codes)
    records = read_records(tmp_path / "log")
    assert recall(run, records) == ()
    for code in codes.values():
        wide = code.translate({ord(one): 0xFEE0 + ord(one) for one in code})
        for typed in (code, code.lower(), f" {code} ", wide):
            (found,) = recall(run, records, [typed])
            assert (found.record.code, found.why) == (code, (f"is version {code}",))


def test_copies_of_another_version_are_refused_and_not_logged(run: Run, tmp_path: Path) -> None:
    scanned = log_copies(replace(run, scanned=True), tmp_path, "at-shop", "palm", "en", 10)
    before = (tmp_path / FILE).read_bytes()
    with pytest.raises(UsageError, match="the copies are of another") as refused:
        log_copies(run, tmp_path, "at-shop", "palm", "en", 10, foot=scanned.code)
    assert "--code" in refused.value.hint
    assert (tmp_path / FILE).read_bytes() == before


def test_a_version_that_was_never_logged_is_said_to_be_none(run: Run, tmp_path: Path) -> None:
    log_copies(run, tmp_path, "at-shop", "palm", "en", 10)
    with pytest.raises(UsageError, match="no copies of version BCDF are in the print log"):
        recall(run, read_records(tmp_path), ["bcdf"])
    with pytest.raises(UsageError, match="no handout can carry 'door'"):  # no version has a vowel in it
        recall(run, read_records(tmp_path), ["door"])


@pytest.fixture(scope="module")
def logged(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Records:
    folder = tmp_path_factory.mktemp("logged")
    for form, language, way in (
        ("half", "en", "open"), ("half", "zh_Hans", "with a code"), ("wallet", "en", "open"), ("half", "en", "plain"),
    ):  # fmt: skip
        log_copies(ways(run)[way], folder, "at-shop", form, language, 10)
    return read_records(folder)


@pytest.mark.parametrize(
    ("changed", "whose", "what"),
    [
        ({"hours": {"en": "Mon–Thu", "zh_Hans": "星期一至五"}}, (0, 2, 3), "hours"),
        ({"hours": {"en": "Mon–Fri", "zh_Hans": "星期一至四"}}, (1,), "hours"), ({"hours": {}}, (0, 1, 2, 3), "hours"),
        ({"url": "https://example.org/here"}, (1,), "address"), ({"url": ""}, (1,), "address"),
        ({"plain_url": "https://example.org/now"}, (3,), "address"), ({"plain_name": "Bureau"}, (3,), "name"),
        ({"card_name": "Example"}, (2,), "name"), ({"advertising": ""}, (0, 1, 2), "lines"),
        ({"disclaimer": "Funded by us."}, (0, 1), "lines"),
    ],
)  # fmt: skip
def test_what_the_clinic_says_otherwise_of_itself_is_called_back_where_it_was_printed(
    run: Run, logged: Records, changed: dict[str, object], whose: tuple[int, ...], what: str
) -> None:
    assert recall(run, logged) == ()
    found = recall(with_own(run, **changed), logged)
    assert [logged.printed.index(one.record) for one in found] == list(whose)
    assert {one.why for one in found} == {(f"the clinic's {what} changed",)}


def test_a_clinic_file_that_is_refused_keeps_nobody_from_calling_back(run: Run, logged: Records) -> None:
    found = recall(with_own(run, hours="Mon–Fri, 718-555-0199"), logged)
    assert {one.why for one in found} == {("the clinic's own words changed",)}
    assert len(found) == 4


def test_the_list_holds_a_piece_against_the_copies_of_its_own_variant(run: Run, logged: Records) -> None:
    listed = {(one.format, one.language): one for one in list_pieces(run, logged, ["at-shop"]) if one.printed}
    assert {place: one.changed for place, one in listed.items()} == {
        ("half", "en"): (), ("half", "zh_Hans"): (), ("wallet", "en"): (),
    }  # fmt: skip
    later = {(one.format, one.language): one.changed for one in
             list_pieces(with_own(run, url="https://example.org/x"), logged, ["at-shop"]) if one.printed}  # fmt: skip
    assert later["half", "zh_Hans"] == ("the clinic's address changed",)
    assert later["half", "en"] == ()


def test_a_record_from_before_the_clinics_lines_were_kept_is_read(logged: Records, run: Run, tmp_path: Path) -> None:
    first = logged.printed[0].model_dump_json(exclude={"own", "profile", "scanned"})
    (tmp_path / FILE).write_text(f"{first}\n", encoding="utf-8")
    assert recall(with_own(run, hours="never"), read_records(tmp_path)) == ()


def test_the_log_holds_no_words_of_the_clinic(logged: Records) -> None:
    told = "".join(one.model_dump_json() for one in logged.printed)
    assert not [word for word in ("Mon", "星期", "example.org", "Office", "Funded") if word in told]
