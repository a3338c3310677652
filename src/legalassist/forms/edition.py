"""One edition of an official form: its Parts and Items, what each asks in our words, where its answer is from."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from legalassist.errors import ContentError, Place, Problem
from legalassist.facts.expressions import Expression, parse
from legalassist.facts.paths import group_of, is_pattern
from legalassist.forms.particulars import clinic_paths
from legalassist.forms.rules import RULES
from legalassist.interviews.schema import Interview
from legalassist.interviews.written import Text, YesNo, validate
from legalassist.interviews.yaml_source import At, Source, did_you_mean, read_yaml
from legalassist.library import Library

BOXES = ".boxes"
"""The ending of a file beside an edition's: the boxes of the blank, no items."""


class _Written(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class About(StrEnum):
    """Whom a form can be about: the client, or a family member (one row of ``family``)."""

    CLIENT = "client"
    FAMILY = "family"


class Item(_Written):
    """One Item. Its answer comes from exactly one source.

    `fact` is a fact (or one derived by law); on a form about a family member ``family[]`` in it stands for that
    person's row, and `relative` names the fact where the client's and the relative's differ. `where` narrows a source
    in a group to the rows for which a condition is true (``each.relation == "spouse"``), `nth` to the first, second …
    of these. `rule` names a rule of `forms.rules`. `attorney` says that a named attorney decides: `plain` (and
    `plain_relative`) name the answers to see beside the Item, `proposed` is a condition whose value is offered,
    `record` (and `record relative`) one that is never offered: it is true where the answers show a Yes by themselves;
    `record no` where they show a No, left out: where `record` is false (`forms.against`).
    `choices` what the form lets one choose from, `agrees with` the items of other forms that ask the same. `clinic` is
    a path into the clinic's particulars (``attorney.bar_number``). The interpreter's are those of
    whoever read this form (`forms.sources`).
    """

    item: Text
    label: Text
    answer: Text = ""
    fact: Text = ""
    relative: Text = ""
    rule: Text = ""
    group: Text = ""
    where: Text = ""
    nth: Annotated[int, Field(ge=0, le=99)] = 0
    attorney: YesNo = False
    plain: tuple[Text, ...] = ()
    plain_relative: Annotated[tuple[Text, ...], Field(alias="plain relative")] = ()
    proposed: Text = ""
    record: Text = ""
    record_no: Annotated[Text, Field(alias="record no")] = ""
    record_relative: Annotated[Text, Field(alias="record relative")] = ""
    choices: tuple[Text, ...] = ()
    agrees_with: Annotated[tuple[Text, ...], Field(alias="agrees with")] = ()
    clinic: Text = ""
    by_hand: Annotated[Text, Field(alias="by hand")] = ""

    @model_validator(mode="after")
    def _one_source(self) -> "Item":
        asked = self.fact or self.relative
        sources = [asked, self.group, self.rule, self.attorney, self.clinic, self.by_hand]
        if sum(1 for source in sources if source) != 1:
            message = "an item has exactly one source: fact, group, rule, attorney, clinic, or by hand"
            raise PydanticCustomError("one_source", message)
        return self

    def beside(self, about: str) -> tuple[Text, ...]:
        """Return the answers to see beside the Item for the client (`about` is empty) or a family member."""
        return self.plain_relative if about and self.plain_relative else self.plain


class Part(_Written):
    """One Part of a form."""

    number: Text
    title: Text
    items: tuple[Item, ...]


class Edition(_Written):
    """One edition: form number and title, the edition date it prints, the sha256 of the known blank, its Parts."""

    form: Text
    title: Text
    edition: Text
    sha256: Text = ""
    about: tuple[About, ...] = (About.CLIENT,)
    parts: tuple[Part, ...]


def read_edition(library: Library, shelf: str, name: str) -> Edition:
    """Read ``templates/SHELF/forms/NAME.yaml``; raise ContentError with every problem in it."""
    source = edition_source(library, shelf, name)
    edition, shape = validate(Edition, source)
    if edition is None or source.problems:
        raise ContentError(problems=(*source.problems, *shape))
    return edition


def edition_names(library: Library, shelf: str) -> tuple[str, ...]:
    """Return the file name of every edition of a form on a shelf, oldest of each form first, without the ending."""
    books = library.books(f"templates/{shelf}/forms", ".yaml")
    names = (book.name.rpartition("/")[2].removesuffix(".yaml") for book in books)
    return tuple(sorted(name for name in names if not name.endswith(BOXES)))


def editions_on(library: Library, shelf: str) -> tuple[Edition, ...]:
    """Return every edition on a shelf; raise ContentError with every problem in the first one that has any."""
    return tuple(read_edition(library, shelf, name) for name in edition_names(library, shelf))


def edition_source(library: Library, shelf: str, name: str) -> Source:
    """Return the file of an edition, with places."""
    book = library.get(f"templates/{shelf}/forms/{name}.yaml")
    return read_yaml(book.text, book.name)


def edition_problems(library: Library, shelf: str, name: str, interview: Interview) -> tuple[Problem, ...]:
    """Return everything wrong with an edition's file, facts that no question asks for included."""
    source = edition_source(library, shelf, name)
    edition, shape = validate(Edition, source)
    problems = [*source.problems, *shape]
    if edition is None:
        return tuple(problems)
    for part_number, part in enumerate(edition.parts):
        for item_number, item in enumerate(part.items):
            at = ("parts", part_number, "items", item_number)
            problems.extend(_item_problems(source, at, item, interview))
    return tuple(problems)


def _item_problems(source: Source, at: At, item: Item, interview: Interview) -> Iterator[Problem]:
    """Yield what is wrong with one Item: paths nobody asks for, a condition that cannot be read."""
    known = frozenset((*interview.by_fact, *interview.derived))
    for path in (item.fact, item.relative, item.group, *item.plain, *item.plain_relative):
        if path and (not is_pattern(path) or path not in known):
            yield source.problem(at, f"no question asks for {path!r}", did_you_mean(path, known))
    if item.rule and item.rule not in RULES:
        yield source.problem((*at, "rule"), f"there is no rule {item.rule!r}", did_you_mean(item.rule, tuple(RULES)))
    if item.clinic and item.clinic not in clinic_paths():
        hint = did_you_mean(item.clinic, tuple(clinic_paths()))
        yield source.problem((*at, "clinic"), f"the clinic's particulars have no {item.clinic!r}", hint)
    try:
        row_condition(item)
        for text in (item.proposed, item.record, item.record_no, item.record_relative):
            if text:
                condition_of(item, text)
    except ContentError as wrong:
        yield from (source.problem(at, problem.message, problem.hint) for problem in wrong.problems)


def row_condition(item: Item) -> Expression | None:
    """Return the condition that narrows an Item's rows, or None; raise ContentError where it cannot be read."""
    if not item.where:
        return None
    group = item.group or group_of(item.fact or item.relative) or ""
    return parse(item.where, where=Place(f"Item {item.item}"), group=group)


def proposal(item: Item) -> Expression | None:
    """Return the condition whose value is offered to the attorney, or None; ContentError where it cannot be read."""
    return condition_of(item, item.proposed) if item.proposed else None


def condition_of(item: Item, text: str) -> Expression:
    """Return a condition of an Item, which may speak of the row of the person the form is about; ContentError."""
    where = Place(f"Item {item.item}")
    try:
        return parse(text, where=where)
    except ContentError:
        return parse(text, where=where, group="family")
