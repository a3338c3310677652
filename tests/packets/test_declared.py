"""The declaration: her words in her order and no other sentence; a reading that one changed word makes stale."""

import datetime as dt
import re
from dataclasses import replace
from random import Random
from types import SimpleNamespace
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legalassist.api.building import prepare
from legalassist.assessments.assess import Assessment, assess
from legalassist.cases.answer import Said
from legalassist.cases.case import Case
from legalassist.cases.read_back import Outcome, PieceRead, ReadBack
from legalassist.documents.subset.text import text_of
from legalassist.errors import DocumentError, UsageError
from legalassist.facts.known import Why
from legalassist.facts.values import PersonName, Spoken, Value
from legalassist.library import Library
from legalassist.packets.assemble import assemble
from legalassist.packets.build import Build, PacketState
from legalassist.packets.gate.rule import Looked
from legalassist.packets.gate.rules import BY_ID
from legalassist.packets.memo import memo_words
from legalassist.packets.plan import Planned, plan_pieces, required_plan
from legalassist.packets.readings import Readings, Standing
from legalassist.packets.signing import signing_lines
from legalassist.packets.statement_memo import relay_notes
from legalassist.packets.written import Writer, Written

DAY = dt.date(2026, 11, 23)
SAID = Said("staff", "2026-11-23T10:00:00")
DECLARATIONS = ("statement-chinese", "statement-english")
CERTIFICATE = "interpreter-certificate"


@pytest.fixture(scope="module")
def mei(library: Library) -> Build:
    return prepare(library.get("interviews/tvisa/examples/mei.yaml").path, library, as_of=DAY)


@pytest.fixture(scope="module")
def lan(library: Library) -> Build:
    """Her statement is signed in English after it was read to her."""
    return prepare(library.get("interviews/tvisa/examples/lan.yaml").path, library, as_of=DAY)


def with_answers(build: Build, answers: dict[str, Value]) -> Build:
    case = build.case
    for path, value in answers.items():
        case = case.answer(path, value, SAID)
    return replace(build, case=case)


def planned(build: Build) -> tuple[Assessment, tuple[Planned, ...]]:
    assessment = assess(build.interview, build.case, as_of=DAY)
    return assessment, plan_pieces(required_plan(build.library, "tvisa"), assessment.facts).pieces


def readings(build: Build) -> Readings:
    return Writer(build, *planned(build)).readings


def written(build: Build, code: str) -> Written:
    assessment, pieces = planned(build)
    (piece,) = (one for one in pieces if one.code == code)
    return Writer(build, assessment, pieces).write(piece)


def lines(build: Build, code: str) -> list[str]:
    word = written(build, code).word
    assert word is not None
    return text_of(word).replace("\u00a0", " ").split("\n")


def codes(build: Build) -> set[str]:
    return {one.code for one in planned(build)[1]}


def standing(build: Build, code: str) -> Standing:
    reading = readings(build).named(code)
    assert reading is not None
    return reading.standing


def read(build: Build, *pieces: str, **changed: object) -> Build:
    """Return the packet's inputs after an interpreter read these pieces as they are now."""
    now = readings(build)
    digests = tuple(PieceRead(one.code, now.digest(one)) for one in now.pieces if one.code in pieces)
    one = ReadBack("2026-11-20", "demo-interpreter", "cmn", digests, "staff", "2026-11-20T10:00:00")
    return replace(build, case=build.case.read_back(replace(one, **changed)))  # type: ignore[arg-type]


# ---- her words, and no others ----

SENTENCE = re.compile(r"[^.。!！?？]+[.。!！?？]*[”’」』\"]*")


def sentences(text: str) -> list[str]:
    return [found for one in SENTENCE.findall(text) if (found := one.strip())]


def fixed_lines(build: Build, code: str) -> set[str]:
    """Return what the template itself prints: the piece with every paragraph taken out."""
    case = build.case
    for number in case.rows("statement.paragraphs").numbers:
        case = case.remove_row("statement.paragraphs", number, SAID)
    return set(lines(replace(build, case=case), code))


@pytest.mark.parametrize("who", ["mei", "lan"])
def test_every_sentence_of_every_declaration_was_typed_by_somebody(who: str, request: pytest.FixtureRequest) -> None:
    build: Build = request.getfixturevalue(who)
    drafts = [str(one.value) for one in build.case.answers if one.path.startswith("statement.paragraphs[")]
    tried = 0
    for code in codes(build) & set(DECLARATIONS):
        fixed = fixed_lines(build, code)
        hers = [re.sub(r"^\d+\. ", "", line) for line in lines(build, code) if line not in fixed]
        assert len(hers) >= 8
        for sentence in (one for line in hers for one in sentences(line)):
            assert any(sentence in draft for draft in drafts), sentence
            tried += 1
    assert tried > 20


