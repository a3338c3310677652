"""The menus of the interview: welcome, parts, rows, summary, break, warning, stop, pause, closing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from legalassist.api import asking
from legalassist.api.keepers import PAUSE_REASONS
from legalassist.api.stopping import Stop
from legalassist.cli.ask_parts import filled
from legalassist.cli.ask_text import cut
from legalassist.cli.ask_views import Menu, Option
from legalassist.cli.ask_voices import NAMES
from legalassist.facts.known import Rows
from legalassist.facts.paths import group_of, numbers_of, pattern_of, row_path
from legalassist.facts.pinyin import hint
from legalassist.facts.values import PersonName
from legalassist.interviews.schema import Question
from legalassist.journeys.journey import Standing, Step, progress
from legalassist.languages.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legalassist.cases.answer import Said
    from legalassist.cli.ask_session import Session
    from legalassist.cli.ask_views import Act
    from legalassist.cli.ask_voices import Text, Voices


def type_hint(voices: Voices, question: Question) -> Text | None:
    """Return what to type for a question, or None where nothing needs to be said."""
    if question.kind == "several choices":
        return voices.word("ask.choose_several")
    if question.values or question.kind == "language":
        return voices.word("ask.choose_one")
    context = "type." + question.kind.replace(" ", "_").replace("-", "_")
    return voices.word(context) if context in WORDS else None


def welcome(session: Session) -> Menu:
    """Return the first screen: how this works, where it goes on, and how to hide it."""
    voices, lines = session.voices, []
    title = session.next_title()
    if title is not None and session.opened.case.answers:
        lines.append(voices.word("ask.welcome_back", title=title))
    lines.append(voices.word("ask.welcome"))
    stopped = asking.last_pause(session.opened)
    if stopped is not None:
        lines.append(voices.word("ask.stopped_because", reason=voices.word(f"pause.{stopped.reason}")))
    lines.append(voices.word("ask.hiding"))
    if session.opened.case.invented:
        lines.append(voices.word("ask.invented"))
    lines.append(voices.word("ask.enter_goes_on"))
    return Menu(tuple(lines), enter=session.begin, back=session.parts)


def overview(session: Session) -> Menu:
    """Return the parts of the interview, how far each is, and a way to each."""
    voices = session.voices
    options = []
    for section in progress(session.opened.interview, session.opened.facts):
        inside = [step for step in session.opened.steps if step.page.section == section.section]
        if not inside:
            continue
        first = next((step for step in inside if step.standing is Standing.OPEN), inside[0])
        name = section_name(voices, first)
        count = f"{section.settled:>3}/{section.asked:<3}"
        options.append(Option((f"{count} {name[0]}", *name[1:]), partial(session.review_from, first)))
    back = partial(session.show, session.here) if session.here else session.begin
    return Menu((voices.word("ask.go_to"),), options=tuple(options), enter=back, back=back)


def section_name(voices: Voices, step: Step) -> Text:
    """Return the name of the part a step stands in."""
    return voices.text(f"page.{step.page.name}.section", step.page.section)


def warning(session: Session, step: Step) -> Menu:
    """Return the screen before a heavy page: go on, or not today."""
    voices, page = session.voices, step.page

    def enter() -> None:
        session.warned.add(page.name)
        session.closed.discard(page.name)
        session.show(step)

    return Menu(
        (voices.text(f"page.{page.name}.title", page.title), voices.text(f"page.{page.name}.warning", page.warning)),
        options=(
            Option(voices.word("ask.go_on"), enter),
            Option(voices.word("ask.not_today"), partial(session.close_page, step)),
        ),
        step=step,
        back=partial(session.go_back_from, step.path),
    )


def break_point(session: Session, step: Step, then: Act) -> Menu:
    """Return the good place for a break after a page."""
    voices = session.voices
    options = (Option(voices.word("ask.go_on"), then), Option(voices.word("ask.stop_here"), session.pause))
    return Menu(
        (voices.word("ask.break_point"),), options=options, enter=then, step=step, back=partial(session.show, step)
    )


def notice(session: Session, text: Text, then: Act) -> Menu:
    """Return something to read before going on."""
    return Menu((text, session.voices.word("ask.enter_goes_on")), enter=then, step=session.here, back=then)


def stop(session: Session, step: Step, who: Stop) -> Menu:
    """Return the stop at which a person takes over; going on is a deliberate choice of whoever is in charge."""
    voices = session.voices
    line = voices.word("ask.in_danger" if who is Stop.SAFETY else "ask.attorney_first")
    options = (
        Option(voices.word("ask.stop_here"), session.finish),
        Option(voices.word("ask.go_on_after"), partial(session.onward, step)),
    )
    return Menu((line,), options=options, step=step, back=partial(session.show, step))


# ---- rows ----


def rows(session: Session, step: Step) -> Menu:
    """Return a repeating group: its rows, and whether there is another one."""
    voices, group = session.voices, step.path
    numbers = session.opened.facts.rows(group).numbers
    row = _row_word(session, step)

    def another() -> None:
        added: list[int] = []

        def change(said: Said) -> asking.Opened:
            opened, number = asking.add_row(session.opened, group, said)
            added.append(number)
            return opened

        session.keep(change, lambda: open_row(session, step, added[-1]))

    def enough() -> None:
        if step.standing is Standing.ANSWERED:
            session.onward(step)
            return
        session.keep(lambda said: asking.no_more(session.opened, group, said), lambda: _leave_rows(session, step))

    options = [
        Option(voices.word("ask.add_another" if numbers else "ask.add", row=row), another),
        Option(voices.word("ask.no_more" if numbers else "ask.none"), enough),
    ]
    if numbers:
        options.append(Option(voices.word("ask.change_row"), partial(_show, session, which_row(session, step))))
    listed = tuple(_row_line(session, group, number, row) for number in numbers)
    enter = partial(session.onward, step) if step.standing is not Standing.OPEN else None
    return Menu(listed=listed, options=tuple(options), enter=enter, question=step.question, step=step)


def _leave_rows(session: Session, step: Step) -> None:
    session.covered[step.page.section] = step.page
    session.onward(step)


def open_row(session: Session, step: Step, number: int) -> None:
    """Show the first question of a row."""
    start = row_path(step.path, number)
    first = next((one for one in session.opened.steps if one.path.startswith(f"{start}.")), step)
    session.review_from(first)


def which_row(session: Session, step: Step) -> Menu:
    """Return the choice of a row."""
    row = _row_word(session, step)
    numbers = session.opened.facts.rows(step.path).numbers
    options = tuple(
        Option(_row_line(session, step.path, number, row), partial(_show, session, one_row(session, step, number)))
        for number in numbers
    )
    return Menu((session.voices.word("ask.which_row"),), options=options, step=step, back=partial(session.show, step))


def one_row(session: Session, step: Step, number: int) -> Menu:
    """Return what can be done with a row: change it, or take it out."""
    voices, group = session.voices, step.path

    def take_out() -> None:
        session.keep(lambda said: asking.remove_row(session.opened, group, number, said), partial(session.show, step))

    options = (
        Option(voices.word("ask.change_it"), partial(open_row, session, step, number)),
        Option(voices.word("ask.take_out"), take_out),
    )
    line = _row_line(session, group, number, _row_word(session, step))
    return Menu((line,), options=options, step=step, back=partial(session.show, step))


def row_of(session: Session, step: Step) -> Text | None:
    """Return which row a step stands in, as people call it: ``Family member 2``; None outside groups."""
    group = group_of(step.path)
    if group is None:
        return None
    row = session.voices.part(session.opened.interview.by_fact[pattern_of(group)], "row") or session.voices.same("")
    return session.voices.word("ask.row", row=row, number=str(numbers_of(step.path)[-1]))


def _row_word(session: Session, step: Step) -> Text:
    return session.voices.part(step.question, "row") or session.voices.same("")


def _row_line(session: Session, group: str, number: int, row: Text) -> Text:
    """Return what a row is called in every language, and behind the last one its first answer."""
    called = session.voices.word("ask.row", row=row, number=str(number))
    start = f"{row_path(group, number)}."
    for step in session.opened.steps:
        answer = session.opened.case.current.get(step.path)
        if step.path.startswith(start) and answer is not None and answer.value is not None:
            if isinstance(answer.value, Rows):
                continue
            return _behind(called, session.voices.answer(step.question, answer.value))
    return called


def _behind(label: Text, text: Text) -> Text:
    """Return a label in every language, and behind the last one a text."""
    *first, last = label
    return (*first, f"{last}   {_short(' · '.join(dict.fromkeys(text)))}")


def _short(text: str) -> str:
    """Return the beginning of a text on one line, as much as tells it from others."""
    return cut(" ".join(text.split()), 44)


def _show(session: Session, menu: Menu) -> None:
    session.view = menu


# ---- parts of an answer ----


def summary(session: Session, step: Step, parts: Mapping[str, str]) -> Menu:
    """Return an answer's parts, to keep or to change one by one."""
    voices, held = session.voices, dict(parts)
    options = tuple(
        Option(_part_line(voices, part, text), partial(session.change_part, step, part, held))
        for part, text in held.items()
    )
    enter = partial(session.record_parts, step, held)
    heard = hint(PersonName(**filled(held))) if step.question.kind == "person name" else ""
    lines = (voices.word("ask.summary"), *((voices.word("ask.pinyin", pinyin=heard),) if heard else ()))
    return Menu(lines, options=options, enter=enter, question=step.question, step=step)


