"""Answers files: a case as YAML, for invented people only. A real person's answers live in the encrypted store.

The file has a head, the answers as they stand (``answers:``), and what was answered since, in order (``log:``), which
is all that asking adds to. So a person can read and write the upper part, and nothing said is ever overwritten.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from legalassist.cases.answer import Answer, Said, State, written_value
from legalassist.cases.case import Case, question_for, read_answer
from legalassist.cases.determination import Determination
from legalassist.cases.determinations_file import determination_lines, read_determinations
from legalassist.cases.exhibit_file import ExhibitFile
from legalassist.cases.exhibit_files import exhibit_file_lines, read_exhibit_files
from legalassist.cases.override import Override
from legalassist.cases.overrides_file import FIRST_KEY as OVERRIDES
from legalassist.cases.overrides_file import override_lines, read_overrides
from legalassist.cases.read_back import ReadBack
from legalassist.cases.read_backs_file import FIRST_KEY, read_back_lines, read_read_backs
from legalassist.cases.settlement import Settlement
from legalassist.cases.settlements_file import FIRST_KEY as SETTLES
from legalassist.cases.settlements_file import read_settlements, settlement_lines
from legalassist.errors import AnswerRefused, ContentError, Problem, UsageError
from legalassist.facts.known import Rows
from legalassist.facts.paths import is_instance, row_path
from legalassist.facts.text import clean
from legalassist.interviews.schema import Interview
from legalassist.interviews.yaml_source import At, Data, Source, did_you_mean, quoted, read_yaml

_REFERENCE = re.compile(r"(?=.*[0-9])[A-Z0-9]{1,8}(-[A-Z0-9]{1,8}){0,3}")
"""A case's reference: drawn at random, so it holds a digit; it becomes part of file names."""

HEAD = ("invented", "interview", "reference", "entered_by", "entered_at", "language", "interpreter")
SECTIONS = ("answers", "determinations", "exhibit_files", "read_backs", "settlements", "overrides", "log")
HEAD_LIMIT = 200
_LOG = re.compile(r"^log:[ \t]*(#.*)?\r?$", re.MULTILINE)
_EMPTY_LOG = re.compile(r"^log:[ \t]*\[[ \t]*\][ \t]*(#.*)?\r?\n", re.MULTILINE)
_REAL_PERSON = (
    "answers files are for invented people only: this one does not say 'invented: true'",
    "a real client's answers belong into the encrypted case store, never into a plain file",
)


@dataclass(frozen=True, slots=True)
class AnswersFile:
    """What came of reading an answers file: the case as far as it could be read, and every problem."""

    case: Case
    problems: tuple[Problem, ...]

    def required(self) -> Case:
        """Return the case; raise ContentError with all problems where there are any."""
        if self.problems:
            raise ContentError("the answers file has problems", problems=self.problems)
        return self.case


def interview_named(text: str, file: str) -> str:
    """Return the interview an answers file is for; UsageError unless the file says that its client is invented."""
    source = read_yaml(text, file)
    if source.problems:
        raise ContentError("the answers file cannot be read", problems=source.problems)
    data = source.data if isinstance(source.data, dict) else {}
    if data.get("invented") != "true":
        raise UsageError(f"{file}: {_REAL_PERSON[0]}", _REAL_PERSON[1])
    name = data.get("interview")
    if not isinstance(name, str) or not name:
        raise UsageError(f"{file}: the file does not name its interview", "add the line 'interview: tvisa'")
    return name


def read_answers(text: str, file: str, interview: Interview) -> AnswersFile:
    """Read an answers file against its interview, reporting everything that is wrong with it at once."""
    interview_named(text, file)
    source = read_yaml(text, file)
    reading = _Reading(source, interview)
    reading.head()
    reading.answers()
    reading.determinations()
    reading.exhibit_files()
    reading.read_backs()
    reading.settlements()
    reading.overrides()
    reading.log()
    return AnswersFile(reading.case, tuple(reading.problems))


def read_further(text: str, file: str, case: Case, interview: Interview, said: Said) -> AnswersFile:
    """Read ``answers:`` of a file as further answers to a case, reporting everything that is wrong with it at once."""
    source = read_yaml(text, file)
    reading = _Reading(source, interview)
    reading.case, reading.said = case, said
    if "answers" not in reading.data and not source.problems:
        reading.problems.append(source.problem((), "the file has no 'answers:'", "put the paths below 'answers:'"))
    reading.head()
    reading.answers()
    return AnswersFile(reading.case, tuple(reading.problems))


