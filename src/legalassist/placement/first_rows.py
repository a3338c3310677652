"""Which names of the first sheet go out by themselves, which stay off it, and about which a person must say so.

A row that is nothing but a name of the client's or a relative's stays off the sheet. A row in which such a name stands
beside other words, which the search for leaks asks about, or which stands in a sentence (it may be somebody who was
hurt with her) waits for a person, who looks at the answer and says by its code: print it, or leave it off.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

from legalassist.cases.case import Case
from legalassist.disclosure.identifiers import Identifiers
from legalassist.disclosure.leaks import check_text
from legalassist.errors import DocumentError, UsageError
from legalassist.facts.paths import pattern_of
from legalassist.placement.case_places import places_of_case
from legalassist.placement.clauses import stands_alone
from legalassist.placement.fellows import may_be_hurt_too
from legalassist.placement.her_words import HerWords, Share, says_whose
from legalassist.placement.left_over import left_over
from legalassist.placement.names import FIRST, SPELLINGS, Row, named, still_answered
from legalassist.placement.present_work import may_be_present

HINT_RULE = 8
"""The rule of words that only hint: a business may be named after a town."""
_PART, _OTHER = "a name of the client or her family stands in it", "it may be another spelling of a name of theirs"
_TOWN = "a town or a street of the case stands in it"
_NOW = "she may work there now, and be found there; where it is the other side's, it is printed"
_SENTENCE = "it stands in a sentence, and may be somebody who was hurt with her"
_FELLOWS = "its answer speaks of people who were hurt, worked or lived with her, or of friends, kin or witnesses"
_LEFT = "something in it was not taken as a name: write the name with capital letters, or enter it as adverse[1].name"


_Place = tuple[str, int, str]
"""Where a name was said: the answer's path, which name of it, and the text."""


@dataclass(frozen=True)
class Word:
    """What a person said of rows, by their codes: an adverse name, to be printed; no such name, to be left off."""

    printed: frozenset[str] = frozenset()
    left: frozenset[str] = frozenset()

    def with_(self, later: "Word") -> "Word":
        """Return both, where they differ the later one."""
        return Word((self.printed - later.left) | later.printed, (self.left - later.printed) | later.left)


@dataclass(frozen=True)
class Doubt:
    """A row about which a person must say what it is: its code, where it was said, and why."""

    code: str
    path: str
    number: int
    why: str
    final: bool = False
    """Whether nobody can have it printed: it says whose boss somebody is, and the name is hers; or it is no name."""
    what: str = "name"

    def __str__(self) -> str:
        """Read as a line of a message, without the name."""
        never = "; it may be left off, never printed" if self.final else ""
        return f"{self.code} {self.what} {self.number} of {self.path}: {self.why}{never}"


@dataclass(frozen=True)
class Judged:
    """The rows that go out, the places of those that are left off as names of hers, and the doubts that are open."""

    rows: tuple[Row, ...]
    left_off: tuple[str, ...] = ()
    open: tuple[Doubt, ...] = ()
    ruled: tuple[Doubt, ...] = field(default=())
    """Doubts about which a person said what they are."""


def code_of(said: str) -> str:
    """Return what a person calls a row by: eight letters and digits, for this text alone."""
    return sha256(f"first sheet\0{said}".encode()).hexdigest()[:8]


def judged(  # noqa: PLR0913, PLR0917 - all that a row is judged by
    rows: Sequence[Row], case: Case, hers: Identifiers, own: Collection[str], people: HerWords, word: Word
) -> Judged:  # fmt: skip
    """Judge rows. `own`: those that were entered as an adverse person's whole name; `people`: all names of hers."""
    kept: list[Row] = []
    left_off: list[str] = []
    towns = places_of_case(case)
    still, doubts, ruled = _places(case), list[Doubt](), list[Doubt]()
    for said, ways in rows:
        places = still.get(said, ())
        path, number = places[0][:2] if places else ("", 0)
        if said in own or check_text(said, hers).blocks:  # what blocks stops the whole sheet
            kept.append((said, ways))
            continue
        share = people.share_of(said)
        if share is Share.ALL:
            left_off += [f"name {number} of {path}"] if path else []
            continue
        entered = any(path.startswith("adverse[") and not text for path, _, text in places)
        town = _TOWN if not entered and towns.stand_in(said) else ""
        now = _NOW if may_be_present(case, [where for where, _, _ in places if where]) else ""
        why = town or _why(said, share, hers, people, places) or now
        doubt = Doubt(code_of(said), path, number, why, share is Share.SOME and says_whose(said))
        if not why:
            kept.append((said, _own_ways(ways, hers, people)))
        elif path and doubt.code in word.left:
            ruled.append(doubt)
        elif path and doubt.code in word.printed and not doubt.final:
            ruled.append(doubt)
            kept.append((said, ways))
        elif path:
            doubts.append(doubt)
    return _with_left_over(Judged(tuple(kept), tuple(left_off), tuple(doubts), tuple(ruled)), case, people, word)


