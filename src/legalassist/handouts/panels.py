"""What stands on each panel of a piece: its title, its statements in every language of the panel, the number, the foot.

A panel is what is cut out, folded to, or sent as one picture. Nothing here knows where it lies on the sheet.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from legalassist.documents.together import tokens
from legalassist.handouts.dealing import dealt
from legalassist.handouts.formats import LEAFLET_PANELS, Way
from legalassist.handouts.piece import Piece
from legalassist.handouts.speech import says_aloud, spoken_context
from legalassist.handouts.texts import feet_of
from legalassist.handouts.topic import Kind, Statement
from legalassist.languages.catalog import fill as put
from legalassist.languages.formats import long_date
from legalassist.languages.tags import ENGLISH, YUE, bcp47

_SHORT = 1200
"""What the statements of a booklet of four pages weigh at most; heavier ones take eight (measured: letters of 16 points
and more in either)."""

_HEAVY = 40
"""What a statement weighs beside its characters when statements are dealt out to panels."""

_CLAUSES = re.compile("[“「][^”」]*[”」][，：、]?|[^，：、“「]+[，：、]?")
_LAST_SIGNS = re.compile("(?:(?<=[，。；：？！])[\u4e00-\u9fff]{1,7}|[\u4e00-\u9fff]{3})[。！？，：、]?$")
"""What stays on one line at the end of a text: its last short clause, or three characters, with the sign after."""

_LAST_WORDS = re.compile(r"(?<= )(?=.{1,12}$)(?:\S{1,2} )?\S+ \S{1,6}$")
"""A short last word of an English title and the one before it, with what belongs to that (T visa is): twelve signs fit
on the narrowest cover in its largest letters."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A text in one language; of a statement also what stands before it, what is said in English, and what follows.

    `days` are the days in it: each is kept on one line. `sign` is the drawn sign beside it.
    """

    tag: str
    text: str
    lead: str = ""
    phrase: str = ""
    more: str = ""
    days: tuple[str, ...] = ()
    sign: str = ""

    @property
    def clauses(self) -> tuple[tuple[str, str], ...]:
        """A title in the parts that are not broken where they fit on a line, each with its last characters apart.

        An English title is one part; a short last word stays with the one before it.
        """
        if self.tag == ENGLISH:
            short = _LAST_WORDS.search(self.text)
            return ((self.text[: short.start()], short[0]) if short else (self.text, ""),)
        parts = _CLAUSES.findall(self.text)
        return tuple((part.removesuffix(_last(part)), _last(part)) for part in parts) or ((self.text, ""),)

    @property
    def last_signs(self) -> str:
        """The last Chinese characters of what is said, which stay on one line: one alone on a line reads as a slip."""
        return _last(self.more or self.text) if self.tag != ENGLISH else ""

    @property
    def sentences(self) -> tuple[tuple[tuple[str, bool], ...], ...]:
        """The text by its Chinese sentences, each in parts, each part with whether it is a day."""
        between = "|".join(map(re.escape, self.days))
        found = []
        for one in re.split("(?<=。)", self.text):
            pieces = re.split(f"({between})", one) if between else [one]
            found.append(tuple((part, part in self.days) for part in pieces if part))
        return tuple(parts for parts in found if parts)

    @property
    def halves(self) -> tuple[tuple[tuple[tuple[str, bool], ...], ...], ...]:
        """The sentences in two columns, dealt out by their length; English, whose lines may be long, in one."""
        if self.tag == ENGLISH:
            return (self.sentences,)
        long = [sum(len(part) for part, _ in parts) for parts in self.sentences]
        return tuple(self.sentences[first:past] for first, past in dealt(long, range(len(long)), 2))


@dataclass(frozen=True, slots=True)
class Group:
    """The statements of one kind: their headings and each statement, in every language of the panel."""

    kind: str
    heads: tuple[Voice, ...]
    statements: tuple[tuple[Voice, ...], ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """One panel; the clinic's `name`, its `hours` and its own `lines` in the panel's own languages.

    `role` is ``whole`` (everything), ``cover``, ``part`` (statements alone), ``back`` or ``notes``. With `across` 2 its
    statements stand in two columns, dealt out here: an engine that balances columns lays the page out many times.
    An `officer` reads it: nothing on it is meant for whoever hands it over.
    """

    titles: tuple[Voice, ...]
    groups: tuple[Group, ...]
    calls: tuple[Voice, ...]
    contacts: tuple[tuple[tuple[Voice, ...], str, tuple[Voice, ...]], ...]
    feet: tuple[Voice, ...]
    name: str = ""
    hours: str = ""
    lines: tuple[str, ...] = ()
    role: str = "whole"
    across: int = 1
    officer: bool = False

    @property
    def sides(self) -> tuple[tuple[Group, ...], ...]:
        """The groups by the columns they stand in."""
        return tuple(_split(self, self.across)) if self.across > 1 and self.groups else (self.groups,)


def _last(text: str) -> str:
    """Return the last Chinese characters of a text that is longer than they are, with the sign after them.

    What they would cut in two (100 from what it counts) stays whole: from its beginning.
    """
    found = _LAST_SIGNS.search(text)
    if found is None or found.start() == 0:
        return ""
    begins = next((first for first, past in tokens(text) if first < found.start() < past), found.start())
    return text[begins:] if begins else ""


def panels_of(piece: Piece) -> tuple[Panel, ...]:
    """Return the piece's different panels; `places` says where each lies."""
    if piece.parted:
        return tuple(_whole(piece, (one,)) for one in piece.languages)
    whole = _whole(piece, piece.languages)
    match piece.form.way:
        case Way.ROLL | Way.ZIGZAG:
            return _dealt(whole, LEAFLET_PANELS)
        case Way.BOOKLET:
            return _dealt(whole, 2 if _weight_of(whole) <= _SHORT else 6)
        case Way.PICTURE:
            return _pictures(whole)
        case _:
            return (whole,)


