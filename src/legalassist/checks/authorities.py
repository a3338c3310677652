"""Authorities: every id somebody names exists; one past its check-again day is a note, for a person to look at."""

from collections.abc import Iterator
from datetime import date

from pydantic import ConfigDict, RootModel

from legalassist.checks.matter import Matter
from legalassist.errors import ContentError, Place, Problem
from legalassist.interviews.written import Text, validate
from legalassist.interviews.yaml_source import At, Source, did_you_mean, read_yaml
from legalassist.law.authorities import Authorities
from legalassist.law.parameters import Parameters
from legalassist.law.rulebook import RULES

FILE = "law/authorities.yaml"


class TemplateAuthorities(RootModel[dict[str, tuple[Text, ...]]]):
    """The file ``templates/NAME/authorities.yaml``: which authorities stand behind each Word template."""

    model_config = ConfigDict(frozen=True)


def template_authority_problems(matter: Matter) -> Iterator[Problem]:
    """Yield ids in a matter's ``authorities.yaml`` that do not exist, and templates without an entry."""
    book = matter.library.find(f"templates/{matter.name}/authorities.yaml")
    templates = {one.name.rpartition("/")[2].removesuffix(".docx") for one in matter.books(".docx")}
    if book is None:
        if templates:
            message = "no file says which authorities stand behind the Word templates"
            hint = "write one line for each template, with its ids, or []"
            yield Problem(Place(f"templates/{matter.name}/authorities.yaml"), message, hint)
        return
    source = read_yaml(book.text, book.name)
    written, shape = validate(TemplateAuthorities, source)
    yield from (*source.problems, *shape)
    if written is not None:
        yield from _named(source, written.root, templates)


def _named(source: Source, named: dict[str, tuple[str, ...]], templates: set[str]) -> Iterator[Problem]:
    known = tuple(one.id for one in Authorities.load())
    for template, ids in named.items():
        if template not in templates:
            message = f"there is no Word template {template!r}"
            yield source.problem((template,), message, did_you_mean(template, tuple(templates)))
        for number, identifier in enumerate(ids):
            at: At = (template, number)
            if identifier not in known:
                yield source.problem(at, f"there is no authority {identifier!r}", did_you_mean(identifier, known))
    for template in sorted(templates - set(named)):
        message = f"the Word template {template!r} is missing here"
        yield source.problem((), message, f"add '{template}:' with the ids it rests on, or []")


def law_problems() -> Iterator[Problem]:
    """Yield everything wrong with the law's own data: its files, and ids that rules and parameters name in vain."""
    try:
        known = frozenset(one.id for one in Authorities.load())
        parameters = Parameters.load().all()
    except ContentError as wrong:
        yield from wrong.problems or (Problem(Place(FILE), wrong.message, wrong.hint),)
        return
    for rule in RULES:
        yield from _unknown_ids(f"the rule {rule.id}", rule.authorities, known)
    for parameter in parameters:
        yield from _unknown_ids(f"the parameter {parameter.name}", (one.authority for one in parameter.values), known)


def _unknown_ids(who: str, ids: Iterator[str] | tuple[str, ...], known: frozenset[str]) -> Iterator[Problem]:
    for identifier in ids:
        if identifier not in known:
            hint = did_you_mean(identifier, known)
            yield Problem(Place(FILE), f"{who} names the authority {identifier!r}, which is not there", hint)


def law_notes(as_of: date) -> Iterator[Problem]:
    """Yield a note for each authority and parameter whose check-again day has come: not a mistake, a thing to do."""
    for identifier in Authorities.load().due(as_of):
        when = Authorities.load().get(identifier).check_again
        yield Problem(Place(FILE), f"{identifier} was to be read again on {when}", "read its source, and set both days")
    for name in Parameters.load().due(as_of):
        yield Problem(Place("law/parameters.yaml"), f"{name} is past its check-again day", "read its source again")
