"""The written release: shown sentence by sentence, or printed as one page in two languages."""

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from legalassist.api.approving import draft_line
from legalassist.documents import folder
from legalassist.documents.page import DRAFT
from legalassist.library import Library
from legalassist.placement.release_page import fixed_lines, release_pdf
from legalassist.placement.spoken import release_form

NAME = "release.pdf"
_WHAT = "the release form"
_LINE = "_" * 40


def print_form(library: Library, out: Path, language: str, stage: int, filled: Mapping[str, str]) -> Path:
    """Write the form into a new folder; return its path. It is a draft until the clinic has approved all its texts.

    Raises UsageError where the folder is not empty.
    """
    folder.check_empty(out, _WHAT)
    bands = (DRAFT,) if waiting(library, language) else ()
    page = release_pdf(library, language, stage, filled, bands)
    folder.save({NAME: page}, out, what=_WHAT, check=partial(folder.check_empty, what=_WHAT))
    return out / NAME


def waiting(library: Library, language: str) -> tuple[str, ...]:
    """Return the line that says how many texts of the form the clinic has not approved; nothing where it has all."""
    return draft_line(library, (*release_form(library, "en").every, *release_form(library, language).every))


def shown(library: Library, language: str, stage: int, filled: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the form's sentences and blanks in two languages, for a screen."""
    english, other = release_form(library, "en"), release_form(library, language)
    yield from ((one.text, same.text) for one, same in zip(english.script, other.script, strict=True))
    printed, beside = fixed_lines(english, stage), fixed_lines(other, stage)
    for one, label in english.blanks.items():
        first = printed.get(one) or filled.get(one) or _LINE
        yield f"{label.text}: {first}", f"{other.blanks[one].text}：{beside.get(one, '')}"