def test_a_sentence_that_nobody_typed_would_be_found(mei: Build) -> None:
    drafts = [str(one.value) for one in mei.case.answers if one.path.startswith("statement.paragraphs[")]
    for composed in ("I was afraid.", "My name is 王小媺 (WANG Xiaomei), and I was born on February 29, 2004."):
        assert not all(any(one in draft for draft in drafts) for one in sentences(composed))


def test_the_fixed_words_are_the_title_the_name_the_oath_and_the_lines_to_sign_on(lan: Build) -> None:
    assert fixed_lines(lan, "statement-english") - {""} == {
        "Declaration", "LANLIN HAN", "In support of Form I-914, Application for T Nonimmigrant Status",
        "I declare under penalty of perjury that the foregoing is true and correct.",
        "本人声明，以上内容真实无误；如有虚假，愿承担伪证罪责任。", "LANLIN HAN · signature 签名",
        "Executed on (date) 签署日期",
    }  # fmt: skip


TYPED = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=40).filter(str.strip)


@settings(max_examples=15)
@given(texts=st.lists(TYPED | st.sampled_from(["{{ 7*7 }}", "{% raw %}", "a & <b>"]),
                      min_size=1, max_size=4), order=st.randoms(use_true_random=False))  # fmt: skip
def test_paragraphs_are_printed_as_typed_in_the_order_somebody_gave(
    lan: Build, texts: list[str], order: Random
) -> None:
    case = lan.case
    for number in case.rows("statement.paragraphs").numbers:
        case = case.remove_row("statement.paragraphs", number, SAID)
    rows = []
    for text in texts:
        row = case.next_row("statement.paragraphs")
        case = case.answer(f"statement.paragraphs[{row}].english", text, SAID)
        rows.append(row)
    shuffled = list(rows)
    order.shuffle(shuffled)
    case = case.answer("statement.order", tuple(map(str, shuffled)), SAID)
    printed = lines(replace(lan, case=case), "statement-english")
    expected = [f"{n}. {texts[rows.index(row)]}" for n, row in enumerate(shuffled, 1)]
    assert [line for line in printed if re.match(r"\d+\. ", line)] == expected


def test_a_paragraph_moved_keeps_its_history_and_one_added_later_comes_last(lan: Build) -> None:
    moved = with_answers(lan, {"statement.order": ("3", "1")})
    numbered = [line for line in lines(moved, "statement-english") if re.match(r"\d+\. ", line)]
    before = [line for line in lines(lan, "statement-english") if re.match(r"\d+\. ", line)]
    words = [re.sub(r"^\d+\. ", "", line) for line in before]
    assert [re.sub(r"^\d+\. ", "", line) for line in numbered] == [words[2], words[0], words[1], *words[3:]]
    path = "statement.paragraphs[3].english"
    assert moved.case.history(path) == lan.case.history(path)


# ---- two routes ----


def test_the_first_route_has_original_translation_and_the_translators_certificate(mei: Build) -> None:
    assert {"statement-chinese", "statement-english", "translation-certificate"} <= codes(mei)
    assert CERTIFICATE not in codes(mei)
    english, chinese = lines(mei, "statement-english"), lines(mei, "statement-chinese")
    count = sum(1 for line in english if re.match(r"\d+\. ", line))
    assert count == sum(1 for line in chinese if re.match(r"\d+\. ", line)) == 12
    assert "Signature and date: on the signed original." in english
    assert any("签名" in line for line in chinese)


def test_the_second_route_has_english_and_the_interpreters_certificate_and_no_chinese_original(lan: Build) -> None:
    assert {"statement-english", CERTIFICATE} <= codes(lan)
    assert not {"statement-chinese", "translation-certificate"} & codes(lan)
    certificate = "\n".join(lines(lan, CERTIFICATE))
    assert "I, Robin Sample, certify:" in certificate
    assert "On November 20, 2026 I read the document named above to LANLIN HAN in Mandarin" in certificate


def test_while_nobody_chose_a_route_nothing_is_signed_and_the_packet_says_so(lan: Build) -> None:
    case = replace(lan.case, answers=tuple(one for one in lan.case.answers if one.path != "statement.route"))
    undecided = replace(lan, case=replace(case, read_backs=()))
    assert not {"statement-chinese", "translation-certificate", CERTIFICATE} & codes(undecided)
    assert written(undecided, "statement-english").used.gaps["statement.route"] is Why.NOT_ASKED
    assert not any("signature" in line for line in lines(undecided, "statement-english"))
    assert standing(undecided, "statement-english") is Standing.NOT_READ, (
        "what is not settled is not taken as not needed"
    )


