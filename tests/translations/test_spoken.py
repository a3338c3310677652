"""What is asked of a text for the ear: each rule is shown to fail, and lets a sound text be."""

import pytest

from legalassist.library import Library
from legalassist.translations.gates.alarm import Pair, Severity
from legalassist.translations.gates.cantonese import HOLDS
from legalassist.translations.gates.every import ALOUD, FOR_THE_EYE, RULES, alarms, rules_of

LONG = "Ask who they are, and ask for identification, with the door closed."
YEAR = "This holds on or after December 31, 2025."


def found(library: Library, english: str, text: str, variety: str = "spoken-cmn") -> list[tuple[str, str]]:
    pair = Pair(f"{variety}.at-the-door.who", english, text, "zh_Hans" if variety == "spoken-cmn" else "zh_Hant")
    spoken = {rule.name for rule in ALOUD}
    return [(one.rule, one.message) for one in alarms(library, [pair]) if one.rule in spoken]


@pytest.mark.parametrize(
    ("english", "text", "expected"),
    [
        (LONG, "请关着门问来的人是谁并请对方出示证件。", [("spoken-length", "a sentence has 18 characters, and is heard once")]),
        ("A warrant.", "令状（逮捕令）。", [("spoken-brackets", "（ cannot be heard")]),
        ("Ask for “police”.", "请问“警察”。", [("spoken-brackets", "“ cannot be heard")]),
        ("Under 18.", "不到18岁。", [("spoken-figures", "numbers stand in figures"), ("spoken-numbers", "a number of the English is not said (十八)")]),
        ("Under 18.", "不到十六岁。", [("spoken-numbers", "a number of the English is not said (十八)"), ("spoken-numbers", "十六 is no number of the English")]),
        ("Call 911.", "请打九一九。", [("spoken-numbers", "a number of the English is not said (九百一十一)"), ("spoken-numbers", "九一九 is no number of the English")]),
        (YEAR, "二零二五年十一月三十一日起。", [("spoken-numbers", "a number of the English is not said (十二月)"), ("spoken-numbers", "十一 is no number of the English")]),
        ("Three things.", "请问。请听。请说。", [("spoken-pauses", "3 sentences without a pause")]),
        ("Your rights.", "这是您的权利。", [("spoken-alike", "权利 can be heard as another word")]),
        ("Do not sign.", "请不要签字。", [("spoken-alike", "签字 can be heard as another word")]),
        ("Call us.", "／请打电话给我们。", [("spoken-stray-pauses", "a pause has nothing before or after it")]),
        ("Nobody pays.", "也没有人付钱。", [("spoken-beginning", "it begins with 也, and nothing stands before it"), ("spoken-not-too", "也没有 follows an idea without a negation")]),
        ("A or B, or C.", "有一样。／和另一样，都行。", [("spoken-beginning", "an idea begins with 和")]),
        ("A notary or an agency may not.", "公证人可以。／中介也不可以。", [("spoken-not-too", "也不 follows an idea without a negation")]),
        ("You do not have to say where or how.", "在哪里，可以说。／怎么来，可以不说。", [("spoken-both-ways", "可以说 and 可以不说 both stand in it")]),
        ("Do not run. Do not shout.", "请不要跑。／请喊，不是小声。", [("spoken-do-not", "“do not” is said 1 times instead of 2")]),
        ("Tell your lawyer. Call the lawyer.", "请告诉律师。／请打电话给警察。", [("spoken-people", "律师 is said 1 times, its English 2 times")]),
        ("Wait before you go.", "请先等。／走了之后，请说。", [("spoken-time", "the English says “before”, one idea says 之后")]),
        ("Ask before you go, and after.", "走之前，请先问。／最后，请说。", [("spoken-time", "the English says “after”, no idea does")]),
        ("I choose to stay silent.", "我选择这样。", [("spoken-words", "“silent” is not said")]),
    ],
)  # fmt: skip
def test_each_rule_finds_its_fault(library: Library, english: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(library, english, text) == expected


@pytest.mark.parametrize(
    ("english", "text"),
    [
        (LONG, "请问来的人是谁。／门关着，请对方出示证件。"),
        ("Under 18.", "不到十八岁。"),
        ("Call 911.", "请打九一一。"),
        (YEAR, "二零二五年十二月三十一日起。"),
        ("Form I-200 or I-205.", "I二零零表格，或者I二零五表格。"),
        ("Two hundred and five is 205.", "二百零五。"),
        ("Also ask us. Nobody pays.", "也请问我们。／没有人付钱。"),
        ("Do not run, and do not shout.", "请不要跑，也不要喊。"),
        ("You can say it, or say nothing.", "可以说。／也可以不说。"),
        ("Tell your lawyer. Call the lawyer.", "请告诉律师。／请打电话给律师。"),
        ("Ask before you go, and after.", "走之前，请先问。／走了以后，也可以问。"),
        ("Wait before you go.", "走之前，请先等。／以后再来。"),
        ("I choose to stay silent. It is free.", "我选择沉默。／这样做，不收费。"),
    ],
)
def test_a_sound_text_is_let_be(library: Library, english: str, text: str) -> None:
    assert found(library, english, text) == []


@pytest.mark.parametrize(
    ("english", "text", "expected"),
    [
        ("Test one: a bell rings.", "測試一（響鐘）。", ["spoken-brackets"]),
        ("Test: ring it 3 times.", "測試：響3次。", ["spoken-figures", "spoken-numbers"]),
        ("Test: a bell rings.", "測試嗰陣時個鐘會響好多好多好多好多次㗎喇。", ["spoken-length"]),
        ("Test. A bell rings. Wait.", "測試。響鐘。等等。", ["spoken-pauses"]),
        ("Test: a bell rings.", "測試：響鐘。／", ["spoken-stray-pauses"]),
        ("Test: {who} rings.", "測試：有人響鐘。", ["placeholders"]),
        ("Test: do not ring.", "測試：響鐘啦。", ["spoken-negation"]),
        ("Test: a bell rings.", "测试：響鐘。", ["mixed-scripts"]),
        ("Test: a bell rings.", "測試：他們響鐘。", ["spoken-mandarin"]),
        ("Test: it rings.", "測試：保證會響。", ["harm", "promises"]),
    ],
)
def test_cantonese_is_asked_what_holds_for_any_ear(
    library: Library, english: str, text: str, expected: list[str]
) -> None:
    pair = Pair("spoken-yue.at-the-door.who", english, text, "zh_Hant")
    assert sorted(one.rule for one in alarms(library, [pair])) == sorted(expected)


@pytest.mark.parametrize(
    ("english", "text"),
    [
        ("Test: your rights.", "測試：呢啲係你嘅權利。"),
        ("Test: do not ring.", "測試：唔好響鐘。"),
        ("Test: nobody rings. Do not ring.", "測試：冇人響鐘。／咪響鐘。"),
        ("Test: do not sign, and do not ring. They wait.", "測試：唔好簽名，唔好響鐘。／佢哋等緊。"),
        ("Test: call 911.", "測試：打九一一。"),
    ],
)
def test_what_only_mandarin_has_is_not_asked_of_cantonese(library: Library, english: str, text: str) -> None:
    pair = Pair("spoken-yue.at-the-door.who", english, text, "zh_Hant")
    assert [one.rule for one in alarms(library, [pair])] == []


def test_the_rules_of_cantonese_are_rules_there_are(library: Library) -> None:
    assert {rule.name for rule in (*rules_of(library), *ALOUD)} >= HOLDS


def test_the_same_sentence_on_paper_is_asked_none_of_it(library: Library) -> None:
    pair = Pair("topic.at-the-door.who.text", "Call 911 (free).", "请打911（免费）。")
    assert [one.rule for one in alarms(library, [pair]) if one.severity is Severity.ERROR] == []


def test_what_is_for_the_eye_only_is_a_rule_there_is(library: Library) -> None:
    assert {rule.name for rule in (*RULES, *rules_of(library))} >= FOR_THE_EYE
