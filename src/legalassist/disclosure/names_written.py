"""What is written as a name in a text: in capital letters, or in Chinese (老板陈伟, 陈伟和林芳, 老板是陈伟).

What is not clear is taken whole, as one name, where no character of a sentence stands in it; else nothing is taken.
"""

import re
from collections.abc import Iterator

from legalassist.disclosure.typed_people import is_company, is_title, person_in
from legalassist.disclosure.word_lists import (
    BUSINESSES,
    HAN_NO_ANSWERS,
    HAN_ROLES,
    HAN_TITLES_AFTER,
    HAN_TITLES_BEFORE,
    KINDS_OF_COMPANY,
    OPENERS,
    ROLES,
    SENTENCE_WORDS,
    SMALL_WORDS,
)
from legalassist.facts.names import COMPOUND_SURNAMES
from legalassist.languages.scripts import to_simplified

_BETWEEN_NAMES = re.compile(r"[\n,;()，；、（）。：:“”\"「」]|(?<!\w)(?:and|or)(?!\w)")
_ONE_WORD = r"(?:[A-Z][\w'’.-]*|\d{1,4}(?:st|nd|rd|th)?(?!\w))"
_WHOLE = re.compile(
    rf"(?<![\w#.-])(?:#\s?|No\.\s?)?{_ONE_WORD}(?:\s(?:(?:&|of|and|n)\s)?{_ONE_WORD}){{1,6}}(?![\w-])"
    r"|(?<!\w)(?:Mr|Mrs|Ms)\.?\s(?:and|&)\s(?:Mr|Mrs|Ms)\.?(?:\s[A-Z][\w'’-]*){1,2}"
)
"""Words that may be one business's name, with its numbers and the small words in it; and a couple."""
_RUN = re.compile(r"[\u3400-\u9fff]+")
_GRAMMAR = frozenset("的和是在了跟与及我他她")
"""Characters of a sentence, not of a name: characters with one are no name by themselves."""
_AND = re.compile("以及|[和跟与及與]")
_CALLED = re.compile("(?:的?名字)?(?:名叫|叫做|叫作|人称|外号|绰号|人稱|外號|綽號|姓名|名字)[是叫]?|[是叫]")
_ROLES = sorted(
    {one for one in (*ROLES, *HAN_ROLES) if not one.isascii() and len(one) > 1} - {"公司", "餐馆", "工厂", "店铺"},
    key=len,
    reverse=True,
)
"""What somebody is, the longest first."""
SHOP = re.compile("(?:店|馆|厅|厂|公司|所|院|发廊|超市|中心|酒楼|酒店|会所|工地|家)$")
_ANY_SHOP = re.compile(
    "(?:按摩|足疗|足浴|美甲|美发|中餐|外卖|洗衣|衣|餐|饭|酒|理发|装修|家政|中介|职介|会)?"
    "(?:店|馆|厅|厂|公司|工厂|餐馆|所|院|发廊|工地|超市|酒楼|酒店|店铺|家)"
)
"""A shop that has no name."""
_MOST = 2
_NUMBERED = re.compile(r"(?:[A-Z][\w'’.-]*\s){1,3}\d{1,3}")
"""A business with its number behind it: Spa 88."""
_OF = frozenset({"king", "queen", "house", "taste", "world", "best", "palace", "garden", "art", "home", "touch", "joy"})
"""What a business's name begins with before "of"; Peter of Golden Spa is two."""
_TRADES = frozenset({"trading", "garment", "construction", "contractors", "associates", "partners", "trucking"})


def names_written(value: str) -> Iterator[str]:
    """Yield what is written as a name in a text: quoted, Chinese between signs, or in capital letters.

    A name in letters and characters, and nothing else between two signs, is one: Zhou Tiezhu 周铁柱.
    """
    yield from re.findall(r"[“\"「『]([^”\"」』]{2,40})[”\"」』]", value)
    wholes = [one[0] for one in _WHOLE.finditer(value) if _is_one(one[0])]
    yield from wholes
    for whole in wholes:
        value = value.replace(whole, "\n")
    for piece in _BETWEEN_NAMES.split(value):
        latin, han = tuple(_in_capitals(piece)), han_written(piece)
        whole = " ".join(piece.split())
        if len(latin) == len(han) == 1 and whole in {f"{latin[0]} {han[0]}", f"{han[0]} {latin[0]}"}:
            if is_title(latin[0]):
                yield han[0]
            elif is_company(latin[0]) and person_in(han[0]):
                yield from (*latin, *han)
            else:
                yield f"{latin[0]} {han[0]}"
        else:
            yield from latin
            yield from han


