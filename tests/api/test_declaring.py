"""The statement outside the interview: every version stays, order and tags are answers, nothing unsafe gets in."""

import shutil
from pathlib import Path

import pytest

from legalassist.api import asking, declaring
from legalassist.api.asking import Opened
from legalassist.api.declaring import ENGLISH, Tags
from legalassist.assessments.coverage import coverage, untagged
from legalassist.assessments.missing import missing_items
from legalassist.cases.answer import Said
from legalassist.errors import AnswerRefused, UsageError
from legalassist.facts.text import LONGEST
from legalassist.law.rulebook import findings
from legalassist.library import Library

SAID = Said("P. Lin", "2026-11-23T10:00:00", "zh_Hans", "li")


@pytest.fixture
def opened(library: Library, tmp_path: Path) -> Opened:
    """Mei's case in a file of its own."""
    case = tmp_path / "mei.yaml"
    shutil.copy(library.get("interviews/tvisa/examples/mei.yaml").path, case)
    return asking.open_answers(case, library)


def words(opened: Opened, part: str = "text") -> list[str]:
    shown = declaring.shown(opened)
    return [str(versions[-1].value) if (versions := getattr(one, part)) else "" for one in shown]


def test_a_paragraph_goes_where_it_is_put_and_is_kept_with_who_typed_it(opened: Opened, library: Library) -> None:
    before = words(opened)
    opened = declaring.add(opened, ("新的一段。", "再一段。"), SAID, after=2)
    assert words(opened) == [*before[:2], "新的一段。", "再一段。", *before[2:]]
    assert declaring.shown(opened)[2].text[-1].said == SAID
    assert opened.facts.rows("statement.paragraphs").complete, "what was complete stays so"
    kept = asking.open_answers(opened.kept.path, library)  # type: ignore[attr-defined]
    assert words(kept) == words(opened)


def test_no_version_is_lost_by_editing_moving_or_taking_out(opened: Opened) -> None:
    first = words(opened)[2]
    opened = declaring.edit(opened, 3, "改过的话。", SAID)
    opened = declaring.move(opened, 3, 1, SAID)
    (shown, *_) = declaring.shown(opened)
    assert [str(one.value) for one in shown.text] == [first, "改过的话。"]
    opened = declaring.remove(opened, 1, SAID)
    assert "改过的话。" not in words(opened)
    assert [str(one.value) for one in opened.case.history(f"{shown.paragraph.path}.text")] == [first, "改过的话。"]


def test_a_translation_older_than_its_paragraph_is_missing_until_it_is_given_anew(opened: Opened) -> None:
    def old(opened: Opened) -> list[str]:
        return [item.path for item in missing_items(opened.facts) if "after it was translated" in item.why]

    assert old(opened) == []
    opened = declaring.edit(opened, 3, "改过的话。", SAID)
    assert old(opened) == ["statement.paragraphs[3].english"]
    assert declaring.shown(opened)[2].again
    assert old(declaring.edit(opened, 3, "Changed words.", SAID, part=ENGLISH)) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a" * (LONGEST + 1), "more than 60,000 characters"),
        ("a\x07b", "character 2 is a control character"),
        ("a\u202eb", "character 2 is a direction override"),
        ("a\x0cb", "character 2 is a control character"),
        (" \n ", "nothing was written here"),
    ],
)
def test_what_no_document_can_hold_is_refused_and_nothing_is_added(opened: Opened, text: str, message: str) -> None:
    before = opened.kept.path.read_bytes()  # type: ignore[attr-defined]
    with pytest.raises(AnswerRefused, match=message):
        declaring.add(opened, ("fine", text), SAID)
    assert opened.kept.path.read_bytes() == before  # type: ignore[attr-defined]


