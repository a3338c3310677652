from pathlib import Path

import pytest
from one_library import LIBRARY

from legalassist.api.papers import RECORD, print_papers
from legalassist.documents.rendered.every import seen
from legalassist.documents.tags.tagged import audit, tagged_text
from legalassist.errors import UsageError

TELLING = ("traffick", "T visa", "T nonimmigrant", "victim", "人口贩", "受害", "T签证", "T 签证")


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("papers") / "out"
    print_papers(LIBRARY, ("sheet", "guide", "documents"), out)
    return out


def test_the_sheet_has_codes_boxes_and_both_languages(printed: Path) -> None:
    text = tagged_text((printed / "information-sheet.pdf").read_bytes())
    words = ("What is your full legal name?", "您的法定全名是什么", "lunar calendar", "农历")
    for said in ("5TZMM", "HQLRS.4", *words):
        assert said in text, said


@pytest.mark.parametrize("file", ["information-sheet.pdf", "papers-to-look-for.pdf"])
def test_what_leaves_the_office_tells_nothing(printed: Path, file: str) -> None:
    text = tagged_text((printed / file).read_bytes())
    assert not [word for word in TELLING if word.casefold() in text.casefold()]


def test_the_guide_warns_before_what_is_hard_and_has_no_lines_for_names(printed: Path) -> None:
    text = tagged_text((printed / "guide.pdf").read_bytes())
    assert text.index("The next questions are about hard things") < text.index("Did other people make you")
    assert "Family name" not in text


def test_the_list_comes_in_the_readers_language_first(printed: Path) -> None:
    text = tagged_text((printed / "papers-to-look-for.pdf").read_bytes())
    assert text.index("结婚证") < text.index("Marriage certificate")


@pytest.mark.parametrize("file", ["information-sheet.pdf", "guide.pdf", "papers-to-look-for.pdf"])
def test_every_paper_is_tagged_whole(printed: Path, file: str) -> None:
    assert not audit((printed / file).read_bytes())


@pytest.mark.parametrize("file", ["information-sheet.pdf", "guide.pdf", "papers-to-look-for.pdf"])
def test_every_paper_looks_right(printed: Path, file: str) -> None:
    assert seen((printed / file).read_bytes(), ["zh_Hans", "en"]) == []


def test_the_same_papers_have_the_same_bytes_and_replace_themselves(printed: Path) -> None:
    before = {path.name: path.read_bytes() for path in printed.iterdir()}
    print_papers(LIBRARY, ("sheet", "guide", "documents"), printed)
    assert before == {path.name: path.read_bytes() for path in printed.iterdir()}


@pytest.mark.parametrize("there", ["mine.txt", RECORD])
def test_a_folder_with_something_else_is_left_alone(tmp_path: Path, there: str) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / there).write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="something else"):
        print_papers(LIBRARY, ("sheet",), tmp_path / "out")
    assert (tmp_path / "out" / there).read_text(encoding="utf-8") == "mine"


def test_a_paper_that_there_is_not_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no paper 'shet'") as refused:
        print_papers(LIBRARY, ("shet",), tmp_path / "out")
    assert "sheet" in refused.value.hint
