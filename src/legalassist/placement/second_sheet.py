"""The second sheet for a firm: the client's names, and nothing that was written beside one.

Another name is often entered as it was told: "Rose, WeChat ...", "Lily at Lucky Star Massage". What stands in it beside
a name goes to nobody: it is looked for in each name, and the finished file is searched for every number, code, address
and day of the case.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from legalassist.cases.case import Case
from legalassist.disclosure.exact_days import day_codes
from legalassist.disclosure.folding import fold, is_han
from legalassist.disclosure.identifiers import Identifiers
from legalassist.disclosure.leaks import check_files, check_text
from legalassist.disclosure.number_words import english_digits
from legalassist.disclosure.numbers import Code, Phrase
from legalassist.disclosure.word_lists import BUSINESSES, STREETS
from legalassist.documents.tables import Sheet
from legalassist.errors import DocumentError
from legalassist.facts.paths import pattern_of
from legalassist.facts.values import Address, PersonName
from legalassist.placement.fit_names import LONG, NUMBER, PLACE, misfit
from legalassist.placement.names import RELATIVES, SECOND, Row, said_of, still_answered
from legalassist.placement.remarks import has_remark
from legalassist.placement.typed_names import person_in
from legalassist.stores.spelling import plain, sounds

_HINT = (
    "correct the answer: a name alone, each as a name of its own (client.other_names[1].name, and [2]); one that is "
    "truly written so is asked about by telephone"
)
_ABOUT = "something of the case beside a name"
_HERS = ("client.name", "client.other_names")
_CHINESE = 4
_KINDS = frozenset({"masseuse", "shelter", "waitress"})
_WORK_HAN = re.compile("小姐|技师|按摩|足[疗浴]|洗脚|妈咪")
"""What somebody is called at work: it tells which."""
_WHOLE = frozenset({1, 2, 5})
"""The rules of places, and of whole names; a part of somebody's name may be the client's as well."""


def fitting_second(rows: Sequence[Row], case: Case, known: Identifiers) -> tuple[Row, ...]:
    """Return the rows that hold a name alone; raises DocumentError for another that still stands.

    What does not fit in an answer that was corrected since is left out.
    """
    facts = (*SECOND, *RELATIVES)
    wrong: dict[str, str] = {}
    for answer in case.answers:
        name = answer.value
        if pattern_of(answer.path) in facts and isinstance(name, PersonName):
            why = _wrong(name, case, known) or (_ABOUT if _called_so(answer.path, name, case, known) else "")
            wrong |= {said_of(name): why} if why else {}
    sent = {said for said, _ in rows}
    for path, value in still_answered(case, facts):
        if isinstance(value, PersonName) and (said := said_of(value)) in wrong and said in sent:
            raise DocumentError(f"nothing was written: a name in {path} holds {wrong[said]}", hint=_HINT)
    return tuple(row for row in rows if row[0] not in wrong)


def check_second_sheet(sheet: Sheet, known: Identifiers, printed: Callable[[Sheet], bytes]) -> None:
    """Refuse a second sheet that holds a number, a code, an address or a day of the case; raises DocumentError.

    A code of letters alone may be the client's own name (her mail address), and tells no more than it.
    """
    numbers = tuple(one for one in known.numbers if not (isinstance(one, Code) and _letters_alone(one)))
    wanted = Identifiers(numbers=numbers, dates=known.dates, public=known.public | day_codes(sheet.notes))
    found = check_files({"names.pdf": printed(sheet)}, wanted).blocks
    if found:
        listed = "\n  ".join(map(str, found))
        raise DocumentError(f"nothing was written: the sheet would tell more than names\n  {listed}", hint=_HINT)


def _letters_alone(code: Code) -> bool:
    return not any(one.isdigit() for form in code.forms for one in form)


def _wrong(name: PersonName, case: Case, known: Identifiers) -> str:
    """Return what a name holds beside a name, as words for a message; nothing where it is one."""
    why = misfit(said_of(name), in_parts=True)
    if why or has_remark(name) or _WORK_HAN.search(said_of(name)):
        return why or LONG
    for part in _told(name):
        if len(re.findall(r"\d", english_digits(part))) > 1:  # "Born Nineteen Eighty Seven"; "Seven" is a name
            return NUMBER
        if not _streets(case).isdisjoint(map(plain, part.split())) or any(map(_is_street, part.split()[1:])):
            return PLACE
        if _found(part, known) or _shares_words(part, known):
            return _ABOUT
    return ""


def _called_so(path: str, name: PersonName, case: Case, known: Identifiers) -> bool:
    """Say whether a part of another name of the client's is a town or a business of the case ("Rose Fuqing").

    A part that her first name has as well may be called so.
    """
    if path == SECOND[0] or not path.startswith("client."):
        return False
    own = {plain(part) for answer in case.answers if answer.path == SECOND[0] for part in _parts(answer.value)}
    spelled = {one.spelling for one in known.phrases} | {one.full for one in known.han if not one.person}
    return not spelled.isdisjoint({plain(part) for part in _parts(name)} - own)


def _parts(name: object) -> Iterator[str]:
    if isinstance(name, PersonName):
        yield from filter(None, (name.family, name.given, name.middle, name.native))


def _told(name: PersonName) -> Iterator[str]:
    """Yield the parts of a name that can hold more than it: several words, and characters that read as no name."""
    for part in (name.family, name.given, name.middle):
        if len(re.findall(r"[^\W_]+", part)) > 1 or (any(map(is_han, part)) and person_in(part) is None):
            yield part
    if name.native and person_in(name.native) is None:
        yield name.native


def _found(part: str, known: Identifiers) -> bool:
    """Say whether a part of a name holds a place, a business or another's whole name; as a whole it may be one."""
    whole = {plain(part), "".join(filter(is_han, fold(part)))}
    others = replace(
        known,
        people=tuple(one for one in known.people if not one.names[0].path.startswith("client.")),
        han=tuple(one for one in known.han if not one.path.startswith(_HERS) and one.full not in whole),
        own_words=(),
    )
    spelled = {phrase.spelling for phrase in known.phrases} | {han.full for han in known.han if not han.person}
    if not whole.isdisjoint(spelled):
        return False
    return not spelled.isdisjoint(_heard(part)) or any(hit.rule in _WHOLE for hit in check_text(part, others).blocks)


