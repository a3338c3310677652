"""Checkers that shipped content and fault files cannot show: the law's own ids, and the words that do harm."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from one_library import LIBRARY

from legalassist.checks import authorities
from legalassist.checks.authorities import law_problems
from legalassist.checks.boxes import box_problems
from legalassist.checks.catalogs import gate_problems
from legalassist.checks.matter import read_matter, said
from legalassist.checks.template_words import VALUES, parts_of
from legalassist.errors import ContentError, DocumentError, Place, Problem
from legalassist.facts.values import Address, PersonName
from legalassist.interviews.types import TYPES
from legalassist.languages.catalog import Catalog, Translation
from legalassist.law.rulebook import RULES
from legalassist.library import Library
from legalassist.translations.gates.harm import FORBIDDEN


@dataclass(frozen=True)
class PlantedRule:
    id: str
    authorities: tuple[str, ...]


def test_every_authority_that_rules_and_parameters_name_exists() -> None:
    assert list(law_problems()) == []


def test_a_rule_that_names_an_authority_in_vain_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(authorities, "RULES", (*RULES, PlantedRule("planted", ("EL-01", "EL-99"))))
    (problem,) = law_problems()
    assert problem.message == "the rule planted names the authority 'EL-99', which is not there"


def catalog_of(text: str, language: str = "zh_Hans") -> Catalog:
    one = Translation("a.ask", "A", text, "draft, machine", fuzzy=False, place=Place("x.po", 7))
    return Catalog(language, "x.po", {"a.ask": one})


@pytest.mark.parametrize("word", FORBIDDEN)
def test_every_forbidden_rendering_is_found(word: str) -> None:
    problems = list(gate_problems(LIBRARY, catalog_of(f"请问{word}吗？")))
    assert Problem(Place("x.po", 7), f"'a.ask': it says {word} (harm)", FORBIDDEN[word]) in problems


def test_other_words_are_left_alone_and_both_scripts_are_looked_at() -> None:
    library = LIBRARY
    assert list(gate_problems(library, catalog_of("人口贩运"))) == []
    assert "(harm)" in " ".join(map(str, gate_problems(library, catalog_of("非法移民"))))
    assert "(harm)" in " ".join(map(str, gate_problems(library, catalog_of("保證", "zh_Hant"))))


def test_the_parts_of_a_value_are_those_its_class_has() -> None:
    assert {".full", ".native", ".indexed", ".family"} < set(parts_of(PersonName))
    assert {".lines", ".lines[]", ".city"} < set(parts_of(Address))
    assert list(parts_of(str)) == [""]
    assert list(parts_of(tuple[str, ...])) == ["", "[]"]
    assert set(VALUES) < set(TYPES)


def test_a_refusal_keeps_its_own_problems_and_any_other_stands_at_the_file() -> None:
    problem = Problem(Place("a", 1), "x")
    assert said(ContentError(problems=(problem,)), "b") == (problem,)
    assert said(DocumentError("b: it is broken", "mend it"), "b") == (Problem(Place("b"), "it is broken", "mend it"),)


def test_boxes_of_a_form_whose_items_nobody_wrote_down_are_a_problem(tmp_path: Path) -> None:
    file = tmp_path / "templates/tvisa/forms/f9.2020-01-01.boxes.yaml"
    file.parent.mkdir(parents=True)
    box = '{box: "Family[0]", kind: text, item: "1.1", part: "family"}'
    file.write_text(f'form: f-9\nedition: "01/01/20"\npages: 1\nboxes:\n  - {box}\n', encoding="utf-8")
    (problem,) = box_problems(read_matter(Library(tmp_path), "tvisa"))
    assert problem.message == "there is no f9.2020-01-01.yaml with the form's Items beside it"
