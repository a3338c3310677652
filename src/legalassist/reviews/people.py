"""Who somebody is: when two ways to write a person are one person, and how many people some names are at the least.

Where two people must have read a text, a name that is typed otherwise is no second person: the codes of clinic.yaml in
any letters, a name in either order, with an initial, a dot or a comma, without the second word, in Chinese characters.
A doubt counts as the same person; somebody of the same name gets a code of their own in clinic.yaml.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations, product

from legalassist.errors import UsageError
from legalassist.languages.scripts import to_simplified

Words = tuple[str, ...]

SECOND = (
    "a second person who reads both languages: by a code of clinic.yaml, or, from outside the clinic, by name and how "
    'they are known (--known "teaches Chinese")'
)
"""How to name another person, for the hint of every refusal that asks for one."""

_TITLES = frozenset((
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "esq", "esquire", "atty", "attorney", "lawyer", "counsel", "jr",
    "sr", "ii", "iii", "supervisor", "supervising", "director", "manager", "coordinator", "caseworker", "worker",
    "paralegal", "assistant", "secretary", "intern", "fellow", "staff", "office", "clinic",
))  # fmt: skip
"""What stands beside a name, and alone names nobody."""
_NOBODY = frozenset((
    "i", "me", "myself", "self", "same", "us", "we", "somebody", "someone", "anybody", "colleague", "friend", "the",
    "a", "our", "reviewer", "translator", "interpreter",
))  # fmt: skip
_MACHINES = re.compile(
    r"\b(?:chatgpt|gpt\S*|openai|copilot|deepl|deepseek|google|bing|baidu|youdao|translate|machine|software|ai|app|bot)\b|"
    "百度|有道|谷歌|必应|腾讯|讯飞|机器|软件|人工智能"
)
"""Programs that translate: what one of them reads was read by nobody."""
_TITLES_HAN = re.compile(
    r"(?<=[\u3400-\u9fff])(?:律师|女士|先生|小姐|老师|博士|译员|翻译|主任|主管|经理|秘书|助理|社工|同事|督导)$"
)
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
# Letters of other alphabets that look like Latin ones.
_LOOKS_LIKE = str.maketrans("асеорхуіјкмтнѕԁαοрνι", "aceopxyijkmthsdaopvi")
_WORD = re.compile(r"[\u3400-\u9fff]+|[^\W_\u3400-\u9fff]+")
# Letters and figures that are read for one another.
_READ_AS = str.maketrans("l10", "iio")
_INITIALS = 3
_LONG = 5
"""From how many letters on one letter more, less or other is a slip of the keys, and no other name."""
_MOST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person of clinic.yaml: the code, the name as it is written in Latin letters, in characters, and the address."""

    code: str
    name: str
    native: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class People:
    """Everybody whom clinic.yaml gives a code; it answers who is meant, and whether two are one."""

    known: tuple[Somebody, ...] = ()

    def codes(self, said: str) -> tuple[str, ...]:
        """Return the codes of those who can be meant, by code or by name; nothing for somebody from outside."""
        return _codes(self, said)

    def same(self, one: str, other: str) -> bool:
        """Say whether two ways to write somebody can be one person; in doubt they are."""
        mine, theirs = self._persons(one), self._persons(other)
        if mine or theirs:
            return bool(mine & theirs)
        return _may_be(words_of(one), words_of(other))

    def count(self, said: Iterable[str]) -> int:
        """Return how many people some entries are: as many as there are of whom no two can be one."""
        return _counted(self, frozenset(said))

    def enter(self, said: str, known: str = "") -> str:
        """Return how somebody is entered: a code of clinic.yaml, or the name of somebody from outside the clinic.

        Raises UsageError for a name that fits several, for one from outside without how they are known, and one that is
        said to be from outside and can be somebody of the clinic.
        """
        found = self.codes(said)
        if len(found) == 1 and (not known.strip() or _plain(said) == found[0]):
            return found[0]
        if found and known.strip():
            message = f"this can be the name of {' or '.join(found)} in clinic.yaml, who is not from outside the clinic"
            raise UsageError(message, hint="somebody else of that name gets a code of their own in clinic.yaml")
        if found:
            message = f"this name fits more than one person of clinic.yaml: {', '.join(found)}"
            raise UsageError(message, hint="name the person by the code")
        if names_nobody(said):
            raise UsageError("this is no name", hint=f"name {SECOND}")
        if not any(map(str.isalpha, known)):
            codes = ", ".join(dict.fromkeys(one.code for one in self.known)) or "nobody"
            message = f"nobody in clinic.yaml has this code or name (it has: {codes})"
            raise UsageError(message, hint=f"name {SECOND}")
        return " ".join(unicodedata.normalize("NFKC", said).split())

    def _persons(self, said: str) -> frozenset[str]:
        """Return who can be meant; somebody who has two codes is one person, under the first."""
        return frozenset(self._first(code) for code in self.codes(said))

    def _first(self, code: str) -> str:
        mine = [one for one in self.known if one.code == code]
        return next(one.code for one in self.known if one.code == code or any(_namesakes(one, each) for each in mine))