def test_english_of_a_client_who_does_not_read_it_alone_is_read_back_too(mei: Build) -> None:
    english = with_answers(mei, {"statement.language": "en"})
    assert CERTIFICATE in codes(english)
    assert standing(english, "statement-english") is Standing.NOT_READ
    alone = with_answers(english, {"client.reads_english": True})
    assert CERTIFICATE not in codes(alone)
    assert [one.planned.code for one in readings(alone).all] == []


# ---- a reading, and what makes it stale ----


@pytest.mark.parametrize(
    "changed",
    [
        {"statement.paragraphs[4].english": "Another sentence."},
        {"statement.paragraphs[9].english": "One more."},
        {"statement.order": ("2", "1")},
        {"statement.signing_place": "outside_us"},
    ],
)
def test_a_reading_goes_stale_when_a_sentence_changes_moves_or_comes(lan: Build, changed: dict[str, Value]) -> None:
    assert standing(lan, "statement-english") is Standing.CURRENT
    after = with_answers(lan, changed)
    assert standing(after, "statement-english") is Standing.CHANGED
    assert written(after, CERTIFICATE).used.gaps == {"read-back: statement-english": Why.NOT_ASKED}
    assert standing(read(after, "statement-english"), "statement-english") is Standing.CURRENT


def test_one_letter_is_enough_and_the_old_words_make_it_hold_again(lan: Build) -> None:
    path = "statement.paragraphs[4].english"
    words = str(lan.case.current[path].value)
    changed = with_answers(lan, {path: words.replace("3", "8", 1) if "3" in words else words + "s"})
    assert standing(changed, "statement-english") is Standing.CHANGED
    assert standing(with_answers(changed, {path: words}), "statement-english") is Standing.CURRENT


def test_tags_and_the_chinese_notes_are_not_what_was_read(lan: Build) -> None:
    after = with_answers(lan, {
        "statement.paragraphs[4].elements": ("means",), "statement.paragraphs[4].text": "别的话。",
        "statement.paragraphs[4].exhibits": ("exhibits[1]",),
    })  # fmt: skip
    assert standing(after, "statement-english") is Standing.CURRENT


def test_a_form_goes_stale_by_a_changed_answer_and_not_by_its_reading(mei: Build) -> None:
    after = read(mei, "answer-sheet")
    assert standing(after, "answer-sheet") is Standing.CURRENT, "its interpreter's part is not part of what was read"
    sheet = written(after, "answer-sheet").html
    assert "Family: Sample; Given: Robin" in sheet
    changed = with_answers(after, {"client.birth_city": "Elsewhere"})
    assert standing(changed, "answer-sheet") is Standing.CHANGED
    assert "Family: Sample; Given: Robin" not in written(changed, "answer-sheet").html


def in_relay(build: Build, *pieces: str) -> Build:
    """Return the packet's inputs after two interpreters read these pieces: English, Mandarin, Fuzhounese."""
    robin = build.clinic.interpreters[0]
    both = (
        robin.model_copy(update={"languages": (Spoken("cmn"), Spoken("cdo"))}),
        robin.model_copy(update={
            "code": "li", "name": PersonName(family="Li", given="Wen"), "languages": (Spoken("cmn"), Spoken("yue")),
        }),
    )  # fmt: skip
    clinic = build.clinic.model_copy(update={"interpreters": both})
    return read(replace(build, clinic=clinic), *pieces, language="cdo", relay="li")


def test_a_reading_in_relay_counts_and_asks_the_attorney_who_certifies(lan: Build) -> None:
    after = in_relay(lan, "statement-english")
    assert standing(after, "statement-english") is Standing.CURRENT
    (asked,) = relay_notes(readings(after))
    assert "was read by demo-interpreter, in relay through li. No source of ours says who certifies" in asked
    assert asked in memo_words(after, planned(after)[0], readings(after))["notes"]  # type: ignore[operator]
    assert list(relay_notes(readings(read(lan, "statement-english")))) == []
    gone = read(lan, "statement-english", relay="li")
    assert standing(gone, "statement-english") is Standing.NO_INTERPRETER, "clinic.yaml has nobody of that code"


def test_the_certificate_of_a_reading_in_relay_says_who_did_what(lan: Build) -> None:
    said = "\n".join(lines(in_relay(lan, "statement-english"), CERTIFICATE))
    for words in (
        "from English to Mandarin by Wen Li, and from Mandarin to Fuzhounese by Robin Sample.",
        "I am competent to interpret between Mandarin and Fuzhounese.",
        "Wen Li read the document named above to me in Mandarin, and I interpreted what was read to",
        "I, Wen Li, certify that I am competent to interpret between English and Mandarin, and that on",
        "Wen Li · signature of the interpreter",
        "was read back to me in Fuzhounese by Robin Sample, in relay through Wen Li, and I understood it.",
    ):
        assert words in said
    assert "between English and Fuzhounese" not in said
    after = in_relay(lan, "statement-english")
    (sheet,) = [
        one for one in signing_lines(after, planned(after)[0]) if one.title.startswith("Certificate of the int")
    ]
    assert sheet.signers == ("interpreter", "second interpreter, in relay")
    alone = "\n".join(lines(read(lan, "statement-english"), CERTIFICATE))
    assert "relay" not in alone
    assert "I am competent to interpret between English and Mandarin." in alone


