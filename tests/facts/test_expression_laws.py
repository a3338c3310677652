"""The laws of the expression language, over invented expressions and invented facts.

Every expression is made together with an *oracle*: the same condition in plain Python, over facts that are all
known. A *case* is made twice: as it is (unknown, partly known, groups still open) and as it turns out to be.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from legalassist.errors import ContentError, Place, Problem
from legalassist.facts import expression_nodes
from legalassist.facts.dates import Age, PartialDate, age_on
from legalassist.facts.expression_nodes import AnyRow
from legalassist.facts.expression_readings import Interval, Reading, read_fact
from legalassist.facts.expressions import Expression, Truth, parse
from legalassist.facts.known import Fact, Facts, Known, PlainFacts, Rows, Unknown, Why
from legalassist.facts.paths import pattern_of
from legalassist.facts.values import Address, Money, PersonName, Spoken, Value

HERE = Place("laws.yaml", 1, 1)
Oracle = Callable[[PlainFacts, str], bool]
OPEN = [Why.NOT_ASKED, Why.DOES_NOT_KNOW, Why.DECLINED, Why.LATER]

YES_NO, CHOICE, DAY, NUMBER = "yes no", "choice", "day", "number"
FACTS = {"b.one": YES_NO, "b.two": YES_NO, "c.one": CHOICE, "d.one": DAY, "d.two": DAY, "n.one": NUMBER}
FIELDS = {"married": YES_NO, "relation": CHOICE, "birth": DAY}
SPANS = [(PartialDate.parse(text)) for text in ("2003", "2004", "2004-05", "2005~", "200X", "lunar:2004-06-11")]


def read(text: str, group: str = "") -> Expression:
    return parse(text, where=HERE, group=group)


def read_or_refuse(text: str) -> tuple[Expression | None, tuple[Problem, ...]]:
    try:
        return read(text), ()
    except ContentError as refused:
        return None, refused.problems


def value_of(facts: PlainFacts, path: str) -> Value | None:
    fact = facts.get(path)
    return fact.value if isinstance(fact, Known) else None


@dataclass(frozen=True)
class Invented:
    """An expression and its oracle."""

    text: str
    oracle: Oracle

    def __repr__(self) -> str:
        return self.text


@st.composite
def comparisons(draw: st.DrawFn, fields: dict[str, str], prefix: str) -> Invented:
    name, kind = draw(st.sampled_from(sorted(fields.items())))
    path = prefix + name

    def at(row: str) -> str:
        return f"{row}.{name}" if prefix else name

    if kind == YES_NO:
        return Invented(path, lambda facts, row: value_of(facts, at(row)) is True)
    if kind == CHOICE:
        word = draw(st.sampled_from(["child", "spouse"]))
        one_of = draw(st.booleans())
        text = f'{path} in ("{word}", "x")' if one_of else f'{path} == "{word}"'
        return Invented(text, lambda facts, row: value_of(facts, at(row)) == word)
    operator = draw(st.sampled_from(["<", "<=", ">", ">=", "==", "!="]))
    compare = COMPARE[operator]
    if kind == NUMBER or draw(st.booleans()):
        number = draw(st.integers(17, 23))
        aged = kind == DAY
        text = f"{f'age({path}, d.two)' if aged else path} {operator} {number}"

        def oracle(facts: PlainFacts, row: str) -> bool:
            value, day = value_of(facts, at(row)), value_of(facts, "d.two")
            if value is None or (aged and day is None):
                return operator == "!="
            return compare(age_on(value, day)[0] if aged else value, number)

        return Invented(text, oracle)
    day = draw(st.dates(date(2002, 1, 1), date(2007, 12, 31)))

    def by_day(facts: PlainFacts, row: str) -> bool:
        value = value_of(facts, at(row))
        return operator == "!=" if value is None else compare(value.exact, day)

    return Invented(f'{path} {operator} date("{day}")', by_day)


COMPARE: dict[str, Callable[..., bool]] = {
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
}


def rows_of(facts: PlainFacts, group: str) -> list[str]:
    return [f"{group}[{number}]" for number in facts.rows(group).numbers]


@st.composite
def over_groups(draw: st.DrawFn, group: str, inner: st.SearchStrategy[Invented]) -> Invented:
    """An any, all, none or count over a group; `group` is "family" or "each.children"."""
    part = draw(inner)
    name = draw(st.sampled_from(["any", "all", "none", "count"]))

    def results(facts: PlainFacts, row: str) -> list[bool]:
        path = f"{row}.children" if group == "each.children" else group
        return [part.oracle(facts, one) for one in rows_of(facts, path)]

    if name == "count":
        number, operator = draw(st.integers(0, 3)), draw(st.sampled_from(sorted(COMPARE)))
        text = f"count({group}, {part.text}) {operator} {number}"
        return Invented(text, lambda facts, row: COMPARE[operator](sum(results(facts, row)), number))
    decide: dict[str, Callable[[list[bool]], bool]] = {"any": any, "all": all, "none": lambda found: not any(found)}
    return Invented(f"{name}({group}, {part.text})", lambda facts, row: decide[name](results(facts, row)))


def joined(parts: st.SearchStrategy[Invented]) -> st.SearchStrategy[Invented]:
    """Conditions joined by and, or, not."""

    def both(pair: tuple[Invented, Invented]) -> Invented:
        a, b = pair
        return Invented(f"({a.text} and {b.text})", lambda facts, row: a.oracle(facts, row) and b.oracle(facts, row))

    def either(pair: tuple[Invented, Invented]) -> Invented:
        a, b = pair
        return Invented(f"({a.text} or {b.text})", lambda facts, row: a.oracle(facts, row) or b.oracle(facts, row))

    def opposite(a: Invented) -> Invented:
        return Invented(f"(not {a.text})", lambda facts, row: not a.oracle(facts, row))

    return st.recursive(
        parts,
        lambda more: st.tuples(more, more).map(both) | st.tuples(more, more).map(either) | more.map(opposite),
        max_leaves=4,
    )


of_child = joined(comparisons({"birth": DAY}, "each."))
of_row = joined(comparisons(FIELDS, "each.") | comparisons(FACTS, "") | over_groups("each.children", of_child))
of_intervals = comparisons({"d.one": DAY, "n.one": NUMBER}, "")
expressions = joined(comparisons(FACTS, "") | over_groups("family", of_row))


@dataclass(frozen=True)
class Case:
    """A case as it stands, and as it turns out to be."""

    now: PlainFacts
    later: PlainFacts


@dataclass
class Inventor:
    """Invents the facts of a case, now and later, one path after the other."""

    draw: st.DrawFn
    now: dict[str, Fact] = field(default_factory=dict)
    later: dict[str, Fact] = field(default_factory=dict)
    open_groups: dict[str, Rows] = field(default_factory=dict)
    whole_groups: dict[str, Rows] = field(default_factory=dict)

    def fact(self, path: str, kind: str) -> None:
        value, less_exact = self.draw(values(kind))
        settled = Unknown(Why.DOES_NOT_APPLY, frozenset({path}))
        states = [Known(value), *[Known(less_exact)] * 3, settled, *(Unknown(why, frozenset({path})) for why in OPEN)]
        self.now[path] = self.draw(st.sampled_from(states))
        self.later[path] = settled if self.now[path] is settled else Known(value)

    def group(self, group: str, fields: dict[str, str]) -> tuple[int, ...]:
        numbers = tuple(range(1, self.draw(st.integers(0, 3)) + 1))
        seen = numbers[: self.draw(st.integers(0, 3))]
        self.whole_groups[group] = Rows(numbers, complete=True)
        self.open_groups[group] = Rows(seen, complete=seen == numbers and self.draw(st.booleans()))
        for number in numbers:
            for name, kind in fields.items():
                self.fact(f"{group}[{number}].{name}", kind)
        return numbers


@st.composite
def cases(draw: st.DrawFn) -> Case:
    inventor = Inventor(draw)
    for path, kind in FACTS.items():
        inventor.fact(path, kind)
    for number in inventor.group("family", FIELDS):
        inventor.group(f"family[{number}].children", {"birth": DAY})
    return Case(plain(inventor.now, inventor.open_groups), plain(inventor.later, inventor.whole_groups))


@st.composite
def values(draw: st.DrawFn, kind: str) -> tuple[Value, Value]:
    """An exact value, and one that says less but does not contradict it."""
    if kind == YES_NO:
        yes = draw(st.booleans())
        return yes, yes
    if kind == CHOICE:
        word = draw(st.sampled_from(["child", "spouse", "parent"]))
        return word, word
    if kind == NUMBER:
        number = draw(st.integers(16, 24))
        return number, Age(number + draw(st.integers(0, 3)), "nominal")
    span = draw(st.sampled_from(SPANS))
    day = span.earliest + timedelta(days=draw(st.integers(0, (span.latest - span.earliest).days)))
    day = day + timedelta(days=-1) if (day.month, day.day) == (2, 29) else day
    return PartialDate.of(day), span


def plain(facts: dict[str, Fact], groups: dict[str, Rows]) -> PlainFacts:
    made = PlainFacts(groups=groups)
    made._facts = dict(facts)
    return made


def the_law_of_filling_in(invented: Invented, case: Case) -> None:
    expression = read(invented.text)
    now, later = expression.evaluate(case.now), expression.evaluate(case.later)
    assert later.value is invented.oracle(case.later, "")
    assert now.value in (None, later.value)
    assert bool(now.needs) is (now.value is None)


@given(expressions, cases())
@settings(max_examples=150, deadline=None)
def test_filling_in_what_is_unknown_never_changes_a_true_or_a_false(invented: Invented, case: Case) -> None:
    the_law_of_filling_in(invented, case)


@given(of_intervals, cases())
@settings(max_examples=150, deadline=None)
def test_a_comparison_of_intervals_agrees_with_every_reading_of_them(invented: Invented, case: Case) -> None:
    the_law_of_filling_in(invented, case)


@given(expressions, cases())
@settings(max_examples=100, deadline=None)
def test_answering_what_an_unknown_needs_always_ends_in_a_decision(invented: Invented, case: Case) -> None:
    expression = read(invented.text)
    facts, groups = dict(case.now._facts), dict(case.now._groups)
    for _ in range(40):
        truth = expression.evaluate(plain(facts, groups))
        if truth.value is not None:
            break
        for path in truth.needs:
            if path in case.later._groups:
                groups[path] = case.later._groups[path]
            else:
                assert facts[path] != case.later._facts[path], "an answer that is settled is not needed"
                facts[path] = case.later._facts[path]
    assert truth.value is invented.oracle(case.later, "")


@given(expressions, expressions, cases())
@settings(max_examples=60, deadline=None)
def test_de_morgan_holds_needs_included(a: Invented, b: Invented, case: Case) -> None:
    left = read(f"not ({a.text} and {b.text})").evaluate(case.now)
    assert left == read(f"not {a.text} or not {b.text}").evaluate(case.now)


@given(of_row, cases())
@settings(max_examples=60, deadline=None)
def test_any_all_none_and_count_agree(part: Invented, case: Case) -> None:
    def value(text: str) -> bool | None:
        return read(text).evaluate(case.now).value

    p = part.text
    opposite = {True: False, False: True, None: None}
    assert value(f"none(family, {p})") is opposite[value(f"any(family, {p})")]
    assert value(f"all(family, {p})") is value(f"none(family, not {p})")
    assert value(f"count(family, {p}) > 0") is value(f"any(family, {p})")
    assert value(f"count(family, {p}) == 0") is value(f"none(family, {p})")
    assert value("count(family, True) >= 2") is value("count(family) >= 2")


class Recording:
    """Facts that remember what they were asked for."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self.asked: set[str] = set()

    def get(self, path: str) -> Fact:
        self.asked.add(pattern_of(path))
        return self._facts.get(path)

    def rows(self, group: str) -> Rows:
        self.asked.add(pattern_of(group))
        return self._facts.rows(group)


