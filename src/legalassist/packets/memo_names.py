"""What the attorney's memo calls things: the question's words for a fact, an exhibit's letter, a paragraph's number."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from legalassist.assessments.assess import Assessment
from legalassist.assessments.statement import paragraphs
from legalassist.documents.wording import in_words
from legalassist.facts.known import Known
from legalassist.facts.paths import pattern_of, row_path
from legalassist.interviews.schema import Interview
from legalassist.packets.plan import Planned

SHORT = 60
"""Characters of an answer that the memo repeats; a longer one is named by its question."""

_FEW = 4
"""So many questions are named that something hangs on."""

_RELATION = "relation"
_PERSON = re.compile(r"family\[[1-9][0-9]*\]")
_ROW = re.compile(r"\[([1-9][0-9]*)\]")


@dataclass(frozen=True)
class Names:
    """The names of one case's facts, exhibits and paragraphs."""

    interview: Interview
    assessment: Assessment
    letters: Mapping[str, str]
    """The letter of each exhibit, by the path of its row."""

    def asked(self, path: str) -> str:
        """Return the words of the question that asks for a fact, and the row it is asked about."""
        question = self.interview.by_fact.get(pattern_of(path))
        if question is None:
            return self.row(path) if path.endswith("]") else _computed(path)
        about = self.row(path)
        return f"{question.ask} ({about})" if about else question.ask

    def some(self, paths: Collection[str]) -> str:
        """Return the words of the first few questions that something hangs on, and how many more there are."""
        named = [f"“{self.asked(path)}”" for path in tuple(paths)[:_FEW]]
        more = f" and {len(paths) - _FEW} more" if len(paths) > _FEW else ""
        return f"{', '.join(named)}{more}"

    def answered(self, path: str) -> str:
        """Return the question's words with the answer, where that is short."""
        answer = self.answer(path)
        return f"{self.asked(path)} {answer}" if answer else self.asked(path)

    def answer(self, path: str) -> str:
        """Return a known answer in words; nothing for one that is long or not known."""
        fact = self.assessment.facts.get(path) if self.interview.by_fact.get(pattern_of(path)) else None
        if not isinstance(fact, Known) or (isinstance(fact.value, str) and len(fact.value) > SHORT):
            return ""
        words = in_words(fact.value, self.interview.by_fact.get(pattern_of(path)))
        return self.short(words)

    @staticmethod
    def short(words: str) -> str:
        """Return words that are short enough to be repeated; nothing for others."""
        return words if len(words) <= SHORT else ""

    def row(self, path: str) -> str:
        """Return what a row, or the rows a fact stands in, are called: ``Family member 3, Child of this person 1``."""
        rows = (self._one_row(path[: found.start()], int(found[1])) for found in _ROW.finditer(path))
        return ", ".join(rows)

    def rows_in(self, text: str) -> str:
        """Return a text in which people are named as rows: ``family[2]`` is ``Family member 2: Child``."""
        return _PERSON.sub(lambda found: self.row(found.group()), text)

    def _one_row(self, group: str, number: int) -> str:
        question = self.interview.by_fact.get(pattern_of(group))
        word = question.row if question is not None and question.row else group.rpartition(".")[2].replace("_", " ")
        relation = self.answer(f"{row_path(group, number)}.{_RELATION}")
        return f"{word} {number}: {relation}" if relation else f"{word} {number}"

    def subject(self, title: str, subject: str) -> str:
        """Return a title with whom or what it is about."""
        return f"{title} ({self.row(subject)})" if subject else title

    def exhibits(self, rows: Iterable[str]) -> tuple[str, ...]:
        """Return exhibits by their letters; a paper that is not bound by its number in the list."""
        return tuple(f"Ex. {self.letters[row]}" if row in self.letters else self.row(row) for row in rows)

    def paragraphs(self, rows: Iterable[str]) -> tuple[str, ...]:
        """Return paragraphs of the statement by their printed numbers."""
        numbers = {one.path: one.number for one in paragraphs(self.assessment.facts)}
        return tuple(f"paragraph {numbers[row]}" for row in rows)


def _computed(path: str) -> str:
    """Return the name of a fact that no question asks for: a rule of law computes it."""
    return f"computed: {path.rpartition('.')[2].replace('_', ' ')}"


def letters_of(pieces: Iterable[Planned]) -> Mapping[str, str]:
    """Return the letter of each exhibit of a packet, by the path of its row."""
    return {one.paper_path: one.letter for one in pieces if one.cover and one.paper_path}
