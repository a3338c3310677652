"""The types a question's answer can have: how each is read from YAML or from a keyboard, and written again.

Every type reads *text*: a scalar, or a mapping of scalars for the composite ones (a name, an address, a paper). What
does not fit raises `UnfitValueError` with a message for the person who typed it, which never repeats what was typed.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields
from decimal import Decimal, InvalidOperation
from unicodedata import normalize

import phonenumbers

from legalassist.errors import AnswerRefused
from legalassist.facts.dates import Age, PartialDate
from legalassist.facts.text import clean
from legalassist.facts.values import Address, ExhibitAtHand, Money, PersonName, Spoken, Value, is_name
from legalassist.interviews.yaml_source import Data, did_you_mean
from legalassist.languages.formats import countries_after, country_code, country_name

TEXT_LIMIT = 500
LONG_TEXT_LIMIT = 60_000
MOST_PAGES = 10_000
MOST_REFERENCES = 500
REFERENCE_LIMIT = 120


class UnfitValueError(ValueError):
    """An answer that does not fit its type: what is wrong, and what to type instead."""

    def __init__(self, message: str, hint: str = "") -> None:
        """Take the message and the hint; neither may repeat what was typed."""
        super().__init__(message)
        self.message = message
        self.hint = hint


Choices = tuple[str, ...]
Reader = Callable[[Data, Choices], Value]


@dataclass(frozen=True, slots=True)
class QuestionType:
    """One type: its name in YAML, how a value is read, and the parts a composite value has."""

    name: str
    read: Reader
    parts: tuple[str, ...] = ()
    chooses: bool = False


def _scalar(data: Data, *, limit: int = TEXT_LIMIT, one_line: bool = True) -> str:
    """Return one cleaned text; a list or mapping, or nothing, does not fit."""
    if not isinstance(data, str):
        raise UnfitValueError("one text is expected here, not a list or several parts")
    try:
        text = clean(data, one_line=one_line, limit=limit).strip()
    except AnswerRefused as refused:
        raise UnfitValueError(refused.message, refused.hint) from None
    if not text:
        raise UnfitValueError("nothing was written here", "leave the question out, or say 'later'")
    return text


def _text(data: Data, _choices: Choices) -> str:
    return _scalar(data)


def _long_text(data: Data, _choices: Choices) -> str:
    return _scalar(data, limit=LONG_TEXT_LIMIT, one_line=False)


def _yes_no(data: Data, _choices: Choices) -> bool:
    word = _scalar(data).lower()
    if word in {"yes", "true", "y"}:
        return True
    if word in {"no", "false", "n"}:
        return False
    raise UnfitValueError("yes or no is expected here")


def _choice(data: Data, choices: Choices) -> str:
    word = _scalar(data)
    if word not in choices:
        raise UnfitValueError(
            "this is not one of the choices", did_you_mean(word, choices) or f"one of: {', '.join(choices)}"
        )
    return word


def _several(data: Data, choices: Choices) -> tuple[str, ...]:
    items = data if isinstance(data, list) else [data]
    words = tuple(_choice(item, choices) for item in items)
    if len(set(words)) != len(words):
        raise UnfitValueError("one choice stands here twice")
    return tuple(choice for choice in choices if choice in words)


_REFERENCE = re.compile(r"[A-Za-z0-9]([A-Za-z0-9_.\[\]-]*[A-Za-z0-9\]])?", re.ASCII)


def _references(data: Data, _choices: Choices) -> tuple[str, ...]:
    """Read names of things in the case (``jobs[2].to_date``, an exhibit's key, a paragraph's number), in this order."""
    items = data if isinstance(data, list) else _scalar(data, limit=LONG_TEXT_LIMIT).replace(",", " ").split()
    words = tuple(_scalar(item, limit=REFERENCE_LIMIT) for item in items)
    if any(not _REFERENCE.fullmatch(word) for word in words):
        hint = "for example jobs[2].to_date, exhibits[1] or police-report, with a space between two of them"
        raise UnfitValueError("names of facts, papers or paragraphs are expected here", hint)
    if len(set(words)) != len(words):
        raise UnfitValueError("one name stands here twice")
    if len(words) > MOST_REFERENCES:
        raise UnfitValueError(f"more than {MOST_REFERENCES} names stand here")
    return words


def _number(data: Data, _choices: Choices) -> int:
    word = _scalar(data)
    if not re.fullmatch(r"-?\d{1,12}", word, re.ASCII):
        raise UnfitValueError("a whole number is expected here", "write digits only, for example 12")
    return int(word)


def _money(data: Data, _choices: Choices) -> Money:
    match = re.fullmatch(r"([A-Z]{3}) (\d{1,3}(?:,\d{3}){1,3}|\d{1,12})(\.\d{1,2})?", _scalar(data), re.ASCII)
    if not match:
        raise UnfitValueError("an amount with its currency is expected here", "for example USD 1200 or CNY 300000")
    try:
        return Money(Decimal(match[2].replace(",", "") + (match[3] or "")), match[1])
    except InvalidOperation:  # pragma: no cover - the pattern above lets only digits through
        raise UnfitValueError("the amount is not a number") from None


def _partial_date(data: Data, _choices: Choices) -> PartialDate:
    word = _scalar(data)
    try:
        return PartialDate.parse(word)
    except ValueError as wrong:
        raise UnfitValueError(str(wrong), "for example 2019, 2019-04, 2019-04-07, 2019~ or lunar:1999-08-15") from None


def _date(data: Data, choices: Choices) -> PartialDate:
    day = _partial_date(data, choices)
    if day.exact is None:
        raise UnfitValueError("the whole date is needed here", "year-month-day, for example 2026-12-01")
    return day


_AGE = re.compile(r"(?P<nominal>nominal:?|虚岁?)?(?:周岁)?\s?(?P<years>\d{1,3})(?P<after>周?岁|虚岁?)?", re.ASCII)


def _age(data: Data, _choices: Choices) -> Age:
    """Read an age as said: ``19`` or ``nominal:19``, and the ways people type these in Chinese (``虚岁19``)."""
    found = _AGE.fullmatch(normalize("NFKC", _scalar(data)))
    try:
        if found is None:
            return Age.parse("")
        nominal = bool(found["nominal"]) or (found["after"] or "").startswith("虚")
        return Age(int(found["years"]), "nominal" if nominal else "full")
    except ValueError as wrong:
        raise UnfitValueError(str(wrong), "for example 17, or nominal:19 for a count that begins with 1") from None


def _mapping(data: Data, allowed: Mapping[str, int]) -> dict[str, str]:
    """Return the parts of a composite value, each one cleaned line; an unknown part does not fit."""
    if not isinstance(data, dict):
        raise UnfitValueError("several parts are expected here", f"the parts are: {', '.join(allowed)}")
    for key in data:
        if key not in allowed:
            raise UnfitValueError(
                "a part that is not known", did_you_mean(key, list(allowed)) or f"parts: {', '.join(allowed)}"
            )
    return {key: _scalar(value, limit=allowed[key]) for key, value in data.items() if value not in ("", None)}


_NAME_PARTS = {"family": 120, "given": 120, "middle": 120, "native": 60}


def _person_name(data: Data, _choices: Choices) -> PersonName:
    parts = _mapping(data, _NAME_PARTS)
    if not parts:
        raise UnfitValueError("a name needs at least one part", "a single name goes into 'family'")
    if not all(map(is_name, parts.values())):
        raise UnfitValueError(
            "FNU, LNU, XXX, unknown, a line and the like are no name",
            "take them out, and leave a part empty that has no name; a single name goes into 'family', also where a "
            "visa shows FNU beside it",
        )
    return PersonName(**parts)


_ADDRESS_PARTS = dict.fromkeys((field.name for field in fields(Address) if field.name != "confidential"), 200)
_UNITS = ("APT", "STE", "FLR")


def _address(data: Data, choices: Choices) -> Address:
    parts = dict(data) if isinstance(data, dict) else data
    confidential = (
        _yes_no(parts.pop("confidential"), ()) if isinstance(parts, dict) and "confidential" in parts else False
    )
    read = _mapping(parts, _ADDRESS_PARTS)
    if "unit_kind" in read and read["unit_kind"] not in _UNITS:
        raise UnfitValueError("the kind of unit is not known", "one of: APT, STE, FLR")
    read["country"] = _country(read.get("country", "US"), choices)
    if read["country"] == "US":
        _check_us_address(read)
    if not any(read.get(part) for part in ("street", "city", "native")):
        raise UnfitValueError("an address needs a street or a city")
    return Address(**read, confidential=confidential)


def _check_us_address(parts: Mapping[str, str]) -> None:
    if parts.get("zip_code") and not re.fullmatch(r"\d{5}(-\d{4})?", parts["zip_code"], re.ASCII):
        raise UnfitValueError("a ZIP code has five digits", "for example 11354")
    if parts.get("state") and not re.fullmatch(r"[A-Z]{2}", parts["state"]):
        raise UnfitValueError("the state is written with two capital letters", "for example NY")


def _phone(data: Data, _choices: Choices) -> str:
    try:
        number = phonenumbers.parse(_scalar(data), "US")
    except phonenumbers.NumberParseException:
        number = None
    if number is None or not phonenumbers.is_possible_number(number):
        raise UnfitValueError("this cannot be a telephone number", "for example 212-555-0123, or +86 ... for China")
    if number.extension:  # the kept form has no room for it, and nothing that was said is dropped in silence
        raise UnfitValueError("an extension cannot be kept with the number", "write the number alone")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _email(data: Data, _choices: Choices) -> str:
    word = _scalar(data)
    if not re.fullmatch(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+", word):
        raise UnfitValueError("this cannot be an e-mail address", "for example name@example.org")
    return word


_FEW_COUNTRIES = 3
"""How many countries a hint names."""


def _country(data: Data, _choices: Choices) -> str:
    word = _scalar(data)
    code, after = country_code(word), countries_after(word)
    if code is None and after:
        today = " or ".join(country_name(one, "en") for one in after[:_FEW_COUNTRIES])
        hint = f"write the country the place is in today (such as {today}), and tell the attorney the old name"
        raise UnfitValueError("there is no country of this name any longer", hint)
    if code is None:
        raise UnfitValueError("this is not a country's name or two-letter code", "for example China, 中国 or CN")
    return code


def _language(data: Data, _choices: Choices) -> Spoken:
    parts: Data = {"language": data} if isinstance(data, str) else data
    read = _mapping(parts, {"language": 60, "dialect": 60})
    if not re.fullmatch(r"[a-z]{2,3}", read.get("language", "")):
        raise UnfitValueError(
            "a spoken language is named by its code", "for example cmn (Mandarin), yue (Cantonese), en"
        )
    return Spoken(**read)


def _digits(data: Data, *, counts: tuple[int, ...], strip: str, message: str, hint: str) -> str:
    digits = re.sub(strip, "", _scalar(data))
    if not digits.isascii() or not digits.isdigit() or len(digits) not in counts:
        raise UnfitValueError(message, hint)
    return digits


def _a_number(data: Data, _choices: Choices) -> str:
    found = _digits(
        data,
        counts=(7, 8, 9),
        strip=r"^[Aa]|[\s-]",
        message="an A-Number has 7 to 9 digits",
        hint="for example A012345678",
    )
    return found.zfill(9)


def _ssn(data: Data, _choices: Choices) -> str:
    return _digits(
        data, counts=(9,), strip=r"[\s-]", message="a Social Security number has 9 digits", hint="000-00-0000"
    )


def _receipt(data: Data, _choices: Choices) -> str:
    word = re.sub(r"[\s-]", "", _scalar(data))
    if not re.fullmatch(r"[A-Za-z]{3}\d{10}", word, re.ASCII):
        raise UnfitValueError("a receipt number has three letters and ten digits", "for example EAC0000000000")
    return word.upper()


def _passport(data: Data, _choices: Choices) -> str:
    word = re.sub(r"[\s-]", "", _scalar(data))
    if not re.fullmatch(r"[A-Za-z0-9]{5,20}", word, re.ASCII):
        raise UnfitValueError("a passport number has 5 to 20 letters and digits")
    return word.upper()


def _code(data: Data, _choices: Choices) -> str:
    word = _scalar(data, limit=40).lower()
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", word, re.ASCII):
        message = "a short name here has small letters, digits and hyphens only"
        raise UnfitValueError(message, "for example police-report")
    return word


def _exhibit(data: Data, choices: Choices) -> ExhibitAtHand:
    parts = dict(data) if isinstance(data, dict) else data
    if not isinstance(parts, dict):
        raise UnfitValueError("several parts are expected here", "the parts are: title, language, pages, held")
    held = _yes_no(parts.pop("held", "yes"), choices)
    pages = _number(parts.pop("pages", "1"), choices)
    if not 1 <= pages <= MOST_PAGES:
        raise UnfitValueError("a paper has at least one page")
    read = _mapping(parts, {"title": 200, "language": 20})
    if "title" not in read:
        raise UnfitValueError("the paper needs a short title")
    return ExhibitAtHand(read["title"], read.get("language", "en"), pages, held)


def _type(name: str, read: Reader, *parts: str, chooses: bool = False) -> tuple[str, QuestionType]:
    return name, QuestionType(name, read, parts, chooses)


GROUP = "group"
TYPES: Mapping[str, QuestionType] = dict(
    [
        _type("text", _text),
        _type("long text", _long_text),
        _type("yes no", _yes_no),
        _type("choice", _choice, chooses=True),
        _type("several choices", _several, chooses=True),
        _type("relation", _choice, chooses=True),
        _type("number", _number),
        _type("money", _money),
        _type("date", _date),
        _type("partial date", _partial_date),
        _type("age", _age),
        _type("person name", _person_name, *_NAME_PARTS),
        _type("address", _address, *_ADDRESS_PARTS, "confidential"),
        _type("phone", _phone),
        _type("email", _email),
        _type("country", _country),
        _type("language", _language, "language", "dialect"),
        _type("a-number", _a_number),
        _type("ssn", _ssn),
        _type("receipt number", _receipt),
        _type("passport", _passport),
        _type("code", _code),
        _type("exhibit", _exhibit, "title", "language", "pages", "held"),
        _type("references", _references),
    ]
)
"""Every type but `GROUP`, which has rows of questions instead of a value."""


def write_value(value: Value) -> Data:
    """Return a value as YAML data that its own type reads back to an equal value."""
    match value:
        case bool():
            return "yes" if value else "no"
        case PartialDate():
            return value.edtf
        case Money():
            return f"{value.currency} {value.amount}"
        case tuple():
            return list(value)
        case PersonName() | Address() | Spoken() | ExhibitAtHand():
            return {
                key: ("yes" if part else "no") if isinstance(part, bool) else str(part)
                for key, part in asdict(value).items()
                if part not in ("", False) or key == "held"
            }
        case _:
            return str(value)
