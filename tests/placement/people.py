"""Invented clients by the hundred: Chinese and Latin names, and canaries in every answer that identifies somebody."""

import datetime as dt
import random
from collections import defaultdict
from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from functools import cache

from one_library import LIBRARY
from placement.offered import MEI, YES

from legalassist.api.opening import open_case
from legalassist.cases.answer import Answer, Said, State
from legalassist.cases.case import Case
from legalassist.disclosure.romanisations import syllables
from legalassist.facts.dates import PartialDate
from legalassist.facts.paths import pattern_of
from legalassist.facts.values import Address, ExhibitAtHand, PersonName, Spoken
from legalassist.interviews.schema import Interview
from legalassist.placement.names import FIRST, SECOND
from legalassist.stores.spelling import sounds


def _listed(text: str) -> tuple[str, ...]:
    return tuple(text.split())


FAMILIES = _listed("""
    王wang 李li 张zhang 刘liu 陈chen 杨yang 黄huang 赵zhao 吴wu 周zhou 徐xu 孙sun 马ma 朱zhu 胡hu 郭guo
    何he 高gao 林lin 郑zheng 谢xie 罗luo 梁liang 宋song 唐tang 许xu 韩han 冯feng 邓deng 曹cao 彭peng
    曾zeng 肖xiao 田tian 董dong 袁yuan 潘pan 于yu 蒋jiang 蔡cai 余yu 杜du 叶ye 程cheng 魏wei 苏su 吕lu
    丁ding 任ren 安an 方fang 时shi 常chang 万wan 能neng
""")
GIVEN = _listed("""
    伟wei 芳fang 娜na 敏min 静jing 丽li 强qiang 磊lei 军jun 洋yang 勇yong 艳yan 杰jie 娟juan 涛tao
    明ming 超chao 兰lan 霞xia 平ping 刚gang 桂gui 英ying 华hua 玉yu 梅mei 萍ping 红hong 玲ling 芬fen
    燕yan 彩cai 春chun 菊ju 凤feng 洁jie 琳lin 素su 云yun 莲lian 真zhen 环huan 雪xue 荣rong 爱ai 妹mei
    香xiang 月yue 莺ying 媛yuan 瑞rui 凡fan 佳jia 嘉jia 乐le 安an 人ren 门men 能neng 长chang 龙long
    海hai 和he 德de 福fu 达da 天tian 高gao 兴xing 法fa 律lv 文wen 书shu 方fang 国guo
""")
ENGLISH = ("Amy", "Lucy", "Grace", "Jenny", "Vivian", "Coco", "Fiona", "Lily", "Susan", "Cindy", "Joyce", "Wendy")
SAID = Said("canary", "2026-11-20T10:00:00")
TODAY = dt.date(2026, 11, 23)
STAMP = dt.date(1980, 1, 1)
"""The day that stands in every file of ours in place of the day it was made: nobody's birthday here."""
_LONG_LATIN, _LONG_HAN = 8, 3


@dataclass(frozen=True)
class Client:
    """One invented client, and what of her must stand nowhere: folded texts, long enough not to be there by chance."""

    case: Case
    canaries: frozenset[str]
    adverse: frozenset[str] = frozenset()
    """Those of adverse names and businesses: they stand on the first sheet, and nowhere else."""
    names: frozenset[str] = frozenset()
    """Those of the client's own names: they stand on the second sheet, and nowhere else."""

    def but(self, allowed: frozenset[str]) -> "Client":
        """Return the client with the canaries that may not stand beside what is allowed: none that is a part of it."""
        other = (one for one in self.canaries if not any(one in told for told in allowed))
        return replace(self, canaries=frozenset(other))


