"""The client's statement as its paragraphs stand: their order, what they are tagged with, and what no longer fits.

Nothing here looks into a paragraph. What she said is hers; this module knows which rows there are, in which order they
are printed, which papers and answers they were tied to, and which of these ties are loose.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from legalassist.facts.known import Facts, known_value
from legalassist.facts.paths import is_instance, pattern_of, row_path
from legalassist.journeys.live_facts import LiveFacts

PARAGRAPHS = "statement.paragraphs"
ORDER = "statement.order"
LANGUAGE, ROUTE = "statement.language", "statement.route"
TRANSLATED, READ_BACK = "translated", "read_back"
"""The two routes (PB-11): the Chinese original with its certified translation, or English that was read back."""

EXHIBITS = "exhibits"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its row, its number as printed, what it tells about, its papers and answers as they were typed.

    `papers` are the rows of the exhibits that are still there; `lost` the tags that name none any more.
    """

    row: int
    number: int
    elements: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    rests_on: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """The path of its row."""
        return row_path(PARAGRAPHS, self.row)


def in_order(facts: Facts) -> tuple[int, ...]:
    """Return the rows of the paragraphs in the order they are printed.

    Rows that the order names stand as it says; rows added since come after them, in the order they were added.
    """
    rows = facts.rows(PARAGRAPHS).numbers
    named = [int(word) for word in _references(facts, ORDER) if word.isdigit()]
    return tuple(dict.fromkeys(number for number in (*named, *rows) if number in rows))


def paragraphs(facts: Facts) -> tuple[Paragraph, ...]:
    """Return the paragraphs as they are printed, with what they are tagged with."""
    return tuple(_paragraph(facts, row, number) for number, row in enumerate(in_order(facts), 1))


def _paragraph(facts: Facts, row: int, number: int) -> Paragraph:
    path = row_path(PARAGRAPHS, row)
    found = {word: exhibit_row(facts, word) for word in _references(facts, f"{path}.exhibits")}
    return Paragraph(
        row=row,
        number=number,
        elements=_references(facts, f"{path}.elements"),
        papers=tuple(dict.fromkeys(paper for paper in found.values() if paper)),
        lost=tuple(word for word, paper in found.items() if not paper),
        rests_on=_references(facts, f"{path}.rests_on"),
    )


def _references(facts: Facts, path: str) -> tuple[str, ...]:
    """Return the words of a list, nothing where nobody wrote one."""
    value = known_value(facts, path)
    return value if isinstance(value, tuple) else ()


def exhibit_row(facts: Facts, word: str) -> str:
    """Return the row of the exhibit that a tag names, by its row (``exhibits[2]``) or its key; empty where none."""
    rows = [row_path(EXHIBITS, number) for number in facts.rows(EXHIBITS).numbers]
    if word in rows:
        return word
    return next((row for row in rows if known_value(facts, f"{row}.key") == word), "")


def answer_there(facts: LiveFacts, path: str) -> bool:
    """Say whether a path names something the interview asks for, in a row that is there."""
    if not is_instance(path):
        return False
    if pattern_of(path) in facts.interview.by_fact:
        return facts.applies(path).value is not False
    return any(path == row_path(group, number) for group, number in _row(path) if number in facts.rows(group).numbers)


def _row(path: str) -> Iterator[tuple[str, int]]:
    """Yield the group and the number of a path that is a row; nothing for any other path."""
    group, bracket, number = path.rpartition("[")
    if bracket and path.endswith("]"):
        yield group, int(number.removesuffix("]"))


def changed_since(facts: LiveFacts, paragraph: Paragraph) -> tuple[str, ...]:
    """Return the answers a paragraph rests on that were given again after its words were last changed."""
    current = facts.case.current
    words = [current[path].number for part in ("text", "english") if (path := f"{paragraph.path}.{part}") in current]
    last = max(words, default=0)
    return tuple(path for path in paragraph.rests_on if any(
        answer.number > last for name, answer in current.items() if name == path or name.startswith(f"{path}.")
    ))  # fmt: skip


def lacks(facts: LiveFacts, row: int) -> Iterator[str]:
    """Yield which of a paragraph's texts are not there, of those that are signed or filed."""
    chinese, path = known_value(facts, LANGUAGE) == "zh_Hans", row_path(PARAGRAPHS, row)
    # On the second route her Chinese words stay in the case where there are any; only the English is signed.
    if known_value(facts, f"{path}.text") is None and not (chinese and known_value(facts, ROUTE) == READ_BACK):
        yield "its words are missing"
    if chinese and known_value(facts, f"{path}.english") is None:
        yield "its English is missing"


def translation_is_older(facts: LiveFacts, row: int) -> bool:
    """Say whether a paragraph was changed after it was translated."""
    path = row_path(PARAGRAPHS, row)
    text, english = (facts.answer(f"{path}.{part}") for part in ("text", "english"))
    return text is not None and english is not None and text.number > english.number
