"""What a packet holds, in which order: ``packet.yaml`` read into a plan, and the plan laid over one case.

The plan says what *can* be in a packet; `plan_pieces` asks the facts which of it belongs in this one. A piece whose
condition cannot be decided yet is left out and named, never dropped in silence.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Discriminator, Tag
from pydantic_core import PydanticCustomError

from legalassist.cases.exhibit_file import ExhibitFile
from legalassist.errors import ContentError, Problem, UsageError
from legalassist.facts.expressions import Expression, parse
from legalassist.facts.known import Facts, Known, Unknown, Why
from legalassist.facts.paths import pattern_of, row_path
from legalassist.facts.values import ExhibitAtHand
from legalassist.interviews.written import Text, YesNo, validate
from legalassist.interviews.yaml_source import At, Source, did_you_mean, read_yaml
from legalassist.languages.tags import LANGUAGES
from legalassist.library import Library
from legalassist.packets.pieces import TELLING
from legalassist.packets.plan_exhibits import SPOKEN, Lettered, Tab, goes_in, in_order, lettered, letters, papers_of


class Folder(StrEnum):
    """Where a piece goes: into the filing, in an envelope of its own to an agency, or nowhere outside the office."""

    FILING = "filing"
    AGENCY = "agency"
    INTERNAL = "internal"


OFFICE_ONLY = frozenset({"memo", "signing-sheet", "filing-day"})
"""Print templates whose pieces stay in the office, whatever packet.yaml says."""

CONSENT = "reporting.may_ask_agency"
"""The client's yes to writing to an agency."""


