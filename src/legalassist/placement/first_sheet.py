"""The first sheet for a firm: adverse names alone. What must not stand on it, and what only looks as if it did.

A trafficker may have the given name of the client's sister, or "Lintian" may read as her brother Lin Tian. Such a sheet
tells nothing of her: the name is the adverse person's own. So a whole name that was entered as an adverse person's, and
is not the client's or a relative's whole name, is judged by that comparison; everything else by the search for leaks.
So is a whole Chinese name that was typed into a text. What nobody entered so, a person looks at: `first_rows`.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from legalassist.cases.case import Case
from legalassist.disclosure.exact_days import day_codes
from legalassist.disclosure.hits import Hit
from legalassist.disclosure.identifiers import Identifiers
from legalassist.disclosure.initialisms import Initialism
from legalassist.disclosure.leaks import check_files, check_text, strays
from legalassist.disclosure.numbers import Phrase
from legalassist.disclosure.parts import Kind
from legalassist.disclosure.reading import Reading
from legalassist.disclosure.streets import HanStreet, NumberedStreet, Street
from legalassist.documents.tables import Sheet
from legalassist.errors import DocumentError
from legalassist.facts.paths import pattern_of
from legalassist.facts.values import PersonName
from legalassist.languages.scripts import to_simplified
from legalassist.placement.case_places import CasePlaces, places_of_case
from legalassist.placement.clauses import stands_alone
from legalassist.placement.fellows import may_be_hurt_too
from legalassist.placement.first_rows import Judged, Word, judged
from legalassist.placement.fit_names import LONG, is_nobody, is_place, misfit
from legalassist.placement.her_words import ADVERSE, WHERE_IT_WAS, HerWords, Share, hers_and_theirs, together
from legalassist.placement.names import FIRST, RELATIVES, SECOND, SPELLINGS, Row, named, said_of, still_answered
from legalassist.placement.remarks import has_remark, is_business
from legalassist.placement.typed_names import persons_in
from legalassist.stores.spelling import plain, within

_WORDS = re.compile(r"\W+")


def hers_alone(all_of_it: Identifiers) -> Identifiers:
    """Return the identifiers without the adverse people's and businesses', whose names the first sheet is for.

    What stands only in sentences is left out, adverse people's names among it, and streets and places of the work: a
    business may be named after one, and `fit_names` finds them in what is no business.
    """
    left_out = (*ADVERSE, WHERE_IT_WAS)
    return replace(
        all_of_it,
        people=tuple(one for one in all_of_it.people if not one.names[0].path.startswith(left_out)),
        han=tuple(one for one in all_of_it.han if not one.path.startswith(left_out)),
        numbers=tuple(one for one in all_of_it.numbers if not isinstance(one, HanStreet | NumberedStreet)),
        phrases=tuple(one for one in _no_streets(all_of_it) if not one.path.startswith(left_out)),
        own_words=(),
        said=(),
    )


def adverse_alone(all_of_it: Identifiers) -> Identifiers:
    """Return the identifiers of the adverse people and businesses alone: their names, in all their spellings."""
    return Identifiers(
        people=tuple(one for one in all_of_it.people if one.names[0].path.startswith(ADVERSE)),
        han=tuple(one for one in all_of_it.han if one.path.startswith(ADVERSE)),
        phrases=tuple(one for one in _no_streets(all_of_it) if one.path.startswith(ADVERSE)),
    )


def _no_streets(all_of_it: Identifiers) -> Iterator[Phrase | Initialism]:
    yield from (one for one in all_of_it.phrases if not isinstance(one, Street))


def without_shared_spellings(rows: tuple[Row, ...], hers: Identifiers) -> tuple[Row, ...]:
    """Return the rows without the spellings that the program made and that are also a name of hers or a relative's.

    Only what nobody said is left out; a name as it was said stays.
    """
    return tuple(
        (said, SPELLINGS.join(way for way in ways.split(SPELLINGS) if not check_text(way, hers).blocks))
        for said, ways in rows
    )


def without_corrected(rows: Sequence[Row], case: Case, hers: Identifiers) -> tuple[Row, ...]:
    """Return the rows without those of answers that were corrected since and would name the client or a relative.

    Another old name stays: a conflict may hide in it. One that still stands is judged by `check_first_sheet`.
    """
    kept = {said for _, said in _still_said(case)} | set(_own_names(case))
    return tuple(row for row in rows if row[0] in kept or not check_text(row[0], hers).blocks)


def fitting(rows: Sequence[Row], case: Case) -> tuple[Row, ...]:
    """Return the rows of names that carry nothing but a name; raises DocumentError for another that still stands.

    Left out are towns, countries and what somebody is (the owner), and what does not fit where an answer was corrected
    since, or where a person inside it stands on the sheet by a name of their own.
    """
    in_parts = {said_of(name): name for name in _entered(case)}
    beside = {said_of(name): LONG for name in _as_names(case) if has_remark(name) and not is_business(name)}
    wrong = {said: why for said, _ in rows if (why := misfit(said, in_parts=said in in_parts) or beside.get(said, ""))}
    nobody = {said for said, _ in rows if said not in in_parts and (is_place(said) or is_nobody(said))}
    own = frozenset(way for said, name in in_parts.items() if said not in wrong for way in _whole(name))
    for path, said in _still_said(case):
        if said in wrong and said not in nobody and own.isdisjoint(within(said)):
            message = f"nothing was written: a name in {path} holds {wrong[said]}"
            hint = (
                f"take out of {path} what is no name, and enter who is inside as a name of their own: adverse[1].name; "
                "who is truly called so is asked about by telephone"
            )
            raise DocumentError(message, hint=hint)
    return tuple(row for row in rows if row[0] not in wrong and row[0] not in nobody)


def _entered(case: Case) -> Iterator[PersonName]:
    """Yield the names for the first sheet that were entered in their parts."""
    yield from (name for name in _as_names(case) if name.family and name.given)


def _as_names(case: Case) -> Iterator[PersonName]:
    """Yield the names for the first sheet that were entered as a name, and not typed into a text."""
    for answer in case.answers:
        if pattern_of(answer.path) in FIRST and isinstance(answer.value, PersonName):
            yield answer.value


def _still_said(case: Case) -> Iterator[tuple[str, str]]:
    """Yield the names of answers that stand, in rows that stand, with their paths."""
    for path, value in still_answered(case, FIRST):
        yield from ((path, said) for said, _ in named(value))


def looked_at(rows: Sequence[Row], case: Case, hers: Identifiers, word: Word) -> Judged:
    """Return the rows that may go out by themselves or by a person's word; what is nothing but a name of hers may not.

    An adverse person's whole name that was entered goes by itself, also as it was typed into a text.
    """
    return judged(rows, case, hers, _own(rows, case), together(hers_and_theirs(case)), word)


def _own(rows: Iterable[tuple[str, ...]], case: Case) -> frozenset[str]:
    """Return the rows that are an adverse person's own whole name, as it was entered or the same as it was typed."""
    known = frozenset(_own_names(case))
    ways = frozenset(way for name in _entered(case) if said_of(name) in known for way in _whole(name))
    typed = (row[0] for row in rows if not ways.isdisjoint({plain(row[0]), to_simplified(row[0])}))
    return known.union(typed)