def in_small_letters(value: str) -> Iterator[str]:
    """Yield, with capital letters, whole Chinese names that stand in small ones by themselves: boss chen wei."""
    for piece in _BETWEEN_NAMES.split(value):
        words = piece.split()
        while words and is_title(words[0]):
            words.pop(0)
        said = " ".join(words)
        if said.islower() and (SENTENCE_WORDS | SMALL_WORDS | OPENERS).isdisjoint(words) and person_in(said.title()):
            yield said.title()


def _is_one(said: str) -> bool:
    """Say whether words that hold a number, "&" or a small word are one name: 88 Palace, Perfect Nails & Spa LLC."""
    words = said.split()
    small = {"&", "of", "and", "n"}.intersection(words)
    if words[0].strip(".") in {"Mr", "Mrs", "Ms"} and small & {"&", "and"}:
        return True
    last = words[-1].strip(".,").lower()
    before = said.partition(" & ")[0].partition(" and ")[0]
    if last not in BUSINESSES or is_title(words[0]) or person_in(before) is not None:
        return bool(_NUMBERED.fullmatch(said)) and not BUSINESSES.isdisjoint(map(str.lower, words))
    if "and" in small and last not in KINDS_OF_COMPANY | _TRADES:
        return False
    if "of" in small:
        return words.index("of") == 1 and words[0].lower() in _OF
    return bool(small) or any(word[0].isdigit() or word[0] == "#" for word in words)


def _in_capitals(piece: str) -> Iterator[str]:
    """Yield what begins with capital letters in a piece of a text, without a sentence's first words."""
    for run in re.findall(r"(?:\b[A-Z][\w'’&.-]*\s?){1,6}", piece):
        words = run.split()
        while words and words[0].lower() in SENTENCE_WORDS:
            words.pop(0)
        if words:
            yield " ".join(words)


def han_written(piece: str) -> tuple[str, ...]:
    """Return what is written as a name among the characters of a piece of a text, between signs and other letters.

    What somebody is names nobody; alone it is returned all the same.
    """
    found = tuple(name for run in _together(_RUN.findall(piece)) for name in _names(run) if not is_nothing(name))
    beside = len(found) > 1 or any(one.isascii() and one.isalpha() for one in piece)
    return tuple(name for name in found if not is_role(name)) if beside else found


def is_nothing(said: str) -> bool:
    """Say whether Chinese characters say that there is nobody, or that nobody knows: 不知道."""
    return to_simplified("".join(said.split())) in HAN_NO_ANSWERS


def is_role(han: str) -> bool:
    """Say whether Chinese characters are what somebody is: 老板娘."""
    return to_simplified(han) in _ROLES or _ANY_SHOP.fullmatch(to_simplified(han)) is not None


def _together(runs: list[str]) -> list[str]:
    """Return runs of characters, with a surname put before a given name that stands behind a blank (陈 伟)."""
    found: list[str] = []
    for run in runs:
        before = found[-1] if found else ""
        family = len(before) == 1 or before in COMPOUND_SURNAMES
        if family and len(run) <= _MOST and person_in(before + run):
            found[-1] = before + run
        else:
            found.append(run)
    return found


def _names(run: str) -> Iterator[str]:
    """Yield the names in characters that follow each other."""
    if person_in(run) is None:
        for cut in (_AND, _CALLED):
            parts = [part for part in cut.split(run) if part]
            if parts and parts != [run] and all(map(_is_clear, parts)):
                yield from (name for part in parts for name in _names(part) if not is_role(name))
                return
        found = _beside_a_role(run)
        if found:
            yield from found
            return
    if not set(run) & _GRAMMAR or person_in(run) is not None:
        yield run


def _is_clear(part: str) -> bool:
    """Say whether characters are a name or a role, and nothing else."""
    return is_role(part) or _is_name(part) or bool(_beside_a_role(part)) or bool(SHOP.search(part))


def _is_name(han: str) -> bool:
    """Say whether characters are what a person is called: 陈伟, 红姐, 阿强."""
    if is_role(han):
        return False
    after = any(han.endswith(one) and 0 < len(han) - len(one) <= _MOST for one in HAN_TITLES_AFTER)
    before = any(han.startswith(one) and 0 < len(han) - len(one) <= _MOST for one in HAN_TITLES_BEFORE)
    return after or before or person_in(han) is not None


def _beside_a_role(run: str) -> tuple[str, ...]:
    """Return who is named behind or before what they are, with the shop it is said of."""
    simplified = to_simplified(run)
    for role in _ROLES:
        before, found, _ = simplified.partition(role)
        rest = run[len(before) + len(role) :]
        shop = run[: len(before)].removesuffix("的")
        if found and rest and _is_name(rest) and (not shop or (SHOP.search(shop) and not set(shop) & _GRAMMAR)):
            return (shop, rest) if shop and not _ANY_SHOP.fullmatch(shop) else (rest,)
        if found and not rest and len(before) > 1 and person_in(run[: len(before)]) is not None:
            return (run[: len(before)],)
    return ()
