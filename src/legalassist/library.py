"""Find the shelves: interviews, templates, locales and fonts; a clinic's own before the shipped ones.

Nothing here reads the environment: a door makes the `Library` and hands it down.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from legalassist.errors import ContentError, Place, Problem, UsageError

KINDS = ("interviews", "templates", "locales")
"""The three folders a shelf may hold."""

_HERE = Path(__file__).resolve().parent


def shipped() -> Path:
    """Return the folder that holds the shipped shelves: inside the wheel, or the top of a checkout."""
    inside_wheel = _HERE / "content"
    return inside_wheel if inside_wheel.is_dir() else _HERE.parents[1]


def fonts() -> Path:
    """Return the folder the set-up puts our fonts into (``assets/fonts``; ``content/fonts`` in a wheel)."""
    top = shipped()
    return top / "fonts" if top.name == "content" else top / "assets" / "fonts"


@dataclass(frozen=True)
class Book:
    """One file of a shelf: its name below the shelf, which shelf it came from, and where it is."""

    name: str
    shelf: str
    path: Path

    @cached_property
    def content(self) -> bytes:
        """The file's bytes, read once."""
        return self.path.read_bytes()

    @property
    def digest(self) -> str:
        """The sha256 of the content, in hex."""
        return sha256(self.content).hexdigest()

    @property
    def text(self) -> str:
        """The content as UTF-8 text; raises ContentError where it is not."""
        try:
            return self.content.decode("utf-8")
        except UnicodeDecodeError as wrong:
            before = self.content[: wrong.start]
            place = Place(self.name, before.count(b"\n") + 1, wrong.start - before.rfind(b"\n"))
            problem = Problem(place, "this is not UTF-8 text", "save the file as UTF-8")
            raise ContentError(problems=(problem,)) from None


class Library:
    """The shelves in the order they are searched; the first one that has a file wins."""

    def __init__(self, *own: Path) -> None:
        """Take a clinic's own shelves, first searched first; the shipped shelf comes last by itself."""
        for folder in own:
            if not folder.is_dir():
                message = f"there is no shelf folder {folder}"
                raise UsageError(message, hint="it should hold interviews/, templates/ or locales/")
        self.shelves: tuple[tuple[str, Path], ...] = (
            *((f"clinic-{n}" if n > 1 else "clinic", folder) for n, folder in enumerate(own, 1)),
            ("shipped", shipped()),
        )

    def find(self, name: str) -> Book | None:
        """Return the book of that name (``templates/tvisa/memo.html``), or None."""
        for shelf, folder in self.shelves:
            path = folder / name
            if path.is_file():
                return Book(name, shelf, path)
        return None

    def get(self, name: str) -> Book:
        """Return the book of that name; raise ContentError with the shelves searched where there is none."""
        book = self.find(name)
        if book is None:
            searched = ", ".join(str(folder) for _, folder in self.shelves)
            message = f"no shelf holds {name}"
            raise ContentError(message, hint=f"searched: {searched}")
        return book

    def books(self, folder: str, suffix: str) -> Iterator[Book]:
        """Yield the books below a folder (``interviews/tvisa``) with that suffix, each name once, in name order."""
        found: dict[str, Book] = {}
        for shelf, top in self.shelves:
            for path in (top / folder).rglob(f"*{suffix}"):
                name = path.relative_to(top).as_posix()
                found.setdefault(name, Book(name, shelf, path))
        yield from (found[name] for name in sorted(found))