def _shares_words(part: str, known: Identifiers) -> bool:
    """Say whether a part of several words has two of a business's or a shelter's, or says what a place is ("Spa")."""
    words = [one.lower() for one in re.findall(r"[^\W_]+", part)]
    pairs = {pair for phrase in known.phrases if isinstance(phrase, Phrase) for pair in pairwise(phrase.words)}
    kinds = (one for one in words[1:] if len(one) > _CHINESE)
    return not pairs.isdisjoint(pairwise(words)) or any(one in BUSINESSES or one in _KINDS for one in kinds)


def _heard(part: str) -> Iterator[str]:
    """Yield how runs of the characters of a part sound: the town may be on record in letters alone."""
    han = "".join(filter(is_han, fold(part)))
    runs = (han[at:end] for at in range(len(han)) for end in range(at + 2, min(at + _CHINESE, len(han)) + 1))
    yield from (sound for run in runs for sound in sounds(run)[:1])


def _streets(case: Case) -> frozenset[str]:
    """Return the words of the streets of the case, without what streets are called and numbers."""
    found: set[str] = set()
    for answer in case.answers:
        if isinstance(answer.value, Address):
            words = [one for one in re.findall(r"[^\W\d_]+", answer.value.street) if len(one) > _CHINESE - 1]
            found |= {plain(one) for one in words} - STREETS
    return frozenset(found)


def _is_street(word: str) -> bool:
    return word.strip(".,").lower() in STREETS - {"st", "lane", "ln"}
