"""The clinic's own particulars (``clinic.yaml``): letterhead, attorneys, interpreters and preparers, for every form.

One fact is written once: what the clinic is stands here, never in a client's answers. Where a form needs something
that is not written here, the form shows a gap, as for an answer that is missing.
"""

from collections.abc import Callable, Sequence
from typing import Annotated, Any, Self, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from legalassist.errors import ContentError, UsageError
from legalassist.facts.dates import PartialDate
from legalassist.facts.values import Address, PersonName, Spoken
from legalassist.interviews.types import TYPES, UnfitValueError
from legalassist.interviews.written import WholeNumber, validate
from legalassist.interviews.yaml_source import read_yaml
from legalassist.languages.tags import ENGLISH, SIMPLIFIED, TRADITIONAL
from legalassist.reviews.ledger import READERS
from legalassist.reviews.people import People, Somebody

Line = Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]
Code = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=20)]
"""How the clinic names a person in answers and file names: short, and no name."""


def _as(kind: str) -> BeforeValidator:
    """Return the validator that reads a part as a question of that type would read its answer."""
    read: Callable[..., object] = TYPES[kind].read

    def validated(data: Any) -> object:  # noqa: ANN401 - whatever the file holds comes in
        if not isinstance(data, str | dict | list):
            return data
        try:
            return read(data, ())
        except UnfitValueError as wrong:
            message = f"{wrong.message} {wrong.hint}".strip()
            raise PydanticCustomError("unfit", "{message}", {"message": message}) from None

    return BeforeValidator(validated)


Name = Annotated[PersonName, _as("person name")]
Place = Annotated[Address, _as("address")]
Phone = Annotated[str, _as("phone")]
Email = Annotated[str, _as("email")]
Day = Annotated[PartialDate, _as("date")]
Language = Annotated[Spoken, _as("language")]
YesNo = Annotated[bool, _as("yes no")]


ATTORNEY, PREPARER = "representation.attorney", "representation.preparer"
"""The facts of a case that name its attorney and its preparer, by code."""


class _Written(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True, populate_by_name=True)


_NEEDED = frozenset({"code", "name", "title", "languages", "has_no"})


class Person(_Written):
    """Somebody of the clinic, or who works for it, as a form asks for them.

    `has_no` names particulars this person does not have (a fax): a form that asks for them is then complete without.
    """

    code: Code
    name: Name
    business: Line | None = None
    address: Place | None = None
    phone: Phone | None = None
    mobile: Phone | None = None
    email: Email | None = None
    has_no: Annotated[tuple[Line, ...], Field(alias="has no")] = ()

    @model_validator(mode="after")
    def _lacks(self) -> Self:
        for part in self.has_no:
            if part not in type(self).model_fields or part in _NEEDED:
                raise PydanticCustomError("no_part", "'has no' names {part}, which is no particular", {"part": part})
            if getattr(self, part) is not None:
                raise PydanticCustomError("both", "{part} is given, and 'has no' says there is none", {"part": part})
        return self


class Attorney(Person):
    """An attorney, or a representative accredited by the Department of Justice (`accredited_on` is then set)."""

    title: Line
    fax: Phone | None = None
    uscis_account: Annotated[str, StringConstraints(pattern=r"^\d{12}$")] | None = None
    licensing_authority: Line | None = None
    bar_number: Line | None = None
    restricted: YesNo | None = None
    """Whether an order restricts them in the practice of law; Form G-28 asks, and nothing is assumed."""
    recognized_organization: Line | None = None
    accredited_on: Day | None = None

    @property
    def accredited(self) -> bool:
        """Whether this is a representative accredited by the Department of Justice, and no attorney."""
        return self.accredited_on is not None


AnyPerson = TypeVar("AnyPerson", bound=Person)


