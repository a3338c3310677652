"""Topics are read strictly: no statement without an authority that exists, may be printed, and is not settled by it."""

from pathlib import Path

import pytest
from handouts.shelf import TOPIC, shelf

from legalassist.errors import ContentError, Place
from legalassist.handouts.check import handout_problems
from legalassist.handouts.formats import FORMATS
from legalassist.handouts.reading import read_topic, read_topic_text, topic_names
from legalassist.handouts.topic import Kind
from legalassist.law.authorities import Authorities
from legalassist.library import Library

LAW = Authorities.load()
FIRST_TOPICS = ("at-the-door", "if-held", "paid-help", "one-option", "after-leaving")
FILE = "interviews/kyr/topics/at-shop.yaml"


def test_the_shipped_topics_and_their_chinese_have_no_problem(library: Library) -> None:
    assert set(FIRST_TOPICS) <= set(topic_names(library))
    assert list(handout_problems(library, LAW)) == []


def test_statements_are_printed_by_kind_and_only_where_their_formats_say(library: Library) -> None:
    topic = read_topic(library, "at-the-door", LAW)
    for name in ("letter", "half", "wallet"):
        kinds = [one.kind for one in topic.printed_on(FORMATS[name])]
        assert kinds == sorted(kinds, key=list(Kind).index)
    letter, wallet = (topic.printed_on(FORMATS[name]) for name in ("letter", "wallet"))
    assert len(letter) == len(topic.statements) > len(wallet) >= 5


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("    authorities: [KY-02]\n", "", 7, "the statement 'silent' rests on no authority"),
        ("[KY-02]", "[]", 7, "the statement 'silent' rests on no authority"),
        ("[KY-02]", "[KY-99]", 10, "there is no authority 'KY-99'"),
        ("[KY-02]", "[KY-24]", 10, "KY-24 is not printed: it is a bill"),
        ("[KY-02]", "[KY-16]", 10, "KY-16 is not printed"),
        ("[KY-02]", "[KY-19]", 10, "KY-19 is not printed"),
        ("[KY-02]", "[LB-05]", 10, "LB-05 is not printed"),
        ("numbers: [CT-04]", "numbers: [CT-99]", 5, "there is no contact 'CT-99'"),
        ("numbers: [CT-04]", "numbers: [KY-02]", 5, "there is no contact 'KY-02'"),
        ("    room: half\n", "    room: half\n    sign: dor\n", 17, "there is no sign 'dor'"),
        ("room: half", "room: hall", 16, "is expected here"),
        ("id: closed", "id: silent", 11, "there are two statements 'silent'"),
        ("stay silent.", "call 212-555-0123.", 9, "a telephone number stands in the sentence"),
        ("stay silent.", "call 212\u2011555\u20110123.", 9, "a telephone number stands in the sentence"),
        ("stay silent.", "call 212 - 555 - 0123.", 9, "a telephone number stands in the sentence"),
        ("talk through it.", "text 233733.", 14, "a telephone number stands in the sentence"),
        ("At work: your rights", "At work: 555-0123", 3, "a telephone number stands in the sentence"),
        ("You can talk through it.", "They cannot come in.", 14, "'cannot' settles what is disputed"),
        ("You can keep the door closed.", "Entry is illegal.", 13, "'illegal' settles what is disputed"),
        ("name: At work", "name: Trafficking at work", 2, "the name holds 'traffick'"),
        ("    kind: do\n", "    kind: shout\n", 12, "is expected here"),
        ("kind: say", "knd: say", 8, "unknown key 'knd'"),
        ("written: 2026-11-22", "written: soon", 4, "isoformat"),
    ],
)
def test_a_planted_fault_is_found_with_its_line(old: str, new: str, line: int, message: str) -> None:
    assert old in TOPIC
    _topic, problems = read_topic_text(TOPIC.replace(old, new), FILE, LAW)
    assert (line, True) in [(problem.where.line, message in problem.message) for problem in problems]


def test_the_topic_that_faults_are_planted_in_has_none() -> None:
    assert read_topic_text(TOPIC, FILE, LAW)[1] == ()


def test_what_is_not_contested_may_be_said_plainly() -> None:
    plain = TOPIC.replace("You can talk through it.", "They cannot come in.").replace("[KY-05]", "[KY-04]")
    assert read_topic_text(plain, FILE, LAW)[1] == ()


def test_an_unknown_topic_is_answered_with_the_nearest(library: Library) -> None:
    with pytest.raises(ContentError, match="at-the-dor") as refused:
        read_topic(library, "at-the-dor", LAW)
    assert "at-the-door" in refused.value.hint


def test_a_topic_in_a_file_of_another_name_is_refused(tmp_path: Path, library: Library) -> None:
    other = shelf(tmp_path, library, TOPIC.replace("topic: at-shop", "topic: at-home"))
    with pytest.raises(ContentError, match="says topic: at-home"):
        read_topic(other, "at-shop", LAW)
    assert Place(FILE, 1) in [problem.where for problem in handout_problems(other, LAW)]
