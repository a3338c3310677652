"""How authors write an interview: the shape of its YAML files, validated by pydantic.

Every value arrives as text (see `yaml_source`). The models refuse unknown keys, so a misspelt ``aks:`` is a problem.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Self, TypeVar, get_args

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from legalassist.errors import AnswerRefused, Problem
from legalassist.facts.text import clean
from legalassist.interviews.schema import FormItem, Sensitivity, Stop, Who
from legalassist.interviews.types import GROUP, TYPES
from legalassist.interviews.yaml_source import At, Data, Source, did_you_mean, nearest


def _yes_no(word: Any) -> Any:  # noqa: ANN401 - whatever the file holds comes in
    if isinstance(word, str) and word in {"yes", "true", "no", "false"}:
        return word in {"yes", "true"}
    raise PydanticCustomError("yes_no", "yes or no is expected here")


def _kind(word: Any) -> Any:  # noqa: ANN401 - whatever the file holds comes in
    _text(word)
    if word == GROUP or word in TYPES:
        return word
    hint = did_you_mean(word, [*TYPES, GROUP])
    raise PydanticCustomError(
        "kind", "there is no question type {word}{hint}", {"word": repr(word), "hint": _hint(hint)}
    )


def _form_item(word: Any) -> Any:  # noqa: ANN401 - whatever the file holds comes in
    form, _, item = str(word).partition(" ")
    part, _, number = item.partition(".")
    if not (form and part and number):
        raise PydanticCustomError("form_item", "a form item is written FORM PART.ITEM, for example i-914 2.10")
    return FormItem(form, part, number)


def _text(word: Any) -> Any:  # noqa: ANN401 - whatever the file holds comes in
    if not isinstance(word, str):
        raise PydanticCustomError(
            "text", "one text is expected here; put it in quotes if it holds ':' or begins with '['"
        )
    if not word.strip():
        raise PydanticCustomError("text", "nothing is written here")
    try:
        return " ".join(clean(word).split())
    except AnswerRefused as refused:
        raise PydanticCustomError("text", "{message}", {"message": refused.message}) from None


def _condition(word: Any) -> Any:  # noqa: ANN401 - whatever the file holds comes in
    _text(word)
    return word.rstrip()  # its own line ends stay, so that a mistake in it is found on its line


def _whole_number(word: Any) -> Any:  # noqa: ANN401 - whatever the file holds comes in
    if isinstance(word, str) and word.isascii() and word.isdigit() and len(word) <= _MOST_DIGITS:
        return int(word)
    raise PydanticCustomError("whole_number", "a whole number of at most four digits is expected here")


def _hint(hint: str) -> str:
    return f" ({hint})" if hint else ""


_MOST_DIGITS = 4
YesNo = Annotated[bool, BeforeValidator(_yes_no)]
Text = Annotated[str, BeforeValidator(_text)]
Condition = Annotated[str, BeforeValidator(_condition)]
Kind = Annotated[str, BeforeValidator(_kind)]
Feeds = Annotated[FormItem, BeforeValidator(_form_item)]
WholeNumber = Annotated[int, BeforeValidator(_whole_number)]


class _Written(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ChoiceWritten(_Written):
    """One choice."""

    value: Text
    label: Text


class StopWritten(_Written):
    """When an answer stops the talk: who takes over, and at which values, dates or births."""

    who: Stop
    values: tuple[Text, ...] = ()
    days_ahead: WholeNumber | None = None
    younger_than: WholeNumber | None = None


class QuestionWritten(_Written):
    """One question, as its author writes it."""

    fact: Text
    kind: Annotated[Kind, Field(validation_alias=AliasChoices("type"))]
    ask: Text
    help: Text = ""
    why: Text = ""
    sensitivity: Sensitivity = Sensitivity.ORDINARY
    who: Who = Who.CLIENT
    when: Condition = ""
    feeds: tuple[Feeds, ...] = ()
    needed: YesNo = False
    choices: tuple[ChoiceWritten, ...] = ()
    row: Text = ""
    questions: tuple["QuestionWritten", ...] = ()
    stop: StopWritten | None = None


class PageWritten(_Written):
    """One page file; with `each` its questions are asked for each row of a group that an earlier page lists."""

    page: Text
    section: Text
    title: Text
    warning: Text = ""
    pause_after: YesNo = False
    until: Text = ""
    each: Text = ""
    questions: tuple[QuestionWritten, ...]


class InterviewWritten(_Written):
    """The file ``interview.yaml``."""

    interview: Text
    title: Text
    pages: tuple[Text, ...]


Model = TypeVar("Model", bound=BaseModel)


def validate(model: type[Model], source: Source) -> tuple[Model | None, tuple[Problem, ...]]:
    """Return the file's model, or None and every way in which the file does not have that shape.

    What only echoes a problem of the source itself (on the same line, or because nothing could be read) is left out.
    """
    if source.problems and not source.data:
        return None, ()
    try:
        return model.model_validate(source.data), ()
    except ValidationError as wrong:
        faults = [_Fault.of(model, source, dict(error)) for error in wrong.errors(include_url=False)]
    meant = {(*fault.at[:-1], fault.meant) for fault in faults if fault.meant}
    broken = {problem.where.line for problem in source.problems}
    problems = (fault.problem(source) for fault in faults if not (fault.missing and fault.at in meant))
    return None, tuple(dict.fromkeys(problem for problem in problems if problem.where.line not in broken))


@dataclass(frozen=True, slots=True)
class _Fault:
    """One of pydantic's errors: where in the file, of what kind, and (for an unknown key) which key may be meant."""

    at: At
    kind: str
    message: str
    meant: str = ""

    @classmethod
    def of(cls, model: type[BaseModel], source: Source, error: Mapping[str, Any]) -> Self:
        """Take an error; its place loses the names of models that pydantic puts between the keys."""
        at, inside = _place_in_file(model, source.data, error["loc"])
        kind = str(error["type"])
        meant = ""
        if kind == "extra_forbidden" and inside is not None:
            known = [_key(name, field) for name, field in inside.model_fields.items()]
            meant = nearest(str(at[-1]), known)
        message = f"one of {error['ctx']['expected']} is expected here" if kind == "enum" else str(error["msg"])
        return cls(at, kind, message, meant)

    @property
    def missing(self) -> bool:
        """Say whether a key is missing."""
        return self.kind == "missing"

    def problem(self, source: Source) -> Problem:
        """Return it as a problem at the right line, in the author's words."""
        if self.kind == "extra_forbidden":
            return source.problem(
                self.at, f"unknown key {str(self.at[-1])!r}", f"did you mean {self.meant!r}?" if self.meant else ""
            )
        if self.missing:
            return source.problem(self.at[:-1], f"the key {str(self.at[-1])!r} is missing here")
        if self.kind in {"tuple_type", "list_type"}:
            return source.problem(self.at, "a list is expected here", "begin each line with '- '")
        if self.kind in {"model_type", "model_attributes_type", "dict_type"}:
            return source.problem(self.at, "keys with values are expected here", "for example 'fact: client.name'")
        if self.kind == "string_type":
            return source.problem(self.at, "one text is expected here")
        return source.problem(self.at, self.message)


