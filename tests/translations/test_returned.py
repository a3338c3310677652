"""What translators really send back: columns sorted apart, cells without Chinese, Poedit's files, doubts, remarks."""

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from legalassist.api.exchanging import FORMATS, _read, export_texts, import_texts
from legalassist.api.translating import texts
from legalassist.documents.tables import plain_xlsx
from legalassist.errors import UsageError
from legalassist.languages.catalog import Catalog, Translation
from legalassist.library import Library
from legalassist.reviews.ledger import State
from legalassist.translations.exchange import COLUMNS, Row, as_po, rows_of
from legalassist.translations.gates.terms import read_glossary
from legalassist.translations.merge import entry, with_entries
from legalassist.translations.sheets import read_xlsx, xliff, xlsx

PO = "locales/zh_Hans/LC_MESSAGES/placement.po"
EARLIER = "We ask law firms whether they take your case."


@pytest.fixture
def own(tmp_path: Path, library: Library) -> Library:
    """A clinic's shelf with the placement's catalog, small enough to send around."""
    (tmp_path / "shelf" / PO).parent.mkdir(parents=True)
    shutil.copy(library.get(PO).path, tmp_path / "shelf" / PO)
    return Library(tmp_path / "shelf")


def again(own: Library) -> Library:
    """The same shelf, read anew."""
    return Library(own.get(PO).path.parents[3])


def sent(own: Library, form: str = "xlsx") -> list[Row]:
    out = own.get(PO).path.parents[4] / f"sent.{form}"
    export_texts(own, texts(own, "zh_Hans", "placement"), form, out)
    return list(_read(out))


def back(own: Library, rows: list[Row], form: str = "xlsx") -> Path:
    out = own.get(PO).path.parents[4] / f"back.{form}"
    content: dict[str, Callable[[list[Row]], bytes]] = {
        "xlsx": xlsx, "xliff": xliff, "po": lambda given: as_po(given).encode(),
    }  # fmt: skip
    out.write_bytes(content[form](rows))
    return out


def standing(own: Library, context: str) -> Translation:
    return Catalog.read(again(own), "zh_Hans", "placement").by_context[context]


def stale(own: Library) -> tuple[Library, str]:
    """Make the first text one of an earlier English, as `translate extract` leaves it; return its context."""
    one = texts(own, "zh_Hans", "placement")[0]
    path, context = own.get(PO).path, one.message.context
    made = entry(context, one.message.english, one.text, fuzzy=True, previous=EARLIER)
    path.write_text(with_entries(path.read_text(encoding="utf-8"), {context: made}), encoding="utf-8")
    return again(own), context


def as_poedit(text: str) -> str:
    """What Poedit makes of a file: its own head with empty days, long lines wrapped, what is gone kept."""
    head = (
        '"Project-Id-Version: \\n"\n"POT-Creation-Date: \\n"\n"PO-Revision-Date: \\n"\n"Last-Translator: \\n"\n'
        '"Language-Team: \\n"\n"X-Generator: Poedit 3.4.2\\n"\n"X-Poedit-Basepath: .\\n"\n"Language:'
    )
    text = text.replace('"Language:', head, 1)
    text = re.sub(r'^(msgid|msgstr) "(.{30,}?[ 。，])(.+)"$', r'\1 ""\n"\2"\n"\3"', text, flags=re.MULTILINE)
    gone = '\n#, fuzzy\n#~| msgid "Our number"\n#~ msgctxt "gone"\n#~ msgid "Our phone"\n#~ msgstr "我们的号码"\n'
    return text + gone


def test_a_file_that_poedit_has_saved_comes_in(own: Library) -> None:
    rows = sent(own)
    path = back(own, [replace(rows[0], text=rows[0].text + "谢谢您。"), *rows[1:]], "po")
    path.write_text(as_poedit(path.read_text(encoding="utf-8")), encoding="utf-8")
    returned = import_texts(own, path)
    assert (dict(returned.changed), returned.problems) == ({rows[0].context: rows[0].text + "谢谢您。"}, ())
    assert standing(own, rows[0].context).state == "draft, person"