def test_part_7_of_a_form_read_in_relay_names_nobody_and_the_gate_waits_for_the_attorney(mei: Build) -> None:
    after = in_relay(mei, "answer-sheet")
    assert standing(after, "answer-sheet") is Standing.CURRENT
    sheet = written(after, "answer-sheet")
    assert "Given: Robin" not in sheet.html
    assert "Given: Wen" not in sheet.html
    assert "read-back: answer-sheet, in relay, the attorney decides who certifies" in sheet.used.gaps
    found = BY_ID["relay"].look(cast("Looked", SimpleNamespace(readings=readings(after))))
    assert [one.what for one in found] == ["answer-sheet"]
    assert not list(BY_ID["relay"].look(cast("Looked", SimpleNamespace(readings=readings(read(mei, "answer-sheet"))))))


def test_who_interpreted_an_answer_is_never_the_interpreter_of_a_form(mei: Build) -> None:
    assert {one.said.interpreter for one in mei.case.answers} == {"demo-interpreter"}
    assert "Given: Robin" not in written(mei, "answer-sheet").html


def test_corrections_asked_for_and_a_reading_taken_back_do_not_count(lan: Build) -> None:
    asked = read(lan, "statement-english", outcome=Outcome.CORRECTIONS)
    assert standing(asked, "statement-english") is Standing.CORRECTIONS
    back = read(lan, "statement-english", outcome=Outcome.TAKEN_BACK)
    assert standing(back, "statement-english") is Standing.NOT_READ
    gone = read(lan, "statement-english", interpreter="somebody-else")
    assert standing(gone, "statement-english") is Standing.NO_INTERPRETER
    for build in (asked, back, gone):
        assert "read-back: statement-english" in written(build, CERTIFICATE).used.gaps


def test_what_is_not_read_back_stops_a_packet_for_signature_by_name(lan: Build) -> None:
    build = replace(with_answers(lan, {"statement.order": ("2", "1")}), state=PacketState.FOR_SIGNATURE)
    assessment, pieces = planned(build)
    writer = Writer(build, assessment, pieces)
    owed = [one.item for one in writer.readings.owed]
    assert {"read-back: answer-sheet", "read-back: statement-english"} <= {item.path for item in owed}
    with pytest.raises(UsageError) as refused:
        assemble(build, assessment)
    assert "read-back: statement-english" in refused.value.hint


def test_nobody_reads_a_list_of_the_office_back(mei: Build) -> None:
    now = readings(mei)
    for code in ("memo", "contents"):
        (piece,) = (one for one in now.pieces if one.code == code)
        with pytest.raises((UsageError, DocumentError), match="nobody reads it back"):
            now.digest(piece)


def test_the_case_of_another_is_not_touched(lan: Build) -> None:
    assert Case("R1", "tvisa").last_read == {}
    assert set(lan.case.last_read) == {"statement-english"}


def test_fixed_words_are_in_the_script_the_client_reads_and_hers_stay_as_she_wrote_them(library: Library) -> None:
    def text(piece: Written) -> str:
        assert piece.word is not None
        return text_of(piece.word)

    simple = prepare(library.get("interviews/tvisa/examples/hui.yaml").path, library, as_of=DAY)
    known = {
        code: {
            language: written(replace(simple, language=language), code)
            for language in ("zh_Hans", "zh_Hant")
        }
        for code in (*DECLARATIONS, "translation-certificate")
    }  # fmt: skip
    for code, made in known.items():
        hans, hant = (made[language] for language in ("zh_Hans", "zh_Hant"))
        assert {one.language for one in hant.used.translated.values()} - {"en"} == {"zh_Hant"}, code
        texts = {one.context: one.text for one in hans.used.translated.values() if one.language == "zh_Hans"}
        swapped = text(hans)
        for one in sorted(hant.used.translated.values(), key=lambda one: -len(one.text)):
            if one.language == "zh_Hant":
                swapped = swapped.replace(texts[one.context], one.text)
        assert text(hant) == swapped, code
    assert "聲明書" in text(known["statement-chinese"]["zh_Hant"])
    assert "我叫曾蕙" in text(known["statement-chinese"]["zh_Hant"])
