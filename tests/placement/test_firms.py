"""Lists of attorneys: what is read, what is refused with its row, and whom to ask first."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest

from legalassist.errors import DocumentError
from legalassist.placement.firms import Attorney, read_attorneys
from legalassist.placement.matching import Needs, conflicts, left_out, ranked
from legalassist.stores.spelling import plain

DAY = date(2026, 11, 23)
HEAD = "name,firm,email,languages,trained,capacity,bar,interests,conflicts,travels\n"
ROW = "陈律师 Chen,Example LLP,chen@example.org,Mandarin; English,2026-03-14,1,NY,court work,,yes\n"
OTHER = "Jo Doe,Example LLP,jo@example.org,,,2,,,,no\n"


def read(data: bytes) -> tuple[Attorney, ...]:
    return read_attorneys("attorneys.csv", data, DAY, "A. Lin")


def workbook(*rows: tuple[object, ...], more: tuple[object, ...] = ()) -> bytes:
    book, target = openpyxl.Workbook(), BytesIO()
    book.create_sheet("Sheet2").append(more)
    for row in rows:
        book.worksheets[0].append(row)
    book.save(target)
    return target.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_list_is_read_in_whatever_encoding_an_office_saves_it(encoding: str) -> None:
    chen, jo = read((HEAD + ROW + OTHER).encode(encoding))
    assert (chen.name, chen.languages, chen.trained, chen.capacity, chen.travels) == (
        "陈律师 Chen", ("Mandarin", "English"), "2026-03-14", 1, True,
    )  # fmt: skip
    assert jo.capacity == 2


def test_a_workbook_is_read_like_a_csv() -> None:
    (one,) = read(workbook(("name", "firm", "email", "capacity"), ("Jo Doe", "Example LLP", "jo@example.org", 2)))
    assert (one.name, one.capacity) == ("Jo Doe", 2)


THREE = ("name", "firm", "email")
FAULTS = {
    "formula": ((HEAD + "=cmd|' /C calc'!A0,Example LLP,x@example.org\n").encode(), "row 2: name: begins"),
    "formula in a workbook": (workbook(THREE, ("=1+1", "F", "a@example.org")), "row 2: name: begins"),
    "formula behind a blank": ((HEAD + ROW.replace("陈律师 Chen", '" =cmd()"')).encode(), "row 2: name: begins"),
    "formula in full width": ((HEAD + ROW.replace("陈律师 Chen", "\uff1dcmd()")).encode(), "row 2: name: begins"),
    "formula behind what nobody sees": (
        (HEAD + ROW.replace("NY", "\u3000\u200b\u00a0\uff0b1")).encode(), "row 2: bar: begins",
    ),
    "formula among several": ((HEAD + ROW.replace("; English", "； @SUM(1)")).encode(), "row 2: languages: begins"),
    "formula in a workbook, behind a blank": (workbook(THREE, (" -1+1", "F", "a@example.org")), "row 2: name: begins"),
    "the same person twice": ((HEAD + ROW + ROW).encode(), "row 3: email: this person stands there already"),
    "another address": ((HEAD + ROW + ROW.replace("chen@", "c@")).encode(), "row 3: name: somebody of this name"),
    "another address, other blanks": (
        (HEAD + ROW + ROW.replace("chen@", "c@").replace(" Chen,", "  CHEN ,").replace(" LLP", "  llp.")).encode(),
        "row 3: name: somebody of this name",
    ),
    "another address, full width": (
        (HEAD + OTHER + OTHER.replace("jo@", "j@").replace("Jo Doe", "\uff4a\uff4fDOE")).encode(),
        "row 3: name: somebody",
    ),
    "no address": ((HEAD + ROW.replace("chen@example.org", "chen")).encode(), "row 2: email: no mail address"),
    "capacity": ((HEAD + OTHER.replace(",2,", ",two,")).encode(), "row 2: capacity"),
    "day": ((HEAD + ROW.replace("2026-03-14", "March")).encode(), "row 2: trained"),
    "a slip of the keys": ((HEAD + OTHER.replace(",2,", ",99999999999,")).encode(), "row 2: capacity: no number"),
    "a day to come": ((HEAD + ROW.replace("2026-03-14", "2030-01-01")).encode(), "row 2: trained: a day that is still"),
    "travels": ((HEAD + OTHER.replace(",no", ",maybe")).encode(), "row 2: travels"),
    "no column": (b"name,firm\nJo,F\n", "the column 'email' is missing"),
    "unknown column": ((HEAD.strip() + ",salary\n" + ROW).encode(), "column 11 has a name nobody knows"),
    "a row cut short": (b"name,firm,email\nJo,F\n", "row 2: email is missing"),
    "a quotation that never ends": (b'name,firm,email\n"Jo,F,jo@example.org\n', "row 2: firm is missing"),
    "more cells than columns": (b"name,firm,email\nJo,F,jo@example.org,2\n", "row 2: more cells than columns"),
    "nothing": (b"", "is empty"),
    "a heading alone": (HEAD.encode(), "names nobody below its first row"),
    "a heading and blank rows": ((HEAD + " ,,,\n\n").encode(), "names nobody below its first row"),
    "a heading alone in a workbook": (workbook(THREE), "names nobody below its first row"),
    "no list": (b"\xff\xff\x80\x81\x00", "no CSV in UTF-8"),
    "a western code page": (
        (HEAD + OTHER.replace("Jo Doe", "Ren\u00e9e M\u00fcller")).encode("cp1252"), "no CSV in UTF-8",
    ),
    "Big5": ((HEAD + OTHER.replace("Jo Doe", "陳大文")).encode("big5"), "no CSV in UTF-8"),
    "semicolons": (b"name;firm;email\nJo;F;jo@example.org\n", "parted by semicolons or tabs"),
    "tabs": (b"name\tfirm\temail\nJo\tF\tjo@example.org\n", "parted by semicolons or tabs"),
    "the name the other way round": (
        (HEAD + OTHER + OTHER.replace("jo@", "j@").replace("Jo Doe", '"DOE, Jo"')).encode(),
        "row 3: name: somebody of this name",
    ),
    "two sheets": (
        workbook(THREE, ("Jo", "F", "jo@example.org"), more=("Ann", "F", "a@example.org")), "on more than one sheet",
    ),
    "damaged workbook": (b"PK\x03\x04broken", "damaged workbook"),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_broken_list_is_refused_whole_with_its_row_and_never_its_words(fault: str) -> None:
    data, message = FAULTS[fault]
    with pytest.raises(DocumentError) as refused:
        read(data)
    assert message in str(refused.value)
    assert not any(word in str(refused.value) for word in ("Chen", "calc", "Jo Doe"))


def test_the_list_is_ranked_by_reasons_and_ties_by_the_longest_wait() -> None:
    chen, jo = read((HEAD + ROW + OTHER).encode())
    ann = jo.model_copy(update={"email": "ann@example.org", "name": "Ann Roe"})
    busy = chen.model_copy(update={"email": "busy@example.org", "capacity": 0})
    since = {"jo@example.org": "2026-05-01", "ann@example.org": "2026-02-01"}
    needs = Needs("Mandarin", "detained", ("Golden Pear Kitchen",))
    found = ranked(needs, (jo, busy, ann, chen), since)
    assert [one.attorney.email for one in found] == ["chen@example.org", "ann@example.org", "jo@example.org"]
    assert found[0].reasons == (
        "speaks Mandarin", "trained 2026-03", "admitted: NY", "travels", "does court work", "capacity 1",
    )  # fmt: skip
    assert "no training on record" in found[1].lacks
    assert left_out(needs, (jo, busy, ann, chen)) == (1, 0)


@pytest.mark.parametrize(("listed", "needed", "told"), [
    ("普通话", "Mandarin", "speaks Mandarin"), ("putonghua", "Mandarin", "speaks Mandarin"),
    ("粤语", "Mandarin", "no Mandarin: an interpreter is needed"),
    ("中文", "Mandarin", "no Mandarin: an interpreter is needed"),
    ("Mandarin", "", "her language is not stated"),
])  # fmt: skip
def test_a_language_is_known_by_its_chinese_name_and_one_not_stated_is_said_to_be(
    listed: str, needed: str, told: str
) -> None:
    (chen,) = read((HEAD + ROW).encode())
    (found,) = ranked(Needs(needed, ""), [chen.model_copy(update={"languages": (listed,)})], {})
    assert told in (*found.reasons, *found.lacks)


def test_a_declared_conflict_is_left_out() -> None:
    (chen,) = read((HEAD + ROW).encode())
    sworn = chen.model_copy(update={"conflicts": ("golden pear",)})
    needs = Needs("Mandarin", "affirmative", ("Golden Pear Kitchen",))
    assert ranked(needs, [sworn], {}) == ()
    assert left_out(needs, [sworn]) == (0, 1)
    assert ranked(Needs("Mandarin", "affirmative", ("Other",)), [sworn], {}) != ()


@pytest.mark.parametrize("declared", [
    "Zhou Tiezhu", "ZHOU, Tiezhu", "Zhou Tie Zhu", "Tiezhu Zhou", "T. Zhou", "Zhou", "周铁柱", "周鐵柱", "Mr. Zhou",
])  # fmt: skip
@pytest.mark.parametrize("adverse", ["Tiezhu Zhou", "周铁柱", "Tiezhu ZHOU 周铁柱"])
def test_a_declared_person_is_known_in_every_spelling(declared: str, adverse: str) -> None:
    assert conflicts(declared, adverse)


@pytest.mark.parametrize("declared", [
    "Golden Osprey", "Golden Osprey Nails", "Golden Osprey Nail Salon Inc.", "GOLDEN OSPREY NAIL & SPA LLC", "Osprey",
])  # fmt: skip
def test_a_declared_business_is_known_whatever_kind_it_says_it_is(declared: str) -> None:
    assert conflicts(declared, "Golden Osprey Nail Salon")


@pytest.mark.parametrize(("declared", "adverse"), [
    ("Ng", "Golden Spring Salon"), ("Sal", "Golden Spring Salon"), ("Nail Salon", "Golden Osprey Nail Salon"),
    ("Big Bank", "Golden Osprey Nail Salon"), ("Zhou Dawei", "Tiezhu Zhou"), ("Li Wei", "Tiezhu Zhou"),
])  # fmt: skip
def test_somebody_else_is_no_conflict(declared: str, adverse: str) -> None:
    assert not conflicts(declared, adverse)


def test_a_firm_that_said_not_clear_is_said_to_have() -> None:
    (chen,) = read((HEAD + ROW).encode())
    (found,) = ranked(Needs("Mandarin", "affirmative", refused=frozenset({plain(chen.firm.upper())})), [chen], {})
    assert "the firm said 'not clear' about this case" in found.lacks
    (found,) = ranked(Needs("Mandarin", "affirmative", refused=frozenset({"otherllp"})), [chen], {})
    assert not any("not clear" in one for one in found.lacks)
