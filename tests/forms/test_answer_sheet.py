from dataclasses import replace
from pathlib import Path

import pytest

from legalassist.cases.case import Case
from legalassist.cases.determination import Determination
from legalassist.documents.clinic import read_clinic
from legalassist.documents.context import Used
from legalassist.errors import Place
from legalassist.facts.dates import PartialDate
from legalassist.facts.known import PlainFacts, Rows, Why
from legalassist.facts.values import Address, PersonName, Spoken, Value
from legalassist.forms.answer_sheet import WAITS, Line, answer_sheet, sheet_digest
from legalassist.forms.edition import Edition, Item, Part
from legalassist.forms.no_blanks import NO_WORDS, NoBlanks
from legalassist.forms.plain import CONFIDENTIAL
from legalassist.forms.sources import Read, Reader, Sources
from legalassist.interviews.schema import FormItem, Interview, Page, Question

FEEDS = (FormItem("f-1", "1", "9"),)
QUESTIONS = (
    Question("a.name", "person name", "Name?", Place("f")),
    Question("a.born", "partial date", "When?", Place("f")),
    Question("a.home", "address", "Where?", Place("f")),
    Question("a.yes", "yes no", "Yes?", Place("f")),
    Question("kin", "group", "Who?", Place("f"), row="Person", questions=(
        Question("kin[].name", "person name", "Name?", Place("f"), feeds=FEEDS),
        Question("kin[].note", "text", "Note?", Place("f")),
        Question("kin[].birth_date", "partial date", "When?", Place("f"), feeds=FEEDS),
    )),
)  # fmt: skip
CLINIC = read_clinic(
    (Path(__file__).resolve().parents[2] / "interviews/tvisa/examples/clinic.yaml").read_text(), "clinic.yaml"
)
INTERVIEW = Interview("try", "Try", (Page("p", "s", "t", QUESTIONS, Place("f")),))


def sources_of(facts: PlainFacts, *determinations: Determination, about: str = "") -> Sources:
    return Sources(INTERVIEW, facts, CLINIC, Case("R1", "try", determinations=determinations), about, "f-1")


def sheet(facts: PlainFacts, blanks: NoBlanks = NO_WORDS, **item: object) -> tuple[list[Line], Used]:
    edition = Edition(
        form="f-1", title="F", edition="01/01/20",
        parts=(Part(number="1", title="P", items=(Item.model_validate({"item": "9", "label": "L", **item}),)),),
    )  # fmt: skip
    used = Used()
    (part,) = answer_sheet(edition, replace(sources_of(facts), blanks=blanks), used)
    return list(part.items), used


@pytest.mark.parametrize(
    ("path", "value", "answer"),
    [
        ("a.name", PersonName("WANG", "XIAOMEI"), "Family: WANG; Given: XIAOMEI"),
        ("a.name", PersonName(native="王小媺"), "王小媺"),
        ("a.born", PartialDate.parse("2004-02-29"), "02/29/2004"),
        ("a.home", Address("1 Example St", city="Flushing", state="NY"), "1 Example St, Flushing, NY"),
        ("a.home", Address("1 Example St", confidential=True), CONFIDENTIAL),
        ("a.yes", False, "No"),
    ],
)
def test_an_answer_stands_ready_to_copy(path: str, value: Value, answer: str) -> None:
    (line,), used = sheet(PlainFacts({path: value}), fact=path)
    assert (line.answer, line.state, line.fact) == (answer, "", path)
    assert path in used.answers


READER = (
    {"clinic": "interpreter.name"},
    {"clinic": "interpreter.phone", "answer": "phone"},
    {"rule": "language it was read in"},
)
SAYS = "Family: Sample; Given: Robin", "212-555-0102", "Cantonese"