def names() -> Iterator[tuple[str, str, str]]:
    """Yield 660 names: surname and given name in pinyin, and the Chinese; one or two syllables, without chance."""
    for number in range(660):
        family = FAMILIES[number % len(FAMILIES)]
        first, second = GIVEN[(number * 7) % len(GIVEN)], GIVEN[(number * 13 + number // 70) % len(GIVEN)]
        short = number % 4 == 0
        latin = first[1:] if short else first[1:] + second[1:]
        yield family[1:], latin, family[0] + first[0] + ("" if short else second[0])


def clients(count: int, seed: int = 2026) -> Iterator[Client]:
    """Yield clients whose answers are all their own: names, numbers, days, places, words."""
    chance = random.Random(seed)  # noqa: S311 - invented people, the same for a seed
    for number in range(count):
        yield _client(number, chance)


@cache
def _pattern() -> tuple[Interview, Case]:
    """Return the case whose answers are replaced: the example's, with her yes."""
    interview, case = open_case(MEI, LIBRARY)
    given = dict(line.strip().split(": ") for line in YES.splitlines())
    yes = {"placement.may_offer": True, "placement.yes_date": PartialDate.parse(given["placement.yes_date"]),
           "placement.yes_language": Spoken("cmn"), "placement.yes_interpreter": "demo-interpreter"}  # fmt: skip
    adverse = {"adverse[1].name": PersonName("ZHOU", "Tiezhu", native="周铁柱"),
               "client.other_names[1].name": PersonName("CHEN", "Sulan", native="陳素蘭")}  # fmt: skip
    over = {"jobs[2].to_date": PartialDate(2025, 3)}  # else a person says whether she works there now
    for path, value in {**yes, **adverse, **over}.items():
        case = case.answer(path, value, SAID)
    return interview, case


def _client(number: int, chance: random.Random) -> Client:
    interview, case = _pattern()
    told: dict[str, set[str]] = defaultdict(set)
    answers = tuple(_own(one, interview, chance, told[pattern_of(one.path)]) for one in case.answers)
    own = replace(case, answers=answers, reference=f"canary{number:05}", determinations=(), read_backs=())
    first, second = (_stands(own, paths).union(*(told[path] for path in paths)) for paths in (FIRST, SECOND))
    return Client(own, frozenset().union(*told.values()), first, second)


def _stands(case: Case, facts: Container[str]) -> frozenset[str]:
    """Return how the names in some facts sound, and stand in syllables.

    程凤, who is Vivian, sounds like her brother Feng Cheng; "Xu Chang Ying" has her sister Chang Ying's name in it.
    """
    names = [one.value for one in case.answers if pattern_of(one.path) in facts and isinstance(one.value, PersonName)]
    cut = (f"{name.family} {' '.join(way)}".lower() for name in names for way in syllables(name.given.lower()))
    return frozenset({*(way for name in names for way in sounds(name.native)), *cut})


def _own(one: Answer, interview: Interview, chance: random.Random, canaries: set[str]) -> Answer:
    """Return an answer with a value of this client's alone where it identifies anybody."""
    question = interview.by_fact.get(pattern_of(one.path))
    if question is None or one.state is not State.ANSWERED or one.path.startswith(("placement.", "filing.")):
        return one
    value = _value(one.value, question.kind, chance, canaries)
    if isinstance(value, str) and pattern_of(one.path) in FIRST:  # a name, as people write names
        value = value.title()
    return replace(one, value=value)


def _value(value: object, kind: str, chance: random.Random, canaries: set[str]) -> object:
    match value:
        case PersonName():
            return _name(chance, canaries)
        case Address():
            street = f"{chance.randrange(100, 999)} {_word(chance, canaries)} Street"
            return replace(value, street=street, city=_word(chance, canaries).title(), native="")
        case PartialDate() if value.exact is not None:
            day = dt.date(1975, 1, 1) + dt.timedelta(chance.randrange(11_000))
            day += dt.timedelta(day == STAMP)
            spoken = f"{day:%B} {day.day}, {day.year}".lower()
            canaries |= {day.isoformat(), f"{day.year}年{day.month}月{day.day}日", spoken}
            return PartialDate.parse(day.isoformat())
        case ExhibitAtHand():
            return replace(value, title=_word(chance, canaries))
        case str():
            return _text(value, kind, chance, canaries)
        case _:
            return value


def _text(value: str, kind: str, chance: random.Random, canaries: set[str]) -> str:
    if kind in {"phone", "a-number", "ssn"}:
        digits = "".join(str(chance.randrange(10)) for _ in range(7 if kind == "phone" else 9))
        canaries.add(f"917{digits}" if kind == "phone" else digits)
        return f"+1917{digits}" if kind == "phone" else digits
    if kind == "email":
        word = _word(chance, canaries)
        return f"{word}@example.net"
    return f"{_word(chance, canaries)} {_word(chance, canaries)}" if kind in {"text", "long text"} else value


def _name(chance: random.Random, canaries: set[str]) -> PersonName:
    family, first, second = chance.choice(FAMILIES), chance.choice(GIVEN), chance.choice(GIVEN)
    short = chance.random() < 0.25
    given = chance.choice(ENGLISH) if chance.random() < 0.1 else first[1:] + ("" if short else second[1:])
    native = family[0] + first[0] + ("" if short else second[0])
    # "Neng Neng" and "Huang Huan" stand in two spellings of another name side by side: Mei Huang, Huang Mei.
    beside = family[1:].startswith(given)
    for latin in (family[1:] + given, given + family[1:], f"{family[1:]} {given}", f"{given} {family[1:]}"):
        if len(latin.replace(" ", "")) >= _LONG_LATIN and not beside:
            canaries.add(latin.lower())
    if len(native) >= _LONG_HAN:
        canaries.add(native)
    return PersonName(family[1:].upper(), given.title(), native=native)


def _word(chance: random.Random, canaries: set[str]) -> str:
    """Return a word nobody else has: four syllables with consonants between them."""
    word = "".join(chance.choice("bdfgklmprtvz") + chance.choice("aeiou") for _ in range(5))
    canaries.add(word)
    return word
