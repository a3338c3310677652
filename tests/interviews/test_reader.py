from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legalassist.assessments.assess import WORDS
from legalassist.errors import ContentError
from legalassist.interviews.reader import read_interview, read_page, types_of
from legalassist.interviews.schema import FormItem, Sensitivity, Stop, StopRule, Who
from legalassist.library import Library

PAGE = """\
page: people
section: People
title: People
warning: Take your time.
pause_after: yes
questions:
  - fact: family
    type: group
    ask: Who?
    row: Person
    needed: yes
    questions:
      - fact: name
        type: person name
        ask: What is
          the name?
        sensitivity: private
        who: staff
        feeds: [f-1 2.10.A]
      - fact: likes
        type: choice
        ask: Which?
        when: known(each.name)
        choices:
          - value: tea
            label: Tea
"""
KEYS = ("page", "section", "title", "questions", "fact", "type", "ask", "when", "choices", "value", "label", "row")
WORDS_OF_PAGES = st.sampled_from([*KEYS, "text", "group", "choice", "yes", "no", "a.b", "a[].b", "known(a)", "(", "中"])


def test_a_page_is_read_into_questions_that_know_their_group_and_place() -> None:
    page, problems = read_page(PAGE, "people.yaml")
    assert problems == ()
    assert page is not None
    assert (page.name, page.warning, page.pause_after) == ("people", "Take your time.", True)
    (family,) = page.questions
    name, likes = family.questions
    assert (family.is_group, family.needed, family.row, family.group) == (True, True, "Person", None)
    assert (name.fact, name.group, name.ask) == ("family[].name", "family", "What is the name?")
    assert (name.sensitivity, name.who) == (Sensitivity.PRIVATE, Who.STAFF)
    assert name.feeds == (FormItem("f-1", "2", "10.A"),)
    assert str(name.feeds[0]) == "f-1 2.10.A"
    assert str(likes.place) == "people.yaml:20:9"
    assert likes.when is not None
    assert likes.when.reads == {"family[].name"}


def test_every_text_of_a_page_is_a_message_with_a_context_of_its_own() -> None:
    page, _ = read_page(PAGE, "people.yaml")
    assert page is not None
    contexts = [context for context, _ in page.messages()]
    assert len(contexts) == len(set(contexts))
    assert contexts == [
        "page.people.section", "page.people.title", "page.people.warning", "family.ask", "family.row",
        "family[].name.ask", "family[].likes.ask", "family[].likes.choices.tea",
    ]  # fmt: skip


def shelf(folder: Path, **pages: str) -> Library:
    top = folder / "interviews/try"
    (top / "pages").mkdir(parents=True)
    listed = "".join(f"  - {name}\n" for name in pages)
    (top / "interview.yaml").write_text(f"interview: try\ntitle: Try\npages:\n{listed}", encoding="utf-8")
    for name, questions in pages.items():
        text = f"page: {name}\nsection: S\ntitle: T\nquestions:\n{questions}"
        (top / f"pages/{name}.yaml").write_text(text, encoding="utf-8")
    return Library(folder)


def question(fact: str, *more: str) -> str:
    return "".join([f"  - fact: {fact}\n    type: yes no\n    ask: Yes?\n", *(f"    {line}\n" for line in more)])


def test_a_circle_over_two_pages_is_found(tmp_path: Path) -> None:
    library = shelf(tmp_path, one=question("a.b", "when: c.d"), two=question("c.d", "when: not a.b"))
    (problem,) = read_interview(library, "try").problems
    assert "a.b -> c.d -> a.b" in problem.message or "c.d -> a.b -> c.d" in problem.message
    assert problem.where.line == 5


def test_a_circle_through_a_derived_fact_is_found(tmp_path: Path) -> None:
    library = shelf(
        tmp_path,
        one="  - fact: client.birth_date\n    type: partial date\n    ask: When?\n"
        "    when: derived.age_at_receipt > 18\n",
        two="  - fact: filing.planned_receipt_date\n    type: date\n    ask: When?\n",
    )
    messages = [problem.message for problem in read_interview(library, "try", WORDS).problems]
    assert any("derived.age_at_receipt" in message and "circle" in message for message in messages)


