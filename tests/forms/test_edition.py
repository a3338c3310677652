from pathlib import Path

import pytest

from legalassist.errors import ContentError
from legalassist.forms.edition import edition_problems, read_edition
from legalassist.interviews.reader import read_page
from legalassist.interviews.schema import Interview
from legalassist.library import Library

PAGE, _ = read_page(
    "page: p\nsection: s\ntitle: t\nquestions:\n  - fact: a.name\n    type: person name\n    ask: Name?\n", "p.yaml"
)
assert PAGE is not None
INTERVIEW = Interview("try", "Try", (PAGE,))
FORM = 'form: f-1\ntitle: F\nedition: "01/01/20"\nparts:\n  - number: "1"\n    title: P\n    items:\n'


def library_of(folder: Path, items: str) -> Library:
    path = folder / "templates/try/forms/f.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(FORM + items, encoding="utf-8")
    return Library(folder)


def test_an_edition_is_read_with_the_words_people_write(tmp_path: Path) -> None:
    items = (
        '      - {item: "1", label: A, by hand: sign in ink}\n      - {item: "2", label: B, clinic: attorney.name}\n'
    )
    library = library_of(tmp_path, items)
    first, second = read_edition(library, "try", "f").parts[0].items
    assert (first.by_hand, second.clinic) == ("sign in ink", "attorney.name")
    assert edition_problems(library, "try", "f", INTERVIEW) == ()


@pytest.mark.parametrize(
    ("item", "place", "message"),
    [
        ("fact: a.nmae", "8:9", "no question asks for 'a.nmae'"),
        ("fact: 'a[1].name'", "8:9", "no question asks for 'a[1].name'"),
        ("attorney: yes, plain: [b.c]", "8:9", "no question asks for 'b.c'"),
        ("answer: text", "8:9", "an item has exactly one source"),
        ("clinic: yes, attorney: yes", "8:9", "an item has exactly one source"),
        ("clinic: attorney.barr_number", "8:31", "the clinic's particulars have no 'attorney.barr_number'"),
        ("rule: perhaps", "8:31", "there is no rule 'perhaps'"),
        ("attorney: yes, proposed: a.b ==", "8:9", "the expression cannot be read here"),
        ("by hnad: x, clinic: attorney.name", "8:31", "unknown key 'by hnad'"),
    ],
)
def test_a_mistake_in_an_edition_is_found_at_its_line(tmp_path: Path, item: str, place: str, message: str) -> None:
    library = library_of(tmp_path, f'      - {{item: "1", label: A, {item}}}\n')
    (problem,) = edition_problems(library, "try", "f", INTERVIEW)
    assert message in problem.message
    assert str(problem.where) == f"templates/try/forms/f.yaml:{place}"


def test_a_misspelt_key_with_a_space_is_answered_with_the_nearest(tmp_path: Path) -> None:
    library = library_of(tmp_path, '      - {item: "1", label: A, by hnad: x, clinic: yes}\n')
    (problem,) = edition_problems(library, "try", "f", INTERVIEW)
    assert problem.hint == "did you mean 'by hand'?"


def test_a_broken_edition_is_not_used(tmp_path: Path) -> None:
    with pytest.raises(ContentError):
        read_edition(library_of(tmp_path, "      - item: 1\n"), "try", "f")