def check_first_sheet(sheet: Sheet, case: Case, hers: Identifiers, printed: Callable[[Sheet], bytes]) -> None:
    """Refuse a first sheet that names the client or a relative, or says what the case is about; raises DocumentError.

    `printed` makes the file. Where names of adverse people stop it that are truly their own, the same sheet is searched
    again without those names: whatever else stands in it must be clean. In those names themselves numbers, addresses
    and days are still looked for.
    """
    fitting([(row[0], row[1]) for row in sheet.rows], case)
    found = _found(sheet, hers, printed)
    if found:
        own = _own(sheet.rows, case)
        rest = replace(sheet, rows=tuple(row for row in sheet.rows if row[0] not in own))
        theirs = [Reading("names.pdf", Kind.TEXT, cell) for row in sheet.rows if row[0] in own for cell in row]
        if theirs:
            found = (*_found(rest, hers, printed), *strays(theirs, hers.public).blocks)
    if found:
        listed = "\n  ".join(map(str, found))
        paths = dict.fromkeys(path for path, said in _still_said(case) if check_text(said, hers).blocks)
        where = f"\n  it stands in {', '.join(paths)}" if paths else ""
        message = f"nothing was written: the first sheet would name the client\n  {listed}{where}"
        hint = (
            "correct the answer it stands in, or ask the firm by telephone; an adverse person's name inside a longer "
            "text is entered as a name of its own: adverse[1].name"
        )
        raise DocumentError(message, hint=hint)


