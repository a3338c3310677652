"""A view as lines of the screen: where we are, the text in each language, what can be chosen, the keys."""

from dataclasses import dataclass

from legalassist.cli.ask_menus import row_of, section_name, type_hint
from legalassist.cli.ask_parts import offered_for
from legalassist.cli.ask_session import Session
from legalassist.cli.ask_text import Line, cut, ends, width_of, wrap
from legalassist.cli.ask_typed import offered
from legalassist.cli.ask_views import Ask, Menu
from legalassist.cli.ask_voices import NAMES, Text, Voices
from legalassist.facts.known import Rows
from legalassist.interviews.schema import Question, Sensitivity, Who
from legalassist.journeys.journey import Standing, Step
from legalassist.languages.formats import SPOKEN, spoken_name

MARGIN, WIDEST, GAP = 2, 100, 3
FEW_ROWS = 18
KEYS = (
    ("Enter", "next"), ("F2", "back"), ("F3", "skip"), ("F4", "decline"), ("F5", "unknown"), ("F6", "later"),
    ("F7", "parts"), ("F9", "pause"), ("Esc", "hide"),
)  # fmt: skip
"""The keys, the same on every screen: what is pressed, and the word for what it does."""

_STATE_WORDS = {
    Standing.LATER: "state.later",
    Standing.DOES_NOT_KNOW: "state.does_not_know",
    Standing.DECLINED: "state.declined",
}

INVENTED = "INVENTED · 虚构"
"""Stands on every screen of an invented case: answers files are for invented people only."""

Block = tuple[tuple[str, Text], ...]
"""What is said in one go: styled texts, to be shown language after language."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One screen: what stands at the top, in the middle (it may be longer than the screen), and at the foot."""

    head: tuple[Line, ...]
    body: tuple[Line, ...]
    message: tuple[Line, ...]
    foot: tuple[Line, ...]
    long_text: bool


def frame(session: Session, columns: int, rows: int) -> Frame:
    """Return the screen for a session's view, laid out for a terminal's columns; airy where its rows allow it."""
    voices, view = session.voices, session.view
    width = max(min(columns - 2 * MARGIN, WIDEST), 20)
    if isinstance(view, Ask):
        block, numbered = _question_block(session, view), _numbered(_choices(session, view), width)
    else:
        block, numbered = _menu_block(session, view), _numbered(tuple(option.label for option in view.options), width)
        numbered = (*_listed(view.listed, width), *numbered)
    head, foot = _head(session, width), _foot(voices, width) if rows >= FEW_ROWS else _short_foot(voices, width)
    body = _lines(voices, block, width)
    if isinstance(view, Menu) and view.question is None:
        airy = _lines(voices, block, width, airy=True)
        body = airy if len(head) + len(airy) + len(numbered) + len(foot) + 2 <= rows else body
    message = () if session.message is None else _lines(voices, (("class:wrong", session.message),), width, apart=False)
    long_text = isinstance(view, Ask) and view.step.question.kind == "long text"
    return Frame(head, (*body, (), *numbered), message, foot, long_text)


# ---- the top and the foot ----


def _head(session: Session, width: int) -> tuple[Line, ...]:
    """Return where we are: the part, which question of it, and whether the case is invented."""
    left = right = ""
    step = session.view.step
    if step is not None:
        inside = [one.path for one in session.opened.steps if one.page.section == step.page.section]
        row = row_of(session, step)
        left = " · ".join(dict.fromkeys(row if row is not None else section_name(session.voices, step)))
        if step.path in inside:
            number, total = str(inside.index(step.path) + 1), str(len(inside))
            right = " · ".join(dict.fromkeys(session.voices.word("ask.question_of", number=number, total=total)))
    mark = f" {INVENTED}" if session.opened.case.invented else ""
    rule = "─" * (width - width_of(mark)) + mark
    return ((("class:head", _indented(ends(left, right, width))),), (("class:rule", _indented(rule)),), ())


def _short_foot(voices: Voices, width: int) -> tuple[Line, ...]:
    """Return the keys on one line, in the first language only, for a window that has no room for more."""
    keys = "  ".join(f"{key} {voices.word(f'key.{word}')[0]}" for key, word in (KEYS[-1], *KEYS[:-1]))
    return ((("class:keyword", _indented(cut(keys, width))),),)


def _foot(voices: Voices, width: int) -> tuple[Line, ...]:
    """Return the keys, as many to a line as fit."""
    lines: list[list[tuple[str, str]]] = [[("", " " * MARGIN)]]
    used = 0
    for key, word in KEYS:
        label = " ".join(dict.fromkeys(voices.word(f"key.{word}")))
        size = width_of(f"{key} {label}")
        if used and used + GAP + size > width:
            lines.append([("", " " * MARGIN)])
            used = 0
        elif used:
            lines[-1].append(("", " " * GAP))
            used += GAP
        lines[-1] += [("class:key", key), ("class:keyword", f" {label}")]
        used += size
    return ((("class:rule", _indented("─" * width)),), *(tuple(line) for line in lines))


# ---- the middle ----