NOBODY = People()
"""No clinic at hand: names are compared with one another alone."""


@lru_cache(maxsize=4096)
def _codes(people: People, said: str) -> tuple[str, ...]:
    """Return the codes of those who can be meant: by their code or address, else by the whole name, else by a part."""
    typed, words = _plain(said), words_of(said)
    ways: tuple[Callable[[Somebody], bool], ...] = (
        lambda one: typed in {one.code, _plain(one.email)},
        lambda one: any(_equal(words, name) for name in _names(one)),
        lambda one: _can_be(words, one),
    )
    found = (tuple(dict.fromkeys(one.code for one in people.known if fits(one))) for fits in ways) if words else ()
    return next(filter(None, found), ())


@lru_cache(maxsize=4096)
def _counted(people: People, said: frozenset[str]) -> int:
    apart: list[str] = []
    for who in sorted(said, key=lambda one: (len(people.codes(one)) != 1, -len(words_of(one)), one)):
        if words_of(who) and not any(people.same(who, one) for one in apart):
            apart.append(who)
    return len(apart)


def may_be_nobody_else(reader: str, other: str) -> bool:
    """Say whether a second reader may be the `other` person, or the name names nobody: then it is no second one."""
    return names_nobody(reader) or can_be_one(reader, other)


def can_be_one(one: str, other: str) -> bool:
    """Say whether two written names can be of one person, whoever that is; for names that no clinic.yaml knows."""
    return _may_be(words_of(one), words_of(other))


def same_name(one: str, other: str) -> bool:
    """Say whether two written names are one name, in either order, together or apart, in characters or in letters."""
    mine, theirs = words_of(one), words_of(other)
    return _equal(mine, theirs) or any(_equal(each, theirs) for each in _spoken(mine)) or any(
        _equal(mine, each) for each in _spoken(theirs)
    )  # fmt: skip


def words_of(said: str) -> Words:
    """Return the words of a name as they are compared: no case, accents, marks or titles, simplified characters."""
    return tuple(one.translate(_READ_AS) for one in _said_words(said))


def _said_words(said: str) -> Words:
    text = _TITLES_HAN.sub("", to_simplified(_plain(said)) if _HAN.search(said) else _plain(said))
    words = tuple(_WORD.findall(re.sub(r"(?<=\w)['’](?=\w)", "", text)))
    return tuple(one for one in words if one not in _TITLES) or words


def names_nobody(said: str) -> bool:
    """Say whether what was typed for a name is none: a letter, a title or role alone, a program."""
    if _MACHINES.search(to_simplified(_plain(said))):
        return True
    words = [word for word in _said_words(said) if word not in _TITLES | _NOBODY]
    return not any(len(word) > 1 or _HAN.search(word) for word in words)


def _plain(said: str) -> str:
    """Return what was typed without what nobody sees or says: case, accents, width, and letters of other alphabets."""
    parts = unicodedata.normalize("NFKD", said).casefold()
    seen = "".join(one for one in parts if unicodedata.category(one) not in {"Mn", "Cf"})
    return unicodedata.normalize("NFC", seen).translate(_LOOKS_LIKE).strip()


def _names(one: Somebody) -> Iterator[Words]:
    yield from (words_of(each) for each in (one.name, one.native) if each)