@given(expressions, cases())
@settings(max_examples=60, deadline=None)
def test_an_expression_reads_nothing_that_it_does_not_list(invented: Invented, case: Case) -> None:
    expression = read(invented.text)
    facts = Recording(case.now)
    expression.evaluate(facts)
    assert facts.asked <= expression.reads


ANYTHING: list[Value] = [
    "", "child", True, 0, 10**30, Decimal("NaN"), Decimal("sNaN"), Decimal("Infinity"), Decimal("1.5"), ("child",), (),
    PartialDate.parse("2004-02-29"), PartialDate.parse("20XX"), Age(19, "nominal"), PersonName("Wang"), Address(),
    Money(Decimal(5)), Money(Decimal(5), "CNY"), Money(Decimal("NaN")), Spoken("cmn"),
]  # fmt: skip
WORDS = """
a.b c.d family each each.x any( all( none( count( age( known( declined( date( ) , "child" 21 -3 1.5 True False
"2024-02-29" and or not == != < <= > >= in ( = [ ] lambda : . ** None
"""
PARTS = st.sampled_from(WORDS.split())


@given(st.lists(PARTS, max_size=12).map(" ".join) | st.text(max_size=30), st.data())
@settings(max_examples=300, deadline=None)
def test_any_text_is_an_expression_or_refused_and_no_facts_make_it_raise(text: str, data: st.DataObject) -> None:
    expression, problems = read_or_refuse(text)
    if expression is None:
        assert problems
        assert all(problem.message and problem.where.line for problem in problems)
        return
    known = {path: data.draw(st.sampled_from(ANYTHING)) for path in ("a.b", "c.d", "family[1].x", "family")}
    facts = PlainFacts(known, groups={"family": Rows((1, 2), complete=True)})
    assert expression.evaluate(facts).value in (True, False, None)
    expression.check({})


