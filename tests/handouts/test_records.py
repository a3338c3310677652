"""The clinic's records: a signed sheet clears, a change bands again, calls and acknowledgments lapse, recall finds."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from handouts.shelf import TOPIC, shelf
from one_library import LIBRARY

from legalassist.api.approving import approve, ledger_of
from legalassist.api.handout_list import list_pieces
from legalassist.api.handout_records import (
    acknowledge,
    approve_sheet,
    clearances_of,
    contact_checked,
    log_copies,
    ready,
    recall,
    sheet_of,
)
from legalassist.api.handout_run import Run
from legalassist.api.opening import open_clinic
from legalassist.api.printing import print_run
from legalassist.api.translating import texts
from legalassist.documents.clinic import Told
from legalassist.documents.tags.tagged import tagged_text
from legalassist.errors import ContentError, UsageError
from legalassist.handouts.contacts import contact_numbers
from legalassist.handouts.formats import BOTH
from legalassist.handouts.kit import kit_texts
from legalassist.handouts.piece import PLAIN
from legalassist.handouts.records import FILE, Called, add_records, read_records
from legalassist.law.authorities import Authorities
from legalassist.library import Library
from legalassist.reviews.ledger import LEDGER, State, Step

DAY = date(2026, 11, 25)
NUMBERS = contact_numbers(Authorities.load())


def run_on(library: Library, records: Path | None, day: date = DAY, variant: str = "open") -> Run:
    return Run(library, open_clinic(library), day, clearances_of(library, read_records(records)), variant)


@pytest.fixture
def own(tmp_path: Path, library: Library) -> Library:
    return shelf(tmp_path / "shelf", library, TOPIC.replace("title:", "plain_title: At work\ntitle:").replace(
        "    authorities: [KY-02]\n", "    authorities: [KY-02]\n    plain: yes\n"), plain="工作时")  # fmt: skip


@pytest.fixture
def cleared(own: Library, tmp_path: Path) -> Path:
    """A handout shelf on which the attorney has signed the Chinese sheet of the topic."""
    records = tmp_path / "handouts"
    sheet = sheet_of(run_on(own, None), "at-shop", "zh_Hans")
    approve_sheet(
        run_on(own, None), records, "at-shop", "zh_Hans", sheet.code, by="je", read_by="Y. Lin", known="teaches"
    )
    return records


def test_one_sheet_clears_a_topic_in_both_languages_and_no_copy_has_a_band(
    own: Library, cleared: Path, tmp_path: Path
) -> None:
    run = run_on(own, cleared)
    done = print_run(run, ["at-shop"], ["wallet"], ["en", BOTH], tmp_path / "out", final=True)
    assert [row.banded for row in done.rows] == [False] * 2
    text = tagged_text((done.out / done.rows[0].file).read_bytes())
    assert "NOT REVIEWED" not in text
    assert "212-555-0100" in text
    assert [one.steps for one in ready(run, ["at-shop"])] == [0, 0]


def test_without_a_signed_sheet_final_is_refused_and_nothing_is_written(own: Library, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not cleared, and not printed as final: at-shop-wallet-en"):
        print_run(run_on(own, None), ["at-shop"], ["wallet"], ["en"], tmp_path / "out", final=True)
    assert not (tmp_path / "out").exists()


def test_the_shortest_way_comes_first(library: Library) -> None:
    found = ready(run_on(library, None), ["at-the-door", "card-to-show", "phone-safety"])
    assert [one.steps for one in found] == sorted(one.steps for one in found)
    assert {"KY-05", "KY-07"} <= set(next(one for one in found if one.topic == "at-the-door").authorities)
    assert next(one for one in found if one.topic == "phone-safety").authorities == ()


def test_a_sheet_signed_before_a_change_is_refused(own: Library, tmp_path: Path, library: Library) -> None:
    code = sheet_of(run_on(own, None), "at-shop", "zh_Hans").code
    other = shelf(tmp_path / "later", library, silent_text="我不说话。")
    with pytest.raises(UsageError, match="is not today's"):
        approve_sheet(
            run_on(other, None), tmp_path / "x", "at-shop", "zh_Hans", code, by="je", read_by="Y. Lin", known="teaches"
        )
    assert not (tmp_path / "x").exists()
    assert other.find(LEDGER) is None


@pytest.mark.parametrize(
    ("by", "read_by", "message"),
    [
        ("mm", "Y. Lin", "made by an attorney"),
        ("je", None, "needs 2 people"),
        ("je", "je", "needs 2 people"),
        ("je", "JE", "needs 2 people"),
        ("je", "Example, Jordan", "needs 2 people"),
        ("je", "Y. Lin", "nobody in clinic.yaml has this code or name"),
    ],
)
def test_only_an_attorney_approves_and_chinese_takes_a_second_reader(
    own: Library, tmp_path: Path, by: str, read_by: str | None, message: str
) -> None:
    run = run_on(own, None)
    code = sheet_of(run, "at-shop", "zh_Hans").code
    with pytest.raises(UsageError, match=message):
        approve_sheet(run, tmp_path / "x", "at-shop", "zh_Hans", code, by=by, read_by=read_by)


def test_with_one_reader_the_attorney_who_reads_chinese_approves_alone(own: Library, tmp_path: Path) -> None:
    clinic = own.get("interviews/tvisa/examples/clinic.yaml").text
    (tmp_path / "shelf/clinic.yaml").write_text(f"translation_readers: 1\n{clinic}", encoding="utf-8")
    run = run_on(own, None)
    sheet = sheet_of(run, "at-shop", "zh_Hans")
    approve_sheet(run, tmp_path / "handouts", "at-shop", "zh_Hans", sheet.code, by="je")
    assert all(one.texts == 0 for one in ready(run_on(own, tmp_path / "handouts"), ["at-shop"]))


def test_the_papers_of_a_session_have_a_sheet_of_their_own(own: Library, tmp_path: Path) -> None:
    records, texts = tmp_path / "handouts", kit_texts(own, "zh_Hans")
    assert not run_on(own, None).standing(texts, ()).cleared
    sheet = sheet_of(run_on(own, None), "session", "zh_Hans")
    assert {one.context for one in sheet.texts} == {one.context for one in texts}
    approve_sheet(
        run_on(own, None), records, "session", "zh_Hans", sheet.code, by="je", read_by="Y. Lin", known="teaches"
    )
    assert run_on(own, records).standing(texts, ()).cleared


def test_one_yes_counts_for_handouts_and_translations_alike(own: Library, cleared: Path) -> None:
    """One ledger: what the attorney signed for a handout, `translate status` counts as approved, and the reverse."""
    assert {one.state for one in texts(own, "zh_Hans", "kyr", "at-shop")} == {State.APPROVED}
    entries = ledger_of(own).entries
    assert {one.sheet for one in entries} == {sheet_of(run_on(own, None), "at-shop", "zh_Hans").code}
    own.get(LEDGER).path.unlink()
    assert any(one.texts for one in ready(run_on(own, cleared), ["at-shop"]))
    for language in ("en", "zh_Hans"):
        found = [one for one in texts(own, language, "kyr") if one.message.sheet in {"at-shop", "every-handout"}]
        approve(own, found, "Y. Lin", DAY, step=Step.CHECKED, known="teaches")
        approve(own, found, "je", DAY)
    assert all(one.texts == 0 for one in ready(run_on(own, cleared), ["at-shop"]))


def test_one_changed_statement_bands_exactly_its_pieces(cleared: Path, tmp_path: Path, library: Library) -> None:
    changed = TOPIC.replace("You can keep the door closed.", "You can leave the door closed.")
    shelf(tmp_path / "later", library, changed)
    po = tmp_path / "later/locales/zh_Hans/LC_MESSAGES/kyr.po"
    po.write_text(po.read_text(encoding="utf-8").replace("can keep the door", "can leave the door"), encoding="utf-8")
    later = Library(tmp_path / "later", tmp_path / "shelf")
    listed = list(list_pieces(run_on(later, cleared), read_records(cleared), ["at-shop"]))
    banded = {one.format for one in listed if not one.cleared}
    assert banded == {"letter", "half", "large", "script", "picture", "tri-fold", "z-fold", "booklet"}
    assert {one.format for one in listed if one.cleared} == {"wallet", "fold", "palm", "poster"}


def test_an_acknowledgment_lapses_by_itself_and_is_renewed_by_id(own: Library, cleared: Path) -> None:
    later = DAY + timedelta(days=31)
    (zh,) = [one for one in ready(run_on(own, cleared, later), ["at-shop"]) if one.language == "zh_Hans"]
    assert zh.authorities == ("KY-05",)  # contested: 30 days; the secondary KY-02 still holds
    acknowledge(open_clinic(own), cleared, ["KY-05"], by="je", on=later)
    assert all(one.steps == 0 for one in ready(run_on(own, cleared, later), ["at-shop"]))
    with pytest.raises(UsageError, match="KY-5O"):
        acknowledge(open_clinic(own), cleared, ["KY-5O"], by="je", on=later)


# ---- numbers of others ----


def printable(records: Path, day: date) -> tuple[str, ...]:
    return clearances_of(LIBRARY, read_records(records)).printable(["CT-04", "CT-05"], day)


def test_a_number_is_printed_for_90_days_after_a_call_and_not_on_the_91st(tmp_path: Path) -> None:
    contact_checked(tmp_path, "CT-04", by="mm", on=DAY, answered_in="English")
    assert printable(tmp_path, DAY) == printable(tmp_path, DAY + timedelta(days=90)) == ("CT-04",)
    assert printable(tmp_path, DAY + timedelta(days=91)) == printable(tmp_path, DAY - timedelta(days=1)) == ()


def test_a_number_that_nobody_answered_or_that_changed_is_not_printed(tmp_path: Path) -> None:
    contact_checked(tmp_path, "CT-04", by="mm", on=DAY, answered_in="English")
    contact_checked(tmp_path, "CT-04", by="mm", on=DAY + timedelta(days=1), answered_in="none")
    add_records(tmp_path, [Called(on=DAY, by="mm", contact="CT-05", number="212-555-0199", answered_in="English")])
    assert printable(tmp_path, DAY + timedelta(days=2)) == ()
    with pytest.raises(UsageError, match="CT-99"):
        contact_checked(tmp_path, "CT-99", by="mm", on=DAY, answered_in="English")


def test_a_checked_number_stands_below_the_clinics_own_and_needs_no_new_yes(
    own: Library, cleared: Path, tmp_path: Path
) -> None:
    contact_checked(cleared, "CT-04", by="mm", on=DAY, answered_in="Mandarin")
    done = print_run(run_on(own, cleared), ["at-shop"], ["half"], ["zh_Hans"], tmp_path / "out", final=True)
    text = tagged_text((done.out / done.rows[0].file).read_bytes())
    assert 0 < text.index("212-555-0100") < text.index(NUMBERS["CT-04"])


# ---- the print log and what is called back ----


def test_copies_are_logged_by_code_and_called_back_when_what_they_say_changed(
    own: Library, cleared: Path, tmp_path: Path, library: Library
) -> None:
    contact_checked(cleared, "CT-04", by="mm", on=DAY, answered_in="Mandarin")
    run = run_on(own, cleared)
    log = log_copies(run, cleared, "at-shop", "half", BOTH, 200, "D7")
    assert (log.copies, log.drop_point, log.contacts) == (200, "D7", (f"CT-04:{NUMBERS['CT-04']}",))
    records = read_records(cleared)
    assert recall(run, records) == ()
    assert [one.why for one in recall(run, records, ["at-shop.silent"])] == [("carries at-shop.silent",)]
    assert [one.why for one in recall(run, records, ["KY-05", "CT-04"])] == [("carries KY-05", "carries CT-04")]
    assert recall(run, records, ["SV-12"]) == ()
    (stale,) = recall(run_on(own, cleared, DAY + timedelta(days=100)), records)
    assert stale.why == ("nobody has called CT-04 in the last 90 days",)
    moved = replace(run, clinic=run.clinic.model_copy(update={"phone": "212-555-0177"}))
    assert [one.why for one in recall(moved, records)] == [("the clinic's number has changed",)]
    shelf(tmp_path / "later", library, silent_text="我不说话。")
    other = Library(tmp_path / "later", tmp_path / "shelf")
    (changed,) = recall(run_on(other, cleared), records)
    assert changed.why == ("topic.at-shop.silent.text (zh_Hans) has changed",)
    (half,) = [one for one in list_pieces(run_on(other, cleared), records, ["at-shop"]) if one.printed]
    assert half.changed == ("topic.at-shop.silent.text (zh_Hans) changed",)


def test_the_list_says_every_kind_of_change_since_the_last_print(
    own: Library, cleared: Path, tmp_path: Path, library: Library
) -> None:
    contact_checked(cleared, "CT-04", by="mm", on=DAY, answered_in="Mandarin")
    log_copies(run_on(own, cleared), cleared, "at-shop", "half", "zh_Hans", 20)

    def changed(topic: str, day: date = DAY, english: str = "keep") -> tuple[str, ...]:
        later = tmp_path / f"later-{len(list(tmp_path.iterdir()))}"
        shelf(later, library, topic)
        for file in (path for path in later.rglob("*") if path.is_file()):  # in the topic and in its catalog
            file.write_text(file.read_text(encoding="utf-8").replace("You can keep", f"You can {english}"), "utf-8")
        run = run_on(Library(later, tmp_path / "shelf"), cleared, day)
        (one,) = [one for one in list_pieces(run, read_records(cleared), ["at-shop"]) if one.printed]
        return one.changed

    assert changed(TOPIC) == ()
    fewer = TOPIC.partition("  - id: closed")[0]
    assert changed(fewer) == ("topic.at-shop.closed.text (zh_Hans) is gone", "piece.do (zh_Hans) is gone")
    assert changed(TOPIC, english="leave") == ("the English of topic.at-shop.closed.text (zh_Hans) changed",)
    assert changed(TOPIC, DAY + timedelta(days=100)) == (
        "contact.CT-04 (zh_Hans) is gone", "hours.CT-04 (zh_Hans) is gone", "the numbers of others changed",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "carried"), [("ct-04", "CT-04"), ("ky-05", "KY-05"), ("At-Shop.Silent", "at-shop.silent")]
)
def test_what_is_called_back_is_found_however_it_is_typed(
    own: Library, cleared: Path, asked: str, carried: str
) -> None:
    contact_checked(cleared, "CT-04", by="mm", on=DAY, answered_in="Mandarin")
    run = run_on(own, cleared)
    log_copies(run, cleared, "at-shop", "half", "en", 20)
    assert [one.why for one in recall(run, read_records(cleared), [asked])] == [(f"carries {carried}",)]


def test_a_number_is_found_in_any_writing_and_an_unknown_name_is_refused(own: Library, cleared: Path) -> None:
    contact_checked(cleared, "CT-04", by="mm", on=DAY, answered_in="Mandarin")
    run = run_on(own, cleared)
    log_copies(run, cleared, "at-shop", "half", "en", 20)
    records, digits = read_records(cleared), NUMBERS["CT-04"].replace("-", "")
    wide = NUMBERS["CT-04"].translate({ord(one): 0xFEE0 + ord(one) for one in "0123456789-"})
    han = digits.translate({ord(str(digit)): sign for digit, sign in enumerate("零一二三四五六七八九")})
    for typed in (
        wide,
        han,
        NUMBERS["CT-04"].replace("-", "–"),
        digits,
        f"+1 {digits}",
        f"({digits[:3]}) {digits[3:6]}-{digits[6:]}",
    ):
        assert [one.why for one in recall(run, records, [typed])] == [(f"carries {NUMBERS['CT-04']}",)]
    with pytest.raises(UsageError, match="no handout can carry 'CT-4'"):
        recall(run, records, ["CT-4"])


def test_codes_that_are_none_and_pieces_that_do_not_exist_are_refused_and_nothing_is_written(
    own: Library, cleared: Path
) -> None:
    run, before = run_on(own, cleared), (cleared / FILE).read_bytes()
    with pytest.raises(UsageError, match="--drop-point: a drop point is named by a code") as wrong:
        log_copies(run, cleared, "at-shop", "half", "en", 20, "Main Street laundromat")
    assert "laundromat" not in f"{wrong.value} {wrong.value.hint}"
    with pytest.raises(UsageError, match="--by: a person is named by a code"):
        contact_checked(cleared, "CT-04", by="Mei Mei", on=DAY, answered_in="Mandarin")
    for form, language in (("sticker", "en"), ("tri-fold", BOTH)):
        with pytest.raises(UsageError, match=f"at-shop is not made as {form} in {language}"):
            log_copies(run, cleared, "at-shop", form, language, 20)
    assert (cleared / FILE).read_bytes() == before


def test_a_banded_piece_is_not_logged(own: Library, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="carries its band"):
        log_copies(run_on(own, None), tmp_path / "x", "at-shop", "wallet", "en", 10)
    assert not (tmp_path / "x").exists()


def test_the_records_hold_no_text_and_no_name_and_a_damaged_line_clears_nothing(own: Library, cleared: Path) -> None:
    text = (cleared / FILE).read_text(encoding="utf-8")
    for written in (text, own.get(LEDGER).text):
        bare = written.replace(".silent.text", "")
        assert not [word for word in ("silent.", "沉默", "Example", "Jordan") if word in bare]
    assert (cleared / FILE).stat().st_mode & 0o777 == 0o600
    with (cleared / FILE).open("a", encoding="utf-8") as file:
        file.write('{"kind": "approved"}\n')
    with pytest.raises(ContentError, match="no record of a handout shelf") as refused:
        read_records(cleared)
    assert refused.value.problems[0].where.line == len(text.splitlines()) + 1
    with pytest.raises(ContentError):
        add_records(cleared, [])


def test_a_line_cut_short_is_not_joined_to_the_next(tmp_path: Path) -> None:
    contact_checked(tmp_path, "CT-04", by="mm", on=DAY, answered_in="English")
    path = tmp_path / FILE
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    contact_checked(tmp_path, "CT-05", by="mm", on=DAY, answered_in="English")
    assert [json.loads(line)["contact"] for line in path.read_text(encoding="utf-8").splitlines()] == ["CT-04", "CT-05"]


# ---- the plain variant ----


def test_a_plain_piece_is_made_only_once_it_is_cleared_and_then_tells_nothing(
    own: Library, cleared: Path, tmp_path: Path
) -> None:
    clinic = open_clinic(own)
    plain = clinic.model_copy(
        update={
            "handouts": clinic.handouts.model_copy(update={"plain_name": Told.model_validate({"en": "Example Office"})})
        }
    )
    with pytest.raises(UsageError, match="a band would tell"):
        print_run(run_on(own, None, variant=PLAIN), ["at-shop"], ["wallet"], ["en"], tmp_path / "a")
    run = replace(run_on(own, cleared, variant=PLAIN), clinic=plain)
    done = print_run(run, ["at-shop"], ["wallet"], ["zh_Hans"], tmp_path / "out")
    text = tagged_text((done.out / done.rows[0].file).read_bytes())
    assert "工作时" in text
    assert "Example Office" in text
    assert "权利" not in text
    telling = clinic.model_copy(update={"name": "Example Immigration Clinic"})
    with pytest.raises(UsageError, match="the clinic's name says 'immigration'"):
        print_run(replace(run, clinic=telling), ["at-shop"], ["wallet"], ["zh_Hans"], tmp_path / "b")


def test_a_topic_without_a_plain_title_has_no_plain_variant(library: Library, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="has no plain variant"):
        print_run(run_on(library, None, variant=PLAIN), ["one-option"], ["wallet"], ["en"], tmp_path / "a")