def _whole(piece: Piece, languages: Sequence[str]) -> Panel:
    def every(context: str) -> tuple[Voice, ...]:
        return tuple(Voice(bcp47(one), piece.aloud(context, one) or piece.said[context, one]) for one in languages)

    statements = piece.topic.printed_on(piece.form)
    groups = []
    for kind in dict.fromkeys(one.kind for one in statements):
        told = tuple(_statement(piece, one, languages) for one in statements if one.kind == kind)
        groups.append(Group(kind, every(f"piece.{kind}") if piece.form.headings else (), told))
    contacts = tuple(
        (every(f"contact.{one}"), number, every(f"hours.{one}") if (f"hours.{one}", languages[0]) in piece.said else ())
        for one, number in piece.contacts
    )
    feet = tuple(foot(piece, one) for one in languages)
    name, hours = " · ".join(piece.own_in(piece.shown.names, languages)), " · ".join(piece.hours_in(languages))
    officer = piece.topic.faces_an_officer(piece.form, languages)
    return Panel(
        every(piece.topic.title_context), tuple(groups), () if officer else every("piece.call_us"), contacts,
        () if officer else feet, name, hours, piece.lines_in(languages), officer=officer,
        across=1 if ENGLISH in languages else piece.form.across,
    )  # fmt: skip


def _statement(piece: Piece, one: Statement, languages: Sequence[str]) -> tuple[Voice, ...]:
    spoken = one.kind == Kind.SAY
    variety, script = says_aloud(piece.topic, piece.form, piece.language)

    def said(language: str) -> tuple[str, str]:
        if language == script:
            return piece.said[spoken_context(piece.topic, one, variety), language], ""
        more = piece.said[piece.topic.context(one, "more"), language] if one.more and piece.form.seconds else ""
        return piece.said[piece.topic.context(one, "text"), language], more

    return tuple(
        Voice(
            bcp47(piece.language if piece.language == YUE else language),
            said(language)[0],
            lead=piece.said["piece.say_short", language] if spoken and not piece.form.headings else "",
            phrase=one.text if spoken and ENGLISH not in languages else "",
            more=said(language)[1],
            sign=one.sign if piece.form.way == Way.SIGNS else "",
        )
        for language in languages
    )


def _dealt(whole: Panel, count: int) -> tuple[Panel, ...]:
    """Return a cover, the statements dealt out to so many panels, and a back; panels left over are for notes."""
    cover = replace(whole, groups=(), feet=(), contacts=(), role="cover")
    back = replace(whole, groups=(), role="back")
    parts = [replace(whole, groups=groups, feet=(), contacts=(), role="part") for groups in _split(whole, count)]
    notes = replace(cover, calls=(), role="notes")
    return (cover, *parts, *([notes] * (count - len(parts))), back)


def _pictures(whole: Panel) -> tuple[Panel, ...]:
    """Return a panel for each kind of statement, long kinds in several."""
    parts = _split(whole, max(1, round(_weight_of(whole) / 190)))
    return tuple(replace(whole, groups=groups) for groups in parts)


def _split(whole: Panel, count: int) -> list[tuple[Group, ...]]:
    """Return the statements in so many parts, in order, of about the same weight; a kind keeps its heading."""
    each = [(group, one) for group in whole.groups for one in group.statements]
    parts = dealt([_weight(one) for _, one in each], [group.kind for group, _ in each], count)
    return [tuple(_regrouped(each[first:past])) for first, past in parts]


def _regrouped(part: Sequence[tuple[Group, tuple[Voice, ...]]]) -> Iterator[Group]:
    for group in dict.fromkeys(group for group, _ in part):
        yield replace(group, statements=tuple(one for its, one in part if its is group))


def _weight_of(whole: Panel) -> int:
    return sum(_weight(one) for group in whole.groups for one in group.statements)


def _weight(statement: tuple[Voice, ...]) -> int:
    def wide(text: str) -> int:
        return sum(2 if sign > "\u2e7f" else 1 for sign in text)

    return _HEAVY + max(wide(voice.text + voice.phrase + voice.more) for voice in statement)


def foot(piece: Piece, language: str) -> Voice:
    """Return the lines at the foot: keep it only if that is safe, no advice, the days of the text."""
    space = " " if language == ENGLISH else ""
    days = days_of(piece, language)
    lines = [piece.said.get((context, language), "") for context in feet_of(piece.topic, piece.form)]
    return Voice(bcp47(language), put(space.join(lines), **days), days=tuple(dict.fromkeys(days.values())))


def days_of(piece: Piece, language: str) -> dict[str, str]:
    """Return the days that are filled into a piece's texts, by what stands for them in a text."""
    days = {"written": _day(piece.topic.written, language)}
    if piece.check_again is not None:
        days["again"] = _day(piece.check_again, language)
    return days


def _day(day: dt.date, language: str) -> str:
    return long_date(language, day.year, day.month, day.day)
