"""Who may sign a release: nobody for another adult, a safe guardian beside a child, an adverse person never.

A guardian's name is compared by the leak search, both ways round: it knows titles, initials, other spellings, and how
characters sound. What it would only ask about refuses as well, for whoever harmed a child never signs for it.
Sources: 34 U.S.C. 12291(b)(2)(B)-(D), 28 CFR 90.4.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, product

from legalassist.cases.case import Case
from legalassist.disclosure.folding import fold, is_han
from legalassist.disclosure.han_names import words
from legalassist.disclosure.identifiers import Identifiers, identifiers_of_people
from legalassist.disclosure.leaks import check_text
from legalassist.disclosure.names_written import names_written
from legalassist.disclosure.romanisations import elsewhere
from legalassist.disclosure.word_lists import (
    GENERIC,
    HAN_TITLES_AFTER,
    HAN_TITLES_BEFORE,
)
from legalassist.errors import UsageError
from legalassist.facts.names import split_native
from legalassist.facts.paths import pattern_of
from legalassist.facts.values import PersonName
from legalassist.placement.kinship import TIE, kin_said, meant_by_role
from legalassist.placement.names import FIRST, RELATIVES, SECOND, said_of
from legalassist.placement.releases import Granted
from legalassist.placement.written_names import BESIDE_NAMES, Written, written
from legalassist.stores.spelling import pieces, plain, sounds, within

_OF_NAMES = frozenset(range(2, 8))
"""Rules of the leak search that find names; the others ask about words that tell."""
_GIVEN, _PART = 3, 4
"""Rules that find a part of a name alone: a given name, and what is short, such as a surname that many have."""
_HAN_TITLES = frozenset((*HAN_TITLES_BEFORE, *HAN_TITLES_AFTER))
_LONGEST_NAME, _LONGEST = 4, 120
"""Words, or characters of Chinese, of a name; and letters of what somebody may be called in one line."""
_BEFORE, _TITLE = "signed by", "Xiao"
_INSTEAD = (
    "name another guardian (a court or agency may name one); an answer that is wrong an attorney strikes, for one that "
    "was replaced counts too: legalassist case redact CASE PATH --why REASON"
)

_NOT_MEANT = (
    "name another guardian or interpreter; or an attorney, who knows that this is not the relative meant, records it "
    "and why: --not-meant REASON"
)

_OTHER_INTERPRETER = "read it through another interpreter, an agency by telephone too, and name that one"
_INTERPRETERS = frozenset({"interpreter", "translator", "operator", "interpreterid", "翻译", "口译", "口译员"})
_NUMBERED = re.compile(r"(?i)\W+(?:(?:no|id|nr)\W+)?#?\s*\d{2,}\W*$")
"""The number an agency gives an interpreter: "Language Line #4412"."""
_NO_ROLE = "write the name on their papers, or name another guardian"
_APPOINTED = (
    "leave --safe-guardian out; where a court appointed a guardian, an attorney records its order: --appointed ORDER"
)
_WHOLE = (
    "write the whole name on their papers; or an attorney, who saw that this is the whole name, records how: "
    "--name-seen REASON"
)

Said = tuple[str, str]
"""A fact's path, and a name or a text it holds."""


def check_signer(release: Granted, case: Case, *, minor: bool, adverse_known: Identifiers) -> None:
    """Refuse a release that somebody else had to sign, or that an adverse person may have signed; raises UsageError.

    `minor`: whether the person it is about is under 18 today, or nobody knows; `adverse_known`: what the leak search
    knows of the adverse people and businesses of the case.
    """
    if plain(release.interpreter) not in {"", "none"}:
        _check_interpreter(release.interpreter, case, adverse_known)
    _check_kin(release, case)
    if plain(release.interpreter) not in {"", "none"}:
        _check_outside(release.interpreter, case)
    if minor and release.signer != "safe guardian":
        message = "this person is under 18, or the birth date is not known: a safe guardian signs with them"
        raise UsageError(message, hint="add --safe-guardian NAME, or answer the birth date")
    if release.signer != "safe guardian":
        if release.whose and release.signer == "client":
            raise UsageError("nobody signs for another adult", hint="leave the names out, or ask them themselves")
        own = tuple(_names_of(case, release.whose)) if release.whose else ()
        _check_adverse("this relative", map(said_of, own), case, adverse_known, parts=False)
        if own:
            _check_written("this relative", map(_in_capitals, own), release)
        return
    _check_guardian(release, case, adverse_known, minor=minor)