def _found(sheet: Sheet, hers: Identifiers, printed: Callable[[Sheet], bytes]) -> tuple[Hit, ...]:
    """Return what stops a sheet; the day by which it is deleted stands in its notes, and may."""
    known = replace(hers, public=hers.public | day_codes(sheet.notes))
    return check_files({"names.pdf": printed(sheet)}, known).blocks


def _own_names(case: Case) -> Iterator[str]:
    """Yield, as a sheet says them, the names of adverse people in which no whole name of hers or a relative's is.

    Those that were entered as names, and whole Chinese names that were typed into a text ("Boss Zhou Xiaomei"). The
    client's is looked for in the letters run together, a relative's in two words and more that follow each other:
    one word alone, such as "Lintian", is a given name of its own.
    """
    towns = places_of_case(case)
    client, relatives, people = _of(case, SECOND), _of(case, RELATIVES), hers_and_theirs(case)
    everybody = together(people)
    for said, name in (*((said_of(name), name) for name in _entered(case)), *_called(case, everybody, towns)):
        hers = any(one in way for one in client for way in _whole(name))
        hers = hers or any(one.share_of(said) is Share.ALL or one.sounds_like(said) for one in people)  # "Amy Wang"
        if not hers and relatives.isdisjoint(_runs(name)) and not everybody.beside_others(name):
            yield said


def _called(case: Case, people: HerWords, towns: CasePlaces) -> Iterator[tuple[str, PersonName]]:
    """Yield the typed whole names that are no nickname of hers ("Xiao Feng" of Jinfeng) and hold no town of hers."""
    for said, name in _typed(case, people):
        if not (people.share_of(said) in {Share.ALL, Share.MAYBE} or people.called(said) or towns.stand_in(said)):
            yield said, name


def _typed(case: Case, people: HerWords) -> Iterator[tuple[str, PersonName]]:
    """Yield the whole Chinese names that stand by themselves in texts, as a sheet says them and as names."""
    for answer in case.answers:
        if pattern_of(answer.path) in FIRST and isinstance(answer.value, str):
            names = [said for said, _ in named(answer.value)]
            for said, name in persons_in(answer.value, names):
                if stands_alone(said, answer.value, people) and not may_be_hurt_too(said, answer.value, names):
                    yield said, name


def _of(case: Case, facts: tuple[str, ...]) -> frozenset[str]:
    """Return the whole names in some facts, superseded ones too."""
    names = (answer.value for answer in case.answers if pattern_of(answer.path) in facts)
    return frozenset(way for name in names if isinstance(name, PersonName) for way in _whole(name))


def _whole(name: PersonName) -> Iterator[str]:
    """Yield a whole name as bare letters in both orders, and its characters in one script."""
    family, given = plain(name.family), plain(f"{name.given} {name.middle}")
    if family and given:
        yield from (family + given, given + family)
    if name.native:
        yield "".join(to_simplified(name.native).split())


def _runs(name: PersonName) -> Iterator[str]:
    """Yield two words of a name and more that follow each other, in both orders, and runs of its characters."""
    family, given = _WORDS.split(name.family), _WORDS.split(f"{name.given} {name.middle}")
    for words in (family + given, given + family):
        bare = [one for word in words if (one := plain(word))]
        yield from ("".join(bare[at:end]) for at in range(len(bare)) for end in range(at + 2, len(bare) + 1))
    native = "".join(to_simplified(name.native).split())
    yield from (native[at:end] for at in range(len(native)) for end in range(at + 2, len(native) + 1))