def test_a_broken_page_brings_no_echoes_from_the_pages_that_read_its_facts(tmp_path: Path) -> None:
    library = shelf(tmp_path, one=question("a.b", "aks: x"), two=question("c.d", "when: a.b"))
    reading = read_interview(library, "try")
    assert [problem.message for problem in reading.problems] == ["unknown key 'aks'"]
    assert not reading.whole


def test_all_problems_of_all_pages_come_at_once(tmp_path: Path) -> None:
    library = shelf(tmp_path, one=question("a.b", "aks: x", "needed: maybe"), two=question("c.d", "when: a ="))
    places = [str(problem.where) for problem in read_interview(library, "try").problems]
    assert [place.removeprefix("interviews/try/") for place in places] == [
        "pages/one.yaml:9:5", "pages/one.yaml:8:5", "pages/two.yaml:8:13",
    ] or len(places) == 3  # fmt: skip


def test_an_interview_with_problems_is_not_used(tmp_path: Path) -> None:
    reading = read_interview(shelf(tmp_path, one=question("a.b", "aks: x")), "try")
    with pytest.raises(ContentError) as refused:
        reading.required()
    assert refused.value.problems == reading.problems


def test_the_types_of_facts_include_what_the_law_derives(library: Library) -> None:
    reading = read_interview(library, "tvisa", WORDS)
    assert reading.interview is not None
    types = types_of(reading.interview, WORDS)
    assert types["family"].name == "group"
    assert types["derived.age_at_receipt"].name == "number"
    assert "labor" in types["trafficking.kind"].choices


@settings(max_examples=150)
@given(st.text(max_size=200))
def test_reading_a_page_never_raises_and_every_problem_has_a_place(text: str) -> None:
    page, problems = read_page(text, "f")
    assert page is not None or problems
    assert all(problem.where.line >= 1 and problem.where.column >= 1 for problem in problems)


def trees(words: st.SearchStrategy[str]) -> st.SearchStrategy[object]:
    return st.recursive(
        words,
        lambda inside: st.lists(inside, max_size=3) | st.dictionaries(words, inside, max_size=4),
        max_leaves=12,
    )


def spelled(data: object, indent: int = 0) -> str:
    """Return data as YAML, as an author would write it."""
    pad = " " * indent
    if isinstance(data, dict):
        return "".join(f"{pad}{key}:\n{spelled(value, indent + 2)}" for key, value in data.items()) or f"{pad}{{}}\n"
    if isinstance(data, list):
        return "".join(f"{pad}-\n{spelled(value, indent + 2)}" for value in data) or f"{pad}[]\n"
    return f"{pad}{data}\n"


@settings(max_examples=150)
@given(trees(WORDS_OF_PAGES))
def test_reading_whatever_an_author_nests_never_raises_and_every_problem_has_a_line(data: object) -> None:
    text = spelled({"page": "p", "section": "s", "title": "t", "questions": data})
    page, problems = read_page(text, "f")
    assert page is not None or problems
    lines = text.count("\n") + 1
    assert all(1 <= problem.where.line <= lines and problem.where.column >= 1 for problem in problems)


@settings(max_examples=100)
@given(when=st.text(min_size=1, max_size=40).filter(str.strip))
def test_whatever_stands_in_a_condition_is_a_condition_or_a_problem_at_its_line(when: str) -> None:
    escaped = "".join(f"\\U{ord(sign):08x}" if not "\ud800" <= sign <= "\udfff" else "x" for sign in when)
    head = "page: p\nsection: s\ntitle: t\nquestions:\n  - fact: a.b\n    type: text\n    ask: A?\n"
    text = f'{head}    when: "{escaped}"\n'
    page, problems = read_page(text, "f")
    assert page is not None or problems
    assert all(8 <= problem.where.line <= 8 + when.count("\n") + when.count("\r") for problem in problems)