def _check_guardian(release: Granted, case: Case, adverse_known: Identifiers, *, minor: bool) -> None:
    """Refuse a guardian who may not sign for this person; raises UsageError."""
    if not minor and not release.appointed:
        raise UsageError("this person is 18 or older, and nobody signs for another adult", hint=_APPOINTED)
    if minor and not release.child:
        message = "a guardian signs with the child, not instead of it: it is not said whether the child signed"
        raise UsageError(message, hint="add --child signed, or --child too-young")
    if not _named(release.signed_by):
        message = "the guardian who signed is not named"
        raise UsageError(message, hint="add the name as papers write it, no role: --safe-guardian NAME")
    _check_adverse("the guardian", (release.signed_by,), case, adverse_known)
    whose = release.whose or "client"
    if _same(release.signed_by, tuple(_names_of(case, whose))):
        message = "the guardian's name is, or may be, the child's own: nobody is their own guardian"
        raise UsageError(message, hint="write the guardian's whole name as papers write it, or name another guardian")
    _check_written("the guardian", (release.signed_by,), release)


def _check_interpreter(said: str, case: Case, known: Identifiers) -> None:
    """Refuse an interpreter who is named by a role, or is an adverse person; raises UsageError.

    Of a whole name the whole is compared, for many interpreters share a surname; of another (老周) every part.
    """
    bare = _NUMBERED.sub("", said)
    by_number = bare != said and not _is_role_but_interpreter(bare)
    how = written(bare)
    _check_adverse("the interpreter", (said,), case, known, parts=how is not Written.NAME)
    if how is Written.ROLE and written(bare.title()) is Written.ROLE and not by_number:
        raise UsageError("the interpreter is not named: a role is no name", hint="add --interpreter NAME, or 'none'")


def _check_outside(said: str, case: Case) -> None:
    """Refuse an interpreter who is the client, or one of her family in the case; raises UsageError."""
    bare = _NUMBERED.sub("", said)
    rows = ("client", *dict.fromkeys(path.partition("].")[0] + "]" for path in _paths_of(case, RELATIVES)))
    theirs = next((row for row in rows if _same(bare, tuple(_names_of(case, row)))), "")
    if theirs:
        message = (
            f"the interpreter has, or may have, the name of {theirs}: somebody outside of the case reads it to her"
        )
        raise UsageError(message, hint=_OTHER_INTERPRETER)


def _is_role_but_interpreter(said: str) -> bool:
    """Say whether somebody with a number is called by a role: "Uncle 6" is, "Interpreter 55" of an agency is not."""
    return written(said.title()) is Written.ROLE and plain(said) not in _INTERPRETERS


def _check_written(who: str, names: Iterable[str], release: Granted) -> None:
    """Refuse somebody who is named by no whole name: a role is never one, the rest an attorney may know; UsageError."""
    how = min(map(written, names), key=list(Written).index)
    if how is Written.ROLE or (how is Written.UNSURE and not release.name_seen):
        message = f"{who} is not named as papers write a name: a family name and a given name, no role, no title"
        raise UsageError(message, hint=_WHOLE if how is Written.UNSURE else _NO_ROLE)


def _in_capitals(name: PersonName) -> str:
    """Return a relative's name as passports write it; the case may have it in small letters."""
    return said_of(name).upper()


def _check_kin(release: Granted, case: Case) -> None:
    """Refuse whoever may be the relative that the answers name by a role alone ("her mother"); raises UsageError.

    Unless an attorney recorded that they are not the one meant. Somebody who is no relative in the case may be the one
    as well, under a name that nobody wrote down; the client herself, who signs for a child of hers, is not.
    """
    meant = meant_by_role(case)
    if release.not_meant or not meant.paths:
        return
    guardian = (release.signed_by,) if release.signer == "safe guardian" else ()
    through = (release.interpreter,) if plain(release.interpreter) not in {"", "none"} else ()
    rows = {path.partition("].")[0] + "]" for path in _paths_of(case, RELATIVES)}
    named = {row for row in rows for one in guardian if _same(one, tuple(_names_of(case, row)))}
    stranger = bool(guardian) and not named and not _same(release.signed_by, tuple(_names_of(case, "client")))
    asked = {release.whose} if release.signer == "the person" else set()
    heard = {row for row in meant.rows for one in through if _same(one, tuple(_names_of(case, row)))}
    if (named | asked | heard) & meant.rows or (stranger and meant.strangers):
        message = f"who signs or interprets may be the relative who is meant by a role in {', '.join(meant.paths)}"
        raise UsageError(message, hint=_NOT_MEANT)


