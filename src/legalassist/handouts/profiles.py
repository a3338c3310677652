"""How paper is printed, in the office or by a print shop: data of the shelf, ``interviews/kyr/profiles.yaml``."""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from legalassist.errors import ContentError, UsageError
from legalassist.interviews.written import YesNo, validate
from legalassist.interviews.yaml_source import did_you_mean, read_yaml
from legalassist.library import Library

FILE = "interviews/kyr/profiles.yaml"

Length = Annotated[float, BeforeValidator(lambda word: float(word) if isinstance(word, str) else word)]
"""A length as the file writes it: inches, or millimetres where the key says so."""


class Profile(BaseModel):
    """One way of printing.

    `together`: many pieces on one sheet, with marks where to cut; else each piece on a page of its own size, with
    `bleed` inches around it and `crop` marks in the bleed. `right_mm` and `down_mm` move every back: what the
    calibration sheet shows a duplex printer to be off by.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = "office"
    together: YesNo = True
    bleed: Annotated[Length, Field(ge=0, le=0.25)] = 0.0
    crop: YesNo = False
    right_mm: Annotated[Length, Field(ge=-5, le=5)] = 0.0
    down_mm: Annotated[Length, Field(ge=-5, le=5)] = 0.0


class _Written(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    profiles: tuple[Profile, ...]


OFFICE = Profile()
"""The office printer: black on white, nothing nearer than a quarter of an inch to an edge, no bleed."""


def read_profile(library: Library, name: str) -> Profile:
    """Return the profile of that name; UsageError where there is none, ContentError with what is wrong in the file."""
    book = library.get(FILE)
    source = read_yaml(book.text, book.name)
    written, shape = validate(_Written, source)
    if written is None or source.problems:
        raise ContentError(problems=(*source.problems, *shape))
    known = {one.name: one for one in written.profiles}
    if name not in known:
        hint = did_you_mean(name, tuple(known)) or f"there are: {', '.join(known)}"
        raise UsageError(f"there is no profile {name!r} of printing", hint=hint)
    return known[name]
