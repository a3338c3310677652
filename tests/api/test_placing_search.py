"""Files that people edited are searched before they are mailed, for everything of the cases they are about."""

from collections.abc import Callable
from email.message import EmailMessage
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pikepdf
import pytest
from api.test_placing_offered import DAY, LIBRARY, Desk, case
from disclosure.made_files import printed
from stores.making import AT, CY, SAID, kept, let_team_in, new_tables, opened_by, set_up

from legalassist.api.placing_lists import make_list
from legalassist.api.placing_offered import offered
from legalassist.api.placing_search import FileSearched, Ruling, find_cases, found_clean, open_cases, search_files
from legalassist.errors import StoreError, UsageError
from legalassist.facts.values import PersonName
from legalassist.placement.bands import UNREAD

ONE, TWO = "2026-0001", "2026-0002"
REFERENCE, OTHER = "K7M2-Q9X4", "P3W6-T8V5"
LEAK = "She was sold by Zhou Tiezhu."


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Desk, Path]:
    """Return a store with two cases that were read, and the folder of their list."""
    folder = tmp_path_factory.mktemp("search")
    store = set_up(new_tables("memory", folder)).store
    told = case().answer("first.conflict_names", "Zhou Tiezhu", SAID)
    desk = Desk(store, kept(store, ONE, told), folder / ONE)
    second = case("m4x8", name="LIU").answer("client.name", PersonName("LIU", "Suzhen"), SAID)
    other = Desk(store, kept(store, TWO, second), folder / TWO)
    desk.summary(reference=REFERENCE)
    other.summary(reference=OTHER)
    for one in (desk, other):
        one.second()
    cases = [one for _, one in offered(store, [desk.opened, other.opened], LIBRARY, DAY).cases]
    make_list(cases, LIBRARY, folder / "list", as_of=DAY, shuffle=range)
    return desk, folder / "list"


def searched(
    desk: Desk, *files: Path, ruling: Ruling | None = None, named: tuple[str, ...] = (ONE,)
) -> list[FileSearched]:
    return list(search_files(desk.store, named, files, LIBRARY, AT, on=DAY, ruling=ruling))


def rules(one: FileSearched) -> set[tuple[str, int, str]]:
    return {(each.whose, each.hit.rule, each.hit.identifier) for each in one.found}


def test_files_that_nobody_touched_are_clean_and_known_by_their_hash(made: tuple[Desk, Path]) -> None:
    desk, folder = made
    files = searched(desk, folder)
    assert [one.found for one in files] == [()] * 4
    kept_now = [one.said for one in found_clean(desk.store)][-4:]
    digests = [sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())]
    kept = {"on": DAY.isoformat(), "by": "Ana Reyes", "read_by": ""}
    assert kept_now == [{**kept, "digest": digest} for digest in digests]


def word(folder: Path, text: str) -> bytes:
    document, target = docx.Document(str(folder / "cases.docx")), BytesIO()
    document.add_paragraph(text)
    document.save(target)
    return target.getvalue()


def workbook(folder: Path, text: str) -> bytes:
    book, target = openpyxl.load_workbook(folder / "cases.xlsx"), BytesIO()
    book.worksheets[0]["Z40"] = text
    book.save(target)
    return target.getvalue()


def page(folder: Path, text: str) -> bytes:
    return (folder / "cases.html").read_bytes().replace(b"</body>", f"<p>{text}</p></body>".encode())


def paper(folder: Path, text: str) -> bytes:
    target = BytesIO()
    with pikepdf.open(folder / "cases.pdf") as pdf:
        pdf.docinfo["/Subject"] = text
        pdf.save(target)
    return target.getvalue()


def mail(folder: Path, text: str) -> bytes:
    said = EmailMessage()
    said["Subject"] = "Cases open for pro bono"
    said.set_content(f"Please see below.\n\n{text}\n", cte="base64")
    said.add_attachment((folder / "cases.html").read_bytes(), maintype="text", subtype="html", filename="cases.html")
    return said.as_bytes()


def plain(_folder: Path, text: str) -> bytes:
    return f"One of them, {REFERENCE}.\n\n{text}\n".encode()


@pytest.mark.parametrize("edited", [word, workbook, page, paper, mail, plain])
def test_what_somebody_typed_into_a_file_stops_it(
    made: tuple[Desk, Path], tmp_path: Path, edited: Callable[[Path, str], bytes]
) -> None:
    desk, folder = made
    file = tmp_path / "a file to send"  # whatever it is called
    file.write_bytes(edited(folder, LEAK))
    before = found_clean(desk.store)
    (one,) = searched(desk, file)
    assert one.blocked
    assert (REFERENCE, 2, "first.conflict_names") in rules(one)
    assert "Tiezhu" not in str(one.found)
    assert found_clean(desk.store) == before


def test_whoever_stands_on_the_list_is_searched_for_though_another_case_is_named(
    made: tuple[Desk, Path], tmp_path: Path
) -> None:
    desk, _ = made
    for said, whose in ((f"{OTHER}: Suzhen speaks Mandarin.", {OTHER}), ("Suzhen speaks Mandarin.", set[str]())):
        (tmp_path / "a.txt").write_text(said, encoding="utf-8")
        (one,) = searched(desk, tmp_path / "a.txt")
        assert {each.whose for each in one.found} == whose
    (tmp_path / "Suzhen.txt").write_text("nothing", encoding="utf-8")
    (one,) = search_files(desk.store, (), [tmp_path / "Suzhen.txt"], LIBRARY, AT, on=DAY, beside=open_cases(desk.store))
    assert rules(one) == {(OTHER, 3, "client.name")}