@pytest.mark.parametrize("form", FORMATS)
def test_a_text_that_comes_twice_is_refused_in_every_format(own: Library, form: str) -> None:
    """One text with two translations: Babel would keep the first of a .po file without a word."""
    rows = sent(own)
    both = [replace(rows[0], text=rows[0].text + one) for one in ("谢谢您。", "非常感谢您。")]
    returned = import_texts(own, back(own, [*both, *rows[1:]], form))
    assert [one.message for one in returned.problems] == [f"{rows[0].context!r} comes 2 times"] * 2
    assert len({one.where.line for one in returned.problems}) == 2, "each with its own line"
    assert dict(returned.changed) == {}
    other = [*rows, replace(rows[0], english="Something else.")]
    assert {one.message for one in import_texts(own, back(own, other, form)).problems} == {
        f"{rows[0].context!r} comes 2 times"
    }


def test_what_stands_above_the_names_of_the_columns_is_named(own: Library) -> None:
    path = back(own, sent(own))
    table = list(read_xlsx(path.read_bytes(), "back"))
    path.write_bytes(plain_xlsx([["Texts of the clinic"], *table], [20] * len(table[0])))
    with pytest.raises(UsageError, match="is missing in the first row of the first sheet, which is read") as refused:
        import_texts(own, path)
    assert "sheets before the table" in (refused.value.hint or "")


def test_columns_that_were_sorted_apart_put_no_chinese_under_another_english(own: Library) -> None:
    """English and Chinese were sorted together, the keys stayed: every row shows another text's English."""
    rows, before = sent(own), own.get(PO).path.read_bytes()
    pairs = sorted((row.english, row.text) for row in rows)
    mixed = [replace(row, english=english, text=text) for row, (english, text) in zip(rows, pairs, strict=True)]
    moved = [
        number
        for number, (row, other) in enumerate(zip(rows, mixed, strict=True), 2)
        if row != replace(other, line=row.line)
    ]
    returned = import_texts(own, back(own, mixed))
    assert [one.where.line for one in returned.problems] == moved
    assert len(moved) > len(rows) / 2
    assert "it is that of" in returned.problems[0].message
    assert (dict(returned.changed), own.get(PO).path.read_bytes()) == ({}, before)


def test_of_two_rows_exchanged_nothing_is_taken_and_the_rest_goes_in(own: Library) -> None:
    rows = sent(own)
    rows[1], rows[2] = (
        replace(rows[1], english=rows[2].english, text=rows[2].text),
        replace(rows[2], english=rows[1].english, text=rows[1].text),
    )
    rows[4] = replace(rows[4], text=rows[4].text + "谢谢您。")
    returned = import_texts(own, back(own, rows))
    assert [str(one.where) for one in returned.problems] == ["back.xlsx:3", "back.xlsx:4"]
    assert [*returned.changed] == [rows[4].context]
    assert standing(own, rows[4].context).text == rows[4].text
    assert standing(own, rows[1].context).text != rows[1].text


@pytest.mark.parametrize("last", ["as it was", "edited", "empty"])
def test_texts_that_slipped_by_a_row_are_not_taken_and_the_rest_goes_in(own: Library, last: str) -> None:
    """A cell was deleted in a column, and those below moved up: none of the run comes in, edited or not."""
    rows = sent(own)
    slipped = [replace(row, text=below.text) for row, below in pairwise(rows[1:5])]
    if last == "edited":
        slipped[-1] = replace(slipped[-1], text=slipped[-1].text + "谢谢您。")
    end = replace(rows[4], text="") if last == "empty" else rows[4]
    other = replace(rows[6], text=rows[6].text + "谢谢您。")
    returned = import_texts(own, back(own, [rows[0], *slipped, end, rows[5], other, *rows[7:]]))
    assert [one.where.line for one in returned.problems] == [3, 4, 5, *([6] if last == "empty" else [])]
    assert [*returned.changed] == [other.context]
    assert "which changed too" in returned.problems[0].message