class _Written(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


LONGEST_CODE, LONGEST_TITLE = 40, 120
"""Characters: codes name files, titles are bookmarks and lines of the contents."""


def _code(word: object) -> object:
    if not isinstance(word, str) or not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", word, re.ASCII):
        raise PydanticCustomError("code", "a code is small letters, digits and hyphens, for example cover-letter")
    if any(telling in word for telling in TELLING):
        raise PydanticCustomError("code", "a code names files: it must not tell what the case is about")
    if len(word) > LONGEST_CODE:
        raise PydanticCustomError("code", f"a code has at most {LONGEST_CODE} characters: it names files")
    return word


def _title(text: str) -> str:
    if len(text) > LONGEST_TITLE:
        raise PydanticCustomError("title", f"a title has at most {LONGEST_TITLE} characters: it is a bookmark")
    return text


def _window_title(text: str) -> str:
    if any(telling in text.casefold() for telling in TELLING):
        message = "this title shows in windows and print jobs: it must not tell what the case is about"
        raise PydanticCustomError("title", message)
    return text


def _language(tag: object) -> object:
    if tag not in LANGUAGES:
        message = f"this is no language of this program: write {', '.join(LANGUAGES[:-1])} or {LANGUAGES[-1]}"
        raise PydanticCustomError("language", message)
    return tag


Code = Annotated[str, BeforeValidator(_code)]
Title = Annotated[Text, AfterValidator(_title)]
WindowTitle = Annotated[Title, AfterValidator(_window_title)]
Language = Annotated[str, BeforeValidator(_language)]


class PieceWritten(_Written):
    """A piece as packet.yaml spells it: made from a Word template (`word`) or a print template (`print`).

    `read_back` says when it has to be read to the person who signs it, by an interpreter, before that.
    With `each` it is made once for every row of a group of people for which `when` is true (``each.apply``); the row's
    number is put behind its code and its title.
    """

    piece: Code
    title: Title
    word: str = ""
    print: str = ""
    form: str = ""
    folder: Folder = Folder.FILING
    language: Language = "en"
    each: str = ""
    when: str = ""
    read_back: str = ""


class TabWritten(_Written):
    """A tab that gathers the papers of a group which speak to one of some things, first tab first."""

    title: Text
    speaks_to: tuple[str, ...]


class ExhibitWritten(_Written):
    """A lettered exhibit: pieces of ours behind one cover (`pieces`), or one exhibit a row of a group (`each`).

    `tabs` gathers the papers of a group under common letters: B-1, B-2. A paper of no tab has a letter of its own.
    Papers that answer a letter of the government stand only where `answers` is yes, and then only those whose letter
    has not been answered yet.
    """

    exhibit: Code
    title: Title = ""
    cover: str = "exhibit-cover"
    pieces: tuple[PieceWritten, ...] = ()
    each: str = ""
    answers: YesNo = False
    tabs: tuple[TabWritten, ...] = ()


def _piece_or_exhibit(line: object) -> str:
    """Say which of the two a line is, so that a mistake in one is not reported as a failed other."""
    return "ExhibitWritten" if isinstance(line, dict) and "exhibit" in line else "PieceWritten"


LineWritten = Annotated[
    Annotated[PieceWritten, Tag("PieceWritten")] | Annotated[ExhibitWritten, Tag("ExhibitWritten")],
    Discriminator(_piece_or_exhibit),
]


class PacketWritten(_Written):
    """The file ``packet.yaml``."""

    packet: Text
    title: WindowTitle
    pieces: tuple[LineWritten, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One line of the plan: a piece with its condition, an exhibit's pieces, or a group that gives exhibits."""

    written: PieceWritten | ExhibitWritten
    when: Expression | None = None
    inside: tuple["Part", ...] = ()
    read_back: Expression | None = None


@dataclass(frozen=True, slots=True)
class PacketPlan:
    """What a packet of this kind can hold."""

    name: str
    title: str
    parts: tuple[Part, ...]
    kind: str = ""

    @property
    def whole(self) -> bool:
        """Say whether this is the application: all that a case still lacks keeps it back, and no other packet."""
        return not self.kind

    def takes(self, row: str, facts: Facts) -> bool:
        """Say whether a paper, by its row, belongs into this packet once it is at hand."""
        exhibits = (part.written for part in self.parts if isinstance(part.written, ExhibitWritten))
        return any(
            pattern_of(row) == f"{one.each}[]" and goes_in(row, facts, answers=one.answers)
            for one in exhibits
            if one.each
        )

    @property
    def answers_a_letter(self) -> bool:
        """Say whether this answers one letter of the government, with the papers it asked for."""
        return any(isinstance(part.written, ExhibitWritten) and part.written.answers for part in self.parts)

    @property
    def pieces(self) -> Iterator[PieceWritten]:
        """Every piece the plan names, those inside exhibits included."""
        for part in self.parts:
            for one in (part, *part.inside):
                if isinstance(one.written, PieceWritten):
                    yield one.written


@dataclass(frozen=True, slots=True)
class Planned:
    """One piece of one packet. `letter` and `paper` are set for what stands inside an exhibit.

    `about` is the row of the person a piece is about (``family[2]``); empty for the client. `file` is the exhibit file
    that is bound as it is, `pages` how many pages stand behind a paper's cover; a `tab` is the cover of covers.
    `read_back` is set unless it is known that nobody has to read the piece to whoever signs it.
    """

    code: str
    title: str
    folder: Folder
    language: str = "en"
    word: str = ""
    print: str = ""
    form: str = ""
    level: int = 1
    letter: str = ""
    paper: ExhibitAtHand | None = None
    paper_path: str = ""
    cover: bool = False
    about: str = ""
    file: ExhibitFile | None = None
    pages: int = 0
    tab: bool = False
    read_back: bool = False

    @property
    def mark(self) -> str:
        """What is stamped on its pages with their own numbers: an exhibit's letter, not on a cover."""
        return "" if self.cover else self.letter


@dataclass(frozen=True, slots=True)
class Planning:
    """The pieces of one packet in order, and the codes of those nobody can decide on yet, with what would settle it."""

    pieces: tuple[Planned, ...]
    undecided: Mapping[str, frozenset[str]]


def plan_file(name: str, kind: str = "") -> str:
    """Return the file of a plan on the shelf: the application's, or that of a packet of another kind."""
    return f"interviews/{name}/packets/{kind}.yaml" if kind else f"interviews/{name}/packet.yaml"


def kinds_of(library: Library, name: str) -> tuple[str, ...]:
    """Return the kinds of packets there are beside the application's own."""
    folder = f"interviews/{name}/packets"
    return tuple(book.name.rpartition("/")[2].removesuffix(".yaml") for book in library.books(folder, ".yaml"))


def read_plan(library: Library, name: str, kind: str = "") -> tuple[PacketPlan | None, tuple[Problem, ...]]:
    """Read ``interviews/NAME/packet.yaml``, or ``packets/KIND.yaml``: the plan, or every problem in it."""
    book = library.get(plan_file(name, kind))
    source = read_yaml(book.text, book.name)
    written, shape = validate(PacketWritten, source)
    if written is None:
        return None, (*source.problems, *shape)
    problems = [*source.problems, *_repeated(source, written)]
    parts = tuple(_part(source, one, ("pieces", number), problems) for number, one in enumerate(written.pieces))
    return PacketPlan(written.packet, written.title, parts, kind), tuple(problems)


def required_plan(library: Library, name: str, kind: str = "") -> PacketPlan:
    """Return the plan; raise ContentError with all its problems where there are any, UsageError for no such kind."""
    if kind and kind not in kinds_of(library, name):
        hint = did_you_mean(kind, kinds_of(library, name)) or f"there are: {', '.join(kinds_of(library, name))}"
        raise UsageError(f"there is no packet of the kind {kind!r}", hint=hint)
    plan, problems = read_plan(library, name, kind)
    if plan is None or problems:
        raise ContentError(problems=problems)
    return plan


def _part(source: Source, written: PieceWritten | ExhibitWritten, at: At, problems: list[Problem]) -> Part:
    """Return one line of the plan with its condition read."""
    if isinstance(written, ExhibitWritten):
        if bool(written.pieces) == bool(written.each):
            problems.append(source.problem(at, "an exhibit has either 'pieces:' or 'each:'"))
        inside = (_part(source, one, (*at, "pieces", n), problems) for n, one in enumerate(written.pieces))
        return Part(written, None, tuple(inside))
    if bool(written.word) == bool(written.print):
        problems.append(source.problem(at, "a piece has either 'word:' or 'print:', the template it is made from"))
    if written.print in OFFICE_ONLY and written.folder is not Folder.INTERNAL:
        message = f"the {written.print} is work product and never leaves the office"
        problems.append(source.problem(at, message, "folder: internal"))
    return Part(
        written,
        _condition(source, written.when, (*at, "when"), problems, written.each),
        read_back=_condition(source, written.read_back, (*at, "read_back"), problems, written.each),
    )


def _condition(source: Source, text: str, at: At, problems: list[Problem], group: str = "") -> Expression | None:
    if not text:
        return None
    try:
        return parse(text, where=source.value_place(at), group=group)
    except ContentError as wrong:
        problems.extend(wrong.problems)
        return None


def _repeated(source: Source, written: PacketWritten) -> Iterator[Problem]:
    """Yield a problem for each code that stands twice: codes name files."""
    seen: set[str] = set()
    for number, one in enumerate(written.pieces):
        inside = one.pieces if isinstance(one, ExhibitWritten) else ()
        codes = [one.exhibit if isinstance(one, ExhibitWritten) else one.piece, *(piece.piece for piece in inside)]
        for code in codes:
            if code in seen:
                yield source.problem(("pieces", number), f"the code {code!r} stands here twice", "codes name files")
            seen.add(code)


def plan_pieces(plan: PacketPlan, facts: Facts, files: Sequence[ExhibitFile] = ()) -> Planning:
    """Return the pieces that belong into this case's packet, in order, exhibits lettered.

    `files` are what is kept for the rows of the exhibits: each is bound behind its paper's cover.
    """
    undecided: dict[str, frozenset[str]] = {}
    letter = letters()
    pieces: list[Planned] = []
    for part in plan.parts:
        if isinstance(part.written, PieceWritten):
            pieces.extend(_each(part, part.written, facts, undecided))
        elif part.written.each:
            line = part.written
            tabs = tuple(Tab(one.title, one.speaks_to) for one in line.tabs)
            for one in lettered(papers_of(line.each, facts, answers=line.answers), tabs, letter):
                pieces.extend(_paper_pieces(line, one, files))
        else:
            inside = [planned for one in part.inside for planned in _one(one, facts, undecided)]
            if inside:
                pieces.extend(_behind_cover(part.written, inside, next(letter)))
    return Planning(tuple(pieces), undecided)


def _each(part: Part, written: PieceWritten, facts: Facts, undecided: dict[str, frozenset[str]]) -> Iterator[Planned]:
    """Yield the pieces of one line: one, or one for each row of its group of people."""
    if not written.each:
        yield from _one(part, facts, undecided)
        return
    for number in facts.rows(written.each).numbers:
        row = row_path(written.each, number)
        numbered = written.model_copy(
            update={"piece": f"{written.piece}-{number}", "title": f"{written.title} {number}"}
        )  # fmt: skip
        yield from _one(replace(part, written=numbered), facts, undecided, row)


def _one(part: Part, facts: Facts, undecided: dict[str, frozenset[str]], row: str = "") -> Iterator[Planned]:
    """Yield the piece of one line if it belongs into the packet; note it where that is not decided.

    Nothing goes to an agency without the client's yes, whatever packet.yaml says.
    """
    written = part.written
    if not isinstance(written, PieceWritten):
        return
    truth = part.when.evaluate(facts, row) if part.when is not None else None
    if written.folder is Folder.AGENCY and not (truth is not None and truth.is_false):
        agreed = facts.get(CONSENT)
        if isinstance(agreed, Unknown) and agreed.why is not Why.DOES_NOT_APPLY:
            undecided[written.piece] = frozenset({CONSENT})
        if not (isinstance(agreed, Known) and agreed.value is True):
            return
    if truth is not None and truth.value is None:
        undecided[written.piece] = truth.needs
    if truth is None or truth.value:
        reading = part.read_back.evaluate(facts, row) if part.read_back is not None else None
        yield Planned(
            written.piece, written.title, written.folder, written.language, written.word, written.print, written.form,
            about=row, read_back=reading is not None and reading.value is not False,
        )  # fmt: skip


def _behind_cover(written: ExhibitWritten, inside: list[Planned], letter: str) -> Iterator[Planned]:
    """Yield an exhibit's cover and its pieces, one level below it."""
    yield Planned(written.exhibit, f"Exhibit {letter}: {written.title}", Folder.FILING, print=written.cover,
                  letter=letter, cover=True)  # fmt: skip
    for one in inside:
        yield replace(one, level=2, letter=letter)


def _paper_pieces(written: ExhibitWritten, one: Lettered, files: Sequence[ExhibitFile]) -> Iterator[Planned]:
    """Yield a tab's cover; or a paper's cover and the files behind it, in the order they are bound."""
    code, title = f"{written.exhibit}-{one.letter.lower()}", f"Exhibit {one.letter}"
    level = 1 + one.letter.count("-")
    if one.paper is None:
        yield Planned(code, f"{title}: {one.title}", Folder.FILING, print=written.cover, letter=one.letter, cover=True,
                      tab=True)  # fmt: skip
        return
    behind = in_order(one.path, files)
    pages = sum(file.pages for file in behind) or one.paper.pages
    yield Planned(code, title, Folder.FILING, print=written.cover, level=level, letter=one.letter, paper=one.paper,
                  paper_path=one.path, cover=True, pages=pages)  # fmt: skip
    for file in behind:
        yield Planned(f"{code}-{file.role}", f"{title}, {SPOKEN[file.role]}", Folder.FILING, level=level + 1,
                      letter=one.letter, file=file)  # fmt: skip
