from dataclasses import replace

from one_library import LIBRARY

from legalassist.assessments.assess import live_facts
from legalassist.assessments.missing import Kind, MissingItem, grouped, missing_items
from legalassist.cases.answer import Said, State
from legalassist.cases.case import Case
from legalassist.cases.exhibit_file import ExhibitFile, FiledAs
from legalassist.facts.values import ExhibitAtHand
from legalassist.interviews.reader import read_interview

INTERVIEW = read_interview(LIBRARY, "tvisa").required()
SAID = Said("demo", "2026")
EMPTY = Case("R", "tvisa", invented=True)


def missing(case: Case) -> dict[str, MissingItem]:
    return {item.path: item for item in missing_items(live_facts(INTERVIEW, case))}


def test_what_is_needed_is_missing_until_it_is_answered() -> None:
    assert missing(EMPTY)["client.language"].kind is Kind.ANSWER
    for state in (State.LATER, State.DECLINED, State.DOES_NOT_KNOW):
        assert missing(EMPTY.answer("client.language", None, SAID, state))["client.language"].why == state.value
    assert "client.language" not in missing(EMPTY.answer("client.language", "cmn", SAID))


def test_what_is_not_needed_is_missing_only_where_somebody_said_later() -> None:
    case = EMPTY.answer("client.has_email", True, SAID)
    assert "client.email" not in missing(case)
    assert "client.email" not in missing(case.answer("client.email", None, SAID, State.DECLINED))
    assert missing(case.answer("client.email", None, SAID, State.LATER))["client.email"].why == "later"


def test_what_hangs_together_is_read_as_one_and_nothing_is_left_out() -> None:
    case = EMPTY.add_row("family", SAID).add_row("family", SAID)
    items = missing_items(live_facts(INTERVIEW, case))
    shown = grouped(items)
    assert len(shown) < len(items) / 3
    for one in items:
        assert any(one.path in other.path for other in shown)
        assert all(any(need in other.needs for other in shown) for need in one.needs)
    hanging = next(one for one in shown if one.page == "relatives" and "family[2].sex" in one.path)
    assert "family[1]" not in hanging.path
    assert "questions hang on family[2].apply" in hanging.why


def test_items_of_one_part_that_an_attorney_decides_are_one_line_behind_the_rest() -> None:
    def item(number: str, why: str = "attorney decides") -> MissingItem:
        return MissingItem(Kind.DETERMINATION, f"i-914 4.{number}", "i-914 Part 4", why, "L", ("a.b",), number)

    answer = MissingItem(Kind.ANSWER, "a.b", "p", "later", "A?")
    shown = grouped([item("1.A"), answer, item("1.B"), item("2.A", "attorney decides again")])
    assert [one.path for one in shown] == ["a.b", "i-914 Part 4: 1.A, 1.B", "i-914 Part 4: 2.A"]


def test_what_does_not_apply_is_not_missing() -> None:
    case = EMPTY.answer("statement.language", "en", SAID)
    assert "translator.name" not in missing(case)
    assert "translator.name" in missing(case.answer("statement.language", "zh_Hans", SAID))


def test_a_paper_not_at_hand_and_a_translation_still_owed_are_listed() -> None:
    case = EMPTY.answer("exhibits[1].paper", ExhibitAtHand("A", held=False), SAID)
    case = case.answer("exhibits[2].paper", ExhibitAtHand("B", "zh_Hans"), SAID)
    case = case.answer("exhibits[3].paper", ExhibitAtHand("C"), SAID).add_row("exhibits", SAID)
    kinds = {path: item.kind for path, item in missing(case).items() if path.startswith("exhibits")}
    assert kinds == {"exhibits[1]": Kind.PAPER, "exhibits[2]": Kind.TRANSLATION, "exhibits[3]": Kind.PAPER}


def kept(row: str, *roles: FiledAs) -> tuple[ExhibitFile, ...]:
    return tuple(ExhibitFile(row, role, 1, "0" * 64) for role in roles)


def test_a_foreign_paper_needs_its_translation_and_certificate_behind_it() -> None:
    case = EMPTY.answer("exhibits[1].paper", ExhibitAtHand("A", "zh_Hans"), SAID)
    whys = []
    for roles in ([FiledAs.ORIGINAL], [FiledAs.ORIGINAL, FiledAs.TRANSLATION], [*FiledAs]):
        item = missing(replace(case, exhibits=kept("exhibits[1]", *roles))).get("exhibits[1]")
        whys.append(item.why if item is not None else "")
    assert whys == [
        "not in English: a full translation and the translator's certificate must stand right behind it (PB-07)",
        "not in English: the translator's certificate must stand right behind it (PB-07)",
        "",
    ]


def test_a_paper_in_english_needs_its_file_alone() -> None:
    case = EMPTY.answer("exhibits[1].paper", ExhibitAtHand("A"), SAID)
    assert "exhibits[1]" in missing(case)
    assert "exhibits[1]" not in missing(replace(case, exhibits=kept("exhibits[1]", FiledAs.ORIGINAL)))


def test_no_missing_item_repeats_an_answer() -> None:
    case = EMPTY.answer("exhibits[1].paper", ExhibitAtHand("Geheim", held=False), SAID)
    assert "Geheim" not in str(missing_items(live_facts(INTERVIEW, case)))


def test_a_missing_item_names_the_page_and_the_question() -> None:
    item = missing(EMPTY)["client.language"]
    assert (item.page, item.ask) == ("contact", INTERVIEW.by_fact["client.language"].ask)
