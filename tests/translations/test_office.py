"""What only the office reads is extracted too, in English; and no page for a client holds a word of its own."""

import pytest

from legalassist.handouts.speech import WRITTEN_IN
from legalassist.law.reasons import Reason
from legalassist.library import Library
from legalassist.packets.plan import kinds_of, required_plan
from legalassist.translations.extract import domains, extract
from legalassist.translations.office import texts_in
from legalassist.translations.scope import reaches

FOR_CLIENTS = (
    "kyr/panel.html", "kyr/sheet.html", "kyr/kit-outline.html", "kyr/kit-slips.html", "kyr/kit-tally.html",
    "tvisa/paper-sheet.html", "tvisa/document-list.html", "tvisa/interviewer-guide.html",
)  # fmt: skip


@pytest.mark.parametrize("name", FOR_CLIENTS)
def test_a_page_that_is_printed_in_chinese_holds_no_word_outside_the_catalogs(library: Library, name: str) -> None:
    assert list(texts_in(library.get(f"templates/{name}").text)) == []


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        ("<p>Hello {{ name }}.</p>", ["Hello {name}."]),
        ('<p>{{ _("Sign here") }}</p>', ["Sign here"]),
        ('<td{% if wide %} class="a"{% endif %}>One <b>two</b></td>', ["One two"]),
        (
            "{# no text #}<style>p { color: red }</style><p>{% if x %}Yes{% else %}No way{% endif %}</p>",
            ["Yes", "No way"],
        ),
        ("<p>{{ a }} · 12</p>", []),
    ],
)
def test_the_words_of_a_print_page_are_seen(html: str, texts: list[str]) -> None:
    assert list(texts_in(html)) == texts


def test_titles_of_packets_and_reasons_of_the_law_are_extracted_with_notes(library: Library) -> None:
    found = {one.context: one for one in extract(library, "tvisa")}
    for kind in ("", *kinds_of(library, "tvisa")):
        for piece in required_plan(library, "tvisa", kind).pieces:
            assert found[f"packet.{kind or 'tvisa'}.{piece.piece}"].english == piece.title
    assert [one.english for one in extract(library, "law")] == [one.value for one in Reason]
    assert any(context.startswith("print.memo.") for context in found)
    assert all(one.note.where and one.note.says for domain in domains(library) for one in extract(library, domain))


def test_no_chinese_is_asked_for_what_only_the_office_reads(library: Library) -> None:
    for domain in set(domains(library)) - {*WRITTEN_IN}:
        for one in extract(library, domain):
            office = one.context.split(".")[0] in {"packet", "print", "law"}
            assert reaches("en", domain, one.context)
            assert reaches("zh_Hans", domain, one.context) is not office


def test_no_context_stands_for_two_texts(library: Library) -> None:
    contexts = [one.context for domain in domains(library) for one in extract(library, domain)]
    assert len(set(contexts)) == len(contexts)
