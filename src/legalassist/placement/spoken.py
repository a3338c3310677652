"""What is read aloud to a client before her case is offered to anybody (``interviews/placement/spoken-yes.yaml``)."""

from collections.abc import Iterator

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


def messages(library: Library) -> Iterator[Message]:
    """Yield (context, English) for every sentence of both; raises ContentError with a file's problems."""
    for name in (SCRIPT, RELEASE):
        yield from _messages(library, name)


def _messages(library: Library, name: str) -> Iterator[Message]:
    book = library.get(name)
    source = read_yaml(book.text, book.name)
    script, shape = validate(_Script, source)
    if script is None or source.problems:
        raise ContentError("the script has problems", problems=(*source.problems, *shape))
    what = name.rsplit("/", 1)[-1].removesuffix(".yaml")
    yield from ((f"{what}.{line.id}", line.say) for line in script.script)


def spoken_yes(library: Library, language: str, name: str = SCRIPT) -> tuple[Said, ...]:
    """Return the sentences of a script in a language; raises ContentError where one has no translation."""
    catalog = Catalog.read(library, language, DOMAIN)
    return tuple(
        Said(context, catalog.language, english, catalog.text(context, english))
        for context, english in _messages(library, name)
    )