def _part_line(voices: Voices, part: str, text: str) -> Text:
    """Return a part's name in every language, and behind the last one what it holds."""
    held = voices.word(f"ask.{text}") if text in {"yes", "no"} else (NAMES.get(text, text) or "–",)
    return _behind(voices.word(f"part.{part}"), held)


# ---- the end of a sitting ----


def all_asked(session: Session) -> Menu:
    """Return what there is to do when nothing is open."""
    voices = session.voices
    passed = [step for step in session.opened.steps if step.standing is Standing.OPEN]
    later = asking.put_off(session.opened)
    first = voices.word("ask.some_left", count=str(len(passed))) if passed else voices.word("ask.all_asked")
    lines, options = [first], []
    if passed:
        options.append(Option(voices.word("ask.take_passed"), session.take_passed))
    if later:
        lines.append(voices.word("ask.left_for_later", count=str(len(later))))
        options.append(Option(voices.word("ask.take_later"), session.again))
    options.append(Option(voices.word("ask.stop_here"), session.finish))
    back = partial(session.show, session.here) if session.here else session.parts
    return Menu(tuple(lines), options=tuple(options), enter=session.finish, back=back)


def pause(session: Session) -> Menu:
    """Return the pause: a reason may be noted, from a fixed list, or none."""
    voices = session.voices
    options = tuple(
        Option(voices.word(f"pause.{reason}"), partial(_note_and_finish, session, reason)) for reason in PAUSE_REASONS
    )
    back = partial(session.show, session.here) if session.here else session.begin
    lines = (voices.word("ask.saved"), voices.word("ask.pause_why"))
    return Menu(lines, options=options, enter=session.finish, step=session.here, back=back)


def _note_and_finish(session: Session, reason: str) -> None:
    session.keep(lambda said: asking.note_pause(session.opened, reason, said.at), session.finish)


def closing(session: Session) -> Menu:
    """Return the last screen: what was covered, what comes next, a neutral good-bye."""
    voices = session.voices
    lines = [voices.word("ask.saved")]
    if session.covered:
        names = [voices.text(f"page.{page.name}.section", page.section) for page in session.covered.values()]
        lines.append(voices.word("ask.covered", parts=voices.joined(names)))
    title, later = session.next_title(), asking.put_off(session.opened)
    if title is not None:
        lines.append(voices.word("ask.next_time", title=title))
    if later:
        lines.append(voices.word("ask.left_for_later", count=str(len(later))))
    lines += [voices.word("ask.good_bye"), voices.word("ask.close")]
    return Menu(tuple(lines), enter=session.close, back=session.close)
