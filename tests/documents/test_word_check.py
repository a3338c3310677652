"""What a template names and what is wrong with it, found without rendering: by paragraph number, all at once."""

import pytest
from documents.docx_builder import docx, note_call, paragraph, run, table

from legalassist.documents.word import render
from legalassist.documents.word_check import (
    TemplateMessage,
    TemplateRead,
    template_messages,
    template_problems,
    template_reads,
)
from legalassist.errors import ContentError


def test_paths_are_listed_with_their_paragraphs_through_loops_and_set_names() -> None:
    template = docx(
        paragraph("{{ client.name.full }} {% set person = client.name %}{{ person.native }}"),
        paragraph("{%p for each in family if each.apply %}"),
        paragraph("{{ loop.index }} {{ each.birth_date | long_date }} {{ each['relation'] }}"),
        paragraph("{%p for child in each.children %}"),
        paragraph("{{ child.name.full }}"),
        paragraph("{%p endfor %}"),
        paragraph("{%p endfor %}"),
        paragraph(f"{run('{{ fam')}{run('ily', '<w:b/>')}{run('[0].name.full }}')}{note_call(2)}"),
        notes={2: paragraph("{{ as_of | long_date }}", "FootnoteText")},
    )
    assert template_problems(template, "t.docx") == []
    assert template_reads(template, "t.docx") == [
        TemplateRead("client.name.full", 1),
        TemplateRead("client.name", 1),
        TemplateRead("client.name.native", 1),
        TemplateRead("family", 2),
        TemplateRead("family[].apply", 2),
        TemplateRead("family[].birth_date", 3),
        TemplateRead("family[].relation", 3),
        TemplateRead("family[].children", 4),
        TemplateRead("family[].children[].name.full", 5),
        TemplateRead("family[].name.full", 8),
        TemplateRead("as_of", 0),
    ]


def test_fixed_texts_are_listed_for_translation_word_quotes_and_all() -> None:
    template = docx(paragraph("{{ _(“Dear Officer,”) }} {{ _('Signed') }}"))
    assert template_messages(template, "t") == [TemplateMessage("Dear Officer,", 1), TemplateMessage("Signed", 1)]


LOSING = {
    "{{r x }}": "paragraph 2 has {{r }}, which prints nothing",
    "a {{p x }}": "paragraph 2 has {{p }}, which prints nothing",
    "{{tc x }}": "paragraph 2 has {{tc }}, which prints nothing",
    "{{tr x }}": "paragraph 2 has {{tr }}, which prints nothing",
    "{%r if x %}a{%r endif %}": "paragraph 2 has {%r %}, which loses the text beside it",
    "{% colspan x %}": "paragraph 2 has {% colspan %}, which writes into the look of a cell",
    "{% cellbg x %}": "paragraph 2 has {% cellbg %}, which writes into the look of a cell",
    "{% vm %}": "paragraph 2 has {% vm %}, which writes into the look of a cell",
    "{%- hm %}": "paragraph 2 has {% hm %}, which writes into the look of a cell",
}
"""Tags of docxtpl's own that would print nothing or lose text, and what is said of each."""


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("{% if x %}a", "paragraph 2 has {% if %} that nothing closes"),
        ("{% for y in x %}a", "paragraph 2 has {% for %} that nothing closes"),
        ("a{% endif %}", "paragraph 2 has {% endif %} with nothing to close"),
        ("{% else %}", "paragraph 2 has {% else %} outside of an {% if %}"),
        ("{{ x.__class__ }}", "paragraph 2 reaches for something a template may not use"),
        ("{{ x['__class__'] }}", "paragraph 2 reaches for something"),
        ("{{ x._hidden.y }}", "paragraph 2 reaches for something"),
        ("{{ x | nope }}", "paragraph 2 uses a filter that does not exist: nope"),
        ("{{ x | safe }}", "paragraph 2 uses a filter that does not exist: safe"),
        ("{{ x.y() }}", "paragraph 2 calls something a template may not call"),
        ("{{ range(3) }}", "paragraph 2 calls something"),
        ("{{ known(*x) }}", "paragraph 2 calls something"),
        ("{{ _(x) }}", "paragraph 2 has _(...) around something that is not one fixed text"),
        ("{{ _('a &amp; b') }}", "paragraph 2 has &amp; in a translated text"),
        ("{{ x + 1 }}", "paragraph 2 has something a template may not use (add)"),
        ("{% include 'other' %}", "paragraph 2 has something a template may not use (include)"),
        ("{% autoescape false %}{{ x }}{% endautoescape %}", "paragraph 2 has something a template may not use"),
        ("{{ x", "paragraph 2 has a mistake in its tags"),
        ("{{ }}", "paragraph 2 has a mistake in its tags"),
        ("{%p if x %} lost {%p endif %}", "paragraph 2 has {%p %} beside something else"),
        *LOSING.items(),
    ],
)
def test_each_fault_is_named_with_its_paragraph(source: str, said: str) -> None:
    found = template_problems(docx(paragraph("{{ x }}"), paragraph(source)), "t.docx")
    assert [str(problem).startswith(f"t.docx: {said.replace('&amp;', '&')}") for problem in found] == [True]


def test_all_faults_are_found_at_once() -> None:
    template = docx(
        paragraph("{{ x.__a__ }}"), paragraph("{{ x | nope }}"), table([[paragraph("{{ y() }}"), paragraph("b")]])
    )
    assert len(template_problems(template, "t")) == 3


def test_a_template_outside_the_house_subset_has_a_problem_too() -> None:
    (problem,) = template_problems(docx(paragraph("x", "ListParagraph")), "t.docx")
    assert "not one of the house styles" in problem.message


def test_a_template_that_cannot_be_opened_is_a_problem_not_an_exception() -> None:
    (problem,) = template_problems(b"no zip", "t.docx")
    assert problem.hint


def test_the_caller_may_name_other_filters() -> None:
    template = docx(paragraph("{{ x | shout }}"))
    assert template_problems(template, "t", filters=("shout",)) == []


@pytest.mark.parametrize("source", [*LOSING, "{%p if x %} lost {%p endif %}", "{%tr if x %}", "{#p x #} lost"])
def test_a_tag_that_would_lose_text_stops_the_rendering_too_wherever_it_is_split(source: str) -> None:
    halves = run(source[:2]) + run(source[2:])
    for piece in (paragraph(source), paragraph(halves), table([[paragraph(source), paragraph("b")]])):
        if source.startswith("{%tr") and piece.startswith("<w:p"):
            continue  # outside of a table a row's tag stands in no row; Jinja then names it
        with pytest.raises(ContentError, match=r"^t\.docx: paragraph \d has "):
            render(docx(paragraph("a"), piece), {"x": "words"}, name="t.docx")


def test_a_tag_that_would_lose_text_in_a_footnote_is_refused() -> None:
    template = docx(paragraph(f"a{note_call(2)}"), notes={2: paragraph("{{r x }}", "FootnoteText")})
    with pytest.raises(ContentError, match=r"t\.docx: a footnote has \{\{r \}\}, which prints nothing"):
        render(template, {"x": "words"}, name="t.docx")


def test_an_ordinary_tag_whose_name_begins_with_such_a_letter_is_no_fault() -> None:
    template = docx(paragraph("{{ r }} {{p}} {{ tc.x }}{%- if r %}a{% endif %}"))
    assert template_problems(template, "t.docx") == []
    render(template, {"r": 1, "p": 2, "tc": {"x": 3}}, name="t.docx")
