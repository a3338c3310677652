"""The letters: they render, say what the law says and no more, and their PDF says what their .docx says."""

import re
import subprocess
import sys
from pathlib import Path

import page as page_validation
import pytest
import yaml
from documents.docx_builder import HOUSE
from documents.letter_context import FILTERS, STATEMENT, Gap, Words, context
from documents.word_printing import pages_of, printed

from legalassist.documents.docx_file import open_docx
from legalassist.documents.subset.blocks import WordText
from legalassist.documents.subset.reading import read
from legalassist.documents.subset.styles import W
from legalassist.documents.subset.text import difference, text_of
from legalassist.documents.word import render
from legalassist.documents.word_check import template_messages, template_problems

TOP = Path(__file__).parents[2]
FOLDER = TOP / "templates" / "tvisa"
LETTERS = (
    "cover-letter", "declaration", "certificate-of-translation", "certificate-of-interpretation",
    "law-enforcement-request",
)  # fmt: skip
GLOSS = {
    "Declaration": "声明书",
    "I declare under penalty of perjury that the foregoing is true and correct.": "本人声明，以上内容真实无误。",
}
PROPERTY_ORDER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "numPr", "pBdr", "spacing", "ind", "jc", "outlineLvl", "rPr",
)  # fmt: skip
"""The order the schema asks of what our templates use (ECMA-376 part 1, CT_PPr); Word refuses files out of order."""


def chinese(text: str) -> str:
    return GLOSS.get(text, "（译文）")


def letter(name: str, language: str = "en", **facts: object) -> WordText:
    words = context(language, chinese if language == "zh_Hans" else str, **facts)
    file = render((FOLDER / f"{name}.docx").read_bytes(), words, name=f"{name}.docx", filters=FILTERS)
    return read(file, name=f"{name}.docx")


def said(name: str, language: str = "en", **facts: object) -> str:
    return text_of(letter(name, language, **facts)).replace("\u00a0", " ")


@pytest.mark.parametrize("name", LETTERS)
def test_each_template_has_no_problem(name: str) -> None:
    assert template_problems((FOLDER / f"{name}.docx").read_bytes(), name) == []


@pytest.mark.parametrize("name", [*LETTERS, "house"])
def test_properties_stand_in_the_order_word_asks_for(name: str) -> None:
    file = open_docx((HOUSE if name == "house" else FOLDER / f"{name}.docx").read_bytes(), name=name)
    for part in ("word/document.xml", "word/styles.xml"):
        root = file.xml(part)
        assert root is not None
        for properties in root.iter(f"{W}pPr"):
            found = [PROPERTY_ORDER.index(str(each.tag).removeprefix(W)) for each in properties]
            assert found == sorted(found)


@pytest.mark.parametrize(("name", "language"), [*((name, "en") for name in LETTERS), ("declaration", "zh_Hans")])
def test_each_letter_prints_what_its_docx_says_and_meets_pdf_ua(name: str, language: str) -> None:
    word = letter(name, language)
    pdf = printed(word, language)
    assert difference(word, pages_of(pdf)) == ""
    report = page_validation.validate_pdf_bytes(pdf, profile="ua1")
    assert [failure.rule_id for failure in report.failures] == []


def test_the_declaration_holds_her_words_only_and_the_sentence_of_the_law() -> None:
    original = said("declaration", "zh_Hans").splitlines()
    numbered = [f"{number}. {text}" for number, (text, _) in enumerate(STATEMENT, 1)]
    assert [line for line in original if re.match(r"\d+\.", line)] == numbered
    assert "本人声明，以上内容真实无误。" in original
    assert "I declare under penalty of perjury that the foregoing is true and correct." in original


def test_the_translation_of_the_declaration_is_full_and_unsigned() -> None:
    translation = said("declaration")
    assert all(english in translation for _, english in STATEMENT)
    assert "I declare under penalty of perjury that the foregoing is true and correct." in translation
    assert "Signature and date: on the signed original." in translation
    assert "Executed on" not in translation


READ_BACK = Words(paragraphs=["mine"], translation=False, signed=True, glossed=True)
"""English that she signs after it was read to her."""


def test_outside_the_united_states_the_sentence_names_its_laws() -> None:
    statement = Words(language="zh_Hans", signing_place="outside_us", route="read_back")
    declared = said("declaration", statement=statement, declared=READ_BACK)
    assert "under penalty of perjury under the laws of the United States of America that" in declared
    assert "1. mine" in declared
    assert "Executed on (date) （中文）" in declared


def test_what_is_signed_after_a_reading_has_the_sentence_in_chinese_below_it() -> None:
    lines = said("declaration", declared=READ_BACK).splitlines()
    sentence = lines.index("I declare under penalty of perjury that the foregoing is true and correct.")
    assert lines[sentence + 1] == "（中文）"
    assert "Xiaoming WANG · signature （中文）" in lines
    assert "English translation" not in "\n".join(lines)


def test_while_no_route_is_chosen_nothing_is_there_to_sign() -> None:
    undecided = Words(paragraphs=["mine"], translation=False, signed=False, glossed=True)
    statement = Words(language="zh_Hans", signing_place="in_us", route=Gap("statement.route"))
    declared = said("declaration", statement=statement, declared=undecided)
    assert "[not answered: statement.route]" in declared
    assert "signature" not in declared
    assert "Executed on" not in declared