def _namesakes(one: Somebody, other: Somebody) -> bool:
    """Say whether two of clinic.yaml have one name: in Latin letters many do whose characters are others."""
    told_apart = one.native and other.native and words_of(one.native) != words_of(other.native)
    return not told_apart and _equal(words_of(one.name), words_of(other.name))


def _can_be(words: Words, one: Somebody) -> bool:
    """Say whether somebody of clinic.yaml can be meant, also with the code beside the name."""
    code = words_of(one.code)
    rest = tuple(word for word in words if word not in code)
    return not rest or any(_may_be(each, name) for each in {words, rest} for name in _names(one))


def _equal(one: Words, other: Words) -> bool:
    """Say whether two names have the same words, in either order, written apart or together."""
    return bool(one and other) and bool(_orders(one) & _orders(other))


def _orders(words: Words) -> frozenset[str]:
    """Return a name written together, from each of its words on."""
    return frozenset("".join((*words[at:], *words[:at])) for at in range(len(words)))


def _may_be(one: Words, other: Words) -> bool:
    """Say whether one name can be another, as it is written or as its characters are spelled in Latin letters."""
    ways = ((words, *_spoken(words)) for words in (one, other))
    return bool(one and other) and any(_may_be_written(*pair) for pair in product(*ways))


def _may_be_written(one: Words, other: Words) -> bool:
    """Say whether one name can be another, shortened: its words stand in it, whole or as their first letters."""
    short, long = sorted((one, other), key=len)
    if _equal(one, other) or (len(short) == 1 and _all_initials(short[0], long)):
        return True
    ways = permutations(long[:_MOST_WORDS], len(short)) if len(short) <= _MOST_WORDS else ()
    return any(all(map(_fits, short, way)) for way in ways) or _slip(one, other)


def _fits(word: str, other: str) -> bool:
    """Say whether a word stands for another: the same, or its first letter; of characters, a part of it."""
    if word == other:
        return True
    if _HAN.search(word) and _HAN.search(other):
        return any(long.startswith(part) or long.endswith(part) for part, long in ((word, other), (other, word)))
    return min(len(word), len(other)) == 1 and word[0] == other[0]


def _all_initials(word: str, long: Words) -> bool:
    """Say whether a word is the first letters of a name: ``je`` of Jordan Example."""
    return 1 < len(word) <= _INITIALS and len(word) == len(long) and word in _orders(tuple(one[0] for one in long))


def _slip(one: Words, other: Words) -> bool:
    """Say whether two names are the same but for one letter of one long word."""
    if len(one) != len(other) or len(one) == 1:
        return False
    for way in permutations(other[:_MOST_WORDS], len(one)) if len(one) <= _MOST_WORDS else ():
        wrong = [pair for pair in zip(one, way, strict=True) if pair[0] != pair[1]]
        if len(wrong) == 1 and min(map(len, wrong[0])) >= _LONG and _one_letter(*wrong[0]):
            return True
    return False


def _one_letter(word: str, other: str) -> bool:
    """Say whether one letter makes the difference: one more, one other, or two neighbours exchanged."""
    start = next((at for at, pair in enumerate(zip(word, other, strict=False)) if pair[0] != pair[1]), None)
    if start is None:
        return abs(len(word) - len(other)) == 1
    mine, theirs = word[start:], other[start:]
    swapped = mine[:2] == theirs[1::-1] and mine[2:] == theirs[2:]
    return swapped or mine[1:] == theirs[1:] or mine[1:] == theirs or mine == theirs[1:]


def _spoken(words: Words) -> Iterator[Words]:
    """Yield a name in characters, or with some in it, as it is spelled in Latin letters."""
    if not any(map(_HAN.match, words)):
        return
    from pypinyin import lazy_pinyin  # noqa: PLC0415 -- its tables take a quarter of a second of every command

    spelled = tuple(one for word in words for one in (lazy_pinyin(word) if _HAN.match(word) else (word,)))
    for way in dict.fromkeys((spelled, tuple(one.replace("v", "u") for one in spelled))):
        yield tuple(one.translate(_READ_AS) for one in way)
