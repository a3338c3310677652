from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from one_library import LIBRARY

from legalassist.errors import ContentError
from legalassist.facts.known import PlainFacts, Rows, Why
from legalassist.facts.values import ExhibitAtHand
from legalassist.library import Library
from legalassist.packets.plan import CONSENT, Folder, PacketPlan, letters, plan_pieces, read_plan, required_plan

HEAD = "packet: try\ntitle: Try\npieces:\n"
PLAN = (
    HEAD
    + """\
  - piece: letter
    title: Letter
    word: letter
  - exhibit: statement
    title: Statement
    pieces:
      - {piece: chinese, title: Chinese, word: declaration, language: zh_Hans, when: 'a.language == "zh_Hans"'}
      - {piece: english, title: English, word: declaration, when: known(a.language)}
  - exhibit: paper
    each: papers
  - piece: request
    title: Request
    word: request
    folder: agency
    when: a.asked and a.told
  - piece: memo
    title: Memo
    print: memo
    folder: internal
"""
)


def plan_of(folder: Path, text: str) -> tuple[PacketPlan | None, list[str]]:
    path = folder / "interviews/try/packet.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    plan, problems = read_plan(Library(folder), "try")
    return plan, [f"{problem.where.line}:{problem.where.column}: {problem.message}" for problem in problems]


@pytest.fixture
def plan(tmp_path: Path) -> PacketPlan:
    plan, problems = plan_of(tmp_path, PLAN)
    assert problems == []
    assert plan is not None
    return plan


def paper(title: str, *, held: bool = True) -> ExhibitAtHand:
    return ExhibitAtHand(title, held=held)


def test_the_plan_lists_every_piece_in_order(plan: PacketPlan) -> None:
    assert [piece.piece for piece in plan.pieces] == ["letter", "chinese", "english", "request", "memo"]


def test_pieces_come_in_order_lettered_and_in_their_folders(plan: PacketPlan) -> None:
    facts = PlainFacts(
        {"a.language": "zh_Hans", "a.asked": True, "a.told": True, CONSENT: True, "papers[1].paper": paper("Photo"),
         "papers[3].paper": paper("Card", held=False), "papers[4].paper": paper("Letter")},
        groups={"papers": Rows((1, 3, 4), complete=True)},
    )  # fmt: skip
    planning = plan_pieces(plan, facts)
    assert [(one.code, one.title, one.letter, one.level) for one in planning.pieces] == [
        ("letter", "Letter", "", 1),
        ("statement", "Exhibit A: Statement", "A", 1),
        ("chinese", "Chinese", "A", 2),
        ("english", "English", "A", 2),
        ("paper-b", "Exhibit B", "B", 1),
        ("paper-c", "Exhibit C", "C", 1),
        ("request", "Request", "", 1),
        ("memo", "Memo", "", 1),
    ]
    folders = {one.code: one.folder for one in planning.pieces}
    assert (folders["letter"], folders["request"], folders["memo"]) == (Folder.FILING, Folder.AGENCY, Folder.INTERNAL)
    assert [one.paper.title for one in planning.pieces if one.paper is not None] == ["Photo", "Letter"]
    assert planning.undecided == {}


def test_a_title_never_shows_what_a_paper_is_called(plan: PacketPlan) -> None:
    facts = PlainFacts({"papers[1].paper": paper("Ledger of the boss")}, groups={"papers": Rows((1,))})
    assert all("Ledger" not in f"{one.title} {one.code}" for one in plan_pieces(plan, facts).pieces)


def test_a_piece_nobody_can_decide_on_is_left_out_and_named(plan: PacketPlan) -> None:
    planning = plan_pieces(plan, PlainFacts({"a.asked": True, CONSENT: True}, {"a.told": Why.DECLINED}))
    assert "request" not in [one.code for one in planning.pieces]
    assert planning.undecided == {"chinese": frozenset({"a.language"}), "request": frozenset({"a.told"})}


