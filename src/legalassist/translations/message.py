"""A text to be translated: where it stands, what a translator has to know about it, and the sheet it is read on."""

from dataclasses import dataclass

LONGEST = 0.65
"""Chinese characters per English one above which a text is longer than bilingual pages of agencies ever are."""
HURTS = {"private": " (it touches who she is, or her safety)", "heavy": " (it touches what was done to her)"}
"""What is meant by how much a text can hurt."""


@dataclass(frozen=True, slots=True)
class Note:
    """What a translator is told beside the text.

    `where` says where it stands, `says` who says it to whom, `sensitivity` how much it can hurt (empty: ordinary),
    `longest` how many Chinese characters it may have at most (0: nothing is asked of its length).
    """

    where: str
    says: str
    sensitivity: str = ""
    longest: int = 0

    @property
    def lines(self) -> tuple[str, ...]:
        """The note as lines of a catalog's comment."""
        hurts = (f"can hurt: {self.sensitivity}{HURTS.get(self.sensitivity, '')}",) if self.sensitivity else ()
        length = (f"at most {self.longest} Chinese characters",) if self.longest else ()
        return (self.where, self.says, *hurts, *length)


@dataclass(frozen=True, slots=True)
class Message:
    """One text: the catalog and the sheet it belongs to, its context, the English, and the note.

    A *sheet* is what one person reads in one go and signs: a page of the interview, a letter, a topic.
    """

    domain: str
    sheet: str
    context: str
    english: str
    note: Note


def longest_of(english: str) -> int:
    """Return how many Chinese characters a translation of this English should have at most."""
    return max(12, int(len(english) * LONGEST) + 1)
