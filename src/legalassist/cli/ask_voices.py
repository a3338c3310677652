"""Say one thing in every language of the screen, in the order the languages were given."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from legalassist.errors import ContentError, Problem, UsageError
from legalassist.facts.dates import Age, PartialDate
from legalassist.facts.names import in_order
from legalassist.facts.values import Address, ExhibitAtHand, Money, PersonName, Spoken, Value
from legalassist.interviews.schema import Interview, Question
from legalassist.languages.catalog import Catalog
from legalassist.languages.formats import amount, country_name, join_list, long_date, spoken_name
from legalassist.languages.tags import normalise
from legalassist.languages.words import word
from legalassist.library import Library

Text = tuple[str, ...]
"""One thing said in each language of the screen, in their order."""

NAMES = {"en": "English", "zh_Hans": "中文", "zh_Hant": "繁體中文"}
"""What each language calls itself; never translated."""


@dataclass(frozen=True)
class Voices:
    """The languages of a screen, with the words of the program and of one interview."""

    languages: tuple[str, ...]
    words: tuple[Catalog, ...]
    interview: tuple[Catalog, ...]

    @classmethod
    def read(cls, library: Library, languages: str, interview: Interview) -> "Voices":
        """Read the catalogs for languages as typed: ``en,zh_Hans``.

        Raises UsageError for an unknown language, or none; ContentError with every text of the interview that a
        language lacks, so that nobody meets a missing question in the middle of a talk.
        """
        tags = tuple(dict.fromkeys(normalise(tag) for tag in languages.split(",") if tag.strip()))
        if not tags:
            raise UsageError("no language is named", "for example --languages en,zh_Hans")
        words = tuple(Catalog.read(library, tag, "app") for tag in tags)
        own = tuple(Catalog.read(library, tag, interview.name) for tag in tags)
        problems: list[Problem] = []
        for catalog in own:
            for context, english in interview.messages():
                try:
                    catalog.text(context, english)
                except ContentError as wrong:
                    problems.extend(wrong.problems)
        if problems:
            raise ContentError("the screen lacks texts", problems=tuple(problems))
        return cls(tags, words, own)

    @property
    def spoken(self) -> str:
        """The language the client is asked in: the first that is not English, or English where there is no other."""
        return next((tag for tag in self.languages if tag != "en"), "en")

    def word(self, context: str, **values: str | Text) -> Text:
        """Return a word of the program; a value may itself be said in each language."""
        return tuple(
            word(catalog, context, **{key: one if isinstance(one, str) else one[n] for key, one in values.items()})
            for n, catalog in enumerate(self.words)
        )

    def text(self, context: str, english: str) -> Text:
        """Return a text of the interview."""
        return tuple(catalog.text(context, english) for catalog in self.interview)

    def same(self, text: str) -> Text:
        """Return one text for every language: a name, a number."""
        return (text,) * len(self.languages)

    def joined(self, items: list[Text]) -> Text:
        """Return several texts as a sentence lists them."""
        return tuple(
            join_list(tag, [item[n] for item in items]) if items else "" for n, tag in enumerate(self.languages)
        )

    def part(self, question: Question, part: str) -> Text | None:
        """Return a question's ``ask``, ``help``, ``why`` or ``row``; None where it has none."""
        english: str = getattr(question, part)
        return self.text(f"{question.fact}.{part}", english) if english else None

    def choice(self, question: Question, value: str) -> Text:
        """Return the label of a choice."""
        label = next(choice.label for choice in question.choices if choice.value == value)
        return self.text(f"{question.fact}.choices.{value}", label)

    def answer(self, question: Question, value: Value) -> Text:
        """Return an answer as each language shows it; what a person wrote is shown as it is."""
        say: Callable[[str], str] = partial(_as_written, value)
        match value:
            case bool():
                return self.word("ask.yes" if value else "ask.no")
            case tuple():
                return self.joined([self.choice(question, one) for one in value])
            case str() if value in question.values:
                return self.choice(question, value)
            case str() if question.kind == "country":
                say = partial(country_name, value)
            case PartialDate() if _has_words(value):
                say = partial(_date, value)
            case Money():
                say = partial(_money, value)
            case Spoken():
                say = partial(spoken_name, value.language, value.dialect)
        return tuple(say(tag) for tag in self.languages)


def _as_written(value: Value, language: str) -> str:
    """Return a value as it was written; a name in the order of the language, with the person's own characters."""
    if not isinstance(value, PersonName):
        return plain(value)
    said = in_order(value, language)
    return f"{said} ({value.native})" if value.native and value.native not in said else said


def _has_words(date: PartialDate) -> bool:
    """Say whether a language has words for a date like this; others are shown as they were typed."""
    whole_year = date.digits == len("2019")
    return whole_year and date.calendar == "gregorian" and not date.uncertain


def _date(date: PartialDate, language: str) -> str:
    return long_date(language, date.year, date.month or 0, date.day or 0, approximate=date.approximate)


def _money(money: Money, language: str) -> str:
    return amount(language, money.amount, money.currency)


def plain(value: Value) -> str:
    """Return a value that reads the same in every language."""
    match value:
        case PartialDate():
            return value.edtf
        case PersonName():
            parts = (value.family, value.given, value.middle, value.native)
            return " ".join(part for part in parts if part)
        case Address():
            return ", ".join((*value.lines, value.country)) if value.lines else value.native
        case ExhibitAtHand():
            return value.title
        case Money() | Spoken() | Age() | Decimal() | int() | tuple() | str():
            return str(value)
