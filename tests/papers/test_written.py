from collections.abc import Callable
from pathlib import Path

import pytest

from legalassist.api.opening import open_interview
from legalassist.errors import ContentError
from legalassist.interviews.schema import Sensitivity
from legalassist.library import Library
from legalassist.papers.written import papers_file, read_papers


def test_nothing_hard_stands_on_the_sheet(library: Library) -> None:
    interview = open_interview(library, "tvisa")
    facts = [fact for section in read_papers(library, interview).sheet.sections for fact in section.facts]
    assert len(facts) > 20
    assert all(interview.by_fact[fact].sensitivity is not Sensitivity.HEAVY for fact in facts)
    assert not any(fact.startswith(("trafficking", "reporting", "health", "arrests", "hardship")) for fact in facts)


def change(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new, 1)


@pytest.mark.parametrize(
    ("planted", "message"),
    [
        (change("- client.sex", "- client.sxe"), "no question asks for 'client.sxe'"),
        (change("- client.sex", "- trafficking.kind"), "trafficking.kind is not for paper"),
        (change("- client.sex", "- client.uscis_account"), "client.uscis_account is not for paper"),
        (change("- client.sex", "- family[].name"), "family[].name does not stand in no group"),
        (change("group: family", "group: famly"), "'famly' is no group of questions"),
        (change("- happened", "- happend"), "there is no page 'happend'"),
        (change("relation: spouse", "relation: souse"), "there is no relation 'souse'"),
        (change("- PB-07", "- PB-99"), "there is no authority 'PB-99'"),
        (change("rows: 4", "rows: 400"), "12"),
        (change("rows: 4", "rows: many"), "a whole number"),
    ],
)
def test_a_mistake_in_the_file_is_found(
    library: Library, tmp_path: Path, planted: Callable[[str], str], message: str
) -> None:
    text = library.get(papers_file("tvisa")).text
    assert planted(text) != text
    path = tmp_path / papers_file("tvisa")
    path.parent.mkdir(parents=True)
    path.write_text(planted(text), encoding="utf-8")
    with pytest.raises(ContentError) as refused:
        read_papers(Library(tmp_path), open_interview(library, "tvisa"))
    assert any(message in problem.message for problem in refused.value.problems), refused.value.problems