def _paths_of(case: Case, facts: Sequence[str]) -> Iterator[str]:
    """Yield the paths of all answers to some facts."""
    yield from (answer.path for answer in case.answers if pattern_of(answer.path) in facts)


def _named(signer: str) -> bool:
    """Say whether a text may name anybody: a word written as a name, or characters, that is no title or letter alone.

    Names of words that open a sentence ("He Jie"), and other scripts, may; `written` says what an attorney knows alone.
    """
    if len(signer) > _LONGEST:
        return False
    if written(signer) is not Written.ROLE and len(re.findall(r"[^\W\d_]{2,}", signer)) >= 1 + signer.isascii():
        return True
    words = [one for one in re.findall(r"[^\W\d_]{2,}", fold(signer)) if one.isascii()]
    if any(one[0].isupper() and one.lower() not in BESIDE_NAMES for one in words):
        return True
    han = "".join(filter(is_han, fold(signer)))
    return bool(han) and han not in _HAN_TITLES


def _check_adverse(
    who: str, said: Iterable[str], case: Case, known: Identifiers, *, parts: bool = True
) -> None:  # fmt: skip
    """Refuse somebody whose name is an adverse one in any writing; raises UsageError with the answer's path.

    `parts`: whether a part alone, such as the surname, is refused too: among relatives, and among all who interpret,
    many share one.
    """
    rules = _OF_NAMES if parts else _OF_NAMES - {_GIVEN, _PART}
    found = {path for one in said for path in _adverse_paths(one, case, known, rules)}
    if found:
        message = f"{who} has, or may have, the name of an adverse person, who never signs ({', '.join(sorted(found))})"
        raise UsageError(message, hint=_INSTEAD)


def _adverse_paths(signer: str, case: Case, known: Identifiers, rules: frozenset[int]) -> Iterator[str]:
    """Yield the facts whose adverse names a signer's name shows, or that show the signer's."""
    yield from (hit.identifier for way in _ways(signer) for hit in check_text(way, known).hits if hit.rule in rules)
    own = _known(_as_said(signer))
    for path, said in _adverse_texts(case):
        if any(_hits(way, _known((one,))) & rules for one in _people(said) for way in _ways(signer)):
            yield path
        if any(_hits(way, own) & rules - {_PART} for way in (said, _heard(said))):
            yield path
        if _GIVEN in rules and any(plain(signer) in within(piece) for piece in pieces(said)):
            yield path
    if _GIVEN in rules:
        yield from (path for path, tie in _ties(case) if any(plain(signer) in within(piece) for piece in pieces(tie)))


def _adverse_texts(case: Case) -> Iterator[Said]:
    """Yield the adverse names as said, whole answers where they are texts; superseded ones, and those of kin, too."""
    for answer in case.answers:
        if pattern_of(answer.path) in FIRST:
            match answer.value:
                case PersonName():
                    yield answer.path, said_of(answer.value)
                case str():
                    yield answer.path, answer.value
    yield from ((kin.path, kin.name) for kin in kin_said(case) if kin.name and pattern_of(kin.path) not in FIRST)


def _ties(case: Case) -> Iterator[Said]:
    """Yield what adverse people are to her; superseded ones too. Whoever is named by it alone is that person."""
    for answer in case.answers:
        if pattern_of(answer.path) == TIE and isinstance(answer.value, str):
            yield answer.path, answer.value


def _names_of(case: Case, whose: str) -> Iterator[PersonName]:
    """Yield every name of the client or of a relative, superseded ones too."""
    for answer in case.answers:
        own = answer.path.startswith(f"{whose}.") and pattern_of(answer.path) in (*SECOND, *RELATIVES)
        if own and isinstance(answer.value, PersonName):
            yield answer.value


