import re
from pathlib import Path

import pytest
from cli.sitting import begin

from legalassist.cli.ask_voices import Voices
from legalassist.errors import ContentError, Place, UsageError
from legalassist.interviews.schema import Interview, Question
from legalassist.interviews.types import TYPES
from legalassist.languages.words import WORDS
from legalassist.library import Library


def test_an_unknown_language_and_one_without_texts_are_refused_before_the_first_question(
    tmp_path: Path, library: Library
) -> None:
    with pytest.raises(UsageError, match="no language"):
        begin(tmp_path, library, languages="en,klingon")
    with pytest.raises(UsageError, match="no language is named"):
        begin(tmp_path, library, languages=" , ")
    with pytest.raises(ContentError):
        begin(tmp_path, library, languages="en,zh_Hant")


def test_a_missing_chinese_text_is_found_before_the_first_question(tmp_path: Path, library: Library) -> None:
    (tmp_path / "locales/zh_Hans/LC_MESSAGES").mkdir(parents=True)
    po = library.get("locales/zh_Hans/LC_MESSAGES/tvisa.po").text
    planted = po.replace('msgctxt "client.sex.ask"', 'msgctxt "client.sex.asked"')
    (tmp_path / "locales/zh_Hans/LC_MESSAGES/tvisa.po").write_text(planted, encoding="utf-8")
    interview: Interview = begin(tmp_path, library).opened.interview
    with pytest.raises(ContentError, match=r"client.sex.ask"):
        Voices.read(Library(tmp_path), "en,zh_Hans", interview)


@pytest.mark.parametrize(
    ("kind", "typed", "expected"),
    [
        ("partial date", "2019-04", ("April 2019", "2019年4月")),
        ("partial date", "2019~", ("about 2019", "约2019年")),
        ("partial date", "lunar:1999-08-15", ("lunar:1999-08-15", "lunar:1999-08-15")),
        ("country", "中国", ("China", "中国")),
        ("money", "CNY 300000", ("RMB 300,000", "人民币300,000元")),
        ("language", "cmn", ("Mandarin", "普通话")),
        ("yes no", "no", ("No", "否")),
        ("text", "as she said it", ("as she said it", "as she said it")),
        ("number", "3", ("3", "3")),
    ],
)
def test_an_answer_is_shown_as_each_language_says_it(
    tmp_path: Path, library: Library, kind: str, typed: str, expected: tuple[str, str]
) -> None:
    voices = begin(tmp_path, library).voices
    question = Question("client.x", kind, "?", Place("x.yaml"))
    assert voices.answer(question, TYPES[kind].read(typed, ())) == expected


def test_choices_are_shown_by_their_labels(tmp_path: Path, library: Library) -> None:
    session = begin(tmp_path, library)
    by_fact = session.opened.interview.by_fact
    assert session.voices.answer(by_fact["client.sex"], "female") == ("Female", "女")
    several = session.voices.answer(by_fact["trafficking.kind"], ("labor", "sex"))
    assert several[0] == "Work of any kind and Something sexual"


def test_every_word_the_interview_says_is_in_the_table_and_every_word_in_the_table_is_said(top: Path) -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in (top / "src/legalassist/cli").glob("ask*.py"))
    said = set(re.findall(r'"((?:ask|state|type|part|pause|key)\.[a-z_]+)"', source))
    assert said <= set(WORDS)
    made_up = {"ask.yes", "ask.no", "ask.for_staff", "ask.for_attorney", "ask.for_relative", "ask.part"}
    assert {word for word in WORDS if word.startswith("ask.")} - said <= made_up