def read_sheet(read: Read, item: dict[str, str]) -> tuple[Line, Used]:
    part = Part(number="7", title="P", items=(Item.model_validate({"item": "1", "label": "L", **item}),))
    edition = Edition(form="f-1", title="F", edition="01/01/20", parts=(part,))
    used = Used()
    ((line,),) = (part.items for part in answer_sheet(edition, replace(sources_of(PlainFacts()), read=read), used))
    return line, used


@pytest.mark.parametrize("item", READER)
def test_nobody_stands_in_the_interpreters_part_before_the_form_was_read(item: dict[str, str]) -> None:
    assert CLINIC.interpreters, "there is one the form could wrongly take"
    line, used = read_sheet(Read("answer-sheet"), item)
    assert (line.answer, line.state, used.gaps) == ("", WAITS, {"read-back: answer-sheet": Why.NOT_ASKED})


@pytest.mark.parametrize(("item", "answer"), list(zip(READER, SAYS, strict=True)))
def test_who_read_the_form_stands_there(item: dict[str, str], answer: str) -> None:
    line, used = read_sheet(Read("answer-sheet", Reader(CLINIC.interpreters[0], Spoken("yue"))), item)
    assert (line.answer, line.state, used.gaps) == (answer, "", {})


@pytest.mark.parametrize("item", READER)
def test_the_interpreters_part_does_not_apply_where_the_form_is_read_alone(item: dict[str, str]) -> None:
    line, used = read_sheet(Read("answer-sheet", needed=False), item)
    assert (line.answer, line.state, used.gaps) == ("", "does not apply", {})


def test_a_particular_of_the_reader_that_nobody_wrote_down_is_a_gap() -> None:
    person = CLINIC.interpreters[0].model_copy(update={"mobile": None, "has_no": ()})
    line, used = read_sheet(Read("answer-sheet", Reader(person, Spoken("cmn"))), {"clinic": "interpreter.mobile"})
    assert (line.state, used.gaps) == ("not in the clinic's particulars", {"interpreter.mobile": Why.NOT_ASKED})


def test_what_a_form_says_has_one_digest_whatever_our_words_around_it() -> None:
    def digest(facts: PlainFacts, label: str = "L") -> str:
        part = Part(number="1", title="P", items=(Item(item="9", label=label, fact="a.name"),))
        return sheet_digest(Edition(form="f-1", title="F", edition="01/01/20", parts=(part,)), sources_of(facts))

    name = PlainFacts({"a.name": PersonName("WANG", "MEI")})
    assert digest(name) == digest(name, label="Another label of ours")
    assert digest(name) != digest(PlainFacts({"a.name": PersonName("WANG", "MEI", "A")}))
    assert digest(PlainFacts()) == digest(PlainFacts(unknown={"a.name": Why.DECLINED})), "an empty box is an empty box"


def test_a_day_that_is_not_wholly_known_is_never_filled_up() -> None:
    (line,), _ = sheet(PlainFacts({"a.born": PartialDate.parse("2004-02")}), fact="a.born")
    assert line.answer == "February 2004"
    assert "an attorney decides how to write it" in line.note


@pytest.mark.parametrize(
    ("why", "state"),
    [
        (Why.NOT_ASKED, "not answered yet"), (Why.LATER, "not answered yet"), (Why.DECLINED, "prefers not to say"),
        (Why.DOES_NOT_KNOW, "does not know"), (Why.DOES_NOT_APPLY, "does not apply"), (Why.NO_RULE, "attorney decides"),
    ],
)  # fmt: skip
def test_what_is_not_known_says_why_and_guesses_nothing(why: Why, state: str) -> None:
    (line,), used = sheet(PlainFacts(unknown={"a.name": why}), fact="a.name")
    assert (line.answer, line.state) == ("", state)
    assert used.gaps == ({} if why is Why.DOES_NOT_APPLY else {"a.name": why})