class _Reading:
    """One reading of an answers file: the case so far, and the problems."""

    def __init__(self, source: Source, interview: Interview) -> None:
        self.source = source
        self.interview = interview
        self.data: dict[str, Data] = source.data if isinstance(source.data, dict) else {}
        self.problems = list(source.problems)
        self.case = Case(self._text("reference", "INVENTED"), interview.name, invented=True)
        self.said = Said(
            self._text("entered_by", "unnamed"), self._text("entered_at", ""),
            self._text("language", "en"), self._text("interpreter", ""),
        )  # fmt: skip

    def _text(self, key: str, default: str) -> str:
        word = self.data.get(key, default)
        return word if isinstance(word, str) else default

    def head(self) -> None:
        """Report keys the head does not have."""
        for key in self.data:
            if key not in (*HEAD, *SECTIONS):
                self._add((key,), f"unknown key {key!r}", did_you_mean(key, (*HEAD, *SECTIONS)))
            elif key in HEAD:
                self._head_text(key)

    def _head_text(self, key: str) -> None:
        """Report a text of the head that is not one clean line: it reaches the manifest and file names."""
        word = self.data[key]
        if not isinstance(word, str):
            self._add((key,), f"{key}: one text is expected here")
            return
        try:
            clean(word, one_line=True, limit=HEAD_LIMIT)
        except AnswerRefused as refused:
            self._add((key,), f"{key}: {refused.message}", refused.hint)
            return
        if key == "reference" and not _REFERENCE.fullmatch(word):
            hint = "a random code of capital letters and digits, such as R7K2-M9QD; never anything of a name"
            self._add((key,), "reference: this cannot be a case's reference, which stands in every file name", hint)

    def answers(self) -> None:
        """Read the mapping of answers: paths to values, groups to their rows."""
        answers = self.data.get("answers", {})
        if not isinstance(answers, dict):
            self._add(("answers",), "paths with their answers are expected here", "for example 'client.name:'")
            return
        for path, data in answers.items():
            self._one(path, data, ("answers", path), self.said)

    def determinations(self) -> None:
        """Read what attorneys decided, in order."""
        found, problems = read_determinations(self.source, self.data.get("determinations", []), ("determinations",))
        self.case = replace(self.case, determinations=found)
        self.problems.extend(problems)

    def read_backs(self) -> None:
        """Read when finished papers were read to the client, in order."""
        found, problems = read_read_backs(self.source, self.data.get("read_backs", []), ("read_backs",))
        self.case = replace(self.case, read_backs=found)
        self.problems.extend(problems)

    def settlements(self) -> None:
        """Read what was noted about contradictions, in order."""
        found, problems = read_settlements(self.source, self.data.get("settlements", []), ("settlements",))
        self.case = replace(self.case, settlements=found)
        self.problems.extend(problems)

    def overrides(self) -> None:
        """Read which rules of the gate attorneys overrode, in order."""
        found, problems = read_overrides(self.source, self.data.get("overrides", []), ("overrides",))
        self.case = replace(self.case, overrides=found)
        self.problems.extend(problems)

    def log(self) -> None:
        """Read what was answered since, entry by entry."""
        entries = self.data.get("log", [])
        if not isinstance(entries, list):
            self._add(("log",), "a list of entries is expected here")
            return
        for number, entry in enumerate(entries):
            at: At = ("log", number)
            if self._record_entry(entry, number):
                continue
            if not isinstance(entry, dict) or not isinstance(entry.get("fact"), str):
                self._add(at, "an entry needs 'fact:' and 'value:'")
                continue
            said = Said(*(str(entry.get(key, "")) for key in ("by", "at", "language", "interpreter")))
            if "rows" in entry:
                self._rows_entry(entry, at, said)
            else:
                self._one(str(entry["fact"]), entry.get("value", ""), (*at, "value"), said)

    def exhibit_files(self) -> None:
        """Read which files are kept for which exhibit."""
        data = self.data.get("exhibit_files", [])
        found, problems = read_exhibit_files(self.source, data, ("exhibit_files",))
        self.case = replace(self.case, exhibits=found)
        self.problems.extend(problems)

    def _record_entry(self, entry: Data, number: int) -> bool:
        """Read a log entry that is no answer (a decision, a file, a reading, a settlement); say whether it was one."""
        problems: tuple[Problem, ...]
        if isinstance(entry, dict) and "item" in entry:
            decided, problems = read_determinations(self.source, [entry], ("log",), first=number)
            self.case = replace(self.case, determinations=(*self.case.determinations, *decided))
        elif isinstance(entry, dict) and "file" in entry:
            kept, problems = read_exhibit_files(self.source, [entry], ("log",), first=number)
            self.case = replace(self.case, exhibits=(*self.case.exhibits, *kept))
        elif isinstance(entry, dict) and FIRST_KEY in entry:
            read, problems = read_read_backs(self.source, [entry], ("log",), first=number)
            self.case = replace(self.case, read_backs=(*self.case.read_backs, *read))
        elif isinstance(entry, dict) and SETTLES in entry:
            settled, problems = read_settlements(self.source, [entry], ("log",), first=number)
            self.case = replace(self.case, settlements=(*self.case.settlements, *settled))
        elif isinstance(entry, dict) and OVERRIDES in entry:
            overridden, problems = read_overrides(self.source, [entry], ("log",), first=number)
            self.case = replace(self.case, overrides=(*self.case.overrides, *overridden))
        else:
            return False
        self.problems.extend(problems)
        return True

    def _one(self, path: str, data: Data, at: At, said: Said) -> None:
        """Read one answer, or the rows of a group."""
        try:
            question = question_for(self.interview, path)
            if question.is_group and not (isinstance(data, dict) and set(data) == {"state"}):
                self._group(path, data, at, said)
                return
            value, state = read_answer(self.interview, path, data)
        except AnswerRefused as refused:
            self.problems.append(self.source.problem(at, f"{refused.fact}: {refused.message}", refused.hint))
            return
        self.case = self.case.answer(path, value, said, state)

    def _group(self, path: str, data: Data, at: At, said: Said) -> None:
        """Read a group: a list of rows, or a mapping with ``rows:`` and ``no more: yes``."""
        complete = False
        if isinstance(data, dict):
            unknown = [key for key in data if key not in {"rows", "no more"}]
            for key in unknown:
                self._add((*at, key), f"unknown key {key!r}", "a group has 'rows:' and 'no more: yes'")
            if data.get("no more", "no") not in ("yes", "no"):
                self._add((*at, "no more"), f"{path}: yes or no is expected here")
            complete = data.get("no more") == "yes"
            data, at = data.get("rows", []), (*at, "rows")
        if not isinstance(data, list):
            self._add(at, f"{path}: a list of rows is expected here", "begin each row with '- '")
            return
        self.case = self.case.answer(path, Rows(tuple(range(1, len(data) + 1)), complete), said)
        for number, row in enumerate(data, 1):
            here = (*at, number - 1)
            if not isinstance(row, dict):
                self._add(here, f"{row_path(path, number)}: parts with their answers are expected here")
                continue
            for key, value in row.items():
                self._one(f"{row_path(path, number)}.{key}", value, (*here, key), said)

    def _rows_entry(self, entry: dict[str, Data], at: At, said: Said) -> None:
        """Read a log entry that says which rows a group has."""
        path, numbers = str(entry["fact"]), entry["rows"]
        numbers = numbers if isinstance(numbers, list) else [numbers] if numbers else []
        try:
            is_group = question_for(self.interview, path).is_group
        except AnswerRefused as refused:
            self.problems.append(self.source.problem((*at, "fact"), f"{refused.fact}: {refused.message}", refused.hint))
            return
        if not is_group:
            self._add((*at, "rows"), f"{path}: this is one fact, not a group", "write 'value:'")
            return
        if not all(isinstance(one, str) and is_instance(f"rows[{one}]") for one in numbers):
            self._add((*at, "rows"), f"{path}: the rows of a group are written as their numbers", "for example [1, 3]")
            return
        rows = Rows(tuple(sorted({int(str(one)) for one in numbers})), entry.get("no more") == "yes")
        self.case = self.case.answer(path, rows, said)

    def _add(self, at: At, message: str, hint: str = "") -> None:
        self.problems.append(self.source.problem(at, message, hint))


