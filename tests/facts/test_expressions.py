"""The expression language: what it refuses, what it reads, what it says of every state of a fact."""

from pathlib import Path

import pytest
import yaml

from legalassist.errors import ContentError, Place, Problem
from legalassist.facts.dates import Age, PartialDate
from legalassist.facts.expressions import Expression, FactType, Truth, parse
from legalassist.facts.known import Known, PlainFacts, Rows, Why
from legalassist.facts.values import PersonName

HERE = Place("tvisa/pages/family.yaml", 8, 12)
TABLE = yaml.safe_load((Path(__file__).parent / "expression_table.yaml").read_text(encoding="utf-8"))


def read(text: str, group: str = "") -> Expression:
    return parse(text, where=HERE, group=group)


def problems(text: str, group: str = "") -> tuple[Problem, ...]:
    with pytest.raises(ContentError) as refused:
        read(text, group)
    return refused.value.problems


REFUSED = [
    # (expression, column in it from 1, part of the message, part of the hint)
    ('client.sex = "female"', 12, "a single `=`", "did you mean `==`?"),
    ('client.sex === "female"', 12, "one `=` too many", "`==`"),
    ("a.b <> c.d", 5, "`<>`", "`!=`"),
    ("a.b => c.d", 5, "wrong way round", ">="),
    ("a.b && c.d", 5, "`&&`", "use `and`"),
    ("a.b || c.d", 5, "`||`", "use `or`"),
    ("a.b & c.d", 1, "`&`", "use `and`"),
    ("a.b | c.d", 1, "`|`", "use `or`"),
    ("~a.b", 1, "`~`", "use `not`"),
    ("!a.b", 1, "`!`", "use `not`"),
    ("a.b AND c.d", 5, "small letters", "small letters"),
    ("a.b == \u201cfemale\u201d", 8, "quotation marks", "straight"),
    ("a.b \uff1d\uff1d 3", 5, "full-width", "keyboard"),
    ("__class__", 1, "not a path", "client.birth_date"),
    ("a.__class__.__bases__", 1, "not a path", "client.birth_date"),
    ("a._private", 1, "not a path", "client.birth_date"),
    ("Client.sex", 1, "not a path", "small letters"),
    ("\uff41.b", 1, "not a path", "small letters"),
    ("a.b[0]", 1, "square brackets", "each."),
    ("family[2].relation", 1, "not a path", "client.birth_date"),
    ("(lambda: 1)()", 1, "named few", "known"),
    ("print(a.b)", 1, "named few", "known"),
    ("__import__(a.b)", 1, "named few", "known"),
    ('os.system("x")', 1, "named few", "known"),
    ('"".join(a.b)', 1, "named few", "known"),
    ("[x for x in y]", 1, "loop", "any("),
    ("{x for x in y}", 1, "loop", "any("),
    ("(x := 1)", 2, "assigned", "`==`"),
    ('f"{a.b}"', 1, "put together", "plain"),
    ("9**9**9 > 1", 1, "calculating", "derived"),
    ("a.b + 1 < 3", 1, "calculating", "derived"),
    ("a.b if c.d else e.f", 1, "if ... else", "`and`"),
    ("a.b == None", 8, "`None`", "known"),
    ("a.b is True", 1, "`is`", "`==`"),
    ("a.b == (c.d and e.f)", 9, "condition cannot be compared", "join"),
    ("known(a.b) == True", 1, "known() is a condition", "alone"),
    ('a.b in ("CN")', 9, "several values", '("CN",)'),
    ('a.b in ["CN"]', 8, "round brackets", '("a", "b")'),
    ("a.b in ()", 8, "round brackets", '("a", "b")'),
    ('a.b == ("CN",)', 8, "only after `in`", "in"),
    ("true", 1, "`true`", "`True`"),
    ("a.b == null", 8, "`null`", "known"),
    ("each.relation == 3", 1, "no row here", "inside any"),
    ("any(family, each)", 13, "`each` is a row", "each.relation"),
    ("any(family)", 1, "any() is not used this way", "any(family, each"),
    ("count(family, known=1) > 1", 1, "count() is not used this way", "count(family)"),
    ("any(*family, True)", 1, "any() is not used this way", "any(family, each"),
    ('any("family", True)', 5, "a path is needed here|without quotation marks", "write"),
    ("count(family)", 1, "count() is a value", "compare"),
    ("age(a.b, 3) < 21", 10, "two dates", "age("),
    ('age(a.b, date("2024-13-01")) < 21', 10, "not a day", "2024-08-28"),
    ('date("2024-8-1") < a.b', 1, "not a day", "2024-08-28"),
    ("date(20240828) < a.b", 1, "not a day", "2024-08-28"),
    ('known("a.b")', 7, "without quotation marks", "client.birth_date"),
    ('"female"', 1, "a value, not a condition", "compare"),
    ("a.b < 1e400", 7, "too large", ""),
    ("a.b < 10000000000000", 7, "too large", ""),
    ("a.b == 3j", 8, "not part of the language", "facts"),
    ('a.b == b"x"', 8, "not part of the language", "facts"),
    ("a.b == ...", 8, "not part of the language", "facts"),
    ("(a.b", 1, "brackets do not match", "`)`"),
    ('a.b == "x', 8, "not closed", "quotation"),
    ("a.b ==", 1, "cannot be read", "operator"),
    ("a.b) or (c.d", 4, "cannot be read", "operator"),
    ("a.b # always", 5, "this character", "comments"),
    ("a.b; c.d", 4, "this character", ""),
    ("a.b == 'x\\x41'", 10, "this character", ""),
    ("a.b\x00", 4, "this character", ""),
    ("\ud800", 1, "this character", ""),
    ("", 1, "empty", "when"),
    ("   ", 1, "empty", "when"),
    ("(" * 300 + "a.b" + ")" * 300, 201, "too deeply", "split"),
    ("not " * 100 + "a.b", 1 + 4 * 41, "too deeply", "split"),
    ("not " * 499 + "a.b", 1 + 4 * 41, "too deeply", "split"),
    ("a.b or " * 200_000 + "a.b", 1, "at most 2,000", "split"),
    ("9" * 1900 + " < a.b", 1, "too large", ""),
]


