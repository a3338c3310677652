"""Declare: the paragraphs of the client's statement, as staff write, order and tag them outside the interview.

Every text here was typed by a person and is kept as it was typed, with who and when. Nothing is ever overwritten: a
change of words, order or tags is one more answer.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legalassist.api import asking
from legalassist.api.asking import Opened
from legalassist.assessments.statement import (
    LANGUAGE,
    ORDER,
    PARAGRAPHS,
    Paragraph,
    answer_there,
    changed_since,
    exhibit_row,
    in_order,
    lacks,
    paragraphs,
    translation_is_older,
)
from legalassist.cases.answer import Answer, Said
from legalassist.errors import UsageError
from legalassist.facts.known import known_value
from legalassist.facts.paths import row_path

TEXT, ENGLISH = "text", "english"
"""The two texts of a paragraph: in the language of the statement, and in English."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph with every version of its words, oldest first, and what somebody should look at again."""

    paragraph: Paragraph
    text: tuple[Answer, ...]
    english: tuple[Answer, ...]
    again: tuple[str, ...]


def shown(opened: Opened) -> tuple[Shown, ...]:
    """Return the paragraphs as they are printed, each with its history."""
    return tuple(_shown(opened, one) for one in paragraphs(opened.facts))


def _shown(opened: Opened, one: Paragraph) -> Shown:
    history = opened.case.history
    return Shown(one, history(f"{one.path}.{TEXT}"), history(f"{one.path}.{ENGLISH}"), tuple(_again(opened, one)))


def _again(opened: Opened, one: Paragraph) -> Iterator[str]:
    yield from lacks(opened.facts, one.row)
    if translation_is_older(opened.facts, one.row):
        yield "changed after its English was written"
    changed = changed_since(opened.facts, one)
    if changed:
        yield f"rests on answers given again since: {', '.join(changed)}"
    if one.lost:
        yield "tagged with papers that are not in the list of exhibits any more"


def add(opened: Opened, texts: Sequence[str], said: Said, *, part: str = TEXT, after: int | None = None) -> Opened:
    """Return the case with paragraphs added at the end, or behind a printed number (0: at the beginning), and saved.

    Raises AnswerRefused for a text that is too long or holds what a document cannot hold, UsageError for a number
    that is not there; nothing is added then.
    """
    place = None if after is None else _place(opened, after)
    _refuse_the_wrong_language(opened, said, part)
    complete, before = opened.facts.rows(PARAGRAPHS).complete, list(in_order(opened.facts))
    added = []
    for text in texts:
        opened, row = asking.add_row(opened, PARAGRAPHS, said)
        opened = _words(opened, row, part, text, said)
        added.append(row)
    if complete:
        opened = asking.no_more(opened, PARAGRAPHS, said)
    if place is not None:
        opened = _ordered(opened, [*before[:place], *added, *before[place:]], said)
    return asking.save(opened)


def edit(opened: Opened, number: int, text: str, said: Said, *, part: str = TEXT) -> Opened:
    """Return the case with a paragraph's words given anew, and saved; raises like `add`."""
    _refuse_the_wrong_language(opened, said, part)
    return asking.save(_words(opened, _row(opened, number), part, text, said))


def _refuse_the_wrong_language(opened: Opened, said: Said, part: str) -> None:
    """Refuse words that would stand in another place than their language: nobody would miss them until she signs.

    A Chinese statement has two texts a paragraph, the Chinese and its English; a statement in English has one.
    """
    chosen, english = known_value(opened.facts, LANGUAGE), said.language == "en"
    if part == ENGLISH:
        if chosen == "en":
            raise UsageError("the statement is in English, and has no second English", "leave --english out")
    elif chosen == "zh_Hans" and english:
        wrong = "the statement is in Chinese: an English text does not stand in the place of its words"
        raise UsageError(wrong, "say --english; the Chinese words can be given later, with 'declaration edit'")
    elif chosen == "en" and not english:
        wrong = "the statement is in English: these words would be printed in it as they are"
        raise UsageError(wrong, "where it is to be in Chinese: legalassist answer CASE statement.language=zh_Hans")
    elif chosen is None and english:
        hint = "answer that first: legalassist answer CASE statement.language=zh_Hans (or en)"
        raise UsageError("nobody has said yet in which language the statement is made", hint)


def _words(opened: Opened, row: int, part: str, text: str, said: Said) -> Opened:
    return asking.record(opened, f"{row_path(PARAGRAPHS, row)}.{part}", text, said)


def move(opened: Opened, number: int, to: int, said: Said) -> Opened:
    """Return the case with a paragraph moved to another printed number, and saved; UsageError for one not there."""
    row = _row(opened, number)
    _row(opened, to)
    rows = [one for one in in_order(opened.facts) if one != row]
    return asking.save(_ordered(opened, [*rows[: to - 1], row, *rows[to - 1 :]], said))


def _ordered(opened: Opened, rows: Sequence[int], said: Said) -> Opened:
    return asking.record(opened, ORDER, [str(row) for row in rows], said)


def remove(opened: Opened, number: int, said: Said) -> Opened:
    """Return the case without a paragraph, and saved; its words stay in the history."""
    return asking.save(asking.remove_row(opened, PARAGRAPHS, _row(opened, number), said))


@dataclass(frozen=True, slots=True)
class Tags:
    """What a paragraph is tagged with from now on; None leaves what is there, nothing named takes it away."""

    elements: tuple[str, ...] | None = None
    exhibits: tuple[str, ...] | None = None
    rests_on: tuple[str, ...] | None = None


def tag(opened: Opened, number: int, tags: Tags, said: Said) -> Opened:
    """Return the case with a paragraph tagged anew, and saved.

    Raises AnswerRefused for an element there is none of, UsageError for a number, paper or answer that is not there.
    """
    path = row_path(PARAGRAPHS, _row(opened, number))
    lost = [word for word in tags.exhibits or () if not exhibit_row(opened.facts, word)]
    if lost:
        raise UsageError(f"no paper in the list of exhibits is called {lost[0]!r}", "name its row, such as exhibits[2]")
    gone = [word for word in tags.rests_on or () if not answer_there(opened.facts, word)]
    if gone:
        raise UsageError(f"no question of this case asks for {gone[0]!r}", "name an answer, such as jobs[1].to_date")
    for name in ("elements", "exhibits", "rests_on"):
        words = getattr(tags, name)
        if words is not None:
            opened = asking.record(opened, f"{path}.{name}", list(words), said)
    return asking.save(opened)


def _row(opened: Opened, number: int) -> int:
    """Return the row of the paragraph with a printed number."""
    rows = in_order(opened.facts)
    if not 1 <= number <= len(rows):
        message = f"the statement has no paragraph {number}"
        raise UsageError(message, f"it has {len(rows)}: 'legalassist declaration show CASE' lists them")
    return rows[number - 1]


def _place(opened: Opened, after: int) -> int:
    """Return how many paragraphs stand before a new one."""
    if after:
        _row(opened, after)
    return after


def blocks(text: str) -> tuple[str, ...]:
    """Return the blocks of a text that empty lines divide, each as it was typed."""
    found: list[list[str]] = [[]]
    # Not splitlines(): it would swallow control characters that have to be refused with their place.
    for line in text.replace("\r\n", "\n").split("\n"):
        if line.strip():
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return tuple("\n".join(lines) for lines in found if lines)