def test_an_exhibit_without_pieces_has_no_cover_and_takes_no_letter(plan: PacketPlan) -> None:
    planning = plan_pieces(plan, PlainFacts({"papers[1].paper": paper("Photo")}, groups={"papers": Rows((1,))}))
    assert [one.letter for one in planning.pieces if one.cover] == ["A"]


def test_letters_go_on_after_z() -> None:
    listed = list(islice(letters(), 26 * 27 + 1))
    assert (listed[0], listed[25], listed[26], listed[51], listed[52]) == ("A", "Z", "AA", "AZ", "BA")
    assert listed[26 * 27] == "AAA"
    assert len(set(listed)) == len(listed)


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ("  - piece: a\n    title: A\n", "4:5: a piece has either 'word:' or 'print:', the template it is made from"),
        (
            "  - piece: A b\n    title: A\n    word: a\n",
            "4:5: a code is small letters, digits and hyphens, for example cover-letter",
        ),
        ("  - exhibit: a\n", "4:5: an exhibit has either 'pieces:' or 'each:'"),
        ("  - piece: a\n    title: A\n    word: a\n    when: b ==\n", "7:11: this is no expression"),
        ("  - piece: a\n    titel: A\n    word: a\n", "5:5: unknown key 'titel'"),
        (
            "  - exhibit: a\n    pieces:\n      - piece: b\n        titel: B\n        word: a\n",
            "7:9: unknown key 'titel'",
        ),
    ],
)
def test_a_mistake_is_found_at_its_line_and_said_once(tmp_path: Path, lines: str, problem: str) -> None:
    _, problems = plan_of(tmp_path, HEAD + lines)
    assert [one.split(": ")[0] for one in problems] == [problem.split(": ", maxsplit=1)[0]]
    if "no expression" not in problem:
        assert problems == [problem]


def test_a_plan_with_problems_is_not_used(tmp_path: Path) -> None:
    plan_of(tmp_path, HEAD + "  - exhibit: a\n")
    with pytest.raises(ContentError):
        required_plan(Library(tmp_path), "try")


@settings(max_examples=60)
@given(
    st.dictionaries(
        st.sampled_from(["a.language", "a.asked", "a.told"]), st.sampled_from([True, False, "zh_Hans", None])
    )
)
def test_whatever_is_known_no_letter_or_code_comes_twice(known: dict[str, bool | str | None]) -> None:
    plan = required_plan(LIBRARY, "tvisa")
    values = {path: value for path, value in known.items() if value is not None}
    facts = PlainFacts(
        {**values, "exhibits[1].paper": paper("A"), "exhibits[2].paper": paper("B")}, groups={"exhibits": Rows((1, 2))}
    )
    pieces = plan_pieces(plan, facts).pieces
    assert len({one.code for one in pieces}) == len(pieces)
    covers = [one.letter for one in pieces if one.cover]
    assert covers == [letter for letter, _ in zip(letters(), covers, strict=False)]


def test_a_piece_is_made_for_each_person_of_a_group_for_whom_it_holds(tmp_path: Path) -> None:
    text = HEAD + "  - {piece: sheet, title: Sheet of person, print: answer-sheet, each: kin, when: each.apply}\n"
    plan, problems = plan_of(tmp_path, text)
    assert plan is not None, problems
    facts = PlainFacts(
        {"kin[1].apply": True, "kin[2].apply": False, "kin[5].apply": True},
        unknown={"kin[7].apply": Why.LATER},
        groups={"kin": Rows((1, 2, 5, 7), complete=True)},
    )
    planning = plan_pieces(plan, facts)
    assert [(one.code, one.title, one.about) for one in planning.pieces] == [
        ("sheet-1", "Sheet of person 1", "kin[1]"),
        ("sheet-5", "Sheet of person 5", "kin[5]"),
    ]
    assert planning.undecided == {"sheet-7": frozenset({"kin[7].apply"})}
