"""Whoever names the speech or the people of her town names the town; languages that the menus print do not."""

import pytest
from one_library import LIBRARY

from legalassist.api.opening import open_interview
from legalassist.cases.answer import Said
from legalassist.cases.case import Case
from legalassist.disclosure.hits import Level
from legalassist.disclosure.identifiers import Identifiers, identifiers_of
from legalassist.disclosure.leaks import check_text
from legalassist.facts.values import Spoken

SAID = Said("test", "2026-11-20T10:00:00")


def known(town: str, spoken: Spoken | None = None) -> Identifiers:
    case = Case("k3v9", "tvisa", invented=True)
    if town:
        case = case.answer("client.birth_city", town, SAID)
    if spoken:
        case = case.answer("client.language", spoken, SAID)
    return identifiers_of(case, open_interview(LIBRARY, "tvisa"))


def blocked(text: str, identifiers: Identifiers) -> bool:
    return any(hit.level is Level.BLOCK for hit in check_text(text, identifiers).hits)


@pytest.mark.parametrize(("town", "texts"), [
    ("Wenzhou", "She speaks Wenzhounese./wenzhounese/WENZHOUNESE/a Wenzhouer/Wenzhouhua/W e n z h o u n e s e"),
    ("Fuzhou", "Fuzhounese interpreter/Fuzhouese/Foochowese/Hokchew/fuzhounese"),
    ("Taishan", "Taishanese/Toishanese/Hoisanese/hoisanwa/Toisan"),
    ("Changle", "Changlese/Changleese/Changlenese"),
    ("温州", "她讲温州话/温州人/溫州話/温州口音/Wenzhounese"),
])  # fmt: skip
def test_the_speech_and_the_people_of_her_town_are_her_town(town: str, texts: str) -> None:
    for text in texts.split("/"):
        assert blocked(text, known(town)), text


@pytest.mark.parametrize(("spoken", "texts"), [
    (Spoken("wuu", "Wenzhounese"), "Wenzhounese/Wenzhou/Wenzhouer/温州话"),
    (Spoken("cdo"), "Fuzhounese/Fuzhou/福州话/福州"),
    (Spoken("yue", "Taishanese"), "Taishanese/Taishan/台山話/Hoisanese"),
    (Spoken("cmn", "Fuqing dialect"), "Fuqing/Fuqingnese/Fuqingese"),
    (Spoken("mis", "莆田话"), "莆田/莆田話"),
])  # fmt: skip
def test_her_dialect_is_looked_for_as_recorded_and_as_the_place_it_is_called_after(spoken: Spoken, texts: str) -> None:
    for text in texts.split("/"):
        assert blocked(text, known("", spoken)), text


@pytest.mark.parametrize("spoken", [
    Spoken("cmn"), Spoken("yue"), Spoken("cmn", "Mandarin"), Spoken("yue", "Cantonese"), Spoken("en"),
    Spoken("wuu", "Wenzhounese"), Spoken("mis", "a local dialect"),
])  # fmt: skip
def test_languages_of_the_menus_tell_no_town(spoken: Spoken) -> None:
    for town in ("Wenzhou", "Guangzhou", "Canton"):
        for text in ("Language: Mandarin", "Cantonese", "Mandarin, Cantonese or English", "普通话", "粤语", "Chinese"):
            assert not blocked(text, known(town, spoken)), text
