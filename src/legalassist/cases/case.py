"""A case: all answers of one client, in the order they were given. Answers are superseded, never overwritten."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from legalassist.cases.answer import Answer, Said, State
from legalassist.cases.determination import Determination
from legalassist.cases.exhibit_file import ExhibitFile, FiledAs
from legalassist.cases.override import Override
from legalassist.cases.read_back import ReadBack
from legalassist.cases.settlement import Settlement
from legalassist.errors import AnswerRefused
from legalassist.facts.known import Rows
from legalassist.facts.paths import group_of, is_instance, numbers_of, pattern_of, row_path
from legalassist.facts.values import Value
from legalassist.interviews.schema import Interview, Question
from legalassist.interviews.types import UnfitValueError
from legalassist.interviews.yaml_source import Data, did_you_mean


@dataclass(frozen=True)
class Case:
    """One client's answers. `reference` is random, drawn once by a door; `invented` marks an example person.

    `secret` is what the store keeps for the digests of a case's answers, so that nobody who finds a manifest can guess
    them. An invented person's answers file has none: there the reference, which stands beside it, takes its place.
    """

    reference: str
    interview: str
    answers: tuple[Answer, ...] = ()
    invented: bool = False
    determinations: tuple[Determination, ...] = ()
    secret: bytes = field(default=b"", repr=False, compare=False)
    exhibits: tuple[ExhibitFile, ...] = ()
    read_backs: tuple[ReadBack, ...] = ()
    settlements: tuple[Settlement, ...] = ()
    overrides: tuple[Override, ...] = ()

    def digest(self, answer: Answer) -> str:
        """Return the digest of one of the case's answers, in hex; the same for the same answer of the same case."""
        return answer.digest(self.secret or self.reference.encode())

    @cached_property
    def current(self) -> Mapping[str, Answer]:
        """The last answer to each path."""
        return {answer.path: answer for answer in self.answers}

    @cached_property
    def determined(self) -> Mapping[tuple[str, str], Determination]:
        """The last determination of each item and person; one that was taken back is not among them."""
        last = {one.key: one for one in self.determinations}
        return {key: one for key, one in last.items() if one.decided}

    def files_of(self, row: str) -> Mapping[FiledAs, ExhibitFile]:
        """Return the files kept for a row of the exhibits, by what they are: the last of each."""
        return {one.role: one for one in self.exhibits if one.row == row}

    def determine(self, determination: Determination) -> "Case":
        """Return the case with one more determination, which supersedes an earlier one of the same item and person."""
        return replace(self, determinations=(*self.determinations, determination))

    @cached_property
    def last_read(self) -> Mapping[str, ReadBack]:
        """The last read-back of each piece, by the piece's code, however it ended."""
        return {code: one for one in self.read_backs for code in one.codes}

    def read_back(self, read: ReadBack) -> "Case":
        """Return the case with one more read-back, which supersedes earlier ones of the same pieces."""
        return replace(self, read_backs=(*self.read_backs, read))

    @cached_property
    def settled(self) -> Mapping[str, Settlement]:
        """The last settlement of each contradiction, by its short id; one that was taken back is not among them."""
        last = {one.contradiction: one for one in self.settlements}
        return {short: one for short, one in last.items() if one.settled}

    def settle(self, settlement: Settlement) -> "Case":
        """Return the case with one more settlement, which supersedes an earlier one of the same contradiction."""
        return replace(self, settlements=(*self.settlements, settlement))

    @cached_property
    def overridden(self) -> Mapping[str, Override]:
        """The last override of each rule of the gate, by the rule's id; one taken back is not among them."""
        last = {one.rule: one for one in self.overrides}
        return {rule: one for rule, one in last.items() if one.given}

    def override(self, override: Override) -> "Case":
        """Return the case with one more override, which supersedes an earlier one of the same rule."""
        return replace(self, overrides=(*self.overrides, override))

    def history(self, path: str) -> tuple[Answer, ...]:
        """Return every answer ever given to a path, oldest first."""
        return tuple(answer for answer in self.answers if answer.path == path)

    def rows(self, group: str) -> Rows:
        """Return the rows somebody has entered for a group, whether or not the group still applies."""
        answer = self.current.get(group)
        return answer.value if answer is not None and isinstance(answer.value, Rows) else Rows()

    def answer(self, path: str, value: Value | Rows | None, said: Said, state: State = State.ANSWERED) -> "Case":
        """Return the case with one more answer, which supersedes an earlier one to the same path.

        An answer to a question inside a row opens that row (and the rows around it) where it is not open yet.
        """
        case = self._with_rows_for(path, said)
        entry = Answer(len(case.answers) + 1, path, state, value, said)
        return replace(case, answers=(*case.answers, entry))

    def _with_rows_for(self, path: str, said: Said) -> "Case":
        """Return the case with every row a path stands in open."""
        group, case = group_of(path), self
        if group is None:
            return case
        case = case._with_rows_for(group, said)
        number = numbers_of(path)[-1]
        rows = case.rows(group)
        if number in rows.numbers:
            return case
        opened = Rows(tuple(sorted((*rows.numbers, number))), rows.complete)
        entry = Answer(len(case.answers) + 1, group, State.ANSWERED, opened, said)
        return replace(case, answers=(*case.answers, entry))

    def next_row(self, group: str) -> int:
        """Return the number a new row of the group gets: one more than any ever used, so no number comes back."""
        used = [
            number
            for answer in self.answers
            if answer.path == group and isinstance(answer.value, Rows)
            for number in answer.value.numbers
        ]
        return max(used, default=0) + 1

    def add_row(self, group: str, said: Said) -> "Case":
        """Return the case with one more row in the group."""
        number, rows = self.next_row(group), self.rows(group)
        return self.answer(group, Rows((*rows.numbers, number), complete=False), said)

    def no_more(self, group: str, said: Said) -> "Case":
        """Return the case in which somebody has said that the group has no more rows."""
        return self.answer(group, Rows(self.rows(group).numbers, complete=True), said)

    def remove_row(self, group: str, number: int, said: Said) -> "Case":
        """Return the case without a row: its answers stay in the history and out of everything else."""
        rows = self.rows(group)
        if number not in rows.numbers:
            message = f"{row_path(group, number)} is not there to be removed"
            raise AnswerRefused(message, fact=group)
        kept = tuple(one for one in rows.numbers if one != number)
        return self.answer(group, Rows(kept, rows.complete), said)


