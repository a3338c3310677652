"""The first interview as its authors promised it: gentle, in the right order, and feeding only Items that exist."""

import re
from collections.abc import Iterator
from itertools import takewhile

import pytest

from legalassist.assessments.assess import WORDS
from legalassist.cases.answers_file import read_answers
from legalassist.documents.clinic import read_clinic
from legalassist.forms.edition import edition_problems, editions_on, read_edition
from legalassist.interviews.reader import read_interview, read_page
from legalassist.interviews.schema import Interview, Question, Sensitivity, Stop, Who
from legalassist.library import Library

FORM = "i914.2025-01-20"
FORMS = (FORM, "i914a.2025-01-20", "i192.2025-01-20")
BLAMING = re.compile(r"why (?:didn't|did you not|don't|haven't)|you must|illegal|\bprostitut|\bvictim", re.IGNORECASE)
LONGEST_SENTENCE = 25
"""Words: about what a reader of the sixth to eighth grade takes in at once."""


@pytest.fixture(scope="module")
def interview(library: Library) -> Interview:
    return read_interview(library, "tvisa").required()


def gentleness_faults(texts: Iterator[tuple[str, str]]) -> Iterator[str]:
    """Yield contexts whose English blames, orders, labels, or runs on."""
    for context, text in texts:
        if BLAMING.search(text):
            yield f"{context}: blames, orders or labels"
        if any(len(sentence.split()) > LONGEST_SENTENCE for sentence in re.split(r"(?<=[.?!])\s", text)):
            yield f"{context}: a long sentence"


def heaviness_faults(interview: Interview) -> Iterator[str]:
    """Yield heavy questions that are needed, and pages with heavy questions for the client but no warning."""
    for fact, question in interview.by_fact.items():
        if question.sensitivity is Sensitivity.HEAVY and question.needed:
            yield f"{fact}: heavy and needed"
    for page in interview.pages:
        if not page.warning and any(is_heavy(question) for question in page.questions):
            yield f"{page.name}: heavy without a warning"


def is_heavy(question: Question) -> bool:
    inside = any(is_heavy(one) for one in question.questions)
    return inside or (question.sensitivity is Sensitivity.HEAVY and question.who in {Who.CLIENT, Who.RELATIVE})


def test_the_interview_reads_without_a_problem(library: Library) -> None:
    assert read_interview(library, "tvisa").problems == ()


def test_safe_contact_comes_before_anything_else_and_heavy_pages_come_late(interview: Interview) -> None:
    names = [page.name for page in interview.pages]
    assert names[:2] == ["contact", "first"]
    light = list(takewhile(lambda page: not any(is_heavy(one) for one in page.questions), interview.pages))
    assert [page.name for page in light][-1] == "groups"


def test_the_screening_stretch_holds_only_the_lightest_pages_and_the_date_of_birth(interview: Interview) -> None:
    pages = interview.stretches["screening"]
    assert pages == {"contact", "first", "names", "support"}
    asked = [one for page in interview.pages if page.name in pages for one in page.questions]
    assert not any(is_heavy(one) for one in asked)
    assert "client.birth_date" in {one.fact for one in asked}


def test_every_answer_on_the_attorney_first_list_stops_the_talk(interview: Interview) -> None:
    stops = {fact: question.stop for fact, question in interview.by_fact.items() if question.stop is not None}
    safety = {fact for fact, rule in stops.items() if rule.who is Stop.SAFETY}
    assert safety == {
        "contact.phone_watched", "first.in_danger", "first.child_in_danger", "presence.how_it_ended",
    }  # fmt: skip
    assert stops.keys() - safety == {
        "first.by_family", "first.detained", "first.hearing_date", "first.removal_order", "first.criminal_case",
        "first.led_others", "first.earlier_filing", "client.birth_date",
    }  # fmt: skip
    assert (stops["first.hearing_date"].days_ahead, stops["client.birth_date"].younger_than) == (30, 18)
    assert all(rule.values == (True,) for fact, rule in stops.items() if interview.by_fact[fact].kind == "yes no")


def test_party_youth_league_and_young_pioneers_are_asked_apart(interview: Interview) -> None:
    kinds = interview.by_fact["groups[].kind"].values
    assert kinds == ("young_pioneers", "youth_league", "party", "other")
    assert {f"groups[].{one}" for one in ("from_date", "to_date", "age_joined", "by_choice", "still")} <= set(
        interview.by_fact
    )


def test_what_happened_ends_on_neutral_ground(interview: Interview) -> None:
    names = [page.name for page in interview.pages]
    for heavy, after in (
        ("happened", "rest"), ("fear", "lighter"), ("arrests", "close"), ("relatives_past", "relatives_rest"),
    ):  # fmt: skip
        page = interview.pages[names.index(heavy) + 1]
        assert page.name == after
        assert page.pause_after
        assert not any(is_heavy(question) for question in page.questions)