def _place_in_file(model: type[BaseModel], data: Data, loc: At) -> tuple[At, type[BaseModel] | None]:
    """Return an error's place in the file, and the model that reads the mapping it stands in."""
    at: list[str | int] = []
    inside: type[BaseModel] | None = model
    candidates: tuple[type[BaseModel], ...] = (model,)
    for number, step in enumerate(loc):
        tagged = next((one for one in candidates if one.__name__ == step), None)
        if tagged is not None and not (isinstance(data, dict) and step in data):
            inside = tagged
            continue
        if number + 1 < len(loc) and isinstance(step, str) and inside is not None:
            candidates = _models_below(inside, step)
            inside = candidates[0] if len(candidates) == 1 else None
        at.append(step)
        data = _below(data, step)
    return tuple(at), inside


def _below(data: Data, step: str | int) -> Data:
    """Return the data below one step, or an empty text where there is none."""
    if isinstance(data, dict) and isinstance(step, str):
        return data.get(step, "")
    if isinstance(data, list) and isinstance(step, int) and step < len(data):
        return data[step]
    return ""


def _models_below(model: type[BaseModel], key: str) -> tuple[type[BaseModel], ...]:
    """Return the models that can stand below a key."""
    found = (field.annotation for name, field in model.model_fields.items() if _key(name, field) == key)
    return tuple(one for annotation in found for one in _models_in(annotation))


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)


def _key(name: str, field: FieldInfo) -> str:
    """Return a field's key as authors write it."""
    alias = field.validation_alias
    if isinstance(alias, AliasChoices):
        return str(alias.choices[0])
    return alias if isinstance(alias, str) else name