def append_answers(  # noqa: PLR0913, PLR0917 - one for each kind of entry
    text: str, answers: tuple[Answer, ...], determinations: tuple[Determination, ...] = (),
    exhibits: tuple[ExhibitFile, ...] = (), read_backs: tuple[ReadBack, ...] = (),
    settlements: tuple[Settlement, ...] = (), overrides: tuple[Override, ...] = (),
) -> str:  # fmt: skip
    """Return an answers file's text with more at the end of its log, kind by kind.

    What stood there stays as it is.
    """
    if not (answers or determinations or exhibits or read_backs or settlements or overrides):
        return text
    body = _EMPTY_LOG.sub("log:\n", text if text.endswith("\n") else text + "\n")
    if not _LOG.search(body):
        body += "log:\n"
    added = [
        *(_log_lines(answer) for answer in answers),
        *(determination_lines(one) for one in determinations),
        *(exhibit_file_lines(one) for one in exhibits),
        *(read_back_lines(one) for one in read_backs),
        *(settlement_lines(one) for one in settlements),
        *(override_lines(one) for one in overrides),
    ]
    return body + "".join(line + "\n" for lines in added for line in lines)


def _log_lines(answer: Answer) -> Iterator[str]:
    """Yield the lines of one log entry, every value in quotes so that nothing is guessed."""
    yield f"  - fact: {quoted(answer.path)}"
    if isinstance(answer.value, Rows):
        yield from _block("    rows", [str(number) for number in answer.value.numbers])
        yield f"    no more: {'yes' if answer.value.complete else 'no'}"
    elif answer.state is State.ANSWERED:
        yield from _block("    value", written_value(answer.value))
    else:
        yield from _block("    value", {"state": answer.state.value})
    said = answer.said
    for key, text in (("by", said.by), ("at", said.at), ("language", said.language), ("interpreter", said.interpreter)):
        if text:
            yield f"    {key}: {quoted(text)}"


def _block(head: str, data: object) -> Iterator[str]:
    """Yield data below a key: a quoted scalar, or a mapping or list one level in."""
    inner = " " * (len(head) - len(head.lstrip()) + 2)
    if isinstance(data, dict):
        yield f"{head}:"
        for key, value in data.items():
            yield f"{inner}{key}: {quoted(str(value))}"
    elif isinstance(data, list):
        yield f"{head}:" if data else f"{head}: []"
        for value in data:
            yield f"{inner}- {quoted(str(value))}"
    else:
        yield f"{head}: {quoted(str(data))}"
