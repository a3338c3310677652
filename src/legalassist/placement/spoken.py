"""What is read aloud to a client before her case is offered to anybody (``interviews/placement/spoken-yes.yaml``)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict

from legalassist.errors import ContentError
from legalassist.interviews.written import Text, validate
from legalassist.interviews.yaml_source import read_yaml
from legalassist.languages.catalog import Catalog, Message
from legalassist.library import Library
from legalassist.reviews.ledger import Said

SCRIPT = "interviews/placement/spoken-yes.yaml"
RELEASE = "interviews/placement/release-form.yaml"
DOMAIN = "placement"


class _Line(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Text
    say: Text


class _Script(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    script: tuple[_Line, ...]
    blanks: tuple[_Line, ...] = ()
    lines: tuple[_Line, ...] = ()


@dataclass(frozen=True, slots=True)
class ReleaseForm:
    """The written release in one language: its sentences, and by their ids the labels of its blanks and fixed lines."""

    script: tuple[Said, ...]
    blanks: Mapping[str, Said]
    lines: Mapping[str, Said]

    @property
    def every(self) -> tuple[Said, ...]:
        """Every text of it, for asking whether all are approved."""
        return (*self.script, *self.blanks.values(), *self.lines.values())


def messages(library: Library) -> Iterator[Message]:
    """Yield (context, English) for every sentence of both; raises ContentError with a file's problems."""
    for name in (SCRIPT, RELEASE):
        script = _read(library, name)
        yield from (_message(name, line) for line in (*script.script, *script.blanks, *script.lines))


def _message(name: str, line: _Line) -> Message:
    what = name.rsplit("/", 1)[-1].removesuffix(".yaml")
    return f"{what}.{line.id}", line.say


def _read(library: Library, name: str) -> _Script:
    book = library.get(name)
    source = read_yaml(book.text, book.name)
    script, shape = validate(_Script, source)
    if script is None or source.problems:
        raise ContentError("the script has problems", problems=(*source.problems, *shape))
    return script


def spoken_yes(library: Library, language: str, name: str = SCRIPT) -> tuple[Said, ...]:
    """Return the sentences of a script in a language; raises ContentError where one has no translation."""
    catalog = Catalog.read(library, language, DOMAIN)
    return tuple(_said(catalog, _message(name, line)) for line in _read(library, name).script)


def _said(catalog: Catalog, message: Message) -> Said:
    context, english = message
    return Said(context, catalog.language, english, catalog.text(context, english))


def release_form(library: Library, language: str) -> ReleaseForm:
    """Return the written release in a language; raises ContentError where a text has no translation."""
    catalog, form = Catalog.read(library, language, DOMAIN), _read(library, RELEASE)

    def said(lines: tuple[_Line, ...]) -> dict[str, Said]:
        return {line.id: _said(catalog, _message(RELEASE, line)) for line in lines}

    return ReleaseForm(tuple(said(form.script).values()), said(form.blanks), said(form.lines))