def test_the_longest_paragraph_braces_and_three_hundred_paragraphs_are_kept_as_typed(opened: Opened) -> None:
    texts = ("{{ client.name }} {% raw %} & <b>", "长" * LONGEST, *(f"第{n}段。" for n in range(300)))
    opened = declaring.add(opened, texts, SAID)
    assert tuple(words(opened)[-len(texts) :]) == texts
    opened = declaring.move(opened, len(words(opened)), 1, SAID)
    assert words(opened)[0] == texts[-1]


def test_blocks_between_empty_lines_are_paragraphs_and_no_character_is_swallowed() -> None:
    assert declaring.blocks("one\ntwo\n\n \nthree\r\n\r\nfour") == ("one\ntwo", "three", "four")
    assert declaring.blocks("a\x0cb\u2028c") == ("a\x0cb\u2028c",)
    assert declaring.blocks("\n \n") == ()


def test_tags_name_what_is_there_or_are_refused(opened: Opened) -> None:
    opened = declaring.tag(opened, 1, Tags(("age",), ("exhibits[4]",), ("jobs[1].employer",)), SAID)
    one = declaring.shown(opened)[0].paragraph
    assert (one.elements, one.papers, one.rests_on) == (("age",), ("exhibits[4]",), ("jobs[1].employer",))
    assert declaring.shown(declaring.tag(opened, 1, Tags(elements=()), SAID))[0].paragraph.elements == ()
    for tags in (Tags(exhibits=("exhibits[99]",)), Tags(rests_on=("jobs[77].employer",)), Tags(rests_on=("no.such",))):
        with pytest.raises(UsageError):
            declaring.tag(opened, 1, tags, SAID)
    with pytest.raises(AnswerRefused, match="not one of the choices"):
        declaring.tag(opened, 1, Tags(elements=("pity",)), SAID)
    with pytest.raises(UsageError, match="no paragraph 99"):
        declaring.tag(opened, 99, Tags(), SAID)


def test_a_tag_whose_exhibit_is_gone_is_missing_and_an_answer_given_again_asks_for_a_look(opened: Opened) -> None:
    opened = declaring.tag(opened, 1, Tags(exhibits=("exhibits[4]",), rests_on=("client.birth_city",)), SAID)
    opened = asking.remove_row(opened, "exhibits", 4, SAID)
    lost = [item for item in missing_items(opened.facts) if item.path == "statement.paragraphs[1].exhibits"]
    assert [item.why for item in lost] == [
        "tagged with a paper that is not in the list of exhibits any more: tag the paragraph again"
    ]
    opened = asking.record(opened, "client.birth_city", "Elsewhere", SAID)
    again = declaring.shown(opened)[0].again
    assert any("client.birth_city" in one for one in again)


def test_the_matrix_says_what_has_no_paragraph_and_no_exhibit(opened: Opened) -> None:
    lines = {one.element.tag: one for one in coverage(opened.facts)}
    assert lines["action"].paragraphs == (3, 5)
    assert (lines["action"].owed, lines["action"].bare) == (False, True)
    assert not lines["age"].owed, "a contact or the trauma exception stands for the age exemption"
    assert 1 in untagged(opened.facts)
    for number in (3, 5):
        opened = declaring.tag(opened, number, Tags(elements=()), SAID)
    assert {one.element.tag: one.owed for one in coverage(opened.facts)}["action"]


def test_a_tagged_paragraph_speaks_to_an_exemption_and_not_in_the_place_of_a_professional(opened: Opened) -> None:
    (before,) = (one for one in findings(opened.facts) if one.rule == "tvisa.trauma_exception")
    assert before.paragraphs == ("statement.paragraphs[8]",)
    opened = declaring.tag(opened, 2, Tags(elements=("trauma",)), SAID)
    (after,) = (one for one in findings(opened.facts) if one.rule == "tvisa.trauma_exception")
    assert after.paragraphs == ("statement.paragraphs[2]", "statement.paragraphs[8]")
    own, _, professional = after.parts
    assert own.paragraphs == after.paragraphs
    assert professional.paragraphs == ()
