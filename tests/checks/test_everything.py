"""The shipped content has no problem, as the command says; each checker is shown to find one that is planted."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from documents.docx_builder import docx, paragraph
from fault_files import LETTER, MATTER, make_shelf
from one_library import LIBRARY

from legalassist.api.content import check_content, check_notes
from legalassist.checks.catalogs import folder_problems
from legalassist.checks.everything import matter_problems
from legalassist.checks.one_file import LaidOver
from legalassist.cli import main
from legalassist.errors import UsageError
from legalassist.library import Book, Library

PACKET = "interviews/try/packet.yaml"


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    return make_shelf(tmp_path)


def said(shelf: Path) -> list[str]:
    return [f"{problem.where}: {problem.message}" for problem in matter_problems(Library(shelf), MATTER)]


def change(shelf: Path, name: str, old: str, new: str) -> None:
    path = shelf / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_shelf_with_faults_in_three_files_reports_all_three(shelf: Path) -> None:
    change(shelf, PACKET, "print: contents", "print: content")
    change(shelf, "templates/try/forms/f1.2020-01-01.yaml", "person.name", "person.nmae")
    (shelf / LETTER).write_bytes(docx(paragraph('{{ person.likse }} {{ _("Sincerely,") }}')))
    assert [one.split(":")[0] for one in said(shelf)] == [PACKET, "templates/try/forms/f1.2020-01-01.yaml", LETTER]


def test_the_memo_never_leaves_the_office(shelf: Path) -> None:
    (shelf / "templates/try/memo.html").write_text("{{ elements }}", encoding="utf-8")
    with (shelf / PACKET).open("a", encoding="utf-8") as file:
        file.write("  - piece: memo\n    title: Memo\n    print: memo\n")
    assert said(shelf) == [f"{PACKET}:17:5: the memo is work product and never leaves the office"]
    change(shelf, PACKET, "    print: memo\n", "    print: memo\n    folder: internal\n")
    assert said(shelf) == []


def test_a_heavy_answer_is_not_sent_to_an_agency(shelf: Path) -> None:
    (shelf / LETTER).write_bytes(docx(paragraph('{{ person.story }} {{ _("Sincerely,") }}')))
    assert said(shelf) == []
    change(shelf, PACKET, "    word: letter\n", "    word: letter\n    folder: agency\n")
    (problem,) = said(shelf)
    assert problem.startswith(f"{PACKET}:7:5: ")
    assert problem.endswith("its template prints person.story, which is a heavy answer")


@pytest.mark.parametrize("source", ["fact: person.story", "attorney: yes\n        plain:\n          - person.story"])
def test_a_form_with_a_heavy_answer_is_not_sent_to_an_agency(shelf: Path, source: str) -> None:
    item = f'\n      - item: "2"\n        label: Story\n        answer: long text\n        {source}\n'
    with (shelf / "templates/try/forms/f1.2020-01-01.yaml").open("a", encoding="utf-8") as file:
        file.write(item)
    assert said(shelf) == []
    change(shelf, PACKET, "    form: f1.2020-01-01\n", "    form: f1.2020-01-01\n    folder: agency\n")
    (problem,) = said(shelf)
    assert problem.endswith("its form prints person.story, which is a heavy answer")


def test_a_template_may_name_the_parts_of_values_and_the_words_of_the_packet_and_no_others(shelf: Path) -> None:
    fine = (
        "{{ person.name.native }} {% for one in papers %}{{ one.paper.title }}{% endfor %} {{ attorney.name.family }}"
        "{% for line in filing_place.lines %}{{ line }}{% endfor %} {{ as_of | long_date }} {{ enclosed[0].title }}"
        "{% if derived.age_at_receipt %}{{ derived.age_at_receipt }}{% endif %}"
    )
    (shelf / LETTER).write_bytes(docx(paragraph(fine), paragraph('{{ _("Sincerely,") }}')))
    assert said(shelf) == []
    (shelf / LETTER).write_bytes(
        docx(paragraph("{{ person }} {{ papers.paper }} {{ clinic.nam }}"), paragraph('{{ _("Sincerely,") }}'))
    )
    assert [one.partition("names ")[2].split(",")[0] for one in said(shelf)] == [
        "'person'",
        "'papers.paper'",
        "'clinic.nam'",
    ]


def test_two_texts_a_catalog_could_not_tell_apart_are_found(shelf: Path) -> None:
    (shelf / LETTER).write_bytes(docx(paragraph('{{ _("Sincerely,") }} {{ _("Sincerely!") }}')))
    assert said(shelf) == [f"{LETTER}: paragraph 1 has a translated text that begins like another one"]


def test_a_catalog_that_is_not_there_is_one_problem(shelf: Path) -> None:
    (shelf / "locales/zh_Hans/LC_MESSAGES/try.po").unlink()
    (problem,) = said(shelf)
    assert problem.endswith("no shelf holds locales/zh_Hans/LC_MESSAGES/try.po")


def test_templates_without_a_list_of_authorities_are_found(shelf: Path) -> None:
    (shelf / "templates/try/authorities.yaml").unlink()
    assert said(shelf) == [
        "templates/try/authorities.yaml: no file says which authorities stand behind the Word templates"
    ]


def test_a_matter_without_a_packet_is_a_problem_and_stops_no_other_checker(shelf: Path) -> None:
    (shelf / PACKET).unlink()
    change(shelf, "templates/try/contents.html", "lines", "line")
    assert [one.split(": ")[1] for one in said(shelf)] == [
        "no shelf holds interviews/try/packet.yaml",
        "'line' is not known here",
    ]


def test_a_clinics_own_template_is_checked_in_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    own = tmp_path / "templates/tvisa/memo.html"
    own.parent.mkdir(parents=True)
    own.write_text("{{ elemens }}", encoding="utf-8")
    (problem,) = check_content(LIBRARY, [tmp_path])
    assert str(problem.where) == "templates/tvisa/memo.html:1"
    assert problem.hint == "did you mean 'elements'?"


def test_law_that_is_due_is_a_note_and_no_problem(today: date, library: Library) -> None:
    assert check_notes(library, today) == ()
    notes = check_notes(library, date(2030, 1, 1))
    assert any(note.message.startswith("EL-01 was to be read again on ") for note in notes)
    assert any(note.where.file == "law/parameters.yaml" for note in notes)


def test_what_forms_ask_for_and_the_clinics_own_particulars_lack_is_a_note(tmp_path: Path, today: date) -> None:
    text = LIBRARY.get("interviews/tvisa/examples/clinic.yaml").text
    (tmp_path / "clinic.yaml").write_text(text.replace('    bar_number: "0000000"\n', ""), encoding="utf-8")
    notes = check_notes(Library(tmp_path), today)
    assert "forms ask for what is not here: attorney.bar_number (je): " in notes[0].message
    (tmp_path / "clinic.yaml").write_text(text, encoding="utf-8")
    assert check_notes(Library(tmp_path), today) == ()


# ---- single files ----


@pytest.mark.parametrize(
    "name",
    [
        "interviews/try/pages/people.yaml", "interviews/try/interview.yaml", PACKET, "interviews/try/examples/ana.yaml",
        "templates/try/authorities.yaml", "templates/try/forms/f1.2020-01-01.yaml", "templates/try/contents.html",
        LETTER, "locales/zh_Hans/LC_MESSAGES/try.po",
    ],
)  # fmt: skip
def test_every_kind_of_file_is_known_and_a_good_one_has_no_problem(shelf: Path, name: str) -> None:
    assert check_content(Library(shelf), [shelf / name]) == ()


def test_a_single_file_is_named_as_it_was_given_and_only_its_own_problems_are_shown(shelf: Path) -> None:
    change(shelf, PACKET, "print: contents", "print: content")
    change(shelf, "templates/try/contents.html", "lines", "line")
    (problem,) = check_content(Library(shelf), [shelf / PACKET])
    assert problem.where.file == str(shelf / PACKET)


def test_a_copy_of_a_file_elsewhere_is_checked_as_if_it_lay_on_the_shelf(shelf: Path, tmp_path: Path) -> None:
    copy = tmp_path / "elsewhere" / "packet.yaml"
    copy.parent.mkdir()
    shutil.copy(shelf / PACKET, copy)
    change(copy.parent, "packet.yaml", "person.likes", "person.like")
    (problem,) = check_content(Library(shelf), [copy])
    assert "`person.like` is not a known fact" in problem.message


def test_a_folder_that_is_no_shelf_is_checked_file_by_file(shelf: Path) -> None:
    change(shelf, "interviews/try/pages/people.yaml", "ask: What is it?", "aks: What is it?")
    (problem,) = check_content(Library(shelf), [shelf / "interviews/try/pages"])
    assert problem.message == "unknown key 'aks'"


def test_what_nothing_reads_is_said_to_be_so(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("x", encoding="utf-8")
    (tmp_path / "new.html").write_text("x", encoding="utf-8")
    (tmp_path / "other.po").write_text('msgid ""\nmsgstr ""\n"Language: zh_Hans\\n"\n', encoding="utf-8")
    said = [
        problem.message
        for name in ("notes.txt", "new.html", "other.po")
        for problem in check_content(LIBRARY, [tmp_path / name])
    ]
    assert said == [
        "nothing here reads a file of this kind",
        "nothing fills a print template called 'new'",
        "nothing is translated by a catalog called 'other'",
    ]


def test_a_path_that_is_not_there_is_a_wrong_use() -> None:
    with pytest.raises(UsageError):
        check_content(LIBRARY, [Path("nowhere.yaml")])


def test_a_file_laid_over_the_shelves_is_found_in_its_place_and_nothing_else_changes(
    shelf: Path, tmp_path: Path
) -> None:
    library = Library(shelf)
    laid = LaidOver(library, Book("interviews/try/pages/more.yaml", "file", tmp_path / "x.yaml"))
    before = [book.name for book in library.books("interviews/try", ".yaml")]
    after = [book.name for book in laid.books("interviews/try", ".yaml")]
    assert after == sorted([*before, "interviews/try/pages/more.yaml"])
    assert laid.get(PACKET).path == library.get(PACKET).path


# ---- the command ----


def run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["check", *arguments])
    return done.exit_code, done.output


def test_the_command_says_that_all_is_well() -> None:
    code, printed = run("--as-of", "2026-11-23")
    *notes, last = printed.splitlines()
    assert (code, last) == (0, "no problems")
    assert all("English of grade" in note for note in notes), "what was measured, and nothing to mend"


def test_the_command_prints_file_line_column_what_and_what_to_do_and_counts(tmp_path: Path) -> None:
    page = tmp_path / "page.yaml"
    page.write_text(
        "page: p\nsection: s\ntitle: t\nquestions:\n  - fact: a.b\n    type: txt\n    ask: A?\n    wen: b\n", "utf-8"
    )
    code, output = run(str(page))
    assert code == 3
    assert output == (
        f"{page}:6:5: there is no question type 'txt' (did you mean 'text'?)\n"
        f"{page}:8:5: unknown key 'wen'\n  hint: did you mean 'when'?\n2 problems\n"
    )


def test_the_command_speaks_json_to_programs(tmp_path: Path) -> None:
    page = tmp_path / "page.yaml"
    page.write_text("page: p\nsection: s\ntitle: t\nquestions: []\nextra: 1\n", encoding="utf-8")
    code, output = run(str(page), "--format", "json")
    assert code == 3
    expected = {"file": str(page), "line": 5, "column": 1, "message": "unknown key 'extra'", "hint": ""}
    assert json.loads(output) == {"problems": [expected], "notes": []}
    code, output = run("--format", "json", "--as-of", "2030-01-01")
    assert code == 0
    assert json.loads(output)["notes"]


def test_problems_are_told_apart_from_wrong_use(tmp_path: Path) -> None:
    assert run(str(tmp_path / "nowhere.yaml"))[0] == 2


@pytest.mark.parametrize(
    ("name", "hint"),
    [("zh_CN", "name it zh_Hans"), ("zh_Hans_US", "did you mean 'zh_Hans'"), ("fr", "the languages are")],
)
def test_a_folder_of_catalogs_that_nobody_reads_is_told(tmp_path: Path, name: str, hint: str) -> None:
    path = tmp_path / f"locales/{name}/LC_MESSAGES/app.po"
    path.parent.mkdir(parents=True)
    path.write_text("", encoding="utf-8")
    (found,) = folder_problems(Library(tmp_path))
    assert (found.message, hint in found.hint) == (f"nothing reads a folder called {name!r}", True)


def test_the_catalog_of_every_shelf_can_be_checked_by_itself(library: Library, tmp_path: Path) -> None:
    for name in ("kyr", "placement", "app"):
        path = tmp_path / f"{name}.po"
        shutil.copy(library.get(f"locales/zh_Hans/LC_MESSAGES/{name}.po").path, path)
        assert list(check_content(library, [path])) == []
    path.rename(tmp_path / "other.po")
    (found,) = check_content(library, [tmp_path / "other.po"])
    assert found.message == "nothing is translated by a catalog called 'other'"