STOP = """\
page: first
section: First
title: First
questions:
  - fact: held
    type: yes no
    ask: Are you held?
    stop:
      who: attorney
      values:
        - "yes"
  - fact: hearing
    type: partial date
    ask: When is the hearing?
    stop:
      who: safety
      days_ahead: 30
      younger_than: 18
"""


def test_an_answer_that_stops_the_talk_is_read_with_who_takes_over() -> None:
    page, problems = read_page(STOP, "first.yaml")
    assert problems == ()
    assert page is not None
    held, hearing = page.questions
    assert held.stop == StopRule(Stop.ATTORNEY, (True,))
    assert hearing.stop == StopRule(Stop.SAFETY, (), 30, 18)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('- "yes"', "- maybe", "no answer to this question is 'maybe'"),
        ('      values:\n        - "yes"\n', "", "this stops at nothing"),
        ("who: attorney", "who: nobody", "is expected here"),
        ("days_ahead: 30", "days_ahead: soon", "a whole number"),
        ("type: partial date", "type: text", "has no date"),
        ("younger_than", "younger", "unknown key 'younger'"),
    ],
)
def test_a_stop_that_could_never_happen_is_a_problem(old: str, new: str, said: str) -> None:
    assert old in STOP
    _, problems = read_page(STOP.replace(old, new), "first.yaml")
    assert any(said in problem.message for problem in problems)


def test_a_stretch_ends_once(tmp_path: Path) -> None:
    pages = {"a": "until: screening\n", "b": "until: screening\n", "c": ""}
    folder = tmp_path / "interviews" / "small"
    (folder / "pages").mkdir(parents=True)
    (folder / "interview.yaml").write_text(
        "interview: small\ntitle: Small\npages:\n" + "".join(f"  - {name}\n" for name in pages), encoding="utf-8"
    )
    for name, until in pages.items():
        text = (
            f"page: {name}\nsection: S\ntitle: T\n{until}questions:\n  - fact: f.{name}\n    type: text\n    ask: A?\n"
        )
        (folder / "pages" / f"{name}.yaml").write_text(text, encoding="utf-8")
    reading = read_interview(Library(tmp_path), "small")
    assert [problem.message.partition(" (")[0] for problem in reading.problems] == [
        "'until: screening' stands on two pages"
    ]
    assert reading.interview is not None
    assert reading.interview.stretches["screening"] >= {"a"}


LIST = (
    "  - fact: family\n    type: group\n    ask: Who?\n    row: Person\n    questions:\n"
    "      - fact: name\n        type: text\n        ask: What is the name?\n"
)


def test_a_page_can_ask_more_about_each_row_of_a_group_listed_before(tmp_path: Path) -> None:
    more = question("passport", "when: each.name == 'x'") + "each: family\n"
    interview = read_interview(shelf(tmp_path, one=LIST, two=more), "try").required()
    assert [one.fact for one in interview.by_fact["family"].questions] == ["family[].name", "family[].passport"]
    assert (interview.page_of["family"].name, interview.page_of["family[].passport"].name) == ("one", "two")
    assert [context for context, _ in interview.messages() if context.startswith("family.")] == [
        "family.ask", "family.row",
    ]  # fmt: skip


@pytest.mark.parametrize("pages", [("more", "list"), ("more",)])
def test_more_about_rows_that_no_page_before_lists_is_a_problem(tmp_path: Path, pages: tuple[str, ...]) -> None:
    texts = {"list": LIST, "more": question("passport") + "each: family\n"}
    problems = read_interview(shelf(tmp_path, **{page: texts[page] for page in pages}), "try").problems
    assert [one.message for one in problems] == ["no page before this one lists the rows of 'family'"]


def test_more_about_rows_is_asked_once_too(tmp_path: Path) -> None:
    more = question("name") + "each: family\n"
    (problem,) = read_interview(shelf(tmp_path, one=LIST, two=more), "try").problems
    assert "family[].name is asked twice" in problem.message
