"""Statements made up of true sentences about made-up people contradict nothing; one thing said wrongly is found.

The same seed makes the same people. What a sentence says wrongly is a slip of the pen, not an invention: one letter of
a name, one sign that sounds alike, an age some years off, another year.
"""

import datetime as dt
import random
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legalassist.assessments.contradiction import Contradiction
from legalassist.assessments.contradictions import contradictions
from legalassist.facts.dates import PartialDate
from legalassist.facts.known import PlainFacts, Rows
from legalassist.facts.values import PersonName

TODAY = dt.date(2026, 11, 22)
PEOPLE = range(40)
FAMILIES = (("CHEN", "陈"), ("HUANG", "黄"), ("ZHENG", "郑"), ("YANG", "杨"), ("LIANG", "梁"))
FIRST = (("GUO", "国"), ("XIU", "秀"), ("YU", "玉"), ("MING", "明"), ("SU", "素"))
SECOND = (("FENG", "锋"), ("LAN", "兰"), ("HUA", "华"), ("ZHEN", "珍"), ("PING", "萍"))
ALIKE = {"锋": "峰", "兰": "蓝", "华": "花", "珍": "真", "萍": "平"}
WORDS = {15: "fifteen", 16: "sixteen", 17: "seventeen", 18: "eighteen", 19: "nineteen", 20: "twenty", 21: "twenty-one",
         22: "twenty-two", 23: "twenty-three", 24: "twenty-four", 25: "twenty-five", 26: "twenty-six",
         27: "twenty-seven", 28: "twenty-eight", 29: "twenty-nine", 30: "thirty", 31: "thirty-one",
         32: "thirty-two", 33: "thirty-three"}  # fmt: skip
ONES = "〇一二三四五六七八九"


@dataclass(frozen=True)
class Made:
    """One made-up person: her name, her mother's name, when she was born and came, how old she was then."""

    family: tuple[str, str]
    first: tuple[str, str]
    second: tuple[str, str]
    mother: PersonName
    born: dt.date
    came: dt.date

    @property
    def name(self) -> PersonName:
        given = (self.first[0] + self.second[0], self.first[1] + self.second[1])
        return PersonName(self.family[0], given[0], native=self.family[1] + given[1])

    @property
    def age(self) -> int:
        return self.came.year - self.born.year - ((self.came.month, self.came.day) < (self.born.month, self.born.day))


def made(seed: int) -> Made:
    chance = random.Random(seed)  # noqa: S311 - the same people every time
    family, other = chance.sample(FAMILIES, 2)
    first, also = chance.sample(FIRST, 2)
    second, too = chance.sample(SECOND, 2)
    mother = PersonName(other[0], also[0] + too[0], native=other[1] + also[1] + too[1])
    born = dt.date(chance.randint(1990, 2004), chance.randint(1, 12), chance.randint(1, 28))
    came = dt.date(born.year + chance.randint(17, 21), chance.randint(1, 12), chance.randint(1, 28))
    return Made(family, first, second, mother, born, came)


def found(person: Made, *sentences: str) -> tuple[Contradiction, ...]:
    facts = {
        "client.name": person.name, "client.birth_date": PartialDate.of(person.born),
        "entries[1].date": PartialDate.of(person.came), "family[1].name": person.mother,
        **{f"statement.paragraphs[{row}].text": said for row, said in enumerate(sentences, 1)},
    }  # fmt: skip
    rows = {"entries": Rows((1,), complete=True), "family": Rows((1,), complete=True),
            "statement.paragraphs": Rows(tuple(range(1, len(sentences) + 1)), complete=True)}  # fmt: skip
    return contradictions(PlainFacts(facts, groups=rows), TODAY)


def han(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if tens == 1 else ONES[tens]) + "十" + (ONES[ones] if ones else "")


def year_in_han(year: int) -> str:
    return "".join(ONES[int(digit)] for digit in f"{year % 100:02}")


def of_names(name: PersonName, mother: PersonName, second: str) -> list[str]:
    """Return sentences that name somebody, in the spellings people use; `second` ends the given name."""
    family, given = name.family.title(), name.given.title()
    syllables = (given[: -len(second)], second.title())
    return [
        f"My name is {given} {family}.", f"My name is {family.upper()} {given}.",
        f"My name is {family} {' '.join(syllables)}.", f"They wrote {'-'.join(syllables)} {family}'s name down.",
        f"我叫{name.native}。", f"“{name.native}，过来，”他说。护照上是{name.family} {name.given}。",
        f"My mother is {mother.given.title()} {mother.family.title()}, and my name is {family} {given}.",
        f"妈妈{mother.native}哭了。",
    ]  # fmt: skip