def _question_block(session: Session, view: Ask) -> Block:
    """Return what is said about a question, or about one of its parts."""
    voices, question = session.voices, view.step.question
    block = _about(voices, question, hints=not view.part)
    if view.part:
        block = [block[0], ("class:part", voices.word(f"part.{view.part}"))]
        block.append(("class:hint", voices.word("ask.keep" if view.prefill else "ask.part_empty")))
        return tuple(block)
    now = _answer_now(session, view.step)
    if now is not None:
        keep = voices.word("ask.keep")
        said = voices.word("ask.answer_now", answer=now)
        block.append(("class:now", tuple(f"{one}  {two}" for one, two in zip(said, keep, strict=True))))
    return tuple(block)


def _menu_block(session: Session, menu: Menu) -> Block:
    """Return a menu's sentences, below the question it belongs to."""
    styled = [("", line) for line in menu.lines]
    if menu.question is None:
        return (("class:ask", styled[0][1]), *styled[1:])
    return (*_about(session.voices, menu.question, hints=False), *styled)


def _about(voices: Voices, question: Question, *, hints: bool) -> list[tuple[str, Text]]:
    """Return a question's own texts: who answers, what is asked, help, what to type, why."""
    block: list[tuple[str, Text]] = [("class:ask", voices.part(question, "ask") or voices.same(""))]
    if question.who is not Who.CLIENT:
        block.append(("class:who", voices.word(f"ask.for_{question.who}")))
    said = voices.part(question, "help")
    if said is not None:
        block.append(("", said))
    hint = type_hint(voices, question) if hints else None
    if hint is not None:
        block.append(("class:hint", hint))
    why = voices.part(question, "why")
    if why is not None:
        block.append(("class:hint", voices.word("ask.why", why=why)))
    if question.sensitivity is Sensitivity.HEAVY and not question.needed:
        block.append(("class:hint", voices.word("ask.optional")))
    return block


def _answer_now(session: Session, step: Step) -> Text | None:
    """Return the answer that stands, for questions whose input does not show it."""
    voices = session.voices
    if step.standing in _STATE_WORDS:
        return voices.word(_STATE_WORDS[step.standing])
    answer = session.opened.facts.answer(step.path)
    if answer is None or answer.value is None or isinstance(answer.value, Rows) or not offered(step.question):
        return None
    return voices.answer(step.question, answer.value)


def _choices(session: Session, view: Ask) -> tuple[Text, ...]:
    """Return what a question, or a part of one, offers by number."""
    voices, question = session.voices, view.step.question
    if view.part:
        return tuple(_part_choice(voices, value) for value in offered_for(question.kind, view.part))
    if question.kind == "yes no":
        return voices.word("ask.yes"), voices.word("ask.no")
    if question.kind == "language":
        return tuple(tuple(spoken_name(code, dialect, tag) for tag in voices.languages) for code, dialect in SPOKEN)
    return tuple(voices.choice(question, value) for value in question.values)


def _part_choice(voices: Voices, value: str) -> Text:
    if value in {"yes", "no"}:
        return voices.word(f"ask.{value}")
    return voices.same(NAMES.get(value, value))


def _lines(voices: Voices, block: Block, width: int, *, airy: bool = False, apart: bool = True) -> tuple[Line, ...]:
    """Return a block language after language, each with its name at the left.

    `airy` sets every sentence apart by an empty line, `apart` only the languages.
    """
    alone = len(voices.languages) == 1
    indent = 0 if alone else max(width_of(NAMES[tag]) for tag in voices.languages) + 2
    lines: list[Line] = []
    for n, tag in enumerate(voices.languages):
        label = "" if alone else NAMES[tag]
        for m, (style, text) in enumerate(block):
            if lines and (airy or (apart and m == 0)):
                lines.append(())
            for line in wrap(text[n], width - indent):
                front = " " * MARGIN + label + " " * (indent - width_of(label))
                lines.append((("class:language", front), (style, line)))
                label = ""
    return tuple(lines)


def _numbered(choices: tuple[Text, ...], width: int) -> tuple[Line, ...]:
    """Return numbered lines, each with its label in every language."""
    lines: list[Line] = []
    for number, label in enumerate(choices, 1):
        front = f"{number:>4}  "
        text = wrap(" · ".join(dict.fromkeys(label)), width - len(front))
        for n, one in enumerate(text):
            lines.append((("class:number", " " * MARGIN + (front if n == 0 else " " * len(front))), ("", one)))
    return (*lines, ()) if lines else ()


def _listed(rows: tuple[Text, ...], width: int) -> tuple[Line, ...]:
    """Return the rows of a group, each on one line."""
    lines = tuple((("class:now", " " * MARGIN + cut("   · " + " · ".join(dict.fromkeys(row)), width)),) for row in rows)
    return (*lines, ()) if lines else ()


def _indented(text: str) -> str:
    return " " * MARGIN + text


def more_below(voices: Voices, width: int) -> Line:
    """Return the line that says the text goes on below."""
    return (("class:hint", _indented(cut(" · ".join(dict.fromkeys(voices.word("ask.more"))), width))),)