@pytest.mark.parametrize(("text", "column", "message", "hint"), REFUSED, ids=range(len(REFUSED)))
def test_what_is_not_in_the_language_is_refused_at_its_place_with_a_way_out(
    text: str, column: int, message: str, hint: str
) -> None:
    found = problems(text)[0]
    assert any(part in found.message for part in message.split("|"))
    assert hint in found.hint
    assert found.where == Place(HERE.file, 8, 12 + column - 1)


def test_all_problems_come_at_once_in_the_order_of_the_text() -> None:
    found = problems('each.relation == "x" and known("a.b") or\n  print(1) or any(family, each.b + 1 > 2)')
    assert [(p.where.line, p.where.column) for p in found] == [(8, 12), (8, 43), (9, 3), (9, 27)]


def test_columns_count_characters_where_the_text_is_chinese() -> None:
    (found,) = problems('client.city == "福州市" and a.b + 1 > 2')
    assert found.where.column == 12 + len('client.city == "福州市" and ')


def test_a_place_that_knows_no_column_keeps_the_column_of_the_text() -> None:
    with pytest.raises(ContentError) as refused:
        parse("a.b and c + 1", where=Place("packet.yaml"))
    assert refused.value.problems[0].where == Place("packet.yaml", 0, 9)


def test_an_expression_lists_what_it_reads_and_where() -> None:
    text = "any(family, any(each.children, each.birth_date < client.birth_date)) and each.married"
    expression = read(text, group="family")
    assert expression.reads_at == (
        ("family", 5),
        ("family[].children", 17),
        ("family[].children[].birth_date", 32),
        ("client.birth_date", 50),
        ("family[].married", 74),
    )
    assert expression.reads == {pattern for pattern, _ in expression.reads_at}
    assert str(expression) == text


def test_the_row_at_hand_is_the_innermost() -> None:
    facts = PlainFacts(
        {"family[2].children[1].birth_date": PersonName("x"), "family[2].married": True},
        groups={"family": Rows((1, 2), complete=True), "family[2].children": Rows((1,), complete=True)},
    )
    expression = read("any(each.children, known(each.birth_date)) and each.married", group="family")
    assert expression.evaluate(facts, "family[2]").is_true
    assert expression.evaluate(facts, "family[1]") == Truth(
        None, frozenset({"family[1].children", "family[1].married"})
    )
    child = read("known(each.birth_date)", group="family[].children")
    assert child.reads == {"family[].children[].birth_date"}
    assert child.evaluate(facts, "family[2].children[1]").is_true


def test_a_row_must_be_given_exactly_where_the_expression_speaks_of_one() -> None:
    with pytest.raises(ValueError, match="one row"):
        read("each.married", group="family").evaluate(PlainFacts())
    with pytest.raises(ValueError, match="no row"):
        read("client.married").evaluate(PlainFacts(), "family[1]")


def test_a_truth_is_never_taken_for_true_or_false() -> None:
    with pytest.raises(TypeError, match="is_true"):
        bool(read("True").evaluate(PlainFacts()))


def facts_of(row: dict[str, object]) -> PlainFacts:
    """Build facts from a table row: values by path, reasons by path, groups as "1 2" or "1 2 ..." if incomplete."""

    def value(written: object) -> object:
        if isinstance(written, list):
            return tuple(written)
        if isinstance(written, dict):
            ((kind, text),) = written.items()
            return PartialDate.parse(text) if kind == "date" else Age.parse(str(text))
        return written

    known = {path: value(written) for path, written in (row.get("known") or {}).items()}
    unknown = {path: Why[reason.upper().replace(" ", "_")] for path, reason in (row.get("unknown") or {}).items()}
    groups = {
        path: Rows(tuple(int(n) for n in str(rows).replace("...", "").split()), complete="..." not in str(rows))
        for path, rows in (row.get("groups") or {}).items()
    }
    return PlainFacts(known, unknown, groups)


