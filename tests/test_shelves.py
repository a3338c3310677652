"""The same word at the same depth on every shelf: no interview without templates, no catalog of nothing."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

SHARED = {"common", "app", "spoken-cmn", "spoken-yue"}
"""Words that belong to no matter: what all templates share, the program's own screens, what is said aloud."""


def shelf_words(top: Path) -> dict[str, set[str]]:
    """Return the words on each shelf: folders of interviews and templates, catalogs of each language, law modules."""

    def folders(shelf: str) -> set[str]:
        return {path.name for path in (top / shelf).glob("*") if path.is_dir() and any(path.iterdir())}

    words = {"interviews": folders("interviews"), "templates": folders("templates")}
    for language in sorted(path for path in (top / "locales").glob("*") if path.is_dir()):
        words[f"locales/{language.name}"] = {path.stem for path in language.glob("LC_MESSAGES/*.po")}
    words["law"] = {path.stem for path in (top / "src/legalassist/law").glob("*.py")}
    return words


def shelf_problems(words: Mapping[str, set[str]]) -> Iterator[str]:
    """Yield every word that is missing on a shelf, or stands on one alone; the interviews are the measure."""
    matters = words["interviews"] - SHARED
    for shelf, found in words.items():
        for word in sorted(matters - found):
            yield f"{shelf}: '{word}' is missing; interviews/{word} exists"
        if shelf != "law":  # law has modules of its own, such as deadlines, that are no matter
            for word in sorted(found - matters - SHARED):
                yield f"{shelf}: '{word}' is an orphan; there is no interviews/{word}"


def test_every_matter_has_its_word_on_every_shelf(top: Path) -> None:
    problems = list(shelf_problems(shelf_words(top)))
    assert not problems, "\n".join(problems)


WHOLE = {
    "interviews": {"tvisa"},
    "templates": {"tvisa", "common"},
    "locales/zh_Hans": {"tvisa", "app"},
    "law": {"tvisa", "deadlines", "__init__"},
}


def test_a_whole_set_of_shelves_has_no_problem() -> None:
    assert not list(shelf_problems(WHOLE))


@pytest.mark.parametrize("shelf", ["templates", "locales/zh_Hans", "law"])
def test_a_word_missing_on_one_shelf_is_found(shelf: str) -> None:
    (problem,) = shelf_problems(WHOLE | {shelf: WHOLE[shelf] - {"tvisa"}})
    assert problem == f"{shelf}: 'tvisa' is missing; interviews/tvisa exists"


@pytest.mark.parametrize("shelf", ["templates", "locales/zh_Hans"])
def test_a_word_that_stands_alone_is_an_orphan(shelf: str) -> None:
    (problem,) = shelf_problems(WHOLE | {shelf: WHOLE[shelf] | {"kyr"}})
    assert problem == f"{shelf}: 'kyr' is an orphan; there is no interviews/kyr"


def test_empty_folders_are_no_words(tmp_path: Path) -> None:
    (tmp_path / "interviews/tvisa").mkdir(parents=True)
    assert shelf_words(tmp_path)["interviews"] == set()
