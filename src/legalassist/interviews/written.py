"""How authors write an interview: the shape of its YAML files, validated by pydantic.

Every value arrives as text (see `yaml_source`). The models refuse unknown keys, so a misspelt ``aks:`` is a problem.
"""

from typing import Annotated, Any, TypeVar

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import PydanticCustomError

from legalassist.errors import AnswerRefused, Problem
from legalassist.facts.text import clean
from legalassist.interviews.schema import FormItem, Sensitivity, Who
from legalassist.interviews.types import GROUP, TYPES
from legalassist.interviews.yaml_source import Source, did_you_mean


def _yes_no(word: Any) -> Any:  # noqa: ANN401 - whatever the file holds comes in
    if word in {"yes", "true", "no", "false"}:
        return word in {"yes", "true"}
    raise PydanticCustomError("yes_no", "yes or no is expected here")


def _kind(word: Any) -> Any:  # noqa: ANN401 - whatever the file holds comes in
    if word == GROUP or word in TYPES:
        return word
    hint = did_you_mean(str(word), [*TYPES, GROUP])
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


def _hint(hint: str) -> str:
    return f" ({hint})" if hint else ""


YesNo = Annotated[bool, BeforeValidator(_yes_no)]
Text = Annotated[str, BeforeValidator(_text)]
Condition = Annotated[str, BeforeValidator(_condition)]
Kind = Annotated[str, BeforeValidator(_kind)]
Feeds = Annotated[FormItem, BeforeValidator(_form_item)]


class _Written(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ChoiceWritten(_Written):
    """One choice."""

    value: Text
    label: Text


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


class PageWritten(_Written):
    """One page file."""

    page: Text
    section: Text
    title: Text
    warning: Text = ""
    pause_after: YesNo = False
    questions: tuple[QuestionWritten, ...]


class InterviewWritten(_Written):
    """The file ``interview.yaml``."""

    interview: Text
    title: Text
    pages: tuple[Text, ...]


Model = TypeVar("Model", bound=BaseModel)


def validate(model: type[Model], source: Source) -> tuple[Model | None, tuple[Problem, ...]]:
    """Return the file's model, or None and every way in which the file does not have that shape."""
    try:
        return model.model_validate(source.data), ()
    except ValidationError as wrong:
        problems = (_problem(model, source, dict(error)) for error in wrong.errors(include_url=False))
        return None, tuple(dict.fromkeys(problems))


def _problem(model: type[BaseModel], source: Source, error: dict[str, Any]) -> Problem:
    """Turn one of pydantic's errors into a problem at the right line, in the author's words."""
    at = tuple(error["loc"])
    kind = error["type"]
    if kind == "extra_forbidden":
        hint = did_you_mean(str(at[-1]), _keys(model, at[:-1]))
        return source.problem(at, f"unknown key {str(at[-1])!r}", hint)
    if kind == "missing":
        return source.problem(at[:-1], f"the key {str(at[-1])!r} is missing here")
    if kind in {"tuple_type", "list_type"}:
        return source.problem(at, "a list is expected here", "begin each line with '- '")
    if kind in {"model_type", "model_attributes_type", "dict_type"}:
        return source.problem(at, "keys with values are expected here", "for example 'fact: client.name'")
    if kind == "enum":
        return source.problem(at, f"one of {error['ctx']['expected']} is expected here")
    return source.problem(at, str(error["msg"]))


def _keys(model: type[BaseModel], at: tuple[str | int, ...]) -> list[str]:
    """Return the keys the model at a place of the file knows, as authors write them."""
    inside: type[BaseModel] = model
    for step in at:
        if step == "questions":
            inside = QuestionWritten
        elif step == "choices":
            inside = ChoiceWritten
    return ["type" if name == "kind" else name for name in inside.model_fields]
