"""The first sheet for a firm: adverse names alone. What must not stand on it, and what only looks as if it did.

A trafficker may have the given name of the client's sister, or "Lintian" may read as her brother Lin Tian. Such a sheet
tells nothing of her: the name is the adverse person's own. So a whole name that was entered as an adverse person's, and
is not the client's or a relative's whole name, is judged by that comparison; everything else by the search for leaks.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from legalassist.cases.case import Case
from legalassist.disclosure.exact_days import day_codes
from legalassist.disclosure.hits import Hit
from legalassist.disclosure.identifiers import Identifiers
from legalassist.disclosure.leaks import check_files, check_text
from legalassist.documents.tables import Sheet
from legalassist.errors import DocumentError
from legalassist.facts.paths import pattern_of
from legalassist.facts.values import PersonName
from legalassist.languages.scripts import to_simplified
from legalassist.placement.names import FIRST, RELATIVES, SECOND, SPELLINGS, Row, said_of
from legalassist.stores.spelling import plain

ADVERSE = ("adverse", "first.conflict_names", "trafficking.who_gained", "jobs", "representation.name")
"""Where the facts begin whose names the first sheet is for."""
_WORDS = re.compile(r"\W+")
_TELLING = ("traffick", "victim", "t visa", "t nonimmigrant", "survivor", "immigra")


def hers_alone(all_of_it: Identifiers) -> Identifiers:
    """Return the identifiers without the adverse people's and businesses', whose names the first sheet is for."""
    return replace(
        all_of_it,
        people=tuple(one for one in all_of_it.people if not one.names[0].path.startswith(ADVERSE)),
        han=tuple(one for one in all_of_it.han if not one.path.startswith(ADVERSE)),
        phrases=tuple(one for one in all_of_it.phrases if not one.path.startswith(ADVERSE)),
        own_words=(),
    )


def without_shared_spellings(rows: tuple[Row, ...], hers: Identifiers) -> tuple[Row, ...]:
    """Return the rows without the spellings that the program made and that are also a name of hers or a relative's.

    Only what nobody said is left out; a name as it was said stays.
    """
    return tuple(
        (said, SPELLINGS.join(way for way in ways.split(SPELLINGS) if not check_text(way, hers).blocks))
        for said, ways in rows
    )


def check_first_sheet(sheet: Sheet, case: Case, hers: Identifiers, printed: Callable[[Sheet], bytes]) -> None:
    """Refuse a first sheet that names the client or a relative, or says what the case is about; raises DocumentError.

    `printed` makes the file. Where names of adverse people stop it that are truly their own, the same sheet is searched
    again without those names: whatever else stands in it must be clean.
    """
    found = _found(sheet, hers, printed)
    if found:
        own = frozenset(_own_names(case))
        rest = replace(sheet, rows=tuple(row for row in sheet.rows if row[0] not in own))
        found = _found(rest, hers, printed) if len(rest.rows) < len(sheet.rows) else found
    text = "\n".join(cell for row in sheet.rows for cell in row).lower()
    if found or any(word in text for word in _TELLING):
        listed = "\n  ".join(map(str, found)) or "a word that says what the case is about"
        message = f"nothing was written: the first sheet would name the client\n  {listed}"
        raise DocumentError(message, hint="correct the answer that holds it, or ask the firm by telephone")


def _found(sheet: Sheet, hers: Identifiers, printed: Callable[[Sheet], bytes]) -> tuple[Hit, ...]:
    """Return what stops a sheet; the day by which it is deleted stands in its notes, and may."""
    known = replace(hers, public=hers.public | day_codes(sheet.notes))
    return check_files({"names.pdf": printed(sheet)}, known).blocks


def _own_names(case: Case) -> Iterator[str]:
    """Yield, as a sheet says them, the names of adverse people in which no whole name of hers or a relative's is.

    The client's is looked for in the letters run together, a relative's in two words and more that follow each other:
    one word alone, such as "Lintian", is a given name of its own.
    """
    for answer in case.answers:
        name = answer.value
        if pattern_of(answer.path) in FIRST and isinstance(name, PersonName) and name.family and name.given:
            together, runs = tuple(_whole(name)), frozenset(_runs(name))
            hers = any(one in way for one in _of(case, SECOND) for way in together)
            if not hers and runs.isdisjoint(_of(case, RELATIVES)):
                yield said_of(name)


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