SHAPES = [
    "a.b == c.d", "a.b < c.d", "a.b >= 3", "a.b", '"child" in a.b', "a.b in c.d", 'a.b in ("child", 3, True)',
    "age(a.b, c.d) < 21", 'a.b != date("2004-02-29")', "a.b == True", "count(family, each.x == a.b) == a.b",
]  # fmt: skip


@given(st.sampled_from(SHAPES), st.sampled_from(ANYTHING), st.sampled_from(ANYTHING))
@settings(max_examples=300, deadline=None)
def test_values_of_any_kinds_compare_without_an_error(text: str, left: Value, right: Value) -> None:
    facts = PlainFacts({"a.b": left, "c.d": right, "family[1].x": right}, groups={"family": Rows((1,))})
    assert read(text).evaluate(facts).value in (True, False, None)


def closed_world(rows: AnyRow, facts: Facts, group: str) -> Iterator[Truth]:
    """The classical mistake: who has not been named does not exist."""
    return (rows.condition.truth(facts, f"{group}[{number}]") for number in facts.rows(group).numbers)


def first_reading(fact: Fact, path: str) -> Reading:
    """The other classical mistake: 2004 is taken for 1 January 2004."""
    reading = read_fact(fact, path)
    return reading._replace(high=reading.low, needs=frozenset()) if isinstance(reading, Interval) else reading


@pytest.mark.parametrize(
    ("asked", "fault"),
    [(expressions, (AnyRow, "_rows", closed_world)), (of_intervals, (expression_nodes, "read_fact", first_reading))],
    ids=["closed world", "first reading"],
)
def test_the_law_of_filling_in_catches_a_planted_fault(
    monkeypatch: pytest.MonkeyPatch, asked: st.SearchStrategy[Invented], fault: tuple[object, str, object]
) -> None:
    monkeypatch.setattr(*fault)
    once = settings(phases=[Phase.generate], max_examples=500, deadline=None, report_multiple_bugs=False)
    with pytest.raises(AssertionError):
        once(given(asked, cases())(the_law_of_filling_in))()