def test_a_cell_that_came_back_empty_is_named_and_the_text_stays(own: Library) -> None:
    rows = sent(own)
    returned = import_texts(own, back(own, [replace(rows[0], text=" "), *rows[1:]]))
    assert (dict(returned.changed), returned.problems) == ({}, ())
    assert [(one.where.line, "came back empty" in one.message) for one in returned.notices] == [(2, True)]
    assert standing(own, rows[0].context).text == rows[0].text


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("#NAME?", "there is no Chinese in it"), ("#REF!", "there is no Chinese in it"),
        ("###", "there is no Chinese in it"), ("？", "there is no Chinese in it"), ("x", "there is no Chinese in it"),
        ("0", "there is no Chinese in it"), ('="请"&E5', "a formula for a text"),
    ],
)  # fmt: skip
def test_a_cell_without_chinese_is_refused_by_its_row(own: Library, cell: str, said: str) -> None:
    rows = sent(own)
    rows[1], rows[2] = replace(rows[1], text=cell), replace(rows[2], text=rows[2].text + "谢谢您。")
    returned = import_texts(own, back(own, rows))
    (problem,) = returned.problems
    assert (problem.where.line, said in problem.message) == (3, True), problem
    assert [*returned.changed] == [rows[2].context]


@pytest.mark.parametrize("form", FORMATS)
def test_a_stale_text_shows_its_earlier_english_and_stays_stale_where_nobody_says_that_it_fits(
    own: Library, form: str
) -> None:
    own, context = stale(own)
    rows = sent(own, form)
    file = own.get(PO).path.parents[4] / f"sent.{form}"
    assert rows[0].earlier == EARLIER if form == "xlsx" else EARLIER in file.read_text(encoding="utf-8")
    before = own.get(PO).path.read_bytes()
    returned = import_texts(own, back(own, sent_again(own, rows), form))
    assert (dict(returned.changed), returned.problems) == ({}, ())
    (notice,) = returned.notices
    assert "it stays stale" in notice.message
    assert own.get(PO).path.read_bytes() == before
    assert standing(own, context).fuzzy


def sent_again(own: Library, rows: list[Row]) -> list[Row]:
    """The rows with their states and earlier English, which .po and XLIFF keep in marks of their own."""
    state = {row.context: (row.state, row.earlier) for row in sent(own)}
    return [replace(row, state=state[row.context][0], earlier=state[row.context][1]) for row in rows]


@pytest.mark.parametrize("form", FORMATS)
def test_a_translator_says_that_a_stale_text_still_fits(own: Library, form: str) -> None:
    own, context = stale(own)
    rows = sent(own)
    was = rows[0].text
    path = back(own, [replace(rows[0], fits="yes"), *rows[1:]] if form == "xlsx" else rows, form)
    content = path.read_text(encoding="utf-8") if form != "xlsx" else ""
    if form == "po":  # as Poedit does it: the mark and the earlier English go
        path.write_text(re.sub(r"#, fuzzy\n#\| .*\n", "", content), encoding="utf-8")
    elif form == "xliff":
        path.write_text(content.replace("needs-review-translation", "translated"), encoding="utf-8")
    returned = import_texts(own, path)
    assert (dict(returned.changed), returned.fits, returned.problems) == ({context: was}, {context}, ())
    now = standing(own, context)
    assert (now.text, now.fuzzy, now.previous, now.state) == (was, False, "", "draft, person")
    fresh = {one.message.context: one.state for one in texts(again(own), "zh_Hans", "placement")}
    assert fresh[context] is State.DRAFT
    assert dict(import_texts(again(own), path).changed) == {}