def of_ages(age: int, came: dt.date) -> list[str]:
    """Return sentences that say how old she was when she came."""
    month = f"{came:%B}"
    return [
        f"I was {WORDS[age]} when I arrived in New York.", f"I was {age} years old when I came to New York.",
        f"I arrived in New York on {month} {came.day}, {came.year}. I was {WORDS[age]} then.",
        f"I came to New York on {came.month}/{came.day}/{came.year % 100:02}, when I was only {age}.",
        f"我{came.year}年{came.month}月{came.day}日到纽约，那时候我{han(age)}周岁。",
        f"我{came.year}年{came.month}月{came.day}号到纽约。当时我满{age}岁。", f"我满{han(age)}岁那年到了纽约。",
    ]  # fmt: skip


def of_years(year: int, month: int) -> list[str]:
    """Return sentences that say in which year, of two digits, she came."""
    return [
        f"I came to New York in '{year % 100:02}.",
        f"I arrived in New York in {dt.date(year, month, 1):%B} ’{year % 100:02}.",
        f"我{year % 100:02}年{month}月到纽约。", f"我{year_in_han(year)}年{month}月到纽约。",
    ]  # fmt: skip


def one_letter_off(word: str, chance: random.Random) -> str:
    """Return a word with one letter left out, doubled, changed or in its neighbour's place, and no other word."""
    while True:
        at = chance.randrange(1, len(word) - 1)
        ways = (word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:], word[:at] + "X" + word[at + 1 :],
                word[:at] + word[at + 1] + word[at] + word[at + 2 :])  # fmt: skip
        other = chance.choice(ways)
        if other != word:
            return other


@pytest.mark.parametrize("seed", PEOPLE)
def test_whatever_is_said_truly_nothing_is_asked(seed: int) -> None:
    one = made(seed)
    said = [
        *of_names(one.name, one.mother, one.second[0]), *of_ages(one.age, one.came),
        *of_years(one.came.year, one.came.month),
    ]  # fmt: skip
    assert [sentence for sentence in said if found(one, sentence)] == []


@pytest.mark.parametrize("seed", PEOPLE)
def test_one_letter_or_one_sign_said_wrongly_is_found(seed: int) -> None:
    one, chance = made(seed), random.Random(seed)  # noqa: S311 - the same slips every time
    name, last = one.name, one.name.native[-1]
    slip = PersonName(name.family, one_letter_off(name.given, chance), native=name.native[:-1] + ALIKE[last])
    family, given = slip.family.title(), slip.given.title()
    wrong = [
        f"They called for {family} {given}.", f"They called for {given} {family}.",
        f"护照上是{slip.family} {slip.given}。",
        f"老板说{slip.native}不在。", f"我叫{slip.native}。", f"My name is {given} {family}.",
        f"They called for {one_letter_off(name.family, chance).title()} {name.given.title()}.",
    ]  # fmt: skip
    assert [said for said in wrong if not any("client.name" in hit.paths for hit in found(one, said))] == []


@pytest.mark.parametrize("seed", PEOPLE)
def test_an_age_or_a_short_year_said_wrongly_is_found(seed: int) -> None:
    one, chance = made(seed), random.Random(seed)  # noqa: S311 - the same slips every time
    ages = of_ages(one.age + chance.choice((2, 3, 5, 8)), one.came)
    wrong = [*ages, *of_years(one.came.year + chance.choice((-3, 2, 1)), one.came.month)]
    assert [said for said in wrong if not found(one, said)] == []


@settings(max_examples=60, deadline=None)
@given(st.text("我妈妹十一二九岁月年'19 I was nineteen Chen Guo-feng,.;，。“”陈国峰锋素兰 my birthday\n", max_size=80))
def test_whatever_is_written_in_a_statement_nothing_is_raised(text: str) -> None:
    assert all(hit.settle for hit in found(made(1), text))


def test_a_very_long_statement_is_looked_through() -> None:
    one = made(2)
    said = f"我叫{one.name.native}，" * 4_000 + f"Anna Maria {one.name.given} " * 1_000
    assert len(said) > 40_000
    assert found(one, said) == ()
