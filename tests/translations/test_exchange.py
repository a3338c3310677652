"""The round trip: by key and not by row, conflicts shown, nothing overwritten, strangers' files refused in words."""

import random
import re
import shutil
import zipfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from legalassist.api.exchanging import FORMATS, _read, export_texts, import_texts
from legalassist.api.translating import texts
from legalassist.api.where import pictures
from legalassist.checks.catalogs import other_catalog_problems
from legalassist.documents.tables import Sheet, as_xlsx
from legalassist.errors import LegalAssistError, UsageError
from legalassist.languages.catalog import Catalog
from legalassist.library import Library
from legalassist.reviews.ledger import Ledger, State
from legalassist.translations.exchange import COLUMNS, Row, as_po, from_cells, rows_of
from legalassist.translations.extract import domains
from legalassist.translations.gates.terms import read_glossary
from legalassist.translations.returned import taken_back
from legalassist.translations.sheets import read_xlsx, xliff, xlsx
from legalassist.translations.status import Standing, languages_of, standings

PO = "locales/zh_Hans/LC_MESSAGES/placement.po"


@pytest.fixture
def own(tmp_path: Path, library: Library) -> Library:
    """A clinic's shelf with the placement's catalog, small enough to send around."""
    (tmp_path / "shelf" / PO).parent.mkdir(parents=True)
    shutil.copy(library.get(PO).path, tmp_path / "shelf" / PO)
    return Library(tmp_path / "shelf")


def rows(own: Library) -> list[Row]:
    return list(rows_of(standings(own, "zh_Hans", "placement", Ledger()), read_glossary(own)))


def edited(own: Library, context: str, text: str) -> list[Row]:
    return [replace(row, text=text) if row.context == context else row for row in rows(own)]


@pytest.mark.parametrize("form", FORMATS)
def test_what_goes_out_comes_back_and_changes_nothing(own: Library, form: str, tmp_path: Path) -> None:
    before = own.get(PO).path.read_bytes()
    out = tmp_path / f"texts.{form}"
    count = export_texts(own, texts(own, "zh_Hans", "placement"), form, out)
    returned = import_texts(own, out)
    assert (count, returned.changed, returned.conflicts, returned.problems) == (len(rows(own)), {}, (), ())
    assert own.get(PO).path.read_bytes() == before


@pytest.fixture(scope="module")
def shipped_texts(library: Library) -> dict[tuple[str, str], tuple[Standing, ...]]:
    """Every text of every shelf in every language."""
    found = {
        (domain, language): standings(library, language, domain, Ledger())
        for domain in domains(library)
        for language in languages_of(library)
    }
    return {name: texts for name, texts in found.items() if texts}


@pytest.mark.parametrize("form", FORMATS)
def test_every_shelf_in_every_language_goes_out_and_comes_back_by_key(
    library: Library, shipped_texts: dict[tuple[str, str], tuple[Standing, ...]], form: str, tmp_path: Path
) -> None:
    glossary = read_glossary(library)
    assert {language for _, language in shipped_texts} == {"zh_Hans", "zh_Hant"}
    for (domain, language), found in shipped_texts.items():
        out = tmp_path / f"{domain}-{language}.{form}"
        sent = list(rows_of(found, glossary))
        changed = replace(sent[-1], text=f"{sent[-1].text}谢谢")
        content = {"xlsx": xlsx, "xliff": xliff, "po": lambda given: as_po(given).encode()}[form]
        out.write_bytes(content([changed, *reversed(sent[:-1])]))
        returned = taken_back(_read(out), found, out.name)
        assert returned.changed == {changed.context: changed.text}, (domain, language)
        assert (returned.conflicts, returned.problems) == ((), ())


def test_rows_in_another_order_and_columns_too_are_put_in_by_their_key(own: Library, tmp_path: Path) -> None:
    context = rows(own)[2].context
    table = [list(COLUMNS), *(list(row.cells) for row in edited(own, context, rows(own)[2].text + "谢谢您。"))]
    order = random.Random(8).sample(range(len(COLUMNS)), len(COLUMNS))  # noqa: S311 - a shuffle, no secret
    table = [[line[place] for place in order] for line in (table[0], *reversed(table[1:]))]
    read = from_cells(table, "back.xlsx")
    (tmp_path / "back.xlsx").write_bytes(xlsx(read))
    returned = import_texts(own, tmp_path / "back.xlsx")
    assert list(returned.changed) == [context]
    now = Catalog.read(Library(tmp_path / "shelf"), "zh_Hans", "placement").by_context[context]
    assert now.text.endswith("谢谢您。")
    assert now.state == "draft, person"