@pytest.mark.parametrize(
    ("why", "answer", "gaps"),
    [(Why.DOES_NOT_APPLY, "N/A", {}), (Why.DOES_NOT_KNOW, "Unknown", {}), (Why.DECLINED, "", {"a.name": Why.DECLINED}),
     (Why.NOT_ASKED, "", {"a.name": Why.NOT_ASKED}), (Why.LATER, "", {"a.name": Why.LATER})],
)  # fmt: skip
def test_a_word_stands_only_where_an_answer_or_a_rule_says_so(why: Why, answer: str, gaps: dict[str, Why]) -> None:
    words = {"person name": {"does not apply": "N/A", "does not know": "Unknown"}}
    (line,), used = sheet(
        PlainFacts(unknown={"a.name": why}), blanks=NoBlanks(words=words), fact="a.name", answer="person name"
    )
    assert (line.answer, used.gaps) == (answer, gaps)
    assert bool(line.state) is not bool(answer)


def test_the_second_row_asked_for_does_not_apply_where_there_is_one_and_no_more_to_come() -> None:
    facts = PlainFacts({"kin[3].name": PersonName("A")}, groups={"kin": Rows((3,), complete=True)})
    (first,), _ = sheet(facts, fact="kin[].name", nth=1)
    (second,), _ = sheet(facts, fact="kin[].name", nth=2)
    assert (first.answer, second.state) == ("Family: A", "does not apply")
    (open_row,), used = sheet(PlainFacts(groups={"kin": Rows((), complete=False)}), fact="kin[].name", nth=2)
    assert (open_row.state, used.gaps) == ("not answered yet", {"kin": Why.NOT_ASKED})


def test_a_group_gives_a_line_for_each_fact_that_a_form_wants_of_each_row() -> None:
    facts = PlainFacts({"kin[2].name": PersonName("CHEN")}, groups={"kin": Rows((2, 5), complete=True)})
    lines, used = sheet(facts, group="kin")
    assert [line.label for line in lines] == [
        "Person 2: name", "Person 2: birth date", "Person 5: name", "Person 5: birth date",
    ]  # fmt: skip
    assert lines[0].answer == "Family: CHEN"
    assert set(used.gaps) == {"kin[2].birth_date", "kin[5].name", "kin[5].birth_date"}


@pytest.mark.parametrize(("rows", "state"), [(Rows(), "not answered yet"), (Rows(complete=True), "none")])
@pytest.mark.parametrize("source", [{"group": "kin"}, {"fact": "kin[].name"}])
def test_no_rows_is_none_only_where_somebody_said_so(rows: Rows, state: str, source: dict[str, str]) -> None:
    (line,), _ = sheet(PlainFacts(groups={"kin": rows}), **source)
    assert line.state == state


def test_a_fact_of_every_row_gives_a_line_for_each() -> None:
    facts = PlainFacts({"kin[1].name": PersonName("A")}, groups={"kin": Rows((1, 2))})
    lines, _ = sheet(facts, fact="kin[].name")
    assert [line.fact for line in lines] == ["kin[1].name", "kin[2].name"]


def test_the_first_and_the_second_of_a_list_have_items_of_their_own_and_no_more_of_them_is_lost() -> None:
    named = {f"kin[{number}].name": PersonName(f"F{number}") for number in (1, 2, 3)}
    items = tuple(Item(item=str(nth), label=f"Name {nth}", fact="kin[].name", nth=nth) for nth in (1, 2))
    edition = Edition(form="f-1", title="F", edition="x", parts=(Part(number="1", title="P", items=items),))
    facts = PlainFacts(dict(named), groups={"kin": Rows((1, 2, 3), complete=True)})
    (part,) = answer_sheet(edition, sources_of(facts), Used())
    assert [(line.item, line.label, line.answer) for line in part.items] == [
        ("1", "Name 1", "Family: F1"), ("2", "Name 2", "Family: F2"),
        ("2", "Name 2: one more, for the additional space", "Family: F3"),
    ]  # fmt: skip


