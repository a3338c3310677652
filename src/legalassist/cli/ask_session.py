"""One sitting of an interview: what is on the screen, what a key or a line does to it, and what is saved.

No terminal here: a line comes in, the view changes. Every answer is on the disk before the next question shows; an
answer that cannot be saved stays where it was typed. Where to go is always read from the journey, never kept.
"""

import datetime as dt
from collections.abc import Callable

from legalassist.api import asking, stopping
from legalassist.api.asking import Opened
from legalassist.cases.answer import Said, State
from legalassist.cli import ask_menus
from legalassist.cli.ask_parts import (
    Parts,
    check_part,
    filled,
    has_parts,
    next_part,
    order,
    parts_of,
    prefilled,
    typed_part,
)
from legalassist.cli.ask_typed import menu_number, typed_data, typed_form, yes_or_no
from legalassist.cli.ask_views import Act, Ask, Menu, View
from legalassist.cli.ask_voices import Text, Voices
from legalassist.errors import AnswerRefused, LegalAssistError
from legalassist.facts.known import Rows
from legalassist.interviews.schema import Page
from legalassist.interviews.types import UnfitValueError
from legalassist.interviews.yaml_source import Data
from legalassist.journeys.journey import Standing, Step
from legalassist.languages.formats import OTHER_SPOKEN

Speaking = Callable[[], Said]
"""Who enters the next answer, when, in which language, through whom: the door reads the clock for each."""


