"""An answers file as the keeper of a case of an invented person.

Saving only ever adds to the file: its text stays as it is, and the answers go to the end of its log.
"""

import re
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from legalassist.api.keepers import PAUSE_REASONS, Pause
from legalassist.api.opening import open_interview, read_text
from legalassist.api.saving import write_in_place
from legalassist.cases.answer import Answer, Said, State
from legalassist.cases.answers_file import append_answers, interview_named, read_answers
from legalassist.cases.case import Case
from legalassist.errors import ContentError, UsageError
from legalassist.interviews.schema import Interview
from legalassist.library import Library

_PAUSE = re.compile(rf"^# paused (?P<at>\S+) \((?P<reason>{'|'.join(PAUSE_REASONS)})\)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class AnswersFile:
    """An answers file, its text when last read or saved, and the interview it answers."""

    path: Path
    text: str
    interview: Interview

    @property
    def opened_by(self) -> str:
        """A file does not know who opened it."""
        return ""

    def save(self, case: Case, saved: int) -> "AnswersFile":
        """Add every answer after the first `saved` ones to the file; nothing is written that could not be read back.

        Raises UsageError where the file changed on disk meanwhile, cannot be written, or does not end with its log.
        """
        text = append_answers(self.text, case.answers[saved:])
        _check_reads_back(text, self.path.name, self.interview, case)
        return self._write(text)

    def determine(self, case: Case) -> "AnswersFile":
        """Add the case's last determination to the end of the file; raises like `save`."""
        text = append_answers(self.text, (), case.determinations[-1:])
        _check_reads_back(text, self.path.name, self.interview, case)
        return self._write(text)

    def read_back(self, case: Case) -> "AnswersFile":
        """Add the case's last read-back to the end of the file; raises like `save`."""
        text = append_answers(self.text, (), read_backs=case.read_backs[-1:])
        _check_reads_back(text, self.path.name, self.interview, case)
        return self._write(text)

    def settle(self, case: Case) -> "AnswersFile":
        """Add the case's last settlement to the end of the file; raises like `save`."""
        text = append_answers(self.text, (), settlements=case.settlements[-1:])
        _check_reads_back(text, self.path.name, self.interview, case)
        return self._write(text)

    def override(self, case: Case) -> "AnswersFile":
        """Add the case's last override to the end of the file; raises like `save`."""
        text = append_answers(self.text, (), overrides=case.overrides[-1:])
        _check_reads_back(text, self.path.name, self.interview, case)
        return self._write(text)

    def keep_exhibit(self, case: Case) -> "AnswersFile":
        """Add the case's last exhibit file to the end of the file; raises like `save`."""
        text = append_answers(self.text, (), (), case.exhibits[-1:])
        _check_reads_back(text, self.path.name, self.interview, case)
        return self._write(text)

    def note_pause(self, reason: str, at: str) -> "AnswersFile":
        """Note a pause as a comment at the file's end, ``# paused 2026-11-22T10:00 (tired)``; raises like `save`.

        An answers file has no place for notes, so this is all that is kept.
        """
        body = self.text if self.text.endswith("\n") else self.text + "\n"
        return self._write(f"{body}# paused {at} ({reason})\n")

    def last_pause(self) -> Pause | None:
        """Return the pause noted at the end of the file, or None where something was answered since."""
        lines = self.text.rstrip().splitlines()
        found = _PAUSE.fullmatch(lines[-1]) if lines else None
        return Pause(found["at"], found["reason"]) if found else None

    def _write(self, text: str) -> "AnswersFile":
        """Write the file's new text over the one that was read."""
        write_in_place(self.path, before=self.text.encode(), after=text.encode())
        return replace(self, text=text)


def open_file(path: Path, library: Library) -> tuple[AnswersFile, Interview, Case]:
    """Open an answers file of an invented person, to whose end answers can be added.

    Raises UsageError for a file that is not there, does not say ``invented: true``, or to whose end nothing can be
    added; ContentError with every problem in it or in its interview.
    """
    read_text(path)
    path = path.resolve()
    text = path.read_bytes().decode("utf-8")  # line ends as they are: what stands in the file stays
    interview = open_interview(library, interview_named(text, path.name))
    case = read_answers(text, path.name, interview).required()
    trial = Answer(len(case.answers) + 1, _first_fact(interview), State.LATER, None, Said("", ""))
    _check_reads_back(
        append_answers(text, (trial,)), path.name, interview, replace(case, answers=(*case.answers, trial))
    )
    return AnswersFile(path, text, interview), interview, case


def _first_fact(interview: Interview) -> str:
    """Return the fact of the first question outside groups: any would do for a trial."""
    return next(fact for fact, question in interview.by_fact.items() if "[" not in fact and not question.is_group)


def _check_reads_back(text: str, file: str, interview: Interview, case: Case) -> None:
    """Raise UsageError unless a file with this text would be read as exactly what this case holds."""
    with suppress(ContentError):
        again = read_answers(text, file, interview)
        if not again.problems and _held(again.case) == _held(case):
            return
    message = f"{file}: answers cannot be added at the end of this file"
    raise UsageError(message, "'log:' must be its last part, with entries like the program's own, or not be there")


def _held(case: Case) -> tuple[object, ...]:
    """Return all that a file keeps of a case."""
    return case.answers, case.determinations, case.exhibits, case.read_backs, case.settlements, case.overrides
