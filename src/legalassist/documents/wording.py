"""How a value reads in a document: in a letter's sentence, or in a box of a form."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import phonenumbers

from legalassist.documents.context import Gap
from legalassist.facts.dates import Age, PartialDate
from legalassist.facts.values import Address, ExhibitAtHand, Money, PersonName, Spoken, Value
from legalassist.interviews.schema import Question
from legalassist.languages.formats import amount, country_name, form_date, join_list, long_date, spoken_name

_YES_NO = {"en": ("Yes", "No"), "zh_Hans": ("是", "否"), "zh_Hant": ("是", "否")}
_NOMINAL = {"en": "{} by the nominal count (虚岁)", "zh_Hans": "虚岁{}", "zh_Hant": "虛歲{}"}
_LUNAR = {"en": "{} (lunar calendar, as said)", "zh_Hans": "农历{}", "zh_Hant": "農曆{}"}
_FULL_NAME_YEAR = 4
_CONTEXT_WORDS = 12

SWORN = frozenset({"declaration", "certificate-of-interpretation", "certificate-of-translation"})
"""The letters whose fixed words somebody swears to or signs: an attorney approves these words in both languages."""


def in_words(value: Value, question: Question | None, language: str = "en") -> str:
    """Return a value as a reader of the language reads it; choices by their label, countries by name."""
    if isinstance(value, str):
        return _text_in_words(value, question, language)
    if isinstance(value, tuple):
        return join_list(language, (_label(question, one) for one in value))
    return _WRITTEN[type(value)](value, language)


def _text_in_words(text: str, question: Question | None, language: str) -> str:
    kind = question.kind if question is not None else "text"
    if kind == "country":
        return country_name(text, language)
    if kind == "phone":
        return phone_in_words(text)
    return _label(question, text)


def _label(question: Question | None, value: str) -> str:
    """Return the label of a choice, or the text itself where it is none."""
    choices = question.choices if question is not None else ()
    return next((choice.label for choice in choices if choice.value == value), value)


def date_in_words(when: PartialDate, language: str) -> str:
    """Return a partial date as far as it is known: ``about April 2019``, ``2004年2月29日``; lunar ones as said."""
    if when.calendar == "lunar":
        return _LUNAR[language].format(when.edtf.removeprefix("lunar:"))
    if when.digits < _FULL_NAME_YEAR:
        return when.edtf
    about = when.approximate or when.uncertain
    return long_date(language, when.year, when.month or 0, when.day or 0, approximate=about)


def date_in_form(when: PartialDate) -> str:
    """Return a date as an English form asks for it; one that is not wholly known in words, never filled up."""
    return form_date(when.exact) if when.exact is not None else date_in_words(when, "en")


def phone_in_words(number: str) -> str:
    """Return a telephone number in groups: ``212-555-0123`` within the United States, else with its country code."""
    parsed = phonenumbers.parse(number, "US")
    if parsed.country_code == 1:
        digits = str(parsed.national_number)
        return f"{digits[:3]}-{digits[3:6]}-{digits[6:]}"
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def address_lines(address: Address, language: str = "en") -> tuple[str, ...]:
    """Return an address as the lines of an envelope; the country's name only for addresses abroad."""
    abroad = (country_name(address.country, language),) if address.country != "US" else ()
    return (*address.lines, *abroad)


_WRITTEN: Mapping[type, Callable[[Any, str], str]] = {
    bool: lambda value, language: _YES_NO[language][0 if value else 1],
    int: lambda value, _language: str(value),
    Decimal: lambda value, _language: str(value),
    Age: lambda value, language: _NOMINAL[language].format(value.years) if value.counting == "nominal" else str(value),
    PartialDate: date_in_words,
    PersonName: lambda value, _language: value.full,
    Address: lambda value, language: ", ".join(address_lines(value, language)),
    Money: lambda value, language: amount(language, value.amount, value.currency),
    Spoken: lambda value, language: spoken_name(value.language, value.dialect, language),
    ExhibitAtHand: lambda value, _language: value.title,
}
"""How each kind of value that is neither a text nor several choices reads."""


def message_context(template: str, english: str) -> str:
    """Return the catalog's context of a fixed text of a template: ``template.declaration.i-declare-under-penalty``.

    Made from the text, because the context must be unique in its catalog and templates give their texts no names.
    """
    words = re.findall(r"[a-z0-9]+", english.lower())
    return f"template.{template}.{'-'.join(words[:_CONTEXT_WORDS])}"


def filters(language: str) -> Mapping[str, Callable[[object], object]]:
    """Return the filters every template may use, in one language. A gap passes through every one of them."""

    def passing_gaps(write: Callable[[object], object]) -> Callable[[object], object]:
        return lambda value: value if isinstance(value, Gap) else write(value)

    written: Mapping[str, Callable[[object], object]] = {
        "long_date": lambda value: _any_date(value, lambda when: date_in_words(when, language)),
        "form_date": lambda value: _any_date(value, date_in_form),
        "country": lambda value: country_name(str(value), language),
        "phone": lambda value: phone_in_words(str(value)),
        "spoken": lambda value: in_words(value, None, language) if isinstance(value, Spoken) else str(value),
        "address_lines": lambda value: address_lines(value, language) if isinstance(value, Address) else (str(value),),
    }
    return {name: passing_gaps(write) for name, write in written.items()}


def _any_date(value: object, write: Callable[[PartialDate], str]) -> str:
    """Write a partial date, or a day of the calendar."""
    if isinstance(value, dt.date):
        return write(PartialDate.of(value))
    return write(value) if isinstance(value, PartialDate) else str(value)