def question_for(interview: Interview, path: str) -> Question:
    """Return the question an answer path belongs to; raise AnswerRefused with the nearest path where there is none."""
    question = interview.by_fact.get(pattern_of(path)) if is_instance(path) else None
    if question is None:
        hint = did_you_mean(pattern_of(path), frozenset(interview.by_fact))
        message = "no question of this interview asks for this"
        raise AnswerRefused(message, hint or "'legalassist check' lists every path", fact=path)
    return question


def read_answer(interview: Interview, path: str, data: Data) -> tuple[Value | None, State]:
    """Read what a file or a keyboard holds for one path: a value, or ``{state: later}``; AnswerRefused otherwise."""
    question = question_for(interview, path)
    if isinstance(data, dict) and set(data) == {"state"}:
        return None, _state(data["state"], path)
    if question.is_group:
        message = "this is a group: its rows are answered, not the group itself"
        raise AnswerRefused(message, f"for example {row_path(path, 1)}.{_first_part(question)}", fact=path)
    try:
        return question.type.read(data, question.values), State.ANSWERED
    except UnfitValueError as bad:
        raise AnswerRefused(bad.message, bad.hint, fact=path) from None


def _state(word: Data, path: str) -> State:
    """Return the state a word names."""
    states = [state.value for state in State if state is not State.ANSWERED]
    if word not in states:
        message = "this is not a way of not answering"
        raise AnswerRefused(message, f"one of: {', '.join(states)}", fact=path)
    return State(word)


def _first_part(group: Question) -> str:
    return group.questions[0].fact.rsplit(".", 1)[-1] if group.questions else "..."