def _with_left_over(found: Judged, case: Case, people: HerWords, word: Word) -> Judged:
    """Return what was judged, with the pieces from which no name was taken: a person looks at each, once."""
    known = {one.code for one in (*found.open, *found.ruled)}
    left = {one.code: one for one in _left_over(case, people) if one.code not in known}
    ruled = tuple(one for code, one in left.items() if code in word.left)
    still = tuple(one for code, one in left.items() if code not in word.left)
    return replace(found, open=(*found.open, *still), ruled=(*found.ruled, *ruled))


def _left_over(case: Case, people: HerWords) -> Iterator[Doubt]:
    """Yield the pieces of answers that stand from which no name was taken, though one may stand there."""
    for path, value in still_answered(case, FIRST):
        for number, piece in left_over(value) if isinstance(value, str) else ():
            if people.share_of(piece) is not Share.ALL:
                yield Doubt(code_of(piece), path, number, _LEFT, final=True, what="part")


def check_said(found: Judged, word: Word) -> None:
    """Refuse rows that wait for a person's word, and words (of today alone) about what is no such row.

    Raises DocumentError, UsageError.
    """
    if word.printed & word.left:
        raise UsageError("the same name is printed and left off", hint="say one of the two of each code")
    if found.open:
        listed = "\n  ".join(map(str, found.open))
        message = f"nothing was written: a person must say what these names are\n  {listed}"
        hint = (
            "look at the answer. An adverse person is entered as a name of their own, family and given name "
            "(adverse[1].name); else say of each, by its code: --not-hers CODE, an adverse name, is printed; "
            "--leave-off CODE, no adverse name, is not; with --why REASON, logged. Where you do not know, ask the firm "
            "by telephone"
        )
        raise DocumentError(message, hint=hint)
    unknown = (word.printed | word.left) - {one.code for one in found.ruled}
    if unknown:
        message = f"no name with the code {min(unknown)} waits for a person's word"
        raise UsageError(message, hint="take the code from the list of what stopped the sheet")


def _places(case: Case) -> dict[str, list[_Place]]:
    """Return where names were said; without a path where the answer, or its row, does not stand any more."""
    found: dict[str, list[_Place]] = {}
    still = dict(still_answered(case, FIRST))
    for answer in case.answers:
        if pattern_of(answer.path) in FIRST:
            path = answer.path if still.get(answer.path) == answer.value else ""
            text = answer.value if isinstance(answer.value, str) else ""
            for number, (said, _) in enumerate(named(answer.value), 1):
                found.setdefault(said, []).append((path, number, text))
    return {said: sorted(places, key=lambda place: not place[0]) for said, places in found.items()}


def _why(said: str, share: Share, hers: Identifiers, people: HerWords, places: Sequence[_Place]) -> str:
    """Return why a person must look at a row; nothing where it goes out by itself."""
    if share is Share.SOME:
        return _PART
    asked = any(hit.rule != HINT_RULE or "." in hit.identifier for hit in check_text(said, hers).asks)
    if share is Share.MAYBE or asked or people.called(said):
        return _OTHER
    entered = any(path.startswith("adverse[") and not text for path, _, text in places)
    if not entered and any(_is_beside_fellows(said, path, text) for path, _, text in places):
        return _FELLOWS
    alone = (
        not text or stands_alone(said, text, people, employer=path.endswith(".employer")) for path, _, text in places
    )
    return "" if any(alone) else _SENTENCE


def _is_beside_fellows(said: str, path: str, text: str) -> bool:
    names = [name for name, _ in named(text)]
    return may_be_hurt_too(said, text, names, employer=path.endswith(".employer"))


def _own_ways(ways: str, hers: Identifiers, people: HerWords) -> str:
    """Return the other spellings without those that nobody said and that are a name of hers."""
    kept = (
        way
        for way in ways.split(SPELLINGS)
        if way and not check_text(way, hers).blocks and people.share_of(way) is not Share.ALL
    )
    return SPELLINGS.join(kept)
