"""No-blanks mode on the official form: the list's word in boxes to write in, from an answer or a rule, and no tick."""

from dataclasses import replace
from functools import lru_cache

import pytest
from forms.maps import editions, files
from forms.test_answer_sheet import CLINIC, sources_of
from forms.test_answering import form, texts
from one_library import LIBRARY

from legalassist.api.opening import open_interview
from legalassist.cases.case import Case
from legalassist.facts.known import Fact, Known, PlainFacts, Rows, Unknown, Why
from legalassist.facts.values import PersonName
from legalassist.forms.answering import Answered, answer_boxes
from legalassist.forms.blank import Blank, Kind
from legalassist.forms.edition import read_edition
from legalassist.forms.filled import write_form
from legalassist.forms.no_blanks import SPOKEN_FOR, read_no_blanks
from legalassist.forms.placing import BoxAnswer, place
from legalassist.forms.rereading import boxes_on
from legalassist.forms.sources import Read, Sources

WORDS = read_no_blanks(LIBRARY, "tvisa")
NAME = ({"part": "family"}, {"part": "given"}, {"part": "middle"})
ROWS = tuple({"part": part, "row": str(row)} for row in (1, 2) for part in ("name.family", "birth_date"))
NOT_HERS = ("attorney.", "clinic.", "preparer.", "interpreter.", "rule: ")
"""What does not come from an answer: particulars of the clinic that do not exist, and rules."""
SPEAK = {Why(state.value) for state in SPOKEN_FOR if state.value in {why.value for why in Why}}


def filled(item: dict[str, object], facts: PlainFacts, *said: dict[str, object]) -> dict[str, str]:
    edition, boxes = form(item, *said)
    sources = replace(sources_of(facts), blanks=WORDS)
    return texts(answer_boxes(boxes, edition, sources, {f"B[{n}]": 7 for n in range(len(said))}))


@pytest.mark.parametrize(
    ("why", "word"),
    [
        (Why.DOES_NOT_KNOW, "Unknown"), (Why.DOES_NOT_APPLY, "N/A"),
        (Why.NOT_ASKED, ""), (Why.LATER, ""), (Why.DECLINED, ""), (Why.NO_RULE, ""),
    ],
)  # fmt: skip
def test_each_part_of_an_unknown_name_says_why_only_if_somebody_said_it(why: Why, word: str) -> None:
    facts = PlainFacts(unknown={"a.name": why})
    found = filled({"fact": "a.name", "answer": "person name"}, facts, *NAME)
    assert found == ({"B[0]": word, "B[1]": word, "B[2]": word} if word else {})


@pytest.mark.parametrize("why", list(Why))
def test_a_yes_or_no_box_never_has_a_word(why: Why) -> None:
    facts = PlainFacts(unknown={"a.yes": why})
    boxes = ({"kind": "check", "is": "yes"}, {"kind": "check", "is": "no"}, {"kind": "text"}, {"kind": "choice"})
    assert filled({"fact": "a.yes", "answer": "yes no"}, facts, *boxes) == {}


def test_of_a_list_without_rows_the_name_is_none_and_the_rest_does_not_apply() -> None:
    nobody = PlainFacts(groups={"kin": Rows(complete=True)})
    assert filled({"group": "kin"}, nobody, *ROWS) == {"B[0]": "None", "B[1]": "N/A", "B[2]": "N/A", "B[3]": "N/A"}
    assert filled({"group": "kin"}, PlainFacts(), *ROWS) == {}


def test_a_row_that_is_there_says_itself_and_rows_that_may_still_come_say_nothing() -> None:
    known = {"kin[1].name": PersonName("WANG", "LI")}
    unknown = {"kin[1].birth_date": Why.DOES_NOT_KNOW}
    whole = PlainFacts(known, unknown, {"kin": Rows((1,), complete=True)})
    assert filled({"group": "kin"}, whole, *ROWS) == {"B[0]": "WANG", "B[1]": "Unknown", "B[2]": "N/A", "B[3]": "N/A"}
    more = PlainFacts(known, unknown, {"kin": Rows((1,))})
    assert filled({"group": "kin"}, more, *ROWS) == {"B[0]": "WANG", "B[1]": "Unknown"}


def test_a_row_nobody_can_decide_on_is_not_none() -> None:
    item: dict[str, object] = {"group": "kin", "where": 'each.note == "x"'}
    assert filled(item, PlainFacts(groups={"kin": Rows((1,), complete=True)}), *ROWS[:2]) == {}


class Silent:
    """Facts of a case in which every question has one and the same reason for having no answer."""

    def __init__(self, why: Why) -> None:
        self.why = why

    def get(self, path: str) -> Fact:
        return Unknown(self.why, frozenset({path}))

    def rows(self, _group: str) -> Rows:
        return Rows(complete=self.why in SPEAK)


@lru_cache(maxsize=32)
def answered(name: str, why: Why) -> tuple[Answered, Sources]:
    library = LIBRARY
    interview = open_interview(library, "tvisa")
    sources = Sources(interview, Silent(why), CLINIC, Case("R1", "tvisa"), form=editions()[name].form, blanks=WORDS,
                      read=Read(needed=False))  # fmt: skip
    edition = read_edition(library, "tvisa", name)
    return answer_boxes(editions()[name], edition, sources, {}), sources


def words_of(name: str, why: Why) -> list[BoxAnswer]:
    return [one for one in answered(name, why)[0].answers if one.word]


@pytest.mark.parametrize("name", sorted(editions()))
def test_no_form_has_a_word_nobody_said(name: str) -> None:
    for why in set(Why) - SPEAK:
        assert [one.fact for one in words_of(name, why) if not one.fact.startswith(NOT_HERS)] == []
    for why in SPEAK:
        assert {one.box.kind for one in words_of(name, why)} <= {Kind.TEXT}
        assert {one.text for one in words_of(name, why)} <= {"None", "N/A", "Unknown"}


def placed(name: str, blank: Blank) -> dict[str, str]:
    boxes = editions()[name]
    here = [one for one in words_of(name, Why.DOES_NOT_KNOW) if boxes.full(one.box) in boxes_on(blank)]
    out = place(blank, boxes, here)
    assert (out.problems, out.addendum, out.continued) == ((), (), ())
    assert {one.value for one in out.entries.values()} <= {"None", "N/A", "Unknown"}
    return {box: one.value for box, one in out.entries.items()}


@pytest.mark.parametrize("name", sorted(editions()))
def test_a_box_too_small_for_its_word_stays_empty(name: str) -> None:
    for _, blank in files(name):
        given = placed(name, blank)
        short = [box for box in blank.boxes if 0 < box.max_length < len(given.get(box.name, ""))]
        assert short == []


@pytest.mark.parametrize("name", ["g28.2018-09-17", "i765.2025-08-21", "i914a.2025-01-20"])
def test_the_words_are_read_back_from_the_filled_form(name: str) -> None:
    content, blank = files(name)[-1]
    boxes = editions()[name]
    here = [one for one in words_of(name, Why.DOES_NOT_KNOW) if boxes.full(one.box) in boxes_on(blank)]
    entries = place(blank, boxes, here).entries
    assert entries
    write_form(content, blank, entries, name=name)


def test_what_is_known_is_no_word() -> None:
    facts = PlainFacts({"a.name": PersonName("WANG", "LI")})
    assert isinstance(facts.get("a.name"), Known)
    assert filled({"fact": "a.name", "answer": "person name"}, facts, *NAME) == {"B[0]": "WANG", "B[1]": "LI"}