@pytest.mark.parametrize("row", TABLE, ids=[f"{n}: {row['ask']}" for n, row in enumerate(TABLE, 1)])
def test_every_row_of_the_table_has_its_value_and_its_needs(row: dict[str, object]) -> None:
    truth = read(row["ask"]).evaluate(facts_of(row))
    assert truth.value == {"true": True, "false": False, "unknown": None}[row["is"]]
    if row["is"] == "unknown":
        assert truth.needs == frozenset(str(row["needs"]).split())


def test_the_table_has_sixty_rows_and_every_state() -> None:
    assert len(TABLE) >= 60
    reasons = {reason for row in TABLE for reason in (row.get("unknown") or {}).values()}
    assert {"not asked", "does not know", "declined", "later", "does not apply", "no rule"} <= reasons


TYPES = {
    "client.sex": FactType("choice", ("male", "female")),
    "client.birth_date": FactType("partial date"),
    "client.name": FactType("person name"),
    "client.birth_city": FactType("text"),
    "trafficking.means": FactType("several choices", ("force", "threats", "debt")),
    "trafficking.debt": FactType("money"),
    "first.in_danger": FactType("yes no"),
    "filing.day": FactType("date"),
    "derived.age_at_receipt": FactType("number"),
    "family": FactType("group"),
    "family[].relation": FactType("relation", ("spouse", "child", "parent")),
    "family[].married": FactType("yes no"),
}

MISFITS = [
    ('client.sex == "femal"', 15, "no such choice", 'did you mean "female"?'),
    ('client.sex in ("male", "other")', 24, "no such choice", "male, female"),
    ('"detb" in trafficking.means', 1, "no such choice", 'did you mean "debt"?'),
    ("client.sx == 3", 1, "`client.sx` is not a known fact", "did you mean `client.sex`?"),
    ("nobody.asks", 1, "not a known fact", "check the paths"),
    ("family.relation", 1, "not a known fact", "any(family, each.relation ...)"),
    ("any(family, each.maried)", 13, "`family[].maried` is not a known fact", "`family[].married`"),
    ("any(client.sex, True)", 5, "not a group", "repeating group"),
    ("known(family)", 7, "a group, not one fact", "count"),
    ("client.birth_city", 1, "not a yes or no", "known"),
    ('first.in_danger == "yes"', 1, "yes no and text cannot be compared", "stand alone"),
    ('client.birth_date < "2019-01-01"', 1, "day and text cannot be compared", 'date("2024-08-28")'),
    ("2019 < client.birth_date", 8, "number and day cannot be compared", 'date("2024-08-28")'),
    ('trafficking.means == "debt"', 1, "several choices and text cannot be compared", "in path"),
    ('"debt" in client.birth_city', 11, "several choices", "in ("),
    ("trafficking.debt > 5000", 1, "number and money|money and number", "currency"),
    ('client.birth_city < "x"', 1, "text has no order", "=="),
    ("age(client.sex, filing.day) < 21", 5, "two dates", "date"),
    ("derived.age_at_receipt == True", 1, "number and yes no", "number"),
    ("client.name == client.birth_city", 1, "person name and text", "like with like"),
]


@pytest.mark.parametrize(("text", "column", "message", "hint"), MISFITS)
def test_what_does_not_fit_the_types_is_a_problem_with_a_way_out(
    text: str, column: int, message: str, hint: str
) -> None:
    (found,) = read(text).check(TYPES)
    assert any(part in found.message for part in message.split("|"))
    assert hint in found.hint
    assert found.where == Place(HERE.file, 8, 12 + column - 1)


@pytest.mark.parametrize(
    "text",
    [
        'client.sex == "female" and "debt" in trafficking.means and not first.in_danger',
        'any(family, each.relation in ("child", "spouse") and not each.married)',
        "age(client.birth_date, filing.day) < 21 <= derived.age_at_receipt",
        'count(family, each.married) >= 2 or client.birth_date < date("2010-01-01")',
        "known(client.name) and declined(trafficking.debt) and client.birth_city == client.birth_city",
        "first.in_danger == True and trafficking.debt == trafficking.debt",
    ],
)
def test_what_fits_the_types_is_no_problem(text: str) -> None:
    assert read(text).check(TYPES) == ()


def test_the_facts_of_a_wrong_kind_never_decide() -> None:
    name = Known(PersonName("Wang")).value
    for text in ("a.b", 'a.b == "Wang"', "a.b < 3", '"x" in a.b', 'age(a.b, date("2024-01-01")) < 3', "a.b == True"):
        assert read(text).evaluate(PlainFacts({"a.b": name})) == Truth(None)