def test_the_first_texts_of_a_shelf_nobody_has_said_yet_come_in(own: Library, tmp_path: Path) -> None:
    """Cantonese is shipped empty: a clinic sends the list out, and its people send back what they would say."""
    found = standings(own, "zh_Hant", "spoken-yue", Ledger())
    assert {one.state for one in found} == {State.MISSING}
    (one,) = [one for one in found if one.message.context == "spoken-yue.at-the-door.interpreter"]
    out = tmp_path / "yue.po"
    out.write_text(
        as_po([replace(rows_of([one], read_glossary(own))[0], text="意思係，我要搵人傳譯。")]), encoding="utf-8"
    )
    assert dict(import_texts(own, out).changed) == {one.message.context: "意思係，我要搵人傳譯。"}
    again = {
        one.message.context: one for one in standings(Library(tmp_path / "shelf"), "zh_Hant", "spoken-yue", Ledger())
    }
    assert again[one.message.context].state is State.DRAFT
    assert not list(other_catalog_problems(Library(tmp_path / "shelf")))


def test_a_text_that_both_sides_changed_is_shown_and_left_alone(own: Library, tmp_path: Path) -> None:
    one = rows(own)[2]
    sent = edited(own, one.context, one.text + "谢谢您。")
    path = own.get(PO).path
    path.write_text(path.read_text(encoding="utf-8").replace(one.text, one.text + "好。"), encoding="utf-8")
    (tmp_path / "back.xliff").write_bytes(xliff(sent))
    own = Library(tmp_path / "shelf")
    returned = import_texts(own, tmp_path / "back.xliff")
    (conflict,) = returned.conflicts
    assert (conflict.here, conflict.back) == (one.text + "好。", one.text + "谢谢您。")
    assert returned.changed == {}
    assert one.text + "好。" in path.read_text(encoding="utf-8")


IN_RELAY = tuple(
    f"template.certificate-of-interpretation.i-certify-that-{one}"
    for one in (
        "i-am-competent-to-interpret-between-the-language-in",
        "on-the-day-named-above-i-read-the-declaration",
    )
)
"""No invented client is read to by two interpreters in a row."""


@pytest.mark.parametrize(
    ("domain", "sheet", "nowhere"),
    [
        ("kyr", "free-advice", ()),
        ("spoken-cmn", "phone-safety", ()),
        ("tvisa", "page-names", ()),
        ("tvisa", "paper-documents", ()),
        ("tvisa", "certificate-of-interpretation", IN_RELAY),
        ("placement", "spoken-yes", ("spoken-yes.what",)),
        ("tvisa", "interview", ("interview.title",)),
    ],
)
def test_a_picture_of_where_the_texts_stand_goes_out_beside_them(
    library: Library, domain: str, sheet: str, nowhere: tuple[str, ...], tmp_path: Path
) -> None:
    """Each text is framed and numbered on the page it is printed on; what is on no page says so in its note."""
    found = texts(library, "zh_Hans", domain, sheet)
    (shown,) = pictures(library, found, date(2026, 11, 26))
    out = tmp_path / "sent" / f"{domain}.po"
    export_texts(library, found, "po", out, [shown])
    said, file = out.read_text(encoding="utf-8"), out.with_name(f"{domain}-{sheet}.png")
    assert file.exists() == (sheet != "interview")
    missing = [context for context, number in shown.numbers.items() if number not in shown.found]
    assert set(nowhere) <= set(missing)
    assert all(one.startswith("spoken-yes.") or one in nowhere for one in missing), missing
    assert said.count("; picture: none, the text ") == len(missing)
    for number in shown.found:
        assert f"; picture: {file.name}, number {number}\n" in said
    if shown.png:
        with Image.open(file) as picture:
            red, green, _ = picture.convert("RGB").split()
            frames = sum(ImageChops.subtract(red, green).histogram()[100:])
            assert frames > 100 * len(shown.found)
            assert not picture.info


def test_what_a_gate_stops_is_said_with_its_row(own: Library, tmp_path: Path) -> None:
    back = rows(own)
    (tmp_path / "back.xlsx").write_bytes(xlsx(edited(own, back[1].context, back[1].text + "<b>")))
    assert {str(one.where) for one in import_texts(own, tmp_path / "back.xlsx").problems} == {"back.xlsx:3"}


