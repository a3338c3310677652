"""People, schools and nicknames that stand only in what the client said: they are asked about."""

import datetime as dt
from io import BytesIO

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment

from legalassist.disclosure.hits import Level
from legalassist.disclosure.identifiers import Identifiers, _Gathering
from legalassist.disclosure.leaks import check_files, search
from legalassist.disclosure.lunar_days import LunarDay
from legalassist.disclosure.parts import Kind
from legalassist.disclosure.reading import Reading
from legalassist.facts.values import PersonName

SAID = (
    "My name is Zheng Jinfeng. Grace Holloway, who came from Ohio, was kept there. My roommate Maria Lopez was hurt. "
    "Later Anna Kowalska helped. She asked Ms. Alvarado at P.S. 20 John Bowne. We ran on the night of the Dragon Boat "
    "Festival in New York. I told the Department of Homeland Security and Criminal Court. "
    "潭头镇的美姐介绍的，还有阿凤，我哥和表姐不知道，老板小时候就认识陈老板，餐馆老板由老板娘给小费。"
)


def known(said: str = SAID) -> Identifiers:
    """Return what identifies a client who said a text."""
    gathering = _Gathering(())
    gathering.take("client.name", "person name", PersonName("ZHENG", "JINFENG"))
    gathering.take("trafficking.work_days", "long text", said)
    return gathering.made()


def verdict(text: str, *, shelf: bool = False) -> str:
    """Return the worst of what the search says of a text by names (rules 2 to 7)."""
    found = search([Reading("there", Kind.TEXT, text, shelf)], known()).hits
    levels = {hit.level for hit in found if 1 < hit.rule < 8}
    return "blocks" if Level.BLOCK in levels else "asks" if levels else "nothing"


@pytest.mark.parametrize(
    "text",
    [
        "Grace Holloway was there", "We met Grace Holloway.", "with Maria Lopez", "MARIA LOPEZ", "GraceHolloway",
        "Anna Kowalska", "Ms. Alvarado helps", "John Bowne", "at P.S. 20", "PS 20", "P.S.#20", "美姐说的", "Mei Jie",
        "a woman called Mei-Jie", "陈老板", "Chen Laoban", "阿凤", "A Feng",
    ],
)  # fmt: skip
def test_a_name_that_stands_in_her_sentences_is_asked_about(text: str) -> None:
    assert verdict(text) == "asks"
    assert verdict(text, shelf=True) == "nothing"


@pytest.mark.parametrize(
    "text",
    [
        "In the grace period a lopez is nobody", "Criminal Court", "Homeland Security", "the Dragon Boat Festival",
        "New York", "My name", "P.S. 201", "PS 2", "我哥来了", "表姐", "小时", "老板", "餐馆老板", "由老板", "小费",
        "a feng shui shop",
        "Grace helps",
    ],
)  # fmt: skip
def test_what_names_nobody_is_not_asked_about(text: str) -> None:
    assert verdict(text) == "nothing"


def test_her_own_name_in_her_sentences_is_hers_alone() -> None:
    paths = {hit.identifier for hit in search([Reading("there", Kind.TEXT, "Zheng Jinfeng")], known()).hits}
    assert paths == {"client.name"}


def test_a_comment_of_a_workbook_is_asked_about() -> None:
    book, stream = Workbook(), BytesIO()
    book.active["A1"] = "Language"
    book.active["A1"].comment = Comment("ask Grace Holloway", "clinic")
    book.save(stream)
    found = check_files({"list.xlsx": stream.getvalue()}, known()).hits
    assert "trafficking.work_days" in {hit.identifier for hit in found if hit.rule == 2 and hit.level is Level.ASK}


@pytest.mark.parametrize(
    ("lunar", "ours"),
    [
        (LunarDay(1996, 8, 9), "1996-09-21"), (LunarDay(1989, 12, 30), "1990-01-26"),
        (LunarDay(1995, 8, 1, leap=True), "1995-09-25"), (LunarDay(2001, 4, 10, leap=True), "2001-06-01"),
        (LunarDay(1984, 12, 30), "1985-02-19"), (LunarDay(2033, 11, 1, leap=True), "2033-12-22"),
    ],
)  # fmt: skip
def test_a_day_in_the_farmers_calendar_is_a_day_of_ours(lunar: LunarDay, ours: str) -> None:
    assert lunar.in_ours() == dt.date.fromisoformat(ours)


def test_a_day_that_no_month_had_is_none_of_ours() -> None:
    assert LunarDay(1996, 8, 1, leap=True).in_ours() is None
