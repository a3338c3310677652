"""What citations of exhibits mean in one packet: which letter a key has now, and where its pages stand."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from legalassist.documents.citations import Resolved
from legalassist.documents.page import PIECE_LINK
from legalassist.facts.known import Facts
from legalassist.packets.plan import Planned
from legalassist.packets.plan_exhibits import key_of


@dataclass
class _Exhibit:
    """An exhibit that can be cited: its letter, its pages, and the pieces (code, pages) they stand in."""

    letter: str
    pages: int
    behind: list[tuple[str, int]] = field(default_factory=list)


class Citations:
    """The exhibits of one packet by their keys and by their letters."""

    def __init__(self, pieces: Sequence[Planned], facts: Facts) -> None:
        """Take every planned piece, and the facts that hold the keys."""
        self._by_key: dict[str, _Exhibit] = {}
        self._by_letter: dict[str, _Exhibit] = {}
        self._letters = {one.letter for one in pieces}
        self._twice: set[str] = set()
        for one in pieces:
            if one.cover and one.paper is not None:
                exhibit = _Exhibit(one.letter, one.pages)
                key = key_of(one.paper_path, facts)
                if key in self._by_key:
                    self._twice.add(key)
                self._by_key[key] = self._by_letter[one.letter] = exhibit
            elif one.file is not None:
                self._by_letter[one.letter].behind.append((one.code, one.file.pages))

    def resolve(self, key: str, page: int) -> Resolved:
        """Return what a citation says now, or what is wrong with it."""
        exhibit = self._by_key.get(key)
        if exhibit is None:
            known = ", ".join(sorted(self._by_key)) or "none yet"
            wrong = f"cites the exhibit {key!r}, which is not in this packet"
            return Resolved(wrong=wrong, hint=f"exhibits that can be cited: {known}")
        if key in self._twice:
            return Resolved(wrong=f"cites {key!r}, and two papers have this key", hint="give each a key of its own")
        if not 1 <= page <= exhibit.pages:
            wrong = f"cites page {page} of the exhibit {key!r}"
            return Resolved(wrong=wrong, hint=f"it has {exhibit.pages} pages; count from its own first page")
        return Resolved(f"Ex. {exhibit.letter} at {page}")

    def fits(self, letter: str, page: int) -> bool:
        """Say whether the packet has such a letter with such a page; of page 0 whether it has the letter."""
        if not page:
            return letter in self._letters
        exhibit = self._by_letter.get(letter)
        return exhibit is not None and 1 <= page <= exhibit.pages

    def link(self, key: str, page: int) -> str:
        """Return the address that the binder turns into a link to the page; "" where no file of it is there."""
        exhibit = self._by_key.get(key)
        for code, pages in exhibit.behind if exhibit is not None else ():
            if page <= pages:
                return f"{PIECE_LINK}{code}#page={page}"
            page -= pages
        return ""
