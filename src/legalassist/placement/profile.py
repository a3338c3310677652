"""The fuller profile of stage 1: at most two more lines, and none that would make a case the only one with its value.

The rule is the programme's own (docs/decisions/0012-disclosure.md); it makes no case nameless, and says so nowhere.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from legalassist.errors import UsageError
from legalassist.facts.known import Facts
from legalassist.placement.menus import ReadMenus, Row, Value

MOST_LINES = 2
FEWEST_CASES = 20
"""Cases of the programme (open, or of the last 24 months) below which only the minimal profile goes out."""


@dataclass(frozen=True, slots=True)
class More:
    """The lines a fuller summary prints, with how many other cases share each value; and every value that is known."""

    lines: tuple[tuple[Row, Value, int], ...]
    values: Mapping[str, str]


def check_choices(read: ReadMenus, chosen: Mapping[str, str], also: Sequence[str]) -> None:
    """Refuse rows there are not and values that are not a row's own; raises UsageError."""
    rows = {row.row: row for row in read.menus.fuller}
    for name, value in chosen.items():
        own = [one.value for one in rows[name].values if not one.when] if name in rows else []
        if value not in own:
            free = [row for row in rows.values() if not any(one.when for one in row.values)]
            listed = "; ".join(f"{row.row}: {', '.join(one.value for one in row.values)}" for row in free)
            raise UsageError("this is no value of a menu that a person chooses from", hint=listed)
    if unknown := [name for name in also if name not in rows]:
        message = f"there is no line {unknown[0]!r} in the fuller profile"
        raise UsageError(message, hint=f"there are {', '.join(rows)}")
    if len(set(also)) > MOST_LINES:
        message = f"the fuller profile has at most {MOST_LINES} lines more"
        raise UsageError(message, hint="leave out the line that says most")


def more_lines(
    read: ReadMenus, facts: Facts, chosen: Mapping[str, str], also: Sequence[str], others: Iterable[Mapping[str, str]]
) -> More:
    """Return the lines that may be printed besides the minimal profile.

    `others` are the known values of the programme's other cases. Raises UsageError where a line may not be printed:
    too few cases, its value is not known, or no other case has it.
    """
    check_choices(read, chosen, also)
    found = {row.row: (row, value) for row, value in read.fuller(facts, chosen) if value is not None}
    values = {name: value.value for name, (_, value) in found.items()}
    register = list(others)
    lines = []
    for name in dict.fromkeys(also):
        if len(register) + 1 < FEWEST_CASES:
            message = f"the programme has fewer than {FEWEST_CASES} cases: only the minimal profile may go out"
            raise UsageError(message, hint="leave --also out")
        if name not in found:
            message = f"the value of '{name}' is not known"
            raise UsageError(message, hint="answer the question, or choose a value with --say ROW=VALUE")
        row, value = found[name]
        same = sum(other.get(name) == value.value for other in register)
        if not same:
            message = f"no other case of the programme has this value of '{name}': it would make the case stand out"
            raise UsageError(message, hint="leave this line out")
        lines.append((row, value, same))
    return More(tuple(lines), values)


def chosen_before(read: ReadMenus, values: Mapping[str, str]) -> dict[str, str]:
    """Return what a person chose for an earlier summary, of its known values: rows that no answer decides."""
    free = {row.row: row for row in read.menus.fuller if not any(value.when for value in row.values)}
    return {
        name: said
        for name, said in values.items()
        if name in free and said in {value.value for value in free[name].values}
    }