class Interpreter(Person):
    """An interpreter, and the languages they work between beside English."""

    languages: tuple[Language, ...] = ()

    def between(self, relay: "Interpreter", spoken: Spoken) -> tuple[Spoken, ...]:
        """Return the languages in which this one and a relay can work together where a person speaks another.

        A relay puts English into such a language, and this one puts it into what the person speaks. None where
        clinic.yaml does not give both of them one.
        """
        shared = {one.language for one in relay.languages} - {spoken.language, ENGLISH}
        return tuple(one for one in self.languages if one.language in shared)


Said = Annotated[str, StringConstraints(max_length=200, strip_whitespace=True)]


class Told(_Written):
    """A line of the clinic's own, in each language it gives: one text alone is printed whatever the language."""

    alone: Annotated[Said, Field(alias="all")] = ""
    en: Said = ""
    simplified: Annotated[Said, Field(alias="zh_Hans")] = ""
    traditional: Annotated[Said, Field(alias="zh_Hant")] = ""

    @property
    def every(self) -> tuple[str, ...]:
        """The line in each language that it is given in; nothing where it is not given."""
        return tuple(text for text in (self.alone, self.en, self.simplified, self.traditional) if text)

    def said_in(self, languages: Sequence[str]) -> tuple[str, ...]:
        """Return the line in each of some languages, once; where a language has none of its own, the first there is."""
        return tuple(dict.fromkeys(self._by[self.used_in(one)] for one in languages if self.every))

    def used_in(self, language: str) -> str:
        """Return the language whose line stands for one: its own, or the first there is; empty: one text for all."""
        return language if self._by[language] else next((one for one, text in self._by.items() if text), "")

    @property
    def _by(self) -> dict[str, str]:
        return {"": self.alone, ENGLISH: self.en, SIMPLIFIED: self.simplified, TRADITIONAL: self.traditional}


_one_for_all = BeforeValidator(lambda data: {"all": data} if isinstance(data, str) else data)

OwnLine = Annotated[Told, _one_for_all]


def _at_most(signs: int) -> AfterValidator:
    def short(told: Told) -> Told:
        if any(len(text) > signs for text in told.every):
            message = "the text has at most {signs} characters"
            raise PydanticCustomError("long", message, {"signs": signs})
        return told

    return AfterValidator(short)


OwnName = Annotated[Told, _one_for_all, _at_most(80)]
CardName = Annotated[Told, _one_for_all, _at_most(40)]


class Outreach(_Written):
    """What stands on the clinic's handouts beside its name and number.

    `plain_name` and `plain_url` are printed on plain handouts, which tell nobody what they are about. `url` is the
    clinic's own address on the web; `logo` a file beside clinic.yaml. Whether a handout is attorney advertising is
    for the clinic's attorney to decide: `advertising` is then its line. `colour` (#rrggbb) is that of titles and lines.
    `name` is that of the clinic in its languages, where it has several; `card_name` a shorter one, for cards.
    """

    name: OwnName = Told()
    card_name: CardName = Told()
    hours: OwnLine = Told()
    colour: Annotated[str, StringConstraints(pattern=r"^(#[0-9A-Fa-f]{6})?$")] = ""
    url: Annotated[str, StringConstraints(max_length=60, strip_whitespace=True)] = ""
    logo: Annotated[str, StringConstraints(max_length=100, strip_whitespace=True)] = ""
    plain_name: OwnName = Told()
    plain_url: Annotated[str, StringConstraints(max_length=60, strip_whitespace=True)] = ""
    advertising: OwnLine = Told()
    disclaimer: OwnLine = Told()


class Hours(_Written):
    """How many hours such a case took the programme: its own numbers, and the month they are of."""

    least: Annotated[WholeNumber, Field(ge=1, le=2000)]
    most: Annotated[WholeNumber, Field(ge=1, le=2000)]
    as_of: Annotated[str, StringConstraints(pattern=r"^20\d\d-(0[1-9]|1[0-2])$")]

    @model_validator(mode="after")
    def _fit(self) -> Self:
        if self.least > self.most:
            raise PydanticCustomError("hours", "the least hours are not more than the most")
        return self