def test_no_sentence_of_the_law_is_chosen_while_the_place_of_signing_is_not_known() -> None:
    statement = Words(language="en", signing_place=Gap("statement.signing_place"))
    declared = said("declaration", statement=statement, declared=READ_BACK)
    assert "[not answered: statement.signing_place]" in declared
    assert "perjury" not in declared


def test_the_interpreter_certifies_competence_the_whole_reading_and_its_day() -> None:
    certificate = said("certificate-of-interpretation")
    for words in (
        "I, Robin SAMPLE, certify:",
        "I am competent to interpret between English and Mandarin.",
        (
            "On November 18, 2026 I read the document named above to Xiaoming WANG in Mandarin, "
            "from the first paragraph to the last, fully and accurately."
        ),
        "This declaration was read back to me in Mandarin by Robin SAMPLE, and I understood it.",
        "3 Example Street",
        "Robin SAMPLE · signature of the interpreter （中文）",
        "Xiaoming WANG · signature （中文）",
    ):
        assert words in certificate


def test_no_interpreter_certifies_what_was_not_read() -> None:
    unread = Gap("read-back: statement-english")
    reading = Words(interpreter=unread, language=unread, on=unread, in_relay=False)
    certificate = said("certificate-of-interpretation", reading=reading)
    assert "I, [not answered: read-back: statement-english], certify:" in certificate
    assert "Telephone" not in certificate


def test_the_cover_letter_names_who_files_what_is_enclosed_and_no_unknown_number() -> None:
    letter = said("cover-letter")
    assert "Xiaoming WANG\nApplicant, Form I-914\n02/03/1998\n—" in letter
    assert "Meihua LIN" not in letter  # no Supplement A is in the packet, so the letter must not claim one
    assert "2. Declaration of the applicant, in Chinese, with English translation" in letter
    assert "8 U.S.C. 1367(a)(2)" in letter


def test_the_cover_letter_prints_a_known_a_number_and_leaves_an_empty_list_of_exhibits_out() -> None:
    client = Words(
        name=Words(full="Xiaoming WANG", native=""), birth_date=Gap("client.birth_date"), a_number="A000-000-000"
    )
    letter = said("cover-letter", client=client, exhibits_listed=[])
    assert "A000-000-000" in letter
    assert "[not answered: client.birth_date]" in letter
    assert "Exhibit\n" not in letter


def test_the_request_to_an_agency_asks_and_says_nothing_of_the_facts() -> None:
    letter = said("law-enforcement-request")
    for words in (
        "for your agency alone to decide",
        "No formal investigation and no prosecution",
        "decides, and not your agency, whether a person was a victim",
        "Nothing is sent to USCIS by this letter",
        "Parts 3 to 6 are yours",
        "who agreed that we write to you",
    ):
        assert words in letter
    assert not any(text[:10] in letter or english[:20] in letter for text, english in STATEMENT)


def test_consent_is_not_claimed_while_it_is_not_known() -> None:
    reporting = context()["reporting"]
    assert isinstance(reporting, Words)
    unasked = Words(**{**vars(reporting), "may_ask_agency": Gap("reporting.may_ask_agency")})
    letter = said("law-enforcement-request", reporting=unasked)
    assert "agreed" not in letter
    assert "[not answered: reporting.may_ask_agency]" in letter


def test_the_certificate_says_competent_complete_and_accurate_and_is_signed_by_nobody_yet() -> None:
    certificate = said("certificate-of-translation")
    assert "I am competent to translate from Chinese into English." in certificate
    assert "It is complete and accurate." in certificate
    assert "(simplified characters), of 3 numbered paragraphs" in certificate
    assert "Each paragraph of the translation bears the number of the paragraph it translates." in certificate
    assert "Date （中文）" in certificate


def test_the_house_template_is_what_its_program_makes(tmp_path: Path) -> None:
    made = tmp_path / "house.docx"
    subprocess.run(
        [sys.executable, str(TOP / "scripts" / "house_template.py"), str(made)], check=True, capture_output=True
    )
    assert open_docx(made.read_bytes(), name="x").parts == open_docx(HOUSE.read_bytes(), name="x").parts


def test_the_letters_have_no_properties_that_name_anybody() -> None:
    for name in LETTERS:
        assert not any(
            "docProps" in member for member in open_docx((FOLDER / f"{name}.docx").read_bytes(), name=name).members
        )


def test_every_letter_names_authorities_that_exist() -> None:
    named = yaml.safe_load((FOLDER / "authorities.yaml").read_text(encoding="utf-8"))
    shelf = (TOP / "src/legalassist/law/authorities.yaml").read_text(encoding="utf-8")
    known = set(re.findall(r"^- id: (\S+)", shelf, re.MULTILINE))
    assert set(named) == {path.stem for path in FOLDER.glob("*.docx")} >= set(LETTERS)
    assert {each for ids in named.values() for each in ids} <= known


def test_only_what_is_signed_by_somebody_who_reads_chinese_has_texts_to_translate() -> None:
    found = {name: template_messages((FOLDER / f"{name}.docx").read_bytes(), name) for name in LETTERS}
    assert [name for name, messages in found.items() if messages] == [
        "declaration", "certificate-of-translation", "certificate-of-interpretation"
    ]  # fmt: skip
