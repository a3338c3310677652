"""Values as JSON and back, without the interview they were asked by: a store reads what it kept whatever changed since.

Yes and no are one letter each, so that no length tells one from the other.
"""

from collections.abc import Mapping
from dataclasses import asdict, replace
from decimal import Decimal

from pydantic import JsonValue

from legalassist.cases.answer import State
from legalassist.facts.dates import Age, PartialDate
from legalassist.facts.known import Rows
from legalassist.facts.values import Address, ExhibitAtHand, Money, PersonName, Spoken, Value

_PARTS: Mapping[str, tuple[type, Value]] = {
    "name": (PersonName, PersonName()),
    "address": (Address, Address()),
    "spoken": (Spoken, Spoken("")),
    "paper": (ExhibitAtHand, ExhibitAtHand("")),
}
"""Each class of parts, with the instance whose parts are not worth writing."""

_STATES = {State.ANSWERED: "a", State.DOES_NOT_KNOW: "k", State.DECLINED: "d", State.LATER: "l"}
_STATE_OF = {letter: state for state, letter in _STATES.items()}


def state_letter(state: State) -> str:
    """Return one letter for a state: states too have one length."""
    return _STATES[state]


def state_of(letter: str) -> State:
    """Return the state a letter stands for; KeyError for none of ours."""
    return _STATE_OF[letter]


def value_data(value: Value | Rows | None) -> JsonValue:  # noqa: C901, PLR0911 -- one line for each type there is
    """Return a value as JSON data: a list of its type's letter and its content; None for no value."""
    match value:
        case None:
            return None
        case bool():
            return ["b", "y" if value else "n"]
        case str():
            return ["s", value]
        case int():
            return ["i", value]
        case Decimal():
            return ["d", str(value)]
        case tuple():
            return ["t", list(value)]
        case PartialDate():
            return ["date", value.edtf]
        case Age():
            return ["age", str(value)]
        case Money():
            return ["money", str(value.amount), value.currency]
        case Rows():
            return ["rows", list(value.numbers), "y" if value.complete else "n"]
        case PersonName() | Address() | Spoken() | ExhibitAtHand():
            letter, plain = next((name, one) for name, (kind, one) in _PARTS.items() if isinstance(value, kind))
            return [letter, {part: said for part, said in asdict(value).items() if said != getattr(plain, part)}]
        case _:
            message = f"a store does not keep values of type {type(value).__name__}"
            raise TypeError(message)


def value_of(data: JsonValue) -> Value | Rows | None:
    """Return the value that JSON data says; ValueError where it says none of ours."""
    match data:
        case None:
            return None
        case ["b", ("y" | "n") as word]:
            return word == "y"
        case ["s", str(text)]:
            return text
        case ["i", int(number)]:
            return number
        case [("d" | "t" | "rows" | "date" | "age" | "money") as letter, *rest]:
            return _larger_value(letter, rest)
        case [("name" | "address" | "spoken" | "paper") as letter, dict(parts)]:
            return replace(_PARTS[letter][1], **parts)  # type: ignore[type-var]  # all four are dataclasses
    raise ValueError("not a value of ours")


def _larger_value(letter: str, rest: list[JsonValue]) -> Value | Rows:
    match letter, rest:
        case "d", [str(digits)]:
            return Decimal(digits)
        case "t", [list(words)]:
            return tuple(str(word) for word in words)
        case "rows", [list(numbers), word]:
            return Rows(tuple(int(str(number)) for number in numbers), word == "y")
        case "date", [str(text)]:
            return PartialDate.parse(text)
        case "age", [str(text)]:
            return Age.parse(text)
        case "money", [str(amount), str(currency)]:
            return Money(Decimal(amount), currency)
    raise ValueError("not a value of ours")
