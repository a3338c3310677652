"""Whether a name in a text stands by itself, as an adverse person's does in a list, or in a sentence about somebody.

"He also hurt Lin Mei, Gao Hong" is a list too, of people who were hurt: what follows such a sentence goes on with it.
"""

import re
from collections.abc import Iterator, Sequence

from legalassist.disclosure.folding import is_han
from legalassist.disclosure.word_lists import (
    BESIDE_ADVERSE,
    BUSINESSES,
    FELLOWS,
    GENERIC,
    HOUSEHOLD,
    ROLES,
    TITLE_WORDS,
    TITLES,
)
from legalassist.placement.fit_names import is_place
from legalassist.placement.her_words import HerWords, Share, says_whose, words_of
from legalassist.placement.names import WHOSE_BOSS, named
from legalassist.placement.typed_names import person_in, sentences

_SEGMENTS = re.compile(r"[\n;；。]")
_ITEMS = re.compile(r"[,，、():（）：/“”\"]|(?<!\w)(?:a\.?k\.?a\.?|alias)(?!\w)")
_BESIDE = (TITLES | TITLE_WORDS | ROLES | BESIDE_ADVERSE) - FELLOWS
_TO_A_BUSINESS = frozenset({"at", "of", "from", "in", "for", "by", "with", "runs", "owns", "operates", "to", "and"})
_OWNER = re.compile(r"(?i)\b(?:owners? of|owns|runs|operates)(?: the)?\s*$")
_HURT_HAN = re.compile("[打害卖骗逼虐伤欺锁]|一起|跟|同住|也被")
"""What a Chinese sentence says of somebody who was hurt, or lived with her."""
_FELLOW_HAN = re.compile("^(?:[也是我的]*)(?:同事|工友|室友|朋友|姐妹|受害人?|受害者)们?$|一起|也被|也是受害")
_VICTIMS = frozenset({"survivor", "survivors", "victim", "victims"})
_PASSIVE = frozenset({"was", "were"})
_VERB = re.compile("[打害卖骗带找逼抓欠救陪帮]..")
"""A sentence whose name follows without a sign: 打林美."""
_SMALL = frozenset({"of", "and", "the", "de", "la", "le", "du", "van", "von", "da", "in", "at", "on", "for", "y"})
"""What stands small in a name that was quoted."""
_TIED = re.compile(
    r"([^\n,;()（），；]+?)\s*"
    r"(?:[(（]([^)）]*)[)）]|(?<!\w)(?:a\.?k\.?a\.?|alias|known as|called)(?!\w)\s*([^\n,;()（）]+))"
)
"""Two names of one person: "Rose (Amy)", "Amy aka Rose"."""


def stands_alone(said: str, text: str, people: HerWords, *, employer: bool = False) -> bool:
    """Say whether a name in a text stands by itself, or beside what an adverse person is ("my boss").

    So does a business wherever it stands, and whoever is said to be the client's ("Amy's boss"; `people`: all names of
    hers). "He also hurt Lin Mei, Gao Hong", "Lin Mei's boss", "Amy aka Rose" and small letters do not.
    """
    last = words_of(said)[-1:]
    if not any(map(is_han, said)):
        if last and last[0] in BUSINESSES | GENERIC:
            return True
        if any(one.islower() and one not in _SMALL for one in said.split()):
            return False
    elif _VERB.match(said) and person_in(said) is None:
        return False
    if any(said in other and people.share_of(one) is Share.ALL for one, other in _tied(text)):
        return False
    allowed = _BESIDE | people.words | (HOUSEHOLD | BUSINESSES | GENERIC | {"s"} if employer else frozenset())
    return any(said in item and not doubted for item, doubted in _judged(text, allowed, people))


def _judged(text: str, allowed: frozenset[str], people: HerWords) -> Iterator[tuple[str, bool]]:
    """Yield the items of a text, with whether what is named in each stands in a sentence."""
    for segment in (one for sentence in sentences(text) for one in _SEGMENTS.split(sentence)):
        goes_on = False
        found: list[tuple[str, bool]] = []
        for item in filter(None, (" ".join(one.split()).strip(" .") for one in _ITEMS.split(segment))):
            names = [said for said, _ in named(item)]
            rest = words_of(_rest(item, names, people))
            if found and _tells_of_a_fellow(item, rest, names):  # "Lin Mei, my coworker"
                found = [(one, True) for one, _ in found]
            if not allowed.issuperset(rest):
                ends = any(item.removesuffix("'s").endswith(one) for one in names)
                goes_on = not FELLOWS.isdisjoint(rest) or (ends and not _is_business(names[-1]))
                found.append((item, True))
            elif _HURT_HAN.search(item) and WHOSE_BOSS.search(item) is None and len(item) > 2:  # noqa: PLR2004 - a name
                goes_on = not names
                found.append((item, goes_on))
            else:
                found.append((item, goes_on))
        yield from found


def _tells_of_a_fellow(item: str, rest: Sequence[str], names: Sequence[str]) -> bool:
    """Say whether a piece without a name of its own says that who stands before it was hurt, or worked, with her."""
    if _FELLOW_HAN.search(item):
        return True
    passive = not _PASSIVE.isdisjoint(rest) and ROLES.isdisjoint(rest)
    return not names and (passive or not (FELLOWS | _VICTIMS).isdisjoint(rest))


def _rest(item: str, names: Sequence[str], people: HerWords) -> str:
    """Return what stands beside the names in a piece of a text, without digits, characters, and words for where."""
    rest = item
    for name in sorted(names, key=len, reverse=True):
        before, found, after = rest.partition(name)
        if found and (_is_business(name) or _OWNER.search(before)):
            head, _, word = before.rstrip().rpartition(" ")
            before = f"{head} " if word.lower() in _TO_A_BUSINESS else before
        if found and people.share_of(name) is Share.ALL:
            after = re.sub(r"^['’]s?(?!\w)", "", after)
        rest = f"{before} {after}" if found else rest
    rest = re.sub(r"(?<!\w)(?:and|or)(?!\w)|\d+(?:st|nd|rd|th)?", " ", rest)
    return "".join(" " if is_han(one) else one for one in rest)


def _is_business(name: str) -> bool:
    return name.rpartition(" ")[2].lower() in BUSINESSES or is_place(name)


def _tied(text: str) -> Iterator[tuple[str, str]]:
    """Yield what is said to be one person's two names, each with the other; "Amy's husband" is no name."""
    for found in _TIED.finditer(text):
        one, other = found[1], found[2] or found[3] or ""
        yield from (pair for pair in ((one, other), (other, one)) if not (says_whose(pair[0]) or "的" in pair[0]))