def test_a_finding_that_is_not_about_her_is_ruled_and_her_own_day_is_not(
    made: tuple[Desk, Path], tmp_path: Path
) -> None:
    desk, _ = made
    (tmp_path / "a.txt").write_text(f"{REFERENCE}: our mentor Xiaomei helps.", encoding="utf-8")
    (one,) = searched(desk, tmp_path / "a.txt")
    (finding,) = one.found
    with pytest.raises(UsageError, match="nothing with the code"):
        searched(desk, tmp_path / "a.txt", ruling=Ruling(frozenset({"00000000"}), "x"))
    (one,) = searched(desk, tmp_path / "a.txt", ruling=Ruling(frozenset({finding.hit.code}), "the mentor's name"))
    assert one.clean
    (one,) = searched(desk, tmp_path / "a.txt")  # kept with the case
    assert one.clean
    (tmp_path / "a.txt").write_text("She was born on May 6, 1990.", encoding="utf-8")
    (one,) = searched(desk, tmp_path / "a.txt")
    assert any(each.hit.final for each in one.found)
    codes = frozenset(each.hit.code for each in one.found)
    with pytest.raises(UsageError, match="nothing with the code"):
        searched(desk, tmp_path / "a.txt", ruling=Ruling(codes, "x"))


def test_what_nobody_can_search_and_what_a_summary_is_not_made_of_stops_a_file(
    made: tuple[Desk, Path], tmp_path: Path
) -> None:
    desk, _ = made
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    (tmp_path / "b.pdf").write_bytes(printed())
    with pikepdf.open(BytesIO(printed())) as pdf:
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="1")
        pdf.save(tmp_path / "c.pdf")
    picture, pdf_page, active = searched(desk, tmp_path)
    assert [each.hit.rule for each in picture.found] == [0]
    assert not pdf_page.blocked
    assert {"a script", "an action that starts by itself"} <= {each.hit.identifier for each in active.found}
    assert active.blocked
    with pytest.raises(UsageError, match="cannot be read"):
        searched(desk, tmp_path / "nothing.txt")
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError, match="no file to search"):
        searched(desk, tmp_path / "empty")


def test_a_file_about_a_case_that_may_not_go_out_is_stopped_whatever_it_says(tmp_path: Path) -> None:
    store = set_up(new_tables("memory", tmp_path)).store
    desk = Desk(store, kept(store, ONE, case()), tmp_path / "summary")
    file = tmp_path / "a.txt"
    file.write_text(f"{REFERENCE}: {UNREAD}", encoding="utf-8")
    desk.summary(reference=REFERENCE)
    (one,) = searched(desk, file)
    assert "no second reader has said yes" in one.stopped[0]
    desk.second()
    (one,) = searched(desk, file)
    assert one.clean
    desk.answer("first.detained", True)
    (one,) = searched(desk, file)
    assert "older than the answers" in one.stopped[0]
    desk.summary(reference=OTHER)
    desk.second()
    (one,) = searched(desk, file)
    assert one.stopped == (f"the reference {REFERENCE} is over: its case has another one now",)
    desk.answer("placement.may_offer", False)
    (one,) = searched(desk, file)
    assert one.stopped[-1].startswith(f"the case {OTHER} may not be offered")
    let_team_in(store)
    coordinator = Desk(opened_by(store.tables, CY), desk.opened, desk.out)
    with pytest.raises(UsageError, match="your key opens"):
        find_cases(coordinator.store, [ONE])
    with pytest.raises(StoreError, match="does not open 1 of the open cases"):
        open_cases(coordinator.store)
    (one,) = searched(coordinator, file, named=())
    assert one.stopped == (f"the case {REFERENCE} stands there, and your key does not open it",)


def test_a_line_that_no_summary_says_stops_a_file(tmp_path: Path) -> None:
    store = set_up(new_tables("memory", tmp_path)).store
    desk = Desk(store, kept(store, ONE, case()), tmp_path / "summary")
    desk.others(25, borough="Queens", arrests="none")
    desk.summary("borough", reference=REFERENCE, borough="Queens")
    desk.second()
    told = desk.told()
    for typed, label in (
        ("", ""), ("\n\nBorough: Brooklyn\n", "Borough"), ("\n\nBROOKLYN\n", "Borough"), ("\n\nArrests\n", "Arrests"),
        ("\n\nAlso: Waiver (I-192): I-192 likely: yes; more\n", "Waiver (I-192)"), ("\n\nadult\n", ""),
    ):  # fmt: skip
        (tmp_path / "a.txt").write_text(told + typed, encoding="utf-8")
        (one,) = searched(desk, tmp_path / "a.txt")
        assert [each.rpartition(": ")[2] for each in one.stopped] == [label] * bool(label)
    for made in (tmp_path / "summary/to-firms").iterdir():
        assert searched(desk, made)[0].clean


def test_a_case_is_named_by_its_number_or_its_reference(made: tuple[Desk, Path]) -> None:
    desk, _ = made
    assert find_cases(desk.store, [REFERENCE.lower(), ONE, TWO]) == (ONE, TWO)
    with pytest.raises(UsageError, match="no case, and no reference"):
        find_cases(desk.store, ["X"])
