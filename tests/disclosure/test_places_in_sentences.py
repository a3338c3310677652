"""Places by where they stand in a sentence: the client's own, and any that somebody types."""

import pytest

from legalassist.disclosure.hits import Level
from legalassist.disclosure.identifiers import _Gathering
from legalassist.disclosure.leaks import search
from legalassist.disclosure.parts import Kind
from legalassist.disclosure.reading import Reading

SAID = (
    "Then they took me to Goshen, where I worked on a farm near Middletown. On Monday we moved to Cold Spring Harbor "
    "in May. I went to America with Ana, I spoke in Mandarin at Criminal Court in Queens, from Monday on. "
    "我在宾州兰开斯特的一家餐馆洗碗。我在米尼奥拉打工，老家在霞浦县下浒镇。后来到大同市，住在这个城市的小区，在朋友的村里。在按摩店上班。"
)


def said(text: str, kind: Kind = Kind.TEXT) -> str:
    """Return what the search says of a text, for a client who said the sentences above."""
    gathering = _Gathering(())
    gathering.take("statement.paragraphs[1].text", "long text", SAID)
    hits = [hit for hit in search([Reading("there", kind, text)], gathering.made()).hits if hit.rule == 1]
    assert all(hit.level is Level.ASK for hit in hits)  # nobody entered it as a place: it never stops a paper
    return "asks" if hits else "nothing"


@pytest.mark.parametrize(
    "text",
    [
        "a farm in Goshen", "near MIDDLETOWN", "the Cold Spring Harbor area", "在米尼奥拉", "霞浦人", "下浒镇", "下滸",
        "到大同市", "大同", "她在兰开斯特洗碗",
    ],
)  # fmt: skip
def test_a_place_of_her_sentences_is_asked_about(text: str) -> None:
    assert said(text) == "asks"


@pytest.mark.parametrize(
    "text",
    [
        "in America", "May is near", "Mandarin is spoken", "in Criminal Court", "a case in Queens", "Ana", "这个城市",
        "小区", "村里", "按摩店", "middletown folk", "Then Monday", "打工",
    ],
)  # fmt: skip
def test_what_is_no_place_of_hers_is_not(text: str) -> None:
    assert said(text) == "nothing"


def test_a_place_that_was_entered_stops_and_is_not_asked_about_again() -> None:
    gathering = _Gathering(())
    gathering.take("jobs[1].city", "text", "Goshen, NY")
    gathering.take("statement.paragraphs[1].text", "long text", SAID)
    hits = search([Reading("there", Kind.TEXT, "a farm in Goshen")], gathering.made()).hits
    assert [(hit.level, hit.identifier) for hit in hits if hit.rule == 1] == [(Level.BLOCK, "jobs[1].city")]


def test_our_own_texts_say_what_they_say() -> None:
    gathering = _Gathering(())
    gathering.take("statement.paragraphs[1].text", "long text", SAID)
    assert search([Reading("there", Kind.TEXT, "米尼奥拉 Goshen", shelf=True)], gathering.made()).hits == ()


def typed(text: str) -> str:
    """Return what the search says of a typed text about a client who named no place at all."""
    hits = search([Reading("there", Kind.TEXT, text)], _Gathering(()).made()).hits
    assert all(hit.level is Level.ASK for hit in hits)
    return "asks" if any(hit.identifier == "a place" for hit in hits) else "nothing"


@pytest.mark.parametrize(
    "text",
    [
        "The client comes from Tantou village.", "Our clients from Tantou village come with an interpreter.",
        "Client from Qianling, speaks the local tongue.", "the village of Tantou",
        "a village called tantou", "tantou village", "in Goshen", "near Cold Spring", "from Xiatang-zhen",
        "来自潭头村", "来自潭头的客户", "她在兰开斯特",
        "老家在潭头。", "在下浒镇",
    ],
)  # fmt: skip
def test_a_place_that_no_list_has_is_asked_about(text: str) -> None:
    assert typed(text) == "asks"


@pytest.mark.parametrize(
    "text",
    [
        "a small village", "her home town", "from January on", "in Mandarin", "from New York", "in NY",
        "in English and Chinese", "in Family Court", "at Supreme Court", "from Monday", "in May", "in Zoom",
        "a pro bono attorney from a law firm", "near court", "in Word or PDF", "from USCIS", "from Ms. Alvarado",
        "来自纽约的案件", "在纽约市", "来自律师的问题", "来自本所的导师", "在这个城市", "不在市区",
    ],
)  # fmt: skip
def test_what_names_no_place_is_not(text: str) -> None:
    assert typed(text) == "nothing"