class Offers(_Written):
    """What the programme tells firms beside each case: its own hours, if it has counted them, and what it gives."""

    hours: Hours | None = None
    support: tuple[Line, ...] = ()


class Clinic(_Written):
    """One clinic. The first attorney signs where a case does not name another by code."""

    name: Line
    address_lines: tuple[Line, ...]
    phone: Line
    email: Line
    attorneys: Annotated[tuple[Attorney, ...], "at least one"]
    interpreters: tuple[Interpreter, ...] = ()
    preparers: tuple[Person, ...] = ()
    handouts: Outreach = Outreach()
    placement: Offers = Offers()
    mailing_days: Annotated[WholeNumber, Field(ge=0, le=60)] | None = None
    """How many days before a day of receipt the clinic sends a paper off. No source gives a number: there is none."""
    translation_readers: Annotated[WholeNumber, Field(ge=1, le=4)] = READERS
    """How many people must have read a translation before it counts as approved; the attorney is one of them."""

    @model_validator(mode="after")
    def _codes(self) -> Self:
        if not self.attorneys:
            raise PydanticCustomError("attorneys", "at least one attorney is needed here")
        for people in (self.attorneys, self.interpreters, self.preparers):
            codes = [person.code for person in people]
            if len(set(codes)) != len(codes):
                raise PydanticCustomError("codes", "two people have the same code")
        return self

    @property
    def attorney(self) -> Attorney:
        """The attorney who signs where a case names no other."""
        return self.attorneys[0]

    @property
    def preparer(self) -> Person:
        """Who prepares the forms: the first preparer there is, else the attorney."""
        return self.preparers[0] if self.preparers else self.attorney

    @property
    def people(self) -> People:
        """Everybody who has a code here, for who counts as another person."""
        everybody: tuple[Person, ...] = (*self.attorneys, *self.interpreters, *self.preparers)
        known = (Somebody(one.code, one.name.full, one.name.native, one.email or "") for one in everybody)
        return People(tuple(dict.fromkeys(known)))

    def attorney_by(self, code: str, refused: str = "--by: no attorney of the clinic has this code") -> Attorney:
        """Return the attorney with a code; UsageError, which says `refused` and the codes there are, for none."""
        found = next((one for one in self.attorneys if one.code == code), None)
        if found is None:
            raise UsageError(refused, f"clinic.yaml has: {', '.join(one.code for one in self.attorneys)}")
        return found

    def serving(self, attorney: str = "", preparer: str = "") -> Self:
        """Return the clinic as it stands in one case: its attorney and its preparer first, each named by code.

        An empty code leaves the order as the file has it. A preparer may be one of the attorneys. Raises UsageError for
        a code that nobody has; it is not repeated.
        """
        attorneys = _first(self.attorneys, attorney, ATTORNEY)
        everybody = (*self.preparers, *attorneys)
        preparers = _first(everybody, preparer, PREPARER)[:1] if preparer else self.preparers
        return self.model_copy(update={"attorneys": attorneys, "preparers": preparers})


def _first(people: tuple[AnyPerson, ...], code: str, fact: str) -> tuple[AnyPerson, ...]:
    """Return people with the one of a code in front; UsageError where nobody has the code."""
    if not code:
        return people
    found = [one for one in people if one.code == code]
    if not found:
        codes = ", ".join(one.code for one in people) or "nobody"
        raise UsageError(f"{fact}: clinic.yaml has nobody with this code", f"it has: {codes}")
    return (found[0], *(one for one in people if one is not found[0]))


def read_clinic(text: str, file: str) -> Clinic:
    """Read ``clinic.yaml``; raise ContentError with every problem in it."""
    source = read_yaml(text, file)
    clinic, shape = validate(Clinic, source)
    if clinic is None or source.problems:
        raise ContentError("the clinic's particulars have problems", problems=(*source.problems, *shape))
    return clinic
