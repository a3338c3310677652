"""What is read aloud to a client before her case is offered to anybody (``interviews/placement/spoken-yes.yaml``)."""

from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict

from legalassist.errors import ContentError
from legalassist.interviews.written import Text, validate
from legalassist.interviews.yaml_source import read_yaml
from legalassist.languages.catalog import Catalog, Message
from legalassist.library import Library

SCRIPT = "interviews/placement/spoken-yes.yaml"
DOMAIN = "placement"


class _Line(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Text
    say: Text


class _Script(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    script: tuple[_Line, ...]


def messages(library: Library) -> Iterator[Message]:
    """Yield (context, English) for every sentence; raises ContentError with the file's problems."""
    book = library.get(SCRIPT)
    source = read_yaml(book.text, book.name)
    script, shape = validate(_Script, source)
    if script is None or source.problems:
        raise ContentError("the script has problems", problems=(*source.problems, *shape))
    yield from ((f"spoken-yes.{line.id}", line.say) for line in script.script)


def spoken_yes(library: Library, language: str) -> tuple[str, ...]:
    """Return the script in a language; raises ContentError where a sentence has no translation."""
    catalog = Catalog.read(library, language, DOMAIN)
    return tuple(catalog.text(context, english) for context, english in messages(library))
