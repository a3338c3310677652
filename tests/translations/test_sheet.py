"""The sheet to read: every text in both languages, terms underlined, and a code that one character changes."""

from dataclasses import replace
from pathlib import Path

from legalassist.api.approving import sheet_code
from legalassist.api.reviewing import parts, print_sheet
from legalassist.api.translating import texts
from legalassist.documents.tags.tagged import tagged_text
from legalassist.library import Library
from legalassist.translations.gates.terms import read_glossary


def bare(text: str) -> str:
    return "".join(text.split())


def test_the_sheet_holds_every_text_in_both_languages_and_its_code(library: Library, tmp_path: Path) -> None:
    found = texts(library, "zh_Hans", "tvisa", "declaration")
    code = print_sheet(library, found, tmp_path / "sheet.pdf")
    said = bare(tagged_text((tmp_path / "sheet.pdf").read_bytes()))
    assert bare(code) in said
    for one in found:
        assert bare(one.message.english) in said
        assert bare(one.text) in said


def test_one_changed_character_changes_the_code(library: Library) -> None:
    found = list(texts(library, "zh_Hans", "placement"))
    changed = [*found[:-1], replace(found[-1], text=found[-1].text + "。")]
    assert sheet_code(found) != sheet_code(changed)


def test_terms_are_marked_in_the_english_the_longest_first(library: Library) -> None:
    cut = list(parts("This help is free of charge for a T visa.", read_glossary(library)))
    assert "".join(one.text for one in cut) == "This help is free of charge for a T visa."
    assert [one.text for one in cut if one.term] == ["free of charge", "T visa"]