def test_nothing_heavy_is_needed_and_every_heavy_page_is_warned(interview: Interview) -> None:
    assert list(heaviness_faults(interview)) == []


def test_a_heavy_page_without_a_warning_is_found(library: Library) -> None:
    text = library.get("interviews/tvisa/pages/fear.yaml").text
    page, _ = read_page(
        re.sub(r"(?m)^warning:.*\n", "", text).replace("    feeds:", "    needed: yes\n    feeds:", 1), "fear.yaml"
    )
    assert page is not None
    assert list(heaviness_faults(Interview("planted", "", (page,)))) == [
        "hardship.fear: heavy and needed",
        "fear: heavy without a warning",
    ]


def test_no_question_blames_orders_labels_or_runs_on(interview: Interview) -> None:
    assert list(gentleness_faults(interview.messages())) == []


@pytest.mark.parametrize(
    "text",
    ["Why didn't you leave?", "You must answer.", "Are you a victim?", "Did you enter illegally?", "word " * 26],
)
def test_an_unkind_question_is_found(text: str) -> None:
    assert len(list(gentleness_faults(iter([("planted.ask", text)])))) == 1


def test_every_question_feeds_items_that_the_form_has(library: Library, interview: Interview) -> None:
    editions = editions_on(library, "tvisa")
    items = {(one.form, part.number, item.item) for one in editions for part in one.parts for item in part.items}
    fed = {(one.form, one.part, one.item) for question in interview.by_fact.values() for one in question.feeds}
    assert fed <= items
    assert ("i-914", "2", "10") in fed


def test_the_form_names_only_facts_that_are_asked(library: Library, interview: Interview) -> None:
    derived = read_interview(library, "tvisa", WORDS).required()
    assert all(edition_problems(library, "tvisa", form, derived) == () for form in FORMS)
    assert interview.by_fact.keys() == derived.by_fact.keys()


def test_the_form_has_every_part_and_item_of_the_edition(library: Library) -> None:
    edition = read_edition(library, "tvisa", FORM)
    counts = {part.number: len({item.item for item in part.items}) for part in edition.parts}
    assert counts == {
        "attorney box": 3, "1": 3, "2": 20, "3": 15, "4": 59, "5": 7, "6": 7, "7": 8, "8": 9, "9": 6,
    }  # fmt: skip


def test_part_3_and_part_4_are_an_attorneys_to_decide(library: Library) -> None:
    parts = {part.number: part for part in read_edition(library, "tvisa", FORM).parts}
    assert all(item.attorney for item in parts["3"].items)
    assert [item.item for item in parts["4"].items if not item.attorney] == ["1"]  # the table of arrests, as told


def test_the_forms_own_sentences_are_never_put_to_the_client(library: Library, interview: Interview) -> None:
    editions = [read_edition(library, "tvisa", form) for form in FORMS]
    labels = {item.label.lower() for one in editions for part in one.parts for item in part.items}
    asked = {question.ask.lower().rstrip("?.") for question in interview.by_fact.values()}
    assert not labels & asked


CLIENTS = ("mei", "lan", "qing", "yue")


@pytest.mark.parametrize("client", CLIENTS)
def test_an_invented_client_answers_only_what_is_asked(library: Library, interview: Interview, client: str) -> None:
    book = library.get(f"interviews/tvisa/examples/{client}.yaml")
    reading = read_answers(book.text, book.name, interview)
    assert reading.problems == ()
    assert reading.case.invented


@pytest.mark.parametrize(("client", "rare"), [("mei", "媺"), ("lan", "𬘭"), ("qing", "𫖯"), ("yue", "䶮")])
def test_an_invented_client_has_a_rare_name_and_tells_it_at_length(library: Library, client: str, rare: str) -> None:
    text = library.get(f"interviews/tvisa/examples/{client}.yaml").text
    assert rare in text
    paragraphs = re.findall(r"- text: \|\n\s+(.+)", text)
    assert len(paragraphs) >= 8
    assert min(map(len, paragraphs)) >= 80


def test_nothing_in_the_example_could_be_real(library: Library) -> None:
    for name in (*CLIENTS, "clinic"):
        text = library.get(f"interviews/tvisa/examples/{name}.yaml").text
        assert "nvented" in text
        assert all(number.startswith("555-01") for number in re.findall(r"\d{3}-(\d{3}-\d{4})", text))
        assert set(re.findall(r"(?m)(?:zip_code: |\bNY )(\d{5})", text)) == {"00000"}


def test_the_invented_clinic_has_what_a_letter_needs(library: Library) -> None:
    book = library.get("interviews/tvisa/examples/clinic.yaml")
    assert read_clinic(book.text, book.name).attorney.name.full == "Jordan Example"