def test_a_changed_text_goes_in_under_todays_english_though_no_catalog_was_brought_up_to_it(own: Library) -> None:
    one, path = texts(own, "zh_Hans", "placement")[0], own.get(PO).path
    made = {one.message.context: entry(one.message.context, EARLIER, one.text)}
    path.write_text(with_entries(path.read_text(encoding="utf-8"), made), encoding="utf-8")
    own = again(own)
    rows = sent(own)
    assert rows[0].earlier == EARLIER
    import_texts(own, back(own, [replace(rows[0], text=rows[0].text + "谢谢您。"), *rows[1:]]))
    now = standing(own, one.message.context)
    assert (now.english, now.fuzzy, now.text) == (one.message.english, False, one.text + "谢谢您。")


@pytest.mark.parametrize("form", ["po", "xliff"])
@pytest.mark.parametrize("added", ["", "谢谢您。"])
def test_a_text_that_is_marked_as_unsure_keeps_the_mark_and_it_is_said(own: Library, form: str, added: str) -> None:
    rows = sent(own)
    path = back(own, [replace(rows[0], text=rows[0].text + added), *rows[1:]], form)
    content = path.read_text(encoding="utf-8")
    marked = content.replace("msgctxt", "#, fuzzy\nmsgctxt", 1).replace('"translated"', '"needs-translation"', 1)
    path.write_text(marked, encoding="utf-8")
    returned = import_texts(own, path)
    assert (returned.doubted, len(returned.notices)) == ({rows[0].context}, 1)
    assert "marked as unsure" in returned.notices[0].message
    now = standing(own, rows[0].context)
    assert (now.fuzzy, now.text) == (True, rows[0].text + added)
    assert now.state == ("draft, person" if added else "draft, machine")


def test_blanks_around_a_text_are_no_change(own: Library) -> None:
    rows = sent(own)
    returned = import_texts(own, back(own, [replace(row, text=f"\n{row.text}  ") for row in rows]))
    assert (dict(returned.changed), returned.problems, returned.notices) == ({}, (), ())


def test_remarks_and_rows_of_somebodys_own_are_named_with_file_and_row(own: Library) -> None:
    rows = sent(own)
    rows[1] = replace(rows[1], text=rows[1].text + "谢谢您。")
    table = [COLUMNS, *(row.cells for row in rows), (), ("remarks: see row 5",), (*rows[0].key[:2], "mine", "a", "b")]
    path = own.get(PO).path.parents[4] / "back.xlsx"
    path.write_bytes(plain_xlsx(table, [14] * len(COLUMNS)))
    returned = import_texts(own, path)
    last = len(rows) + 3
    said = [(one.where.line, one.message) for one in returned.problems]
    assert said == [(last, "this row names no text"), (last + 1, "there is no text 'mine' to put this into")]
    assert [*returned.changed] == [rows[1].context]


def test_a_po_file_without_references_is_refused_with_file_and_line(own: Library) -> None:
    path = back(own, sent(own), "po")
    path.write_text(re.sub(r"(?m)^#: .*\n", "", path.read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(UsageError, match=r"back\.po:13: nothing says which text this is"):
        import_texts(own, path)


def test_an_unknown_word_in_the_column_fits_is_asked_about(own: Library) -> None:
    rows = sent(own)
    (problem,) = import_texts(own, back(own, [replace(rows[0], fits="maybe"), *rows[1:]])).problems
    assert "'maybe' in the column 'fits'" in problem.message


@pytest.mark.parametrize(
    ("language", "term", "wrong"),
    [
        ("zh_Hans", "T visa: T签证 (never 人口贩卖签证, 人口走私签证)", "never 原件"),
        ("zh_Hant", "T visa: T簽證 (never 人口販賣簽證, 人口走私簽證)", "正本 (never 正本"),
    ],
)
def test_a_term_goes_out_with_what_is_as_good_and_what_it_is_never_called(
    library: Library, language: str, term: str, wrong: str
) -> None:
    """In the script of the text: what one script calls wrong is the other's own term (原件, 正本)."""
    rows = rows_of(texts(library, language, "kyr", "paid-help"), read_glossary(library))
    terms = "; ".join(row.terms for row in rows)
    assert term in terms
    assert "(also " in terms
    assert wrong not in terms
    assert all("can hurt: private (it touches who she is" in row.note for row in rows)