def test_what_an_attorney_decides_stands_beside_the_plain_answers() -> None:
    (line,), used = sheet(PlainFacts({"a.yes": True}), attorney="yes", plain=["a.yes", "kin"], proposed="a.yes")
    assert (line.answer, line.state) == ("", "attorney decides")
    assert line.note == "proposed: Yes; a.yes: Yes; kin: 0 listed, there may be more"
    assert used.gaps == {"f-1 1.9": Why.NO_RULE}


def decided_sheet(*determinations: Determination, about: str = "") -> tuple[Line, Used]:
    item = Item.model_validate({"item": "9", "label": "L", "answer": "yes no", "attorney": "yes", "plain": ["a.yes"]})
    edition = Edition(form="f-1", title="F", edition="x", parts=(Part(number="1", title="P", items=(item,)),))
    used = Used()
    (part,) = answer_sheet(edition, sources_of(PlainFacts({"a.yes": True}), *determinations, about=about), used)
    return part.items[0], used


def test_what_an_attorney_decided_stands_on_the_line_with_the_name() -> None:
    line, used = decided_sheet(Determination("f-1 1.9", "", "no", "Jordan Example", "2026-11-20"))
    assert (line.answer, line.state, line.note) == ("No", "", "decided by Jordan Example")
    assert (list(used.decisions), used.gaps) == (["f-1 1.9"], {})


@pytest.mark.parametrize(
    "of_another",
    [
        Determination("f-1 1.9", "family[2]", "no", "Jordan Example", "2026-11-20"),
        Determination("f-1 1.8", "", "no", "Jordan Example", "2026-11-20"),
        Determination("f-1 1.9", "", "", "Jordan Example", "2026-11-20"),
    ],
)
def test_a_decision_about_another_person_or_item_or_one_taken_back_decides_nothing(of_another: Determination) -> None:
    line, used = decided_sheet(of_another)
    assert line.state == "attorney decides"
    assert used.gaps


def test_a_decision_rests_on_the_answers_the_attorney_saw() -> None:
    line, used = decided_sheet(Determination("f-1 1.9", "", "no", "Jordan Example", "2026-11-20", rests_on="0" * 64))
    assert line.state == "attorney decides again: an answer beside it has changed"
    assert used.gaps


@pytest.mark.parametrize(
    ("source", "state"),
    [({"clinic": "interpreter.mobile"}, WAITS), ({"by hand": "sign"}, "by hand")],
)  # fmt: skip
def test_every_other_item_says_where_its_answer_comes_from(source: dict[str, str], state: str) -> None:
    (line,), _ = sheet(PlainFacts(), **source)
    assert (line.answer, line.state) == ("", state)


def test_a_row_says_what_its_part_of_this_form_asks_and_nothing_of_other_forms() -> None:
    other = (FormItem("f-2", "1", "9"),)
    kin = replace(QUESTIONS[-1], questions=(*QUESTIONS[-1].questions,
                  Question("kin[].card", "yes no", "Card?", Place("f"), feeds=other)))  # fmt: skip
    facts = PlainFacts(groups={"kin": Rows((1,), complete=True)})
    sources = replace(sources_of(facts), interview=Interview("try", "Try", (Page("p", "s", "t", (kin,), Place("f")),)))
    item = Item.model_validate({"item": "9", "label": "L", "group": "kin"})
    used = Used()
    edition = Edition(form="f-1", title="F", edition="01/01/20", parts=(Part(number="1", title="P", items=(item,)),))
    (part,) = answer_sheet(edition, sources, used)
    assert [line.label for line in part.items] == ["Person 1: name", "Person 1: birth date"]
    assert "kin[1].card" not in used.gaps


def test_rows_for_which_the_form_has_no_item_left_are_on_the_sheet() -> None:
    facts = PlainFacts(groups={"kin": Rows((1, 2), complete=True)})
    lines, _ = sheet(facts, group="kin", nth=1)
    assert [line.label for line in lines][2:] == [
        f"one more, for the additional space: Person 2: {what}" for what in ("name", "birth date")
    ]  # fmt: skip