class Session:
    """One sitting. `view` is what to show, `message` what to say about the last line, `done` that it is over."""

    def __init__(self, opened: Opened, voices: Voices, speaking: Speaking, *, today: dt.date) -> None:
        """Begin at the welcome; the clock is read by `speaking`, and `today` is the day of the sitting."""
        self.opened = opened
        self.voices = voices
        self.speaking = speaking
        self.today = today
        self.message: Text | None = None
        self.done = False
        self.covered: dict[str, Page] = {}
        self.passed: set[str] = set()
        self.closed: set[str] = set()
        self.warned: set[str] = set()
        self.rested: set[str] = set()
        self.here: Step | None = None
        self._reviewing = False
        self._again = False
        self.view: View = ask_menus.welcome(self)

    # ---- what a person does ----

    def submit(self, line: str) -> None:
        """Take what was typed, up to Enter."""
        self.message = None
        if isinstance(self.view, Menu):
            self._choose(self.view, line)
        else:
            self._answer(self.view, line)

    def back(self) -> None:
        """Go to the part, question or screen before."""
        self.message = None
        view = self.view
        if isinstance(view, Menu) and view.back is not None:
            view.back()
        elif isinstance(view, Ask) and view.part and _part_before(view):
            self._ask_part(view.step, _part_before(view), view.parts)
        elif self.here is not None:
            self.go_back_from(self.here.path)

    def skip(self) -> None:
        """Pass the question over for this sitting; nothing is recorded."""
        self.message = None
        step = self._asked()
        if step is not None:
            self.passed.add(step.path)
            self.onward(step)

    def leave(self, state: State) -> None:
        """Record one of the three ways of not giving an answer."""
        self.message = None
        step = self._asked()
        if step is None:
            return
        if step.question.is_group and self.opened.case.rows(step.path).numbers:
            self.skip()  # rows that are there stay; only "is there another one" is left open
        else:
            self._record(step, {"state": state.value})

    def parts(self) -> None:
        """Show the interview's parts and how far each is."""
        self.message = None
        self.view = ask_menus.overview(self)

    def pause(self) -> None:
        """Stop here: everything is saved already."""
        self.message = None
        self.view = ask_menus.pause(self)

    # ---- moving ----

    def show(self, step: Step) -> None:
        """Show a step's question, after the warning of its page where there is one."""
        page = step.page
        if page.warning and page.name not in self.warned:
            self.view = ask_menus.warning(self, step)
            return
        step = asking.step_at(self.opened, step.path) or step
        self.here = step
        if step.question.is_group:
            self.view = ask_menus.rows(self, step)
        elif has_parts(step.question):
            answer = self.opened.facts.answer(step.path)
            if answer is not None and answer.value is not None and not isinstance(answer.value, Rows):
                self.view = ask_menus.summary(self, step, parts_of(step.question.kind, answer.value))
            else:
                self._ask_part(step, order(step.question.kind, {})[0], {})
        else:
            self.view = Ask(step, self._prefill(step))

    def begin(self) -> None:
        """Show the first question that is open, or what there is to do where none is."""
        self._reviewing = self._again = False
        self._arrive(self._next_open())

    def review_from(self, step: Step) -> None:
        """Show a step, and from there one question after the other, answered or not."""
        self._reviewing = True
        self.show(step)

    def go_back_from(self, path: str) -> None:
        """Show the question before a path; the welcome where there is none."""
        before = asking.step_before(self.opened, path)
        while before is not None and before.page.name in self.closed:
            before = asking.step_before(self.opened, before.path)
        if before is None:
            self.view = ask_menus.welcome(self)
        else:
            self.review_from(before)

    def again(self) -> None:
        """Go through the questions that were left for later."""
        self._reviewing, self._again = False, True
        self._arrive(self._next_open())

    def take_passed(self) -> None:
        """Go through the questions that were passed over in this sitting."""
        self.passed.clear()
        self.closed.clear()
        self.begin()

    def close_page(self, step: Step) -> None:
        """Leave the page of a step for another day."""
        self.closed.add(step.page.name)
        self._reviewing = False
        self._arrive(self._open_from(step))

    def onward(self, step: Step) -> None:
        """Go on from a step: to the next question, over a break point where its page ends with one."""
        following = self._following(step)
        leaves = following is None or following.page.name != step.page.name
        rest = step.page.pause_after and leaves and step.page.name not in self.rested
        if rest and following is not None and not self._again:
            self.rested.add(step.page.name)
            self.view = ask_menus.break_point(self, step, lambda: self._arrive(following))
        else:
            self._arrive(following)

    def finish(self) -> None:
        """Show what was covered and what comes next."""
        self.view = ask_menus.closing(self)

    def close(self) -> None:
        """End the sitting."""
        self.done = True

    def passed_paths(self) -> frozenset[str]:
        """Return the paths not to be asked any more in this sitting."""
        closed = (step.path for step in self.opened.steps if step.page.name in self.closed)
        return frozenset((*self.passed, *closed))

    def next_title(self) -> Text | None:
        """Return the title of the page the next sitting begins with, or None where nothing is open."""
        step = asking.first_open(self.opened)
        return None if step is None else self.voices.text(f"page.{step.page.name}.title", step.page.title)

    def _following(self, step: Step) -> Step | None:
        """Return the step after one: the next in order while reviewing, else the next that is open.

        What is open further on comes before what was passed by: a talk does not jump back in the middle of a part.
        """
        if self._reviewing:
            following = asking.step_after(self.opened, step.path)
            self._reviewing = following is not None and following.standing is not Standing.OPEN
            if following is not None and following.page.name not in self.closed:
                return following
        if self._again:
            self.passed.add(step.path)
        return self._open_from(step)

    def _open_from(self, step: Step) -> Step | None:
        return asking.open_after(self.opened, step.path, self.passed_paths()) or self._next_open()

    def _next_open(self) -> Step | None:
        passed = self.passed_paths()
        step = asking.first_open(self.opened, passed)
        if step is None and self._again:
            step = next(iter(asking.put_off(self.opened, passed)), None)
        return step

    def _arrive(self, step: Step | None) -> None:
        if step is None:
            self._reviewing = self._again = False
            self.view = ask_menus.all_asked(self)
        else:
            self.show(step)

    def _asked(self) -> Step | None:
        """Return the step that is being asked, or None on a menu that asks nothing."""
        if isinstance(self.view, Ask):
            return self.view.step
        return self.view.step if self.view.question is not None else None

    # ---- answers ----

    def record_parts(self, step: Step, parts: Parts) -> None:
        """Record an answer that has parts, as it was summed up."""
        self._record(step, dict(filled(parts)))

    def change_part(self, step: Step, part: str, parts: Parts) -> None:
        """Ask one part once more."""
        self._ask_part(step, part, parts)

    def keep(self, change: Callable[[Said], Opened], then: Act) -> None:
        """Make a change and save it; where it does not fit or cannot be saved, say so and stay."""
        before = self.opened
        try:
            self.opened = asking.save(change(self.speaking()))
        except AnswerRefused as refused:
            self._refuse(refused.message, refused.hint)
        except LegalAssistError as failed:
            english = _sentence(failed.message) + (f" {_sentence(failed.hint)}" if failed.hint else "")
            self.message = self._said_with(english, self.voices.word("ask.not_saved"))
        else:
            aside = [path for path in self.opened.set_aside - before.set_aside if self._is_an_answer(path)]
            if aside:
                self.view = ask_menus.notice(self, self.voices.word("ask.set_aside", count=str(len(aside))), then)
            else:
                then()

    def _record(self, step: Step, data: Data) -> None:
        """Record an answer, unless it is the one that stands already, and go on."""
        old = self.opened.case.current.get(step.path)

        def change(said: Said) -> Opened:
            changed = asking.record(self.opened, step.path, data, said)
            new = changed.case.current[step.path]
            same = old is not None and (old.state, old.value) == (new.state, new.value)
            return self.opened if same else changed

        def then() -> None:
            self.covered[step.page.section] = step.page
            stop = stopping.stop_after(self.opened, step.path, self.today)
            if stop is not None and self.opened.case.current[step.path] is not old:
                self.view = ask_menus.stop(self, step, stop)
            else:
                self.onward(step)

        self.keep(change, then)

    def _answer(self, view: Ask, line: str) -> None:
        """Take a line as the answer to a question, or to one of its parts."""
        step, question = view.step, view.step.question
        if view.part:
            self._answer_part(view, line)
            return
        if not line.strip():
            self._nothing_typed(step)
            return
        data = typed_data(question, line)
        if question.kind == "language" and data == {"language": OTHER_SPOKEN}:
            self.view = Ask(step, part="dialect", parts={"language": OTHER_SPOKEN})
        else:
            self._record(step, data)

    def _answer_part(self, view: Ask, line: str) -> None:
        step, question = view.step, view.step.question
        if question.kind == "language":
            self._record(step, {**view.parts, "dialect": line.strip()} if line.strip() else dict(view.parts))
            return
        text = typed_part(question.kind, view.part, line)
        try:
            check_part(question, view.parts, view.part, text)
        except UnfitValueError as bad:
            self._refuse(bad.message, bad.hint, part=view.part)
            return
        parts = {**view.parts, view.part: text}
        following = next_part(question.kind, parts)
        if following is None:
            asked = order(question.kind, parts)
            self.view = ask_menus.summary(self, step, {part: parts[part] for part in asked})
        else:
            self._ask_part(step, following, parts)

    def _ask_part(self, step: Step, part: str, parts: Parts) -> None:
        """Ask one part, with what it held before in the input."""
        held = dict(parts)
        prefill = held.pop(part, prefilled(part))
        self.view = Ask(step, prefill, part, held)

    def _nothing_typed(self, step: Step) -> None:
        """Enter alone keeps the answer that stands; where there is none, it says what to do."""
        if step.standing is Standing.OPEN:
            self.message = self.voices.word("ask.nothing_typed")
        else:
            self.onward(step)

    def _choose(self, menu: Menu, line: str) -> None:
        """Take a line as a choice from a menu; a question about rows may also be answered with yes or no."""
        number = menu_number(line)
        if number is None and menu.question is not None and menu.question.is_group and line.strip():
            number = {"yes": 1, "no": 2}.get(yes_or_no(line))
        if menu.enter is not None and not (line.strip() and menu.options):
            menu.enter()
        elif number is not None and 1 <= number <= len(menu.options):
            menu.options[number - 1].act()
        elif menu.options:
            self.message = self.voices.word("ask.pick_a_number")

    def _refuse(self, message: str, hint: str, part: str = "") -> None:
        """Say in English what is wrong with an answer, and in other languages what to type instead."""
        english = _sentence(message) + (f" {_sentence(hint)}" if hint else "")
        step = self._asked()
        generic = self.voices.word("ask.try_again")
        more = None if step is None or part else ask_menus.type_hint(self.voices, step.question)
        if more is not None:
            generic = tuple(f"{one}{two}" for one, two in zip(generic, more, strict=True))
        self.message = self._said_with(english, generic)

    def _said_with(self, english: str, others: Text) -> Text:
        return tuple(
            english if tag == "en" else other for tag, other in zip(self.voices.languages, others, strict=True)
        )

    def _is_an_answer(self, path: str) -> bool:
        """Say whether a path holds something a person said, not just which rows there are."""
        return not isinstance(self.opened.case.current[path].value, Rows)

    def _prefill(self, step: Step) -> str:
        """Return the answer that stands, for correction."""
        answer = self.opened.facts.answer(step.path)
        if answer is None or answer.value is None or isinstance(answer.value, Rows):
            return ""
        return typed_form(step.question, answer.value)


def _sentence(text: str) -> str:
    """Return a message of the program as a sentence."""
    return f"{text[:1].upper()}{text[1:]}" + ("" if text.endswith((".", "?")) else ".")


def _part_before(view: Ask) -> str:
    """Return the part asked before the one on the screen; an empty text at the first."""
    if view.step.question.kind == "language":
        return ""
    asked = order(view.step.question.kind, view.parts)
    at = asked.index(view.part)
    return asked[at - 1] if at else ""