def test_what_a_gate_stops_does_not_come_in(own: Library, tmp_path: Path) -> None:
    before = own.get(PO).path.read_bytes()
    for bad in ("<script>x</script>", "{{ client.name }}", "非法移民", "中文".encode().decode("latin-1")):
        (tmp_path / "back.xlsx").write_bytes(xlsx(edited(own, rows(own)[1].context, rows(own)[1].text + bad)))
        assert import_texts(own, tmp_path / "back.xlsx").problems
    assert own.get(PO).path.read_bytes() == before


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("zh_CN", None),
        ("zh-CN", None),
        ("cmn", None),
        ("Mandarin", None),
        ("zh-TW", None),
        ("zh_Hans_US", "there is no language 'zh_Hans_US' here.*did you mean 'zh_Hans'"),
        ("xx", "there is no language 'xx' here"),
        ("", "back.xlsx:2: nothing says which text this is"),
    ],
)
def test_a_language_as_people_write_it_is_understood_or_refused_with_the_right_word(
    own: Library, tmp_path: Path, written: str, said: str | None
) -> None:
    back = tmp_path / "back.xlsx"
    back.write_bytes(xlsx([replace(row, language=written) for row in rows(own)]))
    if said is None:
        assert (import_texts(own, back).problems, import_texts(own, back).changed) == ((), {})
        return
    try:
        told = "\n".join(map(str, import_texts(own, back).problems))
    except UsageError as refused:
        told = f"{refused} {refused.hint}"
    assert re.search(said, told, re.DOTALL), told


def bomb() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 60_000_000)
    return out.getvalue()


BAD: dict[str, tuple[Callable[[Library], bytes], str]] = {
    "a-column-deleted.xlsx": (lambda own: without_context(xlsx(rows(own))), "the column 'context' is missing"),
    "empty.xlsx": (lambda _own: b"", "no workbook"),
    "bomb.xlsx": (lambda _own: bomb(), "unpacks to far more"),
    "truncated.xlsx": (lambda own: xlsx(rows(own))[:-100], "no workbook"),
    "entity.xliff": (lambda _own: b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "document type"),
    "other.xliff": (lambda _own: b"<a/>", "no XLIFF"),
    "latin.po": (lambda _own: 'msgid "a"\nmsgstr "é"\n'.encode("latin-1"), "not UTF-8"),
    "plural.po": (lambda _own: b'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n', "plural forms"),
    "broken-plural.po": (
        lambda _own: b'msgid "a"\nmsgid_plural "b"\nmsgstr[7] "c"\n',
        "plural forms|no .po file|one form",
    ),
    "second-form.po": (lambda _own: b'msgctxt "a"\nmsgid "a"\nmsgstr[3] "c"\n', "one form of a word"),
    "text.csv": (lambda _own: b"a,b", "no .xlsx, .xliff or .po"),
}


def without_context(content: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as before, zipfile.ZipFile(out, "w") as after:
        for member in before.namelist():
            after.writestr(member, before.read(member).replace(b">context<", b">lost<"))
    return out.getvalue()


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_cannot_be_read_is_refused_and_nothing_changes(own: Library, name: str, tmp_path: Path) -> None:
    make, message = BAD[name]
    before = own.get(PO).path.read_bytes()
    (tmp_path / name).write_bytes(make(own))
    with pytest.raises(LegalAssistError, match=message):
        import_texts(own, tmp_path / name)
    assert own.get(PO).path.read_bytes() == before


def test_a_bom_before_a_po_file_is_no_fault(own: Library, tmp_path: Path) -> None:
    out = tmp_path / "texts.po"
    export_texts(own, texts(own, "zh_Hans", "placement"), "po", out)
    out.write_bytes(b"\xef\xbb\xbf" + out.read_bytes())
    assert import_texts(own, out).problems == ()


def test_a_workbook_saved_by_another_program_keeps_its_texts_in_a_list_of_their_own() -> None:
    book = BytesIO(xlsx([]))
    out = BytesIO()
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    replaced = {"xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"}
    with zipfile.ZipFile(book) as around, zipfile.ZipFile(out, "w") as archive:
        for name in sorted({*around.namelist()} - replaced):
            archive.writestr(name, around.read(name))
        listed = "<si><t>shelf</t></si><si><r><t>te</t></r><r><t>xt</t></r></si>"
        archive.writestr("xl/sharedStrings.xml", f'<sst xmlns="{main}">{listed}</sst>')
        cells = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>'
        sheet = f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>'
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
    assert list(read_xlsx(out.getvalue(), "a.xlsx")) == [["shelf", "", "text"]]


@given(st.data())
@settings(max_examples=60)
def test_a_workbook_with_damaged_bytes_is_read_or_refused_in_words(data: st.DataObject) -> None:
    whole = bytearray(as_xlsx(Sheet(title="a", caption="b", columns=("shelf", "text"), rows=(("one", "two"),) * 40)))
    for _ in range(data.draw(st.integers(1, 3))):
        whole[data.draw(st.integers(0, len(whole) - 1))] ^= data.draw(st.integers(1, 255))
    with suppress(UsageError):
        assert all(isinstance(cell, str) for row in read_xlsx(bytes(whole), "a.xlsx") for cell in row)
