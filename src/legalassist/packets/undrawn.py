"""Say which answers hold a character that no font of ours draws: by their paths, never by their words."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from legalassist.cases.case import Case
from legalassist.documents.fonts import MissingGlyphsError
from legalassist.errors import DocumentError


def undrawn(case: Case, code: str, wrong: MissingGlyphsError) -> DocumentError:
    """Return the error for the piece called `code`: each character by its code point, and every fact that holds it."""
    found = {one: tuple(_paths(case, chr(one))) for one in wrong.codes}
    listed = "; ".join(f"U+{one:04X} (in {', '.join(paths) or 'no answer'})" for one, paths in found.items())
    return DocumentError(f"{code} cannot be printed: no font of ours draws {listed}", _hint(found))


def _hint(found: Mapping[int, tuple[str, ...]]) -> str:
    paths = sorted({path for paths in found.values() for path in paths})
    if not paths:
        return "it stands in a template, in the clinic's particulars or in an edited file: write it another way there"
    return (
        f"answer {', '.join(paths)} again with a form of the character that prints (simplified, traditional, or in "
        "Latin letters, as a paper of hers has it), and tell the attorney: she decides how it stands in the filing"
    )


def _paths(case: Case, character: str) -> Iterator[str]:
    """Yield the path of each current answer that holds a character."""
    for path, answer in case.current.items():
        if any(character in text for text in _texts(answer.value)):
            yield path


def _texts(value: object) -> Iterator[str]:
    """Yield every text inside an answer's value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