def _same(signer: str, child: Sequence[PersonName]) -> bool:
    """Say whether a signer's name may be one of the child's: a part may be shared by a family, a whole name is not."""
    if plain(signer) in {plain(one) for name in child for one in (name.native, said_of(name)) if one}:
        return True  # in another script, too
    names, own = _known(child), _known(_as_said(signer))
    rules = {rule for way in _ways(signer) for rule in _hits(way, names)}
    rules |= {rule for name in child for rule in _hits(said_of(name), own)} - {_PART}
    return bool(rules - {_GIVEN, _PART} if _whole(signer) else rules)


def _known(names: Iterable[PersonName]) -> Identifiers:
    """Return what the leak search knows of one person under all these names."""
    return identifiers_of_people(("somebody.name", name) for name in names)


def _whole(signer: str) -> bool:
    """Say whether somebody is named by more than a part of a name."""
    return len(_words(signer)) > 1 or len(_bare(signer)) > 1


def _hits(text: str, known: Identifiers) -> set[int]:
    return {hit.rule for hit in check_text(text, known).hits} & _OF_NAMES


def _ways(signer: str) -> Iterator[str]:
    """Yield a name as typed, with capital letters, and how its characters sound, surname and given name apart.

    Within a line too: the search asks about a surname that opens a sentence only in a short one.
    """
    yield from dict.fromkeys((signer, signer.title(), *((signer.upper(),) if len(signer.split()) == 1 else ())))
    yield f"{_BEFORE} {signer.title()}"
    family, given = split_native(_bare(signer))
    for parts in product(sounds(family) or ("",), sounds(given) or ("",)):
        heard = " ".join(part.title() for part in parts if part)
        yield from (heard, f"{_TITLE} {heard}") if _bare(signer) != "".join(filter(is_han, fold(signer))) else (heard,)


def _bare(said: str) -> str:
    """Return the characters of a name without the titles around it (``老周`` -> ``周``)."""
    han = "".join(filter(is_han, fold(said)))
    for title in HAN_TITLES_BEFORE:
        han = han.removeprefix(title) or han
    for title in HAN_TITLES_AFTER:
        han = han.removesuffix(title) or han
    return han


def _heard(text: str) -> str:
    """Return how the characters of a text sound, by the syllable: a name may stand in a Chinese sentence."""
    return " ".join(sounds(one)[0].title() for one in text if sounds(one))


def _words(said: str) -> list[str]:
    """Return the words of a name in Latin letters, without titles."""
    words = [one for one in re.findall(r"[^\W\d_]+", fold(said)) if one.isascii()]
    return [one for one in words if one.lower() not in BESIDE_NAMES]


def _people(text: str) -> Iterator[PersonName]:
    """Yield who may be named in a text, the surname also as it is usually spelled elsewhere.

    Nobody knows which word is the surname, so the first is tried, and the last.
    """
    for name in _as_said(text):
        yield name
        native = split_native(name.native)[0]
        for other in elsewhere(plain(name.family), native, surname=True) if name.family.isascii() else ():
            yield PersonName(other.title(), name.given, name.middle)


def _as_said(text: str) -> Iterator[PersonName]:
    """Yield who may be named in a text, as it is spelled there, or as its characters sound."""
    for said in dict.fromkeys((*names_written(text), text)):
        words = _words(said)
        if 0 < len(words) <= _LONGEST_NAME and not {one.lower() for one in words} & GENERIC:
            first, *between, last = words if len(words) > 1 else ("", *words)
            yield PersonName(last, first, " ".join(between))
            if first:
                yield PersonName(first, last, " ".join(between))
                yield PersonName(first, "".join((*between, last)))
    for han in dict.fromkeys(map(_bare, _in_chinese(text))):
        family, given = split_native(han) if len(han) > 1 else (han, "")
        for heard in sounds(family)[:1]:
            yield PersonName(heard.title(), "".join(sounds(given)[:1]).title(), native=han)


def _in_chinese(text: str) -> Iterator[str]:
    """Yield what may be a name among the characters of a text, as its words are cut; ordinary words are none."""
    from rjieba import cut  # noqa: PLC0415 -- its list takes a tenth of a second; only Chinese needs it

    for run in re.findall(r"[\u3400-\u9fff]+", fold(text)):
        if len(run) <= _LONGEST_NAME:
            yield run
            continue
        found = tuple(cut(run))
        yield from (one for one in found if len(one) > 1 and one not in _HAN_TITLES | words())
        yield from (a + b for a, b in pairwise(found) if (len(a), len(b)) == (1, 2) and b not in _HAN_TITLES | words())
